import { existsSync, readdirSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Fold } from '../record/index.ts'
import { loadFolder } from '../registry/load.ts'
import { type Records, Registry } from '../registry/registry.ts'
import { isRefusal } from '../rules/index.ts'
import { mirrorOfServed } from './served.ts'
import { Stop, say, stopIfRefused } from './terminal.ts'

// The register for a command. Of its room only the files that are needed are read: the accounts would make every command
// wait for what signs people in.

export const where = () => ({
  databaseUrl: process.env.DATABASE_URL || undefined,
  dataFolder: resolve(process.env.CHANCERY_DATA || 'data'),
})

/** The folders of the organisations that come with the program. */
export function shippedFolders(): string[] {
  const here = dirname(fileURLToPath(import.meta.url))
  const organisations = [join(here, '..', '..', 'organisations')].find((path) => existsSync(path))
  if (!organisations) return []
  return readdirSync(organisations, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(organisations, entry.name))
}

/** Opens the register and brings it into agreement with the folders, saying what it does. */
export async function openRegistry(folders: readonly string[], quiet = false): Promise<Registry> {
  const progress = quiet ? () => {} : say
  progress(where().databaseUrl ? 'Connecting to the database …' : `Opening the register in ${where().dataFolder} …`)
  const registry = stopIfRefused(await Registry.open(where()))
  try {
    await loadFolders(registry, folders, progress)
  } catch (error) {
    await registry.close()
    throw error
  }
  return registry
}

async function loadFolders(
  registry: Registry,
  folders: readonly string[],
  progress: (line: string) => void,
): Promise<void> {
  for (const folder of folders) {
    const loaded = stopIfRefused(await loadFolder(registry, resolve(folder)))
    const { organisation, added, corrected, withdrawn } = loaded
    const changes = [`${added} added`, `${corrected} corrected`, `${withdrawn} withdrawn`].filter(
      (c) => !c.startsWith('0 '),
    )
    const total = registry.record(organisation).position
    progress(`  ${organisation}: ${total} acts${changes.length ? ` (${changes.join(', ')})` : ', nothing new'}`)
  }
}

/** Opens the register to change it, and closes it again. */
export async function withRegistry<T>(work: (registry: Registry) => Promise<T> | T): Promise<T> {
  const registry = await openRegistry([], true)
  try {
    return await work(registry)
  } finally {
    await registry.close()
  }
}

/**
 * Opens the records to ask of them. While the pages are being served from the same data folder, only that process may
 * open it; then the register is read from there, whole, so the answer is the same.
 */
export async function withRecords<T>(organisation: string, work: (records: Records) => Promise<T> | T): Promise<T> {
  const registry = await Registry.open(where())
  if (isRefusal(registry)) {
    const mirror =
      registry.refused === 'data-folder-in-use' ? await mirrorOfServed(where().dataFolder, organisation) : undefined
    return work(mirror ?? stopIfRefused<never>(registry))
  }
  try {
    await loadFolders(registry, shippedFolders(), () => {})
    return await work(registry)
  } finally {
    await registry.close()
  }
}

export function recordOf(records: Records, organisation: string): Fold {
  const record = records.record(organisation)
  if (record.position > 0) return record
  const there = `There is no organisation "${organisation}" here. There is: ${records.organisations().join(', ') || 'none'}.`
  const isFolder = existsSync(join(organisation, 'organisation.yaml'))
  const how = `Load it with \`chancery import ${organisation}\`, and then ask for "${basename(resolve(organisation))}".`
  throw new Stop(isFolder ? `${there}\nThat is a folder. ${how}` : there)
}
