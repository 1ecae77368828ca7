import { describe, expect, test } from 'vitest'
import { exercised, instrument } from '../../test/support/made-up.ts'
import { entriesOf } from '../../test/support/registers.ts'
import type { Day } from '../rules/index.ts'
import { exercisesByParticipant, standingOf } from './exercises.ts'
import { Fold } from './fold.ts'

const force = (participant: string, as = 'participant') => ({ participant, as })

const fold = new Fold(
  'concord',
  entriesOf([
    exercised('spring', '2031-04', { forces: [force('Arcadia'), force('Utopia'), force('Laputa', 'observer')] }),
    exercised('autumn', '2031-10', {
      forces: [force('Arcadia')],
      declined: [{ participant: 'Utopia', attribution: 'as the Journal says' }],
    }),
    exercised('desert', '2033', { forces: [force('Arcadia')], absent: [{ participant: 'Laputa' }] }),
    exercised('presumed', '2033-05', { participantsKnown: 'presumed' }),
    exercised('unknown', '2033-06', { participantsKnown: 'no', forces: [force('Erewhon')] }),
    instrument('charter', '2031-03-03', { inForceOn: '2032-05-01' }),
    instrument('treaty', '2031-03-03'),
  ]),
)

describe('who exercised, by year', () => {
  const { years, rows, uncounted } = exercisesByParticipant(fold.at('2033-12-31' as Day).exercises())
  const row = (participant: string) => rows.find((one) => one.participant === participant)
  test('every year between the first and the last is there, those without an exercise too', () => {
    expect(years).toEqual([2031, 2032, 2033])
  })
  test('taking part, watching and staying away are three things', () => {
    expect(row('Arcadia')?.cells.map((cell) => cell.took)).toEqual([2, 0, 1])
    expect(row('Laputa')?.cells[0]).toEqual({ year: 2031, took: 0, observed: 1, stayedAway: 0 })
    expect(row('Utopia')?.cells[0]).toEqual({ year: 2031, took: 1, observed: 0, stayedAway: 1 })
    expect(row('Laputa')?.cells[2]?.stayedAway).toBe(1)
  })
  test('where participants are presumed or not known nobody is counted, and that is said', () => {
    expect(row('Erewhon')).toBeUndefined()
    expect(uncounted).toBe(2)
  })
  test('whoever took part most comes first', () => {
    expect(rows.map((one) => [one.participant, one.took])).toEqual([
      ['Arcadia', 3],
      ['Utopia', 1],
      ['Laputa', 0],
    ])
  })
  test('without exercises there is nothing to show', () => {
    expect(exercisesByParticipant([])).toEqual({ years: [], rows: [], uncounted: 0 })
  })
})

describe('where an instrument stands is what a source states, never computed from deposits that are not published', () => {
  const standing = (id: string, day: string) => {
    const on = fold.at(day as Day)
    const found = on.instrument(id)
    return found && standingOf(found, on)
  }
  test('the day before, the day, and where no date is on record', () => {
    expect(standing('charter', '2032-04-30')).toBe('not-yet')
    expect(standing('charter', '2032-05-01')).toBe('in-force')
    expect(standing('treaty', '2033-12-31')).toBe('not-known')
  })
  test('a list up to a day has what was signed by then', () => {
    expect(fold.at('2031-03-02' as Day).instruments()).toEqual([])
    expect(fold.at('2031-03-03' as Day).instruments()).toHaveLength(2)
  })
})
