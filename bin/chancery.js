#!/usr/bin/env node
// Starts the command with a Node that runs TypeScript: this one if it can, otherwise the one that was installed.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const built = join(root, 'dist', 'cli', 'main.js')
const source = join(root, 'src', 'cli', 'main.ts')
const main = existsSync(source) ? source : built

if (Number(process.versions.node.split('.')[0]) >= 24) {
  // What was read and compiled of the source is kept beside what was installed, which nobody else may write: a command
  // then answers in half the time. Where it cannot be kept, nothing is lost.
  if (main === source) enableCompileCache(join(root, 'node_modules', '.cache', 'compiled'))
  const { run } = await import(main)
  await run(process.argv)
} else {
  const node = join(root, 'node_modules', '.bin', 'node')
  if (!existsSync(node)) {
    console.error(
      `Chancery runs on Node 24 or later; this is ${process.version}. Run \`npm start\` once: it installs one on Linux.`,
    )
    process.exit(1)
  }
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' })
  // Whoever stops this one means the other. A terminal tells both by itself; then this one waits for the other to close.
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  for (const told of ['SIGINT', 'SIGHUP']) process.on(told, () => {})
  child.on('exit', (code) => process.exit(code ?? 1))
}
