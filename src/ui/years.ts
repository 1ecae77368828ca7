import type { YearCount } from '../record/index.ts'
import { type Html, html } from './html.ts'
import { within } from './lanes.ts'
import { coverageWord } from './sentences.ts'

/** Coverage under which a short bar may simply mean that little was found. */
const thin = new Set(['landmarks-only', 'sample', 'none'])

/**
 * Bars by year with coverage drawn in: a full bar where the record is complete or nearly so, a hatched one where it has
 * only landmarks or a sample. The line at the foot is whole where it is complete and the year over: there alone none is
 * written as 0. Each bar leads to its year.
 */
export function yearBars(counts: readonly YearCount[], caption: string, href: (year: number) => string): Html {
  return html`<figure class="tight years"><div class="wide-only">${bars(counts, caption, href, 1040)}</div><div class="narrow-only">${bars(counts, caption, href, 360)}</div>
<figcaption><ul class="legend"><li><span class="swatch tone-member"></span>complete or nearly so</li><li><span class="swatch hatched"></span>landmarks or a sample only: a short bar may mean that little was found</li><li>a whole line at the foot: complete or nearly so, and the year is over; none is 0 only there</li></ul></figcaption>
<details><summary><small>As a table</small></summary><table class="cards"><thead><tr><th scope="col">Year</th><th scope="col" class="number">On record</th><th scope="col">Coverage</th><th scope="col">On what that rests</th></tr></thead><tbody>${counts.map(({ year, count, coverage, basis, over }) => html`<tr><th scope="row"><a href="${href(year)}">${year}</a></th><td class="number">${count}</td><td>${coverage ? coverageWord(coverage) : 'not stated'}${over ? undefined : ', year not over'}</td><td>${basis}</td></tr>`)}</tbody></table></details></figure>`
}

function bars(counts: readonly YearCount[], caption: string, href: (year: number) => string, width: number): Html {
  const wide = width > 500
  const [left, right, top, height] = [4, width - 4, wide ? 18 : 16, wide ? 110 : 90]
  const most = Math.max(1, ...counts.map((c) => c.count))
  const step = (right - left) / Math.max(1, counts.length)
  const size = wide ? 11.5 : 12
  const pattern = `years-hatch-${width}`
  const foot = top + height
  return html`<svg class="bars" viewBox="0 0 ${width} ${foot + 22}" width="100%" role="group" aria-label="${caption}"><defs><pattern id="${pattern}" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="2" height="5" class="tone-member"/></pattern></defs>
${counts.map(({ year, count, coverage, over }, index) => {
  const x = round(left + index * step + step * 0.12)
  const barWidth = round(step * 0.76)
  const barHeight = round((height * count) / most)
  const middle = round(x + barWidth / 2)
  const isThin = coverage === undefined || thin.has(coverage)
  const isWhole = !isThin && over
  const title = `${year}: ${count} on record; coverage ${coverage ? coverageWord(coverage) : 'not stated'}${over ? '' : '; the year is not over'}`
  const label = yearLabel(year, index, counts.length, wide)
  const numbered = (count > 0 || isWhole) && (wide || step > 14 || count === most)
  return html`<a href="${href(year)}" aria-label="${title}"><title>${title}</title><rect x="${x}" y="${top}" width="${barWidth}" height="${height}" class="ghost"/>${isThin ? html`<rect x="${x}" y="${round(foot - barHeight)}" width="${barWidth}" height="${barHeight}" fill="url(#${pattern})"/>` : html`<rect x="${x}" y="${round(foot - barHeight)}" width="${barWidth}" height="${barHeight}" class="tone-member"/>`}${numbered ? html`<text x="${middle}" y="${round(foot - barHeight - 4)}" font-size="${size - 1}" text-anchor="middle">${count}</text>` : undefined}</a><line class="${isWhole ? 'foot' : 'foot open'}" x1="${x}" x2="${round(x + barWidth)}" y1="${foot + 1}" y2="${foot + 1}"/>${label ? html`<text x="${within(middle, label, size, width)}" y="${foot + 15}" font-size="${size}" text-anchor="middle">${label}</text>` : undefined}`
})}</svg>`
}

/** As many years as a wide axis names one by one. */
const mostNamed = 36

/** How an axis names its year at an index: each, shortened in turn; of many every fifth, tenth, … so that none runs into the next. */
export function yearLabel(year: number, index: number, years: number, wide: boolean): string | undefined {
  if (wide && years <= mostNamed) return years > 20 && index % 2 === 1 ? `’${String(year).slice(2)}` : String(year)
  const every = 5 * Math.ceil(years / (wide ? 120 : 45))
  return index % every === 0 ? String(year) : undefined
}

function round(number: number): number {
  return Math.round(number * 10) / 10
}
