import type { YearCell } from '../record/index.ts'
import { isFirm } from '../record/index.ts'
import { type Html, html } from './html.ts'
import { rounded } from './labels.ts'
import { within } from './lanes.ts'
import { coverageWord } from './sentences.ts'
import { yearLabel } from './years.ts'

/** One thing that is counted by year, and where the list behind each count is. */
export interface Band {
  readonly name: string
  readonly cells: readonly YearCell[]
  readonly href: (year: number) => string
}

/**
 * What is counted by year, one band below another on one scale. The part of a bar that rests on a complete record is
 * full, the rest hatched; the line at the foot is whole where the record of the year is complete, or nearly so, and the
 * year over: only there a year without a bar has none.
 */
export function bands(rows: readonly Band[]): Html {
  return html`<figure class="tight years">${bandPictures(rows, 'bands')}<figcaption>${bandLegend}</figcaption>
<details><summary><small>As a table</small></summary>${bandTable(rows)}</details></figure>`
}

/** Both forms of the picture alone; `id` sets it apart from others on the page. */
export function bandPictures(rows: readonly Band[], id: string): Html {
  return html`<div class="wide-only">${picture(rows, 1040, id)}</div><div class="narrow-only">${picture(rows, 360, id)}</div>`
}

export const bandLegend = html`<ul class="legend"><li><span class="swatch tone-member"></span>of a kind that is complete, or nearly, for that year</li><li><span class="swatch hatched"></span>landmarks or a sample: a short bar, or none, may mean that little was found</li><li>a whole line at the foot: complete, or nearly, and the year is over; a 0 is a zero only there</li></ul>`

function picture(rows: readonly Band[], width: number, id: string): Html {
  const wide = width > 500
  const [left, right, unit, size] = [4, width - 4, wide ? 5 : 4, wide ? 11.5 : 12]
  const years = rows[0]?.cells.map(({ year }) => year) ?? []
  // A record of few years is not stretched over the whole width.
  const step = Math.min(60, (right - left) / Math.max(1, years.length))
  const pattern = `${id}-hatch-${width}`
  const heights = rows.map(({ cells }) => 46 + unit * most(cells))
  const feet = heights.map((_, index) => heights.slice(0, index + 1).reduce((sum, height) => sum + height, 0))
  const bottom = feet.at(-1) ?? 0
  const x = (index: number) => rounded(left + index * step + step * 0.14)
  const barWidth = rounded(step * 0.72)
  return html`<svg class="bars" viewBox="0 0 ${width} ${bottom + 24}" width="100%" role="group" aria-label="By year: ${rows.map(({ name }) => name).join(', ')}, with coverage"><defs><pattern id="${pattern}" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="2" height="5" class="tone-member"/></pattern></defs>
${rows.map((row, band) => {
  const foot = feet[band] ?? 0
  const total = row.cells.reduce((sum, { count }) => sum + count, 0)
  return html`<text class="strong" x="${left}" y="${rounded(foot - (heights[band] ?? 0) + 23)}" font-size="${size + 1}">${row.name}: ${total}</text>
${row.cells.map((cell, index) => bar(cell, row, { x: x(index), foot, barWidth, unit, size, wide, peak: most(row.cells), pattern }))}\n`
})}
${years.map((year, index) => {
  const label = yearLabel(year, index, years.length, wide)
  return label
    ? html`<text x="${within(x(index) + barWidth / 2, label, size, width)}" y="${bottom + 17}" font-size="${size}" text-anchor="middle">${label}</text>`
    : undefined
})}</svg>`
}

interface Drawing {
  readonly x: number
  readonly foot: number
  readonly barWidth: number
  readonly unit: number
  readonly size: number
  readonly wide: boolean
  readonly peak: number
  readonly pattern: string
}

function bar(cell: YearCell, { name, href }: Band, drawing: Drawing): Html {
  const { x, foot, barWidth, unit, size, wide, peak, pattern } = drawing
  const { year, over, count, firm } = cell
  const whole = over && cell.coverage.length > 0 && cell.coverage.every(({ coverage }) => isFirm(coverage))
  const line = html`<line class="${whole ? 'foot' : 'foot open'}" x1="${x}" x2="${rounded(x + barWidth)}" y1="${foot + 1}" y2="${foot + 1}"/>`
  const middle = rounded(x + barWidth / 2)
  const zero =
    whole && wide && html`<text x="${middle}" y="${foot - 4}" font-size="${size - 1}" text-anchor="middle">0</text>`
  if (count === 0) return html`${zero}${line}`
  const [solid, loose] = [firm * unit, (count - firm) * unit]
  const numbered = wide || count === peak
  const title = `${year}, ${name.toLowerCase()}: ${count} on record; ${covered(cell)}`
  return html`<a href="${href(year)}" aria-label="${title}"><title>${title}</title>${solid > 0 && html`<rect x="${x}" y="${rounded(foot - solid)}" width="${barWidth}" height="${solid}" class="tone-member"/>`}${loose > 0 && html`<rect x="${x}" y="${rounded(foot - solid - loose)}" width="${barWidth}" height="${loose}" fill="url(#${pattern})"/>`}${numbered && html`<text x="${middle}" y="${rounded(foot - solid - loose - 4)}" font-size="${size - 1}" text-anchor="middle">${count}</text>`}</a>${line}`
}

export function bandTable(rows: readonly Band[]): Html {
  const years = rows[0]?.cells.map(({ year }) => year) ?? []
  return html`<table class="cards"><thead><tr><th scope="col">Year</th>${rows.map(({ name, cells }) => html`<th scope="col">${name}${cells[0]?.coverage.length === 0 && ' (coverage not stated)'}</th>`)}</tr></thead><tbody>${years.map(
    (year, index) =>
      html`<tr><th scope="row">${year}</th>${rows.map(({ name, cells, href }) => {
        const cell = cells[index]
        if (!cell) return html`<td></td>`
        return html`<td data-label="${name.toLowerCase()}">${cell.count > 0 ? html`<a href="${href(year)}">${cell.count}</a>` : 0} ${cell.coverage.length > 0 && html`<small>${covered(cell)}</small>`}</td>`
      })}</tr>`,
  )}</tbody></table>`
}

/** How complete the record is for a count, in a few words. */
function covered(cell: YearCell): string {
  const said = degreeOf(cell)
  return cell.over ? said : `${said}, year not over`
}

function degreeOf({ count, firm, coverage }: YearCell): string {
  const [only] = coverage
  if (!only) return 'coverage not stated'
  if (coverage.length === 1) return only.coverage ? coverageWord(only.coverage) : 'coverage not stated'
  return count === 0 ? 'coverage differs by body' : `${firm} from a complete series`
}

function most(cells: readonly YearCell[]): number {
  return Math.max(0, ...cells.map(({ count }) => count))
}
