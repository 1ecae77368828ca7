import { describe, expect, test } from 'vitest'
import { output } from '../src/analysis/output.ts'
import type { Act } from '../src/record/index.ts'
import { type Day, isRefusal } from '../src/rules/index.ts'
import { ownHouse } from './support/pages.ts'
import { realRecord } from './support/real.ts'

// Do meetings produce anything? Asked of the real record.

const { get, data, refuses } = ownHouse()

function asked(changed?: (act: Act) => Act | undefined, day = '2026-03-10') {
  const view = output(realRecord(changed).at(day as Day), {})
  if (isRefusal(view)) throw new Error(view.message)
  return view
}
const council = (view: ReturnType<typeof asked>) => view.bodies.find(({ body }) => body === 'chs')

describe('known sums', () => {
  const view = asked()
  test('193 meetings held, of nine of which the outcomes are known in full', () => {
    expect(view.all).toMatchObject({ meetings: 193, announced: 1, outcomesKnown: { complete: 9 } })
    const { complete, partial, 'none-found': none } = view.all.outcomesKnown
    expect(complete + partial + none).toBe(view.all.meetings)
  })
  test('the bodies add up to all, but for what counts for several', () => {
    const sum = (of: (body: (typeof view.bodies)[number]) => number) =>
      view.bodies.reduce((all, one) => all + of(one), 0)
    expect(sum(({ meetings }) => meetings)).toBe(view.all.meetings)
    expect(sum(({ decisions }) => decisions.adopted)).toBe(view.all.decisions.adopted)
    expect(view.all.decisions).toEqual({ all: 338, adopted: 295, 'not-adopted': 21, proposed: 22 })
  })
  test('the heads of State: six meetings known in full adopted between one and 24', () => {
    expect(council(view)?.perMeeting).toEqual({ meetings: 6, least: 1, middle: 9.5, most: 24 })
  })
  test('in no year can all of it be compared', () => expect(view.comparable).toEqual([]))
})

describe('a fact that changes moves the number', () => {
  test('a meeting whose outcomes become known in full', () => {
    const view = asked((act) =>
      act.kind === 'meeting-held' && act.meeting === 'chs-2022-samarkand' ? { ...act, outcomesKnown: 'complete' } : act,
    )
    expect(council(view)?.perMeeting).toMatchObject({ meetings: 7, most: 24 })
    expect(view.all.outcomesKnown.complete).toBe(10)
  })
  test('a decision that was not adopted after all', () => {
    const view = asked((act) =>
      act.kind === 'decision-recorded' && act.meeting === 'chs-1996-shanghai'
        ? { ...act, outcome: 'not-adopted' }
        : act,
    )
    expect(view.all.decisions.adopted).toBe(294)
    expect(council(view)?.perMeeting).toMatchObject({ least: 0 })
  })
  test('coverage that becomes complete for everything in a year', () => {
    const covered = ['coordinators', 'rats-council', 'other-ministers', 'decisions', 'instruments', 'exercises']
    const view = asked((act) => {
      if (act.kind === 'meeting-held' && act.coveredAs === undefined) return undefined
      const whole = act.kind === 'coverage-stated' && act.year === 2016 && covered.includes(act.of)
      return whole ? { ...act, coverage: 'complete' } : act
    })
    expect(view.comparable).toEqual([2016])
  })
})

describe('the page', () => {
  test('says what its data says, and every number leads to a list with as many', async () => {
    const { body, text } = await get('/sco/questions/output')
    const { all, bodies } = await data('/sco/questions/output.json')
    expect(text).toContain(`${all.meetings} meetings and ${all.decisions.adopted} adopted decisions on record`)
    for (const { body: id, meetings, announced, decisions } of bodies.slice(0, 3)) {
      expect(body).toContain(`href="/sco/meetings?body=${id}">${meetings}</a>`)
      expect((await data(`/sco/meetings.json?body=${id}`)).total).toBe(meetings + announced)
      if (decisions.adopted === 0) continue
      expect(body).toContain(`href="/sco/decisions?body=${id}&#38;outcome=adopted">${decisions.adopted}</a>`)
      expect((await data(`/sco/decisions.json?body=${id}&outcome=adopted`)).total).toBe(decisions.adopted)
    }
  })
  test('how complete the record is comes before any count or picture', async () => {
    const { body } = await get('/sco/questions/output')
    expect(body.indexOf('How complete this is')).toBeLessThan(body.indexOf('<svg'))
    expect(body.indexOf('How complete this is')).toBeLessThan(body.indexOf('<table'))
  })
  test('nothing on record is never printed as none', async () => {
    const { text } = await get('/sco/questions/output')
    expect(text).toContain('which is not none')
    expect(text).not.toMatch(/\bno output\b|produced nothing/)
  })
  test('is there on every day, for one body, and for the made-up organisation', async () => {
    for (const address of ['/sco/questions/output?on=1990-01-01', '/sco/questions/output?about=cfm&on=2012-06-08']) {
      const page = await get(address)
      expect(page.code, address).toBe(200)
      expect(page.body).not.toMatch(/undefined|NaN|\[object|style="/)
    }
    expect((await get('/concord/questions/output')).text).toContain('meetings and')
    expect((await get('/sco/questions/output?about=cfm')).text).toContain(
      'Council of Ministers of Foreign Affairs: twenty',
    )
  })
  refuses([['/concord/questions/output?about=senate', 'The record has no meeting and no decision of a body "senate".']])
  test('the pages that it concerns lead to it', async () => {
    for (const from of ['/sco/delivery', '/sco/meetings', '/sco/decisions', '/sco/bodies', '/sco/questions'])
      expect((await get(from)).body, from).toContain('href="/sco/questions/output"')
    expect((await get('/sco/bodies/chs')).body).toContain('href="/sco/questions/output?about=chs"')
  })
})
