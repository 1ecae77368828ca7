import { describe, expect, test } from 'vitest'
import { act, entriesOf } from '../../../test/support/registers.ts'
import { type Act, Fold, type Measure } from '../../record/index.ts'
import type { Day } from '../../rules/index.ts'
import { checked } from '../claim.ts'
import { measured } from './measure.ts'

const acts: Act[] = [
  act({
    kind: 'organisation-described',
    id: 'organisation',
    names: { en: 'Concord' },
    shortName: 'Concord',
    edition: 'made-up',
    introduction: ['Made up.'],
    timeZone: 'UTC',
    begins: '2030-01-01',
    coveredTo: '2033-12-31',
    statuses: [{ status: 'member', tone: 'member', en: { one: 'member', many: 'members' } }],
  }),
  act({ kind: 'participant-described', id: 'ARC', participant: 'ARC', type: 'state', names: { en: 'Arcadia' } }),
  act({ kind: 'body-described', id: 'body/council', body: 'council', names: { en: 'Council' }, type: 'board' }),
  ...[2030, 2031, 2032, 2033].map((year) =>
    act({
      kind: 'coverage-stated',
      id: `coverage/${year}/decisions`,
      year,
      of: 'decisions',
      coverage: 'complete',
      basis: 'the minutes',
    }),
  ),
  act({
    kind: 'decision-recorded',
    id: 'decision/lights',
    decision: 'lights',
    on: '2031-05-01',
    title: 'On lights',
    body: 'senate',
    type: 'declaration',
    outcome: 'adopted',
    participants: 'members',
    proposedBy: ['LIL'],
  }),
]
const at = (day: string) => new Fold('concord', entriesOf(acts)).at(day as Day)
const where = (asked: object): Measure => ({ count: 'decisions', where: asked as never })

describe('a name that nobody and nothing bears is told, and not counted', () => {
  const cases: { says: string; asked: object; refused?: string }[] = [
    { says: 'a body that is described', asked: { body: 'council' } },
    { says: 'a body that has decided, described or not', asked: { body: 'senate' } },
    { says: 'a body that is neither', asked: { body: 'sennate' }, refused: 'unknown-name' },
    { says: 'a participant that is described', asked: { proposedBy: 'ARC' } },
    { says: 'one that is named there', asked: { proposedBy: 'LIL' } },
    { says: 'of several, one will do', asked: { proposedBy: ['LIL', 'XYZ'] } },
    { says: 'of several, none', asked: { proposedBy: ['XYZ', 'XYY'] }, refused: 'unknown-name' },
    { says: 'of all, one is not there', asked: { proposedBy: { includes: ['LIL', 'XYZ'] } }, refused: 'unknown-name' },
    { says: 'a word that can be one of a few, whether or not it occurs', asked: { outcome: 'not-adopted' } },
    { says: 'a word that is none of them', asked: { outcome: 'adoptd' }, refused: 'unknown-name' },
    { says: 'a word that may be any', asked: { type: 'treaty' } },
    { says: 'a field that is kept for itself', asked: { constructor: 1 }, refused: 'unknown-field' },
  ]
  test.each(cases)('$says', ({ asked, refused }) => {
    expect(measured(where(asked), at('2033-12-31'))).toMatchObject(refused ? { refused } : { parts: [] })
  })
  test('a status that the organisation has, whoever holds it on the day', () => {
    const holders = (status: string) => measured({ count: 'participants', where: { status } }, at('2033-12-31'))
    expect(holders('member')).toMatchObject({ value: 0 })
    expect(holders('emperor')).toMatchObject({ refused: 'unknown-name' })
  })
  test('one that is named only later is known all the same', () => {
    expect(measured(where({ body: 'senate' }), at('2030-12-31'))).toMatchObject({ value: 0 })
  })
})

describe('what cannot be asked of a value is told', () => {
  const cases: { says: string; asked: object; refused: boolean }[] = [
    { says: 'a year, as a number', asked: { year: 2031 }, refused: false },
    { says: 'a year, as text', asked: { year: '2031' }, refused: true },
    { says: 'text in a number', asked: { year: { has: ['20'] } }, refused: true },
    { says: 'a date, in full', asked: { on: '2031-05-01' }, refused: false },
    { says: 'a date, as a number', asked: { on: 2031 }, refused: true },
    { says: 'a span of dates', asked: { on: { from: '2031', to: '2031' } }, refused: false },
    { says: 'how much a word is', asked: { body: { atLeast: 5 } }, refused: true },
    { says: 'from when on a word is', asked: { body: { from: '2031' } }, refused: true },
    { says: 'a number for a word', asked: { body: 5 }, refused: true },
    { says: 'which day is before and after', asked: { on: { from: '2032', to: '2031' } }, refused: true },
  ]
  test.each(cases)('$says', ({ asked, refused }) => {
    const found = measured(where(asked), at('2033-12-31'))
    expect(['unanswerable', 'beyond-the-record'].includes('refused' in found ? found.refused : '')).toBe(refused)
  })
  const results: { says: string; is: unknown; outcome: string }[] = [
    { says: 'a number', is: 1, outcome: 'holds' },
    { says: 'a word of a number', is: 'many', outcome: 'cannot-be-told' },
    { says: 'yes or no of a number', is: true, outcome: 'cannot-be-told' },
    { says: 'text in a number', is: { has: ['1'] }, outcome: 'cannot-be-told' },
  ]
  test.each(results)('of what is measured: $says', ({ is, outcome }) => {
    const check = { says: 'x', measure: where({}), is: is as never, asRecorded: 'as the minutes have it' }
    expect(checked(check, at('2033-12-31')).outcome).toBe(outcome)
  })
})

describe('days that are still to come', () => {
  const upTo = (to: string) => measured(where({ on: { from: '2030', to } }), at('2032-06-30'))
  test('leave nothing certain of a count', () => {
    expect(upTo('2032-06-30')).toMatchObject({ bounds: { least: 1, most: 1 } })
    expect(upTo('2032-07-01')).toMatchObject({ bounds: { least: 1, most: Number.POSITIVE_INFINITY } })
    expect(upTo('2090')).toMatchObject({ completeness: [{ ahead: true, firm: false }] })
    expect(measured(where({ year: { atMost: 2033 } }), at('2032-06-30'))).toMatchObject({
      completeness: [{ ahead: true }],
    })
  })
  test('a span of more years than there are ends with the first', () => {
    expect(measured(where({ on: { withinYears: 1500 } }), at('2033-12-31'))).toMatchObject({ value: 1 })
  })
})

test('what comes to more than a number can hold is no number', () => {
  const huge = { number: 1.7e308, says: 'made up' }
  expect(measured({ plus: [huge, huge] }, at('2033-12-31'))).toMatchObject({ refused: 'not-a-number' })
})
