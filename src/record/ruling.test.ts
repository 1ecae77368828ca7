import { describe, expect, test } from 'vitest'
import { described, states } from '../../test/support/made-up.ts'
import { act, entriesOf } from '../../test/support/registers.ts'
import type { Act } from './acts.ts'
import { Fold } from './fold.ts'
import { replay } from './replay.ts'
import { review } from './review.ts'
import { rule } from './ruling.ts'
import type { Seat } from './seat.ts'

const rules = [
  {
    rule: 'council',
    article: 'Rule 6',
    computes: { kind: 'body', body: 'council', name: 'Council', decides: { kind: 'consensus' } },
  },
  {
    rule: 'full',
    article: 'Rule 3(2)',
    strength: 'as-a-rule',
    computes: { kind: 'status', status: 'full-participant', grantedBy: 'council', heldBefore: ['associate'] },
  },
  { rule: 'associate', article: 'Rule 3(1)', computes: { kind: 'status', status: 'associate', grantedBy: 'council' } },
  { rule: 'leaving', article: 'Rule 4(2)', computes: { kind: 'leaving', notice: { weeks: 6 } } },
].map(({ rule, ...more }) =>
  act({
    id: `rule/${rule}`,
    kind: 'rule-stated',
    rule,
    on: '2031-01-01',
    document: 'Rules of Procedure',
    strength: 'must',
    says: 'as it says',
    ...more,
  }),
)
const concord = described({}, { 'full-participant': 'member', associate: 'member' })
const noObjection = { by: 'council', positions: { for: ['Arcadia'], against: [], abstaining: [] } }
const objected = { by: 'council', positions: { for: ['Arcadia'], against: ['Laputa'], abstaining: [] } }
const grant = (status: string, decided: object | undefined, more: object = {}): Act =>
  act({
    id: `Utopia-${status}`,
    kind: 'status-granted',
    on: '2031-06-02',
    participant: 'Utopia',
    status,
    history: false,
    ...(decided ? { decided } : {}),
    ...more,
  })
const leave = (noticeOn: string, more: object = {}): Act =>
  act({
    id: 'Utopia-leaves',
    kind: 'status-ended',
    on: '2032-10-04',
    noticeOn,
    participant: 'Utopia',
    history: false,
    ...more,
  })

const secretariat: Seat = { kind: 'secretariat' }
const note = { number: '17', date: '2032-08-23' }
const registerWith = (...more: Act[]) =>
  new Fold('concord', entriesOf([...rules, concord, ...states('Utopia'), ...more]))

describe('a ruling on a live act, against the record as it stands', () => {
  const held = grant('associate', noObjection, { id: 'before', on: '2031-02-01' })
  const cases = [
    {
      says: 'Rule 3(1), 6: granted by the Council without objection',
      act: grant('associate', noObjection),
      finding: 'in-order',
    },
    {
      says: 'Rule 3(2): an associate becomes a full participant',
      before: [held],
      act: grant('full-participant', noObjection),
      finding: 'in-order',
    },
    {
      says: 'Rule 3(2): somebody else does: entered, and called unusual',
      act: grant('full-participant', noObjection),
      finding: 'unusual',
    },
    {
      says: 'positions not known: entered, and the gap is named',
      act: grant('associate', { by: 'council' }),
      finding: 'cannot-be-judged',
    },
    {
      says: 'Rule 4(2): six weeks of notice',
      before: [held],
      act: leave('2032-08-23', { fromNote: note }),
      finding: 'in-order',
    },
  ]
  for (const { says, before = [], act, finding } of cases) {
    test(says, () => expect(rule(registerWith(...before), act, secretariat)).toMatchObject({ finding }))
  }
  const refusals = [
    {
      says: 'Rule 6: somebody objected',
      act: grant('associate', objected),
      refused: 'out-of-order',
      article: 'Rules of Procedure, Rule 6',
    },
    {
      says: 'Rule 3(1): another body decided',
      act: grant('associate', { by: 'assembly' }),
      refused: 'out-of-order',
      article: 'Rules of Procedure, Rule 3(1)',
    },
    {
      says: 'Rule 4(2): a day short of six weeks',
      act: leave('2032-08-24', { fromNote: note }),
      refused: 'out-of-order',
      article: 'Rules of Procedure, Rule 4(2)',
    },
    {
      says: 'a participant nobody has described',
      act: grant('associate', noObjection, { participant: 'Atlantis' }),
      refused: 'unknown-participant',
    },
    { says: 'a status the organisation does not have', act: grant('patron', noObjection), refused: 'unknown-status' },
    {
      says: 'a correction of an act that is not there',
      act: grant('associate', noObjection, { replaces: ['nothing'] }),
      refused: 'unknown-act',
    },
    {
      says: 'placed after an act that is not there',
      act: grant('associate', noObjection, { after: 'nothing' }),
      refused: 'unknown-act',
    },
  ]
  for (const { says, act, refused, article } of refusals) {
    test(`out of order, ${says}: refused with what can be done`, () => {
      expect(rule(registerWith(), act, secretariat)).toMatchObject({
        refused,
        remedy: expect.any(String),
        ...(article ? { article } : {}),
      })
    })
  }
})

describe('who may act', () => {
  const seats: { says: string; seat: Seat; act: Act; allowed: boolean }[] = [
    { says: 'the Secretariat enters any act', seat: secretariat, act: grant('associate', noObjection), allowed: true },
    {
      says: 'a delegation gives notice of its own leaving',
      seat: { kind: 'delegation', participant: 'Utopia' },
      act: leave('2032-08-23'),
      allowed: true,
    },
    {
      says: 'one of its members does not',
      seat: { kind: 'delegation', participant: 'Utopia', role: 'member' },
      act: leave('2032-08-23'),
      allowed: false,
    },
    {
      says: 'the Secretariat does from its note',
      seat: secretariat,
      act: leave('2032-08-23', { fromNote: note }),
      allowed: true,
    },
    {
      says: 'not of another’s',
      seat: { kind: 'delegation', participant: 'Laputa' },
      act: leave('2032-08-23'),
      allowed: false,
    },
    {
      says: 'a delegation grants no status',
      seat: { kind: 'delegation', participant: 'Utopia' },
      act: grant('associate', noObjection),
      allowed: false,
    },
    { says: 'the public enters nothing', seat: { kind: 'public' }, act: leave('2032-08-23'), allowed: false },
    {
      says: 'a delegation enters no history',
      seat: { kind: 'delegation', participant: 'Utopia' },
      act: leave('2032-08-23', { history: true, sources: [{ source: 'journal' }] }),
      allowed: false,
    },
  ]
  for (const { says, seat, act, allowed } of seats) {
    test(says, () => {
      const result = rule(registerWith(), act, seat)
      expect('refused' in result ? result.refused : 'allowed').toBe(allowed ? 'allowed' : 'not-your-act')
    })
  }
})

describe('the note by which a participant leaves', () => {
  const utopia: Seat = { kind: 'delegation', participant: 'Utopia' }
  const decided = grant('associate', noObjection, { id: 'decided' })
  const rows = [
    { says: 'the Secretariat names it', seat: secretariat, act: leave('2032-08-23'), refused: 'note-missing' },
    {
      says: 'or the act by which it was decided',
      seat: secretariat,
      act: leave('2032-08-23', { carriesOut: 'decided' }),
      refused: undefined,
    },
    {
      says: 'the delegation itself has none',
      seat: utopia,
      act: leave('2032-08-23', { fromNote: note }),
      refused: 'note-not-yours',
    },
  ]
  test.each(rows)('$says', ({ seat, act, refused }) => {
    const result = rule(registerWith(decided), act, seat)
    expect('refused' in result ? result.refused : undefined).toBe(refused)
  })
})

describe('history is entered whatever the rules say, and reviewed with hindsight', () => {
  const sources = [{ source: 'journal' }]
  test('without a source it is refused', () => {
    expect(rule(registerWith(), grant('associate', objected, { history: true }), secretariat)).toMatchObject({
      refused: 'no-source',
    })
  })
  test('against a rule it is entered, and the review finds the departure', () => {
    const broken = grant('associate', objected, { history: true, sources })
    expect(rule(registerWith(), broken, secretariat)).toEqual({ finding: 'entered-as-history' })
    const fold = registerWith(broken)
    expect(review(fold, fold.entry('Utopia-associate') as never).finding).toBe('departure')
    expect(replay(fold)).toMatchObject({
      departures: [{ act: 'Utopia-associate', reasons: [{ article: 'Rules of Procedure, Rule 6' }] }],
      unusual: [],
    })
  })
  test('a fact that was inferred is no evidence: the same act cannot be judged', () => {
    const doubt = [{ field: 'decided', kind: 'inferred', note: 'copied from the list of participants' }]
    const fold = registerWith(grant('associate', objected, { history: true, sources, doubt }))
    expect(replay(fold)).toMatchObject({
      departures: [],
      gaps: [{ text: 'Which body decided is not on record.', acts: ['Utopia-associate'] }],
    })
  })
  test('a rule stated later changes the review, not the ruling, and only as known from then on', () => {
    const early = grant('associate', noObjection, { on: '2030-06-02', history: true, sources })
    const rule2030 = rules.map(
      (r) => ({ ...r, id: `${r.id}/2030`, rule: `${(r as { rule: string }).rule}-2030`, on: '2030-01-01' }) as Act,
    )
    const fold = registerWith(early, ...rule2030)
    const before = fold.position - rule2030.length
    expect(review(fold, fold.entry('Utopia-associate') as never, before).finding).toBe('cannot-be-judged')
    expect(review(fold, fold.entry('Utopia-associate') as never).finding).toBe('in-order')
  })
  test('a rule that had ended, or not begun, on the day does not apply', () => {
    const only = act({ ...rules[2], id: 'rule/old', rule: 'old', on: '2029-01-01', to: '2030-01-01' })
    const on = (day: string) =>
      new Fold(
        'concord',
        entriesOf([
          only,
          concord,
          ...states('Utopia'),
          grant('associate', { by: 'council' }, { on: day, history: true, sources }),
        ]),
      )
    const gap = (day: string) => replay(on(day)).gaps.map((g) => g.text)
    expect(gap('2029-12-31')).toEqual(['The rule by which council decided is not on record for this day.'])
    expect(gap('2030-01-01')).toEqual(['No rule on granting the status "associate" is on record for this day.'])
    expect(gap('2028-12-31')).toEqual(['No rule on granting the status "associate" is on record for this day.'])
  })
})

describe('re-ordering a day changes exactly what it should', () => {
  const sources = [{ source: 'journal' }]
  const first = grant('associate', noObjection, { id: 'associate', history: true, sources })
  const second = grant('full-participant', noObjection, { id: 'full', history: true, sources })
  test('associate, then full participant, on one day: in order', () => {
    expect(replay(registerWith(first, second))).toMatchObject({ departures: [], unusual: [] })
  })
  test('the other way round: the full participation is unusual, nothing else changes', () => {
    expect(replay(registerWith(second, first))).toMatchObject({ departures: [], unusual: [{ act: 'full' }] })
  })
})
