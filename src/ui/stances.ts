import { dayOfEffect, nameOf, type ReportedStance, spanOf } from '../record/index.ts'
import { addDays, type Day, daysBetween, earliest, latest } from '../rules/index.ts'
import { actAddress } from './acts.ts'
import { type Html, html } from './html.ts'
import { rounded, textWidth } from './labels.ts'
import { gridDays, timeScale, within } from './lanes.ts'
import { type Place, to } from './layout.ts'
import { doubtKinds, onItsDay } from './sentences.ts'
import { capitalised, dateInWords } from './words.ts'

const forms = {
  wide: { width: 1040, left: 170, right: 1020, head: 24, above: 0, size: 12.5, gridAtLeast: 80 },
  narrow: { width: 360, left: 14, right: 346, head: 26, above: 22, size: 14, gridAtLeast: 80 },
} as const

/** The radius of a mark, and the height of a row of marks. */
const [radius, row] = [9, 24]

interface Mark {
  readonly number: number
  readonly stance: ReportedStance
  readonly x: number
  /** Marks that would cover each other stand in rows below one another. */
  readonly row: number
}

/** What participants are reported to have held, over time: a picture of who spoke when, and the list that it numbers. */
export function stancesOverTime(stances: readonly ReportedStance[], place: Place): Html {
  const span = spanOf(stances)
  const years = span ? daysBetween(span.first, span.last) / 365 : 0
  // A picture of time says nothing of what was said on one occasion.
  const picture = span && stances.length > 2 && years > 1
  const options = span && { from: `${span.first.slice(0, 4)}-01-01` as Day, to: addDays(span.last, 90) }
  return html`${picture && options ? html`<figure class="tight years"><div class="wide-only">${lanesOf(stances, options, place, 'wide')}</div><div class="narrow-only">${lanesOf(stances, options, place, 'narrow')}</div><figcaption class="note">Each mark is a reported stance, with its number in the list below; it says when, not what.</figcaption></figure>` : undefined}
<ol class="numbered">${stances.map((stance, index) => item(stance, index + 1, place))}</ol>`
}

function item(stance: ReportedStance, number: number, place: Place): Html {
  const { act } = stance
  const doubt = act.doubt[0]
  const later = dayOfEffect(act) > place.organisation.day
  return html`<li id="stance-${number}"${later && html` class="later-act"`}><span class="no">${number}</span><span><span class="when">${dateInWords(act.on)}${later && ', after this day'}</span> · <a href="${to(place, `participants/${act.participant}`)}">${nameOf(onItsDay(place.organisation, stance), act.participant)}</a>: ${act.says}${doubt && html` <span class="tag wait">${doubtKinds[doubt.kind]}</span>`}<br><small>${capitalised(act.attribution)} · <a href="${actAddress(place, stance)}">source</a></small></span></li>`
}

function lanesOf(
  stances: readonly ReportedStance[],
  span: { readonly from: Day; readonly to: Day },
  place: Place,
  name: keyof typeof forms,
): Html {
  const form = forms[name]
  const people = [...new Set(stances.map(({ act }) => act.participant))]
  const names = people.map((id) => nameOf(place.organisation, id))
  const longest = Math.max(...names.map((one) => textWidth(one, form.size)))
  const left = name === 'wide' ? Math.min(form.left, Math.ceil(longest) + 2 * radius + 6) : form.left
  const x = timeScale(span, { left, right: form.right })
  const lanes = people.map((id) => marksOf(stances, id, x))
  const heights = lanes.map((marks) => form.above + row * (1 + Math.max(...marks.map((mark) => mark.row))) + 4)
  const tops = heights.map((_, index) => form.head + heights.slice(0, index).reduce((sum, height) => sum + height, 0))
  const bottom = form.head + heights.reduce((sum, height) => sum + height, 0)
  const { day } = place.organisation
  const years = gridDays(span, (form.right - left) / form.gridAtLeast)
  return html`<svg viewBox="0 0 ${form.width} ${bottom + 4}" width="100%" role="group" aria-label="Reported stances by participant and year; the list below says what each is">
${years.map((one) => html`<line class="rule" x1="${x(one)}" x2="${x(one)}" y1="${form.head - 6}" y2="${bottom}"/><text x="${within(x(one), one.slice(0, 4), form.size, form.width)}" y="${form.head - 11}" font-size="${form.size}" text-anchor="middle">${one.slice(0, 4)}</text>`)}
${span.from <= day && day <= span.to && html`<rect class="seal" x="${rounded(x(day) - 0.7)}" y="${form.head - 6}" width="1.4" height="${bottom - form.head + 6}"/>`}
${lanes.map((marks, index) => html`${label(names[index] ?? '', people[index] ?? '', tops[index] ?? 0, left, name, place)}${marks.map((mark) => drawn(mark, (tops[index] ?? 0) + form.above + row / 2 + mark.row * row, x, names[index] ?? '', day))}\n`)}</svg>`
}

/** The marks of one participant in order, each in the first row where it covers none before it. */
function marksOf(stances: readonly ReportedStance[], participant: string, x: (day: Day) => number): Mark[] {
  const ends: number[] = []
  return stances.flatMap((stance, index) => {
    if (stance.act.participant !== participant) return []
    const at = rounded((x(earliest(stance.act.on)) + x(latest(stance.act.on))) / 2)
    const free = ends.findIndex((end) => end <= at - radius)
    const place = free < 0 ? ends.length : free
    ends[place] = at + radius + 2
    return [{ number: index + 1, stance, x: at, row: place }]
  })
}

function label(text: string, id: string, top: number, left: number, name: keyof typeof forms, place: Place): Html {
  const { size } = forms[name]
  const where =
    name === 'wide'
      ? html`x="${left - radius - 6}" y="${rounded(top + row / 2 + 0.35 * size)}" text-anchor="end"`
      : html`x="4" y="${top + 16}" stroke="var(--paper)" stroke-width="4" paint-order="stroke"`
  return html`<a href="${to(place, `participants/${id}`)}"><text class="strong" ${where} font-size="${size}">${text}</text></a>`
}

/** A numbered mark; where only a month or a year is known, with a line through all the days that it may mean. */
function drawn(
  { number, stance, x: at, row: _ }: Mark,
  y: number,
  x: (day: Day) => number,
  who: string,
  today: Day,
): Html {
  const { act } = stance
  const [from, until] = [x(earliest(act.on)), x(latest(act.on))]
  const line = until - from > 2 * radius && html`<line class="span" x1="${from}" x2="${until}" y1="${y}" y2="${y}"/>`
  const title = `${number}. ${dateInWords(act.on)}, ${who}: ${act.says} (${act.attribution})`
  return html`<a href="#stance-${number}" aria-label="${title}"${dayOfEffect(act) > today && html` class="later"`}><title>${title}</title>${line}<circle class="mark" cx="${at}" cy="${y}" r="${radius}"/><text class="strong" x="${at}" y="${rounded(y + 4)}" font-size="11" text-anchor="middle">${number}</text></a>`
}
