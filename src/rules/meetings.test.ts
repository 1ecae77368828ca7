import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day, type PartialDate } from './dates.ts'
import type { Stated } from './judgement.ts'
import { judgeChair, judgeConvening, judgePapers, judgeYear } from './meetings.ts'

const called = (id: string) => id
const must = (article: string): Stated => ({ strength: 'must', article })
const date = (written: string | undefined) => written as PartialDate | undefined

describe('Rule 8(1): the participant that hosts a session of the Council chairs it', () => {
  const rule = { ...must('Rule 8(1)'), is: 'host' } as const
  const cases = [
    { says: 'the host chairs', chair: 'Utopia', host: 'Utopia', outcome: 'in-order' },
    { says: 'another than the host chairs', chair: 'Arcadia', host: 'Utopia', outcome: 'departure' },
    { says: 'who chaired is not on record', chair: undefined, host: 'Utopia', outcome: 'cannot-be-judged' },
    { says: 'the host is not on record', chair: 'Utopia', host: undefined, outcome: 'cannot-be-judged' },
    { says: 'neither is on record', chair: undefined, host: undefined, outcome: 'cannot-be-judged' },
  ]
  for (const { says, chair, host, outcome } of cases) {
    test(says, () => expect(judgeChair(rule, chair, host, called).outcome).toBe(outcome))
  }
})

describe('Rule 8(2): who has the chair of the Council chairs the Assembly', () => {
  const rule = { ...must('Rule 8(2)'), is: 'chair-of', of: 'Council' } as const
  test('another chairs: the reason names both and the article', () => {
    expect(judgeChair(rule, 'Arcadia', 'Utopia', called)).toMatchObject({
      outcome: 'departure',
      reasons: [{ article: 'Rule 8(2)', text: 'Arcadia chaired; the chair of Council was Utopia.' }],
    })
  })
  test('where the rule says as a rule, it is unusual; where it was only observed as well', () => {
    for (const strength of ['as-a-rule', 'practice'] as const)
      expect(judgeChair({ ...rule, strength }, 'Arcadia', 'Utopia', called).outcome).toBe('unusual')
  })
})

describe('Rule 9: papers are with the participants at least two weeks before a session', () => {
  const rule = { ...must('Rule 9'), before: { weeks: 2 } }
  const cases = [
    { says: 'on the last day they are in time', sent: '2032-02-16', meets: '2032-03-01', outcome: 'in-order' },
    { says: 'a day later they are late', sent: '2032-02-17', meets: '2032-03-01', outcome: 'departure' },
    { says: 'a month whose last day is in time', sent: '2032-01', meets: '2032-02-14', outcome: 'in-order' },
    { says: 'a month whose last day is late', sent: '2032-01', meets: '2032-02-13', outcome: 'cannot-be-judged' },
    { says: 'a month whose first day is in time', sent: '2032-02', meets: '2032-02-15', outcome: 'cannot-be-judged' },
    { says: 'a month whose first day is late', sent: '2032-02', meets: '2032-02-14', outcome: 'departure' },
    { says: 'a meeting of which the month is known', sent: '2032-02-16', meets: '2032-03', outcome: 'in-order' },
    { says: 'the month begins too early', sent: '2032-02-17', meets: '2032-03', outcome: 'cannot-be-judged' },
    { says: 'sent after the meeting', sent: '2032-03-02', meets: '2032-03-01', outcome: 'departure' },
    { says: 'when they were sent is not on record', sent: undefined, meets: '2032-03', outcome: 'cannot-be-judged' },
    { says: 'the day of the meeting is not', sent: '2032-02-16', meets: undefined, outcome: 'cannot-be-judged' },
  ]
  for (const { says, sent, meets, outcome } of cases) {
    test(says, () => expect(judgePapers(rule, date(sent), date(meets)).outcome).toBe(outcome))
  }
})

describe("Rule 10: two participants ask for an extraordinary session, on not less than two weeks' notice", () => {
  const rule = { ...must('Rule 10'), initiators: 2, notice: { weeks: 2 } }
  const both = ['Erewhon', 'Utopia']
  const cases = [
    { says: 'two ask, on the last day', by: both, on: '2032-09-06', outcomes: ['in-order', 'in-order'] },
    { says: 'two ask, a day late', by: both, on: '2032-09-07', outcomes: ['in-order', 'departure'] },
    { says: 'one asks', by: ['Erewhon'], on: '2032-09-06', outcomes: ['departure', 'in-order'] },
    {
      says: 'one asks twice, and is one',
      by: ['Erewhon', 'Erewhon'],
      on: '2032-09-06',
      outcomes: ['departure', 'in-order'],
    },
    { says: 'who asked is not on record', by: undefined, on: '2032-09-06', outcomes: ['cannot-be-judged', 'in-order'] },
    { says: 'when is not on record', by: both, on: undefined, outcomes: ['in-order', 'cannot-be-judged'] },
  ]
  for (const { says, by, on, outcomes } of cases) {
    test(says, () => {
      const checks = judgeConvening(rule, by, date(on), date('2032-09-20'))
      expect(checks.map(({ outcome }) => outcome)).toEqual(outcomes)
    })
  }
})

describe('Rule 11: the Assembly has at least two regular sessions in a calendar year', () => {
  const rule = { ...must('Rule 11'), perYear: 2 }
  const cases = [
    { says: 'as many as are due', onRecord: 2, complete: true, outcome: 'in-order' },
    { says: 'one fewer, and the record is complete', onRecord: 1, complete: true, outcome: 'departure' },
    { says: 'none, and the record is complete', onRecord: 0, complete: true, outcome: 'departure' },
    { says: 'one fewer, and some may not be on record', onRecord: 1, complete: false, outcome: 'cannot-be-judged' },
    { says: 'enough, whatever is not on record', onRecord: 3, complete: false, outcome: 'in-order' },
  ]
  for (const { says, outcome, ...year } of cases) {
    test(says, () => expect(judgeYear(rule, 'Assembly', { year: 2032, ...year }, called).outcome).toBe(outcome))
  }
})

describe('whatever the facts', () => {
  const day = fc.integer({ min: 0, max: 800 }).map((n) => addDays('2031-01-01' as Day, n))
  const anyDate = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([one, length]) => date(one.slice(0, length)))
  const fact = fc.option(anyDate, { nil: undefined })
  const who = fc.option(fc.constantFrom('Arcadia', 'Utopia'), { nil: undefined })
  const askers = fc.option(fc.array(fc.constantFrom('Arcadia', 'Utopia'), { maxLength: 3 }), { nil: undefined })
  const period = fc.oneof(
    fc.record({ days: fc.integer({ min: 1, max: 60 }) }),
    fc.record({ months: fc.integer({ min: 1, max: 5 }) }),
  )

  test('a rule that says as a rule, or a practice, is never departed from', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('as-a-rule' as const, 'practice' as const),
        period,
        fact,
        fact,
        who,
        who,
        askers,
        fc.boolean(),
        (strength, length, done, by, one, other, asked, complete) => {
          const rule = { strength, article: 'Rule', before: length, notice: length, initiators: 2, perYear: 2 }
          const checks = [
            judgePapers(rule, done, by),
            ...judgeConvening(rule, asked, done, by),
            judgeChair({ ...rule, is: 'host' }, one, other, called),
            judgeYear(rule, 'Assembly', { year: 2031, onRecord: 1, complete }, called),
          ]
          expect(checks.map(({ outcome }) => outcome)).not.toContain('departure')
        },
      ),
    )
  })
  test('what is found where less is known is never contradicted by knowing more', () => {
    const rule = { ...must('Rule 9'), before: { weeks: 2 } }
    fc.assert(
      fc.property(day, day, fc.constantFrom(4, 7), fc.constantFrom(4, 7), (sent, meets, coarse, coarser) => {
        const known = judgePapers(rule, date(sent), date(meets)).outcome
        const less = judgePapers(rule, date(sent.slice(0, coarse)), date(meets.slice(0, coarser))).outcome
        expect(['cannot-be-judged', known]).toContain(less)
      }),
    )
  })
  test('taking a fact away leaves what cannot be judged, and convicts nobody', () => {
    const rule = { ...must('Rule'), before: { weeks: 2 }, initiators: 2, notice: { weeks: 2 }, perYear: 2 }
    fc.assert(
      fc.property(fact, fact, (done, by) => {
        expect(judgePapers(rule, undefined, by).outcome).toBe('cannot-be-judged')
        expect(judgePapers(rule, done, undefined).outcome).toBe('cannot-be-judged')
        const checks = judgeConvening(rule, undefined, undefined, by)
        expect(checks.map(({ outcome }) => outcome)).toEqual(['cannot-be-judged', 'cannot-be-judged'])
      }),
    )
  })
})
