import { type ForSignature, type ProposalView, signatureOf } from '../../record/index.ts'
import { type Content, type Html, html } from '../html.ts'
import { type Place, to } from '../layout.ts'
import { capitalised } from '../words.ts'
import { actForm, choice, field, folded, noteFields, ticks } from './after-form.ts'
import { inLanguage, languageWords, afterWords as words } from './after-words.ts'

/** The signature of a decision: planned or not, who signs in which order, and what it waits for. */
export function signaturePart(view: ProposalView, place: Place): Html {
  const planned = signatureOf(view.circle, view.negotiation)
  return html`<section class="tight"><h3>${words.signature}</h3>${planned ? html`${signatureTable(planned, view.circle.called, place)}${marks(view, planned, place)}` : html`<p class="note">${words.notPlanned}</p>`}${view.chairsDeciding && folded(planned ? words.planAnew : words.plan, planForm(view, place))}<p><a href="${to(place, 'run/signature')}">${words.list}</a></p></section>`
}

/** One document on its way to signature: what, by whom, in what, and everyone who signs in order. */
export function signatureTable(
  { negotiation, order, languages, capitals }: ForSignature,
  called: (id: string) => string,
  place: Place,
): Html {
  const act = negotiation.signature?.act
  const tag = (isDone: boolean, done: string, open: string) =>
    html`<span class="tag ${isDone ? 'yes' : 'wait'}">${isDone ? done : open}</span>`
  const versions = languages.map(
    ({ language, isReady }, index) =>
      html`${index > 0 && ', '}${inLanguage(language)} ${tag(isReady, words.ready, words.notReady)}`,
  )
  const rows = capitals.map(
    ({ participant, isComplete }, index) =>
      html`<tr><td class="number" data-label="${index === 0 ? 'signs as number' : 'number'}">${index + 1}</td><th scope="row">${called(participant)}</th><td>${tag(isComplete, words.complete, words.notComplete)}</td></tr>`,
  )
  const why = order.reasons.map(
    ({ text, article }) =>
      html`${text}${article && html` <cite>${order.rule ? html`<a href="${to(place, `rules/${order.rule}`)}">${article}</a>` : article}</cite>`} `,
  )
  return html`<dl class="facts"><dt>${words.level}</dt><dd>${act?.level}</dd><dt>${words.form}</dt><dd>${act?.form}</dd><dt>Languages</dt><dd>${versions}</dd><dt>Meeting</dt><dd>${meeting(act?.meeting, place)}</dd></dl>
<table class="cards"><caption>${words.order}. <small>${why}</small></caption><thead><tr><th scope="col" class="number">Order</th><th scope="col">Participant</th><th scope="col">Its capital</th></tr></thead><tbody>${rows}</tbody></table>`
}

function meeting(id: string | undefined, place: Place): Content {
  if (id === undefined) return 'not set'
  return place.organisation.meeting(id) ? html`<a href="${to(place, `meetings/${id}`)}">${id}</a>` : id
}

/** What can be marked: a version by the chair or the Secretariat, its own procedures by a capital. */
function marks(view: ProposalView, { languages, capitals }: ForSignature, place: Place): Content {
  const { negotiation, circle, own, seat } = view
  const { decision } = negotiation
  const versions = languages
    .filter(({ isReady }) => view.chairsDeciding && !isReady)
    .map(({ language }) =>
      actForm(place, { kind: 'text-ready', decision, language }, undefined, words.markReady(inLanguage(language))),
    )
  const open = capitals.filter(({ isComplete }) => !isComplete).map(({ participant }) => participant)
  const fixed = { kind: 'procedures-completed', decision }
  const mine =
    own !== undefined &&
    open.includes(own) &&
    actForm(place, { ...fixed, participant: own }, undefined, words.ownComplete(circle.called(own)))
  const options = open.map((id): [string, string] => [id, circle.called(id)])
  const fromNote = html`${choice(words.who, 'participant', options)}${noteFields()}`
  return html`<div class="acts">${versions}${mine}</div>${seat.kind === 'secretariat' && open.length > 0 && folded(words.completeFor, actForm(place, fixed, fromNote, words.enter))}`
}

function planForm({ negotiation }: ProposalView, place: Place): Html {
  const { decision, current, signature } = negotiation
  const there = signature?.act.languages ?? Object.keys(current.title)
  const languages = Object.keys(languageWords).map((code): [string, string, boolean] => [
    code,
    capitalised(inLanguage(code)),
    there.includes(code),
  ])
  const asked = html`${field(words.level, 'level', { required: true, hint: words.levelHint, value: signature?.act.level })}${field(words.form, 'form', { required: true, hint: words.formHint, value: signature?.act.form })}${ticks(words.languages, 'languages[]', languages)}${field(words.atMeeting, 'meeting', { value: signature?.act.meeting })}`
  return actForm(place, { kind: 'signature-planned', decision }, asked, words.plan)
}
