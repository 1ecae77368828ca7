import { earliest, latest } from '../rules/index.ts'
import type { ActOf } from './acts.ts'
import type { Dated, Organisation } from './organisation.ts'
import { publicSideOf } from './public-side.ts'
import { type Answers, type Decision, fromOutside, notKnown } from './sittings.ts'

export type Programme = Dated<'programme-recorded'>
export type ReportedStance = Dated<'stance-reported'>
type Promised = NonNullable<ActOf<'programme-recorded'>['commitments']>[number]

/** Whether somebody outside proposed it to the organisation, so that it is none of the organisation's own. */
export function isFromOutside({ act }: Programme): boolean {
  return act.proposer !== undefined
}

/** Who proposed it: participants, somebody outside, or not known. */
function proposersOf(programme: Programme): readonly string[] {
  const { proposedBy = [] } = programme.act
  const outside = isFromOutside(programme) ? [fromOutside] : []
  return proposedBy.length + outside.length > 0 ? [...proposedBy, ...outside] : [notKnown]
}

/** How programmes answer: by kind, by stage, by who leads and by who proposed. */
export const ofProgrammes: Answers<Programme> = {
  type: ({ act }) => act.type,
  outcome: ({ act }) => act.stage,
  by: ({ act }) => (act.lead === undefined ? [] : [act.lead]),
  proposer: proposersOf,
}

/** Programmes and mechanisms, and what was proposed to the organisation, begun up to its day, in order. */
export function programmesOf(organisation: Organisation): Programme[] {
  return organisation.listed('programme-recorded')
}

/** A programme on any day. */
export function programmeOf(organisation: Organisation, id: string): Programme | undefined {
  return organisation.listedThroughout('programme-recorded').find(({ act }) => act.programme === id)
}

/** What sources say participants held of a programme, on any day, in order. */
export function stancesOn(organisation: Organisation, programme: string): ReportedStance[] {
  return organisation.listedThroughout('stance-reported').filter(({ act }) => act.programme === programme)
}

/** Something promised, in a programme or by a decision taken here. What came of it carries no date in the record. */
export type Commitment = Promised & { readonly standing: Standing } & (
    | { readonly programme: Programme; readonly decision?: undefined }
    | { readonly programme?: undefined; readonly decision: Decision; readonly paragraph: string }
  )

/**
 * What was promised in the organisation's own programmes up to its day, and by its decisions whose text is open to the
 * public. What somebody outside asks for is no promise.
 */
export function promisedBy(organisation: Organisation): Commitment[] {
  const own = programmesOf(organisation).filter((one) => !isFromOutside(one))
  return inOrder([...commitmentsIn(own, organisation), ...commitmentsOfDecisions(organisation)])
}

function commitmentsOfDecisions(organisation: Organisation): Commitment[] {
  const here = organisation.decisions().filter(({ act }) => act.adoption && !act.history)
  return here.flatMap((decision) => {
    const made = publicSideOf(organisation, decision).text?.commitments ?? []
    return made.map(({ act: { what, who, due, paragraph } }) => {
      const promised = { what, by: who, ...(due === undefined ? {} : { due }) }
      return { ...promised, decision, paragraph, standing: standingOn(promised, organisation) }
    })
  })
}

/** Whether the time set for it was over before the organisation's day; never whether it was kept. */
export type Standing = 'over' | 'ahead' | 'no-date'

/** What was promised in some programmes, in the order of the date set for it; what has no date comes last. */
export function commitmentsIn(programmes: readonly Programme[], organisation: Organisation): Commitment[] {
  return inOrder(
    programmes.flatMap((programme) =>
      (programme.act.commitments ?? []).map((one) => ({ ...one, programme, standing: standingOn(one, organisation) })),
    ),
  )
}

function inOrder(all: readonly Commitment[]): Commitment[] {
  const place = ({ due }: Commitment) => (due === undefined ? '9999-99' : latest(due))
  return all.toSorted((a, b) => (place(a) === place(b) ? 0 : place(a) < place(b) ? -1 : 1))
}

/** A time that ends on the day itself is not over yet. */
function standingOn({ due }: Promised, { day }: Organisation): Standing {
  if (due === undefined) return 'no-date'
  return latest(due) < day ? 'over' : 'ahead'
}

/** The participants that a commitment names; where it names none of the record's, it says in words who. */
export function namedFor({ by }: Promised): readonly string[] {
  return Array.isArray(by) ? by : []
}

/** The first and the last day that the picture of some stances has to show. */
export function spanOf(stances: readonly ReportedStance[]) {
  const first = stances.map(({ act }) => earliest(act.on)).sort()[0]
  const last = stances
    .map(({ act }) => latest(act.on))
    .sort()
    .at(-1)
  return first && last ? { first, last } : undefined
}
