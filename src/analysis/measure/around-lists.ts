import {
  type ActOf,
  featureTable,
  type HoldingOnDay,
  membershipsOn,
  type Organisation,
  schemesOf,
} from '../../record/index.ts'
import { earliest, latest } from '../../rules/index.ts'
import { date, list, numeric, onceCome, prose, type Stated, type Value, word, words, yesOrNo } from './list.ts'
import { on, type Told, told, year } from './work-lists.ts'

/** Who belongs, and what stands around the organisation, as lists. */

interface Holder extends Stated {
  readonly holding: HoldingOnDay
}

const participants = list<Holder>({
  one: 'participant',
  many: 'participants',
  ofTheDay: true,
  items: (organisation) =>
    organisation.holdings().flatMap((holding) => {
      const entry = organisation.entry(holding.grantedBy.id)
      return entry ? [{ id: holding.participant, entry, holding }] : []
    }),
  coveredAs: () => ['statuses'],
  fields: {
    id: {
      ...word<Holder>('its id', ({ id }) => id),
      known: (id, organisation) => organisation.participant(id).description !== undefined,
    },
    status: {
      ...word<Holder>('its status on the day', ({ holding }) => holding.status),
      known: (status, { description }) =>
        description === undefined || description.statuses.some((one) => one.status === status),
    },
    since: date('since when', ({ holding }) => holding.from),
    certainty: word('holds or uncertain', ({ holding }) => holding.certainty),
    // A place does not lie in time: what it borders is true of every day on record.
    borders: words('its land neighbours, as the reference set of routes has them', ({ id }, organisation) =>
      bordersOf(id, organisation),
    ),
  },
})

function bordersOf(id: string, organisation: Organisation): readonly string[] | undefined {
  return organisation.participantThroughout(id).capital?.neighbours
}

const admissions = list<Told<'status-granted'>>({
  one: 'status granted',
  many: 'statuses granted',
  items: (organisation) =>
    organisation.acts().flatMap((entry) => {
      const { act } = entry
      if (act.kind !== 'status-granted' || earliest(act.on) > organisation.day) return []
      return [{ id: act.id, entry, act }]
    }),
  coveredAs: () => ['statuses'],
  fields: {
    id: word('its id', ({ id }) => id),
    on: on(),
    year: year(),
    participant: word('to whom', ({ act }) => act.participant),
    status: word('which', ({ act }) => act.status),
    founding: yesOrNo('whether at the founding', ({ act }) => act.founding ?? false),
  },
})

const steps = list<Told<'step-taken'>>({
  one: 'step towards a status',
  many: 'steps towards a status',
  items: (organisation) =>
    organisation.acts().flatMap((entry) => {
      const { act } = entry
      if (act.kind !== 'step-taken' || earliest(act.on) > organisation.day) return []
      return [{ id: act.id, entry, act }]
    }),
  coveredAs: () => ['steps'],
  fields: {
    id: word('its id', ({ id }) => id),
    on: on(),
    year: year(),
    participants: words('whose', ({ act }) => act.participants),
    toward: word('towards, or within, which status', ({ act }) => act.toward),
    what: prose('what was done', ({ act }) => act.what),
  },
})

const memberships = list<Stated & { readonly act: ActOf<'membership-recorded'>; readonly certainty: string }>({
  one: 'membership elsewhere on the day',
  many: 'memberships elsewhere on the day',
  ofTheDay: true,
  items: (organisation) =>
    membershipsOn(organisation, organisation.day).map(({ entry, certainty }) => ({
      id: entry.act.id,
      entry,
      act: entry.act,
      certainty,
    })),
  fields: {
    neighbour: word('where', ({ act }) => act.neighbour),
    participant: word('who', ({ act }) => act.participant),
    as: word('as what', ({ act }) => act.as, ['as', 'membership', 'from', 'to']),
    certainty: word('holds or uncertain', ({ certainty }) => certainty),
    status: word('its status here on the day', ({ act }, organisation) => statusOf(act.participant, organisation)),
  },
})

const departures = list<Told<'membership-recorded'>>({
  one: 'membership elsewhere that has ended',
  many: 'memberships elsewhere that have ended',
  ofTheDay: true,
  items: (organisation) => {
    // Where another one holds, or may hold, nobody has left.
    const still = new Set(membershipsOn(organisation, organisation.day).map(({ entry }) => whoWhere(entry.act)))
    const ended = organisation
      .listed('membership-recorded')
      .filter(({ act }) => act.to !== undefined && latest(act.to) <= organisation.day && !still.has(whoWhere(act)))
    return told(ended, (act) => act.id)
  },
  fields: {
    neighbour: word('where', ({ act }) => act.neighbour),
    participant: word('who', ({ act }) => act.participant),
    as: word('as what', ({ act }) => act.as),
    from: date('from when', ({ act }) => act.from),
    to: date('until when', ({ act }) => act.to),
    status: word('its status here on the day', ({ act }, organisation) => statusOf(act.participant, organisation)),
  },
})

const whoWhere = ({ participant, neighbour }: ActOf<'membership-recorded'>) => `${participant} ${neighbour}`

const held = new WeakMap<Organisation, ReadonlyMap<string, string>>()

/** The first that it came to of those that it holds on the day; of one that holds none here, that. */
function statusOf(participant: string, organisation: Organisation): string {
  const known = held.get(organisation)
  if (known) return known.get(participant) ?? 'none'
  // Whoever holds two stands twice; the earlier one is set last and stays.
  const all = new Map(
    organisation
      .holdings()
      .toReversed()
      .map((one) => [one.participant, one.status]),
  )
  held.set(organisation, all)
  return all.get(participant) ?? 'none'
}

/** Of each neighbour and feature what is stated for the day: a value of a later day is not yet had. */
function featuresOf(organisation: Organisation): Told<'feature-stated'>[] {
  const values = featureTable(organisation).rows.flatMap((row) => row.values.flatMap(({ value }) => value ?? []))
  return told(values, (act) => `${act.neighbour}/${act.feature}`)
}

const features = list<Told<'feature-stated'>>({
  one: 'feature on the day',
  many: 'features on the day',
  ofTheDay: true,
  items: featuresOf,
  fields: {
    neighbour: word('of which organisation', ({ act }) => act.neighbour),
    feature: word('which', ({ act }) => act.feature),
    value: word('yes, partial or no', ({ act }) => act.value),
    asOf: date('for which date', ({ act }) => act.asOf),
    says: prose('in words', ({ act }) => act.says),
  },
})

const relations = list<Told<'relation-established'>>({
  one: 'relation',
  many: 'relations',
  items: (organisation) => told(organisation.listed('relation-established'), (act) => act.relation),
  fields: {
    id: word('its id', ({ id }) => id),
    on: on(),
    year: year(),
    with: prose('with whom', ({ act }) => act.with),
    participants: words('with whom, as participants', ({ act }) => act.participants ?? []),
    type: word('of what kind', ({ act }) => act.type),
    says: prose('in words', ({ act }) => act.says),
  },
})

const chairs = list<Told<'chair-taken'>>({
  one: 'chair',
  many: 'chairs',
  items: (organisation) =>
    told(
      organisation.listed('chair-taken').filter(({ act }) => !act.planned),
      (act) => act.id,
    ),
  fields: {
    on: on(),
    year: year(),
    body: word('of which body', ({ act }) => act.body),
    participant: word('who', ({ act }) => act.participant),
    to: date('until when', ({ act }, organisation) => onceCome(act.to, organisation)),
  },
})

interface Share extends Stated {
  readonly act: ActOf<'shares-stated'>
  readonly participant: string
  readonly percent: number
}

const shares = list<Share>({
  one: 'share in the budget on the day',
  many: 'shares in the budget on the day',
  ofTheDay: true,
  items: (organisation) =>
    schemesOf(organisation).flatMap(({ entry, onDay }) =>
      onDay === 'does-not-hold'
        ? []
        : entry.act.shares.map((one) => ({
            id: `${entry.act.scheme}/${one.participant}`,
            entry,
            act: entry.act,
            uncertain: onDay === 'uncertain',
            ...one,
          })),
    ),
  fields: {
    scheme: word('in which scheme', ({ act }) => act.scheme),
    certainty: word('whether that scheme holds on the day: holds or uncertain', ({ uncertain }) =>
      uncertain ? 'uncertain' : 'holds',
    ),
    participant: word('whose', ({ participant }) => participant),
    percent: numeric('how much, in per cent', ({ percent }) => percent, ['shares']),
  },
})

/** Of each participant and indicator the latest figure that speaks for a date up to the day. */
function figuresOf(organisation: Organisation): Told<'figure-stated'>[] {
  const spoken = organisation.listed('figure-stated').filter(({ act }) => earliest(act.date) <= organisation.day)
  const byWhat = Map.groupBy(spoken, ({ act }) => `${act.participant} ${act.indicator}`)
  const last = [...byWhat.values()].map((series) =>
    series.reduce((latest, one) => (one.act.date >= latest.act.date ? one : latest)),
  )
  return told(last, (act) => act.id)
}

const figures = list<Told<'figure-stated'>>({
  one: 'figure',
  many: 'figures',
  items: figuresOf,
  fields: {
    indicator: word('of what', ({ act }) => act.indicator),
    participant: word('of whom', ({ act }) => act.participant),
    status: word('its status here on the day', ({ act }, organisation) => statusOf(act.participant, organisation)),
    date: date('for which date', ({ act }) => act.date),
    value: {
      type: 'number',
      is: 'how much, in the unit of the source',
      of: ({ act }): Value => act.value,
    },
  },
})

export const aroundLists = {
  participants,
  admissions,
  steps,
  memberships,
  departures,
  features,
  relations,
  chairs,
  shares,
  figures,
}
