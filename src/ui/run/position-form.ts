import { byName, type ProposalView } from '../../record/index.ts'
import { type Content, type Html, html } from '../html.ts'
import type { Place } from '../layout.ts'
import { actForm, button, paragraphBoxes, textField } from './act-form.ts'
import { lapseSays, mayBreakNow } from './position-said.ts'
import { consensusPositions, isVote, type PositionKind, positionIn, votePositions } from './position-words.ts'

/** What each position means where nobody votes. */
const meaning: { readonly [P in PositionKind]: string } = {
  'no-objection': 'The text can be adopted.',
  'ad-referendum': 'Agreed subject to the capital, which confirms by a date.',
  'stands-aside': 'Does not support it and does not stand in its way.',
  reserves: 'No position yet on what is named; it holds the text until it is lifted.',
  objects: 'The text cannot be adopted as it is.',
  'does-not-take-part':
    'Stays outside: not asked, and not bound. If it is adopted, the record names who stayed outside, for everyone.',
}

/** The same of a text that is put under silence, where only what the rule names is in its way. */
const meaningUnderSilence: { readonly [P in PositionKind]?: string } = {
  reserves: 'No position yet on what is named. It does not break silence: the text is adopted over it.',
  objects: 'The text cannot be adopted as it is. It is put under silence, and an objection breaks that.',
}

/** @param participant whose position it is; the Secretariat chooses among those who have a say */
export function positionForm(
  view: ProposalView,
  place: Place,
  participant?: string,
  { more, chosen }: { readonly more?: Content; readonly chosen?: string | undefined } = {},
): Html {
  const { circle, negotiation, entitled, mayBreak } = view
  const vote = isVote(view)
  const words = positionIn(view)
  const positions = vote ? votePositions : consensusPositions
  const means = mayBreakNow(view, participant) ? { ...meaning, ...meaningUnderSilence } : meaning
  const radios = positions.map(
    (position) =>
      html`<label class="choice"><input type="radio" name="position" value="${position}" required> <span>${words[position]}${vote ? undefined : html` <small>${means[position]}</small>`}</span></label>`,
  )
  const whose = participant
    ? undefined
    : html`<label class="field"><span>Delegation</span><select name="participant" required><option value=""></option>${byName(circle, [...new Set([...entitled, ...mayBreak])]).map((id) => html`<option value="${id}" ${id === chosen ? html`selected` : undefined}>${circle.called(id)}</option>`)}</select></label>`
  const referendum = vote
    ? undefined
    : html`<div class="for-referendum"><label class="field"><span>Ad referendum: confirmed by</span><input type="date" name="confirmBy" min="${circle.organisation.day}"><small>${lapseSays(view)}</small></label></div>`
  const holding = html`<div class="for-holding tight">${paragraphBoxes(view, 'Paragraphs to which a reserve or an objection relates')}${textField('wouldLift', 'What would lift it')}</div>`
  return actForm(
    view,
    place,
    { kind: 'position-taken', participant, revision: negotiation.current.number },
    html`${whose}<fieldset class="choices"><legend>Position on revision ${negotiation.current.number}</legend>${radios}</fieldset>${referendum}${holding}${textField('says', 'Reason', { hint: 'Asked for with an objection; not required.' })}${more}${button('Say so')}`,
  )
}
