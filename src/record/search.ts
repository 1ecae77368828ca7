import type { Names } from './acts.ts'
import type { Organisation } from './organisation.ts'
import { endOfTime } from './place.ts'

export type HitKind =
  | 'participant'
  | 'body'
  | 'meeting'
  | 'decision'
  | 'instrument'
  | 'exercise'
  | 'programme'
  | 'dispute'
  | 'text'
  | 'relation'
  | 'statement'
  | 'definition'
  | 'neighbour'
  | 'source'

/** Something found: what it is, where it is, what it is called and, if it is dated, when. */
export interface Hit {
  readonly kind: HitKind
  readonly id: string
  /** The act, of things that have no page of their own but a place on one. */
  readonly act?: string
  readonly title: string
  readonly on?: string | undefined
}

interface Candidate extends Hit {
  /** What it answers to, in every language known. */
  readonly names: readonly string[]
  /** The act that describes it. */
  readonly of: string | undefined
  readonly beside?: readonly (string | undefined)[]
}

/**
 * Everything whose name or title holds all the words asked for, in English, Russian or Chinese; names that begin with
 * what was asked come first. Capitals, accents and ё count as their plain letters.
 *
 * @param most how many at most; `all` says how many there are, `acts` which acts describe them
 */
export function search(
  organisation: Organisation,
  asked: string,
  most: number,
): { readonly hits: readonly Hit[]; readonly all: number; readonly acts: readonly string[] } {
  const words = plain(asked)
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0) return { hits: [], all: 0, acts: [] }
  const whole = words.join(' ')
  const found = candidates(organisation.onDay(endOfTime)).flatMap((candidate) => {
    const names = candidate.names.map(plain)
    const text = [...names, ...(candidate.beside ?? []).map((one) => plain(one ?? ''))].join(' ')
    if (!words.every((word) => text.includes(word))) return []
    const rank = names.includes(whole)
      ? 0
      : names.some((name) => name.startsWith(whole))
        ? 1
        : names.some((name) => name.includes(whole))
          ? 2
          : 3
    return { candidate, rank }
  })
  // What happened before what was written about it.
  const last = ({ candidate, rank }: (typeof found)[number]) => (candidate.kind === 'source' ? 10 : 0) + rank
  found.sort((a, b) => last(a) - last(b))
  const hits = found.slice(0, most).map(({ candidate: { names: _, beside: __, of: ___, ...hit } }) => hit)
  return { hits, all: found.length, acts: found.flatMap(({ candidate }) => candidate.of ?? []) }
}

/** The one thing whose id was typed, letter for letter or with other capitals. */
export function byId(organisation: Organisation, asked: string): Hit | undefined {
  const wanted = asked.trim().toLowerCase()
  return candidates(organisation.onDay(endOfTime)).find(
    ({ id, act }) => id.toLowerCase() === wanted || act?.toLowerCase() === wanted,
  )
}

function candidates(organisation: Organisation): Candidate[] {
  const inAll = (names: Names | undefined) => Object.values(names ?? {}).filter((name) => name !== undefined)
  const bodyNames = (id: string) => inAll(organisation.body(id)?.names)
  return [
    ...organisation.participants().map(
      ({ id, names, description }): Candidate => ({
        kind: 'participant',
        id,
        title: names?.en ?? id,
        of: description?.id,
        names: [id, ...inAll(names), ...inAll(description?.names)],
      }),
    ),
    ...organisation.bodies().map(
      ({ id, body, names, abbreviation }): Candidate => ({
        kind: 'body',
        of: id,
        id: body,
        title: names.en,
        names: [...inAll(names), ...(abbreviation ? [abbreviation] : [])],
      }),
    ),
    ...organisation.meetings().map(
      ({ act }): Candidate => ({
        kind: 'meeting',
        of: act.id,
        id: act.meeting,
        on: act.on,
        title: `${bodyNames(act.body)[0] ?? act.body.replaceAll('-', ' ')}${act.city ? `, ${act.city}` : ''}`,
        names: [act.city ?? '', ...bodyNames(act.body)],
        beside: [act.on, act.body, ...act.outcomes],
      }),
    ),
    ...organisation.decisions().map(
      ({ act }): Candidate => ({
        kind: 'decision',
        of: act.id,
        id: act.decision,
        on: act.on,
        title: act.title,
        names: [act.title],
        beside: [act.on, act.type, act.number],
      }),
    ),
    ...organisation.instruments().map(
      ({ act }): Candidate => ({
        kind: 'instrument',
        of: act.id,
        id: act.instrument,
        on: act.on,
        title: act.title,
        names: [act.title],
        beside: [act.on, act.place],
      }),
    ),
    ...organisation.exercises().map(
      ({ act }): Candidate => ({
        kind: 'exercise',
        of: act.id,
        id: act.exercise,
        on: act.on,
        title: act.name,
        names: [act.name],
        beside: [act.on, ...(act.places ?? [])],
      }),
    ),
    ...organisation.listed('programme-recorded').map(
      ({ act }): Candidate => ({
        kind: 'programme',
        of: act.id,
        id: act.programme,
        on: act.on,
        title: act.title,
        names: [act.title],
        beside: [act.on, act.type, act.stage, act.proposer],
      }),
    ),
    ...organisation.listed('dispute-recorded').map(
      ({ act }): Candidate => ({
        kind: 'dispute',
        of: act.id,
        id: act.dispute,
        on: act.on,
        title: `${act.between.map((id) => organisation.participant(id).names?.en ?? id).join(', ')}: ${act.about}`,
        names: [act.about, ...act.between.flatMap((id) => inAll(organisation.participant(id).names))],
        beside: [act.on],
      }),
    ),
    ...organisation.listed('text-described').map(
      ({ act }): Candidate => ({
        kind: 'text',
        of: act.id,
        id: act.text,
        on: act.date,
        title: act.title,
        names: [act.title],
        beside: [act.date],
      }),
    ),
    ...organisation.listed('relation-established').map(
      ({ act }): Candidate => ({
        kind: 'relation',
        of: act.id,
        id: act.relation,
        act: act.id,
        on: act.on,
        title: `${act.with}: ${act.says}`,
        names: [act.with],
        beside: [act.on, act.type, act.place, act.says],
      }),
    ),
    ...organisation.listed('statement-reported').map(
      ({ act }): Candidate => ({
        kind: 'statement',
        of: act.id,
        id: act.statement,
        act: act.id,
        on: act.on,
        title: `${act.by}: ${act.says}`,
        names: [act.by],
        beside: [act.on, act.says, act.about, act.place],
      }),
    ),
    ...organisation.listed('definition-described').map(
      ({ act }): Candidate => ({
        kind: 'definition',
        of: act.id,
        id: act.definition,
        act: act.id,
        on: act.date,
        title: `${act.concept.charAt(0).toUpperCase()}${act.concept.slice(1)}, ${act.document}`,
        names: [act.concept, act.document],
        beside: [act.date],
      }),
    ),
    ...organisation.listed('neighbour-described').map(
      ({ act }): Candidate => ({
        kind: 'neighbour',
        of: act.id,
        id: act.neighbour,
        title: act.names.en,
        names: [act.neighbour, ...inAll(act.names)],
        beside: [act.seat, act.type],
      }),
    ),
    ...organisation.sources().map(
      ({ id, source, title, publisher, date }): Candidate => ({
        kind: 'source',
        of: id,
        id: source,
        on: date ?? undefined,
        title,
        names: [title],
        beside: [publisher, source, date ?? ''],
      }),
    ),
  ]
}

/**
 * The decisions that bear a number, "No. 5" or "№ 5"; `undefined` when no number was asked for. Most bodies begin anew
 * each year, so there may be several.
 */
export function numbered(organisation: Organisation, asked: string): readonly Hit[] | undefined {
  const number = /^\s*(?:decision\s+)?(?:no\.?|number|nr\.?|№|#)\s*(\d{1,4})\s*$/i.exec(asked)?.[1]
  if (number === undefined) return undefined
  return organisation
    .onDay(endOfTime)
    .decisions()
    .filter(({ act }) => act.number?.split(' ')[0] === String(Number(number)))
    .map(({ act }) => ({ kind: 'decision', id: act.decision, on: act.on, title: `No. ${act.number}: ${act.title}` }))
}

/** Letters compared as people do: without capitals and accents. */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}
