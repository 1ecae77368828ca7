import { Fold } from '../../src/record/index.ts'
import type { Day } from '../../src/rules/index.ts'
import { described, granted, states } from './made-up.ts'
import { act, entriesOf } from './registers.ts'

/** Acts of a small made-up neighbourhood: the Concord from 2030 on, with a pact, a league and a bank around it. */

let count = 0
export const membership = (at: string, participant: string, more: object = {}) =>
  act({
    id: `membership/${count++}`,
    kind: 'membership-recorded',
    neighbour: at,
    participant,
    as: 'member',
    ...more,
  })

export const feature = (at: string, name: string, value: string, asOf?: string, more: object = {}) =>
  act({
    id: ['feature', at, name, asOf].filter(Boolean).join('/'),
    kind: 'feature-stated',
    neighbour: at,
    feature: name,
    value,
    ...(asOf ? { asOf } : {}),
    ...more,
  })

export const unverified = (field: string) => ({ doubt: [{ field, kind: 'unverified', note: 'Not verified.' }] })

const names = ['Arcadia', 'Erewhon', 'Laputa', 'Utopia']

/** The Concord with three members from 2031-03-01, Laputa from 2032-06-01, and whatever else is given. */
export function concordWith(acts: Parameters<typeof entriesOf>[0]): (day: string) => ReturnType<Fold['at']> {
  const fold = new Fold(
    'concord',
    entriesOf([
      described({ begins: '2030', coveredTo: '2033-06-30' }),
      ...states(...names),
      ...names.map((name) => granted(name, name === 'Laputa' ? '2032-06-01' : '2031-03-01')),
      ...acts,
    ]),
  )
  return (day) => fold.at(day as Day)
}
