import type { KeyText, Paragraph, Text } from './texts.ts'

/** What the key texts of one year say on a topic. */
export interface TopicYear {
  readonly year: string
  readonly paragraphs: number
  /** What the paragraphs do, each verb once, in the order in which they come. */
  readonly verbs: readonly string[]
}

export interface TopicRow {
  readonly topic: string
  readonly paragraphs: number
  readonly texts: number
  readonly first: string
  readonly last: string
  /** Only years in which a paragraph is on record. */
  readonly years: readonly TopicYear[]
}

/** The name of a topic in an address: "world order" is `world-order`. */
export function topicId(topic: string): string {
  return topic.trim().toLowerCase().replaceAll(/\s+/g, '-')
}

/** Every topic, the one found in most texts first, and every year of which a key text is on record. */
export function topicsOf(texts: readonly KeyText[]): { readonly years: string[]; readonly rows: TopicRow[] } {
  const years = [...new Set(texts.map(({ text }) => yearOf(text)))]
  const topics = distinct(texts.flatMap(({ paragraphs }) => paragraphs.map(({ act }) => act.topic)))
  const rows = topics.map((topic) => rowOf(topic, wordingOn(topic, texts)))
  return {
    years,
    rows: rows.sort(
      (a, b) =>
        b.texts - a.texts || b.paragraphs - a.paragraphs || (a.topic.toLowerCase() < b.topic.toLowerCase() ? -1 : 1),
    ),
  }
}

function rowOf(topic: string, wordings: readonly Wording[]): TopicRow {
  const years = [...Map.groupBy(wordings, ({ text }) => yearOf(text))].map(([year, ofYear]) => ({
    year,
    paragraphs: ofYear.reduce((sum, wording) => sum + wording.paragraphs.length, 0),
    verbs: distinct(ofYear.flatMap((wording) => wording.verbs)),
  }))
  return {
    topic,
    paragraphs: years.reduce((sum, year) => sum + year.paragraphs, 0),
    texts: wordings.length,
    first: years[0]?.year ?? '',
    last: years.at(-1)?.year ?? '',
    years,
  }
}

/** What one text says on a topic, held beside the texts of the last day before it that say something on the same topic. */
export interface Wording {
  readonly text: Text
  readonly paragraphs: readonly Paragraph[]
  readonly verbs: readonly string[]
  readonly named: readonly string[]
  readonly addressed: readonly string[]
  /** With which texts it is compared; with none this is where the topic begins, and nothing has changed. */
  readonly since: readonly Text[]
  readonly newVerbs: readonly string[]
  /** Verbs of the day before that no text of this day has. */
  readonly goneVerbs: readonly string[]
  /** Participants and addressees that no text of an earlier day has on the topic. */
  readonly firstNamed: readonly string[]
  readonly firstAddressed: readonly string[]
}

/**
 * How the texts speak on a topic, in the order of time; texts of one day are not compared with each other. Derived: what
 * is compared is what is on record of each text.
 */
export function wordingOn(topic: string, texts: readonly KeyText[]): Wording[] {
  const speaking = texts
    .map(({ text, paragraphs }) => ({ text, ...saidIn(paragraphs.filter(({ act }) => act.topic === topic)) }))
    .filter(({ paragraphs }) => paragraphs.length > 0)
  const days = [...Map.groupBy(speaking, ({ text }) => text.act.date).values()]
  return days.flatMap((ofDay, index) => {
    const before = days[index - 1] ?? []
    const earlier = days.slice(0, index).flat()
    const [verbsBefore, verbsHere] = [before, ofDay].map((said) => said.flatMap(({ verbs }) => verbs)) as [
      string[],
      string[],
    ]
    const first = (values: readonly string[], known: readonly string[]) => (index > 0 ? without(values, known) : [])
    return ofDay.map((said) => ({
      ...said,
      since: before.map(({ text }) => text),
      newVerbs: first(said.verbs, verbsBefore),
      goneVerbs: distinct(without(verbsBefore, verbsHere)),
      firstNamed: first(
        said.named,
        earlier.flatMap(({ named }) => named),
      ),
      firstAddressed: first(
        said.addressed,
        earlier.flatMap(({ addressed }) => addressed),
      ),
    }))
  })
}

function saidIn(paragraphs: readonly Paragraph[]) {
  return {
    paragraphs,
    verbs: distinct(paragraphs.map(({ act }) => act.verb)),
    named: distinct(paragraphs.flatMap(({ act }) => act.names ?? [])),
    addressed: distinct(paragraphs.flatMap(({ act }) => act.addressee ?? [])),
  }
}

function without(values: readonly string[], others: readonly string[]): string[] {
  return values.filter((value) => !others.includes(value))
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)]
}

function yearOf({ act }: Text): string {
  return act.date.slice(0, 4)
}
