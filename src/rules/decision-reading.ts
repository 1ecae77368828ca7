import type { z } from 'zod'
import type { DecisionRule, Entitled, Question } from './decision.ts'
import { largestInShare, positionSchema, questionSchema } from './decision-schema.ts'
import { type Refusal, refuse } from './finding.ts'

/** Rules within rules that no article needs; deeper ones are a slip or an attack. */
const deepest = 32

/**
 * Reads a question as it was written, in JSON say.
 *
 * @refuses 'unknown-kind', 'unknown-field', 'missing-field', 'unreadable-field', 'no-share', 'unknown-position',
 *   'nothing-given', 'too-many', 'too-deep': what does not have the shape of a question
 * @refuses 'entitled-twice', 'not-entitled', 'unknown-tag', 'weight-missing': what does not agree with itself
 */
export function readQuestion(value: unknown): Question | Refusal {
  if (isTooDeep(value)) {
    const remedy = `A rule holds rules within rules ${deepest} deep at most.`
    return refuse('too-deep', `rule: rules stand more than ${deepest} deep in each other.`, { remedy })
  }
  const read = questionSchema.safeParse(value, { reportInput: true })
  const refusal = read.success ? disagreement(read.data, value) : refusalOf(read.error.issues[0], value)
  if (refusal) return withArticle(refusal, value)
  return read.data as Question
}

/** As a field of an object it says what the object comes from, and holds nothing. */
const unusable = '__proto__'

/** Asked before the schema is, whose reading is as deep as what it reads. */
function isTooDeep(value: unknown): boolean {
  let rules = [(value as { rule?: unknown } | null | undefined)?.rule]
  for (let depth = 0; depth <= deepest; depth += 1) {
    rules = rules.flatMap((rule) => {
      const { rules: inner, then } = (rule ?? {}) as { rules?: unknown; then?: unknown }
      return [...(Array.isArray(inner) ? inner : []), ...(then === undefined ? [] : [then])]
    })
    if (rules.length === 0) return false
  }
  return true
}

function withArticle(refusal: Refusal, value: unknown): Refusal {
  const { article } = (value ?? {}) as { article?: unknown }
  return typeof article === 'string' && article !== '' ? { ...refusal, article } : refusal
}

/** The first thing in which a question of the right shape does not agree with itself. */
function disagreement({ rule, entitled, positions, concerned = [] }: Question, value: unknown): Refusal | undefined {
  const ids = new Set<string>()
  for (const [index, { id }] of entitled.entries()) {
    if (ids.has(id)) {
      return refuse('entitled-twice', `entitled.${index}: "${id}" is listed twice.`, { remedy: 'List each once.' })
    }
    if (id === unusable) {
      const message = `entitled.${index}.id: "${id}" is a name that JavaScript keeps for itself.`
      return refuse('unreadable-field', message, { remedy: 'Take another id, and give this one as the `name`.' })
    }
    ids.add(id)
  }
  const remedy = 'List everyone entitled in `entitled`, or correct the id.'
  // Asked of what was written, for the schema passes over the unusable name.
  for (const id of Object.keys((value as { positions: object }).positions)) {
    if (!ids.has(id) || !Object.hasOwn(positions, id))
      return refuse('not-entitled', `positions.${id}: "${id}" is not among those entitled.`, { remedy })
  }
  const named = new Set<string>()
  for (const [index, id] of concerned.entries()) {
    if (!ids.has(id)) {
      return refuse('not-entitled', `concerned.${index}: "${id}" is not among those entitled.`, { remedy })
    }
    if (named.has(id)) {
      return refuse('entitled-twice', `concerned.${index}: "${id}" is listed twice.`, { remedy: 'List each once.' })
    }
    named.add(id)
  }
  return disagreementIn(rule, 'rule', entitled)
}

function disagreementIn(rule: DecisionRule, path: string, entitled: readonly Entitled[]): Refusal | undefined {
  const checks: (Refusal | undefined)[] = [unmatched(rule, path, entitled)]
  if (rule.kind === 'qualified') {
    checks.push(...rule.conditions.map((one, i) => unmatched(one, `${path}.conditions.${i}`, entitled)))
  }
  if (rule.kind === 'all' || rule.kind === 'any') {
    checks.push(...rule.rules.map((inner, i) => disagreementIn(inner, `${path}.rules.${i}`, entitled)))
  }
  if (rule.kind === 'quorum') checks.push(disagreementIn(rule.then, `${path}.then`, entitled))
  return checks.find((check) => check !== undefined)
}

/** A tag that nobody bears, or a weight that someone counted lacks. */
function unmatched(rule: object, path: string, entitled: readonly Entitled[]): Refusal | undefined {
  const named = rule as { among?: string; noneAgainstFrom?: string; casting?: string; weightedBy?: string }
  for (const field of ['among', 'noneAgainstFrom', 'casting'] as const) {
    const tag = named[field]
    if (tag === undefined || entitled.some(({ tags }) => tags?.includes(tag))) continue
    const remedy = `Add "${tag}" to the \`tags\` of those entitled who bear it, or correct its name.`
    return refuse('unknown-tag', `${path}.${field}: nobody entitled bears the tag "${tag}".`, { remedy })
  }
  const { weightedBy, among } = named
  if (weightedBy === undefined) return undefined
  const lacking = entitled.find(
    ({ tags, weights }) =>
      (among === undefined || tags?.includes(among)) && !(weights && Object.hasOwn(weights, weightedBy)),
  )
  if (!lacking) return undefined
  const remedy = `Add "${weightedBy}" to the \`weights\` of "${lacking.id}"; 0 where it has none.`
  return refuse('weight-missing', `${path}.weightedBy: "${lacking.id}" has no weight "${weightedBy}".`, { remedy })
}

type Issue = z.core.$ZodIssue

/** What the schema found, in a sentence with what to do. */
function refusalOf(found: Issue | undefined, value: unknown): Refusal {
  const issue = found && nearest(found)
  if (!issue) return refuse('unreadable-field', 'This is not a question.')
  const path = issue.path.map(String)
  const input = valueAt(value, path)
  const field = path.join('.') || 'the question'
  const shareAt = path.findLastIndex((key) => key === 'share' || key === 'present')
  if (shareAt >= 0 && input !== undefined) {
    const written = valueAt(value, path.slice(0, shareAt + 1))
    if (path[shareAt] === 'share' || Array.isArray(written)) {
      const why = whyNoShare(written) ?? `${shown(written)} ${issue.message}`
      const remedy = 'Write two whole numbers, the part first: [2, 3] for two thirds, [85, 100] for 85 per cent.'
      return refuse('no-share', `${path.slice(0, shareAt + 1).join('.')}: ${why}.`, { remedy })
    }
  }
  if (issue.code === 'unrecognized_keys') {
    const key = [...path, issue.keys[0]].join('.')
    return refuse('unknown-field', `${key}: no such field here.`, { remedy: 'Correct its name or remove it.' })
  }
  if (issue.code === 'invalid_union' && 'discriminator' in issue) {
    const remedy = 'Write consensus, majority, threshold, qualified, unopposed, all, any or quorum.'
    return refuse('unknown-kind', `${field}: ${shown(input)} is no kind of rule.`, { remedy })
  }
  if (input === undefined && issue.code === 'invalid_type') {
    return refuse('missing-field', `${field}: is missing.`, { remedy: `Add it: ${expected(issue)}.` })
  }
  if (issue.code === 'invalid_value' && input === undefined) {
    return refuse('missing-field', `${field}: is missing.`, { remedy: `Write ${issue.values.map(String).join(', ')}.` })
  }
  if (path[0] === 'positions' && path.length === 2) {
    const remedy = `Write ${positionSchema.options.join(', ')}.`
    return refuse('unknown-position', `${field}: ${shown(input)} is no position.`, { remedy })
  }
  if (issue.code === 'invalid_value') {
    const remedy = `Write ${issue.values.map(String).join(', ')}.`
    return refuse('unreadable-field', `${field}: ${shown(input)} is not one of those known here.`, { remedy })
  }
  if (issue.code === 'too_small' && issue.origin === 'array') {
    return refuse('nothing-given', `${field}: is empty.`, { remedy: 'Give at least one.' })
  }
  if (issue.code === 'too_big' && issue.origin === 'array') {
    return refuse('too-many', `${field}: has more than ${issue.maximum}.`, { remedy: 'Give fewer.' })
  }
  if (issue.code === 'invalid_type') {
    return refuse('unreadable-field', `${field}: ${shown(input)} is not ${expected(issue)}.`, {
      remedy: `Write ${expected(issue)}.`,
    })
  }
  const why =
    issue.code === 'too_small' ? `is to be ${issue.inclusive ? 'at least' : 'above'} ${issue.minimum}` : issue.message
  return refuse('unreadable-field', `${field}: ${shown(input)}: ${why}.`, { remedy: 'Correct it.' })
}

/** Of the ways in which something may be written, the one that it comes nearest to. */
function nearest(issue: Issue): Issue {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return issue
  const least = issue.errors.reduce((a, b) => (b.length < a.length ? b : a))
  const [first] = least
  return first ? nearest({ ...first, path: [...issue.path, ...first.path] }) : issue
}

function whyNoShare(share: unknown): string | undefined {
  if (!Array.isArray(share) || share.length !== 2) return `${shown(share)} is no share: it takes two numbers`
  const [part, parts] = share
  if (!Number.isSafeInteger(part) || !Number.isSafeInteger(parts)) return `${shown(share)} is no share in whole numbers`
  if (parts === 0) return `${shown(share)} is a share of nothing`
  if (part <= 0 || parts < 0) return `${shown(share)} is no share above zero`
  if (part > parts) return `${shown(share)} is more than the whole`
  if (parts > largestInShare) return `${shown(share)} has a number above ${largestInShare}`
  return undefined
}

function expected(issue: Extract<Issue, { code: 'invalid_type' }>): string {
  const words: Record<string, string> = {
    string: 'a text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    tuple: 'two whole numbers',
    object: 'an object',
    record: 'an object',
  }
  return words[issue.expected] ?? issue.expected
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((at, key) => (at as Record<string, unknown> | null | undefined)?.[key], value)
}

/** A value in a message: short, whatever it is. */
function shown(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object'))
    return clipped(`[${value.map((one) => JSON.stringify(one) ?? String(one)).join(', ')}]`)
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'an object'
  return clipped(typeof value === 'string' ? `"${value}"` : String(value))
}

function clipped(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}
