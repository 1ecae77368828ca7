import { type Html, html } from './html.ts'
import { rounded } from './labels.ts'
import { hatch, within } from './lanes.ts'
import { yearLabel } from './years.ts'

/** One year of a row. */
export interface StripYear {
  readonly year: number
  readonly value: number
  /** How much of the value is doubtful, or may be short of what there was: drawn hatched. */
  readonly doubtful: number
  /** Out of how many, drawn as a frame. */
  readonly of?: number
  /** It is on record, and not only not found, that there was none: written as 0. */
  readonly none?: boolean
  readonly title: string
}

export interface StripRow {
  readonly id: string
  readonly name: string
  readonly href: string
  readonly years: readonly StripYear[]
}

const forms = {
  wide: { width: 1040, left: 190, right: 1036, foot: 18, row: 50, bar: 30, barAt: 14, size: 12, digits: 10.5 },
  narrow: { width: 360, left: 2, right: 358, foot: 20, row: 64, bar: 28, barAt: 32, size: 14, digits: 10.5 },
} as const

/** Rows of bars by year, all on one scale from nothing to the greatest of any row; an empty year has no bar. */
export function yearStrips(rows: readonly StripRow[], caption: string, id: string): Html {
  return html`<div class="wide-only">${drawn(rows, caption, id, 'wide')}</div><div class="narrow-only">${drawn(rows, caption, id, 'narrow')}</div>`
}

function drawn(rows: readonly StripRow[], caption: string, id: string, which: keyof typeof forms): Html {
  const form = forms[which]
  const most = Math.max(1, ...rows.flatMap(({ years }) => years.map(({ value, of }) => Math.max(value, of ?? 0))))
  const pattern = `strips-${id}-${which}`
  const years = rows[0]?.years ?? []
  const step = (form.right - form.left) / Math.max(1, years.length)
  const bottom = rows.length * form.row
  return html`<svg class="strips" viewBox="0 0 ${form.width} ${bottom + form.foot}" width="100%" role="group" aria-label="${caption}">
${hatch(pattern, 4)}
${rows.map((row, index) => html`<g>${nameOf(row, index * form.row, which)}${row.years.map((year, at) => bar(year, form.left + at * step, index * form.row, step, form, most, pattern))}<line class="rule" x1="${form.left}" x2="${form.right}" y1="${index * form.row + form.barAt + form.bar}" y2="${index * form.row + form.barAt + form.bar}"/></g>\n`)}
${years.map(({ year }, at) => {
  const label = yearLabel(year, at, years.length, which === 'wide')
  return label
    ? html`<text x="${within(form.left + (at + 0.5) * step, label, form.size - 1, form.width)}" y="${bottom + form.foot - 4}" font-size="${form.size - 1}" text-anchor="middle">${label}</text>`
    : undefined
})}</svg>`
}

function nameOf({ name, href }: StripRow, y: number, which: keyof typeof forms): Html {
  const { left, barAt, bar, size } = forms[which]
  const place =
    which === 'wide'
      ? html`x="${left - 12}" y="${rounded(y + barAt + bar - 4)}" text-anchor="end"`
      : html`x="${left}" y="${rounded(y + size + 2)}"`
  return html`<a href="${href}"><text class="strong" ${place} font-size="${size}">${name}</text></a>`
}

function bar(
  { value, doubtful, of, none, title }: StripYear,
  x: number,
  top: number,
  step: number,
  { barAt, bar: height, digits }: (typeof forms)[keyof typeof forms],
  most: number,
  pattern: string,
): Html {
  const foot = top + barAt + height
  const [left, width] = [rounded(x + step * 0.1), rounded(step * 0.8)]
  const high = (amount: number) => rounded((height * amount) / most)
  const rect = (amount: number, more: Html, below = 0) =>
    html`<rect x="${left}" y="${rounded(foot - high(below + amount))}" width="${width}" height="${high(amount)}" ${more}/>`
  return html`<g><title>${title}</title><rect class="ghost" x="${left}" y="${top + barAt}" width="${width}" height="${height}"/>${of === undefined ? undefined : rect(of, html`class="frame"`)}${value > 0 ? rect(value, html`class="tone-member"`) : undefined}${doubtful > 0 ? rect(doubtful, html`fill="url(#${pattern})"`, value - doubtful) : undefined}${value > 0 || none ? html`<text x="${rounded(x + step / 2)}" y="${rounded(foot - high(Math.max(value, of ?? 0)) - 3)}" font-size="${digits}" text-anchor="middle">${value}</text>` : undefined}</g>`
}
