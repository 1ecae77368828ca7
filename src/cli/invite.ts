import type { Command } from 'commander'
import { endOfTime, type Fold, readSeat, type Seat } from '../record/index.ts'
import { Accounts, type Registry } from '../registry/index.ts'
import { recordOf, withRegistry } from './opening.ts'
import { Stop, say, stopIfRefused } from './terminal.ts'

export function inviteCommand(program: Command): void {
  program
    .command('invite')
    .description('make a link that lets one person into a seat, once')
    .argument('<organisation>', 'its id, such as concord')
    .requiredOption('--seat <seat>', 'secretariat, or delegation:ARC for that of a participant')
    .option('--member', 'as a member, who cannot invite others; otherwise as the head')
    .option('--hours <hours>', 'how long the link is valid', '24')
    .action((organisation: string, options: { seat: string; member?: boolean; hours: string }) =>
      withRegistry(async (registry) => {
        const seat = seatIn(recordOf(registry, organisation), options.seat)
        const validHours = Number(options.hours)
        if (!(validHours > 0 && validHours <= 24 * 365))
          throw new Stop(`--hours is "${options.hours}"; it must be a number up to ${24 * 365}.`, 2)
        const role = options.member ? 'member' : 'head'
        const accounts = await readyAccounts(registry)
        const token = await accounts.invitations.make({ organisation, seat, role, validHours })
        say(`Whoever opens this link first sits as ${options.seat} in ${organisation}; valid for ${validHours} hours:`)
        console.log(`${publicAddress()}/invitation/${token}`)
      }),
    )
}

function seatIn(record: Fold, text: string): Seat {
  const seat = readSeat(text)
  const known = record.at(endOfTime)
  if (known.description?.edition === 'independent')
    throw new Stop(`"${record.organisation}" is an edition that is only read: nobody sits there.`)
  if (!seat || seat.kind === 'public')
    throw new Stop(`--seat is "${text}"; it must be secretariat, or delegation: and the id of a participant.`, 2)
  if (seat.kind === 'delegation' && !known.participant(seat.participant).description)
    throw new Stop(`There is no participant "${seat.participant}" in "${record.organisation}".`)
  return seat
}

/** The accounts beside a register, their tables made or brought up to date. */
export async function readyAccounts(registry: Registry): Promise<Accounts> {
  const accounts = new Accounts(registry.database, registry.now)
  stopIfRefused(await accounts.ready())
  return accounts
}

/** Where browsers find the pages. */
export function publicAddress(): string {
  return originSet() ?? `http://localhost:${process.env.PORT || 3000}`
}

/** What ORIGIN says, if it is set: the beginning of every address of these pages. */
export function originSet(): string | undefined {
  const text = process.env.ORIGIN
  if (!text) return undefined
  const url = URL.parse(text)
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '') return url.origin
  throw new Stop(`ORIGIN is "${text}"; it must be an address without a path, such as https://concord.example.`, 2)
}
