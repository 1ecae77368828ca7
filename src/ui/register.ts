import { type Entry, type Review, targetsOf } from '../record/index.ts'
import { doubts, references, sentenceOf } from './acts.ts'
import { type Html, html } from './html.ts'
import { type Page, type Place, to } from './layout.ts'
import { timesInWords, timeZoneOf } from './run/times.ts'
import { findings } from './sentences.ts'
import { capitalised, dateInWords, instantInWords } from './words.ts'

/** A page of the register: entries in the order in which they were entered. */
export function registerPage(
  entries: readonly Entry[],
  page: { number: number; of: number; root: string },
  place: Place,
): Page {
  const title = `The register: ${place.organisation.position} acts, none of them ever changed`
  const link = (number: number, text: string, rel: string) =>
    number < 1 || number > page.of
      ? undefined
      : html`<a href="${`${to(place, 'register')}${place.on || place.known ? '&' : '?'}page=${number}`}" rel="${rel}">${text}</a>`
  const body = html`<section class="stack"><h1>${title}</h1><p class="lede">Each act is kept in the bytes in which it was entered. Two copies of this record are the same if the hash of the whole is; of all ${place.head} acts it is</p><pre>${page.root}</pre></section>
<table class="cards"><thead><tr><th scope="col" class="number">Position</th><th scope="col">Act</th><th scope="col">Took effect</th><th scope="col">Entered</th></tr></thead><tbody>${entries.map((entry) => html`<tr><td class="number" data-label="position">${entry.position}</td><th scope="row"><a href="${to(place, `register/${entry.id}`)}">${sentenceOf(place.organisation, entry)}</a></th><td class="date" data-label="took effect">${entry.act.on ? dateInWords(entry.act.on) : 'every day'}</td><td class="date" data-label="entered">${instantInWords(entry.recordedAt)}</td></tr>`)}</tbody></table>
<nav class="pages" aria-label="Pages of the register">${link(page.number - 1, '← Earlier entries', 'prev')}<span>Page ${page.number} of ${page.of}</span>${link(page.number + 1, 'Later entries →', 'next')}</nav>
<p><a href="/${place.organisation.id}/register.jsonl">The whole register as one file</a></p>`
  return { title, body }
}

/** One entry: what it says, what the rules say of it, what became of it, and its bytes. */
export interface EntryView {
  readonly entry: Entry
  readonly counts: boolean
  readonly review: Review | undefined
  /** Entries that later took it out. */
  readonly against: readonly Entry[]
  readonly bytes: string
  readonly hash: string
}

export function entryPage(view: EntryView, place: Place): Page {
  const { entry, review } = view
  const { act } = entry
  const title = sentenceOf(place.organisation, entry).replace(/\.$/, '')
  const link = (id: string) => html`<a href="${to(place, `register/${id}`)}">${id}</a>`
  const listed = (ids: readonly string[]) => ids.map((id, i) => html`${i > 0 ? ', ' : undefined}${link(id)}`)
  const targets = targetsOf(act)
  const body = html`<section class="stack"><p class="crumb"><a href="${to(place, 'register')}">The register</a>, position ${entry.position}</p><h1>${title}</h1>
${view.counts ? undefined : html`<p class="aside">This no longer counts: ${listed(view.against.map((e) => e.id))} took its place or withdrew it. It stays here as it was entered.</p>`}
<dl class="facts"><dt>Took effect</dt><dd>${act.on ? html`<a href="${to(place, 'day', { on: act.on.length === 10 ? act.on : undefined })}">${dateInWords(act.on)}</a>` : 'true of every day'}</dd><dt>Entered</dt><dd>${instantInWords(entry.recordedAt)}</dd><dt>Kind</dt><dd>${act.kind}</dd>${targets.length > 0 ? html`<dt>Takes out</dt><dd>${listed(targets)}</dd>` : undefined}${act.correction ? html`<dt>Why</dt><dd>${act.correction}</dd>` : undefined}${act.note ? html`<dt>Note</dt><dd>${act.note}</dd>` : undefined}<dt>Id</dt><dd>${entry.id}</dd></dl></section>
<section class="tight"><h2>Where it is documented</h2>${references(place, act.sources)}${doubts(act.doubt)}</section>
<section class="tight"><h2>Under the rules of its day</h2>${reviewed(review, place)}</section>
<section class="tight"><h2>As it is stored</h2><details><summary><small>${view.bytes.length} characters of canonical JSON</small></summary><pre>${view.bytes}</pre></details><p class="note">SHA-256 of these bytes: <code>${view.hash}</code></p></section>`
  return { title, body }
}

function reviewed(review: Review | undefined, place: Place): Html {
  if (!review) return html`<p class="note">No rule that computes bears on acts of this kind.</p>`
  if (review.checks.length === 0) return html`<p class="note">No rule in force on its day bears on it.</p>`
  return html`<p>${capitalised(findings[review.finding])}, as known at position ${place.organisation.position}.</p><ul class="refs">${review.checks.map((check) => check.reasons.map((reason) => html`<li><span class="tag">${findings[check.outcome]}</span> ${timesInWords(reason.text, timeZoneOf(place))}${reason.article ? html` <cite>${check.rule ? html`<a href="${to(place, `rules/${check.rule}`)}">${reason.article}</a>` : reason.article}</cite>` : undefined}</li>`))}</ul>`
}
