import { earliest, isRefusal, type Refusal, refuse } from '../rules/index.ts'
import { type Act, standsAsEntered, targetsOf } from './acts.ts'
import { Circle } from './circle.ts'
import { clockRefusal, exerciseRefusal } from './clock.ts'
import type { Ruling } from './entry.ts'
import type { Fold } from './fold.ts'
import { gravest, judge } from './judge.ts'
import { dayJudged } from './judging/circumstances.ts'
import { leavingRefusal, takingBack } from './leaving.ts'
import { participantsOf } from './named.ts'
import { holdingsOn } from './participants.ts'
import { dayBegins, endOfTime } from './place.ts'
import { ruleProcedure } from './procedure.ts'
import { RulesOfDay } from './rules-of-day.ts'
import type { Seat } from './seat.ts'

/**
 * What the rules say of an act as the record stands now. A live act that keeps to every `must` gets a ruling to be
 * stored beside it; one that does not is out of order and gets a refusal. History is checked for sense, not ruled on.
 *
 * @refuses 'not-your-act' a seat that may not do this
 * @refuses 'stands-as-entered' a live act that takes out what was done on the way to a decision, or the decision
 * @refuses 'no-source' a historical act without a source
 * @refuses 'unknown-…' an act, participant or status that the record does not have
 * @refuses 'clock-…', 'still-an-exercise' what clock.ts does not allow
 * @refuses 'out-of-order' a live act that departs from a rule
 */
export function rule(fold: Fold, act: Act, seat: Seat): Ruling | Refusal {
  const organisation = fold.at(act.on ? earliest(act.on) : endOfTime)
  const at = act.at ?? fold.recordedAt
  const ruled = act.history || !at ? undefined : ruleProcedure(act, { circle: new Circle(organisation), seat, at })
  if (isRefusal(ruled)) return ruled
  const back = takingBack(fold, act, seat)
  if (isRefusal(back)) return back
  const refusal =
    (ruled || back ? undefined : seatRefusal(fold, act, seat)) ??
    (back ? undefined : standingRefusal(fold, act, seat)) ??
    sourceRefusal(act) ??
    (back ? undefined : unknownRefusal(fold, act, seat)) ??
    clockRefusal(fold, act) ??
    exerciseRefusal(fold, act)
  if (refusal) return refusal
  if (act.history) return { finding: 'entered-as-history' }
  if (ruled) return { finding: 'in-order', reasons: ruled }
  const [participant] = participantsOf(act)
  const held = participant ? holdingsOn(organisation.participant(participant), organisation.day) : []
  const heldBefore = held.map((holding) => holding.status)
  const rules = new RulesOfDay(organisation.rulesInForce())
  // What is on record stands before what is being submitted.
  const findings = judge(act, {
    ...dayJudged(organisation, rules),
    heldBefore,
    isEarlier: () => true,
  })
  const finding = gravest(findings)
  const reasons = findings.flatMap((f) => f.reasons)
  if (finding !== 'departure') return { finding, reasons }
  const [broken] = findings.filter((f) => f.outcome === 'departure').flatMap((f) => f.reasons)
  return refuse('out-of-order', broken?.text ?? 'A rule was not kept.', {
    ...(broken?.article === undefined ? {} : { article: broken.article }),
    remedy: 'Nothing was entered. Put the matter right under the rule named and submit it again.',
  })
}

function seatRefusal(fold: Fold, act: Act, seat: Seat): Refusal | undefined {
  if (act.kind === 'status-ended' && !act.history) return leavingRefusal(fold, act, seat)
  if (seat.kind === 'secretariat') return undefined
  return refuse('not-your-act', 'This act is entered by the Secretariat.', {
    remedy: 'Send it to the Secretariat in a note.',
  })
}

/** Nobody takes back what a delegation said, nor a decision, by a correction; and only the Secretariat corrects. */
function standingRefusal(fold: Fold, act: Act, seat: Seat): Refusal | undefined {
  const targets = act.history ? [] : targetsOf(act)
  if (targets.length === 0) return undefined
  if (seat.kind !== 'secretariat') {
    return refuse('not-your-act', 'What is on record is corrected by the Secretariat.', {
      remedy: 'Send it to the Secretariat in a note.',
    })
  }
  const standing = targets.some((id) => {
    const entry = fold.entry(id)
    return entry !== undefined && standsAsEntered(entry.act)
  })
  if (!standing) return undefined
  return refuse('stands-as-entered', 'What was done on the way to a decision stands as it was entered.', {
    remedy: 'Nothing was entered. It is changed by another act of whoever did it, or by another decision.',
  })
}

function sourceRefusal(act: Act): Refusal | undefined {
  const needsSource = act.history && act.on !== undefined
  if (!needsSource || act.sources.length > 0) return undefined
  return refuse('no-source', `The historical act "${act.id}" names no source.`, {
    remedy: 'Every historical act says where it is documented: add `sources`.',
  })
}

function unknownRefusal(fold: Fold, act: Act, seat: Seat): Refusal | undefined {
  const refers = targetsOf(act).length > 0 || act.after !== undefined || act.carriesOut !== undefined
  // Before it is looked up: whether an act with this id is on record is not for a delegation to try out.
  if (refers && !act.history && seat.kind !== 'secretariat') {
    return refuse('not-your-act', 'Only the Secretariat places an act beside another, or corrects or withdraws one.', {
      remedy:
        'Leave out “after”, “carriesOut” and “replaces”. What a delegation said it changes by another act of its own.',
    })
  }
  const anchors = [act.after, act.carriesOut].filter((id) => id !== undefined && id !== dayBegins) as string[]
  const missing = [...targetsOf(act), ...anchors].find((id) => !fold.entry(id))
  if (missing) {
    return refuse('unknown-act', `"${act.id}" refers to "${missing}", which is not in the register.`, {
      remedy: 'Check the id; an act can refer only to acts entered before it.',
    })
  }
  if (act.kind === 'participant-described') return undefined
  const now = fold.at(endOfTime)
  const stranger = participantsOf(act).find((id) => now.participant(id).description === undefined)
  if (stranger) {
    return refuse('unknown-participant', `"${act.id}" concerns "${stranger}", which is not described in the record.`, {
      remedy: 'Describe the participant first.',
    })
  }
  const statuses = now.description?.statuses.map((s) => s.status)
  if (act.kind === 'status-granted' && statuses && !statuses.includes(act.status)) {
    return refuse('unknown-status', `"${act.id}" grants "${act.status}", which is none of ${statuses.join(', ')}.`, {
      remedy: 'Use one of these, or add the status to the description of the organisation.',
    })
  }
  return undefined
}
