import {
  type Act,
  type ActKind,
  type ActOf,
  type Change,
  type DayView,
  type Doubt,
  type Entry,
  endOfTime,
  type Holding,
  nameOf,
  type Organisation,
  type OutputKind,
} from '../record/index.ts'
import type { Instant, Judgement, PartialDate } from '../rules/index.ts'
import { negotiationSentences, positionWords } from './negotiation-sentences.ts'
import { instantThere, timeZoneOf } from './run/times.ts'
import { capitalised, counted, dateInWords, listed, numberInWords, withArticle } from './words.ts'

/** Every sentence of the interface, in English. Another language is another table of this shape. */
export const words = {
  groups: {
    day: 'On a day',
    questions: 'Questions',
    who: 'Who',
    bodies: 'Bodies and rules',
    done: 'Decided',
    said: 'Said',
    around: 'Around it',
    record: 'The record',
    run: 'Run it',
  },
  /** Every part of the house; its name is the first part of its address. */
  refusedBack: 'Back to where you were',
  refusedTyped: 'Nothing was entered. What you typed is still in the form: go back in this browser to find it.',
  refusedTable: 'The table',
  refusedWaiting: 'What waits for me',
  refusedSeats: 'Seats',
  nav: {
    day: 'On a day',
    questions: 'Questions',
    claims: 'Claims',
    participants: 'Participants',
    pairs: 'Pairs',
    disputes: 'Disputes',
    accession: 'From application to membership',
    bodies: 'Bodies',
    rules: 'Rules',
    practice: 'Practice and rule',
    offices: 'Offices, chairs and budget',
    meetings: 'Meetings',
    decisions: 'Decisions',
    programmes: 'Programmes',
    instruments: 'Instruments',
    exercises: 'Exercises',
    delivery: 'From said to done',
    texts: 'Key texts',
    topics: 'Topics through the years',
    definitions: 'Definitions',
    statements: 'What others say',
    neighbours: 'Neighbourhood',
    relations: 'Relations',
    figures: 'Weight in figures',
    changes: 'What changed in the record',
    sources: 'Sources',
    coverage: 'How complete is this?',
    take: 'Take it with you',
    run: 'The table',
    'run/waiting': 'What waits for me',
    'run/propose': 'Propose',
    'run/meetings': 'Meetings held here',
    'run/notes': 'Notes in and out',
    'run/clock': 'Clock',
    seat: 'Seats',
  },
  search: 'Search',
  skip: 'Skip to the page',
  independent: (organisation: string) =>
    `Independent and unofficial: compiled from public sources, not a site of the ${organisation}.`,
  madeUp: 'A made-up organisation, to show how any other is run. None of its States exists.',
  exerciseFrom: (id: string, from: string, on: string) =>
    `“${id}” begins from the record of “${from}” as of ${on}. All that comes after was played.`,
  exerciseMadeUp: (id: string) => `“${id}” was made for an exercise.`,
  namesNote:
    'Names are those in use on the date shown; nothing here implies an opinion on the status of any territory.',
  asStood: 'As it stood on',
  asKnown: 'as known',
  show: 'Show',
  now: 'today',
  asData: 'This page as data',
  cite: 'Cite this page',
  asBibtex: 'For a bibliography (BibTeX)',
  asLinkedData: 'As linked data (JSON-LD)',
  asTable: 'All periods of status, as a table',
  noEnd: 'no end on record',
  aroundDay: 'Around this day',
  beforeAfter: 'Who belonged, before and after',
  dots: 'Dots at capitals; no borders are drawn.',
  laterIsPaler: 'paler: after this day',
  hatched: 'hatched: uncertain',
  /** Where no participant is described at all, nobody can say that nobody belonged. */
  belongingNotKept: (day: string) => `Who belonged on ${day} is not in this record`,
  noDoubt: 'Nothing about this is marked as doubtful.',
  unverified: 'unverified',
  inferred: 'inferred',
  conflict: 'sources differ',
} as const

/** What an act says, in one sentence. The compiler asks for every kind. */
const acts = {
  'organisation-described': (act) => `${act.names.en} is described.`,
  'rule-stated': (act) => `${[act.document, act.article].filter(Boolean).join(', ')}: ${act.says}`,
  'document-described': (act) => `Basic document: ${act.title}.`,
  'gap-stated': (act) => `Not known: ${act.missing}`,
  'participant-described': (act) => `${act.names.en} is described.`,
  'participant-named': (act) => `The English name in use is ${act.names.en}.`,
  'capital-located': (act, name) => `The capital of ${name(act.participant)} is ${act.capital}.`,
  'source-described': (act) => `Source: ${act.title}, ${act.publisher}.`,
  'coverage-stated': (act) => `Coverage of ${coverageKind(act.of)} in ${act.year}: ${coverageWord(act.coverage)}.`,
  'research-accounted': (act) =>
    `${capitalised(act.subject)}, ${act.field}: ${act.outcome.replaceAll('-', ' ')}. ${act.says}`,
  'status-granted': (act, name, status) =>
    act.founding
      ? `${name(act.participant)} became a founding ${status(act.status)}.`
      : `${name(act.participant)} became ${withArticle(status(act.status))}.`,
  'status-ended': (act, name) => `${name(act.participant)} left.`,
  'step-taken': (act, name) =>
    act.participants.length > 3
      ? `${act.what} (${counted(act.participants.length, { one: 'participant', many: 'participants' })}).`
      : `${listed(act.participants.map(name))}: ${act.what}.`,
  'attended-as-guest': (act, name) => `${name(act.participant)}, guest: ${act.what}.`,
  'relation-noted': (act, name) => `${name(act.participant)}: ${act.what}.`,
  'representation-changed': (act, name) => `${name(act.participant)}: ${act.what}.`,
  'body-described': (act) => `${act.names.en} is described.`,
  'meeting-held': (act, name, _status, body) => {
    const where = act.city === undefined ? '' : act.city.startsWith('by ') ? ` ${act.city}` : ` in ${act.city}`
    const people = (act.attendance ?? []).map((a) => name(a.participant))
    if (act.inMarginsOf && people.length > 1) return `In the margins: ${listed(people)} met${where}.`
    return `${act.planned ? 'Planned: ' : ''}${body(act.body)}${act.planned ? `,${where}` : ` met${where}`}.`
  },
  'decision-recorded': (act) =>
    `${act.title}${act.outcome === 'adopted' || /\([^()]*\bnot\b[^()]*\)$/.test(act.title) ? '' : ` (${outcomes[act.outcome]})`}.`,
  'instrument-signed': (act) => `${act.title}: signed${act.place ? ` in ${act.place}` : ''}.`,
  'connection-noted': (act) => `Decision ${act.decision} and instrument ${act.instrument} belong together.`,
  'exercise-held': (act) => `Exercise: ${act.name}${act.places?.[0] ? `, ${act.places[0]}` : ''}.`,
  'position-taken': (act, name) => `${name(act.participant)}: ${positionWords[act.position]}.`,
  'term-began': (act, name) => `${act.holder} (${name(act.participant)}): ${act.title}.`,
  'chair-taken': (act, name, _status, body) =>
    `${act.planned ? 'Planned: ' : ''}${name(act.participant)} takes the chair, ${body(act.body)}.`,
  'shares-stated': (act) => `Shares in the budget: ${act.document}.`,
  'programme-recorded': (act) => `${act.title} (${act.type.replaceAll('-', ' ')}).`,
  'stance-reported': (act, name) => `${name(act.participant)}: ${act.says} (${act.attribution}).`,
  'thread-described': (act) => `To be followed: ${act.title}.`,
  'dispute-recorded': (act, name) => `${listed(act.between.map(name))}: ${act.about}.`,
  'dispute-developed': (act) => `${capitalised(act.what)}.`,
  'text-described': (act) => `Key text: ${act.title}.`,
  'paragraph-abstracted': (act) => `${act.paragraph}: ${act.says}`,
  'element-described': (act) => `Element of a definition: ${act.meaning}.`,
  'definition-described': (act) => `${capitalised(act.concept)} in ${act.document}.`,
  'statement-reported': (act) =>
    `${act.by}${act.attribution ? ` (according to: ${act.attribution})` : ''}: ${act.says}`,
  'claim-recorded': (act) => `Claim by ${act.by}: ${act.says}`,
  'relation-established': (act) => `${act.with}, ${act.type.replaceAll('-', ' ')}: ${act.says}`,
  'neighbour-described': (act) => `${act.names.en} is described.`,
  'bearing-noted': (act) =>
    `Where the record bears on the question “${act.question.replaceAll('-', ' ')}”${act.feature ? `, ${act.feature.replaceAll('-', ' ')}` : ''}.`,
  'feature-stated': (act) => `${act.feature.replaceAll('-', ' ')}: ${act.value}${act.says ? `. ${act.says}` : ''}`,
  'membership-recorded': (act, name) => `${name(act.participant)}: ${act.as}, ${act.neighbour}.`,
  'figure-stated': (act, name) =>
    `${name(act.participant)}, ${act.indicator.replaceAll('-', ' ')}, ${act.date}: ${act.value} ${act.unit}.`,
  'votes-compared': (act) =>
    `${act.forum}, ${dateInWords(act.date)}: how often ${counted(act.pairs.length, { one: 'pair', many: 'pairs' })} of participants voted alike.`,
  'clock-set': (act, _name, _status, _body, when) =>
    `The clock of the organisation was set to ${when(act.shows)}. ${act.why}`,
  'act-withdrawn': (act) => `Withdrawn: ${act.withdraws.join(', ')}. ${act.reason}`,
  ...negotiationSentences,
} satisfies {
  [K in ActKind]: (
    act: ActOf<K>,
    name: (participant: string) => string,
    status: (status: string) => string,
    body: (body: string) => string,
    when: (instant: Instant) => string,
  ) => string
}

/** The sentence for an act, with the names in use on its own day and times by the clock of the organisation. */
export function sentence(organisation: Organisation, act: Act): string {
  type Naming = (id: string) => string
  type Timing = (instant: Instant) => string
  const say = acts[act.kind] as (act: Act, name: Naming, status: Naming, body: Naming, when: Timing) => string
  return say(
    act,
    (id) => nameOf(organisation, id),
    (id) => statusLabel(organisation, id).one,
    (id) => bodyName(organisation, id),
    (instant) => instantThere(instant, timeZoneOf(organisation)),
  )
}

/** What came of a text that was put forward. */
export const outcomes = {
  adopted: 'adopted',
  'not-adopted': 'not adopted',
  proposed: 'proposed',
} as const

/** What is counted by year. */
export const outputWords: { readonly [K in OutputKind]: string } = {
  meetings: 'Meetings held',
  adopted: 'Decisions adopted',
  'not-adopted': 'Not adopted',
  proposed: 'Proposals, no adoption on record',
  instruments: 'Instruments signed',
  exercises: 'Exercises',
}

/** How far something that is pursued has come. */
export const stageWords: { readonly [S in ActOf<'programme-recorded'>['stage']]: string } = {
  proposed: 'proposed',
  announced: 'announced',
  signed: 'signed',
  adopted: 'adopted',
  running: 'running',
  recurring: 'recurring',
  suspended: 'suspended',
  ended: 'ended',
  replaced: 'replaced',
  'not-agreed': 'not agreed',
  'not-taken-up': 'not taken up',
  rejected: 'rejected',
  reported: 'reported, not confirmed',
}

/** A stance that a source attributes to a participant. */
export const stanceWords: {
  readonly [S in NonNullable<ActOf<'decision-recorded'>['stances']>[number]['stance']]: string
} = {
  objected: 'objected',
  reservation: 'reservation',
  'not-associated': 'not associated',
  'not-endorsed': 'not endorsed',
  'national-law-limit': 'limit of national law',
  'reported-resistance': 'reported resistance',
}

export function bodyName(organisation: Organisation, body: string): string {
  return organisation.body(body)?.names.en ?? capitalised(body.replaceAll('-', ' '))
}

export function statusLabel(organisation: Organisation, status: string): { one: string; many: string } {
  return organisation.description?.statuses.find((s) => s.status === status)?.en ?? { one: status, many: status }
}

/** The heading of a day: the fact itself; after the last day covered, only what was so on that day. */
export function dayHeading(view: DayView, organisation: Organisation): string {
  const groups = view.groups.map(({ status, holdings }) => counted(holdings.length, status.en))
  const covered = organisation.description?.coveredTo
  if (groups.length > 0) {
    const end = view.stage === 'after-the-record' && covered ? ` on ${dateInWords(covered)}, where the record ends` : ''
    return capitalised(groups.join(', ')) + end
  }
  const name = organisation.description?.names.en ?? 'organisation'
  if (view.stage === 'before-it-began') return `There was no ${name} on ${dateInWords(view.on)}`
  if (organisation.participants().length === 0) return words.belongingNotKept(dateInWords(view.on))
  return `Nobody held a status on ${dateInWords(view.on)}`
}

/** What changed, in a sentence without its date: "Arcadia and Utopia became members". */
export function changeInWords(organisation: Organisation, change: Change): string {
  const came = [...Map.groupBy(change.granted, (holding) => holding.status)].map(([status, holdings]) => {
    const { one, many } = statusLabel(organisation, status)
    const became = holdings.length === 1 ? withArticle(one) : many
    return `${who(organisation, holdings)} became ${became}`
  })
  const left = change.ended.length > 0 ? [`${who(organisation, change.ended)} left`] : []
  return [...came, ...left].join('; ')
}

/** The date of a change, only as exact as its sources give it: a change of some day in May is not said to be of 1 May. */
export function dateOfChange({ on, granted, ended }: Change): PartialDate {
  const dates = new Set([...granted.map((holding) => holding.from), ...ended.map((holding) => holding.to)])
  const [only] = dates
  return dates.size === 1 && only ? only : (on as string as PartialDate)
}

/** A few words for a mark on the timeline. */
export function changeInBrief(organisation: Organisation, change: Change): string {
  const all = [...change.granted, ...change.ended]
  if (all.length <= 2 && change.granted.length === 0) return `${who(organisation, all)} left`
  if (all.length <= 2) return listed(all.map((holding) => nameOf(organisation, holding.participant)))
  const [status, holdings] = [...Map.groupBy(change.granted, (holding) => holding.status)].sort(
    (a, b) => b[1].length - a[1].length,
  )[0] ?? ['', all]
  return capitalised(counted(holdings.length, statusLabel(organisation, status)))
}

export const findings: { readonly [J in Judgement]: string } = {
  'in-order': 'in order',
  departure: 'departure',
  unusual: 'unusual',
  'cannot-be-judged': 'cannot be judged',
}

export const doubtKinds: { readonly [K in Doubt['kind']]: string } = {
  unverified: 'unverified',
  inferred: 'inferred, not read',
  conflict: 'sources differ',
}

const fields: { readonly [field: string]: string } = {
  from: 'the beginning',
  to: 'the end',
  on: 'the date',
  decided: 'the decision',
  'decided.on': 'the date of the decision',
  names: 'the names',
  neighbours: 'the neighbours',
  capital: 'the capital',
  represented: 'being represented',
  status: 'which status',
  effect: 'what made it take effect',
  memorandum: 'the memorandum',
  application: 'the application',
  signatory: 'who signed',
  instruments: 'the instruments joined',
  what: 'whether it happened',
  says: 'the wording',
}

export function fieldInWords(field: string): string {
  return fields[field] ?? field
}

export const evidences: { readonly [evidence: string]: string } = {
  read: 'read at the place named',
  partial: 'read in part',
  secondary: 'at second hand',
  located: 'located, not read',
  'not-stated': 'not stated',
}

/** "since 4 July 2023", "7 June 2012 to 1 September 2025": a status without an end is not said to last until today. */
export function periodInWords({ from, to }: Holding): string {
  return to === undefined ? `since ${dateInWords(from)}` : `${dateInWords(from)} to ${dateInWords(to)}`
}

export function coverageWord(coverage: ActOf<'coverage-stated'>['coverage']): string {
  return coverage.replaceAll('-', ' ')
}

export function coverageKind(of: string): string {
  return of.replaceAll('-', ' ')
}

/** The organisation on the day of an act, for the names of that day. */
export function onItsDay(organisation: Organisation, entry: Entry): Organisation {
  return organisation.onDay(entry.act.on ?? endOfTime)
}

function who(organisation: Organisation, holdings: readonly Holding[]): string {
  if (holdings.length > 6) return `${numberInWords(holdings.length)} participants`
  return listed(holdings.map((holding) => nameOf(organisation, holding.participant)))
}
