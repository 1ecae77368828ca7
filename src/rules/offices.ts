import { addPeriod, earliest, latest, type PartialDate, type Period, periodInWords } from './dates.ts'
import { type Called, type Check, cannotBeJudged, inOrder, notKept, type Stated } from './judgement.ts'
import { compareNames, type NameInOrder } from './name-order.ts'

/** How long an office is held at most, and whether the same holder may have it twice. */
export interface TermRule extends Stated {
  readonly lasts: Period
  readonly renewable: boolean
}

/** An office or a chair goes round in the order of names in a language. */
export interface RotationRule extends Stated {
  readonly language: string
}

/** A term of office, `[from, to)`; what is not on record is `undefined`. */
export interface TermHeld {
  readonly holder: string
  readonly from: PartialDate | undefined
  readonly to: PartialDate | undefined
  /** Whether the same holder had the office before. */
  readonly again: boolean | undefined
}

/** @source such rules say "for" so many years: a term that ends on the last day of the period keeps to it, a shorter one too */
export function judgeTerm(rule: TermRule, { holder, from, to, again }: TermHeld): Check[] {
  const checks = [judgeLength(rule, from, to)]
  if (!rule.renewable) {
    checks.push(
      again === undefined
        ? cannotBeJudged('Whether the same holder had the office before is not on record.', rule)
        : again
          ? notKept(`${holder} had held the office before; there is no second term.`, rule)
          : inOrder(`${holder} had not held the office before.`, rule),
    )
  }
  return checks
}

function judgeLength(rule: TermRule, from: PartialDate | undefined, to: PartialDate | undefined): Check {
  const length = periodInWords(rule.lasts)
  if (from === undefined) return cannotBeJudged('The beginning of the term is not on record.', rule)
  if (to === undefined) return cannotBeJudged('The end of the term is not on record.', rule)
  if (latest(to) <= addPeriod(earliest(from), rule.lasts)) return inOrder(`The term lasted ${length} at most.`, rule)
  if (earliest(to) > addPeriod(latest(from), rule.lasts)) {
    return notKept(`The term ran from ${from} to ${to}, longer than ${length}.`, rule)
  }
  return cannotBeJudged(`The dates on record do not say whether the term was longer than ${length}.`, rule)
}

/**
 * Two offices whose holders do not come from the same participant.
 *
 * @param participant that put forward the holder of the one; `undefined` where it is not on record
 * @param other the other office, and who put forward its holders of that day, as far as it is sure
 */
export function judgeApart(
  rule: Stated,
  participant: string | undefined,
  other: { readonly office: string; readonly participants: readonly string[] },
  called: Called,
): Check {
  const whose = `the holder of the office "${called(other.office)}"`
  const [known] = other.participants
  if (participant === undefined) return cannotBeJudged('Who had put forward the holder is not on record.', rule)
  if (known === undefined) return cannotBeJudged(`Who had put forward ${whose} is not on record.`, rule)
  if (other.participants.includes(participant))
    return notKept(`${called(participant)} had also put forward ${whose}.`, rule)
  return inOrder(`${called(known)} had put forward ${whose}.`, rule)
}

/** One of those among whom an office or a chair goes round. */
export interface InTurn extends NameInOrder {
  /** It may be one of them that day, or may not. */
  readonly perhaps?: boolean
}
type Named = InTurn & { readonly name: string }

/**
 * Whether it was a participant's turn: the one whose name follows that of the holder before, and after the last the first.
 * Who came out of turn does not turn the round about: whoever follows the one whose turn it had been is in turn as well.
 *
 * @param participant that has it now; `undefined` where it is not on record
 * @param before who held it before, who may have left; `first` where nobody did, whose turn no rule gives; `undefined`
 *   where it is not on record
 * @param among everyone among whom it goes round on that day
 * @param due whose turn it was when the one before came; asked only where the order of names alone was not kept
 */
export function judgeRotation(
  rule: RotationRule,
  participant: string | undefined,
  before: InTurn | 'first' | undefined,
  among: readonly InTurn[],
  called: Called,
  due?: () => InTurn | undefined,
): Check[] {
  const [check] = judgeAfter(rule, participant, before, among, called)
  if (!check || (check.outcome !== 'departure' && check.outcome !== 'unusual')) return check ? [check] : []
  const place = due?.()
  if (!place || before === 'first' || !before || place.participant === before.participant) return [check]
  const [kept] = judgeAfter(rule, participant, place, among, called)
  if (kept?.outcome === 'cannot-be-judged') return [kept]
  if (kept?.outcome !== 'in-order') {
    const [turn] = mayBeNext(place as Named, among as readonly Named[], rule)
    const text = `${called(before.participant)} had come in the turn of ${called(place.participant)}; after that turn it was that of ${called(turn?.participant ?? '')}.`
    return [{ ...check, reasons: [...check.reasons, { ...check.reasons[0], text }] }]
  }
  const text = `${called(before.participant)} had come in the turn of ${called(place.participant)}; after that turn it was that of ${called(participant as string)}.`
  return [inOrder(text, rule)]
}

/**
 * Whose turn each was, one after the other, whoever came: that of whoever came, where it was in turn, otherwise that of
 * the one who should have come. The last of them; `undefined` where it is not sure.
 *
 * @param turns who came, and everyone among whom it went round on that day; the first has the turn that it took
 */
export function turnOf(
  rule: RotationRule,
  turns: readonly { readonly came: InTurn | undefined; readonly among: readonly InTurn[] }[],
): InTurn | undefined {
  let due: InTurn | undefined
  let before: InTurn | undefined
  for (const [index, { came, among }] of turns.entries()) {
    if (!came || [came, ...among].some(({ name }) => name === undefined)) return undefined
    if (index === 0) due = came
    else {
      const [place, another] = mayBeNext(due as Named, among as readonly Named[], rule)
      const [literal] = mayBeNext(before as Named, among as readonly Named[], rule)
      if (!place || another) return undefined
      due = literal?.participant === came.participant ? literal : place
    }
    before = came
  }
  return due
}

function judgeAfter(
  rule: RotationRule,
  participant: string | undefined,
  before: InTurn | 'first' | undefined,
  among: readonly InTurn[],
  called: Called,
): Check[] {
  if (before === 'first') return []
  if (participant === undefined || before === undefined)
    return [cannotBeJudged('Whose turn it was, or who came, is not on record.', rule)]
  const nameless = [before, ...among].find(({ name }) => name === undefined)
  if (nameless) {
    const text = `The name of ${called(nameless.participant)} in the language that gives the order is not on record.`
    return [cannotBeJudged(text, rule)]
  }
  const may = mayBeNext(before as Named, among as readonly Named[], rule)
  const [next] = may
  if (!next) return [cannotBeJudged('Among whom it goes round is not on record for that day.', rule)]
  const after = `${called(participant)} came after ${called(before.participant)}`
  if (!may.some((one) => one.participant === participant)) {
    const due = may.map((one) => called(one.participant)).join(' or ')
    return [notKept(`${after}; next in the order of names was ${due}: "${next.name}" follows "${before.name}".`, rule)]
  }
  if (may.length === 1)
    return [inOrder(`${after}, next in the order of names: "${next.name}" follows "${before.name}".`, rule)]
  const doubtful = may.filter(({ perhaps }) => perhaps).map((one) => called(one.participant))
  return [cannotBeJudged(`Whether ${doubtful.join(', ')} had a turn that day is not known.`, rule)]
}

/** The next in turn; where it is not sure that it is one of them that day, the one after it as well, and so on. */
function mayBeNext(before: Named, among: readonly Named[], { language }: RotationRule): readonly Named[] {
  const compare = compareNames(language)
  const others = among
    .filter(({ participant }) => participant !== before.participant)
    .toSorted((a, b) => compare(a.name, b.name))
  const later = others.filter(({ name }) => compare(name, before.name) > 0)
  const round = [...later, ...others.filter((one) => !later.includes(one))]
  const again = among.filter(({ participant }) => participant === before.participant)
  const turns = [...round, ...again]
  const sure = turns.findIndex(({ perhaps }) => !perhaps)
  return sure === -1 ? turns : turns.slice(0, sure + 1)
}
