import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { chineseFiles, chineseFont, chineseStyle } from './chinese.ts'
import { takesGzip } from './compress.ts'

/** Fonts travel with the program, so that Cyrillic and Chinese show on a machine without them and nothing is asked of others. */
const fonts = ['source-serif-4', 'inter'] as const
const assets = join(dirname(fileURLToPath(import.meta.url)), '..', 'ui', 'assets')

export async function serveAssets(server: FastifyInstance): Promise<void> {
  const require = createRequire(import.meta.url)
  const folders = fonts.map((font) => dirname(require.resolve(`@fontsource-variable/${font}/package.json`)))
  const files = folders.map((folder) => join(folder, 'files'))
  for (const [index, root] of [...files, chineseFiles].entries()) {
    await server.register(fastifyStatic, {
      root,
      prefix: `/assets/fonts/${fonts[index] ?? 'noto-sans-sc'}/`,
      decorateReply: false,
      immutable: true,
      maxAge: '365d',
    })
  }
  server.get('/assets/zh/:blocks.css', (request, reply) => {
    const style = chineseStyle((request.params as { blocks: string }).blocks, ofWhich(request))
    if (style === undefined) return reply.callNotFound()
    return reply.type('text/css; charset=utf-8').header('cache-control', 'max-age=86400').send(style)
  })
  server.get('/assets/zh/:block.woff2', async (request, reply) => {
    const font = await chineseFont((request.params as { block: string }).block, ofWhich(request) ?? '')
    if (font === undefined) return reply.callNotFound()
    return reply.type('font/woff2').header('cache-control', 'max-age=31536000, immutable').send(font)
  })
  // One file: each further one that a page waits for costs a slow network a turn.
  const fontStyles = fonts.map((font, index) => fontStyle(font, folders[index] as string))
  serveText(
    server,
    '/assets/style.css',
    'text/css',
    [...fontStyles, readFileSync(join(assets, 'style.css'), 'utf8')].join('\n'),
  )
  serveText(server, '/assets/seal.svg', 'image/svg+xml', readFileSync(join(assets, 'seal.svg'), 'utf8'))
  for (const script of [
    'write-your-own.js',
    'live.js',
    'differing.js',
    'sending.js',
    'passkeys.js',
    'silence-clock.js',
  ])
    serveText(server, `/assets/${script}`, 'text/javascript', readFileSync(join(assets, script), 'utf8'))
  server.get('/favicon.ico', (_request, reply) => reply.redirect('/assets/seal.svg', 301))
}

/** The characters to which a font is to be cut. */
function ofWhich(request: FastifyRequest): string | undefined {
  const { of } = request.query as { of?: unknown }
  return typeof of === 'string' ? of : undefined
}

function fontStyle(font: string, folder: string): string {
  return readFileSync(join(folder, 'index.css'), 'utf8').replaceAll('url(./files/', `url(/assets/fonts/${font}/`)
}

/** @param text  or what makes it, when it is first asked for */
export function serveText(server: FastifyInstance, path: string, type: string, text: string | (() => string)): void {
  let made: { text: string; compressed: Buffer; etag: string } | undefined
  const make = (whole: string) => ({
    text: whole,
    compressed: gzipSync(whole, { level: 9 }),
    etag: `"${createHash('sha256').update(whole).digest('base64url').slice(0, 16)}"`,
  })
  if (typeof text === 'string') made = make(text)
  server.get(path, (request, reply) => {
    made ??= make(typeof text === 'string' ? text : text())
    const { compressed, etag } = made
    reply.header('etag', etag).header('cache-control', 'no-cache').header('vary', 'accept-encoding')
    if (request.headers['if-none-match'] === etag) return reply.code(304).send()
    reply.type(`${type}; charset=utf-8`)
    return takesGzip(request) ? reply.header('content-encoding', 'gzip').send(compressed) : reply.send(made.text)
  })
}
