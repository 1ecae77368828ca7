import { setImmediate } from 'node:timers/promises'
import type { Command } from 'commander'
import { endOfTime } from '../record/index.ts'
import {
  type Accounts,
  type MailSettings,
  mayTakeAnySeat,
  type OidcSettings,
  postBy,
  type Registry,
  reasonOf,
  SearchIndex,
} from '../registry/index.ts'
import { startMailing } from '../routes/mailing.ts'
import { buildServer } from '../routes/server.ts'
import { isRefusal } from '../rules/index.ts'
import { originSet, readyAccounts } from './invite.ts'
import { openRegistry, shippedFolders, where } from './opening.ts'
import { noteNoLongerServed, noteServed } from './served.ts'
import { Stop, say } from './terminal.ts'

export function serveCommand(program: Command): void {
  program
    .command('serve')
    .description('load the organisations and serve their pages')
    .argument('[folders...]', 'folders of organisations; without any, those that come with Chancery')
    .action(async (folders: string[]) => {
      const { port, host } = address()
      const [origin, oidc, mail] = [originSet(), oidcSettings(), mailSettings()]
      const registry = await openRegistry(folders.length > 0 ? folders : shippedFolders())
      const accounts = await readyAccounts(registry).catch(async (stop) => {
        await registry.close()
        throw stop
      })
      const stopFollowing = registry.follow(1_000, sayOnceAMinute)
      const { dataFolder, databaseUrl } = where()
      const stopHearing = accounts.endings.follow()
      const openSeats = mayTakeAnySeat(where(), host)
      const behindProxy = process.env.TRUST_PROXY === '1'
      const sendsLetters = mail !== undefined
      // Where it has a name of its own, ORIGIN says which.
      const thisMachineOnly = openSeats && origin === undefined
      const options = { accounts, openSeats, origin, thisMachineOnly, oidc, behindProxy, sendsLetters }
      const server = await buildServer(registry, options)
      let stopMailing = async () => {}
      const stop = async () => {
        if (!databaseUrl) noteNoLongerServed(dataFolder)
        stopFollowing()
        stopHearing()
        await stopMailing()
        await server.close()
        await registry.close()
      }
      for (const signal of ['SIGINT', 'SIGTERM'] as const)
        process.once(signal, () => void stop().then(() => process.exit(0)))
      try {
        await server.listen({ port, host })
      } catch (error) {
        await stop()
        throw new Stop(cannotListen(error as NodeJS.ErrnoException, port, host))
      }
      const url = `http://${host === '127.0.0.1' ? 'localhost' : host}:${port}`
      if (!databaseUrl) noteServed(dataFolder, url)
      say(`Ready: ${url}`)
      await hashed(registry)
      if (mail) stopMailing = sendLetters(registry, accounts, mail, origin ?? url)
      if (!openSeats) await sayFirstLinks(registry, accounts, origin ?? url)
      await indexed(registry)
    })
}

/** Every page cites its register by its hash: taken here, so that the first reader does not wait for it. */
async function hashed(registry: Registry): Promise<void> {
  for (const organisation of registry.organisations()) {
    await setImmediate()
    registry.rootHash(organisation, registry.record(organisation).openPosition)
  }
}

/** On a server the Secretariat is let in by a link, as long as it has nobody. It is said here and kept nowhere. */
async function sayFirstLinks(registry: Registry, accounts: Accounts, address: string): Promise<void> {
  for (const organisation of registry.organisations()) {
    if (registry.record(organisation).at(endOfTime).description?.edition === 'independent') continue
    const token = await accounts.secretariatLink(organisation)
    if (token) say(`Secretariat of ${organisation}, for one person, within 24 hours: ${address}/invitation/${token}`)
  }
}

/** A provider of OpenID Connect: all three settings, or none. */
function oidcSettings(): OidcSettings | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = process.env
  if (!issuer && !clientId && !clientSecret) return undefined
  if (!issuer || !clientId || !clientSecret)
    throw new Stop('Of OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET set all three or none.', 2)
  if (!URL.canParse(issuer)) throw new Stop(`OIDC_ISSUER is "${issuer}"; it must be an address.`, 2)
  return { issuer, clientId, clientSecret }
}

/** Letters go out where there is a way out, and somebody from whom they come. */
function mailSettings(): MailSettings | undefined {
  const { SMTP_URL: url, MAIL_FROM: from } = process.env
  if (!url && !from) return undefined
  if (!url || !from) throw new Stop('Of SMTP_URL and MAIL_FROM set both or neither.', 2)
  // The address may hold a secret, so it is not repeated.
  if (!URL.canParse(url) || !/^smtps?:$/.test(new URL(url).protocol))
    throw new Stop('SMTP_URL must be an address such as smtp://mail.concord.example:587.', 2)
  return { url, from }
}

function sendLetters(registry: Registry, accounts: Accounts, mail: MailSettings, origin: string): () => Promise<void> {
  const { post, close } = postBy(mail)
  const stop = startMailing({ registry, accounts, post, origin, onTrouble: sayLettersWait })
  return async () => {
    await stop()
    close()
  }
}

let saidLettersWaitAt = 0
function sayLettersWait(trouble: unknown): void {
  if (Date.now() - saidLettersWaitAt < 60_000) return
  saidLettersWaitAt = Date.now()
  // What the other side answers may name the person written to: the code says enough.
  const { code, responseCode } = trouble as { code?: string; responseCode?: number }
  say(`Letters wait and are tried again. (${[code, responseCode].filter(Boolean).join(' ') || 'not sent'})`)
}

/** Made ready for the first search, which would make it itself; a database that is away says so at every page. */
async function indexed(registry: Registry): Promise<void> {
  const index = new SearchIndex(registry)
  for (const organisation of registry.organisations()) await index.catchUp(organisation).catch(() => {})
}

function address(): { port: number; host: string } {
  const port = Number(process.env.PORT || 3000)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return { port, host: process.env.HOST || '127.0.0.1' }
  throw new Stop(`PORT is "${process.env.PORT}"; it must be a number from 1 to 65535.`, 2)
}

function cannotListen(error: NodeJS.ErrnoException, port: number, host: string): string {
  if (error.code === 'EADDRINUSE')
    return `Port ${port} is taken. Stop what uses it, or choose another: PORT=${port + 1} npm start.`
  return `Cannot listen on ${host}:${port}: ${error.message}. Set HOST or PORT.`
}

/** A database that is away fails every poll; it is enough to say so now and then. */
let saidAt = 0
function sayOnceAMinute(trouble: unknown): void {
  if (Date.now() - saidAt < 60_000) return
  saidAt = Date.now()
  const reason = isRefusal(trouble) ? trouble.message : reasonOf(trouble)
  say(`The register cannot be read; the pages show what was read before. (${reason})`)
}
