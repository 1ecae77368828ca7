import type { NeighbourhoodView } from '../../analysis/index.ts'
import { nameOf, type OverlapCell } from '../../record/index.ts'
import { type Html, html } from '../html.ts'
import { type Place, to } from '../layout.ts'
import { neighbourLink } from '../neighbours.ts'
import { unitSquares } from '../unit-squares.ts'
import { dateInWords, listed, numberInWords } from '../words.ts'
import { type StripRow, yearStrips } from '../year-strips.ts'

/** As many rows as can be taken in at a glance; the page of the neighbourhood has the rest. */
const most = 10

/** The members that were also in each neighbour, year by year, out of all members of that year. */
export function overlapYears({ overlap, day }: NeighbourhoodView, place: Place): Html {
  const { years, rows } = overlap
  if (rows.length === 0)
    return html`<section class="tight"><h2>No member of any year up to this day is on record in a neighbour</h2></section>`
  const shown = rows.slice(0, most)
  const members = (year: number) => years.find((one) => one.year === year)?.members.length ?? 0
  const now = shown.map(({ neighbour, cells }) => ({ neighbour, cell: cells.at(-1) as OverlapCell }))
  const top = now.toSorted((a, b) => b.cell.both.length - a.cell.both.length)[0]
  const strips = shown.map(
    ({ neighbour, cells }): StripRow => ({
      id: neighbour.act.neighbour,
      name: neighbour.act.neighbour,
      href: to(place, `neighbours/${neighbour.act.neighbour}`),
      years: cells.map((cell) => ({
        year: cell.year,
        value: cell.both.length,
        doubtful: new Set([...cell.uncertain, ...cell.unverified]).size,
        of: members(cell.year),
        title: titleOf(neighbour.act.neighbour, cell, members(cell.year), place),
      })),
    }),
  )
  const [first] = years
  return html`<section class="tight" id="overlap"><h2>Members that were also elsewhere, ${first?.year} to ${day.slice(0, 4)}${top ? html`: on ${dateInWords(top.cell.day)} most in the ${top.neighbour.act.neighbour}, ${top.cell.both.length} of ${members(top.cell.year)}${doubt(top.cell)}` : undefined}</h2>
<figure class="tight years">${yearStrips(strips, 'Members in each neighbour by year, out of all members of the year', 'overlap')}<figcaption><ul class="legend"><li><span class="swatch tone-member"></span>members also there</li><li><span class="swatch hatched"></span>of these unverified or uncertain</li><li><span class="frame-key"></span>all members of that year</li><li>as of the last day of each year, in the last one of ${dateInWords(day)}; an empty frame means that nobody is on record there</li></ul></figcaption></figure>
<p class="note">${rows.length > shown.length ? `The ${numberInWords(shown.length)} with most in any year; ${rows.length - shown.length} more are on ` : 'All of them by year, with names, are on '}<a href="${to(place, 'neighbours')}#overlap">the page of the neighbourhood</a>. ${shown.map(({ neighbour }, index) => html`${index > 0 ? '; ' : undefined}${neighbour.act.neighbour}: ${neighbourLink(neighbour, place)}`)}.</p></section>`
}

function doubt({ both, uncertain, unverified }: OverlapCell): string {
  const unsure = new Set([...uncertain, ...unverified]).size
  if (unsure === 0) return ''
  return unsure === both.length ? ', all unverified or uncertain' : `, ${unsure} of them unverified or uncertain`
}

function titleOf(id: string, cell: OverlapCell, members: number, place: Place): string {
  const day = place.organisation.onDay(cell.day)
  const names = (ids: readonly string[]) => listed(ids.map((one) => nameOf(day, one)))
  return `${id}, ${cell.year}: ${cell.both.length} of ${members} members${cell.both.length > 0 ? `: ${names(cell.both)}` : ''}${doubt(cell)}`
}

/** Each member with everything it is in on the day. */
export function crowdSection({ crowds, day, neighbours }: NeighbourhoodView, place: Place): Html | undefined {
  if (crowds.length === 0) return undefined
  const widest = Math.max(1, ...crowds.map((one) => one.in.length))
  return html`<section class="tight" id="crowd"><h2>How crowded it is for each member</h2><table class="cards"><thead><tr><th scope="col">Member</th><th scope="col" class="number">In how many of ${neighbours}</th><th scope="col" class="number">Of these unsure</th><th scope="col">Sure and unsure</th><th scope="col">Where</th></tr></thead><tbody>${crowds.map(
    (one) =>
      html`<tr><th scope="row"><a href="${to(place, `participants/${one.participant}`)}">${nameOf(place.organisation, one.participant)}</a></th><td class="number" data-label="in">${one.in.length}</td><td class="number" data-label="unsure">${one.unsure}</td><td>${unitSquares(one.in.length - one.unsure, one.unsure, widest)}</td><td class="line">${one.in.map((where, index) => html`${index > 0 ? ', ' : undefined}<a href="${to(place, `register/${where.act}`)}" title="${where.as}">${where.neighbour}${where.unsure ? '?' : undefined}</a>${where.frozen ? ' (frozen)' : undefined}`)}</td></tr>`,
  )}</tbody></table><ul class="legend"><li>As of ${dateInWords(day)}, in full only</li><li>? and hollow: unverified, or uncertain on this day</li></ul></section>`
}
