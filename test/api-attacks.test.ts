import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { enactOnce, loadFolder } from '../src/registry/index.ts'
import { sentAMinute } from '../src/routes/limits.ts'
import { isRefusal } from '../src/rules/index.ts'
import { type ApiHouse, apiHouse, Program } from './support/api.ts'
import { historyHead, inSession, noteOf, secretariat as secretariatSeat } from './support/concord.ts'
import { ok, openRegistry, postgres } from './support/databases.ts'
import { concord, removeTemporaryFolders } from './support/folders.ts'

// What somebody tries who has a token, or none, and ill intent.

let house: ApiHouse
let ARC: Program
let ERE: Program
let LIL: Program
let UTO: Program
let secretariat: Program
/** What is searched for, and a word beside it that no answer may hold: a page shows what was asked. */
const [asked, secret] = ['zyxwvutation', 'quxquuxation']
const markup = `<script>alert(1)</script>'; drop table entries; --"`
beforeAll(async () => {
  house = await apiHouse()
  ;[ARC, ERE, LIL, UTO] = [
    await house.program('ARC'),
    await house.program('ERE'),
    await house.program('LIL'),
    await house.program('UTO'),
  ]
  secretariat = await house.program('secretariat')
  const proposal = (decision: string, more: object = {}) => ({
    kind: 'proposal-made',
    decision,
    body: 'council',
    level: 'council',
    title: { en: `Harbour ${markup}` },
    type: 'decision',
    paragraphs: [{ number: '1', text: { en: `Every harbour ${markup}` } }],
    basis: markup,
    proposedBy: ['ARC'],
    ...more,
  })
  await ARC.enter(proposal('lights'))
  await secretariat.enter(
    proposal('hidden-one', {
      audience: 'secretariat',
      proposedBy: ['LIL'],
      fromNote: { number: '1', date: '2034-01-09' },
    }),
  )
  await ERE.enter({ ...position('objects'), id: 'secret', says: `${asked} ${secret} ${markup}`, wouldLift: secret })
  await ERE.enter({ kind: 'statement-made', decision: 'lights', participant: 'ERE', type: 'explanation', says: secret })
  await UTO.enter({ kind: 'meeting-opened', meeting: 'council-harbour', body: 'council', format: 'narrow' })
})
afterAll(async () => {
  await house?.close()
  removeTemporaryFolders()
})

const position = (is: string, more: object = {}) => ({
  kind: 'position-taken',
  decision: 'lights',
  participant: 'ERE',
  position: is,
  revision: 1,
  ...more,
})
const head = () => house.registry.record('concord').position

describe('whose token', () => {
  test('of another organisation, ended, or made up: refused alike', async () => {
    const { apiTokens } = house.accounts
    const seat = { kind: 'delegation', participant: 'ARC' } as const
    const elsewhere = await apiTokens.make({ organisation: 'mirror', seat, label: 'elsewhere' })
    const ended = await apiTokens.make({ organisation: 'concord', seat, label: 'ended' })
    const [made] = (await apiTokens.ofSeat('concord', seat)).filter(({ label }) => label === 'ended')
    await apiTokens.end(made?.id ?? '', 'concord', seat)
    const bodies = new Set<string>()
    for (const token of [elsewhere, ended, 'chancery_made-up']) {
      const program = new Program(house.server, token)
      const { code, body } = await program.act(position('no-objection'))
      bodies.add(`${code} ${body}`)
      bodies.add(`${(await program.get('/proposals')).code} ${body}`)
    }
    expect([...bodies]).toHaveLength(1)
    expect([...bodies][0]).toMatch(/^401 /)
  })
})

test('who sends too much waits, and nobody else behind the same address does', async () => {
  const [busy, quiet] = [await house.program('BRO'), await house.program('BRO')]
  const act = '{"kind":"none"}'
  const codes = new Map<number, number>()
  for (let sent = 0; sent < sentAMinute + 5; sent += 1) {
    const { code } = await busy.would(act)
    codes.set(code, (codes.get(code) ?? 0) + 1)
  }
  expect([...codes]).toEqual([
    [400, sentAMinute],
    [429, 5],
  ])
  expect((await quiet.would(act)).code).toBe(400)
  expect((await ARC.would(act)).code).toBe(400)
})

describe('what a delegation may not do', () => {
  const own = (more: object) => position('no-objection', { participant: 'ARC', ...more })
  test.each([
    { says: 'another’s position', act: position('no-objection'), is: 'not-your-act' },
    {
      says: 'another’s position from a note',
      act: position('objects', { fromNote: { number: '1', date: '2034' } }),
      is: 'not-your-act',
    },
    { says: 'what is the chair’s', act: { kind: 'meeting-closed', meeting: 'council-harbour' }, is: 'not-the-chair' },
    {
      says: 'what is the Secretariat’s',
      act: { kind: 'clock-set', shows: '2035-01-01T00:00Z', why: 'x' },
      is: 'not-your-act',
    },
    { says: 'an instant of yesterday', act: own({ at: '2034-01-08T09:00:00Z' }), is: 'not-your-clock' },
    { says: 'an instant of tomorrow', act: own({ at: '2034-01-12T09:00:00Z' }), is: 'not-your-clock' },
    { says: 'a day of yesterday', act: own({ on: '2034-01-08' }), is: 'not-your-clock' },
    { says: 'history', act: own({ history: true }), is: 'unreadable-act' },
    { says: 'no history', act: own({ history: false }), is: 'unreadable-act' },
    { says: 'another version', act: own({ version: 2 }), is: 'unreadable-act' },
    { says: 'a field that there is not', act: own({ admin: true }), is: 'unreadable-act' },
    { says: 'in the place of another’s act', act: own({ replaces: ['ERE~secret'] }), is: 'stands-as-entered' },
    { says: 'in the place of history', act: own({ replaces: ['decision/anthem'] }), is: 'stands-as-entered' },
    { says: 'in the place of its own act', act: own({ replaces: ['ARC~1'] }), is: 'stands-as-entered' },
    { says: 'at the beginning of the day', act: own({ after: 'day-begins' }), is: 'stands-as-entered' },
    {
      says: 'to withdraw another’s act',
      act: { kind: 'act-withdrawn', withdraws: ['ERE~secret'], reason: 'x' },
      is: 'not-your-act',
    },
    {
      says: 'to withdraw history',
      act: { kind: 'act-withdrawn', withdraws: ['decision/anthem'], reason: 'x' },
      is: 'not-your-act',
    },
    { says: 'to enter a seal', act: { kind: 'sealed', seal: 'a'.repeat(64) }, is: 'unreadable-act' },
    {
      says: 'a decision of its own',
      act: {
        kind: 'decision-recorded',
        decision: 'mine',
        body: 'council',
        title: 'x',
        type: 'decision',
        outcome: 'adopted',
        participants: 'all',
      },
      is: 'not-your-act',
    },
  ])('$says: $is', async ({ act, is }) => {
    const before = head()
    const { code, data } = await ARC.act(act)
    expect([code >= 400 && code < 500, data.refused]).toEqual([true, is])
    expect((await ARC.would(act)).data).toEqual(data)
    expect(head()).toBe(before)
  })
})

describe('what is hidden is answered as what there is not', () => {
  /** What `act` answers for the one and for the other, the id itself left out. */
  const alike = async (program: Program, hidden: string, absent: string, act: (id: string) => object) => {
    const [one, other] = [await program.act(act(hidden)), await program.act(act(absent))]
    expect(one.body.replaceAll(hidden, 'ID')).toBe(other.body.replaceAll(absent, 'ID'))
    expect([one.code, one.code >= 400]).toEqual([other.code, true])
  }
  test.each(['replaces', 'after', 'carriesOut'])('an act named in “%s”', async (field) => {
    const named = (id: string) => (field === 'replaces' ? [id] : id)
    for (const program of [ARC, house.nobody])
      await alike(program, 'ERE~secret', 'ERE~nothing', (id) =>
        position('no-objection', { participant: 'ARC', [field]: named(id) }),
      )
  })
  test('an act that is withdrawn, confirmed, or a statement', async () => {
    await alike(ARC, 'ERE~secret', 'ERE~nothing', (id) => ({ kind: 'act-withdrawn', withdraws: [id], reason: 'x' }))
    const of = { decision: 'lights', participant: 'ARC' }
    await alike(ARC, 'ERE~secret', 'ERE~nothing', (id) => ({ kind: 'entry-confirmed', ...of, confirms: id }))
    await alike(ARC, 'ERE~secret', 'ERE~nothing', (id) => ({ kind: 'statement-withdrawn', ...of, statement: id }))
    await alike(ARC, 'ERE~secret', 'ERE~nothing', (id) => ({ kind: 'amendment-withdrawn', ...of, amendment: id }))
  })
  test('an id: another’s is not in the way, and nobody is told', async () => {
    await alike(house.nobody, 'ERE~secret', 'ERE~nothing', (id) => position('objects', { id }))
    const note = { kind: 'statement-made', decision: 'lights', participant: 'ARC', type: 'explanation', says: 'x' }
    for (const id of ['secret', 'ERE~secret', 'nothing', 'position/anthem/ARC']) {
      const { code, data } = await ARC.act({ ...note, id })
      expect([code, data.id]).toEqual([201, `ARC~${id}`])
    }
  })
  test('a proposal, to read and to act upon', async () => {
    for (const program of [ARC, ERE, house.nobody]) {
      const [hidden, absent] = [await program.get('/proposals/hidden-one'), await program.get('/proposals/absent')]
      expect([hidden.code, hidden.body]).toEqual([404, absent.body])
      const page = async (id: string) => (await house.server.inject({ url: `/concord/run/proposals/${id}.json` })).body
      expect(await page('hidden-one')).toBe(await page('absent'))
      await alike(program, 'hidden-one', 'absent', (decision) => position('objects', { participant: 'ARC', decision }))
      await alike(program, 'hidden-one', 'absent', (decision) => ({ kind: 'silence-resumed', decision }))
      await alike(program, 'hidden-one', 'absent', (decision) => ({
        kind: 'decision-numbered',
        decision,
        number: 'C/2034/1',
      }))
    }
    const listed = (await ARC.get('/proposals')).data.proposals
    expect(listed.map((one: { decision: string }) => one.decision)).toEqual(['lights'])
    expect((await LIL.get('/proposals/hidden-one')).code).toBe(200)
  })
  test('whoever may not propose does not learn which ids are taken', async () => {
    const { nobody } = house
    const LAP = await house.program('LAP')
    for (const program of [nobody, LAP])
      await alike(program, 'hidden-one', 'absent', (decision) => ({
        kind: 'proposal-made',
        decision,
        body: 'council',
        level: 'council',
        title: { en: 'x' },
        type: 'decision',
        paragraphs: [{ number: '1', text: { en: 'x' } }],
        proposedBy: ['LAP'],
      }))
  })
  test('a meeting', async () => {
    const [hidden, absent] = [
      await house.nobody.get('/meetings/council-harbour'),
      await house.nobody.get('/meetings/absent'),
    ]
    expect([hidden.code, hidden.body]).toEqual([404, absent.body])
    await alike(house.nobody, 'council-harbour', 'absent', (meeting) => ({ kind: 'meeting-closed', meeting }))
  })
})

describe('what one delegation said is nowhere for another', () => {
  const everywhere = [
    '/concord/register',
    '/concord/register.json',
    '/concord/register.jsonl',
    '/concord/register/ERE~secret',
    '/concord/register/ERE~secret.json',
    '/concord/changes',
    '/concord/changes.json',
    '/concord/changes.atom',
    `/concord/search?q=${asked}`,
    `/concord/search.json?q=${asked}`,
    `/concord/search.json?q=${asked}&former=yes`,
    '/concord/search.json?q=ERE~secret',
    '/concord/participants/ERE.json',
    '/concord/day.json',
    '/concord/run',
    '/concord/run.json',
    '/concord/run/proposals/lights',
    '/concord/run/proposals/lights.json',
    '/api/concord',
    '/api/concord/proposals',
    '/api/concord/proposals/lights',
    '/api/concord/register?limit=500',
    `/api/concord/register?after=${historyHead}`,
  ]
  test.each(everywhere)('%s', async (url) => {
    const token = await house.accounts.apiTokens.make({
      organisation: 'concord',
      seat: { kind: 'delegation', participant: 'ARC' },
      label: 'reads',
    })
    const last = Math.ceil(head() / 100)
    for (const headers of [{}, { authorization: `Bearer ${token}` }]) {
      for (const page of ['', `page=${last}`]) {
        const address = page && url.includes('register') ? `${url}${url.includes('?') ? '&' : '?'}${page}` : url
        const { body } = await house.server.inject({ url: address, headers })
        expect(body).not.toContain(secret)
        expect(body).not.toContain('"ERE~secret","kind"')
      }
    }
  })
  test('nor in what is taken away', async () => {
    const { rawPayload } = await house.server.inject({ url: '/concord/package.zip' })
    const files = unzipSync(new Uint8Array(rawPayload))
    const text = Object.values(files)
      .map((bytes) => new TextDecoder().decode(bytes))
      .join('\n')
    expect(text.length).toBeGreaterThan(10_000)
    expect(text).not.toContain(secret)
    expect(text).not.toContain('ERE~secret')
    const { rawPayload: sqlite } = await house.server.inject({ url: '/concord/record.sqlite' })
    expect(sqlite.includes(secret)).toBe(false)
  })
  test('and is there for itself, the chair and the Secretariat', async () => {
    for (const program of [ERE, UTO, secretariat]) {
      expect((await program.get('/proposals/lights')).body).toContain(secret)
      expect((await program.get(`/register?after=${historyHead}`)).body).toContain(secret)
    }
  })
  test('the entry under seal has a page by the id that it has in public', async () => {
    const entries = (await ARC.get(`/register?after=${historyHead}`)).data.entries
    const sealed = entries.find(({ act }: { act: { kind: string } }) => act.kind === 'sealed')
    const { statusCode, body } = await house.server.inject({ url: `/concord/register/${sealed.id}` })
    expect(statusCode).toBe(200)
    expect(body).toContain(sealed.act.seal)
  })
  test('what was ruled on the chair’s act, which says who holds a text, is for whoever entered it', async () => {
    const { data } = await LIL.get(`/register?after=${historyHead}`)
    for (const { act, ruling, seat } of data.entries) {
      if (ruling && ruling.finding !== 'sealed' && seat !== 'delegation:LIL')
        expect(['clock-set', 'decision-recorded']).toContain(act.kind)
    }
  })
})

describe('what cannot be read', () => {
  const deep = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
  const proposal = (paragraphs: unknown) =>
    JSON.stringify({
      kind: 'proposal-made',
      decision: 'x',
      body: 'council',
      level: 'council',
      title: { en: 'x' },
      type: 'decision',
      proposedBy: ['ARC'],
      paragraphs,
    })
  const own = (more: string) =>
    `{"kind":"position-taken","decision":"lights","participant":"ARC","position":"objects","revision":1,${more}}`
  test.each([
    ['a kind nested 30,000 deep', `{"kind":${deep(30_000)}}`],
    ['a kind that cannot be printed', '{"kind":{"toString":1,"valueOf":1}}'],
    ['a kind of every object', '{"kind":"constructor"}'],
    ['a kind that is a prototype', '{"kind":"__proto__"}'],
    ['an id nested deep', own(`"id":${deep(20_000)}`)],
    ['an id of another form', own('"id":"<b>"')],
    ['an id of 161 characters', own(`"id":"${'a'.repeat(161)}"`)],
    ['an id that would be too long as it is kept', own(`"id":"${'a'.repeat(158)}"`)],
    ['a text nested deep', own(`"says":${deep(30_000)}`)],
    ['half a character', own('"says":"\\ud800"')],
    ['half a character in a number of a paragraph', own('"paragraphs":["\\ud800"]')],
    ['an empty text', own('"says":""')],
    [
      'no end of a number',
      '{"kind":"position-taken","decision":"lights","participant":"ARC","position":"objects","revision":1e400}',
    ],
    [
      'a number too large',
      '{"kind":"position-taken","decision":"lights","participant":"ARC","position":"objects","revision":1e300}',
    ],
    [
      'a number below nothing',
      '{"kind":"position-taken","decision":"lights","participant":"ARC","position":"objects","revision":-1}',
    ],
    [
      'half a revision',
      '{"kind":"position-taken","decision":"lights","participant":"ARC","position":"objects","revision":1.5}',
    ],
    ['a constructor', own('"constructor":{"prototype":{"a":1}}')],
    ['10,000 paragraphs', proposal(Array.from({ length: 10_000 }, () => 0))],
    ['401 paragraphs', proposal(Array.from({ length: 401 }, (_, n) => ({ number: String(n), text: { en: 'x' } })))],
    ['a paragraph twice', proposal([1, 1].map(() => ({ number: '1', text: { en: 'x' } })))],
    ['a day that there is not', own('"confirmBy":"2034-02-30"')],
  ])('%s', async (_, body) => {
    const before = head()
    const { code, data } = await ARC.act(body)
    expect(code, JSON.stringify(data)).toBeGreaterThanOrEqual(400)
    expect(code).toBeLessThan(500)
    expect(head()).toBe(before)
  })
  test('a rule nested as deep as a body can hold', async () => {
    const depth = 1_500
    const rule = `${'{"kind":"all","of":['.repeat(depth)}{"kind":"consensus"}${']}'.repeat(depth)}`
    const computes = `{"kind":"body","body":"council","name":"x","decides":${rule}}`
    const { code } = await secretariat.act(
      `{"kind":"rule-stated","rule":"deep","document":"x","strength":"must","says":"x","computes":${computes}}`,
    )
    expect([400, 409, 413]).toContain(code)
  })
  test('the character that no text can hold does no harm', async () => {
    const { code } = await ARC.act(own('"says":"a\\u0000b"'))
    expect([201, 400]).toContain(code)
    expect((await house.server.inject({ url: '/concord/search.json?q=harbour' })).statusCode).toBe(200)
    expect((await ARC.get('/proposals/lights')).code).toBe(200)
  })
  test('what looks like a page or a query is shown as text', async () => {
    const visitor = house.visitor()
    const token = await house.accounts.apiTokens.make({
      organisation: 'concord',
      seat: { kind: 'secretariat' },
      label: 'x',
    })
    for (const url of ['/concord/run', '/concord/run/proposals/lights']) {
      const { body, statusCode } = await visitor.get(url, { authorization: `Bearer ${token}` })
      expect(statusCode).toBe(200)
      expect(body).not.toContain('<script>alert')
      expect(body).toContain('&#60;script&#62;alert(1)')
    }
  })
})

describe('one act from two processes at once', () => {
  const databases = postgres()
  beforeAll(() => databases.start())
  afterAll(() => databases.stop())
  test('is entered once, and both are told of the same entry', async () => {
    const where = await databases.fresh()
    const registries = [await openRegistry(where, () => inSession), await openRegistry(where, () => inSession)]
    for (const registry of registries) await ok(loadFolder(registry, concord))
    for (let round = 0; round < 10; round += 1) {
      const act = noteOf(`raced-${round}`)
      const told = await Promise.all(registries.map((registry) => enactOnce(registry, 'concord', act, secretariatSeat)))
      const entered = told.map((one) => (isRefusal(one) ? one.refused : one.entry.position))
      expect(entered).toEqual([historyHead + round + 1, historyHead + round + 1])
      expect(told.map((one) => !isRefusal(one) && one.isNew).sort()).toEqual([false, true])
    }
    for (const registry of registries) await registry.close()
  })
})
