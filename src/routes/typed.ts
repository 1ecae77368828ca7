import type { FastifyRequest } from 'fastify'
import { Typed } from '../ui/run/typed.ts'

/** What a form sent, or an address asks, every value of every field, with line breaks as we keep them. */
export function typedOf(values: FastifyRequest['body'] | FastifyRequest['query']): Typed {
  if (typeof values !== 'object' || values === null) return new Typed(new Map())
  const fields = Object.entries(values).map(([field, value]) => {
    const texts = [value].flat().filter((one): one is string => typeof one === 'string')
    return [field, texts.map((one) => one.replaceAll('\r\n', '\n').trimEnd())] as const
  })
  return new Typed(new Map(fields))
}

/** The texts of a field that exists in several languages, those that are filled. */
export function versionsOf(typed: Typed, field: string): Record<string, string> {
  const filled = ['en', 'ru', 'zh'].map((language) => [language, typed.one(`${field}.${language}`).trim()] as const)
  return Object.fromEntries(filled.filter(([, text]) => text !== ''))
}

/** A text of several languages and many paragraphs needs more room than an ordinary form. */
export const roomForText = { bodyLimit: 1024 * 1024 }

/** The fields that were given. */
export function given<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>
}
