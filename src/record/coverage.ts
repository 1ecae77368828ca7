import { accountsOf, type SubjectAccount } from './accounts.ts'
import type { ActOf, Doubt } from './acts.ts'
import type { Organisation } from './organisation.ts'
import { doubtsOf } from './participants.ts'

/** How complete the record is: by year and kind, and how sure it is of what it has. */
export interface CoverageView {
  readonly kinds: readonly string[]
  readonly years: readonly number[]
  readonly rows: readonly ActOf<'coverage-stated'>[]
  readonly holdings: { readonly all: number; readonly withDoubt: number }
  /** The doubts of all acts, by kind, and how many acts carry one. */
  readonly doubts: { readonly [kind in Doubt['kind']]: number }
  readonly acts: { readonly all: number; readonly withDoubt: number }
  /** How well the places cited were read, over all acts. */
  readonly evidence: readonly { readonly evidence: string; readonly count: number }[]
  /** What became of the research behind the edition, by subject and field. */
  readonly accounts: readonly SubjectAccount[]
}

export function coverageView(organisation: Organisation): CoverageView {
  const rows = organisation.coverage()
  const holdings = organisation.allHoldings()
  const acts = [...organisation.actsOfEveryDay(), ...organisation.acts()].map(({ act }) => act)
  const doubts = acts.flatMap((act) => act.doubt)
  const evidence = new Map<string, number>()
  for (const { source: _, evidence: how = 'not-stated' } of acts.flatMap((act) => act.sources)) {
    evidence.set(how, (evidence.get(how) ?? 0) + 1)
  }
  const count = (kind: Doubt['kind']) => doubts.filter((doubt) => doubt.kind === kind).length
  return {
    kinds: [...new Set(rows.map((row) => row.of))],
    years: [...new Set(rows.map((row) => row.year))].sort(),
    rows,
    holdings: { all: holdings.length, withDoubt: holdings.filter((holding) => doubtsOf(holding).length > 0).length },
    acts: { all: acts.length, withDoubt: acts.filter((act) => act.doubt.length > 0).length },
    doubts: { unverified: count('unverified'), inferred: count('inferred'), conflict: count('conflict') },
    evidence: [...evidence].map(([how, n]) => ({ evidence: how, count: n })).sort((a, b) => b.count - a.count),
    accounts: accountsOf(organisation),
  }
}
