import { type MembershipOnDay, type Neighbour, nameOf } from '../record/index.ts'
import { actAddress } from './acts.ts'
import { type Html, html } from './html.ts'
import { type Place, to } from './layout.ts'
import { type NeighboursView, neighbourLink, personLink, wayInWords } from './neighbours.ts'
import { statusLabel } from './sentences.ts'
import { capitalised } from './words.ts'

/**
 * Participants with a status on the day against the neighbours to which any of them belongs; for a narrow screen a list
 * by neighbour, which says the same in words.
 */
export function matrix(view: NeighboursView, place: Place): Html {
  const people = new Set(view.holdings.map(({ participant }) => participant))
  const held = view.onDay.filter(({ entry }) => people.has(entry.act.participant))
  const has = new Set(held.map(({ entry }) => entry.act.neighbour))
  const neighbours = view.neighbours.filter(({ act }) => has.has(act.neighbour))
  const nobody = view.neighbours.filter(({ act }) => !has.has(act.neighbour))
  return html`<div class="wide-only too-wide">${grid(view, neighbours, held, place)}</div><div class="narrow-only too-wide">${byNeighbour(neighbours, held, place)}</div>
<ul class="legend"><li><span class="belongs full" aria-hidden="true">m</span> belongs in full: member, participant, party</li><li><span class="belongs part" aria-hidden="true">o</span> otherwise: o observer, p partner, c candidate or applicant, and so on</li><li><span class="belongs frozen" aria-hidden="true">m</span> frozen</li><li><span class="belongs full unsure" aria-hidden="true">m?</span> dashed, with ?: uncertain on this day, or unverified</li></ul>
${nobody.length > 0 ? html`<p class="note">Nobody with a status on this day is recorded with: ${nobody.map((one, i) => html`${i > 0 ? ', ' : undefined}${neighbourLink(one, place)}`)}.</p>` : undefined}`
}

function grid(
  { holdings, full }: NeighboursView,
  neighbours: readonly Neighbour[],
  held: readonly MembershipOnDay[],
  place: Place,
): Html {
  const { organisation } = place
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Participants and neighbours"><table class="grid-coverage"><thead><tr><th scope="col">Participant</th>${neighbours.map((one) => html`<th scope="col" class="upright">${neighbourLink(one, place, true)}</th>`)}</tr></thead><tbody>${holdings.map(
    ({ participant, status }) =>
      html`<tr><th scope="row">${personLink(participant, place)} <small>${statusLabel(organisation, status).one}</small></th>${neighbours.map(
        ({ act }) =>
          html`<td>${held.filter(({ entry }) => entry.act.participant === participant && entry.act.neighbour === act.neighbour).map((one) => mark(one, full(one.entry), `${nameOf(organisation, participant)}, ${act.names.en}`, place))}</td>`,
      )}</tr>`,
  )}</tbody></table></div>`
}

function mark(one: MembershipOnDay, full: boolean, who: string, place: Place): Html {
  const unsure = one.certainty === 'uncertain' || one.unverified
  const says = `${who}: ${wayInWords(one)}`
  const kind = one.frozen ? 'frozen' : full ? 'full' : 'part'
  return html`<a class="belongs ${kind}${unsure ? ' unsure' : ''}" href="${actAddress(place, one.entry)}" title="${says}"><span aria-hidden="true">${one.entry.act.as.charAt(0).toLowerCase()}${unsure ? '?' : undefined}</span><span class="hidden">${says}</span></a>`
}

function byNeighbour(neighbours: readonly Neighbour[], held: readonly MembershipOnDay[], place: Place): Html {
  return html`<ul class="list">${neighbours.map((neighbour) => {
    const here = held.filter(({ entry }) => entry.act.neighbour === neighbour.act.neighbour)
    const ways = [...Map.groupBy(here, ({ entry }) => entry.act.as)]
    return html`<li><span>${neighbourLink(neighbour, place)} <small>${here.length} in all</small></span>${ways.map(
      ([as, list]) =>
        html`<span>${capitalised(as)}: ${list.map((one, i) => html`${i > 0 ? ', ' : undefined}<a href="${actAddress(place, one.entry)}">${nameOf(place.organisation, one.entry.act.participant)}</a>${one.frozen ? ' (frozen)' : undefined}${one.certainty === 'uncertain' || one.unverified ? '?' : undefined}`)}</span>`,
    )}<small><a href="${to(place, `neighbours/${neighbour.act.neighbour}`)}">Dates and sources</a></small></li>`
  })}</ul>`
}
