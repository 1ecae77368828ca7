import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type TestServer } from './support/server.ts'

let house: TestServer
beforeAll(async () => {
  house = await startServer()
})
afterAll(() => house?.close())

const ask = (url: string, headers: Record<string, string> = {}) => house.server.inject({ url, headers })

test.each(['/concord/participants', '/concord/participants.json', '/assets/style.css', '/concord/nowhere'])(
  '%s is the same text, sent smaller to whoever can read that',
  async (url) => {
    const plain = await ask(url)
    const smaller = await ask(url, { 'accept-encoding': 'br, gzip' })
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(smaller.headers['content-encoding']).toBe('gzip')
    expect(gunzipSync(smaller.rawPayload).toString()).toBe(plain.payload)
    expect(smaller.rawPayload.length).toBeLessThan(plain.rawPayload.length / 1.5)
    for (const answer of [plain, smaller]) expect(answer.headers.vary).toBe('accept-encoding')
    expect(smaller.statusCode).toBe(plain.statusCode)
    expect(smaller.headers['content-security-policy']).toBe(plain.headers['content-security-policy'])
  },
)

test.each(['identity', 'gzip;q=0', 'gzip; q=0.0', 'br'])('whoever says %s gets the plain text', async (accepted) => {
  const answer = await ask('/concord/participants', { 'accept-encoding': accepted })
  expect(answer.headers['content-encoding']).toBeUndefined()
  expect(answer.payload).toMatch(/^<!doctype html>/)
})

test('what is small goes as it is', async () => {
  const answer = await ask('/concord/nowhere.json', { 'accept-encoding': 'gzip' })
  expect(answer.headers['content-encoding']).toBeUndefined()
})
