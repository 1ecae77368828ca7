import { type Check, type InTurn, judgeApart, judgeRotation, judgeTerm } from '../../rules/index.ts'
import type { ActOf } from '../acts.ts'
import { covers } from '../offices.ts'
import type { Dated } from '../organisation.ts'
import type { Computing } from '../rules-of-day.ts'
import { type DayJudged, evidence, holdersBefore, isInferred } from './circumstances.ts'

/** How long, whether again, whose turn it was, and beside whom. */
export function judgeTermBegan(act: ActOf<'term-began'>, day: DayJudged): Check[] {
  const { organisation, rules, called } = day
  const all = organisation.listedThroughout('term-began')
  const before = beforeIn(
    all.filter((one) => one.act.office === act.office),
    act.id,
  )
  const held = {
    holder: act.holder,
    from: act.on,
    to: isInferred(act, 'on') ? undefined : evidence(act, 'to'),
    again: before.some((one) => one.act.holder === act.holder),
  }
  return [
    ...rules
      .of('term')
      .filter(({ computes }) => computes.office === act.office)
      .flatMap((rule) => judgeTerm({ ...rule, ...rule.computes }, held)),
    ...rules
      .of('rotation')
      .filter(({ computes }) => computes.office === act.office)
      .flatMap((rule) => judgeTurn(rule, act.participant, before.at(-1)?.act.participant, day)),
    ...rules
      .of('apart')
      .filter(({ computes }) => computes.office === act.office)
      .map((rule) => {
        const { from: office } = rule.computes
        const participants = all
          .filter((one) => one.act.office === office && covers(one.act, organisation.day) === 'holds')
          .map((one) => one.act.participant)
        return judgeApart(rule, act.participant, { office, participants }, called)
      }),
  ]
}

/** Whose turn it was to chair. A chair that is only announced is not judged. */
export function judgeChairTaken(act: ActOf<'chair-taken'>, day: DayJudged): Check[] {
  if (act.planned) return []
  const chairs = day.organisation.listedThroughout('chair-taken').filter((one) => one.act.body === act.body)
  const before = beforeIn(chairs, act.id).at(-1)?.act.participant
  return day.rules
    .of('rotation')
    .filter(({ computes }) => computes.chairOf === act.body)
    .flatMap((rule) => judgeTurn(rule, act.participant, before, day))
}

function beforeIn<K extends 'term-began' | 'chair-taken'>(all: readonly Dated<K>[], id: string): readonly Dated<K>[] {
  const index = all.findIndex((one) => one.act.id === id)
  return index === -1 ? all : all.slice(0, index)
}

function judgeTurn(
  rule: Computing<'rotation'>,
  participant: string,
  before: string | undefined,
  { organisation, called }: DayJudged,
): Check[] {
  const { language, among } = rule.computes
  const named = (id: string): InTurn[] => {
    const name = organisation.participant(id).names?.[language]
    return name === undefined ? [] : [{ participant: id, name }]
  }
  const [last] = before === undefined ? [] : named(before)
  const turns = holdersBefore(organisation, among).flatMap((holding) => named(holding.participant))
  return judgeRotation({ ...rule, language }, participant, last, turns, called)
}
