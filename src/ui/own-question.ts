import { nameOf, type Organisation } from '../record/index.ts'
import {
  type DecisionRule,
  type Entitled,
  isRefusal,
  namedTwice,
  type Position,
  type Question,
  type Refusal,
  readQuestion,
} from '../rules/index.ts'
import { asJson } from './verdict.ts'

/** A question as a form has it: everything still text. */
export interface Written {
  readonly rule: string
  readonly concerned: string
  readonly rows: readonly WrittenRow[]
}

export interface WrittenRow {
  readonly who: string
  /** "permanent, European" */
  readonly tags: string
  /** "population 83, votes 29" */
  readonly weights: string
  readonly stands: string
}

/** What is wrong with a field: `rule`, `concerned`, `who-2`, `tags-2`, `weights-2`, `stands-2` (rows count from 0). */
export interface FieldFault {
  readonly field: string
  readonly message: string
}

export const stances: readonly { readonly position: Position; readonly says: string }[] = [
  { position: 'for', says: 'for' },
  { position: 'against', says: 'against' },
  { position: 'abstains', says: 'abstains' },
  { position: 'not-participating', says: 'there, takes no part' },
  { position: 'absent', says: 'absent' },
]

/** Which columns of the table a rule speaks of; what is filled in already is shown in any case. */
export function columnsOf({ rule, rows }: Written): { readonly tags: boolean; readonly weights: boolean } {
  return {
    tags: /"(among|noneAgainstFrom|casting)"/.test(rule) || rows.some(({ tags }) => tags !== ''),
    weights: /"weightedBy"/.test(rule) || rows.some(({ weights }) => weights !== ''),
  }
}

export type Read = { readonly question: Question } | { readonly faults: readonly FieldFault[] }

/** Reads a form into a question, or says of every field what is wrong with it. Rows without a name are left out. */
export function questionFrom({ rule, concerned, rows }: Written): Read {
  const faults: FieldFault[] = []
  const entitled: Entitled[] = []
  const positions: Record<string, string> = {}
  /** The row in which each of those entitled stands. */
  const rowOf: number[] = []
  for (const [index, { who, tags, weights, stands }] of rows.entries()) {
    const id = who.trim()
    if (id === '') {
      if (tags + weights !== '')
        faults.push({ field: `who-${index}`, message: 'Nobody is named here. Name a participant.' })
      continue
    }
    const weighs = weightsIn(weights)
    if (typeof weighs === 'string') faults.push({ field: `weights-${index}`, message: weighs })
    entitled.push(participant(id, parts(tags), typeof weighs === 'string' ? {} : weighs))
    rowOf.push(index)
    // A name that stands twice is refused below for its own sake.
    positions[id] = stands
  }
  if (entitled.length === 0)
    faults.push({ field: 'who-0', message: 'Nobody takes part. Name at least one participant.' })
  const parsed = jsonIn(rule)
  if ('message' in parsed) faults.push({ field: 'rule', message: parsed.message })
  if (faults.length > 0 || 'message' in parsed) return { faults }
  const about = parts(concerned)
  const read = readQuestion({
    rule: parsed.value,
    entitled,
    positions,
    ...(about.length > 0 ? { concerned: about } : {}),
  })
  return isRefusal(read) ? { faults: [faultFrom(read, rowOf, rows)] } : { question: read }
}

/** A question written back into a form, for an example. */
export function writtenFrom({ rule, entitled, positions, concerned = [] }: Question): Written {
  return {
    rule: asJson(rule),
    concerned: concerned.join(', '),
    rows: entitled.map(({ id, tags = [], weights = {} }) => ({
      who: id,
      tags: tags.join(', '),
      weights: Object.entries(weights)
        .map(([name, weight]) => `${name} ${weight}`)
        .join(', '),
      stands: positions[id] ?? 'absent',
    })),
  }
}

/** The address of a question: everything is in it. */
export function addressOf({ rule, concerned, rows }: Written): string {
  const query = new URLSearchParams({ rule })
  for (const row of rows) for (const [field, text] of Object.entries(row)) query.append(field, text)
  if (concerned) query.append('concerned', concerned)
  return `/write-your-own?${query}`
}

/** A rule to try: whoever holds a status on the day, the status as their tag, all in favour. */
export function tryAddress(rule: DecisionRule, organisation: Organisation): string {
  const holdings = organisation.holdings()
  const entitled = holdings.map(({ participant, status }) => ({
    id: nameOf(organisation, participant),
    tags: [status],
  }))
  const positions = Object.fromEntries(entitled.map(({ id }) => [id, 'for' as const]))
  return addressOf(writtenFrom({ rule, entitled, positions }))
}

function participant(id: string, tags: string[], weights: Record<string, number>): Entitled {
  return {
    id,
    ...(tags.length > 0 ? { tags } : {}),
    ...(Object.keys(weights).length > 0 ? { weights } : {}),
  }
}

function jsonIn(text: string): { value: unknown } | { message: string } {
  try {
    const value: unknown = JSON.parse(text)
    const [twice] = namedTwice(text)
    return twice === undefined ? { value } : { message: `${twice} is written twice. Keep the one that is meant.` }
  } catch (error) {
    const what = (error as Error).message
    return {
      message: `This is not JSON: ${what}. Write it as {"kind": "consensus"}, names and texts in double quotes.`,
    }
  }
}

/** Where a refusal of the whole question belongs in the form: its message begins with the place, `entitled.2.weights`. */
function faultFrom({ message, remedy }: Refusal, rowOf: readonly number[], rows: readonly WrittenRow[]): FieldFault {
  const [part, index, of] = (/^[^\s:]+/.exec(message)?.[0] ?? '').split('.')
  const says = [message, remedy].filter(Boolean).join(' ')
  if (part === 'concerned') return { field: 'concerned', message: says }
  if (part === 'positions') {
    const row = rows.findIndex(({ who }) => message.startsWith(`positions.${who.trim()}:`))
    return { field: `stands-${Math.max(0, row)}`, message: says }
  }
  if (part !== 'entitled') return { field: 'rule', message: says }
  const column = of === 'tags' || of === 'weights' ? of : 'who'
  return { field: `${column}-${rowOf[Number(index)] ?? 0}`, message: says }
}

/** The weights in "population 83, votes 29", or what is wrong with them. */
function weightsIn(text: string): Record<string, number> | string {
  const weights: Record<string, number> = {}
  for (const part of parts(text)) {
    const [, name, weight] = /^(\S.*?)[\s:=]+(\d+(?:\.\d+)?)$/.exec(part) ?? []
    if (name === undefined) return `"${part}" is no weight. Write a name and a number, such as population 83.`
    if (Object.hasOwn(weights, name)) return `"${name}" stands here twice. Write each weight once.`
    weights[name] = Number(weight)
  }
  return weights
}

function parts(text: string): string[] {
  return text
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
