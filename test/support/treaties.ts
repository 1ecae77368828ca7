import { expect, test } from 'vitest'
import {
  type EntryAnswer,
  type EntryQuestion,
  type EventKind,
  enterIntoForce,
  isRefusal,
  type PartialDate,
  type TreatyEvent,
} from '../../src/rules/index.ts'

// A made-up pact: how tests write what was deposited and ask when it enters into force.

/** "A 2031-01-05 acceptance; B 2031-02": participant, date, and the kind where it is no ratification. */
export function did(text: string): TreatyEvent[] {
  const lines = text.split('; ').filter((line) => line !== '')
  return lines.map((line) => {
    const [participant = '', on, kind = 'ratification'] = line.split(' ')
    return { participant, on: on as PartialDate, kind: kind as EventKind }
  })
}

export type ClauseOf = EntryQuestion['clause']
export const asked = (clause: object, events: string, more: object = {}) =>
  enterIntoForce({ id: 'pact', clause: clause as ClauseOf, events: did(events), ...more })
export const answered = (clause: object, events: string, more: object = {}): EntryAnswer => {
  const answer = asked(clause, events, more)
  if (isRefusal(answer)) throw new Error(answer.message)
  return answer
}
export const texts = (answer: EntryAnswer) => answer.reasons.map(({ text }) => text).join(' ')

export interface Row {
  readonly says: string
  readonly clause: object
  readonly events: string
  readonly more?: object
  readonly on: string | null
}

export function holds(rows: readonly Row[]): void {
  for (const { says, clause, events, more, on } of rows) {
    test(says, () => expect(answered(clause, events, more).inForceOn).toBe(on))
  }
}

export const three = 'A 2031-01-05; B 2031-01-31; C 2031-03-10'
