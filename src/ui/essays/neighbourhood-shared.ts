import type { Circle, NeighbourhoodView, SharedPair } from '../../analysis/index.ts'
import { nameOf } from '../../record/index.ts'
import { type Html, html } from '../html.ts'
import { type Place, to } from '../layout.ts'
import { percentOf } from '../numbers.ts'
import { counted, dateInWords, listed } from '../words.ts'

/** As many pairs as are named; the picture has every one. */
const named = 10
/** Two that have only one or two members on record are soon alike. */
const fewest = 3

/** Which organisations share members: all in a picture, those with most in common and those most alike by name. */
export function sharedSection({ shared, day }: NeighbourhoodView, place: Place): Html | undefined {
  const { circles, pairs } = shared
  const [first] = pairs
  if (!first) return undefined
  const alike = pairs
    .filter(({ both }) => both.length >= fewest)
    .toSorted((a, b) => b.both.length / b.either - a.both.length / a.either)
  const everyone = new Set(circles.flatMap(({ participants }) => participants)).size
  const itself = circles.find(({ neighbour }) => !neighbour)?.id
  const own = pairs.filter(({ between }) => between.some((id) => id === itself))
  return html`<section class="tight" id="shared"><h2>${counted(pairs.length, { one: 'pair', many: 'pairs' })} of organisations share members on record; of those counted here ${first.between.join(' and ')} have most in common, ${first.both.length} of ${first.either} in either${doubt(first)}</h2>
<p class="note">Of ${circles.length} organisations and arrangements with anybody on record on ${dateInWords(day)}; the organisation itself with its members. Counted are only participants that this record describes, ${everyone} in all, and not everyone who belongs: a large organisation may stand here with few. A treaty and the organisation that carries it out are two where the record has both.</p>
<div class="wide-only too-wide">${grid(circles, pairs, place)}<ul class="legend"><li><span class="heat h1" aria-hidden="true">2</span> in both; fewer than a third of those in either</li><li><span class="heat h2" aria-hidden="true">5</span> a third or more</li><li><span class="heat h3" aria-hidden="true">8</span> two thirds or more</li><li><span class="heat h1 unsure" aria-hidden="true">2</span> dashed: some of it unverified or uncertain</li><li>on the diagonal: how many of those described are on record there</li></ul></div>
<div class="beside">${own.length > 0 ? html`<div><h3>The organisation itself with others</h3>${table(own.slice(0, named), place)}</div>` : undefined}<div><h3>Most in common</h3>${table(pairs.slice(0, named), place)}</div><div><h3>Most alike, of those with ${fewest} or more in common</h3>${table(alike.slice(0, named), place)}</div></div></section>`
}

function doubt({ both, unsure }: SharedPair): string {
  if (unsure.length === 0) return ''
  return unsure.length === both.length
    ? ', all of it unverified or uncertain'
    : `, ${unsure.length} of them unverified or uncertain`
}

function table(pairs: readonly SharedPair[], place: Place): Html {
  if (pairs.length === 0) return html`<p>No pair.</p>`
  return html`<table class="cards"><thead><tr><th scope="col">Pair</th><th scope="col" class="number">In both</th><th scope="col" class="number">In either</th><th scope="col" class="number">Per cent</th></tr></thead><tbody>${pairs.map(
    (pair) =>
      html`<tr><th scope="row"><span title="${names(pair, place)}">${pair.between.join(' – ')}</span></th><td class="number" data-label="in both">${pair.both.length}${pair.unsure.length > 0 ? html`<small title="${pair.unsure.length} unverified or uncertain">?</small>` : undefined}</td><td class="number" data-label="in either">${pair.either}</td><td class="number" data-label="per cent">${percentOf(pair.both.length, pair.either)}</td></tr>`,
  )}</tbody></table>`
}

function names({ both }: SharedPair, { organisation }: Place): string {
  return listed(both.map((id) => nameOf(organisation, id)))
}

function grid(circles: readonly Circle[], pairs: readonly SharedPair[], place: Place): Html {
  const found = new Map(pairs.map((pair) => [pair.between.join('/'), pair]))
  const label = ({ id, neighbour }: Circle) =>
    neighbour
      ? html`<a href="${to(place, `neighbours/${id}`)}"><abbr title="${neighbour.act.names.en}">${id}</abbr></a>`
      : html`<a href="${to(place, 'participants')}">${id}</a>`
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Participants in common, pair by pair"><table class="grid-coverage overlap"><thead><tr><th scope="col">In both</th>${circles.map((one) => html`<th scope="col" class="upright">${label(one)}</th>`)}</tr></thead><tbody>${circles.map(
    (row, y) =>
      html`<tr><th scope="row">${label(row)}</th>${circles.map((column, x) => {
        if (x === y) return html`<td><small>${row.participants.length}</small></td>`
        const pair = found.get([row.id, column.id].join('/')) ?? found.get([column.id, row.id].join('/'))
        return html`<td>${pair ? heat(pair, place) : undefined}</td>`
      })}</tr>`,
  )}</tbody></table></div>`
}

function heat(pair: SharedPair, place: Place): Html {
  const { both, either, unsure } = pair
  const step = 3 * both.length >= 2 * either ? 'h3' : 3 * both.length >= either ? 'h2' : 'h1'
  const says = `${pair.between.join(' and ')}: ${both.length} of ${either} in either: ${names(pair, place)}${doubt(pair)}`
  return html`<span class="heat ${step}${unsure.length > 0 ? ' unsure' : ''}" title="${says}">${both.length}</span>`
}
