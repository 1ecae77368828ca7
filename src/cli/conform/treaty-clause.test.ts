import { describe, expect, test } from 'vitest'
import { clauseOf } from './treaty-clause.ts'
import { treatyRule } from './treaty-rule.ts'

const rule = treatyRule.parse({
  units: { days: { unit: 'days' }, months: { unit: 'months' }, later: { unit: 'months', startOf: 'following-month' } },
  further: ['including'],
  passed: ['the old depositary'],
  clauses: [
    { treaty: 'own', article: 'Article 4', clause: { count: 7 } },
    { treaty: 'weighed', article: 'Article 5', further: 'Half of the tonnage.' },
  ],
})
const row = (more: object) => ({
  treaty: 'pact',
  title: 'A Pact',
  count: '2',
  delay: '30',
  unit: 'days',
  further: '0',
  clause: '',
  ...more,
})
const thirty = 'shall enter into force on the thirtieth day after the second instrument of ratification'
const both = { after: { days: 30 }, laterParty: { after: { days: 30 } } }

describe('the clause of a treaty', () => {
  const cases: [string, object, object][] = [
    ['from the columns', {}, { clause: { count: 2, ...both } }],
    ['a wait of nothing', { delay: '0' }, { clause: { count: 2, laterParty: {} } }],
    [
      'a unit with a first day of the month',
      { delay: '3', unit: 'later' },
      { clause: { after: { months: 3 }, startOf: 'following-month' } },
    ],
    ['from words that say the same', { clause: thirty }, { clause: { count: 2, ...both } }],
    ['from words alone', { clause: thirty, count: '', unit: '' }, { clause: { count: 2, ...both } }],
    [
      'from words that say more than the columns',
      {
        unit: 'months',
        delay: '3',
        clause:
          'shall enter into force on the first day of the month following three months after the second ratification',
      },
      { clause: { after: { months: 3 }, startOf: 'following-month' } },
    ],
    [
      'words that mention no wait take none away',
      { clause: 'shall enter into force on the date of the second ratification' },
      { clause: { count: 2, ...both } },
    ],
    [
      'with a depositary that lets a period pass whole',
      { clause: `${thirty} with the old depositary` },
      { clause: { passed: true } },
    ],
    ['with an article', { article: 'Art. 3' }, { clause: { article: 'Art. 3' } }],
    ['that the suite gives it', { treaty: 'own', further: '1' }, { clause: { count: 7, article: 'Article 4' } }],
  ]
  test.each(cases)('%s', (_, more, expected) => {
    const found = clauseOf(rule, row(more))
    expect(found).toMatchObject(expected)
    expect(found).not.toHaveProperty('further')
  })

  const further: [string, object, string][] = [
    ['the facts say so', { further: '1' }, 'has a further condition'],
    ['its words do', { clause: `${thirty}, including that of Utopia` }, '"including"'],
    ['words and columns differ on the number', { clause: thirty, count: '3' }, 'differ'],
    ['or on the wait', { clause: thirty, delay: '90' }, 'differ'],
    ['it is that of another treaty', { title: 'Amendment To A Pact', clause: thirty }, 'the treaty amended'],
    ['the suite says so', { treaty: 'weighed' }, 'Half of the tonnage.'],
    ['no clause can be read', { count: 'some' }, 'cannot be read'],
  ]
  test.each(further)('cannot be applied alone: %s', (_, more, says) => {
    expect(clauseOf(rule, row(more)).further).toContain(says)
  })
  test('an amendment with a clause of its own', () => {
    expect(
      clauseOf(rule, row({ title: 'Amendment To A Pact', clause: `this amendment ${thirty}` })),
    ).not.toHaveProperty('further')
  })
})
