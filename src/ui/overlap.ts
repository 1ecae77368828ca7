import { type Neighbour, nameOf, type Overlap, type OverlapCell } from '../record/index.ts'
import { type Html, html } from './html.ts'
import type { Place } from './layout.ts'
import { neighbourLink } from './neighbours.ts'
import { listed } from './words.ts'

/** How many of the members of each year were also in each neighbour, as a table that is read and seen at once. */
export function overlapSection({ years, rows }: Overlap, place: Place): Html {
  if (rows.length === 0)
    return html`<section class="tight"><h2>Overlap by year</h2><p class="note">None of the members of any year up to this day is on record as belonging to a neighbour.</p></section>`
  // A narrow screen has room for every fifth year, the first and the last.
  const last = years.at(-1)?.year ?? 0
  const few = years.filter(
    ({ year }, index) => index === 0 || year === last || (year % 5 === 0 && last - year > 2 && index > 2),
  )
  const otherwise = rows.filter(({ inFull }) => !inFull)
  return html`<section class="tight" id="overlap"><h2>Overlap by year: members that were also in a neighbour</h2><p class="note">As of the last day of each year, and in the last one of the page’s day. On the day a membership ends it no longer counts. Only those who belong in full are counted${otherwise.length > 0 ? html`; ${listed(otherwise.map(({ neighbour }) => neighbour.act.neighbour))} know no full belonging, and count whoever takes part` : undefined}.</p>
<div class="wide-only too-wide">${grid(years, rows, place)}</div><div class="narrow-only too-wide">${grid(few, rows, place)}</div>
<ul class="legend"><li><span class="heat h1" aria-hidden="true">1</span> fewer than a third of the members of that year</li><li><span class="heat h2 swatch-cell" aria-hidden="true">3</span> a third or more</li><li><span class="heat h3 swatch-cell" aria-hidden="true">6</span> two thirds or more</li><li><span class="heat h1 unsure swatch-cell" aria-hidden="true">1</span> dashed: some of it unverified or uncertain</li></ul></section>`
}

function grid(years: Overlap['years'], rows: Overlap['rows'], place: Place): Html {
  const shown = new Set(years.map(({ year }) => year))
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Members in each neighbour, by year"><table class="grid-coverage overlap"><thead><tr><th scope="col">Neighbour</th>${years.map(({ year }) => html`<th scope="col"><abbr title="${year}">’${String(year).slice(2)}</abbr></th>`)}</tr></thead><tbody><tr><th scope="row"><b>Members in all</b></th>${years.map(({ members }) => html`<td>${members.length}</td>`)}</tr>${rows.map(
    ({ neighbour, cells }) =>
      html`<tr><th scope="row">${neighbourLink(neighbour, place, true)}</th>${cells
        .filter(({ year }) => shown.has(year))
        .map((cell) => html`<td>${heat(cell, neighbour, years, place)}</td>`)}</tr>`,
  )}</tbody></table></div>`
}

function heat(cell: OverlapCell, { act }: Neighbour, years: Overlap['years'], place: Place): Html | undefined {
  const { both, year, uncertain, unverified } = cell
  if (both.length === 0) return undefined
  const members = years.find((one) => one.year === year)?.members.length ?? 0
  const step = 3 * both.length >= 2 * members ? 'h3' : 3 * both.length >= members ? 'h2' : 'h1'
  const unsure = uncertain.length + unverified.length > 0
  const day = place.organisation.onDay(cell.day)
  const names = (ids: readonly string[]) => listed(ids.map((id) => nameOf(day, id)))
  const says = `${act.neighbour}, ${year}: ${both.length} of ${members}: ${names(both)}${unverified.length > 0 ? `; unverified: ${names(unverified)}` : ''}${uncertain.length > 0 ? `; uncertain: ${names(uncertain)}` : ''}`
  return html`<span class="heat ${step}${unsure ? ' unsure' : ''}" title="${says}">${both.length}</span>`
}
