/** The hash of some bytes. Given by whoever calls, so that the same code runs in a browser. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array

/**
 * The hash that stands for a whole register: equal if and only if every entry is, in the same order.
 *
 * @source RFC 9162, section 2.1.1: a leaf is hashed after a byte 0, a node after a byte 1, and a tree is split at the
 *   largest power of two smaller than its size
 */
export function treeHash(leaves: readonly string[], sha256: Sha256): Uint8Array {
  const encoder = new TextEncoder()
  // One pass from the left: a stack of complete subtrees, merged whenever two have the same size.
  const complete: { size: number; hash: Uint8Array }[] = []
  for (const leaf of leaves) {
    let subtree = { size: 1, hash: sha256(joined(0, encoder.encode(leaf))) }
    for (let left = complete.at(-1); left?.size === subtree.size; left = complete.at(-1)) {
      complete.pop()
      subtree = { size: 2 * subtree.size, hash: sha256(joined(1, left.hash, subtree.hash)) }
    }
    complete.push(subtree)
  }
  const last = complete.pop()
  if (!last) return sha256(new Uint8Array())
  return complete.reduceRight((right, left) => sha256(joined(1, left.hash, right)), last.hash)
}

function joined(prefix: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(1 + parts.reduce((length, part) => length + part.length, 0))
  bytes[0] = prefix
  let at = 1
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
