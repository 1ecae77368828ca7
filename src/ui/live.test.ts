import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { concerns, type Field, keep, keepOpen, patience, waitFor } from './live.ts'

const field = (essentials: Partial<Field>): Field => ({
  key: 'text',
  label: 'Text',
  value: '',
  given: '',
  ...essentials,
})

describe('what a reader has written is never lost', () => {
  const cases: { says: string; before: Partial<Field>[]; after: Partial<Field>[]; set: string[]; lost: string[] }[] = [
    {
      says: 'untouched: as the server gives it now',
      before: [{ value: 'a', given: 'a' }],
      after: [{ value: 'b', given: 'b' }],
      set: [],
      lost: [],
    },
    { says: 'written into: put back', before: [{ value: 'mine' }], after: [{}], set: ['0 mine'], lost: [] },
    {
      says: 'written into, and the server gives something else: still put back',
      before: [{ value: 'mine', given: 'a' }],
      after: [{ value: 'b', given: 'b' }],
      set: ['0 mine'],
      lost: [],
    },
    {
      says: 'emptied: stays empty',
      before: [{ value: '', given: 'a' }],
      after: [{ value: 'a', given: 'a' }],
      set: ['0 '],
      lost: [],
    },
    { says: 'the field is gone: shown', before: [{ value: 'mine' }], after: [], set: [], lost: ['mine'] },
    {
      says: 'the field is gone and was untouched: nothing',
      before: [{ value: 'a', given: 'a' }],
      after: [],
      set: [],
      lost: [],
    },
    {
      says: 'the field is gone and was emptied: nothing to show',
      before: [{ value: ' ', given: 'a' }],
      after: [],
      set: [],
      lost: [],
    },
    {
      says: 'a password of a field that is gone: not shown',
      before: [{ value: 'mine', secret: true }],
      after: [],
      set: [],
      lost: [],
    },
    {
      says: 'another field came before it: found by its key',
      before: [{ value: 'mine' }],
      after: [{ key: 'new' }, {}],
      set: ['1 mine'],
      lost: [],
    },
    {
      says: 'two alike, still two: each in its place',
      before: [{ value: 'one' }, { value: 'two' }],
      after: [{}, {}],
      set: ['0 one', '1 two'],
      lost: [],
    },
    {
      says: 'two alike, now three: nobody knows which is which',
      before: [{ value: '' }, { value: 'two' }],
      after: [{}, {}, {}],
      set: [],
      lost: ['two'],
    },
    {
      says: 'a choice that is still there',
      before: [{ value: 'for' }],
      after: [{ choices: ['for', 'against'] }],
      set: ['0 for'],
      lost: [],
    },
    {
      says: 'a choice that is no longer there',
      before: [{ value: 'for' }],
      after: [{ choices: ['against'] }],
      set: [],
      lost: ['for'],
    },
  ]
  test.each(cases)('$says', ({ before, after, set, lost }) => {
    const kept = keep(before.map(field), after.map(field))
    expect(kept.set.map(({ index, value }) => `${index} ${value}`)).toEqual(set)
    expect(kept.lost.map(({ value }) => value)).toEqual(lost)
  })

  const fields = fc.array(
    fc.record({
      key: fc.constantFrom('a', 'b', 'c'),
      label: fc.constant(''),
      value: fc.constantFrom('', 'x', 'y', 'z'),
      given: fc.constantFrom('', 'x'),
    }),
    { maxLength: 6 },
  )
  test('whatever was and is on the page: each text that was written is put into a field of its key, or shown', () => {
    fc.assert(
      fc.property(fields, fields, (before, after) => {
        const { set, lost } = keep(before, after)
        const written = before.filter(({ value, given }) => value !== given && value !== '')
        const placed = set.filter(({ value }) => value !== '')
        expect([...placed, ...lost].map(({ value }) => value).sort()).toEqual(written.map(({ value }) => value).sort())
        for (const { index, value } of placed)
          expect(written.some((one) => one.key === after[index]?.key && one.value === value)).toBe(true)
        expect(new Set(set.map(({ index }) => index)).size).toBe(set.length)
      }),
    )
  })
})

describe('what is open', () => {
  const of = (text: string) =>
    text
      .split(' ')
      .filter(Boolean)
      .map((one) => ({ key: one.slice(0, 1), open: one.endsWith('+') }))
  test.each([
    { says: 'opened stays open', before: 'a+', after: 'a-', open: [true] },
    { says: 'closed stays closed', before: 'a-', after: 'a+', open: [false] },
    { says: 'a new one is as it comes', before: 'a+', after: 'b+ a-', open: [true, true] },
    { says: 'of two alike each its own', before: 'a+ a-', after: 'a- a-', open: [true, false] },
    {
      says: 'of two alike that are now three, as they come',
      before: 'a+ a+',
      after: 'a- a- a-',
      open: [false, false, false],
    },
  ])('$says', ({ before, after, open }) => expect(keepOpen(of(before), of(after))).toEqual(open))
})

describe('whether a page has to do with it', () => {
  test.each([
    { page: { all: true, about: [] }, about: [], so: true },
    { page: { all: false, about: ['budget'] }, about: ['budget', 'seat'], so: true },
    { page: { all: false, about: ['budget'] }, about: ['seat'], so: false },
    { page: { all: false, about: ['budget'] }, about: 'all' as const, so: true },
  ])('$page of $about: $so', ({ page, about, so }) => expect(concerns(about, page)).toBe(so))
})

describe('not too often', () => {
  test.each([
    { says: 'never yet: at once', last: Number.NEGATIVE_INFINITY, now: 0, wait: 0 },
    { says: 'a moment ago', last: 1_000, now: 1_000, wait: 250 },
    { says: 'just not long enough ago', last: 1_000, now: 1_249, wait: 1 },
    { says: 'long enough ago', last: 1_000, now: 1_250, wait: 0 },
  ])('$says', ({ last, now, wait }) => expect(waitFor(last, now)).toBe(wait))
  test.each([
    { failures: 1, wait: 1_000 },
    { failures: 2, wait: 2_000 },
    { failures: 5, wait: 16_000 },
    { failures: 6, wait: 30_000 },
    { failures: 2_000, wait: 30_000 },
  ])('after $failures failures', ({ failures, wait }) => expect(patience(failures)).toBe(wait))
})
