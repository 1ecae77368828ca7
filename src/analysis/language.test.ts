import { describe, expect, test } from 'vitest'
import { decided, spoken } from '../../test/support/made-up.ts'
import { entriesOf } from '../../test/support/registers.ts'
import { Fold } from '../record/index.ts'
import { type Day, isRefusal } from '../rules/index.ts'
import { type LanguageOfAll, type LanguageOfTopic, language } from './language.ts'

const decision = (id: string, on: string, type: string, more: object = {}) => decided(id, on, { type, ...more })
const text = (id: string, date: string, verbs: readonly string[], more: object = {}) =>
  spoken(id, date, verbs, 'Deep water', { names: ['Arcadia'], addressee: 'everyone', ...more })

const acts = [
  ...['2031', '2032', '2033', '2034', '2035'].map((year) => decision(`d-${year}`, `${year}-05-01`, 'declaration')),
  decision('plan', '2033-01-01', 'plan'),
  decision('failed', '2033-06-01', 'declaration', { outcome: 'not-adopted' }),
  ...text('first', '2031-05-01', ['notes'], { decision: 'd-2031' }),
  ...text('silent', '2032-05-01', [], { decision: 'd-2032' }),
  ...text('plan', '2033-01-01', ['decides'], { decision: 'plan' }),
  // That of 2033 was not taken apart.
  ...text('fourth', '2034-05-01', ['notes', 'calls for'], { decision: 'd-2034' }),
  ...text('fifth', '2035-05-01', ['condemns'], { decision: 'd-2035' }),
  ...text('loose', '2035-06-01', ['will']),
]
const fold = new Fold('concord', entriesOf(acts))
const on = (day: string) => language(fold.at(day as Day), { about: 'deep-water' }) as LanguageOfTopic

test('each text against the one of its kind before it, with what lies between', () => {
  const told = on('2036-01-01').spoken.map(({ text: of, against }) => [
    of,
    against?.with.text,
    against?.is,
    against?.without,
    against?.unread,
  ])
  expect(told).toEqual([
    ['first', undefined, undefined, undefined, undefined],
    // Of another kind, so that it is held against nothing and nothing is held against it.
    ['plan', undefined, undefined, undefined, undefined],
    ['fourth', 'first', 'stronger', 1, 1],
    ['fifth', 'fourth', 'weaker', 0, 0],
    // The record does not say of what decision it is the text.
    ['loose', undefined, undefined, undefined, undefined],
  ])
})

test('of each kind: how many were taken apart, how many speak, and which were not taken apart', () => {
  const [declaration, plan] = on('2036-01-01').kinds
  expect([declaration?.speaking, declaration?.taken, declaration?.unread.map(({ decision: id }) => id)]).toEqual([
    3,
    4,
    ['d-2033'],
  ])
  expect([plan?.kind.type, plan?.speaking, plan?.unread]).toEqual(['plan', 1, []])
})

test('who is named and spoken to, with the texts in which', () => {
  const { named, addressed } = on('2034-12-31')
  expect(named.map(({ participant, texts }) => [participant, texts.map(({ text: of }) => of)])).toEqual([
    ['Arcadia', ['first', 'plan', 'fourth']],
  ])
  expect(addressed.map(({ addressee }) => addressee)).toEqual(['everyone'])
})

describe('as of a day', () => {
  test.each([
    { day: '2034-04-30', tally: { stronger: 0, weaker: 0, same: 0, 'not-comparable': 0 } },
    { day: '2034-05-01', tally: { stronger: 1, weaker: 0, same: 0, 'not-comparable': 0 } },
    { day: '2035-05-01', tally: { stronger: 1, weaker: 1, same: 0, 'not-comparable': 0 } },
  ])('$day', ({ day, tally }) => {
    expect(on(day).tally).toEqual(tally)
    const all = language(fold.at(day as Day), {}) as LanguageOfAll
    expect(all.topics.map((one) => one.tally)).toEqual([tally])
  })
  test('a topic of which nothing is on record yet is refused', () => {
    const refused = language(fold.at('2031-04-30' as Day), { about: 'deep water' })
    expect(isRefusal(refused) && refused.refused).toBe('unknown-topic')
  })
})
