import type { YearCount } from '../record/index.ts'
import { type Day, earliest, latest, type PartialDate } from '../rules/index.ts'
import { type Html, html } from './html.ts'
import { rounded, textWidth } from './labels.ts'
import { gridDays, timeScale, within } from './lanes.ts'

/** Filled, open, crossed out, or small: what each stands for, the legend of the page says. */
export type DotShape = 'full' | 'open' | 'crossed' | 'small'

export interface Dot {
  readonly on: PartialDate
  readonly shape: DotShape
  readonly title: string
  readonly href: string
}

export interface DotRow {
  readonly label: string
  readonly href?: string | undefined
  readonly dots: readonly Dot[]
}

export interface DotOptions {
  readonly caption: string
  /** The years drawn, both included. */
  readonly years: readonly [number, number]
  readonly on: Day
  /** How complete the record is in each year: drawn as a strip at the foot; with none, no strip. */
  readonly coverage: readonly YearCount[]
  /** Sets the pattern apart from that of another picture on the page. */
  readonly id: string
}

const forms = {
  wide: { width: 1040, right: 1024, head: 24, above: 0, size: 12.5, radius: 5.5, row: 15, gap: 12, grid: 70 },
  narrow: { width: 360, right: 346, head: 26, above: 21, size: 14, radius: 5.5, row: 15, gap: 10, grid: 70 },
} as const
type Form = { readonly [K in keyof typeof forms.wide]: number }

const complete = new Set(['complete', 'nearly-complete'])

/** One row for each kind of thing, one dot for each thing at its time; at the foot how complete the record of each year is. */
export function dotLanes(rows: readonly DotRow[], options: DotOptions): Html {
  return html`<div class="wide-only">${picture(rows, options, 'wide')}</div><div class="narrow-only">${picture(rows, options, 'narrow')}</div>`
}

/** What the strip at the foot means. */
export function stripLegend(): Html {
  return html`<li><span class="swatch strip-full"></span>foot: record of that year complete or nearly so</li><li><span class="swatch hatched"></span>landmarks or a sample only</li><li><span class="swatch strip-none"></span>nothing, or not stated</li>`
}

/** A dot as it stands in a legend. */
export function dotSwatch(shape: DotShape): Html {
  return html`<svg class="inline dots" viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">${drawn(shape, 7, 7, 5.5)}</svg>`
}

function picture(rows: readonly DotRow[], options: DotOptions, name: keyof typeof forms): Html {
  const form: Form = forms[name]
  const [first, last] = options.years
  const longest = Math.max(0, ...rows.map((row) => textWidth(row.label, form.size)))
  const left = name === 'wide' ? Math.min(260, Math.ceil(longest) + 22) : 12
  const span = { from: `${first}-01-01` as Day, to: `${last + 1}-01-01` as Day }
  const x = timeScale(span, { left, right: form.right })
  const placed = rows.map(({ dots }) => placedIn(dots, x, form.radius))
  const heights = placed.map(
    (dots) => form.above + form.row * (1 + Math.max(0, ...dots.map((dot) => dot.line))) + form.gap,
  )
  const tops = heights.map((_, index) => form.head + heights.slice(0, index).reduce((sum, height) => sum + height, 0))
  const bottom = form.head + heights.reduce((sum, height) => sum + height, 0)
  const grid = gridDays(span, (form.right - left) / form.grid)
  return html`<svg class="dots" viewBox="0 0 ${form.width} ${bottom + 22}" width="100%" role="group" aria-label="${options.caption}">
${grid.map((day) => html`<line class="rule" x1="${x(day)}" x2="${x(day)}" y1="${form.head - 6}" y2="${bottom}"/><text x="${within(x(day), day.slice(0, 4), form.size, form.width)}" y="${form.head - 11}" font-size="${form.size}" text-anchor="middle">${day.slice(0, 4)}</text>`)}
${span.from <= options.on && options.on < span.to && html`<rect class="seal" x="${rounded(x(options.on) - 0.7)}" y="${form.head - 6}" width="1.4" height="${bottom - form.head + 6}" pointer-events="none"/>`}
${rows.map((row, index) => {
  const top = tops[index] ?? 0
  return html`<line class="rule" x1="${name === 'wide' ? left : 4}" x2="${form.right}" y1="${rounded(top + (heights[index] ?? 0) - form.gap / 2)}" y2="${rounded(top + (heights[index] ?? 0) - form.gap / 2)}"/>${label(row, top, left, form, name)}${(placed[index] ?? []).map((one) => mark(one, top + form.above + form.row * (one.line + 0.5), x, form.radius))}\n`
})}
${options.coverage.length > 0 && strip(options, x, bottom, `${options.id}-${name}`)}</svg>`
}

function label({ label: text, href }: DotRow, top: number, left: number, form: Form, name: keyof typeof forms): Html {
  const place =
    name === 'wide'
      ? html`x="${left - 14}" y="${rounded(top + form.row / 2 + 0.35 * form.size)}" text-anchor="end"`
      : html`x="4" y="${rounded(top + 14)}"`
  const words = html`<text class="strong lane-label" ${place} font-size="${form.size}">${text}</text>`
  return href ? html`<a href="${href}">${words}</a>` : words
}

interface Placed extends Dot {
  readonly x: number
  /** Dots that would cover each other stand in lines below one another. */
  readonly line: number
}

function placedIn(dots: readonly Dot[], x: (day: Day) => number, radius: number): Placed[] {
  const ends: number[] = []
  return dots.map((dot) => {
    const at = rounded((x(earliest(dot.on)) + x(latest(dot.on))) / 2)
    const free = ends.findIndex((end) => end <= at - radius)
    const line = free < 0 ? ends.length : free
    ends[line] = at + radius + 1
    return { ...dot, x: at, line }
  })
}

/** Where only a month or a year is known, with a line through all the days that it may mean. */
function mark({ on, shape, title, href, x: at }: Placed, y: number, x: (day: Day) => number, radius: number): Html {
  const [from, until] = [x(earliest(on)), x(latest(on))]
  const line = until - from > 2 * radius && html`<line class="span" x1="${from}" x2="${until}" y1="${y}" y2="${y}"/>`
  return html`<a href="${href}" aria-label="${title}"><title>${title}</title>${line}<circle cx="${at}" cy="${y}" r="9" fill="transparent"/>${drawn(shape, at, y, radius)}</a>`
}

function drawn(shape: DotShape, x: number, y: number, radius: number): Html {
  switch (shape) {
    case 'full':
      return html`<circle class="tone-member" cx="${x}" cy="${y}" r="${radius}"/>`
    case 'open':
      return html`<circle class="open" cx="${x}" cy="${y}" r="${radius - 1}"/>`
    case 'small':
      return html`<circle class="minor" cx="${x}" cy="${y}" r="${radius - 2}"/>`
    case 'crossed': {
      const arm = radius - 1
      return html`<path class="crossed" d="M${x - arm} ${y - arm}L${x + arm} ${y + arm}M${x + arm} ${y - arm}L${x - arm} ${y + arm}"/>`
    }
  }
}

/** How complete the record is, year by year: a full strip, a hatched one, or an outline where nothing is on record. */
function strip({ coverage, years, id }: DotOptions, x: (day: Day) => number, bottom: number, name: string): Html {
  const pattern = `strip-${id}-${name}`
  const [first, last] = years
  return html`<defs><pattern id="${pattern}" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="2" height="5" class="tone-past"/></pattern></defs>${Array.from(
    { length: last - first + 1 },
    (_, index) => {
      const year = first + index
      const stated = coverage.find((one) => one.year === year)?.coverage
      const [from, until] = [x(`${year}-01-01` as Day), x(`${year + 1}-01-01` as Day)]
      const place = html`x="${rounded(from + 0.5)}" y="${bottom + 8}" width="${rounded(Math.max(1, until - from - 1))}" height="7"`
      if (stated !== undefined && complete.has(stated)) return html`<rect class="tone-past" ${place}/>`
      if (stated === undefined || stated === 'none') return html`<rect class="strip-none" ${place}/>`
      return html`<rect ${place} fill="url(#${pattern})"/>`
    },
  )}`
}
