import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openRegistry, postgres } from '../../test/support/databases.ts'
import { concord, copyOfConcord, shipped } from '../../test/support/folders.ts'
import { isRefusal } from '../rules/index.ts'
import { readFolder } from './folder.ts'
import { loadFolder, type Registry } from './index.ts'

const databases = postgres()
let registry: Registry

beforeAll(async () => {
  await databases.start()
  registry = await openRegistry(await databases.fresh())
})
afterAll(async () => {
  await registry?.close()
  await databases.stop()
})

test.each([
  { says: 'the Concord', folder: concord },
  { says: 'the organisation that comes with Chancery', folder: shipped },
])('$says has no faults', ({ folder }) => {
  expect(Array.isArray(readFolder(folder)) && readFolder(folder)).toBe(false)
})

test('acts come in the order of the files, each as history, dated and with its place in them', () => {
  const folder = readFolder(concord)
  if (Array.isArray(folder)) throw new Error('The folder has faults.')
  const ids = folder.acts.map(({ act }) => act.id)
  expect(ids.slice(0, 5)).toEqual([
    'organisation',
    'source/rules-of-procedure',
    'source/journal-1',
    'source/journal-2',
    'source/rules-of-procedure-2033',
  ])
  expect(ids.slice(-3)).toEqual(['RUR-full', 'ICA-correspondent', 'clock'])
  expect(new Set(folder.acts.map(({ act }) => act.history))).toEqual(new Set([true]))
  expect(folder.acts.at(-2)).toMatchObject({
    recordedAt: '2026-11-22T06:10:00.000Z',
    file: join(concord, 'history', '2033.yaml'),
    line: 329,
  })
  // The clock comes last and has a time of its own.
  expect(folder.acts.at(-1)).toMatchObject({
    act: { kind: 'clock-set', shows: '2034-01-09T09:00:00.000Z' },
    recordedAt: '2026-11-22T06:00:00.000Z',
    file: join(concord, 'organisation.yaml'),
  })
})

/** A change of one file: of the first text found, by another; or a text put at its end. */
type Change = readonly [from: string, to: string] | { readonly add: string }
interface Row {
  readonly says: string
  readonly file: string
  readonly change: Change
  readonly line: number
  readonly message: string | RegExp
}

/** A whole act in one line, for 2033. */
const act = (fields: string) => ({
  add: `  - { id: x, kind: relation-noted, on: 2033-03-01, participant: ARC, what: A visit, ${fields} }\n`,
})
const cited = 'sources: [{ source: journal-2 }]'

const of2033 = { file: 'history/2033.yaml', line: 341 } as const

describe('a fault anywhere: file, line and what to do are said, and nothing is loaded', () => {
  const rows: Row[] = [
    {
      says: 'not YAML',
      ...of2033,
      change: { add: '  - [\n' },
      line: 342,
      message: /The file must be valid YAML\.$/,
    },
    { says: 'a tab', ...of2033, change: { add: '\t- id: x\n' }, message: /^Tabs are not allowed as indentation\./ },
    {
      says: 'a field twice',
      ...of2033,
      change: { add: '    participant: ARC\n' },
      message: 'Map keys must be unique. The file must be valid YAML.',
    },
    {
      says: 'an alias of nothing',
      ...of2033,
      change: { add: '  - *nothing\n' },
      line: 1,
      message: /^Unresolved alias .*nothing\. Write it out instead\.$/,
    },
    {
      says: 'an empty file',
      file: 'history/2033.yaml',
      change: [readFileSync(join(concord, 'history/2033.yaml'), 'utf8'), ''],
      line: 1,
      message: /expected object/,
    },
    {
      says: 'an unknown field',
      ...of2033,
      change: { add: '    colour: red\n' },
      message: 'colour: no such field here. Correct its name or remove it.',
    },
    {
      says: 'an unknown field inside another',
      ...of2033,
      change: ['evidence: read', 'evidnce: read'],
      line: 16,
      message: 'sources.0.evidnce: no such field here. Correct its name or remove it.',
    },
    {
      says: 'an unknown field at the top of a file',
      file: 'history/2033.yaml',
      change: ['acts:', 'year: 2033\nacts:'],
      line: 2,
      message: 'year: no such field here. Correct its name or remove it.',
    },
    {
      says: 'an unknown kind of act',
      file: 'history/2033.yaml',
      change: ['status-granted', 'status-given'],
      line: 46,
      message: 'kind: is not a kind of act.',
    },
    {
      says: 'a missing field',
      file: 'history/2033.yaml',
      change: ['    participant: LAP\n', ''],
      line: 44,
      message: 'participant: is missing. Add it.',
    },
    {
      says: 'a missing date',
      file: 'history/2033.yaml',
      change: ['    on: 2033-02-07\n    participant', '    participant'],
      line: 44,
      message: 'on: is missing. Add it.',
    },
    {
      says: 'a number where a word belongs',
      file: 'history/2033.yaml',
      change: ['status: correspondent', 'status: 3'],
      line: 49,
      message: /^status: .*expected string, received number/,
    },
    {
      says: 'a day that the calendar does not have',
      file: 'history/2033.yaml',
      change: ['on: 2033-02-07\n    participant', 'on: 2033-02-29\n    participant'],
      line: 47,
      message: 'on: "2033-02-29" is not a date. Write a day as 2017-06-09, a month as 2017-06 or a year as 2017.',
    },
    {
      says: 'a date the other way round',
      file: 'history/2033.yaml',
      change: ['on: 2033-02-07\n    participant', 'on: 07.02.2033\n    participant'],
      line: 47,
      message: /^on: "07\.02\.2033" is not a date\. Write a day as/,
    },
    {
      says: 'an act of another year',
      file: 'history/2033.yaml',
      change: ['on: 2033-02-07\n    participant', 'on: 2032-02-07\n    participant'],
      line: 44,
      message: 'on: is not in 2033. Move it to history/2032.yaml.',
    },
    {
      says: 'an unknown participant',
      file: 'history/2033.yaml',
      change: ['participant: LAP', 'participant: BLE'],
      line: 44,
      message: 'LAP-correspondent: participant "BLE" is not in participants.yaml.',
    },
    {
      says: 'an unknown source',
      file: 'history/2033.yaml',
      change: ['journal-2', 'journal-9'],
      line: 4,
      message: 'meeting/council-8: source "journal-9" is not in sources.yaml. Add it or correct the id.',
    },
    {
      says: 'an unknown status',
      file: 'history/2033.yaml',
      change: ['status: correspondent', 'status: friend'],
      line: 44,
      message: 'LAP-correspondent: status "friend" is none of full-participant, associate, correspondent.',
    },
    {
      says: 'a clock of its own for an organisation that lives today',
      file: 'organisation.yaml',
      change: ['edition: made-up', 'edition: working'],
      line: 16,
      message:
        'clock: only a made-up organisation has a clock of its own. Take "clock" out: this one lives by the time of the world.',
    },
    {
      says: 'a status that only a rule names',
      file: 'constitution.yaml',
      change: ['heldBefore: [associate]', 'heldBefore: [friend]'],
      line: 39,
      message: 'rule/full-participants: status "friend" is none of full-participant, associate, correspondent.',
    },
    {
      says: 'a vote by nobody on record',
      file: 'history/2033.yaml',
      change: ['for: [ARC, ERE, UTO]', 'for: [ARC, BLE, UTO]'],
      line: 44,
      message: 'LAP-correspondent: participant "BLE" is not in participants.yaml.',
    },
    {
      says: 'a time zone that nobody keeps',
      file: 'organisation.yaml',
      change: ['timeZone: UTC', 'timeZone: Laputa/Lagado'],
      line: 1,
      message:
        'organisation: timeZone "Laputa/Lagado" is not the name of a time zone. Write one such as UTC or Asia/Tokyo.',
    },
    {
      says: 'a stance on a programme that is not there',
      file: 'history/2033.yaml',
      change: {
        add: '  - { id: x, kind: stance-reported, on: 2033-03-01, programme: canal, participant: ARC, says: is for it, attribution: the Journal, sources: [{ source: journal-2 }] }\n',
      },
      line: 341,
      message: 'x: programme "canal" is not in this folder. Add it or correct the id.',
    },
    {
      says: 'a matter with a decision that is not there',
      file: 'threads.yaml',
      change: ['decisions: [calendar, anthem]', 'decisions: [calendar, hymn]'],
      line: 8,
      message: 'thread/anthem: decision "hymn" is not in this folder. Add it or correct the id.',
    },
    {
      says: 'a matter with a topic that is that of no paragraph',
      file: 'threads.yaml',
      change: ['decisions: [calendar, anthem]', 'topics: [music]'],
      line: 8,
      message: 'thread/anthem: topic "music" is that of no paragraph. Correct it, or take it out.',
    },
    {
      says: 'a matter with a status that there is not',
      file: 'threads.yaml',
      change: ['decisions: [calendar, anthem]', 'statuses: [friend]'],
      line: 8,
      message: 'thread/anthem: status "friend" is none of full-participant, associate, correspondent.',
    },
    {
      says: 'an id used twice, in two files',
      file: 'history/2033.yaml',
      change: ['id: LAP-correspondent', 'id: LAP-leaves'],
      line: 44,
      message: /^id: "LAP-leaves" is also used at .*2032\.yaml:237\. Every act has its own\.$/,
    },
    {
      says: 'a rule twice',
      file: 'constitution.yaml',
      change: ['rule: assembly', 'rule: council'],
      line: 12,
      message: /^id: "rule\/council" is also used at .*constitution\.yaml:3\. .* such as `act: rule\/council\/2`\.$/,
    },
    {
      says: 'a rule on a body that is not there',
      file: 'constitution.yaml',
      change: ['status: associate, grantedBy: assembly', 'status: associate, grantedBy: assemly'],
      line: 21,
      message: 'rule/associates: body "assemly" is not in bodies.yaml, and no act names it. Add it or correct the id.',
    },
    {
      says: 'a rule on who has a say, with a status that is not there',
      file: 'constitution.yaml',
      change: ['entitled: [full-participant]', 'entitled: [full]'],
      line: 81,
      message: 'rule/budget-majority: status "full" is none of full-participant, associate, correspondent.',
    },
    {
      says: 'silence in a body that is not there',
      file: 'constitution.yaml',
      change: ['kind: silence\n      bodies: [council]', 'kind: silence\n      bodies: [counsel]'],
      line: 193,
      message: 'rule/silence: body "counsel" is not in bodies.yaml, and no act names it. Add it or correct the id.',
    },
    {
      says: 'silence broken by a status that is not there',
      file: 'constitution.yaml',
      change: ['mayBreak: [full-participant]', 'mayBreak: [full]'],
      line: 193,
      message: 'rule/silence: status "full" is none of full-participant, associate, correspondent.',
    },
    {
      says: 'a body that prepares for one that is not there',
      file: 'constitution.yaml',
      change: ['for: coordinators', 'for: coordinator'],
      line: 236,
      message:
        'rule/experts-prepare: body "coordinator" is not in bodies.yaml, and no act names it. Add it or correct the id.',
    },
    {
      says: 'a body that prepares for itself',
      file: 'constitution.yaml',
      change: ['for: coordinators', 'for: experts'],
      line: 245,
      message: /^computes: prepares for itself\. Write in `for` the body/,
    },
    {
      says: 'numbers without a running number',
      file: 'constitution.yaml',
      change: ["'C/{year}/{n}'", "'C/{year}'"],
      line: 267,
      message: /^computes\.scheme: is no scheme of numbers: \{n\} stands in it once/,
    },
    {
      says: 'numbers of a body that is not there',
      file: 'constitution.yaml',
      change: ['kind: numbering, bodies: [council]', 'kind: numbering, bodies: [counsel]'],
      line: 258,
      message:
        'rule/council-numbers: body "counsel" is not in bodies.yaml, and no act names it. Add it or correct the id.',
    },
    {
      says: 'ad referendum in a body that is not there',
      file: 'constitution.yaml',
      change: ['kind: ad-referendum, bodies: [council]', 'kind: ad-referendum, bodies: [counsel]'],
      line: 280,
      message:
        'rule/ad-referendum: body "counsel" is not in bodies.yaml, and no act names it. Add it or correct the id.',
    },
    {
      says: 'signatures in a body that is not there',
      file: 'constitution.yaml',
      change: ['kind: signature-order, language: en', 'kind: signature-order, bodies: [counsel], language: en'],
      line: 335,
      message:
        'rule/order-of-signatures: body "counsel" is not in bodies.yaml, and no act names it. Add it or correct the id.',
    },
    {
      says: 'the chair of another body, of which it does not say',
      file: 'constitution.yaml',
      change: ['is: chair-of, of: council', 'is: chair-of'],
      line: 108,
      message: /^computes: does not say whose chair\./,
    },
    {
      says: 'a rotation of nothing',
      file: 'constitution.yaml',
      change: ['chairOf: council, ', ''],
      line: 116,
      message: /^computes: goes round for one thing\./,
    },
    {
      says: 'a period in no unit',
      file: 'constitution.yaml',
      change: ['notice: { weeks: 6 }', 'notice: { week: 6 }'],
      line: 55,
      message: /^computes\.notice: is no period\. Write one unit, such as \{ days: 30 \}/,
    },
    {
      says: 'a share in per cent',
      file: 'constitution.yaml',
      change: ['share: [3, 4]', 'share: 75%'],
      line: 92,
      message: 'computes.decides.share: is no share. Write two whole numbers, the part first: [2, 3] for two thirds.',
    },
    {
      says: 'a strength that is none',
      file: 'constitution.yaml',
      change: ['strength: as-a-rule', 'strength: usually'],
      line: 44,
      message: 'strength: "usually" is not known here. There is: must, as-a-rule, practice.',
    },
    {
      says: 'an id with a mark that the loader keeps for itself',
      file: 'history/2033.yaml',
      change: ['id: LAP-correspondent', 'id: LAP-correspondent~2'],
      line: 44,
      message: 'id: "~" is kept for later versions of an act. Choose another id.',
    },
    {
      says: 'an id with a space',
      file: 'history/2033.yaml',
      change: ['id: LAP-correspondent', 'id: LAP correspondent'],
      line: 44,
      message: /^id: is not an id: letters, digits and/,
    },
    {
      says: 'no day of entry',
      file: 'history/2033.yaml',
      change: ['recordedOn: 2026-11-22T04:00Z\n', ''],
      line: 3,
      message: /^recordedOn: says on which day this entered the edition, 2026-11-21; it stands once at the top/,
    },
    {
      says: 'a month as the day of entry',
      file: 'organisation.yaml',
      change: ['recordedOn: 2026-11-21', 'recordedOn: 2026-11'],
      line: 1,
      message: /^recordedOn: says on which day/,
    },
    {
      says: 'a dated act without a source',
      ...of2033,
      change: act('sources: []'),
      message: 'x: names no source. Every dated fact says where it is documented.',
    },
    {
      says: 'a correction of what is not there',
      ...of2033,
      change: act(`replaces: [nothing], ${cited}`),
      message: 'x: refers to "nothing", which is not in this folder.',
    },
    {
      says: 'a correction of itself',
      ...of2033,
      change: act(`replaces: [x], ${cited}`),
      message: 'x: refers to "x", which does not stand before it. Move it, or correct the id.',
    },
    {
      says: 'a correction of what entered the edition later',
      ...of2033,
      change: act(`recordedOn: 2026-11-20, replaces: [LAP-leaves], ${cited}`),
      message: 'x: refers to "LAP-leaves", which entered the edition later.',
    },
    {
      says: 'a place after what is not there',
      ...of2033,
      change: act(`after: nothing, ${cited}`),
      message: 'x: refers to "nothing", which is not in this folder.',
    },
    {
      says: 'a withdrawal, which is for the loader to write',
      ...of2033,
      change: {
        add: `  - { id: x, kind: act-withdrawn, on: 2033-03-01, withdraws: [LAP-leaves], reason: A slip., ${cited} }\n`,
      },
      message: 'x: a folder withdraws nothing. Remove the act itself; the register keeps it.',
    },
    {
      says: 'a list that is none',
      file: 'coverage.yaml',
      change: [/rows:[\s\S]*/.exec(readFileSync(join(concord, 'coverage.yaml'), 'utf8'))?.[0] ?? '', 'rows: none\n'],
      line: 2,
      message: /^rows: .*expected array/,
    },
  ]
  test.each(rows)('$says', async ({ file, change, line, message }) => {
    const folder = copyOfConcord()
    const path = join(folder, file)
    apply(path, change)
    const faults = readFolder(folder)
    expect(faults).toContainEqual({
      file: path,
      line,
      message: typeof message === 'string' ? message : expect.stringMatching(message),
    })
    const refusal = await loadFolder(registry, folder)
    expect(refusal).toMatchObject({
      refused: 'unreadable-folder',
      remedy: expect.stringContaining('Nothing was loaded'),
    })
    expect(isRefusal(refusal) && refusal.message).toContain(`${path}:${line}: `)
    expect(registry.organisations()).toEqual([])
  })

  test.each([
    ...['organisation.yaml', 'sources.yaml', 'participants.yaml', 'constitution.yaml'].map((file) => ({
      says: `${file} is missing`,
      make: (folder: string) => rmSync(join(folder, file)),
      file,
      message: 'The file is missing. Every organisation has one.',
    })),
    {
      says: 'a file of history without a year',
      make: (folder: string) => writeFileSync(join(folder, 'history', 'later.yaml'), ''),
      file: 'history/later.yaml',
      message: 'Files here are named by year: 2001.yaml.',
    },
    {
      says: 'no folder at all',
      make: (folder: string) => rmSync(folder, { recursive: true }),
      file: '.',
      message: 'There is no such folder.',
    },
    {
      says: 'a file in its place',
      make: (folder: string) => {
        rmSync(folder, { recursive: true })
        writeFileSync(folder, '')
      },
      file: '.',
      message: 'There is no such folder.',
    },
  ])('$says', async ({ make, file, message }) => {
    const folder = copyOfConcord()
    make(folder)
    const refusal = await loadFolder(registry, folder)
    expect(refusal).toMatchObject({ refused: 'unreadable-folder' })
    expect(isRefusal(refusal) && refusal.message).toContain(`${join(folder, file)}:1: ${message}`)
    expect(registry.organisations()).toEqual([])
  })

  test('all faults of all files are said at once, up to twenty', async () => {
    const folder = copyOfConcord()
    apply(join(folder, 'sources.yaml'), ['language: en', 'language: 5'])
    for (let count = 0; count < 30; count += 1) apply(join(folder, 'history/2033.yaml'), { add: '  - { id: x }\n' })
    const refusal = await loadFolder(registry, folder)
    const message = isRefusal(refusal) ? refusal.message : ''
    expect(message.match(/\.yaml:\d+: /g)).toHaveLength(20)
    expect(message).toContain('sources.yaml:')
    expect(message).toContain('history/2033.yaml:341: ')
    expect(message).toMatch(/… and 11 more$/)
  })
})

test('an item of a list is corrected by a later one with an act id of its own', () => {
  const folder = copyOfConcord()
  apply(join(folder, 'participants.yaml'), {
    add: '  - { id: ARC, act: participant/ARC/2, replaces: [participant/ARC], correction: A slip., type: state, names: { en: Arcady } }\n',
  })
  const read = readFolder(folder)
  expect(
    !Array.isArray(read) && read.acts.map(({ act }) => act).find(({ id }) => id === 'participant/ARC/2'),
  ).toMatchObject({
    kind: 'participant-described',
    participant: 'ARC',
    replaces: ['participant/ARC'],
  })
})

test('a folder without history, geography or coverage is one that has none yet', () => {
  const folder = copyOfConcord()
  rmSync(join(folder, 'history'), { recursive: true })
  rmSync(join(folder, 'coverage.yaml'))
  rmSync(join(folder, 'claims.yaml'))
  // What they follow and concern is in the history.
  rmSync(join(folder, 'threads.yaml'))
  mkdirSync(join(folder, 'texts'))
  const read = readFolder(folder)
  expect(Array.isArray(read) ? read : read.acts.length).toBe(55)
})

function apply(path: string, change: Change): void {
  if ('add' in change) {
    appendFileSync(path, change.add)
    return
  }
  const [from, to] = change
  const text = readFileSync(path, 'utf8')
  if (!text.includes(from)) throw new Error(`${path} does not have "${from}".`)
  writeFileSync(path, text.replace(from, to))
}
