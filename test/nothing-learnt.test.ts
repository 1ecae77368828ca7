import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Seat } from '../src/record/index.ts'
import { wouldSubmit } from '../src/routes/acts.ts'
import type { Instant } from '../src/rules/index.ts'
import { type ApiHouse, apiHouse, type Program } from './support/api.ts'
import { removeTemporaryFolders } from './support/folders.ts'
import type { Visitor } from './support/seats.ts'

// What Erewhon says to the chair alone changes no byte of what anybody else is answered: not of a page, a feed or an answer
// of the API, and not of what the rules would say of any act that another might send.

type Onlooker = 'ARC' | 'LIL' | 'BEN' | 'ICA' | 'nobody'
/** Whoever proposed it and the public at every run of the tests, CHANCERY_WALK=all for every kind. */
const onlookers: readonly Onlooker[] =
  process.env.CHANCERY_WALK === 'all' ? ['ARC', 'LIL', 'BEN', 'ICA', 'nobody'] : ['ARC', 'nobody']

let house: ApiHouse
const programs = new Map<string, Program>()
const visitors = new Map<string, Visitor>()
const feeds = new Map<string, readonly string[]>()
const program = (id: string) => programs.get(id) as Program

beforeAll(async () => {
  house = await apiHouse({ openSeats: true })
  for (const id of ['ARC', 'BRO', 'ERE', 'LIL', 'RUR', 'UTO', 'BEN', 'ICA', 'secretariat'])
    programs.set(id, await house.program(id))
  programs.set('nobody', house.nobody)
  for (const id of onlookers) {
    const visitor = house.visitor()
    visitors.set(id, visitor)
    if (id === 'nobody') continue
    await visitor.post('/concord/seat', { seat: `delegation:${id}` })
    const made = await visitor.post('/concord/run/waiting/feeds', { label: 'reads' })
    feeds.set(
      id,
      [...made.body.matchAll(/\/concord\/run\/waiting\.(?:atom|ics)\?key=[\w-]+/g)].map(([path]) => path),
    )
  }
  for (const decision of ['lights', 'winds'])
    await program('ARC').enter({
      kind: 'proposal-made',
      decision,
      body: 'council',
      level: decision === 'lights' ? 'experts' : 'council',
      title: { en: `Harbour ${decision}` },
      type: 'decision',
      audience: 'participants',
      paragraphs: ['1', '2'].map((number) => ({ number, text: { en: `Paragraph ${number}.` } })),
      proposedBy: ['ARC'],
    })
  await program('UTO').enter({ kind: 'meeting-opened', meeting: 'sitting', body: 'council', format: 'expanded' })
  for (const participant of ['ARC', 'BRO', 'ERE', 'LIL', 'RUR', 'UTO'])
    await program(participant).enter({ kind: 'presence-noted', meeting: 'sitting', participant, presence: 'present' })
}, 60_000)
afterAll(async () => {
  await house?.close()
  removeTemporaryFolders()
})

const meeting = 'sitting'
const seatFor = (id: Onlooker): Seat => (id === 'nobody' ? { kind: 'public' } : { kind: 'delegation', participant: id })
const anyId = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** Whatever somebody might send of a text, in order or not. */
function acts(participant: string, decision: string, revision: number): object[] {
  const own = { decision, participant }
  const positions = ['no-objection', 'ad-referendum', 'stands-aside', 'reserves', 'objects', 'does-not-take-part']
  const later = (hours: number) => new Date(Date.parse('2034-01-09T10:00:00Z') + hours * 3_600_000).toISOString()
  const paragraphs = [{ number: '1', text: { en: 'Other.' } }]
  return [
    ...positions.flatMap((position) =>
      [{}, { meeting }].map((more) => ({ kind: 'position-taken', ...own, position, revision, ...more })),
    ),
    { kind: 'position-taken', ...own, position: 'ad-referendum', revision, confirmBy: '2034-01-30' },
    { kind: 'position-taken', ...own, position: 'objects', revision: revision + 1 },
    { kind: 'position-taken', ...own, position: 'objects', revision, fromNote: { number: '1', date: '2034-01-08' } },
    { kind: 'position-taken', decision, participant: 'ERE', position: 'objects', revision },
    { kind: 'position-released', ...own },
    { kind: 'position-released', decision, participant: 'ERE' },
    ...['interpretative', 'reservation', 'explanation'].map((type) => ({
      kind: 'statement-made',
      ...own,
      type,
      says: 'x',
    })),
    { kind: 'statement-withdrawn', ...own, statement: 'ERE~said' },
    { kind: 'entry-confirmed', ...own, confirms: 'ERE~said' },
    { kind: 'amendment-proposed', ...own, revision, paragraph: '1', text: { en: 'Another.' } },
    { kind: 'amendment-withdrawn', ...own, amendment: 'ERE~wording' },
    { kind: 'revision-made', decision, revision: revision + 1, paragraphs },
    { kind: 'revision-made', decision, revision, paragraphs },
    ...['coordinators', 'council', 'experts'].map((to) => ({ kind: 'proposal-forwarded', decision, revision, to })),
    { kind: 'proposal-withdrawn', decision, reason: 'x' },
    { kind: 'question-put', meeting, decision, revision },
    { kind: 'silence-opened', decision, revision, opensAt: later(1), expiresAt: later(90) },
    { kind: 'silence-opposed', ...own },
    { kind: 'silence-suspended', decision, why: 'x' },
    { kind: 'silence-resumed', decision },
    { kind: 'silence-extended', decision, until: later(200) },
    ...['adopted', 'not-adopted'].map((outcome) => ({
      kind: 'decision-recorded',
      decision,
      body: 'council',
      title: 'x',
      type: 'decision',
      outcome,
      participants: 'members',
      meeting,
      adoption: { revision, under: 'meeting' },
    })),
    {
      kind: 'decision-recorded',
      decision,
      body: 'council',
      title: 'x',
      type: 'decision',
      outcome: 'adopted',
      participants: 'members',
      adoption: { revision, under: 'silence' },
    },
    { kind: 'decision-numbered', decision, number: 'C/2034/1' },
    { kind: 'decision-joined', ...own },
    { kind: 'decision-released', decision, to: 'public' },
    { kind: 'minutes-noted', meeting, participant, decision, says: 'x' },
    { kind: 'presence-noted', meeting, participant, presence: 'absent' },
    { kind: 'sitting-changed', meeting, format: 'narrow' },
    { kind: 'meeting-closed', meeting },
    { kind: 'signature-planned', decision, level: 'ministers', form: 'declaration' },
    { kind: 'commitment-made', decision, commitment: 'x', who: [participant], what: 'x' },
    { kind: 'act-withdrawn', withdraws: ['ERE~said'], reason: 'x' },
  ]
}

const pages = (id: Onlooker) => [
  ...['lights', 'winds'].flatMap((one) => [
    `/concord/run/proposals/${one}`,
    `/concord/run/proposals/${one}.json`,
    `/concord/run/proposals/${one}?revision=1`,
    `/concord/decisions/${one}.json`,
    `/concord/run/proposals/${one}/revise`,
    `/concord/run/proposals/${one}/forward`,
    `/concord/run/proposals/${one}/withdraw`,
  ]),
  ...[
    '',
    '.json',
    '/waiting',
    '/waiting.json',
    '/meetings',
    '/meetings.json',
    '/notes',
    '/notes.json',
    '/clock',
    '/clock.json',
  ].map((one) => `/concord/run${one}`),
  ...['', '.json', '/record', '/record.json'].map((one) => `/concord/run/meetings/${meeting}${one}`),
  ...[
    'changes',
    'changes.json',
    'changes.atom',
    'participants/ERE',
    'participants/ERE.json',
    'practice.json',
    'day.json',
    'search.json?q=ERE',
  ].map((one) => `/concord/${one}`),
  ...['', '/proposals', '/proposals/lights', '/proposals/winds', '/meetings', `/meetings/${meeting}`].map(
    (one) => `/api/concord${one}`,
  ),
  ...(feeds.get(id) ?? []),
]

/** All that an onlooker is answered now, by what was asked. */
async function answers(id: Onlooker, revision: number): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const path of pages(id)) {
    const { statusCode, headers, body } = await (visitors.get(id) as Visitor).get(path)
    const { date: _, ...told } = headers
    found.set(path, `${statusCode} ${JSON.stringify(told)} ${body}`.replace(anyId, 'id'))
  }
  for (const decision of ['lights', 'winds'])
    for (const act of acts(id === 'nobody' ? 'ARC' : id, decision, revision)) {
      // As the API asks it; so many requests in a minute would be refused.
      const would = await wouldSubmit(house.registry, 'concord', act, seatFor(id))
      found.set(JSON.stringify(act), JSON.stringify('ruling' in would ? would.ruling : would))
    }
  return found
}

async function changedBy(revision: number, said: () => Promise<void>): Promise<string[]> {
  const before = new Map<Onlooker, Map<string, string>>()
  for (const id of onlookers) before.set(id, await answers(id, revision))
  await said()
  const changed: string[] = []
  for (const id of onlookers)
    for (const [asked, is] of await answers(id, revision))
      if (before.get(id)?.get(asked) !== is) changed.push(`${id} ${asked}\n${before.get(id)?.get(asked)}\n${is}`)
  return changed
}

const says = (position: string, decision: string, revision: number, more: object = {}) =>
  program('ERE').enter({ kind: 'position-taken', decision, participant: 'ERE', position, revision, ...more })
const states = (decision: string, id?: string) =>
  program('ERE').enter({
    kind: 'statement-made',
    decision,
    participant: 'ERE',
    type: 'reservation',
    says: 'To the chair.',
    ...(id ? { id } : {}),
  })

test('there is something to ask: feeds, pages that answer, and acts that would be in order', async () => {
  expect(feeds.get('ARC')).toHaveLength(2)
  const asked = await answers('ARC', 1)
  const [answered, inOrder] = [/^200 /, /"finding":"in-order"/].map(
    (sign) => [...asked.values()].filter((is) => sign.test(is)).length,
  )
  expect([asked.size > 120, (answered ?? 0) > 30, (inOrder ?? 0) > 20]).toEqual([true, true, true])
})

describe('what Erewhon says to the chair alone', { timeout: 120_000 }, () => {
  test('among the experts', async () => {
    const changed = await changedBy(1, async () => {
      await says('objects', 'lights', 1, { paragraphs: ['2'], wouldLift: 'Another colour.' })
      await states('lights', 'said')
    })
    expect(changed).toEqual([])
  })
  test('while the question is put in a meeting', async () => {
    await program('UTO').enter({ kind: 'question-put', meeting, decision: 'winds', revision: 1 })
    const changed = await changedBy(1, async () => {
      await says('objects', 'winds', 1, { meeting, says: 'Not on feast days.' })
      await says('reserves', 'winds', 1)
      await says('ad-referendum', 'winds', 1, { confirmBy: '2034-01-20' })
      await says('does-not-take-part', 'winds', 1, { meeting })
      await says('objects', 'winds', 1)
    })
    expect(changed).toEqual([])
  })
  test('once a revision asks again', async () => {
    const paragraphs = [{ number: '1', text: { en: 'Fair winds.' } }]
    for (const decision of ['lights', 'winds'])
      await program('ARC').enter({ kind: 'revision-made', decision, revision: 2, paragraphs })
    expect(await changedBy(2, async () => void (await says('objects', 'winds', 2)))).toEqual([])
    expect(await changedBy(2, async () => void (await says('no-objection', 'winds', 2)))).toEqual([])
  })
  test('while silence is announced, runs, and was broken by another', async () => {
    const silence = { opensAt: '2034-01-10T09:00:00.000Z', expiresAt: '2034-01-13T09:00:00.000Z' }
    await program('UTO').enter({ kind: 'silence-opened', decision: 'winds', revision: 2, ...silence })
    const quiet = async () => {
      await says('reserves', 'winds', 2)
      await says('stands-aside', 'winds', 2)
      await says('does-not-take-part', 'winds', 2)
      await states('winds')
    }
    expect(await changedBy(2, quiet)).toEqual([])
    await program('secretariat').enter({ kind: 'clock-set', shows: '2034-01-10T10:00:00Z', why: 'Time passes.' })
    house.clock.now = new Date(Date.parse(house.clock.now) + 1_000).toISOString() as Instant
    expect(await changedBy(2, quiet)).toEqual([])
    await program('BRO').enter({
      kind: 'position-taken',
      decision: 'winds',
      participant: 'BRO',
      position: 'objects',
      revision: 2,
    })
    expect(await changedBy(2, async () => void (await says('objects', 'winds', 2)))).toEqual([])
    await program('secretariat').enter({ kind: 'clock-set', shows: '2034-01-14T10:00:00Z', why: 'Time passes.' })
    expect(await changedBy(2, async () => void (await says('no-objection', 'winds', 2)))).toEqual([])
  })
  test('the chair is told, so that this can fail', async () => {
    const before = (await program('UTO').get('/proposals/winds')).body
    await says('objects', 'winds', 2)
    expect((await program('UTO').get('/proposals/winds')).body).not.toBe(before)
  })
})
