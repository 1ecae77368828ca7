import {
  type Check,
  cannotBeJudged,
  earliest,
  type Grant,
  inOrder,
  judgeGrant,
  judgeLeaving,
  type RulesOnStatuses,
} from '../../rules/index.ts'
import type { ActOf } from '../acts.ts'
import type { RulesOfDay } from '../rules-of-day.ts'
import { type DayJudged, isInferred } from './circumstances.ts'

export function judgeStatusGranted(
  act: ActOf<'status-granted'>,
  day: DayJudged,
  heldBefore: readonly string[],
): Check[] {
  const { rules, called } = day
  const onStatuses = { ...rulesOnStatuses(rules), called }
  return [...judgeGrant(onStatuses, grantOf(act, heldBefore)), ...judgeSignedBefore(act, day)]
}

export function judgeStatusEnded(act: ActOf<'status-ended'>, { rules }: DayJudged): Check[] {
  const noticeOn = act.noticeOn === undefined ? undefined : earliest(act.noticeOn)
  return [judgeLeaving(rulesOnStatuses(rules).leaving, noticeOn, earliest(act.on))]
}

/** Instruments of a type that a participant must have signed before. Only one on record can show that it did. */
function judgeSignedBefore(act: ActOf<'status-granted'>, { organisation, rules, called }: DayJudged): Check[] {
  if (act.founding) return []
  return rules
    .of('signed-before')
    .filter(({ computes }) => computes.status === act.status)
    .map((rule) => {
      const signed = organisation
        .instruments()
        .find((one) => one.act.type === rule.computes.instrument && signatoriesOf(one.act).includes(act.participant))
      if (signed)
        return inOrder(`${called(act.participant)} had signed "${signed.act.title}" by ${signed.act.on}.`, rule)
      return cannotBeJudged(`No ${rule.computes.instrument.replaceAll('-', ' ')} signed before is on record.`, rule)
    })
}

function signatoriesOf({ signatories, parties = [] }: ActOf<'instrument-signed'>): string[] {
  return [...signatories, ...parties.filter((party) => party.signedOn).map((party) => party.participant)]
}

function grantOf(act: ActOf<'status-granted'>, heldBefore: readonly string[]): Grant {
  const decided = isInferred(act, 'decided') ? undefined : act.decided
  return {
    participant: act.participant,
    status: act.status,
    heldBefore,
    founding: act.founding ?? false,
    ...(decided?.by === undefined ? {} : { decidedBy: decided.by }),
    ...(decided?.positions === undefined ? {} : { positions: decided.positions }),
  }
}

function rulesOnStatuses(rules: RulesOfDay): RulesOnStatuses {
  const statuses = rules.of('status').map(({ computes, ...rule }) => ({ ...rule, ...computes }))
  const bodies = [...new Set(statuses.map((one) => one.grantedBy))].flatMap((body) => {
    const rule = rules.deciding(body)
    return rule ? [{ ...rule, body, decides: rule.computes.decides }] : []
  })
  const [leaving] = rules.of('leaving')
  return { statuses, bodies, ...(leaving ? { leaving: { ...leaving, notice: leaving.computes.notice } } : {}) }
}
