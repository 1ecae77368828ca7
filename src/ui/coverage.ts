import { kindOfFact } from '../analysis/index.ts'
import type { CoverageView } from '../record/index.ts'
import { wayToQuestion } from './essays/about.ts'
import { type Html, html } from './html.ts'
import { type Page, type Place, to } from './layout.ts'
import { coverageWord, doubtKinds, evidences, words } from './sentences.ts'
import { capitalised, dateInWords } from './words.ts'

const degrees = ['complete', 'nearly-complete', 'landmarks-only', 'sample', 'none'] as const

/** How complete the record is, and how sure of what it has. */
export function coveragePage(view: CoverageView, place: Place): Page {
  const description = place.organisation.description
  const title = words.nav.coverage
  const nameOf = (of: string) => kindOfFact(place.organisation, of)
  const cell = (year: number, of: string) => {
    const row = view.rows.find((r) => r.year === year && r.of === of)
    if (!row) return html`<td></td>`
    const label = `${nameOf(of)}, ${year}: ${coverageWord(row.coverage)}. ${row.basis}`
    return html`<td><span class="cell ${row.coverage}" title="${label}" role="img" aria-label="${label}"></span></td>`
  }
  const body = html`<section class="stack"><h1>${title}</h1>
<p class="lede">${description ? `The record covers ${dateInWords(description.begins)} to ${dateInWords(description.coveredTo)}. ` : ''}“None” means that nothing is on record, not that nothing happened. ${wayToQuestion('completeness', place)}</p></section>
<section class="tight"><h2>By year and kind of fact</h2>${
    view.rows.length === 0
      ? html`<p class="note">Nothing is said of how complete this record is.</p>`
      : html`<div class="wide-only"><div class="scroll" tabindex="0" role="region" aria-label="Coverage by year and kind"><table class="grid-coverage"><thead><tr><td></td>${view.years.map((year) => html`<th scope="col"><span class="${year % 5 === 0 || year === view.years[0] ? 'year' : 'hidden'}">${year}</span></th>`)}</tr></thead><tbody>${view.kinds.map((of) => html`<tr><th scope="row">${nameOf(of)}</th>${view.years.map((year) => cell(year, of))}</tr>`)}</tbody></table></div>
<ul class="legend">${degrees.map((coverage) => html`<li><span class="cell ${coverage}"></span> ${coverageWord(coverage)}</li>`)}</ul></div>
<dl class="facts narrow-only">${view.kinds.map((of) => html`<dt>${nameOf(of)}</dt><dd>${runs(view, of).join('; ')}</dd>`)}</dl>
<details><summary><small>On what this rests</small></summary>${view.kinds.map((of) => html`<p class="note"><strong>${nameOf(of)}</strong>: ${[...new Set(view.rows.filter((r) => r.of === of).map((r) => r.basis))].join(' ')}</p>`)}</details>`
  }</section>
<div class="cols"><section class="tight"><h2>${view.acts.withDoubt} of ${view.acts.all} acts carry a doubt</h2><dl class="facts">${(['unverified', 'inferred', 'conflict'] as const).map((kind) => html`<dt>${doubtKinds[kind]}</dt><dd>${view.doubts[kind]}</dd>`)}</dl><p class="note">Of the periods of status ${view.holdings.withDoubt} of ${view.holdings.all} do. A doubt is shown wherever its fact is. Inferred facts are never used as evidence. <a href="${to(place, 'participants')}">Participants, with each doubt</a></p></section>
<section class="tight"><h2>How the sources were read</h2><dl class="facts">${view.evidence.map(({ evidence, count }) => html`<dt>${evidences[evidence] ?? evidence}</dt><dd>${count}</dd>`)}</dl></section></div>
${accounts(view)}`
  return { title, body, part: 'coverage' }
}

/** What the research behind the edition held, and what of it is here. */
function accounts({ accounts: all }: CoverageView): Html | undefined {
  if (all.length === 0) return undefined
  const outcome = { carried: 'carried', derived: 'derived', 'left-out': 'left out' }
  return html`<section class="tight"><h2>What the research held, and what of it is here</h2><p class="note">Every field of every subject: carried over as facts of the record, derived where it is shown, or left out, with the reason.</p>
${all.map(
  ({ subject, records, fields, carried, derived, leftOut }) =>
    html`<details><summary>${capitalised(subject)} <small>${records} ${records === 1 ? 'record' : 'records'}; of ${fields.length} ${fields.length === 1 ? 'field' : 'fields'} ${carried} carried, ${derived} derived, ${leftOut} left out</small></summary><div class="scroll" tabindex="0" role="region" aria-label="Fields: ${subject}"><table><thead><tr><th scope="col">Field</th><th scope="col" class="number">Times</th><th scope="col">What became of it</th></tr></thead><tbody>${fields.map((field) => html`<tr><th scope="row"><code>${field.field}</code></th><td class="number">${field.times}</td><td>${field.outcome === 'left-out' ? html`<span class="tag wait">${outcome[field.outcome]}</span>` : capitalised(outcome[field.outcome])}: ${field.says}</td></tr>`)}</tbody></table></div></details>`,
)}</section>`
}

/** Years of one degree after another as one: "1996 to 2025 complete". What a narrow screen reads instead of the grid. */
function runs(view: CoverageView, of: string): string[] {
  const found: { first: number; last: number; coverage: CoverageView['rows'][number]['coverage'] }[] = []
  for (const year of view.years) {
    const coverage = view.rows.find((row) => row.of === of && row.year === year)?.coverage
    const before = found.at(-1)
    if (!coverage) continue
    if (before?.coverage === coverage && before.last === year - 1) before.last = year
    else found.push({ first: year, last: year, coverage })
  }
  return found.map(
    ({ first, last, coverage }) => `${first === last ? first : `${first} to ${last}`} ${coverageWord(coverage)}`,
  )
}
