import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fitsScheme, isScheme, nextNumber } from './numbering.ts'

describe('a scheme of numbers', () => {
  const cases = [
    { scheme: 'DEC.{n}', is: true },
    { scheme: 'C/{year}/{n}', is: true },
    { scheme: '{n}', is: true },
    { scheme: '{n} of {year}', is: true },
    { scheme: 'DEC', is: false },
    { scheme: 'C/{year}', is: false },
    { scheme: '{n}/{n}', is: false },
    { scheme: '{year}/{year}/{n}', is: false },
    { scheme: '{month}/{n}', is: false },
    { scheme: '{n', is: false },
    { scheme: '{{n}}', is: false },
  ]
  for (const { scheme, is } of cases) test(`${scheme}: ${is}`, () => expect(isScheme(scheme)).toBe(is))
})

describe('whether a number fits', () => {
  const cases = [
    { scheme: 'C/{year}/{n}', number: 'C/2034/1', fits: true },
    { scheme: 'C/{year}/{n}', number: 'C/2034/999999999', fits: true },
    { scheme: 'C/{year}/{n}', number: 'C/2034/1000000000', fits: false },
    { scheme: 'C/{year}/{n}', number: 'C/2034/0', fits: false },
    { scheme: 'C/{year}/{n}', number: 'C/2034/01', fits: false },
    { scheme: 'C/{year}/{n}', number: 'C/34/1', fits: false },
    { scheme: 'C/{year}/{n}', number: 'A/2034/1', fits: false },
    { scheme: 'C/{year}/{n}', number: ' C/2034/1', fits: false },
    { scheme: 'C/{year}/{n}', number: 'C/2034/1\n', fits: false },
    { scheme: 'DEC.{n}', number: 'DEC.7', fits: true },
    // The full stop is itself and not any character.
    { scheme: 'DEC.{n}', number: 'DEC-7', fits: false },
    { scheme: '(№ {n}) [a-z] \\d', number: '(№ 7) [a-z] \\d', fits: true },
    { scheme: '(№ {n}) [a-z] \\d', number: '(№ 7) b 1', fits: false },
    { scheme: 'no scheme', number: 'no scheme', fits: false },
  ]
  for (const { scheme, number, fits } of cases) {
    test(`${scheme}, ${JSON.stringify(number)}: ${fits}`, () => expect(fitsScheme(scheme, number)).toBe(fits))
  }
})

describe('the number that comes next', () => {
  const cases = [
    { says: 'the first', scheme: 'C/{year}/{n}', taken: [], next: 'C/2034/1' },
    {
      says: 'one more than the largest, in any order',
      scheme: 'C/{year}/{n}',
      taken: ['C/2034/10', 'C/2034/9'],
      next: 'C/2034/11',
    },
    { says: 'what was skipped stays skipped', scheme: 'C/{year}/{n}', taken: ['C/2034/3'], next: 'C/2034/4' },
    { says: 'each year begins anew', scheme: 'C/{year}/{n}', taken: ['C/2033/7', 'C/2035/8'], next: 'C/2034/1' },
    { says: 'without a year it runs on', scheme: 'DEC.{n}', taken: ['DEC.7', 'DEC.8'], next: 'DEC.9' },
    {
      says: 'what does not fit counts for nothing',
      scheme: 'DEC.{n}',
      taken: ['DEC.07', 'Decision 12', 'DEC.2/Corr.1'],
      next: 'DEC.1',
    },
    { says: 'the year may come last', scheme: '{n}/{year}', taken: ['4/2034', '9/2033'], next: '5/2034' },
  ]
  for (const { says, scheme, taken, next } of cases)
    test(says, () => expect(nextNumber(scheme, taken, 2034)).toBe(next))
  test('whatever was taken: it fits, and nobody has it', () => {
    const anyScheme = fc.constantFrom('C/{year}/{n}', 'DEC.{n}', '{year}{n}', '{n}{year}')
    const anyNumber = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 2033, max: 2035 }))
    fc.assert(
      fc.property(anyScheme, fc.array(anyNumber), (scheme, numbers) => {
        const taken = numbers.map(([n, year]) => scheme.replace('{n}', String(n)).replace('{year}', String(year)))
        const next = nextNumber(scheme, taken, 2034)
        expect(fitsScheme(scheme, next)).toBe(true)
        expect(taken).not.toContain(next)
        expect(nextNumber(scheme, [...taken, next], 2034)).not.toBe(next)
      }),
    )
  })
})
