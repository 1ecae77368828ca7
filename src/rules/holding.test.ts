import { describe, expect, test } from 'vitest'
import type { Day, PartialDate } from './dates.ts'
import { holdsOn } from './holding.ts'

describe('a period is half-open, and its doubt is shown', () => {
  const cases = [
    {
      says: 'the day before it began, it did not hold',
      from: '2017-06-09',
      on: '2017-06-08',
      outcome: 'does-not-hold',
    },
    { says: 'on the day it began, it holds', from: '2017-06-09', on: '2017-06-09', outcome: 'holds' },
    {
      says: 'the day before it ended, it holds',
      from: '2005-07-05',
      to: '2017-06-09',
      on: '2017-06-08',
      outcome: 'holds',
    },
    {
      says: 'on the day it ended, it no longer holds',
      from: '2005-07-05',
      to: '2017-06-09',
      on: '2017-06-09',
      outcome: 'does-not-hold',
    },
    {
      says: 'a beginning counts from the earliest day it may mean, uncertain',
      from: '2010-05',
      on: '2010-05-01',
      outcome: 'uncertain',
    },
    { says: 'the day before that, it does not hold', from: '2010-05', on: '2010-04-30', outcome: 'does-not-hold' },
    {
      says: 'it is uncertain until the last day but one of its month',
      from: '2010-05',
      on: '2010-05-30',
      outcome: 'uncertain',
    },
    {
      says: 'on the last day it may have begun, it has surely begun',
      from: '2010-05',
      on: '2010-05-31',
      outcome: 'holds',
    },
    {
      says: 'an end counts through the latest day, uncertain',
      from: '2001',
      to: '2010-05',
      on: '2010-05-01',
      outcome: 'uncertain',
    },
    {
      says: 'the day before the doubt about its end, it surely holds',
      from: '2001',
      to: '2010-05',
      on: '2010-04-30',
      outcome: 'holds',
    },
    {
      says: 'the day before the latest end, it is uncertain',
      from: '2001',
      to: '2010-05',
      on: '2010-05-30',
      outcome: 'uncertain',
    },
    {
      says: 'on the latest day it may have ended, it has surely ended',
      from: '2001',
      to: '2010-05',
      on: '2010-05-31',
      outcome: 'does-not-hold',
    },
    { says: 'a year is an interval too', from: '2012', on: '2012-07-01', outcome: 'uncertain' },
  ]
  for (const { says, from, to, on, outcome } of cases) {
    test(says, () => {
      const period = { from: from as PartialDate, ...(to ? { to: to as PartialDate } : {}) }
      expect(holdsOn(period, on as Day)).toBe(outcome)
    })
  }
})
