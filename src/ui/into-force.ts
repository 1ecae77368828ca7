import type { IntoForce } from '../record/index.ts'
import { addDays, type Day, earliest, latest } from '../rules/index.ts'
import { coverageOf } from './coverage-line.ts'
import { deliveryPages, emptyNote, filesOf, listAt } from './delivery.ts'
import { type Html, html } from './html.ts'
import { type LaneRow, lanes } from './lanes.ts'
import { type Page, type Place, to } from './layout.ts'
import { capitalised, counted, dateInWords, numberInWords } from './words.ts'

type Dated = IntoForce & { readonly days: NonNullable<IntoForce['days']> }

/** Instruments from signature to entry into force, as far as a source dates it. */
export function intoForcePage(all: readonly IntoForce[], place: Place): Page {
  const inForce = all.filter(({ standing }) => standing === 'in-force')
  const unknown = all.filter(({ standing }) => standing === 'not-known')
  const title =
    all.length === 0
      ? 'No instrument is on record'
      : `${capitalised(counted(all.length, { one: 'instrument', many: 'instruments' }))} signed, ${numberInWords(inForce.length)} with a date of entry into force`
  const body = html`<section class="stack"><h1>${title}</h1>${coverageOf(['instruments', 'dates-of-entry-into-force'], place)}${all.length === 0 ? html`<p class="lede">Nothing signed by ${dateInWords(place.organisation.day)} is on record.</p>${emptyNote(place)}` : html`<p class="lede">${between(all)} ${unknown.length > 0 ? `For ${numberInWords(unknown.length)} it is not known whether and when: no table of deposits is published. That does not mean that they are not in force.` : ''}</p>`}${deliveryPages(place, '/instruments')}</section>
${all.some(({ days }) => days !== undefined) ? html`<section class="tight"><h2>From signature to entry into force</h2>${picture(all, place)}</section>` : undefined}
${all.length > 0 ? html`<section class="tight"><h2>Every instrument</h2>${table(all, place)}<p class="note">The record of instruments is not the same for every year: <a href="${to(place, 'instruments')}">the list</a> has its coverage. Some instruments need no entry into force, or fix it by their own clause; only a date that a source states is counted here.</p>${filesOf(place)}</section>` : undefined}`
  return { title, body, part: 'delivery' }
}

function isDated(one: IntoForce): one is Dated {
  return one.days !== undefined && one.standing === 'in-force'
}

/** The shortest and the longest time, from those with a date. */
function between(all: readonly IntoForce[]): string {
  const dated = all.filter(isDated).sort((a, b) => a.days.least - b.days.least)
  const [first, last] = [dated[0], dated.at(-1)]
  if (!first || !last) return 'For none of them a source dates the entry into force.'
  if (first === last) return `From signature to entry into force it took ${daysOf(first)} days.`
  return `From signature to entry into force it took between ${daysOf(first)} and ${daysOf(last)} days where a source dates it.`
}

function daysOf({ days }: Dated): string {
  return days.least === days.most ? String(days.least) : `${days.least} to ${days.most}`
}

function picture(all: readonly IntoForce[], place: Place): Html {
  const { organisation } = place
  // What enters into force after the day is drawn too, paler.
  const dated = all.filter((one): one is Dated => one.days !== undefined)
  const unknown = all.filter(({ standing }) => standing === 'not-known')
  const rows: LaneRow[] = dated.map((one) => {
    const { act } = one.instrument
    const to_ = act.inForceOn ? earliest(act.inForceOn) : latest(act.on)
    return {
      id: act.instrument,
      name: `${daysOf(one)} days: ${act.title}`,
      href: to(place, `instruments/${act.instrument}`),
      spans: [
        {
          from: earliest(act.on),
          to: to_,
          tone: 'member',
          title: `${act.title}: signed ${dateInWords(act.on)}, in force ${act.inForceOn ? dateInWords(act.inForceOn) : ''}, ${daysOf(one)} days`,
        },
      ],
    }
  })
  const row: LaneRow = {
    id: 'not-known',
    name: `Not known: ${counted(unknown.length, { one: 'instrument', many: 'instruments' })}, each at its signature`,
    href: listAt(place, 'instruments', { outcome: 'not-known' }),
    spans: unknown.map(({ instrument: { act } }) => ({
      from: earliest(act.on),
      to: addDays(earliest(act.on), 1),
      tone: 'past',
      title: `${act.title}: signed ${dateInWords(act.on)}; entry into force not known`,
    })),
  }
  const first = all.map(({ instrument }) => earliest(instrument.act.on)).sort()[0] ?? organisation.day
  const ends = [
    ...all.map(({ instrument }) => latest(instrument.act.on)),
    ...dated.map(({ instrument: { act } }) => latest(act.inForceOn ?? act.on)),
  ]
  const options = {
    from: `${first.slice(0, 4)}-01-01` as Day,
    to: addDays(ends.sort().at(-1) ?? organisation.day, 200),
    on: organisation.day,
    onLabel: dateInWords(organisation.day),
    caption: 'Instruments from signature to entry into force; the table below has the same',
  }
  const drawn = unknown.length > 0 ? [...rows, row] : rows
  return html`<figure class="tight years"><div class="wide-only">${lanes(drawn, { ...options, form: 'titled' })}</div><div class="narrow-only">${lanes(drawn, { ...options, form: 'narrow' })}</div><figcaption class="note">A bar runs from signature to entry into force. What comes after this day is paler. In the table below each has its dates.</figcaption></figure>`
}

function table(all: readonly IntoForce[], place: Place): Html {
  return html`<table class="cards"><thead><tr><th scope="col">Signed</th><th scope="col">Title</th><th scope="col">In force</th><th scope="col" class="number">Days between</th></tr></thead><tbody>${all.map(
    (one) => {
      const { act } = one.instrument
      return html`<tr><td class="date">${dateInWords(act.on)}</td><th scope="row"><a href="${to(place, `instruments/${act.instrument}`)}">${act.title}</a></th><td>${act.inForceOn ? html`<span class="tag ${one.standing === 'in-force' ? 'yes' : ''}">${one.standing === 'in-force' ? 'since' : 'from'} ${dateInWords(act.inForceOn)}</span>` : 'not known: deposits not published'}</td><td class="number" data-label="${isDated(one) && 'days between'}">${isDated(one) ? daysOf(one) : undefined}</td></tr>`
    },
  )}</tbody></table>`
}
