import { describe, expect, test } from 'vitest'
import { covered, described, exercised, granted, states } from '../../test/support/made-up.ts'
import { entriesOf } from '../../test/support/registers.ts'
import { Fold } from '../record/index.ts'
import type { Day } from '../rules/index.ts'
import { type ExercisingView, everyMemberTook, exercising } from './exercising.ts'

const exercise = (id: string, on: string, more: object) => exercised(id, on, { type: 'military', ...more })
const took = (...ids: string[]) => ids.map((participant) => ({ participant, as: 'participant' }))
const watched = (participant: string) => ({ participant, as: 'observer' })

const fold = new Fold(
  'concord',
  entriesOf([
    described({ begins: '2031', coveredTo: '2036-12-31' }),
    ...states('Arcadia', 'Erewhon', 'Laputa', 'Utopia'),
    granted('Arcadia', '2031-01-01'),
    granted('Utopia', '2031-01-01'),
    granted('Laputa', '2033-06-15'),
    covered(2032, 'exercises', 'complete'),
    covered(2033, 'exercises', 'sample'),
    exercise('spring', '2032-04-01', {
      forces: took('Arcadia', 'Utopia'),
      label: 'exercise of the Concord',
      hosts: ['Arcadia'],
    }),
    exercise('before', '2033-06-14', { forces: took('Arcadia', 'Utopia', 'Laputa'), label: 'joint drill' }),
    exercise('after', '2033-06-15', {
      forces: [...took('Arcadia', 'Erewhon'), watched('Utopia')],
      label: 'Concordance',
      declined: [{ participant: 'Laputa', reason: 'no reason given', attribution: 'as the Journal says' }],
    }),
    exercise('month', '2033-06', {
      forces: [{ participant: 'Arcadia', as: 'participant', personnel: 40 }],
      personnel: 90,
    }),
    exercise('drill', '2034', {
      type: 'cyber',
      forces: took('Arcadia'),
      bilateral: true,
      absent: [{ participant: 'Utopia' }],
    }),
    exercise('presumed', '2035-01-01', { participantsKnown: 'presumed', forces: took('Arcadia', 'Utopia') }),
    exercise('unknown', '2035-01-02', { participantsKnown: 'no', forces: took('Laputa') }),
  ]),
)
const asked = (day: string, about?: string) => exercising(fold.at(day as Day), { about })
const view = (day: string, about?: string) => asked(day, about) as ExercisingView
const held = (id: string) => view('2036-01-01').exercises.find(({ exercise: one }) => one === id)

describe('who was there', () => {
  test('each member of the first day took part, watched, stayed away or is not named', () => {
    expect(held('after')).toMatchObject({
      members: ['Arcadia', 'Utopia', 'Laputa'],
      took: ['Arcadia', 'Erewhon'],
      observed: ['Utopia'],
      declined: [{ participant: 'Laputa', says: 'no reason given', attribution: 'as the Journal says' }],
      notNamed: [],
    })
    expect(held('month')?.notNamed).toEqual(['Utopia'])
  })
  test('the day before and the day on which one became a member', () => {
    expect(held('before')?.members).toEqual(['Arcadia', 'Utopia'])
    expect(held('after')?.members).toEqual(['Arcadia', 'Utopia', 'Laputa'])
  })
  test('a month in which one became a member leaves open whether it was one', () => {
    expect(held('month')).toMatchObject({ members: ['Arcadia', 'Utopia'], perhapsMembers: ['Laputa'] })
    expect(held('before')?.perhapsMembers).toBeUndefined()
  })
  test('every member took part only where each one did, whoever else came', () => {
    expect(['spring', 'before', 'after'].map((id) => everyMemberTook(held(id) as never))).toEqual([true, true, false])
  })
})

describe('of two', () => {
  test('exactly two, or called bilateral on record', () => {
    const ofTwo = view('2036-01-01').exercises.filter((one) => one.ofTwo)
    expect(ofTwo.map(({ exercise: one }) => one)).toEqual(['spring', 'after', 'drill'])
  })
  test('a name is that of the organisation only as a word of its own', () => {
    expect(['spring', 'before', 'after'].map((id) => held(id)?.namesOrganisation)).toEqual([true, false, false])
    expect(view('2036-01-01').counts).toMatchObject({ ofTwo: 3, ofTwoNamed: 1 })
  })
})

describe('what is counted', () => {
  test('nobody is counted where participants are presumed or not known, present or absent', () => {
    expect(view('2036-01-01').counts).toMatchObject({ all: 7, known: 5, presumed: 1, notKnown: 1, everyMember: 2 })
    expect(view('2036-01-01').members.find(({ participant }) => participant === 'Laputa')).toEqual({
      ...{ participant: 'Laputa', of: 2, took: 0, observed: 0, absent: 0, declined: 1, notNamed: 1, hosted: 0 },
    })
  })
  test('the parts of a member add up to its base', () => {
    for (const one of view('2036-01-01').members)
      expect(one.took + one.observed + one.absent + one.declined + one.notNamed).toBe(one.of)
  })
  test('the day before the first exercise and the day itself', () => {
    expect(view('2032-03-31').counts.all).toBe(0)
    expect(view('2032-04-01').counts).toMatchObject({ all: 1, known: 1, everyMember: 1, ofTwo: 1 })
  })
  test('strengths as stated, in all and by contingent', () => {
    expect(view('2036-01-01').counts).toMatchObject({ personnel: 1, contingents: 1 })
    expect(held('month')).toMatchObject({ personnel: 90, contingents: [{ participant: 'Arcadia', personnel: 40 }] })
  })
  test('a year stands with how complete it is; one without an exercise is there too', () => {
    expect(view('2034-12-31').years).toEqual([
      { year: 2031, known: 0, uncounted: 0, firm: false },
      { year: 2032, known: 1, uncounted: 0, coverage: 'complete', firm: true },
      { year: 2033, known: 3, uncounted: 0, coverage: 'sample', firm: false },
      { year: 2034, known: 1, uncounted: 0, firm: false },
    ])
  })
})

describe('asked of one kind', () => {
  test('only that kind counts', () => {
    expect(view('2036-01-01', 'cyber').exercises.map(({ exercise: one }) => one)).toEqual(['drill'])
    expect(view('2036-01-01', 'cyber').kinds).toEqual([
      { type: 'military', count: 6 },
      { type: 'cyber', count: 1 },
    ])
  })
  test('a kind of which none is on record by the day is refused with those that are', () => {
    expect(asked('2033-12-31', 'cyber')).toMatchObject({ refused: 'unknown-choice', remedy: 'There is military.' })
    expect(asked('2031-12-31', 'cyber')).toMatchObject({ remedy: 'None is on record at all.' })
  })
})
