import { describe, expect, test } from 'vitest'
import { concordWith, feature, membership, unverified } from '../../test/support/around.ts'
import { covered, exercised, met, neighbour } from '../../test/support/made-up.ts'
import { act } from '../../test/support/registers.ts'
import { alliance } from './alliance.ts'

const paragraph = (text: string, number: string, topic: string) =>
  act({
    id: `${text}/${number}`,
    kind: 'paragraph-abstracted',
    text,
    paragraph: number,
    topic,
    says: 'No bloc.',
    verb: 'reaffirms',
  })
const exercise = (id: string, on: string, type: string, acting: number, more: object = {}) =>
  exercised(id, on, {
    type,
    forces: ['Arcadia', 'Erewhon', 'Utopia']
      .slice(0, acting)
      .map((participant) => ({ participant, as: 'participant' }))
      .concat({ participant: 'Laputa', as: 'observer' }),
    ...more,
  })
const meeting = (id: string, on: string, more: object = {}) =>
  met(id, on, { attendanceBasis: 'none-recorded', coveredAs: 'councils', ...more })

const on = concordWith([
  neighbour('Itself', { itself: true, founded: '2031-03-01' }),
  neighbour('Pact', { type: 'alliance', founded: '2030' }),
  neighbour('League'),
  feature('Itself', 'common-fleet', 'no', '2031-05-01'),
  feature('Itself', 'common-fleet', 'partial', '2032-05-02'),
  feature('Itself', 'regular-talks', 'yes', '2031', unverified('it as a whole')),
  feature('Itself', 'common-court', 'no'),
  feature('Pact', 'common-fleet', 'yes', '2030-01-01'),
  membership('Pact', 'Utopia', { from: '2032-01-01' }),
  membership('Pact', 'Erewhon', { from: '2032', ...unverified('from') }),
  membership('Pact', 'Arcadia', { from: '2030-01-01', to: '2031-12-31' }),
  membership('Pact', 'Laputa', { as: 'observer', from: '2030-01-01' }),
  act({
    id: 'bearing/alliance',
    kind: 'bearing-noted',
    question: 'alliance',
    topics: ['blocs'],
    programmes: ['bloc'],
    statements: ['said'],
  }),
  act({
    id: 'bearing/alliance/regular-talks',
    kind: 'bearing-noted',
    question: 'alliance',
    feature: 'regular-talks',
    bodies: ['council'],
    exercises: ['sea'],
  }),
  meeting('first', '2031-04-01'),
  meeting('second', '2032-04-01'),
  meeting('announced', '2032-04-02', { planned: true }),
  meeting('elsewhere', '2032-04-03', { body: 'court' }),
  covered(2031, 'councils', 'complete'),
  covered(2031, 'exercises', 'nearly-complete'),
  covered(2032, 'councils', 'complete'),
  covered(2032, 'exercises', 'sample'),
  act({ id: 'text', kind: 'text-described', text: 'text', title: 'Text', date: '2032-01-10' }),
  act({ id: 'mute', kind: 'text-described', text: 'mute', title: 'Mute', date: '2032-01-09' }),
  paragraph('text', '1', 'blocs'),
  paragraph('text', '2', 'trade'),
  paragraph('mute', '1', 'trade'),
  act({
    id: 'bloc',
    kind: 'programme-recorded',
    on: '2031',
    programme: 'bloc',
    title: 'A bloc',
    type: 'position',
    stage: 'rejected',
    participants: 'members',
  }),
  ...['2032-02-01', '2032-02-02'].map((day) =>
    act({
      id: `stance/${day}`,
      kind: 'stance-reported',
      on: day,
      programme: 'bloc',
      participant: 'Utopia',
      says: 'no bloc',
      attribution: 'a newspaper',
    }),
  ),
  act({
    id: 'said',
    kind: 'statement-reported',
    on: '2032-03-01',
    statement: 'said',
    type: 'outside-position',
    by: 'A neighbour',
    says: 'It is none.',
  }),
  exercise('three', '2031-06-01', 'sea', 3),
  exercise('two', '2032-06-02', 'sea', 2),
  exercise('unknown', '2032-06-03', 'sea', 3, { participantsKnown: 'presumed' }),
  exercise('land', '2032-06-04', 'land', 3),
  act({
    id: 'relation',
    kind: 'relation-established',
    on: '2032-07-01',
    relation: 'pact',
    with: 'Pact Secretariat',
    participants: ['Pact'],
    type: 'memorandum',
    says: 'Notes are exchanged.',
  }),
])
const element = (day: string, name: string) => alliance(on(day)).elements.find((one) => one.feature === name)

describe('the elements of the organisation itself, on the day', () => {
  const cases = [
    { says: 'before its founding nothing is had', day: '2031-02-28', counts: [0, 0, 0, 3] },
    {
      says: 'on the day of its founding what is stated for the year, or without a date',
      day: '2031-03-01',
      counts: [1, 0, 1, 1],
    },
    { says: 'the day before something is stated', day: '2031-04-30', counts: [1, 0, 1, 1] },
    { says: 'the day for which it is stated', day: '2031-05-01', counts: [1, 0, 2, 0] },
    { says: 'the day before it is stated anew', day: '2032-05-01', counts: [1, 0, 2, 0] },
    { says: 'the day for which it is stated anew', day: '2032-05-02', counts: [1, 1, 1, 0] },
  ] as const
  test.each(cases)('$says', ({ day, counts }) => {
    const { itself } = alliance(on(day))
    expect([itself?.has, itself?.partly, itself?.lacks, itself?.open]).toEqual(counts)
  })
  test('what is not verified and what has no date is counted as such', () => {
    const { itself } = alliance(on('2032-05-02'))
    expect([itself?.unverified, itself?.undated]).toEqual([1, 1])
  })
  test('every statement up to the day, in the order of time', () => {
    const stated = (day: string) => element(day, 'common-fleet')?.stated.map(({ act: { value } }) => value)
    expect(stated('2032-05-01')).toEqual(['no'])
    expect(stated('2032-05-02')).toEqual(['no', 'partial'])
  })
  test('by the end of each year, in the last one on the day: what was had out of what was stated', () => {
    const years = (day: string) =>
      alliance(on(day)).endowmentsByYear.map(({ neighbour: { act: its }, years: all }) => [
        its.neighbour,
        all.map(({ year, had, doubtful, stated }) => [year, had, doubtful, stated].join(' ')),
      ])
    expect(years('2032-05-01')).toEqual([
      ['Itself', ['2031 1 1 3', '2032 1 1 3']],
      ['Pact', ['2031 1 0 1', '2032 1 0 1']],
    ])
    expect(years('2032-05-02')[0]).toEqual(['Itself', ['2031 1 1 3', '2032 2 1 3']])
    expect(years('2031-02-28')[0]).toEqual(['Itself', ['2031 0 0 0']])
  })
  test('of the others nothing is said that is not on record', () => {
    expect(
      alliance(on('2032-05-02')).endowments.map(({ neighbour: { act: its }, has, open }) => [its.neighbour, has, open]),
    ).toEqual([
      ['Itself', 1, 0],
      ['Pact', 1, 2],
    ])
  })
})

describe('what bears on an element', () => {
  test('meetings of its bodies and exercises of its kinds by the day, in order; none that is only announced', () => {
    const facts = (day: string) => element(day, 'regular-talks')?.facts.map(({ id }) => id)
    expect(facts('2032-03-31')).toEqual(['first', 'three'])
    expect(facts('2032-06-02')).toEqual(['first', 'three', 'second', 'two'])
    expect(element('2032-06-02', 'common-court')?.facts).toEqual([])
  })
  test('by year from the founding to the day; firm only where all of its kinds are', () => {
    expect(element('2033-01-01', 'regular-talks')?.years).toEqual([
      { year: 2031, count: 2, firm: true },
      { year: 2032, count: 3, firm: false },
      { year: 2033, count: 0, firm: false },
    ])
  })
})

describe('what is said', () => {
  test('paragraphs on its topics from the day of the text, out of all key texts', () => {
    const said = (day: string) => {
      const {
        said: [first],
        texts,
      } = alliance(on(day))
      return [first?.paragraphs.length, texts.speaking, texts.all]
    }
    expect(said('2032-01-09')).toEqual([0, 0, 1])
    expect(said('2032-01-10')).toEqual([1, 1, 2])
  })
  test('positions and statements up to the day', () => {
    const counts = (day: string) => {
      const { positions, statements } = alliance(on(day))
      return [positions[0]?.stances.length, statements.length]
    }
    expect(counts('2032-02-01')).toEqual([1, 0])
    expect(counts('2032-02-29')).toEqual([2, 0])
    expect(counts('2032-03-01')).toEqual([2, 1])
  })
})

describe('what it does', () => {
  test('exercises by kind, the most frequent first; who only watched did not act, and of a presumed list nothing is known', () => {
    const kinds = alliance(on('2032-06-04')).exercises
    expect(kinds.map(({ type, all, several, fewer, notKnown }) => [type, all, several, fewer, notKnown])).toEqual([
      ['sea', 3, 1, 1, 1],
      ['land', 1, 1, 0, 0],
    ])
    expect(alliance(on('2032-06-03')).exercises).toHaveLength(1)
  })
  test('by year with the coverage of the year, up to the year of the day', () => {
    const [sea] = alliance(on('2032-06-04')).exercises
    expect(sea?.years.map(({ year, count, coverage }) => [year, count, coverage])).toEqual([
      [2030, 0, undefined],
      [2031, 1, 'nearly-complete'],
      [2032, 2, 'sample'],
    ])
  })
})

test('claims of what bears on it from the day on which they were made, with what the record makes of them', () => {
  const made = (id: string, programmes: string[]) =>
    act({
      id: `claim/${id}`,
      kind: 'claim-recorded',
      on: '2032-08-01',
      claim: id,
      says: 'There is no bloc.',
      by: 'An analyst',
      topic: 'blocs',
      testableBy: 'nothing',
      test: { opinion: 'A forecast.' },
      programmes,
    })
  const claimed = concordWith([
    act({ id: 'bearing/alliance', kind: 'bearing-noted', question: 'alliance', programmes: ['bloc'] }),
    made('near', ['bloc']),
    made('far', ['trade']),
  ])
  const claims = (day: string) => alliance(claimed(day)).claims.map(({ claim, verdict }) => [claim.act.claim, verdict])
  expect(claims('2032-07-31')).toEqual([])
  expect(claims('2032-08-01')).toEqual([['near', 'opinion']])
})

describe('members in an alliance', () => {
  const pact = (day: string) =>
    alliance(on(day)).alliances.map(({ neighbour: { act: its }, both, unsure, relations }) => [
      its.neighbour,
      both,
      unsure,
      relations.length,
    ])
  test('only in what the record calls an alliance, in full, on the day; a tie from its day on', () => {
    expect(pact('2031-12-30')).toEqual([['Pact', ['Arcadia'], [], 0]])
    expect(pact('2032-06-30')).toEqual([['Pact', ['Utopia', 'Erewhon'], ['Erewhon'], 0]])
    expect(pact('2032-07-01')).toEqual([['Pact', ['Utopia', 'Erewhon'], ['Erewhon'], 1]])
  })
})

test('an organisation of which nothing of the kind is on record has nothing, and says so', () => {
  const view = alliance(concordWith([])('2033-01-01'))
  expect(view.itself).toBeUndefined()
  expect([view.elements, view.endowments, view.said, view.exercises, view.alliances]).toEqual([[], [], [], [], []])
})
