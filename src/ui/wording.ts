import {
  type KeyText,
  nameOf,
  type Paragraph,
  readingOf,
  type TopicRow,
  type TopicYear,
  type Wording,
} from '../record/index.ts'
import { takeAway } from './decisions.ts'
import { weighedAt } from './essays/about.ts'
import { type Html, html } from './html.ts'
import { type Page, type Place, to } from './layout.ts'
import { type Choice, narrowingForm, type Query } from './narrowing.ts'
import {
  aboutParagraph,
  anchorOf,
  inOurOwnWords,
  ofVerbs,
  paragraphAct,
  paragraphName,
  readingInWords,
  restsOn,
  textAddress,
  yearIn,
} from './paragraphs.ts'
import { laterNote, paragraphCount } from './texts.ts'
import { absence } from './topics.ts'
import { verbLanes } from './verb-lanes.ts'
import { capitalised, counted, dateInWords, listed } from './words.ts'

export interface TopicView {
  readonly row: TopicRow
  readonly wordings: readonly Wording[]
  /** Every key text up to the day, also those with nothing on the topic. */
  readonly all: readonly KeyText[]
  readonly later: number
  readonly query: Query
  readonly choices: readonly Choice[]
}

/** One topic through the years: which verb when, who is named, and each paragraph. */
export function topicPage(view: TopicView, place: Place): Page {
  const { row, wordings } = view
  const title = headline(view)
  const paragraphs = wordings.flatMap((wording) => wording.paragraphs)
  const years = new Set<string>()
  const marks = wordings.map(({ text, verbs, paragraphs: ofText }) => ({
    on: text.act.date,
    label: `${text.act.title}, ${yearIn(text)}`,
    href: `#t-${text.act.text}`,
    verbs: verbs.map((verb) => ({ verb, read: ofText.some((one) => one.act.verb === verb && wasRead(one)) })),
  }))
  const body = html`<section class="stack"><p class="crumb"><a href="${to(place, 'topics')}">Topics through the years</a></p><h1>${title}</h1><p class="lede">${capitalised(counted(row.paragraphs, paragraphCount))} in ${counted(row.texts, { one: 'key text', many: 'key texts' })}: ${readingInWords(paragraphs)}. ${inOurOwnWords}</p>${weighedAt(
    place,
    [
      { question: 'language', about: row.topic, says: 'Stronger or weaker?' },
      { question: 'would-pass', about: row.topic, says: 'What would pass?' },
    ],
  )}${laterNote(view.later, place)}</section>
${narrowingForm({ ...place, path: `/${place.organisation.id}/topics` }, view.choices)}
<section class="tight"><h2>Which verb in which year</h2>${verbLanes(marks, {
    caption: `${capitalised(row.topic)}: which verb in which text`,
    all: view.all.map(({ text }) => text.act.date),
  })}<p class="note">${absence}</p></section>
<section class="tight"><h2>In short</h2>${inShort(wordings, place)}</section>
<section class="tight"><h2>Paragraph by paragraph, the earliest first</h2><ol class="wording">${wordings.map(
    (wording) => {
      const year = yearIn(wording.text)
      // The first text of a year carries the anchor to which the overview leads.
      const first = !years.has(year)
      years.add(year)
      return wordingItem(wording, first, place)
    },
  )}</ol><p class="note">${ofVerbs}</p>${takeAway(place, { ...view.query, topic: undefined })}</section>`
  return { title, body, part: 'topics' }
}

/** The fact: with which verbs the record of the topic begins, and with which it ends. */
function headline({ row }: TopicView): string {
  const topic = capitalised(row.topic)
  const [first, last] = [row.years[0], row.years.at(-1)]
  if (!first || !last) return topic
  const quoted = ({ verbs }: TopicYear) => listed(verbs.map((verb) => `“${verb}”`))
  const begins = `${topic}: ${quoted(first)} in ${first.year}`
  if (first === last) return begins
  return quoted(first) === quoted(last)
    ? `${begins}, and again in ${last.year}`
    : `${begins}, ${quoted(last)} in ${last.year}`
}

function wasRead({ act }: Paragraph): boolean {
  return ['read', 'partial'].includes(readingOf(act))
}

function inShort(wordings: readonly Wording[], place: Place): Html {
  return html`<table class="cards"><thead><tr><th scope="col">Text</th><th scope="col">Verbs</th><th scope="col">Speaks to</th><th scope="col">Names</th><th scope="col">Against the text before on this topic</th></tr></thead><tbody>${wordings.map(
    (wording) =>
      html`<tr><th scope="row"><a href="#t-${wording.text.act.text}">${yearIn(wording.text)}, ${wording.text.act.title}</a></th><td><strong>${wording.verbs.join(', ')}</strong></td><td data-label="to">${wording.addressed.join(', ')}</td><td data-label="names">${people(wording.named, wording, place)}</td><td class="line"><small>${changes(wording, place)}</small></td></tr>`,
  )}</tbody></table>`
}

function changes(wording: Wording, place: Place): string {
  if (wording.since.length === 0) return 'the first on record'
  const verbs = (list: readonly string[]) => list.map((verb) => `“${verb}”`).join(', ')
  const { newVerbs, goneVerbs } = wording
  const parts = [
    newVerbs.length > 0 && goneVerbs.length > 0 && `${verbs(newVerbs)}, where before ${verbs(goneVerbs)}`,
    newVerbs.length > 0 && goneVerbs.length === 0 && `besides, ${verbs(newVerbs)}`,
    newVerbs.length === 0 && goneVerbs.length > 0 && `without ${verbs(goneVerbs)}`,
    wording.firstNamed.length > 0 && `first to name ${people(wording.firstNamed, wording, place)}`,
    wording.firstAddressed.length > 0 && `first to speak to ${wording.firstAddressed.join(', ')}`,
  ].filter((part) => part)
  return parts.length > 0 ? parts.join('; ') : 'the same verbs, nobody new'
}

function people(ids: readonly string[], { text }: Wording, place: Place): string {
  const day = place.organisation.onDay(text.act.date)
  return ids.map((id) => nameOf(day, id)).join(', ')
}

function wordingItem({ text, paragraphs }: Wording, first: boolean, place: Place): Html {
  const { act } = text
  return html`<li id="t-${act.text}"><h3${first && html` id="y-${yearIn(text)}"`}><a href="${textAddress(place, act.text)}">${act.title}</a> <small>${dateInWords(act.date)}</small></h3>${paragraphs.map((paragraph) => html`<div class="paragraph"><p class="particulars"><strong>${paragraph.act.verb}</strong> <a href="${textAddress(place, act.text, `#${anchorOf(paragraph)}`)}">${paragraphName(paragraph.act.paragraph)}</a> ${paragraphAct(place, paragraph)}</p><div><p>${paragraph.act.says}</p>${aboutParagraph(place, paragraph, text)}${restsOn(place, paragraph)}</div></div>`)}</li>`
}
