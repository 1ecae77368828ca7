import { type Concept, type Definition, type Difference, isOwn, type Presence, presenceOf } from '../record/index.ts'
import { earliest } from '../rules/index.ts'
import { references } from './acts.ts'
import { takeAway } from './decisions.ts'
import { type Html, html } from './html.ts'
import { type Page, type Place, to } from './layout.ts'
import { type Choice, narrowingForm, type Query } from './narrowing.ts'
import { doubtKinds, fieldInWords } from './sentences.ts'
import { capitalised, counted, dateInWords, numberInWords } from './words.ts'

export interface DefinitionsView {
  readonly concepts: readonly Concept[]
  /** Of each element what it means, in the order in which they were entered. */
  readonly elements: ReadonlyMap<string, string>
  /** How many documents are dated after the day. */
  readonly later: number
  readonly query: Query
  readonly choices: readonly Choice[]
}

export const presenceWords: { readonly [P in Presence]: string } = {
  present: 'present',
  partial: 'in part',
  absent: 'absent',
  'not-seen': 'not seen',
}
const signs: { readonly [P in Presence]: string } = { present: '●', partial: '◐', absent: '○', 'not-seen': '?' }
const presences = Object.keys(presenceWords) as Presence[]

export function definitionsPage(view: DefinitionsView, place: Place): Page {
  const { concepts } = view
  const documents = concepts.flatMap(({ defined, notDefined }) => [...defined, ...notDefined])
  const defining = documents.filter(({ act }) => act.defines)
  const own = defining.filter(isOwn).length
  const title =
    documents.length === 0
      ? 'No definition is on record'
      : `${concepts.length === 1 ? capitalised(concepts[0]?.concept ?? '') : capitalised(counted(concepts.length, { one: 'concept', many: 'concepts' }))}: ${counted(own, { one: 'definition', many: 'definitions' })} of the organisation’s own, ${defining.length > own ? numberInWords(defining.length - own) : 'none'} of others`
  const body = html`<section class="stack"><h1>${title}</h1><p class="lede">Which elements make up a definition, document by document. The wording itself is at the source. That an element is not seen says only that nobody read a place which settles it.</p>${view.later > 0 ? html`<p class="note">${capitalised(counted(view.later, { one: 'document', many: 'documents' }))} dated after ${dateInWords(place.organisation.day)} ${view.later === 1 ? 'is' : 'are'} not shown.</p>` : undefined}</section>
${narrowingForm(place, view.choices)}
${concepts.length > 1 ? html`<nav class="pages" aria-label="Concepts">${concepts.map(({ concept }) => html`<a href="#${anchorOf(concept)}">${capitalised(concept)}</a>`)}</nav>` : undefined}
${documents.length > 0 ? legend() : html`<p class="note">Nothing of this kind has been entered here. Instruments have what was signed.</p>`}
${concepts.map((concept) => conceptSection(concept, view, place))}
<section class="tight"><h2>What next</h2><p><a href="${to(place, 'topics')}">How the key texts speak on each topic</a> · <a href="${to(place, 'statements')}">What others say of these definitions, and the replies</a></p>${takeAway(place, view.query)}</section>`
  return { title, body, part: 'definitions' }
}

function anchorOf(concept: string): string {
  return concept.replaceAll(/\W+/g, '-')
}

function legend(): Html {
  return html`<ul class="legend">${presences.map((presence) => html`<li><span class="presence ${presence}">${signs[presence]} ${presenceWords[presence]}</span></li>`)}<li><span class="tag">own</span> of the organisation itself</li></ul>`
}

function conceptSection(concept: Concept, view: DefinitionsView, place: Place): Html {
  const { defined, notDefined, differences } = concept
  return html`<section class="stack" id="${anchorOf(concept.concept)}"><h2>${capitalised(concept.concept)}: ${counted(defined.length, { one: 'definition', many: 'definitions' })}${notDefined.length > 0 ? html`, and ${counted(notDefined.length, { one: 'document', many: 'documents' })} without one` : undefined}</h2>
${defined.length > 0 ? html`${beside(concept, view, place)}${byElement(concept, view)}` : undefined}
${defined.filter(isOwn).length > 1 ? html`<section class="tight"><h3>How the organisation’s own differ</h3>${differences.length > 0 ? html`<ul>${differences.map((one) => html`<li>${difference(one, view)}</li>`)}</ul>` : html`<p>In no element that was seen in both.</p>`}<p class="note">Derived from the table; an element that was not seen in one of them is not compared.</p></section>` : undefined}
<section class="tight"><h3>The documents</h3><div class="beside">${[...defined, ...notDefined].map((definition) => documentBox(definition, view, place))}</div></section></section>`
}

/** Elements as rows, documents as columns. */
function beside({ concept, defined }: Concept, { elements }: DefinitionsView, place: Place): Html {
  return html`<div class="wide-only"><div class="scroll" tabindex="0" role="region" aria-label="Definitions of ${concept} by element"><table class="definitions"><thead><tr><th scope="col">Element</th>${defined.map((definition) => html`<th scope="col">${heading(definition, place)}</th>`)}</tr></thead><tbody>${[...elements].map(([element, meaning]) => html`<tr><th scope="row">${meaning}</th>${defined.map((definition) => html`<td>${cell(definition, element)}</td>`)}</tr>`)}</tbody></table></div></div>`
}

/** On a narrow screen: an element, and below it which documents have it, in part or not. */
function byElement({ defined }: Concept, { elements }: DefinitionsView): Html {
  return html`<div class="narrow-only"><ul class="list by-element">${[...elements].map(
    ([element, meaning]) =>
      html`<li><strong>${meaning}</strong>${presences.map((presence) => {
        const having = defined.filter((definition) => presenceOf(definition, element) === presence)
        if (having.length === 0) return undefined
        return html`<span><span class="presence ${presence}">${signs[presence]} ${presenceWords[presence]}:</span> ${having.map((definition, index) => html`${index > 0 ? '; ' : undefined}${definition.act.document}${isOwn(definition) ? ' (own)' : undefined}${doubtfulAt(definition, element)}`)}</span>`
      })}</li>`,
  )}</ul></div>`
}

function heading(definition: Definition, place: Place): Html {
  const { instrument, document, date } = definition.act
  const own = isOwn(definition) ? html` <span class="tag">own</span>` : undefined
  const name = instrument ? html`<a href="${to(place, `instruments/${instrument}`)}">${document}</a>` : document
  return html`${name}${own}<small>${date ? dateInWords(date) : 'no date on record'}</small>`
}

function cell(definition: Definition, element: string): Html {
  const presence = presenceOf(definition, element) ?? 'not-seen'
  return html`<span class="presence ${presence}"><span aria-hidden="true">${signs[presence]}</span> ${presenceWords[presence]}</span>${doubtfulAt(definition, element)}`
}

function doubtfulAt({ act }: Definition, element: string): Html | undefined {
  const doubt = act.doubt.find(({ field }) => field === element)
  return doubt && html` <span class="tag wait" title="${doubt.note}">${doubtKinds[doubt.kind]}</span>`
}

function difference({ element, from, to: later, was, is }: Difference, { elements }: DefinitionsView): string {
  const year = ({ act }: Definition) => (act.date ? `, ${earliest(act.date).slice(0, 4)}` : '')
  return `${elements.get(element) ?? element}: ${presenceWords[was]} in the ${from.act.document}${year(from)}; ${presenceWords[is]} in the ${later.act.document}${year(later)}.`
}

function documentBox(definition: Definition, { elements }: DefinitionsView, place: Place): Html {
  const { act, id } = definition
  const seen = act.elements.filter(({ presence }) => presence !== 'not-seen').length
  const says = act.defines
    ? `${seen} of ${act.elements.length} elements settled by what was read.`
    : `It does not define ${act.concept}.`
  return html`<div><h4>${heading(definition, place)}</h4><p>${says}</p>${act.note ? html`<p class="note">${act.note}</p>` : undefined}${references(place, act.sources)}${act.doubt.length > 0 ? html`<ul class="refs">${act.doubt.map((doubt) => html`<li><span class="tag wait">${doubtKinds[doubt.kind]}</span> ${elements.get(doubt.field) ?? fieldInWords(doubt.field)}: ${doubt.note}</li>`)}</ul>` : undefined}<p class="note"><a href="${to(place, `register/${id}`)}">The act in the register</a></p></div>`
}
