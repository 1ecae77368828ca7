import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { removeTemporaryFolders } from './support/folders.ts'
import { textOf } from './support/pages.ts'
import { type SeatsHouse, seatsHouse, type Visitor } from './support/seats.ts'

// That a State leaves, from the first page to the notice and back, by forms alone.

let house: SeatsHouse
beforeAll(async () => {
  house = await seatsHouse({ openSeats: true })
})
afterAll(async () => {
  await house?.close()
  removeTemporaryFolders()
})

async function sitting(seat: string): Promise<Visitor> {
  const visitor = house.visitor()
  await visitor.post('/concord/seat', { seat })
  return visitor
}
const at = '/concord/run/leave'
const page = async (visitor: Visitor, query = '') => textOf((await visitor.get(at + query)).body)
/** What the form of a page would send as it stands. */
async function hidden(visitor: Visitor, query = ''): Promise<Record<string, string>> {
  const { body } = await visitor.get(at + query)
  const form = /<form class="one-act" method="post".*?<\/form>/s.exec(body)?.[0] ?? ''
  return Object.fromEntries(
    [...form.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  )
}

describe('leaving by the pages', () => {
  test('the head sees the rule and what follows, is asked whether it is meant, enters it, and takes it back', async () => {
    const head = await sitting('delegation:BRO')
    expect((await head.get('/concord/delegation')).body).toContain(`href="${at}"`)
    const first = await page(head)
    expect(first).toContain(
      'Notice of at least 6 weeks: given today, it can take effect on 20 February 2034 at the earliest.',
    )
    expect(first).toContain('Rule 4(2), Rules of Procedure')
    expect(first).toContain('From then on Brobdingnag takes no positions in')
    const short = await page(head, '?on=2034-02-19')
    expect(short).toContain('leaving could not take effect before')
    expect(await hidden(head, '?on=2034-02-19')).toEqual({})
    const sure = await page(head, '?on=2034-03-01')
    expect(sure).toContain('Brobdingnag leaves on 1 March 2034: is that to be entered?')
    // Nothing is entered by looking.
    expect(await page(head)).toBe(first)
    const act = await hidden(head, '?on=2034-03-01')
    const before = house.registry.record('concord').position
    expect((await head.post('/concord/run/acts', act)).headers.location).toBe(at)
    expect((await head.post('/concord/run/acts', act)).statusCode).toBe(303)
    expect(house.registry.record('concord').position).toBe(before + 1)
    const given = await page(head)
    expect(given).toContain('Brobdingnag leaves on 1 March 2034 Notice was given on 9 January 2034.')
    const taken = await head.post('/concord/run/acts', {
      ...(await hidden(head)),
      reason: 'The capital thought again.',
    })
    expect(taken.statusCode).toBe(303)
    expect(await page(head)).toContain('How Brobdingnag would leave')
    expect(house.registry.record('concord').entries().at(-1)?.act).toMatchObject({
      kind: 'act-withdrawn',
      reason: 'The capital thought again.',
    })
  })

  test('the Secretariat enters it from the note of a capital', async () => {
    const secretariat = await sitting('secretariat')
    expect(await page(secretariat)).toContain('Ruritania')
    const note = '&fromNote.number=19&fromNote.date=2034-01-09'
    expect(await page(secretariat, '?participant=RUR&on=2034-03-01')).toContain('is not a day')
    const act = await hidden(secretariat, `?participant=RUR&on=2034-03-01${note}`)
    expect(act).toMatchObject({ participant: 'RUR', on: '2034-03-01', noticeOn: '2034-01-09', 'fromNote.number': '19' })
    expect((await secretariat.post('/concord/run/acts', act)).statusCode).toBe(303)
    expect(await page(await sitting('delegation:RUR'))).toContain('Ruritania leaves on 1 March 2034')
  })

  test('who does not belong, and the public, are told so', async () => {
    for (const visitor of [house.visitor(), await sitting('delegation:XYZ')])
      expect(await page(visitor)).toContain('Only who belongs can leave')
  })
})
