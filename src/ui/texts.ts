import type { KeyText, Paragraph, Text } from '../record/index.ts'
import { earliest } from '../rules/index.ts'
import { doubts, references } from './acts.ts'
import { takeAway } from './decisions.ts'
import { type Html, html } from './html.ts'
import { type Page, type Place, to } from './layout.ts'
import { type Choice, narrowingForm, type Query, withQuery } from './narrowing.ts'
import {
  aboutParagraph,
  anchorOf,
  inOurOwnWords,
  ofVerbs,
  paragraphAct,
  paragraphName,
  readingBar,
  readingInWords,
  readingLegend,
  restsOn,
  textAddress,
  textOf,
  topicOfText,
} from './paragraphs.ts'
import { capitalised, counted, dateInWords, numberInWords } from './words.ts'

export interface TextsView {
  /** With the paragraphs asked for only. */
  readonly texts: readonly KeyText[]
  /** All of them, asked for or not. */
  readonly of: number
  /** How many are dated after the day. */
  readonly later: number
  readonly query: Query
  readonly choices: readonly Choice[]
}

export const paragraphCount = { one: 'paragraph', many: 'paragraphs' }
const textCount = { one: 'key text', many: 'key texts' }

export function textsPage(view: TextsView, place: Place): Page {
  const { texts } = view
  const paragraphs = texts.flatMap((text) => text.paragraphs)
  const narrowed = Object.values(view.query).some((value) => value !== undefined)
  const title =
    view.of === 0
      ? 'No key text is on record'
      : texts.length === 0
        ? 'No paragraph answers to all of these'
        : narrowed
          ? `${capitalised(numberInWords(texts.length))} of ${counted(view.of, textCount)}, with ${counted(paragraphs.length, paragraphCount)} of this kind`
          : `${capitalised(counted(texts.length, textCount))}, ${counted(paragraphs.length, paragraphCount)} on record`
  const body = html`<section class="stack"><h1>${title}</h1><p class="lede">What the organisation’s key texts say, paragraph by paragraph. ${inOurOwnWords} No text is here in full.${paragraphs.length > 0 ? ` How these paragraphs were read: ${readingInWords(paragraphs)}.` : ''}</p>${laterNote(view.later, place)}</section>
${narrowingForm(place, view.choices)}
<section class="tight"><h2>The texts in the order of time</h2>${texts.length > 0 ? html`${textTable(view, place)}${readingLegend()}<p class="note">One step of a bar is one paragraph; the taller it is, the nearer to the text it was read.</p>` : html`<p class="note">${view.of === 0 ? 'No text has been taken apart into paragraphs here. Decisions and instruments have what was adopted and signed.' : 'No paragraph answers to all of these. Choose “any” for one of them.'}</p>`}${takeAway(place, view.query)}</section>
<section class="tight"><h2>What next</h2><p><a href="${to(place, 'topics')}">The same paragraphs by topic, through the years</a> · <a href="${to(place, 'definitions')}">How concepts are defined</a></p></section>`
  return { title, body, part: 'texts' }
}

/** What is dated after the day is left out, and that is said. */
export function laterNote(later: number, place: Place): Html | undefined {
  if (later === 0) return undefined
  return html`<p class="note">${capitalised(counted(later, textCount))} dated after ${dateInWords(place.organisation.day)} ${later === 1 ? 'is' : 'are'} not counted. <a href="${withQuery({ ...place, on: undefined }, {})}">Show all of them</a></p>`
}

function textTable({ texts, query }: TextsView, place: Place): Html {
  return html`<table class="cards"><thead><tr><th scope="col">Date</th><th scope="col">Title</th><th scope="col">The text of</th><th scope="col">Paragraphs, and how they were read</th></tr></thead><tbody>${texts.map(
    (item) => {
      const { act } = item.text
      const address = withQuery({ ...place, path: `/${place.organisation.id}/texts/${act.text}` }, query)
      return html`<tr><td class="date">${dateInWords(act.date)}</td><th scope="row"><a href="${address}">${act.title}</a></th><td>${textOf(place, item.text)}</td><td class="line">${readingBar(item)}<small>${item.paragraphs.length}: ${readingInWords(item.paragraphs)}</small></td></tr>`
    },
  )}</tbody></table>`
}

export interface TextView {
  readonly text: Text
  /** Every paragraph on record. */
  readonly all: readonly Paragraph[]
  /** Those asked for. */
  readonly paragraphs: readonly Paragraph[]
  readonly previous: KeyText | undefined
  readonly next: KeyText | undefined
  readonly query: Query
  readonly choices: readonly Choice[]
}

export function textPage(view: TextView, place: Place): Page {
  const { text, all, paragraphs } = view
  const { act } = text
  const { organisation } = place
  const link = (other: KeyText | undefined) =>
    other
      ? html`<a href="${textAddress(place, other.text.act.text)}">${other.text.act.title}</a> <small>${dateInWords(other.text.act.date)}</small>`
      : 'nothing on record'
  const related = (act.relatedDecisions ?? []).flatMap((id) => organisation.decision(id) ?? [])
  const shown =
    paragraphs.length === all.length ? capitalised(numberInWords(all.length)) : `${paragraphs.length} of ${all.length}`
  const body = html`<section class="stack"><p class="crumb"><a href="${to(place, 'texts')}">Key texts</a></p><h1>${act.title}, ${dateInWords(act.date)}</h1>
<p class="lede">${capitalised(counted(all.length, paragraphCount))} of it ${all.length === 1 ? 'is' : 'are'} on record: ${readingInWords(all)}. ${inOurOwnWords}</p>${earliest(act.date) > organisation.day ? html`<p class="note">It is dated after ${dateInWords(organisation.day)}, the day you are on.</p>` : undefined}</section>
${narrowingForm(place, view.choices)}
<div class="cols"><section class="tight"><h2>${shown} ${all.length === 1 ? 'paragraph' : 'paragraphs'}, in the order of the text</h2>${paragraphs.length > 0 ? html`<ol class="paragraphs">${paragraphs.map((paragraph) => paragraphItem(place, paragraph, text))}</ol>` : html`<p class="note">${all.length === 0 ? 'Of this text no paragraph is on record.' : 'No paragraph of this text answers to all of these. Choose “any” for one of them.'}</p>`}${takeAway(place, view.query)}</section>
<aside class="stack"><dl class="facts"><dt>Date</dt><dd>${act.date.length === 10 ? html`<a href="${to(place, 'day', { on: act.date })}">${dateInWords(act.date)}</a>` : dateInWords(act.date)}</dd><dt>The text of</dt><dd>${textOf(place, text)}</dd>${related.length > 0 ? html`<dt>Related decisions</dt><dd>${related.map((decision) => html`<p><a href="${to(place, `decisions/${decision.act.decision}`)}">${decision.act.title}</a></p>`)}</dd>` : undefined}<dt>Topics</dt><dd>${topicsIn(all).map((topic, index) => html`${index > 0 ? ', ' : undefined}<a href="${topicOfText(place, topic, text)}">${topic}</a>`)}</dd><dt>Text before</dt><dd>${link(view.previous)}</dd><dt>Text after</dt><dd>${link(view.next)}</dd></dl>${act.note ? html`<p class="note">${act.note}</p>` : undefined}<p class="note">${ofVerbs} A letter stands for a number that was not read.</p>
<section class="tight"><h3>Where it is documented</h3>${references(place, act.sources)}</section>${act.doubt.length > 0 ? html`<section class="tight"><h3>What is uncertain</h3>${doubts(act.doubt)}</section>` : undefined}<p class="note"><a href="${to(place, `register/${text.id}`)}">The act in the register</a></p></aside></div>`
  return { title: `${act.title}, ${dateInWords(act.date)}`, body, part: 'texts' }
}

function paragraphItem(place: Place, paragraph: Paragraph, text: Text): Html {
  const { act } = paragraph
  const anchor = anchorOf(paragraph)
  return html`<li id="${anchor}"><h3><a href="#${anchor}">${paragraphName(act.paragraph)}</a></h3><p class="particulars"><strong>${act.verb}</strong> <a href="${topicOfText(place, act.topic, text)}">${act.topic}</a> ${paragraphAct(place, paragraph)}</p><p>${act.says}</p>${aboutParagraph(place, paragraph, text)}${restsOn(place, paragraph)}</li>`
}

function topicsIn(paragraphs: readonly Paragraph[]): string[] {
  return [...new Set(paragraphs.map(({ act }) => act.topic))].sort((a, b) => a.localeCompare(b, 'en'))
}
