import { Fold } from '../../src/record/index.ts'
import type { Day } from '../../src/rules/index.ts'
import { act, entriesOf } from './registers.ts'

/** Acts of a small made-up neighbourhood: the Concord from 2030 on, with a pact, a league and a bank around it. */

export const neighbour = (id: string, more: object = {}) =>
  act({ id: `neighbour/${id}`, kind: 'neighbour-described', neighbour: id, names: { en: id }, type: 'forum', ...more })

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

const states = ['Arcadia', 'Erewhon', 'Laputa', 'Utopia']

/** The Concord with three members from 2031-03-01, Laputa from 2032-06-01, and whatever else is given. */
export function concordWith(acts: Parameters<typeof entriesOf>[0]): (day: string) => ReturnType<Fold['at']> {
  const fold = new Fold(
    'concord',
    entriesOf([
      act({
        id: 'organisation',
        kind: 'organisation-described',
        names: { en: 'The Concord' },
        shortName: 'Concord',
        edition: 'made-up',
        introduction: ['Made up.'],
        timeZone: 'UTC',
        begins: '2030',
        coveredTo: '2033-06-30',
        statuses: [{ status: 'full', tone: 'member', en: { one: 'full', many: 'full' } }],
      }),
      ...states.map((participant) =>
        act({
          id: `participant/${participant}`,
          kind: 'participant-described',
          participant,
          type: 'state',
          names: { en: participant },
        }),
      ),
      ...states.map((participant) =>
        act({
          id: `joins/${participant}`,
          kind: 'status-granted',
          participant,
          status: 'full',
          on: participant === 'Laputa' ? '2032-06-01' : '2031-03-01',
        }),
      ),
      ...acts,
    ]),
  )
  return (day) => fold.at(day as Day)
}
