import { basename, resolve } from 'node:path'
import { endOfTime, Fold, rule } from '../record/index.ts'
import { isRefusal, type Refusal, refuse } from '../rules/index.ts'
import { type Folder, readFolder, versionMark } from './folder.ts'
import { digestOf, isLoaded, noteLoaded } from './loaded.ts'
import { plan } from './plan.ts'
import { entriesAfter, type Registry, type Submission } from './registry.ts'
import type { Fault } from './yaml.ts'

/** What a load did. */
export interface Loaded {
  readonly organisation: string
  readonly added: number
  readonly corrected: number
  readonly withdrawn: number
}

/** Reads a folder and brings the register into agreement with it, all in one append: nothing is ever half loaded. */
export async function loadFolder(registry: Registry, path: string): Promise<Loaded | Refusal> {
  const digest = digestOf(path)
  if (digest !== undefined && (await agrees(registry, basename(resolve(path)), digest)))
    return { organisation: basename(resolve(path)), added: 0, corrected: 0, withdrawn: 0 }
  const folder = readFolder(path)
  if (Array.isArray(folder)) return folderRefusal(path, folder)
  const loaded = await loadActs(registry, folder)
  if (digest !== undefined && !isRefusal(loaded))
    await noteLoaded(registry.database, registry.record(loaded.organisation), digest)
  return loaded
}

/** Whether the register is known to agree with the folder, so that it need not be read. */
async function agrees(registry: Registry, organisation: string, digest: string): Promise<boolean> {
  const damaged = await registry.catchUp(organisation)
  return !damaged && isLoaded(registry.database, registry.record(organisation), digest)
}

export async function loadActs(registry: Registry, folder: Folder): Promise<Loaded | Refusal> {
  for (;;) {
    const { organisation } = folder
    const damaged = await registry.catchUp(organisation)
    if (damaged) return damaged
    const record = registry.record(organisation)
    const { forkedFrom } = record.at(endOfTime).description ?? {}
    if (forkedFrom) {
      return refuse('is-an-exercise', `"${organisation}" is an exercise, made from ${forkedFrom.organisation}.`, {
        remedy: 'Nothing was loaded. Give the folder another name.',
      })
    }
    const planned = plan(record, folder.acts)
    if (planned.length === 0) return { organisation, added: 0, corrected: 0, withdrawn: 0 }
    const submissions = check(record, planned, registry)
    if (isRefusal(submissions)) return submissions
    const entries = await registry.append(organisation, record.position, submissions)
    if (!entries) continue
    const withdrawn = entries.filter(({ act }) => act.kind === 'act-withdrawn').length
    const added = entries.filter(({ id }) => !id.includes(versionMark)).length
    return { organisation, added, corrected: entries.length - added - withdrawn, withdrawn }
  }
}

/** Each act against the record as the acts before it leave it, tried on a copy. */
function check(record: Fold, planned: ReturnType<typeof plan>, registry: Registry): Submission[] | Refusal {
  const now = registry.now()
  const copy = new Fold(record.organisation, record.allEntries())
  const submissions: Submission[] = []
  for (const { act, recordedAt } of planned) {
    if (recordedAt !== undefined && recordedAt > now) {
      return refuse(
        'recorded-in-the-future',
        `"${act.id}" entered the edition on ${recordedAt}, which is still to come.`,
        {
          remedy: 'Correct recordedOn, or the clock of this machine.',
        },
      )
    }
    const taken = copy.entry(act.id)
    if (taken) {
      return refuse('id-already-used', `"${act.id}" is the id of another act, at position ${taken.position}.`, {
        remedy: 'Nothing was loaded. Give the act in the folder another id.',
      })
    }
    const ruling = rule(copy, act, { kind: 'secretariat' })
    if (isRefusal(ruling)) return ruling
    const submission = { act, ruling, constitution: 0, recordedAt }
    for (const entry of entriesAfter(copy, [submission], now)) copy.append(entry)
    submissions.push(submission)
  }
  return submissions
}

function folderRefusal(path: string, faults: readonly Fault[]): Refusal {
  const shown = faults.slice(0, 20).map((fault) => `  ${fault.file}:${fault.line}: ${fault.message}`)
  const more = faults.length > 20 ? `\n  … and ${faults.length - 20} more` : ''
  return refuse('unreadable-folder', `The folder ${path} was not loaded:\n${shown.join('\n')}${more}`, {
    remedy: 'Nothing was loaded from it. Correct these places and start again.',
  })
}
