import { describe, expect, test } from 'vitest'
import { organisation as checkedOrganisation, checkedPlenary } from '../bench/checked-plenary.ts'
import { organisation, plenary } from '../bench/plenary.ts'
import { answersFrom, pairs } from '../bench/questions.ts'
import { type Dated, encodeEntry, Fold, replay, StoredEntries } from '../src/record/index.ts'
import { literalActs, refold } from '../src/record/refold.ts'

// What bench/million.ts measures at a million acts, right at two thousand: the answers are those of the literal refold.

const entries = plenary({ acts: 2_000, decisions: 80, meetings: 20 }, 3)
const fold = new Fold(organisation, entries)

describe('the made-up organisation', () => {
  test('is the same for the same seed, and another for another', () => {
    const size = { acts: 1_500, decisions: 50, meetings: 10 }
    expect(plenary(size, 1)).toEqual(plenary(size, 1))
    expect(plenary(size, 1)).not.toEqual(plenary(size, 2))
  })
  test('has late facts, corrections, withdrawals and withdrawals of those', () => {
    const withdrawn = entries.flatMap(({ act }) => (act.kind === 'act-withdrawn' ? act.withdraws : []))
    expect(entries.filter(({ act }) => act.replaces).length).toBe(20)
    expect(withdrawn.length).toBe(10)
    expect(withdrawn.some((id) => id.startsWith('c-') || id.startsWith('w-'))).toBe(true)
    const late = entries.filter(
      ({ act, recordedAt }) => act.on && Number(recordedAt.slice(0, 4)) > Number(act.on.slice(0, 4)) + 2,
    )
    expect(late.length).toBeGreaterThan(20)
  })
})

const byThen = (date: string, day: string) => date <= day

describe('the three questions, at random days and positions', () => {
  test.each(pairs(25, entries.length, 5))('$day at $position', ({ day, position }) => {
    const record = fold.at(day, position)
    const { statuses, latest, totals } = answersFrom(record)
    const literal = literalActs(entries, day, position)
    const decisions = [...refold('decision', entries, day, position).values()] as Dated<'decision-recorded'>[]
    decisions.sort((a, b) => literal.indexOf(b) - literal.indexOf(a))

    expect(latest().map((one) => one.decision)).toEqual(decisions.slice(0, 20).map(({ act }) => act.decision))
    for (const { decision, positions } of latest()) {
      const taken = new Map<string, string>()
      for (const { act } of literal)
        if (act.kind === 'position-taken' && act.decision === decision) taken.set(act.participant, act.position)
      expect(positions).toEqual([...taken].map((pair) => pair.join(' ')).sort())
    }

    const byYear: Record<string, number> = {}
    for (const { act } of decisions) byYear[act.on.slice(0, 4)] = (byYear[act.on.slice(0, 4)] ?? 0) + 1
    expect(totals()).toEqual(byYear)
    expect(record.decisions()).toEqual(decisions.reverse())

    const participants = [...refold('participant', entries, day, position).values()]
    const held = participants.flatMap(({ holdings }) =>
      holdings.filter((one) => byThen(one.from, day) && !(one.to && byThen(one.to, day))),
    )
    expect(statuses().held).toEqual(held.map((one) => `${one.participant} ${one.status} ${one.from}`).sort())
  })

  test('a day has its acts, and the nearest before and after it', () => {
    for (const { day, position } of pairs(25, entries.length, 6)) {
      const record = fold.at(day, position)
      const all = record.acts()
      const earlier = all.filter(({ act }) => (act.on as string) < day)
      const later = all.filter(({ act }) => (act.on as string) > day)
      const onIt = all.filter(({ act }) => String(act.on) === day)
      expect(record.actsAround(3)).toEqual([...earlier.slice(-3), ...onIt, ...later.slice(0, 3)])
    }
  })
})

test('an entry read back from a register of our own is the entry that was stored', () => {
  const stored = new StoredEntries()
  for (const entry of entries)
    expect(encodeEntry(stored.read(encodeEntry(entry)) as typeof entry)).toBe(encodeEntry(entry))
  const last = entries.at(-1)
  for (const act of [{ ...last?.act, kind: 'invented' }, { ...last?.act, version: 2 }, undefined])
    expect(stored.read(JSON.stringify({ ...last, act }))).toMatchObject({ refused: 'unreadable-entry' })
})

describe('a register of acts that are all checked', () => {
  const { entries: checked, outOfOrder } = checkedPlenary(4_000, 7)
  const { departures, unusual, gaps, reviewed } = replay(new Fold(checkedOrganisation, checked))
  test('exactly those are found that were made to break a rule', () => {
    expect(outOfOrder.size).toBeGreaterThan(150)
    expect(new Set(departures.map(({ act }) => act))).toEqual(outOfOrder)
    expect(unusual).toEqual([])
  })
  test('every one of them is checked, and nothing is left open but who founded it', () => {
    expect(reviewed).toBeGreaterThanOrEqual(4_000)
    expect(gaps.map(({ text }) => text)).toEqual(['No rule on founding participants is on record.'])
  })
})
