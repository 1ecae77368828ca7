import { describe, expect, test } from 'vitest'
import { act, entriesOf } from '../../test/support/registers.ts'
import type { Day } from '../rules/index.ts'
import { conceptsOf, isOwn, presenceOf } from './definitions.ts'
import { Fold } from './fold.ts'

const definition = (id: string, concept: string, presences: readonly string[], more: object = {}) =>
  act({
    id: `definition/${id}`,
    kind: 'definition-described',
    definition: id,
    concept,
    document: id,
    defines: true,
    elements: presences.map((presence, index) => ({ element: `element-${index}`, presence })),
    ...more,
  })

const organisation = new Fold(
  'concord',
  entriesOf([
    definition('of-others', 'piracy', ['present', 'absent', 'absent', 'absent']),
    definition('later', 'piracy', ['absent', 'present', 'not-seen', 'partial'], {
      instrument: 'b',
      date: '2033-01-02',
    }),
    definition('earlier', 'piracy', ['present', 'not-seen', 'present', 'partial'], {
      instrument: 'a',
      date: '2031-03',
    }),
    definition('nowhere', 'piracy', ['not-seen'], { defines: false }),
    definition('wreck', 'wreckage', ['present'], { instrument: 'a', date: '2031-03' }),
  ]),
)
const on = (day: string) => conceptsOf(organisation.at(day as Day))
const names = (definitions: readonly { readonly act: { readonly definition: string } }[]) =>
  definitions.map(({ act }) => act.definition)

describe('definitions of a concept', () => {
  const [piracy, wreckage] = on('2033-01-02')
  test('the organisation’s own come first in the order of time, then those of others; where none is given is told apart', () => {
    expect(names(piracy?.defined ?? [])).toEqual(['earlier', 'later', 'of-others'])
    expect(names(piracy?.notDefined ?? [])).toEqual(['nowhere'])
    expect(piracy?.defined.map(isOwn)).toEqual([true, true, false])
  })
  test('differences are between its own, and never with what was not seen', () => {
    expect(piracy?.differences).toMatchObject([{ element: 'element-0', was: 'present', is: 'absent' }])
    expect(wreckage?.differences).toEqual([])
  })
  test('an element that a document does not speak of has no presence', () => {
    const [earlier] = piracy?.defined ?? []
    expect(earlier && presenceOf(earlier, 'element-3')).toBe('partial')
    expect(earlier && presenceOf(earlier, 'element-9')).toBeUndefined()
  })
  test('a dated document counts from its first day, one without a date always', () => {
    expect(names(on('2031-02-28')[0]?.defined ?? [])).toEqual(['of-others'])
    expect(names(on('2031-03-01')[0]?.defined ?? [])).toEqual(['earlier', 'of-others'])
    expect(names(on('2033-01-01')[0]?.defined ?? [])).toEqual(['earlier', 'of-others'])
    expect(on('2033-01-01')[0]?.differences).toEqual([])
  })
})
