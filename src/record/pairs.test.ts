import { describe, expect, test } from 'vitest'
import {
  decided,
  described,
  exercised,
  granted,
  met,
  neighbour,
  objects,
  programme,
  stance,
  states,
} from '../../test/support/made-up.ts'
import { act, entriesOf } from '../../test/support/registers.ts'
import type { Day } from '../rules/index.ts'
import { Fold } from './fold.ts'
import { involvementOf, membershipsOf } from './involvement.ts'
import { membersOfTheDay, pairCounts, pairOf } from './pairs.ts'

const attended = (id: string, on: string, attendance: readonly string[], more: object = {}) =>
  met(id, on, {
    attendance: attendance.map((participant) => ({ participant, as: 'member' })),
    attendanceBasis: 'named',
    ...more,
  })
const held = (id: string, on: string, forces: readonly string[], more: object = {}) =>
  exercised(id, on, { forces: forces.map((participant) => ({ participant, as: 'participant' })), ...more })
const membership = (neighbour: string, participant: string, more: object = {}) =>
  act({
    id: `membership/${neighbour}/${participant}`,
    kind: 'membership-recorded',
    neighbour,
    participant,
    as: 'member',
    ...more,
  })

const fold = new Fold(
  'concord',
  entriesOf([
    described({ coveredTo: '2039-12-31' }, { full: 'member', 'founders-circle': 'past', associate: 'observer' }),
    ...states('Arcadia', 'Laputa', 'Utopia'),
    granted('Arcadia', '2031-01-01', 'founders-circle'),
    granted('Utopia', '2031-01-01', 'founders-circle'),
    granted('Arcadia', '2032-01-01'),
    granted('Utopia', '2032-06-01'),
    granted('Laputa', '2033-01-01', 'associate'),
    programme('bank', '2031-05-01', { proposedBy: ['Arcadia'] }),
    stance('bank', 'Utopia', '2034-05-01'),
    programme('railway', '2031-04-01'),
    stance('railway', 'Arcadia', '2032-02-01'),
    stance('railway', 'Utopia', '2032-03-01'),
    programme('club', '2031-06-01', { outside: ['Utopia'] }),
    programme('led-only', '2031-06-01', { lead: 'Arcadia', proposedBy: ['Utopia'] }),
    decided('zone', '2033-01-01', { proposedBy: ['Utopia'], stances: [objects('Arcadia')] }),
    decided('quiet', '2033-01-01', { proposedBy: ['Utopia', 'Arcadia'] }),
    attended('two', '2032-07-01', ['Arcadia', 'Utopia']),
    attended('chaired', '2032-08-01', ['Arcadia'], { chair: 'Utopia' }),
    attended('in-part', '2032-08-15', ['Arcadia', 'Utopia'], { attendanceBasis: 'partly-named' }),
    attended('three', '2032-09-01', ['Arcadia', 'Utopia', 'Laputa']),
    attended('others', '2032-10-01', ['Arcadia', 'Laputa']),
    held('both', '2033-02-01', ['Arcadia', 'Utopia']),
    held('watched', '2033-03-01', ['Arcadia'], {
      forces: [
        { participant: 'Arcadia', as: 'participant' },
        { participant: 'Utopia', as: 'observer' },
      ],
    }),
    held('perhaps', '2033-04-01', ['Arcadia', 'Utopia'], { participantsKnown: 'no' }),
    held('refused', '2033-05-01', ['Arcadia'], { declined: [{ participant: 'Utopia' }], hosts: ['Utopia'] }),
    act({
      id: 'dispute/island',
      kind: 'dispute-recorded',
      on: '2032',
      dispute: 'island',
      between: ['Utopia', 'Arcadia'],
      about: 'an island',
      outcome: 'Open.',
      connections: [],
    }),
    neighbour('Concord', { itself: true }),
    neighbour('Bank'),
    neighbour('Forum'),
    membership('Concord', 'Arcadia', { from: '2031' }),
    membership('Concord', 'Utopia', { from: '2031' }),
    membership('Bank', 'Arcadia', { from: '2032-03-01', to: '2034-03-01' }),
    membership('Bank', 'Utopia', { from: '2031' }),
    membership('Forum', 'Arcadia'),
  ]),
)
const at = (day: string) => fold.at(day as Day)
const pair = (day: string, a = 'Arcadia', b = 'Utopia') => pairOf(at(day), a, b)
const about = (list: readonly { readonly about: { readonly id: string } }[]) => list.map((one) => one.about.id)

describe('two participants side by side', () => {
  test('a subject has two sides when a source says something of both and one of them took a stance', () => {
    expect(about(pair('2039-01-01').both)).toEqual(['programme/railway', 'decision/zone', 'programme/bank'])
  })
  test('having proposed it is a side, and stands beside the stance of the other', () => {
    const bank = pair('2039-01-01').both.find((one) => one.about.id === 'programme/bank')
    expect(bank?.sides.map((side) => [side.as, side.stances.length])).toEqual([
      [['proposed'], 0],
      [[], 1],
    ])
  })
  test('where only one is on record it is kept apart, and where nobody took a stance it is no subject', () => {
    expect(about(pair('2039-01-01').one)).toEqual(['programme/club'])
  })
  test('up to the day: a stance of tomorrow is not counted', () => {
    expect(about(pair('2034-04-30').both)).not.toContain('programme/bank')
    expect(about(pair('2034-05-01').both)).toContain('programme/bank')
  })
  test('who asks first only changes who stands left', () => {
    const [there, back] = [pair('2039-01-01'), pair('2039-01-01', 'Utopia', 'Arcadia')]
    expect(about(back.both)).toEqual(about(there.both))
    expect(back.both.map(({ sides }) => sides)).toEqual(there.both.map(({ sides: [a, b] }) => [b, a]))
  })
  test('a status is held together from the later beginning to the earlier end', () => {
    expect(pair('2039-01-01').together.map(({ status, from, to }) => [status, from, to])).toEqual([
      ['founders-circle', '2031-01-01', '2032-01-01'],
      ['full', '2032-06-01', undefined],
    ])
    expect(pair('2032-05-31').together.map(({ status }) => status)).toEqual(['founders-circle'])
    expect(pair('2039-01-01', 'Arcadia', 'Laputa').together).toEqual([])
  })
  test('meetings at which both are named; whoever is in the chair is there', () => {
    const { meetings, apart } = pair('2039-01-01')
    expect(meetings.map(({ act }) => act.meeting)).toEqual(['two', 'chaired', 'in-part', 'three'])
    expect(apart.map(({ act }) => act.meeting)).toEqual(['two'])
  })
  test('only exercises in which both are known to have taken part', () => {
    expect(pair('2039-01-01').exercises.map(({ act }) => act.exercise)).toEqual(['both'])
    expect(pair('2033-01-31').exercises).toEqual([])
  })
  test('a neighbour is shared while both belong, and the organisation is no neighbour of itself', () => {
    const shared = (day: string) => pair(day).neighbours.map(([one]) => one.entry.act.neighbour)
    expect([shared('2032-02-29'), shared('2032-03-01'), shared('2034-02-28'), shared('2034-03-01')]).toEqual([
      [],
      ['Bank'],
      ['Bank'],
      [],
    ])
  })
  test('the counts of every pair are those of the pairs, each pair once', () => {
    const day = at('2039-01-01')
    const [only, ...more] = pairCounts(day, membersOfTheDay(day))
    expect(more).toEqual([])
    expect(only).toEqual({ between: ['Arcadia', 'Utopia'], exercises: 1, subjects: 3, disputes: 1 })
  })
  test('members of the day; before there were any, those of what went before', () => {
    expect(membersOfTheDay(at('2032-01-01'))).toEqual(['Arcadia'])
    expect(membersOfTheDay(at('2031-12-31'))).toEqual(['Arcadia', 'Utopia'])
    expect(membersOfTheDay(at('2030-12-31'))).toEqual([])
  })
})

describe('what one participant did', () => {
  test('taking part, watching, refusing and hosting are four things', () => {
    expect(
      involvementOf(at('2039-01-01'), 'Utopia').exercises.map(({ exercise, parts }) => [exercise.act.exercise, parts]),
    ).toEqual([
      ['both', ['took part']],
      ['watched', ['observed']],
      ['perhaps', ['took part']],
      ['refused', ['declined', 'hosted']],
    ])
  })
  test('programmes with its part in each; being one of the members is none', () => {
    expect(
      involvementOf(at('2039-01-01'), 'Utopia').programmes.map(({ programme: one, parts }) => [
        one.act.programme,
        parts,
      ]),
    ).toEqual([
      ['club', ['outside']],
      ['led-only', ['proposed']],
    ])
  })
  test('a membership without a beginning on record is uncertain', () => {
    expect(
      membershipsOf(at('2039-01-01'), 'Arcadia').map(({ entry: one, certainty }) => [one.act.neighbour, certainty]),
    ).toEqual([['Forum', 'uncertain']])
  })
  test('nothing before the day on which it began', () => {
    const { proposed, stances, disputes, exercises } = involvementOf(at('2031-12-31'), 'Utopia')
    expect([proposed, stances, disputes, exercises]).toEqual([[], [], [], []])
  })
})
