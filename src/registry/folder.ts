import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import {
  type Act,
  actSchema,
  dayBegins,
  dayOfEffect,
  describes,
  involvedIn,
  participantsOf,
  refersTo,
} from '../record/index.ts'
import { type Instant, isRefusal, parseInstant, parsePartialDate } from '../rules/index.ts'
import { check, type Fault, parseYaml, type YamlFile } from './yaml.ts'

/** An act as it stands in an organisation's folder. `replaces` and `after` name acts by their ids in the folder. */
export interface FolderAct {
  readonly act: Act
  /** When it entered the edition. */
  readonly recordedAt: Instant
  readonly file: string
  readonly line: number
}

export interface Folder {
  readonly organisation: string
  readonly acts: readonly FolderAct[]
}

/** The files of a folder that hold lists of facts true of every day, and what their items become. */
const lists: readonly { file: string; list: string; required: boolean; toAct: (item: Item) => object }[] = [
  {
    file: 'sources.yaml',
    list: 'sources',
    required: true,
    toAct: ({ id, ...more }) => ({ kind: 'source-described', id: `source/${id}`, source: id, ...more }),
  },
  {
    file: 'participants.yaml',
    list: 'participants',
    required: true,
    toAct: ({ id, ...more }) => ({ kind: 'participant-described', id: `participant/${id}`, participant: id, ...more }),
  },
  {
    file: 'geography.yaml',
    list: 'capitals',
    required: false,
    toAct: ({ participant, on, ...more }) => ({
      kind: 'capital-located',
      id: ['capital', participant, on].filter(Boolean).join('/'),
      participant,
      ...(on ? { on } : {}),
      ...more,
    }),
  },
  {
    file: 'constitution.yaml',
    list: 'rules',
    required: true,
    toAct: ({ rule, from, ...more }) => ({ kind: 'rule-stated', id: `rule/${rule}`, rule, on: from, ...more }),
  },
  {
    file: 'bodies.yaml',
    list: 'bodies',
    required: false,
    toAct: ({ id, ...more }) => ({ kind: 'body-described', id: `body/${id}`, body: id, ...more }),
  },
  {
    file: 'coverage.yaml',
    list: 'rows',
    required: false,
    toAct: ({ year, of, ...more }) => ({ kind: 'coverage-stated', id: `coverage/${year}/${of}`, year, of, ...more }),
  },
  {
    file: 'shares.yaml',
    list: 'shares',
    required: false,
    toAct: ({ id, ...more }) => ({ kind: 'shares-stated', id: `shares/${id}`, scheme: id, ...more }),
  },
  {
    file: 'neighbours.yaml',
    list: 'neighbours',
    required: false,
    toAct: ({ id, ...more }) => ({ kind: 'neighbour-described', id: `neighbour/${id}`, neighbour: id, ...more }),
  },
  {
    file: 'features.yaml',
    list: 'features',
    required: false,
    toAct: ({ neighbour, feature, ...more }) => ({
      kind: 'feature-stated',
      id: `feature/${neighbour}/${feature}`,
      neighbour,
      feature,
      ...more,
    }),
  },
  {
    file: 'memberships.yaml',
    list: 'memberships',
    required: false,
    // A participant may belong twice, so the beginning is part of the name.
    toAct: ({ neighbour, participant, from, ...more }) => ({
      kind: 'membership-recorded',
      id: ['membership', neighbour, participant, from].filter(Boolean).join('/'),
      neighbour,
      participant,
      ...(from ? { from } : {}),
      ...more,
    }),
  },
  {
    file: 'figures.yaml',
    list: 'figures',
    required: false,
    toAct: ({ participant, indicator, date, ...more }) => ({
      kind: 'figure-stated',
      id: `figure/${participant}/${indicator}/${date}`,
      participant,
      indicator,
      date,
      ...more,
    }),
  },
  {
    file: 'connections.yaml',
    list: 'connections',
    required: false,
    toAct: ({ decision, instrument, ...more }) => ({
      kind: 'connection-noted',
      id: `connection/${decision}/${instrument}`,
      decision,
      instrument,
      ...more,
    }),
  },
  {
    file: 'research.yaml',
    list: 'fields',
    required: false,
    toAct: ({ subject, field, ...more }) => ({
      kind: 'research-accounted',
      id: `research/${slug(subject)}/${slug(field)}`,
      subject,
      field,
      ...more,
    }),
  },
  {
    file: 'elements.yaml',
    list: 'elements',
    required: false,
    toAct: ({ id, ...more }) => ({ kind: 'element-described', id: `element/${id}`, element: id, ...more }),
  },
  {
    file: 'definitions.yaml',
    list: 'definitions',
    required: false,
    toAct: ({ id, ...more }) => ({ kind: 'definition-described', id: `definition/${id}`, definition: id, ...more }),
  },
]
type Item = Record<string, unknown>

/** What is written, as part of an id. */
function slug(written: unknown): string {
  return String(written).replaceAll(/[^A-Za-z0-9.-]+/g, '-')
}

/** Ids ending so are given by the loader to later versions of an act. */
export const versionMark = '~'

/**
 * Reads an organisation's folder into acts, in the order of the files. Nothing is half read: one fault anywhere and
 * only the faults come back, each with its file and line.
 */
export function readFolder(path: string): Folder | Fault[] {
  const organisation = basename(path)
  if (!existsSync(path) || !statSync(path).isDirectory())
    return [{ file: path, line: 1, message: 'There is no such folder.' }]
  const reading = new Reading()
  reading.description(path)
  for (const { file, list, required, toAct } of lists) reading.list(path, file, list, required, toAct)
  const texts = join(path, 'texts')
  for (const file of existsSync(texts) ? readdirSync(texts).sort() : []) reading.text(path, join('texts', file))
  const history = join(path, 'history')
  const years = existsSync(history) ? readdirSync(history).sort() : []
  for (const file of years) reading.history(path, join('history', file))
  const faults = reading.faults.length > 0 ? reading.faults : crossCheck(reading.acts)
  return faults.length > 0 ? faults : { organisation, acts: reading.acts }
}

class Reading {
  readonly acts: FolderAct[] = []
  readonly faults: Fault[] = []

  description(folder: string): void {
    const yaml = this.#open(folder, 'organisation.yaml', true)
    if (!yaml) return
    const { recordedOn, ...rest } = (yaml.value ?? {}) as Item
    this.#add(yaml, [], { kind: 'organisation-described', id: 'organisation', ...rest }, recordedOn)
  }

  list(folder: string, file: string, list: string, required: boolean, toAct: (item: Item) => object): void {
    const yaml = this.#open(folder, file, required)
    if (!yaml) return
    this.#items(yaml, list, (item, at, recordedOn) => this.#add(yaml, at, toAct(item), recordedOn))
  }

  /** One text: what it is, then its paragraphs in order. */
  text(folder: string, file: string): void {
    const yaml = this.#open(folder, file, true)
    if (!yaml) return
    const shape = z.strictObject({
      recordedOn: z.unknown(),
      text: z.looseObject({ id: z.string() }),
      paragraphs: z.array(z.looseObject({})),
    })
    const read = check(yaml, [], yaml.value, shape)
    if (Array.isArray(read)) {
      this.faults.push(...read)
      return
    }
    const { id, ...more } = read.text
    this.#add(yaml, ['text'], { kind: 'text-described', id: `text/${id}`, text: id, ...more }, read.recordedOn)
    for (const [index, { recordedOn, ...item }] of (read.paragraphs as Item[]).entries()) {
      const paragraph = String(item.paragraph)
      const act = { kind: 'paragraph-abstracted', id: `text/${id}/${slug(paragraph)}`, text: id, ...item, paragraph }
      this.#add(yaml, ['paragraphs', index], act, recordedOn ?? read.recordedOn)
    }
  }

  history(folder: string, file: string): void {
    const year = /^history[/\\](\d{4})\.yaml$/.exec(file)?.[1]
    if (!year) {
      this.faults.push({ file: join(folder, file), line: 1, message: 'Files here are named by year: 2001.yaml.' })
      return
    }
    const yaml = this.#open(folder, file, true)
    if (!yaml) return
    this.#items(yaml, 'acts', (item, at, recordedOn) => {
      const added = this.#add(yaml, at, item, recordedOn)
      if (added && !dayOfEffect(added.act).startsWith(year)) {
        const to = added.act.on ? `Move it to history/${added.act.on.slice(0, 4)}.yaml` : 'Give it a date in `on`'
        this.faults.push({ file: yaml.file, line: added.line, message: `on: is not in ${year}. ${to}.` })
      }
    })
  }

  #open(folder: string, file: string, required: boolean): YamlFile | undefined {
    const path = join(folder, file)
    if (!existsSync(path)) {
      if (required)
        this.faults.push({ file: path, line: 1, message: 'The file is missing. Every organisation has one.' })
      return undefined
    }
    const yaml = parseYaml(path, readFileSync(path, 'utf8'))
    if (!Array.isArray(yaml)) return yaml
    this.faults.push(...yaml)
    return undefined
  }

  #items(yaml: YamlFile, list: string, take: (item: Item, at: PropertyKey[], recordedOn: unknown) => void): void {
    const shape = z.strictObject({
      recordedOn: z.unknown().optional(),
      notice: z.string().optional(),
      [list]: z.array(z.looseObject({})),
    })
    const file = check(yaml, [], yaml.value, shape)
    if (Array.isArray(file)) {
      this.faults.push(...file)
      return
    }
    for (const [index, { recordedOn, ...item }] of (file[list] as Item[]).entries()) {
      take(item, [list, index], recordedOn ?? file.recordedOn)
    }
  }

  #add(yaml: YamlFile, at: PropertyKey[], raw: object, recordedOn: unknown): FolderAct | undefined {
    const act = check(yaml, at, raw, actSchema)
    const recordedAt = instantOf(recordedOn)
    const line = yaml.lineOf(at)
    if (Array.isArray(act)) this.faults.push(...act)
    else if (recordedAt === undefined) {
      const message =
        'recordedOn: says on which day this entered the edition, 2026-11-21; it stands once at the top of the file or at the act.'
      this.faults.push({ file: yaml.file, line, message })
    } else if (act.id.includes(versionMark)) {
      this.faults.push({
        file: yaml.file,
        line,
        message: `id: "${versionMark}" is kept for later versions of an act. Choose another id.`,
      })
    } else {
      const folderAct = { act: { ...act, history: true }, recordedAt, file: yaml.file, line }
      this.acts.push(folderAct)
      return folderAct
    }
    return undefined
  }
}

/** A date, taken as its first moment, or a time. */
function instantOf(written: unknown): Instant | undefined {
  const text = String(written ?? '')
  const instant = parseInstant(text)
  if (!isRefusal(instant)) return instant
  const date = parsePartialDate(text)
  return isRefusal(date) || date.length < 10 ? undefined : (`${date}T00:00:00.000Z` as Instant)
}

/** What one act alone cannot show: ids used twice, and references to what is not there or comes later. */
function crossCheck(acts: readonly FolderAct[]): Fault[] {
  const faults: Fault[] = []
  const byId = new Map<string, FolderAct>()
  for (const folderAct of acts) {
    const first = byId.get(folderAct.act.id)
    const message =
      first && `id: "${folderAct.act.id}" is also used at ${first.file}:${first.line}. Every act has its own.`
    if (message) faults.push({ file: folderAct.file, line: folderAct.line, message })
    byId.set(folderAct.act.id, folderAct)
  }
  const statuses = acts
    .flatMap(({ act }) => (act.kind === 'organisation-described' ? act.statuses : []))
    .map((s) => s.status)
  const described = new Set(
    acts.flatMap(({ act }) => {
      const thing = describes(act)
      return thing ? [`${thing.thing}/${thing.id}`] : []
    }),
  )
  for (const folderAct of acts) {
    const { act, file, line } = folderAct
    const fault = (message: string) => faults.push({ file, line, message: `${act.id}: ${message}` })
    // The loader writes withdrawals itself, from what is gone; one written here would be entered again at every start.
    if (act.kind === 'act-withdrawn') fault('a folder withdraws nothing. Remove the act itself; the register keeps it.')
    for (const { source } of act.sources) {
      if (!byId.has(`source/${source}`)) fault(`source "${source}" is not in sources.yaml. Add it or correct the id.`)
    }
    if (act.on !== undefined && act.kind !== 'capital-located' && act.sources.length === 0) {
      fault('names no source. Every dated fact says where it is documented.')
    }
    for (const { thing, id } of refersTo(act)) {
      if (!described.has(`${thing}/${id}`)) fault(`${thing} "${id}" is not in this folder. Add it or correct the id.`)
    }
    for (const participant of act.kind === 'participant-described'
      ? []
      : [...participantsOf(act), ...involvedIn(act)]) {
      if (!byId.has(`participant/${participant}`)) fault(`participant "${participant}" is not in participants.yaml.`)
    }
    const status = act.kind === 'status-granted' ? act.status : act.kind === 'step-taken' ? act.toward : undefined
    if (status !== undefined && !statuses.includes(status))
      fault(`status "${status}" is none of ${statuses.join(', ')}.`)
    for (const earlier of [...(act.replaces ?? []), act.after ?? dayBegins, act.carriesOut ?? dayBegins]) {
      const other = byId.get(earlier)
      if (earlier === dayBegins) continue
      if (!other) fault(`refers to "${earlier}", which is not in this folder.`)
      else if (other.recordedAt > folderAct.recordedAt)
        fault(`refers to "${earlier}", which entered the edition later.`)
      else if (other.recordedAt === folderAct.recordedAt && acts.indexOf(other) >= acts.indexOf(folderAct))
        fault(`refers to "${earlier}", which does not stand before it. Move it, or correct the id.`)
    }
  }
  return faults
}
