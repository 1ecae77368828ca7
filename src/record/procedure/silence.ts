import {
  because,
  isRefusal,
  mayOpen,
  type Refusal,
  refuse,
  type SilenceOutcome,
  type SilenceRule,
} from '../../rules/index.ts'
import type { ActOf } from '../acts.ts'
import { liveMeetings } from '../live-meeting.ts'
import { type Negotiation, standsOn } from '../negotiation.ts'
import { mayBreak, silenceOf, silenceRuleOf } from '../stand.ts'
import {
  actsFor,
  chairs,
  first,
  onCurrent,
  openNegotiation,
  type Ruled,
  type Submitted,
  seated,
  underSilence,
} from './submitted.ts'

/**
 * A text put under silence: only where the constitution has such a procedure, by the chair, in the body that decides, and
 * for as long at least as the rule says.
 * @refuses 'no-silence-here', 'not-the-deciding-body', 'silence-runs', 'opens-in-the-past', 'period-too-short', 'stale-revision'
 * @refuses 'not-at-a-meeting' where it is announced at one and the body does not sit
 * @refuses 'objection-stands' whoever has objected to this revision would be taken to be silent
 */
export function ruleSilence(act: ActOf<'silence-opened'>, submitted: Submitted): Ruled {
  const opened = atLevel(submitted, act.decision)
  if (isRefusal(opened)) return opened
  const { circle, at } = submitted
  const { level, body } = opened
  const rule = silenceRuleOf(circle, level)
  if (!rule) {
    return refuse('no-silence-here', `No rule on record lets the ${circle.called(level)} put a text under silence.`, {
      remedy: 'Put it to a meeting.',
    })
  }
  if (level !== body) {
    return refuse(
      'not-the-deciding-body',
      `The ${circle.called(level)} prepares this text; the ${circle.called(body)} decides it.`,
      {
        remedy: 'Forward it first.',
      },
    )
  }
  const wrong = first(
    onCurrent(opened, act.revision),
    underSilence(opened, submitted, ['running', 'announced', 'suspended'], 'Extend it, or wait until it is over.'),
    objectionStands(opened, submitted),
    announcedWhere(rule, level, submitted),
    act.opensAt < at
      ? refuse('opens-in-the-past', `${act.opensAt} has passed.`, { remedy: 'Let it open now or later.' })
      : undefined,
    mayOpen(rule, { opensAt: act.opensAt, expiresAt: act.expiresAt, entitled: mayBreak(circle, opened), events: [] }),
  )
  if (wrong) return wrong
  return [because(`The ${circle.called(level)} may put a text under silence.`, rule.article)]
}

/** @refuses 'not-at-a-meeting' */
function announcedWhere(rule: SilenceRule, body: string, { circle }: Submitted): Refusal | undefined {
  if (rule.announcedAt !== 'meeting') return undefined
  const sits = liveMeetings(circle.organisation).some(({ opened, closed }) => opened.act.body === body && !closed)
  if (sits) return undefined
  return refuse(
    'not-at-a-meeting',
    `Silence is announced at a meeting, and the ${circle.called(body)} is not meeting.`,
    {
      ...(rule.article === undefined ? {} : { article: rule.article }),
      remedy: 'Open a meeting and announce it there.',
    },
  )
}

/** Who objects to the text as it stands objects to it under silence too. @refuses 'objection-stands' */
function objectionStands(negotiation: Negotiation, { circle }: Submitted): Refusal | undefined {
  const objecting = mayBreak(circle, negotiation).filter((id) => standsOn(negotiation, id)?.act.position === 'objects')
  if (objecting.length === 0) return undefined
  const article = silenceRuleOf(circle, negotiation.level)?.article
  return refuse('objection-stands', `${objecting.map(circle.called).join(', ')} objects to this revision.`, {
    ...(article === undefined ? {} : { article }),
    remedy: 'Wait until the objection is lifted, or make another revision.',
  })
}

/** The method is opposed, not the text. @refuses 'method-is-given' where the rule asks nobody; 'too-late' once it runs; 'already-so' */
export function ruleOpposing(act: ActOf<'silence-opposed'>, submitted: Submitted): Ruled {
  const refusal = first(seated(submitted), actsFor(submitted, act.participant, act.fromNote))
  if (refusal) return refusal
  const negotiation = openNegotiation(submitted, act.decision)
  if (isRefusal(negotiation)) return negotiation
  const { circle, at } = submitted
  const rule = silenceRuleOf(circle, negotiation.level)
  const article = rule?.article === undefined ? {} : { article: rule.article }
  const outcome = silenceOf(circle, negotiation, at)?.outcome
  // Whether another opposed or broke it before is not for this delegation to learn.
  const isBefore = negotiation.silence && at < negotiation.silence.opensAt && outcome !== 'ended-by-change'
  if (!isBefore) {
    return refuse('too-late', 'The use of silence is opposed between its announcement and its opening.', {
      ...article,
      remedy: 'While it runs, object to the text itself.',
    })
  }
  if (!rule?.methodNeedsConsent) {
    return refuse('method-is-given', 'Under this rule the use of silence needs nobody’s consent.', {
      ...article,
      remedy: 'Object to the text once silence has opened.',
    })
  }
  if (!mayBreak(circle, negotiation).includes(act.participant)) {
    return refuse('no-say', `${circle.called(act.participant)} is not among those who may break silence.`, article)
  }
  const twice = negotiation.entries.some(
    ({ act: one, position }) =>
      one.kind === 'silence-opposed' &&
      one.participant === act.participant &&
      position > (negotiation.silence?.entry.position ?? 0),
  )
  if (twice) {
    return refuse('already-so', `${circle.called(act.participant)} has opposed it.`, {
      remedy: 'Nothing needs to be done.',
    })
  }
  return [because('Whoever may break silence may oppose its use beforehand.', rule.article)]
}

/** @refuses 'not-running' what does not run, or is not suspended, as the act needs it; 'not-later' an expiry that is not later */
export function ruleSilenceChanged(
  act: ActOf<'silence-extended'> | ActOf<'silence-suspended'> | ActOf<'silence-resumed'>,
  submitted: Submitted,
): Ruled {
  const negotiation = atLevel(submitted, act.decision)
  if (isRefusal(negotiation)) return negotiation
  const { circle, at } = submitted
  const silence = silenceOf(circle, negotiation, at)
  const article = silenceRuleOf(circle, negotiation.level)?.article
  const needed: readonly SilenceOutcome[] = act.kind === 'silence-resumed' ? ['suspended'] : ['running', 'announced']
  if (!silence || !needed.includes(silence.outcome)) {
    return refuse(
      'not-running',
      `Silence on this text ${silence ? `is ${inWords[silence.outcome]}` : 'was never opened'}.`,
      {
        remedy: act.kind === 'silence-resumed' ? 'Only what is suspended is resumed.' : 'It must be running.',
      },
    )
  }
  if (act.kind === 'silence-extended' && silence.expiresAt && act.until <= silence.expiresAt) {
    return refuse('not-later', `Silence expires at ${silence.expiresAt}; an extension ends later.`, {
      remedy: 'Give a later instant.',
    })
  }
  return [because('The chair keeps the time of silence.', article)]
}

const inWords: { readonly [O in SilenceOutcome]: string } = {
  announced: 'announced',
  'method-opposed': 'not used: the method was opposed',
  running: 'running',
  suspended: 'suspended',
  broken: 'broken',
  'ended-by-change': 'ended, since the text was changed',
  adopted: 'over, and the text adopted',
}

function atLevel(submitted: Submitted, decision: string): Negotiation | Refusal {
  const refusal = seated(submitted)
  if (refusal) return refusal
  const negotiation = openNegotiation(submitted, decision)
  if (isRefusal(negotiation)) return negotiation
  return chairs(submitted, negotiation.level) ?? negotiation
}
