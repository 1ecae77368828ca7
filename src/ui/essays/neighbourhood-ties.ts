import type { Abilities, Ability, NeighbourhoodView, Tie } from '../../analysis/index.ts'
import { type Feature, isUnverified, nameOf } from '../../record/index.ts'
import { actAddress } from '../acts.ts'
import { featureName } from '../features.ts'
import { type Html, html } from '../html.ts'
import { type Place, to } from '../layout.ts'
import { featureInWords, neighbourLink } from '../neighbours.ts'
import { unitSquares } from '../unit-squares.ts'
import { capitalised, counted, dateInWords, listed } from '../words.ts'

/** What each neighbour has that the organisation lacks, or has more of, and the reverse, both on the day. */
export function abilitySection({ abilities, members, day }: NeighbourhoodView, place: Place): Html | undefined {
  if (abilities.length === 0) return undefined
  const ahead = abilities.filter(({ there }) => there.length > 0).length
  return html`<section class="tight" id="abilities"><h2>${capitalised(counted(ahead, { one: 'neighbour has', many: 'neighbours have' }))} elements of a security organisation that it lacks, or has only in part</h2>
<p class="note">Held against each other only where something is stated on both sides for ${dateInWords(day)} or earlier. What is had there is had for the members of that organisation, not for this one. <a href="${to(place, 'questions/alliance')}">Element by element</a></p>
${balance(abilities, members.length, place)}
<details><summary>Element by element, with dates and sources</summary>${abilities.map((one) => ability(one, members.length, place))}</details></section>`
}

/** How much is had there and not here, and the reverse: a square for each element. */
function balance(abilities: readonly Abilities[], members: number, place: Place): Html {
  const widest = Math.max(...abilities.flatMap(({ there, here }) => [there.length, here.length]))
  const squares = (all: readonly Ability[]) => {
    const unsure = all.filter(({ here, there }) => isUnverified(here) || isUnverified(there)).length
    return html`${all.length} ${unitSquares(all.length - unsure, unsure, widest)}`
  }
  return html`<table class="cards"><thead><tr><th scope="col">Neighbour</th><th scope="col">There, not here</th><th scope="col">Here, not there</th><th scope="col" class="number">Alike</th><th scope="col" class="number">Open</th><th scope="col" class="number">Members in both</th></tr></thead><tbody>${abilities.map((one) => html`<tr><th scope="row">${neighbourLink(one.neighbour, place)}</th><td class="line" data-label="there, not here">${squares(one.there)}</td><td class="line" data-label="here, not there">${squares(one.here)}</td><td class="number" data-label="alike">${one.same}</td><td class="number" data-label="open">${one.open}</td><td class="number" data-label="in both">${one.members.length} of ${members}${one.unsure.length > 0 ? '?' : undefined}</td></tr>`)}</tbody></table><ul class="legend"><li>a square for each element; hollow: unverified on one side or both</li><li>in part against not at all counts as had</li><li>open: not stated on one side or the other</li></ul>`
}

function ability(one: Abilities, members: number, place: Place): Html {
  const { neighbour, there, here, same, open } = one
  return html`<h3>${neighbourLink(neighbour, place)}</h3><dl class="facts"><dt>There, not here</dt><dd>${there.length > 0 ? elements(there, place) : 'nothing on record'}</dd><dt>Here, not there</dt><dd>${here.length > 0 ? elements(here, place) : 'nothing on record'}</dd><dt>Alike, and open</dt><dd>${same} alike; ${open === 0 ? 'none' : open} not stated on one side or the other</dd><dt>Members in both</dt><dd>${one.members.length > 0 ? html`${one.members.length} of ${members}: ${listed(one.members.map((id) => `${nameOf(place.organisation, id)}${one.unsure.includes(id) ? '?' : ''}`))}` : 'none on record'}</dd></dl>`
}

function elements(all: readonly Ability[], place: Place): Html[] {
  return all.map(
    ({ feature, here, there }, index) =>
      html`${index > 0 ? '; ' : undefined}${featureName(feature).toLowerCase()} <small>(<a href="${actAddress(place, there)}">there ${said(there)}</a>, <a href="${actAddress(place, here)}">here ${said(here)}</a>)</small>`,
  )
}

function said(feature: Feature): string {
  return `${featureInWords(feature)}${isUnverified(feature) ? '?' : ''}, ${feature.act.asOf?.slice(0, 4) ?? 'no date'}`
}

/** What ties the organisation to each neighbour, beside the members in common; then whoever else there is a tie with. */
export function tieSection({ ties, members }: NeighbourhoodView, place: Place): Html {
  const near = ties.filter(({ neighbour }) => neighbour)
  const far = ties.filter(({ neighbour }) => !neighbour)
  const bare = near.filter(({ relations }) => relations.length === 0)
  if (ties.length === 0)
    return html`<section class="tight" id="ties"><h2>No tie with another organisation is on record</h2><p class="note"><a href="${to(place, 'relations')}">Relations</a></p></section>`
  return html`<section class="tight" id="ties"><h2>${near.length > 0 ? `Of ${counted(near.length, { one: 'neighbour', many: 'neighbours' })} that share members or have a tie with it, ${counted(bare.length, { one: 'has', many: 'have' })} no tie on record` : 'Ties on record'}</h2>
${near.length > 0 ? html`<table class="cards"><thead><tr><th scope="col">Neighbour</th><th scope="col" class="number">Members in both</th><th scope="col">Ties on record</th></tr></thead><tbody>${near.map((tie) => html`<tr><th scope="row">${tie.neighbour ? neighbourLink(tie.neighbour, place) : tie.with}</th><td class="number" data-label="in both">${tie.members.length} of ${members.length}</td><td class="line">${steps(tie, place)}</td></tr>`)}</tbody></table>` : undefined}
${far.length > 0 ? html`<h3>With others, which the record does not describe as neighbours</h3><ul class="list">${far.map((tie) => html`<li><span>${tie.with}</span><span>${steps(tie, place)}</span></li>`)}</ul>` : undefined}
<p class="note">As the record names them; a step with several at once stands with each. How complete the record of relations is has not been stated for any year. <a href="${to(place, 'relations')}">Every step, with its sources</a></p></section>`
}

function steps({ relations }: Tie, place: Place): Html | string {
  if (relations.length === 0) return 'nothing on record'
  return html`${relations.map((one, index) => html`${index > 0 ? '; ' : undefined}<a href="${actAddress(place, one)}">${one.act.type.replaceAll('-', ' ')}</a> <small>${dateInWords(one.act.on)}</small>`)}`
}
