import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { rows as decided } from '../../test/support/procedure/decided.ts'
import { rows as decisions } from '../../test/support/procedure/decisions.ts'
import { rows as held } from '../../test/support/procedure/held.ts'
import { rows as inTheRoom } from '../../test/support/procedure/in-the-room.ts'
import { rows as meetings } from '../../test/support/procedure/meetings.ts'
import { rows as positions } from '../../test/support/procedure/positions.ts'
import { rows as proposals } from '../../test/support/procedure/proposals.ts'
import { type Row, resultOf } from '../../test/support/procedure/row.ts'
import { rows as silence } from '../../test/support/procedure/silence.ts'
import { rows as submitted } from '../../test/support/procedure/submitted.ts'
import { negotiation } from './acts/negotiation.ts'

const subjects: Readonly<Record<string, readonly Row[]>> = {
  proposals,
  positions,
  silence,
  meetings,
  decisions: [...decisions, ...decided],
  submitted,
  held,
  'in-the-room': inTheRoom,
}

const seen = new Set<string>()
const kindsInOrder = new Set<string>()

for (const [subject, rows] of Object.entries(subjects)) {
  describe(`the procedure: ${subject}`, () => {
    for (const row of rows) {
      test(`${row.says}: ${row.refused ?? 'in order'}`, () => {
        const { refused, before, after } = resultOf(row)
        expect(refused).toBe(row.refused)
        expect(after - before).toBe(refused ? 0 : 1)
      })
      if (row.refused) seen.add(`${subject}: ${row.refused}`)
      else if (typeof row.act !== 'function') kindsInOrder.add(String(row.act.kind))
    }
  })
}

describe('nothing is left out', () => {
  const folder = join(import.meta.dirname, 'procedure')
  for (const file of readdirSync(folder)) {
    const subject = file.replace(/\.ts$/, '')
    test(`${subject} has a row for every refusal that it can give`, () => {
      const text = readFileSync(join(folder, file), 'utf8')
      const codes = [...text.matchAll(/refuse\(\s*'([a-z-]+)'/g)].map(([, code]) => `${subject}: ${code}`)
      expect(codes.length).toBeGreaterThan(0)
      expect(codes.filter((code) => !seen.has(code))).toEqual([])
    })
  }
  test('every kind of act has a row in which it is in order', () => {
    const kinds = [...Object.keys(negotiation), 'position-taken', 'decision-recorded']
    expect(kinds.filter((kind) => !kindsInOrder.has(kind))).toEqual([])
  })
})
