import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { namedTwice } from './named-twice.ts'

describe('a field that a JSON text names twice', () => {
  const rows: { says: string; json: string; twice: string[] }[] = [
    { says: 'once is not twice', json: '{"A": "for", "B": "for"}', twice: [] },
    { says: 'twice', json: '{"positions": {"A": "for", "A": "against"}}', twice: ['positions.A'] },
    { says: 'twice with the same value', json: '{"A":1,"A":1}', twice: ['A'] },
    { says: 'the second time in other letters', json: '{"A":1,"\\u0041" :2}', twice: ['A'] },
    { says: 'in objects beside each other it is once in each', json: '[{"A":1},{"A":{"A":1}}]', twice: [] },
    { says: 'after an object inside', json: '{"A":{"B":1},"A":2}', twice: ['A'] },
    { says: 'in a list, by its place', json: '[1, [2, {"A":1,"A":2}]]', twice: ['1.1.A'] },
    { says: 'texts are no names', json: '{"A":"B","C":["A\\":", "A", "{"],"B":"A"}', twice: [] },
  ]
  for (const { says, json, twice } of rows) test(says, () => expect([...namedTwice(json)]).toEqual(twice))

  test('never in what was written from a value', () => {
    fc.assert(fc.property(fc.json(), (json) => [...namedTwice(JSON.stringify(JSON.parse(json)))].length === 0))
  })
})
