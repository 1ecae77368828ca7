import type { Instant } from './dates.ts'
import { because, type Finding, type Reason, type Refusal, refuse } from './finding.ts'

/** How long, in whole units of the clock: a day is 24 hours, a week seven of these. */
export type ClockPeriod = { readonly hours: number } | { readonly days: number } | { readonly weeks: number }

/** At least so long; or `announced`: until the instant that the chair names, however soon it is. */
export type SilencePeriod = ClockPeriod | 'announced'

/**
 * A body's rule on silence, in seven settings. A text under silence is adopted at a stated instant unless an objection is
 * received before it.
 */
export interface SilenceRule {
  /** From the opening to the expiry. */
  readonly period: SilencePeriod
  /** How an objection is made, in words: "in writing to the chair". */
  readonly medium?: string | undefined
  /** The statuses whose holders may break it; left out: whoever is entitled to decide. */
  readonly mayBreak?: readonly string[] | undefined
  /** Whether an amendment put forward in time breaks it like an objection. */
  readonly amendmentBreaks: boolean
  /** When those who broke it are made known: as it happens, when it is over, or not at all. */
  readonly release: 'at-once' | 'when-over' | 'never'
  /** Whether the use of silence needs consent itself: opposed before the opening, it is not used. */
  readonly methodNeedsConsent: boolean
  /** Where it is announced: at a meeting of the body that sits; left out: at any time. */
  readonly announcedAt?: 'meeting' | undefined
  readonly article?: string | undefined
}

/** Something that bears on silence, at the instant at which it was received or done. */
export type SilenceEvent =
  | {
      readonly at: Instant
      readonly kind: 'opposes-method' | 'objection' | 'amendment'
      readonly by: string
      /** Whether it was entitled when this was received; left out: whether it is among the entitled of the procedure. */
      readonly entitled?: boolean
    }
  /** To a later expiry. */
  | { readonly at: Instant; readonly kind: 'extended'; readonly until: Instant }
  /** What is left when it is suspended runs on from when it is resumed. */
  | { readonly at: Instant; readonly kind: 'suspended' | 'resumed' }
  | { readonly at: Instant; readonly kind: 'text-changed' }

export interface SilenceProcedure {
  readonly opensAt: Instant
  readonly expiresAt: Instant
  /** Who may break it. */
  readonly entitled: readonly string[]
  /** In any order. */
  readonly events: readonly SilenceEvent[]
}

export type SilenceOutcome =
  | 'announced'
  | 'method-opposed'
  | 'running'
  | 'suspended'
  | 'broken'
  | 'ended-by-change'
  | 'adopted'

export interface SilenceFinding extends Finding<SilenceOutcome> {
  /** When it expires, or expired, as far as is known at the instant asked about; not while it is suspended. */
  readonly expiresAt?: Instant
  /** Who broke it, or opposed the method. */
  readonly by?: readonly string[]
}

/**
 * How silence stands at an instant: computed from what was received by then and from nothing else, so that a late timer, a
 * restart or a second server changes nothing.
 *
 * @source such rules say "unless an objection is received before": one received at the instant of expiry is too late. Any
 *   change of the text ends silence, for nobody was silent on what it has become
 * @param at what was received at this very instant is taken into account
 */
export function silenceAt(rule: SilenceRule, procedure: SilenceProcedure, at: Instant): SilenceFinding {
  const notes: Reason[] = []
  const say = (text: string) => because(text, rule.article)
  let expiresAt = procedure.expiresAt
  let left: number | undefined
  const may = (event: { readonly by: string; readonly entitled?: boolean }) =>
    event.entitled ?? procedure.entitled.includes(event.by)
  const over = (outcome: SilenceOutcome, text: string, more: object = {}): SilenceFinding => ({
    outcome,
    reasons: [say(text), ...notes],
    ...more,
  })
  for (const event of inOrder(procedure.events)) {
    if (event.at > at) break
    const isOpen = event.at >= procedure.opensAt
    if (isOpen && left === undefined && event.at >= expiresAt) break
    switch (event.kind) {
      case 'opposes-method':
        if (!rule.methodNeedsConsent || isOpen)
          notes.push(say(notCounted(event, 'the method can no longer be opposed')))
        else if (!may(event)) notes.push(say(notCounted(event, 'it is not entitled to')))
        else return over('method-opposed', `${event.by} opposed the use of silence at ${event.at}.`, { by: [event.by] })
        break
      case 'objection':
      case 'amendment': {
        const breaks = event.kind === 'objection' || rule.amendmentBreaks
        if (!may(event)) notes.push(say(notCounted(event, 'it is not entitled to break silence')))
        else if (!breaks) notes.push(say(notCounted(event, 'under this rule an amendment breaks nothing')))
        else return over('broken', brokenBy(event), { expiresAt, by: [event.by] })
        break
      }
      case 'extended':
        if (event.until > expiresAt) expiresAt = event.until
        break
      case 'suspended':
        left ??= Math.max(0, Date.parse(expiresAt) - Math.max(Date.parse(event.at), Date.parse(procedure.opensAt)))
        break
      case 'resumed':
        if (left === undefined) break
        // Resumed before it opens, it still runs as long as was left from the opening on.
        expiresAt = new Date(
          Math.max(Date.parse(event.at), Date.parse(procedure.opensAt)) + left,
        ).toISOString() as Instant
        left = undefined
        break
      case 'text-changed':
        return over('ended-by-change', `The text was changed at ${event.at}; silence on it ended then.`)
    }
  }
  if (left !== undefined) return over('suspended', 'Silence is suspended; it runs on when it is resumed.')
  if (at < procedure.opensAt) return over('announced', `Silence opens at ${procedure.opensAt}.`, { expiresAt })
  if (at < expiresAt) return over('running', `Silence runs until ${expiresAt}.`, { expiresAt })
  return over('adopted', `Silence expired at ${expiresAt} and nobody who may break it had.`, { expiresAt })
}

/**
 * Whether silence may be opened for as long as is proposed.
 *
 * @source such rules say "not less than" a period: one that is exactly as long is long enough. Where the expiry is
 *   the one announced, any instant after the opening is in order
 * @refuses 'period-too-short', 'nobody-entitled'
 */
export function mayOpen(rule: SilenceRule, { opensAt, expiresAt, entitled }: SilenceProcedure): Refusal | undefined {
  const article = rule.article === undefined ? {} : { article: rule.article }
  if (entitled.length === 0) {
    return refuse('nobody-entitled', 'Nobody may break this silence.', { ...article, remedy: 'Say who is entitled.' })
  }
  if (rule.period === 'announced') {
    if (expiresAt > opensAt) return undefined
    return refuse('period-too-short', 'Silence expires after it opens.', {
      ...article,
      remedy: 'Name a later instant.',
    })
  }
  const first = new Date(Date.parse(opensAt) + clockMilliseconds(rule.period)).toISOString()
  if (expiresAt >= first) return undefined
  return refuse('period-too-short', `Silence must run for at least ${clockInWords(rule.period)}.`, {
    ...article,
    remedy: `Let it expire at ${first} or later.`,
  })
}

/** "72 hours". */
export function clockInWords(period: ClockPeriod): string {
  const [unit, count] = Object.entries(period)[0] as [string, number]
  return `${count} ${count === 1 ? unit.slice(0, -1) : unit}`
}

/** So many milliseconds of the clock. */
export function clockMilliseconds(period: ClockPeriod): number {
  const hours = 'hours' in period ? period.hours : 24 * ('days' in period ? period.days : 7 * period.weeks)
  return hours * 3_600_000
}

/** By instant; at the same one, a change of the text before what is said of it, and what stops the clock before what does not. */
function inOrder(events: readonly SilenceEvent[]): SilenceEvent[] {
  const rank = ({ kind }: SilenceEvent) => ['text-changed', 'suspended', 'resumed', 'extended'].indexOf(kind) + 1 || 9
  return [...events].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : rank(a) - rank(b)))
}

function brokenBy({ kind, by, at }: SilenceEvent & { readonly by: string }): string {
  return kind === 'objection'
    ? `${by} broke silence at ${at}.`
    : `${by} put an amendment forward at ${at}, which breaks silence.`
}

function notCounted({ kind, by, at }: SilenceEvent & { readonly by: string }, why: string): string {
  const what = { 'opposes-method': 'opposition to the method', objection: 'objection', amendment: 'amendment' }
  return `Not counted: the ${what[kind as keyof typeof what]} of ${by} at ${at}; ${why}.`
}
