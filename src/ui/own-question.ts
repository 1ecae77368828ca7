import type { Entitled, Position, Question } from '../rules/decision.ts'
import { isRefusal, type Refusal } from '../rules/finding.ts'
import { readRule } from '../rules/rule-reading.ts'

// Also runs in the browser: it imports single files and nothing but rules.

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
  { position: 'not-participating', says: 'present, takes no part' },
  { position: 'absent', says: 'absent' },
]

/** Reads a form into a question, or says of every field what is wrong with it. Rows without a name are left out. */
export function questionFrom(written: Written): Question | readonly FieldFault[] {
  const faults: FieldFault[] = []
  const blame = (field: string, message: string) => faults.push({ field, message })
  const rule = readRule(written.rule)
  if (isRefusal(rule)) blame('rule', inWords(rule))
  const entitled: Entitled[] = []
  const positions: Record<string, Position> = {}
  for (const [index, row] of written.rows.entries()) {
    const id = row.who.trim()
    if (id === '') continue
    if (entitled.some((other) => other.id === id)) blame(`who-${index}`, `${id} stands here twice. Give each a name of its own.`)
    const weights = weightsIn(row.weights)
    if (typeof weights === 'string') blame(`weights-${index}`, weights)
    const stance = stances.find(({ position }) => position === row.stands)
    if (!stance) blame(`stands-${index}`, `"${row.stands}" is no position. There is: ${stances.map((s) => s.position).join(', ')}.`)
    const tags = parts(row.tags)
    entitled.push({
      id,
      ...(tags.length > 0 ? { tags } : {}),
      ...(typeof weights === 'object' && Object.keys(weights).length > 0 ? { weights } : {}),
    })
    if (stance) positions[id] = stance.position
  }
  if (entitled.length === 0) blame('who-0', 'Nobody takes part. Name at least one participant.')
  const concerned = written.concerned.trim()
  if (concerned !== '' && !entitled.some(({ id }) => id === concerned))
    blame('concerned', `${concerned} is none of the participants. Write a name from the table, or leave it empty.`)
  if (isRefusal(rule) || faults.length > 0) return faults
  return { rule, entitled, positions, ...(concerned === '' ? {} : { concerned }) }
}

/** A question written back into a form, for an example. */
export function writtenFrom({ rule, entitled, positions, concerned }: Question): Written {
  return {
    rule: JSON.stringify(rule, null, 2),
    concerned: concerned ?? '',
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

function weightsIn(text: string): Record<string, number> | string {
  const weights: Record<string, number> = {}
  for (const part of parts(text)) {
    const [, name, weight] = /^(\S.*?)[\s:=]+(\d+(?:\.\d+)?)$/.exec(part) ?? []
    if (name === undefined) return `"${part}" is no weight. Write a name and a number, such as population 83.`
    weights[name] = Number(weight)
  }
  return weights
}

const parts = (text: string) => text.split(/[,;]/).map((part) => part.trim()).filter((part) => part !== '')

const inWords = ({ message, remedy }: Refusal) => [message, remedy].filter(Boolean).join(' ')
