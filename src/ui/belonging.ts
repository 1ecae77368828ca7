import { endOfTime, type Holding, nameOf, type Organisation, type StatusGroup } from '../record/index.ts'
import { addDays, type Day, daysBetween, earliest, isExact, latest } from '../rules/index.ts'
import { type Html, html } from './html.ts'
import { type LaneRow, type LaneSpan, lanes, type Tone } from './lanes.ts'
import { type Place, to } from './layout.ts'
import { type MapDot, map } from './map.ts'
import { periodInWords, statusLabel, words } from './sentences.ts'
import { capitalised, dateInWords } from './words.ts'

/** The picture of who belonged, before and after the day, with its table. */
export function lanesOf(place: Place, begins: Day, ends: Day): Html {
  const { organisation } = place
  const from = organisation.day < begins && organisation.day > addDays(begins, -3660) ? organisation.day : begins
  const to = organisation.day > ends && organisation.day < addDays(ends, 3660) ? organisation.day : ends
  // The bars end where the record does, even when the day lies after it.
  const rows = laneRows(place, addDays(ends, 1))
  const options = {
    from: addDays(from, -Math.ceil(daysBetween(from, to) / 180)),
    to: addDays(to, 1),
    on: organisation.day,
    onLabel: dateInWords(organisation.day),
    caption: 'Status of each participant over time',
  }
  if (rows.length === 0) return html`<p class="note">Nobody has held a status as far as the record knew.</p>`
  return html`<div class="wide-only">${lanes(rows, { ...options, form: 'wide' })}</div><div class="narrow-only">${lanes(rows, { ...options, form: 'narrow' })}</div>${legend(organisation)}${periodsTable(place)}`
}

export function legend(organisation: Organisation): Html {
  const statuses = organisation.description?.statuses ?? []
  const held = new Set(organisation.allHoldings().map((holding) => holding.status))
  const byTone = Map.groupBy(
    statuses.filter((s) => held.has(s.status)),
    (s) => s.tone,
  )
  const items = [...byTone].map(
    ([tone, list]) => html`<li><span class="swatch tone-${tone}"></span>${list.map((s) => s.en.one).join(', ')}</li>`,
  )
  return html`<ul class="legend">${items}<li><span class="swatch hatched"></span>${words.hatched}</li><li class="dim-note">${words.laterIsPaler}</li></ul>`
}

/** Every period of status as a table: the text equivalent of the lanes. */
export function periodsTable(place: Place): Html {
  const { organisation } = place
  const rows = organisation
    .allHoldings()
    .map(
      (holding) =>
        html`<tr><th scope="row"><a href="${to(place, `participants/${holding.participant}`)}">${nameThroughout(organisation, holding)}</a></th><td>${statusLabel(organisation, holding.status).one}</td><td data-label="from" class="date">${dateInWords(holding.from)}</td><td data-label="to" class="date">${holding.to ? dateInWords(holding.to) : words.noEnd}</td></tr>`,
    )
  return html`<details><summary><small>${words.asTable}</small></summary><table class="cards"><caption class="note">Periods of status; on the day in the last column the status was no longer held.</caption><thead><tr><th scope="col">Participant</th><th scope="col">Status</th><th scope="col">From</th><th scope="col">To</th></tr></thead><tbody>${rows}</tbody></table></details>`
}

/** Dots at the capitals of those who held a status on the day, with the numbered list that a narrow screen reads. */
export function mapOf(place: Place, groups: readonly StatusGroup[]): Html | undefined {
  const dots = mapDots(place, groups)
  if (dots.length === 0) return undefined
  const caption = `Capitals of those who belonged on ${dateInWords(place.organisation.day)}`
  return html`<figure class="tight map"><div class="wide-only">${map(dots, { caption, width: 460, height: 370, labels: 'names' })}</div><div class="narrow-only">${map(dots, { caption, width: 360, height: 320, labels: 'numbers' })}</div><figcaption><small>${words.dots} <span class="narrow-only">Numbers are those of the list.</span></small></figcaption></figure>`
}

/** Those who held each status on the day, by name; the text equivalent of the map. */
export function holdersOf(place: Place, groups: readonly StatusGroup[], numbered: boolean): Html[] {
  let number = 0
  return groups.map(
    ({ status, holdings }) =>
      html`<section class="tight" id="${status.status}"><h2><span class="swatch tone-${status.tone}"></span>${capitalised(holdings.length === 1 ? status.en.one : status.en.many)}</h2><ul class="people">${holdings.map(
        (holding) => {
          number += 1
          const unsure =
            holding.certainty === 'uncertain' ? html` <span class="tag wait">uncertain on this day</span>` : undefined
          return html`<li>${numbered && html`<span class="narrow-only-inline note">${number} </span>`}<a href="${to(place, `participants/${holding.participant}`)}">${nameOf(place.organisation, holding.participant)}</a> <small>since ${dateInWords(holding.from)}</small>${unsure}</li>`
        },
      )}</ul></section>`,
  )
}

function mapDots(place: Place, groups: readonly StatusGroup[]): MapDot[] {
  return groups
    .flatMap(({ status, holdings }) => holdings.map((holding) => ({ status, holding })))
    .flatMap(({ status, holding }, index) => {
      const { capital } = place.organisation.participant(holding.participant)
      if (!capital) return []
      const name = nameOf(place.organisation, holding.participant)
      return {
        id: holding.participant,
        name,
        href: to(place, `participants/${holding.participant}`),
        latitude: capital.latitude,
        longitude: capital.longitude,
        tone: status.tone as Tone,
        number: index + 1,
        uncertain: holding.certainty === 'uncertain',
        title: `${capital.capital}: ${name}, ${status.en.one} since ${dateInWords(holding.from)}`,
      }
    })
}

function laneRows(place: Place, ends: Day): LaneRow[] {
  const { organisation } = place
  const byParticipant = Map.groupBy(organisation.allHoldings(), (holding) => holding.participant)
  const order = (holdings: readonly Holding[]) => {
    const last = holdings.at(-1) as Holding
    const rank = organisation.description?.statuses.findIndex((s) => s.status === last.status) ?? 0
    return `${String(rank).padStart(3, '0')} ${earliest((holdings[0] as Holding).from)}`
  }
  return [...byParticipant]
    .sort(([, a], [, b]) => (order(a) < order(b) ? -1 : 1))
    .map(([id, holdings]) => ({
      id,
      name: nameOf(organisation.onDay(endOfTime), id),
      href: to(place, `participants/${id}`),
      spans: holdings.map((holding) => span(organisation, holding, ends)).filter((s) => s.from < s.to),
    }))
}

function span(organisation: Organisation, holding: Holding, ends: Day): LaneSpan {
  const description = organisation.description?.statuses.find((s) => s.status === holding.status)
  const until = holding.to === undefined ? ends : latest(holding.to)
  const name = nameOf(organisation.onDay(holding.from), holding.participant)
  const unsure = [holding.from, holding.to].filter((date) => date !== undefined && !isExact(date)) as Holding['from'][]
  return {
    from: earliest(holding.from),
    to: until < ends ? until : ends,
    tone: (description?.tone ?? 'past') as Tone,
    title: `${name}: ${description?.en.one ?? holding.status} ${periodInWords(holding)}`,
    uncertainFrom: unsure.map((date) => ({ from: earliest(date), to: addDays(latest(date), 1) })),
  }
}

function nameThroughout(organisation: Organisation, holding: Holding): string {
  return nameOf(organisation.onDay(endOfTime), holding.participant)
}
