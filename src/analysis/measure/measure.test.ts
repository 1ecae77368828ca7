import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { covered, decided, described, exercised, met } from '../../../test/support/made-up.ts'
import { act, entriesOf } from '../../../test/support/registers.ts'
import { type Act, Fold, type Measure, type Organisation } from '../../record/index.ts'
import { type Day, isRefusal } from '../../rules/index.ts'
import { isSo, isSoBetween } from './condition.ts'
import { lists } from './lists.ts'
import { measured } from './measure.ts'

const concord = described({
  begins: '2030-01-01',
  statuses: [{ status: 'member', tone: 'member', en: { one: 'member', many: 'members' } }],
})
const completeAs = (year: number, coverage: string, of = 'decisions') => covered(year, of, coverage, 'the minutes')
const decision = (id: string, on: string, more: object = {}) =>
  decided(id, on, { title: `On ${id}`, type: 'declaration', ...more })
const meeting = (id: string, on: string, body: string) =>
  met(id, on, {
    body,
    coveredAs: body === 'council' ? 'council-sessions' : 'others',
    attendanceBasis: 'none-recorded',
    outcomesKnown: 'partial',
  })
const body = (id: string) =>
  act({ kind: 'body-described', id: `body/${id}`, body: id, names: { en: id }, type: 'board' })
const doubted = (field: string, kind: string) => ({ doubt: [{ field, kind, note: 'as the minutes show' }] })

const acts = [
  concord,
  completeAs(2030, 'complete'),
  completeAs(2031, 'nearly-complete'),
  completeAs(2032, 'landmarks-only'),
  decision('lights', '2030-05-01', { proposedBy: ['ARC'] }),
  decision('buoys', '2031-05-01', { proposedBy: ['ARC', 'LIL'], outside: ['ERE'] }),
  decision('fish', '2031', { outcome: 'not-adopted' }),
  decision('tides', '2032-05-01', { proposedBy: ['UTO'], ...doubted('proposedBy', 'inferred') }),
  decision('ports', '2032-06-01', { proposedBy: ['UTO'], ...doubted('proposedBy', 'unverified') }),
  exercised('first', '2030-07-01', {
    participantsKnown: 'yes',
    forces: [
      { participant: 'ARC', as: 'participant', personnel: 300 },
      { participant: 'LIL', as: 'participant', personnel: 100 },
      { participant: 'UTO', as: 'observer' },
    ],
    personnel: 400,
  }),
  exercised('second', '2031-07-01', { participantsKnown: 'no' }),
  ...[2030, 2031, 2032, 2033].flatMap((year) => [
    completeAs(year, 'complete', 'council-sessions'),
    completeAs(year, 'sample', 'others'),
  ]),
  meeting('council-1', '2030-05-01', 'council'),
  meeting('experts-1', '2031-05-01', 'experts'),
  body('congress'),
  body('a-body-that-never-met'),
]
const at = (day: string, all: readonly Act[] = acts): Organisation => new Fold('concord', entriesOf(all)).at(day as Day)
const whole = at('2033-12-31')
const found = (measure: Measure, organisation = whole) => {
  const result = measured(measure, organisation)
  if (isRefusal(result)) throw new Error(result.message)
  return result
}
const in2030And2031 = { on: { from: '2030', to: '2031' } } as const as never

describe('a count', () => {
  const cases: { says: string; measure: Measure; value: number; least: number; most: number }[] = [
    {
      says: 'is a count where the record is complete, or nearly',
      measure: { count: 'decisions', where: in2030And2031 },
      value: 3,
      least: 3,
      most: 3,
    },
    {
      says: 'is a least number where one year of it is not',
      measure: { count: 'decisions' },
      value: 5,
      least: 5,
      most: Number.POSITIVE_INFINITY,
    },
    {
      says: 'is a least number where nothing states how complete the list is',
      measure: { count: 'disputes' },
      value: 0,
      least: 0,
      most: Number.POSITIVE_INFINITY,
    },
    {
      says: 'does not count what was inferred, and counts what is unverified apart',
      measure: { count: 'decisions', where: { proposedBy: 'UTO' } },
      value: 1,
      least: 0,
      most: Number.POSITIVE_INFINITY,
    },
    {
      says: 'a doubt about another field changes nothing',
      measure: { count: 'decisions', where: { outcome: 'adopted', on: { from: '2032', to: '2032' } as never } },
      value: 2,
      least: 2,
      most: Number.POSITIVE_INFINITY,
    },
    {
      says: 'a field that the record does not give may or may not be so',
      measure: { count: 'decisions', where: { proposedBy: 'ARC', ...(in2030And2031 as object) } },
      value: 2,
      least: 2,
      most: 3,
    },
    {
      says: 'of nothing is nought where things of its kind are completely known',
      measure: { count: 'meetings', where: { body: 'council', year: 2032 } },
      value: 0,
      least: 0,
      most: 0,
    },
    {
      says: 'of nothing is no nought where they are a sample',
      measure: { count: 'meetings', where: { body: 'experts', year: 2032 } },
      value: 0,
      least: 0,
      most: Number.POSITIVE_INFINITY,
    },
    {
      says: 'of nothing is no nought where nobody has seen one of its kind',
      measure: { count: 'meetings', where: { body: 'congress', year: 2032 } },
      value: 0,
      least: 0,
      most: Number.POSITIVE_INFINITY,
    },
    {
      says: 'of what may be of any kind is as complete as the least complete of them',
      measure: { count: 'meetings', where: { year: 2030 } },
      value: 1,
      least: 1,
      most: Number.POSITIVE_INFINITY,
    },
    {
      says: 'a date that is a year may lie on both sides',
      measure: { count: 'decisions', where: { on: { from: '2031-04', to: '2031' } as never } },
      value: 1,
      least: 1,
      most: 2,
    },
  ]
  test.each(cases)('$says', ({ measure, value, least, most }) => {
    expect(found(measure)).toMatchObject({ value, bounds: { least, most } })
  })
  test('a doubt about a day counts only where the bounds are of the same year', () => {
    const late = decision('late', '2031-03-01', doubted('on', 'conflict'))
    const upTo = (to: string) =>
      found({ count: 'decisions', where: { id: 'late', on: { to } as never } }, at('2033-12-31', [...acts, late]))
        .bounds
    expect(upTo('2032-01-01')?.least).toBe(1)
    expect(upTo('2031-12-31')?.least).toBe(0)
  })
  test('what sources dispute belongs to what is on record or not', () => {
    const share: Measure = { share: { proposedBy: ['UTO'] }, of: 'decisions', where: { on: { from: '2032' } as never } }
    expect(found(share)).toMatchObject({ value: 1 / 2, recorded: { least: 1 / 2, most: 1 } })
    expect(found({ count: 'decisions', where: { proposedBy: 'UTO' } }).recorded).toEqual({ least: 1, most: 2 })
  })
  test('unverified facts count when they are taken for facts', () => {
    expect(found({ count: 'decisions', where: { proposedBy: 'UTO' } }).withUnverified?.least).toBe(1)
  })
  test('counts what was done up to the day', () => {
    expect(found({ count: 'decisions' }, at('2030-12-31')).bounds).toEqual({ least: 1, most: 1 })
    expect(found({ count: 'decisions' }, at('2030-04-30')).bounds).toEqual({ least: 0, most: 0 })
  })
})

describe('a count of meetings, whose kinds are covered apart', () => {
  const meeting = (id: string, body: string, coveredAs: string) =>
    act({
      kind: 'meeting-held',
      id: `meeting/${id}`,
      meeting: id,
      on: '2030-05-01',
      body,
      coveredAs,
      city: 'Mildendo',
      attendanceBasis: 'none-recorded',
      outcomes: [],
      outcomesKnown: 'none-found',
    })
  const met = at('2030-12-31', [
    ...acts,
    completeAs(2030, 'complete', 'summits'),
    completeAs(2030, 'sample', 'other-ministers'),
    meeting('council-1', 'council', 'summits'),
    meeting('tide-ministers-1', 'tide-ministers', 'other-ministers'),
    body('fish-ministers'),
  ])
  const infinity = Number.POSITIVE_INFINITY
  const cases: { says: string; where: object; least: number; most: number }[] = [
    { says: 'is a count where those of the body are covered', where: { body: 'council' }, least: 1, most: 1 },
    { says: 'and so is none of them', where: { body: 'council', city: 'Lagado' }, least: 0, most: 0 },
    { says: 'is a least number where they are not', where: { body: 'tide-ministers' }, least: 1, most: infinity },
    {
      says: 'though there be none',
      where: { body: 'tide-ministers', city: 'Lagado' },
      least: 0,
      most: infinity,
    },
    { says: 'and so is none of a body never met', where: { body: 'fish-ministers' }, least: 0, most: infinity },
    { says: 'and one of any body', where: { city: 'Lagado' }, least: 0, most: infinity },
  ]
  test.each(cases)('$says', ({ where, least, most }) => {
    expect(found({ count: 'meetings', where: where as never }, met)).toMatchObject({ bounds: { least, most } })
  })
})

describe('as of one day', () => {
  const before: Measure = { on: '2030-12-31' as never, of: { count: 'decisions' } }
  test('counts up to that day, whatever the day asked about', () => {
    expect(found(before)).toMatchObject({ value: 1, bounds: { least: 1, most: 1 } })
    expect(found(before, at('2030-12-31')).value).toBe(1)
    expect(found({ minus: [{ count: 'decisions' }, before] }).value).toBe(4)
  })
  test('is no number on a day before it', () => {
    expect(measured(before, at('2030-12-30'))).toMatchObject({ refused: 'beyond-the-record' })
  })
})

describe('a share', () => {
  const share = (where: object): Measure => ({ share: { outside: 'ERE' }, of: 'decisions', where: where as never })
  test('is one where the whole is known', () => {
    expect(found(share(in2030And2031))).toMatchObject({ value: 1 / 3, bounds: { least: 1 / 3, most: 1 / 3 } })
  })
  test('may be anything where the whole is not', () => {
    expect(found(share({}))).toMatchObject({ value: 1 / 5, bounds: { least: 0, most: 1 } })
  })
  test('of nothing is no number', () => {
    expect(measured(share({ body: 'a-body-that-never-met' }), whole)).toMatchObject({ refused: 'divides-by-nothing' })
  })
  test('of those whose participants are known leaves out the others', () => {
    const measure: Measure = { share: { took: 'ARC' }, of: 'exercises', where: { took: { known: true } } }
    expect(found(measure)).toMatchObject({ value: 1, outOf: [{ id: 'first' }] })
  })
})

describe('other measures', () => {
  const cases: { says: string; measure: Measure; value: unknown }[] = [
    { says: 'how many differ', measure: { distinct: 'proposedBy', of: 'decisions' }, value: 3 },
    { says: 'a sum', measure: { sum: 'personnel', of: 'exercises' }, value: 400 },
    { says: 'the largest', measure: { most: 'size', of: 'exercises' }, value: 2 },
    { says: 'one field of one thing', measure: { value: 'on', of: 'decisions', id: 'fish' }, value: '2031' },
    { says: 'a quotient', measure: { divide: [{ count: 'decisions' }, { number: 10, says: 'made up' }] }, value: 0.5 },
    { says: 'a difference', measure: { minus: [{ count: 'decisions' }, { count: 'exercises' }] }, value: 3 },
    { says: 'a sum of measures', measure: { plus: [{ count: 'decisions' }, { count: 'exercises' }] }, value: 7 },
  ]
  test.each(cases)('$says', ({ measure, value }) => expect(found(measure).value).toEqual(value))
  test('whether a dispute was open on the day, where its end may lie on both sides of it', () => {
    const dispute = act({
      kind: 'dispute-recorded',
      id: 'dispute/weir',
      dispute: 'weir',
      on: '2030',
      between: ['ARC', 'LIL'],
      about: 'the weir',
      outcome: 'Settled.',
      lastDay: '2031-06',
      connections: [],
    })
    const open = (day: string) =>
      found({ value: 'open', of: 'disputes', id: 'weir' }, at(day, [...acts, dispute])).value
    expect([open('2031-06-01'), open('2031-06-02'), open('2031-06-30'), open('2031-07-01')]).toEqual([
      true,
      undefined,
      undefined,
      false,
    ])
  })
  test('a step counts for whoever took it, from its day', () => {
    const step = act({
      kind: 'step-taken',
      id: 'application',
      on: '2031-06-01',
      participants: ['ERE', 'LIL'],
      toward: 'member',
      what: 'Application for membership',
    })
    const steps = (day: string) =>
      found(
        { count: 'steps', where: { participants: 'ERE', what: { has: ['application'] } } },
        at(day, [...acts, step]),
      )
    expect(steps('2031-05-31').value).toBe(0)
    expect(steps('2031-06-01').bounds).toEqual({ least: 1, most: Number.POSITIVE_INFINITY })
  })
  test('who is reported to have made passage to an exercise difficult', () => {
    const third = exercised('third', '2032-07-01', {
      participantsKnown: 'no',
      transit: [{ participant: 'ERE', says: 'closed the strait' }],
    })
    const all = at('2033-12-31', [...acts, third])
    expect(found({ value: 'transit', of: 'exercises', id: 'third' }, all).value).toEqual(['ERE'])
    expect(found({ value: 'transit', of: 'exercises', id: 'second' }, all).value).toEqual([])
  })
  test('who sent most, where the strengths of all are known', () => {
    expect(found({ value: 'largest', of: 'exercises', id: 'first' }).value).toEqual(['ARC'])
    expect(found({ value: 'largest', of: 'exercises', id: 'second' }).value).toBeUndefined()
  })
})

describe('what cannot be measured is said, and is no number', () => {
  const cases: { says: string; measure: Measure; refused: string }[] = [
    { says: 'a list that is not there', measure: { count: 'votes-bought' }, refused: 'unknown-list' },
    { says: 'what every object has', measure: { count: 'constructor' }, refused: 'unknown-list' },
    {
      says: 'a field that is not there',
      measure: { count: 'decisions', where: { colour: 'red' } },
      refused: 'unknown-field',
    },
    {
      says: 'a thing that is not there',
      measure: { value: 'on', of: 'decisions', id: 'dragons' },
      refused: 'unknown-thing',
    },
    { says: 'a sum of words', measure: { sum: 'title', of: 'decisions' }, refused: 'not-a-number' },
    { says: 'a sum of what nobody gives', measure: { sum: 'number', of: 'meetings' }, refused: 'not-a-number' },
    {
      says: 'division by nought',
      measure: { divide: [{ count: 'decisions' }, { count: 'disputes' }] },
      refused: 'divides-by-nothing',
    },
    {
      says: 'reckoning with words',
      measure: { plus: [{ count: 'decisions' }, { value: 'title', of: 'decisions', id: 'fish' }] },
      refused: 'not-a-number',
    },
    {
      says: 'years before the record',
      measure: { count: 'decisions', where: { on: { to: '2029' } as never } },
      refused: 'beyond-the-record',
    },
    {
      says: 'years after it',
      measure: { count: 'decisions', where: { year: 2034 } },
      refused: 'beyond-the-record',
    },
  ]
  test.each(cases)('$says', ({ measure, refused }) => expect(measured(measure, whole)).toMatchObject({ refused }))
  test('a thing of a later day is not there yet', () => {
    const measure: Measure = { value: 'on', of: 'decisions', id: 'tides' }
    expect(measured(measure, at('2032-04-30'))).toMatchObject({ refused: 'unknown-thing' })
    expect(found(measure, at('2032-05-01')).value).toBe('2032-05-01')
  })
})

describe('what a value must be', () => {
  const day = '2033-12-31' as Day
  const cases: [value: never, condition: object | string | number, so: string][] = [
    [3 as never, { atLeast: 3 }, 'yes'],
    [3 as never, { moreThan: 3 }, 'no'],
    [3 as never, { atMost: 3 }, 'yes'],
    [3 as never, { lessThan: 3 }, 'no'],
    [['ARC', 'LIL'] as never, 'LIL', 'yes'],
    [['ARC', 'LIL'] as never, { only: ['ARC'] }, 'no'],
    [['ARC', 'LIL'] as never, { includes: ['ARC', 'LIL'] }, 'yes'],
    [['ARC', 'LIL'] as never, { noneOf: ['UTO'] }, 'yes'],
    ['The Harbour' as never, { has: ['harbour'] }, 'yes'],
    ['2033-06' as never, { to: '2033-06' }, 'yes'],
    ['2033-06' as never, { to: '2033-06-29' }, 'unknown'],
    ['2033-06' as never, { from: '2033-07' }, 'no'],
    ['2032-01-01' as never, { withinYears: 2 }, 'yes'],
    ['2031-12-31' as never, { withinYears: 2 }, 'no'],
    ['2031' as never, { withinYears: 2 }, 'no'],
    [undefined as never, 'x', 'unknown'],
    [undefined as never, { known: false }, 'yes'],
    [undefined as never, { known: true }, 'no'],
    ['a word' as never, { atLeast: 1 }, 'unknown'],
  ]
  test.each(cases)('%s %o: %s', (value, condition, so) => expect(isSo(value, condition as never, day)).toBe(so))
  test('between two bounds it is so only where it is so wherever it lies', () => {
    const condition = fc.oneof(
      ...['atLeast', 'moreThan', 'atMost', 'lessThan', 'is', 'not'].map((name) =>
        fc.integer({ min: 0, max: 9 }).map((number) => ({ [name]: number })),
      ),
    )
    fc.assert(
      fc.property(fc.nat(9), fc.nat(9), fc.nat(9), condition, (a, b, inside, asked) => {
        const [least, most] = [Math.min(a, b), Math.max(a, b)]
        const number = Math.min(most, Math.max(least, inside))
        const so = isSoBetween({ least, most }, asked as never)
        if (so !== 'unknown') expect(isSo(number as never, asked as never, day)).toBe(so)
      }),
    )
  })
})

describe('whatever is found later', () => {
  const years = ['2030', '2031', '2032']
  const late = fc.array(
    fc.record({ year: fc.constantFrom('2032', '2033'), outcome: fc.constantFrom('adopted', 'not-adopted') }),
    { maxLength: 8 },
  )
  test('a count stays within its bounds, since only years that are not complete get more', () => {
    fc.assert(
      fc.property(late, fc.constantFrom(...years), (found_, from) => {
        const more = found_.map(({ year, outcome }, index) => decision(`late-${index}`, `${year}-02-01`, { outcome }))
        const measure: Measure = {
          count: 'decisions',
          where: { outcome: 'adopted', on: { from, to: '2032' } as never },
        }
        const { bounds } = found(measure)
        const later = found(measure, at('2033-12-31', [...acts, ...more])).value as number
        expect(later).toBeGreaterThanOrEqual(bounds?.least ?? 0)
        expect(later).toBeLessThanOrEqual(bounds?.most ?? 0)
      }),
      { numRuns: 40 },
    )
  })
})

test('every field of every list answers for every item, of its own type', () => {
  const types = { word: 'string', text: 'string', date: 'string', number: 'number', 'yes-or-no': 'boolean' } as const
  for (const [name, list] of Object.entries(lists)) {
    for (const item of list.items(whole)) {
      for (const [field, { type, of }] of Object.entries(list.fields)) {
        const value = of(item, whole)
        if (value === undefined) continue
        if (type === 'words') expect(Array.isArray(value), `${name}.${field}`).toBe(true)
        else expect(typeof value, `${name}.${field}`).toBe(types[type])
      }
    }
  }
})
