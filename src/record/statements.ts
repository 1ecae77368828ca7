import type { Dated, Organisation } from './organisation.ts'
import type { Answers } from './sittings.ts'
import { allKeyTexts, type KeyText } from './texts.ts'

export type Statement = Dated<'statement-reported'>

/** How statements answer to what a list is narrowed to; `by` is whoever spoke or whose position is reported. */
export const ofStatements: Answers<Statement> = {
  type: ({ act }) => act.type,
  by: ({ act }) => [act.by],
}

/** What was assessed and what was replied in one year. Which reply answers which assessment is not on record. */
export interface Exchange {
  readonly year: string
  readonly assessments: readonly Statement[]
  readonly replies: readonly Statement[]
}

/** Assessments and replies by year, in the order in which the statements come. */
export function exchangesOf(statements: readonly Statement[]): Exchange[] {
  const both = statements.filter(({ act }) => act.type !== 'outside-position')
  return [...Map.groupBy(both, ({ act }) => act.on.slice(0, 4))].map(([year, ofYear]) => ({
    year,
    assessments: ofYear.filter(({ act }) => act.type === 'assessment'),
    replies: ofYear.filter(({ act }) => act.type === 'reply'),
  }))
}

/** What stands near a statement. Only what shares a field with it: nothing here says that one answers the other. */
export interface Surroundings {
  readonly sameSpeaker: readonly Statement[]
  readonly samePlace: readonly Statement[]
  /** Of an assessment the first reply after it, of a reply the last assessment before it. */
  readonly counterpart: Statement | undefined
  /** Key texts of the very day, for what heads of State or others say in them. */
  readonly texts: readonly KeyText[]
}

export function surroundingsOf(statement: Statement, organisation: Organisation): Surroundings {
  const all = organisation.listedThroughout('statement-reported')
  const others = all.filter((other) => other.id !== statement.id)
  const { act } = statement
  const at = all.findIndex((other) => other.id === statement.id)
  const { on } = act
  return {
    sameSpeaker: others.filter((other) => other.act.by === act.by),
    samePlace: others.filter((other) => act.place !== undefined && other.act.place === act.place),
    counterpart:
      act.type === 'assessment'
        ? all.find((other, index) => index > at && other.act.type === 'reply')
        : act.type === 'reply'
          ? all.findLast((other, index) => index < at && other.act.type === 'assessment')
          : undefined,
    texts: on.length === 10 ? allKeyTexts(organisation).filter(({ text }) => text.act.date === on) : [],
  }
}
