import { describe, expect, test } from 'vitest'
import { type ExercisingView, exercising } from '../src/analysis/index.ts'
import type { Act } from '../src/record/index.ts'
import { ownHouse } from './support/pages.ts'
import { realActs, realRecord } from './support/real.ts'

// Who really exercises, asked of the real record: sums that were counted by hand, and pages that say the same.

const { get, data, refuses } = ownHouse()

const asked = (change?: (act: Act) => Act, about?: string) =>
  exercising(realRecord(change).at('2026-03-10' as never), { about }) as ExercisingView

describe('the record', () => {
  test('39 exercises, of which 27 have participants that are known', () => {
    expect(asked().counts).toMatchObject({ all: 39, known: 27, presumed: 6, notKnown: 6 })
  })
  test('every one that the folder has is there once', () => {
    const held = realActs.filter((act) => act.kind === 'exercise-held').map((act) => act.exercise)
    expect(
      asked()
        .exercises.map(({ exercise }) => exercise)
        .sort(),
    ).toEqual([...new Set(held)].sort())
  })
  test('seven were of two, each under a name with that of the organisation in it', () => {
    expect(asked().counts).toMatchObject({ ofTwo: 7, ofTwoNamed: 7 })
    expect(
      asked()
        .exercises.filter((one) => one.ofTwo && one.participantsKnown === 'yes')
        .map((one) => one.exercise),
    ).toEqual([
      'exercise-01-2002',
      'peace-mission-2005',
      'tianshan-1-2006',
      'peace-mission-2009',
      'peace-mission-2013',
      'east-antiterror-2014',
      'tianshan-3-2017',
    ])
  })
  test('an absence and a refusal are two things, and watching is neither', () => {
    const uzbekistan = asked().members.find(({ participant }) => participant === 'UZB')
    expect(uzbekistan).toEqual({
      ...{ participant: 'UZB', of: 27, took: 12, observed: 4, absent: 5, declined: 1, notNamed: 5, hosted: 2 },
    })
    expect(asked().exercises.find(({ exercise }) => exercise === 'peace-mission-2014')?.observed).toEqual(['UZB'])
  })
  test.each([
    ['a participant that turns out to have stayed away', { absent: [{ participant: 'RUS' }] }, 'took', -1],
    ['participants that turn out to be only presumed', { participantsKnown: 'presumed' }, 'of', -1],
  ] as const)('%s moves the number', (_, correction, field, by) => {
    const ofRussia = (change?: (act: Act) => Act) =>
      asked(change).members.find((one) => one.participant === 'RUS')?.[field]
    const changed = (act: Act): Act => {
      if (act.kind !== 'exercise-held' || act.exercise !== 'peace-mission-2007') return act
      const forces = (act.forces ?? []).filter(({ participant }) => participant !== 'RUS')
      return { ...act, forces, ...correction } as Act
    }
    expect(ofRussia(changed)).toBe(Number(ofRussia()) + by)
  })
})

describe('the page', () => {
  test('its title, its data and the record have the same numbers', async () => {
    const { counts } = asked()
    const page = await get('/sco/questions/exercising')
    expect(page.body).toContain('<h1>Every member took part in eight of 27 exercises')
    expect((await data('/sco/questions/exercising.json')).counts).toEqual(counts)
    expect(page.text).toContain('who took part is known of 27.')
    expect(page.text).toContain('One refusal and seven absences are on record')
  })
  test('how complete the record is comes before the first number that it bears on', async () => {
    const { text } = await get('/sco/questions/exercising')
    expect(text.indexOf('landmarks only for')).toBeGreaterThan(0)
    expect(text.indexOf('landmarks only for')).toBeLessThan(text.indexOf('Only two took part in seven'))
  })
  test('one kind at a time, in the page, in the command and in the data', async () => {
    const { body, text } = await get('/sco/questions/exercising?about=cyber')
    expect(text).toContain('chancery question sco exercising --about cyber')
    expect(body).toContain('href="/sco/questions/exercising.json?about=cyber"')
    expect(await data('/sco/questions/exercising.json?about=cyber')).toMatchObject({ counts: { all: 3, known: 3 } })
  })
  test('a day on which there was none yet says so', async () => {
    expect((await get('/sco/questions/exercising?on=2002-10-09')).text).toContain(
      'None was on record by 9 October 2002',
    )
    expect((await get('/sco/questions/exercising?on=2002-10-10')).text).toContain('only two took part in one')
    expect((await get('/concord/questions/exercising')).text).toContain('No exercise is on record')
  })
  test.each(['/sco/exercises', '/sco/exercises/peace-mission-2007', '/sco/participants/UZB'])(
    '%s leads to it',
    async (address) => {
      expect((await get(address)).body).toContain('/sco/questions/exercising')
    },
  )
  describe('what it does not know', () => {
    refuses([['/sco/questions/exercising?about=tea', 'No exercise of the kind "tea" is on record.']])
  })
})
