import { describe, expect, test } from 'vitest'
import { decided, instrument, programme } from '../../test/support/made-up.ts'
import { entriesOf } from '../../test/support/registers.ts'
import type { Day } from '../rules/index.ts'
import { intoForce, notAdopted, outcomesByKind, outcomesOf, proposers } from './delivery.ts'
import { Fold } from './fold.ts'

const running = (id: string, more: object) => programme(id, '2031-02-03', { stage: 'running', ...more })

const fold = new Fold(
  'concord',
  entriesOf([
    decided('roads', '2031-06-02', { proposedBy: ['Arcadia', 'Utopia'] }),
    decided('bank', '2032-03-01', { outcome: 'not-adopted', type: 'proposal', proposedBy: ['Arcadia'] }),
    decided('mint', '2032-03-02', { outcome: 'proposed', type: 'proposal' }),
    decided('salt', '2033-03-02', { outcome: 'not-adopted' }),
    instrument('charter', '2031-03-03', { inForceOn: '2031-03-13' }),
    instrument('pact', '2031-03', { inForceOn: '2032' }),
    instrument('at-once', '2031', { inForceOn: '2031' }),
    instrument('treaty', '2031-04-01'),
    running('p-roads', { proposedBy: ['Utopia'] }),
    running('p-grain', {}),
    running('p-peace', { proposer: 'A professor' }),
  ]),
)
const on = (day: string) => fold.at(day as Day)
const end = on('2033-12-31')

describe('what became of what was put forward', () => {
  test('adopted, not adopted and proposed add up to all, and what is later than the day is not counted', () => {
    expect(outcomesOf(end.decisions())).toEqual({ all: 4, adopted: 1, 'not-adopted': 2, proposed: 1 })
    expect(outcomesOf(on('2032-03-01').decisions())).toEqual({ all: 2, adopted: 1, 'not-adopted': 1, proposed: 0 })
    expect(outcomesOf([])).toEqual({ all: 0, adopted: 0, 'not-adopted': 0, proposed: 0 })
  })
  test('by kind, the most frequent first and equals by name', () => {
    expect(outcomesByKind(end.decisions()).map(({ type, all, adopted }) => [type, all, adopted])).toEqual([
      ['programme', 2, 1],
      ['proposal', 2, 0],
    ])
  })
  test('what was not adopted, the latest first', () => {
    expect(notAdopted(end).map(({ act }) => act.decision)).toEqual(['salt', 'bank'])
    expect(notAdopted(on('2033-03-01')).map(({ act }) => act.decision)).toEqual(['bank'])
  })
})

describe('from signature to entry into force', () => {
  const found = (id: string, day = '2033-12-31') =>
    intoForce(on(day)).find(({ instrument }) => instrument.act.instrument === id)
  test('exact dates give one number of days, partial ones the least and the most', () => {
    expect(found('charter')?.days).toEqual({ least: 10, most: 10 })
    // 31 March 2031 to 1 January 2032, and 1 March 2031 to 31 December 2032.
    expect(found('pact')?.days).toEqual({ least: 276, most: 671 })
  })
  test('where one date may mean the same day as the other it is none at the least, never less', () => {
    expect(found('at-once')?.days).toEqual({ least: 0, most: 364 })
  })
  test('without a date from a source it is not known', () => {
    expect(found('treaty')).toMatchObject({ standing: 'not-known' })
    expect(found('treaty')?.days).toBeUndefined()
  })
  test('the day before it is not yet in force', () => {
    expect(found('charter', '2031-03-12')?.standing).toBe('not-yet')
    expect(found('charter', '2031-03-13')?.standing).toBe('in-force')
  })
})

describe('who proposes', () => {
  const { rows, decisions, programmes } = proposers(end)
  test('what two propose together counts for each, and whoever is named most comes first', () => {
    expect(
      rows.map(({ participant, decisions, programmes }) => [participant, decisions.all, programmes.length]),
    ).toEqual([
      ['Arcadia', 2, 0],
      ['Utopia', 1, 1],
    ])
    expect(rows[0]?.decisions).toMatchObject({ adopted: 1, 'not-adopted': 1 })
  })
  test('it is said of how many nobody is known, and what came from outside is apart', () => {
    expect(decisions).toEqual({ all: 4, unknown: 2 })
    expect(programmes).toEqual({ all: 3, unknown: 1, fromOutside: 1 })
  })
})
