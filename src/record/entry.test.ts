import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { act, anyRegister, entriesOf } from '../../test/support/registers.ts'
import { actKinds, actSchema, upcast } from './acts.ts'
import { canonical, decodeEntry, encodeEntry } from './entry.ts'

describe('an entry is stored as canonical JSON (RFC 8785)', () => {
  test('read back and written again, the bytes are the same', () => {
    fc.assert(
      fc.property(anyRegister, (entries) => {
        for (const entry of entries) {
          const bytes = encodeEntry(entry)
          const read = decodeEntry(bytes)
          if ('refused' in read) throw new Error(read.message)
          expect(encodeEntry(read)).toBe(bytes)
          expect(JSON.parse(bytes)).toEqual(JSON.parse(JSON.stringify(entry)))
        }
      }),
      { numRuns: 100 },
    )
  })
  test('any JSON value: the bytes do not depend on the order of fields, and parse to the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const bytes = canonical(value)
        expect(JSON.parse(bytes)).toEqual(JSON.parse(JSON.stringify(value)))
        expect(canonical(reversed(value))).toBe(bytes)
        expect(canonicalize(JSON.parse(bytes))).toBe(bytes)
      }),
    )
  })
  test('the examples of RFC 8785: numbers, escapes and the order of names by UTF-16', () => {
    expect(canonical([Number('333333333.33333329'), 1e30, 4.5, 2e-3, 1e-27])).toBe(
      '[333333333.3333333,1e+30,4.5,0.002,1e-27]',
    )
    expect(canonical({ string: '€$\u000f\nA\'B"\\\\"/' })).toBe('{"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}')
    expect(canonical({ '\ud83d\ude00': 1, '\ufb33': 2, '\u20ac': 3, '1': 4 })).toBe(
      '{"1":4,"\u20ac":3,"\ud83d\ude00":1,"\ufb33":2}',
    )
  })
})

describe('what cannot be read is refused, naming the field', () => {
  const good = entriesOf([
    act({ id: 'p', kind: 'participant-described', participant: 'Utopia', type: 'state', names: { en: 'Utopia' } }),
  ])[0]
  const cases: [string, unknown, string][] = [
    ['no JSON', undefined, 'not JSON'],
    ['no entry', { some: 'thing' }, 'position'],
    ['an act of no kind', { ...good, act: { ...good?.act, kind: 'invented' } }, 'kind'],
    ['a field too many', { ...good, act: { ...good?.act, colour: 'red' } }, 'the whole'],
    ['a field missing', { ...good, act: { ...good?.act, names: undefined } }, 'names'],
    ['a later version of a kind', { ...good, act: { ...good?.act, version: 2 } }, 'version'],
  ]
  for (const [says, value, names] of cases) {
    test(says, () => {
      const read = decodeEntry(value === undefined ? 'not JSON' : JSON.stringify(value))
      expect(read).toMatchObject({ refused: 'unreadable-entry', message: expect.stringContaining(names) })
    })
  }
  test('half a character is refused where it enters: it has no canonical form', () => {
    const named = {
      id: 'p',
      kind: 'participant-described',
      participant: 'Utopia',
      type: 'state',
      names: { en: 'Uto\ud800pia' },
    }
    expect(actSchema.safeParse(named).success).toBe(false)
  })
})

describe('older versions of a kind are lifted one version at a time', () => {
  const table = {
    'step-taken': [
      (older: Record<string, unknown>) => ({ ...older, version: 2, participants: [older.participant] }),
      (older: Record<string, unknown>) => ({ ...older, version: 3, what: String(older.what).toUpperCase() }),
    ],
  }
  test('from the first', () => {
    expect(upcast({ kind: 'step-taken', version: 1, participant: 'Utopia', what: 'applied' }, table)).toMatchObject({
      version: 3,
      participants: ['Utopia'],
      what: 'APPLIED',
    })
  })
  test('from the second', () => {
    expect(upcast({ kind: 'step-taken', version: 2, what: 'applied' }, table)).toEqual({
      kind: 'step-taken',
      version: 3,
      what: 'APPLIED',
    })
  })
  test('the one in use stays as it is, and so does a kind without older versions', () => {
    expect(upcast({ kind: 'step-taken', version: 3, what: 'applied' }, table)).toEqual({
      kind: 'step-taken',
      version: 3,
      what: 'applied',
    })
    for (const kind of actKinds) expect(upcast({ kind, version: 1 })).toEqual({ kind, version: 1 })
  })
})

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  )
}
