import type { Organisation } from '../record/index.ts'
import { type Content, type Html, html } from './html.ts'
import { words } from './sentences.ts'

/** A page as a room of the house fills it; the layout puts the walls around. */
export interface Page {
  /** The fact, as a sentence; the browser's title. */
  readonly title: string
  readonly body: Html
  /** Which part of the house the page is in. */
  readonly part?: Part
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
  { group: 'who', parts: ['participants'] },
  { group: 'bodies', parts: ['bodies', 'meetings'] },
  { group: 'done', parts: ['decisions', 'instruments', 'exercises'] },
  { group: 'record', parts: ['changes', 'sources', 'coverage'] },
]

export function layout(page: Page, place: Place): Html {
  const { organisation, description } = place
  const name = description?.names.en ?? organisation.id
  const banner =
    description?.edition === 'independent'
      ? words.independent(name)
      : description?.edition === 'made-up'
        ? words.madeUp
        : undefined
  const here = groups.find(({ parts }) => page.part !== undefined && parts.includes(page.part))
  const links = groups.map(
    ({ group, parts }) =>
      html`<a href="${to(place, parts[0] ?? '')}" ${here?.group === group ? html`aria-current="${here.parts.length > 1 ? 'true' : 'page'}"` : undefined}>${words.groups[group]}</a>`,
  )
  const beside =
    here && here.parts.length > 1
      ? html`<nav class="rooms" aria-label="${words.groups[here.group]}">${here.parts.map((part) => html`<a href="${to(place, part)}" ${page.part === part ? html`aria-current="page"` : undefined}>${words.nav[part]}</a>`)}</nav>`
      : undefined
  return document(
    page.title === name ? name : `${page.title} · ${description?.shortName ?? name}`,
    html`<header>${banner ? html`<div class="banner" role="note">${banner}</div>` : undefined}
<div class="bar"><a class="mark" href="${to(place, '')}">${name}</a><nav aria-label="Pages">${links}<a href="${to(place, 'search')}">${words.search}</a></nav></div>${beside}</header>
<main id="main">${page.body}</main>
<footer>${footer(place)}</footer>`,
    to(place, place.path.split('/').slice(2).join('/')).replace(/^([^?]*)/, (path) => dataAddress(path)),
  )
}

/** A page for when there is no organisation to stand in. */
export function bare(title: string, body: Html): Html {
  return document(title, html`<main id="main">${body}</main>`)
}

function document(title: string, body: Html, data?: string): Html {
  // The list of Chinese fonts is long; at the end it does not hold up what can be shown without it.
  const chinese = body.text.includes('lang="zh"')
    ? html`<link rel="stylesheet" href="/assets/fonts-zh.css">`
    : undefined
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>
<link rel="stylesheet" href="/assets/fonts.css"><link rel="stylesheet" href="/assets/style.css"><link rel="icon" href="/assets/seal.svg" type="image/svg+xml">${data ? html`<link rel="alternate" type="application/json" href="${data}">` : undefined}</head>
<body><a class="skip" href="#main">${words.skip}</a>
${body}
${chinese}</body></html>`
}

function footer(place: Place): Content {
  const { organisation, head } = place
  const known = organisation.position < head ? `, as known at position ${organisation.position} of ${head}` : ''
  const data = to(place, place.path.split('/').slice(2).join('/')).replace(/^([^?]*)/, (path) => dataAddress(path))
  const others = html`<a href="/organisations">Other organisations kept here</a>`
  return html`<p><small>${words.namesNote} ${words.dots} From register position ${organisation.position}${known}. <a href="${data}">${words.asData}</a> · <a href="${to(place, 'coverage')}">${words.nav.coverage}</a> · <a href="${to(place, 'register')}">The register</a> · ${others}</small></p>`
}

/** The address of a page's data: `/concord/day` has `/concord/day.json`, `/concord/` has `/concord.json`. */
export function dataAddress(path: string): string {
  return `${path.replace(/\/$/, '')}.json`
}
