import type { FastifyRequest } from 'fastify'

/** What a form or a program sent, by field: of a field given twice the last, without the space around it. */
export function fieldsOf({ body }: FastifyRequest): Readonly<Record<string, string>> {
  if (typeof body !== 'object' || body === null) return {}
  return Object.fromEntries(
    Object.entries(body).flatMap(([field, value]) => {
      const last: unknown = Array.isArray(value) ? value.at(-1) : value
      return typeof last === 'string' ? [[field, last.trim()]] : []
    }),
  )
}
