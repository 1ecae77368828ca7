import { calendarOf, countsByMonth, type Meeting } from '../record/index.ts'
import { type Html, html } from './html.ts'
import { type Place, to } from './layout.ts'
import { withQuery } from './narrowing.ts'
import { counted, dateInWords, monthNames } from './words.ts'

const meetingsInWords = (count: number) => counted(count, { one: 'meeting', many: 'meetings' })
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/**
 * The meetings of a list as a calendar: the days of one year, or, of several, how many began in each month. Meetings of
 * which only the year is known stand in the list alone.
 */
export function meetingCalendar(
  place: Place,
  meetings: readonly Meeting[],
  query: Readonly<Record<string, string | undefined>>,
  name: (meeting: Meeting) => string,
): Html | undefined {
  if (meetings.length === 0) return undefined
  return query.year === undefined
    ? monthsOfYears(place, meetings, query)
    : daysOfYear(place, meetings, Number(query.year), name)
}

function monthsOfYears(
  place: Place,
  meetings: readonly Meeting[],
  query: Readonly<Record<string, string | undefined>>,
): Html {
  const counts = countsByMonth(meetings)
  const years = [...new Set(meetings.map(({ act }) => act.on.slice(0, 4)))].sort()
  const dayless = meetings.filter(({ act }) => act.on.length < 7).length
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Meetings by year and month"><table class="grid-coverage months"><thead><tr><th scope="col">Year</th>${monthNames.map((month) => html`<th scope="col"><abbr title="${month}">${month.slice(0, 1)}<span class="hidden">${month.slice(1)}</span></abbr></th>`)}</tr></thead><tbody>${years.map(
    (year) =>
      html`<tr><th scope="row"><a href="${withQuery(place, { ...query, year, page: undefined })}">${year}</a></th>${monthNames.map(
        (month, index) => {
          const count = counts.get(`${year}-${String(index + 1).padStart(2, '0')}`) ?? 0
          const said = `${month} ${year}: ${meetingsInWords(count)}`
          return html`<td>${count > 0 ? html`<span class="tally busy-${Math.min(count, 4)}" role="img" aria-label="${said}" title="${said}">${count}</span>` : undefined}</td>`
        },
      )}</tr>`,
  )}</tbody></table></div>
${dayless > 0 ? html`<p class="note">Of ${meetingsInWords(dayless)} only the year is known; they stand in the list alone.</p>` : undefined}<p class="note">How many began in each month; the darker, the more. Choose a year to see its days.</p>`
}

function daysOfYear(
  place: Place,
  meetings: readonly Meeting[],
  year: number,
  name: (meeting: Meeting) => string,
): Html {
  const months = calendarOf(meetings, year)
  const address = (meeting: Meeting) => to(place, `meetings/${meeting.act.meeting}`)
  return html`<div class="calendar">${months.map(
    ({ weeks, dayless, count }, index) =>
      html`<table class="${weeks.some((week) => week.some((cell) => cell && cell.items.length > 0)) || dayless.length > 0 ? 'some' : 'none'}"><caption>${monthNames[index]} <small>${count > 0 ? count : ''}</small></caption><thead><tr>${weekdays.map((day) => html`<th scope="col"><abbr title="${day}">${day.slice(0, 1)}<span class="hidden">${day.slice(1)}</span></abbr></th>`)}</tr></thead><tbody>${weeks.map(
        (week) =>
          html`<tr>${week.map((cell) => {
            if (!cell) return html`<td></td>`
            const number = Number(cell.day.slice(8))
            const [only] = cell.items
            if (!only) return html`<td>${number}</td>`
            const said = `${dateInWords(cell.day)}: ${cell.items.map(name).join('; ')}`
            const href = cell.items.length === 1 ? address(only) : to(place, 'day', { on: cell.day })
            return html`<td class="busy"><a href="${href}" title="${said}" aria-label="${said}">${number}</a></td>`
          })}</tr>`,
      )}</tbody>${dayless.length > 0 ? html`<tfoot><tr><td colspan="7">day not known: ${dayless.map((meeting, i) => html`${i > 0 ? ', ' : undefined}<a href="${address(meeting)}">${name(meeting)}</a>`)}</td></tr></tfoot>` : undefined}</table>`,
  )}</div>`
}
