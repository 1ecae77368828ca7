import type { Milestone } from '../record/index.ts'
import { type Day, daysBetween } from '../rules/index.ts'
import { type Html, html } from './html.ts'
import { rounded, textWidth } from './labels.ts'
import { hatch, type Tone, timeScale, within } from './lanes.ts'

/** A milestone on a lane; `from` and `to` are the first and last day that its date may mean. */
export interface Mark {
  readonly milestone: Milestone
  readonly from: Day
  readonly to: Day
  readonly title: string
  readonly href: string
  readonly later: boolean
}

/** A status held, `[from, to)`, cut to the days of the picture. */
export interface StatusSpan {
  readonly from: Day
  readonly to: Day
  readonly tone: Tone
  readonly title: string
}

export interface AccessionLane {
  readonly name: string
  /** How long it took in all, or where it stands. */
  readonly says: string
  readonly href: string
  /** In the order of time. */
  readonly marks: readonly Mark[]
  /** What is written between a mark and the next, where there is room. */
  readonly between: readonly (string | undefined)[]
  readonly spans: readonly StatusSpan[]
}

export interface AccessionOptions {
  readonly from: Day
  readonly to: Day
  readonly on: Day
  readonly onLabel: string
  readonly caption: string
  readonly form: 'wide' | 'narrow'
}

/** The sign of each milestone; its number is that of the legend and of the table's columns. */
export const signs: { readonly [M in Milestone]: string } = {
  application: '1',
  opened: '2',
  memorandum: '3',
  membership: '4',
  'not-agreed': '×',
}

/** The narrow form has the name above its lane. */
const forms = {
  wide: { width: 1040, left: 190, right: 1024, head: 28, row: 58, line: 22, bar: 38, size: 12.5, radius: 9, every: 2 },
  narrow: { width: 360, left: 12, right: 346, head: 28, row: 84, line: 42, bar: 58, size: 13, radius: 9, every: 5 },
} as const

type Form = (typeof forms)[keyof typeof forms]

/** One lane for each participant: its milestones as numbered signs, the time between them, and its statuses below. */
export function accessionLanes(lanes: readonly AccessionLane[], options: AccessionOptions): Html {
  const form = forms[options.form]
  const { width, head, row, size } = form
  const x = timeScale(options, form)
  const bottom = head + lanes.length * row
  const inside = options.from <= options.on && options.on <= options.to
  return html`<svg class="accession accession-${options.form}" viewBox="0 0 ${width} ${bottom + 24}" width="100%" role="group" aria-label="${options.caption}">${hatch(hatchOf(options), 5)}
${gridYears(options, form.every).map((day) => html`<line class="rule" x1="${x(day)}" x2="${x(day)}" y1="${head - 8}" y2="${bottom + 2}"/><text x="${within(x(day), day.slice(0, 4), size, width)}" y="${head - 13}" font-size="${size}" text-anchor="middle">${day.slice(0, 4)}</text>`)}
${inside && html`<line class="seal" x1="${x(options.on)}" x2="${x(options.on)}" y1="${head - 8}" y2="${bottom + 4}"/><text class="seal" x="${within(x(options.on), options.onLabel, size, width)}" y="${bottom + 18}" font-size="${size}" text-anchor="middle">${options.onLabel}</text>`}
${lanes.map((one, index) => html`<g>${name(one, head + index * row, form, options)}${spans(one, head + index * row, form, options)}${marks(one, head + index * row, form, options)}</g>\n`)}</svg>`
}

function name(lane: AccessionLane, y: number, form: Form, { form: which }: AccessionOptions): Html {
  const { size, left, line } = form
  if (which === 'narrow')
    return html`<a href="${lane.href}"><text class="strong" x="4" y="${y + 18}" font-size="${size + 1}" stroke="var(--paper)" stroke-width="4" paint-order="stroke">${lane.name}: ${lane.says}</text></a>`
  return html`<a href="${lane.href}"><text class="strong" x="${left - 18}" y="${y + line}" font-size="${size + 0.5}" text-anchor="end">${lane.name}</text><text x="${left - 18}" y="${y + line + 16}" font-size="${size - 0.5}" text-anchor="end">${lane.says}</text></a>`
}

function spans({ spans: all }: AccessionLane, y: number, form: Form, options: AccessionOptions): Html[] {
  const x = timeScale(options, form)
  return all.map(({ from, to, tone, title }) => {
    const isLater = from > options.on
    return html`<rect class="tone-${tone}${isLater && ' later'}" x="${x(from)}" y="${y + form.bar}" width="${rounded(Math.max(2, x(to) - x(from) - 1))}" height="8"><title>${title}</title></rect>`
  })
}

function marks({ marks: all, between }: AccessionLane, y: number, form: Form, options: AccessionOptions): Html {
  const x = timeScale(options, form)
  const { radius, line, bar, size } = form
  const places = apart(
    all.map((mark) => (x(mark.from) + x(mark.to)) / 2),
    2 * radius + 3,
    form,
  )
  const joins = places.slice(1).map((right, index) => {
    const left = places[index] ?? right
    const label = between[index]
    const room = right - left - 2 * radius - 6
    const fits = label !== undefined && textWidth(label, size - 1) <= room
    const isLater = all[index + 1]?.later
    return html`<g${isLater && html` class="later"`}><line class="join" x1="${rounded(left + radius)}" x2="${rounded(right - radius)}" y1="${y + line}" y2="${y + line}"/>${fits && html`<text x="${rounded((left + right) / 2)}" y="${y + line - 5}" font-size="${size - 1}" text-anchor="middle">${label}</text>`}</g>`
  })
  const signsOf = all.map((mark, index) => {
    const at = rounded(places[index] ?? 0)
    const [first, last] = [x(mark.from), x(mark.to)]
    const doubtful = mark.from !== mark.to
    // Where the date is a month or a year: the time that it may mean, striped, on the bar of statuses.
    const span =
      doubtful &&
      html`<rect class="doubt" x="${first}" y="${y + bar - 5}" width="${rounded(Math.max(4, last - first))}" height="4"/><rect x="${first}" y="${y + bar - 5}" width="${rounded(Math.max(4, last - first))}" height="4" fill="url(#${hatchOf(options)})"/>`
    const tick = html`<line class="leader" x1="${at}" x2="${rounded((first + last) / 2)}" y1="${y + line + radius}" y2="${y + bar - 1}"/>`
    const shape =
      mark.milestone === 'not-agreed'
        ? html`<rect class="sign not-agreed" x="${at - radius + 1}" y="${y + line - radius + 1}" width="${2 * radius - 2}" height="${2 * radius - 2}"/>`
        : html`<circle class="sign ${mark.milestone}${doubtful && ' doubtful'}" cx="${at}" cy="${y + line}" r="${radius}"/>`
    return html`<g${mark.later && html` class="later"`}>${span}${tick}<a href="${mark.href}"><title>${mark.title}</title>${shape}<text class="sign-text ${mark.milestone}" x="${at}" y="${rounded(y + line + 4.2)}" font-size="12" text-anchor="middle">${signs[mark.milestone]}</text></a></g>`
  })
  return html`${joins}${signsOf}`
}

/** Moved as little as needs be so that no two are nearer than `gap` and all stay inside. */
export function apart(
  places: readonly number[],
  gap: number,
  { left, right }: { readonly left: number; readonly right: number },
): number[] {
  const moved: number[] = []
  for (const place of places) moved.push(Math.max(left, place, (moved.at(-1) ?? Number.NEGATIVE_INFINITY) + gap))
  for (let index = moved.length - 1, edge = right; index >= 0; index--) {
    moved[index] = Math.min(moved[index] as number, edge)
    edge = (moved[index] as number) - gap
  }
  return moved
}

function gridYears({ from, to }: AccessionOptions, every: number): Day[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))]
  const step = last - first < 4 ? 1 : every
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
    .filter((year) => year % step === 0)
    .map((year) => `${year}-01-01` as Day)
    .filter((day) => from <= day && day <= to && daysBetween(day, to) > 60)
}

function hatchOf({ form }: AccessionOptions): string {
  return `accession-hatch-${form}`
}
