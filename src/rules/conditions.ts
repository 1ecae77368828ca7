import type { Clause, Conditions, Held, Missing, Standing } from './clause.ts'
import { type Day, dayAfter, type PartialDate, waitInWords } from './dates.ts'
import { compare, type Deposit, dayOf, type EventKind, opposite } from './deposits.ts'
import { because, type Reason } from './finding.ts'
import { inNumbers, reaches, weigh } from './share.ts'

const usual: readonly EventKind[] = ['ratification', 'acceptance', 'approval', 'accession']

/**
 * Whether a clause is met by the deposits held against it, and when its treaty so enters into force. Of `all` the latest
 * day decides, of `any` the earliest.
 */
export function standingOf(clause: Clause, held: Held): Standing {
  if ('all' in clause) return timed(clause, together(clause.all.map((part) => standingOf(part, held))), held)
  if ('any' in clause) return timed(clause, either(clause.any.map((part) => standingOf(part, held))), held)
  const { reasons, ...standing } = together(conditionsOf(clause, held))
  return timed(clause, { ...standing, reasons: [...reasons, ...outsiders(clause, held)] } as Standing, held)
}

/** Every kind of event that a clause counts somewhere. */
export function kindsCounted(clause: Clause): EventKind[] {
  if ('all' in clause) return clause.all.flatMap(kindsCounted)
  if ('any' in clause) return clause.any.flatMap(kindsCounted)
  return [...(clause.of ?? usual)]
}

/** Every date that a clause names. */
export function datesOf(clause: Clause): PartialDate[] {
  const { notBefore } = clause
  const own = notBefore === undefined ? [] : [notBefore]
  if ('all' in clause) return [...own, ...clause.all.flatMap(datesOf)]
  if ('any' in clause) return [...own, ...clause.any.flatMap(datesOf)]
  const { by, instruments = [] } = clause
  return [...own, by, ...instruments.map(({ inForceOn }) => inForceOn)].filter((date) => date != null)
}

function conditionsOf(clause: Conditions, held: Held): Standing[] {
  const all = [counted(clause, held), weighed(clause, held), ...others(clause, held)].filter((s) => s !== undefined)
  if (all.length > 0 || clause.notBefore === undefined) return all
  const day = dayOf(clause.notBefore, held.lean)
  return [{ metOn: day, inForceOn: day, reasons: [] }]
}

function counted(clause: Conditions, held: Held): Standing | undefined {
  const needed = neededOf(clause, held.signatories)
  if (needed === undefined) return undefined
  const { of = usual, among = 'all', article } = clause
  const made = countedDeposits(clause, held)
  const decisive = made[needed - 1]
  const deposits = `${needed} ${needed === 1 ? 'deposit' : 'deposits'} (${of.join(', ')})${amongInWords(among)}`
  const what = `Needed: ${deposits}; `
  if (decisive) {
    const day = dayOf(decisive.on, held.lean)
    const text = `${what}the ${ordinal(needed)} is the ${decisive.kind} of ${decisive.participant} on ${decisive.on}.`
    const left = lastToLeave(clause, held)
    if (!left || left.day <= day) return { metOn: day, inForceOn: day, reasons: [because(text, article)] }
    const until = `${left.participant} was a signatory until ${left.withdrawnOn}, and had deposited nothing.`
    return { metOn: left.day, inForceOn: left.day, reasons: [because(`${text} ${until}`, article)] }
  }
  const reasons = [because(`${what}there ${made.length === 1 ? 'is' : 'are'} ${made.length}.`, article)]
  const absent = Array.isArray(among) ? among.filter((id) => !made.some((d) => d.participant === id)) : []
  const missing: Missing =
    absent.length > 0 && absent.length === needed - made.length
      ? { what: 'deposits-of', participants: absent, of, text: `A deposit of ${absent.join(', ')}.` }
      : { what: 'deposits', more: needed - made.length, of, among, text: `${needed - made.length} more.` }
  return { missing: [missing], reasons }
}

/** Where every signatory is asked, who withdrew a signature without a deposit was asked until then. */
function lastToLeave({ count, among, of = usual }: Conditions, { deposits, unsigned, lean }: Held) {
  if (count !== 'all' || among !== 'signatories') return undefined
  return unsigned
    .filter(({ participant }) => !deposits.some((one) => one.participant === participant && of.includes(one.kind)))
    .map(({ participant, withdrawnOn }) => ({ participant, withdrawnOn, day: dayOf(withdrawnOn, lean) }))
    .sort((a, b) => compare(a.day, b.day))
    .at(-1)
}

/** How many deposits a clause asks for; undefined where it asks for no number. */
export function neededOf({ count, among, share }: Conditions, signatories: ReadonlySet<string>): number | undefined {
  if (typeof count === 'number') return count
  if (count === 'all' && among === 'signatories') return signatories.size
  const named = Array.isArray(among) ? new Set(among).size : undefined
  return count === 'all' || share === undefined ? named : undefined
}

function weighed(clause: Conditions, held: Held): Standing | undefined {
  const { share, among, article } = clause
  if (!share) return undefined
  const made = countedDeposits(clause, held)
  const named = Array.isArray(among) ? (among as readonly string[]) : undefined
  const weights = held.weights[share.weight] ?? {}
  const total = Object.hasOwn(held.totals, share.weight) ? held.totals[share.weight] : undefined
  const { outOf, after } = weigh(share, named, weights, total, made)
  const at = after.findIndex((has) => reaches(share, has, outOf))
  const [brought, whole] = [inNumbers(after.at(at) ?? 0n), inNumbers(outOf)]
  const needs = `${share.strict ? 'More than' : 'At least'} ${share.atLeast.join(' in ')} of ${share.weight} is needed`
  const without = made.filter(({ participant }) => !Object.hasOwn(weights, participant)).map((d) => d.participant)
  const unweighed = without.length > 0 ? ` No weight is given of ${without.join(', ')}.` : ''
  const decisive = made[at]
  if (decisive) {
    const on = dayOf(decisive.on, held.lean)
    const text = `${needs}; with ${decisive.participant} on ${decisive.on} it is ${brought} of ${whole}.${unweighed}`
    return { metOn: on, inForceOn: on, reasons: [because(text, article)] }
  }
  const text = `${needs}; it is ${brought} of ${whole}.${unweighed}`
  const missing: Missing = { what: 'share', weight: share.weight, has: brought, outOf: whole, text }
  return { missing: [missing], reasons: [because(text, article)] }
}

function others({ instruments = [], by, article }: Conditions, held: Held): Standing[] {
  return instruments.map(({ id, inForceOn }): Standing => {
    if (inForceOn === null) {
      const text = `${id} must be in force, and is not.`
      return { missing: [{ what: 'instrument', id, text }], reasons: [because(text, article)] }
    }
    const on = dayOf(inForceOn, held.lean)
    if (isPast(by, on, held)) {
      const text = `${id} must be in force by ${by}; it is so only since ${inForceOn}.`
      return { missing: [{ what: 'instrument', id, text }], reasons: [because(text, article)] }
    }
    return { metOn: on, inForceOn: on, reasons: [because(`${id} is in force since ${inForceOn}.`, article)] }
  })
}

/** The deposits that a clause counts, in the order of their days; a participant counts once. */
export function countedDeposits({ of = usual, among = 'all', by }: Conditions, held: Held): Deposit[] {
  const inOrder = held.deposits
    .filter(({ kind, participant }) => of.includes(kind) && isAmong(among, participant, held.signatories))
    .map((deposit) => ({ deposit, day: dayOf(deposit.on, held.lean) }))
    .filter(({ day }) => !isPast(by, day, held))
    .sort((a, b) => compare(a.day, b.day) || compare(a.deposit.participant, b.deposit.participant))
    .map(({ deposit }) => deposit)
  const seen = new Set<string>()
  return inOrder.filter(({ participant }) => !seen.has(participant) && seen.add(participant))
}

/** Whether a day comes after the one by which it had to. */
function isPast(by: Conditions['by'], day: Day, { lean }: Held): boolean {
  return by !== undefined && day > dayOf(by, opposite(lean))
}

/** Those who deposited, and whom the clause does not ask. */
function outsiders({ of = usual, among = 'all', article }: Conditions, held: Held): Reason[] {
  const outside = held.deposits
    .filter(({ kind, participant }) => of.includes(kind) && !isAmong(among, participant, held.signatories))
    .map(({ participant, on }) => `${participant} on ${on}`)
  if (outside.length === 0) return []
  const whom = among === 'signatories' ? 'no signatory' : 'not named by the clause'
  return [because(`Not counted, ${whom}: ${outside.join(', ')}.`, article)]
}

function isAmong(among: Conditions['among'], participant: string, signatories: ReadonlySet<string>): boolean {
  if (Array.isArray(among)) return among.includes(participant)
  return among === 'all' || signatories.has(participant)
}

function together(parts: readonly Standing[]): Standing {
  const reasons = parts.flatMap((part) => part.reasons)
  const missing = parts.flatMap((part) => ('missing' in part ? part.missing : []))
  if (missing.length > 0) return { missing, reasons }
  const met = parts.filter((part) => 'metOn' in part)
  return { metOn: last(met.map((part) => part.metOn)), inForceOn: last(met.map((part) => part.inForceOn)), reasons }
}

function either(parts: readonly Standing[]): Standing {
  const met = parts.filter((part) => 'metOn' in part).sort((a, b) => compare(a.inForceOn, b.inForceOn))
  if (met[0]) return met[0]
  const missing = parts.flatMap((part) => ('missing' in part ? part.missing : []))
  const text = 'None of the ways to enter into force is open yet; one of them is enough.'
  return { missing, reasons: [because(text), ...parts.flatMap((part) => part.reasons)] }
}

/** The wait of a clause, once it is met, and the day before which it lets nothing enter into force. */
function timed(clause: Clause, standing: Standing, held: Held): Standing {
  if ('missing' in standing) return standing
  const { after, startOf, passed, notBefore, article } = clause
  const reasons: Reason[] = [...standing.reasons]
  let inForceOn = standing.inForceOn
  if (after !== undefined || startOf !== undefined || passed) {
    inForceOn = dayAfter(inForceOn, clause)
    if (inForceOn !== standing.inForceOn)
      reasons.push(because(`${sentence(waitInWords(clause))} ${standing.inForceOn} is ${inForceOn}.`, article))
  }
  if (notBefore !== undefined && dayOf(notBefore, held.lean) > inForceOn) {
    inForceOn = dayOf(notBefore, held.lean)
    reasons.push(because(`In no case before ${notBefore}.`, article))
  }
  return { metOn: standing.metOn, inForceOn, reasons }
}

function amongInWords(among: Conditions['among']): string {
  if (Array.isArray(among)) return ` by ${among.join(', ')}`
  return among === 'signatories' ? ' by signatories' : ''
}

const ordinals = new Intl.PluralRules('en', { type: 'ordinal' })
const ordinal = (n: number): string => `${n}${suffixes[ordinals.select(n)]}`
const suffixes: Record<Intl.LDMLPluralRule, string> = {
  one: 'st',
  two: 'nd',
  few: 'rd',
  other: 'th',
  zero: '',
  many: '',
}
const last = (days: readonly Day[]): Day => days.reduce((a, b) => (a > b ? a : b))
const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
