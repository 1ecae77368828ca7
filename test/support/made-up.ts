import type { Act } from '../../src/record/index.ts'
import { act } from './registers.ts'

/** Acts of the made-up organisation of the tests, each from what is particular to it; `more` wins over the rest. */

/** The organisation with its statuses by tone, from 2031 to the end of 2033. */
export function described(more: object = {}, statuses: Readonly<Record<string, string>> = { full: 'member' }): Act {
  return act({
    id: 'organisation',
    kind: 'organisation-described',
    names: { en: 'Concord' },
    shortName: 'Concord',
    edition: 'made-up',
    introduction: ['Made up.'],
    timeZone: 'UTC',
    begins: '2031-01-01',
    coveredTo: '2033-12-31',
    statuses: Object.entries(statuses).map(([status, tone]) => ({ status, tone, en: { one: status, many: status } })),
    ...more,
  })
}

/** States, each named as its id. */
export function states(...ids: readonly string[]): Act[] {
  return ids.map((participant) =>
    act({
      ...{ id: `participant/${participant}`, kind: 'participant-described', participant },
      ...{ type: 'state', names: { en: participant } },
    }),
  )
}

export function granted(participant: string, on: string, status = 'full', more: object = {}): Act {
  return act({ id: `${participant}-${status}`, kind: 'status-granted', on, participant, status, ...more })
}

/** A meeting of the council with attendance presumed and no outcome found. */
export function met(id: string, on: string, more: object = {}): Act {
  return act({
    ...{ id: `meeting/${id}`, kind: 'meeting-held', on, meeting: id, body: 'council' },
    ...{ attendanceBasis: 'presumed', outcomes: [], outcomesKnown: 'none-found' },
    ...more,
  })
}

/** A programme that the members adopted in the council. */
export function decided(id: string, on: string, more: object = {}): Act {
  return act({
    ...{ id: `decision/${id}`, kind: 'decision-recorded', on, decision: id, title: id, body: 'council' },
    ...{ type: 'programme', outcome: 'adopted', participants: 'members' },
    ...more,
  })
}

/** A proposal of the members that has got no further. */
export function programme(id: string, on: string, more: object = {}): Act {
  return act({
    ...{ id: `programme/${id}`, kind: 'programme-recorded', on, programme: id, title: id },
    ...{ type: 'proposal', stage: 'proposed', participants: 'members' },
    ...more,
  })
}

/** A treaty that Utopia signed. */
export function instrument(id: string, on: string, more: object = {}): Act {
  return act({
    ...{ id: `instrument/${id}`, kind: 'instrument-signed', on, instrument: id, title: id },
    ...{ type: 'treaty', signatories: ['Utopia'] },
    ...more,
  })
}

/** What a participant was reported to say of a programme. */
export function stance(about: string, participant: string, on: string, more: object = {}): Act {
  return act({
    ...{ id: `stance/${about}/${participant}/${on}`, kind: 'stance-reported', on, programme: about, participant },
    ...{ says: 'is in favour', attribution: 'as the Journal says' },
    ...more,
  })
}

/** A position on a decision: that of one who objected to all of it. */
export function objects(participant: string, more: object = {}): object {
  return { participant, stance: 'objected', about: 'all of it', attribution: 'as the Journal says', ...more }
}

/** An exercise with the forces that are given. */
export function exercised(id: string, on: string, more: object = {}): Act {
  return act({
    ...{ id: `exercise/${id}`, kind: 'exercise-held', on, exercise: id, name: id },
    ...{ type: 'military', participantsKnown: 'yes' },
    ...more,
  })
}

export function neighbour(id: string, more: object = {}): Act {
  return act({
    ...{ id: `neighbour/${id}`, kind: 'neighbour-described', neighbour: id, names: { en: id }, type: 'forum' },
    ...more,
  })
}

/** How far the record goes in a year. */
export function covered(year: number, of: string, coverage: string, basis = 'the Journal'): Act {
  return act({ id: `coverage/${year}/${of}`, kind: 'coverage-stated', year, of, coverage, basis })
}

/** A rule in force since the organisation began. */
export function rule(id: string, more: object = {}): Act {
  return act({
    ...{ id: `rule/${id}`, kind: 'rule-stated', rule: id, on: '2031-01-01' },
    ...{ document: 'Rules', strength: 'must', says: id },
    ...more,
  })
}

/** A text with a paragraph for each verb, all on one topic. */
export function spoken(id: string, date: string, verbs: readonly string[], topic: string, more: object = {}): Act[] {
  const { names, addressee, ...ofText } = more as { names?: string[]; addressee?: string }
  return [
    act({ id: `text/${id}`, kind: 'text-described', text: id, title: id, date, ...ofText }),
    ...verbs.map((verb, index) =>
      act({
        id: `text/${id}/${index}`,
        kind: 'paragraph-abstracted',
        text: id,
        paragraph: String(index),
        topic,
        says: 'is good',
        verb,
        ...(names ? { names } : {}),
        ...(addressee ? { addressee } : {}),
      }),
    ),
  ]
}
