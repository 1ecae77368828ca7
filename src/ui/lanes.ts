import { addDays, type Day, daysBetween } from '../rules/dates.ts'
import { type Html, html } from './html.ts'
import { rounded, textWidth } from './labels.ts'

/** What a mark stands for; the style sheet gives each its colour as `.tone-member` and so on. */
export type Tone = 'member' | 'observer' | 'partner' | 'past' | 'guest'

/** A time in one tone, `[from, to)`, already cut to the days of the picture. */
export interface LaneSpan {
  readonly from: Day
  readonly to: Day
  readonly tone: Tone
  readonly title: string
  /** The days on which it is not certain that the span holds. */
  readonly uncertainFrom?: readonly { readonly from: Day; readonly to: Day }[]
}

export interface LaneRow {
  readonly id: string
  readonly name: string
  readonly href: string
  /** In the order of time. */
  readonly spans: readonly LaneSpan[]
}

export interface LaneOptions {
  readonly from: Day
  readonly to: Day
  readonly on: Day
  readonly onLabel: string
  readonly caption: string
  readonly form: keyof typeof forms
  /** The most room for names at the left of the wide form, in its units; 180 if not said. */
  readonly roomForNames?: number
  /** Sets it apart from other lanes on the same page, whose patterns need ids of their own. */
  readonly id?: string
}

/**
 * The narrow form is a picture of its own, with the name above the bar, not the wide one made smaller. The titled one is
 * as wide and has long names, so it has them above the bar too.
 */
const forms = {
  wide: { width: 1040, left: 180, right: 1028, head: 26, row: 20, bar: 12, barAt: 4, size: 12.5, gridAtLeast: 80 },
  titled: { width: 1040, left: 4, right: 1036, head: 26, row: 34, bar: 10, barAt: 18, size: 12.5, gridAtLeast: 80 },
  narrow: { width: 360, left: 4, right: 356, head: 28, row: 36, bar: 10, barAt: 20, size: 14, gridAtLeast: 90 },
} as const

type Form = { readonly [K in keyof typeof forms.wide]: number }

/** Between a name and its bars. */
const gutter = 10

/** One row for each participant, one bar for each time in a status; what comes after the chosen day is paler. */
export function lanes(rows: readonly LaneRow[], options: LaneOptions): Html {
  const form = fitted(rows, options)
  const { width, head, size } = form
  const x = timeScale(options, form)
  const bottom = head + rows.length * form.row
  const years = gridDays(options, (form.right - form.left) / form.gridAtLeast)
  const inside = options.from <= options.on && options.on <= options.to
  return html`<svg class="lanes lanes-${options.form}" viewBox="0 0 ${width} ${bottom + 24}" width="100%" role="group" aria-label="${options.caption}">
${hatch(hatchOf(options), 5)}
${years.map((day) => html`<line class="rule" x1="${x(day)}" x2="${x(day)}" y1="${head - 6}" y2="${bottom + 4}"/><text x="${within(x(day), day.slice(0, 4), size, width)}" y="${head - 12}" font-size="${size}" text-anchor="middle">${day.slice(0, 4)}</text>`)}
${rows.map((row, index) => html`<g>${bars(row, head + index * form.row + form.barAt, form, options)}</g>\n`)}
${inside && html`<rect class="seal" x="${rounded(x(options.on) - 0.7)}" y="${head - 6}" width="1.4" height="${bottom - head + 10}" pointer-events="none"/><text class="seal" x="${within(x(options.on), options.onLabel, size, width)}" y="${bottom + 18}" font-size="${size}" text-anchor="middle">${options.onLabel}</text>`}
${rows.map((row, index) => html`${name(row, head + index * form.row, form, options)}\n`)}
</svg>`
}

/** The wide form with no more room at the left than the longest name needs. */
function fitted(rows: readonly LaneRow[], options: LaneOptions): Form {
  const form = forms[options.form]
  if (options.form !== 'wide') return form
  const longest = Math.max(0, ...rows.map((row) => textWidth(row.name, form.size)))
  return { ...form, left: Math.min(options.roomForNames ?? form.left, Math.ceil(longest) + gutter) }
}

/** The place of a day between the left and the right edge. */
export function timeScale(
  { from, to }: { readonly from: Day; readonly to: Day },
  { left, right }: { readonly left: number; readonly right: number },
): (day: Day) => number {
  const days = Math.max(1, daysBetween(from, to))
  return (day) => rounded(left + ((right - left) * daysBetween(from, day)) / days)
}

/** The middle of a text that would stand at `x`, moved so that the text stays in the picture. */
export function within(x: number, text: string, size: number, width: number): number {
  const half = textWidth(text, size) / 2
  return rounded(Math.max(half, Math.min(width - half, x)))
}

/** Stripes of paper, so that doubt is seen without colour. Lay it over a mark as a fill. */
export function hatch(id: string, step: number): Html {
  return html`<defs><pattern id="${id}" width="${step}" height="${step}" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="${step / 2}" height="${step}" fill="var(--paper)"/></pattern></defs>`
}

/** The first days of as many round years as there is room for; without one, the first day shown. */
export function gridDays({ from, to }: { readonly from: Day; readonly to: Day }, atMost: number): Day[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))]
  const step = [1, 2, 5, 10, 20, 50].find((years) => (last - first) / years <= atMost) ?? 100
  const days = Array.from({ length: last - first + 1 }, (_, index) => first + index)
    .filter((year) => year % step === 0)
    .map((year) => `${year}-01-01` as Day)
    .filter((day) => from <= day && day <= to)
  return days.length > 0 ? days : [from]
}

function name(row: LaneRow, y: number, form: Form, options: LaneOptions): Html {
  const { left, width, size, barAt, bar } = form
  const wide = options.form === 'wide'
  const shown = shortened(row.name, size, wide ? left - gutter : width - left)
  const title = shown !== row.name && html`<title>${row.name}</title>`
  // A name above its bar stands on the lines of the grid, so it has a rim of paper.
  const place = wide
    ? html`x="${left - gutter}" y="${rounded(y + barAt + bar / 2 + 0.35 * size)}" text-anchor="end"`
    : html`x="${left}" y="${rounded(y + barAt - 0.4 * size)}" stroke="var(--paper)" stroke-width="4" paint-order="stroke"`
  return html`<a href="${row.href}">${title}<text class="strong" ${place} font-size="${size}">${shown}</text></a>`
}

function shortened(text: string, size: number, room: number): string {
  if (textWidth(text, size) <= room) return text
  const characters = [...text]
  while (characters.length > 0 && textWidth(`${characters.join('')}…`, size) > room) characters.pop()
  return `${characters.join('').trimEnd()}…`
}

function bars(row: LaneRow, y: number, form: Form, options: LaneOptions): Html[] {
  const { left, right } = form
  const x = timeScale(options, form)
  let free = left
  return row.spans.map((span, index) => {
    // A span of one day is drawn two pixels wide, and what follows it gives way.
    const start = Math.min(Math.max(x(span.from), free), right - 2)
    const meetsNext = row.spans[index + 1]?.from === span.to
    const end = Math.min(right, Math.max(start + 2, x(span.to)))
    // A pixel of paper between two statuses.
    if (meetsNext) free = end + 1
    return html`<g><title>${span.title}</title>${pieces(span, start, end, y, form, options)}</g>`
  })
}

/** A bar, cut where the chosen day ends and where doubt begins and ends. */
function pieces(span: LaneSpan, start: number, end: number, y: number, form: Form, options: LaneOptions): Html[] {
  const x = timeScale(options, form)
  const tomorrow = addDays(options.on, 1)
  const now = span.from >= tomorrow ? start : span.to <= tomorrow ? end : Math.max(start, Math.min(end, x(tomorrow)))
  const uncertain = (span.uncertainFrom ?? []).filter(({ from, to }) => from < span.to && span.from < to)
  const doubts = uncertain.map(({ from, to }) => {
    // At least four pixels, or no stripe would be seen.
    const begins = Math.max(start, Math.min(x(from), end - 4))
    return { begins, ends: Math.min(end, Math.max(x(to), begins + 4)) }
  })
  const cuts = [start, now, end, ...doubts.flatMap(({ begins, ends }) => [begins, ends])].toSorted((a, b) => a - b)
  return cuts.slice(1).flatMap((right, index) => {
    const left = cuts[index] ?? start
    if (right - left < 0.05) return []
    const doubtful = doubts.some(({ begins, ends }) => begins <= left && right <= ends)
    const place = html`x="${rounded(left)}" y="${y}" width="${rounded(right - left)}" height="${form.bar}"`
    const striped = doubtful && html`<rect ${place} fill="url(#${hatchOf(options)})"/>`
    return html`<rect class="tone-${span.tone}${left >= now && ' later'}${doubtful && ' doubtful'}" ${place}/>${striped}`
  })
}

function hatchOf({ form, id }: LaneOptions): string {
  return ['lanes-hatch', form, id].filter(Boolean).join('-')
}
