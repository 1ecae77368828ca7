import { ruleProcedure, sittingNow } from '../../record/index.ts'
import { isRefusal } from '../../rules/index.ts'
import { html } from '../html.ts'
import { to } from '../layout.ts'
import { bodyName } from '../sentences.ts'
import { actForm, whyNot } from './meeting-forms.ts'
import { titleOf } from './meeting-list.ts'
import { meetingWords as words } from './meeting-words.ts'
import type { Section } from './proposal.ts'

/** Whether a meeting sits that can take it; for the chair, the question. */
export const meetingSection: Section = (view, place) => {
  const { circle, negotiation, seat, at } = view
  const { body, level, current, decision, decided, withdrawn, put } = negotiation
  if (decided || withdrawn) return undefined
  const meeting = sittingNow(circle, level, seat)
  if (!meeting) {
    if (!view.chairs || level !== body) return undefined
    return html`<section class="tight"><h2>${words.meeting}</h2><p>${words.noneSits(bodyName(place.organisation, body))} <a href="${to(place, 'run/meetings')}?body=${body}#open">${words.open(bodyName(place.organisation, body))}</a></p></section>`
  }
  const isPut = put?.act.meeting === meeting.meeting && put.act.revision === current.number
  const act = { kind: 'question-put' as const, meeting: meeting.meeting, decision, revision: current.number }
  const ruled = ruleProcedure(
    { id: 'asked', version: 1, on: meeting.opened.act.on, sources: [], doubt: [], ...act },
    { circle, seat, at },
  )
  const back = to(place, `run/meetings/${meeting.meeting}`)
  const offered = isRefusal(ruled)
    ? view.chairs && !isPut
      ? whyNot(ruled, place)
      : undefined
    : actForm({ ...place, path: back }, act, html`<button class="button">${words.put}</button>`)
  return html`<section class="tight"><h2>${words.meeting}</h2><p><a href="${back}">${titleOf(meeting, place)}</a> <span class="tag yes">${words.sits}</span>${isPut ? html` <span class="tag wait">${words.isPut}</span>` : undefined}</p>${offered}</section>`
}
