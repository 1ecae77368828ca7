import type { ProposalView, Taken } from '../../record/index.ts'
import { adReferendumAt, latest, type PartialDate } from '../../rules/index.ts'
import { type Html, html } from '../html.ts'
import { dateInWords } from '../words.ts'
import { inParagraphs, the } from './stand.ts'

/** Everything that was said with a position. */
export function details(view: ProposalView, { act }: Taken): Html | undefined {
  const rows: [string, string][] = []
  if (act.confirmBy) rows.push(['Confirmed by', confirmation(view, act.confirmBy as PartialDate)])
  if (act.says) rows.push(['Reason', act.says])
  if (act.paragraphs) rows.push(['On', inParagraphs(act.paragraphs)])
  if (act.wouldLift) rows.push(['Would lift it', act.wouldLift])
  if (rows.length === 0) return undefined
  return html`<dl class="facts">${rows.map(([term, says]) => html`<dt>${term}</dt><dd>${says}</dd>`)}</dl>`
}

function confirmation(view: ProposalView, date: PartialDate): string {
  const { circle } = view
  const found = lapseRule(view)
  const isPast = adReferendumAt(found, latest(date), circle.organisation.day).outcome !== 'open'
  const article = found?.article ? ` (${found.article})` : ''
  if (!isPast) return `${dateInWords(date)}, that day included. ${lapseSays(view)}`
  return `${dateInWords(date)}: not confirmed by then, so it ${lapsed[found?.lapse ?? 'no-position']}${article}.`
}

const lapsed = {
  'no-objection': 'counts as no objection',
  'no-position': 'counts as no position',
  objection: 'counts as an objection',
} as const

/** The rule on what lapses ad referendum where the text is. */
function lapseRule({ circle, negotiation }: ProposalView) {
  const rule = circle.rules.of('ad-referendum').find(({ computes }) => computes.bodies.includes(negotiation.level))
  return rule && { lapse: rule.computes.lapse, article: rule.article }
}

/** What becomes of agreement ad referendum that is not confirmed, under the rule of the body, with its article. */
export function lapseSays(view: ProposalView): string {
  const rule = lapseRule(view)
  const where = the(view.circle, view.negotiation.level)
  if (!rule) return `Not confirmed, it counts as no position: no rule on record says more for ${where}.`
  return `Not confirmed by then, it ${lapsed[rule.lapse]} (${rule.article}).`
}
