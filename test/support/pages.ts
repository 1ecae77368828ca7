import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type TestServer } from './server.ts'

/** A house for all tests that follow, opened before the first and closed after the last, and what they ask of it. */
export function ownHouse() {
  let house: TestServer
  beforeAll(async () => {
    house = await startServer()
  })
  afterAll(() => house?.close())
  return visitorOf(() => house)
}

/** What a test of pages asks of a house: a page with what a reader sees of it, its data, the rows of its list. */
export function visitorOf(house: () => TestServer) {
  const get = async (address: string) => {
    const { statusCode, body, headers } = await house().server.inject({ url: address })
    return { code: statusCode, body, text: textOf(body), type: headers['content-type'] }
  }
  const data = async (address: string) => JSON.parse((await get(address)).body)
  /** The rows of a list without the row of names; a field may hold a line break only in quotes, and none does. */
  const rows = async (address: string) => (await get(address)).body.split('\r\n').length - 2
  /** One test an address: refused with these words, as a page and as data. */
  const refuses = (cases: readonly (readonly [address: string, says: string])[]) => {
    for (const [address, says] of cases) {
      test(address, async () => {
        const { code, text } = await get(address)
        expect([400, 404]).toContain(code)
        expect(text).toContain(says)
        const [path, query] = address.split('?')
        expect(await data(`${path}.json${query ? `?${query}` : ''}`)).toMatchObject({ message: says })
      })
    }
  }
  return { get, data, rows, refuses }
}

/** What a reader sees of the middle of a page, without its marks. */
export function textOf(body: string): string {
  const main = /<main.*<\/main>/s.exec(body)?.[0] ?? ''
  const written = main.replace(/<\/?a\b[^>]*>/g, '').replace(/<[^>]*>/g, ' ')
  return written.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code))).replace(/\s+/g, ' ')
}
