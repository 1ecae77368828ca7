import fc from 'fast-check'
import type { Condition, CountedOf, DecisionRule, Entitled, Position, Question } from '../../src/rules/index.ts'

/** Questions of every kind, made up: tags p and q, a weight w, rules within rules. */

export const positions: readonly Position[] = ['for', 'against', 'abstains', 'absent', 'not-participating']

const share = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }))
  .map(([a, b]): [number, number] => (a <= b ? [a, b] : [b, a]))
const of = fc.constantFrom<CountedOf>('members', 'entitled', 'present', 'present-and-voting')
const tag = fc.constantFrom('p', 'q')
const maybeTag = fc.option(tag, { nil: undefined })
const weightedBy = fc.constantFrom(undefined, undefined, 'w')
const except = fc.constantFrom(undefined, 'concerned' as const)
const strict = fc.boolean()

const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ share, of, strict, weightedBy, among: maybeTag }),
  fc.record({ yes: fc.integer({ min: 1, max: 6 }), weightedBy, among: maybeTag }),
)

const counted = { among: maybeTag, except }
const { rule } = fc.letrec<{ rule: DecisionRule }>((tie) => ({
  rule: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({
      ...counted,
      kind: fc.constant('consensus' as const),
      minus: fc.option(fc.integer({ min: 1, max: 2 }), { nil: undefined }),
    }),
    fc.record({ ...counted, kind: fc.constant('majority' as const), share, of, strict, weightedBy, casting: maybeTag }),
    fc.record({
      ...counted,
      kind: fc.constant('threshold' as const),
      yes: fc.integer({ min: 1, max: 6 }),
      weightedBy,
      noneAgainstFrom: maybeTag,
    }),
    fc.record({
      kind: fc.constant('qualified' as const),
      except,
      conditions: fc.array(condition, { minLength: 1, maxLength: 3 }),
      blockingMinority: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
    }),
    fc.record({ ...counted, kind: fc.constant('unopposed' as const), share, of, strict, weightedBy }),
    fc.record({
      kind: fc.constantFrom('all' as const, 'any' as const),
      rules: fc.array(tie('rule'), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      kind: fc.constant('quorum' as const),
      present: fc.oneof(share, fc.integer({ min: 1, max: 6 })),
      of: fc.constantFrom('members' as const, 'entitled' as const),
      strict,
      weightedBy,
      among: maybeTag,
      then: tie('rule'),
    }),
  ),
}))

export { rule as anyRule }

const someone = fc.record({
  position: fc.constantFrom(...positions),
  tags: fc.uniqueArray(tag),
  weight: fc.constantFrom(0, 1, 2, 3, 0.1, 0.2, 0.3, 10.5),
  concerned: fc.boolean(),
})

/** A question among up to nine participants; the position of some is left out. */
export const anyQuestion: fc.Arbitrary<Question> = fc
  .record({ rule, all: fc.array(someone, { minLength: 1, maxLength: 9 }) })
  .map(({ rule, all }) => {
    const entitled: Entitled[] = all.map(({ tags, weight }, i) => ({ id: `P${i}`, tags, weights: { w: weight } }))
    const taken = all.flatMap(({ position }, i) => (position === 'absent' ? [] : [[`P${i}`, position] as const]))
    const concerned = all.flatMap(({ concerned }, i) => (concerned ? [`P${i}`] : []))
    return { rule, entitled, positions: Object.fromEntries(taken), concerned }
  })
