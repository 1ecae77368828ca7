import { adReferendumIn, lapseRuleOf, levelOf, type ProposalView, type Taken } from '../../record/index.ts'
import { addDays, latest, type PartialDate } from '../../rules/index.ts'
import { type Html, html } from '../html.ts'
import { dateInWords } from '../words.ts'
import { inParagraphs, the } from './stand.ts'

/** Everything that was said with a position. */
export function details(view: ProposalView, taken: Taken): Html | undefined {
  const { act } = taken
  const rows: [string, string][] = []
  if (act.confirmBy) rows.push(['Confirmed by', confirmation(view, taken, act.confirmBy as PartialDate)])
  if (act.says) rows.push(['Reason', act.says])
  if (act.paragraphs) rows.push(['On', inParagraphs(act.paragraphs)])
  if (act.wouldLift) rows.push(['Would lift it', act.wouldLift])
  if (rows.length === 0) return undefined
  return html`<dl class="facts">${rows.map(([term, says]) => html`<dt>${term}</dt><dd>${says}</dd>`)}</dl>`
}

function confirmation(view: ProposalView, taken: Taken, date: PartialDate): string {
  const { circle, negotiation } = view
  const { level } = negotiation
  const { outcome, reasons } = adReferendumIn(circle, negotiation, taken, level, circle.organisation.day)
  const article = reasons[0]?.article ? ` (${reasons[0].article})` : ''
  if (outcome !== 'open') return `${dateInWords(date)}: not confirmed by then, so it ${lapsed[outcome]}${article}.`
  const after = adReferendumIn(circle, negotiation, taken, level, addDays(latest(date), 1))
  const elsewhere = levelOf(negotiation, taken) !== level
  const otherwise = elsewhere
    ? `Not confirmed by then, it ${lapsed[after.outcome === 'open' ? 'no-position' : after.outcome]} in ${the(circle, level)}: what is agreed ad referendum elsewhere is agreed here once it is confirmed.`
    : lapseSays(view)
  return `${dateInWords(date)}, that day included. ${otherwise}`
}

/** Where it was said, when that is not where the text is now; it holds there. Nothing of what was said where it is. */
export function saidBelow({ circle, negotiation }: ProposalView, taken: Taken): string | undefined {
  const level = levelOf(negotiation, taken)
  return level === negotiation.level ? undefined : `said in ${the(circle, level)}`
}

/**
 * Whether what a delegation says now breaks the silence under which the text is put: from its announcement on, and while
 * it is suspended. Of the Secretariat, which says it for others, without one.
 */
export function mayBreakNow({ silence, mayBreak }: ProposalView, participant: string | undefined): boolean {
  if (!silence || !['announced', 'running', 'suspended'].includes(silence.outcome)) return false
  return participant === undefined || mayBreak.includes(participant)
}

const lapsed = {
  'no-objection': 'counts as no objection',
  'no-position': 'counts as no position',
  objection: 'counts as an objection',
} as const

/** What becomes of agreement ad referendum that is not confirmed, under the rule of the body, with its article. */
export function lapseSays({ circle, negotiation }: ProposalView): string {
  const rule = lapseRuleOf(circle, negotiation.level)
  const where = the(circle, negotiation.level)
  if (!rule) return `Not confirmed, it counts as no position: no rule on record says more for ${where}.`
  return `Not confirmed by then, it ${lapsed[rule.lapse]} (${rule.article}).`
}
