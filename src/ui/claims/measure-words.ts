import { type Firmness, kindOfFact, lists, type Measured } from '../../analysis/index.ts'
import { type Condition, type Measure, nameOf, type Organisation, type Where } from '../../record/index.ts'
import type { PartialDate } from '../../rules/index.ts'
import { readable } from '../numbers.ts'
import { bodyName } from '../sentences.ts'
import { dateInWords, listed, whenInWords } from '../words.ts'

/** What is measured, to follow "is" or stand alone: "how many decisions and proposals, of which outcome is adopted". */
export function measureInWords(measure: Measure, organisation: Organisation): string {
  const of = (list: string) => lists[list]?.many ?? list
  const which = (where: Where | undefined) => (where ? whereInWords(where, organisation) : '')
  if ('count' in measure) return `how many ${of(measure.count)}${which(measure.where)}`
  if ('share' in measure)
    return `of the ${of(measure.of)}${which(measure.where)}, the share${which(measure.share).replace(/^, /, ' ')}`
  if ('distinct' in measure)
    return `how many different values “${measure.distinct}” has in the ${of(measure.of)}${which(measure.where)}`
  if ('sum' in measure) return `the sum of “${measure.sum}” over the ${of(measure.of)}${which(measure.where)}`
  if ('most' in measure) return `the largest “${measure.most}” of the ${of(measure.of)}${which(measure.where)}`
  if ('value' in measure)
    return `of ${nameOfThing(measure.id, measure.of, organisation)}, ${lists[measure.of]?.fields[measure.value]?.is ?? measure.value}`
  if ('number' in measure) return `${readable(measure.number)} (${measure.says})`
  if ('on' in measure) return `as of ${dateInWords(measure.on)}, ${measureInWords(measure.of, organisation)}`
  const parts = (all: readonly Measure[]) => all.map((one) => measureInWords(one, organisation))
  if ('divide' in measure) return parts(measure.divide).join(', divided by ')
  if ('minus' in measure) return parts(measure.minus).join(', less ')
  return parts(measure.plus).join(', plus ')
}

function nameOfThing(id: string, list: string, organisation: Organisation): string {
  const item = lists[list]?.items(organisation).find((one) => one.id === id)
  const act = item?.entry.act
  if (act?.kind === 'feature-stated') return `“${act.feature.replaceAll('-', ' ')}” of ${act.neighbour}`
  if (act?.kind === 'meeting-held')
    return `“${[bodyName(organisation, act.body), act.city, dateInWords(act.on)].filter(Boolean).join(', ')}”`
  if (act?.kind === 'rule-stated') return ['the rule in', act.document, act.article].filter(Boolean).join(' ')
  if (act?.kind === 'dispute-recorded') return `“${act.about}”`
  const title = act && ('title' in act ? act.title : 'name' in act ? act.name : undefined)
  return typeof title === 'string' ? `“${title}”` : valueInWords(id, organisation)
}

function whereInWords(where: Where, organisation: Organisation): string {
  const all = Object.entries(where).map(
    ([field, condition]) =>
      `“${field}” ${conditionInWords(condition, organisation, field === 'year' ? String : readable)}`,
  )
  return all.length === 0 ? '' : `, where ${listed(all)}`
}

/** What a value must be, to follow its name: "is at least 3", "is one of A and B". */
export function conditionInWords(
  condition: Condition,
  organisation: Organisation,
  number: (value: number) => string = readable,
): string {
  const say = (value: unknown) => (typeof value === 'number' ? number(value) : valueInWords(value, organisation))
  const several = (values: readonly unknown[]) => listed(values.map(say))
  if (Array.isArray(condition)) return `is one of ${several(condition)}`
  if (typeof condition !== 'object') return `is ${say(condition)}`
  const asked = condition as Exclude<Condition, string | number | boolean | unknown[]>
  const all: string[] = []
  if (asked.is !== undefined) all.push(`is ${say(asked.is)}`)
  if (asked.not !== undefined) all.push(`is not ${say(asked.not)}`)
  if (asked.anyOf) all.push(`is one of ${several(asked.anyOf)}`)
  if (asked.noneOf) all.push(`is none of ${several(asked.noneOf)}`)
  if (asked.includes) all.push(`includes ${several(asked.includes)}`)
  if (asked.only) all.push(`is nothing but ${several(asked.only)}`)
  if (asked.atLeast !== undefined) all.push(`is at least ${number(asked.atLeast)}`)
  if (asked.moreThan !== undefined) all.push(`is more than ${number(asked.moreThan)}`)
  if (asked.atMost !== undefined) all.push(`is at most ${number(asked.atMost)}`)
  if (asked.lessThan !== undefined) all.push(`is less than ${number(asked.lessThan)}`)
  if (asked.from && asked.from === asked.to) all.push(`is ${whenInWords(asked.from)}`)
  else {
    if (asked.from) all.push(`is from ${dateInWords(asked.from)} on`)
    if (asked.to) all.push(`is up to ${dateInWords(asked.to)}`)
  }
  if (asked.withinYears) all.push(`is in the ${asked.withinYears} years up to the day asked about`)
  if (asked.has) all.push(`has ${asked.has.map((one) => `“${one}”`).join(' or ')} in it`)
  if (asked.known !== undefined) all.push(asked.known ? 'is on record' : 'is not on record')
  return all.join(' and ')
}

const isDate = /^\d{4}(-\d\d){0,2}$/

/** A value as a reader says it: a participant and a body by name, a date in words. */
export function valueInWords(value: unknown, organisation: Organisation): string {
  if (value === undefined || value === null) return 'not on record'
  if (Array.isArray(value))
    return value.length === 0 ? 'nobody and nothing' : listed(value.map((one) => valueInWords(one, organisation)))
  if (typeof value === 'number') return readable(value)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  const text = String(value)
  if (isDate.test(text)) return dateInWords(text as PartialDate)
  if (organisation.participant(text).description) return nameOf(organisation, text)
  if (organisation.body(text)) return bodyName(organisation, text)
  // Hyphens join the words of an id; in a sentence they are its own.
  return /\s/.test(text) ? text : text.replaceAll('-', ' ')
}

/** What was found: "12", "0.5 (5 of 10)", "6 December 2013"; with the bounds between which it lies where it is not sure. */
export function foundInWords(found: Measured, measure: Measure, organisation: Organisation): string {
  const share = found.outOf ? ` (${found.counted.length} of ${found.outOf.length})` : ''
  const value = `${typeof found.value === 'number' && 'number' in measure ? readable(found.value) : valueInWords(rounded(found.value), organisation)}${share}`
  const { bounds } = found
  if (!bounds || bounds.least === bounds.most) return value
  const anyShare = found.outOf && bounds.least === 0 && bounds.most === 1
  const anyNumber = bounds.least === Number.NEGATIVE_INFINITY
  if (anyShare || (anyNumber && bounds.most === Number.POSITIVE_INFINITY)) return `${value}, as far as it is on record`
  if (anyNumber) return `${value} on record; surely ${readable(bounds.most)} at most`
  // "At least nought" says nothing.
  if (bounds.most === Number.POSITIVE_INFINITY && found.value === 0) return `${value} on record`
  if (bounds.most === Number.POSITIVE_INFINITY)
    return bounds.least === found.value
      ? `${value} at least`
      : `${value} on record; by facts that are not marked unverified, ${readable(Math.max(0, bounds.least))} at least`
  return `${value}; surely between ${readable(bounds.least)} and ${readable(bounds.most)}`
}

function rounded(value: Measured['value']): unknown {
  return typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(3)) : value
}

/** How complete the record is for what was counted, in a sentence. */
export function completenessInWords(
  { firm, from, to, thin, unstated, ahead }: Firmness,
  organisation: Organisation,
): string {
  const span = from === to ? `in ${from}` : `from ${from} to ${to}`
  if (ahead) return 'Some of the days asked about are still to come: there may be more.'
  if (firm) return `The record is complete or nearly so ${span}.`
  if (unstated) return 'How complete the record is for these is not stated: there may be more.'
  const years = [...new Set(thin.flatMap((one) => one.years))].length
  const kinds = listed(thin.map(({ of }) => kindOfFact(organisation, of)))
  if (from === to) return `The record is not complete for ${kinds} ${span}: there may be more.`
  return `The record is not complete for ${kinds} in ${years === to - from + 1 ? 'any' : years} of the ${to - from + 1} years ${span}: there may be more.`
}
