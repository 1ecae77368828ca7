import { type Decision, nameOf } from '../record/index.ts'
import { stanceGroups, stanceItem } from './decisions.ts'
import { deliveryPages, emptyNote, filesOf } from './delivery.ts'
import { weighedAt } from './essays/about.ts'
import { type Content, type Html, html } from './html.ts'
import { type Page, type Place, to } from './layout.ts'
import { bodyName, onItsDay, stanceWords } from './sentences.ts'
import { capitalised, counted, dateInWords, numberInWords } from './words.ts'

/** What was put forward and not adopted, with the stances that sources attribute. */
export function notAdoptedPage(decisions: readonly Decision[], place: Place): Page {
  const held = decisions.filter(({ act }) => (act.stances ?? []).length > 0)
  const title =
    decisions.length === 0
      ? 'Nothing is on record as not adopted'
      : `${capitalised(counted(decisions.length, { one: 'text or request was', many: 'texts and requests were' }))} not adopted`
  const without = decisions.length - held.length
  const body = html`<section class="stack"><h1>${title}</h1>${
    decisions.length === 0
      ? html`<p class="lede">No source on record tells of anything that was put forward by ${dateInWords(place.organisation.day)} and not adopted. That is not: nothing failed.</p>${emptyNote(place)}`
      : html`<p class="lede">For ${numberInWords(held.length)} of them a source says what a participant held; ${without > 0 ? `for ${numberInWords(without)} who held it back, or whether anyone did, is not on record.` : 'for none is that missing.'} What failed without a report is not here.</p>`
  }${weighedAt(place, [
    { question: 'would-pass', says: 'What would pass, topic by topic?' },
    { question: 'became', says: 'What became of what was once put forward?' },
  ])}${deliveryPages(place, '/not-adopted')}</section>
${held.length > 0 ? html`<section class="tight"><h2>Who is named with a stance</h2>${whoHeld(held, place)}</section>` : undefined}
${decisions.length > 0 ? html`<section class="stack"><h2>Each of them, the latest first</h2>${decisions.map((decision) => card(decision, place))}<p class="note">A stance is the source’s account of it, not a finding of this record; that one stands beside a text does not say that it was the reason. See also the <a href="${to(place, 'programmes')}">programmes</a>, some of which were not agreed or not taken up.</p>${filesOf(place)}</section>` : undefined}`
  return { title, body, part: 'delivery' }
}

/** Each participant named, with the texts on which a source gives its stance. Nobody is ranked: the order is that of the names. */
function whoHeld(held: readonly Decision[], place: Place): Html {
  const all = held.flatMap(({ act }) => (act.stances ?? []).map((stance) => ({ act, ...stance })))
  const rows = [...Map.groupBy(all, ({ participant }) => participant)]
    .map(([participant, list]) => ({ participant, name: nameOf(place.organisation, participant), list }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
  return html`<table class="cards"><thead><tr><th scope="col">Participant</th><th scope="col">Stance, as attributed</th></tr></thead><tbody>${rows.map(({ participant, name, list }) => html`<tr><th scope="row"><a href="${to(place, `participants/${participant}`)}">${name}</a></th><td><ul class="plain">${list.map(({ act, stance }) => html`<li>${stanceWords[stance]}: <a href="#${act.decision}">${act.title}</a> <small>${act.on.slice(0, 4)}</small></li>`)}</ul></td></tr>`)}</tbody></table>`
}

function card(decision: Decision, place: Place): Html {
  const { act } = decision
  const { organisation } = place
  const day = onItsDay(organisation, decision)
  const people = (ids: readonly string[]): Content =>
    ids.map((id, i) => html`${i > 0 && ', '}<a href="${to(place, `participants/${id}`)}">${nameOf(day, id)}</a>`)
  const by = act.proposedBy ?? []
  return html`<article class="period" id="${act.decision}"><h3><a href="${to(place, `decisions/${act.decision}`)}">${act.title}</a> <small>${dateInWords(act.on)}, ${bodyName(organisation, act.body)}</small></h3>
<p>${by.length > 0 ? html`Proposed by ${people(by)}.` : 'Who proposed it is not on record.'}</p>
${(act.stances ?? []).length > 0 ? html`<ul class="list">${stanceGroups(act).map((alike) => stanceItem(alike, place, people))}</ul>` : html`<p class="note">Who held it back, or whether anyone did, is not on record.</p>`}${act.note && html`<p class="note">${act.note}</p>`}</article>`
}
