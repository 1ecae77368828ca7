import { describe, expect, test } from 'vitest'
import { claimsOf, weighed } from '../src/analysis/index.ts'
import type { Act, ActKind, ActOf, Organisation } from '../src/record/index.ts'
import type { Day } from '../src/rules/index.ts'
import { realRecord } from './support/real.ts'

// A verdict is computed: a fact that changes in a copy of the record moves the verdicts that rest on it, and no other.

const today = '2026-03-10' as Day
const now = realRecord().at(today)
const claims = claimsOf(now)
/** The verdict, and in brackets that of the day on which the claim was made. */
const verdictsIn = (organisation: Organisation) =>
  new Map(
    claims.map(({ act }) => {
      const { verdict, then } = weighed(act.test, act.on, organisation)
      return [act.claim, `${verdict} (${then.verdict})`]
    }),
  )
const before = verdictsIn(now)

/** A changed act of a kind, where it is as asked. */
function having<K extends ActKind>(kind: K, which: (act: ActOf<K>) => boolean, more: (act: ActOf<K>) => object) {
  return (act: Act): Act =>
    act.kind === kind && which(act as ActOf<K>) ? ({ ...act, ...more(act as ActOf<K>) } as Act) : act
}
const exercise = (id: string, more: (act: ActOf<'exercise-held'>) => object) =>
  having('exercise-held', (act) => act.exercise === id, more)
const decision = (id: string, more: object) =>
  having(
    'decision-recorded',
    (act) => act.decision === id,
    () => more,
  )
const without =
  (which: (act: Act) => boolean) =>
  (act: Act): Act | undefined =>
    which(act) ? undefined : act

const cases: { says: string; changed: (act: Act) => Act | undefined; moves: Record<string, [string, string]> }[] = [
  {
    says: 'the memorandum on the energy club is of July 2007',
    changed: decision('d-2013-energy-club', { on: '2007-07-01' }),
    moves: { 'dehaas08-08': ['contradicted (not-enough-record)', 'supported (supported)'] },
  },
  {
    says: 'the protocol on the contact group is of 2010, after the article',
    changed: decision('d-2005-contact-group', { on: '2010-11-04' }),
    moves: { 'dehaas08-19': ['supported (supported)', 'contradicted (not-enough-record)'] },
  },
  {
    says: 'a text was adopted to which a member objected',
    changed: decision('d-2013-energy-club', { stances: [{ participant: 'UZB', stance: 'objected', says: 'objects' }] }),
    moves: { 'lain14-08': ['supported (supported)', 'contradicted (contradicted)'] },
  },
  {
    says: 'Kazakhstan borders Afghanistan',
    changed: having(
      'capital-located',
      ({ participant }) => participant === 'KAZ',
      ({ neighbours = [] }) => ({ neighbours: [...neighbours, 'AFG'] }),
    ),
    moves: { 'dehaas08-20': ['contradicted (contradicted)', 'supported (supported)'] },
  },
  {
    says: 'nobody became a member after the founding',
    changed: having(
      'status-granted',
      (act) => act.status === 'member' && act.founding !== true,
      () => ({ status: 'observer' }),
    ),
    moves: {
      'ssi14-13': ['outdated (supported)', 'supported (supported)'],
      'weitz14-11': ['outdated (supported)', 'supported (supported)'],
    },
  },
  {
    says: 'a participant of an exercise is taken from it',
    changed: exercise('peace-mission-2012', ({ forces = [] }) => ({
      forces: forces.filter(({ participant }) => participant !== 'TJK'),
    })),
    moves: { 'lain14-09': ['partly-supported (partly-supported)', 'contradicted (contradicted)'] },
  },
  {
    says: 'a third State took part in an exercise of two',
    changed: exercise('peace-mission-2013', ({ forces = [] }) => ({
      forces: [...forces, { participant: 'KAZ', as: 'participant' }],
    })),
    moves: { 'lain14-05': ['supported (supported)', 'contradicted (contradicted)'] },
  },
  {
    says: 'the sources agree on the first day of an exercise',
    changed: exercise('peace-mission-2012', ({ doubt }) => ({ doubt: doubt.filter(({ field }) => field !== 'on') })),
    moves: { 'lain14-09': ['partly-supported (partly-supported)', 'supported (supported)'] },
  },
  {
    says: 'a fact is unverified as a whole, as it was before it was narrowed',
    changed: without(({ id }) => id === 'instrument/border-confidence-1996-by-field'),
    moves: { 'ssi14-03': ['supported (supported)', 'partly-supported (partly-supported)'] },
  },
  {
    says: 'a dispute is still open',
    changed: having(
      'dispute-recorded',
      ({ dispute }) => dispute === 'uzb-tjk',
      () => ({ lastDay: undefined }),
    ),
    moves: { 'lain14-22': ['outdated (partly-supported)', 'partly-supported (partly-supported)'] },
  },
  {
    says: 'Uzbekistan never left the neighbour',
    changed: having(
      'membership-recorded',
      (act) =>
        act.neighbour === 'CSTO' && act.participant === 'UZB' && act.to !== undefined && act.from === '2006-06-23',
      () => ({ to: undefined, doubt: [] }),
    ),
    moves: { 'weitz14-23': ['contradicted (contradicted)', 'not-enough-record (partly-supported)'] },
  },
  {
    says: 'no summit in one year',
    changed: without((act) => act.kind === 'meeting-held' && act.body === 'chs' && act.on.startsWith('2010')),
    moves: { 'lain14-02': ['supported (supported)', 'partly-supported (partly-supported)'] },
  },
  {
    says: 'the seat of a body is elsewhere',
    changed: having(
      'body-described',
      ({ body }) => body === 'rats',
      () => ({ seat: 'Bishkek' }),
    ),
    moves: { 'lain14-16': ['partly-supported (partly-supported)', 'contradicted (contradicted)'] },
  },
  {
    says: 'the statuses were never merged',
    changed: without((act) => act.kind === 'status-granted' && act.on === '2025-09-01'),
    moves: { 'ssi14-15': ['outdated (supported)', 'supported (supported)'] },
  },
  {
    says: 'others than the author report China against Pakistan, later on',
    changed: having(
      'stance-reported',
      ({ id }) => id === 'stance/enlargement-policy/CHN-2017-06',
      ({ says }) => ({ says: `${says}; had been against Pakistan too` }),
    ),
    moves: { 'weitz14-07': ['partly-supported (partly-supported)', 'supported (partly-supported)'] },
  },
  {
    says: 'a talk beside a meeting was a day earlier: that none is on record of the day is no proof',
    changed: having(
      'meeting-held',
      ({ meeting }) => meeting === 'margins-2014-07-31-uzb-tjk',
      () => ({ on: '2014-07-30' }),
    ),
    moves: { 'lain14-13': ['supported (supported)', 'not-enough-record (not-enough-record)'] },
  },
  {
    says: 'a programme of no claim ends',
    changed: having(
      'programme-recorded',
      ({ programme }) => programme === 'tourism',
      () => ({ stage: 'ended', lastDay: '2020' }),
    ),
    moves: {},
  },
]

describe('a fact that changes in a copy moves the verdicts that rest on it, and no other', () => {
  test.each(cases)('$says', ({ changed, moves }) => {
    let found = 0
    const copy = realRecord((act) => {
      const then = changed(act)
      if (then !== act) found++
      return then
    })
    const moved = [...verdictsIn(copy.at(today))].filter(([claim, verdict]) => before.get(claim) !== verdict)
    expect(found).toBeGreaterThan(0)
    expect(Object.fromEntries(moved.map(([claim, verdict]) => [claim, [before.get(claim), verdict]]))).toEqual(moves)
  })
})
