import {
  type ActKind,
  type ActOf,
  type Dated,
  decisionOutcomes,
  type Organisation,
  stanceKinds,
  standingOf,
} from '../../record/index.ts'
import { earliest, latest } from '../../rules/index.ts'
import {
  asTheRecordEnds,
  date,
  list,
  numeric,
  onceCome,
  prose,
  type Stated,
  word,
  wordAmong,
  words,
  yesOrNo,
} from './list.ts'

/** What the organisation does, as lists. */

export interface Told<K extends ActKind> extends Stated {
  readonly act: ActOf<K>
}

export function told<K extends ActKind>(entries: readonly Dated<K>[], idOf: (act: ActOf<K>) => string): Told<K>[] {
  return entries.map((entry) => ({ id: idOf(entry.act), entry, act: entry.act }))
}

export const year = <Item extends { readonly act: { readonly on: string } }>() =>
  numeric<Item>('the year', ({ act }) => Number(act.on.slice(0, 4)), ['on'])
export const on = <Item extends { readonly act: { readonly on: string } }>() =>
  date<Item>('the day, month or year', ({ act }) => act.on)

const decisions = list<Told<'decision-recorded'>>({
  one: 'decision or proposal',
  many: 'decisions and proposals',
  items: (organisation) => told(organisation.decisions(), (act) => act.decision),
  coveredAs: () => ['decisions'],
  fields: {
    id: word('its id', ({ id }) => id),
    on: on(),
    year: year(),
    title: prose('its title', ({ act }) => act.title),
    body: word('the body', ({ act }) => act.body),
    meeting: word('the meeting', ({ act }) => act.meeting),
    type: word('of what kind', ({ act }) => act.type),
    outcome: wordAmong(decisionOutcomes, 'adopted, not-adopted or proposed', ({ act }) => act.outcome),
    participants: words('those named, or members, all, interested', ({ act }) =>
      Array.isArray(act.participants) ? act.participants : [act.participants],
    ),
    proposedBy: words('who proposed it', ({ act }) => act.proposedBy),
    outside: words('who stayed outside', ({ act }) => act.outside ?? []),
    stances: words('who is reported with a stance', ({ act }) => (act.stances ?? []).map((one) => one.participant)),
    stanceKinds: {
      ...words<Told<'decision-recorded'>>(
        'which stances are reported',
        ({ act }) => (act.stances ?? []).map((one) => one.stance),
        ['stances'],
      ),
      among: stanceKinds,
    },
    objected: words('who is reported to have objected', ({ act }) => by(act, ['objected']), ['stances']),
    differed: words(
      'who is reported with a stance or stayed outside',
      ({ act }) => [...(act.outside ?? []), ...(act.stances ?? []).map((one) => one.participant)],
      ['stances', 'outside'],
    ),
    concerns: words('whom it concerns', ({ act }) => act.concerns ?? []),
  },
})

function by({ stances = [] }: ActOf<'decision-recorded'>, kinds: readonly string[]): string[] {
  return stances.flatMap((one) => (kinds.includes(one.stance) ? [one.participant] : []))
}

const meetings = list<Told<'meeting-held'>>({
  one: 'meeting',
  many: 'meetings',
  items: (organisation) =>
    told(
      organisation.meetings().filter(({ act }) => !act.planned),
      (act) => act.meeting,
    ),
  coveredAs: (items) => [...new Set(items.flatMap(({ act }) => act.coveredAs ?? 'meetings-in-no-series'))],
  coveredBy: ['id', 'body'],
  fields: {
    id: word('its id', ({ id }) => id),
    on: on(),
    year: year(),
    body: word('the body', ({ act }) => act.body),
    number: numeric('its number', ({ act }) => act.number),
    city: word('the city', ({ act }) => act.city),
    country: word('in whose country', ({ act }) => act.country),
    chair: word('who chaired', ({ act }) => act.chair),
    format: word('its format', ({ act }) => act.format),
    extraordinary: yesOrNo('whether it was extraordinary', ({ act }) => act.extraordinary ?? false),
    inMarginsOf: word('the meeting in whose margins it was', ({ act }) => act.inMarginsOf),
    attendance: {
      ...words<Told<'meeting-held'>>('who is named as there', ({ act }) => named(act)),
      whole: ({ act }) => act.attendanceBasis !== 'partly-named',
    },
    outcomes: {
      ...prose<Told<'meeting-held'>>('what came of it', ({ act }) => act.outcomes.join('; ')),
      whole: ({ act }) => act.outcomesKnown === 'complete',
    },
    outcomesKnown: wordAmong(
      ['complete', 'partial', 'none-found'],
      'complete, partial or none-found',
      ({ act }) => act.outcomesKnown,
    ),
  },
})

/** Attendance that was copied from the membership names nobody. */
function named({ attendance, attendanceBasis }: ActOf<'meeting-held'>): string[] | undefined {
  return attendanceBasis === 'presumed' ? undefined : attendance?.map((one) => one.participant)
}

const instruments = list<Told<'instrument-signed'>>({
  one: 'instrument',
  many: 'instruments',
  items: (organisation) => told(organisation.instruments(), (act) => act.instrument),
  coveredAs: () => ['instruments'],
  fields: {
    id: word('its id', ({ id }) => id),
    on: on(),
    year: year(),
    title: prose('its title', ({ act }) => act.title),
    type: word('of what kind', ({ act }) => act.type),
    place: word('where it was signed', ({ act }) => act.place),
    signatories: words('who signed', ({ act }) => act.signatories),
    signed: numeric('how many signed', ({ act }) => act.signatories.length, ['signatories']),
    inForceOn: date('when it entered into force', ({ act }, organisation) => onceCome(act.inForceOn, organisation)),
    standing: wordAmong(
      ['in-force', 'not-yet', 'not-known'],
      'in-force, not-yet or not-known',
      (item, organisation: Organisation) => standingOf(item.entry as Dated<'instrument-signed'>, organisation),
    ),
  },
})

/** Those who took part with forces, where the participants are known. */
function took({ forces = [], participantsKnown }: ActOf<'exercise-held'>): string[] | undefined {
  if (participantsKnown !== 'yes') return undefined
  return forces.flatMap((one) => (one.as === 'observer' ? [] : [one.participant]))
}

const exercises = list<Told<'exercise-held'>>({
  one: 'exercise',
  many: 'exercises',
  items: (organisation) => told(organisation.exercises(), (act) => act.exercise),
  coveredAs: () => ['exercises'],
  fields: {
    id: word('its id', ({ id }) => id),
    on: on(),
    year: year(),
    name: prose('its name', ({ act }) => act.name),
    type: word('of what kind', ({ act }) => act.type),
    hosts: words('who hosted it', ({ act }) => act.hosts),
    label: prose('what it was officially called', ({ act }) => act.label),
    bilateral: yesOrNo('whether it was bilateral', ({ act }) => act.bilateral ?? false),
    scenario: prose('its scenario', ({ act }) => act.scenario),
    participantsKnown: wordAmong(['yes', 'presumed', 'no'], 'yes, presumed or no', ({ act }) => act.participantsKnown),
    took: words('who took part, where it is known', ({ act }) => took(act), ['forces']),
    size: numeric('how many took part, where it is known', ({ act }) => took(act)?.length, ['forces']),
    observed: words('who observed', ({ act }) => observers(act), ['forces']),
    absent: words('who is reported absent', ({ act }) => (act.absent ?? []).map((one) => one.participant)),
    declined: words('who is reported to have declined', ({ act }) =>
      (act.declined ?? []).map((one) => one.participant),
    ),
    transit: words('who is reported to have made passage difficult', ({ act }) =>
      (act.transit ?? []).map((one) => one.participant),
    ),
    personnel: numeric('how many persons took part', ({ act }) => act.personnel),
    largest: words('who sent most, where the strengths of all are known', ({ act }) => largest(act), ['forces']),
  },
})

function observers({ forces = [], participantsKnown }: ActOf<'exercise-held'>): string[] | undefined {
  if (participantsKnown !== 'yes') return undefined
  return forces.flatMap((one) => (one.as === 'observer' ? [one.participant] : []))
}

function largest({ forces = [] }: ActOf<'exercise-held'>): string[] | undefined {
  const there = forces.filter((one) => one.as !== 'observer')
  const strengths = there.flatMap((one) => one.personnel ?? [])
  if (strengths.length === 0 || strengths.length < there.length) return undefined
  const most = Math.max(...strengths)
  return there.flatMap((one) => (one.personnel === most ? [one.participant] : []))
}

/** Of one whose beginning is not on record it is known only as the record ends that it is there. */
function isThere({ established }: ActOf<'body-described'>, organisation: Organisation): boolean {
  if (established === undefined) return asTheRecordEnds(true, organisation) ?? false
  return latest(established) <= organisation.day
}

const bodies = list<Stated & { readonly act: ActOf<'body-described'> }>({
  one: 'body',
  many: 'bodies',
  items: (organisation) =>
    organisation.bodies().flatMap((act) => {
      const entry = organisation.entry(act.id)
      if (!entry || (act.established !== undefined && earliest(act.established) > organisation.day)) return []
      return [{ id: act.body, act, entry, uncertain: !isThere(act, organisation) }]
    }),
  fields: {
    id: word('its id', ({ id }) => id),
    type: word('of what kind', ({ act }) => act.type),
    established: date('since when', ({ act }) => act.established),
    seat: word('where', ({ act }) => act.seat),
    under: word('to which body it reports', ({ act }) => act.under),
    decides: prose('how it decides', ({ act }) => act.decides),
    powers: prose('what it may do', ({ act }) => act.powers?.join('; ')),
  },
})

export const workLists = { decisions, meetings, instruments, exercises, bodies }
