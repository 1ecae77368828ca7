import {
  Circle,
  type Decision,
  entitledIn,
  keyTexts,
  membersOfTheDay,
  type Organisation,
  type Reading,
  readingsOf,
  topicsOf,
  wordingOn,
} from '../record/index.ts'
import {
  type DecisionRule,
  decide,
  earliest,
  isRefusal,
  latest,
  type PartialDate,
  type Reason,
  type Refusal,
} from '../rules/index.ts'
import type { Narrowed } from './questions.ts'
import { type Step, stepsOf } from './steps.ts'
import { belongingTo, type Thread, threadsOf } from './threads.ts'
import { topicNamed } from './topic.ts'

/** A wording that got through: how often, in how many texts, and in which last. */
export interface Through {
  readonly verb: string
  readonly paragraphs: number
  readonly texts: number
  readonly first: PartialDate
  readonly last: { readonly text: string; readonly title: string; readonly on: PartialDate }
}

/** Something put forward in a matter on the topic. */
export interface Precedent {
  readonly decision: string
  readonly title: string
  readonly on: PartialDate
  readonly body: string
  readonly outcome: Decision['act']['outcome']
  readonly proposedBy: readonly string[]
  readonly held: readonly Step[]
  /** What settled it by the day: see `settledBy`. */
  readonly since?: { readonly decision: string; readonly title: string; readonly on: PartialDate }
}

/** Where one participant stands on the topic, as last recorded. */
export interface Stand {
  readonly participant: string
  /** The last stance on a text before a body, as attributed. */
  readonly last?: Step
  /** The last thing it is reported to have held in words. */
  readonly said?: Step
  readonly stances: number
  /**
   * `against`: the last thing on record is an objection or reported resistance to a text that was not adopted, nor has
   * anything been that settled it. `spoke-since`: the same, and on a later day it said something of the matter in words.
   * `apart`: any other stance on a text before a body. `in-words`: only words are on record.
   */
  readonly as: 'against' | 'spoke-since' | 'apart' | 'in-words' | 'none'
}

/** By which rule a body decides texts of a kind; without `article`, none is on record for the day. */
export interface Deciding {
  readonly body: string
  readonly types: readonly string[]
  readonly rule?: string
  readonly article?: string
  readonly decides?: DecisionRule
  /** What the rule makes of it when those who were last against are so again and all others in favour; nothing while nobody was. */
  readonly again?: { readonly outcome: string; readonly reasons: readonly Reason[] }
}

export interface TopicPrecedents {
  readonly about: string
  readonly matters: readonly { readonly thread: string; readonly title: string }[]
  readonly paragraphs: number
  readonly texts: number
  readonly readings: { readonly [R in Reading]: number }
  readonly through: readonly Through[]
  readonly precedents: readonly Precedent[]
  readonly stands: readonly Stand[]
  readonly deciding: readonly Deciding[]
}

export interface TopicInShort {
  readonly topic: string
  readonly paragraphs: number
  readonly texts: number
  readonly last: string
  /** Nothing where no matter follows the topic: then nothing is known of what failed on it. */
  readonly matters: number
  readonly notAdopted: number
  readonly against: readonly string[]
  readonly spokeSince: readonly string[]
  readonly apart: readonly string[]
}

export interface TopicsInShort {
  readonly topics: readonly TopicInShort[]
  /** The texts to which somebody's last stance on any topic is an objection; one text may stand with several topics. */
  readonly objectedTo: readonly string[]
}

/**
 * What got through on a topic, what did not, and where each last stood. Never a forecast: what is on record, and what the
 * rules would make of it if it were said again.
 *
 * @refuses 'unknown-topic' no paragraph on it is on record by the day
 */
export function wouldPass(organisation: Organisation, { about }: Narrowed): TopicsInShort | TopicPrecedents | Refusal {
  if (about === undefined) return allInShort(organisation)
  const named = topicNamed(organisation, about)
  return isRefusal(named) ? named : precedentsOn(named.topic, organisation)
}

function allInShort(organisation: Organisation): TopicsInShort {
  const threads = threadsOf(organisation)
  const known = new Map<string, Known>()
  const topics = topicsOf(keyTexts(organisation)).rows.map(({ topic, paragraphs, texts, last }) => {
    const on = threads.filter(({ follows }) => follows.topics?.includes(topic))
    const key = on.map(({ thread }) => thread).join(' ')
    const found = known.get(key) ?? knownIn(on, organisation)
    known.set(key, found)
    const as = (wanted: Stand['as']) =>
      found.stands.flatMap(({ participant, as: is }) => (is === wanted ? [participant] : []))
    return {
      topic,
      paragraphs,
      texts,
      last,
      matters: on.length,
      notAdopted: found.precedents.filter(({ outcome }) => outcome === 'not-adopted').length,
      against: as('against'),
      spokeSince: as('spoke-since'),
      apart: as('apart'),
    }
  })
  const against = [...known.values()].flatMap(({ stands }) => stands.filter(({ as }) => as === 'against'))
  return { topics, objectedTo: [...new Set(against.flatMap(({ last }) => last?.of?.decision ?? []))] }
}

interface Known {
  readonly precedents: readonly Precedent[]
  readonly stands: readonly Stand[]
}

function knownIn(threads: readonly Thread[], organisation: Organisation): Known {
  const belongings = threads.map((thread) => belongingTo(thread, organisation))
  const steps = new Map(
    belongings.flatMap((one) => stepsOf(one, organisation)).map((step) => [JSON.stringify(step), step]),
  )
  const held = [...steps.values()].filter(({ row }) => row === 'held')
  const decisions = new Map(belongings.flatMap((one) => one.decisions).map((one) => [one.act.decision, one]))
  const precedents = [...decisions.values()].map((one) => precedentOf(one, held, organisation))
  const settled = new Set(precedents.flatMap(({ decision, since }) => (since ? [decision] : [])))
  const named = held.flatMap(({ who }) => who)
  const people = [...new Set([...membersOfTheDay(organisation), ...named])]
  return { precedents, stands: people.map((participant) => standOf(participant, held, settled)) }
}

function precedentOf({ act }: Decision, held: readonly Step[], organisation: Organisation): Precedent {
  const since = act.outcome === 'adopted' ? undefined : settledBy(act, organisation)
  return {
    decision: act.decision,
    title: act.title,
    on: act.on,
    body: act.body,
    outcome: act.outcome,
    proposedBy: act.proposedBy ?? [],
    held: held.filter(({ of }) => of?.decision === act.decision),
    ...(since ? { since: { decision: since.act.decision, title: since.act.title, on: since.act.on } } : {}),
  }
}

/**
 * The first adopted decision by the day among those that superseded what was not; or else of the same type, on a later day,
 * and concerning the very same participants.
 */
function settledBy(act: Decision['act'], organisation: Organisation): Decision | undefined {
  const decisions = organisation.decisions()
  const decided = new Map(decisions.map((one) => [one.act.decision, one]))
  const seen = new Set<string>()
  for (let next = act.supersededBy; next !== undefined && !seen.has(next); ) {
    seen.add(next)
    const later = decided.get(next)
    if (later?.act.outcome === 'adopted') return later
    next = later?.act.supersededBy
  }
  const concerned = [...(act.concerns ?? [])].sort().join(' ')
  if (concerned === '') return undefined
  return decisions.find(
    (one) =>
      one.act.outcome === 'adopted' &&
      one.act.type === act.type &&
      earliest(one.act.on) > latest(act.on) &&
      [...(one.act.concerns ?? [])].sort().join(' ') === concerned,
  )
}

function standOf(participant: string, held: readonly Step[], settled: ReadonlySet<string>): Stand {
  const own = held.filter(({ who }) => who.includes(participant))
  const last = own.findLast(({ heldAs }) => heldAs !== undefined)
  const said = own.findLast(({ heldAs }) => heldAs === undefined)
  const isAgainst =
    last?.of !== undefined &&
    (last.heldAs === 'objected' || last.heldAs === 'reported-resistance') &&
    last.of.outcome !== 'adopted' &&
    !settled.has(last.of.decision)
  const hasSpoken = last !== undefined && said !== undefined && earliest(said.on) > latest(last.on)
  return {
    participant,
    ...(last ? { last } : {}),
    ...(said ? { said } : {}),
    stances: own.length,
    as: isAgainst ? (hasSpoken ? 'spoke-since' : 'against') : last ? 'apart' : said ? 'in-words' : 'none',
  }
}

function precedentsOn(topic: string, organisation: Organisation): TopicPrecedents {
  const threads = threadsOf(organisation).filter(({ follows }) => follows.topics?.includes(topic))
  const { precedents, stands } = knownIn(threads, organisation)
  const wordings = wordingOn(topic, keyTexts(organisation))
  const paragraphs = wordings.flatMap((wording) => wording.paragraphs)
  const texts = wordings.map(({ text }) => text)
  const ofTexts = texts.flatMap(({ act }) => organisation.decision(act.decision ?? '') ?? [])
  const decided = [
    ...ofTexts.map(({ act }) => act),
    ...precedents.flatMap((one) => organisation.decision(one.decision)?.act ?? []),
  ]
  return {
    about: topic,
    matters: threads.map(({ thread, title }) => ({ thread, title })),
    paragraphs: paragraphs.length,
    texts: texts.length,
    readings: readingsOf(paragraphs),
    through: throughIn(wordings),
    precedents,
    stands,
    deciding: decidingOn(decided, stands, organisation),
  }
}

/** Each verb with how often it got through; the one found in most texts first, then the one found last. */
function throughIn(wordings: ReturnType<typeof wordingOn>): Through[] {
  const verbs = [...new Set(wordings.flatMap((wording) => wording.verbs))]
  return verbs
    .flatMap((verb) => {
      const having = wordings.filter((wording) => wording.verbs.includes(verb))
      const [first, last] = [having[0]?.text.act, having.at(-1)?.text.act]
      if (!first || !last) return []
      const count = having.flatMap(({ paragraphs }) => paragraphs).filter(({ act }) => act.verb === verb).length
      const in_ = { text: last.text, title: last.title, on: last.date }
      return [{ verb, paragraphs: count, texts: having.length, first: first.date, last: in_ }]
    })
    .toSorted((a, b) => b.texts - a.texts || (a.last.on > b.last.on ? -1 : 1))
}

/** For each body that decided on the topic, by which rule it decides today, and what that makes of objections made again. */
function decidingOn(
  decided: readonly Decision['act'][],
  stands: readonly Stand[],
  organisation: Organisation,
): Deciding[] {
  const circle = new Circle(organisation)
  const against = stands.flatMap(({ participant, as }) => (as === 'against' ? [participant] : []))
  const kinds = decided.map(({ body, type }) => ({ body, type, rule: circle.rules.deciding(body, type) }))
  return [...Map.groupBy(kinds, ({ body, rule }) => `${body} ${rule?.rule}`).values()].flatMap((alike) => {
    const [first] = alike
    if (!first) return []
    const { body, type, rule } = first
    const types = [...new Set(alike.map((one) => one.type))]
    if (!rule) return [{ body, types }]
    const entitled = entitledIn(circle, body, type)
    const objecting = against.filter((id) => entitled.includes(id))
    const { decides } = rule.computes
    const asked =
      objecting.length === 0
        ? undefined
        : decide({
            rule: decides,
            entitled: entitled.map((id) => ({ id, name: circle.called(id) })),
            positions: Object.fromEntries(
              entitled.map((id) => [id, objecting.includes(id) ? ('against' as const) : ('for' as const)]),
            ),
            concerned: [],
            article: rule.article,
          })
    const again = asked && { again: { outcome: asked.outcome, reasons: asked.reasons } }
    return [{ body, types, rule: rule.rule, article: rule.article, decides, ...again }]
  })
}
