import { audiences, type ProposalView } from '../../record/index.ts'
import { type Content, type Html, html } from '../html.ts'
import { type Place, to } from '../layout.ts'
import { whenInWords } from '../words.ts'
import { commitmentsPart } from './after-commitments.ts'
import { actForm, folded } from './after-form.ts'
import { partakersPart } from './after-joining.ts'
import { signaturePart } from './after-signature.ts'
import { audienceWords, afterWords as words } from './after-words.ts'
import type { Section } from './proposal.ts'

/** What a proposal has become: its number, who is in it, its signature, what is to be done. Text and statements stand above. */
export const afterSection: Section = (view, place) => {
  const { decided } = view.negotiation
  if (!decided) return undefined
  if (decided.act.outcome !== 'adopted') {
    const title = words.became['not-adopted'](whenInWords(decided.act.on))
    return html`<section class="stack" id="after"><h2>${title}</h2>${onRecord(view, place)}</section>`
  }
  return html`<section class="stack" id="after">${identity(view, place)}${partakersPart(view, place)}${signaturePart(view, place)}${commitmentsPart(view, place)}${readers(view, place)}</section>`
}

function identity(view: ProposalView, place: Place): Html {
  const { circle, negotiation, numberDue, chairsDeciding } = view
  const { decided, number, body, current, decision } = negotiation
  const under = decided?.act.adoption?.under
  const title = words.became.adopted(whenInWords(decided?.act.on ?? circle.organisation.day), number)
  const due = (): Content => {
    if (number) return undefined
    const says = html`<p>${words.identity(current.title.en)}</p>`
    if (!numberDue) return html`${says}<p class="note">${words.noScheme}</p>`
    const article = html` <cite>${numberDue.article}</cite>`
    const { participant } = circle.chair(body)
    if (!chairsDeciding)
      return html`${says}<p class="note">${words.numberedBy(participant ? circle.called(participant) : 'the chair')}${article}</p>`
    const fixed = { kind: 'decision-numbered', decision, number: numberDue.number }
    const why = html`<p class="note">${words.numberWhy}${article}</p>`
    return html`${says}${actForm(place, fixed, why, words.number(numberDue.number))}`
  }
  return html`<section class="tight"><h2>${title}</h2>${under && html`<p>${words.under[under](circle.called(body), number)}</p>`}${due()}${onRecord(view, place)}</section>`
}

function onRecord({ negotiation }: ProposalView, place: Place): Html {
  return html`<p><a href="${to(place, `decisions/${negotiation.decision}`)}">${words.onRecord}</a></p>`
}

/** To whom it is open, and the way to open it to more. */
function readers({ negotiation, chairsDeciding }: ProposalView, place: Place): Html {
  const { audience, decision } = negotiation
  const wider = audiences.slice(0, audiences.indexOf(audience)).toReversed()
  const open = wider.map((one) => {
    const fixed = { kind: 'decision-released', decision, to: one }
    const sure = html`<p>${words.openMeans(audienceWords[one])}</p><label class="tick"><input type="checkbox" required> ${words.openSure}</label>`
    return folded(words.open(audienceWords[one]), actForm(place, fixed, sure, words.open(audienceWords[one])))
  })
  const stub = audience !== 'public' && html` ${words.stub}`
  return html`<section class="tight" id="readers"><h3>${words.readers}</h3><p>${words.readersAre(audienceWords[audience])}${stub}</p>${chairsDeciding && open}</section>`
}
