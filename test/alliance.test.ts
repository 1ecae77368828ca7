import { describe, expect, test } from 'vitest'
import { alliance } from '../src/analysis/index.ts'
import type { Day } from '../src/rules/index.ts'
import { feature } from './support/around.ts'
import { ownHouse } from './support/pages.ts'
import { act } from './support/registers.ts'
import { shippedFold } from './support/shipped-fold.ts'

// Is it becoming a military alliance? Counted from the real record, and shown as counted.

const fold = shippedFold()
const on = (day: string, of = fold) => alliance(of.at(day as Day))

describe('the elements of the SCO', () => {
  const cases = [
    ['2001-06-14', [0, 0, 0, 12]],
    // What is stated for the founding, and what carries no date.
    ['2001-06-15', [0, 0, 2, 10]],
    // Of twelve, five are stated for 2008 in an article of 2009; before that year they are not shown.
    ['2007-12-31', [1, 1, 3, 7]],
    ['2008-01-01', [1, 1, 7, 3]],
    ['2009-06-15', [1, 1, 7, 3]],
    ['2009-06-16', [1, 2, 7, 2]],
    ['2026-03-10', [1, 2, 9, 0]],
  ] as const
  test.each(cases)('%s', (day, counts) => {
    const { itself, elements } = on(day)
    expect([itself?.has, itself?.partly, itself?.lacks, itself?.open]).toEqual(counts)
    expect(elements).toHaveLength(12)
  })
  test('of eight organisations, most of it not verified', () => {
    const { endowments } = on('2026-03-10')
    expect(
      endowments.map(({ neighbour, has, partly, lacks, unverified }) => [
        neighbour.act.neighbour,
        has,
        partly,
        lacks,
        unverified,
      ]),
    ).toEqual([
      ['SCO', 1, 2, 9, 2],
      ['CSTO', 7, 4, 1, 6],
      ['NATO', 11, 1, 0, 11],
      ['EU', 5, 5, 2, 12],
      ['CICA', 0, 1, 11, 11],
      ['OSCE', 2, 2, 8, 12],
      ['EAEU', 1, 1, 10, 5],
      ['ASEAN', 1, 4, 7, 12],
    ])
  })
  test('an organisation founded later has nothing yet', () => {
    const eaeu = (day: string) => on(day).endowments.find(({ neighbour }) => neighbour.act.neighbour === 'EAEU')
    expect(eaeu('2014-12-31')?.open).toBe(12)
    expect(eaeu('2015-01-01')?.open).toBe(0)
  })
  test('a value stated for 2025 moves the count from that day on', () => {
    const changed = shippedFold([feature('SCO', 'integrated-command', 'partial', '2025-09-01')])
    expect(on('2025-08-31', changed).itself?.lacks).toBe(9)
    expect(on('2025-09-01', changed).itself?.lacks).toBe(8)
    expect(on('2025-09-01', changed).itself?.partly).toBe(3)
  })
})

describe('what is said and done', () => {
  const view = on('2026-03-10')
  test('paragraphs by topic, out of 31 key texts', () => {
    expect(view.said.map(({ topic, paragraphs }) => [topic, paragraphs.length])).toEqual([
      ['bloc politics', 5],
      ['third parties', 6],
      ['military cooperation', 6],
      ['bases', 1],
    ])
    expect(view.texts).toEqual({ all: 31, speaking: 11 })
  })
  test('every exercise on record is of one kind and counted once', () => {
    expect(view.exercises.reduce((sum, { all }) => sum + all, 0)).toBe(39)
    for (const { all, several, fewer, notKnown, years } of view.exercises) {
      expect(several + fewer + notKnown).toBe(all)
      expect(years.reduce((sum, { count }) => sum + count, 0)).toBe(all)
    }
  })
  test('an exercise more is one more of its kind', () => {
    const more = act({
      id: 'exercise/one-more',
      kind: 'exercise-held',
      on: '2026-01-01',
      exercise: 'one-more',
      name: 'One more',
      type: 'military',
      participantsKnown: 'no',
    })
    const military = (of: typeof fold) => on('2026-03-10', of).exercises.find(({ type }) => type === 'military')
    expect(military(shippedFold([more]))?.notKnown).toBe((military(fold)?.notKnown ?? 0) + 1)
  })
  test('five of ten members are in the CSTO, none in NATO', () => {
    expect(view.alliances.map(({ neighbour, both }) => [neighbour.act.neighbour, both.length])).toEqual([
      ['CSTO', 5],
      ['NATO', 0],
    ])
  })
})

describe('the page', () => {
  const visit = ownHouse()
  const get = async (address: string) => (await visit.get(address)).body

  test('says what its data say', async () => {
    const body = await get('/sco/questions/alliance')
    const data = JSON.parse(await get('/sco/questions/alliance.json'))
    expect([data.itself.has, data.itself.partly, data.itself.lacks]).toEqual([1, 2, 9])
    expect(body).toContain('it had one of twelve elements of a security organisation, two in part, and lacked nine')
    expect(body).toContain('as last stated for 2002 to 2024')
    expect(body).toContain('39 exercises of six kinds')
    for (const { feature: name } of data.elements) expect(body).toContain(`id="element-${name}"`)
    expect(body).not.toMatch(/<script|style="|NaN|undefined|\[object/)
  })
  test('on an earlier day shows nothing that is stated for a later one', async () => {
    const body = await get('/sco/questions/alliance?on=2005-07-05')
    expect(body).toContain('had one of twelve elements')
    expect(body).not.toMatch(/feature\/SCO\/integrated-command[^>]*><span class="tag/)
    expect(body).toContain('stated only for 2008')
  })
  test('where nothing of the kind is on record says so', async () => {
    expect(await get('/concord/questions/alliance')).toContain('is not on record')
  })
  test.each(['exercises', 'neighbours', 'programmes/military-bloc-idea', 'instruments/long-term-treaty-2007'])(
    'is reached from /sco/%s',
    async (page) => expect(await get(`/sco/${page}`)).toContain('/sco/questions/alliance"'),
  )
})
