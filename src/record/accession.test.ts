import { describe, expect, test } from 'vitest'
import { decided, described, granted, states } from '../../test/support/made-up.ts'
import { act, entriesOf } from '../../test/support/registers.ts'
import type { Day, PartialDate } from '../rules/index.ts'
import { accessions, isMemberOn, lengthBetween, milestoneOf, wholeMonths } from './accession.ts'
import { Fold } from './fold.ts'

const step = (id: string, on: string, participant: string, what: string, toward = 'full') =>
  act({ id, kind: 'step-taken', on, participants: [participant], toward, what })
const admission = (id: string, outcome: string, concerned: string) =>
  decided(id, '2035-09-01', { type: 'admission', outcome, concerns: [concerned] })

const fold = new Fold(
  'concord',
  entriesOf([
    described({ coveredTo: '2039-12-31' }, { full: 'member', associate: 'observer' }),
    ...states('Arcadia', 'Erewhon', 'Laputa', 'Lilliput', 'Utopia'),
    granted('Utopia', '2031-03-03', 'full', { founding: true }),
    step('UTO-step', '2031-04-01', 'Utopia', 'Application for full participation'),
    step('ERE-asks-less', '2031-05-01', 'Erewhon', 'Application for the status of associate', 'associate'),
    granted('Erewhon', '2031-06-02', 'associate'),
    step('ERE-asks', '2032', 'Erewhon', 'First application (reported)'),
    step('ERE-asks-again', '2033-09', 'Erewhon', 'Application for full participation'),
    step('ERE-opened', '2034-07-10', 'Erewhon', 'Decision of the council to start the admission procedure'),
    step('ERE-draft', '2034-09-01', 'Erewhon', 'Draft memorandum handed over'),
    step('ERE-memorandum', '2035-06-24', 'Erewhon', 'Memorandum of obligations signed (Nowhere)'),
    granted('Erewhon', '2036-06-09', 'full', { id: 'ERE-full' }),
    admission('laputa-asks', 'not-adopted', 'Laputa'),
    admission('arcadia-is-discussed', 'proposed', 'Arcadia'),
    granted('Lilliput', '2033-05'),
  ]),
)
const on = (day: string) => accessions(fold.at(day as Day))
const date = (text: string) => text as PartialDate

describe('from application to membership', () => {
  test('founders have no way to membership, whatever they asked for later', () => {
    expect(on('2039-01-01').map((one) => one.participant)).toEqual(['Erewhon', 'Lilliput', 'Laputa'])
  })
  test('steps toward another status are none toward membership', () => {
    expect(on('2039-01-01')[0]?.applications.map(({ entry }) => entry.id)).toEqual(['ERE-asks', 'ERE-asks-again'])
  })
  test('each milestone is the first of its kind, and membership is the status itself', () => {
    const [erewhon] = on('2039-01-01')
    expect([erewhon?.opened, erewhon?.memorandum, erewhon?.membership].map((one) => one?.entry.id)).toEqual([
      'ERE-opened',
      'ERE-memorandum',
      'ERE-full',
    ])
    expect(erewhon?.steps.filter((one) => one.milestone === undefined).map(({ entry }) => entry.id)).toEqual([
      'ERE-draft',
    ])
  })
  test('nothing is made up where a step is not on record', () => {
    const lilliput = on('2039-01-01').find((one) => one.participant === 'Lilliput')
    expect(lilliput?.applications).toEqual([])
    expect(lilliput?.opened).toBeUndefined()
  })
  test('whoever asked and is no member is there from the first day that its first step may mean', () => {
    expect(on('2031-12-31')).toEqual([])
    expect(on('2032-01-01').map((one) => one.participant)).toEqual(['Erewhon'])
  })
  test('a member from the day itself, and not the day before', () => {
    const [erewhon] = on('2039-01-01')
    expect(erewhon && [isMemberOn(erewhon, '2036-06-08' as Day), isMemberOn(erewhon, '2036-06-09' as Day)]).toEqual([
      false,
      true,
    ])
  })
  test('what was put to a body counts as not agreed only where it was not adopted', () => {
    expect(on('2039-01-01').find((one) => one.participant === 'Laputa')?.notAgreed).toHaveLength(1)
    expect(on('2039-01-01').some((one) => one.participant === 'Arcadia')).toBe(false)
  })
})

describe('what a step counts as is read from its words', () => {
  const cases = [
    ['Application for membership', 'application'],
    ['First membership request (reported)', 'application'],
    ['Decision of the heads of State to start the admission procedure', 'opened'],
    ['Memorandum of obligations signed', 'memorandum'],
    ['Draft memorandum handed over', undefined],
    ['A parliament ratifies the memorandum', undefined],
    ['Deadline to join the treaties', undefined],
  ] as const
  test.each(cases)('%s', (what, counted) => expect(milestoneOf(what)).toBe(counted))
})

describe('the time between two dates', () => {
  test('between days it is one figure', () => {
    expect(lengthBetween(date('2034-07-10'), date('2035-06-24'))).toMatchObject({ atLeastDays: 349, atMostDays: 349 })
  })
  test('from a month it is least from its last day and most from its first', () => {
    expect(lengthBetween(date('2034-09'), date('2034-10-01'))).toMatchObject({ atLeastDays: 1, atMostDays: 30 })
  })
  test('it is never less than nothing', () => {
    expect(lengthBetween(date('2034'), date('2034-10-01'))).toMatchObject({ atLeastDays: 0, atMostDays: 273 })
  })
  test('a month is whole on its day, and not the day before', () => {
    const months = (from: string, to: string) => wholeMonths(from as Day, to as Day)
    expect([months('2034-01-15', '2034-02-14'), months('2034-01-15', '2034-02-15')]).toEqual([0, 1])
    expect([months('2034-01-31', '2034-02-28'), months('2034-01-31', '2034-03-01')]).toEqual([0, 1])
    expect(months('2034-03-01', '2034-02-01')).toBe(0)
  })
})
