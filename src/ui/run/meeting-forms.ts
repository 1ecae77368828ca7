import type { Refusal } from '../../rules/index.ts'
import { type Content, type Html, html } from '../html.ts'
import type { Place } from '../layout.ts'
import { to } from '../layout.ts'
import { withTimes } from '../refusal.ts'
import { datesInWords } from '../words.ts'

/** A form that enters one act and comes back to the meeting; fields with nothing in them are left out. */
export function actForm(
  place: Place,
  act: { readonly kind: string } & Readonly<Record<string, string | number | undefined>>,
  content: Content,
  layout = 'row-form',
): Html {
  return html`<form method="post" action="${to(place, 'run/acts')}" class="${layout}">${hidden({ ...act, back: place.path })}${content}</form>`
}

/** A form for what is made of more than its fields: `open`, `decide`, `publish`. */
export function meetingForm(place: Place, what: string, fields: Fields, content: Content, layout = 'row-form'): Html {
  return html`<form method="post" action="${to(place, `run/meetings/${what}`)}" class="${layout}">${hidden(fields)}${content}</form>`
}

type Fields = Readonly<Record<string, string | number | undefined>>

function hidden(fields: Fields): Html[] {
  return Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : html`<input type="hidden" name="${name}" value="${value}">`,
  )
}

/** Why something is as it is: each reason with its article. */
export function because(reasons: readonly { readonly text: string; readonly article?: string | undefined }[]): Html {
  return html`<ul class="refs">${reasons.map(({ text, article }) => html`<li>${datesInWords(text)}${article ? html` <b>${article}</b>` : undefined}</li>`)}</ul>`
}

/** A refusal shown beforehand, where its button would stand. */
export function whyNot(refused: Refusal, place: Place): Html {
  const refusal = withTimes(refused, place)
  return html`<p class="note">${refusal.message}${refusal.article ? ` (${refusal.article})` : ''} ${refusal.remedy}</p>`
}
