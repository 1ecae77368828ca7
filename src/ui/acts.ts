import {
  type Act,
  type Doubt,
  dayOfEffect,
  describes,
  type Entry,
  type Organisation,
  type Referable,
  type SourceReference,
} from '../record/index.ts'
import { aboutAddress } from './essays/about.ts'
import { isQuestion } from './essays/names.ts'
import { type Content, type Html, html } from './html.ts'
import { type Place, to } from './layout.ts'
import { doubtKinds, evidences, fieldInWords, onItsDay, sentence } from './sentences.ts'
import { dateInWords } from './words.ts'

export interface ActListOptions {
  /** Acts to be marked as those of the page's day. */
  readonly isHere?: (entry: Entry) => boolean
  readonly say?: (entry: Entry) => string
}

/** A list of acts in order, each with its date, its sentence and the way to its sources; what comes after the day is paler. */
export function actList(
  place: Place,
  entries: readonly Entry[],
  { isHere = () => false, say = (entry) => sentenceOf(place.organisation, entry) }: ActListOptions = {},
): Html {
  return html`<ul class="list">${entries.map((entry, index) => {
    const { act } = entry
    // Of several acts of one date the first says it; the others need not repeat it to the eye.
    const sameDate = act.on !== undefined && entries[index - 1]?.act.on === act.on
    const count = new Set(act.sources.map((s) => s.source)).size
    const doubtful =
      act.doubt.length > 0
        ? html` <span class="tag wait">${doubtKinds[act.doubt[0]?.kind as Doubt['kind']]}</span>`
        : undefined
    const mark = isHere(entry) ? 'here' : dayOfEffect(act) > place.organisation.day ? 'later-act' : ''
    return html`<li class="${mark}"><span class="when${sameDate ? ' hidden' : ''}">${act.on ? dateInWords(act.on) : undefined}</span><span><a href="${wayTo(place, entry)}">${say(entry)}</a>${doubtful}</span><small>${count} ${count === 1 ? 'source' : 'sources'}</small></li>`
  })}</ul>`
}

export function sentenceOf(organisation: Organisation, entry: Entry): string {
  return sentence(onItsDay(organisation, entry), entry.act)
}

export function actAddress(place: Place, entry: Entry): string {
  return to(place, `register/${entry.id}`)
}

/** Where the thing stands that an act describes or adds to; the act itself where there is no such page. */
export function wayTo(place: Place, entry: Entry): string {
  if (entry.act.kind === 'document-described') return `${to(place, 'rules/documents')}#${entry.act.document}`
  if (entry.act.kind === 'gap-stated') return `${to(place, 'rules')}#gap-${entry.act.gap}`
  if (entry.act.kind === 'claim-recorded' && place.description?.edition !== 'working')
    return to(place, `claims/${entry.act.claim}`)
  if (entry.act.kind === 'thread-described') return aboutAddress(place, 'became', entry.act.thread)
  if (entry.act.kind === 'bearing-noted' && isQuestion(entry.act.question))
    return to(place, `questions/${entry.act.question}`)
  const thing = thingOf(entry.act)
  return to(place, thing ? `${pagesOf[thing.thing]}/${thing.id}` : `register/${entry.id}`)
}

/** The pages on which things have their own, by the first part of the address. */
export const pagesOf: { readonly [T in Exclude<Referable, 'element' | 'document'>]: string } = {
  meeting: 'meetings',
  decision: 'decisions',
  instrument: 'instruments',
  exercise: 'exercises',
  programme: 'programmes',
  dispute: 'disputes',
  text: 'texts',
  neighbour: 'neighbours',
  rule: 'rules',
}

function thingOf(act: Act): { readonly thing: keyof typeof pagesOf; readonly id: string } | undefined {
  if (act.kind === 'stance-reported') return { thing: 'programme', id: act.programme }
  if (act.kind === 'dispute-developed') return { thing: 'dispute', id: act.dispute }
  const described = describes(act)
  if (!described || described.thing === 'element' || described.thing === 'document') return undefined
  return { thing: described.thing, id: described.id }
}

/** Where a fact is documented, each source a link. */
export function references(place: Place, sources: readonly SourceReference[]): Html {
  if (sources.length === 0)
    return html`<p class="note">No source: it was entered here, or describes the record itself.</p>`
  return html`<ul class="refs">${sources.map((reference) => {
    const source = place.organisation.source(reference.source)
    const how =
      reference.evidence && reference.evidence !== 'read'
        ? html` <span class="tag wait">${evidences[reference.evidence]}</span>`
        : undefined
    const where: Content = reference.locator ? html`, ${reference.locator}` : undefined
    return html`<li><a href="${to(place, `sources/${reference.source}`)}">${source?.title ?? reference.source}</a>${source ? html`, ${source.publisher}` : undefined}${where}${how}</li>`
  })}</ul>`
}

/** What is doubtful, one line each. */
export function doubts(all: readonly Doubt[]): Html | undefined {
  if (all.length === 0) return undefined
  return html`<ul class="refs">${all.map((doubt) => html`<li><span class="tag wait">${doubtKinds[doubt.kind]}</span> ${fieldInWords(doubt.field)}: ${doubt.note}</li>`)}</ul>`
}

/** A mark for each kind of doubt that an act has; `undefined` where nothing is doubtful. */
export function doubtTag(all: readonly Doubt[]): Html | undefined {
  const kinds = [...new Set(all.map(({ kind }) => kind))]
  if (kinds.length === 0) return undefined
  return html`${kinds.map((kind) => html` <span class="tag wait">${doubtKinds[kind]}</span>`)}`
}
