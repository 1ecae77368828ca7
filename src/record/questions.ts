import { type Accession, accessions, isMemberOn } from './accession.ts'
import { notAdopted, outcomesOf, type Proposer, proposers } from './delivery.ts'
import { type ExerciseRow, exercisesByParticipant } from './exercises.ts'
import { type Scheme, schemesOf } from './offices.ts'
import type { Organisation } from './organisation.ts'
import { comparableYears, outputByYear } from './output.ts'
import { membersOfTheDay, type PairCount, pairCounts } from './pairs.ts'
import type { Decision, Meeting } from './sittings.ts'
import { keyTexts } from './texts.ts'
import { type TopicRow, topicsOf } from './topics.ts'

/** What answers the questions that are asked of such an organisation most often, each as far as the record goes. */
export interface QuestionsView {
  readonly decisions: { readonly all: number; readonly adopted: number; readonly withProposer: number }
  readonly proposers: readonly Proposer[]
  readonly notAdopted: { readonly all: number; readonly withStance: number; readonly latest: readonly Decision[] }
  /** Years in which everything counted is complete, or nearly so, and can be held against one another. */
  readonly comparable: readonly number[]
  readonly topics: readonly TopicRow[]
  readonly exercises: { readonly all: number; readonly uncounted: number; readonly rows: readonly ExerciseRow[] }
  /** The meetings with most decisions on record. */
  readonly meetings: readonly { readonly meeting: Meeting; readonly decisions: number }[]
  readonly accessions: readonly Accession[]
  readonly pairs: readonly PairCount[]
  readonly scheme: Scheme | undefined
}

const few = 3

export function questionsView(organisation: Organisation): QuestionsView {
  const decisions = organisation.decisions()
  const who = proposers(organisation)
  const failed = notAdopted(organisation)
  const exercises = organisation.exercises()
  const table = exercisesByParticipant(exercises)
  const byMeeting = Map.groupBy(decisions, ({ act }) => act.meeting)
  const meetings = organisation
    .meetings()
    .map((meeting) => ({ meeting, decisions: byMeeting.get(meeting.act.meeting)?.length ?? 0 }))
    .filter((one) => one.decisions > 0)
  return {
    decisions: {
      all: decisions.length,
      adopted: outcomesOf(decisions).adopted,
      withProposer: decisions.length - who.decisions.unknown,
    },
    proposers: who.rows.filter(({ decisions: { all } }) => all > 0).slice(0, few),
    notAdopted: {
      all: failed.length,
      withStance: failed.filter(({ act }) => (act.stances ?? []).length > 0).length,
      latest: failed.slice(0, few),
    },
    comparable: comparableYears(outputByYear(organisation)),
    topics: topicsOf(keyTexts(organisation)).rows.slice(0, 2 * few),
    exercises: { all: exercises.length, uncounted: table.uncounted, rows: table.rows.slice(0, few) },
    meetings: meetings.sort((a, b) => b.decisions - a.decisions).slice(0, few),
    accessions: accessions(organisation).filter((one) => isMemberOn(one, organisation.day)),
    pairs: pairCounts(organisation, membersOfTheDay(organisation))
      .filter(({ subjects }) => subjects > 0)
      .sort((a, b) => b.subjects - a.subjects)
      .slice(0, few),
    scheme: schemesOf(organisation).findLast(({ onDay }) => onDay === 'holds'),
  }
}
