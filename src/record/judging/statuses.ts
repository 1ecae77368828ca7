import {
  type Check,
  type Day,
  type Grant,
  judgeGrant,
  judgeLeaving,
  judgeSignedBefore,
  latest,
  type RulesOnStatuses,
} from '../../rules/index.ts'
import type { ActOf } from '../acts.ts'
import type { Organisation } from '../organisation.ts'
import type { RulesOfDay } from '../rules-of-day.ts'
import { type Circumstances, evidence, isInferred } from './circumstances.ts'

export function judgeStatusGranted(act: ActOf<'status-granted'>, circumstances: Circumstances): Check[] {
  const { rules, heldBefore, called } = circumstances
  const onStatuses = { ...rulesOnStatuses(rules), called }
  return [...judgeGrant(onStatuses, grantOf(act, heldBefore)), ...judgeSigned(act, circumstances)]
}

export function judgeStatusEnded(act: ActOf<'status-ended'>, { rules }: Circumstances): Check[] {
  return [judgeLeaving(rulesOnStatuses(rules).leaving, evidence(act, 'noticeOn'), evidence(act, 'on'))]
}

/** Instruments of a type that a participant must have signed before. */
function judgeSigned(act: ActOf<'status-granted'>, { organisation, rules, called }: Circumstances): Check[] {
  if (act.founding) return []
  return rules
    .of('signed-before')
    .filter(({ computes }) => computes.status === act.status)
    .map((rule) => {
      const { instrument } = rule.computes
      const signed = organisation
        .instruments()
        .find((one) => one.act.type === instrument && hadSigned(one.act, act.participant, organisation.day))
      const complete = isComplete(organisation) && !isInferred(act, 'on')
      return judgeSignedBefore({ ...rule, instrument }, act.participant, signed?.act, complete, called)
    })
}

/** Whether a participant had surely signed by a day. */
function hadSigned(act: ActOf<'instrument-signed'>, participant: string, day: Day): boolean {
  const { signatories, parties = [], on } = act
  const own = parties.find((party) => party.participant === participant)?.signedOn
  const signedOn = own ?? (signatories.includes(participant) ? on : undefined)
  return signedOn !== undefined && latest(signedOn) <= day && !isInferred(act, own ? 'parties' : 'signatories')
}

/** Whether the record of instruments is complete for every year until the day. */
function isComplete(organisation: Organisation): boolean {
  const begins = organisation.description?.begins
  if (begins === undefined) return false
  const rows = organisation.coverage().filter((row) => row.of === 'instruments' && row.coverage === 'complete')
  const years = new Set(rows.map((row) => row.year))
  const [first, last] = [Number(begins.slice(0, 4)), Number(organisation.day.slice(0, 4))]
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).every((year) => years.has(year))
}

function grantOf(act: ActOf<'status-granted'>, heldBefore: readonly string[]): Grant {
  const by = isInferred(act, 'decided.by') ? undefined : act.decided?.by
  const positions = isInferred(act, 'decided.positions') ? undefined : act.decided?.positions
  return {
    participant: act.participant,
    status: act.status,
    heldBefore,
    founding: act.founding ?? false,
    ...(by === undefined ? {} : { decidedBy: by }),
    ...(positions === undefined ? {} : { positions }),
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
