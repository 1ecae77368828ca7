import type { AllianceView, Element, Fact } from '../../analysis/index.ts'
import { type Entry, type Feature, programmeOf } from '../../record/index.ts'
import { actAddress, doubtTag } from '../acts.ts'
import { elementYears } from '../element-years.ts'
import { featureName, plainTag, valueTag } from '../features.ts'
import { type Html, html } from '../html.ts'
import { type Place, to } from '../layout.ts'
import { thingLink } from '../referring.ts'
import { capitalised, counted, dateInWords, numberInWords } from '../words.ts'

/** The organisation's own elements through the years, as a picture and one by one with what bears on each. */
export function elementSection({ elements, day }: AllianceView, place: Place): Html {
  if (elements.length === 0)
    return html`<section class="tight"><h2>Its own elements</h2><p class="note">Nobody has stated in this record what it has of a security organisation. <a href="${to(place, 'bodies')}">Its bodies</a> and <a href="${to(place, 'rules')}">its rules</a> say what it is made of.</p></section>`
  const years = elements.find((one) => one.years.length > 0)?.years.map(({ year }) => year) ?? []
  const changed = elements.filter(({ stated }) => new Set(stated.map(({ act }) => act.value)).size > 1)
  return html`<section class="tight" id="elements"><h2>${years.length > 0 ? `Its own elements from ${years[0]} to ${dateInWords(day)}: ${changes(changed, elements)}` : 'Its own elements'}</h2>
<figure class="tight years">${years.length > 0 ? elementYears(elements, years, 'What was stated of each element, by year, and what bears on it') : undefined}<figcaption><ul class="legend"><li>${key('yes')} stated: yes</li><li>${key('partial')} in part</li><li>${key('no')} no</li><li>a rim of dashes: unverified</li><li>before the first year: since when is not on record</li><li>dotted: nothing newer is on record</li><li>figures: what bears on it in that year (meetings, texts, agreements, exercises); none is written 0 only where the record is complete, and a blank is no zero</li></ul></figcaption></figure>
<div class="stack">${elements.map((element) => detail(element, place))}</div></section>`
}

/** Where a thing is stated once only, that it did not change is not on record. */
function changes(changed: readonly Element[], elements: readonly Element[]): string {
  const again = elements.filter(({ stated }) => stated.length > 1).length
  if (again === 0) return 'each is stated once at most, so no change can be seen'
  const what = changed.length === 0 ? 'none' : numberInWords(changed.length)
  return `only ${numberInWords(again)} of ${numberInWords(elements.length)} are stated more than once, and ${what} of these changed`
}

/** A sign of the picture beside the words for it. */
function key(value: Feature['act']['value']): Html {
  const inside = {
    yes: html`<circle class="tone-member" cx="7" cy="7" r="5.5"/>`,
    partial: html`<path class="tone-member" d="M7 1a6 6 0 0 0 0 12z"/>`,
    no: undefined,
  }
  return html`<svg class="inline" viewBox="0 0 14 14" width="14" height="14" aria-hidden="true"><circle class="stated" cx="7" cy="7" r="6"/>${inside[value]}</svg>`
}

function detail(element: Element, place: Place): Html {
  const { feature, onDay, stated, bearing, facts } = element
  const value = onDay.value
  return html`<details id="element-${feature}"><summary>${featureName(feature)}: ${value ? plainTag(value) : html`<small>${onDay.later ? 'stated for a later day only' : 'not on record'}</small>`} <small>${facts.length > 0 ? `${counted(facts.length, { one: 'thing', many: 'things' })} on record ${facts.length === 1 ? 'bears' : 'bear'} on it` : 'nothing else on record bears on it'}</small></summary>
<ul class="list">${stated.map((one) => html`<li><span class="when">${one.act.asOf ? dateInWords(one.act.asOf) : 'no date'}</span><span>${valueTag(one, place)} ${one.act.says}${doubtTag(one.act.doubt)} <small><a href="${actAddress(place, one)}">${counted(one.act.sources.length, { one: 'source', many: 'sources' })}</a></small></span></li>`)}</ul>
${facts.length > 0 && bearing ? html`<p class="note">${bearing.act.note} <a href="${actAddress(place, bearing)}">Why it bears on it</a></p>${factList(facts, place)}` : undefined}</details>`
}

const few = 12

function factList(facts: readonly Fact[], place: Place): Html {
  const kinds = [...Map.groupBy(facts, ({ thing }) => thing)]
  return html`<dl class="facts">${kinds.map(([thing, all]) => {
    const shown = all.slice(-few).flatMap((fact) => entryOf(fact, place) ?? [])
    return html`<dt>${capitalised(things[thing])}</dt><dd>${all.length > few ? html`The last ${few} of ${all.length}: ` : undefined}${shown.map((entry, index) => html`${index > 0 ? '; ' : undefined}${thingLink(place, entry)}`)}</dd>`
  })}</dl>`
}

const things: { readonly [T in Fact['thing']]: string } = {
  meeting: 'meetings',
  instrument: 'agreements',
  exercise: 'exercises',
  programme: 'programmes',
  text: 'texts',
}

function entryOf({ thing, id }: Fact, { organisation }: Place): Entry | undefined {
  switch (thing) {
    case 'meeting':
      return organisation.meeting(id)
    case 'instrument':
      return organisation.instrument(id)
    case 'exercise':
      return organisation.exercise(id)
    case 'programme':
      return programmeOf(organisation, id)
    case 'text':
      return organisation.listed('text-described').find(({ act }) => act.text === id)
  }
}
