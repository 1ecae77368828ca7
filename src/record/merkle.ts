/** The hash of some bytes. Given by whoever calls, so that the same code runs in a browser. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array

/**
 * The hash that stands for a whole register: equal if and only if every entry is, in the same order.
 *
 * @source RFC 9162, section 2.1.1: a leaf is hashed after a byte 0, a node after a byte 1, and a tree is split at the
 *   largest power of two smaller than its size
 */
export function treeHash(leaves: readonly string[], sha256: Sha256): Uint8Array {
  const tree = new GrowingTree(sha256)
  for (const leaf of leaves) tree.add(leaf)
  return tree.root()
}

/** The same for a register that grows: what is there already is not hashed again. */
export class GrowingTree {
  readonly #sha256: Sha256
  readonly #encoder = new TextEncoder()
  /** Complete subtrees from the left, merged whenever two have the same size. */
  readonly #complete: { readonly size: number; readonly hash: Uint8Array }[] = []
  #size = 0

  constructor(sha256: Sha256) {
    this.#sha256 = sha256
  }

  /** How many leaves it has. */
  get size(): number {
    return this.#size
  }

  add(leaf: string): void {
    const sha256 = this.#sha256
    const complete = this.#complete
    let subtree = { size: 1, hash: sha256(joined(0, this.#encoder.encode(leaf))) }
    for (let left = complete.at(-1); left?.size === subtree.size; left = complete.at(-1)) {
      complete.pop()
      subtree = { size: 2 * subtree.size, hash: sha256(joined(1, left.hash, subtree.hash)) }
    }
    complete.push(subtree)
    this.#size += 1
  }

  root(): Uint8Array {
    const last = this.#complete.at(-1)
    if (!last) return this.#sha256(new Uint8Array())
    const before = this.#complete.slice(0, -1)
    return before.reduceRight((right, left) => this.#sha256(joined(1, left.hash, right)), last.hash)
  }
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
