import type { ActOf } from './acts.ts'
import type { Organisation } from './organisation.ts'

export type FieldAccount = Pick<ActOf<'research-accounted'>, 'field' | 'times' | 'outcome' | 'says'>

/** One subject of the research behind the edition, with what became of each of its fields. */
export interface SubjectAccount {
  readonly subject: string
  readonly records: number
  readonly fields: readonly FieldAccount[]
  readonly carried: number
  readonly derived: number
  readonly leftOut: number
}

/** What became of the research, by subject and field, in the order in which the edition gives it. */
export function accountsOf(organisation: Organisation): SubjectAccount[] {
  const acts = organisation.listed('research-accounted').map(({ act }) => act)
  return [...Map.groupBy(acts, (act) => act.subject)].map(([subject, its]) => {
    const count = (outcome: FieldAccount['outcome']) => its.filter((act) => act.outcome === outcome).length
    return {
      subject,
      records: its[0]?.records ?? 0,
      fields: its.map(({ field, times, outcome, says }) => ({ field, times, outcome, says })),
      carried: count('carried'),
      derived: count('derived'),
      leftOut: count('left-out'),
    }
  })
}
