import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Question } from '../rules/index.ts'
import { columnsOf, questionFrom, stances, type Written, type WrittenRow, writtenFrom } from './own-question.ts'
import { asJson } from './verdict.ts'

const row = (who: string, more: Partial<WrittenRow> = {}): WrittenRow => ({
  who,
  tags: '',
  weights: '',
  stands: 'for',
  ...more,
})
const written = (more: Partial<Written> = {}): Written => ({
  rule: '{"kind":"consensus"}',
  concerned: '',
  rows: [row('A'), row('B', { stands: 'against' })],
  ...more,
})
const faultsOf = (one: Written) => {
  const read = questionFrom(one)
  return 'faults' in read ? read.faults : []
}

describe('a form is read into a question', () => {
  test('with tags, weights and whom it concerns; rows without a name are left out', () => {
    const rows = [row('A', { tags: 'permanent; old', weights: 'population 83.5, votes: 4' }), row(' '), row('B')]
    expect(questionFrom(written({ rows, concerned: 'B' }))).toEqual({
      question: {
        rule: { kind: 'consensus' },
        entitled: [{ id: 'A', tags: ['permanent', 'old'], weights: { population: 83.5, votes: 4 } }, { id: 'B' }],
        positions: { A: 'for', B: 'for' },
        concerned: ['B'],
      },
    })
  })
  const name = fc.stringMatching(/^[A-Za-z[][A-Za-z"[\] ]{0,8}[A-Za-z\]]$/)
  const participant = fc.record({
    who: name,
    tags: fc.uniqueArray(name, { maxLength: 2 }),
    weight: fc.option(fc.nat(1000)),
    stands: fc.constantFrom(...stances.map(({ position }) => position)),
  })
  test('and written back into a form it is the same question', () => {
    const participants = fc.uniqueArray(participant, { selector: ({ who }) => who, minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(participants, (all) => {
        const question: Question = {
          rule: { kind: 'majority', share: [2, 3], of: 'present-and-voting' },
          entitled: all.map(({ who, tags, weight }) => ({
            id: who,
            ...(tags.length > 0 ? { tags } : {}),
            ...(weight === null ? {} : { weights: { population: weight } }),
          })),
          positions: Object.fromEntries(all.map(({ who, stands }) => [who, stands])),
        }
        expect(questionFrom(writtenFrom(question))).toEqual({ question })
      }),
    )
  })
})

describe('what cannot be read is said beside its field', () => {
  const majority = '{"kind":"majority","share":[2,3],"of":"members"'
  const cases: readonly [says: string, form: Partial<Written>, field: string, message: RegExp][] = [
    ['no JSON', { rule: '{kind: consensus}' }, 'rule', /not JSON.*double quotes/],
    ['nothing', { rule: '' }, 'rule', /not JSON/],
    ['an unknown kind', { rule: '{"kind":"majorty"}' }, 'rule', /majorty.*Write consensus, majority/],
    ['no kind', { rule: '{}' }, 'rule', /kind/],
    ['an unknown field', { rule: '{"kind":"consensus","minuss":1}' }, 'rule', /minuss/],
    ['a share above the whole', { rule: '{"kind":"majority","share":[3,2]}' }, 'rule', /more than the whole/],
    ['a tag that nobody has', { rule: '{"kind":"threshold","yes":1,"noneAgainstFrom":"old"}' }, 'rule', /old/],
    [
      'a weight that somebody lacks',
      { rule: `${majority},"weightedBy":"votes"}` },
      'rule',
      /"A" has no weight "votes"/,
    ],
    ['a weight without a number', { rows: [row('A', { weights: 'many' })] }, 'weights-0', /many.*population 83/],
    [
      'a weight that is given twice',
      { rows: [row('A', { weights: 'votes 1, votes 2' })] },
      'weights-0',
      /"votes".*twice/,
    ],
    [
      'a field that is named twice',
      { rule: '{"kind":"consensus","minus":1,"minus":2}' },
      'rule',
      /minus is written twice/,
    ],
    ['a name that no object can hold', { rows: [row('A'), row('__proto__')] }, 'who-1', /Take another id/],
    ['a name that stands twice', { rows: [row('A'), row(''), row('A')] }, 'who-2', /twice/],
    ['tags of nobody', { rows: [row('A'), row('', { tags: 'old' })] }, 'who-1', /Name a participant/],
    ['nobody at all', { rows: [row('')] }, 'who-0', /at least one participant/],
    ['no position', { rows: [row('A'), row(''), row('B', { stands: 'maybe' })] }, 'stands-2', /maybe/],
    ['a stranger concerned', { concerned: 'C' }, 'concerned', /C/],
  ]
  test.each(cases)('%s', (_, form, field, message) => {
    const faults = faultsOf(written(form))
    expect(faults.map((fault) => fault.field)).toEqual([field])
    expect(faults[0]?.message).toMatch(message)
  })
})

test('the table has the columns that the rule speaks of, or that are filled in', () => {
  expect(columnsOf(written())).toEqual({ tags: false, weights: false })
  const rule = '{"kind":"threshold","yes":9,"weightedBy":"votes","noneAgainstFrom":"permanent"}'
  expect(columnsOf(written({ rule }))).toEqual({ tags: true, weights: true })
  expect(columnsOf(written({ rows: [row('A', { tags: 'old' })] }))).toEqual({ tags: true, weights: false })
})

test('JSON to be read by people is the same value, a list of plain values in one line', () => {
  expect(asJson({ share: [2, 3], rules: [{ of: [] }] })).toContain('"share": [2, 3]')
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(asJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})
