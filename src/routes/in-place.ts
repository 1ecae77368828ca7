import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/**
 * A page whose script sends a form says in the header `in-place` which address it shows, `/concord/run/proposals/lights`.
 * Where the answer would lead back to that address, the page that is there now comes with the answer: one way to the server
 * and back, not two. Where it leads comes as `content-location`, fragment and all; elsewhere the script goes by itself.
 */
export function answerInPlace(server: FastifyInstance): void {
  server.addHook('onSend', async (request, reply, payload) => {
    const shown = request.headers['in-place']
    const there = reply.getHeader('location')
    if (shown === undefined || reply.statusCode !== 303 || typeof there !== 'string') return payload
    reply.code(200).removeHeader('location').header('content-location', there)
    return there.split('#')[0] === shown ? pageAt(there, request, reply) : ''
  })
}

/** The page as the same reader would be given it. */
async function pageAt(address: string, request: FastifyRequest, reply: FastifyReply): Promise<Buffer> {
  const { server, ip, headers } = request
  const { 'content-length': _length, 'content-type': _type, 'in-place': _shown, ...asked } = headers
  const page = await server.inject({ url: address.split('#')[0] ?? '', headers: asked, remoteAddress: ip })
  for (const name of ['content-type', 'content-encoding', 'cache-control', 'vary']) {
    const value = page.headers[name]
    if (value !== undefined) reply.header(name, value)
  }
  reply.code(page.statusCode)
  return page.rawPayload
}
