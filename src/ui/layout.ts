import { notAPosition, type Organisation, type Seat, titled } from '../record/index.ts'
import type { Instant } from '../rules/index.ts'
import { type Content, type Html, html } from './html.ts'
import { seatWords } from './seat-words.ts'
import { words } from './sentences.ts'
import { dateInWords } from './words.ts'

/** A page as a room of the house fills it; the layout puts the walls around. */
export interface Page {
  /** The fact, as a sentence; the browser's title. */
  readonly title: string
  readonly body: Html
  /** Which part of the house the page is in. */
  readonly part?: Part
  /** The page follows the register: with whatever is entered, or with what is about these decisions, meetings and bodies. */
  readonly live?: Live
  /** Names persons or hangs on who asks, and so is there in no other form. */
  readonly personal?: true
}

export interface Live {
  readonly about: readonly string[] | 'all'
  /** The instant at which the page changes though nothing is entered, and the one at which it was made. */
  readonly turns?: { readonly at: Instant; readonly now: Instant } | undefined
}

export type Part = keyof typeof words.nav

/** Where a page stands: the organisation, the two clocks as the address gives them, and the address. */
export interface Place {
  readonly organisation: Organisation
  /** What the organisation says of itself as known today, whichever position is asked about. */
  readonly description: Organisation['description']
  /** The path without its query: `/concord/day`. */
  readonly path: string
  /** What the address says of the two clocks, to be kept in links. */
  readonly on: string | undefined
  readonly known: string | undefined
  /** The last position of the register, to tell "as known now" from earlier. */
  readonly head: number
  /** Where who asks sits, with its name on this day; the public has none. */
  readonly seat?: { readonly seat: Seat; readonly name: string }
}

/** A link to another page of the same organisation that keeps the two clocks. */
export function to(
  place: Place,
  path: string,
  clocks: { on?: string | undefined; known?: string | undefined } = {},
): string {
  const query = new URLSearchParams()
  const on = 'on' in clocks ? clocks.on : place.on
  const known = 'known' in clocks ? clocks.known : place.known
  if (on) query.set('on', on)
  if (known) query.set('known', known)
  return `/${place.organisation.id}/${path}${query.size > 0 ? `?${query}` : ''}`
}

/** The parts of the house in groups, as the navigation shows them: first the groups, below them the parts of the one you are in. */
const groups: readonly { readonly group: keyof typeof words.groups; readonly parts: readonly Part[] }[] = [
  { group: 'day', parts: ['day'] },
  { group: 'questions', parts: ['questions', 'claims'] },
  { group: 'who', parts: ['participants', 'pairs', 'disputes', 'accession'] },
  { group: 'bodies', parts: ['bodies', 'rules', 'practice', 'offices', 'meetings'] },
  { group: 'done', parts: ['decisions', 'programmes', 'instruments', 'exercises', 'delivery'] },
  { group: 'said', parts: ['texts', 'topics', 'definitions', 'statements'] },
  { group: 'around', parts: ['neighbours', 'relations', 'figures'] },
  { group: 'record', parts: ['changes', 'sources', 'coverage', 'take'] },
  { group: 'run', parts: ['run', 'run/waiting', 'run/propose', 'run/meetings', 'run/notes', 'run/clock', 'seat'] },
]

/** Whether a part of the house has pages yet. */
export function isOpen(part: Part): boolean {
  return groups.some(({ parts }) => parts.includes(part))
}

/** Practice and rule, and what weighs an organisation, are no public pages of one that runs itself. */
function isShown(part: Part, { description }: Place): boolean {
  if (part === 'run/clock') return description?.edition === 'made-up' || description?.edition === 'exercise'
  return (part !== 'practice' && part !== 'claims') || description?.edition !== 'working'
}

/** How a page is cited: in words, and for a bibliography. */
export interface Cited {
  readonly text: string
  readonly bibtex: string
  /** What the address asks for, the two clocks and what narrows a list, to be kept by the other forms of the page. */
  readonly query: Readonly<Record<string, string | undefined>>
}

export function layout(page: Page, place: Place, cited?: Cited): Html {
  const { organisation, description } = place
  const name = description?.names.en ?? organisation.id
  // What was known at an earlier position does not change.
  const live = organisation.position >= place.head ? page.live : undefined
  const banner =
    description?.edition === 'independent'
      ? words.independent(name)
      : description?.edition === 'made-up'
        ? words.madeUp
        : undefined
  const here = groups.find(({ parts }) => page.part !== undefined && parts.includes(page.part))
  // What is only read has no second door.
  const doors = groups.filter(({ group }) => group !== 'run' || (description && description.edition !== 'independent'))
  const links = doors.map(
    ({ group, parts }) =>
      html`<a href="${to(place, parts[0] ?? '')}" ${here?.group === group ? html`aria-current="${here.parts.length > 1 ? 'true' : 'page'}"` : undefined}>${words.groups[group]}</a>`,
  )
  const beside =
    here && here.parts.length > 1
      ? html`<nav class="rooms" aria-label="${words.groups[here.group]}">${here.parts.filter((part) => isShown(part, place)).map((part) => html`<a href="${to(place, part)}" ${page.part === part ? html`aria-current="page"` : undefined}>${words.nav[part]}</a>`)}</nav>`
      : undefined
  return document(
    titled(page.title === name ? name : `${page.title} · ${description?.shortName ?? name}`, description),
    html`${exerciseBand(place)}<header>${banner ? html`<div class="banner" role="note">${banner}</div>` : undefined}
<div class="bar"><a class="mark" href="${to(place, '')}">${name}</a><nav aria-label="Pages">${links}<a href="${to(place, 'search')}">${words.search}</a></nav>${sits(place)}</div>${beside}</header>
<main id="main"${live ? following(live, place) : undefined}>${page.body}</main>
<footer>${cited ? citation(place, cited) : undefined}${footer(place, cited, page.personal)}</footer>`,
    html`${cited ? alternates(place, cited) : undefined}${live ? script : undefined}`,
  )
}

/** Who sits, with the way to stand up; or, where an organisation can be run, the way to a seat. */
function sits({ seat, organisation, description }: Place): Html | undefined {
  const at = `/${organisation.id}/seat`
  if (seat)
    return html`<form class="sits" method="post" action="${at}/leave"><a href="${at}">${seatWords.youSitAs(seat.name)}</a> · <button class="as-link">${seatWords.leave}</button></form>`
  if (description === undefined || description.edition === 'independent') return undefined
  return html`<p class="sits"><a href="${at}">${seatWords.takeASeat}</a></p>`
}

/** What the script of the page reads: what the page is about, the register position that it was made from, and until when. */
function following({ about, turns }: Live, { head }: Place): Html {
  const what = about === 'all' ? html` data-live="all"` : html` data-live="some" data-about="${about.join(' ')}"`
  const until = turns ? html` data-turns="${turns.at}" data-now="${turns.now}"` : undefined
  return html`${what} data-since="${head}"${until}`
}

const script = html`${['differing.js', 'sending.js', 'modules/ui/live.js', 'modules/ui/sending.js'].map((module) => html`<link rel="modulepreload" href="/assets/${module}">`)}<script type="module" src="/assets/live.js"></script>`

/** Across every page of an exercise, on paper on every sheet: nobody shall take what is played for what was done. */
function exerciseBand({ description, organisation }: Place): Html | undefined {
  if (description?.edition !== 'exercise') return undefined
  const { forkedFrom } = description
  const from = forkedFrom
    ? words.exerciseFrom(organisation.id, forkedFrom.organisation, dateInWords(forkedFrom.on))
    : words.exerciseMadeUp(organisation.id)
  return html`<div class="exercise-band" role="note"><div><strong>${notAPosition}</strong> <span>${from}</span></div></div>`
}

/** A page for when there is no organisation to stand in. */
export function bare(title: string, body: Html): Html {
  return document(title, html`<main id="main">${body}</main>`)
}

function document(title: string, body: Html, links?: Html): Html {
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>
<link rel="stylesheet" href="/assets/style.css"><link rel="icon" href="/assets/seal.svg" type="image/svg+xml">${links}</head>
<body><a class="skip" href="#main">${words.skip}</a>
${body}
</body></html>`
}

/** The forms in which a page is there besides this one. */
function alternates(place: Place, cited: Cited): Html {
  const link = (type: string, href: string) => html`<link rel="alternate" type="${type}" href="${href}">`
  return html`${link('application/json', formAddress(place, cited, 'json'))}${link('application/ld+json', formAddress(place, cited, 'jsonld'))}${link('application/x-bibtex', formAddress(place, cited, 'bib'))}${link('application/atom+xml', `/${place.organisation.id}/changes.atom`)}`
}

function citation(place: Place, cited: Cited): Html {
  const { text, bibtex } = cited
  return html`<details class="cite"><summary>${words.cite}</summary><p class="address-long">${text}</p><pre>${bibtex}</pre><p class="on-screen"><a href="${formAddress(place, cited, 'bib')}">${words.asBibtex}</a> · <a href="${formAddress(place, cited, 'jsonld')}">${words.asLinkedData}</a></p></details>`
}

function footer(place: Place, cited: Cited | undefined, personal?: true): Content {
  const { organisation, head } = place
  const known = organisation.position < head ? `, as known at position ${organisation.position} of ${head}` : ''
  const others = html`<a href="/organisations">Other organisations kept here</a> · <a href="/write-your-own">Write your own rule</a> · <a href="/api">For programs</a>`
  return html`<p><small>${words.namesNote} ${words.dots} From register position ${Math.min(organisation.position, head)}${known}. ${personal ? undefined : html`<a href="${formAddress(place, cited, 'json')}">${words.asData}</a> · `}<a href="${to(place, 'coverage')}">${words.nav.coverage}</a> · <a href="${to(place, 'register')}">The register</a> · ${others}</small></p>`
}

/** The address of a page in another form: `/concord/day` has `/concord/day.json`, `/concord/` has `/concord.json`. */
function formAddress(place: Place, cited: Cited | undefined, form: 'json' | 'bib' | 'jsonld'): string {
  const asked = Object.entries(cited?.query ?? { on: place.on, known: place.known })
  const query = new URLSearchParams(asked.filter((pair): pair is [string, string] => Boolean(pair[1])))
  return `${place.path.replace(/\/$/, '')}.${form}${query.size > 0 ? `?${query}` : ''}`
}
