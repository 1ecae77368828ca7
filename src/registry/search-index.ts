import type pg from 'pg'
import { askedWords, endOfTime, type Fold, searchTextOf, writtenWords } from '../record/index.ts'
import { type Refusal, refuse } from '../rules/index.ts'
import type { Database } from './database.ts'
import type { Registry } from './registry.ts'

/**
 * Full text of every act, beside the register. It holds nothing of its own: whatever stands here was made from the
 * register, and is made again when it is missing, behind, or of an older version. Losing it loses nothing.
 */
const definition = `
  create table if not exists search_text (
    organisation text not null,
    position bigint not null,
    kind text not null,
    says text not null,
    words tsvector not null,
    primary key (organisation, position)
  );
  create index if not exists search_text_words on search_text using gin (words);
  create table if not exists search_made (
    organisation text primary key,
    position bigint not null,
    version integer not null
  );
`
/** To be raised when what is searched of an act, or how it is cut into words, changes: everything is then made again. */
const version = 2
const rowsAtOnce = 300
const mostMilliseconds = 2_000
/** While so few things with all words were found, those with some of them are shown as well. */
const few = 5

/** Marks the words found in an excerpt; characters of no meaning, taken out of every text. */
export const [markBegins, markEnds] = ['\uE000', '\uE001'] as const
/** The database would take what stands after this sign for a tag and leave it out. */
const lessThan = '\uE002'

export interface TextHit {
  readonly position: number
  /** A piece of what the act says, with the words found between `markBegins` and `markEnds`. */
  readonly excerpt: string
}

export interface TextHits {
  readonly hits: readonly TextHit[]
  readonly all: number
  /** Whether every word was found in each, or only some. */
  readonly words: 'all' | 'some' | 'none-to-search'
}

export interface Search {
  readonly asked: string
  /** As known at this position. */
  readonly position: number
  readonly most: number
  /** The positions of acts that are not to be found. */
  readonly without: readonly number[]
  /** How many things with all words were found already, elsewhere. */
  readonly already: number
}

/** Full-text search over the registers of a database. */
export class SearchIndex {
  readonly #registry: Pick<Registry, 'database' | 'record'>
  readonly #underway = new Map<string, Promise<void>>()

  constructor(registry: Pick<Registry, 'database' | 'record'>) {
    this.#registry = registry
  }

  /** Brings the index up to the register; however many ask, it is done once at a time. */
  catchUp(organisation: string): Promise<void> {
    const underway = this.#underway.get(organisation)
    if (underway) return underway
    const work = catchUp(this.#registry.database, this.#registry.record(organisation)).finally(() =>
      this.#underway.delete(organisation),
    )
    this.#underway.set(organisation, work)
    return work
  }

  /** @refuses 'search-too-slow' a search that would keep others waiting */
  async search(organisation: string, search: Search): Promise<TextHits | Refusal> {
    const { words, han } = askedWords(search.asked)
    if (words === '' && han === '') return { hits: [], all: 0, words: 'none-to-search' }
    await this.catchUp(organisation)
    const client = await this.#registry.database.pool.connect()
    let broken: Error | undefined
    try {
      await client.query('begin read only')
      await client.query(`select set_config('statement_timeout', $1, true)`, [String(mostMilliseconds)])
      const values = [organisation, words, han, search.position, search.without, search.most]
      const every = await client.query(found('&'), values)
      const enough = search.already + total(every.rows) >= few || every.rows[0]?.nodes < 2
      const rows = enough ? every.rows : (await client.query(found('|'), values)).rows
      await client.query('commit')
      return { ...hitsOf(rows), words: rows[0]?.nodes === 0 ? 'none-to-search' : enough ? 'all' : 'some' }
    } catch (error) {
      await client.query('rollback').catch((lost: Error) => {
        broken = lost
      })
      if ((error as pg.DatabaseError).code !== '57014') throw error
      return refuse('search-too-slow', 'This search takes too long.', { remedy: 'Search for fewer words.' })
    } finally {
      client.release(broken)
    }
  }
}

/**
 * One row at least, so that it is known how many words there were to search for. With `|` the joins between the words
 * are turned from "and" to "or"; words hold letters and digits only, so nothing else is turned.
 */
function found(join: '&' | '|'): string {
  return `
    with asked as (
      select replace((plainto_tsquery('russian', $2) && plainto_tsquery('simple', $3))::text, '&', '${join}')::tsquery as query
    ), hits as (
      select position, says, query, ts_rank(words, query) * case when kind = any('{source-described,coverage-stated}') then 0.1 else 1 end as rank, count(*) over () as total
      from search_text, asked
      where organisation = $1 and position <= $4 and position <> all($5::bigint[]) and words @@ query
      order by rank desc, position
      limit $6
    )
    select numnode(asked.query) as nodes, position, total,
      ts_headline('russian', translate(says, '<', '${lessThan}'), hits.query, 'StartSel=${markBegins}, StopSel=${markEnds}, MaxWords=34, MinWords=18') as excerpt
    from asked left join hits on true
    order by rank desc, position`
}

function total(rows: readonly { total: string | null }[]): number {
  return Number(rows[0]?.total ?? 0)
}

function hitsOf(rows: readonly { position: string | null; total: string | null; excerpt: string }[]) {
  const hits = rows.flatMap(({ position, excerpt }) =>
    position === null ? [] : [{ position: Number(position), excerpt: excerpt.replaceAll(lessThan, '<') }],
  )
  return { hits, all: total(rows) }
}

async function catchUp(database: Database, record: Fold): Promise<void> {
  const { pool } = database
  await prepare(database)
  const { organisation } = record
  const made = (await pool.query('select position, version from search_made where organisation = $1', [organisation]))
    .rows[0]
  let from = made?.version === version ? Number(made.position) : 0
  if (from === record.position) return
  // Of another register, or of an older version: each row is written over, and none is missing meanwhile, since
  // another process may be searching. Only what has no place in it goes.
  if (from > record.position) from = 0
  if (from === 0) {
    const sealed = record.entries().flatMap(({ position, act }) => (act.kind === 'sealed' ? [position] : []))
    await pool.query(
      'delete from search_text where organisation = $1 and (position > $2 or position = any($3::bigint[]))',
      [organisation, record.position, sealed],
    )
  }
  const names = namesIn(record)
  while (from < record.position) {
    const entries = record.entries().slice(from, from + rowsAtOnce)
    const open = entries.filter(({ act }) => act.kind !== 'sealed')
    const rows = open.map(({ position, act }) => {
      const text = searchTextOf(act, names)
      const [title, says, other] = [text.title, text.says, text.names].map(writtenWords)
      return {
        position,
        kind: act.kind,
        says: [text.title, text.says]
          .filter(Boolean)
          .join(' ')
          .replace(/[\0\uE000-\uE002]/g, ' ')
          .toWellFormed(),
        title: title?.words ?? '',
        words: says?.words ?? '',
        names: other?.words ?? '',
        han: [title?.han, says?.han, other?.han].filter(Boolean).join(' '),
      }
    })
    const column = (name: keyof (typeof rows)[number]) => rows.map((row) => row[name])
    await pool.query(insertion, [
      organisation,
      column('position'),
      column('kind'),
      column('says'),
      column('title'),
      column('words'),
      column('names'),
      column('han'),
    ])
    from += entries.length
    await pool.query(progress, [organisation, from, version])
  }
}

const insertion = `
  insert into search_text (organisation, position, kind, says, words)
  select $1, position, kind, says,
    setweight(to_tsvector('russian', title), 'A') || setweight(to_tsvector('russian', words), 'B') ||
    setweight(to_tsvector('simple', han), 'B') || setweight(to_tsvector('russian', names), 'D')
  from unnest($2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
    as new(position, kind, says, title, words, names, han)
  on conflict (organisation, position) do update
    set kind = excluded.kind, says = excluded.says, words = excluded.words`

/** Several processes may be at it: the furthest counts. */
const progress = `
  insert into search_made (organisation, position, version) values ($1, $2, $3)
  on conflict (organisation) do update set version = excluded.version,
    position = case when search_made.version = excluded.version
      then greatest(search_made.position, excluded.position) else excluded.position end`

/** Every name of a participant, in every language, for the search; as of now, since old pages are searched too. */
function namesIn(record: Fold): (participant: string) => readonly string[] {
  const now = record.at(endOfTime)
  const all = new Map(
    now
      .participants()
      .map(({ id, names, description }) => [
        id,
        [...new Set([...Object.values(names ?? {}), ...Object.values(description?.names ?? {})])].filter(
          (name) => name !== undefined,
        ),
      ]),
  )
  return (participant) => all.get(participant) ?? []
}

/** Makes the tables where they are missing. Of several processes doing so at once all but one may be told that they are there. */
async function prepare({ pool }: Database): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const exists = await pool.query(`select to_regclass('search_made') is not null as there`)
    if (exists.rows[0]?.there) return
    try {
      await pool.query(definition)
    } catch (error) {
      const met = ['23505', '40001', '40P01', '42P07', 'XX000'].includes((error as pg.DatabaseError).code ?? '')
      if (!met || tries === 10) throw error
    }
  }
}
