import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { of, position, proposal, Session } from '../../../test/support/negotiating.ts'
import { shownTo, viewIn } from '../../../test/support/standing.ts'
import { type Act, type Seat, silenceOf, standsOn } from '../../record/index.ts'
import { isRefusal } from '../../rules/index.ts'

// What a delegation sees does not hang on what others said and have not opened. Two sessions go the same way but for what
// these three say; then everybody else compares what is shown, byte for byte.

const secretive = ['BRO', 'ERE', 'LIL'] as const
const onlookers: readonly Seat[] = [of('ARC'), of('RUR'), of('BEN'), of('ICA'), { kind: 'public' }]

type Said = Record<string, unknown> & { kind: string; participant: string }
type Step =
  | { readonly what: 'all'; readonly seat: Seat; readonly act: Record<string, unknown> & { kind: string } }
  | { readonly what: 'secret'; readonly pair: readonly [Said | undefined, Said | undefined] }
  /** One of them objects in the one session and another in the other: silence is broken, and not known by whom. */
  | { readonly what: 'break'; readonly pair: readonly [string, string] }
  | { readonly what: 'time'; readonly hours: number }

const positions = fc.constantFrom(
  'no-objection',
  'ad-referendum',
  'stands-aside',
  'reserves',
  'objects',
  'does-not-take-part',
)
const paragraphs = fc.option(fc.subarray(['1', '2', '3'], { minLength: 1 }), { nil: undefined })

const taken = (who: readonly string[]): fc.Arbitrary<Said> =>
  fc
    .record({ participant: fc.constantFrom(...who), is: positions, says: fc.constantFrom('one', 'two'), paragraphs })
    .map(({ participant, is, says, paragraphs }) => ({
      ...position(participant, is),
      participant,
      says,
      ...(paragraphs ? { paragraphs, wouldLift: says } : {}),
      ...(is === 'ad-referendum' ? { confirmBy: '2034-01-30' } : {}),
    }))
const stated = (who: readonly string[]): fc.Arbitrary<Said> =>
  fc
    .record({
      participant: fc.constantFrom(...who),
      type: fc.constantFrom('interpretative', 'reservation', 'explanation'),
      says: fc.constantFrom('one', 'two'),
    })
    .map((fields) => ({ kind: 'statement-made', decision: 'lights', ...fields }))

const openly = ['ARC', 'RUR'] as const
const chair = of('UTO')
const secret = fc.option(fc.oneof(taken(secretive), stated(secretive)), { nil: undefined })
const decision = 'lights'
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(secret, secret).map((pair) => ({ what: 'secret', pair }) as const) },
  fc.oneof(taken(openly), stated(openly)).map((act) => ({ what: 'all', seat: of(act.participant), act }) as const),
  fc
    .constantFrom(...openly)
    .map(
      (participant) =>
        ({ what: 'all', seat: of(participant), act: { kind: 'position-released', decision, participant } }) as const,
    ),
  fc.constant({ what: 'all', seat: of('ARC'), act: { kind: 'revision-made', decision } } as const),
  fc.constant({ what: 'all', seat: chair, act: { kind: 'proposal-forwarded', decision } } as const),
  {
    weight: 2,
    arbitrary: fc.constant({ what: 'all', seat: chair, act: { kind: 'silence-opened', decision } } as const),
  },
  fc.constantFrom(...openly).map(
    (participant) =>
      ({
        what: 'all',
        seat: of(participant),
        act: { kind: 'amendment-proposed', decision, participant, paragraph: '1', text: { en: 'A lamp.' } },
      }) as const,
  ),
  fc.constantFrom(['BRO', 'ERE'] as const, ['LIL', 'BRO'] as const).map((pair) => ({ what: 'break', pair }) as const),
  fc.constantFrom(1, 30, 73).map((hours) => ({ what: 'time', hours }) as const),
)

/** Fills in what hangs on how far it is: the same in both sessions. */
function filled(act: Record<string, unknown> & { kind: string }, session: Session) {
  const { current, level } = session.negotiation()
  const revision = current.number
  const hence = (hours: number) => new Date(Date.parse(session.now) + hours * 3_600_000).toISOString()
  switch (act.kind) {
    case 'revision-made': {
      const paragraphs = [...current.paragraphs.slice(0, 2), { number: '3', text: { en: `Cost ${revision + 1}.` } }]
      return { ...act, revision: revision + 1, paragraphs }
    }
    case 'proposal-forwarded':
      return { ...act, revision, to: level === 'experts' ? 'coordinators' : 'council', openPoints: [{ says: 'Open.' }] }
    case 'silence-opened':
      return { ...act, revision, opensAt: hence(1), expiresAt: hence(80) }
    case 'position-taken':
    case 'amendment-proposed':
      return { ...act, revision }
    default:
      return act
  }
}

function stands(session: Session): boolean {
  const outcome = silenceOf(session.circle, session.negotiation(), session.now)?.outcome
  return outcome === 'announced' || outcome === 'running'
}

function isHeld(session: Session): boolean {
  const negotiation = session.negotiation()
  return [...secretive, ...openly].some((id) => standsOn(negotiation, id)?.act.position === 'objects')
}

/** All that a seat gets of it: the sections, and the data of its page. */
function seen(session: Session, seat: Seat): string {
  try {
    const { negotiation, silence, mine, entitled, mayBreak } = viewIn(session, seat)
    const entries = negotiation.entries.map(({ position: _, ...entry }) => entry)
    return `${shownTo(session, seat)}\n${JSON.stringify({ entries, silence, mine, entitled, mayBreak })}`.replace(
      /"position":\d+/g,
      '',
    )
  } catch (error) {
    return String(error)
  }
}

/** Plays the steps twice; gives whether the one who broke silence may be known by now. */
function play(steps: readonly Step[], pair: readonly [Session, Session], release: string): boolean {
  let isKnown = false
  for (const one of steps) {
    for (const [index, session] of pair.entries()) {
      if (one.what === 'time') session.at(new Date(Date.parse(session.now) + one.hours * 3_600_000).toISOString())
      if (one.what === 'all') {
        // Over an objection silence is not opened, which the chair alone is told.
        if (one.act.kind === 'silence-opened' && pair.some(isHeld)) continue
        const refusal = session.submit(one.seat, filled(one.act, session))
        if (one.seat !== chair && isRefusal(refusal))
          expect(refusal.message).not.toMatch(/Brobdingnag|Erewhon|Lilliput/)
      }
      if (one.what === 'secret') {
        const act = one.pair[index]
        // An objection while silence stands breaks it, and that is told.
        const said = act?.position === 'objects' && stands(session) ? { ...act, position: 'reserves' } : act
        session.submit(
          of(said?.participant ?? 'BRO'),
          filled(said ?? { kind: 'position-released', decision: 'none', participant: 'BRO' }, session),
        )
      }
      if (one.what === 'break' && release !== 'at-once' && stands(session)) {
        const who = one.pair[index] as string
        session.enter(
          of(who),
          position(who, 'objects', { revision: session.negotiation().current.number, says: `${who} objects` }),
        )
        if (release === 'when-over' && index === 1) isKnown = true
      }
    }
  }
  return isKnown && pair[0].now >= (pair[0].negotiation().silence?.expiresAt ?? '')
}

const under =
  (release: string) =>
  (act: Act): Act =>
    'computes' in act && (act.computes as { kind?: string } | undefined)?.kind === 'silence'
      ? ({ ...act, computes: { ...act.computes, release } } as Act)
      : act

describe.each(['at-once', 'when-over', 'never'])('who broke silence is made known: %s', (release) => {
  test('what others said and have not opened changes nothing that is shown to anybody else', () => {
    const run = fc.property(
      fc.constantFrom('experts', 'council'),
      fc.constantFrom('body', 'participants', 'public'),
      fc.array(step, { minLength: 1, maxLength: 12 }),
      (level, audience, steps) => {
        const pair = [new Session(under(release)), new Session(under(release))] as const
        for (const session of pair) session.enter(of('ARC'), proposal({ level, audience }))
        if (play(steps, pair, release)) return
        for (const seat of onlookers) expect(seen(pair[1], seat)).toBe(seen(pair[0], seat))
      },
    )
    fc.assert(run, { numRuns: 60 })
  })
  test('the chair is shown the difference, so that this test can fail', () => {
    const pair = [new Session(under(release)), new Session(under(release))] as const
    for (const session of pair) session.enter(of('ARC'), proposal({ level: 'council' }))
    pair[0].enter(of('ERE'), position('ERE', 'objects'))
    pair[1].enter(of('ERE'), position('ERE', 'reserves'))
    expect(seen(pair[1], of('UTO'))).not.toBe(seen(pair[0], of('UTO')))
    expect(seen(pair[1], of('ARC'))).toBe(seen(pair[0], of('ARC')))
    for (const session of pair) session.enter(of('ERE'), { kind: 'position-released', decision, participant: 'ERE' })
    expect(seen(pair[1], of('ARC'))).not.toBe(seen(pair[0], of('ARC')))
  })
})

test('an objection made when another has broken silence already is a position like any other', () => {
  const session = new Session(under('at-once'))
  session.enter(of('ARC'), proposal({ level: 'council' }))
  session.enter(chair, filled({ kind: 'silence-opened', decision: 'lights' }, session))
  const amended = {
    kind: 'amendment-proposed',
    decision: 'lights',
    participant: 'ARC',
    paragraph: '1',
    text: { en: 'A lamp.' },
  }
  session.enter(of('ARC'), filled(amended, session))
  session.enter(of('BRO'), position('BRO', 'objects', { says: 'to the chair alone' }))
  for (const seat of onlookers) expect(seen(session, seat)).not.toContain('to the chair alone')
  expect(seen(session, chair)).toContain('to the chair alone')
})
