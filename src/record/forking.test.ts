import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { described } from '../../test/support/made-up.ts'
import { act, anyDay, anyRegister, entriesOf } from '../../test/support/registers.ts'
import { type Day, earliest, type Instant } from '../rules/index.ts'
import type { Act } from './acts.ts'
import { timeIn } from './clock.ts'
import { Fold } from './fold.ts'
import { actsOfFork, nineOn } from './forking.ts'
import { endOfTime } from './place.ts'

const organisation = described(
  { edition: 'independent', begins: '2030-01-01', pointOfEntry: { on: '2031-03-10', title: 'A day' } },
  { associate: 'observer' },
)

/** The exercise made of a record as of a day, as known at a position. */
function forkOf(fold: Fold, on: string, position = fold.position): Fold {
  const acts = actsOfFork(fold, { organisation: 'concord', on: on as never, position, rootHash: 'ab' })
  return new Fold('drill', entriesOf(acts, 'drill'))
}

function withRegister(acts: readonly Act[]): Fold {
  return new Fold('concord', entriesOf([organisation, ...acts]))
}

/** What an organisation answers for a day, without what lies after the day of the fork or only the register knows. */
function answers(fold: Fold, day: Day, position: number, until: Day) {
  const it = fold.at(day, position)
  const known = (to: string | undefined) => (to !== undefined && earliest(to as never) <= until ? to : undefined)
  const acts = it.acts().filter((entry) => earliest(entry.act.on as never) <= day)
  return {
    // Among equals the order is that of first mention in the register, which these registers have at random.
    holdings: sorted(it.holdings().map(({ participant, status, from, to }) => [from, participant, status, known(to)])),
    names: sorted(it.participants().map(({ id, description, names }) => [id, description?.names.en, names?.en])),
    rules: it.rulesInForce().map(({ id }) => id),
    acts: acts.map(({ id }) => id),
  }
}

function sorted(rows: readonly (readonly (string | undefined)[])[]): string[] {
  return rows.map((row) => JSON.stringify(row)).sort()
}

describe('an exercise begins as the record was', () => {
  test('for every day up to that of the fork it answers as the record does, whatever was corrected and in whatever order', () => {
    fc.assert(
      fc.property(anyRegister, anyDay, fc.array(anyDay, { maxLength: 4 }), fc.nat(45), (entries, on, days, known) => {
        const fold = withRegister(entries.map((entry) => entry.act))
        const position = Math.max(1, Math.min(known, fold.position))
        const fork = forkOf(fold, on, position)
        for (const day of [on, ...days.filter((one) => one <= on)])
          expect(answers(fork, day, fork.position, on)).toEqual(answers(fold, day, position, on))
      }),
      { numRuns: 400 },
    )
  })

  test('its acts are history, replace nothing, come once each and are those that counted', () => {
    fc.assert(
      fc.property(anyRegister, anyDay, (entries, on) => {
        const fold = withRegister(entries.map((entry) => entry.act))
        const acts = actsOfFork(fold, {
          organisation: 'concord',
          on: on as never,
          position: fold.position,
          rootHash: 'ab',
        })
        expect(new Set(acts.map(({ id }) => id)).size).toBe(acts.length)
        for (const one of acts) {
          expect(one).toMatchObject({ history: true })
          expect(one.replaces).toBeUndefined()
          expect(fold.counts(one.id)).toBe(true)
          if (one.on) expect(earliest(one.on) <= on).toBe(true)
        }
      }),
    )
  })

  test('a fork of a fork answers as the fork', () => {
    fc.assert(
      fc.property(anyRegister, anyDay, anyDay, (entries, one, other) => {
        const [early, late] = [one, other].sort() as [Day, Day]
        const fork = forkOf(withRegister(entries.map((entry) => entry.act)), late)
        const again = forkOf(fork, early)
        expect(answers(again, early, again.position, early)).toEqual(answers(fork, early, fork.position, early))
      }),
    )
  })
})

describe('what is described anew', () => {
  const rule = (id: string, more: object) =>
    act({
      id,
      kind: 'rule-stated',
      rule: id,
      document: 'Rules',
      strength: 'must',
      says: 'as it says',
      on: '2031-01-01',
      ...more,
    })
  const fold = withRegister([
    rule('ended', { to: '2032-05-01' }),
    rule('to-end', { to: '2032-05-02' }),
    rule('lasting', {}),
  ])
  const fork = forkOf(fold, '2032-05-01')
  const { description } = fork.at(endOfTime)

  test('it is an exercise, says of what, covers the record to that day and keeps its names', () => {
    expect(description).toMatchObject({
      edition: 'exercise',
      forkedFrom: { organisation: 'concord', on: '2032-05-01', position: 4, rootHash: 'ab' },
      coveredTo: '2032-05-01',
      names: { en: 'Concord' },
      clock: { shows: '2032-05-02T09:00:00.000Z' },
    })
    expect(timeIn(fork, fork.entries()[0]?.recordedAt as Instant)).toBe('2032-05-02T09:00:00.000Z')
  })
  test('what is true of every day and speaks of a later one is left out, with what is said of it', () => {
    const figure = (date: string) =>
      act({
        id: `figure-${date}`,
        kind: 'figure-stated',
        participant: 'ARC',
        indicator: 'area',
        date,
        value: 1,
        unit: 'km',
      })
    const text = (id: string, date: string) => [
      act({ id: `text/${id}`, kind: 'text-described', text: id, title: id, date }),
      act({
        id: `${id}-1`,
        kind: 'paragraph-abstracted',
        text: id,
        paragraph: '1',
        topic: 'trade',
        says: 'Trade.',
        verb: 'notes',
      }),
    ]
    const ferries = { neighbour: 'ferries', participant: 'ARC', as: 'member' }
    const acts = [
      figure('2032'),
      figure('2033'),
      ...text('then', '2032-05-01'),
      ...text('later', '2032-05-02'),
      act({
        id: 'ferries',
        kind: 'neighbour-described',
        neighbour: 'ferries',
        names: { en: 'Ferries' },
        type: 'forum',
      }),
      act({ id: 'member', kind: 'membership-recorded', ...ferries, from: '2031', to: '2033' }),
      act({ id: 'again', kind: 'membership-recorded', ...ferries, from: '2034' }),
    ]
    const ids = (on: string) =>
      forkOf(withRegister(acts), on)
        .entries()
        .map(({ id }) => id)
    expect(ids('2032-05-01').slice(1)).toEqual(['figure-2032', 'text/then', 'then-1', 'ferries', 'member'])
    expect(ids('2032-05-02')).toEqual(expect.arrayContaining(['text/later', 'later-1']))
    expect(ids('2031-12-31').slice(1)).toEqual(['ferries', 'member'])
    const member = forkOf(withRegister(acts), '2032-05-01').entry('member')?.act
    expect(member).toMatchObject({ from: '2031' })
    expect(member).not.toHaveProperty('to')
  })
  test('the end of a rule that lies ahead is not known yet', () => {
    const ends = fork
      .at(endOfTime)
      .rules()
      .map(({ rule, to }) => [rule, to])
    expect(ends).toEqual([
      ['ended', '2032-05-01'],
      ['to-end', undefined],
      ['lasting', undefined],
    ])
  })
  test.each([
    { says: 'a point of entry on the day', on: '2031-03-10', is: '2031-03-10' },
    { says: 'one that lies ahead', on: '2031-03-09', is: undefined },
  ])('$says', ({ on, is }) => {
    expect(forkOf(fold, on).at(endOfTime).description?.pointOfEntry?.on).toBe(is)
  })
  test('before anything was known there is nothing', () => {
    expect(
      actsOfFork(fold, { organisation: 'concord', on: '2032-05-01' as never, position: 0, rootHash: 'ab' }),
    ).toEqual([])
  })
  test.each([
    { day: '2032-01-05', timeZone: 'UTC', is: '2032-01-05T09:00:00.000Z' },
    { day: '2032-01-05', timeZone: 'Asia/Tokyo', is: '2032-01-05T00:00:00.000Z' },
    { day: '2032-01-05', timeZone: 'America/New_York', is: '2032-01-05T14:00:00.000Z' },
    // The clocks go forward in the night before.
    { day: '2032-03-28', timeZone: 'Europe/Vienna', is: '2032-03-28T07:00:00.000Z' },
    { day: '2032-03-27', timeZone: 'Europe/Vienna', is: '2032-03-27T08:00:00.000Z' },
    { day: '2032-06-01', timeZone: 'Pacific/Auckland', is: '2032-05-31T21:00:00.000Z' },
  ])('nine in the morning of $day in $timeZone', ({ day, timeZone, is }) => {
    expect(nineOn(day as Day, timeZone)).toBe(is)
  })
})
