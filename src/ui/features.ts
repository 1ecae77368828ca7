import { type Feature, type FeatureOnDay, type FeatureTable, isUnverified, type Neighbour } from '../record/index.ts'
import { actAddress, doubtTag, references } from './acts.ts'
import { type Html, html } from './html.ts'
import type { Place } from './layout.ts'
import { featureInWords, neighbourLink } from './neighbours.ts'
import { capitalised, dateInWords, listed } from './words.ts'

/** What the organisation and others have and have not on the day, side by side; it is a description, not a ranking. */
export function featureSection(table: FeatureTable, place: Place): Html | undefined {
  const { neighbours, rows } = table
  if (rows.length === 0) return undefined
  return html`<section class="tight" id="features"><h2>What each has and has not</h2><p class="note">Each value speaks for the date beside it, as a source says or, where marked, as general knowledge; what is stated only for a day after ${dateInWords(place.organisation.day)} is not shown as had. The order is that of the record; it ranks nobody.</p>
<div class="wide-only"><div class="scroll" tabindex="0" role="region" aria-label="Features of each organisation"><table><thead><tr><th scope="col">Feature</th>${neighbours.map((one) => html`<th scope="col">${neighbourLink(one, place, true)}</th>`)}</tr></thead><tbody>${rows.map(({ feature, values }) => html`<tr><th scope="row">${featureName(feature)}</th>${values.map((value) => html`<td>${cell(value, place)}</td>`)}</tr>`)}</tbody></table></div></div>
<div class="narrow-only"><ul class="list">${rows.map(({ feature, values }) => html`<li><span><b>${featureName(feature)}</b></span>${inShort(values, neighbours)}</li>`)}</ul></div>
<ul class="legend"><li>The year is that for which the value speaks; nothing newer is on record.</li><li>no date: on record, since when is not</li><li>?: unverified, general knowledge</li></ul>
<h3>With notes, dates and sources</h3>${rows.map(({ feature, values }) => html`<details><summary>${featureName(feature)}</summary>${featureList(values, table, place)}</details>`)}</section>`
}

export function featureName(feature: string): string {
  return capitalised(feature.replaceAll('-', ' ').replace(/\bhq$/, 'headquarters'))
}

export function valueTag(value: Feature, place: Place): Html {
  return html`<a href="${actAddress(place, value)}" title="${value.act.says}">${plainTag(value)}</a>`
}

/** The same where no link may stand: in what opens and closes. To have or to lack something is neither good nor bad, nor a doubt: no colour says so. */
export function plainTag(value: Feature): Html {
  return html`<span class="tag had-${value.act.value}${isUnverified(value) ? ' unsure' : ''}">${featureInWords(value)}${isUnverified(value) ? '?' : undefined}</span>`
}

function cell({ value, later }: FeatureOnDay, place: Place): Html {
  if (value) return html`${valueTag(value, place)}<br><small>${value.act.asOf?.slice(0, 4) ?? 'no date'}</small>`
  return later ? html`<small>${afterwards(later)}</small>` : html`<small>not on record</small>`
}

function afterwards({ act }: Feature): string {
  return act.asOf ? `stated only for ${act.asOf.slice(0, 4)}` : 'founded later'
}

/** "Yes: A, B; partly: C; no: D": one line for each value that somebody has on the day. */
function inShort(values: readonly FeatureOnDay[], neighbours: readonly Neighbour[]): Html {
  const stated = values.flatMap(({ value }) => value ?? [])
  const groups = Map.groupBy(stated, featureInWords)
  const open = neighbours.filter((_, index) => values[index]?.value === undefined)
  return html`${['yes', 'partly', 'no'].flatMap((word) => {
    const list = groups.get(word)
    return list ? html`<span>${capitalised(word)}: ${listed(list.map(named))}</span>` : []
  })}${open.length > 0 ? html`<span>Not on record for this day: ${listed(open.map(({ act }) => act.neighbour))}</span>` : undefined}`
}

function named(value: Feature): string {
  const { neighbour, asOf } = value.act
  return `${neighbour}${isUnverified(value) ? '?' : ''} (${asOf?.slice(0, 4) ?? 'no date'})`
}

function featureList(values: readonly FeatureOnDay[], { neighbours }: FeatureTable, place: Place): Html {
  return html`<ul class="list">${values.map(({ value, later }, index) => {
    const neighbour = neighbours[index]
    const shown = value ?? later
    if (!shown || !neighbour) return undefined
    const { act } = shown
    return html`<li><span>${neighbourLink(neighbour, place)}: ${value ? valueTag(value, place) : html`<a href="${actAddress(place, shown)}">${afterwards(shown)}</a>`}${doubtTag(act.doubt)} <small>${act.asOf ? `for ${dateInWords(act.asOf)}` : 'date not on record'}</small></span>${act.says ? html`<span>${act.says}</span>` : undefined}${references(place, act.sources)}</li>`
  })}</ul>`
}
