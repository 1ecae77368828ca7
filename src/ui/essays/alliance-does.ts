import type { AllianceView, Allied, Element, ExerciseKind } from '../../analysis/index.ts'
import { type ActOf, isFirm, type YearCount } from '../../record/index.ts'
import { actAddress } from '../acts.ts'
import { people } from '../addresses.ts'
import { verdictTag } from '../claims/verdicts.ts'
import { featureName } from '../features.ts'
import { type Content, type Html, html } from '../html.ts'
import { type Place, to } from '../layout.ts'
import { withQuery } from '../narrowing.ts'
import { neighbourLink } from '../neighbours.ts'
import { coverageWord } from '../sentences.ts'
import { capitalised, counted, dateInWords, listed } from '../words.ts'
import { type StripRow, yearStrips } from '../year-strips.ts'

type Value = ActOf<'feature-stated'>['value']

/** Its exercises by kind and year, hatched where the record of a year is thin. */
export function exerciseSection({ exercises }: AllianceView, place: Place): Html {
  const all = exercises.reduce((sum, one) => sum + one.all, 0)
  if (all === 0)
    return html`<section class="tight"><h2>No exercise is on record by this day</h2><p class="note"><a href="${to(place, 'exercises')}">Exercises</a></p></section>`
  const rows = exercises.map(
    (kind): StripRow => ({
      id: kind.type,
      name: kindName(kind),
      href: listOf(kind, place),
      years: kind.years.map((year) => ({
        year: year.year,
        value: year.count,
        doubtful: isFirm(year.coverage) ? 0 : year.count,
        none: year.count === 0 && isFirm(year.coverage) && year.over,
        title: `${kindName(kind)}, ${year.year}: ${year.count} on record; coverage ${coverageOf(year)}${year.over ? '' : '; the year is not over'}`,
      })),
    }),
  )
  const number = (value: number, label: string) => html`<td class="number" data-label="${label}">${value}</td>`
  return html`<section class="tight" id="exercises"><h2>${capitalised(counted(all, { one: 'exercise', many: 'exercises' }))} of ${counted(exercises.length, { one: 'kind', many: 'kinds' })} on record</h2>
<figure class="tight years">${yearStrips(rows, 'Exercises by kind and year, with how complete each year is', 'exercises')}<figcaption><ul class="legend"><li><span class="swatch tone-member"></span>complete or nearly so</li><li><span class="swatch hatched"></span>landmarks or a sample only: there may have been more</li><li>all rows on one scale; none is written 0 only where the record of the year is complete and the year over; an empty year is no zero</li></ul></figcaption></figure>
<table class="cards"><thead><tr><th scope="col">Kind</th><th scope="col" class="number">On record</th><th scope="col" class="number">Three or more acted</th><th scope="col" class="number">Fewer</th><th scope="col" class="number">Who acted is not known</th></tr></thead><tbody>${exercises.map((kind) => html`<tr><th scope="row"><a href="${listOf(kind, place)}">${kindName(kind)}</a></th>${number(kind.all, 'on record')}${number(kind.several, 'three or more')}${number(kind.fewer, 'fewer')}${number(kind.notKnown, 'not known')}</tr>`)}</tbody></table>
<details><summary><small>How complete the record of exercises is, year by year</small></summary><table class="cards"><thead><tr><th scope="col">Year</th><th scope="col" class="number">On record, all kinds</th><th scope="col">Coverage</th><th scope="col">On what that rests</th></tr></thead><tbody>${(
    exercises[0]?.years ?? []
  ).map(
    (year, at) =>
      html`<tr><th scope="row">${year.year}</th>${number(
        exercises.reduce((sum, kind) => sum + (kind.years[at]?.count ?? 0), 0),
        'on record',
      )}<td>${coverageOf(year)}</td><td>${year.basis}</td></tr>`,
  )}</tbody></table></details>
<p class="note">Whoever only watched did not act. The kind and the name are those given by whoever held it. <a href="${to(place, 'exercises')}">Every exercise, and who took part</a></p></section>`
}

function coverageOf({ coverage }: YearCount): string {
  return coverage ? coverageWord(coverage) : 'not stated'
}

function kindName({ type }: ExerciseKind): string {
  return capitalised(type.replaceAll('-', ' '))
}

function listOf({ type }: ExerciseKind, place: Place): string {
  return withQuery({ ...place, path: `/${place.organisation.id}/exercises` }, { type })
}

/** Which of its members are also in an alliance, and what ties it to one. */
export function alliesSection({ alliances, members, day }: AllianceView, place: Place): Html | undefined {
  if (alliances.length === 0) return undefined
  return html`<section class="tight" id="alliances"><h2>Members that also belonged to an alliance on ${dateInWords(day)}</h2><table class="cards"><thead><tr><th scope="col">Alliance</th><th scope="col" class="number">Members in both</th><th scope="col">Who</th><th scope="col">What ties the organisation to it</th></tr></thead><tbody>${alliances.map(
    (one) =>
      html`<tr><th scope="row">${neighbourLink(one.neighbour, place)}</th><td class="number" data-label="in both">${members.length === 0 ? html`<small>no members yet</small>` : `${one.both.length} of ${members.length}`}</td><td>${one.both.length > 0 ? people(place, one.both) : 'none on record'}${one.unsure.length > 0 ? html` <span class="tag wait">${one.unsure.length === one.both.length ? '' : `${one.unsure.length} `}unverified or uncertain</span>` : undefined}</td><td class="line" data-label="ties">${one.relations.length > 0 ? one.relations.map((relation, index) => html`${index > 0 ? '; ' : undefined}<a href="${actAddress(place, relation)}">${relation.act.type.replaceAll('-', ' ')}</a> <small>${dateInWords(relation.act.on)}</small>`) : 'nothing on record'}</td></tr>`,
  )}</tbody></table><p class="note"><a href="${to(place, 'questions/neighbourhood')}">The whole neighbourhood, and who shares members with whom</a></p></section>`
}

/** What a claim would point to, on either side, each with what weakens it. */
export function claimsSection(view: AllianceView, place: Place): Html | undefined {
  const { elements, exercises, alliances, said, positions, statements, claims } = view
  if (elements.length === 0) return undefined
  const allied = alliances.filter(({ both }) => both.length > 0)
  const tied = alliances.filter(({ relations }) => relations.length > 0)
  const paragraphs = said.reduce((sum, one) => sum + one.paragraphs.length, 0)
  const stances = positions.reduce((sum, one) => sum + one.stances.length, 0)
  const pro: Content[] = [
    elementsIn(elements, ['yes', 'partial']),
    exercises.length > 0 &&
      html`<a href="#exercises">Exercises</a>: ${listed(exercises.map((kind) => `${kind.all} ${kind.type.replaceAll('-', ' ')}`))}. Against that: an exercise is no duty to help.`,
    allied.length > 0 &&
      html`<a href="#alliances">Members in an alliance</a>: ${listed(allied.map(inBoth(view)))}. Against that: the duty is owed there, not here.`,
    tied.length > 0 &&
      html`<a href="#alliances">Ties with one</a>: ${listed(tied.map(({ neighbour, relations }) => `${counted(relations.length, { one: 'step', many: 'steps' })} with the ${neighbour.act.neighbour}`))}. Against that: ties are with many others too.`,
  ]
  const contra: Content[] = [elementsIn(elements, ['no'])]
  const both: Content[] = [
    paragraphs > 0 &&
      html`<a href="#said">Its own texts</a>: ${counted(paragraphs, { one: 'paragraph', many: 'paragraphs' })}. A text that rules something out is no proof that it is not done, and one that announces it none that it is.`,
    stances > 0 && html`<a href="#positions">Positions reported</a>: ${stances}. Whoever reports them chose them.`,
    statements.length > 0 && html`<a href="#statements">Statements of others</a>: ${statements.length}.`,
  ]
  const column = (heading: string, points: readonly Content[], none: string) => {
    const there = points.filter((point) => point)
    return html`<div><h3>${heading}</h3>${there.length > 0 ? html`<ul class="plain">${there.map((point) => html`<li>${point}</li>`)}</ul>` : html`<p>${none}</p>`}</div>`
  }
  return html`<section class="tight" id="claims"><h2>What a claim would point to</h2><div class="beside">${column('That it is becoming an alliance', pro, 'Nothing on record.')}${column('That it is not', contra, 'Nothing on record.')}${column('Either side would read', both, 'Nothing on record.')}</div>${claims.length > 0 ? html`<h3>Claims on record of what bears on it</h3><ul class="list">${claims.map(({ claim, verdict }) => html`<li><span class="when">${dateInWords(claim.act.on)}</span><span><a href="${to(place, `claims/${claim.act.claim}`)}">${claim.act.says}</a> ${verdictTag(verdict)} <small>${claim.act.by}</small></span></li>`)}</ul>` : undefined}<p class="note">Which weighs more is not counted here. <a href="${to(place, 'claims')}">Every claim, held against the record</a> · <a href="${to(place, 'questions')}">Other questions</a></p></section>`
}

function inBoth({ members }: AllianceView): (allied: Allied) => string {
  return ({ neighbour, both, unsure }) =>
    `${both.length} of ${members.length} in the ${neighbour.act.neighbour}${unsure.length > 0 ? ` (${unsure.length} unverified or uncertain)` : ''}`
}

/** The elements that have one of some values on the day, each with the day for which that was stated. */
function elementsIn(elements: readonly Element[], values: readonly Value[]): Content {
  const found = elements.flatMap(({ feature, onDay: { value } }) =>
    value && values.includes(value.act.value) ? [{ feature, act: value.act }] : [],
  )
  if (found.length === 0) return undefined
  const what = values.includes('no') ? 'Elements lacking' : 'Elements had or had in part'
  return html`${what}: ${found.map(({ feature, act }, index) => html`${index > 0 ? ', ' : undefined}<a href="#element-${feature}">${featureName(feature).toLowerCase()}</a>${act.value === 'partial' ? ' in part' : undefined} <small>${act.asOf?.slice(0, 4) ?? 'no date'}</small>`)}. Against that: each was stated for its date, not for the day of this page.`
}
