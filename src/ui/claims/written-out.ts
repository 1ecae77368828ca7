import { stringify } from 'yaml'
import type { ActOf } from '../../record/index.ts'

/** A claim on record as one that a reader may change: YAML, with what is tested and nothing else. */
export function writtenOut({ says, by, on, test }: ActOf<'claim-recorded'>): string {
  return stringify({ says, by, on, test }, { lineWidth: 100, defaultStringType: 'PLAIN' })
}
