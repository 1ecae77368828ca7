import { type Feature, type FeatureTable, isUnverified } from '../record/index.ts'
import { actAddress, doubtTag, references } from './acts.ts'
import { type Html, html } from './html.ts'
import type { Place } from './layout.ts'
import { featureInWords, neighbourLink } from './neighbours.ts'
import { capitalised, dateInWords, listed } from './words.ts'

/** What the organisation and others have and have not, side by side; it is a description, not a ranking. */
export function featureSection(table: FeatureTable, place: Place): Html | undefined {
  const { neighbours, rows } = table
  if (rows.length === 0) return undefined
  return html`<section class="tight" id="features"><h2>What each has and has not</h2><p class="note">Each value speaks for the date beside it, as a source says or, where marked, as general knowledge. The order is that of the record; it ranks nobody.</p>
<div class="wide-only"><div class="scroll" tabindex="0" role="region" aria-label="Features of each organisation"><table><thead><tr><th scope="col">Feature</th>${neighbours.map((one) => html`<th scope="col">${neighbourLink(one, place, true)}</th>`)}</tr></thead><tbody>${rows.map(({ feature, values }) => html`<tr><th scope="row">${featureName(feature)}</th>${values.map((value) => html`<td>${value ? html`${valueTag(value, place)}${value.act.asOf ? html`<br><small>${value.act.asOf.slice(0, 4)}</small>` : undefined}` : html`<small>not on record</small>`}</td>`)}</tr>`)}</tbody></table></div></div>
<div class="narrow-only"><ul class="list">${rows.map(({ feature, values }) => html`<li><span><b>${featureName(feature)}</b></span>${inShort(values)}</li>`)}</ul></div>
<ul class="legend"><li>The year is that for which the value speaks.</li><li>?: unverified, general knowledge</li></ul>
<h3>With notes, dates and sources</h3>${rows.map(({ feature, values }) => html`<details><summary>${featureName(feature)}</summary>${featureList(values, table, place)}</details>`)}</section>`
}

export function featureName(feature: string): string {
  return capitalised(feature.replaceAll('-', ' ').replace(/\bhq$/, 'headquarters'))
}

export function valueTag(value: Feature, place: Place): Html {
  const kind = { yes: 'yes', partial: 'wait', no: '' }[value.act.value]
  return html`<a href="${actAddress(place, value)}" title="${value.act.says}"><span class="tag ${kind}">${featureInWords(value)}${isUnverified(value) ? '?' : undefined}</span></a>`
}

/** "Yes: A, B; partly: C; no: D": one line for each value that somebody has. */
function inShort(values: readonly (Feature | undefined)[]): Html {
  const stated = values.filter((value) => value !== undefined)
  const groups = Map.groupBy(stated, featureInWords)
  return html`${['yes', 'partly', 'no'].flatMap((word) => {
    const list = groups.get(word)
    return list
      ? html`<span>${capitalised(word)}: ${listed(list.map((value) => `${value.act.neighbour}${isUnverified(value) ? '?' : ''}`))}</span>`
      : []
  })}`
}

function featureList(values: readonly (Feature | undefined)[], { neighbours }: FeatureTable, place: Place): Html {
  return html`<ul class="list">${values.map((value, index) => {
    const neighbour = neighbours[index]
    if (!value || !neighbour) return undefined
    const { act } = value
    return html`<li><span>${neighbourLink(neighbour, place)}: ${valueTag(value, place)}${doubtTag(act.doubt)} <small>${act.asOf ? `for ${dateInWords(act.asOf)}` : 'date not on record'}</small></span>${act.says ? html`<span>${act.says}</span>` : undefined}${references(place, act.sources)}</li>`
  })}</ul>`
}
