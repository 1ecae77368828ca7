import type { Change, Enlargement, IndicatorWeight } from '../../analysis/index.ts'
import { nameOf } from '../../record/index.ts'
import { type Html, html } from '../html.ts'
import { type Place, to } from '../layout.ts'
import { percentOf } from '../numbers.ts'
import { type Stack, stacks } from '../stacks.ts'
import { indicatorName, reading, unitName } from '../weights.ts'
import { capitalised, dateInWords, listed } from '../words.ts'
import { aboutOne, partsOf, sumInWords } from './weight.ts'

/** Just before and just after each change of the members, in the figures of one year. */
export function enlargements(dated: readonly IndicatorWeight[], about: string | undefined, place: Place): Html {
  const all = dated[0]?.enlargements ?? []
  const heading = html`<h2>What each enlargement did, in the figures of one year</h2>`
  if (all.length === 0) {
    return html`<section class="tight">${heading}<p class="note">Up to this day nobody joined the members or left them after the beginning, as far as the record goes.</p></section>`
  }
  const [one] = dated
  const picture =
    about !== undefined && one
      ? html`<figure class="tight">${stacks(
          one.enlargements.flatMap((change) => beforeAndAfter(change, one, place)),
          `${capitalised(indicatorName(one.indicator))} of the members before and after each change, ${unitName(one.unit)}`,
        )}</figure>`
      : undefined
  return html`<section class="tight">${heading}<p>The members on the eve and on the day, both in the figures of the same year, which stands with each. What grew in the meantime is not in it. Rows of different years are not to be held against each other.</p>${picture}<div class="scroll" tabindex="0" role="region" aria-label="Effect of each enlargement"><table class="cards"><thead><tr><th scope="col">What</th>${all.map((change) => html`<th scope="col">${dateInWords(change.on)} <small class="under">${who(change, place)}</small></th>`)}</tr></thead><tbody>${dated.map(
    (weight) =>
      html`<tr><th scope="row"><a href="${aboutOne(place, weight.indicator)}">${capitalised(indicatorName(weight.indicator))}</a> <small class="under">${unitName(weight.unit)}</small></th>${weight.enlargements.map((change) => html`<td data-label="${dateInWords(change.on)}">${effect(change, weight.unit, place)}</td>`)}</tr>`,
  )}</tbody></table></div></section>`
}

function who({ entered, left }: Enlargement, place: Place): string {
  const names = (ids: readonly string[]) => listed(ids.map((id) => nameOf(place.organisation, id)))
  return [entered.length > 0 ? `+ ${names(entered)}` : '', left.length > 0 ? `− ${names(left)}` : '']
    .filter((said) => said !== '')
    .join('; ')
}

function effect({ before, after, year }: Enlargement, unit: string, place: Place): Html {
  if (year === undefined) return html`<small>no year with figures of everyone who came or left</small>`
  const change = after.sum - before.sum
  const sign = change < 0 ? '−' : '+'
  const missing = after.missing.map(({ participant }) => nameOf(place.organisation, participant))
  return html`${sumInWords(before, unit, false)} → ${sumInWords(after, unit, false)} <small class="under">${
    missing.length > 0
      ? html`${sign}${reading(Math.abs(change), unit)}, both partial, without ${listed(missing)}`
      : html`${percentOf(Math.abs(change), before.sum)
          .replace(/^(?=[\d])/, sign)
          .replace('under ', `under ${sign}`)}&nbsp;%`
  }; figures of ${year}</small>`
}

function beforeAndAfter({ on, before, after, year }: Enlargement, { unit }: IndicatorWeight, place: Place): Stack[] {
  if (year === undefined) return []
  const stack = (label: string, sum: typeof before): Stack => ({
    label,
    says: `${sumInWords(sum, unit, false)}${sum.missing.length > 0 ? ', partial' : ''}`,
    parts: partsOf(sum, unit, place),
  })
  return [stack(`before ${dateInWords(on)} (${year})`, before), stack(`after (${year})`, after)]
}

/** From one year with figures to the next: what those who stayed made of the change, and what those who came or left. */
export function changesSection(
  dated: readonly IndicatorWeight[],
  about: string | undefined,
  place: Place,
): Html | undefined {
  const rows = dated.flatMap((weight) =>
    weight.changes
      .filter(({ entered, left }) => about !== undefined || entered + left > 0)
      .map((change) => ({ ...change, indicator: weight.indicator, unit: weight.unit })),
  )
  if (rows.length === 0) return undefined
  const signed = (value: number, unit: string) =>
    value === 0 ? '–' : `${value < 0 ? '−' : '+'}${reading(Math.abs(value), unit)}`
  return html`<section class="tight"><h2>From year to year: what grew, and what came in</h2><p>The members at the end of one year beside those at the end of a later one, where every member has a figure of one series in both. ${about === undefined ? 'Only spans in which somebody came or left.' : ''}</p><div class="scroll" tabindex="0" role="region" aria-label="Growth and enlargement"><table class="cards"><thead><tr><th scope="col">What</th><th scope="col">Years</th><th scope="col" class="number">From</th><th scope="col" class="number">To</th><th scope="col" class="number">By change of those who stayed</th><th scope="col" class="number">By those who came</th><th scope="col" class="number">By those who left</th></tr></thead><tbody>${rows.map((row) => html`<tr><th scope="row"><a href="${to(place, `figures/${row.indicator}`)}">${capitalised(indicatorName(row.indicator))}</a>${otherSource(row, place)}</th><td>${row.from} to ${row.to}</td><td class="number" data-label="from">${reading(row.before, row.unit)}</td><td class="number" data-label="to">${reading(row.after, row.unit)}</td><td class="number" data-label="stayed">${signed(row.stayed, row.unit)}</td><td class="number" data-label="came">${signed(row.entered, row.unit)}</td><td class="number" data-label="left">${signed(-row.left, row.unit)}</td></tr>`)}</tbody></table></div></section>`
}

function otherSource({ otherSource: ids }: Change, place: Place): Html | undefined {
  if (ids.length === 0) return undefined
  return html` <small class="under">The two years are from different sources, which may count differently, for ${listed(ids.map((id) => nameOf(place.organisation, id)))}.</small>`
}
