import {
  type KeyText,
  nameOf,
  type Paragraph,
  type Reading,
  readings,
  readingsOf,
  type Text,
  topicId,
} from '../record/index.ts'
import { earliest } from '../rules/index.ts'
import { doubts, references } from './acts.ts'
import { type Content, type Html, html } from './html.ts'
import { type Place, to } from './layout.ts'
import { type Query, withQuery } from './narrowing.ts'
import { evidences } from './sentences.ts'
import { capitalised, dateInWords } from './words.ts'

/** Where a topic is read through the years. */
export function topicAddress(place: Place, topic: string, anchor = '', query: Query = {}): string {
  const path = `/${place.organisation.id}/topics/${encodeURIComponent(topicId(topic))}`
  return `${withQuery({ ...place, path }, query)}${anchor}`
}

/** The place of a text on the page of a topic; of one that is later than the day, where no day is asked about. */
export function topicOfText(place: Place, topic: string, { act }: Text): string {
  const later = earliest(act.date) > place.organisation.day
  return topicAddress(later ? { ...place, on: undefined } : place, topic, `#t-${act.text}`)
}

export function textAddress(place: Place, text: string, anchor = ''): string {
  return `${to(place, `texts/${text}`)}${anchor}`
}

/** The place of a paragraph on the page of its text. */
export function anchorOf({ act }: Paragraph): string {
  return `p-${act.paragraph.replaceAll(/[^A-Za-z0-9.-]+/g, '-')}`
}

/** What a text is the text of: a decision, an instrument, or neither on record. */
export function textOf(place: Place, { act }: Text): Content {
  const { organisation } = place
  const instrument = act.instrument ? organisation.instrument(act.instrument) : undefined
  if (instrument)
    return html`instrument: <a href="${to(place, `instruments/${instrument.act.instrument}`)}">${instrument.act.title}</a>`
  const decision = act.decision ? organisation.decision(act.decision) : undefined
  if (decision)
    return html`decision: <a href="${to(place, `decisions/${decision.act.decision}`)}">${decision.act.title}</a>`
  return 'no decision and no instrument is linked on record'
}

/** The key texts of a decision or an instrument, or those tied to it, as a line of its facts; nothing where there are none. */
export function keyTextsOf(place: Place, thing: 'decision' | 'instrument', id: string): Html | undefined {
  const texts = place.organisation
    .referringTo(thing, id)
    .flatMap(({ act }) => (act.kind === 'text-described' ? [act] : []))
  if (texts.length === 0) return undefined
  return html`<dt>Key text</dt><dd>${texts.map(({ text, title }) => html`<p><a href="${textAddress(place, text)}">${title}, paragraph by paragraph</a></p>`)}</dd>`
}

/** To whom a paragraph speaks, by when, and whom it names, each where on record. */
export function aboutParagraph(place: Place, paragraph: Paragraph, text: Text): Html | undefined {
  const { addressee, due, dueSays, names = [] } = paragraph.act
  const day = place.organisation.onDay(text.act.date)
  const parts = [
    addressee && html`<span>to: ${addressee}</span>`,
    (due || dueSays) &&
      html`<span>by: ${due ? dateInWords(due) : undefined}${due && dueSays ? ', ' : undefined}${dueSays}</span>`,
    names.length > 0 &&
      html`<span>names: ${names.map((id, index) => html`${index > 0 ? ', ' : undefined}<a href="${to(place, `participants/${id}`)}">${nameOf(day, id)}</a>`)}</span>`,
  ].filter((part) => part)
  return parts.length > 0 ? html`<p class="particulars">${parts.map((part) => html`${part} `)}</p>` : undefined
}

/** On what a paragraph rests: its sources, how they were read, and what is doubtful. */
export function restsOn(place: Place, { act }: Paragraph): Html {
  return html`${act.note ? html`<p class="note">${act.note}</p>` : undefined}${references(place, act.sources)}${doubts(act.doubt)}`
}

export function paragraphAct(place: Place, { id }: Paragraph): Html {
  return html`<a href="${to(place, `register/${id}`)}">in the register</a>`
}

/** In height as near as the reading was: a full bar for what was read, a line at the foot for what was only located. */
const heights: { readonly [R in Reading]: number } = {
  read: 12,
  partial: 9,
  secondary: 6,
  located: 1.5,
  'not-stated': 0,
}
const step = 5

/** How the paragraphs of a text were read, as a bar with one step for each. */
export function readingBar({ paragraphs }: KeyText): Html {
  const counts = readingsOf(paragraphs)
  const width = Math.max(step, paragraphs.length * step)
  let x = 0
  const bars = readings.map((reading) => {
    const from = x
    x += counts[reading] * step
    if (counts[reading] === 0) return undefined
    const height = heights[reading]
    return html`<rect class="${reading === 'not-stated' ? 'ghost' : 'tone-member'}" x="${from}" y="${12 - height}" width="${counts[reading] * step - 1}" height="${height}"/>`
  })
  return html`<svg class="reading" viewBox="0 0 ${width} 12" width="${width}" height="12" role="img" aria-label="${readingInWords(paragraphs)}">${bars}</svg>`
}

/** "9 read, 3 at second hand", "all read". */
export function readingInWords(paragraphs: readonly Paragraph[]): string {
  const counts = readingsOf(paragraphs)
  const found = readings.filter((reading) => counts[reading] > 0)
  const [only] = found
  if (only && found.length === 1) return `${paragraphs.length > 1 ? 'all ' : ''}${inShort[only]}`
  const said = found.map((reading) => `${counts[reading]} ${inShort[reading]}`)
  return said.length > 0 ? said.join(', ') : 'no paragraph on record'
}

export function readingLegend(): Html {
  return html`<ul class="legend">${readings
    .filter((reading) => reading !== 'not-stated')
    .map(
      (reading) =>
        html`<li><svg class="reading inline" viewBox="0 0 9 12" width="9" height="12" aria-hidden="true"><rect class="tone-member" x="0" y="${12 - heights[reading]}" width="9" height="${heights[reading]}"/></svg> ${evidences[reading]}</li>`,
    )}</ul>`
}

/** How paragraphs were read, in a few words: a page says once what each means. */
const inShort: { readonly [R in Reading]: string } = {
  read: 'read',
  partial: 'read in part',
  secondary: 'at second hand',
  located: 'only located',
  'not-stated': 'not stated how',
}

export const inOurOwnWords = 'In our own words; the wording itself is at the source.'

/** What a verb is: ours, from what the paragraph does. */
export const ofVerbs =
  'The verb is our own short word for what a paragraph does. No verb is ranked above another, and a difference between two years may also come from how each paragraph was read.'

export function yearIn({ act }: Text): string {
  return act.date.slice(0, 4)
}

/** "Paragraph 3a"; a preamble by its own name. */
export function paragraphName(paragraph: string): string {
  return /^([\dIVX]|[a-z]\d*$)/.test(paragraph) ? `Paragraph ${paragraph}` : capitalised(paragraph)
}
