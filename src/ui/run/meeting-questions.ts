import type { ItemView, MeetingView, Question } from '../../record/index.ts'
import { decisionRuleInWords } from '../decision-rule.ts'
import { type Html, html } from '../html.ts'
import { capitalised, listed } from '../words.ts'
import { answerWords, meetingWords as words } from './meeting-words.ts'

/** Each question that was put to the meeting: the rule that was applied, who stood where, and what became of it. */
export function questionsPut(view: MeetingView): Html | undefined {
  const put = view.items.filter(({ decision }) => view.meeting.put.some(({ act }) => act.decision === decision))
  if (put.length === 0) return undefined
  return html`<section class="tight"><h2>${words.questions}</h2>${put.map((item) => questionPut(item, view))}</section>`
}

function questionPut({ title, question, proposal, decision }: ItemView, view: MeetingView): Html {
  const last = view.meeting.put.findLast(({ act }) => act.decision === decision)
  const head = html`<h3>${title} <small>revision ${last?.act.revision}</small></h3>`
  // Put before everyone in the room; the text and who stood where are for whoever may see the proposal.
  if (!question || !proposal) return html`<section class="tight">${head}</section>`
  const { rule } = question
  const how = rule
    ? html`<p>${words.takes(decisionRuleInWords(rule.decides))} <small>${rule.article}</small></p>`
    : html`<p>${words.noRule}</p>`
  return html`<section class="tight">${head}${how}${whoStood(question, proposal, view)}<p><b>${became(proposal, view)}</b></p></section>`
}

/** As far as it was said before everyone, opened, or the decision is taken. */
function whoStood(question: Question, { seesAll }: NonNullable<ItemView['proposal']>, view: MeetingView): Html {
  const { answers, byRollCall } = question
  const names = (those: Question['answers']) => listed(those.map(({ participant }) => view.circle.called(participant)))
  const said = answers.filter(({ taken }) => taken !== undefined)
  const groups = [...Map.groupBy(said, ({ taken }) => answerWords(taken?.act.position ?? 'no-objection', byRollCall))]
  const rows = groups.map(([position, those]) => html`<dt>${capitalised(position)}</dt><dd>${names(those)}</dd>`)
  const silent = answers.filter(({ taken, noSay }) => taken === undefined && !noSay)
  const whole = seesAll || byRollCall
  const rest = whole && silent.length > 0 && html`<dt>${words.saidNothing}</dt><dd>${names(silent)}</dd>`
  const facts = rows.length > 0 || rest ? html`<dl class="facts">${rows}${rest}</dl>` : undefined
  return html`${facts}${whole ? undefined : html`<p class="note">${words.othersNotOpen}</p>`}`
}

function became({ negotiation }: NonNullable<ItemView['proposal']>, { meeting }: MeetingView): string {
  const { decided, number } = negotiation
  if (decided?.act.meeting === meeting.meeting)
    return `${words.decided[decided.act.outcome]}${number ? `, ${number}` : ''}.`
  return meeting.closed ? words.notDecidedHere : words.notDecidedYet
}
