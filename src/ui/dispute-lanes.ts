import type { Day } from '../rules/index.ts'
import { type Html, html } from './html.ts'
import { rounded, textWidth } from './labels.ts'
import { hatch, timeScale, within } from './lanes.ts'

/** An event; `from` and `to` are the first and last day that its date may mean. */
export interface DisputeMark {
  readonly from: Day
  readonly to: Day
  readonly title: string
  readonly href: string
  readonly later: boolean
}

export interface DisputeLane {
  readonly name: string
  /** About what, in the words of the record; shortened where there is no room. */
  readonly about: string
  readonly href: string
  readonly from: Day
  /** The last day on record, of the dispute or of its events. */
  readonly to: Day
  readonly marks: readonly DisputeMark[]
}

export interface DisputeLaneOptions {
  readonly from: Day
  readonly to: Day
  readonly on: Day
  readonly onLabel: string
  readonly caption: string
  readonly form: 'wide' | 'narrow'
}

/** The narrow form has the name above its line. */
const forms = {
  wide: { width: 1040, left: 250, right: 1024, head: 28, row: 40, line: 24, size: 12.5, every: 5 },
  narrow: { width: 360, left: 10, right: 348, head: 28, row: 46, line: 34, size: 13, every: 10 },
} as const

/** One line for each dispute from its beginning to the last thing on record, a dot for each event. */
export function disputeLanes(lanes: readonly DisputeLane[], options: DisputeLaneOptions): Html {
  const { width, left, head, row, line, size, every } = forms[options.form]
  const x = timeScale(options, forms[options.form])
  const bottom = head + lanes.length * row
  const pattern = `disputes-hatch-${options.form}`
  const years = Array.from(
    { length: Number(options.to.slice(0, 4)) - Number(options.from.slice(0, 4)) + 1 },
    (_, index) => Number(options.from.slice(0, 4)) + index,
  )
    .filter((year) => year % every === 0)
    .map((year) => `${year}-01-01` as Day)
    .filter((day) => options.from <= day && day <= options.to)
  const inside = options.from <= options.on && options.on <= options.to
  const wide = options.form === 'wide'
  return html`<svg class="disputes disputes-${options.form}" viewBox="0 0 ${width} ${bottom + 24}" width="100%" role="group" aria-label="${options.caption}">${hatch(pattern, 4)}
${years.map((day) => html`<line class="rule" x1="${x(day)}" x2="${x(day)}" y1="${head - 8}" y2="${bottom + 2}"/><text x="${within(x(day), day.slice(0, 4), size, width)}" y="${head - 13}" font-size="${size}" text-anchor="middle">${day.slice(0, 4)}</text>`)}
${inside && html`<line class="seal" x1="${x(options.on)}" x2="${x(options.on)}" y1="${head - 8}" y2="${bottom + 4}"/><text class="seal" x="${within(x(options.on), options.onLabel, size, width)}" y="${bottom + 18}" font-size="${size}" text-anchor="middle">${options.onLabel}</text>`}
${lanes.map((lane, index) => {
  const y = head + index * row
  const label = wide
    ? html`<text class="strong" x="${left - 16}" y="${y + 17}" font-size="${size}" text-anchor="end">${lane.name}</text><text x="${left - 16}" y="${y + 32}" font-size="11" text-anchor="end">${cut(lane.about, 11, left - 22)}</text>`
    : html`<text class="strong" x="2" y="${y + 16}" font-size="${size}" stroke="var(--paper)" stroke-width="4" paint-order="stroke">${cut(`${lane.name}: ${lane.about}`, size, width - 6)}</text>`
  return html`<g><a href="${lane.href}"><title>${lane.name}: ${lane.about}</title>${label}</a>${lineOf(lane, y + line - 4, x, options.on)}${lane.marks.map((mark) => markOf(mark, y + line - 4, x, pattern))}</g>\n`
})}</svg>`
}

/** From the beginning to the last thing on record; what lies after the day is paler. */
function lineOf({ from, to }: DisputeLane, y: number, x: (day: Day) => number, on: Day): Html {
  const piece = (start: Day, end: Day, later: boolean) =>
    html`<line class="join${later && ' later'}" x1="${x(start)}" x2="${rounded(Math.max(x(start) + 2, x(end)))}" y1="${y}" y2="${y}"/>`
  if (to <= on) return piece(from, to, false)
  if (from >= on) return piece(from, to, true)
  return html`${piece(from, on, false)}${piece(on, to, true)}`
}

/** A dot for a day or a month; a striped bar where only the year is known. */
function markOf(mark: DisputeMark, y: number, x: (day: Day) => number, pattern: string): Html {
  const [first, last] = [x(mark.from), x(mark.to)]
  const shape =
    last - first > 6
      ? html`<rect class="doubt" x="${first}" y="${y - 3}" width="${rounded(last - first)}" height="6"/><rect x="${first}" y="${y - 3}" width="${rounded(last - first)}" height="6" fill="url(#${pattern})"/>`
      : html`<circle class="event" cx="${rounded((first + last) / 2)}" cy="${y}" r="4"/>`
  return html`<a href="${mark.href}"${mark.later && html` class="later"`}><title>${mark.title}</title>${shape}</a>`
}

function cut(text: string, size: number, room: number): string {
  if (textWidth(text, size) <= room) return text
  const characters = [...text]
  while (characters.length > 0 && textWidth(`${characters.join('')}…`, size) > room) characters.pop()
  return `${characters.join('').trimEnd()}…`
}
