import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  anyEditions,
  anyGrowingEditions,
  type Edition,
  expected,
  folderActs,
  type Line,
} from '../../test/support/editions.ts'
import { decodeEntries, type Entry, encodeEntry, endOfTime, Fold, rule } from '../record/index.ts'
import { type Instant, isRefusal } from '../rules/index.ts'
import { plan } from './plan.ts'
import { entriesAfter } from './registry.ts'

/** Brings a register into agreement with an edition, as the loader does. */
function load(fold: Fold, lines: Edition): readonly string[] {
  const planned = plan(fold, folderActs(lines))
  for (const { act, recordedAt } of planned) {
    const ruling = rule(fold, act, { kind: 'secretariat' })
    if (isRefusal(ruling)) throw new Error(`${act.id}: ${ruling.message}`)
    if (fold.entry(act.id)) throw new Error(`${act.id} is there already.`)
    const now = '2034-01-01T00:00:00.000Z' as Instant
    for (const entry of entriesAfter(fold, [{ act, ruling, constitution: 0, recordedAt }], now)) fold.append(entry)
  }
  return planned.map(({ act }) => act.id)
}

/** What counts in a register, in order of effect, by the ids that the folder uses. */
function said(fold: Fold): string[] {
  const acts = fold.at(endOfTime).acts()
  return acts.map(({ id, act }) => `${act.on} ${id.split('~')[0]}: ${'what' in act ? act.what : ''}`)
}

describe('the register says what the folder says', () => {
  test('after each edition: the same acts count, each day in the order of the files, and loading again changes nothing', () => {
    fc.assert(
      fc.property(anyEditions, (editions) => {
        const fold = new Fold('league')
        for (const lines of editions) {
          load(fold, lines)
          expect(said(fold)).toEqual(expected(lines))
          expect(load(fold, lines)).toEqual([])
        }
      }),
      { numRuns: 1_000 },
    )
  })

  test('another process, which reads the register from its bytes, finds nothing to load either', () => {
    fc.assert(
      fc.property(anyEditions, (editions) => {
        const fold = new Fold('league')
        for (const lines of editions) load(fold, lines)
        const read = decodeEntries(fold.entries().map(encodeEntry)) as Entry[]
        expect(load(new Fold('league', read), editions.at(-1) ?? [])).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('what was known before an edition is still known as it was', () => {
    fc.assert(
      fc.property(anyEditions, (editions) => {
        const fold = new Fold('league')
        const known: { position: number; lines: Edition }[] = []
        for (const lines of editions) {
          load(fold, lines)
          known.push({ position: fold.position, lines })
        }
        for (const { position, lines } of known) {
          const acts = fold.at(endOfTime, position).acts()
          expect(acts.map(({ id }) => id.split('~')[0])).toEqual(
            expected(lines).map((text) => /(\S+):/.exec(text)?.[1]),
          )
        }
      }),
      { numRuns: 300 },
    )
  })

  test('a clone that loads each edition of a growing history has the register of one that loads the last', () => {
    fc.assert(
      fc.property(anyGrowingEditions, (editions) => {
        const inTurn = new Fold('league')
        for (const lines of editions) load(inTurn, lines)
        const atOnce = new Fold('league')
        load(atOnce, editions.at(-1) ?? [])
        expect(inTurn.entries().map(encodeEntry)).toEqual(atOnce.entries().map(encodeEntry))
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('what is appended', () => {
  const line = (id: string, more: Partial<Line> = {}): Line => ({
    ...{ id, what: 'words', on: '2031-03-01', edition: 1, replaces: [] },
    ...more,
  })
  const [a, b, c] = [line('a'), line('b'), line('c')]
  test.each<{ says: string; before: Edition; after: Edition; appends: string[] }>([
    { says: 'nothing for what is the same', before: [a, b], after: [a, b], appends: [] },
    { says: 'a new act as it is', before: [a], after: [a, b], appends: ['b'] },
    { says: 'a correction for one that changed', before: [a], after: [line('a', { what: 'else' })], appends: ['a~2'] },
    { says: 'a withdrawal for one that is gone', before: [a, b], after: [a], appends: ['b~withdrawn-1'] },
    { says: 'a correction that places one that moved', before: [a, b], after: [b, a], appends: ['a~2'] },
    {
      says: 'corrections that place those behind one that moved to the front',
      before: [a, b, c],
      after: [c, a, b],
      appends: ['a~2', 'b~2'],
    },
    {
      says: 'a correction that withdraws what it replaces no longer, so that it counts again',
      before: [a, line('b', { replaces: ['a'] })],
      after: [a, b],
      appends: ['b~withdrawn-1', 'b~2'],
    },
    {
      says: 'nothing for two acts that carry out one decision, in the order of the files',
      before: [a, line('b', { carriesOut: 'a' }), line('c', { carriesOut: 'a' })],
      after: [a, line('b', { carriesOut: 'a' }), line('c', { carriesOut: 'a' })],
      appends: [],
    },
  ])('$says', ({ before, after, appends }) => {
    const fold = new Fold('league')
    load(fold, before)
    expect(load(fold, after)).toEqual(appends)
    expect(said(fold)).toEqual(expected(after))
  })

  test('an act brought back is a new version of itself', () => {
    const fold = new Fold('league')
    load(fold, [a, b])
    load(fold, [a])
    expect(load(fold, [a, b])).toEqual(['b~2'])
    expect(load(fold, [a])).toEqual(['b~withdrawn-2'])
    expect(load(fold, [a, b])).toEqual(['b~3'])
  })
})
