import { describe, expect, test } from 'vitest'
import { questionIds } from '../src/analysis/index.ts'
import { ownHouse } from './support/pages.ts'

// What a reader who looks at a heading or a picture alone might take from it: never more than is on record.

const { get, data } = ownHouse()

const days = ['2000-06-01', '2005-06-01', '2007-06-01', '2014-12-31', '2017-06-09', '2023-07-04', '2026-11-22']
const asked = [
  ...questionIds.flatMap((id) => days.map((day) => `/sco/questions/${id}?on=${day}`)),
  ...questionIds.flatMap((id) => ['2031-06-01', '2033-12-31'].map((day) => `/concord/questions/${id}?on=${day}`)),
]

describe('on every day', () => {
  test.each(asked)('%s has words for what there is none of, and names its command', async (address) => {
    const { code, body, text } = await get(address)
    expect(code).toBe(200)
    const headings = [...body.matchAll(/<h[123][^>]*>(.*?)<\/h[123]>/gs)].map(([, heading]) => heading)
    expect(headings.length).toBeGreaterThan(2)
    for (const heading of headings) expect(heading).not.toMatch(/\b(in|on|for) no (of\b|<|$)|\bnow\b|^no matters/i)
    expect(text).not.toMatch(/NaN|undefined|Infinity|\[object|\b0 of 0\b/)
    const [, organisation, , id] = address.split('?')[0]?.split('/') ?? []
    expect(text).toContain(`chancery question ${organisation} ${id} --on ${address.split('=')[1]}`)
  })
})

describe('a base is named', () => {
  test('who shares members: only those described here are counted', async () => {
    const { text } = await get('/sco/questions/neighbourhood')
    const { shared } = await data('/sco/questions/neighbourhood.json')
    const people = new Set(shared.circles.flatMap((one: { participants: string[] }) => one.participants))
    expect(text).toContain(`Counted are only participants that this record describes, ${people.size} in all`)
    expect(text).toContain('on 10 March 2026 most in the AIIB')
    expect((await get('/sco/questions/neighbourhood?on=2005-06-01')).text).toContain('on 1 June 2005 most in the CICA')
  })
  test('how a fact was read: the parts come to the whole', async () => {
    const { text } = await get('/sco/questions/completeness')
    const [, all, read, part, other, open] =
      /Of (\d+) facts on record .*?, (\d+) rest on .*?, (\d+) on one read in part, (\d+) on what others say .*?; of (\d+) how/.exec(
        text,
      ) ?? []
    const none = Number(/is not stated, and (\d+) name none/.exec(text)?.[1] ?? 0)
    expect(Number(read) + Number(part) + Number(other) + Number(open) + none).toBe(Number(all))
  })
  test('claims: what is supported in part, and what held once, are neither supported nor contradicted', async () => {
    const { claims } = await data('/sco/claims.json')
    const count = (verdict: string) => claims.filter((one: { verdict: string }) => one.verdict === verdict).length
    expect([count('supported'), count('partly-supported'), count('contradicted'), count('outdated')]).toEqual([
      21, 51, 6, 6,
    ])
    expect((await get('/sco/claims')).text).toContain(
      '105 claims: the record supports 21, 51 in part, and contradicts six; six held when made and no longer do',
    )
  })
})

describe('a claim', () => {
  test('what facts settle is not said to be answered only as far as it is on record', async () => {
    const { body } = await get('/sco/claims/dehaas07-02')
    const checks = body.split('<section class="tight check">').slice(1)
    const noted = checks.filter((check) => check.includes('Answered as far as it is on record'))
    expect(noted).toHaveLength(1)
    expect(noted[0]).toContain('so, as far as it is on record')
  })
  test('what was not found is not said to be what the record cannot say', async () => {
    const { text } = await get('/sco/claims/dehaas07-02')
    expect(text).toContain(
      'Not so as far as it is on record, which proves nothing: A text on military assistance had been adopted',
    )
    expect(text).not.toContain('The record cannot say')
  })
  test('what an opinion is held against is not what must be so', async () => {
    expect((await get('/sco/claims/lain14-12')).text).toContain('What comes near it, and what is on record')
    expect((await get('/sco/claims/dehaas07-02')).text).toContain('What must be so, and what is on record')
  })
})

describe('a heading says no more than the picture', () => {
  test('that every member came once is no rise from two to all', async () => {
    const { text } = await get('/sco/questions/exercising')
    expect(text).toContain('every member took part first in Issyk-Kul-Antiterror-2007, 29 May 2007, and last in')
    expect(text).toContain('a column is an exercise, not a year')
    expect((await get('/sco/questions/exercising?on=2007-06-01')).text).toContain(
      'Every member is on record as taking part in one alone',
    )
  })
  test('passage is no absence', async () => {
    expect((await get('/sco/questions/exercising')).text).toContain(
      'One refusal and seven absences are on record, as attributed, and two matters of passage',
    )
  })
  test('of all bodies together nobody gives a number at each meeting, although some are known', async () => {
    expect((await get('/sco/questions/output')).text).toMatch(/ All 193 .*?differs by body/)
  })
})

describe('a picture', () => {
  test('a bar of a partial sum ends open, and no other does', async () => {
    const { indicators } = await data('/sco/questions/weight.json')
    const partial = indicators.filter((one: { everyone: { missing: unknown[] } }) => one.everyone.missing.length > 0)
    expect(partial).toHaveLength(4)
    const { body } = await get('/sco/questions/weight')
    const [wide = ''] = /<div class="wide-only"><svg class="bars".*?<\/svg>/s.exec(body) ?? []
    expect(wide.match(/class="missing"/g)).toHaveLength(partial.length)
  })
  test('to have an element is neither good nor bad, and what is unverified looks so', async () => {
    const { body } = await get('/sco/questions/alliance')
    expect(body).not.toMatch(/class="tag (yes|wait)">(yes|partly|no)\??</)
    expect(body).toMatch(/class="tag had-yes">yes</)
    expect(body).toMatch(/class="tag had-yes unsure">yes\?</)
    expect(body).not.toMatch(/class="tag had-(yes|partial|no)">\w+\?</)
  })
  test.each(['decisions', 'meetings', 'exercises', 'instruments'])(
    'of %s an earlier day has no bars of later years, where nothing can be yet',
    async (list) => {
      const { body } = await get(`/sco/${list}?on=2014-12-30`)
      const [bars = ''] = /<svg class="bars".*?<\/svg>/s.exec(body) ?? []
      const titles = [...bars.matchAll(/<title>(\d{4}): ([^<]*)<\/title>/g)]
      expect(titles.at(-1)?.[1]).toBe('2014')
      expect(titles.at(-1)?.[2]).toContain('the year is not over')
      expect(titles.at(-2)?.[2]).not.toContain('the year is not over')
    },
  )
  test('a year of a list can be asked for on any day, with or without something in it', async () => {
    expect((await get('/sco/decisions?on=2014-12-30&year=2013')).code).toBe(200)
    expect((await get('/sco/decisions?on=2014-12-30&year=2020')).text).toContain('No decision')
  })
})
