import { type ProposalView, takingPart } from '../../record/index.ts'
import { type Html, html } from '../html.ts'
import { type Place, to } from '../layout.ts'
import { capitalised, dateInWords, listed } from '../words.ts'
import { actForm, choice, field, folded, ticks } from './after-form.ts'
import { afterWords as words } from './after-words.ts'

/** What follows from its paragraphs: who is to do what by when. */
export function commitmentsPart(view: ProposalView, place: Place): Html {
  const { circle, negotiation } = view
  const { commitments } = negotiation
  const rows = commitments.map(({ act }) => {
    const who = Array.isArray(act.who) ? listed(act.who.map(circle.called)) : act.who
    return html`<tr><th scope="row">${capitalised(act.what)}</th><td data-label="by">${who}</td><td class="date" data-label="due">${act.due ? dateInWords(act.due) : 'no date set'}</td><td class="number" data-label="paragraph">${act.paragraph}</td></tr>`
  })
  const table = html`<table class="cards"><thead><tr><th scope="col">${words.what}</th><th scope="col">${words.who}</th><th scope="col">Due</th><th scope="col" class="number">Paragraph</th></tr></thead><tbody>${rows}</tbody></table><p class="note"><a href="${to(place, 'delivery/commitments')}">${words.commitmentsGo}</a></p>`
  return html`<section class="tight"><h3>${words.commitments}</h3>${commitments.length > 0 ? table : html`<p class="note">${words.noCommitments}</p>`}${view.chairsDeciding && folded(words.addCommitment, commitmentForm(view, place))}</section>`
}

function commitmentForm({ circle, negotiation }: ProposalView, place: Place): Html {
  const { decision, commitments, current } = negotiation
  const paragraphs = current.paragraphs.map(({ number }): [string, string] => [number, number])
  const who = takingPart(circle, negotiation)
    .map((id): [string, string] => [id, circle.called(id)])
    .sort(([, a], [, b]) => (a < b ? -1 : 1))
  const fixed = { kind: 'commitment-made', decision, commitment: `${decision}-${commitments.length + 1}` }
  const asked = html`${choice(words.paragraph, 'paragraph', paragraphs)}${field(words.what, 'what', { required: true })}${ticks(words.who, 'who[]', who)}${field(words.whoElse, 'who')}${field(words.due, 'due', { hint: '2034-09-30' })}`
  return actForm(place, fixed, asked, words.addCommitment)
}
