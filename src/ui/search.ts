import { dayOfEffect, describes, type Entry, type Hit, type HitKind } from '../record/index.ts'
import type { PartialDate } from '../rules/index.ts'
import { actAddress, sentenceOf, wayTo } from './acts.ts'
import { type Content, type Html, html } from './html.ts'
import { type Page, type Place, to } from './layout.ts'
import { capitalised, counted, dateInWords, whenInWords } from './words.ts'

const kinds: { readonly [K in HitKind]: { readonly one: string; readonly path: string } } = {
  participant: { one: 'participant', path: 'participants' },
  body: { one: 'body', path: 'bodies' },
  meeting: { one: 'meeting', path: 'meetings' },
  decision: { one: 'decision or proposal', path: 'decisions' },
  instrument: { one: 'instrument', path: 'instruments' },
  exercise: { one: 'exercise', path: 'exercises' },
  programme: { one: 'programme', path: 'programmes' },
  dispute: { one: 'dispute', path: 'disputes' },
  text: { one: 'key text', path: 'texts' },
  relation: { one: 'relation', path: 'relations' },
  statement: { one: 'statement', path: 'statements' },
  definition: { one: 'definition', path: 'definitions' },
  neighbour: { one: 'neighbour', path: 'neighbours' },
  source: { one: 'source', path: 'sources' },
}

/** An act found by its text. */
export interface TextFound {
  readonly entry: Entry
  readonly counts: boolean
  /** Pieces of its text, every second one a word that was found. */
  readonly excerpt: readonly string[]
}

/** What a search gave. */
export interface SearchView {
  readonly asked: string
  readonly hits: readonly Hit[]
  readonly all: number
  readonly texts: {
    readonly found: readonly TextFound[]
    readonly all: number
    readonly words: 'all' | 'some' | 'none-to-search'
  }
  /** Decisions with the number asked for, where one was. */
  readonly numbered?: readonly Hit[] | undefined
  /** A month or a year that was asked for. */
  readonly date?: PartialDate | undefined
  readonly alsoFormer: boolean
}

/** Where something found is shown. */
export function addressOf(place: Place, { kind, id, act }: Hit): string {
  return act ? `${to(place, kinds[kind].path)}#${act}` : to(place, `${kinds[kind].path}/${id}`)
}

export function searchPage(view: SearchView, place: Place): Page {
  const { asked, hits, all, texts } = view
  const sum = view.numbered?.length ?? all + texts.all
  const title =
    asked === ''
      ? 'Search'
      : `${sum === 0 ? 'Nothing' : capitalised(counted(sum, { one: 'thing', many: 'things' }))} found for “${asked}”`
  const body = html`<section class="stack"><h1>${title}</h1>
${form(view, place)}${view.date ? monthOrYear(view.date, place) : undefined}</section>
${view.numbered ? numberedOnes(view.numbered, place) : html`${named(hits, all, place)}${inTexts(texts, view, place)}`}
${sum === 0 ? html`<p class="note">${help(view)}</p>` : undefined}`
  return { title, body }
}

function form({ asked, alsoFormer }: SearchView, place: Place): Html {
  return html`<form method="get" action="${to(place, 'search').split('?')[0]}" role="search" class="narrowing" aria-label="Search the record">${place.known ? html`<input type="hidden" name="known" value="${place.known}">` : undefined}<label><span>A word, a name, a date, an id or the number of a decision</span> <input type="search" name="q" value="${asked}" maxlength="200" autocomplete="off"></label><label class="tick"><input type="checkbox" name="former" value="yes" ${alsoFormer ? html`checked` : undefined}> <span>also what was corrected or withdrawn</span></label><button class="button">Search</button></form>`
}

function help({ asked, texts }: SearchView): string {
  if (asked === '')
    return 'Names and titles are searched in English, Russian and Chinese, and the text of every act. A day such as 2017-06-09 goes to that day, an id to its page, “No. 5” to the decisions with that number.'
  if (texts.words === 'none-to-search')
    return 'These are only signs, or words too common to search for, such as “the” and “of”. Add a word that says more.'
  return 'Try fewer words, another spelling, or one word in Russian or Chinese.'
}

/** A date half typed names no day, so it leads on rather than away. */
function monthOrYear(date: PartialDate, place: Place): Html {
  const first = `${date}-01-01`.slice(0, 10)
  const year = date.slice(0, 4)
  const list = (path: string, name: string) =>
    html`<a href="/${place.organisation.id}/${path}?year=${year}">${name}</a>`
  return html`<p>${capitalised(whenInWords(date))}: <a href="${to(place, 'day', { on: first })}">who belonged on ${dateInWords(first as PartialDate)}</a>, the first day; or the ${list('meetings', 'meetings')}, ${list('decisions', 'decisions')}, ${list('instruments', 'instruments')} and ${list('exercises', 'exercises')} of ${year}.</p>`
}

function numberedOnes(hits: readonly Hit[], place: Place): Html {
  if (hits.length === 0)
    return html`<p class="note">No decision on record bears this number. Many decisions are on record without theirs.</p>`
  return html`<section class="tight"><h2>Decisions with this number</h2><ul class="list">${hits.map((hit) => item(place, hit))}</ul></section>`
}

function named(hits: readonly Hit[], all: number, place: Place): Html | undefined {
  if (hits.length === 0) return undefined
  return html`<section class="tight"><h2>By name or title</h2><ul class="list">${hits.map((hit) => item(place, hit))}</ul>${all > hits.length ? html`<p class="note">The first ${hits.length} of ${all} are shown. Add a word to narrow them.</p>` : undefined}</section>`
}

function item(place: Place, hit: Hit): Html {
  return html`<li><a href="${addressOf(place, hit)}">${hit.title}</a><small>${capitalised(kinds[hit.kind].one)}${hit.on ? `, ${dateInWords(hit.on as PartialDate)}` : undefined}</small></li>`
}

function inTexts({ found, all, words }: SearchView['texts'], { asked }: SearchView, place: Place): Html | undefined {
  if (asked === '' || found.length === 0) return undefined
  const some =
    words === 'some'
      ? html`<p class="note">Few acts hold all these words; those that hold some of them are shown as well.</p>`
      : undefined
  return html`<section class="tight"><h2>In the text of acts</h2>${some}<ul class="list">${found.map((one) => act(one, place))}</ul>${all > found.length ? html`<p class="note">The first ${found.length} of ${all} are shown. Add a word to narrow them.</p>` : undefined}</section>`
}

function act({ entry, counts, excerpt }: TextFound, place: Place): Html {
  const { act } = entry
  const when = act.on ? `, ${dateInWords(act.on)}` : ''
  const marked: Content = excerpt.map((piece, index) => (index % 2 === 1 ? html`<mark>${piece}</mark>` : piece))
  const former = counts ? undefined : html` <span class="tag no">no longer counts</span>`
  return html`<li><span><a href="${whereActIs(place, entry)}">${shortened(sentenceOf(place.organisation, entry))}</a>${former}</span><span class="excerpt">${marked}</span><small>${capitalised(act.kind.replaceAll('-', ' '))}${when}${counts && dayOfEffect(act) > place.organisation.day ? ', after this day' : ''} · <a href="${actAddress(place, entry)}">the act in the register</a></small></li>`
}

/** The page on which an act is read in its place; of acts that have none, the register. */
export function whereActIs(place: Place, entry: Entry): string {
  const { act } = entry
  const thing = describes(act)
  const part: Partial<Record<string, string>> = {
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
  const path = thing && part[thing.thing]
  if (path) return to(place, `${path}/${thing.id}`)
  switch (act.kind) {
    case 'document-described':
    case 'gap-stated':
      return wayTo(place, entry)
    case 'paragraph-abstracted':
      return `${to(place, `texts/${act.text}`)}#${act.id}`
    case 'dispute-developed':
      return `${to(place, `disputes/${act.dispute}`)}#${act.id}`
    case 'stance-reported':
      return `${to(place, `programmes/${act.programme}`)}#${act.id}`
    case 'statement-reported':
      return `${to(place, 'statements')}#${act.id}`
    case 'claim-recorded':
      return to(place, `claims/${act.claim}`)
    case 'relation-established':
      return `${to(place, 'relations')}#${act.id}`
    case 'definition-described':
      return `${to(place, 'definitions')}#${act.id}`
    case 'source-described':
      return to(place, `sources/${act.source}`)
    case 'body-described':
      return to(place, `bodies/${act.body}`)
    default:
      return actAddress(place, entry)
  }
}

function shortened(sentence: string): string {
  return sentence.length <= 160 ? sentence : `${sentence.slice(0, 150).replace(/\s+\S*$/, '')} …`
}
