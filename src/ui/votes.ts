import {
  type ForumOfVotes,
  isEnough,
  nameOf,
  type VoteCount,
  type VotesOfTwo,
  type YearOfVotes,
} from '../record/index.ts'
import { references } from './acts.ts'
import { type Html, html } from './html.ts'
import { rounded } from './labels.ts'
import { within } from './lanes.ts'
import { type Place, to } from './layout.ts'
import { percentOf } from './numbers.ts'
import { capitalised, counted, dateInWords, listed } from './words.ts'
import { yearLabel } from './years.ts'

/** How alike two participants voted in one forum, year by year, always beside all pairs of the same year. */
export function votesOfPairSection(
  { forum, years }: ForumOfVotes,
  between: readonly [string, string],
  place: Place,
  heading: 'h2' | 'h3' = 'h2',
): Html {
  const names = listed(between.map((id) => nameOf(place.organisation, id)))
  const last = years.findLast(({ pair }) => isEnough(pair))
  const says = last?.pair
    ? `${dateInWords(last.date)}: ${names} voted alike in ${last.pair.same} of ${last.pair.both} votes, ${percent(last.pair)} per cent; all pairs together in ${percent(last.general)} per cent`
    : `${names}: too few votes together for a share`
  const title = heading === 'h2' ? html`<h2>${says}</h2>` : html`<h3>${says}</h3>`
  return html`<section class="tight" id="votes">${title}<p>In the ${forum}, in votes by roll call in which both were for, against or abstaining. ${last ? inGeneral(last, place) : undefined}</p>
${picture(years, names)}
<details><summary><small>As a table, with the votes that each year rests on</small></summary>${table(years, place)}</details>
<p class="note">“All pairs” are those on record for the year, before they were members too. What a forum adopts without a vote by roll call is not in the data, nor a vote in which one of the two was absent. Voting alike is not voting together: why anybody voted so is not on record.</p>
${last ? references(place, place.organisation.entry(last.act)?.act.sources ?? []) : undefined}</section>`
}

/** How alike votes are in general, so that a high share of one pair is not taken for a bond. */
export function inGeneral({ date, general }: Pick<YearOfVotes, 'date' | 'general'>, place: Place): string {
  const { least, most, enough, mostlyAlike } = general
  if (!least || !most || enough < 2) return ''
  const name = (one: VotesOfTwo) => listed(one.between.map((id) => nameOf(place.organisation, id)))
  return `Most votes there are alike for most pairs: in ${dateInWords(date)} ${mostlyAlike === enough ? `each of ${enough} pairs` : `${mostlyAlike} of ${enough} pairs`} voted alike in more than half, from ${percent(least)} per cent (${name(least)}) to ${percent(most)} per cent (${name(most)}).`
}

export function percent({ same, both }: VoteCount): string {
  return percentOf(same, both)
}

function alike({ same, both }: VoteCount): string {
  return `${same} of ${both} votes alike`
}

function picture(years: readonly YearOfVotes[], names: string): Html {
  return html`<figure class="tight years"><div class="wide-only">${drawn(years, names, 1040)}</div><div class="narrow-only">${drawn(years, names, 360)}</div>
<figcaption><ul class="legend"><li><svg class="inline" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true"><circle class="tone-member" cx="6" cy="6" r="5"/></svg> this pair</li><li><svg class="inline" viewBox="0 0 20 12" width="20" height="12" aria-hidden="true"><line class="span" x1="2" x2="18" y1="6" y2="6"/></svg> all pairs of the year</li><li><svg class="inline" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true"><path class="cross" d="M2 2l8 8m0-8l-8 8"/></svg> too few votes for a share, or none in the data</li></ul></figcaption></figure>`
}

const [top, height] = [14, 200] as const

/** The whole scale from nothing to all: nothing is cut off, so a difference looks as large as it is. */
function drawn(years: readonly YearOfVotes[], names: string, width: number): Html {
  const wide = width > 500
  const [left, right, size] = [wide ? 48 : 46, width - 6, wide ? 11.5 : 12]
  const first = Number(years[0]?.date.slice(0, 4) ?? 0)
  const last = Number(years.at(-1)?.date.slice(0, 4) ?? first)
  const step = (right - left) / (last - first + 1)
  const foot = top + height
  const y = ({ same, both }: VoteCount) => rounded(foot - (height * same) / both)
  const middle = (year: number) => rounded(left + (year - first + 0.5) * step)
  const base = wide
    ? html`<text x="${left - 8}" y="${foot + 36}" font-size="${size - 1}" text-anchor="end">votes</text>`
    : undefined
  return html`<svg class="bars" viewBox="0 0 ${width} ${foot + (wide ? 44 : 24)}" width="100%" role="group" aria-label="${names}: share of votes alike by year, with all pairs">
${[0, 25, 50, 75, 100].map((share) => html`<line class="rule" x1="${left}" x2="${right}" y1="${rounded(foot - (height * share) / 100)}" y2="${rounded(foot - (height * share) / 100)}"/><text x="${left - 8}" y="${rounded(foot - (height * share) / 100 + 4)}" font-size="${size}" text-anchor="end">${share} %</text>`)}
${base}
${Array.from({ length: last - first + 1 }, (_, index) => {
  const label = yearLabel(first + index, index, last - first + 1, wide)
  return (
    label &&
    html`<text x="${within(middle(first + index), label, size, width)}" y="${foot + 17}" font-size="${size}" text-anchor="middle">${label}</text>`
  )
})}
${years.map(({ date, pair, general }) => {
  const at = middle(Number(date.slice(0, 4)))
  const half = rounded(Math.min(13, step * 0.42))
  const title = `${dateInWords(date)}: ${pair ? `${alike(pair)}${isEnough(pair) ? `, ${percent(pair)} per cent` : ', too few for a share'}` : 'not in the data'}; all pairs ${general.telling ? `${percent(general)} per cent` : `${alike(general)}, too few for a share`}`
  return html`<g><title>${title}</title>${general.telling ? html`<line class="span" x1="${rounded(at - half)}" x2="${rounded(at + half)}" y1="${y(general)}" y2="${y(general)}"/>` : undefined}${
    isEnough(pair)
      ? html`<circle class="tone-member" cx="${at}" cy="${y(pair)}" r="${wide ? 5 : 3.5}"/>`
      : html`<path class="cross" d="M${rounded(at - 3.5)} ${foot - 10}l7 7m0-7l-7 7"/>`
  }${wide && pair ? html`<text x="${at}" y="${foot + 36}" font-size="${size - 1}" text-anchor="middle">${pair.both}</text>` : undefined}</g>`
})}</svg>`
}

function table(years: readonly YearOfVotes[], place: Place): Html {
  return html`<table class="cards"><thead><tr><th scope="col">Year</th><th scope="col" class="number">Votes of both</th><th scope="col" class="number">Alike</th><th scope="col" class="number">For against against</th><th scope="col" class="number">Share alike</th><th scope="col" class="number">All pairs together</th></tr></thead><tbody>${years
    .toReversed()
    .map(
      ({ date, act, pair, general }) =>
        html`<tr><th scope="row"><a href="${to(place, `register/${act}`)}">${capitalised(dateInWords(date))}</a></th><td class="number" data-label="votes">${pair?.both ?? html`<small>not in the data</small>`}</td><td class="number" data-label="alike">${pair?.same}</td><td class="number" data-label="opposed">${pair?.opposed}</td><td class="number" data-label="share">${pair ? (isEnough(pair) ? `${percent(pair)} %` : html`<small>too few</small>`) : undefined}</td><td class="number" data-label="all pairs">${general.telling ? `${percent(general)} % ` : html`<small>too few </small>`}<small>of ${general.both}, ${counted(general.pairs, { one: 'pair', many: 'pairs' })}</small></td></tr>`,
    )}</tbody></table>`
}
