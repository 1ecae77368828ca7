import { type BodyOutput, kindOfFact, type OutputView, yearsInWords } from '../../analysis/index.ts'
import { type FirmYears, firmYears } from '../../record/index.ts'
import { bands } from '../bands.ts'
import { wayToCompleteness } from '../coverage-line.ts'
import { listAt, momentumInWords, outputBands } from '../delivery.ts'
import { essay } from '../essay.ts'
import { type Content, type Html, html } from '../html.ts'
import { type Page, type Place, to } from '../layout.ts'
import { meetingBars, meetingBarsLegend } from '../meeting-bars.ts'
import { type Query, withQuery } from '../narrowing.ts'
import { type Part, type Proportion, proportionLegend, proportions } from '../proportions.ts'
import { bodyName, words } from '../sentences.ts'
import { capitalised, counted } from '../words.ts'

export function outputPage(view: OutputView, place: Place): Page {
  const { about, all, bodies } = view
  const [one] = bodies
  const shown = about !== undefined && one ? one : all
  const nothing = shown.meetings + shown.decisions.all === 0
  return essay(
    {
      id: 'output',
      about,
      title: title(shown, about === undefined ? undefined : bodyName(place.organisation, about)),
      lede: nothing
        ? 'So nothing can be said of what meetings produce.'
        : html`A meeting counts as having produced what the record can show of it. What it produced is known in full for ${shown.outcomesKnown.complete} of ${shown.meetings}; for ${shown.outcomesKnown['none-found']} nothing was found, which is not nothing.`,
      complete: html`${view.complete.says} ${about === undefined ? undefined : html`<a href="${withQuery(place, {})}">Every body</a>`}`,
      sections: nothing
        ? []
        : [
            byBody(view, place),
            series(view, place),
            about === undefined ? byYear(view, place) : undefined,
            delivered(shown, about, place),
          ],
      method:
        'A meeting held counts once, one only announced not at all. A decision counts as adopted where a source says so. Outcomes are known as the record states of each meeting: in full too where the decisions of its year are complete, and in part at least where one of its decisions is on record. How many a meeting adopted is given only over meetings whose outcomes are known in full; the middle is the median. An instrument counts for the body of a decision that settled its text, a commitment for each body whose decisions made or changed its programme, so that those of the bodies do not add up to those of all.',
      limits: [
        'A count weighs an appointment like a treaty, and a body that meets once a year gives the same number of meetings every year.',
        'More decisions beside more meetings would not say that one comes from the other.',
        'What came of a promise stands in the words of its source; nothing here says that it was kept or broken.',
        'What failed is known only where somebody reports it.',
      ],
    },
    place,
  )
}

function title({ meetings, outcomesKnown, decisions }: BodyOutput, body: string | undefined): string {
  const of = body === undefined ? '' : `${body}: `
  if (meetings + decisions.all === 0) return `${of}No meeting and no decision is on record by this day`
  const said = `${counted(meetings, { one: 'meeting', many: 'meetings' })} and ${counted(decisions.adopted, { one: 'adopted decision', many: 'adopted decisions' })} on record; what came out is known in full for ${outcomesKnown.complete === 0 ? 'no meeting' : counted(outcomesKnown.complete, { one: 'meeting', many: 'meetings' })}`
  return of === '' ? capitalised(said) : `${of}${said}`
}

const known: readonly {
  readonly of: keyof BodyOutput['outcomesKnown']
  readonly fill: Part['fill']
  readonly name: string
}[] = [
  { of: 'complete', fill: 'full', name: 'outcomes known in full' },
  { of: 'partial', fill: 'hatched', name: 'in part' },
  { of: 'none-found', fill: 'hollow', name: 'none found' },
]

function byBody({ bodies, all, about }: OutputView, place: Place): Html {
  const rows = bodies
    .filter(({ meetings }) => meetings > 0)
    .map(
      (one): Proportion => ({
        name: shortName(one, place),
        href: aboutBody(place, one.body ?? ''),
        base: `${one.meetings} ${one.meetings === 1 ? 'meeting' : 'meetings'}`,
        parts: known.map(({ of, fill, name }) => ({ fill, name, count: one.outcomesKnown[of] })),
      }),
    )
  const picture =
    rows.length > 0
      ? html`<figure class="tight">${proportions(rows, 'Meetings by what is known of their outcomes', { scaled: true })}<figcaption>${proportionLegend(known)}</figcaption></figure>`
      : undefined
  return html`<section class="tight"><h2>${about === undefined ? 'By body' : 'What is on record of it'}: meetings held, and whether it is known what came out</h2>${picture}${bodyTable(about === undefined ? [...bodies, all] : bodies, place)}</section>`
}

/** A name that has room beside a bar. */
function shortName({ body = '' }: BodyOutput, place: Place): string {
  const name = bodyName(place.organisation, body)
  return name.length > 27 ? (place.organisation.body(body)?.abbreviation ?? `${name.slice(0, 26).trimEnd()}…`) : name
}

function bodyTable(rows: readonly BodyOutput[], place: Place): Html {
  const number = (count: number, href: string, label: string, besides?: Content) =>
    html`<td class="number" data-label="${label}">${count > 0 ? html`<a href="${href}">${count}</a>` : '–'}${besides}</td>`
  return html`<p class="note">A dash: none on record, which is not none. Each number leads to what it counts.</p><div class="scroll" tabindex="0" role="region" aria-label="Output by body"><table class="cards"><thead><tr><th scope="col">Body</th><th scope="col" class="number">Meetings held</th><th scope="col" class="number">Adopted</th><th scope="col" class="number">At each meeting, where known in full</th><th scope="col" class="number">Not adopted</th><th scope="col" class="number">Proposed</th><th scope="col" class="number">Instruments</th><th scope="col" class="number">Promised</th></tr></thead><tbody>${rows.map(
    (row) => {
      const { body, meetings, announced, decisions, perMeeting, instruments, inForce, commitments } = row
      const its: Query = body === undefined ? {} : { body }
      const at = body === undefined ? undefined : aboutBody(place, body)
      const name =
        body === undefined ? html`<b>All</b>` : html`<a href="${at}">${bodyName(place.organisation, body)}</a>`
      const besides = announced > 0 && html` <small class="under">and ${announced} announced</small>`
      return html`<tr><th scope="row">${name}</th>${number(meetings, listAt(place, 'meetings', its), 'meetings', besides)}${number(decisions.adopted, listAt(place, 'decisions', { ...its, outcome: 'adopted' }), 'adopted')}<td class="number" data-label="at each meeting">${perMeeting ? rangeOf(perMeeting) : html`<small>${body === undefined ? 'differs by body' : meetings === 0 ? 'no meeting on record' : 'not known'}</small>`}</td>${number(decisions['not-adopted'], listAt(place, 'decisions', { ...its, outcome: 'not-adopted' }), 'not adopted')}${number(decisions.proposed, listAt(place, 'decisions', { ...its, outcome: 'proposed' }), 'proposed')}${number(instruments.length, at ? `${at}#delivered` : to(place, 'instruments'), 'instruments', instruments.length > 0 && html` <small class="under">${inForce} dated as in force</small>`)}${number(commitments.all, at ? `${at}#delivered` : to(place, 'delivery/commitments'), 'promised', commitments.all > 0 && html` <small class="under">${commitments.over} past their date</small>`)}</tr>`
    },
  )}</tbody></table></div>`
}

function rangeOf({ meetings, least, middle, most }: NonNullable<BodyOutput['perMeeting']>): Html {
  const range = least === most ? html`${least}` : html`${least} to ${most}`
  return html`${range} <small class="under">${least === most ? '' : `middle ${middle}, `}of ${counted(meetings, { one: 'meeting', many: 'meetings' })}</small>`
}

function series({ series: all }: OutputView, place: Place): Html | undefined {
  if (all.length === 0) return undefined
  return html`<section class="stack"><h2>What each meeting adopted, as far as it is on record</h2>${meetingBarsLegend}${all.map(
    ({ body, meetings }) => {
      const name = bodyName(place.organisation, body)
      return html`<figure class="tight years"><figcaption><a href="${to(place, `bodies/${body}`)}">${name}</a>: ${counted(meetings.length, { one: 'meeting', many: 'meetings' })}. Only full bars may be held against each other.</figcaption>${meetingBars(meetings, `Decisions adopted at each meeting: ${name}`, body, place)}<details><summary><small>As a table</small></summary><table class="cards"><thead><tr><th scope="col">Meeting</th><th scope="col" class="number">Adopted on record</th><th scope="col">Outcomes known</th></tr></thead><tbody>${meetings.map(({ meeting, on, decisions, outcomesKnown }) => html`<tr><th scope="row"><a href="${to(place, `meetings/${meeting}`)}">${on}</a></th><td class="number" data-label="adopted">${decisions.adopted}</td><td>${known.find(({ of }) => of === outcomesKnown)?.name.replace('outcomes known ', '')}</td></tr>`)}</tbody></table></details></figure>`
    },
  )}</section>`
}

function byYear({ rows, due, comparable }: OutputView, place: Place): Html {
  const promised = {
    name: 'Commitments, by the year they were due',
    cells: due,
    href: (year: number) => listAt(place, 'delivery/commitments', { year: String(year) }),
  }
  const some = due.some(({ count }) => count > 0)
  return html`<section class="stack"><h2>By year: more meetings, more output?</h2><p class="stands">${momentumInWords(comparable)}</p>${bands([...outputBands(rows, place), ...(some ? [promised] : [])])}<section class="tight"><h3>What can be compared from year to year, and what cannot</h3><dl class="facts">${firmYears(rows).map((one) => html`<dt>${capitalised(kindOfFact(place.organisation, one.of))}</dt><dd>${compared(one)}</dd>`)}</dl><p class="note">Complete or nearly so, and over. <a href="${to(place, wayToCompleteness(place))}">Why the other years cannot, kind by kind</a></p></section></section>`
}

/** The years of a kind that can be compared, and between what its counts lie: "2016 to 2017: 16 to 19 a year". */
function compared({ years, counts }: FirmYears): string {
  if (!counts) return 'no year'
  const { least, most } = counts
  return `${yearsInWords(years)}: ${least === most ? least : `${least} to ${most}`} a year`
}

function delivered(
  { instruments, inForce, commitments, decisions }: BodyOutput,
  about: string | undefined,
  place: Place,
): Html {
  const { organisation } = place
  const its: Query = about === undefined ? {} : { body: about }
  const link = (path: string, says: Content) => html`<a href="${to(place, path)}">${says}</a>`
  const list = (items: readonly Html[]) =>
    items.length > 0 ? html`<ul class="plain">${items.map((item) => html`<li>${item}</li>`)}</ul>` : undefined
  const ofBody =
    about === undefined
      ? undefined
      : html`${list(instruments.map((id) => link(`instruments/${id}`, organisation.instrument(id)?.act.title ?? id)))}`
  const programmes = commitments.programmes.map((id) => {
    const found = organisation.listed('programme-recorded').find(({ act }) => act.programme === id)
    return link(`programmes/${id}`, found?.act.title ?? id)
  })
  const taken = commitments.decisions.map((id) => link(`decisions/${id}`, organisation.decision(id)?.act.title ?? id))
  return html`<section class="tight" id="delivered"><h2>What was signed, promised and not adopted</h2><dl class="facts"><dt>Instruments signed</dt><dd>${instruments.length > 0 ? html`${about === undefined ? link('instruments', instruments.length) : instruments.length}; a source dates the entry into force of ${inForce > 0 ? link('delivery/instruments', inForce) : 'none of them'}. Of the others it is not known, which does not mean that they are not in force.` : 'None on record.'}${ofBody}</dd><dt>Promised</dt><dd>${commitments.all > 0 ? html`${about === undefined ? link('delivery/commitments', commitments.all) : commitments.all}; the date set for ${about === undefined ? html`<a href="${listAt(place, 'delivery/commitments', { outcome: 'over' })}">${commitments.over}</a>` : commitments.over} is past. Of ${commitments.told} a source says something of what came: that it was done, that it was not, or that it goes on. ${link('delivery/commitments', 'Each in its words')}` : 'None on record.'}${about === undefined ? undefined : list([...programmes, ...taken])}</dd><dt>Not adopted</dt><dd>${decisions['not-adopted'] > 0 ? html`<a href="${listAt(place, 'decisions', { ...its, outcome: 'not-adopted' })}">${decisions['not-adopted']}</a> on record. How much more failed, nothing states.` : 'None on record.'}</dd></dl><p class="note">${link('delivery', words.nav.delivery)}</p></section>`
}

/** This page asked of one body, on the same day. */
function aboutBody(place: Place, body: string): string {
  return withQuery(place, { about: body })
}
