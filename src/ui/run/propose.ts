import {
  type Beginning,
  belonging,
  byName,
  type Circle,
  type Seat,
  typesNamed,
  waysToPropose,
} from '../../record/index.ts'
import { isRefusal, type Reason, type Refusal } from '../../rules/index.ts'
import { type Html, html } from '../html.ts'
import { type Page, type Place, to } from '../layout.ts'
import { withTimes } from '../refusal.ts'
import { seatName } from '../seat-words.ts'
import { bodyName } from '../sentences.ts'
import { capitalised, listed } from '../words.ts'
import { audienceWords } from './proposal-facts.ts'
import { proposeWords as words } from './propose-words.ts'
import { refusalBox } from './step-pages.ts'
import { textFields } from './steps.ts'
import { choice, field, hidden, type Typed, ticks } from './typed.ts'

export interface ProposeView {
  readonly circle: Circle
  readonly seat: Seat
  readonly typed: Typed
  /** What the rules say of the fields chosen. */
  readonly beginning: Beginning | undefined
  readonly refusal?: Refusal | undefined
  /** The id that the act will have, so that a form sent twice is entered once. */
  readonly act: string
}

/** The page on which something is proposed; what the rules say stands beside the fields before anything opens. */
export function proposePage(view: ProposeView, place: Place): Page {
  const { seat, refusal, typed } = view
  const isPublic = seat.kind === 'public'
  const form = isPublic
    ? html`<p>${words.public}</p><p><a class="button" href="${to(place, 'seat')}">${words.takeASeat}</a></p>${whereForm(view, place)}`
    : proposalForm(view, place)
  const above =
    refusal ?? (typed.faults.size > 0 ? { refused: 'unreadable-act', message: words.refusedAbove } : undefined)
  const body = html`<section class="stack"><h1>${words.title}</h1><p class="lede">${words.lede}</p>${refusalBox(above && withTimes(above, place))}</section>
<div class="cols proposing"><div class="stack">${form}</div><div class="follows">${panel(view, place)}</div></div>`
  return { title: words.title, body, part: 'run/propose' }
}

function whereForm(view: ProposeView, place: Place): Html {
  return html`<form method="get" action="${to(place, 'run/propose')}" class="own stack">${whereFields(view, place)}<p><button class="button plain-button">${words.see}</button></p></form>`
}

function proposalForm(view: ProposeView, place: Place): Html {
  const { typed, act } = view
  const address = to(place, 'run/propose')
  return html`<form method="post" action="${address}" class="own stack">${hidden('act', act)}${whereFields(view, place)}<p><button class="button plain-button" name="see" value="rules" formnovalidate>${words.see}</button></p>
${textFields(typed)}${field(typed, { name: 'basis', label: words.basis, hint: words.basisHint })}${whoFields(view)}
<p class="note">${words.once}</p><p><button class="button">${words.propose}</button></p></form>`
}

function whereFields({ circle, typed }: ProposeView, place: Place): Html {
  const called = (id: string) => bodyName(place.organisation, id)
  const ways = waysToPropose(circle).map(({ body, level }) => ({
    value: `${level}>${body}`,
    says: words.way(called(body), called(level)),
  }))
  const types = [...new Set([...typesNamed(circle), 'decision', 'declaration', 'programme', 'statement'])]
  return html`${choice(typed, { name: 'way', label: words.where }, ways)}${field(typed, { name: 'type', label: words.type, hint: words.typeHint, list: 'types', required: true })}<datalist id="types">${types.map((type) => html`<option value="${type.replaceAll('-', ' ')}"></option>`)}</datalist>`
}

function whoFields({ circle, seat, typed }: ProposeView): Html {
  const everyone = byName(circle, belonging(circle)).map((id) => ({ value: id, says: circle.called(id) }))
  const audiences = (['body', 'participants', 'public', 'secretariat'] as const).map((value) => ({
    value,
    says: capitalised(audienceWords[value]),
  }))
  const meant = [
    { value: 'all', says: words.meantForAll },
    { value: 'some', says: words.meantForSome },
  ]
  const proposers =
    seat.kind === 'secretariat'
      ? html`${ticks(typed, { name: 'proposedBy', label: words.proposedBy }, everyone)}<fieldset class="field"><legend>${words.from}</legend>${field(typed, { name: 'fromNote.number', label: words.noteNumber, required: true })}${field(typed, { name: 'fromNote.date', label: words.noteDate, required: true, type: 'date' })}</fieldset>`
      : html`<div class="field"><span>${words.proposedBy}</span><p>${words.onlyOwn(seatName(seat, circle.organisation))}</p></div>`
  return html`${proposers}${ticks(typed, { name: 'concerns', label: words.concerns, hint: words.concernsHint }, everyone)}${choice(typed, { name: 'meantFor', label: words.meantFor }, meant)}${ticks(typed, { name: 'interested', label: words.interested, hint: words.interestedHint }, everyone)}${choice(typed, { name: 'audience', label: words.audience }, audiences)}`
}

/** What the rules say of where it would begin, with the article of each. */
function panel({ beginning, seat, typed }: ProposeView, place: Place): Html | undefined {
  if (!beginning) return undefined
  const { ruled, bears, ahead } = beginning
  const refused = isRefusal(ruled)
  const isOpen = !refused && seat.kind === 'secretariat' && typed.all('proposedBy').length === 0
  const outcome = refused
    ? html`<p class="outcome no"><strong>${words.refused}</strong></p>`
    : html`<p class="outcome yes"><strong>${isOpen ? words.asksWho : words.inOrder}</strong></p>`
  const why = refused
    ? html`<p>${ruled.message}${ruled.article ? html` <small>${ruled.article}</small>` : undefined}</p>${ruled.remedy ? html`<p>${ruled.remedy}</p>` : undefined}`
    : undefined
  const reasons: readonly Reason[] = refused ? bears : ruled
  const climbs =
    ahead.length > 0
      ? html`<p class="note">${words.climbs(listed(ahead.map((id) => `the ${bodyName(place.organisation, id)}`)))}</p>`
      : undefined
  return html`<section class="tight verdict" id="rules-say" aria-live="polite"><h2>${words.says}</h2>${outcome}${why}<ul class="plain">${reasons.map(({ text, article }) => html`<li>${text}${article ? html` <small>${article}</small>` : undefined}</li>`)}</ul>${climbs}</section>`
}
