/**
 * Lighthouse on the first page, the long lists and a decision, in the browser of the tests. See README.md. Run as:
 *
 *   node bench/pages.ts [--runs 3] [--form mobile|desktop] [--only /sco/]
 */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startBrowser } from '../test/support/browser.ts'
import { freePort } from '../test/support/postgres.ts'
import { startServer } from '../test/support/server.ts'

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '3' },
    form: { type: 'string', default: 'mobile' },
    keep: { type: 'string' },
    only: { type: 'string' },
  },
})
const addresses = ['/sco/', '/sco/decisions', '/sco/sources', '/sco/decisions/$first']
const folder = mkdtempSync(join(tmpdir(), 'chancery-bench-'))

interface Report {
  readonly categories: Record<string, { readonly score: number | null; readonly auditRefs: readonly { id: string }[] }>
  readonly audits: Record<
    string,
    { readonly score: number | null; readonly title: string; readonly displayValue?: string }
  >
}

cpSync(join(import.meta.dirname, 'lighthouse'), folder, { recursive: true })
execFileSync('npm', ['install', '--no-audit', '--no-fund'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
const { default: lighthouse } = await import(join(folder, 'node_modules', 'lighthouse', 'core', 'index.js'))
const { default: desktop } = await import(
  join(folder, 'node_modules', 'lighthouse', 'core', 'config', 'desktop-config.js')
)
const port = await freePort()
const house = await startServer()
const browser = await startBrowser([`--remote-debugging-port=${port}`])
try {
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}, ${values.form}`)
  const { decisions } = (await (await fetch(`${house.url}/sco/decisions.json`)).json()) as {
    decisions: { decision: string }[]
  }
  for (const address of (values.only ? [values.only] : addresses).map((one) =>
    one.replace('$first', decisions[0]?.decision ?? ''),
  )) {
    const reports: Report[] = []
    for (let run = 1; run <= Number(values.runs); run += 1) {
      const options = { port, logLevel: 'error', onlyCategories: ['performance', 'accessibility', 'best-practices'] }
      const { lhr } = await lighthouse(house.url + address, options, values.form === 'desktop' ? desktop : undefined)
      reports.push(lhr)
      if (values.keep)
        writeFileSync(join(values.keep, `${address.replaceAll('/', '_')}-${run}.json`), JSON.stringify(lhr))
    }
    const scores = (category: string) => reports.map((report) => report.categories[category]?.score).join(', ')
    const figures = [
      'first-contentful-paint',
      'largest-contentful-paint',
      'total-blocking-time',
      'cumulative-layout-shift',
      'total-byte-weight',
    ]
    console.log(
      `${address}: performance ${scores('performance')}; accessibility ${scores('accessibility')}; best practices ${scores('best-practices')}; ${figures.map((name) => `${name} ${reports[0]?.audits[name]?.displayValue}`).join(', ')} [load ${loadavg()[0]?.toFixed(1)}]`,
    )
    console.log(`  below: ${below(reports[0]).join('; ') || 'nothing'}`)
  }
} finally {
  await browser.close()
  await house.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}

/** The audits of a report that are not at their best. */
function below(report: Report | undefined): string[] {
  const ids = Object.values(report?.categories ?? {}).flatMap(({ auditRefs }) => auditRefs.map(({ id }) => id))
  return [...new Set(ids)].flatMap((id) => {
    const audit = report?.audits[id]
    const isBelow = audit !== undefined && audit.score !== null && audit.score < 0.9
    return isBelow ? [`${id} ${audit.score} (${audit.displayValue ?? audit.title})`] : []
  })
}
