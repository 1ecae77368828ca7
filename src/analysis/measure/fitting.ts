import { type Condition, endOfTime, type Organisation, type Where } from '../../record/index.ts'
import { isRefusal, parsePartialDate, type Refusal, refuse } from '../../rules/index.ts'
import { inFull } from './condition.ts'
import type { Field, List, Stated } from './list.ts'
import { itemsOf, onDayOf } from './lists.ts'

/** What can be asked of a value: of a number that it is a number, of a name that somebody or something bears it. */

type Type = Field<never>['type']

/** What values of a type are written as, and what can be asked of them besides `is, not, anyOf, noneOf, known`. */
const askable: { readonly [T in Type]: { readonly written: string; readonly tests: readonly string[] } } = {
  word: { written: 'words', tests: ['has', 'includes', 'only'] },
  words: { written: 'words', tests: ['has', 'includes', 'only'] },
  text: { written: 'words', tests: ['has'] },
  number: { written: 'numbers', tests: ['atLeast', 'atMost', 'moreThan', 'lessThan'] },
  date: { written: 'dates, such as 2017-06-09, 2017-06 or 2017', tests: ['from', 'to', 'withinYears'] },
  'yes-or-no': { written: 'true or false', tests: [] },
}
const ofAny = ['is', 'not', 'anyOf', 'noneOf', 'known']
const withValues = ['is', 'not', 'anyOf', 'noneOf', 'includes', 'only']

/**
 * Whether a condition can be asked of values of this type at all; otherwise an answer would mean nothing.
 *
 * @param what the value, as a sentence begins: `"year" of a decision`
 * @refuses 'unanswerable'
 */
export function fits(condition: Condition, type: Type, what: string): Refusal | undefined {
  const asked = Object.entries(inFull(condition)).filter(([, wanted]) => wanted !== undefined)
  const { written, tests } = askable[type]
  const unfit = asked.find(([name]) => !ofAny.includes(name) && !tests.includes(name))
  if (unfit)
    return refuse('unanswerable', `"${unfit[0]}" cannot be asked of ${what}: its values are ${written}.`, {
      remedy: `Ask with ${[...ofAny, ...tests].join(', ')}.`,
    })
  const wrong = valuesIn(asked).find((value) => !isOf(type, value))
  if (wrong === undefined) return undefined
  return refuse('unanswerable', `"${wrong}" cannot be a value of ${what}: its values are ${written}.`, {
    remedy:
      type === 'date'
        ? `Ask for all of ${wrong} with { from: ${wrong}, to: ${wrong} }.`
        : 'Write it as these are written.',
  })
}

function valuesIn(asked: readonly (readonly [string, unknown])[]): readonly (string | number | boolean)[] {
  return asked.flatMap(([name, wanted]) => (withValues.includes(name) ? ([wanted].flat() as (string | number)[]) : []))
}

function isOf(type: Type, value: string | number | boolean): boolean {
  if (type === 'number') return typeof value === 'number'
  if (type === 'yes-or-no') return typeof value === 'boolean'
  return typeof value === 'string' && (type !== 'date' || !isRefusal(parsePartialDate(value)))
}

/**
 * Whether what a `where` asks about can be asked, and names what is there: a slip in a name is told, and not counted.
 *
 * @refuses 'unanswerable', 'unknown-name'
 */
export function fitting(list: List, where: Where, organisation: Organisation): Refusal | undefined {
  for (const [name, condition] of Object.entries(where)) {
    const field = list.fields[name]
    if (!field) continue
    const wrong =
      fits(condition, field.type, `"${name}" of any ${list.one}`) ?? named(list, name, condition, organisation)
    if (wrong) return wrong
  }
  return undefined
}

function named(list: List, name: string, condition: Condition, organisation: Organisation): Refusal | undefined {
  const field = list.fields[name]
  if (!field || (field.type !== 'word' && field.type !== 'words')) return undefined
  const { is, anyOf, noneOf, includes, only } = inFull(condition)
  const known = knownIn(list, name, field, organisation)
  if (!known) return undefined
  const isKnown = (value: unknown) => known(String(value))
  // Of several, one that is there will do; of all of which each is asked, each.
  const unknown =
    [is, ...(includes ?? [])].find((value) => value !== undefined && !isKnown(value)) ??
    [anyOf, noneOf, only].find((some) => some && !some.some(isKnown))?.[0]
  if (unknown === undefined) return undefined
  return refuse('unknown-name', `No ${list.one} on record has "${unknown}" as "${name}", on any day.`, {
    remedy: 'Check how it is written: names are ids, as the record has them.',
  })
}

/** Fields that name somebody or something on record; in others a word may be any, such as a city where nobody met. */
const naming: ReadonlySet<string> = new Set(
  `id body under meeting inMarginsOf programme dispute text neighbour status toward participant participants between
  proposedBy outside objected stances differed concerns hosts took observed absent declined transit largest signatories
  chair country attendance lead names`.split(/\s+/),
)

/** What tells who and what is named; where nobody can tell, nothing. */
function knownIn(
  list: List,
  name: string,
  field: Field<Stated>,
  organisation: Organisation,
): ((value: string) => boolean) | undefined {
  if (field.known) return (value) => field.known?.(value, organisation) ?? false
  if (field.among) return (value) => field.among?.includes(value) ?? false
  if (list.ofTheDay || !naming.has(name)) return undefined
  const borne = valuesOf(list, name, onDayOf(organisation, endOfTime))
  return (value) => borne.has(value) || isDescribed(value, organisation)
}

function isDescribed(value: string, organisation: Organisation): boolean {
  return organisation.participant(value).description !== undefined || organisation.body(value) !== undefined
}

const made = new WeakMap<Organisation, Map<string, ReadonlySet<string>>>()

function valuesOf(list: List, name: string, organisation: Organisation): ReadonlySet<string> {
  const ofIt = made.get(organisation) ?? new Map<string, ReadonlySet<string>>()
  made.set(organisation, ofIt)
  const key = `${list.many}/${name}`
  const values =
    ofIt.get(key) ??
    new Set(
      itemsOf(list, organisation).flatMap((item) =>
        [list.fields[name]?.of(item, organisation) ?? []].flat().map(String),
      ),
    )
  ofIt.set(key, values)
  return values
}
