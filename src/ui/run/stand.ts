import type { ProposalView } from '../../record/index.ts'
import { because, type Reason } from '../../rules/index.ts'
import type { Section } from './proposal.ts'
import { instantThere, timeZoneOf } from './times.ts'

export const standSection: Section = () => undefined

/** Where a proposal stands, in a sentence, as far as the seat may know. */
export function standingSentence(view: ProposalView): { readonly text: string; readonly reasons: readonly Reason[] } {
  const { negotiation, circle, silence, stand } = view
  const { withdrawn, decided, number, current, level } = negotiation
  const say = (text: string, reasons: readonly Reason[] = []) => ({ text, reasons })
  if (withdrawn) return say('Withdrawn.')
  if (decided)
    return say(decided.act.outcome === 'adopted' ? `Adopted${number ? ` as ${number}` : ''}.` : 'Not adopted.')
  const until = silence?.expiresAt ? instantThere(silence.expiresAt, timeZoneOf(circle.organisation)) : ''
  if (silence?.outcome === 'running') return say(`Under silence until ${until}.`, silence.reasons)
  if (silence?.outcome === 'announced') return say('To be put under silence.', silence.reasons)
  if (stand?.outcome === 'adopted') return say('Nothing stands against it at this level.', stand.reasons)
  if (stand) return say('It is not agreed at this level yet.', stand.reasons)
  return say(`Before ${circle.called(level)}, at revision ${current.number}.`, [because('Positions are asked for.')])
}
