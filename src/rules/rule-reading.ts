import type { DecisionRule } from './decision.ts'
import { isRefusal, type Refusal, refuse } from './finding.ts'

/**
 * Reads a decision rule that somebody wrote as JSON.
 *
 * @refuses 'unreadable-rule' with the place in the rule, `rule.rules[1].share`, and how it is written
 */
export function readRule(written: string): DecisionRule | Refusal {
  try {
    return asRule(JSON.parse(written))
  } catch (error) {
    return unreadable(`The rule is not JSON: ${(error as Error).message}.`, 'Write it as {"kind": "consensus"}.')
  }
}

/** The same for a value that has been parsed already, wherever it stands in what was written. */
export function asRule(value: unknown, at = 'rule'): DecisionRule | Refusal {
  return check.rule(value, at) ?? (value as DecisionRule)
}

type Check = (value: unknown, at: string) => Refusal | undefined
interface Fields {
  readonly [field: string]: Check
}

const check = { rule, whole, share, word, truth }

/** The fields of each kind of rule: those that it must have, and those that it may. */
const kinds: { readonly [Kind in DecisionRule['kind']]: { readonly must: Fields; readonly may: Fields } } = {
  consensus: { must: {}, may: { except: oneOf('concerned') } },
  majority: {
    must: { share, of: oneOf('members', 'present', 'present-and-voting', 'entitled') },
    may: { strict: truth },
  },
  threshold: { must: { yes: whole }, may: { noneAgainstFrom: word } },
  qualified: { must: { conditions: listOf(condition) }, may: { blockingMinority: whole } },
  all: { must: { rules: listOf(rule) }, may: {} },
  any: { must: { rules: listOf(rule) }, may: {} },
  quorum: { must: { present: shareOrWhole, then: rule }, may: {} },
}

function rule(value: unknown, at: string): Refusal | undefined {
  const names = Object.keys(kinds).join(', ')
  if (!isObject(value)) return unreadable(`${at} is no rule.`, `Write an object with a kind: ${names}.`)
  const kind = value.kind as DecisionRule['kind']
  if (kind === undefined) return unreadable(`${at} has no kind.`, `There is: ${names}.`)
  if (!Object.hasOwn(kinds, kind)) {
    return unreadable(`${at}.kind is ${JSON.stringify(kind)}, which is not known.`, `There is: ${names}.`)
  }
  const { must, may } = kinds[kind]
  return fields(value, at, { kind: word, ...must }, { article: word, ...may })
}

function condition(value: unknown, at: string): Refusal | undefined {
  if (!isObject(value)) return unreadable(`${at} is no condition.`, 'Write an object with share and of.')
  const { must, may } = kinds.majority
  return fields(value, at, must, { weightedBy: word, article: word, ...may })
}

function fields(value: Record<string, unknown>, at: string, must: Fields, may: Fields): Refusal | undefined {
  const known = { ...must, ...may }
  const list = Object.keys(known).join(', ')
  for (const field of Object.keys(value)) {
    if (!Object.hasOwn(known, field)) return unreadable(`${at} has no field "${field}".`, `It may have: ${list}.`)
  }
  for (const [field, checks] of Object.entries(known)) {
    if (value[field] === undefined) {
      if (Object.hasOwn(must, field)) return unreadable(`${at}.${field} is missing.`, `${at} may have: ${list}.`)
      continue
    }
    const refusal = checks(value[field], `${at}.${field}`)
    if (refusal) return refusal
  }
  return undefined
}

function share(value: unknown, at: string): Refusal | undefined {
  const [needs, outOf] = Array.isArray(value) && value.length === 2 ? value : []
  if (isWhole(needs) && isWhole(outOf) && needs <= outOf) return undefined
  return unreadable(`${at} is no share.`, 'Write two whole numbers, [2, 3] for two thirds.')
}

function whole(value: unknown, at: string): Refusal | undefined {
  return isWhole(value) ? undefined : unreadable(`${at} is no number of participants.`, 'Write a whole number from 1.')
}

function shareOrWhole(value: unknown, at: string): Refusal | undefined {
  return Array.isArray(value) ? share(value, at) : whole(value, at)
}

function word(value: unknown, at: string): Refusal | undefined {
  if (typeof value === 'string' && value !== '') return undefined
  return unreadable(`${at} is no text.`, 'Write it in double quotes.')
}

function truth(value: unknown, at: string): Refusal | undefined {
  return typeof value === 'boolean' ? undefined : unreadable(`${at} is neither true nor false.`, 'Write one of them.')
}

function oneOf(...words: readonly string[]): Check {
  return (value, at) =>
    words.includes(value as string)
      ? undefined
      : unreadable(`${at} is ${JSON.stringify(value)}, which is not known.`, `There is: ${words.join(', ')}.`)
}

function listOf(checks: Check): Check {
  return (value, at) => {
    if (!Array.isArray(value) || value.length === 0) return unreadable(`${at} is no list.`, 'Write one or more in [ ].')
    const refusals = value.map((one, index) => checks(one, `${at}[${index}]`))
    return refusals.find((one) => isRefusal(one))
  }
}

function unreadable(message: string, remedy: string): Refusal {
  return refuse('unreadable-rule', message, { remedy })
}

const isWhole = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 1
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
