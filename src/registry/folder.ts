import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { type Act, actSchema, dayOfEffect } from '../record/index.ts'
import { type Instant, isRefusal, parseInstant, parsePartialDate } from '../rules/index.ts'
import { crossCheck } from './cross-check.ts'
import { type Item, lists, slug } from './folder-lists.ts'
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
  reading.clock()
  const faults = reading.faults.length > 0 ? reading.faults : crossCheck(reading.acts)
  return faults.length > 0 ? faults : { organisation, acts: reading.acts }
}

class Reading {
  readonly acts: FolderAct[] = []
  readonly faults: Fault[] = []
  #described: { readonly yaml: YamlFile; readonly clock: unknown } | undefined

  description(folder: string): void {
    const yaml = this.#open(folder, 'organisation.yaml', true)
    if (!yaml) return
    const { recordedOn, clock, ...rest } = (yaml.value ?? {}) as Item
    this.#add(yaml, [], { kind: 'organisation-described', id: 'organisation', ...rest }, recordedOn)
    this.#described = { yaml, clock }
  }

  /**
   * The clock is an act of its own with a `recordedOn` of its own: it counts from that moment, and were it part of the
   * description, a correction of the description would be recorded at another moment in each clone.
   */
  clock(): void {
    if (this.#described?.clock === undefined) return
    const { yaml } = this.#described
    const shape = z.strictObject({ shows: z.unknown(), why: z.unknown(), recordedOn: z.unknown() })
    const clock = check(yaml, ['clock'], this.#described.clock, shape)
    if (Array.isArray(clock)) {
      this.faults.push(...clock)
      return
    }
    const { recordedOn, ...rest } = clock
    this.#add(yaml, ['clock'], { kind: 'clock-set', id: 'clock', ...rest }, recordedOn)
  }

  list(folder: string, file: string, list: string, required: boolean, toAct: (item: Item) => object): void {
    const yaml = this.#open(folder, file, required)
    if (!yaml) return
    // A correction of an item of a list has an act id of its own, since the id of the thing is taken.
    this.#items(yaml, list, ({ act, ...item }, at, recordedOn) =>
      this.#add(yaml, at, { ...toAct(item), ...(act === undefined ? {} : { id: act }) }, recordedOn),
    )
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
