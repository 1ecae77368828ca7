import {
  countsByYear,
  type Exercise,
  type Feature,
  type FeatureOnDay,
  type FeatureTable,
  featureTable,
  fullBelonging,
  type KeyText,
  keyTexts,
  membershipsOn,
  membersOn,
  type Neighbour,
  neighboursOf,
  type Organisation,
  type Paragraph,
  type Programme,
  programmesOf,
  type Relation,
  type ReportedStance,
  type Statement,
  stancesOn,
  statedInTime,
  type Text,
  type Verdict,
  type YearCount,
} from '../record/index.ts'
import { type Day, earliest } from '../rules/index.ts'
import {
  type Bearing,
  bearingOn,
  claimsBearing,
  type Fact,
  type FactYear,
  factsOf,
  factYears,
  textsOn,
} from './bearing.ts'
import { type Claim, weighed } from './claim.ts'
import { type Endowment, type EndowmentYears, endowment, endowmentsByYear, yearsSince } from './endowments.ts'

/** One element of a security organisation, as the organisation itself has it on the day, had it before, and what bears on it. */
export interface Element {
  readonly feature: string
  readonly onDay: FeatureOnDay
  /** Whatever was stated for the day or an earlier one, in the order of time; what has no date comes last. */
  readonly stated: readonly Feature[]
  readonly bearing?: Bearing
  readonly facts: readonly Fact[]
  /** The facts counted, for every year from the founding to the day. */
  readonly years: readonly FactYear[]
}

/** What the key texts say on one topic that bears on the question. */
export interface Said {
  readonly topic: string
  readonly paragraphs: readonly { readonly text: Text; readonly paragraph: Paragraph }[]
}

/** The exercises of one kind, by year, with how many acted in them as far as that is known. */
export interface ExerciseKind {
  readonly type: string
  readonly all: number
  /** By how many was acted, those who only watched left out: three or more, two, not known. */
  readonly several: number
  readonly fewer: number
  readonly notKnown: number
  readonly years: readonly YearCount[]
}

/** An alliance among the neighbours: which members belong to it on the day, and what ties the organisation to it. */
export interface Allied {
  readonly neighbour: Neighbour
  readonly both: readonly string[]
  /** Of these, whoever is marked as not verified, or is uncertain on the day. */
  readonly unsure: readonly string[]
  readonly relations: readonly Relation[]
}

export interface AllianceView {
  readonly day: Day
  readonly members: readonly string[]
  /** The organisation itself; nothing where none of its elements is on record. */
  readonly itself: Endowment | undefined
  readonly elements: readonly Element[]
  /** The organisation and others, element by element, on the day; the organisation itself first. */
  readonly comparison: FeatureTable
  /** In the order of the comparison. */
  readonly endowments: readonly Endowment[]
  /** In the order of the comparison; the last year is that of the day, as of the day. */
  readonly endowmentsByYear: readonly EndowmentYears[]
  /** Where the record bears on the question as a whole. */
  readonly bearing?: Bearing
  readonly said: readonly Said[]
  /** How many key texts there are, and how many of them say something on these topics. */
  readonly texts: { readonly all: number; readonly speaking: number }
  readonly positions: readonly { readonly programme: Programme; readonly stances: readonly ReportedStance[] }[]
  readonly statements: readonly Statement[]
  /** What is claimed of something that bears on it, each with what the record makes of it on the day. */
  readonly claims: readonly { readonly claim: Claim; readonly verdict: Verdict }[]
  readonly exercises: readonly ExerciseKind[]
  readonly alliances: readonly Allied[]
}

/**
 * Whether it is becoming an alliance: which elements of a full security organisation it and others have on the day, what
 * its own texts say, what was said of it, and what it does. It gives no verdict.
 */
export function alliance(organisation: Organisation): AllianceView {
  const { day } = organisation
  const comparison = featureTable(organisation)
  const endowments = comparison.neighbours.map((neighbour, index) => endowment(neighbour, index, comparison))
  const bearing = bearingOn(organisation, 'alliance')
  const { topics = [], programmes = [], statements = [] } = bearing?.act ?? {}
  const speaking = textsOn(organisation, topics)
  const members = membersOn(organisation, day)
  return {
    day,
    members,
    itself: endowments.find(({ neighbour }) => neighbour.act.itself),
    elements: elementsOf(organisation, comparison),
    comparison,
    endowments,
    endowmentsByYear: endowmentsByYear(organisation, comparison.neighbours),
    ...(bearing ? { bearing } : {}),
    said: topics.map((topic) => ({ topic, paragraphs: saidOn(topic, speaking) })),
    texts: { all: keyTexts(organisation).length, speaking: speaking.length },
    positions: programmesOf(organisation)
      .filter(({ act }) => programmes.includes(act.programme))
      .map((programme) => ({
        programme,
        stances: stancesOn(organisation, programme.act.programme).filter(({ act }) => earliest(act.on) <= day),
      })),
    statements: organisation.listed('statement-reported').filter(({ act }) => statements.includes(act.statement)),
    claims: claimsBearing(organisation, 'alliance').map((claim) => ({
      claim,
      verdict: weighed(claim.act.test, claim.act.on, organisation).verdict,
    })),
    exercises: exerciseKinds(organisation),
    alliances: alliancesOf(organisation, members),
  }
}

function elementsOf(organisation: Organisation, { neighbours, rows }: FeatureTable): Element[] {
  const at = neighbours.findIndex(({ act }) => act.itself)
  const itself = neighbours[at]
  if (!itself) return []
  const all = organisation.listed('feature-stated').filter(({ act }) => act.neighbour === itself.act.neighbour)
  const years = yearsSince(itself, organisation)
  return rows.map(({ feature, values }) => {
    const onDay = values[at] ?? {}
    const ofIt = all.filter(({ act }) => act.feature === feature)
    const bearing = bearingOn(organisation, 'alliance', feature)
    const facts = bearing ? factsOf(organisation, bearing) : []
    return {
      feature,
      onDay,
      stated: onDay.value ? [...statedBy(organisation.day, ofIt), ...ofIt.filter(({ act }) => !act.asOf)] : [],
      ...(bearing ? { bearing } : {}),
      facts,
      years: bearing ? factYears(organisation, bearing, facts, years) : [],
    }
  })
}

function statedBy(day: Day, stated: readonly Feature[]): Feature[] {
  return statedInTime(stated).filter(({ act }) => act.asOf !== undefined && earliest(act.asOf) <= day)
}

function saidOn(topic: string, texts: readonly KeyText[]): Said['paragraphs'] {
  return texts.flatMap(({ text, paragraphs }) =>
    paragraphs.filter(({ act }) => act.topic === topic).map((paragraph) => ({ text, paragraph })),
  )
}

/** Every kind of exercise on record by the day, the most frequent first. */
function exerciseKinds(organisation: Organisation): ExerciseKind[] {
  return [...Map.groupBy(organisation.exercises(), ({ act }) => act.type)]
    .map(([type, all]) => {
      const known = all.filter(({ act }) => act.participantsKnown === 'yes')
      const several = known.filter((one) => acting(one) > 2).length
      return {
        type,
        all: all.length,
        several,
        fewer: known.length - several,
        notKnown: all.length - known.length,
        years: countsByYear(
          organisation,
          all.map(({ act }) => act.on),
          'exercises',
        ),
      }
    })
    .sort((a, b) => b.all - a.all)
}

function acting({ act }: Exercise): number {
  return (act.forces ?? []).filter(({ as }) => as !== 'observer').length
}

function alliancesOf(organisation: Organisation, members: readonly string[]): Allied[] {
  const full = fullBelonging(organisation.listed('membership-recorded'))
  const held = membershipsOn(organisation, organisation.day).filter(
    ({ entry }) => full(entry) && members.includes(entry.act.participant),
  )
  return neighboursOf(organisation)
    .filter(({ act }) => act.type === 'alliance')
    .map((neighbour) => {
      const here = held.filter(({ entry }) => entry.act.neighbour === neighbour.act.neighbour)
      const unsure = here.filter(({ certainty, unverified }) => certainty === 'uncertain' || unverified)
      return {
        neighbour,
        both: [...new Set(here.map(({ entry }) => entry.act.participant))],
        unsure: [...new Set(unsure.map(({ entry }) => entry.act.participant))],
        relations: organisation
          .listed('relation-established')
          .filter(({ act }) => (act.participants ?? []).includes(neighbour.act.neighbour)),
      }
    })
}
