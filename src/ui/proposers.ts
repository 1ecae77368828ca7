import { nameOf, type Proposer, type proposers } from '../record/index.ts'
import { coverageOf } from './coverage-line.ts'
import { deliveryPages, emptyNote, filesOf, listAt, outcomeNames } from './delivery.ts'
import { wayToQuestion } from './essays/about.ts'
import { type Html, html } from './html.ts'
import { type Page, type Place, to } from './layout.ts'
import { outcomes, stageWords } from './sentences.ts'
import { capitalised, dateInWords } from './words.ts'

type View = ReturnType<typeof proposers>

/** Who is on record as proposing, and what came of it. */
export function proposersPage(view: View, place: Place): Page {
  const { decisions, programmes } = view
  const known = decisions.all - decisions.unknown
  const title =
    view.rows.length === 0
      ? 'Nobody is on record as proposing anything'
      : `A proposer is on record for ${known} of ${decisions.all} decisions and proposals`
  const body = html`<section class="stack"><h1>${title}</h1>${coverageOf(['who-proposed'], place)}${
    view.rows.length === 0
      ? html`<p class="lede">No source on record names who put anything forward by ${dateInWords(place.organisation.day)}.</p>${emptyNote(place)}`
      : html`<p class="lede">For the other <a href="${listAt(place, 'decisions', { proposer: 'not-known' })}">${decisions.unknown}</a> no source on record names who proposed them. So a short row says that little is known, not that little was proposed.</p>`
  }${deliveryPages(place, '/proposers')}</section>
${
  view.rows.length > 0
    ? html`<section class="tight"><h2>By participant</h2>${table(view, place)}<p class="note">A square stands for each decision or proposal: full where it was adopted, crossed where it was not, open where it is a proposal still. What several propose together counts for each of them. A proposal and the programme it became may be one matter told twice, so the two are not added up. ${wayToQuestion('leadership', place)}</p></section>
<section class="tight"><h2>Programmes without a participant as proposer</h2><p>Of ${programmes.all} programmes on record, ${programmes.unknown > 0 ? html`<a href="${listAt(place, 'programmes', { proposer: 'not-known' })}">${programmes.unknown}</a>` : 0} have no known proposer, and ${programmes.fromOutside > 0 ? html`<a href="${listAt(place, 'programmes', { proposer: 'from-outside' })}">${programmes.fromOutside}</a>` : 0} were proposed by somebody outside.</p></section>`
    : undefined
}
${filesOf(place)}`
  return { title, body, part: 'delivery' }
}

function table(view: View, place: Place): Html {
  return html`<table class="cards"><thead><tr><th scope="col">Participant</th><th scope="col" class="number">Decisions and proposals</th>${outcomeNames.map((outcome) => html`<th scope="col" class="number">${capitalised(outcomes[outcome])}</th>`)}<th scope="col" class="number">Programmes</th><th scope="col">Where they stand</th></tr></thead><tbody>${view.rows.map((row) => line(row, place))}</tbody></table>`
}

function line({ participant, decisions, programmes }: Proposer, place: Place): Html {
  const number = (count: number, href: string, label: string) =>
    html`<td class="number" data-label="${label}">${count > 0 ? html`<a href="${href}">${count}</a>` : 0}</td>`
  const query = { proposer: participant }
  const stages = [...Map.groupBy(programmes, ({ act }) => act.stage)]
  return html`<tr><th scope="row"><a href="${to(place, `participants/${participant}`)}">${nameOf(place.organisation, participant)}</a>${squares(decisions)}</th>${number(decisions.all, listAt(place, 'decisions', query), 'in all')}${outcomeNames.map((outcome) => number(decisions[outcome], listAt(place, 'decisions', { ...query, outcome }), outcomes[outcome]))}${number(programmes.length, listAt(place, 'programmes', query), 'programmes')}<td>${stages.map(([stage, list], index) => html`${index > 0 && ', '}<a href="${listAt(place, 'programmes', { ...query, outcome: stage })}">${list.length} ${stageWords[stage]}</a>`)}</td></tr>`
}

/** One square for each: full where adopted, crossed where not, open where it is a proposal still. The numbers beside say the same. */
function squares(counts: Proposer['decisions']): Html | undefined {
  if (counts.all === 0) return undefined
  const all = outcomeNames.flatMap((outcome) => Array.from({ length: counts[outcome] }, () => outcome))
  return html`<svg class="squares" width="${all.length * 11}" height="10" viewBox="0 0 ${all.length * 11} 10" aria-hidden="true">${all.map(
    (outcome, index) => {
      const x = index * 11
      const shape = html`<rect x="${x + 0.5}" y="0.5" width="8" height="8" class="${outcome === 'adopted' ? 'tone-member' : 'hollow'}"/>`
      return outcome === 'not-adopted' ? html`${shape}<path d="M${x + 0.5} 0.5l8 8m0-8l-8 8" class="cross"/>` : shape
    },
  )}</svg>`
}
