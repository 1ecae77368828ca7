import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { takesGzip } from './compress.ts'

/** Fonts travel with the program, so that Cyrillic and Chinese show on a machine without them and nothing is asked of others. */
const fonts = ['source-serif-4', 'inter', 'noto-sans-sc'] as const
const assets = join(dirname(fileURLToPath(import.meta.url)), '..', 'ui', 'assets')

export async function serveAssets(server: FastifyInstance): Promise<void> {
  const require = createRequire(import.meta.url)
  const folders = fonts.map((font) => dirname(require.resolve(`@fontsource-variable/${font}/package.json`)))
  for (const [index, font] of fonts.entries()) {
    await server.register(fastifyStatic, {
      root: join(folders[index] as string, 'files'),
      prefix: `/assets/fonts/${font}/`,
      decorateReply: false,
      immutable: true,
      maxAge: '365d',
    })
  }
  const styles = fonts.map((font, index) => fontStyle(font, folders[index] as string))
  serveText(server, '/assets/fonts.css', 'text/css', styles.slice(0, 2).join('\n'))
  serveText(server, '/assets/fonts-zh.css', 'text/css', styles[2] as string)
  serveText(server, '/assets/style.css', 'text/css', readFileSync(join(assets, 'style.css'), 'utf8'))
  serveText(server, '/assets/seal.svg', 'image/svg+xml', readFileSync(join(assets, 'seal.svg'), 'utf8'))
  serveText(server, '/assets/write-your-own.js', 'text/javascript', readFileSync(join(assets, 'write-your-own.js'), 'utf8'))
  server.get('/favicon.ico', (_request, reply) => reply.redirect('/assets/seal.svg', 301))
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
