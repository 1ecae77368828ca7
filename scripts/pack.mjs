// Emits JavaScript and types to dist/, for use as a package: Node does not strip types under node_modules.
import { spawnSync } from 'node:child_process'
import { cpSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
rmSync(join(root, 'dist'), { recursive: true, force: true })
const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
const result = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.pack.json'], {
  cwd: root,
  stdio: ['ignore', 'inherit', 'inherit'],
})
if (result.status !== 0) process.exit(result.status ?? 1)
cpSync(join(root, 'src', 'ui', 'assets'), join(root, 'dist', 'ui', 'assets'), { recursive: true })
