import { describe, expect, test } from 'vitest'
import { described, granted, rule, states } from '../../test/support/made-up.ts'
import { act, entriesOf } from '../../test/support/registers.ts'
import type { Day } from '../rules/index.ts'
import { Fold } from './fold.ts'
import { mayIn, type RightIn } from './rights.ts'

const consensus = { kind: 'consensus' }

const acts = [
  described({ coveredTo: '2039' }, { full: 'member', associate: 'observer', suspended: 'past' }),
  ...states('Arcadia', 'Erewhon', 'Laputa', 'Lilliput', 'Utopia'),
  granted('Arcadia', '2031-03-03'),
  granted('Utopia', '2031-03-03'),
  granted('Utopia', '2033-05-02', 'suspended'),
  granted('Laputa', '2031-03-03'),
  act({ id: 'Laputa-left', kind: 'status-ended', participant: 'Laputa', on: '2032-09-27' }),
  granted('Lilliput', '2031-03-03', 'associate'),
  granted('Lilliput', '2034-01'),
  granted('Erewhon', '2031-03-03', 'associate'),
  rule('council', {
    computes: { kind: 'body', body: 'council', name: 'Council', decides: consensus },
    article: 'Rule 6',
  }),
  rule('experts', {
    computes: { kind: 'decides', bodies: ['experts'], entitled: ['full', 'associate'], decides: consensus },
    article: 'Rule 18',
  }),
  rule('propose', {
    computes: { kind: 'right', statuses: ['associate'], may: 'propose', bodies: ['experts'] },
    article: 'Rule 23',
  }),
  rule('attend', {
    computes: { kind: 'right', statuses: ['associate'], may: 'attend', bodies: ['council'] },
    article: 'Rule 5(2)',
  }),
  rule('papers', { computes: { kind: 'right', statuses: ['associate'], may: 'receive-papers' }, article: 'Rule 5(3)' }),
  rule('committee', {
    computes: { kind: 'right', statuses: ['full'], may: 'take-positions', bodies: ['committee'] },
    article: 'Rule 5(1)',
  }),
]
const fold = new Fold('concord', entriesOf(acts))
const may = (participant: string, body: string, right: RightIn, day = '2033-12-01') =>
  mayIn(fold.at(day as Day), participant, body, right)

describe('who may do what in a body', () => {
  const rows: readonly [
    participant: string,
    right: RightIn,
    body: string,
    allowed: boolean,
    article: string | undefined,
  ][] = [
    ['Arcadia', 'take-positions', 'council', true, 'Rules, Rule 6'],
    ['Erewhon', 'take-positions', 'council', false, 'Rules, Rule 6'],
    ['Erewhon', 'take-positions', 'experts', true, 'Rules, Rule 18'],
    // No rule says how the committee decides; one says who takes positions there.
    ['Arcadia', 'take-positions', 'committee', true, 'Rules, Rule 5(1)'],
    ['Erewhon', 'take-positions', 'committee', false, 'Rules, Rule 5(1)'],
    ['Arcadia', 'take-positions', 'assembly', false, undefined],
    ['Arcadia', 'propose', 'council', true, 'Rules, Rule 6'],
    ['Erewhon', 'propose', 'council', false, 'Rules, Rule 6'],
    // Where a rule says who may propose, only those may.
    ['Erewhon', 'propose', 'experts', true, 'Rules, Rule 23'],
    ['Arcadia', 'propose', 'experts', false, 'Rules, Rule 23'],
    ['Erewhon', 'attend', 'council', true, 'Rules, Rule 5(2)'],
    ['Erewhon', 'attend-open-meetings', 'council', true, 'Rules, Rule 5(2)'],
    ['Arcadia', 'attend', 'council', true, 'Rules, Rule 6'],
    ['Erewhon', 'speak', 'council', false, 'Rules, Rule 6'],
    ['Arcadia', 'speak', 'council', true, 'Rules, Rule 6'],
    // A right without bodies is one in all of them.
    ['Erewhon', 'receive-papers', 'assembly', true, 'Rules, Rule 5(3)'],
    ['Arcadia', 'receive-papers', 'assembly', false, 'Rules, Rule 5(3)'],
    ['Arcadia', 'receive-papers', 'council', true, 'Rules, Rule 6'],
    // Suspended, gone, and never there.
    ['Utopia', 'take-positions', 'council', false, 'Rules, Rule 6'],
    ['Utopia', 'receive-papers', 'council', false, 'Rules, Rule 5(3)'],
    ['Laputa', 'attend', 'council', false, 'Rules, Rule 5(2)'],
    ['Nowhere', 'propose', 'council', false, 'Rules, Rule 6'],
  ]
  for (const [participant, right, body, allowed, article] of rows) {
    test(`${participant}, ${right}, ${body}: ${allowed}`, () => {
      const found = may(participant, body, right)
      expect(found.allowed).toBe(allowed)
      expect(found.reasons[0]?.article).toBe(article)
    })
  }
  test('what is presumed where no rule says who may propose is said', () => {
    expect(may('Arcadia', 'council', 'propose').reasons[0]?.text).toMatch(
      /^No rule on record says who may propose in the Council, so whoever takes positions there may\./,
    )
    expect(may('Arcadia', 'assembly', 'propose').reasons[0]?.text).toBe(
      'No rule on record says who may propose in the assembly.',
    )
  })
  test('who may not is told who may', () => {
    expect(may('Erewhon', 'council', 'take-positions').reasons.map(({ text }) => text)).toEqual([
      'Erewhon holds no status that may take positions in the Council.',
      'The status “full” may take positions in the Council.',
    ])
  })
})

describe('on the day', () => {
  const days = [
    { who: 'Utopia', says: 'until the day before suspension', day: '2033-05-01', allowed: true },
    { who: 'Utopia', says: 'not from the day of suspension on', day: '2033-05-02', allowed: false },
    { who: 'Laputa', says: 'until the day before it left', day: '2032-09-26', allowed: true },
    { who: 'Laputa', says: 'not on the day on which it left', day: '2032-09-27', allowed: false },
    { who: 'Arcadia', says: 'from the first day', day: '2031-03-03', allowed: true },
    { who: 'Arcadia', says: 'not before the rule', day: '2031-03-02', allowed: false },
    { who: 'Lilliput', says: 'not before the month', day: '2033-12-31', allowed: false },
    { who: 'Lilliput', says: 'not in a month of which the day is not known', day: '2034-01-09', allowed: false },
    { who: 'Lilliput', says: 'after it', day: '2034-02-01', allowed: true },
  ]
  for (const { who, says, day, allowed } of days) {
    test(`${who}: ${says}`, () => expect(may(who, 'council', 'take-positions', day).allowed).toBe(allowed))
  }
  test('what is not known is said', () => {
    expect(may('Lilliput', 'council', 'take-positions', '2034-01-09').reasons[0]?.text).toBe(
      'Whether Lilliput already, or still, holds a status that may take positions in the Council is not known.',
    )
  })
})
