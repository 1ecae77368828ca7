import { describe, expect, test } from 'vitest'
import { readClause } from './clause-text.ts'

describe('a clause on entry into force, read from its words', () => {
  const cases = [
    [
      'shall enter into force on the thirtieth day after the deposit of the twenty-second instrument of ratification',
      22,
      { after: { days: 30 } },
    ],
    [
      'enters into force on the ninetieth day following the date of deposit of the sixth instrument',
      6,
      { after: { days: 90 } },
    ],
    [
      'will enter into force three months after the date on which five States have ratified it',
      5,
      { after: { months: 3 } },
    ],
    ['shall enter into force 30 days after the fourth such instrument was deposited', 4, { after: { days: 30 } }],
    [
      'shall enter into force one year after twelve (12) signatory Governments have deposited',
      12,
      { after: { years: 1 } },
    ],
    ['shall enter into force on the date of receipt of the second instrument of acceptance', 2, {}],
    ['shall come into force upon the deposit of instruments by at least twenty member States', 20, {}],
    [
      'enters into force six calendar months after the one hundred and twentieth ratification',
      120,
      { after: { months: 6 } },
    ],
    [
      'shall enter into force on the first day of the month following the expiration of a period of three months after the date on which ten States consented',
      10,
      { after: { months: 3 }, startOf: 'following-month' },
    ],
    [
      'shall enter into force on the first day of the month following one year after the date on which twelve States signed',
      12,
      { after: { years: 1 }, startOf: 'following-month' },
    ],
    [
      'shall enter into force on the first day of the month after the 60th day following the deposit of the 60th instrument',
      60,
      { after: { days: 60 }, startOf: 'following-month' },
    ],
    [
      'shall enter into force on the first day of the sixth month after the month in which the fortieth instrument is deposited',
      40,
      { after: { months: 6 }, startOf: 'month' },
    ],
    [
      'shall enter into force on the first day of the month following the deposit of the third instrument',
      3,
      { startOf: 'following-month' },
    ],
    [
      'within thirty days of signature the text is sent round; it enters into force ten days after the third ratification',
      3,
      { after: { days: 10 } },
    ],
  ] as const
  test.each(cases)('%s', (text, count, wait) => expect(readClause(text)).toEqual({ count, wait }))

  test('what it does not say in such words is left out, not guessed', () => {
    expect(readClause('this treaty shall apply from a day to be agreed')).toEqual({})
    expect(readClause('this amendment shall enter into force on 1 january 1992')).toEqual({})
    expect(readClause('')).toEqual({})
  })
})
