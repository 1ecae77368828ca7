import { describe, expect, test } from 'vitest'
import { readEntryQuestion } from './entry-into-force.ts'

const question = {
  id: 'pact',
  clause: { count: 2, after: { days: 30 } },
  events: [{ participant: 'A', kind: 'ratification', on: '2031-01-05' }],
}
const event = question.events[0]

/** A clause within clauses, so many levels deep. */
const nested = (levels: number): object => {
  let clause: object = { count: 1 }
  for (let level = 0; level < levels; level += 1) clause = { all: [clause] }
  return clause
}

describe('a question on entry into force as it is written', () => {
  test('is read', () => expect(readEntryQuestion(question)).toEqual(question))
  test('a year may stand as a number', () => {
    expect(readEntryQuestion({ ...question, events: [{ ...event, on: 2031 }] })).toMatchObject({
      events: [{ on: '2031' }],
    })
  })
  test('clauses within clauses are read, to a depth that no treaty needs', () => {
    expect(readEntryQuestion({ ...question, clause: nested(32) })).not.toHaveProperty('refused')
    expect(readEntryQuestion({ ...question, clause: nested(33) })).toMatchObject({ refused: 'too-deep' })
    expect(readEntryQuestion({ ...question, clause: nested(9000) })).toMatchObject({ refused: 'too-deep' })
  })
  const refused: [string, unknown, string, string][] = [
    ['nothing at all', null, 'unreadable-field', 'the question'],
    ['a list', [], 'unreadable-field', 'the question: expected object'],
    ['no events', { ...question, events: undefined }, 'missing-field', 'events: is missing'],
    ['a field that nobody knows', { ...question, clauses: 1 }, 'unknown-field', 'clauses: there is no such field'],
    ['one in a clause within', { ...question, clause: { all: [{ cuont: 1 }] } }, 'unknown-field', 'clause.all.0.cuont'],
    [
      'conditions beside a list of clauses',
      { ...question, clause: { count: 1, all: [] } },
      'unreadable-field',
      'clause: holds conditions of its own',
    ],
    [
      'later parties inside',
      { ...question, clause: { all: [{ count: 1, laterParty: {} }] } },
      'unknown-field',
      'clause.all.0.laterParty',
    ],
    [
      'a period of two units',
      { ...question, clause: { count: 1, after: { days: 1, months: 1 } } },
      'unreadable-field',
      'clause.after: has one unit',
    ],
    [
      'a period of none',
      { ...question, clause: { count: 1, after: {} } },
      'unreadable-field',
      'clause.after: has one unit',
    ],
    [
      'half a day',
      { ...question, clause: { count: 1, after: { days: 0.5 } } },
      'unreadable-field',
      'clause.after.days',
    ],
    [
      'half a deposit',
      { ...question, clause: { count: 1.5 } },
      'unreadable-field',
      'clause.count: is a whole number, or "all"',
    ],
    [
      'a day that is none',
      { ...question, events: [{ ...event, on: '2031-02-29' }] },
      'unreadable-field',
      'events.0.on: "2031-02-29" is not a date',
    ],
    [
      'no day',
      { ...question, events: [{ participant: 'A', kind: 'ratification' }] },
      'missing-field',
      'events.0.on: is missing',
    ],
    [
      'a year past those of four digits',
      { ...question, events: [{ ...event, on: '9900' }] },
      'unreadable-field',
      'events.0.on: lies too far ahead',
    ],
    [
      'a kind that nobody knows',
      { ...question, events: [{ ...event, kind: 'ratified' }] },
      'unreadable-field',
      'events.0.kind: is none of ratification',
    ],
    [
      'a withdrawal counted as a deposit',
      { ...question, clause: { count: 1, of: ['withdrawal'] } },
      'unreadable-field',
      'clause.of.0: is none of',
    ],
    [
      'a weight below nothing',
      { ...question, weights: { tonnage: { A: -1 } } },
      'unreadable-field',
      'weights.tonnage.A',
    ],
    [
      'a share that is none',
      { ...question, clause: { share: { weight: 'tonnage', atLeast: [0, 2] } } },
      'unreadable-field',
      'clause.share.atLeast.0',
    ],
  ]
  test.each(refused)('%s is refused', (_, written, code, names) => {
    expect(readEntryQuestion(written)).toMatchObject({
      refused: code,
      message: expect.stringContaining(names),
      remedy: expect.any(String),
    })
  })
})
