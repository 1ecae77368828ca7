import type { FastifyInstance } from 'fastify'
import {
  allKeyTexts,
  type KeyText,
  keyTexts,
  narrowTexts,
  readingOf,
  type TopicRow,
  topicsOf,
  type Wording,
  wordingOn,
} from '../record/index.ts'
import type { Registry } from '../registry/index.ts'
import { refuse } from '../rules/index.ts'
import { topicsPage } from '../ui/topics.ts'
import { topicPage } from '../ui/wording.ts'
import { csv, unknownChoice } from './lists.ts'
import { type Answer, type Ask, servePage } from './page.ts'
import { askedOf, paragraphChoices, paragraphsAsCsv } from './texts.ts'

/** All topics, or with `?topic=` one of them through the years. */
export function serveTopics(server: FastifyInstance, registry: Registry): void {
  servePage(server, registry, 'topics', (ask) => {
    const { place, query } = ask
    const all = keyTexts(place.organisation)
    const choices = paragraphChoices(place.organisation, all, query)
    const everywhere = allKeyTexts(place.organisation)
    if (query.topic && !choices[0]?.options.some(({ value }) => value === query.topic)) {
      const later = everywhere.some(({ paragraphs }) => paragraphs.some(({ act }) => act.topic === query.topic))
      const when = later ? ` on or before ${place.organisation.day}` : ''
      return refuse('unknown-topic', `No paragraph${when} is on record on "${query.topic}".`, {
        remedy: `All topics: /${place.organisation.id}/topics`,
      })
    }
    const wrong = unknownChoice(choices)
    if (wrong) return wrong
    const texts = narrowTexts(all, askedOf(query))
    const later = everywhere.length - all.length
    const { rows, years } = topicsOf(texts)
    const [row] = rows
    return query.topic && row
      ? oneTopic(ask, { row, texts, all, later, choices })
      : {
          data: { total: rows.length, texts: texts.length, later, years, topics: rows },
          csv: () => asCsv(rows),
          page: () => topicsPage({ rows, years, of: all.length, later, query: { ...askedOf(query) }, choices }, place),
        }
  })
}

function oneTopic(
  { place, query }: Ask,
  found: {
    row: TopicRow
    texts: readonly KeyText[]
    all: readonly KeyText[]
    later: number
    choices: ReturnType<typeof paragraphChoices>
  },
): Answer {
  const { row, texts, all, later, choices } = found
  const wordings = wordingOn(row.topic, texts)
  return {
    data: { ...row, later, wordings: wordings.map(asData) },
    csv: () => paragraphsAsCsv(texts),
    page: () => topicPage({ row, wordings, texts: all, later, query: { ...askedOf(query) }, choices }, place),
  }
}

function asData({ text, since, paragraphs, ...more }: Wording): object {
  return {
    text: text.act.text,
    date: text.act.date,
    title: text.act.title,
    comparedWith: since.map((one) => one.act.text),
    ...more,
    paragraphs: paragraphs.map(({ position, act }) => ({ position, ...act, reading: readingOf(act) })),
  }
}

function asCsv(rows: readonly TopicRow[]): string {
  return csv(
    ['topic', 'year', 'paragraphs', 'verbs'],
    rows.flatMap(({ topic, years }) =>
      years.map(({ year, paragraphs, verbs }) => [topic, year, paragraphs, verbs.join('; ')]),
    ),
  )
}
