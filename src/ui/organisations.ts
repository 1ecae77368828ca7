import { type ActOf, notAPosition } from '../record/index.ts'
import { type Html, html } from './html.ts'
import type { Page } from './layout.ts'
import { type Doors, madeFrom, runItSection } from './run-it.ts'
import { capitalised, numberInWords } from './words.ts'

interface Kept {
  readonly id: string
  readonly description: ActOf<'organisation-described'> | undefined
  readonly acts: number
}

/** The organisations kept in this house; exercises stand apart, since what is done in them nobody did. */
export function organisationsPage(kept: readonly Kept[], doors: Doors): Page {
  const all = kept.filter(({ description }) => description?.edition !== 'exercise')
  const exercises = kept.filter(({ description }) => description?.edition === 'exercise')
  const body = html`<section class="stack"><h1>${all.length === 1 ? 'One organisation is' : `${capitalised(numberInWords(all.length))} organisations are`} kept here</h1></section>
<section class="doors">${all.map(door)}</section>
${exercises.length > 0 ? html`<section class="tight" id="exercises"><h2>Exercises</h2><p>${notAPosition}. Each begins from a record as of a day; all that comes after was played.</p><div class="doors">${exercises.map(exercise)}</div></section>` : undefined}
${runItSection(doors)}
<section class="tight"><h2>Another organisation</h2><p>Its rules are data: <a href="/write-your-own">write a rule of your own</a>, say who takes part and where each stands, and see what follows. A whole organisation is a folder of four short files; <code>docs/write-a-constitution.md</code>, in the source of this program, says how one is written down in under an hour.</p></section>
${kept.length === 0 ? html`<p>None has been loaded. Run <code>npx chancery import FOLDER</code>.</p>` : undefined}`
  return { title: 'Organisations kept here', body }
}

function door({ id, description, acts }: Kept): Html {
  return html`<a class="door" href="/${id}/"><h2>${description?.names.en ?? id}</h2><p>${description?.introduction[0]}</p><p>${acts} acts in the register${description?.edition === 'made-up' ? '; a made-up organisation' : undefined}${description?.edition === 'independent' ? '; an independent, unofficial edition' : undefined}.</p><span class="go">Enter</span></a>`
}

function exercise({ id, description, acts }: Kept): Html {
  return html`<a class="door" href="/${id}/"><h3>Exercise “${id}”: ${description?.names.en ?? id}</h3><p>${madeFrom(description)} ${acts} acts in the register.</p><span class="go">Enter the exercise</span></a>`
}
