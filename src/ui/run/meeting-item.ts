import { type Answer, byName, type ItemView, type MeetingView, type Question, type Taken } from '../../record/index.ts'
import { decisionRuleInWords } from '../decision-rule.ts'
import { type Content, type Html, html } from '../html.ts'
import { type Place, to } from '../layout.ts'
import { statementWords } from '../negotiation-sentences.ts'
import { listed } from '../words.ts'
import { actForm, because, meetingForm, whyNot } from './meeting-forms.ts'
import { answerWords, timeThere, meetingWords as words } from './meeting-words.ts'

/** One matter: its text, how it is decided, the question while it is put, and what was said on it. */
export function itemSection(item: ItemView, view: MeetingView, place: Place): Html {
  const { proposal, question, decision } = item
  const negotiation = proposal?.negotiation
  const link = negotiation
    ? html`<a href="${to(place, `run/proposals/${decision}`)}">${item.title}</a> <small>revision ${negotiation.current.number}</small>`
    : item.title
  const content =
    negotiation?.decided && negotiation.decided.act.meeting === view.meeting.meeting
      ? taken(item, place)
      : question && !negotiation?.decided
        ? putOrOpen(item, question, view, place)
        : undefined
  return html`<li class="${question?.isOpen ? 'here' : ''}"><h3>${link}</h3>${content}${said(item, view, place)}</li>`
}

function taken({ proposal }: ItemView, place: Place): Html {
  const { decided, number, decision } = (proposal as NonNullable<ItemView['proposal']>).negotiation
  const { outcome = 'adopted' } = decided?.act ?? {}
  const outside = decided?.act.outside ?? []
  return html`<p><span class="tag ${outcome === 'adopted' ? 'yes' : 'no'}">${words.decided[outcome]}</span> <a href="${to(place, `decisions/${decision}`)}">${number ?? 'not numbered yet'}</a>${outside.length > 0 ? html` <small>${listed(outside.map((id) => proposal?.circle.called(id) ?? id))} stayed outside</small>` : undefined}</p>`
}

function putOrOpen(item: ItemView, question: Question, view: MeetingView, place: Place): Html {
  const { rule, isOpen, notPut } = question
  const takes = rule
    ? html`<p>${words.takes(decisionRuleInWords(rule.decides))} <small>${rule.article}</small></p>`
    : html`<p>${words.noRule}</p>`
  if (isOpen) return html`${takes}${open(item, question, view, place)}`
  if (view.meeting.closed) return takes
  const { decision, current } = (item.proposal as NonNullable<ItemView['proposal']>).negotiation
  const act = { kind: 'question-put', meeting: view.meeting.meeting, decision, revision: current.number }
  const button = html`<button class="button" title="${words.putRevision(current.number)}">${words.put}</button>`
  const offered = notPut ? (view.chairs ? whyNot(notPut, place) : undefined) : actForm(place, act, button)
  return html`${takes}${offered}`
}

function open(item: ItemView, question: Question, view: MeetingView, place: Place): Html {
  const { byRollCall } = question
  const panel = byRollCall
    ? html`<p class="note">${words.rollCall}</p>${rollTable(item, question, view, place)}`
    : html`<p class="note">${words.silenceAdopts}</p>${view.chairs ? floor(item, question, view, place) : undefined}`
  return html`<div class="tight question"><h4>${words.isPut}</h4>${ownForm(item, question, view, place)}${panel}${result(item, question, view, place)}</div>`
}

/** The form of the delegation that reads the page: what it may answer, or why it answers nothing. */
function ownForm(item: ItemView, question: Question, view: MeetingView, place: Place): Html | undefined {
  const own = question.answers.find(({ participant }) => participant === view.own)
  if (!own) return undefined
  if (own.noSay) return whyNot(own.noSay, place)
  if (!own.isPresent) return html`<p class="aside">${words.noteFirst}</p>`
  if (question.byRollCall) return undefined
  const stands = own.taken?.act.position
  if (stands !== undefined && stands !== 'no-objection') {
    const { says, goBack } = words.youStand[stands]
    return html`<p><b>${says}</b></p>${answerForm(item, own, view, place, [['no-objection', goBack]])}`
  }
  const why = html`<label><span class="hidden">${words.why}</span><input type="text" name="says" placeholder="${words.why}"></label>`
  const choices: Choices = [
    ['objects', words.object],
    ['does-not-take-part', words.stayOutside],
  ]
  const more = html`<p class="note"><a href="${to(place, `run/proposals/${item.decision}#positions`)}">${words.moreOnText}</a></p>`
  return html`<p>${words.nothingSaid}</p>${answerForm(item, own, view, place, choices, why)}${more}`
}

type Choices = readonly (readonly [position: string, label: string])[]

function answerForm(
  item: ItemView,
  answer: Answer,
  view: MeetingView,
  place: Place,
  choices: Choices,
  more?: Content,
): Html {
  const act = {
    kind: 'position-taken',
    meeting: view.meeting.meeting,
    decision: item.decision,
    participant: answer.participant,
    revision: item.proposal?.negotiation.current.number,
  }
  const buttons = choices.map(([position, label]) => {
    const isSo = answer.taken?.act.position === position && answer.taken.act.meeting === view.meeting.meeting
    return html`<button class="button plain-button" name="position" value="${position}" ${isSo ? html`aria-pressed="true" disabled` : undefined} aria-label="${view.circle.called(answer.participant)}: ${label}">${label}</button>`
  })
  return actForm(place, act, html`${more}<span class="seats">${buttons}</span>`)
}

const rollChoices: Choices = [
  ['no-objection', 'for'],
  ['objects', 'against'],
  ['stands-aside', 'abstains'],
]

/** One row each, in the order in which they are called. */
function rollTable(item: ItemView, question: Question, view: MeetingView, place: Place): Html {
  const rows = question.answers.map((answer) => {
    const isOwn = answer.participant === view.own
    const mayEnter = answer.isPresent && !answer.noSay && (isOwn || (view.chairs && !answer.saidItself))
    return html`<tr><th scope="row">${view.circle.called(answer.participant)}</th><td>${answered(answer, true)}</td><td class="line">${mayEnter ? answerForm(item, answer, view, place, rollChoices) : undefined}</td></tr>`
  })
  return html`<table class="cards roll"><thead><tr><th scope="col">Called</th><th scope="col">Answer</th><th scope="col"><span class="hidden">Enter it</span></th></tr></thead><tbody>${rows}</tbody></table>`
}

function answered({ taken, isPresent, noSay, saidItself }: Answer, byRollCall: boolean): Content {
  if (noSay) return html`<small>no say</small>`
  if (taken) {
    const { position, says } = taken.act
    const tone = position === 'objects' ? 'no' : position === 'no-objection' ? 'yes' : 'wait'
    const how = taken.act.meeting ? html` <small>${saidItself ? words.saidItself : words.calledOut}</small>` : undefined
    return html`<span class="tag ${tone}">${answerWords(position, byRollCall)}</span>${how}${says ? html` <small>“${says}”</small>` : undefined}`
  }
  return html`<small>${isPresent ? '' : words.notThere}</small>`
}

/** For the chair, where nobody is asked to answer: who holds the text up, and a way to enter what is called out. */
function floor(item: ItemView, question: Question, view: MeetingView, place: Place): Html {
  const rows = question.answers.map((answer) => {
    const objects = answer.taken?.act.position === 'objects'
    const choices: Choices =
      objects && !answer.saidItself ? [['no-objection', 'lifts it']] : objects ? [] : [['objects', 'objects']]
    const mayEnter = answer.isPresent && !answer.noSay && answer.participant !== view.own && choices.length > 0
    return html`<tr><th scope="row">${view.circle.called(answer.participant)}</th><td>${answered(answer, false)}</td><td class="line">${mayEnter ? answerForm(item, answer, view, place, choices) : undefined}</td></tr>`
  })
  return html`<table class="cards roll"><thead><tr><th scope="col">In the room</th><th scope="col">Said so far</th><th scope="col">${words.calledOut}</th></tr></thead><tbody>${rows}</tbody></table>`
}

function result(item: ItemView, question: Question, view: MeetingView, place: Place): Html | undefined {
  const { stand, notAdopted, notRefused } = question
  if (!stand) return undefined
  const called = (taken: readonly Taken[]) => listed(taken.map(({ act }) => view.circle.called(act.participant)))
  const turns =
    stand.decisive.length > 0
      ? words.turnsOn(listed(byName(view.circle, stand.decisive).map(view.circle.called)))
      : undefined
  const tone = { adopted: 'yes', 'not-adopted': 'no', 'no-quorum': 'wait', open: 'wait', 'no-rule': 'wait' }[
    stand.outcome
  ]
  // Of a roll-call, whoever is in the room and may turn it yet.
  const waited = question.answers
    .filter(({ taken, isPresent, noSay }) => question.byRollCall && isPresent && !noSay && !taken)
    .map(({ participant }) => view.circle.called(participant))
  const numbered = item.proposal?.numberDue?.number
  const decide = (outcome: string, label: string, number?: string) =>
    meetingForm(
      place,
      'decide',
      { meeting: view.meeting.meeting, decision: item.decision, outcome, number },
      html`<button class="button ${outcome === 'adopted' ? '' : 'plain-button'}">${label}</button>`,
    )
  const buttons = html`<div class="seats">${notAdopted ? undefined : html`${numbered ? decide('adopted', words.adoptNumbered(numbered), numbered) : decide('adopted', words.adopt)}`}${notRefused ? undefined : decide('not-adopted', words.refuse)}</div><p class="note">${notAdopted && notRefused ? notAdopted.remedy : words.goOn}</p>`
  const empty = stand.nobodyPresent ? html`<p class="aside">${words.nobodyNoted}</p>` : undefined
  return html`<section class="tight"><h4>${words.result}</h4><p class="outcome ${tone}"><b>${stand.nobodyPresent ? words.nobodyThere : words.outcome[stand.outcome]}</b></p>${turns ? html`<p>${turns}</p>` : undefined}${because(stand.reasons)}${waited.length > 0 ? html`<p class="note">${words.notCalled(listed(waited))}</p>` : undefined}${stand.outside.length > 0 ? html`<p class="note">${words.outside(listed(byName(view.circle, stand.outside).map(view.circle.called)))}</p>` : undefined}${stand.adReferendum.length > 0 ? html`<p class="note">Agreed ad referendum: ${called(stand.adReferendum)}.</p>` : undefined}${empty}${view.chairs ? buttons : undefined}</section>`
}

function said({ proposal, minutes }: ItemView, view: MeetingView, place: Place): Html | undefined {
  const statements = proposal?.negotiation.statements ?? []
  if (statements.length === 0 && minutes.length === 0) return undefined
  const name = view.circle.called
  return html`<ul class="refs">${statements.map(({ act }) => html`<li><b>${name(act.participant)}</b>, ${statementWords[act.type]}${act.paragraphs ? ` (${act.paragraphs.join(', ')})` : ''}: ${act.says}</li>`)}${minutes.map(({ act, recordedAt }) => html`<li>${timeThere(act.at ?? recordedAt, place)} ${act.participant ? html`<b>${name(act.participant)}</b>: ` : undefined}${act.says}</li>`)}</ul>`
}
