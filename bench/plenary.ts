import type { Act, Entry } from '../src/record/index.ts'
import type { Instant } from '../src/rules/index.ts'

/** How large a made-up organisation is: a million acts is what eighty years of a universal one may come to. */
export interface Size {
  readonly acts: number
  readonly decisions: number
  readonly meetings: number
}
export const million: Size = { acts: 1_000_000, decisions: 40_000, meetings: 8_000 }

export const organisation = 'plenary'
export const years = { first: 1950, last: 2029 } as const
const members = 193
const bodies = ['plenary', 'council', ...Array.from({ length: 10 }, (_, index) => `committee-${index + 1}`)]
const begins = Date.UTC(years.first, 0, 1)
const millisecondsADay = 86_400_000
const days = Math.round((Date.UTC(years.last + 1, 0, 1) - begins) / millisecondsADay)

/** An act with the moment at which it is entered, in days since the organisation began. */
interface Written {
  readonly act: Act
  readonly entered: number
}

/**
 * The register of the Plenary: 193 members, statuses granted, left and taken up again, meetings, decisions and about 24
 * positions a decision. One act in twenty-five is entered late, up to twenty years; one in a hundred is corrected and
 * one in two hundred withdrawn, some of those corrections and withdrawals in their turn.
 *
 * @param seed the same seed gives the same register, byte for byte
 */
export function plenary(size: Size, seed = 1): Entry[] {
  const chance = chanceFrom(seed)
  const upTo = (limit: number) => Math.floor(chance() * limit)
  const one = <T>(list: readonly T[]): T => list[upTo(list.length)] as T
  const written: Written[] = []
  const base = { version: 1 as const, doubt: [], history: true }
  const write = (act: object, entered: number) => written.push({ act: { ...base, ...act } as unknown as Act, entered })
  const cited = (day: number) => [
    { source: `records-${dateOf(day).slice(0, 4)}-${1 + upTo(5)}`, locator: `page ${1 + upTo(60)}`, evidence: 'read' },
  ]
  const learnt = (day: number) => day + (upTo(25) === 0 ? 1 + upTo(7_300) : 1)

  for (const act of described()) write(act, 0)
  const undated = written.length
  for (const participant of participants()) {
    let day = upTo(days * 0.4)
    for (let count = 2 + upTo(5); count > 0 && day < days; count -= 1) {
      const id = `${participant}-${day}`
      const act =
        upTo(6) === 0
          ? { id, kind: 'status-ended', on: dateOf(day), participant, sources: cited(day) }
          : { id, kind: 'status-granted', on: dateOf(day), participant, status: one(statuses), sources: cited(day) }
      write(act, learnt(day))
      day += 300 + upTo(6_000)
    }
  }
  const meetings = Array.from({ length: size.meetings }, (_, index) => {
    const [meeting, day, body] = [`m-${index + 1}`, upTo(days), one(bodies)]
    const outcome = { attendanceBasis: 'none-recorded', outcomes: [], outcomesKnown: 'partial' }
    write(
      { id: meeting, kind: 'meeting-held', on: dateOf(day), meeting, body, ...outcome, sources: cited(day) },
      learnt(day),
    )
    return { meeting, day, body }
  })
  const decisions = Array.from({ length: size.decisions }, (_, index) => {
    const { meeting, day, body } = one(meetings)
    const decision = `d-${index + 1}`
    write(
      {
        id: decision,
        kind: 'decision-recorded',
        on: dateOf(day),
        decision,
        title: `On matter ${1 + upTo(900)} before the ${body}`,
        body,
        meeting,
        type: one(['resolution', 'appointment', 'budget']),
        outcome: upTo(12) === 0 ? 'not-adopted' : 'adopted',
        participants: 'members',
        proposedBy: [memberAt(upTo(members))],
        sources: cited(day),
      },
      learnt(day),
    )
    return { decision, day }
  })
  const corrections = Math.floor(size.acts / 100)
  const withdrawals = Math.floor(size.acts / 200)
  // As many to each decision as fill the register; no participant speaks twice on one.
  const positions = size.acts - written.length - corrections - withdrawals
  for (let count = 0; count < positions; count += 1) {
    const { decision, day } = decisions[count % decisions.length] as (typeof decisions)[number]
    const participant = memberAt((7 * Math.floor(count / decisions.length) + count) % members)
    const position = one(stances)
    write(
      {
        id: `${decision}-${participant}`,
        kind: 'position-taken',
        on: dateOf(day),
        decision,
        participant,
        position,
        sources: cited(day),
      },
      learnt(day),
    )
  }
  // What describes stays as it is: only what happened is corrected.
  const correctable = written.length - undated
  for (let count = 1; count <= corrections; count += 1) {
    const { act, entered } = written[undated + upTo(correctable)] as Written
    const moved = upTo(3) === 0 && act.on ? { on: dateOf(upTo(days)) } : {}
    const said = act.kind === 'position-taken' ? { position: one(stances) } : {}
    const more = {
      ...act,
      ...moved,
      ...said,
      id: `c-${count}`,
      replaces: [act.id],
      correction: 'The record was misread.',
    }
    write(more, entered + 1 + upTo(3_000))
  }
  for (let count = 1; count <= withdrawals; count += 1) {
    // One in five takes out a correction or an earlier withdrawal.
    const from = upTo(5) === 0 ? undated + correctable : undated
    const { act, entered } = written[from + upTo(written.length - from)] as Written
    const what = { kind: 'act-withdrawn', withdraws: [act.id], reason: 'It rests on a misprint.', sources: [] }
    write({ id: `w-${count}`, ...what }, entered + 1 + upTo(3_000))
  }
  written.sort((a, b) => a.entered - b.entered)
  return written.map(({ act, entered }, index) => ({
    position: index + 1,
    id: act.id,
    organisation,
    recordedAt: new Date(begins + Math.floor(entered) * millisecondsADay).toISOString() as Instant,
    act,
    ruling: { finding: 'entered-as-history' },
    constitution: 0,
  }))
}

const stances = ['no-objection', 'no-objection', 'no-objection', 'ad-referendum', 'reserves', 'stands-aside', 'objects']
const statuses = ['member', 'member', 'member', 'observer', 'partner']

function participants(): string[] {
  return Array.from({ length: members }, (_, index) => memberAt(index))
}

function memberAt(index: number): string {
  return `M${String(index + 1).padStart(3, '0')}`
}

/** What is true of every day. */
function described(): object[] {
  const all = Array.from({ length: years.last - years.first + 1 }, (_, index) => years.first + index)
  return [
    {
      id: 'organisation',
      kind: 'organisation-described',
      names: { en: 'The Plenary' },
      shortName: 'Plenary',
      edition: 'made-up',
      introduction: ['An organisation made up to measure with.'],
      timeZone: 'UTC',
      begins: String(years.first),
      coveredTo: `${years.last}-12-31`,
      statuses: [
        { status: 'member', tone: 'member', en: { one: 'member', many: 'members' } },
        { status: 'observer', tone: 'observer', en: { one: 'observer', many: 'observers' } },
        { status: 'partner', tone: 'partner', en: { one: 'partner', many: 'partners' } },
      ],
      sources: [],
    },
    ...all.flatMap((year) =>
      [1, 2, 3, 4, 5].map((volume) => ({
        id: `source/records-${year}-${volume}`,
        kind: 'source-described',
        source: `records-${year}-${volume}`,
        title: `Records of ${year}, volume ${volume}`,
        publisher: 'The Plenary',
        url: null,
        date: String(year),
        language: 'en',
        sources: [],
      })),
    ),
    ...bodies.map((body) => ({
      id: `body/${body}`,
      kind: 'body-described',
      body,
      names: { en: `The ${body}` },
      type: 'organ',
      sources: [],
    })),
    ...participants().map((participant) => ({
      id: `participant/${participant}`,
      kind: 'participant-described',
      participant,
      type: 'state',
      names: { en: `Member ${participant.slice(1)}` },
      sources: [],
    })),
    ...all.map((year) => ({
      id: `coverage/${year}`,
      kind: 'coverage-stated',
      year,
      of: 'decisions',
      coverage: 'sample',
      basis: 'Made up.',
      sources: [],
    })),
  ]
}

export function dateOf(day: number): string {
  return new Date(begins + day * millisecondsADay).toISOString().slice(0, 10)
}

/** Numbers from 0 up to 1 that a seed decides (mulberry32, a small generator in the public domain). */
export function chanceFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
