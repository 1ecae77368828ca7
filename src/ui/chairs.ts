import { type ChairsOfBody, type Meeting, nameOf } from '../record/index.ts'
import { addDays, earliest, latest } from '../rules/index.ts'
import { actAddress, doubtTag } from './acts.ts'
import { type Html, html } from './html.ts'
import type { LaneRow } from './lanes.ts'
import { type Place, to } from './layout.ts'
import { bodyName } from './sentences.ts'
import { strip } from './strip.ts'
import { endOf, periodLanes, periodSpan } from './terms.ts'
import { counted, dateInWords } from './words.ts'

/** Periods in the chair as lanes; for bodies without them, who led each meeting. */
export function chairSections(chairs: readonly ChairsOfBody[], place: Place): Html {
  const withPeriods = chairs.filter(({ periods }) => periods.length > 0)
  const others = chairs.filter(({ periods }) => periods.length === 0)
  const typeOf = (body: string) => place.organisation.body(body)?.type
  const ofSameType = others.filter(({ body }) => withPeriods.some((one) => typeOf(one.body) === typeOf(body)))
  return html`${withPeriods.map((one) => periodsOf(one, place))}${ofSameType.map((one) => meetingsOf(one, place))}${others.length > 0 ? lastMeetings(others, place) : undefined}`
}

function periodsOf({ body, periods }: ChairsOfBody, place: Place): Html {
  const { organisation } = place
  const now = periods.filter(({ onDay }) => onDay === 'holds' || onDay === 'uncertain')
  const byParticipant = Map.groupBy(periods, ({ entry }) => entry.act.participant)
  const rows = [...byParticipant].map(([participant, list]): LaneRow => {
    const name = nameOf(organisation, participant)
    return {
      id: participant,
      name,
      href: to(place, `participants/${participant}`),
      spans: list.map(({ entry }) => periodSpan(entry.act, `${name} in the chair`, place)),
    }
  })
  return html`<section class="tight"><h3>${bodyName(organisation, body)}</h3><p>On ${dateInWords(organisation.day)}: ${now.length > 0 ? now.map(({ entry, onDay }, i) => html`${i > 0 ? ' or ' : undefined}<a href="${actAddress(place, entry)}">${nameOf(organisation, entry.act.participant)}</a>, since ${dateInWords(entry.act.on)}${onDay === 'uncertain' ? html` <span class="tag wait">uncertain</span>` : undefined}${doubtTag(entry.act.doubt)}`) : 'not on record'}.</p>
${periodLanes(rows, place, `Who was in the chair of the ${bodyName(organisation, body)}, over time`)}
<details><summary><small>As a table, with sources</small></summary><table class="cards"><caption class="note">On the day in the column “to” another takes the chair.</caption><thead><tr><th scope="col">In the chair</th><th scope="col">From</th><th scope="col">To</th><th scope="col">Remarks</th></tr></thead><tbody>${periods.map(
    ({ entry, onDay }) =>
      html`<tr><th scope="row"><a href="${actAddress(place, entry)}">${nameOf(organisation.onDay(entry.act.on), entry.act.participant)}</a>${entry.act.planned ? html` <span class="tag wait">planned</span>` : undefined}${doubtTag(entry.act.doubt)}</th><td class="date" data-label="from">${dateInWords(entry.act.on)}</td><td class="date" data-label="to">${endOf(entry.act, onDay)}</td><td class="line">${[entry.act.note, ...entry.act.doubt.map(({ note }) => note)].filter(Boolean).map((note) => html`<small>${note} </small>`)}</td></tr>`,
  )}</tbody></table></details></section>`
}

function meetingsOf(chairs: ChairsOfBody, place: Place): Html {
  const { organisation } = place
  const name = bodyName(organisation, chairs.body)
  const events = chairs.meetings.map(({ act }) => ({
    on: earliest(act.on),
    label: nameOf(organisation, act.chair ?? ''),
    href: to(place, `meetings/${act.meeting}`),
  }))
  const days = events.map(({ on }) => on).sort()
  const options = {
    from: addDays(days[0] ?? organisation.day, -60),
    to: addDays(days.at(-1) ?? organisation.day, 60),
    on: organisation.day,
    caption: `Who led each meeting of the ${name}`,
  }
  return html`<section class="tight"><h3>${name}</h3><p>Periods in the chair are not on record; of ${counted(chairs.meetings.length, { one: 'meeting', many: 'meetings' })} it is on record who led. Last by ${dateInWords(organisation.day)}: ${inTheChair(chairs, place)}.</p>
<div class="wide-only">${strip(events, { ...options, form: 'wide' })}</div><div class="narrow-only">${strip(events, { ...options, form: 'narrow' })}</div>
<details><summary><small>As a table</small></summary><table class="cards"><thead><tr><th scope="col">Meeting</th><th scope="col">Led by</th><th scope="col">Place</th></tr></thead><tbody>${chairs.meetings.map((meeting) => html`<tr><th scope="row"><a href="${to(place, `meetings/${meeting.act.meeting}`)}">${dateInWords(meeting.act.on)}</a>${meeting.act.planned ? html` <span class="tag wait">planned</span>` : undefined}</th><td>${nameOf(organisation.onDay(meeting.act.on), meeting.act.chair ?? '')}</td><td>${meeting.act.city ?? 'not known'}</td></tr>`)}</tbody></table></details></section>`
}

/** Who led the last meeting by the day, and who is to lead the next where it is planned or held later. */
export function inTheChair({ meetings }: ChairsOfBody, place: Place): Html {
  const { organisation } = place
  const past = meetings.findLast(({ act }) => latest(act.on) <= organisation.day && !act.planned)
  const next = meetings.find(({ act }) => earliest(act.on) > organisation.day)
  const say = (meeting: Meeting) =>
    html`${nameOf(organisation.onDay(meeting.act.on), meeting.act.chair ?? '')}, <a href="${to(place, `meetings/${meeting.act.meeting}`)}">${dateInWords(meeting.act.on)}</a>`
  return html`${past ? say(past) : 'not on record'}${next ? html`; next ${say(next)}${next.act.planned ? ' (planned)' : undefined}` : undefined}`
}

function lastMeetings(others: readonly ChairsOfBody[], place: Place): Html {
  const { organisation } = place
  return html`<section class="tight"><h3>Other bodies: who led their last meeting</h3><table class="cards"><thead><tr><th scope="col">Body</th><th scope="col">Last meeting led by</th><th scope="col" class="number">Meetings whose chair is on record</th></tr></thead><tbody>${others.map(
    (one) =>
      html`<tr><th scope="row"><a href="${to(place, `bodies/${one.body}`)}">${bodyName(organisation, one.body)}</a></th><td>${inTheChair(one, place)}</td><td class="number" data-label="chair on record">${one.meetings.length} of ${one.meetings.length + one.unchaired}</td></tr>`,
  )}</tbody></table></section>`
}
