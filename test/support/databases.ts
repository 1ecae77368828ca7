import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { Registry, type Where } from '../../src/registry/index.ts'
import { isRefusal, type Refusal } from '../../src/rules/index.ts'
import { removeTemporaryFolders, temporaryFolder } from './folders.ts'
import { type PostgresServer, startPostgres } from './postgres.ts'

/** Where registers are kept: the tests run on each kind, never on a stand-in. */
export interface Databases {
  start(): Promise<void>
  /** A new register with nothing in it. */
  fresh(): Promise<Where>
  stop(): Promise<void>
}

export function pglite(): Databases {
  let template = ''
  return {
    start: async () => {
      template = await emptyDataFolder()
    },
    fresh: async () => ({ dataFolder: copyOfDataFolder(template) }),
    stop: async () => removeTemporaryFolders(),
  }
}

export function postgres(): Databases & { server(): PostgresServer } {
  let server: PostgresServer | undefined
  const running = () => {
    if (!server) throw new Error('The server has not been started.')
    return server
  }
  return {
    start: async () => {
      server = await startPostgres()
    },
    fresh: async () => ({ databaseUrl: await running().freshDatabase(), dataFolder: '/nonexistent' }),
    stop: async () => {
      removeTemporaryFolders()
      await server?.stop()
    },
    server: running,
  }
}

export const bothDatabases = [
  { name: 'PGlite', databases: pglite() as Databases },
  { name: 'PostgreSQL', databases: postgres() as Databases },
]

/** A data folder with an empty register. Making one takes seconds; copy it with `copyOfDataFolder`. */
export async function emptyDataFolder(): Promise<string> {
  const dataFolder = join(temporaryFolder(), 'data')
  await ok(Registry.open({ dataFolder })).then((registry) => registry.close())
  return dataFolder
}

export function copyOfDataFolder(template: string): string {
  const copy = join(temporaryFolder(), 'data')
  cpSync(template, copy, { recursive: true })
  return copy
}

/** What was hoped for; a refusal fails the test with its own words. */
export async function ok<T>(result: Promise<T | Refusal>): Promise<T> {
  const value = await result
  if (isRefusal(value)) throw new Error(`Refused (${value.refused}): ${value.message}`)
  return value
}

/** The code of the refusal that was hoped for. */
export async function refused(result: Promise<unknown>): Promise<string> {
  const value = await result
  return isRefusal(value) ? value.refused : `not refused: ${JSON.stringify(value)}`
}
