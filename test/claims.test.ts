import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Claim, claimsOf, readClaim, weighed } from '../src/analysis/index.ts'
import { type Act, Fold, type Organisation, verdicts } from '../src/record/index.ts'
import { readFolder } from '../src/registry/folder.ts'
import { plan } from '../src/registry/plan.ts'
import { type Day, isRefusal } from '../src/rules/index.ts'
import { entriesOf } from './support/registers.ts'
import { startServer, type TestServer } from './support/server.ts'

const folder = readFolder(join(import.meta.dirname, '..', 'organisations', 'sco'))
if (Array.isArray(folder)) throw new Error(JSON.stringify(folder.slice(0, 5), null, 2))
const acts = plan(new Fold('sco'), folder.acts).map(({ act }) => act)
const asOf = (day: string, all: readonly Act[] = acts): Organisation =>
  new Fold('sco', entriesOf(all, 'sco')).at(day as Day)
const now = asOf('2026-03-10')
const claims = claimsOf(now)
const verdictOf = ({ act }: Claim, organisation: Organisation) => weighed(act.test, act.on, organisation)

describe('the claims on record', () => {
  test.each(claims.map((claim) => [claim.act.claim, claim] as const))('%s asks what can be answered', (_id, claim) => {
    const { now: today } = verdictOf(claim, now)
    const refused = today.checks.flatMap(({ measured }) => (isRefusal(measured) ? [measured.message] : []))
    expect(refused).toEqual([])
  })
  test('each says what was found by hand; where the record answers otherwise, why', () => {
    const unexplained = claims.flatMap((claim) => {
      const { read, note } = claim.act
      const { verdict } = verdictOf(claim, now)
      return read === undefined || (read.verdict !== verdict && note === undefined)
        ? [`${claim.act.claim}: ${read?.verdict}, computed ${verdict}`]
        : []
    })
    expect(unexplained).toEqual([])
  })
  test('none is supported by what is missing: with an empty record nothing is', () => {
    const empty = asOf(
      '2026-03-10',
      acts.filter(({ kind }) => ['organisation-described', 'claim-recorded', 'source-described'].includes(kind)),
    )
    const supported = claims.flatMap((claim) => {
      const { now: today } = verdictOf(claim, empty)
      return ['supported', 'contradicted'].includes(today.verdict) ? [claim.act.claim] : []
    })
    expect(supported).toEqual([])
  })
})

describe('the pages', () => {
  let house: TestServer
  beforeAll(async () => {
    house = await startServer()
  })
  afterAll(() => house?.close())
  const get = async (address: string) => {
    const response = await fetch(`${house.url}${address}`)
    return { status: response.status, text: await response.text() }
  }

  test('list and page say what the data says', async () => {
    const { claims: listed } = JSON.parse((await get('/sco/claims.json')).text) as {
      claims: { claim: string; verdict: string }[]
    }
    expect(listed.map(({ claim, verdict }) => [claim, verdict])).toEqual(
      claims.map((claim) => [claim.act.claim, verdictOf(claim, now).verdict]),
    )
    const [first] = claims
    const page = await get(`/sco/claims/${first?.act.claim}`)
    expect(page.status).toBe(200)
    expect(page.text).toContain('As the record stands')
  })
  test('the data of a claim is that of the page’s day, not of the day on which it was made', async () => {
    const { on, act, then } = JSON.parse((await get('/sco/claims/dehaas08-20.json?on=2012-06-08')).text)
    expect([on, act.on, then.on]).toEqual(['2012-06-08', '2009-01', '2009-01-31'])
    const own = 'says: It meets.%0Aon: 2010%0Atest: { missing: x }'
    expect(JSON.parse((await get(`/sco/claims/own.json?on=2012-06-08&claim=${own}`)).text)).toMatchObject({
      on: '2012-06-08',
      claim: { on: '2010' },
    })
  })
  test('every claim has a page that answers', async () => {
    for (const { act } of claims) {
      const { status, text } = await get(`/sco/claims/${act.claim}`)
      expect([act.claim, status]).toEqual([act.claim, 200])
      expect(text).toContain(`chancery claim sco/${act.claim}`)
    }
  })
  test('whom and what a claim concerns says so on its own page, from the day of the claim on', async () => {
    const whatOf = ['participants', 'bodies', 'disputes', 'neighbours'] as const
    const pages = new Map<string, Set<string>>()
    for (const { act } of claims)
      for (const what of whatOf)
        for (const id of act[what] ?? []) {
          const address = `/sco/${what}/${id}`
          pages.set(address, (pages.get(address) ?? new Set()).add(act.claim))
        }
    expect([...pages.keys()]).toEqual(expect.arrayContaining(['/sco/disputes/uzb-tjk', '/sco/neighbours/CSTO']))
    for (const [address, expected] of pages) {
      const { text } = await get(address)
      const listed = [...text.matchAll(/href="\/sco\/claims\/([\w-]+)"/g)].map(([, claim]) => claim)
      expect([address, new Set(listed)]).toEqual([address, expected])
    }
    expect((await get('/sco/disputes/uzb-tjk?on=2007-12-03')).text).not.toContain('What is claimed')
  })
  const own = (claim: string) => get(`/sco/claims/own?claim=${encodeURIComponent(claim)}`)
  const bad: [says: string, claim: string, expected: string][] = [
    ['no YAML', 'says: a: b', 'neither YAML nor JSON'],
    ['no claim', 'says: It meets.', 'This is no claim'],
    [
      'a measure that is none',
      'says: x\ntest: { checks: [{ says: x, measure: { cont: decisions }, is: 1 }] }',
      'is no measure',
    ],
    [
      'a list that is not there',
      'says: x\ntest: { checks: [{ says: x, measure: { count: bribes }, is: 1 }] }',
      'There is no list',
    ],
    [
      'division by nought',
      'says: x\ntest: { checks: [{ says: x, measure: { divide: [{ count: decisions }, { number: 0, says: nought }] }, is: 1 }] }',
      'nought',
    ],
    [
      'years beyond the record',
      'says: x\ntest: { checks: [{ says: x, measure: { count: decisions, where: { year: 1950 } }, is: 0 }] }',
      'outside those on record',
    ],
    ['an alias', 'says: x\ntest: &t { checks: [ { says: x, measure: &m { on: 2010, of: *m }, is: 1 } ] }', 'alias'],
    [
      'a field that JavaScript keeps for itself',
      '{"says":"x","test":{"checks":[{"says":"x","measure":{"count":"decisions","where":{"__proto__":{"is":1}}},"is":1}]}}',
      'the name of no field',
    ],
    [
      'a name that nobody bears',
      'says: x\ntest: { checks: [{ says: x, measure: { count: participants, where: { status: emperor } }, is: 0 }] }',
      'No participant on record has &#34;emperor&#34;',
    ],
    [
      'a word asked of a number',
      'says: x\ntest: { checks: [{ says: x, measure: { count: decisions }, is: many }] }',
      'cannot be a value of what is measured',
    ],
    [
      'a date that is none, deep in it',
      'says: x\ntest: { checks: [{ says: x, measure: { divide: [{ on: 2010-13, of: { count: decisions } }, { count: decisions }] }, is: 1 }] }',
      'measure.divide.0.on',
    ],
    ['another organisation', 'organisation: concord\nsays: x\ntest: { missing: x }', 'is about &#34;concord&#34;'],
    ['a day still to come', 'says: x\non: 2090\ntest: { missing: x }', 'which is after'],
    ['nothing said', 'says: " "\ntest: { missing: x }', 'says nothing'],
    ['script', 'says: <script>alert(1)</script>\ntest: { missing: x }', '&#60;script&#62;'],
  ]
  test.each(bad)('a claim of one’s own with %s is told so', async (_says, claim, expected) => {
    const { status, text } = await own(claim)
    expect(status).toBe(200)
    expect(text).toContain(expected)
    expect(text).not.toContain('<script>alert')
  })
  test('unknown ones, and choices that no claim has', async () => {
    expect((await get('/sco/claims/nothing-like-it')).status).toBe(404)
    expect((await get('/sco/claims?verdict=true')).status).toBe(404)
    expect((await get('/concord/claims/nothing-like-it')).status).toBe(404)
  })
  test('the made-up organisation has one claim for each verdict', async () => {
    const { claims: all } = JSON.parse((await get('/concord/claims.json')).text) as { claims: { verdict: string }[] }
    expect(all.map(({ verdict }) => verdict).sort()).toEqual([...verdicts].sort())
  })
})

test('a claim written in a file reads as one in the record does', () => {
  expect(readClaim({ says: 'It meets.', test: { missing: 'x' } })).toMatchObject({ says: 'It meets.' })
  expect(readClaim({ says: 'It meets.', on: 'yesterday', test: { missing: 'x' } })).toMatchObject({
    refused: 'unreadable-claim',
  })
  expect(readClaim(null)).toMatchObject({ refused: 'unreadable-claim' })
})
