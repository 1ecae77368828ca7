import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import { serveText } from './assets.ts'

const src = join(dirname(fileURLToPath(import.meta.url)), '..')

/**
 * Serves modules of this program to browsers, with whatever they import: `rules/decision.ts` at
 * `PREFIX/rules/decision.js`. Only modules that import neither Node nor a package can be served. Gives their addresses.
 */
export function serveModules(server: FastifyInstance, prefix: string, roots: readonly string[]): string[] {
  // Made when first asked for: taking the types out costs a moment at the start, and few ask.
  const paths = new Set(roots)
  for (const path of paths) for (const imported of importsOf(path)) paths.add(imported)
  return [...paths].map((path) => {
    const address = `${prefix}/${path.replace(/\.ts$/, '.js')}`
    serveText(server, address, 'text/javascript', () => asJavaScript(path))
    return address
  })
}

/** The modules beside it that a module needs to run; what it imports as types alone is not needed. */
function importsOf(path: string): string[] {
  const imports = sourceOf(path).text.matchAll(/^(?:import|export)(?! type\b)[^'"]*?from '(\.[^']+)'/gm)
  return [...imports].map((match) => posix.join(posix.dirname(path), (match[1] ?? '').replace(/\.js$/, '.ts')))
}

function asJavaScript(path: string): string {
  const { text, typed } = sourceOf(path)
  const untyped = typed ? withoutTypes(text) : text
  // What explains the source is half of it, and is read there.
  const bare = untyped.replaceAll(/^[ \t]*\/\*\*[\s\S]*?\*\/\n/gm, '').replaceAll(/\s*\n(?=\s*\n)/g, '')
  return bare.replaceAll(/(from '\.[^']+)\.ts'/g, "$1.js'")
}

/** The source where the program runs from it, or what was made of it where it is installed as a package. */
function sourceOf(path: string): { text: string; typed: boolean } {
  const source = join(src, path)
  const typed = existsSync(source)
  return { text: readFileSync(typed ? source : source.replace(/\.ts$/, '.js'), 'utf8'), typed }
}

/** Node runs TypeScript in earnest, but calls this way to its stripper experimental and would say so on every terminal. */
function withoutTypes(text: string): string {
  const { stripTypeScriptTypes } = createRequire(import.meta.url)('node:module') as typeof import('node:module')
  const { emitWarning } = process
  process.emitWarning = () => {}
  try {
    return stripTypeScriptTypes(text)
  } finally {
    process.emitWarning = emitWarning
  }
}
