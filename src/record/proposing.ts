import {
  earliest,
  isRefusal,
  ladderTo,
  nextAbove,
  type PartialDate,
  type Reason,
  type Refusal,
} from '../rules/index.ts'
import type { Act, ActOf } from './acts.ts'
import type { Circle } from './circle.ts'
import { plannedBodies } from './offices.ts'
import { holdingsOn } from './participants.ts'
import { bearing, rungs } from './procedure/proposals.ts'
import type { Submitted } from './procedure/submitted.ts'
import { ruleProcedure } from './procedure.ts'

/** Where a proposal may begin: the body that is to decide, and the level from which it climbs there. */
export interface Way {
  readonly body: string
  readonly level: string
}

/** Every way that the ladder allows, for each body there is on the day that decides, lowest level first. */
export function waysToPropose(circle: Circle): readonly Way[] {
  const links = rungs(circle)
  const { organisation } = circle
  const planned = new Set(plannedBodies(organisation).map(({ body }) => body))
  const ways = organisation
    .bodies()
    .filter(({ body, established }) => !planned.has(body) && !(established && earliest(established) > organisation.day))
    .flatMap(({ body }) => [...ladderTo(links, body), body].map((level) => ({ body, level })))
  // What a body does of which no rule says how it decides could never be adopted; where none says it of any, all are shown.
  const known = ways.filter(({ body }) => circle.rules.deciding(body))
  return known.length > 0 ? known : ways
}

/** The bodies in the order in which texts climb, so that whoever prepares stands before those for whom it does. */
export function levelsInOrder(circle: Circle): readonly string[] {
  return [...new Set(waysToPropose(circle).map(({ level }) => level))]
}

/** The levels that a text still has to climb, from the next one to the body that decides; nothing where no way leads there. */
export function levelsAhead(circle: Circle, level: string, body: string): readonly string[] {
  const links = rungs(circle)
  const leading = new Set([...ladderTo(links, body), body])
  const ahead: string[] = []
  let here = level
  while (here !== body) {
    const next = nextAbove(links, here).find((one) => leading.has(one) && one !== level && !ahead.includes(one))
    if (next === undefined) break
    ahead.push(next)
    here = next
  }
  return ahead
}

/** The types of matters that the rules name. */
export function typesNamed({ rules }: Circle): readonly string[] {
  const competence = rules.of('competence').flatMap(({ computes }) => computes.types)
  const deciding = rules.of('decides').flatMap(({ computes }) => computes.types ?? [])
  return [...new Set([...competence, ...deciding])].sort()
}

/** Who holds a status on the day, and so may be named as proposing, concerned or meant. */
export function belonging({ organisation }: Circle): readonly string[] {
  return organisation
    .participants()
    .filter((one) => holdingsOn(one, organisation.day).some(({ certainty }) => certainty === 'holds'))
    .map(({ id }) => id)
}

export interface Beginning {
  /** Whether a proposal of this kind by this seat would be in order, with the reasons, or why not. */
  readonly ruled: readonly Reason[] | Refusal
  /** What the body may do with it: decide, prepare, forward. */
  readonly bears: readonly Reason[]
  readonly ahead: readonly string[]
}

/** What the rules would say of a proposal before it is made. */
export function beginningOf(
  submitted: Submitted,
  asked: Way & { readonly type: string; readonly title: string; readonly proposedBy: readonly string[] },
): Beginning {
  const { circle } = submitted
  const { body, level, type, title, proposedBy } = asked
  const act = {
    kind: 'proposal-made',
    decision: '0~not-yet',
    body,
    level,
    type,
    title: { en: title },
    proposedBy: [...proposedBy],
    // The form asks for the note itself, once there is something to propose.
    ...(submitted.seat.kind === 'secretariat'
      ? { fromNote: { number: '-', date: submitted.circle.organisation.day as string as PartialDate } }
      : {}),
  } satisfies Partial<ActOf<'proposal-made'>>
  const ruled = wouldBe(submitted, act)
  const known = circle.organisation.body(body) && circle.organisation.body(level)
  const isElsewhere = isRefusal(ruled) && ruled.refused === 'not-competent'
  return {
    ruled,
    bears: known && !isElsewhere ? bearing(circle, body, level, type) : [],
    ahead: known ? levelsAhead(circle, level, body) : [],
  }
}

/**
 * What the procedure would say of an act by this seat now, so that a page offers what would be in order and says why
 * something is not.
 */
export function wouldBe(
  submitted: Submitted,
  essentials: { readonly kind: Act['kind'] } & Readonly<Record<string, unknown>>,
): readonly Reason[] | Refusal {
  const act = { id: '0~not-yet', version: 1, sources: [], doubt: [], at: submitted.at, ...essentials } as unknown as Act
  return ruleProcedure(act, submitted) ?? []
}
