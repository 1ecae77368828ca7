import type { FastifyInstance } from 'fastify'
import {
  allKeyTexts,
  type KeyText,
  keyTexts,
  nameOf,
  narrowParagraphs,
  narrowTexts,
  type Organisation,
  type Paragraph,
  type ParagraphNarrowing,
  readingOf,
  readingsOf,
} from '../record/index.ts'
import type { Registry } from '../registry/index.ts'
import { refuse } from '../rules/index.ts'
import type { Choice } from '../ui/narrowing.ts'
import { evidences } from '../ui/sentences.ts'
import { textPage, textsPage } from '../ui/texts.ts'
import { capitalised } from '../ui/words.ts'
import { csv, neighbours, unknownChoice } from './lists.ts'
import { type Ask, servePage } from './page.ts'

export function serveTexts(server: FastifyInstance, registry: Registry): void {
  servePage(server, registry, 'texts', ({ place, query }) => {
    const { organisation } = place
    const all = keyTexts(organisation)
    const choices = paragraphChoices(organisation, all, query)
    const wrong = unknownChoice(choices)
    if (wrong) return wrong
    const asked = askedOf(query)
    const texts = narrowTexts(all, asked)
    const later = allKeyTexts(organisation).length - all.length
    return {
      data: {
        total: texts.length,
        later,
        texts: texts.map(({ text, paragraphs }) => ({
          position: text.position,
          ...text.act,
          paragraphs: paragraphs.length,
          readings: readingsOf(paragraphs),
        })),
      },
      csv: () => textsAsCsv(texts),
      page: () => textsPage({ texts, of: all.length, later, query: { ...asked }, choices }, place),
    }
  })
  servePage(server, registry, 'texts/*', ({ place, query, named }) => {
    const { organisation } = place
    const all = allKeyTexts(organisation)
    const found = all.find(({ text }) => text.act.text === named)
    if (!found)
      return refuse('unknown-text', `The record has no key text "${named}".`, {
        remedy: `The list of key texts has every one: /${organisation.id}/texts`,
      })
    const choices = paragraphChoices(organisation, [found], query)
    const wrong = unknownChoice(choices)
    if (wrong) return wrong
    const asked = askedOf(query)
    const paragraphs = narrowParagraphs(found.paragraphs, asked)
    const beside = neighbours(all, found, () => true)
    return {
      data: {
        position: found.text.position,
        ...found.text.act,
        previous: beside.previous?.text.act.text,
        next: beside.next?.text.act.text,
        paragraphs: paragraphs.map(({ position, act }) => ({ position, ...act, reading: readingOf(act) })),
      },
      csv: () => paragraphsAsCsv([{ text: found.text, paragraphs }]),
      page: () =>
        textPage(
          { text: found.text, all: found.paragraphs, paragraphs, ...beside, query: { ...asked }, choices },
          place,
        ),
    }
  })
}

export function askedOf({ topic, verb, reading, by }: Ask['query']): ParagraphNarrowing {
  return { topic, verb, reading, by }
}

/** The ways to narrow paragraphs, each with the values that are there. */
export function paragraphChoices(organisation: Organisation, texts: readonly KeyText[], query: Ask['query']): Choice[] {
  const paragraphs = texts.flatMap((text) => text.paragraphs)
  const choice = (
    name: keyof ParagraphNarrowing,
    label: string,
    of: (paragraph: Paragraph) => readonly string[],
    say: (value: string) => string = capitalised,
  ): Choice => ({
    name,
    label,
    chosen: query[name],
    options: [...new Set(paragraphs.flatMap(of))]
      .map((value) => ({ value, label: say(value) }))
      .sort((a, b) => a.label.localeCompare(b.label, 'en')),
  })
  return [
    choice('topic', 'Topic', ({ act }) => [act.topic]),
    choice('verb', 'Verb', ({ act }) => [act.verb]),
    choice(
      'reading',
      'How it was read',
      ({ act }) => [readingOf(act)],
      (reading) => capitalised(evidences[reading] ?? reading),
    ),
    choice(
      'by',
      'Participant named',
      ({ act }) => act.names ?? [],
      (id) => nameOf(organisation, id),
    ),
  ]
}

function textsAsCsv(texts: readonly KeyText[]): string {
  return csv(
    [
      'text',
      'date',
      'title',
      'decision',
      'instrument',
      'paragraphs',
      'read',
      'partial',
      'secondary',
      'located',
      'sources',
    ],
    texts.map(({ text: { act }, paragraphs }) => {
      const counts = readingsOf(paragraphs)
      return [
        act.text,
        act.date,
        act.title,
        act.decision,
        act.instrument,
        paragraphs.length,
        counts.read,
        counts.partial,
        counts.secondary,
        counts.located,
        act.sources.map((s) => s.source).join(' '),
      ]
    }),
  )
}

export function paragraphsAsCsv(texts: readonly KeyText[]): string {
  return csv(
    [
      'text',
      'date',
      'paragraph',
      'topic',
      'verb',
      'says',
      'addressee',
      'due',
      'dueSays',
      'names',
      'reading',
      'sources',
    ],
    texts.flatMap(({ text, paragraphs }) =>
      paragraphs.map(({ act }) => [
        act.text,
        text.act.date,
        act.paragraph,
        act.topic,
        act.verb,
        act.says,
        act.addressee,
        act.due,
        act.dueSays,
        act.names?.join(' '),
        readingOf(act),
        act.sources.map((s) => s.source).join(' '),
      ]),
    ),
  )
}
