import { type Dated, type ProposalView, standsOn } from '../../record/index.ts'
import { type Html, html } from '../html.ts'
import { positionWords, statementWords } from '../negotiation-sentences.ts'

/** What relates to one paragraph of the text as it stands: objections, reserves, statements; as far as the seat sees them. */
export function paragraphMarks({ negotiation, circle }: ProposalView, number: string): Html | undefined {
  const positions = [...negotiation.positions.keys()].flatMap((id) => {
    const act = standsOn(negotiation, id)?.act
    const bears = act?.paragraphs?.includes(number) && (act.position === 'objects' || act.position === 'reserves')
    return act && bears
      ? [
          html`<li><span class="tag ${act.position === 'objects' ? 'no' : 'wait'}">${circle.called(id)} ${positionWords[act.position]}</span>${act.wouldLift ? html` <small>Would lift it: ${act.wouldLift}</small>` : undefined}</li>`,
        ]
      : []
  })
  const statements = negotiation.statements
    .filter(({ act }) => act.paragraphs?.includes(number))
    .map(
      ({ act }) =>
        html`<li><span class="tag">${circle.called(act.participant)}: ${statementWords[act.type]}</span> <small>${act.says}</small></li>`,
    )
  const all = [...positions, ...statements]
  return all.length > 0 ? html`<ul class="plain relates">${all}</ul>` : undefined
}

export function amendmentsTo({ negotiation }: ProposalView, number: string): readonly Dated<'amendment-proposed'>[] {
  return negotiation.amendments.filter(({ act }) => act.paragraph === number)
}
