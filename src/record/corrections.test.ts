import { expect, test } from 'vitest'
import { act, entriesOf } from '../../test/support/registers.ts'
import { corrections } from './corrections.ts'
import { Fold } from './fold.ts'
import { endOfTime } from './place.ts'

const note = (id: string, more: object = {}) =>
  act({ id, kind: 'relation-noted', on: '2031-05-05', participant: 'Arcadia', what: 'a note', ...more })
const found = (...more: object[]) => {
  const entries = entriesOf([note('first'), ...more.map((m, i) => note(`later-${i}`, { replaces: ['first'], ...m }))])
  return corrections(new Fold('concord', entries).at(endOfTime), entries).map(({ ofRemarks }) => ofRemarks)
}

test.each([
  { says: 'a doubt', more: { doubt: [{ field: 'what', kind: 'unverified', note: 'not read' }] }, ofRemarks: true },
  { says: 'a note and its reason', more: { note: 'see there', correction: 'it was missing' }, ofRemarks: true },
  { says: 'a source', more: { sources: [{ source: 'journal' }] }, ofRemarks: true },
  { says: 'what happened', more: { what: 'another note' }, ofRemarks: false },
  { says: 'the day', more: { on: '2031-05-06' }, ofRemarks: false },
])('a correction of $says', ({ more, ofRemarks }) => {
  expect(found(more)).toEqual([ofRemarks])
})
