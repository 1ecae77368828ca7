import type { ActOf, Decision, Entry, Instrument, Organisation } from '../record/index.ts'
import { earliest, type PartialDate } from '../rules/index.ts'
import type { Belonging } from './threads.ts'

/** In which row of the picture a step stands. */
export const rows = ['adopted', 'proposed', 'not-adopted', 'held', 'text', 'around'] as const
export type StepRow = (typeof rows)[number]

/** What a source says a participant held of a text that was before a body, in one word; `outside`: it stayed outside. */
export type HeldAs = NonNullable<ActOf<'decision-recorded'>['stances']>[number]['stance'] | 'outside'

/** One thing that happened in a matter. */
export interface Step {
  readonly on: PartialDate
  readonly row: StepRow
  /** The act that says so. */
  readonly act: string
  readonly says: string
  /** Who proposed it, held it, signed it, is named in it. */
  readonly who: readonly string[]
  /** Whether it puts something forward: a proposal, or what is on record as proposed by somebody. */
  readonly putsForward?: true
  readonly heldAs?: HeldAs
  readonly attribution?: string
  readonly disputed?: true
  /** Of a stance on a decision, the decision and what came of it. */
  readonly of?: { readonly decision: string; readonly title: string; readonly outcome: Outcome }
  /** Of a paragraph, the text, the topic and the verb. */
  readonly text?: { readonly text: string; readonly title: string; readonly topic: string; readonly verb: string }
}

type Outcome = Decision['act']['outcome']

/** Every step of what belongs to a matter, in the order of time; of one day, a decision before what was held of it. */
export function stepsOf(belonging: Belonging, organisation: Organisation): Step[] {
  const { programmes, decisions, meetings, instruments, stances, paragraphs, developments, granted, said } = belonging
  const around = (
    entry: Entry & { readonly act: { readonly on: PartialDate } },
    says: string,
    who: readonly string[],
  ) => ({ on: entry.act.on, row: 'around', act: entry.id, says, who }) as const
  const all: Step[] = [
    ...meetings.map((one) => around(one, 'meeting', [])),
    ...decisions.flatMap((one) => ofDecision(one, organisation)),
    ...instruments.flatMap((one) => ofInstrument(one, belonging, organisation)),
    ...programmes.map((one) => ({
      ...around(one, 'on record from this day', one.act.proposedBy ?? []),
      ...((one.act.proposedBy ?? []).length > 0 || one.act.proposer !== undefined
        ? { putsForward: true as const }
        : {}),
    })),
    ...granted.map((one) => around(one, one.act.status, [one.act.participant])),
    ...stances.map(({ id, act: { on, says, participant, attribution } }) => ({
      on,
      row: 'held' as const,
      act: id,
      says,
      who: [participant],
      attribution,
    })),
    ...paragraphs.map(({ paragraph: { id, act }, text: { act: text } }) => ({
      on: text.date,
      row: 'text' as const,
      act: id,
      says: act.says,
      who: act.names ?? [],
      text: { text: text.text, title: text.title, topic: act.topic, verb: act.verb },
    })),
    ...developments.map((one) => around(one, one.act.what, [])),
    ...said.map((one) => around(one, one.act.says, [])),
  ]
  return all.toSorted((a, b) => (earliest(a.on) === earliest(b.on) ? 0 : earliest(a.on) < earliest(b.on) ? -1 : 1))
}

function ofDecision(decision: Decision, organisation: Organisation): Step[] {
  const { id, act } = decision
  const of = { decision: act.decision, title: act.title, outcome: act.outcome }
  const { proposedBy = [], stances = [], outside = [] } = act
  const forward = act.type === 'proposal' || act.outcome !== 'adopted' || proposedBy.length > 0
  const unnamed = outside.filter((one) => !stances.some(({ participant }) => participant === one))
  const alike = [...Map.groupBy(stances, ({ participant: _, ...said }) => JSON.stringify(said)).values()]
  return [
    {
      on: act.on,
      row: act.outcome,
      act: id,
      says: act.title,
      who: proposedBy,
      ...(forward ? { putsForward: true as const } : {}),
    },
    ...alike.flatMap(([first, ...more]): Step[] =>
      first
        ? [
            {
              on: act.on,
              row: 'held',
              act: id,
              says: first.about,
              who: [first, ...more].map(({ participant }) => participant),
              heldAs: first.stance,
              attribution: first.attribution,
              ...(first.disputed ? { disputed: true as const } : {}),
              of,
            },
          ]
        : [],
    ),
    ...(unnamed.length > 0
      ? [{ on: act.on, row: 'held' as const, act: id, says: act.title, who: unnamed, heldAs: 'outside' as const, of }]
      : []),
    // What was said on the way by those whose positions are open to everyone.
    ...organisation.positionsOn(act.decision).map(
      (one): Step => ({
        on: one.act.on,
        row: 'held',
        act: one.id,
        says: one.act.position.replaceAll('-', ' '),
        who: [one.act.participant],
        ...(one.act.position === 'objects' ? { heldAs: 'objected' as const } : {}),
        ...(one.act.position === 'does-not-take-part' ? { heldAs: 'outside' as const } : {}),
        of,
      }),
    ),
  ]
}

/** Its signature, unless a decision of the matter is on record as that; and its entry into force where a source dates it. */
function ofInstrument({ id, act }: Instrument, { decisions }: Belonging, organisation: Organisation): Step[] {
  const isTold = organisation
    .referringTo('instrument', act.instrument)
    .some(
      (other) => other.act.kind === 'connection-noted' && decisions.some((one) => isConnected(one, other.act, act.on)),
    )
  const signed: Step = { on: act.on, row: 'adopted', act: id, says: `${act.title}: signed`, who: [] }
  const inForce: Step[] =
    act.inForceOn === undefined || earliest(act.inForceOn) > organisation.day
      ? []
      : [{ on: act.inForceOn, row: 'around', act: id, says: `${act.title}: in force`, who: [] }]
  return [...(isTold ? [] : [signed]), ...inForce]
}

function isConnected({ act }: Decision, other: Entry['act'], on: PartialDate): boolean {
  return other.kind === 'connection-noted' && other.decision === act.decision && act.on === on
}
