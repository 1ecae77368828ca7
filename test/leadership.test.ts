import { describe, expect, test } from 'vitest'
import { type LeadershipView, leadership } from '../src/analysis/index.ts'
import { type Act, votesOfPair } from '../src/record/index.ts'
import type { Day } from '../src/rules/index.ts'
import { ownHouse } from './support/pages.ts'
import { realActs, realRecord } from './support/real.ts'

// Who leads and who stays out, and how alike two voted elsewhere, asked of the real record.

const { get, data, refuses } = ownHouse()

const lastDay = '2026-03-10' as Day
const asked = (change?: (act: Act) => Act, about?: string) =>
  leadership(realRecord(change).at(lastDay), { about }) as LeadershipView

describe('votes elsewhere', () => {
  const compared = realActs.filter((act) => act.kind === 'votes-compared')
  test('every year from 1992 to 2019, and January 2020', () => {
    expect(compared.map(({ date }) => date)).toEqual([
      ...Array.from({ length: 28 }, (_, index) => String(1992 + index)),
      '2020-01',
    ])
    expect(compared.reduce((sum, { pairs }) => sum + pairs.length, 0)).toBe(1237)
  })
  test('each pair once a year, in the order of its codes, each with its source and its licence', () => {
    for (const { pairs, sources } of compared) {
      const names = pairs.map(({ between }) => between.join(' '))
      expect(new Set(names).size).toBe(names.length)
      for (const { between } of pairs) expect(between.toSorted()).toEqual(between)
      expect(sources.map(({ source }) => source)).toEqual(['ds-unga-voeten', 'ds-unvotes'])
    }
    const licences = realActs.flatMap((act) =>
      act.kind === 'source-described' && /^ds-un/.test(act.source) ? act.licence : [],
    )
    expect(licences).toHaveLength(2)
    expect(licences.every(Boolean)).toBe(true)
  })
  test('counts as in the data they are made from', () => {
    const [assembly] = votesOfPair(realRecord().at(lastDay), 'RUS', 'CHN')
    const of = (date: string) => assembly?.years.find((year) => year.date === date)
    expect(of('1992')?.pair).toEqual({ both: 70, same: 30, opposed: 8 })
    expect(of('2019')?.pair).toEqual({ both: 86, same: 68, opposed: 4 })
    expect(of('2019')?.general).toMatchObject({ pairs: 45, both: 3829, same: 3141, opposed: 151, telling: true })
    expect(of('2020-01')?.general).toMatchObject({ pairs: 28, both: 28, same: 28, telling: false })
  })
  test('a single vote makes no share, neither of the pair nor of all', async () => {
    const { text } = await get('/sco/pairs?a=CHN&b=RUS')
    expect(text).toContain(
      '2019: China and Russia voted alike in 68 of 86 votes, 79.1 per cent; all pairs together in 82.0 per cent',
    )
    expect(text).toContain(
      'January 2020: 1 of 1 votes alike, too few for a share; all pairs 28 of 28 votes alike, too few',
    )
    expect(text).toContain('in 2019 each of 45 pairs voted alike in more than half')
  })
  test('a year counts once it has ended', async () => {
    const of = async (on: string) => (await data(`/sco/pairs.json?a=CHN&b=RUS&on=${on}`)).votes[0].years.at(-1).date
    expect(await of('2019-12-30')).toBe('2018')
    expect(await of('2019-12-31')).toBe('2019')
  })
  test('a pair of which nothing is in the data has no such section', async () => {
    expect((await get('/sco/pairs?a=CHN&b=MNG')).body).not.toContain('id="votes"')
    expect((await get('/concord/pairs?a=UTO&b=ARC')).body).not.toContain('id="votes"')
  })
})

describe('the record', () => {
  test('the two that pay most follow from the scale of the day, the one that proposed most from what names a proposer', () => {
    const { payers, proposers } = asked()
    expect(payers).toMatchObject({ of: 100, between: ['RUS', 'CHN'] })
    expect(proposers).toMatchObject({ of: 74, places: [{ value: 15, who: ['RUS'] }, { value: 13 }] })
  })
  test('every proposer named is counted', () => {
    const named = realActs.filter((act) => act.kind === 'decision-recorded' && act.proposedBy?.length)
    const replaced = new Set(realActs.flatMap((act) => act.replaces ?? []))
    expect(asked().basis.proposers.known).toBe(named.filter((act) => !replaced.has(act.id)).length)
  })
  test('India stayed outside nine of the nine adopted texts outside which anybody stayed while it was a member', () => {
    const india = asked().rows.find(({ participant }) => participant === 'IND')
    expect(india?.parts).toMatchObject({ outside: { did: 9, of: 9 }, differed: { did: 12, of: 16 } })
    expect(india?.stances).toEqual({ 'not-associated': 9, objected: 3 })
  })
  test('a change of a share moves who pays most; a further proposer moves one base and nothing else', () => {
    const shared = asked((act) =>
      act.kind === 'shares-stated'
        ? { ...act, shares: act.shares.map((one) => (one.participant === 'TJK' ? { ...one, percent: 99 } : one)) }
        : act,
    )
    expect(shared.payers?.places[0]).toEqual({ value: 99, who: ['TJK'] })
    const isFirst = realActs.find((act) => act.kind === 'decision-recorded' && !act.proposedBy && act.on > '2025')
    const proposed = asked((act) =>
      act === isFirst && act.kind === 'decision-recorded' ? { ...act, proposedBy: ['BLR'] } : act,
    )
    const belarus = ({ rows }: LeadershipView) => rows.find(({ participant }) => participant === 'BLR')?.parts
    expect(belarus(asked())?.proposed).toEqual({ did: 0, of: 20 })
    expect(belarus(proposed)?.proposed).toEqual({ did: 1, of: 21 })
    expect({ ...belarus(proposed), proposed: 0 }).toEqual({ ...belarus(asked()), proposed: 0 })
  })
})

describe('the page', () => {
  test('its title, its data and the record have the same numbers', async () => {
    const { body, text } = await get('/sco/questions/leadership')
    expect(body).toMatch(
      /<h1>Russia and China are to pay most, together 35\.2 per cent of the budget; Russia is named most often as proposing, 15 of the 74/,
    )
    const said = await data('/sco/questions/leadership.json')
    expect(said.rows).toEqual(JSON.parse(JSON.stringify(asked().rows)))
    expect(said.basis.proposers).toEqual({ known: 74, all: 338 })
    expect(text).toContain(
      'On record is who proposed for 74 and a stance, or who stayed outside, for 25 of 338 decisions',
    )
  })
  test('no number stands for who leads, and nobody is ranked', async () => {
    const { text } = await get('/sco/questions/leadership')
    expect(text).toContain('there is no one number for who leads')
    const members = asked().rows.map(({ memberSince }) => memberSince)
    expect(members).toEqual(members.toSorted())
  })
  test('a dialogue partner of another organisation is none of its members', async () => {
    const { pairs } = asked()
    const shared = (a: string, b: string) => pairs.find(({ between }) => `${between}` === `${a},${b}`)?.neighbours
    // Of both the record has a dialogue partnership with ASEAN, and full membership of the others.
    expect(shared('CHN', 'RUS')?.toSorted()).toEqual(['AIIB', 'ARF', 'BRICS', 'CICA', 'G20', 'NSG', 'WTO'])
    const { text } = await get('/sco/questions/leadership?about=CHN,RUS')
    expect(text).toContain('seven other memberships of both')
    expect(text).not.toContain('Association of Southeast Asian Nations')
  })
  test('what is not on record is said, and not that nobody stands out', async () => {
    expect((await get('/concord/questions/leadership')).body).toContain(
      '<h1>Who is to pay and who proposed is not on record by 31 December 2033</h1>',
    )
  })
  test('two asked about are compared, in the page, in the command and in the data', async () => {
    const { body, text } = await get('/sco/questions/leadership?about=IND,PAK')
    expect(text).toContain("chancery question sco leadership --about 'IND,PAK'")
    expect(body).toContain('href="/sco/questions/leadership.json?about=IND%2CPAK"')
    expect(text).toContain('India and Pakistan: two subjects with positions of both')
    expect(await data('/sco/questions/leadership.json?about=IND,PAK')).toMatchObject({
      compared: { between: ['IND', 'PAK'], because: 'asked' },
    })
  })
  test('before there were members, those of what came before; before them nobody', async () => {
    expect((await get('/sco/questions/leadership?on=1999-01-01')).text).toContain(
      'five participants in what came before',
    )
    expect((await get('/sco/questions/leadership?on=1990-01-01')).text).toContain(
      'Nobody was a member on 1 January 1990',
    )
  })
  test('what nobody is on record for is no column of noughts', async () => {
    const { text } = await get('/concord/questions/leadership')
    expect(text).not.toContain('0 of 0 ')
    expect(text).toContain('On record of nobody in these years')
  })
  test.each(['/sco/delivery/proposers', '/sco/offices', '/sco/participants/UZB', '/sco/pairs?a=CHN&b=RUS'])(
    '%s leads to it',
    async (address) => {
      expect((await get(address)).body).toContain('/sco/questions/leadership')
    },
  )
  describe('what it does not know', () => {
    refuses([
      ['/sco/questions/leadership?about=CHN', '"CHN" does not name two participants.'],
      ['/sco/questions/leadership?about=CHN,CHN', 'China cannot be held beside itself.'],
      ['/sco/questions/leadership?about=CHN,XYZ', 'The record has no participant "XYZ".'],
    ])
  })
})
