import { describe, expect, test } from 'vitest'
import { act, entriesOf } from '../../test/support/registers.ts'
import type { Day } from '../rules/index.ts'
import { chairOf } from './chairs.ts'
import { Fold } from './fold.ts'
import { endOfTime } from './place.ts'

const rule = (id: string, computes: object, article: string) =>
  act({
    id: `rule/${id}`,
    kind: 'rule-stated',
    rule: id,
    on: '2031-03-03',
    document: 'Rules',
    article,
    strength: 'must',
    says: id,
    computes,
  })
const host = rule('host', { kind: 'chair', bodies: ['council'], is: 'host' }, 'Rule 8(1)')
const follows = (body: string, of: string, article: string) =>
  rule(`chair-${body}`, { kind: 'chair', bodies: [body], is: 'chair-of', of }, article)
const taken = (participant: string, on: string, more: object = {}) =>
  act({ id: `chair/${participant}/${on}`, kind: 'chair-taken', body: 'council', participant, on, ...more })

const described = ['Arcadia', 'Utopia'].map((participant) =>
  act({
    id: `participant/${participant}`,
    kind: 'participant-described',
    participant,
    type: 'state',
    names: { en: participant },
  }),
)

function chair(body: string, day: string, acts: readonly ReturnType<typeof act>[]) {
  const fold = new Fold('concord', entriesOf([...described, ...acts]))
  return chairOf(fold.at(day as Day), body)
}

describe('the chair that was taken', () => {
  const term = taken('Utopia', '2033-09-05', { to: '2034-03-06' })
  const days = [
    { says: 'the day before', day: '2033-09-04', has: undefined },
    { says: 'the first day', day: '2033-09-05', has: 'Utopia' },
    { says: 'the last day', day: '2034-03-05', has: 'Utopia' },
    { says: 'the day on which it is another’s', day: '2034-03-06', has: undefined },
  ]
  for (const { says, day, has } of days) {
    test(says, () => expect(chair('council', day, [host, term]).participant).toBe(has))
  }
  test('says since when, under the article', () => {
    expect(chair('council', '2034-01-09', [host, term]).reasons).toEqual([
      { article: 'Rules, Rule 8(1)', text: 'Utopia took the chair of the council on 2033-09-05.' },
    ])
  })
  const open = [
    {
      says: 'two at once',
      acts: [term, taken('Arcadia', '2033-12-01')],
      why: /Utopia and Arcadia have the chair of the council at once/,
    },
    {
      says: 'in a month of which the day is not known',
      acts: [taken('Utopia', '2034-01')],
      why: /Whether Utopia has the chair of the council that day is not known/,
    },
    {
      says: 'until nobody knows when',
      acts: [taken('Utopia', '2033-09-05', { doubt: [{ field: 'to', kind: 'unverified', note: 'Not read.' }] })],
      why: /Whether Utopia has/,
    },
    {
      says: 'by an inference',
      acts: [taken('Utopia', '2033-09-05', { doubt: [{ field: 'participant', kind: 'inferred', note: 'Its turn.' }] })],
      why: /Whether Utopia has/,
    },
    { says: 'only announced', acts: [taken('Utopia', '2033-09-05', { planned: true })], why: /Nobody is on record/ },
    { says: 'nobody', acts: [], why: /Nobody is on record as having the chair of the council/ },
    { says: 'nobody, where the host chairs', acts: [host], why: /no meeting gives a host/ },
  ]
  for (const { says, acts, why } of open) {
    test(`${says}: open`, () => {
      const { participant, reasons } = chair('council', '2034-01-09', acts)
      expect(participant).toBeUndefined()
      expect(reasons.map(({ text }) => text)).toEqual([expect.stringMatching(why)])
    })
  }
})

describe('the chair of another body', () => {
  const experts = follows('experts', 'coordinators', 'Rule 18(3)')
  const coordinators = follows('coordinators', 'council', 'Rule 18(2)')
  const utopia = taken('Utopia', '2033-09-05')
  test('through two rules, each with its article', () => {
    const { participant, reasons } = chair('experts', '2034-01-09', [host, experts, coordinators, utopia])
    expect(participant).toBe('Utopia')
    expect(reasons.map(({ article }) => article)).toEqual([
      'Rules, Rule 18(3)',
      'Rules, Rule 18(2)',
      'Rules, Rule 8(1)',
    ])
  })
  test('is open where that one is', () => {
    expect(chair('experts', '2034-01-09', [host, experts, coordinators]).participant).toBeUndefined()
  })
  test('rules in a circle end, and name nobody', () => {
    const circle = [follows('council', 'experts', 'Rule 1'), experts, coordinators, utopia]
    const { participant, reasons } = chair('experts', '2034-01-09', circle)
    expect(participant).toBeUndefined()
    expect(reasons.at(-1)?.text).toMatch(/lead back to where they began/)
  })
  const of = (participant: string) => taken(participant, '2033-10-01', { id: 'chair/x', body: 'coordinators' })
  test('and taken by the same: nothing is open', () => {
    expect(chair('coordinators', '2034-01-09', [host, coordinators, utopia, of('Utopia')]).participant).toBe('Utopia')
  })
  test('and taken by somebody else: which of the two is open', () => {
    const { participant, reasons } = chair('coordinators', '2034-01-09', [host, coordinators, utopia, of('Arcadia')])
    expect(participant).toBeUndefined()
    expect(reasons.at(-1)?.text).toMatch(/Arcadia is on record as having taken the chair of the coordinators/)
  })
  test('before the rule began it says nothing', () => {
    expect(chair('experts', '2031-03-02', [experts, coordinators, taken('Utopia', '2031-01-01')]).reasons).toEqual([
      { text: 'Nobody is on record as having the chair of the experts that day.' },
    ])
  })
})

test('what was not yet known does not count', () => {
  const fold = new Fold('concord', entriesOf([...described, host, taken('Utopia', '2033-09-05')]))
  expect(chairOf(fold.at(endOfTime, described.length + 1), 'council').participant).toBeUndefined()
  expect(chairOf(fold.at(endOfTime), 'council').participant).toBe('Utopia')
})
