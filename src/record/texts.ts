import { earliest, type PartialDate } from '../rules/index.ts'
import type { SourceReference } from './acts.ts'
import type { Dated, Organisation } from './organisation.ts'

export type Text = Dated<'text-described'>
export type Paragraph = Dated<'paragraph-abstracted'>

/** How near to a place somebody came who wrote down what it says, the nearest first. */
export const readings = ['read', 'partial', 'secondary', 'located', 'not-stated'] as const
export type Reading = (typeof readings)[number]

/** A key text with those of its paragraphs that are on record, in the order of the text. */
export interface KeyText {
  readonly text: Text
  readonly paragraphs: readonly Paragraph[]
}

/** What paragraphs are narrowed to. Everything left out is not asked about. */
export interface ParagraphNarrowing {
  readonly topic?: string | undefined
  readonly verb?: string | undefined
  readonly reading?: string | undefined
  /** A participant that the paragraph names. */
  readonly by?: string | undefined
}

/** The key texts of which a date on or before the organisation's day is on record, in the order of time. */
export function keyTexts(organisation: Organisation): KeyText[] {
  return allKeyTexts(organisation).filter(({ text }) => earliest(text.act.date) <= organisation.day)
}

/** The key texts of any day, in the order of time; of one day in the order in which they were entered. */
export function allKeyTexts(organisation: Organisation): KeyText[] {
  const paragraphs = Map.groupBy(organisation.listedThroughout('paragraph-abstracted'), ({ act }) => act.text)
  return organisation
    .listedThroughout('text-described')
    .map((text) => ({ text, paragraphs: paragraphs.get(text.act.text) ?? [] }))
    .sort((a, b) => inTime(a.text.act.date, b.text.act.date))
}

function inTime(a: PartialDate, b: PartialDate): number {
  return earliest(a) < earliest(b) ? -1 : earliest(a) > earliest(b) ? 1 : 0
}

/** The nearest of the ways in which the sources of a fact were read. */
export function readingOf({ sources }: { readonly sources: readonly SourceReference[] }): Reading {
  const found = sources.map(({ evidence }) => evidence ?? 'not-stated')
  return readings.find((reading) => found.includes(reading)) ?? 'not-stated'
}

/** How many paragraphs were read how; every way is there, also with none. */
export function readingsOf(paragraphs: readonly Paragraph[]): { readonly [R in Reading]: number } {
  const count = (reading: Reading) => paragraphs.filter(({ act }) => readingOf(act) === reading).length
  return {
    read: count('read'),
    partial: count('partial'),
    secondary: count('secondary'),
    located: count('located'),
    'not-stated': count('not-stated'),
  }
}

/** The paragraphs that answer to everything asked. */
export function narrowParagraphs(paragraphs: readonly Paragraph[], asked: ParagraphNarrowing): Paragraph[] {
  const is = (value: string, wanted: string | undefined) => wanted === undefined || value === wanted
  return paragraphs.filter(
    ({ act }) =>
      is(act.topic, asked.topic) &&
      is(act.verb, asked.verb) &&
      is(readingOf(act), asked.reading) &&
      (asked.by === undefined || (act.names ?? []).includes(asked.by)),
  )
}

/** The texts that have a paragraph answering to everything asked, each with those paragraphs only; nothing asked, every text. */
export function narrowTexts(texts: readonly KeyText[], asked: ParagraphNarrowing): KeyText[] {
  if (Object.values(asked).every((value) => value === undefined)) return [...texts]
  return texts
    .map(({ text, paragraphs }) => ({ text, paragraphs: narrowParagraphs(paragraphs, asked) }))
    .filter(({ paragraphs }) => paragraphs.length > 0)
}
