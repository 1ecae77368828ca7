import type { ProposalView } from '../../record/index.ts'
import type { Instant, PartialDate } from '../../rules/index.ts'
import { type Content, type Html, html } from '../html.ts'
import { type Place, to } from '../layout.ts'
import { dateInWords } from '../words.ts'
import { instantThere, timeZoneOf } from './times.ts'

/** Forms by which a seat acts: they are sent to the one way in, and come back to where they were. */

/** A form for an act on a proposal, with what it says of itself; the rest are its fields. */
export function actForm(
  view: ProposalView,
  place: Place,
  act: { readonly kind: string } & Readonly<Record<string, string | number | readonly string[] | undefined>>,
  body: Content,
  at = 'positions',
): Html {
  const { decision } = view.negotiation
  const back = `${to(place, `run/proposals/${decision}`)}#${at}`
  return html`<form class="act tight" method="post" action="${to(place, 'run/acts')}">${hidden({ ...act, decision, back })}${body}</form>`
}

/** Fields that whoever sends the form does not fill in. */
function hidden(fields: Readonly<Record<string, string | number | readonly string[] | undefined>>): Html[] {
  return Object.entries(fields).flatMap(([name, value]) => {
    if (value === undefined) return []
    if (Array.isArray(value)) return value.map((one) => html`<input type="hidden" name="${name}[]" value="${one}">`)
    return [html`<input type="hidden" name="${name}" value="${String(value)}">`]
  })
}

export function button(text: string, isPlain = false): Html {
  return html`<p><button class="button${isPlain ? ' plain-button' : ''}">${text}</button></p>`
}

/** The paragraphs of the text as boxes to tick. */
export function paragraphBoxes({ negotiation }: ProposalView, legend: string): Html {
  const boxes = negotiation.current.paragraphs.map(
    ({ number }) => html`<label><input type="checkbox" name="paragraphs[]" value="${number}"> ${number}</label>`,
  )
  return html`<fieldset class="boxes"><legend>${legend}</legend>${boxes}</fieldset>`
}

export function textField(name: string, label: string, more: { hint?: string; required?: boolean } = {}): Html {
  const { hint, required } = more
  return html`<label class="field"><span>${label}</span><textarea name="${name}" rows="2" ${required ? html`required` : undefined}></textarea>${hint ? html`<small>${hint}</small>` : undefined}</label>`
}

/** The note from which the Secretariat enters an act; filled in where it is one of the register. */
export function noteFields(note?: { readonly number: string; readonly date: string }): Html {
  const value = (text: string | undefined) => text !== undefined && html` value="${text}"`
  // Of some notes only the month is known, which a field for days would not take.
  const type = note && note.date.length < 10 ? 'text' : 'date'
  return html`<div class="fields"><label class="field"><span>Number of the note</span><input type="text" name="fromNote.number"${value(note?.number)} required></label><label class="field"><span>Date of the note</span><input type="${type}" name="fromNote.date"${value(note?.date)} required></label></div>`
}

/** "Note 17 of 9 January 2034". */
export function noteInWords({ number, date }: { readonly number: string; readonly date: string }): string {
  return `note ${number} of ${dateInWords(date as PartialDate)}`
}

/** When something live was done, on the clock of the organisation. */
export function whenDone(
  { act, recordedAt }: { act: { at?: string | undefined }; recordedAt: string },
  { circle }: ProposalView,
): string {
  // To the minute: what hangs on the second is when silence expires, and that is said elsewhere.
  const minute = `${(act.at ?? recordedAt).slice(0, 16)}:00.000Z` as Instant
  return instantThere(minute, timeZoneOf(circle.organisation))
}

/** Whether positions are still taken: neither withdrawn nor decided, nor adopted when silence expired. */
export function isOpenStill({ negotiation, silence }: ProposalView): boolean {
  return !negotiation.withdrawn && !negotiation.decided && silence?.outcome !== 'adopted'
}
