import {
  type Commitment,
  commitmentsIn,
  countsByYear,
  type Organisation,
  type Programme,
  type YearCount,
} from '../record/index.ts'
import { daysBetween, earliest, latest, type PartialDate, type Refusal, refuse } from '../rules/index.ts'
import type { Narrowed } from './questions.ts'
import { type Step, stepsOf } from './steps.ts'
import { belongingTo, type Thread, threadOf, threadsOf } from './threads.ts'

/** How far a programme has come, as sources say; the record does not date it. */
export interface ProgrammeStanding {
  readonly programme: string
  readonly title: string
  readonly stage: Programme['act']['stage']
  readonly stands?: string
}

/** A matter in short: what is drawn of it in the list of all. */
export interface MatterInShort {
  readonly thread: string
  readonly title: string
  readonly asks: string
  readonly counts: Counts
  readonly first?: PartialDate
  readonly last?: PartialDate
  /** What was put before a body and what came of it. */
  readonly decisive: readonly Step[]
  readonly standings: readonly ProgrammeStanding[]
}

export type Counts = { readonly [K in Step['row'] | 'all']: number }

/** The days between two steps that follow one another, at the least and at the most that their dates allow. */
export interface Pause {
  readonly from: PartialDate
  readonly to: PartialDate
  readonly least: number
  readonly most: number
}

/** What became of one matter. */
export interface Matter extends MatterInShort {
  readonly about: string
  /** Whether the record describes what belongs to it, or a programme is followed by itself. */
  readonly described: boolean
  /** The topics of key texts that belong to it. */
  readonly topics: readonly string[]
  readonly steps: readonly Step[]
  /** The first step on record that puts something forward, and the first that a body adopted from then on. */
  readonly forward?: Step
  readonly adopted?: Step
  /** Between decisive steps, the longest first. */
  readonly pauses: readonly Pause[]
  readonly proposers: readonly { readonly participant: string; readonly acts: readonly string[] }[]
  /** What sources say participants held of a text before a body, each apart, in the order of time. */
  readonly resisted: readonly Step[]
  /** Of each participant the last thing it is reported to have held, and how often before. */
  readonly reported: readonly { readonly participant: string; readonly last: Step; readonly earlier: number }[]
  readonly commitments: readonly Commitment[]
  /** How complete the record of decisions is, for each year from the first step to the day. */
  readonly coverage: readonly YearCount[]
}

export interface Matters {
  readonly matters: readonly MatterInShort[]
  /** How many different steps they have together: one that belongs to several matters counts once. */
  readonly steps: number
  /** Programmes that belong to none of them; each can be asked about by its own id. */
  readonly programmes: readonly ProgrammeStanding[]
  readonly coverage: readonly YearCount[]
}

/**
 * What became of what was once put forward: one matter step by step, or all of them in short.
 *
 * @refuses 'unknown-thread' neither a matter nor a programme has this id
 */
export function became(organisation: Organisation, { about }: Narrowed): Matters | Matter | Refusal {
  if (about === undefined) return all(organisation)
  const thread = threadOf(organisation, about)
  if (thread) return matter(thread, organisation)
  return refuse('unknown-thread', `The record follows no matter "${about}", and has no programme with that id.`, {
    remedy: `All of them: /${organisation.id}/questions/became`,
  })
}

function all(organisation: Organisation): Matters {
  const threads = threadsOf(organisation)
  const followed = new Set(threads.flatMap(({ follows }) => follows.programmes ?? []))
  const matters = threads.map((thread) => inShort(thread, organisation))
  return {
    matters: matters.map(({ short }) => short),
    steps: new Set(matters.flatMap(({ steps }) => steps.map(({ act, row, on }) => `${act} ${row} ${on}`))).size,
    programmes: organisation
      .listed('programme-recorded')
      .filter(({ act }) => !followed.has(act.programme))
      .map(standingOf),
    coverage: countsByYear(organisation, [], 'decisions'),
  }
}

function inShort(thread: Thread, organisation: Organisation) {
  const belonging = belongingTo(thread, organisation)
  const steps = stepsOf(belonging, organisation)
  const count = (row: Step['row']) => steps.filter((step) => step.row === row).length
  const [first, last] = [steps[0]?.on, steps.at(-1)?.on]
  const short: MatterInShort = {
    thread: thread.thread,
    title: thread.title,
    asks: thread.asks,
    counts: {
      all: steps.length,
      adopted: count('adopted'),
      proposed: count('proposed'),
      'not-adopted': count('not-adopted'),
      held: count('held'),
      text: count('text'),
      around: count('around'),
    },
    ...(first ? { first } : {}),
    ...(last ? { last } : {}),
    decisive: steps.filter(isDecisive),
    standings: belonging.programmes.map(standingOf),
  }
  return { short, belonging, steps }
}

function standingOf({ act }: ReturnType<typeof belongingTo>['programmes'][number]): ProgrammeStanding {
  const { programme, title, stage, stands } = act
  return { programme, title, stage, ...(stands ? { stands } : {}) }
}

function isDecisive({ row }: Step): boolean {
  return row === 'adopted' || row === 'proposed' || row === 'not-adopted'
}

function matter(thread: Thread, organisation: Organisation): Matter {
  const { short, belonging, steps } = inShort(thread, organisation)
  const forward = steps.find(({ putsForward }) => putsForward)
  const adopted = forward && steps.find(({ row, on }) => row === 'adopted' && earliest(on) >= earliest(forward.on))
  const held = steps.filter(({ row }) => row === 'held')
  const each = held.flatMap((step) => step.who.map((participant) => ({ participant, step })))
  const reported = [
    ...Map.groupBy(
      each.filter(({ step }) => !step.heldAs && !step.of),
      (one) => one.participant,
    ),
  ]
  const proposing = steps
    .filter(({ putsForward }) => putsForward)
    .flatMap(({ act, who }) => who.map((one) => ({ act, one })))
  return {
    about: thread.thread,
    described: thread.described,
    topics: thread.follows.topics ?? [],
    ...short,
    steps,
    ...(forward ? { forward } : {}),
    ...(adopted ? { adopted } : {}),
    pauses: pausesOf(short.decisive),
    proposers: [...Map.groupBy(proposing, ({ one }) => one)].map(([participant, list]) => ({
      participant,
      acts: list.map(({ act }) => act),
    })),
    resisted: held.filter(({ heldAs }) => heldAs !== undefined),
    reported: reported.flatMap(([participant, list]) => {
      const last = list.at(-1)?.step
      return last ? [{ participant, last, earlier: list.length - 1 }] : []
    }),
    commitments: commitmentsIn(belonging.programmes, organisation),
    coverage: countsByYear(
      organisation,
      short.decisive.map(({ on }) => on),
      'decisions',
    ).filter(({ year }) => short.first !== undefined && year >= Number(short.first.slice(0, 4))),
  }
}

/** The times in which nothing was decided or put forward, as far as the record knows; two steps of one date have none between them. */
export function pausesOf(decisive: readonly Pick<Step, 'on'>[]): Pause[] {
  const dates = [...new Set(decisive.map(({ on }) => on))]
  return dates
    .slice(1)
    .map((to, index) => {
      const from = dates[index] as PartialDate
      const least = Math.max(0, daysBetween(latest(from), earliest(to)))
      return { from, to, least, most: Math.max(0, daysBetween(earliest(from), latest(to))) }
    })
    .toSorted((a, b) => b.least - a.least)
}
