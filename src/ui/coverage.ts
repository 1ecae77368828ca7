import type { CoverageView } from '../record/index.ts'
import { html } from './html.ts'
import { type Page, type Place, to } from './layout.ts'
import { coverageKind, coverageWord, doubtKinds, evidences, words } from './sentences.ts'
import { dateInWords } from './words.ts'

const degrees = ['complete', 'nearly-complete', 'landmarks-only', 'sample', 'none'] as const

/** How complete the record is, and how sure of what it has. */
export function coveragePage(view: CoverageView, place: Place): Page {
  const description = place.organisation.description
  const title = words.nav.coverage
  const cell = (year: number, of: string) => {
    const row = view.rows.find((r) => r.year === year && r.of === of)
    if (!row) return html`<td></td>`
    const label = `${coverageKind(of)}, ${year}: ${coverageWord(row.coverage)}. ${row.basis}`
    return html`<td><span class="cell ${row.coverage}" title="${label}" role="img" aria-label="${label}"></span></td>`
  }
  const body = html`<section class="stack"><h1>${title}</h1>
<p class="lede">${description ? `The record covers ${dateInWords(description.begins)} to ${dateInWords(description.coveredTo)}. ` : ''}“None” means that nothing is on record, not that nothing happened.</p></section>
<section class="tight"><h2>By year and kind of fact</h2>${
    view.rows.length === 0
      ? html`<p class="note">Nothing is said of how complete this record is.</p>`
      : html`<div class="wide-only"><div class="scroll" tabindex="0" role="region" aria-label="Coverage by year and kind"><table class="grid-coverage"><thead><tr><td></td>${view.years.map((year) => html`<th scope="col"><span class="${year % 5 === 0 || year === view.years[0] ? 'year' : 'hidden'}">${year}</span></th>`)}</tr></thead><tbody>${view.kinds.map((of) => html`<tr><th scope="row">${coverageKind(of)}</th>${view.years.map((year) => cell(year, of))}</tr>`)}</tbody></table></div>
<ul class="legend">${degrees.map((coverage) => html`<li><span class="cell ${coverage}"></span> ${coverageWord(coverage)}</li>`)}</ul></div>
<dl class="facts narrow-only">${view.kinds.map((of) => html`<dt>${coverageKind(of)}</dt><dd>${runs(view, of).join('; ')}</dd>`)}</dl>
<details><summary><small>On what this rests</small></summary>${view.kinds.map((of) => html`<p class="note"><strong>${coverageKind(of)}</strong>: ${[...new Set(view.rows.filter((r) => r.of === of).map((r) => r.basis))].join(' ')}</p>`)}</details>`
  }</section>
<div class="cols"><section class="tight"><h2>${view.holdings.withDoubt} of ${view.holdings.all} periods of status carry a doubt</h2><dl class="facts">${(['unverified', 'inferred', 'conflict'] as const).map((kind) => html`<dt>${doubtKinds[kind]}</dt><dd>${view.doubts[kind]}</dd>`)}</dl><p class="note">A doubt is shown wherever its fact is. Inferred facts are never used as evidence. <a href="${to(place, 'participants')}">Participants, with each doubt</a></p></section>
<section class="tight"><h2>How the sources were read</h2><dl class="facts">${view.evidence.map(({ evidence, count }) => html`<dt>${evidences[evidence] ?? evidence}</dt><dd>${count}</dd>`)}</dl></section></div>
<section class="tight"><h2>Not in this edition yet</h2><p>${words.notKept}</p></section>`
  return { title, body, part: 'coverage' }
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
