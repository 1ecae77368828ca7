import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { adopted, chair, decide, members, putToMeeting } from '../../test/support/adopting.ts'
import { of, position, proposal, Session, secretariat } from '../../test/support/negotiating.ts'
import { forSignature, signatureOrder, stillOutside, takingPart, waitingForNumber } from './after.ts'
import { decisionOf, numberFor } from './procedure/decisions.ts'

const about = { decision: 'lights' }
const note = { number: '7', date: '2034-01-09' }
const numbering = { kind: 'decision-numbered', ...about, number: 'C/2034/1' }
const joining = (participant: string, more: object = {}) => ({
  kind: 'decision-joined',
  ...about,
  participant,
  ...more,
})

describe('a number, by the scheme of the body', () => {
  const cases = [
    { says: 'the chair gives the number due', by: chair, number: 'C/2034/1', refused: undefined },
    { says: 'so does the Secretariat', by: secretariat, number: 'C/2034/1', refused: undefined },
    { says: 'a member that has not the chair', by: of('ARC'), number: 'C/2034/1', refused: 'not-the-chair' },
    { says: 'the public', by: { kind: 'public' } as const, number: 'C/2034/1', refused: 'not-your-act' },
    { says: 'the one after it', by: chair, number: 'C/2034/2', refused: 'number-not-due' },
    { says: 'one of another scheme', by: chair, number: 'A/2034/1', refused: 'number-not-due' },
  ]
  for (const { says, by, number, refused } of cases) {
    test(says, () => expect(adopted().submit(by, { ...numbering, number })?.refused).toBe(refused))
  }
  test('not before it is adopted, and once', () => {
    const session = putToMeeting()
    expect(session.submit(chair, numbering)).toMatchObject({ refused: 'not-decided' })
    decide(session)
    session.enter(chair, numbering)
    expect(session.submit(chair, { ...numbering, number: 'C/2034/2' })).toMatchObject({ refused: 'already-so' })
    expect(numberFor(session.circle, 'council')?.number).toBe('C/2034/2')
    // The Assembly counts in a row of its own.
    expect(numberFor(session.circle, 'assembly')?.number).toBe('A/2034/1')
  })
  test('numbers that history records are taken, on whatever day', () => {
    const session = new Session()
    const recorded = (id: string, on: string, number: string, body = 'council') => ({
      kind: 'decision-recorded',
      id,
      history: true,
      decision: id,
      title: id,
      body,
      type: 'declaration',
      outcome: 'adopted',
      participants: 'members',
      number,
      on,
      at: undefined,
      sources: [{ source: 'rules-of-procedure-2033' }],
    })
    session.enter(secretariat, recorded('first', '2034-01-03', 'C/2034/4'))
    expect(numberFor(session.circle, 'council')?.number).toBe('C/2034/5')
    session.enter(secretariat, recorded('ahead', '2034-03-01', 'C/2034/8'))
    expect(numberFor(session.circle, 'council')?.number).toBe('C/2034/9')
    session.enter(secretariat, recorded('elsewhere', '2034-01-04', 'C/2034/30', 'assembly'))
    expect(numberFor(session.circle, 'council')?.number).toBe('C/2034/9')
  })
  test('adopted without one it waits, in the order of adoption', () => {
    const session = adopted()
    expect(waitingForNumber(session.circle).map(({ decision }) => decision)).toEqual(['lights'])
    session.enter(chair, numbering)
    expect(waitingForNumber(session.circle)).toEqual([])
    expect(waitingForNumber(putToMeeting().circle)).toEqual([])
  })
  test('adopted under silence it waits for the next meeting', () => {
    const session = new Session()
    session.enter(of('ARC'), proposal({ level: 'council' }))
    const [opensAt, expiresAt] = ['2034-01-10T09:00:00.000Z', '2034-01-13T09:00:00.000Z']
    session.enter(chair, { kind: 'silence-opened', ...about, revision: 1, opensAt, expiresAt })
    session.at(expiresAt)
    session.enter(chair, {
      kind: 'decision-recorded',
      outcome: 'adopted',
      ...decisionOf(session.negotiation(), 'silence'),
    })
    expect(waitingForNumber(session.circle)).toHaveLength(1)
  })
})

describe('joining later', () => {
  const cases = [
    { says: 'whoever stayed outside', by: of('RUR'), who: 'RUR', refused: undefined },
    { says: 'whoever is in it', by: of('ARC'), who: 'ARC', refused: 'was-not-outside' },
    {
      says: 'an associate, to which a decision of members was not open',
      by: of('BEN'),
      who: 'BEN',
      refused: 'unknown-proposal',
    },
    { says: 'another delegation for it', by: of('ARC'), who: 'RUR', refused: 'not-your-act' },
    { says: 'the Secretariat without a note', by: secretariat, who: 'RUR', refused: 'note-missing' },
    { says: 'the Secretariat from a note', by: secretariat, who: 'RUR', more: { fromNote: note }, refused: undefined },
  ]
  for (const { says, by, who, more, refused } of cases) {
    test(says, () => expect(adopted().submit(by, joining(who, more))?.refused).toBe(refused))
  }
  test('once, and not before it is adopted; then it is outside no more', () => {
    const session = putToMeeting({}, { RUR: 'does-not-take-part' })
    expect(session.submit(of('RUR'), joining('RUR'))).toMatchObject({ refused: 'not-decided' })
    decide(session)
    expect(stillOutside(session.negotiation())).toEqual(['RUR'])
    expect(takingPart(session.circle, session.negotiation())).not.toContain('RUR')
    session.enter(of('RUR'), joining('RUR'))
    expect(session.submit(of('RUR'), joining('RUR'))).toMatchObject({ refused: 'already-so' })
    expect(stillOutside(session.negotiation())).toEqual([])
    expect(takingPart(session.circle, session.negotiation()).toSorted()).toEqual(members)
  })
  test('a decision meant for some is joined by another that has a say, not by one that has none', () => {
    const session = adopted({ meantFor: ['ARC', 'LIL'], audience: 'participants' })
    expect(takingPart(session.circle, session.negotiation())).toEqual(['ARC', 'LIL'])
    expect(session.submit(of('BEN'), joining('BEN'))).toMatchObject({ refused: 'no-say' })
    expect(session.submit(of('ERE'), joining('ERE'))).toBeUndefined()
  })
})

describe('opening a text', () => {
  const order = ['secretariat', 'body', 'participants', 'public'] as const
  for (const from of order.slice(1)) {
    for (const to of order) {
      const opens = order.indexOf(to) > order.indexOf(from)
      test(`${from} to ${to}: ${opens ? 'opened' : 'is so already'}`, () => {
        const session = adopted({ audience: from })
        const refused = session.submit(secretariat, { kind: 'decision-released', ...about, to })?.refused
        expect(refused).toBe(opens ? undefined : 'already-so')
      })
    }
  }
  test('by the chair or the Secretariat', () => {
    const act = { kind: 'decision-released', ...about, to: 'public' }
    expect(adopted().submit(of('ARC'), act)).toMatchObject({ refused: 'not-the-chair' })
    expect(adopted().submit(chair, act)).toBeUndefined()
  })
})

describe('the ruling in the public register', () => {
  test('of a text that is not public it names nobody and counts nobody', () => {
    const session = putToMeeting({}, { ERE: 'objects' })
    decide(session, { outcome: 'not-adopted' })
    const { ruling } = session.fold.entries().at(-1) ?? {}
    expect(JSON.stringify(ruling)).toMatch(/not public, it is not adopted/)
    expect(JSON.stringify(ruling)).toContain('Rule 6')
    expect(JSON.stringify(ruling)).not.toMatch(/Erewhon|ERE|object/)
  })
  test('of a public text it says why', () => {
    const session = putToMeeting({ audience: 'public' }, { ERE: 'objects' })
    decide(session, { outcome: 'not-adopted' })
    expect(JSON.stringify(session.fold.entries().at(-1)?.ruling)).toContain('Erewhon objected.')
  })
})

describe('statements that go on the public record with the decision', () => {
  const said = (type: string, more: object = {}) => ({
    kind: 'statement-made',
    ...about,
    participant: 'LIL',
    type,
    says: 'Not in fog.',
    ...more,
  })
  const of2 = { paragraphs: ['2'] }
  const cases = [
    { type: 'reservation', more: of2, stances: [{ stance: 'reservation', about: 'paragraph 2: Not in fog.' }] },
    { type: 'not-associated', more: of2, stances: [{ stance: 'not-associated', about: 'paragraph 2: Not in fog.' }] },
    { type: 'interpretative', more: {}, stances: undefined },
    { type: 'explanation', more: {}, stances: undefined },
  ]
  for (const { type, more, stances } of cases) {
    test(`${type}, of a public text and of one that is not`, () => {
      for (const audience of ['public', 'participants']) {
        const session = putToMeeting({ audience })
        session.enter(of('LIL'), said(type, more))
        const derived = decisionOf(session.negotiation(), 'meeting').stances
        const wanted = stances?.map((one) => ({ participant: 'LIL', attribution: 'its own statement', ...one }))
        expect(derived).toEqual(audience === 'public' ? wanted : undefined)
        decide(session)
      }
    })
  }
  test('a decision that leaves them out, or adds one, is not what was proposed', () => {
    const session = putToMeeting({ audience: 'public' })
    session.enter(of('LIL'), said('reservation'))
    const whole = {
      kind: 'decision-recorded',
      outcome: 'adopted',
      meeting: 'm',
      ...decisionOf(session.negotiation(), 'meeting'),
    }
    expect(session.submit(chair, { ...whole, stances: undefined })).toMatchObject({ refused: 'not-as-proposed' })
    const also = { participant: 'ERE', stance: 'objected', about: 'all', attribution: 'the chair' }
    expect(session.submit(chair, { ...whole, stances: [...(whole.stances ?? []), also] })).toMatchObject({
      refused: 'not-as-proposed',
    })
  })
})

describe('the order of signatures', () => {
  test('English names, by the rule; who is outside does not sign, who joined does', () => {
    const session = adopted()
    const before = signatureOrder(session.circle, session.negotiation())
    expect(before).toMatchObject({ outcome: ['ARC', 'BRO', 'ERE', 'LIL', 'UTO'], rule: 'order-of-signatures' })
    expect(before.reasons[0]?.article).toContain('Rule 24')
    session.enter(of('RUR'), joining('RUR'))
    expect(signatureOrder(session.circle, session.negotiation()).outcome).toEqual(members)
  })
  test('whatever the order in which they spoke or joined, the list is the same', () => {
    const some = fc.subarray(members.slice(1), { minLength: 1 })
    fc.assert(
      fc.property(
        some,
        fc.shuffledSubarray(members, { minLength: 6, maxLength: 6 }),
        fc.nat(),
        (outside, spoke, turn) => {
          const session = new Session()
          session.enter(of('ARC'), proposal({ level: 'council' }))
          for (const one of spoke)
            session.enter(of(one), position(one, outside.includes(one) ? 'does-not-take-part' : 'no-objection'))
          decide(session)
          const joins = outside.map((_, index) => outside[(index + turn) % outside.length] as string)
          for (const one of joins) session.enter(of(one), joining(one))
          expect(signatureOrder(session.circle, session.negotiation()).outcome).toEqual(members)
        },
      ),
      { numRuns: 12 },
    )
  })
  test('where no rule is on record it says so', () => {
    const session = adopted({ body: 'experts', level: 'experts' })
    const circle = session.circle
    const without = Object.create(circle, {
      rules: { value: { of: () => [], deciding: circle.rules.deciding.bind(circle.rules) } },
    })
    const order = signatureOrder(without, session.negotiation())
    expect(order.rule).toBeUndefined()
    expect(order.reasons[0]?.text).toContain('for want of a rule')
    expect(order.outcome).toEqual(['ARC', 'BRO', 'ERE', 'LIL', 'UTO'])
  })
})

describe('on the way to signature', () => {
  const planned = {
    kind: 'signature-planned',
    ...about,
    level: 'heads of State',
    form: 'protocol',
    languages: ['en', 'ru'],
  }
  const ready = (language: string) => ({ kind: 'text-ready', ...about, language })
  const complete = (participant: string, more: object = {}) => ({
    kind: 'procedures-completed',
    ...about,
    participant,
    ...more,
  })
  test('languages: those planned, by the chair or the Secretariat, each once', () => {
    const session = adopted()
    session.enter(chair, planned)
    expect(session.submit(of('ARC'), ready('en'))).toMatchObject({ refused: 'not-the-chair' })
    session.enter(chair, ready('en'))
    expect(session.submit(secretariat, ready('en'))).toMatchObject({ refused: 'already-so' })
    expect(session.submit(secretariat, ready('zh'))).toMatchObject({ refused: 'unknown-language' })
  })
  test('procedures: each capital its own, each once, and only of those that take part', () => {
    const session = adopted()
    expect(session.submit(of('RUR'), complete('RUR'))).toMatchObject({ refused: 'takes-no-part' })
    expect(session.submit(of('ARC'), complete('ERE'))).toMatchObject({ refused: 'not-your-act' })
    expect(session.submit(secretariat, complete('ERE'))).toMatchObject({ refused: 'note-missing' })
    session.enter(secretariat, complete('ERE', { fromNote: note }))
    expect(session.submit(of('ERE'), complete('ERE'))).toMatchObject({ refused: 'already-so' })
  })
  test('the list: with a signature planned, ready when all versions and all capitals are, for those who see the text', () => {
    const session = adopted()
    expect(forSignature(session.circle, secretariat, session.now)).toEqual([])
    session.enter(chair, planned)
    const list = () => forSignature(session.circle, secretariat, session.now)
    expect(list()).toMatchObject([{ isReady: false, languages: [{ isReady: false }, { isReady: false }] }])
    for (const one of ['en', 'ru']) session.enter(chair, ready(one))
    for (const one of members.slice(0, 3)) session.enter(of(one), complete(one))
    session.enter(of('LIL'), complete('LIL'))
    expect(list()).toMatchObject([{ isReady: false }])
    session.enter(of('UTO'), complete('UTO'))
    expect(list()).toMatchObject([{ isReady: true }])
    session.enter(of('RUR'), joining('RUR'))
    expect(list()).toMatchObject([{ isReady: false }])
    expect(forSignature(session.circle, of('RUR'), session.now)).toHaveLength(1)
    expect(forSignature(session.circle, of('LAP'), session.now)).toEqual([])
    expect(forSignature(session.circle, { kind: 'public' }, session.now)).toEqual([])
  })
})

describe('commitments', () => {
  const made = (more: object = {}) => ({
    kind: 'commitment-made',
    ...about,
    commitment: 'lamp',
    paragraph: '1',
    who: ['ARC'],
    what: 'Build the first lamp.',
    due: '2034-06',
    ...more,
  })
  const cases = [
    { says: 'from a paragraph, by the chair', by: chair, more: {}, refused: undefined },
    { says: 'in words who', by: secretariat, more: { who: 'the working group' }, refused: undefined },
    { says: 'by another delegation', by: of('ARC'), more: {}, refused: 'not-the-chair' },
    {
      says: 'from a paragraph that it does not have',
      by: chair,
      more: { paragraph: '4' },
      refused: 'unknown-paragraph',
    },
    { says: 'of someone whom nobody knows', by: chair, more: { who: ['ARC', 'XXX'] }, refused: 'unknown-participant' },
  ]
  for (const { says, by, more, refused } of cases) {
    test(says, () => expect(adopted().submit(by, made(more))?.refused).toBe(refused))
  }
  test('an id once', () => {
    const session = adopted()
    session.enter(chair, made())
    expect(session.submit(chair, made())).toMatchObject({ refused: 'id-already-used' })
  })
})
