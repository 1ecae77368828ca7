import {
  type Act,
  type Doubt,
  type Entry,
  endOfTime,
  type HoldingOnDay,
  type Involvement,
  type Knowledge,
  nameOf,
  type Participant,
  participantsOf,
  type Review,
} from '../record/index.ts'
import { earliest } from '../rules/index.ts'
import { actAddress, actList, doubts, references, sentenceOf } from './acts.ts'
import { asOfForm } from './as-of.ts'
import { periodsTable } from './belonging.ts'
import { claimsAbout } from './claims/about.ts'
import { coverageOf } from './coverage-line.ts'
import { pairAddress } from './disputes.ts'
import { figureFacts } from './figure-facts.ts'
import { type Content, type Html, html } from './html.ts'
import { whatItDid } from './involvement.ts'
import { type Page, type Place, to } from './layout.ts'
import { doubtKinds, findings, periodInWords, statusLabel, words } from './sentences.ts'
import { capitalised, counted, dateInWords, withArticle } from './words.ts'

/** A participant as the list shows it. */
export interface ParticipantRow {
  readonly participant: Participant
  readonly onTheDay: readonly HoldingOnDay[]
  /** Statuses over all time, in order. */
  readonly statuses: readonly string[]
}

export function participantsPage(rows: readonly ParticipantRow[], place: Place, moments: readonly Knowledge[]): Page {
  const { organisation } = place
  const day = dateInWords(organisation.day)
  const belonging = rows.filter((row) => row.onTheDay.length > 0)
  const others = rows.filter((row) => row.onTheDay.length === 0)
  if (rows.length === 0) return nobodyDescribed(place, moments)
  const title = `${capitalised(counted(belonging.length, { one: 'participant', many: 'participants' }))} with a status on ${day}`
  const body = html`${asOfForm(place, moments)}<section class="stack"><h1>${title}</h1>${coverageOf(['statuses', 'guests'], place)}</section>
${belonging.length > 0 ? html`<section class="tight"><h2 class="hidden">With a status</h2>${table(place, belonging, true)}</section>` : undefined}
${others.length > 0 ? html`<section class="tight"><h2>${belonging.length > 0 ? 'Others in the record' : 'In the record'}</h2><p class="note">Without a status on this day: before or after theirs, or guests, which is not a status.</p>${table(place, others, false)}</section>` : undefined}
${periodsTable(place)}`
  return { title, body, part: 'participants' }
}

function nobodyDescribed(place: Place, moments: readonly Knowledge[]): Page {
  const title = words.belongingNotKept(dateInWords(place.organisation.day))
  const body = html`${asOfForm(place, moments)}<section class="stack"><h1>${title}</h1><p class="lede">No participant is described here. What is here is as complete as its sources allow: <a href="${to(place, 'coverage')}">${words.nav.coverage}</a></p></section>`
  return { title, body, part: 'participants' }
}

function table(place: Place, rows: readonly ParticipantRow[], withStatus: boolean): Html {
  const { organisation } = place
  const onTheDayHead = html`<th scope="col">On this day</th><th scope="col">Since</th>`
  return html`<table class="cards"><thead><tr><th scope="col">Name</th>${withStatus && onTheDayHead}<th scope="col">Over time</th><th scope="col">Русский</th><th scope="col">中文</th></tr></thead><tbody>${rows.map(
    ({ participant, onTheDay, statuses }) => {
      const holding = onTheDay.at(-1)
      const now: Content = holding ? statusLabel(organisation, holding.status).one : undefined
      const unsure = onTheDay.some((h) => h.certainty === 'uncertain')
        ? html` <span class="tag wait">uncertain</span>`
        : undefined
      const over =
        statuses.length > 1 || (statuses.length === 1 && !holding)
          ? statuses.map((s) => statusLabel(organisation, s).one).join(' → ')
          : statuses.length === 0 && participant.contacts.length > 0
            ? 'guest'
            : ''
      const onTheDayCells =
        holding && html`<td>${now}${unsure}</td><td class="date" data-label="since">${dateInWords(holding.from)}</td>`
      return html`<tr><th scope="row"><a href="${to(place, `participants/${participant.id}`)}">${nameOf(organisation, participant.id)}</a></th>${onTheDayCells}<td class="line">${over}</td><td lang="ru">${participant.names?.ru}</td><td lang="zh">${participant.names?.zh}</td></tr>`
    },
  )}</tbody></table>`
}

/** Everything the record has on one participant. */
export interface ParticipantView {
  readonly onTheDay: Participant
  readonly throughout: Participant
  readonly holdings: readonly HoldingOnDay[]
  readonly reviews: ReadonlyMap<string, Review>
  /** What it did, proposed and stayed out of, up to the day. */
  readonly did: Involvement
  /** Whether its way to membership has a lane of its own. */
  readonly onTheWay: boolean
  /** Those to hold it beside: the members of the day. */
  readonly beside: readonly string[]
}

export function participantPage(view: ParticipantView, place: Place, moments: readonly Knowledge[]): Page {
  const { organisation } = place
  const { onTheDay, throughout, holdings } = view
  const did = whatItDid(throughout.id, view.did, place)
  const name = nameOf(organisation, throughout.id)
  const held = holdings.at(-1)
  const day = dateInWords(organisation.day)
  const lastEnd = onTheDay.holdings.length > 0
  const title = held
    ? `${name}: ${statusLabel(organisation, held.status).one} on ${day}`
    : `${name}: no status on ${day}`
  const capital = onTheDay.capital
  const doubtful = (throughout.description?.doubt ?? []).concat(capital?.doubt ?? [])
  const representation = onTheDay.representation.at(-1)
  const say = (entry: Entry) => whatHappened(entry.act, throughout.id) ?? sentenceOf(organisation, entry)
  const absent = held && representation?.act.kind === 'representation-changed' && !representation.act.represented
  const body = html`${asOfForm(place, moments)}
<section class="stack"><p class="crumb"><a href="${to(place, 'participants')}">Participants</a></p><h1>${held ? `${name} was ${withArticle(statusLabel(organisation, held.status).one)} on ${day}` : `${name} held no status on ${day}`}</h1>
${coverageOf(['statuses'], place)}
<p class="names"><span lang="ru">${onTheDay.names?.ru}</span> <span lang="zh">${onTheDay.names?.zh}</span></p>
${held ? undefined : html`<p class="lede">${lastEnd ? 'Its status had ended by then.' : throughout.holdings.length > 0 ? 'Its first status came later.' : 'It has come as a guest or in another contact, which is not a status.'}</p>`}
${
  holdings.some((h) => h.certainty === 'uncertain')
    ? html`<p class="aside">Uncertain on this day: the sources give the date only as ${holdings
        .filter((h) => h.certainty === 'uncertain')
        .map((h) => dateInWords(h.from))
        .join(', ')}.</p>`
    : undefined
}
${absent && representation ? html`<p class="aside">It held the status and was not represented: <a href="${actAddress(place, representation)}">${sentenceOf(organisation, representation)}</a></p>` : undefined}</section>
${did.counts}
<div class="cols"><section class="tight"><h2>Status over time</h2>${throughout.holdings.length > 0 ? throughout.holdings.map((holding) => periodOf(holding, view, place)) : html`<p class="note">None is on record.</p>`}</section>
<aside class="stack">${facts(view, place)}${figureFacts(view.did, place)}${besideOthers(view, place)}${doubtful.length > 0 ? html`<section class="tight"><h3>What is uncertain</h3>${doubts(doubtful)}</section>` : undefined}</aside></div>
${throughout.steps.length > 0 ? html`<section class="tight"><h2>Steps on the way</h2><p class="note">Each is documented with the procedure as a whole.${view.onTheWay ? html` <a href="${to(place, 'accession')}#${throughout.id}">${words.nav.accession}, with the time between the steps</a>` : undefined}</p>${actList(place, throughout.steps, { say })}</section>` : undefined}
${did.sections}
${claimsAbout(place, 'participants', throughout.id)}
${throughout.contacts.length > 0 ? html`<section class="tight"><h2>As a guest, and other contacts</h2><p class="note">An invitation to one meeting, not a status. The list is a sample: <a href="${to(place, 'coverage')}">${words.nav.coverage}</a></p>${actList(place, throughout.contacts, { say })}</section>` : undefined}`
  return { title, body, part: 'participants' }
}

/** The ways to this participant held beside each member of the day. */
function besideOthers({ throughout, beside }: ParticipantView, place: Place): Html | undefined {
  const others = beside.filter((id) => id !== throughout.id)
  if (others.length === 0) return undefined
  return html`<section class="tight"><h3>Side by side with</h3><ul class="pages">${others.map((id) => html`<li><a href="${pairAddress(place, throughout.id, id)}">${nameOf(place.organisation, id)}</a></li>`)}</ul></section>`
}

/** On the page of the only participant concerned, its name need not be said again. */
function whatHappened(act: Act, participant: string): string | undefined {
  const alone = participantsOf(act).every((id) => id === participant)
  return alone && 'what' in act ? `${capitalised(act.what)}.` : undefined
}

function periodOf(
  holding: ParticipantView['throughout']['holdings'][number],
  view: ParticipantView,
  place: Place,
): Html {
  const { organisation } = place
  const { act } = holding.grantedBy
  if (act.kind !== 'status-granted') return html``
  const { one } = statusLabel(organisation, holding.status)
  const current = view.holdings.some((h) => h.grantedBy === holding.grantedBy)
  const tone = organisation.description?.statuses.find((s) => s.status === holding.status)?.tone ?? 'past'
  const decided = act.decided
  const where = decided ? [decided.meeting, decided.place].filter(Boolean).join(', ') : ''
  const when = decided?.on && decided.on !== act.on ? `, ${dateInWords(decided.on)}` : ''
  const review = view.reviews.get(act.id)
  const inDoubt = [...new Set(act.doubt.map((doubt) => doubt.kind))] as Doubt['kind'][]
  return html`<article class="period"><h3><span><span class="swatch tone-${tone}"></span>${capitalised(one)}</span> <small>${periodInWords(holding)}</small>${current ? html`<span class="tag">on this day</span>` : undefined}${inDoubt.map((kind) => html`<span class="tag wait">${doubtKinds[kind]}</span>`)}</h3>
${decided ? html`<p>Decided by: ${where}${when}.${act.effect ? html` Took effect: ${act.effect}.` : undefined}</p>` : act.effect ? html`<p>Took effect: ${act.effect}.</p>` : undefined}
${act.note ? html`<p class="note">${act.note}</p>` : undefined}
${act.correction ? html`<p class="aside">Corrected: ${act.correction} <a href="${to(place, 'changes', { known: undefined })}">What changed in the record</a></p>` : undefined}
${doubts(act.doubt)}
${review ? html`<details><summary><small>Under the rules of its day: ${findings[review.finding]}</small></summary><ul class="refs">${review.checks.map((check) => check.reasons.map((reason) => html`<li><span class="tag">${findings[check.outcome]}</span> ${reason.text}${reason.article ? html` <cite>${reason.article}</cite>` : undefined}</li>`))}</ul></details>` : undefined}
${references(place, act.sources)}<p class="note"><a href="${actAddress(place, holding.grantedBy)}">The act in the register</a></p></article>`
}

function facts({ onTheDay, throughout }: ParticipantView, place: Place): Html {
  const { capital } = onTheDay
  const known = new Set(place.organisation.participants().map((p) => p.id))
  const neighbours = (capital?.neighbours ?? []).filter((id) => known.has(id))
  const first = nameOf(
    place.organisation.onDay(throughout.holdings[0] ? earliest(throughout.holdings[0].from) : place.organisation.day),
    throughout.id,
  )
  const last = nameOf(place.organisation.onDay(endOfTime), throughout.id)
  return html`<dl class="facts"><dt>Kind</dt><dd>${throughout.description?.type === 'organisation' ? 'international organisation' : 'State'}</dd>
${first !== last ? html`<dt>Names</dt><dd>${first}, later ${last}</dd>` : undefined}
${capital ? html`<dt>Capital</dt><dd>${capital.capital}</dd><dt>Land neighbours</dt><dd>${neighbours.length > 0 ? neighbours.map((id, i) => html`${i > 0 ? ', ' : undefined}<a href="${to(place, `participants/${id}`)}">${nameOf(place.organisation, id)}</a>`) : 'none'} <small>(of those in the record; routes in practice, not a view on any border)</small></dd>` : undefined}
<dt>Code</dt><dd>${throughout.id}</dd></dl>`
}
