import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Fold, replay } from '../src/record/index.ts'
import { readFolder } from '../src/registry/folder.ts'
import { plan } from '../src/registry/plan.ts'
import type { Day } from '../src/rules/index.ts'
import { entriesOf } from './support/registers.ts'

const folder = readFolder(join(import.meta.dirname, '..', 'organisations', 'sco'))
if (Array.isArray(folder)) throw new Error(JSON.stringify(folder.slice(0, 5), null, 2))
const planned = plan(new Fold('sco'), folder.acts)
const fold = new Fold(
  'sco',
  entriesOf(
    planned.map(({ act }) => act),
    'sco',
  ),
)
const now = fold.at('2026-03-10' as Day)

describe('who belonged on known days', () => {
  const cases: [day: string, held: Record<string, number>][] = [
    ['1996-04-25', {}],
    ['1996-04-26', { 'shanghai-five': 5 }],
    ['2001-06-14', { 'shanghai-five': 5 }],
    ['2001-06-15', { member: 6 }],
    ['2001-06-16', { member: 6 }],
    ['2004-06-16', { member: 6 }],
    ['2004-06-17', { member: 6, observer: 1 }],
    ['2005-12-31', { member: 6, observer: 4 }],
    ['2012-06-08', { member: 6, observer: 5, 'dialogue-partner': 2 }],
    ['2017-06-08', { member: 6, observer: 6, 'dialogue-partner': 6 }],
    ['2017-06-10', { member: 8, observer: 4, 'dialogue-partner': 6 }],
    ['2024-07-05', { member: 10, observer: 2, 'dialogue-partner': 14 }],
    ['2025-08-31', { member: 10, observer: 2, 'dialogue-partner': 14 }],
    ['2025-09-02', { member: 10, 'sco-partner': 17 }],
  ]
  for (const [day, held] of cases) {
    test(day, () => {
      const counts: Record<string, number> = {}
      for (const { status } of fold.at(day as Day).holdings()) counts[status] = (counts[status] ?? 0) + 1
      expect(counts).toEqual(held)
    })
  }
})

describe('the folder', () => {
  test('holds 53 periods of status, each with a source, and no status for mere attendance', () => {
    const holdings = now.allHoldings()
    expect(holdings).toHaveLength(53)
    expect(holdings.filter((h) => h.grantedBy.act.sources.length === 0)).toEqual([])
    expect(holdings.filter((h) => h.status === 'guest')).toEqual([])
    for (const id of ['TKM', 'VNM', 'MYS', 'IDN', 'CIS', 'ASEAN', 'UN', 'CSTO', 'CICA', 'ECO', 'EAEU', 'EURASEC']) {
      expect(now.participant(id).contacts.length, id).toBeGreaterThan(0)
    }
  })
  test('Afghanistan keeps a status after it is no longer represented', () => {
    const day = fold.at('2023-01-01' as Day)
    expect(day.holdings().find((h) => h.participant === 'AFG')?.status).toBe('observer')
    expect(day.participant('AFG').representation.at(-1)?.act).toMatchObject({ represented: false })
  })
  test('names and capitals are those of the day', () => {
    const named = (day: string) => fold.at(day as Day).participant('TUR').names?.en
    const capital = (day: string) => fold.at(day as Day).participant('KAZ').capital?.capital
    expect([named('2013-04-26'), named('2023-07-04')]).toEqual(['Turkey', 'Türkiye'])
    expect([capital('2017-06-09'), capital('2020-01-01'), capital('2024-07-04')]).toEqual([
      'Astana',
      'Nur-Sultan',
      'Astana',
    ])
  })
  test('later sources correct earlier accounts, and the mistake can still be read', () => {
    const corrections = fold.entries().filter((entry) => entry.act.replaces)
    expect(corrections.length).toBeGreaterThanOrEqual(3)
    const before = (corrections[0]?.position ?? 0) - 1
    const statusOf = (id: string, day: string, position?: number) =>
      fold
        .at(day as Day, position)
        .holdings()
        .find((h) => h.participant === id)?.status
    expect([statusOf('IRN', '2022-12-01', before), statusOf('IRN', '2022-12-01')]).toEqual(['member', 'observer'])
    expect([statusOf('BLR', '2009-12-31', before), statusOf('BLR', '2009-12-31')]).toEqual([
      'dialogue-partner',
      undefined,
    ])
    for (const { act } of corrections) expect(act.correction).toBeTruthy()
  })
  test('an uncertain beginning is uncertain for the days that it may mean', () => {
    const on = (day: string) =>
      fold
        .at(day as Day)
        .holdings()
        .find((h) => h.participant === 'SAU')?.certainty
    expect([on('2022-08-31'), on('2022-09-01'), on('2022-09-29'), on('2022-09-30')]).toEqual([
      undefined,
      'uncertain',
      'uncertain',
      'holds',
    ])
  })
  test('every source has an address or says whose it is, and every one is cited', () => {
    for (const source of now.sources()) {
      expect(source.publisher, source.source).toBeTruthy()
      expect(now.citing(source.source).length, source.source).toBeGreaterThan(0)
    }
  })
  test('replay finds where the order of names was left, and nothing else', () => {
    const { departures, unusual } = replay(fold)
    expect(departures.map(({ act, rule }) => [act, rule])).toEqual(
      ['2007', '2010', '2022', '2025'].map((year) => [`term/secretary-general/${year}`, 'sg-rotation']),
    )
    expect(unusual.map(({ act, rule }) => [act, rule])).toEqual(
      // After two changed places the round goes on where it would have been: 10 and 16 are in turn.
      [8, 9, 14, 15, 20].map((number) => [`chair/chs/${number}`, 'chs-rotation']),
    )
  })
  test('replay names what is missing, and finds nobody at fault for it', () => {
    const { gaps } = replay(fold)
    const acts = (text: RegExp) =>
      gaps.filter((gap) => text.test(gap.text)).reduce((sum, gap) => sum + gap.acts.length, 0)
    expect(acts(/^No rule on founding participants/)).toBe(6)
    expect(acts(/^No rule on granting the status/)).toBe(5)
    expect(acts(/^The positions taken are not on record/)).toBeGreaterThan(300)
    const beforeTheCharter = gaps.filter(({ text }) => /Council of Heads of State decided is not on record/.test(text))
    for (const id of beforeTheCharter.flatMap((gap) => gap.acts))
      expect((fold.entry(id)?.act.on ?? '') < '2003-09-19', id).toBe(true)
  })
})

describe('meetings, decisions, instruments and exercises', () => {
  test('are all there, each with a source', () => {
    const counts = { meetings: 195, decisions: 338, instruments: 45, exercises: 39 }
    const all = fold.at('9999-12-31' as Day)
    expect({
      meetings: all.meetings().length,
      decisions: all.decisions().length,
      instruments: all.instruments().length,
      exercises: all.exercises().length,
    }).toEqual(counts)
    for (const { act } of all.acts()) expect(act.sources.length, act.id).toBeGreaterThan(0)
  })
  test('an objection stands only on what was not adopted', () => {
    const objected = now.decisions().filter(({ act }) => act.stances?.some((stance) => stance.stance === 'objected'))
    expect(objected.length).toBeGreaterThan(0)
    expect(objected.filter(({ act }) => act.outcome === 'adopted')).toEqual([])
  })
  test('on 9 June 2017 six members decide, then two States enter; on 4 July 2024 nine admit a tenth, and ten decide the rest', () => {
    const order = (day: string) => now.actsBetween(day as Day, day as Day).map((entry) => entry.id)
    const day2017 = order('2017-06-09')
    expect(day2017.indexOf('decision/d-2017-india-admitted')).toBeLessThan(day2017.indexOf('IND-member'))
    expect(day2017.indexOf('decision/d-2017-astana-declaration')).toBeLessThan(day2017.indexOf('IND-member'))
    const day2024 = order('2024-07-04')
    expect(day2024.indexOf('decision/d-2024-belarus-admitted')).toBeLessThan(day2024.indexOf('BLR-member'))
    expect(day2024.indexOf('BLR-member')).toBeLessThan(day2024.indexOf('decision/d-2024-astana-declaration'))
  })
  test('attendance that was only presumed is not stored as a fact', () => {
    const presumed = now.meetings().filter(({ act }) => act.attendanceBasis === 'presumed')
    expect(presumed.length).toBeGreaterThan(0)
    expect(presumed.flatMap(({ act }) => (act.attendance ?? []).filter((a) => a.as === 'member'))).toEqual([])
    expect(now.exercises().filter(({ act }) => act.participantsKnown === 'presumed' && act.forces)).toEqual([])
  })
})
