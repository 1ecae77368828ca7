import { because, type Finding, type Reason } from './finding.ts'
import type { Called } from './judgement.ts'

/** A participant and its name in the language that gives the order; `undefined` where none is on record in it. */
export interface NameInOrder {
  readonly participant: string
  readonly name: string | undefined
}

const known = new Map<string, (a: string, b: string) => number>()

/**
 * Compares names as a language orders them. Every setting is given, so that no machine puts in its own; a machine that
 * does not know the language would quietly take another order, and is told instead.
 *
 * @throws RangeError where this installation does not know the language
 */
export function compareNames(language: string): (a: string, b: string) => number {
  const ready = known.get(language)
  if (ready) return ready
  if (Intl.Collator.supportedLocalesOf([language], { localeMatcher: 'lookup' }).length === 0) {
    throw new RangeError(`This installation does not know the order of names in "${language}".`)
  }
  const { compare } = new Intl.Collator(language, {
    localeMatcher: 'lookup',
    usage: 'sort',
    sensitivity: 'variant',
    ignorePunctuation: false,
    numeric: false,
    caseFirst: 'false',
  })
  known.set(language, compare)
  return compare
}

/**
 * The order of signatures and of seating. Those without a name in the language stand last, in the order of their ids,
 * and the reasons say so.
 *
 * @param rule the article that gives the order, where one does
 */
export function inNameOrder(
  participants: readonly NameInOrder[],
  language: string,
  { rule, called = (id) => id }: { readonly rule?: { readonly article?: string }; readonly called?: Called } = {},
): Finding<readonly string[]> {
  const compare = compareNames(language)
  const named = participants.filter((one): one is NameInOrder & { name: string } => one.name !== undefined)
  const nameless = participants.filter(({ name }) => name === undefined).map(({ participant }) => participant)
  const order = named
    .toSorted((a, b) => compare(a.name, b.name) || byCode(a.participant, b.participant))
    .map(({ participant }) => participant)
  const reasons: Reason[] = [because(`In the order of names in ${inEnglish(language)}.`, rule?.article)]
  if (nameless.length > 0) {
    const whose = nameless.toSorted(byCode).map(called).join(', ')
    reasons.push(because(`No name in ${inEnglish(language)} is on record for ${whose}, last for that reason alone.`))
  }
  return { outcome: [...order, ...nameless.toSorted(byCode)], reasons }
}

function inEnglish(language: string): string {
  return new Intl.DisplayNames(['en'], { type: 'language' }).of(language) ?? language
}

function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
