import { describe, expect, test } from 'vitest'
import {
  accord,
  agreed,
  chair,
  chairBefore,
  decision,
  grant,
  isBroken,
  leave,
  meeting,
  memorandum,
  position,
  positions,
  type Row,
  reviewed,
  rules,
  term,
} from '../../test/support/judged.ts'
import type { ActKind } from './acts.ts'
import { judgedKinds } from './judge.ts'

/** An act that breaks a rule, and the field that, once it is inferred, proves nothing. */
interface Inferred extends Omit<Row, 'finding' | 'article'> {
  readonly kind: ActKind
  readonly field: string
  /** The act that carries the doubt, where it is another. */
  readonly of?: string
}

describe('a fact that was inferred proves nothing', () => {
  const ofDecision = { ...decision('adopted'), id: 'decision' }
  const beside = term('secretary', 'Utopia', { id: 'beside', on: '2031-01-06', to: '2032-01-06' })
  const first = term('secretary', 'Utopia', { id: 'beside', on: '2030-06-02', to: '2031-06-02' })
  const hosted = meeting('council', { country: 'Utopia', chair: 'Arcadia' })
  const called = meeting('senate', { extraordinary: true, calledBy: ['Utopia'], calledOn: '2031-05-20' })
  const cases: readonly Inferred[] = [
    {
      kind: 'status-granted',
      says: 'which body decided',
      given: [memorandum()],
      act: grant({ by: 'assembly' }),
      field: 'decided',
    },
    {
      kind: 'status-granted',
      says: 'the positions taken',
      given: [memorandum()],
      act: grant({ by: 'council', positions: positions({ against: ['Erewhon'] }) }),
      field: 'decided.positions',
    },
    { kind: 'status-ended', says: 'the day of the notice', act: leave('2031-04-22'), field: 'noticeOn' },
    { kind: 'status-ended', says: 'the day of leaving', act: leave('2031-04-22'), field: 'on' },
    {
      kind: 'decision-recorded',
      says: 'what became of it',
      given: agreed,
      act: decision('not-adopted'),
      field: 'outcome',
    },
    {
      kind: 'decision-recorded',
      says: 'a position on it',
      given: [position('Utopia', 'objects')],
      act: decision('adopted'),
      field: 'position',
      of: 'position/Utopia',
    },
    {
      kind: 'decision-recorded',
      says: 'who took it',
      given: [position('Utopia', 'objects')],
      act: decision('adopted'),
      field: 'participant',
      of: 'position/Utopia',
    },
    {
      kind: 'decision-recorded',
      says: 'who objected, as a source says',
      act: decision('adopted', {
        stances: [{ participant: 'Utopia', stance: 'objected', about: 'all of it', attribution: 'a newspaper' }],
      }),
      field: 'stances',
    },
    {
      kind: 'position-taken',
      says: 'who took it',
      given: [ofDecision],
      act: position('Laputa', 'objects'),
      field: 'participant',
    },
    { kind: 'meeting-held', says: 'who chaired', act: hosted, field: 'chair' },
    { kind: 'meeting-held', says: 'who hosted', act: hosted, field: 'country' },
    {
      kind: 'meeting-held',
      says: 'who had the chair of the Council',
      given: [chairBefore('Arcadia')],
      act: meeting('assembly', { chair: 'Utopia' }),
      field: 'participant',
      of: 'chair-before',
    },
    {
      kind: 'meeting-held',
      says: 'when papers were sent',
      act: meeting('committee', { papersOn: '2031-05-20' }),
      field: 'papersOn',
    },
    { kind: 'meeting-held', says: 'the day of it', act: meeting('committee', { papersOn: '2031-05-20' }), field: 'on' },
    {
      kind: 'meeting-held',
      says: 'who asked, and when',
      act: { ...called, calledOn: '2031-05-19' },
      field: 'calledBy',
    },
    {
      kind: 'chair-taken',
      says: 'who took it',
      given: [chairBefore('Arcadia')],
      act: chair('Utopia'),
      field: 'participant',
    },
    {
      kind: 'chair-taken',
      says: 'who had it before',
      given: [chairBefore('Arcadia')],
      act: chair('Utopia'),
      field: 'participant',
      of: 'chair-before',
    },
    { kind: 'term-began', says: 'its end', act: term('secretary', 'Utopia', { to: '2032-06-03' }), field: 'to' },
    { kind: 'term-began', says: 'its beginning', act: term('secretary', 'Utopia', { to: '2032-06-03' }), field: 'on' },
    { kind: 'term-began', says: 'who holds it', given: [first], act: term('secretary', 'Utopia'), field: 'holder' },
    {
      kind: 'term-began',
      says: 'who held it',
      given: [first],
      act: term('secretary', 'Utopia'),
      field: 'holder',
      of: 'beside',
    },
    {
      kind: 'term-began',
      says: 'who put it forward',
      given: [beside],
      act: term('deputy', 'Utopia'),
      field: 'participant',
    },
    {
      kind: 'term-began',
      says: 'who put the other forward',
      given: [beside],
      act: term('deputy', 'Utopia'),
      field: 'participant',
      of: 'beside',
    },
    { kind: 'instrument-signed', says: 'the deposits', act: accord('2031-09-04'), field: 'parties' },
  ]
  for (const { says, field, of = 'it', ...row } of cases) {
    test(`${row.kind}: ${says}`, () => {
      expect(isBroken(reviewed(row).finding)).toBe(true)
      expect(reviewed(row, rules(), { of, field }).finding).toBe('cannot-be-judged')
    })
  }
  test('every kind on which rules bear has such a row', () => {
    expect(new Set(cases.map(({ kind }) => kind))).toEqual(judgedKinds)
  })
  test('instrument-signed: the day that is said to be that of its entry into force is then not compared', () => {
    const found = reviewed({ act: accord('2031-09-04') }, rules(), { of: 'it', field: 'inForceOn' })
    expect(found.finding).toBe('in-order')
  })
})
