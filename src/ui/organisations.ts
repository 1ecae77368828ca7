import type { ActOf } from '../record/index.ts'
import { html } from './html.ts'
import type { Page } from './layout.ts'
import { capitalised, numberInWords } from './words.ts'

interface Kept {
  readonly id: string
  readonly description: ActOf<'organisation-described'> | undefined
  readonly acts: number
}

/** The organisations kept in this house. */
export function organisationsPage(all: readonly Kept[]): Page {
  const body = html`<section class="stack"><h1>${all.length === 1 ? 'One organisation is' : `${capitalised(numberInWords(all.length))} organisations are`} kept here</h1></section>
<section class="doors">${all.map(({ id, description, acts }) => html`<a class="door" href="/${id}/"><h2>${description?.names.en ?? id}</h2><p>${description?.introduction[0]}</p><p>${acts} acts in the register${description?.edition === 'made-up' ? '; a made-up organisation' : undefined}${description?.edition === 'independent' ? '; an independent, unofficial edition' : undefined}.</p><span class="go">Enter</span></a>`)}</section>
<section class="tight"><h2>Another organisation</h2><p>Its rules are data: <a href="/write-your-own">write a rule of your own</a>, say who takes part and where each stands, and see what follows. A whole organisation is a folder of four short files; <code>docs/write-a-constitution.md</code>, in the source of this program, says how one is written down in under an hour.</p></section>
${all.length === 0 ? html`<p>None has been loaded. Run <code>npx chancery import FOLDER</code>.</p>` : undefined}`
  return { title: 'Organisations kept here', body }
}
