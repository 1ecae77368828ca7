import {
  earliest,
  type Finding,
  type Grant,
  type Judgement,
  judgeGrant,
  judgeLeaving,
  type PartialDate,
  type RulesOnStatuses,
} from '../rules/index.ts'
import type { Act, ActOf } from './acts.ts'
import type { Organisation } from './organisation.ts'

/** What a judgement needs beside the act: the organisation on the act's day, and the status held just before it. */
export interface Circumstances {
  readonly organisation: Organisation
  readonly heldBefore: readonly string[]
}

/**
 * What the rules of its day say of an act, each check with its own finding; empty when no rule bears on acts of its kind.
 * Facts that were inferred are left out: they prove nothing.
 */
export function judge(act: Act, { organisation, heldBefore }: Circumstances): Finding<Judgement>[] {
  const rules = { ...rulesOnStatuses(organisation.rulesInForce()), called: (id: string) => calledIn(organisation, id) }
  switch (act.kind) {
    case 'status-granted':
      return judgeGrant(rules, grantOf(act, heldBefore))
    case 'status-ended':
      return [judgeLeaving(rules.leaving, exactDay(act.noticeOn), earliest(act.on))]
    default:
      return []
  }
}

/** The gravest of several findings; a departure outweighs what cannot be judged. */
export function gravest(findings: readonly Finding<Judgement>[]): Judgement {
  const order: Judgement[] = ['departure', 'unusual', 'cannot-be-judged']
  return order.find((judgement) => findings.some((finding) => finding.outcome === judgement)) ?? 'in-order'
}

function grantOf(act: ActOf<'status-granted'>, heldBefore: readonly string[]): Grant {
  const inferred = act.doubt.some((doubt) => doubt.kind === 'inferred' && doubt.field.startsWith('decided'))
  const decided = inferred ? undefined : act.decided
  return {
    participant: act.participant,
    status: act.status,
    heldBefore,
    founding: act.founding ?? false,
    ...(decided?.by === undefined ? {} : { decidedBy: decided.by }),
    ...(decided?.positions === undefined ? {} : { positions: decided.positions }),
  }
}

function exactDay(date: PartialDate | undefined) {
  return date === undefined ? undefined : earliest(date)
}

function rulesOnStatuses(inForce: readonly ActOf<'rule-stated'>[]): RulesOnStatuses {
  const statuses = []
  const bodies = []
  let leaving: RulesOnStatuses['leaving']
  for (const { computes, strength, article, document } of inForce) {
    const cited = article === undefined ? document : `${document}, ${article}`
    if (computes?.kind === 'status') {
      const { status, grantedBy, heldBefore = [] } = computes
      statuses.push({ status, grantedBy, heldBefore, strength, article: cited })
    }
    if (computes?.kind === 'body') bodies.push({ body: computes.body, decides: computes.decides, article: cited })
    if (computes?.kind === 'leaving') leaving = { notice: computes.notice, strength, article: cited }
  }
  return leaving ? { statuses, bodies, leaving } : { statuses, bodies }
}

/** The name in use on the day of a participant, a body or a status; the id itself where none is on record. */
function calledIn(organisation: Organisation, id: string): string {
  const status = organisation.description?.statuses.find((one) => one.status === id)
  const body = organisation.rules().find(({ computes }) => computes?.kind === 'body' && computes.body === id)?.computes
  const described = organisation.body(id)?.names.en ?? (body?.kind === 'body' ? body.name : undefined)
  return status?.en.one ?? described ?? organisation.participant(id).names?.en ?? id
}
