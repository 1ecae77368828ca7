import { type ByClause, type Instrument, nameOf, type Organisation, standingOf } from '../record/index.ts'
import { isRefusal } from '../rules/index.ts'
import { doubts, references } from './acts.ts'
import { coverageLine } from './coverage-line.ts'
import { type ListView, takeAway, yearOf } from './decisions.ts'
import { type Html, html } from './html.ts'
import { type Page, type Place, to } from './layout.ts'
import { narrowingForm, pager, withQuery } from './narrowing.ts'
import { keyTextsOf } from './paragraphs.ts'
import { whatRefersTo } from './referring.ts'
import { onItsDay } from './sentences.ts'
import { capitalised, counted, dateInWords, numberInWords } from './words.ts'
import { yearBars } from './years.ts'

export function instrumentsPage(view: ListView<Instrument>, place: Place): Page {
  const title = `${capitalised(counted(view.total, { one: 'instrument', many: 'instruments' }))} signed${yearOf(view)}`
  const inForce = view.items.filter((item) => standingOf(item, place.organisation) === 'in-force').length
  const body = html`<section class="stack"><h1>${title}</h1>${coverageLine(view.complete, place)}<p class="lede">Of those listed below, a date of entry into force is on record for ${inForce}. Where no source gives one it is not known here, which does not mean that they are not in force.</p></section>
${narrowingForm(place, view.choices)}
<section class="tight"><h2>By year of signature, with how complete the record is</h2>${yearBars(view.years, 'Instruments by year of signature, with coverage', (year) => withQuery(place, { ...view.query, year: String(year), page: undefined }))}</section>
<section class="tight"><h2>The list</h2>${view.items.length > 0 ? instrumentTable(place, view.items) : html`<p class="note">Nothing on record answers to all of these. Choose “any” for one of them.</p>`}${pager(place, view.query, view.page, view.pages)}${takeAway(place, view.query)}</section>`
  return { title, body, part: 'instruments' }
}

export function instrumentTable(place: Place, instruments: readonly Instrument[]): Html {
  return html`<table class="cards"><thead><tr><th scope="col">Signed</th><th scope="col">Title</th><th scope="col">Kind</th><th scope="col">In force</th><th scope="col" class="number">Signatories</th></tr></thead><tbody>${instruments.map((entry) => html`<tr><td class="date">${dateInWords(entry.act.on)}</td><th scope="row"><a href="${to(place, `instruments/${entry.act.instrument}`)}">${entry.act.title}</a></th><td>${entry.act.type.replaceAll('-', ' ')}</td><td>${standing(entry, place.organisation)}</td><td class="number" data-label="signatories">${entry.act.signatories.length}</td></tr>`)}</tbody></table>`
}

function standing(entry: Instrument, organisation: Organisation): Html {
  const { inForceOn } = entry.act
  switch (standingOf(entry, organisation)) {
    case 'in-force':
      return html`<span class="tag yes">since ${inForceOn && dateInWords(inForceOn)}</span>`
    case 'not-yet':
      return html`<span class="tag">from ${inForceOn && dateInWords(inForceOn)}</span>`
    case 'not-known':
      return html`<span class="tag wait">not known</span>`
  }
}

export function instrumentPage(
  entry: Instrument,
  beside: { previous: Instrument | undefined; next: Instrument | undefined },
  clauses: readonly ByClause[],
  place: Place,
): Page {
  const { act } = entry
  const day = onItsDay(place.organisation, entry)
  const parties = new Map((act.parties ?? []).map((party) => [party.participant, party]))
  const everyone = [...new Set([...act.signatories, ...parties.keys()])]
  const link = (other: Instrument | undefined) =>
    other
      ? html`<a href="${to(place, `instruments/${other.act.instrument}`)}">${other.act.title}</a> <small>${dateInWords(other.act.on)}</small>`
      : 'nothing on record'
  const body = html`<section class="stack"><p class="crumb"><a href="${to(place, 'instruments')}">Instruments</a></p><h1>${act.title}</h1>
<p class="lede">Signed on ${dateInWords(act.on)}${act.place ? html` in ${act.place}` : undefined}. ${act.inForceOn ? html`A source dates its entry into force to ${dateInWords(act.inForceOn)}.` : 'Whether and when it entered into force cannot be judged: deposits are not published.'}</p></section>
<div class="cols"><section class="stack"><section class="tight"><h2>${capitalised(counted(act.signatories.length, { one: 'signatory', many: 'signatories' }))}${everyone.length > act.signatories.length ? `, ${numberInWords(everyone.length - act.signatories.length)} besides` : ''}</h2>
<table class="cards"><thead><tr><th scope="col">Participant</th><th scope="col">Signed</th><th scope="col">Deposited</th><th scope="col">In force for it</th><th scope="col">Note</th></tr></thead><tbody>${everyone.map(
    (id) => {
      const party = parties.get(id)
      const signed = party?.signedOn ?? (act.signatories.includes(id) ? act.on : undefined)
      return html`<tr><th scope="row"><a href="${to(place, `participants/${id}`)}">${nameOf(day, id)}</a></th><td data-label="signed">${signed ? dateInWords(signed) : 'no'}</td><td data-label="deposited">${party?.depositedOn ? dateInWords(party.depositedOn) : 'not published'}</td><td data-label="in force">${party?.inForceOn ? dateInWords(party.inForceOn) : 'not known'}</td><td>${party?.note ? capitalised(party.note) : undefined}</td></tr>`
    },
  )}</tbody></table></section>
${act.clause ? html`<section class="tight"><h2>How it enters into force</h2><p>${act.clause.says}.${act.clause.verified ? undefined : html` <span class="tag wait">unverified</span>`}</p></section>` : undefined}
${clauses.map((one) => byClause(one, place))}
${act.terms ? html`<section class="tight"><h2>What it provides, in part</h2><ul>${act.terms.map((term) => html`<li>${capitalised(term)}</li>`)}</ul></section>` : undefined}
${act.amendments ? html`<section class="tight"><h2>Amended</h2><ul>${act.amendments.map((amendment) => html`<li>${amendment}</li>`)}</ul></section>` : undefined}
${whatRefersTo(place, 'instrument', act.instrument, ['text-described'])}
<section class="tight"><h2>Before and after</h2><dl class="facts"><dt>Previous</dt><dd>${link(beside.previous)}</dd><dt>Next</dt><dd>${link(beside.next)}</dd></dl></section></section>
<aside class="stack"><dl class="facts"><dt>Kind</dt><dd>${act.type.replaceAll('-', ' ')}</dd><dt>In force</dt><dd>${standing(entry, place.organisation)}</dd>${keyTextsOf(place, 'instrument', act.instrument)}<dt>Depositary</dt><dd>${act.depositary ?? 'not known'}</dd>${act.accession ? html`<dt>Accession</dt><dd>${act.accession}</dd>` : undefined}</dl>${act.note ? html`<p class="note">${act.note}</p>` : undefined}
<section class="tight"><h3>Where it is documented</h3>${references(place, act.sources)}</section>${act.doubt.length > 0 ? html`<section class="tight"><h3>What is uncertain</h3>${doubts(act.doubt)}</section>` : undefined}<p class="note"><a href="${to(place, `register/${entry.id}`)}">The act in the register</a></p></aside></div>`
  return { title: act.title, body, part: 'instruments' }
}

/** What the clause gives from the deposits on record: a day, or what is missing. */
function byClause({ rule, article, clause, answer }: ByClause, place: Place): Html {
  const link = html`<a href="${to(place, `rules/${rule}`)}">${article}</a>`
  const data = html`<details><summary><small>The clause as data</small></summary><pre>${JSON.stringify(clause, null, 2)}</pre></details>`
  if (isRefusal(answer)) {
    return html`<section class="tight"><h2>Its clause cannot be computed</h2><p>${answer.message} <cite>${link}</cite></p>${data}</section>`
  }
  const heading = answer.inForceOn
    ? `By its clause, in force on ${dateInWords(answer.inForceOn)}`
    : 'By its clause it cannot be judged: deposits are not published'
  return html`<section class="tight"><h2>${heading}</h2><p class="note">Computed from the signatures and deposits on record; what a source states is no deposit. <cite>${link}</cite></p><ul class="refs">${answer.reasons.map(({ text }) => html`<li>${text}</li>`)}${answer.missing.map(({ text }) => html`<li>Missing: ${text}</li>`)}</ul>${data}</section>`
}
