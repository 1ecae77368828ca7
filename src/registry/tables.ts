import type pg from 'pg'
import type { Database } from './database.ts'

/**
 * Makes tables where they are missing, all in one transaction. Several processes may do so at once.
 * @param last one that is there only when all are
 * @param definition statements that may be run again
 */
export async function makeTables({ pool }: Database, last: string, definition: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const exists = await pool.query('select to_regclass($1) is not null as there', [last])
    if (exists.rows[0]?.there) return
    try {
      await pool.query(definition)
    } catch (error) {
      if (!isMeeting(error) || tries === 10) throw error
    }
  }
}

/** Of several processes making the same table all but one are told so, in one of these ways; the table is there. */
export function isMeeting(error: unknown): boolean {
  const met = ['23505', '40001', '40P01', '42710', '42P07', 'XX000']
  return met.includes((error as pg.DatabaseError).code ?? '')
}
