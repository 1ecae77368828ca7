import { type ActKind, type ActOf, dayOfEffect, type Entry, type Referable } from '../record/index.ts'
import { sentenceOf, wayTo } from './acts.ts'
import { askedOf, isQuestion } from './essays/names.ts'
import { featureName } from './features.ts'
import { type Content, type Html, html } from './html.ts'
import type { Place } from './layout.ts'
import { bodyName } from './sentences.ts'
import { capitalised, dateInWords } from './words.ts'

/** A link to what an act describes, with its date. */
export function thingLink(place: Place, entry: Entry): Html {
  const { act } = entry
  const date = act.on ?? (act.kind === 'text-described' ? act.date : undefined)
  return html`<a href="${wayTo(place, entry)}">${nameOfThing(place, entry)}</a>${date ? html` <small>${dateInWords(date)}</small>` : undefined}`
}

function nameOfThing({ organisation }: Place, entry: Entry): string {
  const { act } = entry
  switch (act.kind) {
    case 'meeting-held':
      return [bodyName(organisation, act.body), act.city].filter(Boolean).join(', ')
    case 'decision-recorded':
    case 'instrument-signed':
    case 'programme-recorded':
    case 'text-described':
    case 'thread-described':
    case 'document-described':
      return act.title
    case 'exercise-held':
      return act.name
    case 'bearing-noted': {
      const asked = isQuestion(act.question) ? askedOf[act.question] : act.question.replaceAll('-', ' ')
      return act.feature ? `${asked} ${featureName(act.feature)}` : asked
    }
    default:
      return sentenceOf(organisation, entry)
  }
}

/** What acts of a kind are called where they refer to something else. */
const groups: { readonly [K in ActKind]?: string } = {
  'programme-recorded': 'Programmes',
  'decision-recorded': 'Decisions',
  'instrument-signed': 'Instruments',
  'meeting-held': 'Meetings',
  'text-described': 'Key texts',
  'thread-described': 'What became of it',
  'definition-described': 'Definitions',
  'relation-established': 'Relations',
  'statement-reported': 'What others say',
  'claim-recorded': 'What is claimed',
  'dispute-recorded': 'Disputes it touched',
  'chair-taken': 'Chairs',
  'document-described': 'Rules that rest on it',
  'bearing-noted': 'Questions on which it bears',
}

/**
 * What in the record refers to a thing, by kind, each a link; what came after the page's day is paler.
 * @param shown kinds that the page shows elsewhere
 */
export function whatRefersTo(
  place: Place,
  thing: Referable,
  id: string,
  shown: readonly ActKind[] = [],
): Html | undefined {
  const entries = place.organisation
    .referringTo(thing, id)
    .filter(({ act }) => !shown.includes(act.kind) && (!weighing.has(act.kind) || isWeighed(place)))
    .map((entry) => otherEnd(place, entry, thing))
  if (entries.length === 0) return undefined
  const kinds = [...Map.groupBy(entries, ({ act }) => act.kind)]
  return html`<section class="tight"><h2>What refers to it</h2><dl class="facts">${kinds.map(
    ([kind, list]) =>
      html`<dt>${groups[kind] ?? capitalised(kind.replaceAll('-', ' '))}</dt><dd>${list.map((entry) => html`<p class="${dayOfEffect(entry.act) > place.organisation.day ? 'later-act' : ''}">${thingLink(place, entry)}${how(entry, thing, id)}</p>`)}</dd>`,
  )}</dl></section>`
}

const weighing: ReadonlySet<ActKind> = new Set(['thread-described', 'claim-recorded', 'bearing-noted'])

/** An organisation that runs itself shows nothing that weighs it. */
function isWeighed({ description }: Place): boolean {
  return description?.edition !== 'working'
}

/** A connection of a decision and an instrument is shown as the one that the page is not about. */
function otherEnd({ organisation }: Place, entry: Entry, thing: Referable): Entry {
  const { act } = entry
  if (act.kind !== 'connection-noted') return entry
  return (thing === 'decision' ? organisation.instrument(act.instrument) : organisation.decision(act.decision)) ?? entry
}

/** In which way it refers, where the act says so. */
function how({ act }: Entry, thing: Referable, id: string): Content {
  const said =
    act.kind === 'programme-recorded'
      ? howProgramme(act, thing, id)
      : act.kind === 'dispute-recorded'
        ? act.connections.find((one) => thing in one && (one as Record<string, unknown>)[thing] === id)?.what
        : undefined
  return said ? html`<br><small>${capitalised(said)}</small>` : undefined
}

function howProgramme(act: ActOf<'programme-recorded'>, thing: Referable, id: string): string | undefined {
  if (thing !== 'meeting') return undefined
  if (act.approvedAt === id) return 'approved here'
  return act.preparedAt === id ? 'prepared here' : undefined
}
