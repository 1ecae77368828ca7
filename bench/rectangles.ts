import type pg from 'pg'
import { compare, type Dated, type Entry, endOfTime, type Fold } from '../src/record/index.ts'
import { Liveness } from '../src/record/liveness.ts'
import type { Day } from '../src/rules/index.ts'
import type { Answers } from './questions.ts'

/**
 * The same record as a user of PostgreSQL would keep it: a row for each value with the days on which it held and the
 * register positions at which that was known, as ranges, and a GiST index over both. No two rows of one thing overlap.
 */
export const definition = `
  create extension if not exists btree_gist;
  create table status_held (entity int, status text, since date, valid daterange, known int8range);
  create table decision (entity int, title text, taken date, place int, valid daterange, known int8range);
  create table stance (entity int, participant text, stance text, valid daterange, known int8range);`

export const indexes = `
  create index on status_held using gist (entity, valid, known);
  create index on decision using gist (entity, valid, known);
  create index on decision using gist (valid, known);
  create index on decision (place desc);
  create index on stance using gist (entity, valid, known);
  vacuum analyze`

/** A row: what it is about, its values, the days from and to (null: for ever), the positions from and to. */
type Rectangle = readonly [entity: number, values: readonly (string | number)[], valid: string, known: string]

export async function fill(client: pg.Pool, fold: Fold): Promise<Record<string, number>> {
  const entries = fold.entries()
  const counts: Record<string, number> = {}
  const insert = async (table: string, types: readonly string[], rectangles: readonly Rectangle[]) => {
    counts[table] = rectangles.length
    const all = ['int', ...types, 'daterange', 'int8range']
    const columns = all.map((type, index) => `$${index + 1}::${type}[]`).join(', ')
    for (let first = 0; first < rectangles.length; first += 20_000) {
      const page = rectangles.slice(first, first + 20_000)
      const rows = page.map(([entity, values, valid, known]) => [entity, ...values, valid, known])
      const lists = all.map((_, column) => rows.map((row) => row[column]))
      await client.query(`insert into ${table} select * from unnest(${columns})`, lists)
    }
  }
  const known = knownIntervals(entries)
  const decisions = entries.filter((e) => e.act.kind === 'decision-recorded') as Dated<'decision-recorded'>[]
  const places = new Map([...decisions].sort((a, b) => fold.order(a, b)).map((entry, index) => [entry.id, index]))
  await insert(
    'decision',
    ['text', 'date', 'int'],
    rectangles(fold, decisions, known, ({ act }) => act.decision).map(({ entry, valid, known }) => {
      const { act } = entry as Dated<'decision-recorded'>
      return [numberOf(act.decision), [act.title, act.on, places.get(entry.id) as number], valid, known]
    }),
  )
  const stances = entries.filter((e) => e.act.kind === 'position-taken') as Dated<'position-taken'>[]
  await insert(
    'stance',
    ['text', 'text'],
    rectangles(fold, stances, known, ({ act }) => `${act.decision} ${act.participant}`).map(
      ({ entry, valid, known }) => {
        const { act } = entry as Dated<'position-taken'>
        return [numberOf(act.decision), [act.participant, act.position], valid, known]
      },
    ),
  )
  await insert('status_held', ['text', 'date'], statusRectangles(fold))
  return counts
}

export function answersFromSql(
  client: pg.Pool,
  day: Day,
  position: number,
): { [N in keyof Answers]: () => Promise<Answers[N]> } {
  const clocks = [day, position]
  return {
    statuses: async () => {
      const sql = `select entity, status, since::text from status_held where valid @> $1::date and known @> $2::int8`
      const rows = (await client.query(sql, clocks)).rows
      const counts: Record<string, number> = {}
      for (const { status } of rows) counts[status] = (counts[status] ?? 0) + 1
      return { held: rows.map((row) => `${participantOf(row.entity)} ${row.status} ${row.since}`).sort(), counts }
    },
    latest: async () => {
      const sql = `select entity, title from decision where valid @> $1::date and known @> $2::int8
        order by place desc limit 20`
      const found = (await client.query(sql, clocks)).rows
      const taken = `select entity, participant, stance from stance
        where entity = any($3) and valid @> $1::date and known @> $2::int8`
      const stances = (await client.query(taken, [...clocks, found.map((row) => row.entity)])).rows
      const by = Map.groupBy(stances, (row) => row.entity)
      return found.map((row) => ({
        decision: `d-${row.entity}`,
        title: row.title,
        positions: (by.get(row.entity) ?? []).map((one) => `${one.participant} ${one.stance}`).sort(),
      }))
    },
    totals: async () => {
      const sql = `select extract(year from taken)::int as year, count(*)::int as count from decision
        where valid @> $1::date and known @> $2::int8 group by 1 order by 1`
      return Object.fromEntries((await client.query(sql, clocks)).rows.map((row) => [row.year, row.count]))
    },
  }
}

type Interval = readonly [from: number, to: number]
const forEver = Number.MAX_SAFE_INTEGER

/** For each entry by its id, the positions `[from, to)` at which it counts. */
function knownIntervals(entries: readonly Entry[]): Map<string, Interval[]> {
  const liveness = new Liveness()
  const intervals = new Map<string, Interval[]>()
  const idAt = (position: number) => (entries[position - 1] as Entry).id
  const begin = (id: string, at: number) => intervals.set(id, [...(intervals.get(id) ?? []), [at, forEver]])
  const end = (id: string, at: number) =>
    intervals.set(
      id,
      (intervals.get(id) ?? []).map(([from, to]) => [from, to === forEver ? at : to] as const),
    )
  for (const entry of entries) {
    const { added, removed } = liveness.append(entry) ?? { added: [entry.position], removed: [] }
    for (const position of added) begin(idAt(position), entry.position)
    for (const position of removed) end(idAt(position), entry.position)
  }
  return intervals
}

/** Of several acts about one thing each holds from its day until the next one's, as far as known. */
function rectangles<E extends Entry>(
  fold: Fold,
  entries: readonly E[],
  intervals: ReadonlyMap<string, readonly Interval[]>,
  thingOf: (entry: E) => string,
) {
  const found: { entry: E; valid: string; known: string }[] = []
  const inOrder = (a: E, b: E) => {
    const [left, right] = [fold.placed(a.id), fold.placed(b.id)]
    return left && right ? compare(left, right) : 0
  }
  for (const acts of Map.groupBy(entries, thingOf).values()) {
    const all = acts.length > 1 ? [...acts].sort(inOrder) : acts
    const at = (entry: E) => intervals.get(entry.id) ?? []
    const changes = [...new Set(all.flatMap((entry) => at(entry).flat()))].sort((a, b) => a - b)
    for (const [index, from] of changes.slice(0, -1).entries()) {
      const counting = all.filter((entry) => at(entry).some(([begins, ends]) => begins <= from && from < ends))
      for (const [place, entry] of counting.entries()) {
        const next = counting[place + 1]
        if (next?.act.on === entry.act.on) continue
        found.push({
          entry,
          valid: range(entry.act.on as string, next?.act.on),
          known: range(from, changes[index + 1] as number),
        })
      }
    }
  }
  return found
}

function statusRectangles(fold: Fold): Rectangle[] {
  const found: Rectangle[] = []
  for (const { id } of fold.at(endOfTime).participants()) {
    const heldAt = (position: number) => fold.at(endOfTime, position).participantThroughout(id).holdings
    const touching = new Set<number>()
    // Whatever may change what a participant holds: its own acts, and what takes them out.
    const own = fold
      .entries()
      .filter(({ act }) => 'participant' in act && act.participant === id && act.kind !== 'position-taken')
    const follow = (entry: Entry) => {
      touching.add(entry.position)
      for (const other of fold.against(entry.id)) follow(other)
    }
    own.forEach(follow)
    const changes = [...touching].sort((a, b) => a - b)
    for (const [index, from] of changes.entries()) {
      for (const holding of heldAt(from)) {
        if (holding.from === holding.to) continue
        found.push([
          Number(id.slice(1)),
          [holding.status, holding.from],
          range(holding.from, holding.to),
          range(from, changes[index + 1] ?? forEver),
        ])
      }
    }
  }
  return found
}

function range(from: string | number, to: string | number | undefined): string {
  return `[${from},${to === undefined || to === forEver ? '' : to})`
}

function numberOf(decision: string): number {
  return Number(decision.slice(2))
}

function participantOf(entity: number): string {
  return `M${String(entity).padStart(3, '0')}`
}
