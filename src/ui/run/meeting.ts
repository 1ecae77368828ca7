import type { Attending, MeetingView } from '../../record/index.ts'
import { type Html, html } from '../html.ts'
import { type Page, type Place, to } from '../layout.ts'
import { bodyName } from '../sentences.ts'
import { aHandful, capitalised, dateInWords, listed } from '../words.ts'
import { actForm, because, meetingForm } from './meeting-forms.ts'
import { itemSection } from './meeting-item.ts'
import { titleOf } from './meeting-list.ts'
import { attendsAs, timeThere, meetingWords as words } from './meeting-words.ts'

/** A meeting: who is there, what is on its agenda, the question while it is put, and what it leaves behind. */
export function meetingPage(view: MeetingView, place: Place): Page {
  const { meeting, items } = view
  const title = titleOf(meeting, place)
  const decisions = items.flatMap(({ decision }) => decision ?? [])
  const body = html`<section class="stack"><p class="crumb"><a href="${to(place, 'run/meetings')}">${words.held}</a></p><h1>${title}</h1>${where(view, place)}</section>
<div class="cols"><div class="stack"><section class="tight"><h2>${words.agenda}</h2>${items.length > 0 ? html`<ol class="list agenda">${items.map((item) => itemSection(item, view, place))}</ol>` : html`<p class="note">Nothing is on it.</p>`}</section>
${meeting.closed ? undefined : minutesForm(view, place)}</div>
<aside class="stack">${conduct(view, place)}<section class="tight"><h2>${meeting.closed ? words.wasPresent : words.present}</h2>${presenceOf(view, place)}<p class="note">${byWhatRight(view)}</p><p class="note">${words.order}: ${view.order.map(({ text, article }) => `${text}${article ? ` (${article})` : ''}`).join(' ')}</p></section>
${bears(view)}</aside></div>`
  return { title, body, part: 'run/meetings', live: { about: [meeting.meeting, ...decisions] } }
}

function bears({ checks }: MeetingView): Html | undefined {
  const reasons = checks.flatMap((check) => check.reasons)
  return reasons.length > 0
    ? html`<section class="tight"><h2>${words.bears}</h2>${because(reasons)}</section>`
    : undefined
}

function where({ meeting, circle, chairReasons }: MeetingView, place: Place): Html {
  const { opened, closed, format } = meeting
  const { body, city, country, on, at } = opened.act
  // Whoever opened it need not name the chair; while it sits that is whoever has the chair of the body.
  const chair = opened.act.chair ?? (closed ? undefined : circle.chair(body).participant)
  const since = `${dateInWords(on)}, ${timeThere(at ?? opened.recordedAt, place)}`
  const [reason] = chairReasons
  const tag = closed ? html`<span class="tag">${words.closed}</span>` : html`<span class="tag yes">${words.sits}</span>`
  return html`<p class="particulars"><span>${tag}</span><span>${words.format[format]}</span><span>since ${since}${closed ? `, closed at ${timeThere(closed.act.at ?? closed.recordedAt, place)}` : ''}</span>${city || country ? html`<span>${[city, country && circle.called(country)].filter(Boolean).join(', ')}</span>` : undefined}<span><a href="${to(place, `bodies/${body}`)}">${bodyName(place.organisation, body)}</a></span><span>In the chair: <strong>${chair ? circle.called(chair) : 'not on record'}</strong>${reason?.article ? ` (${reason.article})` : ''}</span></p>
<p class="ways"><a href="${to(place, `run/meetings/${meeting.meeting}/record`)}">${words.recordLink}${closed ? '' : ` (${words.draft.toLowerCase()})`}</a></p>`
}

/** Those who take positions and of whom it is not noted whether they are there. */
export function notNotedYet({ attending }: MeetingView): readonly Attending[] {
  return attending.filter(({ by, presence }) => by === 'take-positions' && presence === undefined)
}

function allPresent(view: MeetingView, place: Place): Html | undefined {
  const { length } = notNotedYet(view)
  if (view.meeting.closed || !view.chairs || length < 2) return undefined
  const fields = { meeting: view.meeting.meeting }
  return meetingForm(
    place,
    'present',
    fields,
    html`<button class="button plain-button">${words.noteAll(length)}</button>`,
  )
}

/** Everyone in one table; many by what is noted of them, with the own delegation first. */
function presenceOf(view: MeetingView, place: Place): Html {
  const { attending, own } = view
  if (attending.length <= aHandful) return html`${allPresent(view, place)}${roll(attending, view, place)}`
  const mine = attending.filter(({ participant }) => participant === own)
  const group = (title: string, is: Attending['presence']) => {
    const those = attending.filter(({ presence }) => presence === is)
    if (those.length === 0) return undefined
    return html`<details class="offer"><summary>${capitalised(title)} <small>${those.length}</small></summary>${roll(those, view, place)}</details>`
  }
  return html`${allPresent(view, place)}${mine.length > 0 ? roll(mine, view, place) : undefined}${group(words.here, 'present')}${group(words.away, 'absent')}${group(words.notNoted, undefined)}`
}

function roll(those: readonly Attending[], view: MeetingView, place: Place): Html {
  const rows = those.map((one) => {
    const may = !view.meeting.closed && (view.chairs || one.participant === view.own)
    const says = one.presence === 'present' ? words.here : one.presence === 'absent' ? words.away : words.notNoted
    const tone = one.presence === 'present' ? 'yes' : one.presence === 'absent' ? 'no' : ''
    return html`<tr><th scope="row">${view.circle.called(one.participant)} ${one.by === 'take-positions' ? undefined : html`<small>${attendsAs[one.by]}</small>`}</th><td><span class="tag ${tone}">${says}</span>${one.level ? html` <small>${one.level}</small>` : undefined}</td><td class="line">${may ? presenceForm(one, view, place) : undefined}</td></tr>`
  })
  return html`<table class="cards roll"><thead><tr><th scope="col">Who may attend</th><th scope="col">Noted</th><th scope="col"><span class="hidden">Note it</span></th></tr></thead><tbody>${rows}</tbody></table>`
}

/** "Takes positions: Rule 6. Attends: Rule 23(1)." */
function byWhatRight({ attending }: MeetingView): string {
  const ways = Map.groupBy(attending, ({ by }) => by)
  const said = [...ways].map(([by, those]) => {
    const articles = [...new Set(those.flatMap(({ article }) => article ?? []))]
    return `${capitalised(attendsAs[by])}: ${articles.length > 0 ? listed(articles) : 'no article is named'}.`
  })
  return said.join(' ')
}

function presenceForm({ participant, presence, level }: Attending, view: MeetingView, place: Place): Html {
  const name = view.circle.called(participant)
  const isOwn = participant === view.own
  const button = (is: 'present' | 'absent', label: string) =>
    presence === is || (is === 'absent' && isOwn && presence === undefined)
      ? undefined
      : html`<button class="button plain-button" name="presence" value="${is}" aria-label="${name}: ${label}">${label}</button>`
  const content = html`${presence === 'present' ? undefined : html`<input type="text" name="level" value="${level}" size="12" placeholder="${words.asWhat}" title="${words.asWhatWhy}" aria-label="${name}: ${words.asWhatWhy}">`}<span class="seats">${button('present', isOwn ? words.iAmHere : words.noteHere)}${button('absent', isOwn ? words.iLeave : words.noteAway)}</span>`
  return actForm(place, { kind: 'presence-noted', meeting: view.meeting.meeting, participant }, content)
}

function minutesForm(view: MeetingView, place: Place): Html | undefined {
  const isThere = view.own !== undefined && view.meeting.present.has(view.own)
  if (!view.chairs && !isThere) return undefined
  const by = view.chairs
    ? html`<label><span>${words.saidBy}</span> <select name="participant"><option value="">${words.nobodyInParticular}</option>${view.attending.map(({ participant }) => html`<option value="${participant}">${view.circle.called(participant)}</option>`)}</select></label>`
    : html`<input type="hidden" name="participant" value="${view.own}">`
  const on = view.items.flatMap(({ decision, title, proposal }) =>
    decision === undefined || !proposal ? [] : html`<option value="${decision}">${title}</option>`,
  )
  const content = html`<div class="narrowing">${by}${on.length > 0 ? html`<label><span>${words.onItem}</span> <select name="decision"><option value="">the meeting</option>${on}</select></label>` : undefined}</div><label class="tight"><span class="hidden">${words.minutesWhy}</span><textarea name="says" rows="2" required placeholder="${words.minutesWhy}"></textarea></label><p><button class="button plain-button">${words.enter}</button></p>`
  const lines = view.meeting.entries.flatMap(({ act, recordedAt }) =>
    act.kind === 'minutes-noted' && act.decision === undefined
      ? html`<li>${timeThere(act.at ?? recordedAt, place)} ${act.participant ? html`<b>${view.circle.called(act.participant)}</b>: ` : undefined}${act.says}</li>`
      : [],
  )
  // On paper there are no forms, and no heading without anything below it.
  const here = lines.length > 0 ? '' : ' only-here'
  return html`<section class="tight${here}"><h2>${words.minutes}</h2>${lines.length > 0 ? html`<ul class="refs">${lines}</ul>` : undefined}${actForm(place, { kind: 'minutes-noted', meeting: view.meeting.meeting }, content, 'tight meeting-form')}</section>`
}

/** For the chair: the other sitting, the end of the meeting, and its publication. */
function conduct(view: MeetingView, place: Place): Html | undefined {
  const { meeting, published, chairs, items } = view
  const id = meeting.meeting
  if (published) {
    return html`<section class="tight"><h2>${words.publishedAs}</h2><p><a href="${to(place, `meetings/${id}`)}">${capitalised(titleOf(meeting, place))}, ${dateInWords(published.act.on)}</a></p></section>`
  }
  if (!chairs) return undefined
  if (meeting.closed) {
    return html`<section class="tight only-here"><h2>${words.publish}</h2><p class="note">${words.publishWhy}</p>${meetingForm(place, 'publish', { meeting: id }, html`<button class="button">${words.publish}</button>`)}</section>`
  }
  const other = meeting.format === 'narrow' ? 'expanded' : 'narrow'
  const isOpen = items.some(({ question }) => question?.isOpen)
  return html`<section class="tight only-here"><h2>The sitting</h2><div class="seats">${actForm(place, { kind: 'sitting-changed', meeting: id, format: other }, html`<button class="button plain-button">${words.change[other]}</button>`)}${actForm(place, { kind: 'meeting-closed', meeting: id }, html`<button class="button plain-button">${words.close}</button>`)}</div>${isOpen ? html`<p class="note">${words.closeOpen}</p>` : undefined}</section>`
}
