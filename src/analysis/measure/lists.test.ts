import { describe, expect, test } from 'vitest'
import { decided, described, granted, person } from '../../../test/support/made-up.ts'
import { act, entriesOf } from '../../../test/support/registers.ts'
import { type Act, Fold, type Measure } from '../../record/index.ts'
import { type Day, isRefusal } from '../../rules/index.ts'
import { measured } from './measure.ts'

const member = (participant: string): Act[] => [person(participant), granted(participant, '2030-01-01', 'member')]
const belonged = (participant: string, from: string, more: object = {}) =>
  act({
    kind: 'membership-recorded',
    id: `membership/LEAGUE/${participant}/${from}`,
    neighbour: 'LEAGUE',
    participant,
    as: 'member',
    from,
    ...more,
  })
const decision = (id: string, ...sources: string[]) =>
  decided(id, '2031-06-01', { title: `On ${id}`, sources: sources.map((source) => ({ source })) })

const acts: Act[] = [
  described({
    begins: '2030-01-01',
    statuses: [{ status: 'member', tone: 'member', en: { one: 'member', many: 'members' } }],
  }),
  ...['ARC', 'LIL', 'UTO'].flatMap(member),
  belonged('ARC', '2030'),
  belonged('LIL', '2030', { to: '2031-06-30' }),
  belonged('UTO', '2030', { to: '2031-06-30' }),
  belonged('UTO', '2032'),
  act({ kind: 'step-taken', id: 'asked', on: '2031-03', participants: ['ERE'], toward: 'member', what: 'Application' }),
  act({ kind: 'dispute-developed', id: 'talk', on: '2031-04', dispute: 'reef', what: 'The two presidents talk.' }),
  decision('reefs', 'gazette'),
  decision('gulls', 'gazette', 'almanac'),
]

describe('what a list tells', () => {
  const left: Measure = { count: 'departures', where: { status: 'member', neighbour: 'LEAGUE' } }
  const applied: Measure = {
    count: 'steps',
    where: { toward: 'member', participants: 'ERE', what: { has: ['application'] } },
  }
  const talked: Measure = { count: 'developments', where: { dispute: 'reef', what: { has: ['presidents'] } } }
  const without = (...sources: string[]): Measure => ({
    count: 'decisions',
    where: { sources: { noneOf: sources } },
  })
  const cases: { says: string; on: string; measure: Measure; value: number }[] = [
    { says: 'nobody has left a neighbour before the day of leaving', on: '2031-06-29', measure: left, value: 0 },
    { says: 'who has left a neighbour, from that day', on: '2031-06-30', measure: left, value: 2 },
    { says: 'who came back has not left', on: '2032-12-31', measure: left, value: 1 },
    { says: 'no step towards a status before its month', on: '2031-02-28', measure: applied, value: 0 },
    { says: 'a step towards a status, from its month', on: '2031-03-01', measure: applied, value: 1 },
    { says: 'no development of a dispute before its month', on: '2031-03-31', measure: talked, value: 0 },
    { says: 'a development of a dispute, from its month', on: '2031-04-01', measure: talked, value: 1 },
    { says: 'what does not rest on one source', on: '2032-12-31', measure: without('almanac'), value: 1 },
    {
      says: 'what rests on a source beside another rests on it',
      on: '2032-12-31',
      measure: without('gazette'),
      value: 0,
    },
  ]
  test.each(cases)('$says', ({ on, measure, value }) => {
    const found = measured(measure, new Fold('concord', entriesOf(acts)).at(on as Day))
    if (isRefusal(found)) throw new Error(found.message)
    expect(found.value).toBe(value)
  })
})
