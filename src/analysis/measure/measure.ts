import type { Measure, Organisation, Where } from '../../record/index.ts'
import { earliest, isRefusal, latest, type Refusal, refuse } from '../../rules/index.ts'
import { anything, quotient } from './bounds.ts'
import { type Bounds, inFull, isFarFrom, type Truth, testOf } from './condition.ts'
import { strengthOf } from './doubts.ts'
import { completenessOf, type Firmness, yearsAsked } from './firm.ts'
import { fitting } from './fitting.ts'
import type { Field, List, Stated, Value } from './list.ts'
import { fieldNamed, itemsOf, listNamed, onDayOf } from './lists.ts'

/** What the record gives for a measure. */
export interface Measured {
  /** As far as it is on record, whatever may be missing. */
  readonly value: Value
  /** Between what it surely lies, by facts alone; absent where the value is no number. */
  readonly bounds?: Bounds
  /** The same, when facts marked unverified are taken for facts. */
  readonly withUnverified?: Bounds
  /** What is on record and no more, with what sources dispute in it or not; absent where nothing is disputed. */
  readonly recorded?: Bounds
  /** The things it rests on. */
  readonly counted: readonly Stated[]
  /** Of a share, all of which it is one. */
  readonly outOf?: readonly Stated[]
  /** Those of which the record does not say whether they belong to it, or says it without proof. */
  readonly perhaps: readonly Stated[]
  readonly completeness: readonly Firmness[]
  /** Not all of the value is on record: what is not found in it may be so all the same. */
  readonly partial?: true
  /** Of arithmetic, what it is made of. */
  readonly parts: readonly Measured[]
}

/**
 * Asks the record for a number, or for one value, on the organisation's day.
 *
 * @refuses 'unknown-list', 'unknown-field', 'unknown-thing', 'not-a-number', 'beyond-the-record', 'divides-by-nothing'
 */
export function measured(measure: Measure, organisation: Organisation): Measured | Refusal {
  if ('number' in measure) return stated(measure.number)
  if ('on' in measure) return asOf(measure, organisation)
  if ('divide' in measure) return divided(measure.divide, organisation)
  if ('minus' in measure) return lessened(measure.minus, organisation)
  if ('plus' in measure) return added(measure.plus, organisation)
  if ('value' in measure) return oneValue(measure, organisation)
  return ofList(measure, organisation)
}

/** Of what type that is which a measure gives. */
export function typeOf(measure: Measure): Field<Stated>['type'] {
  if ('on' in measure) return typeOf(measure.of)
  if (!('value' in measure)) return 'number'
  const list = listNamed(measure.of)
  const field = isRefusal(list) ? list : fieldNamed(list, measure.value)
  return isRefusal(field) ? 'text' : field.type
}

type OfList = Exclude<
  Measure,
  | { number: number }
  | { on: unknown }
  | { divide: unknown }
  | { minus: unknown }
  | { plus: unknown }
  | { value: string }
>

function ofList(measure: OfList, organisation: Organisation): Measured | Refusal {
  const list = listNamed('count' in measure ? measure.count : measure.of)
  if (isRefusal(list)) return list
  const base = sorted(list, measure.where ?? {}, organisation)
  if (isRefusal(base)) return base
  const beyond = beyondTheRecord(list, measure.where, organisation)
  if (beyond) return beyond
  if ('count' in measure) return counted(base)
  if ('share' in measure) return shareOf(measure, list, base, organisation)
  const field = 'distinct' in measure ? measure.distinct : 'sum' in measure ? measure.sum : measure.most
  const read = fieldNamed(list, field)
  if (isRefusal(read)) return read
  if ('distinct' in measure) return distinct(base, (item) => read.of(item, organisation))
  if (read.type !== 'number') return notANumber(list, field)
  const valueIn = (item: Stated) => read.of(item, organisation) as number | undefined
  return 'sum' in measure ? summed(base, valueIn, field) : largest(base, valueIn, field)
}

/** The items of a list by whether they are as asked, and how far they prove it. */
interface Sorted {
  readonly list: List
  readonly surely: readonly Stated[]
  /** So by facts marked unverified. */
  readonly unverified: readonly Stated[]
  readonly perhaps: readonly Stated[]
  /** Of these, those that are so by a fact that sources dispute, or that was inferred. */
  readonly disputed: number
  readonly completeness: Firmness
  readonly fields: readonly string[]
}

function sorted(list: List, where: Where, organisation: Organisation, among?: readonly Stated[]): Sorted | Refusal {
  const names = Object.keys(where)
  for (const name of names) {
    const known = fieldNamed(list, name)
    if (isRefusal(known)) return known
  }
  const unfit = fitting(list, where, organisation)
  if (unfit) return unfit
  const items = among ?? itemsOf(list, organisation)
  const { yes = [], unknown = [] } = Object.groupBy(items, whetherSo(list, where, organisation))
  const strength = (item: Stated) =>
    strengthOf(item, list, () =>
      names.filter((name) => !isFarFrom(list.fields[name]?.of(item, organisation), where[name])),
    )
  const { stated: surely = [], unverified = [], 'proves-nothing': disputed = [] } = Object.groupBy(yes, strength)
  const perhaps = [...unknown, ...disputed]
  const completeness = completenessOf(list, couldBe(items, list, where, organisation), where, organisation)
  return { list, surely, unverified, perhaps, disputed: disputed.length, completeness, fields: names }
}

/** Those of the kinds asked about, whether or not the rest is so: how completely these are known is what counts. */
function couldBe(items: readonly Stated[], list: List, where: Where, organisation: Organisation): readonly Stated[] {
  const ofKind = Object.fromEntries(Object.entries(where).filter(([name]) => list.coveredBy?.includes(name)))
  if (Object.keys(ofKind).length === 0) return items
  const isOfKind = whetherSo(list, ofKind, organisation)
  return items.filter((item) => isOfKind(item) !== 'no')
}

function whetherSo(list: List, where: Where, organisation: Organisation): (item: Stated) => Truth {
  const tests = Object.entries(where).map(([name, condition]) => ({
    field: list.fields[name],
    isAsked: testOf(condition, organisation.day),
  }))
  return (item) => {
    let so: Truth = 'yes'
    for (const { field, isAsked } of tests) {
      const truth = isAsked(field?.of(item, organisation), field?.whole?.(item))
      if (truth === 'no') return 'no'
      if (truth === 'unknown') so = 'unknown'
    }
    return item.uncertain ? 'unknown' : so
  }
}

function counted({ surely, unverified, perhaps, disputed, completeness }: Sorted): Measured {
  const more = completeness.firm ? perhaps.length : Number.POSITIVE_INFINITY
  const value = surely.length + unverified.length
  return {
    value,
    bounds: { least: surely.length, most: value + more },
    withUnverified: { least: value, most: value + more },
    ...(disputed > 0 ? { recorded: { least: value, most: value + disputed } } : {}),
    counted: [...surely, ...unverified],
    perhaps,
    completeness: [completeness],
    parts: [],
  }
}

/** A part of what is as asked. Where nothing is, there is no part of it. */
function shareOf(
  { share }: Extract<Measure, { share: Where }>,
  list: List,
  base: Sorted,
  organisation: Organisation,
): Measured | Refusal {
  const outOf = [...base.surely, ...base.unverified]
  if (outOf.length === 0) return nothingToDivideBy(`No ${list.one} on record is among those of which a share is asked.`)
  const part = sorted(list, share, organisation, outOf)
  if (isRefusal(part)) return part
  const so = [...part.surely, ...part.unverified]
  // Unverified or unknown members of the whole may each belong or not: the share lies between the extremes.
  const certain = base.completeness.firm && base.perhaps.length === 0
  const between = (sure: number, maybe: number): Bounds =>
    certain ? { least: sure / outOf.length, most: (sure + maybe) / outOf.length } : { least: 0, most: 1 }
  return {
    value: so.length / outOf.length,
    bounds: between(part.surely.length, part.unverified.length + part.perhaps.length),
    withUnverified: between(so.length, part.perhaps.length),
    ...recordedShare(so.length, outOf.length, base.disputed, part.disputed),
    counted: so,
    outOf,
    perhaps: [...base.perhaps, ...part.perhaps],
    completeness: [base.completeness],
    parts: [],
  }
}

/** Whatever is disputed may belong to the whole or not, and be so or not. */
function recordedShare(so: number, outOf: number, ofWhole: number, ofPart: number): { readonly recorded?: Bounds } {
  if (ofWhole + ofPart === 0) return {}
  const all = outOf + ofWhole
  return { recorded: { least: so / all, most: Math.min(1, (so + ofPart + ofWhole) / all) } }
}

function distinct(base: Sorted, valueIn: (item: Stated) => Value): Measured {
  const different = (items: readonly Stated[]) =>
    new Set(items.flatMap((item) => [valueIn(item) ?? []].flat() as unknown[])).size
  const all = [...base.surely, ...base.unverified]
  const whole = base.completeness.firm && base.perhaps.length === 0 && all.every((item) => valueIn(item) !== undefined)
  const value = different(all)
  const most = whole ? value : Number.POSITIVE_INFINITY
  return asCounted(base, value, { least: different(base.surely), most }, { least: value, most })
}

function summed(base: Sorted, valueIn: (item: Stated) => number | undefined, field: string): Measured | Refusal {
  const all = [...base.surely, ...base.unverified]
  const given = all.filter((item) => valueIn(item) !== undefined)
  if (given.length === 0) return nothingGiven(base.list, field)
  const sum = (items: readonly Stated[]) => items.reduce((total, item) => total + (valueIn(item) ?? 0), 0)
  const sure = given.filter((item) => strengthOf(item, base.list, () => [...base.fields, field]) === 'stated')
  const whole = base.completeness.firm && base.perhaps.length === 0 && given.length === all.length
  const most = whole ? sum(all) : Number.POSITIVE_INFINITY
  return asCounted(base, sum(all), { least: sum(sure), most }, { least: sum(given), most })
}

function largest(base: Sorted, valueIn: (item: Stated) => number | undefined, field: string): Measured | Refusal {
  const all = [...base.surely, ...base.unverified]
  const numbers = (items: readonly Stated[]) => items.flatMap((item) => valueIn(item) ?? [])
  if (numbers(all).length === 0) return nothingGiven(base.list, field)
  const value = Math.max(...numbers(all))
  const whole = base.completeness.firm && base.perhaps.length === 0 && numbers(all).length === all.length
  const sure = all.filter((item) => strengthOf(item, base.list, () => [...base.fields, field]) === 'stated')
  const least = Math.max(...numbers(sure), Number.NEGATIVE_INFINITY)
  const most = whole ? value : Number.POSITIVE_INFINITY
  return asCounted(base, value, { least, most }, { least: value, most })
}

function asCounted(
  { surely, unverified, perhaps, completeness }: Sorted,
  value: number,
  bounds: Bounds,
  withUnverified: Bounds,
): Measured {
  const both = [...surely, ...unverified]
  return { value, bounds, withUnverified, counted: both, perhaps, completeness: [completeness], parts: [] }
}

/** One field of one thing, on the day asked about. */
function oneValue(
  { value, of, id }: Extract<Measure, { value: string }>,
  organisation: Organisation,
): Measured | Refusal {
  const list = listNamed(of)
  if (isRefusal(list)) return list
  const field = fieldNamed(list, value)
  if (isRefusal(field)) return field
  const item = itemsOf(list, organisation).find((one) => one.id === id)
  if (!item)
    return refuse('unknown-thing', `The record has no ${list.one} "${id}" up to ${organisation.day}.`, {
      remedy: 'Check the id, or ask about a later day.',
    })
  const found = field.of(item, organisation)
  const strength = strengthOf(item, list, () => [value])
  const nothing = { counted: [], perhaps: [item], completeness: [], parts: [] }
  if (found === undefined || strength === 'proves-nothing' || item.uncertain) return { value: found, ...nothing }
  const number = typeof found === 'number' ? { least: found, most: found } : undefined
  return {
    value: found,
    ...(number && strength === 'stated' ? { bounds: number } : {}),
    ...(number ? { withUnverified: number } : {}),
    ...(field.whole?.(item) === false ? { partial: true } : {}),
    counted: [item],
    perhaps: strength === 'unverified' ? [item] : [],
    completeness: [],
    parts: [],
  }
}

/** As of the first day that a date may mean. Nobody is told on one day what was so on a later one. */
function asOf({ on, of }: Extract<Measure, { on: unknown }>, organisation: Organisation): Measured | Refusal {
  if (earliest(on) <= organisation.day) return measured(of, onDayOf(organisation, on))
  return refuse('beyond-the-record', `It is measured as of ${on}, which is after ${organisation.day}.`, {
    remedy: 'Ask about that day or a later one.',
  })
}

/** A number that the record does not give is a fact of nobody's: whatever is reckoned with it proves nothing. */
function stated(number: number): Measured {
  const withUnverified = { least: number, most: number }
  return { value: number, withUnverified, counted: [], perhaps: [], completeness: [], parts: [] }
}

function divided([top, bottom]: readonly [Measure, Measure], organisation: Organisation): Measured | Refusal {
  const parts = numbers([top, bottom], organisation)
  if (isRefusal(parts)) return parts
  const [above, below] = parts as [Numbered, Numbered]
  if (below.value === 0) return nothingToDivideBy('The measure below is nought as far as it is on record.')
  return made(parts, above.value / below.value, ([a, b]) => quotient(a, b))
}

function lessened([from, what]: readonly [Measure, Measure], organisation: Organisation): Measured | Refusal {
  const parts = numbers([from, what], organisation)
  if (isRefusal(parts)) return parts
  const [whole, less] = parts as [Numbered, Numbered]
  return made(parts, whole.value - less.value, ([a, b]) => ({ least: a.least - b.most, most: a.most - b.least }))
}

function added(measures: readonly Measure[], organisation: Organisation): Measured | Refusal {
  const parts = numbers(measures, organisation)
  if (isRefusal(parts)) return parts
  const total = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0)
  return made(parts, total(parts.map(({ value }) => value)), (all) => ({
    least: total(all.map(({ least }) => least)),
    most: total(all.map(({ most }) => most)),
  }))
}

type Numbered = Measured & { readonly value: number }

function numbers(measures: readonly Measure[], organisation: Organisation): Numbered[] | Refusal {
  const parts: Numbered[] = []
  for (const one of measures) {
    const part = measured(one, organisation)
    if (isRefusal(part)) return part
    if (typeof part.value !== 'number')
      return refuse('not-a-number', 'Only numbers can be reckoned with.', {
        remedy: 'Count something, or name a field that is a number.',
      })
    parts.push(part as Numbered)
  }
  return parts
}

function made(
  parts: readonly Numbered[],
  value: number,
  reckon: (bounds: [Bounds, Bounds, ...Bounds[]]) => Bounds,
): Measured | Refusal {
  if (!Number.isFinite(value)) return notANumberAnyMore()
  const with_ = (of: (part: Measured) => Bounds | undefined) =>
    reckon(parts.map((part) => of(part) ?? anything) as [Bounds, Bounds, ...Bounds[]])
  return {
    value,
    bounds: with_(({ bounds }) => bounds),
    withUnverified: with_(({ withUnverified }) => withUnverified),
    counted: parts.flatMap((part) => part.counted),
    perhaps: parts.flatMap((part) => part.perhaps),
    completeness: parts.flatMap((part) => part.completeness),
    parts,
  }
}

/** Years of which the record has nothing at all, by its own word, give no number. */
function beyondTheRecord(list: List, where: Where | undefined, organisation: Organisation): Refusal | undefined {
  if (list.ofTheDay) return undefined
  const { from, to } = yearsAsked(where, organisation)
  if (from <= to) return undefined
  const { description, day } = organisation
  const { from: first, to: last } = where?.on === undefined ? {} : inFull(where.on)
  if (first && last && earliest(first) > latest(last))
    return refuse('beyond-the-record', `It asks for what is from ${first} on and up to ${last}: no day is both.`, {
      remedy: 'Put the earlier one first.',
    })
  return refuse('beyond-the-record', `The years asked about lie outside those on record up to ${day}.`, {
    remedy: `The record covers ${description?.begins.slice(0, 4)} to ${description?.coveredTo}.`,
  })
}

function nothingToDivideBy(message: string): Refusal {
  return refuse('divides-by-nothing', message, { remedy: 'Widen what is divided by, or ask about a later day.' })
}

function notANumberAnyMore(): Refusal {
  return refuse('not-a-number', 'It comes to more than can be reckoned with.', { remedy: 'Use smaller numbers.' })
}

function nothingGiven(list: List, field: string): Refusal {
  return refuse('not-a-number', `No ${list.one} among those asked about has a "${field}" on record.`, {
    remedy: 'Ask about others, or count them instead.',
  })
}

function notANumber(list: List, field: string): Refusal {
  const numeric = Object.entries(list.fields).flatMap(([name, one]) => (one.type === 'number' ? [name] : []))
  return refuse('not-a-number', `"${field}" of a ${list.one} is no number.`, {
    remedy: numeric.length > 0 ? `Numbers are ${numeric.join(', ')}.` : 'Count instead.',
  })
}
