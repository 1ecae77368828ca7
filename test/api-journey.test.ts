import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ApiHouse, apiHouse, type Program } from './support/api.ts'
import { removeTemporaryFolders } from './support/folders.ts'

// Six delegations and the Secretariat take a proposal from the experts to a decision, each by a program of its own. The
// Secretariat sets the clock; nothing else moves time.

let house: ApiHouse
let [ARC, BRO, ERE, LIL, RUR, UTO, secretariat]: Program[] = []
beforeAll(async () => {
  house = await apiHouse()
  const seats = ['ARC', 'BRO', 'ERE', 'LIL', 'RUR', 'UTO', 'secretariat']
  const programs: Program[] = []
  for (const seat of seats) programs.push(await house.program(seat))
  ;[ARC, BRO, ERE, LIL, RUR, UTO, secretariat] = programs
})
afterAll(async () => {
  await house?.close()
  removeTemporaryFolders()
})

const decision = 'lights'
const stands = (participant: string, position: string, revision: number, more: object = {}) => ({
  kind: 'position-taken',
  decision,
  participant,
  position,
  revision,
  ...more,
})
const paragraphs = (second: string) => [
  { number: '1', text: { en: 'Every harbour shows a light.' } },
  { number: '2', text: { en: second } },
]
const seen = async (program: Program | undefined) =>
  (await (program as Program).get(`/proposals/${decision}`)).data.proposal
const who = (positions: { participant: string; position: string }[]) =>
  positions.map(({ participant, position }) => `${participant} ${position}`)
const clock = (shows: string) => secretariat?.enter({ kind: 'clock-set', shows, why: 'Time passes.' })

test('from the experts to a decision of the Council, numbered, with one outside who joins later', async () => {
  const all = [ARC, BRO, ERE, LIL, RUR, UTO] as Program[]
  await ARC?.enter({
    kind: 'proposal-made',
    decision,
    body: 'council',
    level: 'experts',
    title: { en: 'Harbour lights' },
    type: 'decision',
    paragraphs: paragraphs('The light is green.'),
    proposedBy: ['ARC'],
  })

  // Positions of six: nobody but the chair, which is Utopia, and the Secretariat sees more than its own.
  await ARC?.enter(stands('ARC', 'no-objection', 1))
  await BRO?.enter(stands('BRO', 'no-objection', 1))
  await ERE?.enter(stands('ERE', 'objects', 1, { paragraphs: ['2'], wouldLift: 'White lights as well.' }))
  await LIL?.enter(stands('LIL', 'reserves', 1, { paragraphs: ['1'] }))
  await RUR?.enter(stands('RUR', 'ad-referendum', 1, { confirmBy: '2034-01-20' }))
  await UTO?.enter(stands('UTO', 'no-objection', 1))
  expect(who((await seen(ARC)).positions)).toEqual(['ARC no-objection'])
  expect((await seen(ARC)).stand).toBeUndefined()
  for (const program of [UTO, secretariat]) {
    expect(who((await seen(program)).positions)).toHaveLength(6)
    expect((await seen(program)).stand).toMatchObject({ outcome: 'not-adopted', adReferendum: ['RUR'] })
  }

  // Not agreed here: it goes on with an open point, or not at all.
  const forward = { kind: 'proposal-forwarded', decision, revision: 1, to: 'coordinators' }
  expect((await UTO?.act(forward))?.data).toMatchObject({
    refused: 'not-agreed-here',
    article: 'Rules of Procedure, Rule 18(1)',
  })
  expect((await ARC?.act(forward))?.data.refused).toBe('not-the-chair')
  await UTO?.enter({ ...forward, openPoints: [{ paragraph: '2', says: 'The colour.' }] })

  // A revision lifts the objection; Lilliput lifts its reserve; everyone is asked again.
  await ARC?.enter({ kind: 'revision-made', decision, revision: 2, paragraphs: paragraphs('Green or white.') })
  expect((await seen(ERE)).you).toMatchObject({ hasSay: true, positionBefore: { position: 'objects' } })
  expect((await ERE?.act(stands('ERE', 'no-objection', 1)))?.data.refused).toBe('stale-revision')
  await ERE?.enter(stands('ERE', 'no-objection', 2))
  await LIL?.enter(stands('LIL', 'reserves', 2))
  const second = { kind: 'proposal-forwarded', decision, revision: 2, to: 'council' }
  expect((await UTO?.act(second))?.data.refused).toBe('not-agreed-here')
  await LIL?.enter(stands('LIL', 'no-objection', 2))
  await RUR?.enter(stands('RUR', 'ad-referendum', 2, { confirmBy: '2034-01-20' }))
  await RUR?.enter(stands('RUR', 'no-objection', 2))
  await UTO?.enter(second)
  expect(await seen(BRO)).toMatchObject({
    level: 'council',
    body: 'council',
    forwarded: [{ to: 'coordinators' }, { to: 'council' }],
  })

  // Silence, of 72 hours at least; Erewhon breaks it, and who did is known when it is over.
  const silence = (opensAt: string, expiresAt: string, revision: number) => ({
    kind: 'silence-opened',
    decision,
    revision,
    opensAt: `${opensAt}T09:00:00Z`,
    expiresAt: `${expiresAt}T09:00:00Z`,
  })
  expect((await UTO?.act(silence('2034-01-10', '2034-01-12', 2)))?.data).toMatchObject({
    refused: 'period-too-short',
    article: 'Rules of Procedure, Rule 17',
  })
  await UTO?.enter(silence('2034-01-10', '2034-01-13', 2))
  expect((await seen(LIL)).stage).toBe('silence-announced')
  await clock('2034-01-11T09:00:00Z')
  expect((await seen(LIL)).stage).toBe('under-silence')
  await ERE?.enter(stands('ERE', 'objects', 2, { says: 'A word on costs is missing.' }))
  expect((await seen(LIL)).silence).toMatchObject({ outcome: 'broken' })
  expect((await seen(LIL)).silence.by).toBeUndefined()
  expect((await seen(UTO)).silence.by).toEqual(['ERE'])
  expect((await UTO?.act({ kind: 'silence-resumed', decision }))?.data.refused).toBe('not-running')

  // A revision with costs; Brobdingnag stays outside, Lilliput states a reservation; silence again, and nobody breaks it.
  await clock('2034-01-14T09:00:00Z')
  await ARC?.enter({
    kind: 'revision-made',
    decision,
    revision: 3,
    paragraphs: [...paragraphs('Green or white.'), { number: '3', text: { en: 'Each pays its own.' } }],
  })
  await BRO?.enter(stands('BRO', 'does-not-take-part', 3))
  await LIL?.enter({
    kind: 'statement-made',
    decision,
    participant: 'LIL',
    type: 'reservation',
    paragraphs: ['3'],
    says: 'Not on Sundays.',
  })
  await UTO?.enter(silence('2034-01-15', '2034-01-18', 3))
  const adopt = {
    kind: 'decision-recorded',
    decision,
    body: 'council',
    type: 'decision',
    title: 'Harbour lights',
    outcome: 'adopted',
    participants: 'members',
    proposedBy: ['ARC'],
    outside: ['BRO'],
    adoption: { revision: 3, under: 'silence' },
  }
  await clock('2034-01-18T08:00:00Z')
  expect((await UTO?.would(adopt))?.data.refused).toBe('silence-not-over')
  await clock('2034-01-18T09:00:00Z')
  expect((await ERE?.act(stands('ERE', 'objects', 3)))?.data.refused).toBe('too-late')
  expect((await seen(ERE)).stage).toBe('silence-over')
  await UTO?.enter(adopt)
  expect((await UTO?.act({ kind: 'decision-numbered', decision, number: 'C/2034/2' }))?.data).toMatchObject({
    refused: 'number-not-due',
    article: 'Rules of Procedure, Rule 20(1)',
  })
  await UTO?.enter({ kind: 'decision-numbered', decision, number: 'C/2034/1' })
  expect((await RUR?.act({ kind: 'decision-joined', decision, participant: 'RUR' }))?.data.refused).toBe(
    'was-not-outside',
  )
  await clock('2034-03-01T09:00:00Z')
  await BRO?.enter({ kind: 'decision-joined', decision, participant: 'BRO' })

  // All six read the same of it now, but for what is so for each of them.
  const read = await Promise.all(all.map(async (program) => (await seen(program)) as Record<string, unknown>))
  const common = read.map(({ you: _, ...proposal }) => proposal)
  for (const one of common) expect(one).toEqual(common[0])
  expect(common[0]).toMatchObject({
    stage: 'adopted',
    number: 'C/2034/1',
    decided: { outcome: 'adopted', under: 'silence', outside: ['BRO'] },
    statements: [{ participant: 'LIL', type: 'reservation' }],
    joined: [{ participant: 'BRO' }],
  })
  const page = await house.server.inject({ url: '/concord/run/proposals/lights.json' })
  expect(page.json().refused).toBe('unknown-proposal')
})
