import { nameOf, type ProposalView } from '../../record/index.ts'
import { type Html, html } from '../html.ts'
import { listed } from '../words.ts'
import { the } from './stand.ts'
import { instantThere, timeZoneOf } from './times.ts'

/** What all are told when silence is over, as a letter to copy or to print; nothing while it is not. */
export function notice(view: ProposalView): Html | undefined {
  const text = noticeText(view)
  if (text === undefined) return undefined
  return html`<details class="letter"><summary>The notice to all, to copy or to print</summary><pre>${text}</pre></details>`
}

/** It goes to everyone, so it names whoever broke silence only where everyone may know. */
export function noticeText(view: ProposalView): string | undefined {
  const { silence, negotiation, circle } = view
  const { level, current, revisions } = negotiation
  const put = negotiation.silence
  if (!silence || !put) return undefined
  const said = { ...whatBecame(view) }[silence.outcome as string]
  if (said === undefined) return undefined
  const zone = timeZoneOf(circle.organisation)
  const { organisation, rules } = circle
  const article = rules.of('silence').find(({ computes }) => computes.bodies.includes(level))?.article
  const title = (revisions.find(({ number }) => number === put.revision) ?? current).title.en
  const under = `under silence from ${instantThere(put.opensAt, zone)} to ${instantThere(silence.expiresAt ?? put.expiresAt, zone)}`
  const chair = circle.chair(level).participant
  return [
    organisation.description?.names.en ?? organisation.id,
    'To all delegations',
    `The chair of ${the(circle, level)} refers to revision ${put.revision} of “${title}”, put ${under}${article ? ` (${article})` : ''}.`,
    said,
    `For the chair of ${the(circle, level)}${chair === undefined ? '' : `: ${nameOf(organisation, chair)}`}`,
  ].join('\n\n')
}

function whatBecame(view: ProposalView): Readonly<Record<string, string>> {
  const { circle, negotiation } = view
  const by = knownToAll(view)
  const number = negotiation.number
    ? `It has the number ${negotiation.number}.`
    : `It has no number yet; it is announced, and numbered, at the next meeting of ${the(circle, negotiation.level)}.`
  return {
    broken: `Silence was broken before it expired${by}. The text is not adopted.`,
    'method-opposed': `The use of silence was opposed before it opened${by}. The text was not put under silence and is not adopted; nothing is said by this of the text itself.`,
    'ended-by-change': 'The text was changed while silence ran, and silence ended by that. The text is not adopted.',
    adopted: `Nobody who may break silence had broken it when it expired. The text was adopted at that instant. ${number}`,
  }
}

function knownToAll({ silence, silenceRule, negotiation, circle, at }: ProposalView): string {
  const { by } = silence ?? {}
  const isOver = negotiation.silence !== undefined && at >= negotiation.silence.expiresAt
  const isKnown = silenceRule?.release === 'at-once' || (silenceRule?.release === 'when-over' && isOver)
  return by && isKnown ? ` by ${listed(by.map(circle.called))}` : ''
}
