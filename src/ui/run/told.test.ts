import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { of, position, proposal, Session } from '../../../test/support/negotiating.ts'
import { shownTo } from '../../../test/support/standing.ts'
import { type Act, type Entry, nextTurn, type Seat, toldOf, visible } from '../../record/index.ts'
import { isRefusal } from '../../rules/index.ts'

// Whoever may not see an entry is told of it where the page of the text is another one since, and only there: else an
// open page would be out of date, or a seat would learn that something was said which it is shown nothing of.

const onlookers: readonly Seat[] = [of('ARC'), of('LIL'), { kind: 'public' }]
const decision = 'lights'
const chair = of('UTO')

const under =
  (release: string) =>
  (act: Act): Act =>
    'computes' in act && (act.computes as { kind?: string } | undefined)?.kind === 'silence'
      ? ({ ...act, computes: { ...act.computes, release } } as Act)
      : act

function begun(release = 'when-over', more: Record<string, unknown> = {}): Session {
  const session = new Session(under(release))
  session.enter(of('ARC'), proposal({ level: 'council', ...more }))
  return session
}

function hence(session: Session, hours: number): string {
  return new Date(Date.parse(session.now) + hours * 3_600_000).toISOString()
}

function announce(session: Session, opensIn = 1): void {
  const [opensAt, expiresAt] = [hence(session, opensIn), hence(session, opensIn + 80)]
  session.enter(chair, { kind: 'silence-opened', decision, revision: 1, opensAt, expiresAt })
}

const last = (session: Session) => session.fold.allEntries().at(-1) as Entry
const told = (session: Session, seat: Seat) => toldOf(session.circle, last(session), seat, session.now)
const object = (session: Session, who: string) => session.enter(of(who), position(who, 'objects'))

describe('told that silence was broken', () => {
  test.each([
    { says: 'whoever has the text', seat: of('ARC'), is: decision },
    { says: 'not whoever broke it, who hears of its own act', seat: of('ERE'), is: undefined },
    { says: 'not the chair, who hears of it', seat: chair, is: undefined },
    { says: 'not the Secretariat, which hears of it', seat: { kind: 'secretariat' } as const, is: undefined },
    { says: 'not whoever has no text', seat: { kind: 'public' } as const, is: undefined },
  ])('$says', ({ seat, is }) => {
    const session = begun()
    announce(session)
    session.at(hence(session, 2))
    object(session, 'ERE')
    expect(told(session, seat)).toBe(is)
  })

  test.each([
    { says: 'announced: an objection breaks it', after: 0, act: position('ERE', 'objects'), is: decision },
    { says: 'running: an objection breaks it', after: 1, act: position('ERE', 'objects'), is: decision },
    { says: 'the last second', after: 80.999, act: position('ERE', 'objects'), is: decision },
    { says: 'a reserve breaks nothing', after: 1, act: position('ERE', 'reserves'), is: undefined },
    {
      says: 'announced: the method is opposed',
      after: 0.999,
      act: { kind: 'silence-opposed', decision, participant: 'ERE' },
      is: decision,
    },
  ])('$says', ({ after, act, is }) => {
    const session = begun()
    announce(session)
    session.at(hence(session, after))
    session.enter(of('ERE'), act)
    expect(told(session, of('ARC'))).toBe(is)
  })

  test('not that another objects when it is broken already', () => {
    const session = begun()
    announce(session)
    object(session, 'ERE')
    expect(told(session, of('ARC'))).toBe(decision)
    object(session, 'BRO')
    expect(told(session, of('ARC'))).toBe(undefined)
  })

  test('not of an objection to a text under no silence', () => {
    const session = begun()
    object(session, 'ERE')
    expect(told(session, of('ARC'))).toBe(undefined)
  })

  test('where it is made known as it happens, it is heard and not told', () => {
    const session = begun('at-once')
    announce(session)
    object(session, 'ERE')
    expect(visible(session.circle, last(session), of('ARC'), session.now)).toBe(true)
    expect(told(session, of('ARC'))).toBe(undefined)
  })
})

describe('the instant at which an open page is another one though nothing is entered', () => {
  const next = (session: Session, seat: Seat = of('ARC')) => nextTurn(session.circle, seat, session.now, 'all')
  test('under no silence there is none', () => expect(next(begun())).toBe(undefined))

  test.each([
    { says: 'announced: when it opens', after: 0, hours: 1 },
    { says: 'the last instant before it opens', after: 0.999, hours: 1 },
    { says: 'open: when it expires', after: 1, hours: 81 },
    { says: 'the last instant before it expires', after: 80.999, hours: 81 },
    { says: 'adopted: none', after: 81, hours: undefined },
  ])('$says', ({ after, hours }) => {
    const session = begun()
    const at = hours === undefined ? undefined : hence(session, hours)
    announce(session)
    session.at(hence(session, after))
    expect(next(session)).toBe(at)
    expect(nextTurn(session.circle, of('ARC'), session.now, [decision])).toBe(at)
    expect(nextTurn(session.circle, of('ARC'), session.now, ['another'])).toBe(undefined)
    expect(next(session, { kind: 'public' })).toBe(undefined)
  })

  test('broken: when who broke it is made known, for those who do not know', () => {
    const session = begun()
    const expiresAt = hence(session, 81)
    announce(session)
    object(session, 'ERE')
    expect([next(session), next(session, of('ERE')), next(session, chair)]).toEqual([expiresAt, undefined, undefined])
    const before = shown(session, of('ARC'))
    session.at(expiresAt)
    expect([next(session), shown(session, of('ARC')) !== before]).toEqual([undefined, true])
  })
})

/** What is seen by everyone to whom the text is open needs no telling. */
const mayBeHidden = new Set(['position-taken', 'silence-opposed', 'statement-made'])

type Step =
  | { readonly seat: Seat; readonly act: Record<string, unknown> & { kind: string } }
  | { readonly hours: number }
const delegations = ['BRO', 'ERE', 'LIL', 'RUR'] as const
const stances = ['no-objection', 'reserves', 'objects', 'objects', 'stands-aside'] as const
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .record({ who: fc.constantFrom(...delegations), is: fc.constantFrom(...stances) })
      .map(({ who, is }) => ({ seat: of(who), act: position(who, is) })),
  },
  fc
    .constantFrom(...delegations)
    .map((who) => ({ seat: of(who), act: { kind: 'silence-opposed', decision, participant: who } })),
  fc.constantFrom(...delegations).map((who) => ({
    seat: of(who),
    act: { kind: 'statement-made', decision, participant: who, type: 'interpretative', says: 'Of lamps.' },
  })),
  fc.constantFrom(...delegations).map((who) => ({
    seat: of(who),
    act: { kind: 'amendment-proposed', decision, participant: who, paragraph: '1', text: { en: 'A lamp.' } },
  })),
  {
    weight: 3,
    arbitrary: fc.constantFrom('silence-opened', 'silence-suspended', 'silence-resumed').map((kind) => ({
      seat: chair,
      act: { kind, decision },
    })),
  },
  fc.constant({ seat: of('ARC'), act: { kind: 'revision-made', decision } }),
  fc.constantFrom(1, 30, 73).map((hours) => ({ hours })),
)

/** Fills in what hangs on how far it is. */
function filled(act: Record<string, unknown> & { kind: string }, session: Session) {
  const { current } = session.negotiation()
  if (act.kind === 'silence-opened')
    return { ...act, revision: current.number, opensAt: hence(session, 1), expiresAt: hence(session, 80) }
  if (act.kind === 'revision-made') {
    const paragraphs = [{ number: '1', text: { en: `Lamp ${current.number}.` } }]
    return { ...act, revision: current.number + 1, paragraphs }
  }
  return act.kind === 'position-taken' || act.kind === 'amendment-proposed' ? { ...act, revision: current.number } : act
}

function shown(session: Session, seat: Seat): string {
  try {
    return shownTo(session, seat)
  } catch {
    return 'nothing'
  }
}

test.each(['at-once', 'when-over', 'never'])('told of what changes the page, and of nothing else: %s', (release) => {
  let tellings = 0
  const run = fc.property(
    fc.constantFrom('body', 'participants', 'public'),
    fc.array(step, { minLength: 3, maxLength: 14 }),
    (audience, steps) => {
      const session = begun(release, { audience })
      for (const one of steps) {
        if ('hours' in one) {
          session.at(hence(session, one.hours))
          continue
        }
        const others = mayBeHidden.has(one.act.kind) ? onlookers : []
        const before = others.map((seat) => shown(session, seat))
        if (isRefusal(session.submit(one.seat, filled(one.act, session)))) continue
        for (const [index, seat] of others.entries()) {
          if (visible(session.circle, last(session), seat, session.now)) continue
          const isOther = shown(session, seat) !== before[index]
          expect([seat, told(session, seat)]).toEqual([seat, isOther ? decision : undefined])
          if (isOther) tellings += 1
        }
      }
    },
  )
  // One of each run breaks silence for certain, so that there is something to tell whatever chance gives.
  const breaking: Step[] = [
    { seat: chair, act: { kind: 'silence-opened', decision } },
    { seat: of('ERE'), act: position('ERE', 'objects') },
    { hours: 1 },
  ]
  fc.assert(run, { numRuns: 25, examples: [['body', breaking]] })
  if (release !== 'at-once') expect(tellings).toBeGreaterThan(0)
})
