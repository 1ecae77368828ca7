import {
  type ActKind,
  countingAt,
  type Dated,
  type Entry,
  endOfTime,
  type Fold,
  type Organisation,
} from '../record/index.ts'

/** What tables are made from: every act that counts at a register position, in order of effect, and the whole register up to there. */
export interface Live {
  readonly organisation: Organisation
  readonly entries: readonly Entry[]
  /** The acts that count. */
  readonly acts: readonly Entry[]
  /** Those of one kind. */
  of<K extends ActKind>(kind: K): readonly Dated<K>[]
}

export function liveAt(fold: Fold, position: number): Live {
  const acts = countingAt(fold, position)
  const kinds = Map.groupBy(acts, (entry) => entry.act.kind)
  return {
    organisation: fold.at(endOfTime, position),
    entries: fold.entries(position),
    acts,
    of: <K extends ActKind>(kind: K) => (kinds.get(kind) ?? []) as unknown as readonly Dated<K>[],
  }
}
