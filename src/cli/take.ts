import { existsSync, readdirSync, statSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Command } from 'commander'
import { tablesOf } from '../exchange/index.ts'
import { type Fold, parseAsOf } from '../record/index.ts'
import { packageFiles } from '../routes/downloads.ts'
import { writeSqlite } from '../routes/sqlite.ts'
import { recordOf, withRecords } from './opening.ts'
import { Stop, say, stopIfRefused } from './terminal.ts'

interface Options {
  readonly known?: string
}

export function packageCommand(program: Command): void {
  program
    .command('package')
    .description('write the whole record as a data package: CSV files with a description of every column')
    .argument('<organisation>', 'such as concord')
    .argument('<folder>', 'where to write it; a new or an empty folder')
    .option('--known <time or position>', 'as the record stood at a register position, a day or a time')
    .action((organisation: string, folder: string, options: Options) => {
      const path = resolve(folder)
      const taken = existsSync(path) && (!statSync(path).isDirectory() || readdirSync(path).length > 0)
      if (taken) throw new Stop(`${path} is there already. Nothing was written; name a new or an empty folder.`)
      return withRecords(organisation, async (records) => {
        const { record, position } = asKnown(recordOf(records, organisation), options)
        const files = packageFiles(record, position, tablesOf(record, position))
        await whole(path, async (beside) => {
          for (const file of files) {
            await mkdir(dirname(join(beside, file.path)), { recursive: true })
            await writeFile(join(beside, file.path), file.text)
          }
        })
        say(`${files.length} files written to ${path}, as known at position ${position}.`)
      })
    })
}

export function sqliteCommand(program: Command): void {
  program
    .command('sqlite')
    .description('write the whole record as one SQLite file')
    .argument('<organisation>', 'such as concord')
    .argument('<file>', 'where to write it; an earlier file there is replaced')
    .option('--known <time or position>', 'as the record stood at a register position, a day or a time')
    .action((organisation: string, file: string, options: Options) => {
      const path = resolve(file)
      if (existsSync(path) && statSync(path).isDirectory()) {
        throw new Stop(`${path} is a folder. Nothing was written; name a file, such as ${join(path, 'record.sqlite')}.`)
      }
      return withRecords(organisation, async (records) => {
        const { record, position } = asKnown(recordOf(records, organisation), options)
        const tables = tablesOf(record, position)
        await whole(path, (beside) => writeSqlite(tables, beside))
        say(`${tables.length} tables written to ${path}, as known at position ${position}.`)
      })
    })
}

function asKnown(record: Fold, { known }: Options): { record: Fold; position: number } {
  const { position } = stopIfRefused(parseAsOf(record, undefined, known))
  return { record, position }
}

/** Written beside and moved into place when whole: a full disk or a kill leaves nothing half written under the name. */
async function whole(path: string, write: (beside: string) => Promise<void>): Promise<void> {
  const beside = `${path}.part`
  try {
    await rm(beside, { recursive: true, force: true })
    await mkdir(dirname(path), { recursive: true })
    await write(beside)
    if (existsSync(path) && statSync(path).isDirectory()) await rm(path, { recursive: true })
    await rename(beside, path)
  } catch (error) {
    // Where not even this can be done, there is nothing to remove.
    await rm(beside, { recursive: true, force: true }).catch(() => {})
    throw new Stop(`Nothing was written to ${path}: ${error instanceof Error ? error.message : String(error)}`)
  }
}
