import { addPeriod, earliest, latest, type PartialDate, type Period, periodInWords } from './dates.ts'
import { type Called, type Check, cannotBeJudged, inOrder, notKept, type Stated } from './judgement.ts'

/** How long an office is held at most, and whether the same holder may have it twice. */
export interface TermRule extends Stated {
  readonly lasts: Period
  readonly renewable: boolean
}

/** An office or a chair goes round in the order of names in a language. */
export interface RotationRule extends Stated {
  readonly language: string
}

/** A term of office, `[from, to)`; `to` is `undefined` where the end is not on record. */
export interface TermHeld {
  readonly holder: string
  readonly from: PartialDate
  readonly to: PartialDate | undefined
  /** Whether the same holder had the office before. */
  readonly again: boolean
}

/** @source such rules say "for" so many years: a term that ends on the last day of the period keeps to it, a shorter one too */
export function judgeTerm(rule: TermRule, { holder, from, to, again }: TermHeld): Check[] {
  const checks = [judgeLength(rule, from, to)]
  if (!rule.renewable) {
    checks.push(
      again
        ? notKept(`${holder} had held the office before; there is no second term.`, rule)
        : inOrder(`${holder} had not held the office before.`, rule),
    )
  }
  return checks
}

function judgeLength(rule: TermRule, from: PartialDate, to: PartialDate | undefined): Check {
  const length = periodInWords(rule.lasts)
  if (to === undefined) return cannotBeJudged('The end of the term is not on record.', rule)
  if (latest(to) <= addPeriod(earliest(from), rule.lasts)) return inOrder(`The term lasted ${length} at most.`, rule)
  if (earliest(to) > addPeriod(latest(from), rule.lasts)) {
    return notKept(`The term ran from ${from} to ${to}, longer than ${length}.`, rule)
  }
  return cannotBeJudged(`The dates on record do not say whether the term was longer than ${length}.`, rule)
}

/** Two offices whose holders do not come from the same participant. */
export function judgeApart(
  rule: Stated,
  participant: string,
  other: { office: string; participants: readonly string[] },
  called: Called,
): Check {
  const [same] = other.participants.filter((one) => one === participant)
  const whose = `the holder of the office "${called(other.office)}"`
  if (same) return notKept(`${called(participant)} had also put forward ${whose}.`, rule)
  if (other.participants.length === 0) return cannotBeJudged(`Who had put forward ${whose} is not on record.`, rule)
  return inOrder(`${called(other.participants[0] as string)} had put forward ${whose}.`, rule)
}

/** One of those among whom an office or a chair goes round, with the name that gives the order. */
export interface InTurn {
  readonly participant: string
  readonly name: string
}

/**
 * Whether it was a participant's turn: the one whose name follows that of the holder before, and after the last the first.
 *
 * @param before who held it before; `undefined` for the first, whose turn no rule gives
 * @param among everyone among whom it goes round on that day; who held it before may have left
 */
export function judgeRotation(
  rule: RotationRule,
  participant: string,
  before: InTurn | undefined,
  among: readonly InTurn[],
  called: Called,
): Check[] {
  if (before === undefined) return []
  const { compare } = new Intl.Collator(rule.language)
  const others = among
    .filter((one) => one.participant !== before.participant)
    .toSorted((a, b) => compare(a.name, b.name))
  const next = others.find((one) => compare(one.name, before.name) > 0) ?? others[0]
  if (!next) return [cannotBeJudged('Among whom it goes round is not on record for that day.', rule)]
  const after = `after ${called(before.participant)}`
  const names = `"${next.name}" follows "${before.name}"`
  if (next.participant === participant) {
    return [inOrder(`${called(participant)} came ${after}, next in the order of names: ${names}.`, rule)]
  }
  return [
    notKept(
      `${called(participant)} came ${after}; next in the order of names was ${called(next.participant)}: ${names}.`,
      rule,
    ),
  ]
}
