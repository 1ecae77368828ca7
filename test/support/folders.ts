import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const organisations = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'organisations')

/** The made-up organisation that comes with Chancery: small, and with something for the reviews to find. */
export const concord = join(organisations, 'concord')
/** The real one: some hundreds of acts. */
export const shipped = join(organisations, 'sco')
export const shippedId = 'sco'

/** Of every organisation that comes with Chancery, its folder. */
export function shippedFolders(): string[] {
  return readdirSync(organisations).map((name) => join(organisations, name))
}

const made: string[] = []

/** A new folder of its own, removed by `removeTemporaryFolders`. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-test-'))
  made.push(folder)
  return folder
}

export function removeTemporaryFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}

/** A copy of the Concord's folder to spoil. */
export function copyOfConcord(): string {
  const copy = join(temporaryFolder(), 'concord')
  cpSync(concord, copy, { recursive: true })
  return copy
}
