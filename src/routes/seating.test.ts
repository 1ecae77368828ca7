import type { FastifyRequest } from 'fastify'
import { expect, test } from 'vitest'
import { browserOf } from './seating.ts'

test.each([
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox, Linux'],
  ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0', 'Edge, Windows'],
  ['Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36', 'Chrome, Android'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Safari/604.1', 'Safari, iOS'],
  ['curl/8.0', 'A browser'],
  [undefined, 'A browser'],
])('%s is called %s', (agent, says) => {
  expect(browserOf({ headers: { 'user-agent': agent } } as FastifyRequest)).toBe(says)
})
