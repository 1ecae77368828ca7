// Everything that must hold, in one command: types, lint, then all tests (unit, property, database, browser).
// Ends with a line "N passed, N failed", in which types and lint count as one each.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const results = mkdtempSync(join(tmpdir(), 'chancery-results-'))
const bin = (name) => join(root, 'node_modules', name)
const run = (title, script, args) => {
  console.log(`\n${title}`)
  return (
    spawnSync(process.execPath, [script, ...args], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0
  )
}

let [passed, failed] = [0, 0]
const count = (ok) => (ok ? passed++ : failed++)
count(run('Types', bin('typescript/bin/tsc'), ['--noEmit']))
count(run('Lint and format', bin('@biomejs/biome/bin/biome'), ['check', '.']))
const report = join(results, 'vitest.json')
const ran = run('Tests', bin('vitest/vitest.mjs'), [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
  ...process.argv.slice(2),
])
try {
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, 'utf8'))
  passed += numPassedTests
  // A file that could not even be read fails without a failed test.
  failed += Math.max(numFailedTests, !ran && numFailedTests === 0 ? Math.max(1, numFailedTestSuites) : 0)
} catch {
  console.error('The test runner left no report.')
  failed++
}
rmSync(results, { recursive: true, force: true })
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed === 0 && ran ? 0 : 1)
