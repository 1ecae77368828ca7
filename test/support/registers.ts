import fc from 'fast-check'
import { type Act, actSchema, dayBegins, type Entry } from '../../src/record/index.ts'
import { addDays, type Day, type Instant } from '../../src/rules/index.ts'

/** The made-up States that all tests share. */
export const states = ['Arcadia', 'Erewhon', 'Laputa', 'Lilliput', 'Utopia'] as const

/** An act of history from its essentials; checked as if it came from a file. */
export function act(essentials: object): Act {
  return actSchema.parse({ history: true, sources: [], doubt: [], ...essentials })
}

/** Entries from acts, in order, a second apart. */
export function entriesOf(acts: readonly Act[], organisation = 'concord'): Entry[] {
  return acts.map((one, index) => ({
    position: index + 1,
    id: one.id,
    organisation,
    recordedAt: new Date(Date.UTC(2031, 0, 1, 0, 0, index)).toISOString() as Instant,
    act: one,
    ruling: { finding: 'entered-as-history' },
    constitution: 0,
  }))
}

/** What one step of a random history does. Numbers choose among what there is by then. */
interface Step {
  readonly what: 'grant' | 'end' | 'name' | 'step' | 'replace' | 'withdraw'
  readonly state: number
  readonly day: number
  readonly exactness: 'day' | 'month' | 'year' | 'none'
  readonly target: number
  readonly place: 'last' | 'after' | 'day-begins' | 'carries-out'
  readonly live: boolean
}

const step: fc.Arbitrary<Step> = fc.record({
  // More grants than anything else, and enough corrections that corrections of corrections come up.
  what: fc.constantFrom('grant', 'grant', 'grant', 'end', 'name', 'step', 'replace', 'replace', 'withdraw'),
  state: fc.nat(2),
  day: fc.nat(40),
  exactness: fc.constantFrom('day', 'day', 'day', 'month', 'year', 'none'),
  target: fc.nat(1000),
  place: fc.constantFrom('last', 'last', 'after', 'day-begins', 'carries-out'),
  live: fc.boolean(),
})

/** Random registers: late facts, acts placed after others, corrections, corrections of corrections, withdrawals of those. */
export const anyRegister: fc.Arbitrary<Entry[]> = fc.array(step, { minLength: 1, maxLength: 40 }).map((steps) => {
  const acts: Act[] = []
  for (const [index, one] of steps.entries()) acts.push(actOf(one, index, acts))
  return entriesOf(acts)
})

/** Days around those the random registers use, partial dates included. */
export const anyDay: fc.Arbitrary<Day> = fc.integer({ min: -400, max: 400 }).map((n) => addDays('2031-03-01' as Day, n))

function actOf(one: Step, index: number, before: readonly Act[]): Act {
  const target = before[one.target % Math.max(1, before.length)]
  if (one.what === 'withdraw' && target) {
    return act({ id: `act-${index}`, kind: 'act-withdrawn', withdraws: [target.id], reason: 'entered by mistake' })
  }
  const said = saying(one, index)
  return act({
    ...said,
    id: `act-${index}`,
    history: !one.live,
    ...(one.live ? { at: `2031-03-${String(1 + (one.target % 20)).padStart(2, '0')}T10:00:00.000Z` } : {}),
    ...(one.what === 'replace' && target ? { replaces: [target.id] } : {}),
    ...(one.place === 'after' && target ? { after: target.id } : {}),
    ...(one.place === 'day-begins' ? { after: dayBegins } : {}),
    ...(one.place === 'carries-out' && target ? { carriesOut: target.id } : {}),
  })
}

function saying(one: Step, index: number): object {
  const day = addDays('2031-03-01' as Day, one.day)
  const on = { day, month: day.slice(0, 7), year: day.slice(0, 4), none: day }[one.exactness]
  const participant = states[one.state]
  switch (one.what) {
    case 'end':
      return { kind: 'status-ended', on, participant }
    case 'name':
      return { kind: 'participant-named', on, participant, names: { en: `${participant} ${index}` } }
    case 'step':
      return {
        kind: 'step-taken',
        on,
        participants: [participant, states[(one.state + 1) % 3]],
        toward: 'associate',
        what: `step ${index}`,
      }
    default:
      if (one.exactness === 'none')
        return {
          kind: 'participant-described',
          participant,
          type: 'state',
          names: { en: `${participant} of ${index}` },
        }
      return {
        kind: 'status-granted',
        on,
        participant,
        status: ['associate', 'full-participant', 'correspondent'][index % 3],
      }
  }
}
