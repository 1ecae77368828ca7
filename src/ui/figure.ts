import { type Figure, nameOf, seriesOf } from '../record/index.ts'
import { actAddress } from './acts.ts'
import { wayToQuestion } from './essays/about.ts'
import { credits, sourcesOf, type Weighed } from './figures.ts'
import { type Html, html } from './html.ts'
import { type Page, type Place, to } from './layout.ts'
import { exact, readable } from './numbers.ts'
import { indicatorName, seriesName, shareTable, sourceUnit, sumInWords, valueName, weightPictures } from './weights.ts'
import { capitalised, dateInWords } from './words.ts'

/** One indicator: the weight of the members by year, and every figure on record. */
export function figurePage(weighed: Weighed, place: Place): Page {
  const { indicator, weights } = weighed
  const name = capitalised(indicatorName(indicator.indicator))
  const last = weights.at(-1)
  const title = last
    ? `${name}: ${sumInWords(last, indicator.unit)} in ${last.year}${last.missing.length > 0 ? ', a partial sum' : ''}`
    : `${name}, participant by participant`
  const csv = `/${place.organisation.id}/figures.csv?indicator=${indicator.indicator}`
  const body = html`<section class="stack"><p class="crumb"><a href="${to(place, 'figures')}">Weight in figures</a></p><h1>${title}</h1>${indicator.adds ? html`<p class="note">${wayToQuestion('weight', place, indicator.indicator)}</p>` : undefined}</section>
${weights.length > 0 ? html`<section class="tight"><h2>The members together, by year</h2>${weightPictures(weights, indicator, place)}</section><section class="tight"><h2>The share of each member</h2>${seriesOf(weights).map((series, _, all) => html`${all.length > 1 ? html`<p>${seriesName(series, place)}</p>` : undefined}${shareTable(series, indicator, place)}`)}</section>` : html`<p class="note">${indicator.adds ? 'No figure speaks for the members of a year up to this day.' : 'This is no number, so nothing is added up.'}</p>`}
<section class="tight"><h2>All figures on record</h2>${indicator.adds ? numbers(weighed, place) : statements(weighed, place)}<p class="note">As files: <a href="${csv}">CSV</a>, <a href="${to(place, `figures/${indicator.indicator}.json`)}">JSON</a>.</p></section>
<section class="tight"><h2>Where the figures are from</h2>${credits([indicator], place)}</section>`
  return { title, body, part: 'figures' }
}

/** From here on a value in full is wider than a column has room for. */
const tooWide = 1e10

/** Participants down, dates across. What speaks for a time after the page's day says so. */
function numbers({ indicator }: Weighed, place: Place): Html {
  const { organisation } = place
  const dates = [...new Set(indicator.figures.map(({ act }) => act.date))].sort().reverse()
  const sources = sourcesOf([indicator])
  const sourceOf = (date: string) => {
    const used = indicator.figures.filter(({ act }) => act.date === date).map(({ act }) => act.sources[0]?.source ?? '')
    return [...new Set(used)].map((id) => sources.indexOf(id) + 1).sort()
  }
  const wide = indicator.figures.some(({ act }) => Number(act.value) >= tooWide)
  const shown = wide ? readable : exact
  const people = Map.groupBy(indicator.figures, ({ act }) => act.participant)
  const cell = (figure: Figure | undefined) => {
    if (!figure) return html`<td></td>`
    const { value, low, high, approximate, doubt, note } = figure.act
    const range =
      low !== undefined && high !== undefined ? html`<br><small>${exact(low)} to ${exact(high)}</small>` : undefined
    const says = [note, ...doubt.map((one) => one.note)].filter(Boolean).join(' ')
    return html`<td class="number"><a href="${actAddress(place, figure)}" title="${[wide ? exact(Number(value)) : '', says].filter(Boolean).join('. ')}">${approximate ? 'about ' : ''}${shown(Number(value))}</a>${range}${doubt.length > 0 ? html`<br><span class="tag wait">${doubt[0]?.kind === 'conflict' ? 'sources differ' : 'unverified'}</span>` : undefined}</td>`
  }
  return html`<p class="note">In ${sourceUnit(indicator.unit)}, ${wide ? 'rounded for reading; the files have every digit' : 'as in the source'}. Years after the page’s day are shown too. Sources by their number below; each figure leads to its own.</p><div class="scroll" tabindex="0" role="region" aria-label="All figures"><table><thead><tr><th scope="col">Participant</th>${dates.map((date) => html`<th scope="col" class="number">${dateInWords(date)}<br><small>source ${sourceOf(date).join(', ')}</small></th>`)}</tr></thead><tbody>${[
    ...people,
  ]
    .map(([participant, figures]) => ({ participant, figures, name: nameOf(organisation, participant) }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
    .map(
      ({ participant, figures, name }) =>
        html`<tr><th scope="row"><a href="${to(place, `participants/${participant}`)}">${name}</a></th>${dates.map((date) => cell(figures.find(({ act }) => act.date === date)))}</tr>`,
    )}</tbody></table></div>`
}

function statements({ indicator }: Weighed, place: Place): Html {
  const { organisation } = place
  return html`<table class="cards"><thead><tr><th scope="col">Participant</th><th scope="col">From</th><th scope="col">As the record says</th><th scope="col">Remarks</th></tr></thead><tbody>${indicator.figures.map(
    (figure) => {
      const { act } = figure
      return html`<tr><th scope="row"><a href="${actAddress(place, figure)}">${nameOf(organisation, act.participant)}</a></th><td class="date">${dateInWords(act.date)}</td><td>${capitalised(valueName(act.value))}</td><td class="line">${act.note}${act.doubt.length > 0 ? html` <span class="tag wait">unverified</span>` : undefined}</td></tr>`
    },
  )}</tbody></table>`
}
