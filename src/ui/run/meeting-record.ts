import type { Entry, MeetingView } from '../../record/index.ts'
import { type Content, type Html, html } from '../html.ts'
import { type Page, type Place, to } from '../layout.ts'
import { sentence } from '../sentences.ts'
import { dateInWords, listed } from '../words.ts'
import { titleOf } from './meeting-list.ts'
import { questionsPut } from './meeting-questions.ts'
import { answerWords, timeThere, meetingWords as words } from './meeting-words.ts'

/** The record of a meeting as a journal: every line with its time, made from what was entered and from nothing else. */
export function meetingRecordPage(view: MeetingView, entries: readonly Entry[], place: Place): Page {
  const { meeting, items } = view
  const title = titleOf(meeting, place)
  const days = [...Map.groupBy(entries, ({ act }) => act.on ?? '')]
  const decisions = items.flatMap(({ decision }) => decision ?? [])
  const agenda =
    items.length > 0
      ? html`<section class="tight"><h2>${words.agenda}</h2><ol>${items.map((item) => html`<li>${item.title}</li>`)}</ol></section>`
      : undefined
  const body = html`<section class="stack"><p class="crumb"><a href="${to(place, `run/meetings/${meeting.meeting}`)}">${title}</a></p><h1>${meeting.closed ? words.record : words.draft}</h1><p class="lede">${title}, ${dateInWords(meeting.opened.act.on)}</p><p class="note">${words.recordWhy}</p></section>
<section class="tight"><h2>${meeting.closed ? words.wasPresent : words.present}</h2><p>${there(view)}</p></section>${agenda}${questionsPut(view)}
${days.map(([day, ofDay]) => html`<section class="tight"><h2>${dateInWords(day as never)}</h2><table class="cards journal"><thead class="hidden"><tr><th scope="col">Time</th><th scope="col">What was done</th></tr></thead><tbody>${ofDay.map((entry) => line(entry, view, place))}</tbody></table></section>`)}`
  return {
    title: `${meeting.closed ? words.record : words.draft}: ${title}`,
    body,
    part: 'run/meetings',
    live: { about: [meeting.meeting, ...decisions] },
  }
}

function there({ meeting, attending, circle }: MeetingView): string {
  const present = attending.filter(({ participant }) => meeting.present.has(participant))
  if (present.length === 0) return 'Nobody is noted as present.'
  return `${listed(present.map(({ participant, level }) => `${circle.called(participant)}${level ? ` (${level})` : ''}`))}.`
}

function line(entry: Entry, view: MeetingView, place: Place): Html {
  const { act, recordedAt } = entry
  return html`<tr><td class="date">${timeThere(act.at ?? recordedAt, place)}</td><td class="line">${said(entry, view, place)}</td></tr>`
}

function said({ act, seat }: Entry, view: MeetingView, place: Place): Content {
  const { circle, items } = view
  const item = (decision: string) => items.find((one) => one.decision === decision)
  const titled = (decision: string) => item(decision)?.title ?? decision
  switch (act.kind) {
    case 'meeting-opened': {
      const chair = act.chair ? ` ${circle.called(act.chair)} has the chair.` : ''
      return `The meeting is opened${act.city ? ` in ${act.city}` : ''}, in ${words.format[act.format]}.${chair}`
    }
    case 'presence-noted':
      return `${circle.called(act.participant)} is ${act.presence}${act.level ? `: ${act.level}` : ''}.`
    case 'sitting-changed':
      return `The meeting goes on in ${words.format[act.format]}.`
    case 'question-put':
      return html`The question is put: <b>${titled(act.decision)}</b>, revision ${act.revision}.`
    case 'position-taken': {
      const byRollCall = item(act.decision)?.question?.byRollCall ?? false
      const how = act.meeting && seat !== `delegation:${act.participant}` ? ` (${words.calledOut})` : ''
      return `${circle.called(act.participant)}: ${answerWords(act.position, byRollCall)}${act.says ? `. ${act.says}` : ''}${how}`
    }
    case 'decision-recorded': {
      const { number, decided } = item(act.decision)?.proposal?.negotiation ?? {}
      const outside = decided?.act.outside ?? []
      return html`<b>${act.title}</b>: ${words.decided[act.outcome].toLowerCase()}${number ? `, ${number}` : ''}.${outside.length > 0 ? ` ${listed(outside.map(circle.called))} stayed outside.` : ''}`
    }
    case 'minutes-noted':
      return html`${act.participant ? html`<b>${circle.called(act.participant)}</b>: ` : undefined}${act.says}${act.decision ? html` <small>${titled(act.decision)}</small>` : undefined}`
    case 'meeting-closed':
      return 'The meeting is closed.'
    default:
      return sentence(place.organisation, act)
  }
}
