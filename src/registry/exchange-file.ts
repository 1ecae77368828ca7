import { createReadStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { bodyOf, canonical, decodeEntries, type Entry, encodeEntry, opened } from '../record/index.ts'
import { isRefusal, type Refusal, refuse } from '../rules/index.ts'
import { hashOf } from './register.ts'
import type { Records, Registry } from './registry.ts'

/**
 * Writes a register as one file, an entry a line in its canonical bytes. Whole or not at all.
 *
 * @param withClosed also what is under seal, each on a line after its entry: a backup, and not for publication
 * @refuses 'sealed-elsewhere' a mirror, which does not have what is under seal
 */
export async function exportRegister(
  records: Records,
  organisation: string,
  out: string,
  withClosed = false,
): Promise<number | Refusal> {
  const entries = records.record(organisation).allEntries()
  if (withClosed && entries.some(({ act }) => act.kind === 'sealed')) {
    return refuse('sealed-elsewhere', 'What is under seal is not kept here, or is being served by another process.', {
      remedy: 'Stop `chancery serve` on this data folder, or export where the register was made.',
    })
  }
  const beside = `${out}.part`
  const file = await open(beside, 'w')
  try {
    for (const entry of entries) {
      await file.write(`${encodeEntry(entry)}\n`)
      if (withClosed && entry.sealed) {
        const body = bodyOf(entry, entry.sealed.salt)
        await file.write(`${canonical({ body, opens: entry.position })}\n`)
      }
    }
    await file.sync()
    await file.close()
    await rename(beside, out)
  } catch (error) {
    await file.close().catch(() => {})
    await rm(beside, { force: true })
    throw error
  }
  return entries.length
}

/**
 * Takes in an exported register, byte for byte, with what is under seal where the file has it. What the register has
 * already must be the beginning of the file.
 *
 * @refuses 'not-a-register' a line that is no entry, a gap, entries of several organisations, bytes that are not canonical
 * @refuses 'unreadable-entry' what is under seal is not what was hashed
 * @refuses 'sealed-elsewhere' a part of what is under seal: all of it is here or none
 * @refuses 'other-register' a register that says something else from some position on
 */
export async function importRegister(
  registry: Registry,
  path: string,
): Promise<{ organisation: string; added: number } | Refusal> {
  const { lines, bodies } = apart(await readLines(path))
  const entries = decodeEntries(lines)
  if (isRefusal(entries)) return entries
  const first = entries[0]
  if (!first) return refuse('not-a-register', `${path} is empty.`)
  const ids = new Set<string>()
  const wrong = entries.findIndex((entry, index) => {
    if (ids.has(entry.id) || faulty(entry, lines[index], entries[index - 1], first.organisation)) return true
    ids.add(entry.id)
    return false
  })
  if (wrong !== -1) {
    return refuse('not-a-register', `${path} is not a register: line ${wrong + 1} does not follow the one before it.`, {
      remedy: 'Nothing was taken in. Export it again; do not edit an exported register.',
    })
  }
  for (;;) {
    const damaged = await registry.catchUp(first.organisation)
    if (damaged) return damaged
    const here = registry.record(first.organisation).allEntries()
    const differs = here.findIndex((entry, index) => encodeEntry(entry) !== lines[index])
    if (differs !== -1) {
      return refuse(
        'other-register',
        `The register of "${first.organisation}" here differs from ${path} from position ${differs + 1} on.`,
        {
          remedy: 'Nothing was taken in. Import it into another data folder (CHANCERY_DATA).',
        },
      )
    }
    const record = registry.record(first.organisation)
    // A copy without what is under seal stays one, whatever the file has.
    const added = openedAll(entries.slice(here.length), record.hasSealed ? new Map() : bodies)
    if (isRefusal(added)) return added
    const isClosed = ({ act, sealed }: Entry) => act.kind === 'sealed' || sealed !== undefined
    const missing = [...here, ...added].filter((entry) => isClosed(entry) && !entry.sealed)
    if (missing.length > 0 && [...here, ...added].some(({ sealed }) => sealed)) {
      return refuse('sealed-elsewhere', `What is under seal at position ${missing[0]?.position} is not in ${path}.`, {
        remedy: 'Nothing was taken in. Export it again with what is under seal, or import it into another data folder.',
      })
    }
    if (await registry.appendVerbatim(first.organisation, added)) {
      return { organisation: first.organisation, added: entries.length - here.length }
    }
  }
}

/** The lines of entries, and of what is under seal by the position that each opens. */
function apart(all: readonly string[]): { readonly lines: string[]; readonly bodies: ReadonlyMap<number, string> } {
  const bodies = new Map<number, string>()
  const lines = all.filter((line) => {
    if (!line.startsWith('{"body":')) return true
    try {
      const { body, opens } = JSON.parse(line)
      if (typeof body !== 'string' || typeof opens !== 'number') return true
      bodies.set(opens, body)
      return false
    } catch {
      return true
    }
  })
  return { lines, bodies }
}

function openedAll(entries: readonly Entry[], bodies: ReadonlyMap<number, string>): Entry[] | Refusal {
  const whole: Entry[] = []
  for (const entry of entries) {
    const body = bodies.get(entry.position)
    const read = body === undefined ? entry : opened(entry, body, hashOf)
    if (isRefusal(read)) return read
    whole.push(read)
  }
  return whole
}

function faulty(entry: Entry, line: string | undefined, before: Entry | undefined, organisation: string): boolean {
  const follows = entry.position === (before?.position ?? 0) + 1 && entry.recordedAt >= (before?.recordedAt ?? '')
  return !follows || entry.organisation !== organisation || entry.id !== entry.act.id || encodeEntry(entry) !== line
}

/** A line ends at a line feed and nowhere else; `readline` ends it at U+2028 too, which may stand in an entry. */
async function readLines(path: string): Promise<string[]> {
  const lines: string[] = []
  let begun = ''
  for await (const chunk of createReadStream(path, 'utf8')) {
    const parts = (begun + chunk).split('\n')
    begun = parts.pop() ?? ''
    lines.push(...parts)
  }
  return [...lines, begun].filter((line) => line !== '')
}
