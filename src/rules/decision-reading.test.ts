import { describe, expect, test } from 'vitest'
import { readQuestion } from './decision-reading.ts'
import { decisionRuleSchema } from './decision-schema.ts'
import { isRefusal } from './finding.ts'

const consensus = { kind: 'consensus' }
const entitled = [
  { id: 'Arcadia', tags: ['founding'], weights: { votes: 2 } },
  { id: 'Utopia', tags: [], weights: { people: 10.5 } },
]
const question = (more: object) => ({ rule: consensus, entitled, positions: {}, ...more })
const rule = (rule: unknown) => question({ rule })
const share = (share: unknown, more: object = {}) => rule({ kind: 'majority', share, ...more })
const condition = (one: object) => rule({ kind: 'qualified', conditions: [one] })
const quorum = (present: unknown, more: object = {}) => rule({ kind: 'quorum', present, then: consensus, ...more })
const nested = (depth: number): object => {
  let inner: object = consensus
  for (let i = 0; i < depth; i += 1)
    inner = i % 2 ? { kind: 'all', rules: [inner] } : { ...quorum(1).rule, then: inner }
  return inner
}

describe('a sound question is read as it is', () => {
  const sound: [string, object][] = [
    ['with nothing but what it must have', question({})],
    ['with everything', question({ id: 'q', concerned: ['Utopia'], article: 'Rule 6', positions: { Arcadia: 'for' } })],
    ['a share of the whole', share([1, 1])],
    ['more than a share below the whole', share([999_999, 1_000_000], { strict: true })],
    ['a tag that one bears', rule({ kind: 'threshold', yes: 1, noneAgainstFrom: 'founding' })],
    [
      'a weight that all who are counted have',
      rule({ kind: 'threshold', yes: 1.5, weightedBy: 'votes', among: 'founding' }),
    ],
    ['a thousand rules', rule({ kind: 'any', rules: Array(1000).fill(consensus) })],
    ['a weight of nothing', question({ entitled: [{ id: 'Arcadia', weights: { votes: 0 } }] })],
    ['rules 32 deep', rule(nested(32))],
  ]
  test.each(sound)('%s', (_, written) => expect(readQuestion(written)).toEqual(written))
})

describe('anything else is refused, with the field and what to do', () => {
  const refused: [refused: string, field: string, written: unknown][] = [
    ['unreadable-field', 'the question', 'consensus'],
    ['unreadable-field', 'the question', null],
    ['unreadable-field', 'the question', [question({})]],
    ['missing-field', 'rule', {}],
    ['missing-field', 'entitled.0.id', question({ entitled: [{}] })],
    ['missing-field', 'rule.share', share(undefined)],
    ['missing-field', 'rule.conditions.0.of', condition({ share: [1, 2] })],
    ['missing-field', 'rule.then', quorum(1, { then: undefined })],
    ['unknown-field', 'mood', question({ mood: 'good' })],
    ['unknown-field', 'rule.whole', share([1, 2], { whole: 3 })],
    ['unknown-kind', 'rule.kind', rule({ kind: 'acclamation' })],
    ['unknown-kind', 'rule.kind', rule({})],
    ['unknown-kind', 'rule.rules.0.kind', rule({ kind: 'all', rules: [{ kind: 'none' }] })],
    ['unreadable-field', 'rule.of', share([1, 2], { of: 'everyone' })],
    ['unreadable-field', 'rule.strict', share([1, 2], { strict: 'yes' })],
    ['no-share', 'rule.share', share([1, 0])],
    ['no-share', 'rule.share', share([0, 2])],
    ['no-share', 'rule.share', share([3, 2])],
    ['no-share', 'rule.share', share([-1, 2])],
    ['no-share', 'rule.share', share([0.5, 1])],
    ['no-share', 'rule.share', share([1, 2, 3])],
    ['no-share', 'rule.share', share(0.66)],
    ['no-share', 'rule.share', share([1, 1_000_001])],
    ['no-share', 'rule.share', share([2, 2], { strict: true })],
    ['no-share', 'rule.conditions.0.share', condition({ share: [3, 2], of: 'members' })],
    ['no-share', 'rule.present', quorum([3, 2])],
    ['no-share', 'rule.present', quorum([1, 1], { strict: true })],
    ['unreadable-field', 'rule.present', quorum(1.5)],
    ['unreadable-field', 'rule.yes', rule({ kind: 'threshold', yes: 0 })],
    ['unreadable-field', 'rule.yes', rule({ kind: 'threshold', yes: 1.5 })],
    ['unreadable-field', 'rule.minus', rule({ kind: 'consensus', minus: 0 })],
    ['nothing-given', 'rule.rules', rule({ kind: 'any', rules: [] })],
    ['nothing-given', 'rule.conditions', rule({ kind: 'qualified', conditions: [] })],
    ['nothing-given', 'entitled', question({ entitled: [] })],
    ['too-many', 'rule.rules', rule({ kind: 'any', rules: Array(1001).fill(consensus) })],
    ['too-deep', 'rule', rule(nested(33))],
    ['too-deep', 'rule', rule(nested(50_000))],
    ['unknown-position', 'positions.Arcadia', question({ positions: { Arcadia: 'yes' } })],
    ['not-entitled', 'positions.Laputa', question({ positions: { Laputa: 'for' } })],
    ['not-entitled', 'positions.__proto__', question({ positions: JSON.parse('{"__proto__": "for"}') })],
    ['not-entitled', 'positions.toString', question({ positions: { toString: 'for' } })],
    ['not-entitled', 'concerned.0', question({ concerned: ['Laputa'] })],
    ['entitled-twice', 'concerned.1', question({ concerned: ['Utopia', 'Utopia'] })],
    ['entitled-twice', 'entitled.2', question({ entitled: [...entitled, { id: 'Arcadia' }] })],
    ['unreadable-field', 'entitled.0.id', question({ entitled: [{ id: '__proto__' }] })],
    ['unreadable-field', 'entitled.0.weights.votes', question({ entitled: [{ id: 'A', weights: { votes: -1 } }] })],
    ['unknown-tag', 'rule.noneAgainstFrom', rule({ kind: 'threshold', yes: 1, noneAgainstFrom: 'permanent' })],
    ['unknown-tag', 'rule.casting', share([1, 2], { strict: true, casting: 'chair' })],
    ['unknown-tag', 'rule.conditions.0.among', condition({ yes: 1, among: 'permanent' })],
    ['unknown-tag', 'rule.then.among', quorum(1, { then: { kind: 'consensus', among: 'permanent' } })],
    ['weight-missing', 'rule.weightedBy', share([1, 2], { weightedBy: 'votes' })],
    [
      'weight-missing',
      'rule.rules.0.weightedBy',
      rule({ kind: 'all', rules: [share([1, 2], { weightedBy: 'tons' }).rule] }),
    ],
  ]
  test.each(refused)('%s: %s', (code, field, written) => {
    const refusal = readQuestion(written)
    if (!isRefusal(refusal)) expect.fail('It was read.')
    expect(refusal.refused).toBe(code)
    expect(refusal.message.startsWith(`${field}: `), refusal.message).toBe(true)
    expect(refusal.message.length).toBeLessThan(200)
    expect(refusal.remedy).toMatch(/\.$/)
  })
  test('with the article of the question, where it names one', () => {
    expect(readQuestion({ ...share([3, 2]), article: 'Rule 7' })).toMatchObject({ article: 'Rule 7' })
  })
})

test('a rule in a history file is read by the same schema', () => {
  expect(decisionRuleSchema.safeParse(share([2, 3]).rule).success).toBe(true)
  expect(decisionRuleSchema.safeParse(share([3, 2]).rule).success).toBe(false)
})
