import { type Content, type Html, html } from '../html.ts'
import type { Place } from '../layout.ts'
import { afterWords as words } from './after-words.ts'

/** A form that sends one act: what is fixed, what is asked for, and one button that says what will be done. */
export function actForm(
  place: Place,
  fixed: Readonly<Record<string, string | number | undefined>>,
  asked: Content,
  button: string,
): Html {
  const hidden = Object.entries({ ...fixed, back: place.path }).map(([name, value]) =>
    value === undefined ? undefined : html`<input type="hidden" name="${name}" value="${value}">`,
  )
  return html`<form class="one-act" method="post" action="/${place.organisation.id}/run/acts">${hidden}${asked}<p><button class="button">${button}</button></p></form>`
}

export function field(
  label: string,
  name: string,
  more: { readonly required?: true; readonly hint?: string; readonly value?: string | undefined } = {},
) {
  return html`<label>${label}<input type="text" name="${name}"${more.required && html` required`}${more.hint && html` placeholder="${more.hint}"`}${more.value && html` value="${more.value}"`}></label>`
}

export function choice(
  label: string,
  name: string,
  options: readonly (readonly [value: string, says: string])[],
): Html {
  return html`<label>${label}<select name="${name}">${options.map(([value, says]) => html`<option value="${value}">${says}</option>`)}</select></label>`
}

export function ticks(
  label: string,
  name: string,
  options: readonly (readonly [value: string, says: string, ticked?: boolean])[],
): Html {
  return html`<fieldset><legend>${label}</legend>${options.map(([value, says, ticked]) => html`<label class="tick"><input type="checkbox" name="${name}" value="${value}"${ticked && html` checked`}> ${says}</label>`)}</fieldset>`
}

/** The note by which a capital spoke, where the Secretariat enters an act for it. */
export function noteFields(): Html {
  return html`${field(words.noteNumber, 'fromNote.number', { required: true })}<label>${words.noteDate}<input type="date" name="fromNote.date" required></label>`
}

/** What can be done, out of the way until it is wanted. */
export function folded(title: string, content: Content): Html {
  return html`<details class="do"><summary>${title}</summary>${content}</details>`
}
