import type { Refusal } from '../rules/index.ts'
import { html } from './html.ts'
import { type Page, type Place, to } from './layout.ts'
import { words } from './sentences.ts'

/** The program says no: what is wrong, under which rule, and what to do instead. */
export function refusalPage(refusal: Refusal, place?: Place): Page {
  const ways = place
    ? html`<ul><li><a href="${to(place, 'day')}">${words.nav.day}</a></li><li><a href="${to(place, 'participants')}">${words.nav.participants}</a></li><li><a href="${to(place, '')}">The first page</a></li></ul>`
    : html`<p><a href="/">To the first page</a></p>`
  const body = html`<section class="stack"><h1>${refusal.message}</h1>${refusal.article ? html`<p class="note">${refusal.article}</p>` : undefined}${refusal.remedy ? html`<p class="lede">${refusal.remedy}</p>` : undefined}${ways}</section>`
  return { title: refusal.message, body }
}
