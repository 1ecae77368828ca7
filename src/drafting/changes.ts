import { diffArrays } from 'diff'
import type { Language, NumberedParagraph } from './paragraphs.ts'

/** A stretch of wording that stayed, came or went. */
export interface Span {
  readonly kind: 'same' | 'inserted' | 'deleted'
  readonly text: string
}

/** What became of one paragraph from one revision to the next, in one language. */
export interface ParagraphChange {
  readonly number: string
  readonly change: 'same' | 'changed' | 'added' | 'removed'
  /** It stands in another place among those that stayed. */
  readonly moved?: true
  /** The number that it had, where it has another now and says the same. */
  readonly was?: string
  readonly spans: readonly Span[]
}

/**
 * What changed from one revision to the next, in the order of the later one; what was taken out stands where it stood. A
 * paragraph is known by its number. One whose words stand under a number that is new was renumbered.
 */
export function textChanges(
  before: readonly NumberedParagraph[],
  after: readonly NumberedParagraph[],
  language: Language,
): readonly ParagraphChange[] {
  const earlier = new Map(before.map((one) => [one.number, one]))
  const later = new Set(after.map(({ number }) => number))
  const renumbered = renumberedIn(before, after)
  const gone = new Set(renumbered.values())
  const moved = movedIn(before, after)
  const changes: ParagraphChange[] = after.map(({ number, text }) => {
    const was = renumbered.get(number)
    const old = earlier.get(was ?? number)
    const spans = wordChanges(old?.text[language] ?? '', text[language] ?? '', language)
    const change = !old ? 'added' : spans.every(({ kind }) => kind === 'same') ? 'same' : 'changed'
    return {
      number,
      change,
      spans,
      ...(moved.has(number) ? { moved: true } : {}),
      ...(was === undefined ? {} : { was }),
    }
  })
  before.forEach(({ number, text }, index) => {
    if (later.has(number) || gone.has(number)) return
    const said = text[language] ?? ''
    const neighbour = before[index - 1]?.number
    const place = changes.findIndex((one) => neighbour !== undefined && (one.was ?? one.number) === neighbour) + 1
    changes.splice(place, 0, { number, change: 'removed', spans: said === '' ? [] : [{ kind: 'deleted', text: said }] })
  })
  return changes
}

/** The new numbers of paragraphs that say in every language what one with a number now gone said. */
function renumberedIn(
  before: readonly NumberedParagraph[],
  after: readonly NumberedParagraph[],
): ReadonlyMap<string, string> {
  const taken = new Set<string>()
  const found = new Map<string, string>()
  for (const { number, text } of after) {
    if (before.some((one) => one.number === number)) continue
    const same = before.find(
      (one) =>
        !after.some((other) => other.number === one.number) && !taken.has(one.number) && sameText(one.text, text),
    )
    if (!same) continue
    taken.add(same.number)
    found.set(number, same.number)
  }
  return found
}

function sameText(one: NumberedParagraph['text'], other: NumberedParagraph['text']): boolean {
  return one.en === other.en && one.ru === other.ru && one.zh === other.zh
}

/** The numbers in both that do not stand in the order in which they stood. */
function movedIn(before: readonly NumberedParagraph[], after: readonly NumberedParagraph[]): ReadonlySet<string> {
  const order = after.map(({ number }) => number).filter((number) => before.some((one) => one.number === number))
  const old = before.map(({ number }) => number).filter((number) => order.includes(number))
  const stayed = new Set(diffArrays(old, order).flatMap(({ value, added, removed }) => (added || removed ? [] : value)))
  return new Set(order.filter((number) => !stayed.has(number)))
}

/** Beyond so many words that came or went, the whole is shown as one wording for another. */
const mostChanges = 1500

/** What changed in a wording, word by word, as the language divides words. */
export function wordChanges(before: string, after: string, language: Language): readonly Span[] {
  if (before === after) return after === '' ? [] : [{ kind: 'same', text: after }]
  const parts = diffArrays(wordsOf(before, language), wordsOf(after, language), { maxEditLength: mostChanges })
  const whole: Span[] = [
    { kind: 'deleted', text: before },
    { kind: 'inserted', text: after },
  ]
  const spans = parts?.map(
    ({ value, added, removed }): Span => ({
      kind: added ? 'inserted' : removed ? 'deleted' : 'same',
      text: value.join(''),
    }),
  )
  return (spans ?? whole).filter(({ text }) => text !== '')
}

function wordsOf(text: string, language: Language): string[] {
  return [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)].map(({ segment }) => segment)
}
