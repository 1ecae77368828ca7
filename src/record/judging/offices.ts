import {
  type Certainty,
  type Check,
  type Day,
  earliest,
  type InTurn,
  judgeApart,
  judgeRotation,
  judgeTerm,
  latest,
  turnOf,
} from '../../rules/index.ts'
import type { ActOf } from '../acts.ts'
import { covers } from '../offices.ts'
import type { Dated } from '../organisation.ts'
import type { Computing } from '../rules-of-day.ts'
import { type Circumstances, evidence, holdersBefore, isInferred } from './circumstances.ts'

type Term = ActOf<'term-began'>
type Turn = Term | ActOf<'chair-taken'>

/** How long, whether again, whose turn it was, and beside whom. */
export function judgeTermBegan(act: ActOf<'term-began'>, circumstances: Circumstances): Check[] {
  const { organisation, rules, called } = circumstances
  const upToNow = organisation.listed('term-began')
  const before = beforeIn(
    upToNow.filter((one) => one.act.office === act.office),
    act.id,
  )
  const participant = evidence(act, 'participant')
  const again = wasBefore(
    act,
    before.map((one) => one.act),
  )
  const held = { holder: act.holder, from: evidence(act, 'on'), to: evidence(act, 'to'), again }
  return [
    ...rules
      .of('term')
      .filter(({ computes }) => computes.office === act.office)
      .flatMap((rule) => judgeTerm({ ...rule, ...rule.computes }, held)),
    ...rules
      .of('rotation')
      .filter(({ computes }) => computes.office === act.office)
      .flatMap((rule) =>
        judgeTurn(
          rule,
          participant,
          before.map((one) => one.act),
          circumstances,
        ),
      ),
    ...rules
      .of('apart')
      .filter(({ computes }) => computes.office === act.office)
      .map((rule) => {
        const { from: office } = rule.computes
        const participants = putForward(
          upToNow.map((one) => one.act).filter((one) => one.office === office),
          organisation.day,
        )
        return judgeApart(rule, participant, { office, participants }, called)
      }),
  ]
}

/** Whose turn it was to chair. A chair that is only announced is not judged, and nobody comes after it. */
export function judgeChairTaken(act: ActOf<'chair-taken'>, circumstances: Circumstances): Check[] {
  if (act.planned) return []
  const chairs = circumstances.organisation
    .listed('chair-taken')
    .filter((one) => one.act.body === act.body && !one.act.planned)
  const before = beforeIn(chairs, act.id).map((one) => one.act)
  return circumstances.rules
    .of('rotation')
    .filter(({ computes }) => computes.chairOf === act.body)
    .flatMap((rule) => judgeTurn(rule, evidence(act, 'participant'), before, circumstances))
}

function beforeIn<K extends 'term-began' | 'chair-taken'>(all: readonly Dated<K>[], id: string): readonly Dated<K>[] {
  const index = all.findIndex((one) => one.act.id === id)
  return index === -1 ? all : all.slice(0, index)
}

/** Whether the holder had the office before; `undefined` where only an inference says so. */
function wasBefore(act: Term, before: readonly Term[]): boolean | undefined {
  const same = before.filter((one) => one.holder === act.holder)
  if (isInferred(act, 'holder')) return undefined
  if (same.some((one) => !isInferred(one, 'holder'))) return true
  return same.length > 0 ? undefined : false
}

/** Who put forward those who hold an office on a day; nobody where some of it is not sure. */
function putForward(terms: readonly Term[], day: Day): readonly string[] {
  const may = terms.filter((one) => covers(one, day) !== 'does-not-hold')
  const sure = may.every((one) => covers(one, day) === 'holds' && !isInferred(one, 'participant'))
  return sure ? may.map((one) => one.participant) : []
}

function judgeTurn(
  rule: Computing<'rotation'>,
  participant: string | undefined,
  before: readonly Turn[],
  circumstances: Circumstances,
): Check[] {
  const { organisation, called } = circumstances
  const { language, among } = rule.computes
  const inTurn = (id: string, certainty: Certainty): InTurn => ({
    participant: id,
    name: organisation.participant(id).names?.[language],
    perhaps: certainty === 'uncertain',
  })
  const whoCame = (act: Turn) => {
    const came = evidence(act as Term, 'participant')
    return came === undefined ? undefined : inTurn(came, 'holds')
  }
  const amongOn = (day: Day) =>
    holdersBefore({ ...circumstances, organisation: organisation.onDay(day) }, among).map((holding) =>
      inTurn(holding.participant, holding.certainty),
    )
  const amongAt = ({ on }: Turn) => (on !== undefined && earliest(on) === latest(on) ? amongOn(earliest(on)) : [])
  const last = before.at(-1)
  const stated = { ...rule, language }
  const due = () =>
    turnOf(
      stated,
      round(before, rule.since).map((act) => ({ came: whoCame(act), among: amongAt(act) })),
    )
  return judgeRotation(
    stated,
    participant,
    last === undefined ? 'first' : whoCame(last),
    amongOn(organisation.day),
    called,
    due,
  )
}

/** The turns that a rule has governed, and the last one before it, where the round begins. */
function round(turns: readonly Turn[], since: Day): readonly Turn[] {
  const first = turns.findIndex(({ on }) => on !== undefined && earliest(on) >= since)
  return first === -1 ? turns.slice(-1) : turns.slice(Math.max(0, first - 1))
}
