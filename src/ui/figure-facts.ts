import type { Involvement } from '../record/index.ts'
import { actAddress } from './acts.ts'
import { type Html, html } from './html.ts'
import type { Place } from './layout.ts'
import { capitalised, dateInWords } from './words.ts'

/** The latest of each figure with its date, as facts beside a participant: the first few, the others unfolded. */
export function figureFacts({ figures }: Involvement, place: Place): Html | undefined {
  if (figures.length === 0) return undefined
  const list = (some: Involvement['figures']) =>
    html`<dl class="facts">${some.map((figure) => html`<dt>${capitalised(inWords(figure.act.indicator))}</dt><dd><a href="${actAddress(place, figure)}">${valueInWords(figure.act)}</a> <small>${dateInWords(figure.act.date)}</small></dd>`)}</dl>`
  const few = 4
  const rest = figures.slice(few)
  return html`<section class="tight"><h3>In figures</h3>${list(figures.slice(0, few))}${rest.length > 0 ? html`<details><summary><small>${rest.length} more</small></summary>${list(rest)}</details>` : undefined}<p class="note">The latest on record up to this day; each leads to its source.</p></section>`
}

function inWords(id: string): string {
  return id
    .replaceAll('-', ' ')
    .replace(/\bgdp\b/, 'GDP')
    .replace(/\bnpt\b/, 'NPT')
}

function valueInWords({ value, unit, approximate }: Involvement['figures'][number]['act']): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string') return inWords(value)
  return `${approximate ? 'about ' : ''}${numberShort(value)} ${unit.replace(/\b(k?m)([23])\b/, (_, metre, power) => `${metre}${power === '2' ? '²' : '³'}`)}`
}

/** "1.41 billion", "843,000": three figures that count, from a million on in words. */
export function numberShort(value: number): string {
  const scale = (
    [
      [1e12, 'trillion'],
      [1e9, 'billion'],
      [1e6, 'million'],
    ] as const
  ).find(([one]) => Math.abs(value) >= one)
  if (!scale) return value.toLocaleString('en-GB', { maximumFractionDigits: 2 })
  return `${Number((value / scale[0]).toPrecision(3))} ${scale[1]}`
}
