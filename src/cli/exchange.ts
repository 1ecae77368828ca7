import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { exportRegister, importRegister } from '../registry/exchange-file.ts'
import { loadFolder } from '../registry/load.ts'
import { recordOf, withRecords, withRegistry } from './opening.ts'
import { Stop, say, stopIfRefused } from './terminal.ts'

export function importCommand(program: Command): void {
  program
    .command('import')
    .description('bring in an organisation: its folder, or a register exported elsewhere')
    .argument('<path>', 'a folder such as organisations/concord, or a file made by export')
    .action((path: string) => {
      if (!existsSync(path)) throw new Stop(`There is nothing at ${resolve(path)}.`)
      return withRegistry(async (registry) => {
        if (statSync(path).isDirectory()) {
          const loaded = stopIfRefused(await loadFolder(registry, resolve(path)))
          say(
            `${loaded.organisation}: ${loaded.added} added, ${loaded.corrected} corrected, ${loaded.withdrawn} withdrawn.`,
          )
          return
        }
        const { organisation, added } = stopIfRefused(await importRegister(registry, path))
        const hash = registry.rootHash(organisation)
        say(`${organisation}: ${added} entries taken in; the register's hash is ${hash}.`)
      })
    })
}

export function exportCommand(program: Command): void {
  program
    .command('export')
    .description('write a register as one file, an entry a line, as stored and hashed')
    .argument('<organisation>', 'such as concord')
    .requiredOption('--out <file>', 'where to write it')
    .option('--with-closed', 'also what is under seal, as a backup: not for publication')
    .action((organisation: string, options: { out: string; withClosed?: boolean }) =>
      withRecords(organisation, async (records) => {
        recordOf(records, organisation)
        const count = stopIfRefused(
          await exportRegister(records, organisation, resolve(options.out), options.withClosed),
        )
        if (options.withClosed) say('With what is under seal: keep this file as you keep the database.')
        say(
          `${count} entries written to ${resolve(options.out)}; the register's hash is ${records.rootHash(organisation)}.`,
        )
      }),
    )
}
