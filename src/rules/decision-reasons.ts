import type { CountedOf } from './decision.ts'
import { against, decimal, inFavour, positionCount, type Sum } from './decision-counting.ts'
import {
  cannotBlock,
  isQuorate,
  isReached,
  isTipped,
  isVetoed,
  notInFavour,
  presentIn,
  wholeOf,
} from './decision-outcome.ts'
import type { Need, Node, Plan } from './decision-plan.ts'
import { because, type Reason } from './finding.ts'

/** What the reasons are told from: a plan with the sums and the positions of one question. */
export interface Taken {
  readonly plan: Plan
  readonly sums: readonly Sum[]
  readonly codes: ArrayLike<number>
  readonly concerned: readonly number[]
}

/** Why: what each rule inside asked and what it found. */
export function reasonsOf(taken: Taken): Reason[] {
  return [...reasonsFor(taken.plan.node, taken)]
}

function* reasonsFor(node: Node, taken: Taken): Generator<Reason> {
  const { sums } = taken
  const say = (text: string) => because(text, node.article)
  switch (node.kind) {
    case 'consensus': {
      for (const index of opposing(taken, node.at)) yield say(`${nameOf(index, taken)} objected.`)
      yield* unheard(taken, node.at, node.article)
      const objections = sums[node.at + against] as number
      const whose = node.among === undefined ? '' : ` among "${node.among}"`
      if (objections > 0 && node.minus > 0) yield say(`${objections} objected${whose}; up to ${node.minus} may.`)
      if (objections === 0) {
        const empty = presentIn(node.at, sums) === 0 ? ' Nobody was present.' : ''
        yield say(`No participant objected${whose}.${empty}`)
      }
      return
    }
    case 'majority':
      yield* unheard(taken, node.need.at, node.article)
      yield say(favour(node.need, sums))
      if (node.castingAt !== undefined && node.need.strict && !isReached(node.need, sums)) {
        if (isReached({ ...node.need, strict: false }, sums)) {
          const tipped = isTipped(node, sums) ? 'was in favour' : 'was not in favour'
          yield say(`That is exactly the share; "${node.casting}" has the casting vote and ${tipped}.`)
        }
      }
      return
    case 'threshold': {
      yield* unheard(taken, node.need.at, node.article)
      yield say(favour(node.need, sums))
      if (!isVetoed(node, sums)) return
      const reached = isReached(node.need, sums)
      for (const index of opposing(taken, node.vetoAt as number)) {
        const who = `${nameOf(index, taken)}, of "${node.tag}", was against`
        yield say(reached ? `${who}: a veto.` : `${who}; no veto, since the number was not reached anyway.`)
      }
      return
    }
    case 'qualified':
      yield* unheard(taken, node.needs[0]?.at ?? node.at, node.article)
      for (const need of node.needs) yield say(favour(need, sums))
      if (node.blocking > 0 && !node.needs.every((need) => isReached(need, sums))) {
        const some = notInFavour(node.at, sums)
        const deemed = cannotBlock(node, sums)
          ? `fewer than ${node.blocking} cannot block, so the majority is deemed attained.`
          : `${node.blocking} or more can block.`
        yield say(`${some} ${some === 1 ? 'was' : 'were'} not in favour; ${deemed}`)
      }
      return
    case 'unopposed':
      yield* unheard(taken, node.need.at, node.article)
      yield say(opposed(node.need, sums))
      return
    case 'all':
    case 'any':
      for (const inner of node.nodes) yield* reasonsFor(inner, taken)
      return
    case 'quorum':
      yield say(quorum(node, sums))
      if (isQuorate(node, sums)) yield* reasonsFor(node.inner, taken)
  }
}

/** Those with a position, as indexes in the order of those entitled. */
export function standing({ codes, plan }: Pick<Taken, 'codes' | 'plan'>, code: number): number[] {
  const indexes: number[] = []
  for (let index = 0; index < plan.entitled.length; index += 1) if (codes[index] === code) indexes.push(index)
  return indexes
}

/** Those against with a say, and with the tag where one is named. */
export function opposing(taken: Taken, at: number): number[] {
  const { noSay, adds } = taken.plan.counters[at / positionCount] as Plan['counters'][number]
  return standing(taken, against).filter((index) => adds[index] && !(noSay && taken.concerned.includes(index)))
}

/** Those concerned who took a side that does not count, as far as they would have been counted. */
function* unheard(taken: Taken, at: number, article: string | undefined): Generator<Reason> {
  const counter = taken.plan.counters[at / positionCount]
  if (!counter?.noSay) return
  for (const index of taken.concerned) {
    const sided = taken.codes[index] === inFavour || taken.codes[index] === against
    if (sided && counter.adds[index]) yield because(`${nameOf(index, taken)} is concerned and has no say.`, article)
  }
}

function favour(need: Need, sums: readonly Sum[]): string {
  const have = amount(need, sums[need.at + inFavour] as Sum)
  if (need.share === undefined) return `${have}${scope(need)} in favour; ${amount(need, need.number as Sum)} needed.`
  const whole = wholeOf(need, sums)
  if (!whole) return `${nothingIn(need)}, so nothing is adopted.`
  return `${have} of ${amount(need, whole)} ${words[need.of]}${scope(need)} in favour; ${share(need)} needed.`
}

function opposed(need: Need, sums: readonly Sum[]): string {
  const have = amount(need, sums[need.at + against] as Sum)
  return `${have} of ${amount(need, wholeOf(need, sums))} ${words[need.of]}${scope(need)} against; ${share(need)} would prevent it.`
}

function quorum({ need }: Extract<Node, { kind: 'quorum' }>, sums: readonly Sum[]): string {
  const have = amount(need, presentIn(need.at, sums))
  if (need.share === undefined) {
    const least = `${need.strict ? 'more than ' : ''}${amount(need, need.number as Sum)}`
    return `${have}${scope(need)} present; ${least} needed for a quorum.`
  }
  const whole = amount(need, wholeOf(need, sums))
  return `${have} of ${whole} ${words[need.of]}${scope(need)} present; ${share(need)} needed for a quorum.`
}

const words: { readonly [O in CountedOf]: string } = {
  members: 'members',
  entitled: 'entitled',
  present: 'present',
  'present-and-voting': 'voting',
}

const nothing: { readonly [O in CountedOf]: string } = {
  members: 'There are no members',
  entitled: 'Nobody is entitled',
  present: 'Nobody was present',
  'present-and-voting': 'Nobody voted for or against',
}

function nothingIn({ of, counter: { among, weightedBy } }: Need): string {
  const whose = among === undefined ? '' : ` among "${among}"`
  return weightedBy === undefined ? `${nothing[of]}${whose}` : `There is no ${weightedBy} to count${whose}`
}

function share({ share, strict }: Need): string {
  const [part, parts] = share ?? []
  return `${strict ? 'more than' : 'at least'} ${part} in ${parts}`
}

/** Of whom and by what it is counted, where it is not the heads of all. */
function scope({ counter: { among, weightedBy } }: Need): string {
  const whose = among === undefined ? '' : ` among "${among}"`
  return weightedBy === undefined ? whose : `${whose} by ${weightedBy}`
}

function amount({ counter }: Need, sum: Sum): string {
  return decimal(sum, counter.places)
}

function nameOf(index: number, { plan }: Taken): string {
  const one = plan.entitled[index]
  return one?.name ?? one?.id ?? ''
}
