import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { GrowingTree, treeHash } from './merkle.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
const hex = (leaves: readonly string[]) => Buffer.from(treeHash(leaves, sha256)).toString('hex')

/** RFC 9162, section 2.1.1, word for word: split at the largest power of two smaller than the size. */
function asDefined(leaves: readonly string[]): Buffer {
  const [only] = leaves
  if (only === undefined) return sha256(new Uint8Array())
  if (leaves.length === 1) return sha256(Buffer.concat([Buffer.from([0]), Buffer.from(only)]))
  let split = 1
  while (2 * split < leaves.length) split *= 2
  return sha256(Buffer.concat([Buffer.from([1]), asDefined(leaves.slice(0, split)), asDefined(leaves.slice(split))]))
}

describe('the hash of a register is the Merkle tree hash of its entries', () => {
  test('of nothing, and of one empty entry: the values everyone knows', () => {
    expect(hex([])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    expect(hex([''])).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d')
  })
  test('in one pass it is what the definition gives', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 70 }), (leaves) => {
        expect(hex(leaves)).toBe(asDefined(leaves).toString('hex'))
      }),
    )
  })
  test('a tree that grows and is asked in between gives at every size what the definition gives', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 40 }), (leaves) => {
        const tree = new GrowingTree(sha256)
        for (const [index, leaf] of leaves.entries()) {
          tree.add(leaf)
          expect(tree.size).toBe(index + 1)
          expect(Buffer.from(tree.root()).toString('hex')).toBe(asDefined(leaves.slice(0, index + 1)).toString('hex'))
        }
      }),
    )
  })
  test('one character changed, two entries exchanged, or one left out: another hash', () => {
    const leaves = ['Arcadia', 'Erewhon', 'Laputa', 'Lilliput', 'Utopia']
    const others = [
      ['Arcadia', 'Erewhon', 'Laputa', 'Lilliput', 'utopia'],
      ['Erewhon', 'Arcadia', 'Laputa', 'Lilliput', 'Utopia'],
      leaves.slice(1),
    ]
    expect(new Set([leaves, ...others].map(hex)).size).toBe(4)
  })
})
