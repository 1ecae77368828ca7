import type { Entry, Organisation } from '../../record/index.ts'
import { earliest, latest, type PartialDate } from '../../rules/index.ts'

/** What a field of one item holds; `undefined` where the record does not say. */
export type Value = string | number | boolean | readonly (string | number)[] | undefined

export interface Field<Item> {
  readonly type: 'word' | 'words' | 'number' | 'date' | 'text' | 'yes-or-no'
  /** What it is, in a few words. */
  readonly is: string
  readonly of: (item: Item, organisation: Organisation) => Value
  /** The fields of the act on which it rests, for doubts; without it, the one of its own name. */
  readonly restsOn?: readonly string[]
  /** Whether all of it is on record for an item: where it is not, what is not found in it may be so all the same. */
  readonly whole?: (item: Item) => boolean
  /** Of a word that can be one of a few only: those, whether or not the record has one of each. */
  readonly among?: readonly string[]
  /** Whether somebody or something of this name is on record, on any day; without it, whether any item bears it. */
  readonly known?: (value: string, organisation: Organisation) => boolean
}

/** One item of a list, with the act that states it. */
export interface Stated {
  readonly id: string
  readonly entry: Entry
  /** Whether it belongs to the day asked about at all is not known: it may be counted or not, and proves nothing. */
  readonly uncertain?: boolean
}

/** Things of one kind that can be counted, with what can be asked of each. */
export interface List<Item extends Stated = Stated> {
  /** What one and several are called. */
  readonly one: string
  readonly many: string
  readonly items: (organisation: Organisation) => readonly Item[]
  readonly fields: Readonly<Record<string, Field<Item>>>
  /**
   * The kinds of fact by which the coverage of these is stated. Without any, nobody says how complete the list is, and
   * no count of it is more than what is on record.
   */
  readonly coveredAs?: (items: readonly Item[]) => readonly string[]
  /** Where things are of several kinds: the fields that decide of which. Without one asked about, it may be any. */
  readonly coveredBy?: readonly string[]
  /** It holds for the day asked about, and not for a span of years. */
  readonly ofTheDay?: true
}

/** For each list the compiler holds its fields to its items; outside, a list is a list. */
export function list<Item extends Stated>(described: List<Item>): List {
  return { ...described, fields: { ...described.fields, sources } } as unknown as List
}

type Of<Item, V extends Value> = (item: Item, organisation: Organisation) => V | undefined

function field<V extends Value>(type: Field<never>['type']) {
  return <Item>(is: string, of: Of<Item, V>, restsOn?: readonly string[]): Field<Item> => ({
    type,
    is,
    of,
    ...(restsOn ? { restsOn } : {}),
  })
}
export const word = field<string>('word')
export const words = field<readonly string[]>('words')

/** A word that can be one of a few only. */
export function wordAmong<Item>(among: readonly string[], is: string, of: Of<Item, string>): Field<Item> {
  return { ...word(is, of), among }
}
export const numeric = field<number>('number')
export const date = field<string>('date')
export const prose = field<string>('text')
export const yesOrNo = field<boolean>('yes-or-no')

/** An end, once it has come: nobody is told on one day what was so on a later one. */
export function onceCome(end: PartialDate | undefined, { day }: Organisation): PartialDate | undefined {
  return end !== undefined && earliest(end) <= day ? end : undefined
}

/** What is told as the record ends and carries no date: of an earlier day nobody knows it. */
export function asTheRecordEnds<T>(told: T, { description, day }: Organisation): T | undefined {
  return description === undefined || latest(description.coveredTo) <= day ? told : undefined
}

/** So that what somebody claims is not held against what is on record on that same somebody's word. */
const sources = words<Stated>('the sources behind it', ({ entry }) => entry.act.sources.map(({ source }) => source))
