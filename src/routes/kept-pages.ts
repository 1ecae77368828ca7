/** In characters, two bytes each: 32 MB. */
const roomForAll = 16_000_000
/** A page larger than this is made each time. */
const largest = 500_000

/**
 * Pages as they were last sent. A page is a function of its address and of the register up to its head, so while the
 * head stays it may be sent again; once what is shown depends on who asks, that belongs into the key as well.
 */
export class KeptPages {
  readonly #texts = new Map<string, string>()
  #size = 0

  get(key: string): string | undefined {
    const text = this.#texts.get(key)
    if (text === undefined) return undefined
    // Put back last, so that what goes first is what was asked for longest ago.
    this.#texts.delete(key)
    this.#texts.set(key, text)
    return text
  }

  set(key: string, text: string): void {
    if (text.length > largest) return
    this.#size += text.length - (this.#texts.get(key)?.length ?? 0)
    this.#texts.delete(key)
    this.#texts.set(key, text)
    for (const [oldest, its] of this.#texts) {
      if (this.#size <= roomForAll) return
      this.#texts.delete(oldest)
      this.#size -= its.length
    }
  }
}
