import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Fold } from '../record/index.ts'
import type { Database } from './database.ts'

/**
 * What was last loaded from a folder, beside the register. It only spares a reading: without it, or when anything in it
 * does not fit, the folder is read and compared as ever.
 */
const definition = `
  create table if not exists folder_loaded (
    organisation text primary key,
    digest text not null,
    head bigint not null
  )`

/** A digest of every file of a folder and of the code that reads it; `undefined` where the folder cannot be read. */
export function digestOf(path: string): string | undefined {
  try {
    const hash = createHash('sha256')
    const acts = join(import.meta.dirname, '..', 'record', 'acts')
    for (const folder of [path, import.meta.dirname, acts]) {
      const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile())
      const paths = files.map((file) => join(file.parentPath, file.name)).sort()
      for (const file of paths) hash.update(JSON.stringify(file.slice(folder.length))).update(readFileSync(file))
    }
    return hash.digest('hex')
  } catch {
    return undefined
  }
}

/** Whether the register agrees with the folder already: nothing in it has changed, and no history was entered since. */
export async function isLoaded({ pool }: Database, record: Fold, digest: string): Promise<boolean> {
  try {
    // Asked first: a question about a table that is not there would cost the embedded database its connection.
    const found = await pool.query(`select to_regclass('folder_loaded') is not null as there`)
    if (!found.rows[0]?.there) return false
    const { rows } = await pool.query('select digest, head from folder_loaded where organisation = $1', [
      record.organisation,
    ])
    const [row] = rows
    if (row?.digest !== digest || Number(row.head) > record.position) return false
    return record.entries(record.position, Number(row.head)).every(({ act }) => !act.history)
  } catch {
    // Whatever the trouble is, it shows where the register itself is read.
    return false
  }
}

/** Notes that the register agrees with the folder, in one commit. Losing the note loses nothing. */
export async function noteLoaded({ pool }: Database, record: Fold, digest: string): Promise<void> {
  const client = await pool.connect().catch(() => undefined)
  if (!client) return
  let broken: Error | undefined
  try {
    await client.query('begin')
    await client.query(definition)
    await client.query(
      `insert into folder_loaded (organisation, digest, head) values ($1, $2, $3)
       on conflict (organisation) do update set digest = excluded.digest, head = excluded.head`,
      [record.organisation, digest, record.position],
    )
    await client.query('commit')
  } catch {
    // Two processes making the table at once, a full disk: the next start reads the folder again.
    await client.query('rollback').catch((lost: Error) => {
      broken = lost
    })
  } finally {
    client.release(broken)
  }
}
