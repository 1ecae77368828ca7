import { type ProposalView, stillOutside, takingPart } from '../../record/index.ts'
import { type Html, html } from '../html.ts'
import type { Place } from '../layout.ts'
import { listed, whenInWords } from '../words.ts'
import { actForm, choice, field, folded, noteFields } from './after-form.ts'
import { afterWords as words } from './after-words.ts'

/** Who takes part in it, who is outside and who joined later; and the way in. */
export function partakersPart(view: ProposalView, place: Place): Html {
  const { circle, negotiation, seat, own } = view
  const named = (ids: readonly string[]) => (ids.length > 0 ? listed(ids.map(circle.called).sort()) : words.nobody)
  const joined = negotiation.joined.map(({ act }) => {
    const says = act.says ? ` (“${act.says}”)` : ''
    return `${circle.called(act.participant)} ${whenInWords(act.on)}${says}`
  })
  const open = mayJoin(view)
  const fixed = { kind: 'decision-joined', decision: negotiation.decision }
  const ownForm =
    own !== undefined &&
    open.includes(own) &&
    actForm(
      place,
      { ...fixed, participant: own },
      html`<p>${words.joinMeans(circle.called(own))}</p>${field(words.joinSays, 'says')}`,
      words.join(circle.called(own)),
    )
  const options = open.map((id): [string, string] => [id, circle.called(id)])
  const fromNote = html`${choice(words.who, 'participant', options)}${noteFields()}${field(words.joinSays, 'says')}`
  return html`<section class="tight"><h3>${words.whoIsIn}</h3><dl class="facts"><dt>${words.takesPart}</dt><dd>${named(takingPart(circle, negotiation))}</dd><dt>${words.outside}</dt><dd>${named(stillOutside(negotiation))}</dd>${joined.length > 0 && html`<dt>${words.joined}</dt><dd>${listed(joined)}</dd>`}</dl>${ownForm}${seat.kind === 'secretariat' && options.length > 0 && folded(words.joinFor, actForm(place, fixed, fromNote, words.enter))}</section>`
}

/** Whoever has a say in the body, sees the text and takes no part: those outside, and those for whom it was not meant. */
function mayJoin({ circle, negotiation }: ProposalView): readonly string[] {
  const within = takingPart(circle, negotiation)
  const { meantFor } = negotiation.proposal.act
  const outside = [
    ...stillOutside(negotiation),
    ...(meantFor === 'all' ? [] : circle.organisation.participants().map(({ id }) => id)),
  ]
  const open = [...new Set(outside)].filter((id) => !within.includes(id))
  return open.filter((id) => circle.may(id, negotiation.body, 'take-positions').allowed)
}
