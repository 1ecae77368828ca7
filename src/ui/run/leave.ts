import type { ActOf, Circle, Leaving, Ruling, Seat } from '../../record/index.ts'
import { type Day, isRefusal, type PartialDate, periodInWords, type Refusal } from '../../rules/index.ts'
import { type Html, html } from '../html.ts'
import { type Page, type Place, to } from '../layout.ts'
import { whereItStands } from '../rule.ts'
import { bodyName, statusLabel } from '../sentences.ts'
import { dateInWords, listed, withArticle } from '../words.ts'
import { actForm, choice, field, noteFields } from './after-form.ts'
import { leaveWords as words } from './leave-words.ts'
import { because, whyNot } from './meeting-forms.ts'

export interface LeaveView {
  readonly circle: Circle
  readonly seat: Seat
  readonly leaving: Leaving
}

/** What was chosen, with what the rules say of it, before anything is entered. */
export interface LeaveChosen {
  readonly on: Day
  readonly note: { readonly number: string; readonly date: string } | undefined
  readonly ruling: Ruling | Refusal
  /** Of the act, so that sent twice it is entered once. */
  readonly id: string
}

/** The first of two pages: what the rules ask for, what follows and when; or that notice has been given. */
export function leavePage(view: LeaveView, place: Place): Page {
  const { circle, leaving } = view
  const name = circle.called(leaving.participant)
  const { given } = leaving
  const title = given ? words.given(name, dateInWords(given.act.on)) : words.title(name)
  const status = withArticle(statusLabel(place.organisation, leaving.status).one)
  const lede = given
    ? words.givenOn(dateInWords((given.act.noticeOn ?? given.act.on) as PartialDate))
    : words.until(name, status)
  const body = html`<section class="stack">${crumb(place)}<h1>${title}</h1><p class="lede">${lede}</p></section>
<div class="cols even"><section class="tight"><h2>${words.rule}</h2>${rules(leaving, place)}</section>${follows(view, (given?.act.on ?? leaving.earliest) as PartialDate, place)}</div>
${given ? takeBack(view, given, place) : chooseDay(view, place)}`
  return { title, body, part: 'seat', personal: true }
}

/** The second: whether that is to be entered. */
export function leaveSurePage(view: LeaveView, { on, note, ruling, id }: LeaveChosen, place: Place): Page {
  const { circle, leaving, seat } = view
  const { participant } = leaving
  const [name, day] = [circle.called(participant), dateInWords(on as unknown as PartialDate)]
  const title = words.sure(name, day)
  const fixed = {
    kind: 'status-ended',
    id,
    participant,
    noticeOn: note?.date ?? circle.organisation.day,
    on,
    'fromNote.number': note?.number,
    'fromNote.date': note?.date,
  }
  const sure = html`<label class="tick"><input type="checkbox" required> ${words.decided(seat.kind === 'delegation')}</label>`
  const said = isRefusal(ruling)
    ? whyNot(ruling, place)
    : html`${because('reasons' in ruling ? ruling.reasons : [])}${actForm(place, fixed, sure, words.enter(name, day))}`
  const body = html`<section class="stack">${crumb(place)}<h1>${title}</h1></section>
<div class="cols even"><section class="tight"><h2>${words.says}</h2>${said}<p><a href="${to(place, 'run/leave')}">${words.notYet}</a></p></section>${follows(view, on as unknown as PartialDate, place)}</div>`
  return { title, body, part: 'seat', personal: true }
}

/** For the Secretariat: whose note it is. */
export function leaveForPage(circle: Circle, participants: readonly string[], place: Place): Page {
  const options = participants.map((id): [string, string] => [id, circle.called(id)])
  const body = html`<section class="stack">${crumb(place)}<h1>${words.choose}</h1><form class="one-act" method="get" action="${to(place, 'run/leave')}">${choice(words.whose, 'participant', options)}<p><button class="button plain-button">${words.see}</button></p></form></section>`
  return { title: words.choose, body, part: 'seat', personal: true }
}

const crumb = (place: Place) =>
  html`<p class="crumb"><a href="${to(place, 'delegation')}">People, tokens and contacts</a></p>`

function rules({ rule, also, notice, earliest }: Leaving, place: Place): Html {
  const one = (act: ActOf<'rule-stated'>) =>
    html`<li>${act.says} <small><a href="${to(place, `rules/${act.rule}`)}">${whereItStands(act)}</a></small></li>`
  if (!rule || !notice) return html`<p>${words.noRule}</p><ul class="refs">${also.map(one)}</ul>`
  return html`<p class="stands">${words.notice(periodInWords(notice), dateInWords(earliest as unknown as PartialDate))}</p><ul class="refs">${[rule, ...also].map(one)}</ul>`
}

function follows({ circle, leaving }: LeaveView, on: PartialDate, { organisation }: Place): Html {
  const { participant, positionsIn, chairs } = leaving
  const [name, day] = [circle.called(participant), dateInWords(on)]
  const bodies = (ids: readonly string[]) => listed(ids.map((id) => `the ${bodyName(organisation, id)}`))
  const lines = [
    words.untilThen(name),
    words.fromThen(name, day),
    positionsIn.length > 0 ? words.positions(name, bodies(positionsIn)) : undefined,
    chairs.length > 0 ? words.chairs(bodies(chairs)) : undefined,
    words.instruments,
    words.record,
  ]
  return html`<section class="tight"><h2>${words.follows}</h2><ul>${lines.map((line) => line && html`<li>${line}</li>`)}</ul></section>`
}

function chooseDay({ seat, leaving }: LeaveView, place: Place): Html {
  if (seat.kind === 'delegation' && seat.role === 'member') return html`<p class="note">${words.head}</p>`
  const { participant, earliest } = leaving
  const note =
    seat.kind === 'secretariat'
      ? html`<input type="hidden" name="participant" value="${participant}">${noteFields()}`
      : undefined
  return html`<form class="one-act" method="get" action="${to(place, 'run/leave')}">${note}<label>${words.whenAsked}<input type="date" name="on" value="${earliest}" required></label><p><button class="button plain-button">${words.see}</button></p></form>`
}

function takeBack({ seat }: LeaveView, given: NonNullable<Leaving['given']>, place: Place): Html | undefined {
  const title = html`<h2>${words.back}</h2><p>${words.backWhy(dateInWords(given.act.on))}</p>`
  const mayNot = seat.kind === 'delegation' && seat.role === 'member'
  if (mayNot) return html`<section class="tight">${title}<p class="note">${words.backNot}</p></section>`
  const fixed = { kind: 'act-withdrawn', 'withdraws[]': given.id }
  return html`<section class="tight">${title}${actForm(place, fixed, field(words.backReason, 'reason', { required: true }), words.back)}</section>`
}
