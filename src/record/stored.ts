import { isRefusal, type Refusal } from '../rules/index.ts'
import { type Act, type ActKind, actKinds, type SourceReference } from './acts.ts'
import { decodeEntry, type Entry, type Ruling } from './entry.ts'

/**
 * Reads entries back from a register of our own, whose bytes have just been found to be those that were entered. An act
 * was checked in full when it was entered; here only what tells that this program can read it: its kind and version.
 * Anything else than the usual goes the long way, and is refused there if it must be.
 *
 * What thousands of entries say alike (the page of a source, "entered as history", a time) is kept once, and frozen
 * since it is shared: of a million entries it is two thirds of the memory.
 */
export class StoredEntries {
  readonly #kinds = new Map<string, ActKind>(actKinds.map((kind) => [kind, kind]))
  readonly #sources = new Map<string, Act['sources']>()
  #last: Entry | undefined

  /** @refuses 'unreadable-entry' bytes that are not an entry that this program knows */
  read(stored: string): Entry | Refusal {
    const { act, position, id, organisation, recordedAt, ruling, constitution, seat } = JSON.parse(stored) as Entry
    const kind = this.#kinds.get(act?.kind)
    if (kind === undefined || act.version !== 1 || act.id !== id) return this.#longWay(stored)
    act.kind = kind
    act.sources = this.#shared(act.sources)
    if (act.doubt.length === 0) act.doubt = nothing
    const last = this.#last
    const entry: Entry = {
      position,
      id: act.id, // the same text as `id`, kept once
      organisation: last?.organisation === organisation ? last.organisation : organisation,
      recordedAt: last?.recordedAt === recordedAt ? last.recordedAt : recordedAt,
      act,
      ruling: ruling.finding === 'entered-as-history' ? asHistory : ruling,
      constitution,
      ...(seat === undefined ? {} : { seat }),
    }
    this.#last = entry
    return entry
  }

  #longWay(stored: string): Entry | Refusal {
    const entry = decodeEntry(stored)
    if (!isRefusal(entry)) this.#last = entry
    return entry
  }

  #shared(sources: Act['sources']): Act['sources'] {
    const [reference] = sources
    if (reference === undefined) return nothing
    if (sources.length > 1) return sources
    const key = keyOf(reference)
    const known = this.#sources.get(key)
    if (known) return known
    Object.freeze(reference)
    Object.freeze(sources)
    this.#sources.set(key, sources)
    return sources
  }
}

const nothing: never[] = Object.freeze([]) as unknown as never[]
const asHistory: Ruling = Object.freeze({ finding: 'entered-as-history' })

function keyOf({ source, locator, evidence, covers }: SourceReference): string {
  return `${source}\n${evidence ?? ''}\n${covers ?? ''}\n${locator ?? ''}`
}
