import { createHash } from 'node:crypto'
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { everyKind, everyRefusal, startServer, type TestServer } from './support/server.ts'

let house: TestServer
beforeAll(async () => {
  house = await startServer()
})
afterAll(() => house.close())

async function get(address: string) {
  const { statusCode, headers, body } = await house.server.inject({ url: address })
  return { code: statusCode, headers, body }
}

function getAsWritten(path: string): Promise<{ code: number; body: string }> {
  const { hostname, port } = new URL(house.url)
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path }, async (response) => {
      let body = ''
      for await (const chunk of response.setEncoding('utf8')) body += chunk
      resolve({ code: response.statusCode ?? 0, body })
    })
    asked.on('error', reject).end()
  })
}

/** The address of the same page as data. */
function asData(address: string): string {
  const [path = '', query] = address.split('?')
  return `${path.replace(/\/$/, '')}.json${query === undefined ? '' : `?${query}`}`
}

describe('every page is also there as data, with the same facts', () => {
  // biome-ignore lint/suspicious/noExplicitAny: the data of each page has a shape of its own, which its row reads.
  type Data = any
  const cases: readonly { address: string; facts: (data: Data) => readonly unknown[]; atLeast: number }[] = [
    {
      address: '/sco/',
      facts: (d) => [...d.description.introduction, d.participants, d.sources, d.corrections, d.on],
      atLeast: 7,
    },
    {
      address: '/sco/day?on=2024-07-05',
      facts: (d) => [
        d.heading,
        d.on,
        d.next.says,
        d.previous.says,
        ...d.groups.flatMap((g: Data) => [g.count, ...g.holdings.flatMap((h: Data) => [h.name, h.from])]),
        ...d.periods.flatMap((p: Data) => [p.name, p.from, p.to]),
        ...d.around.map((a: Data) => a.on),
      ],
      atLeast: 100,
    },
    {
      address: '/sco/day?on=2022-12-01&known=463',
      facts: (d) => [d.heading, d.known.position, d.known.of],
      atLeast: 3,
    },
    {
      address: '/sco/participants?on=2012-06-08',
      facts: (d) => [
        d.on,
        ...d.holdings.flatMap((h: Data) => [h.name, h.from]),
        ...d.participants.flatMap((p: Data) => Object.values(p.names)),
      ],
      atLeast: 100,
    },
    {
      address: '/sco/participants/IRN',
      facts: (d) => [
        ...Object.values(d.names),
        d.capital.capital,
        ...d.statuses.flatMap((s: Data) => [s.from, s.to, ...s.doubt.map((doubt: Data) => doubt.note)]),
        ...d.steps.flatMap((s: Data) => [s.on, s.what]),
      ],
      atLeast: 30,
    },
    { address: '/sco/participants/UN', facts: (d) => d.contacts.flatMap((c: Data) => [c.on, c.what]), atLeast: 14 },
    {
      address: '/sco/sources',
      facts: (d) => d.sources.slice(0, 100).flatMap((s: Data) => [s.title, s.publisher, s.date, s.cited]),
      atLeast: 300,
    },
    {
      address: '/sco/sources/partner-reg-hrichina',
      facts: (d) => [
        d.source.title,
        d.source.publisher,
        d.source.url,
        d.source.note,
        ...d.facts.map((f: Data) => f.on),
      ],
      atLeast: 5,
    },
    {
      address: '/sco/coverage',
      facts: (d) => [
        `${d.holdings.withDoubt} of ${d.holdings.all}`,
        d.doubts.unverified,
        d.doubts.conflict,
        // The abbreviation of a body keeps its capitals.
        ...d.kinds.map((kind: Data) => kind.replaceAll('-', ' ').replace('rats', 'RATS')),
      ],
      atLeast: 6,
    },
    {
      address: '/sco/changes',
      facts: (d) =>
        d.corrections.flatMap((c: Data) => [c.position, c.act.correction, ...c.takesOut.map((t: Data) => t.act.on)]),
      atLeast: 18,
    },
    {
      address: '/sco/register?page=5',
      facts: (d) => [d.hash, ...d.entries.flatMap((e: Data) => [e.position, e.act.on])],
      atLeast: 139,
    },
    {
      address: '/sco/register/IRN-member',
      facts: (d) => [d.hash, d.entry.id, d.entry.position, d.entry.act.on, d.entry.act.correction],
      atLeast: 5,
    },
    {
      address: '/concord/day?on=2032-10-04',
      facts: (d) => [d.heading, ...d.groups.flatMap((g: Data) => g.holdings.map((h: Data) => h.name))],
      atLeast: 5,
    },
    { address: '/organisations', facts: (d) => d.flatMap((o: Data) => [o.names.en, o.position]), atLeast: 4 },
  ]
  for (const { address, facts, atLeast } of cases) {
    test(address, async () => {
      const [page, data] = [await get(address), await get(asData(address))]
      expect([page.code, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
      expect([data.code, data.headers['content-type']]).toEqual([200, 'application/json; charset=utf-8'])
      const text = textOf(page.body)
      const told = facts(JSON.parse(data.body)).filter((fact) => fact !== null && fact !== undefined)
      expect(told.length).toBeGreaterThanOrEqual(atLeast)
      expect(told.map(asShown).filter((fact) => !text.includes(fact))).toEqual([])
    })
  }

  test('the page names the address of its data, clocks and all', async () => {
    for (const address of everyKind.filter((one) => one !== '/organisations')) {
      const { body } = await get(address)
      const alternate = /<link rel="alternate" type="application\/json" href="([^"]*)">/.exec(body)?.[1]
      const data = JSON.parse((await get(decoded(alternate ?? '/'))).body)
      const asked = new URL(address, 'http://house').searchParams
      expect(data.on, address).toBe(asked.get('on') ?? data.on)
      expect(data.known.position, address).toBe(Number(asked.get('known') ?? data.known.of))
    }
  })

  test('a page and its data are known as at the same position', async () => {
    const said = textOf((await get('/sco/day?on=2022-12-01&known=463')).body)
    expect(said).toMatch(/From register position 463, as known at position 463 of \d+\./)
  })
})

describe('a question that cannot be answered', () => {
  for (const address of everyRefusal) {
    test(`${address} gets a page with a way on, and the same refusal as data`, async () => {
      const [page, data] = [await get(address), await get(asData(address))]
      const code = /nowhere|nobody|kaz/.test(address) ? 404 : 400
      expect([page.code, data.code]).toEqual([code, code])
      const { refused, message, remedy } = JSON.parse(data.body)
      expect(refused).toMatch(/^[a-z-]+$/)
      // Where nothing is kept, the address is part of the message, and that of the data is another.
      const h1 = message.replace(/\.json\.$/, '.')
      expect(textOf(page.body)).toContain(h1)
      if (remedy) expect(textOf(page.body)).toContain(remedy)
      expect(mainOf(page.body).match(/<a href="\//g)?.length).toBeGreaterThanOrEqual(2)
    })
  }

  test('whoever writes a code in small letters is told the address that exists', async () => {
    expect(mainOf((await get('/sco/participants/kaz')).body)).toContain('<a href="/sco/participants/KAZ">')
  })

  test('inside an organisation a refusal keeps its banner and its navigation', async () => {
    for (const address of everyRefusal.filter((one) => /^\/sco\/(?!.*%)/.test(one))) {
      const { body } = await get(address)
      expect(textOf(body).slice(0, 300), address).toContain('Independent and unofficial')
      expect(body.includes('<a href="/sco/changes"'), address).toBe(true)
    }
  })

  test('the banner is there at every state of knowledge, before the first act as well', async () => {
    for (const known of [0, 1, 463]) {
      const { body } = await get(`/sco/day?known=${known}`)
      expect(textOf(body).slice(0, 300), `known=${known}`).toContain('Independent and unofficial')
    }
  })

  test('of a clock given twice the last counts', async () => {
    const { body } = await get('/sco/day.json?on=2001-06-16&on=2024-07-05&known=1&known=463')
    expect(JSON.parse(body)).toMatchObject({ on: '2024-07-05', known: { position: 463 } })
  })

  test('an empty clock is one not given', async () => {
    expect(JSON.parse((await get('/sco/day.json?on=&known=')).body)).toMatchObject({
      on: '2026-03-10',
      known: { position: await headOf('sco'), of: await headOf('sco') },
    })
  })
})

describe('hostile addresses', () => {
  const long = 'x'.repeat(6_000)
  const cases: readonly [address: string, code: number][] = [
    ['/sco/day?on=<script>alert(1)</script>', 400],
    ['/sco/day?on=%3Cscript%3Ealert(1)%3C/script%3E', 400],
    ['/sco/day?on=%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E', 400],
    [`/sco/day?known=${encodeURIComponent("'; drop table register; --")}`, 400],
    [`/sco/day?on=${long}`, 400],
    ['/sco/day?on=%00', 400],
    ['/sco/day?on=%ff', 400],
    ['/sco/day?on=2017-02-30', 400],
    ['/sco/day?known=-1', 400],
    ['/sco/day?known=1e3', 400],
    ['/sco/day?known=99999999999999999999', 400],
    ['/sco/day?on[]=2017-06-09&__proto__=x&constructor=y', 200],
    ['/sco/register?page=<b>', 400],
    ['/sco/register?page=-1', 400],
    ['/sco/register?page=one', 400],
    [`/sco/participants/${long.slice(0, 300)}`, 404],
    ['/sco/participants/%00', 404],
    ['/sco/participants/%3Cscript%3E', 404],
    ['/sco/participants/__proto__', 404],
    ['/sco/sources/constructor', 404],
    ['/sco/register/..%2f..%2fetc%2fpasswd', 404],
    ['/__proto__/day', 404],
    ['/%3Cscript%3E/day', 404],
    ['/%22onmouseover=%22alert(1)/day', 404],
    ['/assets/fonts/inter/..%2f..%2fpackage.json', 404],
    ['/assets/style.css%00', 404],
    ['/sco/day%', 400],
  ]
  for (const [address, code] of cases) {
    test(address.length > 100 ? `${address.slice(0, 60)} … (${address.length} characters)` : address, async () => {
      for (const form of [address, asData(address)]) {
        const { code: got, body, headers } = await get(form)
        expect(got, form).toBe(code)
        expect(body.match(/\0| at .*\.ts:\d+|node_modules|root:x/)).toBeNull()
        expectHeaders(headers)
        if (headers['content-type'] === 'application/json; charset=utf-8') {
          expect(() => JSON.parse(body), form).not.toThrow()
          continue
        }
        expect(headers['content-type']).toBe('text/html; charset=utf-8')
        expect(body.match(/<script|<img|"onmouseover/)).toBeNull()
        expectComplete(body, form)
      }
    })
  }

  // As they are: what builds addresses would resolve the dots first.
  test.each([
    '/sco/../../etc/passwd',
    '/assets/fonts/inter/../../../../package.json',
    '/assets/fonts/inter/%2e%2e/%2e%2e',
  ])('a path with dots, %s', async (path) => {
    const { code, body } = await getAsWritten(path)
    expect(code).toBeGreaterThanOrEqual(400)
    expect(body.match(/root:x|"version"| at .*\.ts:\d+/)).toBeNull()
  })

  test('nothing is done by any other method', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH'] as const) {
      const send = (headers: Record<string, string>) =>
        house.server.inject({ method, url: '/sco/day', payload: 'on=2017-06-09', headers })
      const { statusCode, headers } = await send({ 'sec-fetch-site': 'same-origin' })
      expect([statusCode, headers.allow], method).toEqual([405, 'GET, HEAD'])
      expect((await send({})).statusCode, method).toBe(403)
    }
  })
})

describe('headers', () => {
  for (const address of [...everyKind, ...everyRefusal, '/sco/register.jsonl', '/assets/style.css', '/']) {
    test(address, async () => {
      expectHeaders((await get(address)).headers)
    })
  }

  test('an asset that has not changed is not sent again', async () => {
    const first = await get('/assets/style.css')
    const again = await house.server.inject({
      url: '/assets/style.css',
      headers: { 'if-none-match': String(first.headers.etag) },
    })
    expect([again.statusCode, again.body]).toEqual([304, ''])
  })
})

describe('from the first pages every link leads somewhere', () => {
  test('pages, their data, fragments and assets', async () => {
    const linkedPaths = new Set<string>()
    const broken: string[] = []
    /** How many addresses of one path have been found. */
    const variants = new Map<string, number>()
    const found = new Map<string, string>([
      ['/sco/', ''],
      ['/concord/', ''],
      ['/organisations', ''],
    ])
    for (const [address, from] of found) {
      const { code, body, headers } = await get(address)
      if (code >= 400) broken.push(`${address} (from ${from}): ${code}`)
      if (!String(headers['content-type']).startsWith('text/html')) continue
      expectComplete(body, address)
      for (const [, href = ''] of body.matchAll(/ href="([^"]*)"/g)) {
        const link = decoded(href)
        if (/^https?:\/\//.test(link)) continue
        const { pathname, search, hash } = new URL(link, `http://house${address}`)
        const here = new URL(address, 'http://house')
        const isHere = pathname === here.pathname && search === here.search
        if (hash && isHere && !body.includes(` id="${hash.slice(1)}"`)) broken.push(`${address} has no ${hash}`)
        if (!/\.(json|jsonld|bib)$/.test(pathname)) linkedPaths.add(pathname)
        if (!worthFollowing(pathname, search, found, variants)) continue
        found.set(`${pathname}${search}`, address)
        variants.set(pathname, (variants.get(pathname) ?? 0) + 1)
      }
    }
    expect(broken).toEqual([])
    // Every participant, every source and every entry of the register is reached by links alone.
    for (const organisation of ['sco', 'concord']) {
      const linked = (kind: string) =>
        [...linkedPaths].filter((path) => path.startsWith(`/${organisation}/${kind}/`)).length
      const { participants, sources } = JSON.parse((await get(`/${organisation}.json`)).body)
      expect(linked('participants')).toBe(participants)
      expect(linked('sources')).toBe(sources)
      expect(linked('register')).toBe(await headOf(organisation))
    }
  }, 300_000)
})

async function headOf(organisation: string): Promise<number> {
  return JSON.parse((await get(`/${organisation}.json`)).body).known.of
}

/** Every path once, and a few variants of it; every page of the register and of the sources, but of its many entries, all alike, every seventh. */
function worthFollowing(
  path: string,
  search: string,
  found: ReadonlyMap<string, string>,
  variants: ReadonlyMap<string, number>,
): boolean {
  if (found.has(`${path}${search}`)) return false
  if (/\/(register|sources)$/.test(path) && /^\?page=\d+$/.test(search)) return true
  // Every page has its citation and its linked data, made alike.
  if (/\.(bib|jsonld)$/.test(path) && createHash('sha256').update(path).digest().readUInt16BE() % 50 > 0) return false
  if (path.includes('/register/') && createHash('sha256').update(path).digest().readUInt16BE() % 7 > 0) return false
  return (variants.get(path) ?? 0) < (path.endsWith('/day') ? 20 : path.endsWith('s') ? 4 : 1)
}

function expectHeaders(headers: Record<string, unknown>): void {
  expect(headers).toMatchObject({
    'content-security-policy': expect.stringContaining("default-src 'none'"),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
  })
  expect(headers['content-security-policy']).not.toMatch(/unsafe|\*|data:|https?:/)
}

const voids = new Set(['meta', 'link', 'input', 'br', 'img', 'hr'])

/** A whole document: one heading of the first level, a title, a language, every element closed, no id twice. */
function expectComplete(body: string, address: string): void {
  expect(/^<!doctype html>\n<html lang="en">.*<\/html>$/s.test(body), `whole document at ${address}`).toBe(true)
  expect(body.match(/<h1[ >]/g)?.length, `h1 of ${address}`).toBe(1)
  expect(body.match(/<main[ >]/g)?.length, `main of ${address}`).toBe(1)
  expect(body.match(/<title>[^<]+<\/title>\n<link/)?.length, `title of ${address}`).toBe(1)
  expect(body.match(/undefined|NaN|\[object|Invalid Date/), address).toBeNull()
  const ids = [...body.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
  expect(
    ids.filter((id, index) => ids.indexOf(id) !== index),
    `ids of ${address}`,
  ).toEqual([])
  const open: string[] = []
  for (const [, slash, name = '', , selfClosed] of body.matchAll(
    /<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|[^">])*?)(\/?)>/gi,
  )) {
    if (slash) expect(open.pop(), `</${name}> of ${address}`).toBe(name)
    else if (!voids.has(name) && !selfClosed) open.push(name)
  }
  expect(open, `left open in ${address}`).toEqual([])
}

function decoded(text: string): string {
  return text.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
}

/** What is written on a page, titles of pictures included, without its tags. */
function textOf(body: string): string {
  return decoded(body.replace(/<\/?a\b[^>]*>/g, '').replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ')
}

function mainOf(body: string): string {
  return /<main.*<\/main>/s.exec(body)?.[0] ?? ''
}

const months = 'January February March April May June July August September October November December'.split(' ')

/** A fact as a page writes it: a date in words, anything else as it is. */
function asShown(fact: unknown): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(String(fact)) ?? []
  if (!year) return String(fact).replace(/\s+/g, ' ').trim()
  return [day && Number(day), months[Number(month) - 1], year].filter(Boolean).join(' ')
}
