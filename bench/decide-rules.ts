import type { DecisionRule, Entitled } from '../src/rules/index.ts'

/** A rule told four times: as Chancery's, for json-logic-js, for json-rules-engine, and as a loop written for it alone. */
export interface Told {
  readonly name: string
  readonly rule: DecisionRule
  /** Over `{members: [{position, permanent, people}]}`: the rule counts, as Chancery's does. */
  readonly logic: object
  /** Over counts that somebody else has made: `{yes, no, all, people, everybody, vetoes}`. */
  readonly logicOnCounts: object
  /** The same for json-rules-engine, whose rules do not count: its facts are the counts, and differences of them. */
  readonly conditions: object
  readonly loop: (codes: Uint8Array, members: readonly Member[]) => boolean
}

export interface Member {
  readonly position: string
  readonly permanent: boolean
  readonly people: number
}

export interface Counts {
  readonly yes: number
  readonly no: number
  readonly all: number
  readonly people: number
  readonly everybody: number
  readonly vetoes: number
}

/** The first five are permanent. */
export function participants(count: number): Entitled[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `P${index + 1}`,
    tags: index < 5 ? ['permanent'] : [],
    weights: { people: 400 + 37 * index },
  }))
}

export function countsOf(codes: Uint8Array, members: readonly Member[]): Counts {
  let [yes, no, people, everybody, vetoes] = [0, 0, 0, 0, 0]
  for (let i = 0; i < codes.length; i += 1) {
    const member = members[i] as Member
    everybody += member.people
    if (codes[i] === 1) {
      yes += 1
      people += member.people
    } else if (codes[i] === 2) {
      no += 1
      if (member.permanent) vetoes += 1
    }
  }
  return { yes, no, all: codes.length, people, everybody, vetoes }
}

const is = (position: string) => ({ '==': [{ var: 'position' }, position] })
const heads = (where: object) => ({
  reduce: [{ filter: [{ var: 'members' }, where] }, { '+': [{ var: 'accumulator' }, 1] }, 0],
})
const people = (list: object) => ({ reduce: [list, { '+': [{ var: 'accumulator' }, { var: 'current.people' }] }, 0] })
const members = { var: 'members' }
const inFavour = { filter: [members, is('for')] }
const atLeast = (fact: string, value: number) => ({ fact, operator: 'greaterThanInclusive', value })
const exactly = (fact: string, value: number) => ({ fact, operator: 'equal', value })

export const told: readonly Told[] = [
  {
    name: 'two thirds of those voting',
    rule: { kind: 'majority', share: [2, 3], article: 'Rule 7' },
    logic: {
      and: [
        { '>': [heads({ or: [is('for'), is('against')] }), 0] },
        { '>=': [{ '*': [3, heads(is('for'))] }, { '*': [2, heads({ or: [is('for'), is('against')] })] }] },
      ],
    },
    logicOnCounts: {
      and: [
        { '>': [{ '+': [{ var: 'yes' }, { var: 'no' }] }, 0] },
        { '>=': [{ '*': [3, { var: 'yes' }] }, { '*': [2, { '+': [{ var: 'yes' }, { var: 'no' }] }] }] },
      ],
    },
    conditions: { all: [atLeast('voting', 1), atLeast('overTwoThirds', 0)] },
    loop: (codes) => {
      let [yes, no] = [0, 0]
      for (let i = 0; i < codes.length; i += 1) {
        if (codes[i] === 1) yes += 1
        else if (codes[i] === 2) no += 1
      }
      return yes + no > 0 && 3 * yes >= 2 * (yes + no)
    },
  },
  {
    name: 'nine in favour, none of the permanent against',
    rule: { kind: 'threshold', yes: 9, noneAgainstFrom: 'permanent', article: 'Rule 8' },
    logic: {
      and: [{ '>=': [heads(is('for')), 9] }, { '==': [heads({ and: [{ var: 'permanent' }, is('against')] }), 0] }],
    },
    logicOnCounts: { and: [{ '>=': [{ var: 'yes' }, 9] }, { '==': [{ var: 'vetoes' }, 0] }] },
    conditions: { all: [atLeast('yes', 9), exactly('vetoes', 0)] },
    loop: (codes, members) => {
      let yes = 0
      for (let i = 0; i < codes.length; i += 1) {
        if (codes[i] === 1) yes += 1
        else if (codes[i] === 2 && members[i]?.permanent) return false
      }
      return yes >= 9
    },
  },
  {
    name: '55 in 100 of the members with 65 in 100 of the people, four to block',
    rule: {
      kind: 'qualified',
      conditions: [
        { share: [55, 100], of: 'members' },
        { share: [65, 100], of: 'members', weightedBy: 'people' },
      ],
      blockingMinority: 4,
      article: 'Rule 9',
    },
    logic: {
      or: [
        {
          and: [
            { '>=': [{ '*': [100, heads(is('for'))] }, { '*': [55, heads({ '==': [1, 1] })] }] },
            { '>=': [{ '*': [100, people(inFavour)] }, { '*': [65, people(members)] }] },
          ],
        },
        { '<': [heads({ '!=': [{ var: 'position' }, 'for'] }), 4] },
      ],
    },
    logicOnCounts: {
      or: [
        {
          and: [
            { '>=': [{ '*': [100, { var: 'yes' }] }, { '*': [55, { var: 'all' }] }] },
            { '>=': [{ '*': [100, { var: 'people' }] }, { '*': [65, { var: 'everybody' }] }] },
          ],
        },
        { '<': [{ '-': [{ var: 'all' }, { var: 'yes' }] }, 4] },
      ],
    },
    conditions: {
      any: [
        { all: [atLeast('over55', 0), atLeast('over65', 0)] },
        { fact: 'notInFavour', operator: 'lessThan', value: 4 },
      ],
    },
    loop: (codes, members) => {
      let [yes, people, everybody] = [0, 0, 0]
      for (let i = 0; i < codes.length; i += 1) {
        const weight = (members[i] as Member).people
        everybody += weight
        if (codes[i] === 1) {
          yes += 1
          people += weight
        }
      }
      return (100 * yes >= 55 * codes.length && 100 * people >= 65 * everybody) || codes.length - yes < 4
    },
  },
]

/** What json-rules-engine is given: it compares a fact with a value, so sums are made beforehand. */
export function factsOf({ yes, no, all, people, everybody, vetoes }: Counts): Record<string, number> {
  return {
    yes,
    vetoes,
    voting: yes + no,
    overTwoThirds: 3 * yes - 2 * (yes + no),
    over55: 100 * yes - 55 * all,
    over65: 100 * people - 65 * everybody,
    notInFavour: all - yes,
  }
}
