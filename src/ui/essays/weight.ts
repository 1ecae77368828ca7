import type { IndicatorWeight, Part, StatusSum, Sum, WeightView } from '../../analysis/index.ts'
import { nameOf } from '../../record/index.ts'
import { essay } from '../essay.ts'
import { type Content, type Html, html } from '../html.ts'
import { type Page, type Place, to } from '../layout.ts'
import { withQuery } from '../narrowing.ts'
import { percentOf } from '../numbers.ts'
import { type Part as Piece, type Proportion, proportionLegend, proportions } from '../proportions.ts'
import { statusLabel, words } from '../sentences.ts'
import { type Stack, stacks } from '../stacks.ts'
import { indicatorName, reading, unitName } from '../weights.ts'
import { capitalised, counted, dateInWords, listed } from '../words.ts'
import { changesSection, enlargements } from './weight-changes.ts'

export function weightPage(view: WeightView, place: Place): Page {
  const { about, indicators, inWords } = view
  const on = dateInWords(place.organisation.day)
  const dated = indicators.filter(({ year }) => year !== undefined)
  return essay(
    {
      id: 'weight',
      about,
      title: title(view, place),
      lede: html`What those with a status on ${on} come to together, each sum in the figures of one year, which stands with it. ${ways(view, place)}`,
      complete: completeness(dated, indicators, place),
      sections:
        dated.length === 0
          ? [
              html`<p class="aside">No figure of a year that was over by ${on} is on record for those with a status. <a href="${to(place, 'figures')}">${words.nav.figures}</a></p>`,
            ]
          : [
              byStatus(dated, about, place),
              about === undefined ? shares(dated, place) : undefined,
              about === undefined ? undefined : everyPart(dated, place),
              enlargements(dated, about, place),
              changesSection(dated, about, place),
              inWords.length > 0
                ? html`<section class="tight"><h2>What cannot be added up</h2><p>${inWords.map((one, index) => html`${index > 0 ? ', ' : undefined}<a href="${to(place, `figures/${one}`)}">${indicatorName(one)}</a>`)}: on record for each participant, as the sources put it.</p></section>`
                : undefined,
            ],
      method:
        'A sum adds the figures of one year: the last that was over by the day and for which at least half of the members have a figure. Before and after a change of the members the same year is used, the nearest to it for which everyone who came or left has a figure. Whoever has none of that year is named, and the sum is partial; nothing is filled in from another year.',
      limits: [
        'A sum of States is no strength of an organisation: none of this is at its disposal.',
        'Current US dollars move with prices and exchange rates, so that a change is not growth.',
        'Sums of different years, or of different sources, are not held against each other.',
        'Status is that of the day; the figures are as old as their year says.',
      ],
    },
    place,
  )
}

/** Those with the full status together, or everyone where nobody has it. */
function leading({ statuses, everyone }: IndicatorWeight): Sum {
  return statuses.find(({ tone }) => tone === 'member') ?? everyone
}

function title({ indicators, holders }: WeightView, place: Place): string {
  const on = dateInWords(place.organisation.day)
  const said = indicators.filter((one) => one.year !== undefined).slice(0, 2)
  if (said.length === 0) return `Its weight in figures on ${on} is not on record`
  const first = holders.find(({ tone }) => tone === 'member') ?? holders[0]
  const who = first ? counted(first.count, statusLabel(place.organisation, first.status)) : 'everyone'
  const sums = said.map((one) => {
    const sum = leading(one)
    return `${indicatorName(one.indicator)} ${sumInWords(sum, one.unit)} (${one.year}${sum.missing.length > 0 ? ', partial' : ''})`
  })
  return `${capitalised(who)} on ${on}: ${listed(sums)}`
}

function ways({ about, indicators }: WeightView, place: Place): Html | undefined {
  if (about !== undefined) {
    return html`This is ${indicatorName(about)} alone: <a href="${withQuery(place, {})}">everything</a>, or <a href="${to(place, `figures/${about}`)}">every figure of it</a>.`
  }
  if (indicators.length === 0) return undefined
  return html`By member, with pictures: ${indicators.map(({ indicator }, index) => html`${index > 0 ? ', ' : undefined}<a href="${aboutOne(place, indicator)}">${indicatorName(indicator)}</a>`)}.`
}

function completeness(dated: readonly IndicatorWeight[], all: readonly IndicatorWeight[], place: Place): Content {
  if (all.length === 0) return 'No figure of any participant is on record.'
  const without = all.filter(({ year }) => year === undefined)
  const partial = dated.filter(({ everyone }) => everyone.missing.length > 0)
  const whole = dated.length - partial.length
  const missing = partial.map(
    ({ indicator, year, everyone }) =>
      `${indicatorName(indicator)} (${year}) without ${listed(everyone.missing.map(({ participant }) => nameOf(place.organisation, participant)))}`,
  )
  const inAll =
    dated.length === 1
      ? whole === 1
        ? `Everyone with a status has a figure of ${dated[0]?.year}. `
        : ''
      : dated.length > 0
        ? `Everyone with a status has a figure in ${whole} of ${dated.length} of these. `
        : ''
  return html`${inAll}${missing.length > 0 ? `Partial: ${missing.join('; ')}. What is missing is not on record; it is not nothing. ` : ''}${without.length > 0 ? `Not on record for any year that was over by this day: ${listed(without.map(({ indicator }) => indicatorName(indicator)))}. ` : ''}`
}

const fills: { readonly [tone: string]: Piece['fill'] } = {
  member: 'full',
  observer: 'pale',
  // Not hatched: elsewhere that is what is doubtful.
  partner: 'dotted',
  past: 'full',
  guest: 'hollow',
}

function byStatus(dated: readonly IndicatorWeight[], about: string | undefined, place: Place): Html {
  const { organisation } = place
  const statuses = dated[0]?.statuses ?? []
  const label = (status: string) => statusLabel(organisation, status).many
  const [one] = dated
  const picture =
    about !== undefined && one
      ? stacks(
          one.statuses.map((sum) => stackOf(sum, one, place)),
          `${capitalised(indicatorName(one.indicator))} by status, ${unitName(one.unit)}, ${one.year}`,
        )
      : html`${proportions(
          dated.map((weight) => proportionOf(weight, place)),
          'Of everyone with a status, how much is whose',
        )}${proportionLegend(statuses.map(({ status, tone }) => ({ fill: fills[tone] ?? 'hollow', name: label(status) })))}${dated.some(({ everyone }) => everyone.missing.length > 0) && html`<ul class="legend"><li><span class="swatch part-dashed"></span>an open end: not everyone’s figure is on record, so the parts are no shares of all</li></ul>`}`
  return html`<section class="tight"><h2>${capitalised(listed(statuses.map(({ status }) => label(status))))}, status by status</h2>${about === undefined ? html`<p>Each bar is everyone with a status, whatever they come to, which stands at its end. Bars of different things are not on one scale; a partial sum ends open, and no share of it is given.</p>` : undefined}<figure class="tight">${picture}</figure>${statusTable(dated, place)}</section>`
}

function proportionOf({ indicator, unit, year, statuses, everyone }: IndicatorWeight, place: Place): Proportion {
  return {
    name: `${capitalised(shortName(indicator))}, ${year}`,
    href: aboutOne(place, indicator),
    base: `${reading(everyone.sum, unit)}${everyone.missing.length > 0 ? ', partial' : ''}`,
    // Of a partial sum no share is given, and the bar does not look whole.
    open: everyone.missing.length > 0,
    parts: statuses.map(({ status, tone, sum }) => ({
      fill: fills[tone] ?? 'hollow',
      name: `${statusLabel(place.organisation, status).many}: ${reading(sum, unit)}${everyone.missing.length > 0 ? ' of a partial sum' : ''}`,
      count: sum,
      label: everyone.missing.length > 0 ? '' : `${percentOf(sum, everyone.sum)} %`,
    })),
  }
}

function shortName(indicator: string): string {
  return indicatorName(indicator).replace(/ \(.*\)$/, '')
}

function stackOf(sum: StatusSum, { unit }: IndicatorWeight, place: Place): Stack {
  return {
    label: statusLabel(place.organisation, sum.status).many,
    says: `${sumInWords(sum, unit, false)}${sum.missing.length > 0 ? ', partial' : ''}`,
    parts: partsOf(sum, unit, place),
  }
}

/** The parts of a sum as a column of a picture has them. */
export function partsOf({ parts }: Sum, unit: string, place: Place): Stack['parts'] {
  return parts.map(({ participant, value }) => ({
    id: participant,
    name: nameOf(place.organisation, participant),
    value,
    says: reading(value, unit),
    href: to(place, `participants/${participant}`),
  }))
}

function statusTable(dated: readonly IndicatorWeight[], place: Place): Html {
  const { organisation } = place
  const statuses = dated[0]?.statuses ?? []
  const heads = statuses.map(({ status, parts, missing }) => ({
    status,
    says: `${capitalised(statusLabel(organisation, status).many)} (${parts.length + missing.length})`,
  }))
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Sums by status"><table class="cards"><thead><tr><th scope="col">What</th><th scope="col">Figures of</th>${heads.map(({ says }) => html`<th scope="col">${says}</th>`)}<th scope="col">Everyone, each once</th></tr></thead><tbody>${dated.map(
    (weight) =>
      html`<tr><th scope="row"><a href="${aboutOne(place, weight.indicator)}">${capitalised(indicatorName(weight.indicator))}</a></th><td>${weight.year}</td>${weight.statuses.map((sum, index) => html`<td data-label="${heads[index]?.says ?? ''}">${sumCell(sum, weight.unit, place)}${uncertain(sum, place)}</td>`)}<td data-label="everyone">${sumCell(weight.everyone, weight.unit, place)}</td></tr>`,
  )}</tbody></table></div>`
}

function uncertain({ uncertain: who }: StatusSum, place: Place): Html | undefined {
  if (who.length === 0) return undefined
  return html` <small class="under">uncertain on the day: ${listed(who.map((id) => nameOf(place.organisation, id)))}</small>`
}

/** A sum with everything that must be known before it is used. */
export function sumCell(sum: Sum, unit: string, place: Place): Html {
  if (sum.parts.length === 0) return html`<small>not on record</small>`
  const name = (id: string) => nameOf(place.organisation, id)
  const doubted = (kind: Part['doubt']) =>
    sum.parts.filter(({ doubt }) => doubt === kind).map((one) => name(one.participant))
  const notes = [
    ...(doubted('conflict').length > 0 ? [`sources differ for ${listed(doubted('conflict'))}`] : []),
    ...(doubted('unverified').length > 0 ? [`unverified for ${listed(doubted('unverified'))}`] : []),
    ...(new Set(sum.parts.map(({ source }) => source)).size > 1 ? ['of more than one source'] : []),
  ]
  const without = sum.missing.map(
    ({ participant, latest }, index) =>
      html`${index > 0 ? ', ' : undefined}${name(participant)}${latest ? html` (<a href="${to(place, `register/${latest.act}`)}">${dateInWords(latest.date as Parameters<typeof dateInWords>[0])}: ${reading(latest.value, unit)}</a>)` : undefined}`,
  )
  return html`${sumInWords(sum, unit)}${sum.missing.length > 0 ? html` <span class="tag wait">partial</span> <small class="under">without ${without}</small>` : undefined}${notes.length > 0 ? html` <small class="under">${capitalised(notes.join('; '))}</small>` : undefined}`
}

export function sumInWords({ parts, sum }: Sum, unit: string, withUnit = true): string {
  const about = parts.some(({ approximate }) => approximate) ? 'about ' : ''
  return `${about}${reading(sum, unit)}${withUnit ? ` ${unitName(unit)}` : ''}`
}

/** Who is how much of the whole, of those with the full status. */
function shares(dated: readonly IndicatorWeight[], place: Place): Html | undefined {
  const members = dated.map((weight) => ({ ...weight, of: leading(weight) }))
  const people = [
    ...new Set(members.flatMap(({ of }) => [...of.parts, ...of.missing].map(({ participant }) => participant))),
  ]
  const cell = ({ of, unit }: (typeof members)[number], participant: string) => {
    const part = of.parts.find((one) => one.participant === participant)
    if (!part) return html`<small>not on record</small>`
    const share =
      of.missing.length === 0
        ? html`${percentOf(part.value, of.sum)}&nbsp;%`
        : html`<small>no share of a partial sum</small>`
    return html`<a href="${to(place, `register/${part.act}`)}" title="${reading(part.value, unit)} ${unitName(unit)}">${share}</a>`
  }
  return html`<section class="tight"><h2>Who is how much of the members together</h2><p>Per cent of the sum of the members, in the order of the first column; each leads to its figure and sources.</p><div class="scroll" tabindex="0" role="region" aria-label="Shares of the members"><table><thead><tr><th scope="col">Member</th>${members.map(({ indicator, year }) => html`<th scope="col" class="number">${capitalised(shortName(indicator))} <small class="under">${year}</small></th>`)}</tr></thead><tbody>${people.map((participant) => html`<tr><th scope="row"><a href="${to(place, `participants/${participant}`)}">${nameOf(place.organisation, participant)}</a></th>${members.map((one) => html`<td class="number">${cell(one, participant)}</td>`)}</tr>`)}</tbody></table></div></section>`
}

/** Asked of one: each participant's figure, status by status. */
function everyPart([one]: readonly IndicatorWeight[], place: Place): Html | undefined {
  if (!one) return undefined
  const { statuses, unit, year } = one
  const rows = (sum: StatusSum) =>
    html`${sum.parts.map(({ participant, value, act, approximate, doubt, source }) => html`<tr><th scope="row"><a href="${to(place, `participants/${participant}`)}">${nameOf(place.organisation, participant)}</a></th><td class="number" data-label="${year}"><a href="${to(place, `register/${act}`)}">${approximate ? 'about ' : ''}${reading(value, unit)}</a>${doubt === undefined ? undefined : html` <span class="tag wait">${doubt === 'conflict' ? 'sources differ' : 'unverified'}</span>`}</td><td class="number" data-label="share">${sum.missing.length === 0 ? html`${percentOf(value, sum.sum)}&nbsp;%` : 'sum partial'}</td><td><a href="${to(place, `sources/${source}`)}"><small>${place.organisation.source(source)?.title ?? source}</small></a></td></tr>`)}${sum.missing.map(({ participant, latest }) => html`<tr><th scope="row"><a href="${to(place, `participants/${participant}`)}">${nameOf(place.organisation, participant)}</a></th><td class="number" data-label="${year}"><small>not on record</small></td><td></td><td>${latest ? html`<small>latest: <a href="${to(place, `register/${latest.act}`)}">${reading(latest.value, unit)} (${latest.date})</a></small>` : undefined}</td></tr>`)}`
  return html`<section class="stack"><h2>Who is how much of the whole</h2>${statuses.map((sum) => html`<section class="tight"><h3>${capitalised(statusLabel(place.organisation, sum.status).many)}: ${sumInWords(sum, unit)}${sum.missing.length > 0 ? ', partial' : ''}</h3><table class="cards"><thead><tr><th scope="col">Participant</th><th scope="col" class="number">${year}</th><th scope="col" class="number">Share</th><th scope="col">Source</th></tr></thead><tbody>${rows(sum)}</tbody></table></section>`)}</section>`
}

/** This page asked of one indicator, on the same day. */
export function aboutOne(place: Place, indicator: string): string {
  return withQuery(place, { about: indicator })
}
