import type { z } from 'zod'
import { type PartialDate, type Refusal, refuse } from '../rules/index.ts'
import { type Act, actKinds, actSchema } from './acts.ts'

/** Kinds that are told by history, or made by the register itself, and never sent. */
const neverSent = new Set<string>(['sealed'])

/**
 * An act as a seat sends it. Its id is the sender's and makes it safe to send twice; the moment is given when it arrives,
 * so `at` and `on` may be left out.
 *
 * @param today stands in for a day left out until the act is given its moment
 * @returns the act, without a moment where none was sent
 * @refuses 'unreadable-act' with the field and what is wrong with it
 */
export function readLiveAct(written: unknown, today: PartialDate): Act | Refusal {
  if (typeof written !== 'object' || written === null || Array.isArray(written)) {
    return refuse('unreadable-act', 'An act is an object with the field “kind”.', { remedy: 'Send one act.' })
  }
  const fields = written as Readonly<Record<string, unknown>>
  const { kind } = fields
  if (typeof kind !== 'string' || !(actKinds as readonly string[]).includes(kind) || neverSent.has(kind)) {
    // Whatever else stands there may not even be printed: it may be nested thousands deep.
    const what = typeof kind === 'string' ? `there is no act of the kind “${kind.slice(0, 60)}”` : 'is not given'
    return refuse('unreadable-act', `kind: ${what}.`, {
      remedy: 'The kinds are listed in the description of the interface, at /api.',
    })
  }
  if ('history' in fields || 'version' in fields) {
    const field = 'history' in fields ? 'history' : 'version'
    return refuse('unreadable-act', `${field}: is not for a seat to send.`, { remedy: 'Leave it out.' })
  }
  const read = actSchema.safeParse({ ...fields, on: fields.on ?? today })
  if (!read.success) {
    const [issue] = read.error.issues
    const field = issue?.path.join('.') || (issue?.code === 'unrecognized_keys' ? issue.keys.join(', ') : 'the act')
    return refuse('unreadable-act', `${field}: ${faultInWords(issue)}`, {
      remedy: 'Nothing was entered. Put the field right and send it again.',
    })
  }
  const unseen = fieldWithUnseen(read.data)
  if (unseen !== undefined) {
    return refuse('unreadable-act', `${unseen}: holds characters that do not show, or that turn the writing round.`, {
      remedy: 'Nothing was entered. A text that looks other than it reads is not kept: type it anew.',
    })
  }
  if (fields.on !== undefined) return read.data
  const { on: _, ...momentless } = read.data
  return momentless as Act
}

/** What is wrong with a field, for whoever filled it in. */
function faultInWords(issue: z.core.$ZodIssue | undefined): string {
  switch (issue?.code) {
    case 'invalid_value':
      return `is none of ${issue.values.map(String).join(', ')}.`
    case 'invalid_type':
      return `is missing, or is not ${whatIs[issue.expected] ?? issue.expected}.`
    case 'unrecognized_keys':
      return 'no such field goes with this act.'
    default:
      return issue?.message ?? 'cannot be read.'
  }
}

const whatIs: Readonly<Record<string, string>> = {
  string: 'text',
  array: 'a list',
  object: 'an object with fields of its own',
  number: 'a number',
  int: 'a whole number',
  boolean: 'yes or no (true or false)',
}

/** Control characters but for the ends of lines and tabs, and those that turn the direction of writing. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const unseenCharacters = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069]/u

/** The first field in which such a character stands. The act has been read, so it is no deeper than acts are. */
function fieldWithUnseen(value: unknown, path = ''): string | undefined {
  if (typeof value === 'string') return unseenCharacters.test(value) ? path : undefined
  if (typeof value !== 'object' || value === null) return undefined
  for (const [key, inner] of Object.entries(value)) {
    const found = fieldWithUnseen(inner, path === '' ? key : `${path}.${key}`)
    if (found !== undefined) return found
  }
  return undefined
}
