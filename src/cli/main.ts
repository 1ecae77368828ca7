import { Command, CommanderError } from 'commander'
import { Stop, say, watchOutput } from './terminal.ts'

type Add = (program: Command) => void

/**
 * Each command, and the file that adds it. A file is read when its command is asked for: a question that needs no
 * register does not wait until everything is read that serves pages.
 */
export const commands = new Map<string, () => Promise<Add>>([
  ['serve', async () => (await import('./serve.ts')).serveCommand],
  ['participants', async () => (await import('./participants.ts')).participantsCommand],
  ['replay', async () => (await import('./replay.ts')).replayCommand],
  ['question', async () => (await import('./question.ts')).questionCommand],
  ['claim', async () => (await import('./claim.ts')).claimCommand],
  ['claims', async () => (await import('./claim.ts')).claimsCommand],
  ['measure', async () => (await import('./claim.ts')).measureCommand],
  ['coverage', async () => (await import('./coverage.ts')).coverageCommand],
  ['decide', async () => (await import('./decide.ts')).decideCommand],
  ['entry-into-force', async () => (await import('./entry-into-force.ts')).entryIntoForceCommand],
  ['silence', async () => (await import('./silence.ts')).silenceCommand],
  ['conform', async () => (await import('./conform.ts')).conformCommand],
  ['import', async () => (await import('./exchange.ts')).importCommand],
  ['fork', async () => (await import('./fork.ts')).forkCommand],
  ['export', async () => (await import('./exchange.ts')).exportCommand],
  ['invite', async () => (await import('./invite.ts')).inviteCommand],
  ['package', async () => (await import('./take.ts')).packageCommand],
  ['sqlite', async () => (await import('./take.ts')).sqliteCommand],
])

/** The command that is asked for; all of them where help is; and where there is no such command, the names of all. */
async function commandsFor([name, ...rest]: readonly string[]): Promise<Add[]> {
  const asked = name === undefined ? undefined : commands.get(name)
  if (asked) return [await asked()]
  const asksForHelp = [name, ...rest].some((word) => word === undefined || ['help', '-h', '--help'].includes(word))
  if (asksForHelp) return Promise.all([...commands.values()].map((add) => add()))
  return [...commands.keys()].map((known) => (program) => program.command(known))
}

/**
 * The same questions and acts from a terminal.
 * Exit codes: 0 done; 1 the organisation, or the program at its edge, said no; 2 the command was not understood.
 */
export async function run(argv: readonly string[]): Promise<void> {
  watchOutput()
  const program = new Command('chancery')
    .description(
      'Software in which a consensus organisation of States lives: who belonged on any day, under which rule, with sources.',
    )
    .version('0.1.0')
    .showHelpAfterError('(add --help for what there is)')
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
    .addHelpText(
      'after',
      [
        '',
        'Examples:',
        '  chancery serve                                  the pages, on http://localhost:3000',
        '  chancery participants concord --on 2032-10-04   who belonged on a day, as JSON',
        '  chancery participants concord --known 20         the same, as the register stood at position 20',
        '  chancery decide questions.jsonl                  whether rules of decision are met, on whom it turned, and why',
        '  chancery entry-into-force questions.jsonl        when a treaty enters into force by its clause, for whom, and why',
        '  chancery conform                                 real outcomes on record held against the rules',
        '  chancery fork concord --on 2032-10-04 --as drill an exercise that begins from the record as of a day',
        '  chancery export concord --out concord.jsonl     the whole register in one file',
        '  chancery invite concord --seat secretariat      a link that lets one person into a seat, on a server',
        '  chancery package concord concord-data           the whole record as CSV files with a description',
        '  chancery sqlite concord concord.sqlite          the same as one SQLite file',
        '',
        'Settings: CHANCERY_DATA (data folder, default ./data), DATABASE_URL (a PostgreSQL server instead), PORT, HOST.',
        'On a server: ORIGIN, TRUST_PROXY, OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET (docs/seats.md).',
        'Exit codes: 0 done, 1 refused, 2 not understood.',
      ].join('\n'),
    )
  for (const add of await commandsFor(argv.slice(2))) add(program)
  for (const command of program.commands) command.exitOverride()
  try {
    await program.parseAsync([...argv])
  } catch (error) {
    process.exitCode = exitCodeFor(error)
  }
}

function exitCodeFor(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  if (error instanceof Stop) {
    say(error.message)
    return error.exitCode
  }
  say(`Something broke, and nothing was recorded: ${error instanceof Error ? error.message : String(error)}`)
  if (process.env.CHANCERY_DEBUG) console.error(error)
  else say('Set CHANCERY_DEBUG=1 to see where.')
  return 1
}
