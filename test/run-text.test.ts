import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { removeTemporaryFolders } from './support/folders.ts'
import { textOf } from './support/pages.ts'
import { type SeatsHouse, seatsHouse, type Visitor } from './support/seats.ts'

// The table, proposing and the text of a proposal, as each seat meets them: requests as browsers send them.

let house: SeatsHouse
let by: Record<'ARC' | 'ERE' | 'UTO' | 'BEN' | 'secretariat' | 'public', Visitor>
beforeAll(async () => {
  house = await seatsHouse({ openSeats: true })
  const sitting = async (seat: string) => {
    const visitor = house.visitor()
    await visitor.post('/concord/seat', { seat })
    return visitor
  }
  by = {
    ARC: await sitting('delegation:ARC'),
    ERE: await sitting('delegation:ERE'),
    UTO: await sitting('delegation:UTO'),
    BEN: await sitting('delegation:BEN'),
    secretariat: await sitting('secretariat'),
    public: house.visitor(),
  }
})
afterAll(async () => {
  await house?.close()
  removeTemporaryFolders()
})

const proposal = {
  way: 'experts>council',
  type: 'decision',
  'title.en': 'Harbour lights',
  'title.zh': '港口灯光',
  'text.en': '1. Every harbour shows a light.\n\n2. The light is green.\n\n3. The cost is shared.',
  'text.zh': '1. 各港点灯。\n\n2. 灯为绿色。\n\n3. 费用由各国分担。',
  meantFor: 'all',
  audience: 'body',
}
const shown = async (visitor: Visitor, url: string) => {
  const { statusCode, body } = await visitor.get(url)
  return { code: statusCode, body, text: textOf(body) }
}
const sent = async (visitor: Visitor, url: string, fields: Record<string, string>) => {
  const { statusCode, body, headers } = await visitor.post(url, fields)
  return { code: statusCode, body, text: textOf(body), to: String(headers.location ?? '') }
}
async function proposed(visitor: Visitor, more: Record<string, string> = {}): Promise<string> {
  const { code, to, text } = await sent(visitor, '/concord/run/propose', { ...proposal, ...more })
  expect(code, text).toBe(303)
  return to
}

describe('what the rules say before anything opens', () => {
  const asks = (query: string, who: keyof typeof by = 'ARC') => shown(by[who], `/concord/run/propose?${query}`)
  test('who decides, who prepares, with the article of each', async () => {
    const { text } = await asks('way=experts%3Ecouncil&type=decision')
    expect(text).toContain('It would be in order.')
    expect(text).toMatch(
      /the Working Party of Experts prepares it for the Committee of Coordinators and does not decide it\. .*Rule 19\(1\)/i,
    )
    expect(text).toMatch(/From there it climbs to the Committee of Coordinators and the Council\./)
    expect(text).toContain('Rule 22(1)')
  })
  test.each([
    [
      'a matter of another body',
      'way=council%3Ecouncil&type=budget',
      'ARC',
      'such matters are for the Assembly',
      'Rule 14',
    ],
    ['a level off the ladder', 'body=assembly&level=experts&type=decision', 'ARC', 'No rule says that', 'Begin in'],
    [
      'an associate above the level where it may',
      'way=council%3Ecouncil&type=decision',
      'BEN',
      'holds no status that may propose in the Council',
      'Rule 22',
    ],
    ['the public', 'way=council%3Ecouncil&type=decision', 'public', 'does not act', 'Take a seat'],
  ] as const)('%s is not in order', async (_, query, who, why, more) => {
    const { text } = await asks(query, who)
    expect(text).toContain('It would not be in order.')
    expect(text.toLowerCase()).toContain(why.toLowerCase())
    expect(text).toContain(more)
  })
  test.each([
    ['an associate among the experts', 'way=experts%3Ecouncil', 'BEN', 'It would be in order.'],
    ['a budget in the Assembly', 'way=assembly%3Eassembly&type=budget', 'ARC', 'Rule 14'],
    [
      'the Secretariat is told that it hangs on whose proposal it is',
      'way=experts%3Ecouncil',
      'secretariat',
      'hangs on who proposes it',
    ],
  ] as const)('%s', async (_, query, who, says) => {
    expect((await asks(query, who)).text).toContain(says)
  })
  test('only ways that the ladder allows are offered', async () => {
    const { body } = await shown(by.ARC, '/concord/run/propose')
    const ways = [...body.matchAll(/<option value="([^"]*&#62;[^"]*)"/g)].map((one) => one[1]?.replace('&#62;', '>'))
    expect(ways).toContain('experts>council')
    expect(ways).not.toContain('experts>assembly')
  })
  test('data say the same', async () => {
    const { rules } = (await by.ARC.get('/concord/run/propose.json?way=council%3Ecouncil&type=budget')).json()
    expect(rules.ruled).toMatchObject({ refused: 'not-competent', article: 'Rules of Procedure, Rule 14' })
  })
})

describe('proposing', () => {
  test('what is refused is shown beside its field, with what was typed', async () => {
    const typed = { ...proposal, 'title.en': '', 'text.zh': '1. 各港点灯。', basis: 'Rule 6' }
    const { code, body, text } = await sent(by.ARC, '/concord/run/propose', typed)
    expect(code).toBe(400)
    expect(text).toContain('Give it a title in English')
    expect(text).toContain('In Chinese paragraphs 2 and 3 are missing')
    expect(body).toContain('各港点灯')
    expect(body).toContain('value="Rule 6"')
    expect(body.match(/aria-invalid="true"/g)).toHaveLength(2)
  })
  test.each([
    ['a matter of another body', 'ARC', { way: 'council>council', type: 'budget' }, 409, 'Rule 14'],
    ['an associate in the Council', 'BEN', { way: 'council>council' }, 403, 'Rule 22'],
    ['the public', 'public', {}, 400, 'does not propose'],
    ['the Secretariat without a note', 'secretariat', { proposedBy: 'LIL' }, 400, 'give its number'],
    [
      'the Secretariat for nobody',
      'secretariat',
      { 'fromNote.number': 'N 1', 'fromNote.date': '2034-01-08' },
      400,
      'Tick at least one',
    ],
    ['interested States without any', 'ARC', { meantFor: 'some' }, 400, 'Tick the States'],
  ] as const)('%s is refused', async (_, who, more, status, says) => {
    const { code, text, body } = await sent(by[who], '/concord/run/propose', { ...proposal, ...more })
    expect([code, text]).toEqual([status, expect.stringContaining(says)])
    if (who !== 'public') expect(body).toContain('The light is green.')
  })
  test('what the rules say is asked with the whole text, which stays out of the address', async () => {
    const before = (await shown(by.ARC, '/concord/run')).text
    const long = `1. ${'A harbour shows a light. '.repeat(2000)}The end.`
    const asked = await sent(by.ARC, '/concord/run/propose', { ...proposal, 'text.en': long, see: 'rules' })
    expect([asked.code, asked.to]).toEqual([200, ''])
    expect(asked.text).toContain('It would be in order.')
    expect(asked.body.includes(long)).toBe(true)
    expect(asked.body.includes('formmethod')).toBe(false)
    expect((await shown(by.ARC, '/concord/run')).text).toBe(before)
  })
  test('sent twice it is proposed once, under an id that says the title', async () => {
    const act = '11111111-2222-4333-8444-555555555555'
    const [one, two] = [await proposed(by.ARC, { act }), await proposed(by.ARC, { act })]
    expect(one).toMatch(/^\/concord\/run\/proposals\/harbour-lights-[a-z0-9]{6}$/)
    expect(two).toBe(one)
    expect(await proposed(by.ARC)).not.toBe(one)
  })
  test('a delegation names nobody but itself; the Secretariat whoever the note is from', async () => {
    const own = await proposed(by.ARC, { proposedBy: 'ERE' })
    expect((await shown(by.ARC, own)).text).toMatch(/Proposed by Arcadia on/)
    const behalf = await proposed(by.secretariat, {
      proposedBy: 'LIL',
      'fromNote.number': 'N 7',
      'fromNote.date': '2034-01-08',
    })
    expect((await shown(by.ARC, behalf)).text).toMatch(/Proposed by Lilliput on .*, from note N 7 of 8 January 2034/)
  })
})

describe('a refusal leads back to where one was', () => {
  const act = { kind: 'position-taken', participant: 'UTO', decision: 'none', revision: '1', position: 'objects' }
  test.each([
    { says: 'a page of the organisation', back: '/concord/run/proposals/x', leads: true },
    { says: 'another house', back: 'https://elsewhere.example/', leads: false },
    { says: 'another house without its scheme', back: '/concord//elsewhere.example', leads: false },
    { says: 'another organisation', back: '/sco/run', leads: false },
  ])('$says: $leads', async ({ back, leads }) => {
    const { code, body, text } = await sent(by.ARC, '/concord/run/acts', { ...act, back })
    expect(code).toBeGreaterThanOrEqual(400)
    expect(text).toContain('Nothing was entered. What you typed is still in the form')
    expect(body).toContain('href="/concord/run/waiting"')
    expect(body).not.toContain('acts.json')
    expect(body.includes(`<a href="${back}">Back to where you were`)).toBe(leads)
    expect(text.includes('Back to where you were')).toBe(leads)
  })
  test('what was only read has nothing typed', async () => {
    const { text, body } = await shown(by.ARC, '/concord/run/proposals/none')
    expect(text).not.toContain('typed')
    expect(body).toContain('href="/concord/run"')
  })
})

describe('who sees a proposal and which forms', () => {
  let address: string
  beforeAll(async () => {
    address = await proposed(by.ARC)
  })
  test.each([
    ['ARC', { revise: true, forward: false, withdraw: true, amend: true }],
    ['UTO', { revise: true, forward: true, withdraw: false, amend: true }],
    ['ERE', { revise: false, forward: false, withdraw: false, amend: true }],
    ['BEN', { revise: false, forward: false, withdraw: false, amend: false }],
    ['secretariat', { revise: true, forward: true, withdraw: true, amend: true }],
  ] as const)('%s', async (who, expected) => {
    const { code, body } = await shown(by[who], address)
    expect(code).toBe(200)
    expect({
      revise: body.includes(`action="${address}/revise"`),
      forward: body.includes(`action="${address}/forward"`),
      withdraw: body.includes(`href="${address}/withdraw"`),
      amend: body.includes('value="amendment-proposed"'),
    }).toEqual(expected)
  })
  test('the public sees none, on the page, the table and in data', async () => {
    expect((await shown(by.public, address)).code).toBe(404)
    expect((await shown(by.public, '/concord/run')).text).toContain('Nothing is before the organisation')
    expect((await by.public.get('/concord/run.json')).json()).toMatchObject({ groups: [], meetings: [] })
    for (const step of ['revise', 'forward', 'withdraw'])
      expect((await shown(by.public, `${address}/${step}`)).code).toBe(404)
  })
  test.each([
    ['ERE', 'revise', 'whoever proposed the text, the chair or the Secretariat'],
    ['ARC', 'forward', 'Utopia has the chair'],
    ['UTO', 'withdraw', 'Only whoever proposed it'],
  ] as const)('%s asking to %s is told whose it is', async (who, step, says) => {
    const { code, text } = await shown(by[who], `${address}/${step}`)
    expect([code, text]).toEqual([403, expect.stringContaining(says)])
  })
  test('a language is chosen, or all stand side by side', async () => {
    const all = await shown(by.ERE, address)
    expect(all.text).toMatch(/The light is green\. 灯为绿色。/)
    const chinese = await shown(by.ERE, `${address}?lang=zh`)
    expect(chinese.body).toContain('<p lang="zh">灯为绿色。')
    expect(chinese.body).not.toContain('<p lang="en">The light is green.')
  })
})

describe('the text on its way', () => {
  let address: string
  let decision: string
  beforeAll(async () => {
    address = await proposed(by.ARC)
    decision = address.split('/').at(-1) as string
  })
  const revised = {
    'title.en': 'Harbour lights',
    'title.zh': '港口灯光',
    why: 'After the first reading.',
    revision: '2',
  }
  const wording = {
    'text.en': proposal['text.en'].replace('green', 'red'),
    'text.zh': proposal['text.zh'].replace('绿色', '红色'),
  }
  test('a revision is shown with what changed, word by word, in each language', async () => {
    expect((await sent(by.ARC, `${address}/revise`, { ...revised, ...wording })).code).toBe(303)
    const { body, text } = await shown(by.ERE, address)
    expect(body).toContain('The light is <del>green</del><ins>red</ins>.')
    expect(body).toMatch(/灯为<del>绿色<\/del><ins>红色<\/ins>。/)
    expect(text).toContain('Unchanged: 1 and 3.')
    expect(text).toMatch(/Revision 2 by Arcadia After the first reading\. 9 January 2034/)
    const older = await shown(by.ERE, `${address}?revision=1`)
    expect(older.text).toContain('This is an older revision.')
    expect(older.body).toContain('<p lang="en">The light is green.')
    expect(older.body).not.toContain('value="amendment-proposed"')
  })
  test('one made from the text as it was is refused with both texts; together they become the next', async () => {
    const typed = { ...revised, 'text.en': proposal['text.en'].replace('shared', 'borne by hosts'), 'text.zh': '' }
    const { code, body, text } = await sent(by.UTO, `${address}/revise`, typed)
    expect(code).toBe(409)
    expect(text).toContain('The text is at revision 2; the next is 3.')
    expect(body).toContain('borne by hosts')
    expect(body).toMatch(/<pre class="said" lang="en">[^<]*The light is red/)
    expect(body).toContain('name="revision" value="3"')
    const merged = { ...typed, 'text.en': typed['text.en'].replace('green', 'red'), revision: '3' }
    expect((await sent(by.UTO, `${address}/revise`, merged)).code).toBe(303)
  })
  test('nothing changed, and a fault in the text, keep the form', async () => {
    const same = {
      'title.en': 'Harbour lights',
      'title.zh': '港口灯光',
      'text.en': '1. Every harbour shows a light.\n\n2. The light is red.\n\n3. The cost is borne by hosts.',
      revision: '4',
    }
    expect((await sent(by.UTO, `${address}/revise`, same)).text).toContain('says what the one before says')
    const twice = await sent(by.UTO, `${address}/revise`, { ...same, 'text.en': '1. One.\n\n1. Two.' })
    expect([twice.code, twice.text]).toEqual([400, expect.stringContaining('paragraph 1 stands twice')])
    expect((await sent(by.ERE, `${address}/revise`, { ...same, 'text.en': '1. One.' })).code).toBe(403)
  })
  test('an amendment stands beside its paragraph, and whoever may revise takes it in', async () => {
    const amendment = {
      kind: 'amendment-proposed',
      decision,
      participant: 'ERE',
      revision: '3',
      paragraph: '2',
      'text.en': 'The light is bright red.',
      says: 'It must be seen.',
    }
    expect((await sent(by.ERE, '/concord/run/acts', amendment)).code).toBe(303)
    const accept = (body: string) => /accept"><input type="hidden" name="amendment" value="([^"]*)"/.exec(body)?.[1]
    const seen = await shown(by.ERE, address)
    expect(seen.text).toMatch(/Erewhon proposes: It must be seen\. The light is bright red\./)
    expect(accept(seen.body)).toBeUndefined()
    const id = accept((await shown(by.UTO, address)).body) as string
    expect((await sent(by.ERE, `${address}/accept`, { amendment: id, revision: '4' })).code).toBe(403)
    expect((await sent(by.UTO, `${address}/accept`, { amendment: id, revision: '3' })).code).toBe(409)
    expect((await sent(by.UTO, `${address}/accept`, { amendment: 'none', revision: '4' })).code).toBe(404)
    expect((await sent(by.UTO, `${address}/accept`, { amendment: id, revision: '4' })).code).toBe(303)
    expect((await shown(by.ARC, address)).text).toContain('Paragraph 2 as Erewhon proposed it.')
    expect((await shown(by.ARC, address)).text).toContain('This is what the paragraph says now.')
  })
  test('a wording is withdrawn by whoever proposed it, and stands beside the paragraph no longer', async () => {
    const amendment = {
      kind: 'amendment-proposed',
      decision,
      participant: 'ERE',
      revision: '4',
      paragraph: '3',
      'text.en': 'The cost is borne by ships.',
    }
    expect((await sent(by.ERE, '/concord/run/acts', amendment)).code).toBe(303)
    const offered = (body: string) =>
      /value="amendment-withdrawn".*?name="amendment" value="([^"]*)"/s.exec(body)?.[1] ?? 'none'
    expect(offered((await shown(by.UTO, address)).body)).toBe('none')
    // The one that was taken in stands first.
    const { body } = await shown(by.ERE, address)
    const id = offered(body.slice(body.indexOf('id="p-3"')))
    const taken = { kind: 'amendment-withdrawn', decision, participant: 'ERE', amendment: id }
    expect((await sent(by.UTO, '/concord/run/acts', taken)).code).toBe(403)
    expect((await sent(by.ERE, '/concord/run/acts', taken)).code).toBe(303)
    const { text } = await shown(by.UTO, address)
    expect(text).not.toContain('borne by ships')
    expect(text).toContain('Erewhon withdrew a wording that it had proposed.')
    expect((await sent(by.ERE, '/concord/run/acts', taken)).code).toBe(404)
  })
  test('an objection to a paragraph is marked for whoever sees it, and for nobody else', async () => {
    const position = {
      kind: 'position-taken',
      decision,
      participant: 'ERE',
      position: 'objects',
      revision: '4',
      'paragraphs[]': '2',
    }
    expect((await sent(by.ERE, '/concord/run/acts', position)).code).toBe(303)
    for (const who of ['ERE', 'UTO', 'secretariat'] as const)
      expect((await shown(by[who], address)).text, who).toContain('Erewhon objects')
    for (const who of ['ARC', 'BEN'] as const) {
      expect((await shown(by[who], address)).text, who).not.toContain('Erewhon objects')
      expect((await by[who].get('/concord/run.json')).body, who).not.toContain('objects')
    }
    const table = await shown(by.UTO, '/concord/run')
    expect(table.text).toContain('Erewhon: objects')
    expect((await shown(by.ARC, '/concord/run')).text).not.toContain('Erewhon: objects')
    expect((await shown(by.ERE, '/concord/run')).text).toContain('Objects.')
  })
  test('forwarded with points left open, it stands on the next level', async () => {
    const agreed = { revision: '4', to: 'coordinators', openPoints: '' }
    const held = await sent(by.UTO, `${address}/forward`, agreed)
    expect([held.code, held.text]).toEqual([409, expect.stringContaining('Forward it with the points that are open')])
    expect((await sent(by.ARC, `${address}/forward`, { ...agreed, openPoints: 'x' })).code).toBe(403)
    expect((await sent(by.UTO, `${address}/forward`, { ...agreed, openPoints: '2: the colour\nwho pays' })).code).toBe(
      303,
    )
    const { text } = await shown(by.ARC, address)
    expect(text).toMatch(
      /Working Party of Experts forwarded with points left open at revision 4, 9 January 2034 ¶ 2 the colour who pays Committee of Coordinators here now Council decides/,
    )
    const { groups } = (await by.ARC.get('/concord/run.json')).json()
    expect(groups.at(-1)).toMatchObject({
      at: { level: 'coordinators' },
      proposals: [{ decision, revision: 4, own: null }],
    })
    expect(groups.at(-1).proposals[0]).not.toHaveProperty('positions')
    expect((await by.ARC.get(`${address}.json`)).body).not.toMatch(/Erewhon object|"objects"/)
    expect((await by.UTO.get(`${address}.json`)).body).toContain('"objects"')
  })
  test('withdrawing asks first', async () => {
    const page = await shown(by.ARC, `${address}/withdraw`)
    expect(page.text).toContain('Yes, withdraw it')
    expect((await shown(by.ARC, address)).text).not.toContain('withdrawn on')
    const withdrawn = await sent(by.ARC, '/concord/run/acts', { kind: 'proposal-withdrawn', decision, back: address })
    expect([withdrawn.code, withdrawn.to]).toEqual([303, address])
    const { text, body } = await shown(by.ARC, address)
    expect(text).toContain('Withdrawn on 9 January 2034')
    expect(body).not.toContain('/revise"')
    expect((await by.ARC.get('/concord/run.json')).json().groups.at(-1).at).toBe('withdrawn')
  })
})
