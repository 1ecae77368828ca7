import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { stringify } from 'yaml'
import { type Act, actSchema, dayBegins } from '../../src/record/index.ts'
import type { FolderAct } from '../../src/registry/folder.ts'
import type { Instant } from '../../src/rules/index.ts'

/** An act of a small made-up history, with what makes a history hard to follow: order, dates, references. */
export interface Line {
  readonly id: string
  readonly what: string
  readonly on: string
  /** The number of the edition that it came in with. */
  readonly edition: number
  readonly after?: string | undefined
  readonly carriesOut?: string | undefined
  readonly replaces: readonly string[]
}

/** A history as one edition of a folder has it, in the order of the files. */
export type Edition = readonly Line[]

/** Few days, so that acts meet on them; two are given as a month and a year, and count from their first day. */
const dates = ['2031-03-01', '2031-03', '2031-03-02', '2032', '2032-01-01'] as const

export function dayOf(line: Line): string {
  return line.on + '0000-01-01'.slice(line.on.length)
}

/** One step of editing. Numbers choose among what there is by then. */
interface Edit {
  readonly does:
    | 'add'
    | 'reword'
    | 'redate'
    | 'remove'
    | 'bring back'
    | 'swap'
    | 'place'
    | 'carry out'
    | 'replace'
    | 'let go'
  readonly one: number
  readonly other: number
  readonly pick: number
}

const edits = (does: readonly Edit['does'][]): fc.Arbitrary<Edit> =>
  fc.record({ does: fc.constantFrom(...does), one: fc.nat(40), other: fc.nat(40), pick: fc.nat(40) })

/** Histories that change in every way from edition to edition. */
export const anyEditions: fc.Arbitrary<Edition[]> = editionsOf(
  edits([
    ...(['add', 'add', 'add', 'reword', 'redate', 'remove', 'bring back'] as const),
    ...(['swap', 'place', 'carry out', 'replace', 'let go'] as const),
  ]),
)

/** Histories to which each edition only adds. What it adds may stand anywhere, and may replace what was there. */
export const anyGrowingEditions: fc.Arbitrary<Edition[]> = editionsOf(edits(['add']))

function editionsOf(edit: fc.Arbitrary<Edit>): fc.Arbitrary<Edition[]> {
  const steps = fc.array(fc.array(edit, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 })
  return steps.map((all) => {
    const removed: Line[] = []
    const editions: Edition[] = []
    for (const [index, step] of all.entries()) {
      let lines: Edition = editions.at(-1) ?? []
      for (const one of step) lines = sensible(edited(lines, removed, one, index + 1))
      editions.push(lines)
    }
    return editions
  })
}

function edited(lines: Edition, removed: Line[], { does, one, other, pick }: Edit, edition: number): Edition {
  const line = lines[one % Math.max(1, lines.length)]
  const another = lines[other % Math.max(1, lines.length)]
  const to = (change: Partial<Line>) => lines.map((old) => (old === line ? { ...old, ...change } : old))
  const somewhere = one % (lines.length + 1)
  if (does === 'add') {
    const id = `act-${lines.length + removed.length}-${edition}-${lines.filter((old) => old.edition === edition).length}`
    const added: Line = { id, what: `words ${other}`, on: dates[pick % dates.length] ?? '2031', edition, replaces: [] }
    const reference = [
      {},
      {},
      { after: another?.id },
      { carriesOut: another?.id },
      { replaces: another ? [another.id] : [] },
    ]
    return lines.toSpliced(somewhere, 0, { ...added, ...reference[other % reference.length] })
  }
  if (!line || !another) return lines
  switch (does) {
    case 'reword':
      return to({ what: `words ${other}` })
    case 'redate':
      return to({ on: dates[pick % dates.length] ?? line.on })
    case 'remove':
      removed.push(line)
      return lines.filter((old) => old !== line)
    case 'bring back': {
      const back = removed.pop()
      return back ? lines.toSpliced(somewhere, 0, pick % 2 ? back : { ...back, edition }) : lines
    }
    case 'swap':
      return lines.map((old) => (old === line ? another : old === another ? line : old))
    case 'place':
      return to({ after: [undefined, dayBegins, another.id, another.id][pick % 4] })
    case 'carry out':
      return to({ carriesOut: [undefined, another.id][pick % 2] })
    case 'replace':
      return to({ replaces: [...new Set([...line.replaces, another.id])] })
    case 'let go':
      return to({ replaces: [] })
  }
}

/** In the order of the files, one for each year; without references to what is not there, or came later. */
function sensible(unsorted: Edition): Edition {
  const lines = unsorted.toSorted((a, b) => Number(a.on.slice(0, 4)) - Number(b.on.slice(0, 4)))
  const place = new Map(lines.map((line, index) => [line.id, line.edition * 1_000 + index]))
  const mayName = (line: Line, id: string) => (place.get(id) ?? Number.POSITIVE_INFINITY) < (place.get(line.id) ?? 0)
  return lines.map((line) => ({
    ...line,
    after: line.after === dayBegins || (line.after && mayName(line, line.after)) ? line.after : undefined,
    carriesOut: line.carriesOut && mayName(line, line.carriesOut) ? line.carriesOut : undefined,
    replaces: line.replaces.filter((id) => mayName(line, id)),
  }))
}

/** What counts, in order of effect: the days in order; on a day the order of the files, but for what says where it stands. */
export function expected(lines: Edition): string[] {
  const days = new Map<string, Line[]>()
  for (const line of lines) {
    const day = days.get(dayOf(line)) ?? []
    const anchor = day.findIndex((other) => other.id === line.after)
    const index = line.after === dayBegins ? 0 : anchor === -1 ? day.length : anchor + 1
    days.set(dayOf(line), day.toSpliced(index, 0, line))
  }
  const replaced = new Set(lines.flatMap((line) => line.replaces))
  const inOrder = [...days].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, day]) => day)
  return inOrder.filter((line) => !replaced.has(line.id)).map((line) => `${line.on} ${line.id}: ${line.what}`)
}

/** When an edition came out. */
export function recordedOn(edition: number): string {
  return new Date(Date.UTC(2026, 0, edition)).toISOString().slice(0, 10)
}

export function actOf({ id, what, on, after, carriesOut, replaces }: Line): object {
  return {
    ...{ id, kind: 'relation-noted', on, participant: 'ARC', what, sources: [{ source: 'journal' }] },
    ...(after ? { after } : {}),
    ...(carriesOut ? { carriesOut } : {}),
    ...(replaces.length > 0 ? { replaces } : {}),
  }
}

/** What stands in such a folder beside its history. */
export const surroundings = {
  organisation: {
    ...{
      names: { en: 'League' },
      shortName: 'League',
      edition: 'made-up',
      introduction: ['Made up.'],
      timeZone: 'UTC',
    },
    ...{ begins: '2031', coveredTo: '2033' },
    statuses: [{ status: 'ally', tone: 'member', en: { one: 'ally', many: 'allies' } }],
  },
  sources: [{ id: 'journal', title: 'Journal', publisher: 'League', url: null, date: '2031', language: 'en' }],
  participants: [{ id: 'ARC', type: 'state', names: { en: 'Arcadia' } }],
} as const

/** An edition as the loader reads it from a folder. */
export function folderActs(lines: Edition): FolderAct[] {
  const at = (edition: number) => `${recordedOn(edition)}T00:00:00.000Z` as Instant
  const before = [
    { kind: 'organisation-described', id: 'organisation', ...surroundings.organisation },
    {
      kind: 'participant-described',
      id: 'participant/ARC',
      participant: 'ARC',
      type: 'state',
      names: { en: 'Arcadia' },
    },
  ]
  const dated = [
    ...before.map((act) => ({ act, edition: 0 })),
    ...lines.map((line) => ({ act: actOf(line), edition: line.edition })),
  ]
  return dated.map(({ act, edition }, index) => ({
    act: { ...actSchema.parse(act), history: true } as Act,
    recordedAt: at(edition),
    file: 'history',
    line: index,
  }))
}

/** Writes an edition as a folder of an organisation: a file for each year, each act with its date of entry. */
export function writeEdition(folder: string, lines: Edition): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'history'), { recursive: true })
  const write = (file: string, content: object) => writeFileSync(join(folder, file), stringify(content))
  const top = { recordedOn: recordedOn(0) }
  write('organisation.yaml', { ...top, ...surroundings.organisation })
  write('sources.yaml', { ...top, sources: surroundings.sources })
  write('participants.yaml', { ...top, participants: surroundings.participants })
  write('constitution.yaml', { ...top, rules: [] })
  for (const year of new Set(lines.map((line) => line.on.slice(0, 4)))) {
    const ofYear = lines.filter((line) => line.on.startsWith(year))
    const acts = ofYear.map((line) => ({ ...actOf(line), recordedOn: recordedOn(line.edition) }))
    write(`history/${year}.yaml`, { acts })
  }
}
