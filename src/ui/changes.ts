import type { Correction, Entry, Knowledge } from '../record/index.ts'
import { actAddress, references, sentenceOf } from './acts.ts'
import { type Html, html } from './html.ts'
import { type Page, type Place, to } from './layout.ts'
import { words } from './sentences.ts'
import { capitalised, counted, instantInWords, whenInWords } from './words.ts'

/** What the record said earlier: every correction and withdrawal, with the mistake kept beside it. */
export function changesPage(all: readonly Correction[], moments: readonly Knowledge[], place: Place): Page {
  const ofFacts = all.filter((one) => !one.ofRemarks).length
  const title = `${capitalised(counted(ofFacts, { one: 'correction', many: 'corrections' }))} of what the record said`
  const body = html`<section class="stack"><h1>${title}</h1>
<p class="lede">Nothing is overwritten. A correction is entered after the account that it corrects, and any page can be read as the record stood before it.</p></section>
${all.filter((one) => !one.ofRemarks).map((correction) => shown(correction, place))}
${remarksOnly(
  all.filter((one) => one.ofRemarks),
  place,
)}
<section class="tight"><h2>When the record changed</h2><ul class="list">${[...moments].reverse().map(({ position, recordedAt }) => html`<li><span class="when">${instantInWords(recordedAt)}</span><span>The register reached position ${position}. <a href="${to(place, 'day', { known: String(position) })}">The last day covered, as known then</a></span></li>`)}</ul></section>`
  return { title: words.nav.changes, body, part: 'changes' }
}

/** Corrections in which what is said to have happened stayed as it was: one line each. */
function remarksOnly(corrections: readonly Correction[], place: Place): Html | undefined {
  if (corrections.length === 0) return undefined
  return html`<section class="tight"><h2>${capitalised(counted(corrections.length, { one: 'correction', many: 'corrections' }))} of remarks only</h2><p class="note">A doubt, a note or a source was put right; what is said to have happened stayed as it was.</p><ul class="list">${corrections.map(
    ({ entry, takesOut }) =>
      html`<li><span class="when">${instantInWords(entry.recordedAt)}, position ${entry.position}</span><span><a href="${actAddress(place, entry)}">${dated(entry, place)}</a></span><small>${entry.act.correction ?? 'The remarks were changed.'} <a href="${takesOut[0] ? actAddress(place, takesOut[0]) : ''}">The act as it was</a></small></li>`,
  )}</ul></section>`
}

function shown({ entry, takesOut }: Correction, place: Place): Html {
  const { act } = entry
  const on = act.on ?? takesOut[0]?.act.on
  const before = String(entry.position - 1)
  return html`<article class="tight"><h2>${heading(entry, takesOut, place)}</h2><p>${act.correction ?? (act.kind === 'act-withdrawn' ? act.reason : 'The text of the record was changed.')}</p>
<div class="beside">${takesOut.map((earlier) => html`<div><small>Before, from position ${earlier.position}</small><p class="struck">${dated(earlier, place)}</p>${references(place, earlier.act.sources)}</div>`)}${act.kind === 'act-withdrawn' ? undefined : html`<div><small>Since ${instantInWords(entry.recordedAt)}, position ${entry.position}</small><p>${dated(entry, place)}</p>${references(place, act.sources)}</div>`}</div>
${on ? html`<p class="note"><a href="${to(place, 'day', { on: firstOf(takesOut, on), known: before })}">The day as known before</a> · <a href="${to(place, 'day', { on: firstOf(takesOut, on), known: undefined })}">the same day as known today</a> · <a href="${actAddress(place, entry)}">the act in the register</a></p>` : undefined}</article>`
}

function heading(entry: Entry, takesOut: readonly Entry[], place: Place): string {
  return sentenceOf(place.organisation, entry.act.kind === 'act-withdrawn' ? (takesOut[0] ?? entry) : entry).replace(
    /\.$/,
    '',
  )
}

function dated(entry: Entry, place: Place): string {
  const sentence = sentenceOf(place.organisation, entry)
  return entry.act.on ? `${capitalised(whenInWords(entry.act.on))}: ${sentence}` : sentence
}

/** The first exact day on which the two accounts may differ. */
function firstOf(takesOut: readonly Entry[], on: string): string {
  const days = [on, ...takesOut.map((earlier) => earlier.act.on ?? on)].map((date) =>
    date.length === 10 ? date : `${date}-01`.slice(0, 10),
  )
  return days.sort()[0] ?? on
}
