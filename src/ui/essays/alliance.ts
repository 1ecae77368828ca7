import type { AllianceView, Element, Endowment } from '../../analysis/index.ts'
import { yearsInWords } from '../../analysis/index.ts'
import { isFirm } from '../../record/index.ts'
import type { Day } from '../../rules/index.ts'
import { actAddress } from '../acts.ts'
import { essay } from '../essay.ts'
import { featureSection } from '../features.ts'
import { type Html, html } from '../html.ts'
import { type Page, type Place, to } from '../layout.ts'
import { neighbourLink } from '../neighbours.ts'
import { capitalised, counted, dateInWords, numberInWords, someInWords } from '../words.ts'
import { type StripRow, yearStrips } from '../year-strips.ts'
import { alliesSection, claimsSection, exerciseSection } from './alliance-does.ts'
import { elementSection } from './alliance-elements.ts'
import { saidSection } from './alliance-said.ts'

export function alliancePage(view: AllianceView, place: Place): Page {
  return essay(
    {
      id: 'alliance',
      title: titleOf(view),
      lede: 'What a full security organisation may have, element by element, held by this one and by others; what its own texts say, what was said of it, and what it does. Whether that makes an alliance is a judgement, which this page does not give.',
      complete: complete(view),
      sections: [
        elementSection(view, place),
        countSection(view, place),
        yearSection(view, place),
        featureSection(view.comparison, place),
        saidSection(view, place),
        exerciseSection(view, place),
        alliesSection(view, place),
        claimsSection(view, place),
        unanswered(view),
      ],
      method: html`An element is had, had in part or lacking as a source states it, for the day that the source speaks of: of several statements the latest that is not after the page’s day counts, and a month or a year counts from its first day. ${view.bearing ? html`Which texts, meetings, agreements and exercises bear on which element is itself on record, <a href="${actAddress(place, view.bearing)}">as an act</a>, and open to correction.` : undefined}`,
      limits: [
        'No element weighs more than another here; the counts rank nobody, and no number of elements makes an alliance.',
        'The list of elements is one list among many: it is taken from what analysts compare, and leaves out what they do not.',
        'A value says that something is there, not how much of it, nor whether it works.',
      ],
    },
    place,
  )
}

function titleOf({ itself, day, elements }: AllianceView): string {
  if (!itself || itself.open === elements.length)
    return `What it had of a security organisation on ${dateInWords(day)} is not on record`
  const all = counted(elements.length, { one: 'element', many: 'elements' })
  const open = itself.open > 0 ? `; of ${numberInWords(itself.open)} nothing is on record` : ''
  const [first, last] = statedBetween(elements)
  const spoken = first === undefined ? '' : `, as last stated for ${first === last ? first : `${first} to ${last}`}`
  return `On ${dateInWords(day)} it had ${someInWords(itself.has)} of ${all} of a security organisation, ${someInWords(itself.partly)} in part, and lacked ${someInWords(itself.lacks)}${spoken}${open}`
}

/** The first and the last year for which a value of the day was stated; nothing where none has a date. */
function statedBetween(elements: readonly Element[]): readonly [string | undefined, string | undefined] {
  const years = elements.flatMap(({ onDay }) => onDay.value?.act.asOf?.slice(0, 4) ?? []).sort()
  return [years[0], years.at(-1)]
}

function complete(view: AllianceView): Html {
  const { itself, elements, endowments, exercises, texts } = view
  if (!itself) return html`No element of it is on record, and nothing can be concluded from that.`
  const [from, to] = statedBetween(elements)
  const others = endowments.filter((one) => one !== itself)
  const values = sum(others, ({ has, partly, lacks }) => has + partly + lacks)
  const years = exercises[0]?.years ?? []
  const firm = years.filter(({ coverage }) => isFirm(coverage)).map(({ year }) => year)
  return html`${from ? `What it has is stated for ${from === to ? from : `days from ${from} to ${to}`}, and nothing newer is on record: a value of ${from} is no proof of how things stood later. ` : undefined}Of its ${itself.has + itself.partly + itself.lacks} values ${itself.unverified} are unverified and ${itself.undated} without a date; of the ${values} of others ${sum(others, (one) => one.unverified)} and ${sum(others, (one) => one.undated)}. ${years.length > 0 ? html`The record of exercises is complete, or nearly, ${firm.length > 0 ? html`only for ${yearsInWords(firm)}` : 'for no year'}: a year with few may be one of which little was found. ` : undefined}Of ${counted(texts.all, { one: 'key text', many: 'key texts' })} on record, ${texts.speaking} say something on what is asked; how many texts there are besides is not stated.`
}

/** Who has how many: in the order of the record, with what is open and what is not verified beside every count. */
function countSection({ endowments, elements, day }: AllianceView, place: Place): Html | undefined {
  if (endowments.length === 0) return undefined
  const number = (value: number, label: string) => html`<td class="number" data-label="${label}">${value}</td>`
  return html`<section class="tight"><h2>How many of the ${numberInWords(elements.length)} each has on ${dateInWords(day)}</h2><table class="cards"><thead><tr><th scope="col">Organisation</th><th scope="col">Kind</th><th scope="col" class="number">Has</th><th scope="col" class="number">In part</th><th scope="col" class="number">Lacks</th><th scope="col" class="number">Open</th><th scope="col" class="number">Of these values, without a date</th><th scope="col" class="number">Unverified</th></tr></thead><tbody>${endowments.map(
    (one) =>
      html`<tr><th scope="row">${neighbourLink(one.neighbour, place)}</th><td>${capitalised(one.neighbour.act.type.replaceAll('-', ' '))}</td>${number(one.has, 'has')}${number(one.partly, 'in part')}${number(one.lacks, 'lacks')}${number(one.open, 'open')}${number(one.undated, 'no date')}${number(one.unverified, 'unverified')}</tr>`,
  )}</tbody></table><p class="note">Open: nothing is stated for this day or an earlier one. The order is that of the record.</p></section>`
}

/** How many each had by year, out of those stated: what the record knows of others, and since when. */
function yearSection({ endowmentsByYear: all, elements }: AllianceView, place: Place): Html | undefined {
  const [first] = all
  if (!first || first.years.length < 2) return undefined
  const rows = all.map(
    ({ neighbour: { act }, years }): StripRow => ({
      id: act.neighbour,
      name: act.neighbour,
      href: to(place, `neighbours/${act.neighbour}`),
      years: years.map(({ year, had, doubtful, stated }) => ({
        year,
        value: had,
        doubtful,
        of: stated,
        title: `${act.neighbour}, ${year}: ${stated === 0 ? 'nothing' : `${had} of ${stated}`} stated by then${doubtful > 0 ? `; ${doubtful} unverified or without a date` : ''}`,
      })),
    }),
  )
  return html`<section class="tight" id="years"><h2>What each had by the end of each year, as far as stated</h2><figure class="tight years">${yearStrips(rows, 'Elements had by each organisation, by year, out of those stated', 'had')}<figcaption><ul class="legend"><li><span class="swatch tone-member"></span>had, wholly or in part</li><li><span class="swatch hatched"></span>of these unverified, or without a date</li><li><span class="frame-key"></span>stated by then, of ${elements.length}</li><li>a bar grows where a source first speaks, which may be later than the thing itself; whoever is founded later has none</li><li>as of the last day of each year, in the last one of ${dateInWords(place.organisation.day)}</li></ul></figcaption></figure><p class="note">The whole page for ${earlier(first.years, place).map((on, index) => html`${index > 0 ? ' · ' : undefined}<a href="${to(place, 'questions/alliance', { on })}">${dateInWords(on as Day)}</a>`)}</p></section>`
}

/** The last days of earlier years of the picture, five years apart. */
function earlier(years: readonly { readonly year: number }[], { organisation }: Place): string[] {
  const last = Number(organisation.day.slice(0, 4))
  return years.flatMap(({ year }) => (year < last && (last - year) % 5 === 0 ? [`${year}-12-31`] : []))
}

function unanswered({ itself, said, exercises }: AllianceView): Html {
  const points = [
    'What members intend. Positions are on record as reported; nobody’s motive is.',
    'Whether something exists that no source names: agreements that were not published, plans, arrangements between two members only.',
    ...(itself
      ? [
          'Whether anything changed after the date beside a value. A lack that was stated long ago is not stated again by silence.',
        ]
      : []),
    ...(exercises.length > 0
      ? [
          'Whether exercises became more or fewer. The record of them is uneven, and a bar compares only with a year that is as complete.',
        ]
      : []),
    ...(said.some(({ paragraphs }) => paragraphs.length > 0)
      ? ['What a text binds anybody to. What is shown is its sense in our own words, and some of it at second hand.']
      : []),
  ]
  return html`<section class="tight" id="open"><h2>What cannot be concluded</h2><ul class="plain">${points.map((point) => html`<li>${point}</li>`)}</ul></section>`
}

function sum(all: readonly Endowment[], of: (one: Endowment) => number): number {
  return all.reduce((total, one) => total + of(one), 0)
}
