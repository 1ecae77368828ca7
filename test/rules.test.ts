import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { visitorOf } from './support/pages.ts'
import { startServer, type TestServer } from './support/server.ts'

// Pages on rules: of the real record, and of one that has rules and nothing that describes them.

let house: TestServer
beforeAll(async () => {
  house = await startServer()
})
afterAll(() => house.close())

const { get, data, rows, refuses } = visitorOf(() => house)

type Rule = { rule: string; says: string; article?: string; on?: string; documents: string[]; standing: string }

describe('the list', () => {
  test('has every rule in force with its article, its words and the way to its sources, and every gap', async () => {
    const { body, text } = await get('/sco/rules')
    const { total, rules, gaps } = await data('/sco/rules.json')
    expect(rules).toHaveLength(total)
    for (const { rule, says } of rules as Rule[]) {
      expect(text).toContain(says)
      expect(body).toContain(`href="/sco/rules/${rule}"`)
      expect(body).toContain(`href="/sco/rules/${rule}#sources"`)
    }
    for (const { gap, missing, prevents } of gaps) {
      expect(body).toContain(`id="gap-${gap}"`)
      expect(text).toContain(missing)
      expect(text).toContain(prevents)
    }
    expect(text).toContain('Eighteen rules are missing')
    expect(await rows('/sco/rules.csv')).toBe(total)
  })
  test('a rule stands once, under the first of its documents, by article', async () => {
    const { rules } = await data('/sco/rules.json?document=charter')
    const articles = (rules as Rule[]).map(({ article }) => Number(/\d+/.exec(article ?? '')?.[0]))
    expect(articles.length).toBeGreaterThan(25)
    expect(articles).toEqual(articles.toSorted((a, b) => a - b))
    const all = await data('/sco/rules.json')
    expect(new Set(all.rules.map(({ rule }: Rule) => rule)).size).toBe(all.rules.length)
  })
  test('says how well they were read, and marks what was not', async () => {
    const { text, body } = await get('/sco/rules')
    expect(text).toMatch(/\d+ read at the place named, \d+ read in part, \d+ at second hand, \d+ located, not read/)
    const row = /<tr><td class="article"><a href="\/sco\/rules\/suspension">.*?<\/tr>/s.exec(body)?.[0]
    expect(row).toContain('located, not read')
  })
  const narrowings: readonly [query: string, is: (rule: Record<string, unknown>) => boolean][] = [
    ['topic=observers', (rule) => rule.topic === 'observers'],
    ['strength=practice', (rule) => rule.strength === 'practice'],
    ['reading=located', (rule) => rule.reading === 'located'],
    ['computes=yes', (rule) => rule.computes !== undefined],
    ['computes=no', (rule) => rule.computes === undefined],
    ['document=cfm-regulation', (rule) => (rule.documents as string[]).includes('cfm-regulation')],
  ]
  for (const [query, is] of narrowings) {
    test(`is narrowed by ${query}`, async () => {
      const whole = await data('/sco/rules.json')
      const { rules } = await data(`/sco/rules.json?${query}`)
      expect(rules.length).toBeGreaterThan(0)
      expect(rules.length).toBe(whole.rules.filter(is).length)
      expect(rules.filter(is)).toHaveLength(rules.length)
      expect((await get(`/sco/rules?${query}`)).code).toBe(200)
    })
  }
})

describe('the day and the state of knowledge are kept', () => {
  test('the day before the Charter the rule of consensus is not there, on its first day it is', async () => {
    const has = async (day: string) =>
      (await data(`/sco/rules.json?on=${day}`)).rules.some(({ rule }: Rule) => rule === 'decide-consensus')
    expect([await has('2003-09-18'), await has('2003-09-19')]).toEqual([false, true])
    const { text } = await get('/sco/rules?on=2003-09-18')
    expect(text).toContain('How anything was decided before the Charter entered into force')
    expect(text).toContain('Did not apply yet')
  })
  test('as the record was when only the rules on who belongs were in it', async () => {
    const { rules, gaps } = await data('/sco/rules.json?known=463')
    expect(rules.map(({ rule }: Rule) => rule).sort()).toEqual([
      'accession-decision',
      'decide-consensus',
      'partner-merge',
      'third-party-status',
      'withdrawal',
    ])
    expect(gaps).toEqual([])
    expect((await get('/sco/rules?known=463')).text).toContain('No gap has been named here.')
    expect((await get('/sco/rules/statuses?known=463')).text).toContain('of what it gives no rule is on record')
  })
  test('before the organisation there is no rule', async () => {
    const { text } = await get('/sco/rules?on=1990-01-01')
    expect(text).toContain('No rule is on record for 1 January 1990')
  })
})

describe('a day on which rules begin', () => {
  test('says how many and leads to them, and shows what happened', async () => {
    const { rules, around } = await data('/sco/day.json?on=2003-09-19')
    expect(rules.length).toBeGreaterThan(30)
    expect(around.filter(({ kind }: { kind: string }) => kind === 'rule-stated')).toEqual([])
    const { body, text } = await get('/sco/day?on=2003-09-19')
    expect(text).toContain(`${rules.length} rules begin on this day`)
    expect(text).toContain('Charter entered into force')
    expect(body).toContain('href="/sco/rules/changes?on=2003-09-19#d-2003-09-19"')
    expect((await get('/sco/rules/changes?on=2003-09-19')).body).toContain('id="d-2003-09-19"')
  })
  test('and on the day after it says nothing of them', async () => {
    expect((await data('/sco/day.json?on=2003-09-20')).rules).toEqual([])
    expect((await get('/sco/day?on=2003-09-20')).text).not.toContain('begin on this day')
  })
})

describe('one rule', () => {
  test('article first, then its words, what it computes in words and as data, its gaps and sources', async () => {
    const { body, text } = await get('/sco/rules/decide-consensus')
    expect(body).toContain('<h1>Article 16, SCO Charter, St Petersburg, 7 June 2002</h1>')
    expect(text).toContain('a decision is adopted if no member objects')
    expect(text).toContain('by consensus: nobody entitled objects. Members have a say.')
    expect(text).toContain('"kind": "decides"')
    expect(text).toContain('How many members must be present')
    expect(body).toContain('href="/sco/sources/charter-glostat"')
    expect(text).toContain('The rule had been kept for the first council only')
  })
  test('its versions through time, each on its day', async () => {
    const { on, from, versions, says } = await data('/sco/rules/secretariat-nature.json?on=2004-01-15')
    expect([on, from]).toEqual(['2004-01-15', '2003-09-19'])
    expect(versions.map((one: Rule) => one.on)).toEqual(['2003-09-19', '2006-06-15'])
    expect(says).toBe(versions[0].says)
    const { body, text } = await get('/sco/rules/secretariat-nature?on=2004-01-15')
    expect(text).toContain('Two versions through time')
    expect(body).toContain('href="/sco/rules/secretariat-nature?on=2006-06-15"')
    expect(await data('/sco/rules/secretariat-nature.json?on=2006-06-15')).toMatchObject({ says: versions[1].says })
  })
  test('its practice stands with it, and a practice leads to its rule', async () => {
    expect((await get('/sco/rules/chs-rotation')).text).toContain('Hosts as observed: Russia twice')
    const { body, text } = await get('/sco/rules/chs-rotation-observed')
    expect(text).toContain('The rule whose practice it is')
    expect(body).toContain('href="/sco/rules/chs-rotation"')
  })
  test('without a known beginning it is uncertain, and not yet in force it says from when', async () => {
    expect((await get('/sco/rules/rats-director')).text).toContain('since when it does is not known. No act is judged')
    expect((await get('/sco/rules/partner-merge?on=2020-01-01')).text).toContain(
      'It does not apply on 1 January 2020: it is on record as applying from 1 September 2025.',
    )
  })
  test('numbers in it stand with their units', async () => {
    expect((await get('/sco/rules/withdrawal')).text).toContain('Notice, at least 12 months')
    expect((await get('/sco/rules/cfm-extraordinary')).text).toContain('Notice before the meeting, at least 1 month ')
  })
})

describe('the pages beside', () => {
  test('by status: each cell with its rule, or that none is known', async () => {
    const day = 'on=2020-01-01'
    const { statuses, rights } = await data(`/sco/rules/statuses.json?${day}`)
    expect(statuses).toEqual(['member', 'observer', 'dialogue-partner', 'guest'])
    const cell = (right: string, status: string) =>
      rights.find((one: { right: string; status: string }) => one.right === right && one.status === status).rules
    expect(cell('Attend meetings', 'observer').map((one: { rule: string }) => one.rule)).toEqual([
      'observer-meetings',
      'observer-logistics',
    ])
    expect(cell('Attend meetings', 'guest')).toEqual([])
    const { body, text } = await get(`/sco/rules/statuses?${day}`)
    const wide = /<table class="rights">.*?<\/table>/s.exec(body)?.[0] ?? ''
    const unknown = rights.filter((one: { rules: unknown[] }) => one.rules.length === 0).length
    expect(wide.match(/no rule known/g)).toHaveLength(unknown)
    for (const { rules } of rights) for (const { says } of rules) expect(text).toContain(says)
    const filled = rights.reduce((sum: number, one: { rules: unknown[] }) => sum + Math.max(1, one.rules.length), 0)
    expect(await rows(`/sco/rules/statuses.csv?${day}`)).toBe(filled)
  })
  test('by status: from 1 September 2025 the new one, with what is missing on it', async () => {
    const has = async (day: string) =>
      (await data(`/sco/rules/statuses.json?on=${day}`)).statuses.includes('sco-partner')
    expect([await has('2025-08-31'), await has('2025-09-01')]).toEqual([false, true])
    expect((await get('/sco/rules/statuses?on=2025-09-01')).text).toContain('What an SCO partner may do')
  })
  test('by body: every body, with how it decides where a rule says so', async () => {
    const { bodies } = await data('/sco/rules/bodies.json')
    const { text } = await get('/sco/rules/bodies')
    const computing = bodies.filter((one: { computes: unknown[] }) => one.computes.length > 0)
    expect(computing.map((one: { body: string }) => one.body)).toEqual(expect.arrayContaining(['chs', 'cfm', 'cnc']))
    expect(text).toContain('Suspension and expulsion: by consensus: nobody entitled objects, the participant concerned')
    expect(await rows('/sco/rules/bodies.csv')).toBe(bodies.length)
  })
  test('by day: the newest first, each beginning and end once', async () => {
    const { changes } = await data('/sco/rules/changes.json')
    const days = changes.map((one: { on: string }) => one.on)
    expect(days).toEqual(days.toSorted().reverse())
    const changed = changes.filter((one: { what: string }) => one.what === 'changes')
    expect(changed.map((one: { act: string }) => one.act)).toEqual(['rule/secretariat-nature/2006'])
    const { body } = await get('/sco/rules/changes?on=2010-01-01')
    expect(body).toContain('after the day you are on')
    expect(await rows('/sco/rules/changes.csv')).toBe(changes.length)
  })
  test('by document: each with the instrument or the decision that it is', async () => {
    const { documents } = await data('/sco/rules/documents.json')
    expect(documents).toHaveLength(39)
    const { body, text } = await get('/sco/rules/documents')
    expect(body).toContain('href="/sco/instruments/charter-2002"')
    expect(body).toContain('href="/sco/decisions/d-2004-observer-regulations"')
    for (const { document, title } of documents) {
      expect(body).toContain(`id="${document}"`)
      expect(text).toContain(title)
    }
    expect((await get('/sco/instruments/charter-2002')).body).toContain('href="/sco/rules/documents#charter"')
  })
})

describe('every page is there in its other forms', () => {
  const pages = ['rules', 'rules/statuses', 'rules/bodies', 'rules/changes', 'rules/documents']
  for (const page of pages) {
    test.each(['sco', 'concord'])(`${page} of %s`, async (organisation) => {
      for (const [ending, type] of [
        ['', 'text/html'],
        ['.json', 'application/json'],
        ['.csv', 'text/csv'],
        ['.bib', 'application/x-bibtex'],
        ['.jsonld', 'application/ld+json'],
      ]) {
        const answer = await get(`/${organisation}/${page}${ending}`)
        expect([answer.code, answer.type], ending).toEqual([200, expect.stringContaining(type as string)])
      }
      expect((await get(`/${organisation}/${page}`)).body).toContain('aria-current="page">Rules</a>')
    })
  }
})

describe('an organisation that names no gaps', () => {
  test('shows them by document, as they stand', async () => {
    const { text } = await get('/general-assembly/rules')
    expect(text).toContain('Seven rules on 31 December 2024')
    expect(text).toContain('Charter of the United Nations')
    expect(text).toContain('No gap has been named here. That does not mean that there is none.')
    expect((await get('/general-assembly/rules/bodies')).text).toContain('by at least 2 in 3 of those voting.')
    expect((await get('/general-assembly/rules/statuses')).text).toContain('Member General Assembly')
    expect((await get('/general-assembly/rules/documents')).text).toContain('In force not known')
    expect((await get('/concord/rules/documents')).text).toContain(
      'The record has rules of it and does not describe it.',
    )
    expect((await get('/concord/rules/assembly')).text).toContain('One version is on record')
  })
})

describe('a question that cannot be answered is refused with a way on', () => {
  const cases: readonly [address: string, says: string][] = [
    ['/sco/rules/none', 'The record has no rule "none".'],
    ['/sco/rules?topic=cricket', 'Nothing in this list has "cricket" as topic.'],
    ['/sco/rules?strength=maybe', 'Nothing in this list has "maybe" as strength.'],
    ['/sco/rules?on=2020-1', '"2020-1" is not a day.'],
  ]
  refuses(cases)
  test('two choices that nothing answers to give an empty list that says so', async () => {
    const { code, text } = await get('/sco/rules?topic=languages&reading=located')
    expect(code).toBe(200)
    expect(text).toContain('No rule answers to all of these. Choose “any” for one of them.')
  })
})
