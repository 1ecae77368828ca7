import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Condition,
  type CountedOf,
  type DecisionRule,
  decide,
  isRefusal,
  type Outcome,
  type Position,
  positionCodes,
  prepare,
  type Question,
  readQuestion,
} from '../src/rules/index.ts'
import { anyQuestion, anyRule, positions } from './support/questions.ts'

const runs = { numRuns: 2000 }
const moved = (question: Question, id: string, to: Position): Question => ({
  ...question,
  positions: { ...question.positions, [id]: to },
})

describe('whatever the rule', () => {
  test('one more in favour never turns adoption into failure', () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        if (decide(question).outcome !== 'adopted') return
        for (const { id } of question.entitled) expect(decide(moved(question, id, 'for')).outcome).toBe('adopted')
      }),
      runs,
    )
  })
  test('the order of the participants makes no difference', () => {
    fc.assert(
      fc.property(anyQuestion, fc.array(fc.nat(), { minLength: 9, maxLength: 9 }), (question, keys) => {
        const order = new Map(question.entitled.map((one, index) => [one, keys[index] as number]))
        const entitled = [...question.entitled].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
        const [before, after] = [decide(question), decide({ ...question, entitled })]
        expect(after.outcome).toBe(before.outcome)
        expect([...after.decisive].sort()).toEqual([...before.decisive].sort())
      }),
      runs,
    )
  })
  test('names make no difference', () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const other = (id: string) => `constructor ${id} ★`
        const renamed: Question = {
          rule: question.rule,
          entitled: question.entitled.map((one) => ({ ...one, id: other(one.id) })),
          positions: Object.fromEntries(Object.entries(question.positions).map(([id, at]) => [other(id), at])),
          concerned: (question.concerned ?? []).map(other),
        }
        const [before, after] = [decide(question), decide(renamed)]
        expect(after.outcome).toBe(before.outcome)
        expect(after.decisive).toEqual(before.decisive.map(other))
      }),
      runs,
    )
  })
  test('prepared once for every question, or put one by one: the same', () => {
    fc.assert(
      fc.property(
        anyQuestion,
        fc.array(fc.constantFrom(...positions), { minLength: 9, maxLength: 9 }),
        (asked, later) => {
          const { rule, entitled, concerned = [] } = asked
          const prepared = prepare(rule, entitled)
          const about = concerned.map((id) => entitled.findIndex((one) => one.id === id))
          const second = {
            ...asked,
            positions: Object.fromEntries(entitled.map(({ id }, i) => [id, later[i] as Position])),
          }
          for (const question of [asked, second, asked]) {
            const codes = entitled.map(({ id }) => positionCodes[question.positions[id] ?? 'absent'])
            expect(JSON.parse(JSON.stringify(prepared(codes, about)))).toEqual(decide(question))
          }
        },
      ),
      runs,
    )
  })
  test('weights times a common factor change nothing, beyond what a number holds too', () => {
    fc.assert(
      fc.property(anyQuestion, fc.constantFrom(10, 1000, 1e12, 1e15), (question, factor) => {
        const entitled = question.entitled.map((one) => ({
          ...one,
          weights: { w: Math.round(10 * (one.weights?.w ?? 0)) * factor },
        }))
        const other = { ...question, rule: scaled(question.rule, 10 * factor), entitled }
        const [before, after] = [decide(question), decide(other)]
        expect([after.outcome, after.decisive]).toEqual([before.outcome, before.decisive])
      }),
      runs,
    )
  })
  test('what all its rules adopt each adopts, and what each adopts any adopts', () => {
    fc.assert(
      fc.property(anyQuestion, fc.array(anyRule, { minLength: 1, maxLength: 3 }), (question, rules) => {
        const adopts = (rule: DecisionRule) => decide({ ...question, rule }).outcome === 'adopted'
        const each = rules.map(adopts)
        expect(adopts({ kind: 'all', rules })).toBe(each.every(Boolean))
        expect(adopts({ kind: 'any', rules })).toBe(each.some(Boolean))
      }),
      runs,
    )
  })
  test('on each who is named it turned, and on nobody else who took a side', () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const { outcome, decisive } = decide(question)
        if (outcome === 'no-quorum') {
          expect(decisive).toEqual([])
          return
        }
        const [side, other] = outcome === 'adopted' ? (['for', 'abstains'] as const) : (['against', 'for'] as const)
        const those = question.entitled.map(({ id }) => id).filter((id) => question.positions[id] === side)
        const tips = (id: string) =>
          (decide(moved(question, id, other)).outcome === 'adopted') !== (outcome === 'adopted')
        const alone = those.filter(tips)
        // Otherwise those with an objection or a veto, all of whom together made it fail.
        if (JSON.stringify(decisive) === JSON.stringify(alone)) return
        expect(outcome).toBe('not-adopted')
        expect(decisive.length).toBeGreaterThan(0)
        const withdrawn = decisive.reduce((changed, id) => moved(changed, id, 'abstains'), question)
        expect(decide(withdrawn).outcome).toBe('adopted')
      }),
      runs,
    )
  })
  test('the outcome is that of counting one by one with fractions', () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        expect(decide(question).outcome).toBe(counted(question))
      }),
      { numRuns: 5000 },
    )
  })
  test('what is written as JSON is read, with every tag borne and no share beyond reach', () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const entitled = [...question.entitled, { id: 'last', tags: ['p', 'q'], weights: { w: 1 } }]
        const written = JSON.parse(JSON.stringify({ ...question, entitled }))
        const read = readQuestion(written)
        if (isRefusal(read)) expect(read.message).toContain('more than that cannot be reached')
        else expect(read).toEqual(written)
      }),
      runs,
    )
  })
})

/** A rule whose numbers of a weight are so many times as large. */
function scaled(rule: DecisionRule, factor: number): DecisionRule {
  const times = <T extends { weightedBy?: string | undefined }>(one: T, field: 'yes' | 'present'): T => {
    const amount = (one as Record<string, unknown>)[field]
    return one.weightedBy && typeof amount === 'number' ? { ...one, [field]: amount * factor } : one
  }
  switch (rule.kind) {
    case 'threshold':
      return times(rule, 'yes')
    case 'qualified':
      return { ...rule, conditions: rule.conditions.map((one) => times(one, 'yes')) }
    case 'all':
    case 'any':
      return { ...rule, rules: rule.rules.map((inner) => scaled(inner, factor)) }
    case 'quorum':
      return { ...times(rule, 'present'), then: scaled(rule.then, factor) }
    default:
      return rule
  }
}

/** The same rules told the slow way: over lists of participants, in tenths as bigints. */
function counted({ rule, entitled, positions, concerned = [] }: Question): Outcome {
  const at = (id: string) => positions[id] ?? 'absent'
  const present = (id: string) => at(id) !== 'absent'
  const those = (among: string | undefined) => entitled.filter(({ tags }) => !among || tags?.includes(among))
  const tenths = (list: typeof entitled, weightedBy: string | undefined) =>
    list.reduce((sum, { weights }) => sum + BigInt(weightedBy ? Math.round(10 * (weights?.[weightedBy] ?? 0)) : 10), 0n)

  function compared(one: Condition & { except?: 'concerned' | undefined }, is: (id: string) => boolean) {
    const except = one.except === 'concerned' || ('of' in one && one.of === 'entitled')
    const all = those(one.among)
    const heard = all.filter(({ id }) => !except || !concerned.includes(id))
    const have = tenths(
      heard.filter(({ id }) => is(id)),
      one.weightedBy,
    )
    if (!('share' in one)) return Number(have - BigInt(one.yes) * 10n)
    const bases: Record<CountedOf, typeof entitled> = {
      members: all,
      entitled: heard,
      present: heard.filter(({ id }) => present(id)),
      'present-and-voting': heard.filter(({ id }) => at(id) === 'for' || at(id) === 'against'),
    }
    const base = tenths(bases[one.of], one.weightedBy)
    if (base === 0n) return -1
    const difference = have * BigInt(one.share[1]) - base * BigInt(one.share[0])
    return Number(difference) - (one.strict ? 0.5 : 0)
  }
  const against = (tag: string | undefined, except: boolean, is: Position = 'against') =>
    those(tag).filter(({ id }) => at(id) === is && !(except && concerned.includes(id))).length
  const yes = (met: boolean): Outcome => (met ? 'adopted' : 'not-adopted')

  switch (rule.kind) {
    case 'consensus':
      return yes(against(rule.among, rule.except === 'concerned') <= (rule.minus ?? 0))
    case 'majority': {
      const whole = { ...rule, of: rule.of ?? ('present-and-voting' as const) }
      const difference = compared(whole, (id) => at(id) === 'for')
      if (difference >= 0) return 'adopted'
      const except = rule.except === 'concerned' || whole.of === 'entitled'
      const tie = compared({ ...whole, strict: false }, (id) => at(id) === 'for') === 0
      return yes(
        tie && rule.casting !== undefined && against(rule.casting, except, 'for') > against(rule.casting, except),
      )
    }
    case 'threshold': {
      const vetoes = rule.noneAgainstFrom ? against(rule.noneAgainstFrom, rule.except === 'concerned') : 0
      return yes(compared(rule, (id) => at(id) === 'for') >= 0 && vetoes === 0)
    }
    case 'qualified': {
      const except =
        rule.except ?? (rule.conditions.some((one) => 'of' in one && one.of === 'entitled') ? 'concerned' : undefined)
      const met = rule.conditions.every((one) => compared({ ...one, except }, (id) => at(id) === 'for') >= 0)
      const heard = entitled.filter(({ id }) => !except || !concerned.includes(id))
      const not = heard.filter(({ id }) => at(id) !== 'for').length
      return yes(met || not < (rule.blockingMinority ?? 0))
    }
    case 'unopposed':
      return yes(compared(rule, (id) => at(id) === 'against') < 0)
    case 'all':
    case 'any': {
      const order: Outcome[] = ['not-adopted', 'no-quorum', 'adopted']
      const found = rule.rules.map((inner) => counted({ rule: inner, entitled, positions, concerned }))
      const sorted = found.sort((a, b) => order.indexOf(a) - order.indexOf(b))
      return (rule.kind === 'all' ? sorted[0] : sorted.at(-1)) as Outcome
    }
    case 'quorum': {
      const { present: needed, of = 'members', strict = false, weightedBy, among } = rule
      const one: Condition & { except?: 'concerned' } =
        typeof needed === 'number'
          ? { yes: needed, weightedBy, among }
          : { share: needed, of, strict, weightedBy, among }
      const difference = compared(of === 'entitled' ? { ...one, except: 'concerned' } : one, present)
      const met = typeof needed === 'number' && strict ? difference > 0 : difference >= 0
      return met ? counted({ rule: rule.then, entitled, positions, concerned }) : 'no-quorum'
    }
  }
}
