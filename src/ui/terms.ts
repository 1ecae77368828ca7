import { type ActOf, type Covers, holdersOnDay, nameOf, type Office, type Term } from '../record/index.ts'
import { addDays, type Day, earliest, isExact, latest, type PartialDate } from '../rules/index.ts'
import { actAddress, doubtTag } from './acts.ts'
import { type Html, html } from './html.ts'
import { type LaneRow, type LaneSpan, lanes } from './lanes.ts'
import { type Place, to } from './layout.ts'
import { bodyName, words } from './sentences.ts'
import { dateInWords } from './words.ts'

/** How wide the doubt about a day is drawn, and how long a period whose end is not on record. In days. */
const drawn = { doubtfulDay: 90, unknownEnd: 180 } as const

/** Who held an office, over time and on the day. */
export function officeSection(office: Office, place: Place): Html {
  const rows = office.terms.map(({ entry }) => termRow(entry, place))
  return html`<section class="tight"><h3>${office.title}</h3><p>${office.body ? html`<a href="${to(place, `bodies/${office.body}`)}">${bodyName(place.organisation, office.body)}</a>. ` : undefined}On ${dateInWords(place.organisation.day)}: ${onTheDay(office, place)}.</p>
${periodLanes(rows, place, `Who was ${office.title}, over time`)}
${termTable(office, place)}</section>`
}

/** Who held an office on the day, each with the participant that put the holder forward. */
export function onTheDay(office: Office, place: Place): Html {
  const { organisation } = place
  const holders = holdersOnDay(office)
  if (holders.length > 0) {
    return html`${holders.map(({ entry, onDay }, i) => html`${i > 0 ? ' or ' : undefined}<a href="${actAddress(place, entry)}">${entry.act.holder}</a> (${nameOf(organisation, entry.act.participant)}), since ${dateInWords(entry.act.on)}${onDay === 'uncertain' ? html` <span class="tag wait">uncertain</span>` : undefined}${doubtTag(entry.act.doubt)}`)}`
  }
  const last = office.terms.findLast(({ onDay }) => onDay === 'end-not-on-record')?.entry
  if (!last) return html`not on record`
  return html`not on record; the last one named is <a href="${actAddress(place, last)}">${last.act.holder}</a> (${nameOf(organisation, last.act.participant)}), from ${dateInWords(last.act.on)}, end not on record`
}

function termTable({ terms }: Office, place: Place): Html {
  return html`<details><summary><small>As a table, with sources</small></summary><table class="cards"><caption class="note">On the day in the column “to” the office was no longer held.</caption><thead><tr><th scope="col">Holder</th><th scope="col">As</th><th scope="col">Put forward by</th><th scope="col">From</th><th scope="col">To</th><th scope="col">Remarks</th></tr></thead><tbody>${terms.map(
    ({ entry, onDay }) => {
      const { act } = entry
      return html`<tr><th scope="row"><a href="${actAddress(place, entry)}">${act.holder}</a>${doubtTag(act.doubt)}</th><td>${act.title}</td><td><a href="${to(place, `participants/${act.participant}`)}">${nameOf(place.organisation.onDay(act.on), act.participant)}</a></td><td class="date" data-label="from">${dateInWords(act.on)}</td><td class="date" data-label="to">${endOf(act, onDay)}</td><td class="line">${[act.note, ...act.doubt.map(({ note }) => note)].filter(Boolean).map((note) => html`<small>${note} </small>`)}</td></tr>`
    },
  )}</tbody></table></details>`
}

export function endOf({ to: end }: { readonly to?: PartialDate | undefined }, onDay: Covers): string {
  if (end !== undefined) return dateInWords(end)
  return onDay === 'end-not-on-record' ? 'not on record' : words.noEnd
}

function termRow(entry: Term, place: Place): LaneRow {
  const { act } = entry
  const from = nameOf(place.organisation.onDay(act.on), act.participant)
  return {
    id: entry.id,
    name: `${act.holder}, ${from}`,
    href: actAddress(place, entry),
    spans: [periodSpan(act, `${act.holder} (${from}), ${act.title}`, place)],
  }
}

/** A period in an office or a chair as a bar: hatched where a date is partial, doubtful or not on record. */
export function periodSpan(act: ActOf<'term-began'> | ActOf<'chair-taken'>, what: string, place: Place): LaneSpan {
  const ends = addDays(lastDay(place), 1)
  const from = earliest(act.on)
  const unknown = act.to === undefined && act.doubt.some(({ field }) => field === 'to')
  const until = act.to ? latest(act.to) : unknown ? addDays(from, drawn.unknownEnd) : ends
  const to = until < ends ? until : ends
  const doubtful = (field: string, kinds: readonly string[] = ['unverified', 'inferred', 'conflict']) =>
    act.doubt.some((doubt) => doubt.field === field && kinds.includes(doubt.kind))
  const uncertainFrom = [
    ...(unknown ? [{ from, to }] : []),
    ...(isExact(act.on) ? [] : [{ from, to: addDays(latest(act.on), 1) }]),
    ...(act.to && !isExact(act.to) ? [{ from: earliest(act.to), to: addDays(latest(act.to), 1) }] : []),
    ...(isExact(act.on) && doubtful('on') ? [{ from, to: addDays(from, drawn.doubtfulDay) }] : []),
    ...(act.to && doubtful('to') ? [{ from: addDays(to, -drawn.doubtfulDay), to }] : []),
  ]
  const end = act.to ? `to ${dateInWords(act.to)}` : unknown ? 'end not on record' : words.noEnd
  const notes = act.doubt.map(({ note }) => note).join(' ')
  return {
    from,
    to,
    tone: 'member',
    title: `${what}: ${dateInWords(act.on)} ${end}.${notes ? ` ${notes}` : ''}`,
    uncertainFrom,
  }
}

/** Periods as lanes in both forms, over the whole time of the organisation. */
export function periodLanes(all: readonly LaneRow[], place: Place, caption: string): Html | undefined {
  const rows = all
    .map((row) => ({ ...row, spans: row.spans.filter(({ from, to }) => from < to) }))
    .filter(({ spans }) => spans.length > 0)
  if (rows.length === 0) return undefined
  const begins = rows.flatMap(({ spans }) => spans.map(({ from }) => from)).sort()[0] as Day
  const { day } = place.organisation
  const options = {
    from: addDays(begins, -60),
    to: addDays(lastDay(place), 2),
    on: day,
    onLabel: dateInWords(day),
    caption,
    roomForNames: 280,
    id: caption.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
  }
  return html`<div class="wide-only">${lanes(rows, { ...options, form: 'wide' })}</div><div class="narrow-only">${lanes(rows, { ...options, form: 'narrow' })}</div><ul class="legend"><li><span class="swatch hatched"></span>hatched: the date is partial, doubtful or not on record</li><li>${words.laterIsPaler}</li></ul>`
}

function lastDay({ description, organisation }: Place): Day {
  return description ? latest(description.coveredTo) : organisation.day
}
