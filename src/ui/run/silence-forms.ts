import { byName, decisionOf, type ProposalView, silenceTimes } from '../../record/index.ts'
import type { Instant, SilenceOutcome } from '../../rules/index.ts'
import { clockInWords } from '../../rules/index.ts'
import { type Html, html } from '../html.ts'
import type { Place } from '../layout.ts'
import { listed } from '../words.ts'
import { actForm, button, noteFields, paragraphBoxes, textField } from './act-form.ts'
import { fieldThere, instantThere, timeZoneOf } from './times.ts'

/** The chair announces silence: when it opens and when it expires, by the organisation's clock. */
export function announceForm(view: ProposalView, place: Place): Html | undefined {
  const { silenceRule, negotiation, at, circle } = view
  if (!silenceRule) return undefined
  const zone = timeZoneOf(circle.organisation)
  const { opensAt, expiresAt } = silenceTimes(silenceRule.period, at)
  const objecting = (view.stand?.heldBy ?? []).filter(({ act }) => act.position === 'objects')
  if (objecting.length > 0) {
    const who = listed(objecting.map(({ act }) => circle.called(act.participant)))
    return html`<p class="note">It is not put under silence while ${who} ${objecting.length === 1 ? 'objects' : 'object'} to this revision.</p>`
  }
  const { period, article, announcedAt, methodNeedsConsent } = silenceRule
  const cite = article ? ` (${article})` : ''
  const runs =
    period === 'announced'
      ? `it runs until the instant that you name here, to the second${cite}`
      : `at least ${clockInWords(period)} from one to the other${cite}`
  const form = actForm(
    view,
    place,
    { kind: 'silence-opened', revision: negotiation.current.number },
    html`<div class="fields">${timeField('opensAt', 'Opens at', opensAt, zone)}${timeField('expiresAt', 'Expires at', expiresAt, zone)}</div><p class="note">By the clock of the organisation (${zone}); it is ${instantThere(at, zone)} there; ${runs}. ${announcedAt ? 'It is announced at a meeting that sits. ' : ''}${methodNeedsConsent ? 'Until it opens its use can be opposed.' : ''}</p>${button('Announce silence')}`,
    'silence',
  )
  return html`<details class="offer"><summary>Put revision ${negotiation.current.number} under silence</summary>${form}</details>`
}

/** Empty where the instant is for the chair to name. */
function timeField(name: string, label: string, instant: Instant | undefined, zone: string): Html {
  return html`<label class="field"><span>${label}</span><input type="datetime-local" name="${name}" value="${instant ? fieldThere(instant, zone) : ''}" step="1" required></label>`
}

/** Who may break silence may oppose its use beforehand, which says nothing of the text. */
export function opposeForm(view: ProposalView, place: Place): Html | undefined {
  const { own, seat, silenceRule, mayBreak, circle, negotiation } = view
  if (!silenceRule?.methodNeedsConsent) return undefined
  const isSecretariat = seat.kind === 'secretariat'
  if (!isSecretariat && (own === undefined || !mayBreak.includes(own))) return undefined
  const opens = negotiation.silence ? instantThere(negotiation.silence.opensAt, timeZoneOf(circle.organisation)) : ''
  const whose = isSecretariat
    ? html`<label class="field"><span>Delegation</span><select name="participant" required><option value=""></option>${byName(circle, mayBreak).map((id) => html`<option value="${id}">${circle.called(id)}</option>`)}</select></label>${noteFields()}`
    : undefined
  const form = actForm(
    view,
    place,
    { kind: 'silence-opposed', participant: own },
    html`<p>The text is then not put under silence. This opposes the method and says nothing of the text; it can be done until ${opens}.</p>${whose}${textField('says', 'Reason', { hint: 'Not required.' })}${button('Oppose the use of silence')}`,
    'silence',
  )
  return html`<details class="offer"><summary>${isSecretariat ? 'Enter opposition to the use of silence, from a note' : 'Oppose the use of silence'}</summary>${form}</details>`
}

/** That silence was broken is told at once; by whom, and why, as the rule says. */
function whoLearns({ silenceRule, silence, circle }: ProposalView): string {
  const at = silence?.expiresAt ? instantThere(silence.expiresAt, timeZoneOf(circle.organisation)) : undefined
  const told = 'That silence was broken is told at once to everyone to whom the text is open.'
  switch (silenceRule?.release) {
    case 'at-once':
      return `${told} So is who broke it, and the reason.`
    case 'when-over':
      return `${told} Who broke it, and why, is seen by the chair and the Secretariat, and by everyone${at ? ` from ${at}` : ' once the time announced is over'}.`
    default:
      return `${told} Who broke it, and why, is seen by the chair and the Secretariat alone.`
  }
}

/** Breaking it: an objection, or another wording. */
export function breakForms(view: ProposalView, place: Place): Html | undefined {
  const { own, mayBreak, negotiation, silenceRule } = view
  if (own === undefined) return undefined
  if (!mayBreak.includes(own)) {
    return html`<p class="note">${view.circle.called(own)} is not among those who may break it${silenceRule?.article ? ` (${silenceRule.article})` : ''}.</p>`
  }
  const { number: revision, paragraphs } = negotiation.current
  const object = actForm(
    view,
    place,
    { kind: 'position-taken', participant: own, position: 'objects', revision },
    html`${textField('says', 'Reason', { hint: 'Asked for; not required.' })}${paragraphBoxes(view, 'Paragraphs')}${textField('wouldLift', 'What would lift it')}<p class="note">${whoLearns(view)}</p>${button('Break silence: object')}`,
    'silence',
  )
  const choose = paragraphs.map(({ number }) => html`<option value="${number}">${number}</option>`)
  const amend = actForm(
    view,
    place,
    { kind: 'amendment-proposed', participant: own, revision },
    html`<label class="field"><span>Paragraph</span><select name="paragraph" required><option value=""></option>${choose}</select></label>${textField('text.en', 'The wording proposed', { required: true })}${textField('says', 'Why')}${button(silenceRule?.amendmentBreaks ? 'Break silence: amend' : 'Propose the amendment')}`,
    'silence',
  )
  const effect = silenceRule?.amendmentBreaks
    ? 'An amendment breaks silence like an objection, and is seen by everyone to whom the text is open.'
    : 'An amendment does not break silence under this rule.'
  return html`<details class="offer"><summary>Break silence by an objection</summary>${object}</details><details class="offer"><summary>Propose an amendment</summary><p>${effect}</p>${amend}</details>`
}

/** The chair keeps the time: later, suspended, resumed. */
export function chairForms(view: ProposalView, place: Place, outcome: SilenceOutcome): Html | undefined {
  const { chairs, silence, circle } = view
  if (!chairs) return undefined
  if (outcome === 'suspended')
    return actForm(view, place, { kind: 'silence-resumed' }, button('Resume silence'), 'silence')
  const zone = timeZoneOf(circle.organisation)
  const later = new Date(Date.parse(silence?.expiresAt ?? view.at) + 24 * 3_600_000).toISOString() as Instant
  const extend = actForm(
    view,
    place,
    { kind: 'silence-extended' },
    html`${timeField('until', `Until, by the clock of the organisation (${zone})`, later, zone)}${button('Extend silence')}`,
    'silence',
  )
  const suspend = actForm(
    view,
    place,
    { kind: 'silence-suspended' },
    html`${textField('why', 'Why')}${button('Suspend silence')}`,
    'silence',
  )
  return html`<details class="offer"><summary>Extend or suspend it</summary><div class="tight">${extend}${suspend}</div></details>`
}

/** The chair or the Secretariat records what silence decided; the text is adopted whether or not anyone does. */
export function recordForm(view: ProposalView, place: Place): Html | undefined {
  const { negotiation, chairsDeciding, numberDue, silence, circle } = view
  const when = silence?.expiresAt ? instantThere(silence.expiresAt, timeZoneOf(circle.organisation)) : ''
  const is = html`<p>It is adopted since ${when}, whether or not anyone records it.</p>`
  if (!chairsDeciding) return is
  const { adoption, participants, proposedBy, concerns, outside, body, type, title } = decisionOf(
    negotiation,
    'silence',
  )
  const fields = {
    kind: 'decision-recorded',
    outcome: 'adopted',
    body,
    type,
    title,
    participants,
    proposedBy,
    concerns,
    outside,
    'adoption.revision': adoption?.revision,
    'adoption.under': 'silence',
  }
  const numbered = numberDue
    ? html`<button class="button" name="number" value="${numberDue.number}">Record it as ${numberDue.number}</button>`
    : undefined
  const note = numberDue
    ? `Without a number its identity is provisional, and it is numbered at the next meeting (${numberDue.article}).`
    : 'Its identity is provisional until it is numbered.'
  return html`${is}${actForm(view, place, fields, html`<div class="seats">${numbered}<button class="button plain-button" name="number" value="">Record it without a number</button></div><p class="note">${note}</p>`, 'silence')}`
}
