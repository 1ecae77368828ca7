import {
  type KeyText,
  keyTexts,
  type Organisation,
  type Reading,
  readingsOf,
  type Text,
  topicsOf,
  type Wording,
  wordingOn,
} from '../record/index.ts'
import { earliest, isRefusal, type PartialDate, type Refusal } from '../rules/index.ts'
import type { Narrowed } from './questions.ts'
import { topicNamed } from './topic.ts'
import { type Against, heldAgainst, highest, type Rung, rungOf } from './verb-order.ts'

/** Which kind of text it is: a type of decision of one body, or a type of instrument. */
export interface TextKind {
  readonly body?: string
  readonly type: string
}

interface Named {
  readonly text: string
  readonly title: string
  readonly on: PartialDate
}

/** What one text says on the topic, held against the text of its kind before it that says something on it. */
export interface Spoken extends Named {
  readonly kind?: TextKind
  readonly verbs: readonly { readonly verb: string; readonly rung?: Rung }[]
  readonly rung?: Rung
  readonly paragraphs: number
  readonly readings: { readonly [R in Reading]: number }
  readonly named: readonly string[]
  readonly addressed: readonly string[]
  readonly against?: {
    readonly with: Named
    readonly is: Against
    /** Whether of both texts a paragraph on the topic was read, at least in part. */
    readonly read: boolean
    /** Key texts of the kind between the two with nothing on record on the topic. */
    readonly without: number
    /** Decisions of the kind between the two of which no paragraph is on record at all. */
    readonly unread: number
  }
}

/** The texts of one kind, as far as they were taken apart. */
export interface KindOfText {
  readonly kind: TextKind
  readonly speaking: number
  readonly taken: number
  /** Adopted decisions of the kind whose text was not taken apart. */
  readonly unread: readonly { readonly decision: string; readonly title: string; readonly on: PartialDate }[]
}

export interface Tally {
  readonly stronger: number
  readonly weaker: number
  readonly same: number
  readonly 'not-comparable': number
}

export interface LanguageOfTopic {
  readonly about: string
  readonly spoken: readonly Spoken[]
  /** The kind with most texts on the topic first. */
  readonly kinds: readonly KindOfText[]
  readonly tally: Tally
  /** Of those, the steps in which both texts were read. */
  readonly tallyRead: Tally
  readonly named: readonly { readonly participant: string; readonly texts: readonly Named[] }[]
  readonly addressed: readonly { readonly addressee: string; readonly texts: readonly Named[] }[]
}

export interface LanguageInShort {
  readonly topic: string
  readonly texts: number
  readonly first: string
  readonly last: string
  readonly tally: Tally
  readonly tallyRead: Tally
}

export interface LanguageOfAll {
  readonly topics: readonly LanguageInShort[]
}

/**
 * How the wording on a topic changed, by verbs, between texts of one kind only.
 *
 * @refuses 'unknown-topic' no paragraph on it is on record by the day
 */
export function language(organisation: Organisation, { about }: Narrowed): LanguageOfAll | LanguageOfTopic | Refusal {
  const texts = keyTexts(organisation)
  if (about === undefined)
    return {
      topics: topicsOf(texts).rows.map(({ topic, texts: count, first, last }) => {
        const spoken = spokenOn(topic, texts, organisation)
        return { topic, texts: count, first, last, ...talliesOf(spoken) }
      }),
    }
  const found = topicNamed(organisation, about)
  if (isRefusal(found)) return found
  const spoken = spokenOn(found.topic, texts, organisation)
  return {
    about: found.topic,
    spoken,
    kinds: kindsOf(spoken, texts, organisation),
    ...talliesOf(spoken),
    named: gathered(spoken, ({ named }) => named).map(([participant, list]) => ({ participant, texts: list })),
    addressed: gathered(spoken, ({ addressed }) => addressed).map(([addressee, list]) => ({ addressee, texts: list })),
  }
}

function spokenOn(topic: string, texts: readonly KeyText[], organisation: Organisation): Spoken[] {
  const wordings = wordingOn(topic, texts)
  return wordings.map((wording) => {
    const kind = kindOf(wording.text, organisation)
    const before = kind && wordings.findLast((other) => isBefore(other, wording, kind, organisation))
    return {
      ...spokenIn(wording, kind),
      ...(before && kind ? { against: againstOf(wording, before, kind, texts, organisation) } : {}),
    }
  })
}

function spokenIn({ text, verbs, paragraphs, named, addressed }: Wording, kind: TextKind | undefined): Spoken {
  const rung = highest(verbs)
  return {
    ...nameOfText(text),
    ...(kind ? { kind } : {}),
    verbs: verbs.map((verb) => {
      const own = rungOf(verb)
      return own === undefined ? { verb } : { verb, rung: own }
    }),
    ...(rung === undefined ? {} : { rung }),
    paragraphs: paragraphs.length,
    readings: readingsOf(paragraphs),
    named,
    addressed,
  }
}

function nameOfText({ act }: Text): Named {
  return { text: act.text, title: act.title, on: act.date }
}

/** What kind of text it is; nothing where the record says neither of what decision nor of what instrument it is the text. */
function kindOf({ act }: Text, organisation: Organisation): TextKind | undefined {
  const decision = act.decision === undefined ? undefined : organisation.decision(act.decision)
  if (decision) return { body: decision.act.body, type: decision.act.type }
  const instrument = act.instrument === undefined ? undefined : organisation.instrument(act.instrument)
  return instrument && { type: instrument.act.type }
}

function isSame(a: TextKind | undefined, b: TextKind): boolean {
  return a?.body === b.body && a?.type === b.type
}

function isBefore(other: Wording, wording: Wording, kind: TextKind, organisation: Organisation): boolean {
  return day(other.text) < day(wording.text) && isSame(kindOf(other.text, organisation), kind)
}

function day({ act }: Text): string {
  return earliest(act.date)
}

function againstOf(
  now: Wording,
  before: Wording,
  kind: TextKind,
  texts: readonly KeyText[],
  organisation: Organisation,
): NonNullable<Spoken['against']> {
  const [from, to] = [day(before.text), day(now.text)]
  const between = texts.filter(
    ({ text }) => day(text) > from && day(text) < to && isSame(kindOf(text, organisation), kind),
  )
  return {
    with: nameOfText(before.text),
    is: heldAgainst(now.verbs, before.verbs),
    read: wasRead(now) && wasRead(before),
    without: between.length,
    unread: unreadOf(kind, texts, organisation).filter(({ on }) => earliest(on) > from && earliest(on) < to).length,
  }
}

function wasRead({ paragraphs }: Wording): boolean {
  const { read, partial } = readingsOf(paragraphs)
  return read + partial > 0
}

function unreadOf(
  { body, type }: TextKind,
  texts: readonly KeyText[],
  organisation: Organisation,
): KindOfText['unread'] {
  const taken = new Set(texts.map(({ text }) => text.act.decision))
  return organisation
    .decisions()
    .filter(({ act }) => body !== undefined && act.body === body && act.type === type && act.outcome === 'adopted')
    .filter(({ act }) => !taken.has(act.decision))
    .map(({ act: { decision, title, on } }) => ({ decision, title, on }))
}

function kindsOf(spoken: readonly Spoken[], texts: readonly KeyText[], organisation: Organisation): KindOfText[] {
  const groups = Map.groupBy(
    spoken.flatMap(({ kind }) => kind ?? []),
    ({ body, type }) => `${body ?? ''} ${type}`,
  )
  return [...groups.values()]
    .flatMap((alike) => {
      const [kind] = alike
      if (!kind) return []
      const taken = texts.filter(({ text }) => isSame(kindOf(text, organisation), kind)).length
      return [{ kind, speaking: alike.length, taken, unread: unreadOf(kind, texts, organisation) }]
    })
    .toSorted((a, b) => b.speaking - a.speaking)
}

function talliesOf(spoken: readonly Spoken[]): { readonly tally: Tally; readonly tallyRead: Tally } {
  return { tally: tallyOf(spoken), tallyRead: tallyOf(spoken.filter(({ against }) => against?.read)) }
}

function tallyOf(spoken: readonly Spoken[]): Tally {
  const count = (wanted: Against) => spoken.filter(({ against }) => against?.is === wanted).length
  return {
    stronger: count('stronger'),
    weaker: count('weaker'),
    same: count('same'),
    'not-comparable': count('not-comparable'),
  }
}

/** Whoever is named or spoken to, in the order of first mention, with the texts in which. */
function gathered(spoken: readonly Spoken[], of: (one: Spoken) => readonly string[]): [string, Named[]][] {
  const all = spoken.flatMap((one) =>
    of(one).map((who) => ({ who, in_: { text: one.text, title: one.title, on: one.on } })),
  )
  return [...Map.groupBy(all, ({ who }) => who)].map(([who, list]) => [who, list.map(({ in_ }) => in_)])
}
