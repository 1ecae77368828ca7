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

/** What one text says on a topic, held beside the text before it that says something on the same topic. */
export interface Wording {
  readonly text: Text
  readonly paragraphs: readonly Paragraph[]
  readonly verbs: readonly string[]
  readonly named: readonly string[]
  readonly addressed: readonly string[]
  /** The text before it on the topic; without one this is where the topic begins, and nothing has changed. */
  readonly since: Text | undefined
  readonly newVerbs: readonly string[]
  readonly goneVerbs: readonly string[]
  /** Participants and addressees that no earlier text on the topic has. */
  readonly firstNamed: readonly string[]
  readonly firstAddressed: readonly string[]
}

/** How the texts speak on a topic, in the order of time. Derived: what is compared is what is on record of each text. */
export function wordingOn(topic: string, texts: readonly KeyText[]): Wording[] {
  const found: Wording[] = []
  for (const { text, paragraphs: all } of texts) {
    const paragraphs = all.filter(({ act }) => act.topic === topic)
    if (paragraphs.length === 0) continue
    const before = found.at(-1)
    const verbs = distinct(paragraphs.map(({ act }) => act.verb))
    const named = distinct(paragraphs.flatMap(({ act }) => act.names ?? []))
    const addressed = distinct(paragraphs.flatMap(({ act }) => act.addressee ?? []))
    const earlier = (of: (wording: Wording) => readonly string[]) => new Set(found.flatMap(of))
    found.push({
      text,
      paragraphs,
      verbs,
      named,
      addressed,
      since: before?.text,
      newVerbs: before ? without(verbs, before.verbs) : [],
      goneVerbs: before ? without(before.verbs, verbs) : [],
      firstNamed: before ? without(named, [...earlier((wording) => wording.named)]) : [],
      firstAddressed: before ? without(addressed, [...earlier((wording) => wording.addressed)]) : [],
    })
  }
  return found
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
