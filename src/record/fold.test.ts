import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { act, anyDay, anyRegister, entriesOf } from '../../test/support/registers.ts'
import type { Day } from '../rules/index.ts'
import { Fold } from './fold.ts'
import { holdingsOn } from './participants.ts'
import { dayOfEffect } from './place.ts'
import { literalActs, refold } from './refold.ts'
import { type Thing, things } from './things.ts'

const kinds = Object.keys(things) as Thing[]

describe('organisation(D, K): the acts up to K, less those withdrawn or replaced, in order, to the end of D', () => {
  test('the fold answers as the literal refold does, for every thing, at any day and position', () => {
    fc.assert(
      fc.property(anyRegister, anyDay, fc.nat(45), (entries, day, position) => {
        const fold = new Fold('concord', entries)
        for (const thing of kinds) {
          const literal = refold(thing, entries, day, position)
          for (const id of fold.ids(thing)) {
            expect(fold.state(thing, id, day, position)).toEqual(literal.get(id) ?? things[thing].initial(id))
          }
        }
      }),
      { numRuns: 1500 },
    )
  })

  test('and so for the acts that touch each thing, and for all things of a type', () => {
    fc.assert(
      fc.property(anyRegister, anyDay, fc.nat(45), (entries, day, position) => {
        const fold = new Fold('concord', entries)
        const literal = literalActs(entries, day, position)
        for (const thing of kinds) {
          for (const id of fold.ids(thing)) {
            const touching = literal.filter((entry) => things[thing].touchedBy(entry.act).includes(id))
            expect(fold.acts(thing, id, day, position).map((e) => e.id)).toEqual(touching.map((e) => e.id))
          }
        }
        expect(fold.at(day, position).actsBetween(day, day)).toEqual(
          literal.filter(({ act }) => dayOfEffect(act) === day),
        )
      }),
      { numRuns: 500 },
    )
  })

  test('appending never changes an answer at an earlier position', () => {
    fc.assert(
      fc.property(anyRegister, anyDay, (entries, day) => {
        const fold = new Fold('concord')
        const answers: unknown[] = []
        const ask = (position: number) =>
          kinds.map((thing) => fold.ids(thing).map((id) => [id, fold.state(thing, id, day, position)]))
        for (const entry of entries) {
          fold.append(entry)
          answers.push(ask(fold.position))
        }
        for (const [index, answer] of answers.entries()) {
          const known = (answer as [string, unknown][][]).map((things) => new Map(things))
          const now = ask(index + 1).map((things) => new Map(things as [string, unknown][]))
          for (const [thing, states] of known.entries()) {
            for (const [id, state] of states) expect(now[thing]?.get(id)).toEqual(state)
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  test('any prefix of a register folds, and a register out of step is refused', () => {
    fc.assert(
      fc.property(anyRegister, fc.nat(45), (entries, length) => {
        expect(new Fold('concord', entries.slice(0, length)).position).toBe(Math.min(length, entries.length))
        const skipped = entries.slice(1)
        if (skipped.length > 0) expect(() => new Fold('concord', skipped)).toThrow(RangeError)
      }),
      { numRuns: 100 },
    )
  })
})

const described = act({
  id: 'p',
  kind: 'participant-described',
  participant: 'Utopia',
  type: 'state',
  names: { en: 'Utopia' },
})
const grant = (id: string, on: string, status: string, more: object = {}) =>
  act({ id, kind: 'status-granted', on, participant: 'Utopia', status, ...more })
const statusOn = (fold: Fold, day: string, position = fold.position) =>
  holdingsOn(fold.at(day as Day, position).participant('Utopia'), day as Day).map(
    (h) => `${h.status}${h.certainty === 'uncertain' ? '?' : ''}`,
  )

describe('corrections keep the mistake', () => {
  const fold = new Fold(
    'concord',
    entriesOf([
      described,
      grant('first', '2031-02-01', 'associate'),
      grant('second', '2031-04-01', 'associate', { replaces: ['first'] }),
      grant('third', '2031-06-01', 'associate', { replaces: ['second'] }),
      act({ id: 'undo', kind: 'act-withdrawn', withdraws: ['third'], reason: 'the third account was wrong' }),
      act({ id: 'redo', kind: 'act-withdrawn', withdraws: ['undo'], reason: 'it was right after all' }),
    ]),
  )
  const cases = [
    { says: 'before any of it, nothing', position: 1, holds: ['', '', ''] },
    { says: 'the first account', position: 2, holds: ['associate', 'associate', 'associate'] },
    { says: 'corrected', position: 3, holds: ['', 'associate', 'associate'] },
    { says: 'corrected again; the first account does not come back', position: 4, holds: ['', '', 'associate'] },
    {
      says: 'withdrawing a correction brings back what it corrected',
      position: 5,
      holds: ['', 'associate', 'associate'],
    },
    { says: 'withdrawing the withdrawal takes it away again', position: 6, holds: ['', '', 'associate'] },
  ]
  for (const { says, position, holds } of cases) {
    test(`position ${position}: ${says}`, () => {
      expect(['2031-02-01', '2031-04-01', '2031-06-01'].map((day) => statusOn(fold, day, position).join())).toEqual(
        holds,
      )
    })
  }
})

describe('order within a day', () => {
  const order = (...acts: ReturnType<typeof act>[]) =>
    new Fold('concord', entriesOf([described, ...acts]))
      .at('2031-12-31' as Day)
      .acts()
      .map((entry) => entry.id)
  const on = '2031-03-03'
  test('is the order of entry, for acts of history', () => {
    expect(order(grant('b', on, 'associate'), grant('a', on, 'correspondent'))).toEqual(['b', 'a'])
  })
  test('is the instant, for live acts, whichever was entered first', () => {
    const live = (id: string, at: string) => grant(id, on, 'associate', { at, history: false })
    expect(order(live('noon', `${on}T12:00Z`), live('dawn', `${on}T05:00Z`))).toEqual(['dawn', 'noon'])
  })
  test('a late fact stands immediately after the act that it names', () => {
    expect(
      order(grant('a', on, 'associate'), grant('c', on, 'associate'), grant('b', on, 'associate', { after: 'a' })),
    ).toEqual(['a', 'b', 'c'])
  })
  test('of two placed after the same act, the later entered stands nearer to it', () => {
    const late = (id: string) => grant(id, on, 'associate', { after: 'a' })
    expect(order(grant('a', on, 'associate'), late('x'), late('y'))).toEqual(['a', 'y', 'x'])
  })
  test('a late fact can stand at the beginning of the day', () => {
    expect(order(grant('a', on, 'associate'), grant('z', on, 'associate', { after: 'day-begins' }))).toEqual(['z', 'a'])
  })
  test('an act that carries out a decision follows it', () => {
    expect(
      order(
        grant('decision', on, 'associate'),
        grant('other', on, 'associate'),
        grant('entry', on, 'associate', { carriesOut: 'decision' }),
      ),
    ).toEqual(['decision', 'entry', 'other'])
  })
  test('a correction keeps the place of what it corrects', () => {
    expect(
      order(
        grant('a', on, 'associate'),
        grant('b', on, 'associate'),
        grant('a2', on, 'correspondent', { replaces: ['a'] }),
      ),
    ).toEqual(['a2', 'b'])
  })
  test('and so the status at the end of the day is that of the last act in order, not the last entered', () => {
    const fold = new Fold(
      'concord',
      entriesOf([
        described,
        grant('a', on, 'associate'),
        grant('b', on, 'full-participant'),
        grant('late', on, 'correspondent', { after: 'a' }),
      ]),
    )
    expect(statusOn(fold, on)).toEqual(['full-participant'])
    expect(statusOn(fold, on, 3)).toEqual(['full-participant'])
    expect(statusOn(fold, on, 2)).toEqual(['associate'])
  })
})

test('a change known only by its month leaves both statuses possible within it', () => {
  const fold = new Fold(
    'concord',
    entriesOf([described, grant('a', '2031-01-01', 'associate'), grant('b', '2031-05', 'full-participant')]),
  )
  expect(statusOn(fold, '2031-04-30')).toEqual(['associate'])
  expect(statusOn(fold, '2031-05-15')).toEqual(['associate?', 'full-participant?'])
  expect(statusOn(fold, '2031-05-31')).toEqual(['full-participant'])
})

test('what was known by a time is what had been recorded by then', () => {
  const entries = entriesOf([described, grant('a', '2031-01-01', 'associate')])
  const fold = new Fold('concord', entries)
  expect(fold.positionAt('2030-12-31T23:59:59.999Z' as never)).toBe(0)
  expect(fold.positionAt(entries[0]?.recordedAt as never)).toBe(1)
  expect(fold.positionAt('2032-01-01T00:00:00.000Z' as never)).toBe(2)
})
