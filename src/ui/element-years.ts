import type { Element, FactYear } from '../analysis/index.ts'
import { type Feature, isUnverified } from '../record/index.ts'
import { featureName } from './features.ts'
import { type Html, html } from './html.ts'
import { rounded } from './labels.ts'
import { within } from './lanes.ts'
import { featureInWords } from './neighbours.ts'
import { dateInWords } from './words.ts'
import { yearLabel } from './years.ts'

const forms = {
  wide: { width: 1040, names: 226, left: 280, right: 1036, foot: 20, row: 44, lineAt: 14, size: 12.5, digits: 10.5 },
  narrow: { width: 360, names: 0, left: 34, right: 358, foot: 22, row: 62, lineAt: 32, size: 14, digits: 10 },
} as const
type Form = (typeof forms)[keyof typeof forms]

/** The radius of a mark: what was stated of an element. */
const radius = 6

/**
 * What was stated of each element and when, over the years: a mark where a value is stated, dotted on for as long as
 * nothing newer is. The figures below count, year by year, what bears on it. What carries no date stands before all years.
 */
export function elementYears(elements: readonly Element[], years: readonly number[], caption: string): Html {
  return html`<div class="wide-only">${drawn(elements, years, caption, 'wide')}</div><div class="narrow-only">${drawn(elements, years, caption, 'narrow')}</div>`
}

function drawn(
  elements: readonly Element[],
  years: readonly number[],
  caption: string,
  which: keyof typeof forms,
): Html {
  const form = forms[which]
  const step = (form.right - form.left) / Math.max(1, years.length)
  const bottom = elements.length * form.row
  return html`<svg class="elements" viewBox="0 0 ${form.width} ${bottom + form.foot}" width="100%" role="group" aria-label="${caption}">
${years.map((year, at) => {
  const label = yearLabel(year, at, years.length, which === 'wide')
  const x = rounded(form.left + at * step)
  return html`${label ? html`<line class="rule" x1="${x}" x2="${x}" y1="0" y2="${bottom}"/><text x="${within(x + step / 2, label, form.size - 1, form.width)}" y="${bottom + form.foot - 4}" font-size="${form.size - 1}" text-anchor="middle">${label}</text>` : undefined}`
})}
${elements.map((element, index) => html`<g>${row(element, index * form.row, years, step, form, which)}</g>\n`)}</svg>`
}

function row(
  element: Element,
  top: number,
  years: readonly number[],
  step: number,
  form: Form,
  which: keyof typeof forms,
): Html {
  const y = top + form.lineAt
  const dated = element.stated.filter(({ act }) => act.asOf !== undefined)
  const undated = element.stated.filter(({ act }) => act.asOf === undefined)
  const x = (feature: Feature) => placeOf(feature.act.asOf ?? '', years, step, form)
  const name =
    which === 'wide'
      ? html`x="${form.names}" y="${rounded(y + 4)}" text-anchor="end"`
      : html`x="2" y="${rounded(top + form.size + 1)}" stroke="var(--paper)" stroke-width="4" paint-order="stroke"`
  const [first] = dated
  return html`<a href="#element-${element.feature}"><text class="strong" ${name} font-size="${form.size}">${featureName(element.feature)}</text></a>
${first ? html`<line class="lasts" x1="${x(first)}" x2="${form.right}" y1="${y}" y2="${y}"/>` : undefined}${dated.map((one) => mark(one, x(one), y))}${undated.map((one) => mark(one, form.left - 16, y))}
${element.years.map((year, at) => figure(year, form.left + (at + 0.5) * step, y + 20, form.digits))}`
}

/** Filled for yes, half filled for partly, hollow for no; a rim of dashes where it is not verified. */
function mark(feature: Feature, x: number, y: number): Html {
  const { value, asOf, says } = feature.act
  const title = `${featureInWords(feature)}, ${asOf ? `stated for ${dateInWords(asOf)}` : 'since when is not on record'}${isUnverified(feature) ? ', unverified' : ''}${says ? `: ${says}` : ''}`
  return html`<g><title>${title}</title><circle class="stated${isUnverified(feature) ? ' doubtful' : ''}" cx="${x}" cy="${y}" r="${radius}"/>${value === 'yes' ? html`<circle class="tone-member" cx="${x}" cy="${y}" r="${radius - 0.5}"/>` : value === 'partial' ? html`<path class="tone-member" d="M${x} ${y - radius}a${radius} ${radius} 0 0 0 0 ${2 * radius}z"/>` : undefined}</g>`
}

/** None is written as 0 only where the record is complete: elsewhere it may be one that was not found. */
function figure({ year, count, firm }: FactYear, x: number, y: number, size: number): Html | undefined {
  if (count === 0 && !firm) return undefined
  const title = `${year}: ${count} on record${firm ? ', complete or nearly so' : '; there may have been more'}`
  return html`<g><title>${title}</title><text${firm && html` class="strong"`} x="${rounded(x)}" y="${y}" font-size="${size}" text-anchor="middle">${count}</text></g>`
}

/** Where a date lies: its first day; of a year alone the middle of it, for it may be any day of it. */
function placeOf(date: string, years: readonly number[], step: number, form: Form): number {
  const month =
    date.length < 7 ? 6 : Number(date.slice(5, 7)) - 1 + (date.length < 10 ? 0.5 : Number(date.slice(8)) / 31)
  const at = Number(date.slice(0, 4)) - (years[0] ?? 0) + month / 12
  return rounded(Math.max(form.left + radius, Math.min(form.right - radius, form.left + at * step)))
}
