import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ladderTo, mayForward, nextAbove, type Rung } from './ladder.ts'

const rung = (body: string, above: string, article?: string): Rung => ({
  body,
  for: above,
  ...(article ? { article } : {}),
})
const links = [
  rung('experts', 'coordinators', 'Rule 19(1)'),
  rung('coordinators', 'council', 'Rule 19(2)'),
  rung('lawyers', 'coordinators', 'Rule 19(3)'),
]

describe('the ladder to a body', () => {
  const cases: readonly { says: string; links: readonly Rung[]; to: string; gives: readonly string[] }[] = [
    { says: 'lowest first', links, to: 'council', gives: ['experts', 'lawyers', 'coordinators'] },
    { says: 'from half way up', links, to: 'coordinators', gives: ['experts', 'lawyers'] },
    { says: 'nobody prepares for the lowest', links, to: 'experts', gives: [] },
    { says: 'nor for a body without rules', links, to: 'assembly', gives: [] },
    { says: 'no rule at all', links: [], to: 'council', gives: [] },
    {
      says: 'who may also go straight up stands below both all the same',
      links: [rung('experts', 'council'), ...links],
      to: 'council',
      gives: ['experts', 'lawyers', 'coordinators'],
    },
    {
      says: 'a circle ends',
      links: [...links, rung('council', 'experts')],
      to: 'council',
      gives: ['experts', 'lawyers', 'coordinators'],
    },
    { says: 'a body that prepares for itself', links: [rung('council', 'council')], to: 'council', gives: [] },
  ]
  for (const { says, links, to, gives } of cases) test(says, () => expect(ladderTo(links, to)).toEqual(gives))
  const anyBody = fc.constantFrom('a', 'b', 'c', 'd', 'e')
  test('whatever the rules: each body once, never the one that decides, and each has a way up within the ladder', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyBody, anyBody)), anyBody, (pairs, decides) => {
        const rungs = pairs.map(([body, above]) => rung(body, above))
        const ladder = ladderTo(rungs, decides)
        expect(new Set(ladder).size).toBe(ladder.length)
        expect(ladder).not.toContain(decides)
        for (const body of ladder) {
          expect(nextAbove(rungs, body).some((above) => above === decides || ladder.includes(above))).toBe(true)
        }
        const left = ['a', 'b', 'c', 'd', 'e'].filter((body) => body !== decides && !ladder.includes(body))
        for (const body of left) {
          expect(nextAbove(rungs, body).some((above) => above === decides || ladder.includes(above))).toBe(false)
        }
      }),
    )
  })
})

describe('forwarding goes one step, where a rule says so', () => {
  test('to the next', () => {
    expect(mayForward(links, 'experts', 'coordinators')).toBeUndefined()
    expect(mayForward(links, 'coordinators', 'council')).toBeUndefined()
  })
  const called = (id: string) => ({ experts: 'the Experts', council: 'the Council' })[id] ?? id
  const refused = [
    {
      says: 'not two steps',
      from: 'experts',
      to: 'council',
      article: 'Rule 19(1)',
      remedy: 'It may be forwarded to coordinators.',
    },
    {
      says: 'not down',
      from: 'coordinators',
      to: 'experts',
      article: 'Rule 19(2)',
      remedy: 'It may be forwarded to the Council.',
    },
    {
      says: 'not from the top',
      from: 'council',
      to: 'coordinators',
      article: undefined,
      remedy: 'No rule says for whom the Council prepares: it is concluded there.',
    },
  ]
  for (const { says, from, to, article, remedy } of refused) {
    test(says, () => {
      expect(mayForward(links, from, to, called)).toEqual({
        refused: 'not-on-the-ladder',
        message: `No rule says that ${called(from)} prepares for ${called(to)}.`,
        ...(article ? { article } : {}),
        remedy,
      })
    })
  }
  test('to either of two, named once', () => {
    const two = [...links, rung('experts', 'council', 'Rule 20'), rung('experts', 'council', 'Rule 20')]
    expect(nextAbove(two, 'experts')).toEqual(['coordinators', 'council'])
    expect(mayForward(two, 'experts', 'council')).toBeUndefined()
    expect(mayForward(two, 'experts', 'assembly')).toMatchObject({
      article: 'Rule 19(1); Rule 20',
      remedy: 'It may be forwarded to coordinators or council.',
    })
  })
})
