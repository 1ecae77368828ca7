import { type Indicator, nameOf, seriesOf, type Weight } from '../record/index.ts'
import { actAddress } from './acts.ts'
import { type Html, html } from './html.ts'
import { type Place, to } from './layout.ts'
import { exact, percentOf, readable } from './numbers.ts'
import { type Stack, stacks } from './stacks.ts'
import { capitalised, counted, listed } from './words.ts'

/** What an indicator and its unit are called; of any other the words of the record are used. */
const names: { readonly [indicator: string]: string } = {
  'gdp-current': 'economy (GDP)',
  'armed-forces': 'armed forces (active personnel)',
}
/** What a unit is called when read, and by what a value is multiplied for it. */
const units: { readonly [unit: string]: { readonly name: string; readonly times: number } } = {
  persons: { name: 'people', times: 1 },
  'USD current': { name: 'current US dollars', times: 1 },
  km2: { name: 'square kilometres', times: 1 },
  'thousand barrels/day': { name: 'barrels a day', times: 1000 },
  'billion m3/year': { name: 'cubic metres a year', times: 1e9 },
}
const unitNotes: { readonly [unit: string]: string } = {
  'USD current':
    'Current US dollars: neither prices nor exchange rates are evened out, so a change from year to year is not growth.',
}

/** Values that are words, as they are read. */
const values: { readonly [value: string]: string } = {
  'npt-nuclear-weapon-state': 'nuclear-weapon State under the Non-Proliferation Treaty',
  'possessor-outside-npt': 'has nuclear weapons, outside the Treaty',
  'tested-outside-npt': 'has tested, outside the Treaty',
}

export function valueName(value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return values[value] ?? String(value).replaceAll('-', ' ')
}

export function indicatorName(indicator: string): string {
  return names[indicator] ?? indicator.replaceAll('-', ' ')
}

export function unitName(unit: string): string {
  return units[unit]?.name ?? unit
}

/** The unit in which the source counts. */
export function sourceUnit(unit: string): string {
  const times = units[unit]?.times ?? 1
  return times === 1 ? unitName(unit) : unit.replace('/', ' a ').replace('m3', 'cubic metres')
}

/** "3.5 billion", in the unit as it is read. */
export function reading(value: number, unit: string): string {
  return readable(value * (units[unit]?.times ?? 1))
}

/** The sum of a year in words: "about 5.75 million people". */
export function sumInWords({ sum, approximate }: Weight, unit: string): string {
  return `${approximate ? 'about ' : ''}${reading(sum, unit)} ${unitName(unit)}`
}

/** The weight by year, one picture for each series: years of different series are never drawn side by side. */
export function weightPictures(weights: readonly Weight[], { indicator, unit }: Indicator, place: Place): Html {
  const series = seriesOf(weights)
  const caption = `${capitalised(indicatorName(indicator))} of the members by year, ${unitName(unit)}`
  return html`${series.map((list) => html`<figure class="tight years">${series.length > 1 ? html`<figcaption>${seriesName(list, place)}</figcaption>` : undefined}${stacks(stacksOf(list, unit, place), caption)}</figure>`)}${remarks(weights, unit, place)}`
}

/** The source from which most figures of a series are. */
export function seriesName(series: readonly Weight[], place: Place): Html {
  const id = series[0]?.sources[0] ?? ''
  return html`<small>From: <a href="${to(place, `sources/${id}`)}">${place.organisation.source(id)?.title ?? id}</a></small>`
}

/** Every year has its parts in the order of the last. */
function stacksOf(weights: readonly Weight[], unit: string, place: Place): Stack[] {
  const order = weights.toReversed().flatMap(({ shares }) => shares.map(({ participant }) => participant))
  return weights.map((weight) => ({
    label: String(weight.year),
    says: `${weight.approximate ? 'about ' : ''}${reading(weight.sum, unit)}${weight.missing.length > 0 ? ', partial' : ''}`,
    parts: weight.shares
      .toSorted((a, b) => order.indexOf(a.participant) - order.indexOf(b.participant))
      .map(({ participant, value }) => ({
        id: participant,
        name: nameOf(place.organisation, participant),
        value,
        says: reading(value, unit),
        href: to(place, `participants/${participant}`),
      })),
  }))
}

/** What must be known before the sums are used. */
function remarks(weights: readonly Weight[], unit: string, place: Place): Html | undefined {
  const partial = weights.filter(({ missing }) => missing.length > 0)
  const mixed = weights.filter(({ sources }) => sources.length > 1)
  const said = [
    ...(unitNotes[unit] ? [unitNotes[unit]] : []),
    ...(seriesOf(weights).length > 1
      ? ['These series come from different sources, which may count differently; they are not compared.']
      : []),
    ...(partial.length > 0
      ? [
          `Partial sums: ${partial.map(({ year, missing }) => `${year} without ${listed(missing.map((id) => nameOf(place.organisation, id)))}`).join('; ')}. What is missing is not on record; it is not nothing.`,
        ]
      : []),
    ...(mixed.length > 0
      ? [`Figures of more than one source are added in ${listed(mixed.map(({ year }) => String(year)))}.`]
      : []),
    ...(weights.some(({ approximate }) => approximate) ? ['“About”: the source gives approximate figures.'] : []),
  ]
  return said.length > 0 ? html`<p class="note">${said.join(' ')}</p>` : undefined
}

/** The members of each year, what each had, and its share in the sum: the text equivalent of the pictures. */
export function shareTable(weights: readonly Weight[], { unit }: Indicator, place: Place): Html {
  const latestFirst = weights.toReversed()
  const [last] = latestFirst
  const rest = weights.flatMap(({ shares, missing }) => [...shares.map(({ participant }) => participant), ...missing])
  const people = [...new Set([...(last?.shares ?? []).map(({ participant }) => participant), ...rest])]
  const cell = (weight: Weight, participant: string) => {
    const share = weight.shares.find((one) => one.participant === participant)
    if (share)
      return html`<td class="number"><a href="${actAddress(place, share.figure)}" title="${exact(share.value)} ${unit}">${reading(share.value, unit)}</a>${weight.missing.length === 0 ? html`<br><small>${percentOf(share.value, weight.sum)} %</small>` : undefined}</td>`
    return html`<td class="number"><small>${weight.missing.includes(participant) ? 'not on record' : 'not a member'}</small></td>`
  }
  return html`<p class="note">In ${unitName(unit)}, with the share in per cent where every member has a figure. Each figure leads to its act and sources.</p><div class="scroll" tabindex="0" role="region" aria-label="Members and their shares, ${weights.map(({ year }) => year).join(', ')}"><table><thead><tr><th scope="col">Member</th>${latestFirst.map(({ year }) => html`<th scope="col" class="number">${year}</th>`)}</tr></thead><tbody>${people.map((participant) => html`<tr><th scope="row"><a href="${to(place, `participants/${participant}`)}">${nameOf(place.organisation, participant)}</a></th>${latestFirst.map((weight) => cell(weight, participant))}</tr>`)}
<tr><th scope="row"><b>Sum</b></th>${latestFirst.map(({ sum, missing, shares }) => html`<td class="number"><b>${reading(sum, unit)}</b><br><small>${missing.length > 0 ? `partial: ${shares.length} of ${shares.length + missing.length}` : counted(shares.length, { one: 'member', many: 'members' })}</small></td>`)}</tr></tbody></table></div>`
}
