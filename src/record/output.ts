import { latest } from '../rules/index.ts'
import type { ActOf } from './acts.ts'
import type { Organisation } from './organisation.ts'

/** What is counted by year beside each other. */
export const outputKinds = ['meetings', 'adopted', 'not-adopted', 'proposed', 'instruments', 'exercises'] as const
export type OutputKind = (typeof outputKinds)[number]

/** How many of one kind a year has on record. */
export interface YearCell {
  readonly year: number
  /** Whether the year had ended by the day, and the record covers it to its end. */
  readonly over: boolean
  readonly count: number
  /** Of these, those of a kind of fact that the record has complete, or nearly, for that year. */
  readonly firm: number
  /** How complete the record is, for each kind of fact that is counted here; empty where nothing states it. */
  readonly coverage: readonly { readonly of: string; readonly count: number; readonly coverage: Degree | undefined }[]
}
type Degree = ActOf<'coverage-stated'>['coverage']

export interface OutputRow {
  readonly kind: OutputKind
  readonly cells: readonly YearCell[]
}

/**
 * Meetings, decisions, instruments and exercises beside each other, for every year of the record up to the day.
 * A meeting that is only announced is not counted.
 */
export function outputByYear(organisation: Organisation): OutputRow[] {
  const { description, day } = organisation
  if (!description) return []
  const last = Math.min(Number(description.coveredTo.slice(0, 4)), Number(day.slice(0, 4)))
  const first = Number(description.begins.slice(0, 4))
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
  const decisions = organisation.decisions()
  // Coverage of decisions speaks of what was adopted; how much of the rest is on record, nothing states.
  const outcome = (wanted: string, of: string | undefined) => ({
    dates: decisions.filter(({ act }) => act.outcome === wanted).map(({ act }) => ({ on: act.on, of })),
    kinds: of === undefined ? [] : [of],
  })
  const held = organisation.meetings().filter(({ act }) => !act.planned)
  const counted: { readonly [K in OutputKind]: { dates: { on: string; of: string | undefined }[]; kinds: string[] } } =
    {
      meetings: {
        dates: held.map(({ act }) => ({ on: act.on, of: act.coveredAs })),
        kinds: [...new Set(held.flatMap(({ act }) => act.coveredAs ?? []))].sort(),
      },
      adopted: outcome('adopted', 'decisions'),
      'not-adopted': outcome('not-adopted', undefined),
      proposed: outcome('proposed', undefined),
      instruments: {
        dates: organisation.instruments().map(({ act }) => ({ on: act.on, of: 'instruments' })),
        kinds: ['instruments'],
      },
      exercises: {
        dates: organisation.exercises().map(({ act }) => ({ on: act.on, of: 'exercises' })),
        kinds: ['exercises'],
      },
    }
  const stated = new Map(organisation.coverage().map((row) => [`${row.year}/${row.of}`, row.coverage]))
  return outputKinds.map((kind) => ({
    kind,
    cells: years.map((year) => {
      const found = counted[kind].dates.filter(({ on }) => on.startsWith(String(year)))
      return {
        year,
        over: `${year}-12-31` <= day && `${year}-12-31` <= latest(description.coveredTo),
        count: found.length,
        firm: found.filter(({ of }) => isFirm(stated.get(`${year}/${of}`))).length,
        coverage: counted[kind].kinds.map((of) => ({
          of,
          count: found.filter((one) => one.of === of).length,
          coverage: stated.get(`${year}/${of}`),
        })),
      }
    }),
  }))
}

/** Only where the record is complete, or nearly, can the count of one year be held against that of another that is over. */
export function isFirm(coverage: Degree | undefined): boolean {
  return coverage === 'complete' || coverage === 'nearly-complete'
}

/** A kind of fact and the years for which it is complete, or nearly so. */
export interface FirmYears {
  readonly of: string
  readonly years: readonly number[]
  /** The smallest and the greatest count of one of these years; absent where there is none. */
  readonly counts?: { readonly least: number; readonly most: number }
}

/** Which kinds of what is counted can be compared from year to year, and over which years. */
export function firmYears(rows: readonly OutputRow[]): FirmYears[] {
  const all = rows.flatMap(({ cells }) =>
    cells.flatMap(({ year, over, coverage }) => coverage.map((one) => ({ year, over, ...one }))),
  )
  return [...Map.groupBy(all, ({ of }) => of)].map(([of, list]) => {
    const firm = list.filter(({ over, coverage }) => over && isFirm(coverage)).sort((a, b) => a.year - b.year)
    const years = firm.map(({ year }) => year)
    if (firm.length === 0) return { of, years }
    const counts = firm.map(({ count }) => count)
    return { of, years, counts: { least: Math.min(...counts), most: Math.max(...counts) } }
  })
}

/** What must be complete for a year to be held against another: how much failed is stated for none. */
const compared: readonly OutputKind[] = ['meetings', 'adopted', 'instruments', 'exercises']

/** The years for which meetings, adopted decisions, instruments and exercises are all complete, or nearly so. */
export function comparableYears(rows: readonly OutputRow[]): number[] {
  const relevant = rows.filter(({ kind }) => compared.includes(kind))
  const years = relevant[0]?.cells.map(({ year }) => year) ?? []
  return years.filter((_, index) => relevant.every(({ cells }) => isWhole(cells[index])))
}

/** Whether everything found in a cell, and whatever may be missing, is of a kind that is complete or nearly so. */
function isWhole(cell: YearCell | undefined): boolean {
  if (cell === undefined || !cell.over || cell.coverage.length === 0) return false
  return cell.count === cell.firm && cell.coverage.every(({ coverage }) => isFirm(coverage))
}
