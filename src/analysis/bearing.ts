import { type Dated, isFirm, type KeyText, keyTexts, type Organisation, type Referable } from '../record/index.ts'
import { earliest, type PartialDate } from '../rules/index.ts'
import { type Claim, claimsOf } from './claim.ts'
import { coverageOf, lastWholeYear } from './completeness.ts'

export type Bearing = Dated<'bearing-noted'>

/** Something dated in the record that bears on a question, or on one of its elements. */
export interface Fact {
  readonly thing: Extract<Referable, 'meeting' | 'instrument' | 'exercise' | 'programme' | 'text'>
  readonly id: string
  readonly on: PartialDate
}

/** Where the record bears on a question as a whole, or on one of the features that it asks about. */
export function bearingOn(organisation: Organisation, question: string, feature?: string): Bearing | undefined {
  return organisation
    .listed('bearing-noted')
    .findLast(({ act }) => act.question === question && act.feature === feature)
}

/** What happened by the organisation's day in what bears, in the order of time. A meeting that is only announced is none. */
export function factsOf(organisation: Organisation, { act }: Bearing): Fact[] {
  const { bodies = [], instruments = [], exercises = [], programmes = [], topics = [] } = act
  const facts: Fact[] = [
    ...organisation
      .meetings()
      .filter((one) => bodies.includes(one.act.body) && !one.act.planned)
      .map((one) => ({ thing: 'meeting' as const, id: one.act.meeting, on: one.act.on })),
    ...organisation
      .instruments()
      .filter((one) => instruments.includes(one.act.instrument))
      .map((one) => ({ thing: 'instrument' as const, id: one.act.instrument, on: one.act.on })),
    ...organisation
      .exercises()
      .filter((one) => exercises.includes(one.act.type))
      .map((one) => ({ thing: 'exercise' as const, id: one.act.exercise, on: one.act.on })),
    ...organisation
      .listed('programme-recorded')
      .filter((one) => programmes.includes(one.act.programme))
      .map((one) => ({ thing: 'programme' as const, id: one.act.programme, on: one.act.on })),
    ...textsOn(organisation, topics).map(({ text }) => ({
      thing: 'text' as const,
      id: text.act.text,
      on: text.act.date,
    })),
  ]
  return facts.toSorted((a, b) => (earliest(a.on) < earliest(b.on) ? -1 : earliest(a.on) > earliest(b.on) ? 1 : 0))
}

/** The key texts that say something on any of some topics by the organisation's day, each with those paragraphs only. */
export function textsOn(organisation: Organisation, topics: readonly string[]): KeyText[] {
  return keyTexts(organisation)
    .map(({ text, paragraphs }) => ({ text, paragraphs: paragraphs.filter(({ act }) => topics.includes(act.topic)) }))
    .filter(({ paragraphs }) => paragraphs.length > 0)
}

/** How many facts a year has, and whether it is over and whatever was counted complete for it, or nearly: only then none means none. */
export interface FactYear {
  readonly year: number
  readonly count: number
  readonly firm: boolean
}

/** The facts by year, for every year given. Of texts nothing states how complete they are, so they are never firm. */
export function factYears(
  organisation: Organisation,
  { act }: Bearing,
  facts: readonly Fact[],
  years: readonly number[],
): FactYear[] {
  const kinds = [
    ...new Set([
      ...organisation
        .meetings()
        .filter((one) => act.bodies?.includes(one.act.body))
        .map((one) => one.act.coveredAs),
      ...(act.instruments ? ['instruments'] : []),
      ...(act.exercises ? ['exercises'] : []),
      ...(act.programmes ? ['programmes'] : []),
      ...(act.topics ? [undefined] : []),
    ]),
  ]
  const stated = coverageOf(organisation)
  const over = lastWholeYear(organisation)
  return years.map((year) => ({
    year,
    count: facts.filter(({ on }) => on.startsWith(String(year))).length,
    firm:
      year <= over &&
      kinds.length > 0 &&
      kinds.every((kind) => kind !== undefined && isFirm(stated.get(`${year}/${kind}`))),
  }))
}

/** The claims made by the organisation's day that name something that bears on a question: a programme, an agreement, an exercise of a kind. */
export function claimsBearing(organisation: Organisation, question: string): Claim[] {
  const bearings = organisation.listed('bearing-noted').filter(({ act }) => act.question === question)
  const of = (pick: (act: Bearing['act']) => readonly string[] | undefined) =>
    new Set(bearings.flatMap(({ act }) => pick(act) ?? []))
  const programmes = of(({ programmes: its }) => its)
  const instruments = of(({ instruments: its }) => its)
  const kinds = of(({ exercises: its }) => its)
  const exercises = organisation.exercises().filter(({ act }) => kinds.has(act.type))
  const held = new Set(exercises.map(({ act }) => act.exercise))
  const names = (ids: readonly string[] | undefined, some: ReadonlySet<string>) =>
    ids?.some((id) => some.has(id)) ?? false
  return claimsOf(organisation).filter(
    ({ act }) => names(act.programmes, programmes) || names(act.instruments, instruments) || names(act.exercises, held),
  )
}
