import {
  type ActOf,
  accountsOf,
  type Doubt,
  type Entry,
  isFirm,
  type Organisation,
  type YearCell,
} from '../record/index.ts'
import { latest, type PartialDate, type Refusal, refuse } from '../rules/index.ts'
import {
  completeFor,
  type KindOver,
  kindOfFact,
  lastWholeYear,
  type Span,
  yearsBetween,
  yearsOf,
} from './completeness.ts'
import { factsByKind, isCovered, type Reading, readingOf, type Standing, standingOfFacts } from './facts.ts'
import type { Narrowed } from './questions.ts'

/** One kind of fact: how much of it is on record, on what it rests, and for which years its coverage is stated. */
export interface KindOnRecord extends Standing {
  readonly of: string
  readonly name: string
  /** Absent where nothing states how complete it is. */
  readonly over?: KindOver
  /** By year, where coverage is stated; every year with its basis. */
  readonly cells: readonly YearCell[]
  readonly bases: readonly { readonly basis: string; readonly years: readonly number[] }[]
  /** Years for which the record states that it has none, and has one all the same. */
  readonly against: readonly number[]
}

/** A fact on record, with how it is known. */
export interface FactOnRecord {
  readonly act: string
  readonly on: PartialDate | undefined
  /** Whether the counts by year have it. */
  readonly counted: boolean
  readonly reading: Reading
  readonly doubt: readonly Doubt[]
}

export interface CompletenessView {
  readonly about: string | undefined
  readonly span: Span
  /** The last year that is over and covered to its end. */
  readonly lastWhole: number
  readonly kinds: readonly KindOnRecord[]
  readonly all: Standing
  /** How many kinds can be counted in every year that is over, in some, in none; and of how many nothing is stated. */
  readonly countable: {
    readonly always: number
    readonly some: number
    readonly never: number
    readonly unstated: number
  }
  /** Years in which every kind of which anything is stated is complete, or nearly. */
  readonly comparable: readonly number[]
  /** Asked of one kind: each of its facts. */
  readonly facts: readonly FactOnRecord[]
  /** Rules that were looked for and not found on the day, with what nobody can judge for want of them. */
  readonly gaps: readonly { readonly act: string; readonly missing: string; readonly prevents: string }[]
  /** What the research held and this record leaves out, by subject. */
  readonly leftOut: readonly {
    readonly subject: string
    readonly records: number
    readonly fields: number
    readonly of: number
  }[]
}

/**
 * How complete the record is: which kinds of fact can be counted in which years, on what they rest, and what is missing.
 * @refuses 'unknown-kind' a kind of fact that the record does not have
 */
export function completeness(organisation: Organisation, { about }: Narrowed): CompletenessView | Refusal {
  const facts = factsByKind(organisation)
  const { from, to } = yearsOf(organisation)
  const rows = Map.groupBy(
    organisation.coverage().filter(({ year }) => year >= from && year <= to),
    ({ of }) => of,
  )
  const covered = [...rows.keys()]
  const every = [...covered, ...[...facts.keys()].filter((of) => !covered.includes(of))]
  if (about !== undefined && !every.includes(about)) {
    return refuse('unknown-kind', `The record has no kind of fact "${about}".`, {
      remedy: `There is ${every.join(', ')}.`,
    })
  }
  const asked = about === undefined ? every : [about]
  const lastWhole = lastWholeYear(organisation)
  const { kinds: stated, comparable } = completeFor(
    organisation,
    asked.filter((of) => rows.has(of)),
  )
  const kinds = asked.map((of) => {
    const its = facts.get(of) ?? []
    const standing = { of, name: kindOfFact(organisation, of), ...standingOfFacts(its) }
    const over = stated.find((kind) => kind.of === of)
    return { ...standing, ...byYear(its, rows.get(of) ?? [], { from, to }, lastWhole), ...(over ? { over } : {}) }
  })
  const whole = Math.max(0, lastWhole - from + 1)
  const always = stated.filter(({ firm }) => whole > 0 && firm.length === whole).length
  const never = stated.filter(({ firm }) => firm.length === 0).length
  return {
    about,
    span: { from, to },
    lastWhole,
    kinds,
    all: standingOfFacts(asked.flatMap((of) => facts.get(of) ?? [])),
    countable: { always, some: stated.length - always - never, never, unstated: kinds.length - stated.length },
    comparable,
    facts: about === undefined ? [] : (facts.get(about) ?? []).map(factOnRecord),
    gaps: gapsOn(organisation),
    leftOut: accountsOf(organisation)
      .filter(({ leftOut }) => leftOut > 0)
      .map(({ subject, records, fields, leftOut }) => ({ subject, records, fields: leftOut, of: fields.length })),
  }
}

/** The facts of a kind of which coverage is stated, year by year. */
function byYear(
  facts: readonly Entry[],
  rows: readonly ActOf<'coverage-stated'>[],
  span: Span,
  lastWhole: number,
): Pick<KindOnRecord, 'cells' | 'bases' | 'against'> {
  if (rows.length === 0) return { cells: [], bases: [], against: [] }
  const counts = Map.groupBy(facts.filter(isCovered), ({ act }) => Number(act.on?.slice(0, 4)))
  const cells = yearsBetween(span).map((year): YearCell => {
    const count = counts.get(year)?.length ?? 0
    const row = rows.find((one) => one.year === year)
    const firm = isFirm(row?.coverage) ? count : 0
    const coverage = [{ of: row?.of ?? '', count, coverage: row?.coverage }]
    return { year, over: year <= lastWhole, count, firm, coverage }
  })
  return {
    cells,
    bases: [...Map.groupBy(rows, ({ basis }) => basis)].map(([basis, list]) => ({
      basis,
      years: list.map(({ year }) => year).sort((a, b) => a - b),
    })),
    against: cells
      .filter(({ count, coverage }) => count > 0 && coverage[0]?.coverage === 'none')
      .map(({ year }) => year),
  }
}

function factOnRecord(entry: Entry): FactOnRecord {
  const { act } = entry
  return { act: act.id, on: act.on, counted: isCovered(entry), reading: readingOf(act), doubt: act.doubt }
}

/** Those that are missing on the day. */
function gapsOn(organisation: Organisation): CompletenessView['gaps'] {
  return organisation
    .listed('gap-stated')
    .filter(({ act }) => act.to === undefined || organisation.day < latest(act.to))
    .map(({ act }) => ({ act: act.id, missing: act.missing, prevents: act.prevents }))
}
