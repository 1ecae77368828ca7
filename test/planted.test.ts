import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { Fold, type Replay, replay } from '../src/record/index.ts'
import { readFolder } from '../src/registry/folder.ts'
import { plan } from '../src/registry/plan.ts'
import { concord, copyOfConcord, removeTemporaryFolders } from './support/folders.ts'
import { entriesOf } from './support/registers.ts'

// In the Concord's history one departure, or unusual act, is planted for each kind of rule. The reviews find these and
// nothing else, and each goes when its fact is put right.

afterAll(removeTemporaryFolders)

type Item = Record<string, unknown> & { id: string }
type Edit = (acts: Item[]) => Item[]

interface Planted {
  readonly act: string
  readonly article: string
  readonly says: RegExp
  readonly finding?: 'unusual'
  /** The year in whose file the fact stands, and what puts it right. */
  readonly year: number
  readonly right: Edit
}

const journal = [{ source: 'journal-2' }]
const change =
  (id: string, fields: object): Edit =>
  (acts) => {
    expect(acts.map((one) => one.id)).toContain(id)
    return acts.map((one) => (one.id === id ? { ...one, ...fields } : one))
  }
const remove =
  (id: string): Edit =>
  (acts) =>
    acts.filter((one) => one.id !== id)
const add =
  (item: Item): Edit =>
  (acts) => [...acts, { sources: journal, ...item }]

const planted: readonly Planted[] = [
  {
    act: 'instrument/accord-on-ferries',
    article: 'Rule 16',
    says: /by the deposits on record from 2031-12-03/,
    year: 2031,
    right: change('instrument/accord-on-ferries', { inForceOn: '2031-12-03' }),
  },
  {
    act: 'meeting/council-5',
    article: 'Rule 9',
    says: /sent on 2032-02-17, less than 2 weeks before 2032-03-01/,
    year: 2032,
    right: change('meeting/council-5', { papersOn: '2032-02-16' }),
  },
  {
    act: 'position/stamps/ERE',
    article: 'Rule 6',
    says: /Erewhon held no status that has a say/,
    year: 2032,
    right: remove('position/stamps/ERE'),
  },
  {
    act: 'term/secretary/2',
    article: 'Rule 12',
    says: /from 2032-03-03 to 2033-03-04, longer than 1 year/,
    year: 2032,
    right: change('term/secretary/2', { to: '2033-03-03' }),
  },
  {
    act: 'LIL-full',
    article: 'Rule 3(2)',
    says: /Lilliput held none of "associate" before/,
    finding: 'unusual',
    year: 2031,
    right: add({
      id: 'LIL-associate',
      kind: 'status-granted',
      on: '2031-10-06',
      participant: 'LIL',
      status: 'associate',
      decided: { by: 'assembly', positions: { for: ['ARC', 'LAP', 'UTO'], against: [], abstaining: [] } },
    }),
  },
  {
    act: 'LIL-full',
    article: 'Rule 15',
    says: /complete until then, has no memorandum/,
    finding: 'unusual',
    year: 2032,
    right: change('instrument/memorandum-with-LIL', { on: '2032-04-05' }),
  },
  {
    act: 'meeting/assembly-5',
    article: 'Rule 8(2)',
    says: /Arcadia chaired; the chair of Council was Utopia/,
    year: 2032,
    right: change('meeting/assembly-5', { chair: 'UTO' }),
  },
  {
    act: 'term/deputy-secretary/2',
    article: 'Rule 13',
    says: /Utopia had also put forward/,
    year: 2032,
    right: change('term/deputy-secretary/2', { participant: 'ERE' }),
  },
  {
    act: 'decision/budget-of-2033',
    article: 'Rule 7(2)',
    says: /It was adopted, although the positions on record do not carry it/,
    year: 2032,
    right: change('position/budget-of-2033/LIL', { position: 'no-objection' }),
  },
  {
    act: 'meeting/council-extraordinary-1',
    article: 'Rule 10',
    says: /1 asked for the meeting; at least 2 are needed/,
    year: 2032,
    right: change('meeting/council-extraordinary-1', { calledBy: ['ERE', 'UTO'] }),
  },
  {
    act: 'LAP-leaves',
    article: 'Rule 4(2)',
    says: /could not take effect before 2032-10-04/,
    year: 2032,
    right: change('LAP-leaves', { noticeOn: '2032-08-16' }),
  },
  {
    act: 'meeting/council-8',
    article: 'Rule 8(1)',
    says: /Arcadia chaired; the host was Erewhon/,
    year: 2033,
    right: change('meeting/council-8', { chair: 'ERE' }),
  },
  {
    act: 'decision/supplement-of-2033',
    article: 'Rule 14',
    says: /Council decided; such matters are decided by Assembly/,
    year: 2033,
    right: change('decision/supplement-of-2033', { body: 'assembly' }),
  },
  {
    act: 'meeting/assembly-6',
    article: 'Rule 11(2)',
    says: /1 regular meeting of Assembly in 2032, where at least 2 are due/,
    year: 2032,
    right: add({
      id: 'meeting/assembly-in-autumn',
      kind: 'meeting-held',
      on: '2032-11-01',
      meeting: 'assembly-in-autumn',
      body: 'assembly',
      chair: 'ARC',
      papersOn: '2032-10-18',
      attendanceBasis: 'none-recorded',
      outcomes: [],
      outcomesKnown: 'none-found',
    }),
  },
  {
    act: 'LAP-correspondent',
    article: 'Rule 3(3)',
    says: /Assembly decided; the status is granted by Council/,
    year: 2033,
    right: change('LAP-correspondent', {
      decided: { by: 'council', positions: { for: ['ARC', 'ERE', 'UTO'], against: [], abstaining: [] } },
    }),
  },
  {
    act: 'term/secretary/3',
    article: 'Rule 12',
    says: /had held the office before; there is no second term/,
    year: 2033,
    right: change('term/secretary/3', { holder: 'The third Secretary' }),
  },
  {
    act: 'decision/calendar',
    article: 'Rule 6',
    says: /It was adopted, although the positions on record do not carry it/,
    year: 2033,
    right: change('position/calendar/ERE', { position: 'stands-aside' }),
  },
  {
    act: 'chair/council/6',
    article: 'Rule 8(3)',
    says: /Utopia came after Erewhon; next in the order of names was Lilliput/,
    finding: 'unusual',
    year: 2033,
    right: change('chair/council/6', { participant: 'LIL' }),
  },
]

const missing = [
  ['No rule on founding participants is on record.', 'ARC-founding', 'UTO-founding', 'LAP-founding'],
  ['Who chaired the meeting is not on record.', 'meeting/council-6'],
  ['The dates on record do not say whether it was at least 2 weeks before.', 'meeting/council-6'],
  ['Whether Lilliput already, or still, had a say that day is not known.', 'position/harbours/LIL'],
  ['Whether what Utopia had left open was settled is not on record.', 'decision/harbours'],
  [
    'Whether Council met as often as is due is not known for years whose meetings are not all on record.',
    'meeting/council-8',
  ],
  ['The day on which the papers were sent is not on record.', 'meeting/council-8'],
  ['The positions taken are not on record.', 'decision/supplement-of-2033'],
  ['The end of the term is not on record.', 'term/secretary/3'],
  ['Who asked for the extraordinary meeting is not on record.', 'meeting/council-extraordinary-2'],
  ['When the extraordinary meeting was asked for is not on record.', 'meeting/council-extraordinary-2'],
  ['The deposits are not published, or not on record, so the day cannot be computed.', 'instrument/accord-on-stamps'],
]

describe('the Concord as it ships', () => {
  const result = replayOf(concord)
  test('exactly what is planted is found: each departure and each unusual act, with its article', () => {
    const of = (finding: 'unusual' | undefined) => planted.filter((one) => one.finding === finding).map(lineOf)
    expect(linesOf(result.departures).sort()).toEqual(of(undefined).sort())
    expect(linesOf(result.unusual).sort()).toEqual(of('unusual').sort())
    for (const { act, article, says } of planted) {
      const found = [...result.departures, ...result.unusual].filter((one) => one.act === act)
      expect(found.filter((one) => one.reasons[0]?.article?.endsWith(article)).map(textOf)).toContainEqual(
        expect.stringMatching(says),
      )
    }
  })
  test('exactly what is missing is named, with the acts that cannot be judged for want of it', () => {
    const gaps = result.gaps.map(({ text, acts }) => [text, ...acts])
    expect(gaps.sort()).toEqual(missing.toSorted())
  })
  test('of every kind of rule that can be broken one is, and one is kept', () => {
    const { rules } = parse(readFileSync(join(concord, 'constitution.yaml'), 'utf8'))
    const kindOf = new Map<string, string>(
      rules.map((one: { rule: string; computes: { kind: string } }) => [one.rule, one.computes.kind]),
    )
    const kinds = (count: (tally: Replay['rules'][number]) => number) =>
      new Set(result.rules.filter((tally) => count(tally) > 0).map((tally) => kindOf.get(tally.rule)))
    const breakable = new Set(kindOf.values())
    // A right is what somebody may do; nobody breaks it.
    breakable.delete('right')
    // Whether a text was under silence is no act of this record yet.
    breakable.delete('silence')
    // What follows from these is asked for live: where a text may go, the number it gets, who signs where, what lapses.
    for (const kind of ['prepares', 'numbering', 'signature-order', 'ad-referendum']) breakable.delete(kind)
    expect(kinds((tally) => tally.departure + tally.unusual)).toEqual(breakable)
    // Notice is given once, and too late; a year that is judged is one that ends too short, or is not all on record.
    expect(kinds((tally) => tally['in-order'])).toEqual(new Set([...breakable].filter((kind) => !onceOnly.has(kind))))
  })
})
const onceOnly = new Set(['leaving', 'frequency'])

describe('each goes when its fact is put right, and nothing else comes or goes', () => {
  const before = allLines(replayOf(concord))
  for (const one of planted) {
    test(`${one.act}: ${one.article}`, () => {
      const after = allLines(replayOf(edited(one.year, one.right)))
      expect(before.filter((line) => !after.includes(line))).toEqual([
        expect.stringMatching(new RegExp(`^${escaped(lineOf(one))}: .*${one.says.source}`)),
      ])
      expect(after.filter((line) => !before.includes(line))).toEqual([])
    })
  }
})

describe('the order of a day: Erewhon becomes a full participant and objects on 1 March 2032', () => {
  const before = allLines(replayOf(concord))
  const isOfStamps = ({ id }: Item) => /^(position|decision)\/stamps/.test(id)
  test('once it has a say, its objection is in order and the decision that was adopted over it is not; nothing else changes', () => {
    const after = allLines(
      replayOf(edited(2032, (acts) => [...acts.filter((one) => !isOfStamps(one)), ...acts.filter(isOfStamps)])),
    )
    expect(before.filter((line) => !after.includes(line))).toEqual([
      expect.stringMatching(/^position\/stamps\/ERE Rule 6: /),
    ])
    expect(after.filter((line) => !before.includes(line))).toEqual([
      expect.stringMatching(/^decision\/stamps Rule 6: It was adopted, although/),
    ])
  })
  test('the order of what does not touch its say makes no difference', () => {
    const after = replayOf(
      edited(2032, (acts) => {
        const meeting = acts.filter(({ id }) => id === 'meeting/council-5')
        return [...acts.filter(({ id }) => id !== 'meeting/council-5'), ...meeting]
      }),
    )
    expect(allLines(after).sort()).toEqual(before.toSorted())
  })
})

function replayOf(folder: string): Replay {
  const read = readFolder(folder)
  if (Array.isArray(read))
    throw new Error(read.map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n'))
  const planned = plan(new Fold('concord'), read.acts)
  return replay(new Fold('concord', entriesOf(planned.map(({ act }) => act))))
}

/** A copy of the folder in which the acts of a year are edited. */
function edited(year: number, edit: Edit): string {
  const folder = copyOfConcord()
  const file = join(folder, 'history', `${year}.yaml`)
  const { acts, ...top } = parse(readFileSync(file, 'utf8'))
  writeFileSync(file, stringify({ ...top, acts: edit(acts) }))
  return folder
}

function lineOf({ act, article }: { readonly act: string; readonly article: string }): string {
  return `${act} ${article}`
}

function linesOf(remarks: Replay['departures']): string[] {
  return remarks.map(({ act, reasons }) => lineOf({ act, article: reasons[0]?.article?.split(', ')[1] ?? 'none' }))
}

/** A line for each departure and unusual act: the act, the article, what was found. */
function allLines({ departures, unusual }: Replay): string[] {
  const all = [...departures, ...unusual]
  return linesOf(all).map((line, index) => `${line}: ${textOf(all[index] as Replay['departures'][number])}`)
}

function textOf({ reasons }: Replay['departures'][number]): string {
  return reasons[0]?.text ?? ''
}

function escaped(text: string): string {
  return text.replaceAll(/[()/]/g, '\\$&')
}
