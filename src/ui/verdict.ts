import type { Decision } from '../rules/decision.ts'
import { type Html, html } from './html.ts'

// Also runs in the browser: it imports single files and nothing but rules.

const outcomes = { adopted: 'Adopted', 'not-adopted': 'Not adopted', 'no-quorum': 'No quorum: nothing is decided' }
const tones = { adopted: 'yes', 'not-adopted': 'no', 'no-quorum': 'wait' }

/** What follows from a question: the outcome, on whom it turned, and why. */
export function verdict({ outcome, decisive, reasons }: Decision): Html {
  const turned =
    decisive.length > 0
      ? html`<p>It turned on <b>${decisive.join(', ')}</b>.</p>`
      : html`<p>It turned on nobody alone.</p>`
  return html`<h2 class="outcome ${tones[outcome]}">${outcomes[outcome]}</h2>${turned}<ul class="plain">${reasons.map(({ text, article }) => html`<li>${text}${article ? html` <small>${article}</small>` : undefined}</li>`)}</ul>`
}

/** JSON to be read by people: a list of plain values stands in one line. No string in JSON holds a line end. */
export function asJson(value: unknown): string {
  const listed = (_: string, list: string) => `[${list.replaceAll(/\n\s+/g, ' ')}]`
  return JSON.stringify(value, null, 2).replaceAll(/\[\n\s+([^[\]{}]*?)\n\s*\]/g, listed)
}

/** Said in its place while something in the form cannot be read. */
export const noVerdict = html`<h2>No result yet</h2><p>Something in the form cannot be read; what it is stands beside the field.</p>`

/** Said by the script when the server does not answer. */
export const outOfReach = html`<h2>No result yet</h2><p>The rule has changed, and the server that reads it does not answer. Try again in a moment.</p>`
