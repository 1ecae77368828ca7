import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliDecompressSync } from 'node:zlib'
import packaged from '@sparticuz/chromium'
import { type Browser, chromium } from 'playwright-core'

export interface TestBrowser {
  readonly browser: Browser
  close(): Promise<void>
}

/**
 * The browser that npm installed, so that the tests need none on the machine. It is unpacked into a folder of its own,
 * since the package reuses whatever lies in the common temporary folder, of any version; the folder goes at the end.
 *
 * @param more arguments beside the usual ones, `--remote-debugging-port=9222`
 */
export async function startBrowser(more: readonly string[] = []): Promise<TestBrowser> {
  const before = process.env.TMPDIR
  const folder = mkdtempSync(join(tmpdir(), 'chancery-browser-'))
  process.env.TMPDIR = folder
  const tidy = () => {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const executablePath = await packaged.executablePath()
    const env = { ...process.env, TMPDIR: folder, FONTCONFIG_FILE: onlyPackagedFonts(folder) } as Record<string, string>
    const browser = await launch(executablePath, more, env).catch(() =>
      // A bare machine lacks NSS, NSPR and expat, against which the binary is linked; the package brings them. And once in a
      // while the binary ends as it starts, and does not the next time.
      launch(executablePath, more, { ...env, LD_LIBRARY_PATH: packagedLibraries(folder) }),
    )
    return {
      browser,
      async close() {
        await browser.close()
        tidy()
      },
    }
  } catch (error) {
    tidy()
    throw error
  }
}

function launch(executablePath: string, more: readonly string[], env: Record<string, string>): Promise<Browser> {
  // With these two several pages in several contexts hang.
  const args = packaged.args.filter((arg) => arg !== '--single-process' && arg !== '--no-zygote')
  // There is no graphics card to be made believe in: drawing by a simulated one takes a fifth of all the work.
  const noGraphics = ['--disable-gpu', '--disable-software-rasterizer']
  const all = [...args, ...noGraphics, '--no-sandbox', '--lang=en-US', ...more]
  return chromium.launch({ executablePath, args: all, env, headless: true })
}

/** No font of the machine: what is Chinese or Cyrillic shows only if our own fonts arrive. */
function onlyPackagedFonts(folder: string): string {
  const file = join(folder, 'fonts.conf')
  const [fonts, cache] = [join(folder, 'fonts'), join(folder, 'fonts-cache')]
  writeFileSync(file, `<?xml version="1.0"?><fontconfig><dir>${fonts}</dir><cachedir>${cache}</cachedir></fontconfig>`)
  return file
}

function packagedLibraries(folder: string): string {
  const bin = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..', 'bin')
  const archive = brotliDecompressSync(readFileSync(join(bin, 'al2023.tar.br')))
  const { status, stderr } = spawnSync('tar', ['-xC', folder], { input: archive, encoding: 'utf8' })
  if (status !== 0) throw new Error(`The browser's libraries could not be unpacked: ${stderr}`)
  return join(folder, 'lib')
}
