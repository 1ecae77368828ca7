import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sentKinds } from '../src/ui/api/acts.ts'
import { enteredHere } from '../src/ui/run/enter.ts'
import { removeTemporaryFolders } from './support/folders.ts'
import { textOf } from './support/pages.ts'
import { type SeatsHouse, seatsHouse, type Visitor } from './support/seats.ts'

// Whatever a program of the Secretariat could enter, a page of it can.

let house: SeatsHouse
let secretariat: Visitor
beforeAll(async () => {
  house = await seatsHouse({ openSeats: true })
  secretariat = house.visitor()
  await secretariat.post('/concord/seat', { seat: 'secretariat' })
})
afterAll(async () => {
  await house?.close()
  removeTemporaryFolders()
})
const at = (kind: string) => `/concord/run/enter?kind=${kind}`
const position = () => house.registry.record('concord').position

describe('what the Secretariat enters beside the way to a decision', () => {
  test('is listed, each with a form', async () => {
    expect((await secretariat.get('/concord/delegation')).body).toContain('href="/concord/run/enter"')
    const list = (await secretariat.get('/concord/run/enter')).body
    for (const kind of enteredHere) expect(list).toContain(`kind=${kind}"`)
    for (const kind of enteredHere) expect([kind, (await secretariat.get(at(kind))).statusCode]).toEqual([kind, 200])
    expect(sentKinds).toEqual(expect.arrayContaining([...enteredHere]))
  })
  test('the rules are asked first, and nothing is entered by asking', async () => {
    const before = position()
    const written =
      'participant: LAP\nstatus: associate\ndecided:\n  on: 2034-01-09\n  by: assembly\n  positions:\n    for: [ARC, ERE, UTO]\n    against: []\n    abstaining: []\n'
    const seen = await secretariat.post(at('status-granted'), { written, see: 'rules', id: 'LAP-now' })
    expect(textOf(seen.body)).toMatch(/It (would be in order|would be unusual|cannot be judged)/)
    expect(textOf(seen.body)).toContain('Nothing has been entered yet.')
    expect(seen.body).toContain('status: associate')
    expect(position()).toBe(before)
    for (const _ of [1, 2]) {
      const entered = await secretariat.post(at('status-granted'), { written, id: 'LAP-now' })
      expect([entered.statusCode, entered.headers.location]).toEqual([303, '/concord/register/LAP-now'])
    }
    expect(position()).toBe(before + 1)
  })
  const rows = [
    { says: 'no YAML', kind: 'relation-noted', written: 'a: [', code: 400, told: 'cannot be read as fields' },
    {
      says: 'what stands for itself',
      kind: 'relation-noted',
      written: 'a: &a [*a]',
      code: 400,
      told: 'It has an alias',
    },
    { says: 'no fields', kind: 'relation-noted', written: 'Utopia', code: 400, told: 'holds no fields' },
    {
      says: 'a field that is missing',
      kind: 'relation-noted',
      written: 'participant: UTO',
      code: 400,
      told: 'what: is missing',
    },
    {
      says: 'a rule that is not kept',
      kind: 'status-ended',
      written: 'participant: RUR\nnoticeOn: 2034-01-09\non: 2034-01-20\nfromNote: {number: "19", date: 2034-01-09}',
      code: 409,
      told: 'Rule 4(2)',
    },
  ]
  test.each(rows)('$says: it is told, and what was written stays', async ({ kind, written, code, told }) => {
    const before = position()
    const { statusCode, body } = await secretariat.post(at(kind), { written })
    expect([statusCode, position()]).toEqual([code, before])
    expect(textOf(body)).toContain(told)
    expect(textOf(body)).toContain(written.replace(/\s+/g, ' ').slice(0, 12))
  })
  test('nobody else does', async () => {
    const delegation = house.visitor()
    await delegation.post('/concord/seat', { seat: 'delegation:UTO' })
    expect((await delegation.get('/concord/run/enter')).statusCode).toBe(403)
    const before = position()
    const sent = await delegation.post(at('relation-noted'), { written: 'participant: UTO\nwhat: A call' })
    expect([sent.statusCode, position()]).toEqual([403, before])
  })
})
