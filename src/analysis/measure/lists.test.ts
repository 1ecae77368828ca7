import { describe, expect, test } from 'vitest'
import { decided, described, granted, states } from '../../../test/support/made-up.ts'
import { act, entriesOf } from '../../../test/support/registers.ts'
import { type Act, Fold, type Measure, type Where } from '../../record/index.ts'
import { type Day, isRefusal } from '../../rules/index.ts'
import { measured } from './measure.ts'

const member = (participant: string): Act[] => [...states(participant), granted(participant, '2030-01-01', 'member')]
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

const programme = (id: string, more: object) =>
  act({
    kind: 'programme-recorded',
    id: `programme/${id}`,
    on: '2030-03',
    programme: id,
    title: id,
    type: 'proposal',
    participants: 'members',
    ...more,
  })
const scale = (id: string, times: object, percents: Record<string, number>) =>
  act({
    kind: 'shares-stated',
    id: `shares/${id}`,
    scheme: id,
    document: id,
    shares: Object.entries(percents).map(([participant, percent]) => ({ participant, percent })),
    ...times,
  })
const meeting = (id: string, more: object) =>
  act({
    kind: 'meeting-held',
    id: `meeting/${id}`,
    meeting: id,
    on: '2031-02-01',
    body: 'council',
    coveredAs: 'council-sessions',
    attendance: [{ participant: 'ARC', as: 'member' }],
    outcomes: ['a chart adopted'],
    ...more,
  })

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
  programme('dredging', { stage: 'rejected' }),
  programme('survey', { stage: 'ended', lastDay: '2031-06' }),
  act({
    kind: 'dispute-recorded',
    id: 'dispute/reef',
    on: '2030-02',
    dispute: 'reef',
    between: ['ARC', 'LIL'],
    about: 'the reef',
    lastDay: '2032-03',
    outcome: 'settled by treaty',
    connections: [],
  }),
  act({ kind: 'chair-taken', id: 'chair/1', on: '2030-05-01', body: 'council', participant: 'ARC', to: '2031-05-01' }),
  scale('first', { to: '2031-01-01' }, { ARC: 40, LIL: 60 }),
  scale('second', { from: '2032-01-01' }, { ARC: 50, LIL: 50 }),
  meeting('read', { attendanceBasis: 'named', outcomesKnown: 'complete' }),
  meeting('skimmed', { attendanceBasis: 'partly-named', outcomesKnown: 'partial' }),
  meeting('copied', { attendanceBasis: 'presumed', outcomesKnown: 'none-found' }),
]
const at = (on: string) => new Fold('concord', entriesOf(acts)).at(on as Day)

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
    const found = measured(measure, at(on))
    if (isRefusal(found)) throw new Error(found.message)
    expect(found.value).toBe(value)
  })
})

describe('nobody is told on one day what is known only of a later one', () => {
  const stage = (id: string): Measure => ({ value: 'stage', of: 'programmes', id })
  const ended: Measure = { value: 'lastDay', of: 'disputes', id: 'reef' }
  const chair: Measure = { value: 'to', of: 'chairs', id: 'chair/1' }
  const cases: { says: string; on: string; measure: Measure; value: string | undefined }[] = [
    { says: 'no stage before the record ends', on: '2033-12-30', measure: stage('dredging'), value: undefined },
    { says: 'the stage as the record ends', on: '2033-12-31', measure: stage('dredging'), value: 'rejected' },
    { says: 'no end of a programme in its last month', on: '2031-06-30', measure: stage('survey'), value: undefined },
    { says: 'the end of one, once it is over', on: '2031-07-01', measure: stage('survey'), value: 'ended' },
    { says: 'no end of a dispute before it', on: '2032-02-29', measure: ended, value: undefined },
    { says: 'the end of a dispute, from its month', on: '2032-03-01', measure: ended, value: '2032-03' },
    { says: 'no end of a chair before it', on: '2031-04-30', measure: chair, value: undefined },
    { says: 'the end of a chair, from its day', on: '2031-05-01', measure: chair, value: '2031-05-01' },
  ]
  test.each(cases)('$says', ({ on, measure, value }) => {
    const found = measured(measure, at(on))
    expect(isRefusal(found) ? found : { value: found.value }).toEqual({ value })
  })
})

describe('a share in the budget is of the scale of the day', () => {
  const percent = (scheme: string): Measure => ({ value: 'percent', of: 'shares', id: `${scheme}/ARC` })
  test('one whose beginning is not on record is told before its end, and proves nothing', () => {
    expect(measured(percent('first'), at('2030-12-31'))).toMatchObject({ value: 40, counted: [] })
    expect(measured({ count: 'shares', where: { participant: 'ARC' } }, at('2030-12-31'))).toMatchObject({
      value: 0,
      perhaps: [{ id: 'first/ARC' }],
    })
  })
  test('one in force is a fact', () => {
    expect(measured(percent('second'), at('2032-01-01'))).toMatchObject({ value: 50, bounds: { least: 50, most: 50 } })
  })
  test('one that is over, or has not begun, is not there', () => {
    for (const on of ['2031-01-01', '2031-12-31'])
      expect(measured({ count: 'shares' }, at(on))).toMatchObject({ value: 0, perhaps: [] })
    expect(measured(percent('second'), at('2031-12-31'))).toMatchObject({ refused: 'unknown-thing' })
  })
})

describe('of a meeting only what is on record of it is told', () => {
  const cases: { says: string; where: Where; surely: string[]; perhaps: string[] }[] = [
    {
      says: 'what is found in what came of it is so',
      where: { outcomes: { has: ['chart'] } },
      surely: ['read', 'skimmed', 'copied'],
      perhaps: [],
    },
    {
      says: 'what is not found may have come of it, unless all is on record',
      where: { outcomes: { has: ['tide'] } },
      surely: [],
      perhaps: ['skimmed', 'copied'],
    },
    {
      says: 'who is not named may have been there, where only some are named; attendance presumed names nobody',
      where: { attendance: { noneOf: ['LIL'] } },
      surely: ['read'],
      perhaps: ['skimmed', 'copied'],
    },
    { says: 'who is named was there', where: { attendance: 'ARC' }, surely: ['read', 'skimmed'], perhaps: ['copied'] },
  ]
  test.each(cases)('$says', ({ where, surely, perhaps }) => {
    const found = measured({ count: 'meetings', where }, at('2033-12-31'))
    if (isRefusal(found)) throw new Error(found.message)
    const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id)
    expect([ids(found.counted), ids(found.perhaps)]).toEqual([surely, perhaps])
  })
})

test('a body is counted from when it was established; where that is not on record, as the record ends', () => {
  const body = (id: string, more: object) =>
    act({ kind: 'body-described', id: `body/${id}`, body: id, names: { en: id }, type: 'board', ...more })
  const all = [...acts, body('harbours', { established: '2031-06' }), body('wrecks', {})]
  const on = (day: string) => {
    const found = measured({ count: 'bodies' }, new Fold('concord', entriesOf(all)).at(day as Day))
    return isRefusal(found) ? found : [found.counted, found.perhaps].map((items) => items.map(({ id }) => id))
  }
  expect(on('2031-05-31')).toEqual([[], ['wrecks']])
  expect(on('2031-06-29')).toEqual([[], ['harbours', 'wrecks']])
  expect(on('2031-06-30')).toEqual([['harbours'], ['wrecks']])
  expect(on('2033-12-31')).toEqual([['harbours', 'wrecks'], []])
})
