import type { TopicRow } from '../record/index.ts'
import { takeAway } from './decisions.ts'
import { weighedAt } from './essays/about.ts'
import { type Html, html } from './html.ts'
import { type Page, type Place, to } from './layout.ts'
import { type Choice, narrowingForm, type Query } from './narrowing.ts'
import { inOurOwnWords, ofVerbs, topicAddress } from './paragraphs.ts'
import { laterNote, paragraphCount } from './texts.ts'
import { capitalised, counted } from './words.ts'

export interface TopicsView {
  readonly years: readonly string[]
  readonly rows: readonly TopicRow[]
  /** How many key texts there are by the day, whether or not they have a paragraph that is asked for. */
  readonly of: number
  readonly later: number
  readonly query: Query
  readonly choices: readonly Choice[]
}

const topicCount = { one: 'topic', many: 'topics' }
export const absence =
  'Where a year has nothing, no paragraph is on record: only key texts were taken apart, many of them in part. It does not mean that nothing was said.'

export function topicsPage(view: TopicsView, place: Place): Page {
  const { rows, years } = view
  const paragraphs = rows.reduce((sum, row) => sum + row.paragraphs, 0)
  const title =
    rows.length === 0
      ? view.of === 0
        ? 'No topic is on record'
        : 'No paragraph answers to all of these'
      : `${capitalised(counted(rows.length, topicCount))} in ${counted(paragraphs, paragraphCount)}, ${years.length === 1 ? years[0] : `${years[0]} to ${years.at(-1)}`}`
  const bands = [
    { name: 'In five texts or more', rows: rows.filter((row) => row.texts >= 5) },
    { name: 'In two to four texts', rows: rows.filter((row) => row.texts >= 2 && row.texts < 5) },
  ].filter((band) => band.rows.length > 0)
  const once = rows.filter((row) => row.texts === 1)
  const body = html`<section class="stack"><h1>${title}</h1><p class="lede">How the key texts speak on each topic, year by year. Choose a topic to read its paragraphs beside one another. ${inOurOwnWords}</p>${laterNote(view.later, place)}</section>
${narrowingForm(place, view.choices)}
<section class="stack"><h2>Language by topic over time</h2>${rows.length > 0 ? html`<p class="note">${absence}</p>${bands.map((band) => html`<section class="tight"><h3>${band.name}: ${counted(band.rows.length, topicCount)}</h3>${matrix(band.rows, years, band.name, place)}${lines(band.rows, place)}</section>`)}${once.length > 0 ? html`<section class="tight"><h3>In one text: ${counted(once.length, topicCount)}</h3>${inOneText(once, place)}</section>` : undefined}<p class="note">${ofVerbs}</p>` : html`<p class="note">${view.of === 0 ? 'No key text has been taken apart into paragraphs here.' : 'No paragraph answers to all of these. Choose “any” for one of them.'}</p>`}${takeAway(place, view.query)}</section>
<section class="tight"><h2>What next</h2><p><a href="${to(place, 'texts')}">The same paragraphs text by text</a> · <a href="${to(place, 'definitions')}">How concepts are defined</a> · <a href="${to(place, 'statements')}">What others say</a></p>${weighedAt(
    place,
    [
      { question: 'language', says: 'Has the language become stronger or weaker?' },
      { question: 'would-pass', says: 'What would pass, by what passed before?' },
    ],
  )}</section>`
  return { title, body, part: 'topics' }
}

/** Topics by year, each cell the verbs of that year: a picture that is a table. */
function matrix(rows: readonly TopicRow[], years: readonly string[], name: string, place: Place): Html {
  return html`<div class="wide-only matrix"><div class="scroll" tabindex="0" role="region" aria-label="Topics by year: ${name.toLowerCase()}"><table class="language"><thead><tr><th scope="col">Topic, paragraphs</th>${years.map((year) => html`<th scope="col">${year}</th>`)}</tr></thead><tbody>${rows.map(
    (row) =>
      html`<tr><th scope="row"><a href="${topicAddress(place, row.topic)}">${row.topic}</a><small>${extent(row)}</small></th>${years.map(
        (year) => {
          const said = row.years.find((one) => one.year === year)
          if (!said) return html`<td></td>`
          const title = `${row.topic}, ${year}: ${counted(said.paragraphs, paragraphCount)}, ${said.verbs.join(', ')}`
          return html`<td class="said"><a href="${topicAddress(place, row.topic, `#y-${year}`)}" title="${title}">${said.verbs.map((verb) => html`<span>${inBrief(verb)}</span>`)}</a></td>`
        },
      )}</tr>`,
  )}</tbody></table></div></div>`
}

/** The same on a narrow screen: a topic, and below it its years with their verbs. */
function lines(rows: readonly TopicRow[], place: Place): Html {
  return html`<div class="narrow-only instead"><ul class="list">${rows.map((row) => html`<li><a href="${topicAddress(place, row.topic)}">${row.topic}</a><small>${extent(row)}, ${row.first === row.last ? row.first : `${row.first} to ${row.last}`}</small><ol class="years-said">${row.years.map(({ year, verbs }) => html`<li><a href="${topicAddress(place, row.topic, `#y-${year}`)}">${year}</a> ${verbs.join(', ')}</li>`)}</ol></li>`)}</ul></div>`
}

function inOneText(rows: readonly TopicRow[], place: Place): Html {
  return html`<ul class="people">${rows.map((row) => html`<li><a href="${topicAddress(place, row.topic)}">${row.topic}</a> <small>${row.first}: ${row.years.flatMap(({ verbs }) => verbs).join(', ')}</small></li>`)}</ul>`
}

function extent({ paragraphs, texts }: TopicRow): string {
  return `${paragraphs} in ${texts} ${texts === 1 ? 'text' : 'texts'}`
}

/** A verb without the ending of the third person, to fit a narrow column: "call for", "establish". */
export function inBrief(verb: string): string {
  const [first = '', ...rest] = verb.split(' ')
  const plain = /(sh|ch|ss|x)es$/.test(first) ? first.slice(0, -2) : first.replace(/([^s])s$/, '$1')
  return [plain, ...rest].join(' ')
}
