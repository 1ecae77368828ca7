import { type Figure, type Indicator, type Knowledge, nameOf, seriesOf, type Weight } from '../record/index.ts'
import { actAddress, doubtTag } from './acts.ts'
import { asOfForm } from './as-of.ts'
import { wayToQuestion } from './essays/about.ts'
import { pageFiles } from './files.ts'
import { type Html, html } from './html.ts'
import { type Page, type Place, to } from './layout.ts'
import { percentOf } from './numbers.ts'
import { indicatorName, seriesName, sumInWords, unitName, valueName, weightPictures } from './weights.ts'
import { capitalised, dateInWords, listed } from './words.ts'

/** An indicator with what it comes to. */
export interface Weighed {
  readonly indicator: Indicator
  readonly weights: readonly Weight[]
  /** Where it cannot be added up: what is on record of each participant. */
  readonly latest: readonly Figure[]
}

export interface FiguresView {
  readonly all: readonly Weighed[]
  readonly moments: readonly Knowledge[]
}

export function figuresPage({ all, moments }: FiguresView, place: Place): Page {
  const title = heading(all, place)
  const added = all.filter(({ weights }) => weights.length > 0)
  const words = all.filter(
    ({ indicator, latest }) => !indicator.adds && indicator.unit !== 'boolean' && latest.length > 0,
  )
  const drawn = added.filter(({ weights }) => weights.length > 1)
  const body = html`<section class="stack"><h1>${title}</h1><p class="lede">What the members add up to in each year for which there are figures: those who were members at the end of that year, and nobody who came later. ${wayToQuestion('weight', place)}</p></section>
${asOfForm(place, moments)}
${
  all.length === 0
    ? html`<p class="aside">No figure is on record of any participant. <a href="${to(place, 'participants')}">Its participants</a> are on record.</p>`
    : html`<section class="tight"><h2>In brief</h2>${brief(added, place)}${leftOut(all, added, place)}</section>
${drawn.map(({ indicator, weights }) => html`<section class="tight"><h2><a href="${to(place, `figures/${indicator.indicator}`)}">${capitalised(indicatorName(indicator.indicator))}</a>, ${unitName(indicator.unit)}</h2>${weightPictures(weights, indicator, place)}<p class="note"><a href="${to(place, `figures/${indicator.indicator}`)}">Shares of each member, and all figures of every participant, with sources</a></p></section>`)}
${words.map((one) => inWords(one, place))}
<section class="tight"><h2>Where the figures are from</h2>${credits(
        all.map(({ indicator }) => indicator),
        place,
      )}</section>
${pageFiles(place)}`
}`
  return { title, body, part: 'figures' }
}

/** The two first indicators, in the last year in which every member has a figure. */
function heading(all: readonly Weighed[], place: Place): string {
  const whole = all.flatMap(({ indicator, weights }) => {
    const last = weights.findLast(({ missing }) => missing.length === 0)
    return last ? [{ indicator, last }] : []
  })
  if (whole.length === 0) return `Its weight in figures on ${dateInWords(place.organisation.day)} is not on record`
  const said = whole
    .slice(0, 2)
    .map(
      ({ indicator, last }) =>
        `${indicatorName(indicator.indicator)} ${sumInWords(last, indicator.unit)} (${last.year})`,
    )
  return `The members together: ${listed(said)}`
}

function brief(added: readonly Weighed[], place: Place): Html {
  const rows = added.flatMap(({ indicator, weights }) =>
    seriesOf(weights).flatMap((series) => {
      const last = series.at(-1)
      return last ? [{ indicator, last, series: seriesOf(weights).length > 1 ? series : undefined }] : []
    }),
  )
  return html`<table class="cards"><thead><tr><th scope="col">What</th><th scope="col">Year</th><th scope="col">Members together</th><th scope="col">Largest shares</th><th scope="col">Complete?</th></tr></thead><tbody>${rows.map(
    ({ indicator, last, series }) => {
      const most = last.shares.slice(0, 3).map(({ participant, value }) => {
        const share = last.missing.length === 0 ? ` ${percentOf(value, last.sum)}\u00a0%` : ''
        return `${nameOf(place.organisation, participant)}${share}`
      })
      return html`<tr><th scope="row"><a href="${to(place, `figures/${indicator.indicator}`)}">${capitalised(indicatorName(indicator.indicator))}</a>${series ? html` ${seriesName(series, place)}` : undefined}</th><td>${last.year}</td><td>${sumInWords(last, indicator.unit)}</td><td>${listed(most)}</td><td>${last.missing.length === 0 ? `all ${last.shares.length} members` : html`<span class="tag wait">partial</span> without ${listed(last.missing.map((id) => nameOf(place.organisation, id)))}`}</td></tr>`
    },
  )}</tbody></table>`
}

/** Indicators of which nothing speaks for a year that had ended by the page's day. */
function leftOut(all: readonly Weighed[], added: readonly Weighed[], place: Place): Html | undefined {
  const left = all.filter((one) => one.indicator.adds && !added.includes(one))
  if (left.length === 0) return undefined
  return html`<p class="note">Not on record for the members of any year up to ${dateInWords(place.organisation.day)}: ${left.map(({ indicator }, i) => html`${i > 0 ? ', ' : undefined}<a href="${to(place, `figures/${indicator.indicator}`)}">${indicatorName(indicator.indicator)}</a>`)}.</p>`
}

/** What cannot be added up: those of whom something else is on record than of most, then the others in one line. */
function inWords({ indicator, latest }: Weighed, place: Place): Html {
  const { organisation } = place
  const groups = [...Map.groupBy(latest, ({ act }) => String(act.value))].sort((a, b) => a[1].length - b[1].length)
  const link = (figure: Figure) =>
    html`<a href="${actAddress(place, figure)}">${nameOf(organisation, figure.act.participant)}</a>`
  return html`<section class="tight"><h2><a href="${to(place, `figures/${indicator.indicator}`)}">${capitalised(indicatorName(indicator.indicator))}</a> on ${dateInWords(organisation.day)}</h2><p class="note">As the sources put it, of everyone with a status on the day.</p><dl class="facts">${groups.map(
    ([value, list]) =>
      html`<dt>${capitalised(valueName(value))}</dt><dd>${list.length > 6 ? list.map((one, i) => html`${i > 0 ? ', ' : undefined}${link(one)}`) : list.map((one) => html`<p>${link(one)}, from ${dateInWords(one.act.date)}${doubtTag(one.act.doubt)}${one.act.note ? html` <small>${one.act.note}</small>` : undefined}</p>`)}</dd>`,
  )}</dl></section>`
}

/** The sources of figures, numbered as the tables refer to them, each with its publisher and licence. */
export function credits(indicators: readonly Indicator[], place: Place): Html {
  const { organisation } = place
  return html`<ul class="refs">${sourcesOf(indicators).map((id, index) => {
    const source = organisation.source(id)
    const about = source ? `, ${source.publisher}. ${source.licence ? `${source.licence}.` : ''}` : ''
    return html`<li>${index + 1}. <a href="${to(place, `sources/${id}`)}">${source?.title ?? id}</a>${about}</li>`
  })}</ul>`
}

export function sourcesOf(indicators: readonly Indicator[]): string[] {
  const cited = indicators.flatMap(({ figures }) => figures.flatMap(({ act }) => act.sources))
  return [...new Set(cited.map(({ source }) => source))]
}
