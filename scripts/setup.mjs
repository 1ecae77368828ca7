// Installs what the lock file says, once per lock file. Runs before `npm start` and `npm test` on whatever Node is there.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const stamp = join(root, 'node_modules', '.chancery-lock')
const lock = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex')
const major = Number(process.versions.node.split('.')[0])
const shipsNode =
  process.platform === 'linux' &&
  ['x64', 'arm64'].includes(process.arch) &&
  Boolean(process.report?.getReport().header.glibcVersionRuntime)

if (!shipsNode && major < 24)
  stop(
    `Chancery needs Node 24 or later on ${process.platform} ${process.arch}; this is ${process.version}. Install it from nodejs.org and run the command again.`,
  )
if (major < 20) stop(`Chancery needs Node 20 or later to set itself up; this is ${process.version}.`)
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) install()

function install() {
  console.log('Installing what Chancery needs (once; about a minute) …')
  // A clean environment: npm must not think that it still runs `npm start`, nor leave out what the tests need.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^npm_(lifecycle|package|command)/.test(name) && name !== 'NODE_ENV',
    ),
  )
  const npm = process.env.npm_execpath
  const [command, first] = npm && /\.[cm]?js$/.test(npm) ? [process.execPath, [npm]] : ['npm', []]
  const result = spawnSync(
    command,
    [...first, 'ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: command === 'npm' && process.platform === 'win32',
    },
  )
  if (result.status !== 0)
    stop(
      'The installation failed; what npm said stands above. Nothing else was changed. Check the network and run the command again.',
    )
  const node = join(root, 'node_modules', '.bin', 'node')
  if (shipsNode && !existsSync(node) && major < 24)
    stop(
      'The installation left out Node 24 (an optional package). Run `npm ci --include=optional`, or install Node 24 or later.',
    )
  writeFileSync(stamp, lock)
}

function stop(message) {
  console.error(message)
  process.exit(1)
}
