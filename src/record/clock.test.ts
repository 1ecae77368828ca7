import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { described as describedAs } from '../../test/support/made-up.ts'
import { act, entriesOf } from '../../test/support/registers.ts'
import { type Instant, isRefusal } from '../rules/index.ts'
import type { Act } from './acts.ts'
import { lastDayCovered } from './as-of.ts'
import { clockRefusal, exerciseRefusal, momentIn, momentOf, timeIn } from './clock.ts'
import type { Entry } from './entry.ts'
import { Fold } from './fold.ts'

const described = (more: object = {}): Act =>
  describedAs({ timeZone: 'Asia/Tokyo', ...more }, { associate: 'observer' })
const set = (shows: string, more: object = {}): Act =>
  act({ id: 'clock', kind: 'clock-set', shows, why: 'The next session.', ...more })
const note = (id: string, more: object = {}): Act =>
  act({
    id,
    kind: 'source-described',
    source: id,
    title: id,
    publisher: 'x',
    url: null,
    date: null,
    language: 'en',
    ...more,
  })
const forkedFrom = { organisation: 'league', on: '2033-01-01', position: 7, rootHash: 'ab' }
/** Acts recorded at real times. */
const foldOf = (...acts: readonly (readonly [Act, string])[]) =>
  new Fold(
    'concord',
    entriesOf(acts.map(([one]) => one)).map((entry, index) => ({
      ...entry,
      recordedAt: new Date(acts[index]?.[1] ?? '').toISOString() as Instant,
    })),
  )
const time = (text: string) => new Date(text).toISOString() as Instant

describe('the time of an organisation', () => {
  const rows = [
    {
      says: 'without a clock it is that of the world',
      acts: [[described(), '2026-01-01']],
      now: '2026-01-05T10:00Z',
      is: '2026-01-05T10:00Z',
    },
    {
      says: 'a description with a clock: what it shows when recorded',
      acts: [[described({ clock: { shows: '2034-01-09T09:00Z' } }), '2026-01-01']],
      now: '2026-01-01',
      is: '2034-01-09T09:00Z',
    },
    {
      says: 'and it runs at real speed',
      acts: [[described({ clock: { shows: '2034-01-09T09:00Z' } }), '2026-01-01']],
      now: '2026-01-02T00:00:01Z',
      is: '2034-01-10T09:00:01Z',
    },
    {
      says: 'who is behind the record sees what was shown',
      acts: [[described({ clock: { shows: '2034-01-09T09:00Z' } }), '2026-01-01']],
      now: '2025-12-31',
      is: '2034-01-09T09:00Z',
    },
    {
      says: 'it is set later',
      acts: [
        [described({ clock: { shows: '2034-01-09T09:00Z' } }), '2026-01-01'],
        [set('2035-01-01T00:00Z'), '2026-01-02'],
      ],
      now: '2026-01-03',
      is: '2035-01-02',
    },
    {
      says: 'the act entered last decides, whatever day it carries',
      acts: [
        [described(), '2026-01-01'],
        [set('2034-01-01T00:00Z', { id: 'first', on: '2034-05-01' }), '2026-01-02'],
        [set('2035-01-01T00:00Z', { on: '2034-04-01' }), '2026-01-03'],
      ],
      now: '2026-01-03',
      is: '2035-01-01',
    },
    {
      says: 'a setting that was withdrawn counts no more',
      acts: [
        [described(), '2026-01-01'],
        [set('2034-01-01T00:00Z'), '2026-01-02'],
        [act({ id: 'undo', kind: 'act-withdrawn', withdraws: ['clock'], reason: 'a slip' }), '2026-01-03'],
      ],
      now: '2026-01-04',
      is: '2026-01-04',
    },
    {
      says: 'a corrected description that repeats its clock does not turn it back',
      acts: [
        [described({ clock: { shows: '2034-01-09T09:00Z' } }), '2026-01-01'],
        [
          described({ id: 'again', shortName: 'C', replaces: ['organisation'], clock: { shows: '2034-01-09T09:00Z' } }),
          '2026-01-03',
        ],
      ],
      now: '2026-01-04',
      is: '2034-01-12T09:00Z',
    },
    {
      says: 'one with another clock sets it',
      acts: [
        [described({ clock: { shows: '2034-01-09T09:00Z' } }), '2026-01-01'],
        [described({ id: 'again', replaces: ['organisation'], clock: { shows: '2036-01-01T00:00Z' } }), '2026-01-03'],
      ],
      now: '2026-01-04',
      is: '2036-01-02',
    },
  ] as const
  test.each(rows)('$says', ({ acts, now, is }) => {
    expect(timeIn(foldOf(...acts), time(now))).toBe(time(is))
  })
})

describe('the moment of a live act', () => {
  const clocked = described({ clock: { shows: '2034-01-09T09:00Z' } })
  const earlier = note('earlier', { history: false, at: '2034-01-09T14:00:00.000Z', on: '2034-01-09' })
  const fold = foldOf([clocked, '2026-01-01T00:00Z'], [earlier, '2026-01-01T05:00Z'])

  test.each([
    {
      says: 'it is the organisation’s time',
      now: '2026-01-01T05:00:01Z',
      at: '2034-01-09T14:00:01Z',
      on: '2034-01-09',
    },
    { says: 'on the day it is where it sits', now: '2026-01-01T06:00Z', at: '2034-01-09T15:00Z', on: '2034-01-10' },
    {
      says: 'a second before midnight there',
      now: '2026-01-01T05:59:59Z',
      at: '2034-01-09T14:59:59Z',
      on: '2034-01-09',
    },
    { says: 'never before the last live act', now: '2026-01-01T04:00Z', at: '2034-01-09T14:00Z', on: '2034-01-09' },
  ])('$says', ({ now, at, on }) => {
    expect(momentIn(fold, time(now))).toEqual({ at: time(at), on })
  })

  test.each([
    { says: 'a seat leaves it away', seat: 'other', more: {}, is: { at: time('2034-01-09T14:30Z'), on: '2034-01-09' } },
    { says: 'a seat says today', seat: 'other', more: { on: '2034-01-09' }, is: { on: '2034-01-09' } },
    { says: 'a seat says yesterday', seat: 'other', more: { on: '2034-01-08' }, is: { refused: 'not-your-clock' } },
    { says: 'a seat says tomorrow', seat: 'other', more: { on: '2034-01-10' }, is: { refused: 'not-your-clock' } },
    {
      says: 'a seat says another time',
      seat: 'other',
      more: { at: '2034-01-09T14:29:59.999Z' },
      is: { refused: 'not-your-clock' },
    },
    { says: 'the Secretariat says another day', seat: 'secretariat', more: { on: '2033-05' }, is: { on: '2033-05' } },
    {
      says: 'the Secretariat says an earlier time',
      seat: 'secretariat',
      more: { at: '2034-01-09T14:00:00.000Z' },
      is: { at: '2034-01-09T14:00:00.000Z' },
    },
    {
      says: 'but none before the last live act',
      seat: 'secretariat',
      more: { at: '2034-01-09T13:59:59.999Z' },
      is: { refused: 'not-your-clock' },
    },
    {
      says: 'and none to come',
      seat: 'secretariat',
      more: { at: '2034-01-09T14:30:00.001Z' },
      is: { refused: 'not-your-clock' },
    },
  ])('$says', ({ seat, more, is }) => {
    const sent = note('sent', { history: false, ...more })
    expect(momentOf(fold, sent, time('2026-01-01T05:30Z'), seat === 'secretariat')).toMatchObject(is)
  })

  test.each([
    { says: 'its own leaving lies ahead', on: '2034-03-01', is: { on: '2034-03-01' } },
    { says: 'or is today', on: '2034-01-09', is: { on: '2034-01-09' } },
    { says: 'but not yesterday', on: '2034-01-08', is: { refused: 'not-your-clock' } },
  ])('of a participant: $says', ({ on, is }) => {
    const leaving = act({ id: 'leaves', kind: 'status-ended', participant: 'UTO', on, history: false })
    expect(momentOf(fold, leaving, time('2026-01-01T05:30Z'), false)).toMatchObject(is)
  })

  test('never goes back along the register, whatever the clocks of the servers say', () => {
    const anyTime = fc.date({ min: new Date('2025-06-01'), max: new Date('2027-06-01'), noInvalidDate: true })
    fc.assert(
      fc.property(fc.boolean(), fc.array(fc.tuple(anyTime, fc.boolean()), { maxLength: 12 }), (hasClock, servers) => {
        const entries: Entry[] = [...foldOf([hasClock ? clocked : described(), '2026-01-01']).entries()]
        for (const [index, [now, sets]] of servers.entries()) {
          const before = new Fold('concord', entries)
          const moment = momentIn(before, now.toISOString() as Instant)
          const later = new Date(Date.parse(moment.at) + 1).toISOString()
          const one = sets ? set(later) : note(`live-${index}`)
          const recordedAt = [before.recordedAt as string, now.toISOString()].sort().at(-1) as Instant
          const live = { ...one, id: `live-${index}`, history: false, ...moment } as Act
          entries.push({ ...(entries[0] as Entry), position: entries.length + 1, id: live.id, recordedAt, act: live })
        }
        const times = entries.slice(1).map((entry) => entry.act.at as string)
        expect(times).toEqual([...times].sort())
      }),
    )
  })

  test('the record covers the day of the last live act, or what it is said to cover', () => {
    expect(lastDayCovered(foldOf([clocked, '2026-01-01']))).toBe('2033-12-31')
    expect(lastDayCovered(fold)).toBe('2034-01-09')
    const early = note('early', { history: false, at: '2033-05-01T10:00:00.000Z', on: '2033-05-01' })
    expect(lastDayCovered(foldOf([described(), '2026-01-01'], [early, '2026-01-02']))).toBe('2033-12-31')
  })
})

describe('what may set the clock', () => {
  const at = '2034-01-09T14:00:00.000Z'
  const live = { history: false, at, on: '2034-01-09' }
  test.each([
    { says: 'made up, forward', edition: 'made-up', one: set('2034-01-09T14:00:00.001Z', live), refused: undefined },
    { says: 'made up, to now', edition: 'made-up', one: set(at, live), refused: 'clock-backwards' },
    {
      says: 'made up, backward',
      edition: 'made-up',
      one: set('2034-01-09T13:59:59.999Z', live),
      refused: 'clock-backwards',
    },
    { says: 'an exercise, forward', edition: 'exercise', one: set('2035-01-01T00:00Z', live), refused: undefined },
    {
      says: 'an organisation’s own record',
      edition: 'working',
      one: set('2035-01-01T00:00Z', live),
      refused: 'clock-of-the-world',
    },
    {
      says: 'a record compiled by others',
      edition: 'independent',
      one: set('2035-01-01T00:00Z', live),
      refused: 'clock-of-the-world',
    },
    { says: 'history, whatever it shows', edition: 'made-up', one: set('2031-01-01T00:00Z'), refused: undefined },
    {
      says: 'history of a record compiled by others',
      edition: 'independent',
      one: set('2031-01-01T00:00Z'),
      refused: 'clock-of-the-world',
    },
    {
      says: 'a description with a clock that is none',
      edition: 'working',
      one: described({ edition: 'working', clock: { shows: at } }),
      refused: 'clock-of-the-world',
    },
    {
      says: 'a description that turns it back',
      edition: 'made-up',
      one: described({ clock: { shows: '2033-01-01T00:00Z' }, ...live }),
      refused: 'clock-backwards',
    },
    { says: 'an act that is none of it', edition: 'working', one: note('x', live), refused: undefined },
  ])('$says: $refused', ({ edition, one, refused }) => {
    const refusal = clockRefusal(foldOf([described({ edition }), '2026-01-01']), one)
    expect(isRefusal(refusal) ? refusal.refused : undefined).toBe(refused)
  })

  test('a description may repeat the clock that runs', () => {
    const clock = { shows: '2034-01-09T09:00:00.000Z' }
    const fold = foldOf([described({ clock }), '2026-01-01'])
    expect(clockRefusal(fold, described({ id: 'again', replaces: ['organisation'], clock, ...live }))).toBeUndefined()
  })
})

describe('an exercise stays one', () => {
  const fold = foldOf([described({ edition: 'exercise', forkedFrom }), '2026-01-01'], [note('x'), '2026-01-01'])
  const again = (more: object) =>
    described({ id: 'again', replaces: ['organisation'], edition: 'exercise', forkedFrom, ...more })
  test.each([
    { says: 'described anew', one: again({ shortName: 'C' }), refused: undefined },
    { says: 'passed off as its own record', one: again({ edition: 'working' }), refused: 'still-an-exercise' },
    {
      says: 'of another record',
      one: again({ forkedFrom: { ...forkedFrom, position: 8 } }),
      refused: 'still-an-exercise',
    },
    { says: 'of none', one: again({ forkedFrom: undefined }), refused: 'still-an-exercise' },
    {
      says: 'its description withdrawn',
      one: act({ id: 'w', kind: 'act-withdrawn', withdraws: ['organisation'], reason: 'x' }),
      refused: 'still-an-exercise',
    },
    {
      says: 'its description replaced by something else',
      one: note('y', { replaces: ['organisation'] }),
      refused: 'still-an-exercise',
    },
    {
      says: 'another act withdrawn',
      one: act({ id: 'w', kind: 'act-withdrawn', withdraws: ['x'], reason: 'x' }),
      refused: undefined,
    },
  ])('$says: $refused', ({ one, refused }) => {
    expect(exerciseRefusal(fold, one)?.refused).toBe(refused)
  })
  test('what is no exercise may be described as it likes', () => {
    const other = foldOf([described(), '2026-01-01'])
    expect(
      exerciseRefusal(other, described({ id: 'again', replaces: ['organisation'], edition: 'working' })),
    ).toBeUndefined()
  })
})
