import type { FastifyInstance } from 'fastify'
import {
  allKeyTexts,
  type KeyText,
  keyTexts,
  narrowTexts,
  readingOf,
  type TopicRow,
  topicId,
  topicsOf,
  type Wording,
  wordingOn,
} from '../record/index.ts'
import type { Registry } from '../registry/index.ts'
import { type Refusal, refuse } from '../rules/index.ts'
import type { Place } from '../ui/layout.ts'
import { topicAddress } from '../ui/paragraphs.ts'
import { topicsPage } from '../ui/topics.ts'
import { type TopicView, topicPage } from '../ui/wording.ts'
import { csv, unknownChoice } from './lists.ts'
import { type Answer, type Ask, servePage } from './page.ts'
import { askedOf, paragraphChoices, paragraphsAsCsv } from './texts.ts'

/** All topics, and one of them through the years; `topics?topic=`, which the form asks for, goes there. */
export function serveTopics(server: FastifyInstance, registry: Registry): void {
  servePage(server, registry, 'topics', (ask) => {
    const { topic, ...choices } = askedOf(ask.query)
    const answer = answerFor(ask, topic)
    return topic && 'row' in answer ? { ...answer, goesTo: topicAddress(ask.place, topic, '', choices) } : answer
  })
  servePage(server, registry, 'topics/*', (ask) => {
    const named = ask.named.toLowerCase()
    const all = allKeyTexts(ask.place.organisation).flatMap(({ paragraphs }) => paragraphs)
    return answerFor(ask, all.find(({ act }) => topicId(act.topic) === named)?.act.topic ?? ask.named)
  })
}

/** @refuses 'unknown-topic' nothing on record on it by the day; 'unknown-choice' a value that no paragraph has */
function answerFor({ place, query }: Ask, topic: string | undefined): (Answer & { readonly row?: TopicRow }) | Refusal {
  const { organisation } = place
  const asked = { ...askedOf(query), topic }
  const all = keyTexts(organisation)
  const everywhere = allKeyTexts(organisation)
  const choices = paragraphChoices(organisation, all, { ...query, topic })
  if (topic && !choices[0]?.options.some(({ value }) => value === topic)) {
    const later = everywhere.some(({ paragraphs }) => paragraphs.some(({ act }) => act.topic === topic))
    const when = later ? ` on or before ${organisation.day}` : ''
    return refuse('unknown-topic', `No paragraph${when} is on record on "${topic}".`, {
      remedy: `All topics: /${organisation.id}/topics`,
    })
  }
  const wrong = unknownChoice(choices)
  if (wrong) return wrong
  const texts = narrowTexts(all, asked)
  const { rows, years } = topicsOf(texts)
  const found = { all, later: everywhere.length - all.length, query: asked, choices }
  const [row] = rows
  return topic && row
    ? oneTopic(place, row, texts, found)
    : {
        data: { total: rows.length, texts: texts.length, later: found.later, years, topics: rows },
        csv: () => asCsv(rows),
        page: () => topicsPage({ ...found, rows, years, of: all.length }, place),
      }
}

function oneTopic(
  place: Place,
  row: TopicRow,
  texts: readonly KeyText[],
  found: Pick<TopicView, 'all' | 'later' | 'query' | 'choices'>,
): Answer & { readonly row: TopicRow } {
  const wordings = wordingOn(row.topic, texts)
  return {
    row,
    data: { ...row, later: found.later, wordings: wordings.map(asData) },
    csv: () => paragraphsAsCsv(texts),
    page: () => topicPage({ ...found, row, wordings }, place),
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
