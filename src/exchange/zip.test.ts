import { crc32, inflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { zip } from './zip.ts'

/** Reads an archive by its directory, as programs do, and holds the local headers to it. */
function unzipped(bytes: Buffer): { path: string; text: string }[] {
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  const files = []
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    expect(bytes.toString('latin1', at, at + 4)).toBe('PK\x01\x02')
    const [packed, plain, nameLength] = [
      bytes.readUInt32LE(at + 20),
      bytes.readUInt32LE(at + 24),
      bytes.readUInt16LE(at + 28),
    ]
    const local = bytes.readUInt32LE(at + 42)
    const path = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    expect(bytes.toString('latin1', local, local + 4)).toBe('PK\x03\x04')
    expect(bytes.subarray(local + 4, local + 30)).toEqual(bytes.subarray(at + 6, at + 32))
    const body = bytes.subarray(local + 30 + nameLength, local + 30 + nameLength + packed)
    const text = inflateRawSync(body)
    expect([text.length, crc32(text)]).toEqual([plain, bytes.readUInt32LE(at + 16)])
    files.push({ path, text: text.toString() })
    at += 46 + nameLength
  }
  expect(at).toBe(end)
  expect(bytes.readUInt32LE(end + 12)).toBe(end - bytes.readUInt32LE(end + 16))
  return files
}

describe('an archive', () => {
  const files = [
    { path: 'README.md', text: 'Concord' },
    { path: 'data/names.csv', text: 'name\r\nУтопия\r\n乌托邦\r\n' },
    { path: 'empty', text: '' },
    { path: 'long', text: 'a'.repeat(200_000) },
  ]
  test('gives back what was put in', async () => {
    expect(unzipped(await zip(files))).toEqual(files)
  })
  test('is the same whenever it is made', async () => {
    expect(await zip(files)).toEqual(await zip(files))
  })
  test('may be empty', async () => {
    expect(unzipped(await zip([]))).toEqual([])
  })
})
