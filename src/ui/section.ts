import { type Content, type Html, html } from './html.ts'

/** A section of a participant's page with its count. */
export interface Section {
  readonly id: string
  readonly count: number
  /** Under the figure at the top of the page. */
  readonly says: { readonly one: string; readonly many: string }
  readonly section: Html | undefined
}

export function section(at: string, heading: string, note: Content, body: Content): Html {
  return html`<section class="tight" id="${at}"><h2>${heading}</h2>${note ? html`<p class="note">${note}</p>` : undefined}${body}</section>`
}
