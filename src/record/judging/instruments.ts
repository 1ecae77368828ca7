import { type Check, cannotBeJudged, enterIntoForce, inOrder, isRefusal, notKept } from '../../rules/index.ts'
import type { ActOf } from '../acts.ts'
import type { Organisation } from '../organisation.ts'
import { type Computing, clausesOn } from '../rules-of-day.ts'
import { type Circumstances, evidence, isInferred } from './circumstances.ts'

type Instrument = ActOf<'instrument-signed'>
type ForceRule = Computing<'entry-into-force'>

/**
 * Whether the day on which an instrument is said to have entered into force is the day that its clause gives.
 *
 * @source Vienna Convention on the Law of Treaties, article 24(4): such clauses apply from the adoption of the text, so
 *   also where the rule begins with the entry into force itself
 */
export function judgeInstrument(act: Instrument, { organisation }: Circumstances): Check[] {
  return clausesOn(act.instrument, organisation).map((rule) => judgeEntry(rule, act, organisation))
}

function judgeEntry(rule: ForceRule, act: Instrument, organisation: Organisation): Check {
  if (isInferred(act, 'parties')) return cannotBeJudged('The deposits are not on record.', rule)
  const answer = entryOf(act, rule, organisation)
  const recorded = evidence(act, 'inForceOn')
  if (isRefusal(answer)) return cannotBeJudged(answer.message, rule)
  if (answer.inForceOn === null) {
    return cannotBeJudged('The deposits are not published, or not on record, so the day cannot be computed.', rule)
  }
  if (recorded === undefined)
    return inOrder(`By the deposits on record it entered into force on ${answer.inForceOn}.`, rule)
  const agrees = answer.inForceOn.startsWith(recorded)
  const text = `Said to be in force from ${recorded}; by the deposits on record from ${answer.inForceOn}.`
  const check = agrees ? inOrder(text, rule) : notKept(text, rule)
  return { ...check, reasons: [...check.reasons, ...answer.reasons] }
}

/** An instrument's clauses with what each gives from the record. */
export interface ByClause {
  readonly rule: string
  readonly article: string
  readonly clause: ForceRule['computes']['clause']
  readonly answer: ReturnType<typeof entryOf>
}

export function byItsClauses(act: Instrument, organisation: Organisation): ByClause[] {
  return clausesOn(act.instrument, organisation).map((stated) => ({
    rule: stated.rule as string,
    article: stated.article,
    clause: stated.computes.clause,
    answer: entryOf(act, stated, organisation),
  }))
}

/** When an instrument enters into force by its clause, from the signatures and deposits on record. */
function entryOf(act: Instrument, { computes, article }: ForceRule, organisation: Organisation) {
  const { clause } = computes
  const instruments = 'instruments' in clause ? clause.instruments : undefined
  const known = instruments?.map((one) => ({
    ...one,
    inForceOn: one.inForceOn ?? organisation.instrument(one.id)?.act.inForceOn ?? null,
  }))
  return enterIntoForce({
    id: act.instrument,
    clause: {
      ...clause,
      article: clause.article ?? article,
      ...(known ? { instruments: known } : {}),
    } as typeof clause,
    events: (act.parties ?? []).flatMap(({ participant, signedOn, depositedOn }) => [
      ...(signedOn ? [{ participant, kind: 'signature' as const, on: signedOn }] : []),
      ...(depositedOn ? [{ participant, kind: 'ratification' as const, on: depositedOn }] : []),
    ]),
  })
}
