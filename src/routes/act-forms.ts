import { instantIn, type Refusal, refuse } from '../rules/index.ts'
import { withStances } from './decision-form.ts'
import type { RunAsk } from './run-page.ts'

/**
 * An act from the fields of a form. A form has text only, and empty text is a field left out:
 * - `name.en` is the field `en` of `name`; `names[]`, given several times, is a list;
 * - `paragraphs` may be one text, a paragraph a line that begins with its number and a full stop or a tab;
 * - whole numbers (`revision`, `adoption.revision`) and times without a zone (`expiresAt`, in the organisation's time zone) are read as such.
 *
 * @refuses 'unreadable-act' with the field
 */
export function actFromForm(form: Readonly<Record<string, unknown>>, ask: RunAsk): Record<string, unknown> | Refusal {
  const act: Record<string, unknown> = {}
  for (const [field, value] of Object.entries(form)) {
    if (field === 'back') continue
    const isList = field.endsWith('[]')
    const name = isList ? field.slice(0, -2) : field
    const values = [value].flat().map((one) => String(one).trim().replaceAll('\r\n', '\n'))
    const filled = values.filter((one) => one !== '')
    if (filled.length === 0) continue
    if (/(^|\.)(__proto__|constructor|prototype)(\.|$)/.test(name)) {
      return refuse('unreadable-act', `${name}: is no field of an act.`, { remedy: 'Leave it out.' })
    }
    const read = isList ? filled : readField(name, filled.at(-1) as string, ask)
    put(act, name.split('.'), read)
  }
  return withStances(act, ask)
}

function readField(name: string, text: string, { place }: RunAsk): unknown {
  if (/(^|\.)revision$/.test(name) && /^\d{1,6}$/.test(text)) return Number(text)
  if (/At$|^until$|^shows$/.test(name)) return instantFrom(text, place.description?.timeZone ?? 'UTC')
  if (name === 'extraordinary') return text === 'true' || text === 'on'
  return text
}

/** `2034-01-10T09:00` as a browser's field gives it, in the organisation's time zone; what has a zone is left as it is. */
export function instantFrom(text: string, timeZone: string): string {
  const [, day, time] = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?)$/.exec(text) ?? []
  if (day === undefined || time === undefined) return text
  return Number.isNaN(Date.parse(`${day}T${time}Z`)) ? text : instantIn(`${day}T${time}`, timeZone)
}

function put(target: Record<string, unknown>, [first, ...rest]: readonly string[], value: unknown): void {
  if (first === undefined) return
  if (rest.length === 0) {
    target[first] = value
    return
  }
  const inner = target[first]
  const next = typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? inner : {}
  target[first] = next
  put(next as Record<string, unknown>, rest, value)
}
