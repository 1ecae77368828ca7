import type { FastifyInstance } from 'fastify'
import { byId, noLongerCounting, numbered, search } from '../record/index.ts'
import { markBegins, markEnds, type Registry, SearchIndex, type TextHits } from '../registry/index.ts'
import { isRefusal, parseDay, parsePartialDate, refuse } from '../rules/index.ts'
import { actAddress } from '../ui/acts.ts'
import { to } from '../ui/layout.ts'
import { addressOf, type SearchView, searchPage, type TextFound, whereActIs } from '../ui/search.ts'
import { type Ask, servePage } from './page.ts'

const most = 60
const mostTexts = 30
const longest = 200

/**
 * Search over names and titles in memory and over the text of every act in the database. A day or an id that is typed
 * goes straight there, and so does the number of a decision that only one bears.
 */
export function serveSearch(server: FastifyInstance, registry: Registry): void {
  const index = new SearchIndex(registry)
  servePage(server, registry, 'search', async (ask) => {
    const { place, query } = ask
    const asked = (query.q ?? '').trim().toWellFormed()
    if (asked.length > longest) {
      return refuse('search-too-long', `A search has at most ${longest} characters; this one has ${asked.length}.`, {
        remedy: 'A word or two of the name or title is enough.',
      })
    }
    const alsoFormer = query.former === 'yes'
    const goesTo = placeAsked(ask, asked)
    const byNumber = numbered(place.organisation, asked)
    const { position } = place.organisation
    const { acts, ...named } = byNumber ? noName : search(place.organisation, asked, most)
    const former = noLongerCounting(ask.fold, position)
    const shown = acts.flatMap((id) => ask.fold.openEntry(id)?.position ?? [])
    const without = alsoFormer ? shown : [...shown, ...former]
    const texts = byNumber
      ? noText
      : await index.search(ask.fold.organisation, { asked, position, most: mostTexts, without, already: named.all })
    if (isRefusal(texts)) return texts
    const date = parsePartialDate(asked)
    const found = texts.hits.flatMap(({ position, excerpt }): TextFound[] => {
      const entry = ask.fold.entries(position, position - 1)[0]
      return entry ? [{ entry, counts: !former.includes(position), excerpt: pieces(excerpt, asked) }] : []
    })
    const view: SearchView = {
      asked,
      ...named,
      texts: { found, all: texts.all, words: texts.words },
      numbered: byNumber,
      date: isRefusal(date) ? undefined : date,
      alsoFormer,
    }
    return {
      data: {
        asked,
        all: view.all,
        hits: view.hits,
        numbered: byNumber,
        texts: {
          all: texts.all,
          words: texts.words,
          hits: view.texts.found.map(({ entry, counts, excerpt }) => ({
            position: entry.position,
            counts,
            excerpt: excerpt.join(''),
            act: entry.act,
          })),
        },
      },
      ...(goesTo ? { goesTo } : {}),
      page: () => searchPage(view, place),
    }
  })
}

const noName = { hits: [], all: 0, acts: [] }
const noText: TextHits = { hits: [], all: 0, words: 'all' }

/** The one page that what was typed names: a day, a thing or an act by its id, a decision by its number. */
function placeAsked({ place, fold }: Ask, asked: string): string | undefined {
  const { organisation } = place
  const day = parseDay(asked)
  if (!isRefusal(day)) return to(place, 'day', { on: day })
  const [decision, another] = numbered(organisation, asked) ?? []
  if (decision && !another) return addressOf(place, decision)
  const thing = byId(organisation, asked)
  if (thing) return addressOf(place, thing)
  const entry = organisation.entry(asked)
  return entry && (fold.counts(entry.id) ? whereActIs(place, entry) : actAddress(place, entry))
}

/** Pieces of an excerpt, every second one found. The database marks words with letters; Chinese it cannot cut, so that is marked here. */
function pieces(excerpt: string, asked: string): string[] {
  const han = asked.match(/\p{Script=Han}+/gu)
  const parts = excerpt.split(new RegExp(`[${markBegins}${markEnds}]`))
  if (!han) return parts
  const chinese = new RegExp(`(${han.join('|')})`)
  return parts.flatMap((part, index) => (index % 2 === 0 ? part.split(chinese) : part))
}
