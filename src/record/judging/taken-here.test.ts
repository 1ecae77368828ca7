import { describe, expect, test } from 'vitest'
import { adopted, chair, decide, putToMeeting } from '../../../test/support/adopting.ts'
import { of, proposal, Session, secretariat } from '../../../test/support/negotiating.ts'
import { isClosed } from '../acts.ts'
import { publicEntry } from '../entry.ts'
import { Fold } from '../fold.ts'
import { decisionOf } from '../procedure/decisions.ts'
import { replay } from '../replay.ts'
import { review } from '../review.ts'

/** The register as anyone may have it. */
function published({ fold }: Session): Fold {
  const entries = fold.entries().map((entry) => {
    const seal = String(entry.position).padStart(64, '0').split('').reverse().join('')
    return isClosed(entry.act) ? publicEntry({ ...entry, sealed: { salt: 's', seal } }) : entry
  })
  return new Fold('concord', entries)
}

function underSilence(): Session {
  const session = new Session()
  session.enter(of('ARC'), proposal({ level: 'council' }))
  const [opensAt, expiresAt] = ['2034-01-10T09:00:00.000Z', '2034-01-13T09:00:00.000Z']
  session.enter(chair, { kind: 'silence-opened', decision: 'lights', revision: 1, opensAt, expiresAt })
  session.at(expiresAt)
  session.enter(chair, {
    kind: 'decision-recorded',
    outcome: 'adopted',
    ...decisionOf(session.negotiation(), 'silence'),
  })
  return session
}

const notAdopted = () => {
  const session = putToMeeting({}, { ERE: 'objects' })
  decide(session, { outcome: 'not-adopted' })
  return session
}

describe('a decision taken here, reviewed', () => {
  const cases = [
    { says: 'at a meeting', session: adopted, text: 'taken at a meeting' },
    { says: 'not adopted', session: notAdopted, text: 'taken at a meeting' },
    { says: 'under silence', session: underSilence, text: 'adopted under silence' },
  ]
  for (const { says, session: made, text } of cases) {
    test(`${says}: in order, with its rule, and of nobody's position a word`, () => {
      const session = made()
      const decided = session.fold.entries().findLast(({ act }) => act.kind === 'decision-recorded')
      if (!decided) throw new Error('nothing was decided')
      const found = review(session.fold, decided)
      expect(found.finding).toBe('in-order')
      const check = found.checks.find(({ reasons }) => reasons.some((reason) => reason.text.includes(text)))
      expect(check).toMatchObject({ outcome: 'in-order', rule: expect.any(String) })
      expect(JSON.stringify(found.checks)).not.toMatch(/object|Erewhon|positions taken are not/)
      // Whoever has the public file alone finds the same.
      const open = published(session)
      expect(replay(open)).toEqual(replay(session.fold))
    })
  }
  test('nobody, the Secretariat neither, says so of what was never proposed here', () => {
    const session = adopted()
    const act = { ...decisionOf(session.negotiation(), 'meeting'), decision: 'lamps' }
    const never = { kind: 'decision-recorded', outcome: 'adopted', ...act }
    expect(session.submit(secretariat, never)).toMatchObject({ refused: 'unknown-proposal' })
  })
  test('history that says how it was adopted is reviewed as history', () => {
    const session = new Session()
    const { adoption, ...act } = decisionOf(adopted().negotiation(), 'meeting')
    const told = {
      ...act,
      id: 'told',
      history: true,
      outcome: 'adopted',
      at: undefined,
      on: '2034-01-05',
      sources: [{ source: 'rules-of-procedure-2033' }],
    }
    session.enter(secretariat, { kind: 'decision-recorded', ...told, adoption })
    const entry = session.fold.entries().at(-1)
    expect(entry && review(session.fold, entry).finding).toBe('cannot-be-judged')
  })
})
