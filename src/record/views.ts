import type { PartialDate } from '../rules/index.ts'
import type { Doubt, SourceReference } from './acts.ts'
import type { Organisation } from './organisation.ts'
import { doubtsOf, type Holding, sourcesOf } from './participants.ts'

/** A holding as it is given out: by the terminal, the API and the packages. */
export interface HoldingView {
  readonly participant: string
  readonly name: string
  readonly status: string
  readonly from: PartialDate
  /** The first day on which it is no longer held; null while it has not ended. */
  readonly to: PartialDate | null
  /** Whether it surely covers the day asked about; absent where no day was asked about. */
  readonly certainty?: 'holds' | 'uncertain'
  readonly sources: readonly SourceReference[]
  readonly doubt: readonly Doubt[]
  /** The act that granted it. */
  readonly act: string
}

/** Who holds which status on the day, with sources and doubt. */
export function participantsView(organisation: Organisation): HoldingView[] {
  return organisation.holdings().map((holding) => ({
    ...holdingView(organisation, holding),
    certainty: holding.certainty,
  }))
}

export function holdingView(organisation: Organisation, holding: Holding): HoldingView {
  return {
    participant: holding.participant,
    name: nameOf(organisation, holding.participant),
    status: holding.status,
    from: holding.from,
    to: holding.to ?? null,
    sources: sourcesOf(holding),
    doubt: doubtsOf(holding),
    act: holding.grantedBy.id,
  }
}

/** The English name in use on the organisation's day. */
export function nameOf(organisation: Organisation, participant: string): string {
  return organisation.participant(participant).names?.en ?? participant
}
