import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actKinds } from '../src/record/index.ts'
import { statusOf } from '../src/routes/run-page.ts'
import { aboutActs, groupsOfActs, otherKinds, sentKinds } from '../src/ui/api/acts.ts'
import { refusals } from '../src/ui/api/refusals.ts'
import { type ApiHouse, apiHouse, type Program } from './support/api.ts'
import { removeTemporaryFolders } from './support/folders.ts'

// The interface as it is described, held against what it does.

let house: ApiHouse
const programs = new Map<string, Program>()
beforeAll(async () => {
  house = await apiHouse()
  for (const seat of ['ARC', 'ERE', 'LIL', 'UTO', 'BRO', 'RUR', 'secretariat'])
    programs.set(seat, await house.program(seat))
})
afterAll(async () => {
  await house?.close()
  removeTemporaryFolders()
})
const by = (seat: string) => programs.get(seat.replace('delegation:', '')) as Program
const get = (url: string) => house.server.inject({ url })

describe('the document', () => {
  test('is OpenAPI 3.1', async () => {
    const document = (await get('/api/openapi.json')).json()
    const { valid, errors } = await new Validator().validate(document)
    expect(errors ?? []).toEqual([])
    expect(valid).toBe(true)
    expect(document.openapi).toBe('3.1.0')
  })

  test('has a schema for every kind that may be sent, and leads nowhere that is not there', async () => {
    const { body } = await get('/api/openapi.json')
    const { components, paths } = JSON.parse(body)
    expect(sentKinds.toSorted()).toEqual(actKinds.filter((kind) => kind !== 'sealed').toSorted())
    for (const kind of sentKinds) {
      expect(components.schemas[kind].properties.kind.const, kind).toBe(kind)
      expect(components.schemas[kind].additionalProperties, kind).toBe(false)
      expect(Object.keys(components.schemas[kind].properties), kind).not.toContain('history')
      expect(components.schemas[kind].description, kind).toContain(aboutActs[kind].does)
    }
    for (const [, name] of body.matchAll(/"#\/components\/schemas\/([^"]+)"/g))
      expect(components.schemas, name).toHaveProperty([name as string])
    expect(paths['/{organisation}/day.json'].get.summary).toBe('On a day')
    expect(paths['/{organisation}/participants/{id}.json'].get.summary).toBe('One of: Participants')
  })

  test('every kind stands once on the page, with its example', async () => {
    const { body, headers } = await get('/api')
    expect(headers['content-type']).toContain('text/html')
    expect([...groupsOfActs.flatMap(({ kinds }) => kinds), ...otherKinds].toSorted()).toEqual(sentKinds.toSorted())
    for (const kind of sentKinds) expect(body.split(`id="${kind}"`), kind).toHaveLength(2)
  })
})

describe('refusals', () => {
  const src = join(import.meta.dirname, '..', 'src')
  const files = [
    ...globSync('record/procedure/*.ts', { cwd: src }),
    ...['procedure', 'ruling', 'clock', 'live-act'].map((name) => `record/${name}.ts`),
    'rules/silence.ts',
    'rules/ladder.ts',
    'registry/enact.ts',
    ...globSync('routes/api/*.ts', { cwd: src }),
    ...['gate', 'limits', 'live', 'acts', 'server'].map((name) => `routes/${name}.ts`),
  ].filter((file) => !file.endsWith('.test.ts'))
  const codes = files.flatMap((file) =>
    [...readFileSync(join(src, file), 'utf8').matchAll(/refuse\(\s*'([\w-]+)'/g)].map(([, code]) => code as string),
  )

  test('each that can be given is in the document', () => {
    expect(codes.length).toBeGreaterThan(80)
    expect([...new Set(codes)].filter((code) => !Object.hasOwn(refusals, code))).toEqual([])
  })

  test('with the status that it comes with', () => {
    const edge = new Set([
      'unknown-token',
      'unknown-method',
      'cross-site',
      'other-name',
      'too-large',
      'not-json',
      'too-many',
    ])
    const others = new Set([...edge, 'too-many-connections', 'broken', 'stopping'])
    for (const [code, { status }] of Object.entries(refusals).filter(([one]) => !others.has(one)))
      expect([code, statusOf({ refused: code, message: '' })]).toEqual([code, status])
  })
})

describe('the examples', () => {
  // What else has to happen for the story to come so far.
  const decision = 'harbour-lights'
  const position = (participant: string, is: string) => ({
    kind: 'position-taken',
    decision,
    participant,
    revision: 2,
    position: is,
  })
  const before: Record<string, (readonly [string, { kind: string } & Record<string, unknown>])[]> = {
    'proposal-withdrawn': [
      [
        'ARC',
        {
          ...aboutActs['proposal-made'].example,
          decision: 'quiet-bells',
          title: { en: 'Quiet bells' },
          level: 'council',
        },
      ],
    ],
    'entry-confirmed': [
      [
        'secretariat',
        {
          ...position('ERE', 'no-objection'),
          id: 'position-from-note-7',
          fromNote: { number: '7', date: '2034-01-09' },
        },
      ],
    ],
    'proposing-denied': [
      [
        'secretariat',
        {
          ...aboutActs['proposal-made'].example,
          decision: 'joint-note',
          title: { en: 'Bells' },
          level: 'council',
          proposedBy: ['ARC', 'LIL'],
          fromNote: { number: '8', date: '2034-01-09' },
        },
      ],
    ],
    'silence-opposed': [
      ['UTO', { kind: 'proposal-forwarded', decision, revision: 2, to: 'council' }],
      ['UTO', aboutActs['silence-opened'].example],
    ],
    'question-put': [['RUR', aboutActs['silence-opposed'].example]],
    'decision-recorded': [['BRO', position('BRO', 'does-not-take-part')]],
  }
  const order = [
    ...(['proposal-made', 'position-taken', 'amendment-proposed', 'amendment-withdrawn'] as const),
    ...(['revision-made', 'statement-made'] as const),
    ...(['statement-withdrawn', 'position-released', 'proposal-forwarded', 'note-registered'] as const),
    ...([
      'entry-confirmed',
      'proposing-denied',
      'silence-opposed',
      'silence-opened',
      'silence-extended',
      'silence-suspended',
    ] as const),
    ...(['silence-resumed', 'proposal-withdrawn', 'meeting-opened', 'presence-noted', 'sitting-changed'] as const),
    ...(['minutes-noted', 'question-put', 'decision-recorded', 'meeting-closed', 'decision-numbered'] as const),
    ...(['decision-joined', 'decision-released', 'signature-planned', 'text-ready'] as const),
    ...(['procedures-completed', 'commitment-made'] as const),
    ...otherKinds.filter((kind) => kind !== 'clock-set'),
    'clock-set' as const,
  ]

  test('of every kind can be sent as it stands, and is told beforehand that it can', async () => {
    expect(order.toSorted()).toEqual(sentKinds.toSorted())
    for (const kind of order) {
      for (const [seat, act] of before[kind] ?? []) await by(seat).enter(act)
      const about = aboutActs[kind]
      const would = await by(about.by).would(about.example)
      expect([kind, would.code, would.data.message], JSON.stringify(would.data)).toEqual([kind, 200, undefined])
      const { code, data } = await by(about.by).act(about.example)
      expect([kind, code]).toEqual([kind, 201])
      expect(data.ruling).toEqual(would.data.ruling)
    }
  })

  test('and is read back: the proposal, the meeting, the register', async () => {
    const arc = by('ARC')
    const { data } = await arc.get(`/proposals/${decision}`)
    expect(data.proposal).toMatchObject({
      stage: 'adopted',
      number: 'C/2034/1',
      revision: 2,
      joined: [{ participant: 'BRO' }],
    })
    expect((await arc.get('/proposals')).data.proposals.map((one: { stage: string }) => one.stage)).toEqual([
      'adopted',
      'negotiated',
      'withdrawn',
    ])
    expect((await arc.get('/meetings/council-january')).data.meeting).toMatchObject({
      body: 'council',
      format: 'narrow',
      present: [{ participant: 'ARC', level: 'minister' }],
    })
    expect((await arc.get('/meetings')).data.meetings).toHaveLength(1)
    const whole: unknown[] = []
    let after = 0
    for (let asked = 0; asked < 100; asked += 1) {
      const { data: page } = await arc.get(`/register?after=${after}&limit=37`)
      whole.push(...page.entries)
      if (page.next === undefined) break
      after = page.next
    }
    const fold = house.registry.record('concord')
    expect(whole).toHaveLength(fold.position)
    expect((await arc.get('')).data).toMatchObject({ seat: 'delegation:ARC', name: 'Arcadia', via: 'token' })
    expect((await arc.get('/register?after=-1')).data.refused).toBe('unreadable-position')
    expect((await arc.get('/register?limit=501')).data.refused).toBe('unreadable-position')
  })
})

describe('an act sent twice', () => {
  const note = (what: string) => ({ kind: 'relation-noted', participant: 'UTO', what })
  test('is entered once, by its field or by the header', async () => {
    const secretariat = by('secretariat')
    const first = await secretariat.act(note('A call'), 'call-1')
    const again = await secretariat.act({ ...note('A call'), id: 'call-1' })
    expect([first.code, again.code]).toEqual([201, 200])
    expect(again.body).toBe(first.body)
    expect((await secretariat.act(note('Another call'), 'call-1')).data.refused).toBe('id-already-used')
    expect((await secretariat.act({ ...note('A call'), id: 'call-2' }, 'call-1')).data.refused).toBe('unreadable-act')
    expect((await secretariat.act(note('A call'), 'no id')).data).toMatchObject({ refused: 'unreadable-act' })
  })
  test('without an id, twice', async () => {
    const secretariat = by('secretariat')
    const [one, two] = [await secretariat.act(note('A visit')), await secretariat.act(note('A visit'))]
    expect([one.code, two.code]).toEqual([201, 201])
    expect(one.data.id).not.toBe(two.data.id)
  })
})

describe('what is no act', () => {
  const send = async (
    url: string,
    headers: Record<string, string>,
    payload: string,
    method: 'POST' | 'PUT' = 'POST',
  ) => {
    const { statusCode, body, headers: given } = await house.server.inject({ method, url, headers, payload })
    expect(given['content-type']).toContain('application/json')
    expect(given['access-control-allow-origin']).toBeUndefined()
    return [statusCode, JSON.parse(body).refused]
  }
  const json = { 'content-type': 'application/json' }
  const token = { authorization: 'Bearer nothing' }
  const own = { ...json, 'sec-fetch-site': 'same-origin' }
  const url = '/api/concord/acts'
  test.each([
    { says: 'not JSON', headers: own, body: '{', is: [400, 'unreadable-request'] },
    { says: 'nothing', headers: own, body: '', is: [400, 'unreadable-request'] },
    { says: 'a list', headers: own, body: '[]', is: [400, 'unreadable-act'] },
    { says: 'null', headers: own, body: 'null', is: [400, 'unreadable-act'] },
    { says: 'a form', headers: { ...own, 'content-type': 'text/plain' }, body: 'a', is: [415, 'not-json'] },
    { says: '64 kB and a byte', headers: own, body: `"${'a'.repeat(65_536)}"`, is: [413, 'too-large'] },
    { says: 'a prototype', headers: own, body: '{"__proto__":{"kind":"a"}}', is: [400, 'unreadable-request'] },
    {
      says: 'from another site',
      headers: { ...json, 'sec-fetch-site': 'cross-site' },
      body: '{}',
      is: [403, 'cross-site'],
    },
    { says: 'a token that is none', headers: { ...json, ...token }, body: '{}', is: [401, 'unknown-token'] },
  ])('$says', async ({ headers, body, is }) => {
    expect(await send(url, headers, body)).toEqual(is)
  })
  test('another method, another address', async () => {
    expect(await send(url, own, '{}', 'PUT')).toEqual([405, 'unknown-method'])
    expect(await send('/api/concord/nothing', own, '{}')).toEqual([404, 'unknown-page'])
    expect(await send('/api/nobody/acts', own, '{}')).toEqual([404, 'unknown-organisation'])
    const options = await house.server.inject({ method: 'OPTIONS', url })
    expect([options.statusCode, options.headers['access-control-allow-origin']]).toEqual([405, undefined])
    const head = await house.server.inject({ method: 'HEAD', url: '/api/concord' })
    expect([head.statusCode, head.body]).toEqual([200, ''])
  })
})
