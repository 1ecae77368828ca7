import type { PartialDate } from '../rules/index.ts'
import { type Refusal, refuse } from '../rules/index.ts'
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
    return refuse('unreadable-act', `${field}: ${issue?.message ?? 'cannot be read'}`, {
      remedy: 'Nothing was entered. Put the field right and send it again.',
    })
  }
  if (fields.on !== undefined) return read.data
  const { on: _, ...momentless } = read.data
  return momentless as Act
}
