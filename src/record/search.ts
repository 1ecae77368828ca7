import type { Names } from './acts.ts'
import type { Organisation } from './organisation.ts'
import { endOfTime } from './place.ts'

export type HitKind = 'participant' | 'body' | 'meeting' | 'decision' | 'instrument' | 'exercise' | 'source'

/** Something found: what it is, where it is, what it is called and, if it is dated, when. */
export interface Hit {
  readonly kind: HitKind
  readonly id: string
  readonly title: string
  readonly on?: string | undefined
}

interface Candidate extends Hit {
  /** What it answers to, in every language known. */
  readonly names: readonly string[]
  readonly beside?: readonly (string | undefined)[]
}

/**
 * Everything whose name or title holds all the words asked for, in English, Russian or Chinese; names that begin with
 * what was asked come first. Capitals, accents and ё count as their plain letters.
 *
 * @param most how many at most; `all` says how many there are
 */
export function search(
  organisation: Organisation,
  asked: string,
  most: number,
): { readonly hits: readonly Hit[]; readonly all: number } {
  const words = plain(asked)
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0) return { hits: [], all: 0 }
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
  const hits = found.slice(0, most).map(({ candidate: { names: _, beside: __, ...hit } }) => hit)
  return { hits, all: found.length }
}

/** The one thing whose id was typed, letter for letter or with other capitals. */
export function byId(organisation: Organisation, asked: string): Hit | undefined {
  const wanted = asked.trim().toLowerCase()
  return candidates(organisation.onDay(endOfTime)).find(({ id }) => id.toLowerCase() === wanted)
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
        names: [id, ...inAll(names), ...inAll(description?.names)],
      }),
    ),
    ...organisation.bodies().map(
      ({ body, names, abbreviation }): Candidate => ({
        kind: 'body',
        id: body,
        title: names.en,
        names: [...inAll(names), ...(abbreviation ? [abbreviation] : [])],
      }),
    ),
    ...organisation.meetings().map(
      ({ act }): Candidate => ({
        kind: 'meeting',
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
        id: act.exercise,
        on: act.on,
        title: act.name,
        names: [act.name],
        beside: [act.on, ...(act.places ?? [])],
      }),
    ),
    ...organisation.sources().map(
      ({ source, title, publisher, date }): Candidate => ({
        kind: 'source',
        id: source,
        on: date ?? undefined,
        title,
        names: [title],
        beside: [publisher, source, date ?? ''],
      }),
    ),
  ]
}

/** Letters compared as people do: without capitals and accents. */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}
