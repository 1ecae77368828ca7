import type { Hit, HitKind } from '../record/index.ts'
import type { PartialDate } from '../rules/index.ts'
import { type Html, html } from './html.ts'
import { type Page, type Place, to } from './layout.ts'
import { capitalised, counted, dateInWords } from './words.ts'

const kinds: { readonly [K in HitKind]: { readonly one: string; readonly path: string } } = {
  participant: { one: 'participant', path: 'participants' },
  body: { one: 'body', path: 'bodies' },
  meeting: { one: 'meeting', path: 'meetings' },
  decision: { one: 'decision or proposal', path: 'decisions' },
  instrument: { one: 'instrument', path: 'instruments' },
  exercise: { one: 'exercise', path: 'exercises' },
  source: { one: 'source', path: 'sources' },
}

/** Where something found is shown. */
export function addressOf(place: Place, hit: Hit): string {
  return to(place, `${kinds[hit.kind].path}/${hit.id}`)
}

export function searchPage(asked: string, hits: readonly Hit[], all: number, place: Place): Page {
  const title =
    asked === ''
      ? 'Search'
      : `${all === 0 ? 'Nothing' : capitalised(counted(all, { one: 'thing', many: 'things' }))} found for “${asked}”`
  const body = html`<section class="stack"><h1>${title}</h1>
<form method="get" action="${to(place, 'search').split('?')[0]}" role="search" class="narrowing" aria-label="Search the record"><label><span>A name, a title, a date or an id</span> <input type="search" name="q" value="${asked}" autocomplete="off"></label><button class="button">Search</button></form></section>
${hits.length > 0 ? html`<ul class="list">${hits.map((hit) => item(place, hit))}</ul>` : html`<p class="note">${asked === '' ? 'Names and titles are searched in English, Russian and Chinese. A date such as 2017-06-09 goes to that day, an id to its page.' : 'Try fewer words, another spelling, or one word in Russian or Chinese. Notes and texts are not searched, only names and titles.'}</p>`}
${all > hits.length ? html`<p class="note">The first ${hits.length} are shown. Add a word to narrow them.</p>` : undefined}`
  return { title, body }
}

function item(place: Place, hit: Hit): Html {
  const when = hit.on ? html`, ${dateInWords(hit.on as PartialDate)}` : undefined
  return html`<li><a href="${addressOf(place, hit)}">${hit.title}</a><small>${capitalised(kinds[hit.kind].one)}${when}</small></li>`
}
