import type { Act } from '../../src/record/index.ts'
import { act } from './registers.ts'

/**
 * Acts of made-up history, each from what a test is about: whatever else an act must have is given a plain value, and
 * `more` changes or adds to it.
 */

const labels = { one: 'full', many: 'full' }

/** The Concord, with full participants, from 2031 to the end of 2033 unless said otherwise. */
export function described(more: object = {}): Act {
  return act({
    id: 'organisation',
    kind: 'organisation-described',
    names: { en: 'The Concord' },
    shortName: 'Concord',
    edition: 'made-up',
    introduction: ['Made up.'],
    timeZone: 'UTC',
    begins: '2031-01-01',
    coveredTo: '2033-12-31',
    statuses: [{ status: 'full', tone: 'member', en: labels }],
    ...more,
  })
}

export function person(participant: string): Act {
  return act({
    id: `participant/${participant}`,
    kind: 'participant-described',
    participant,
    type: 'state',
    names: { en: participant },
  })
}

export function granted(participant: string, on: string, status = 'full', more: object = {}): Act {
  return act({ id: `${participant}-${status}`, kind: 'status-granted', on, participant, status, ...more })
}

/** Adopted by the council, unless `more` says otherwise. */
export function decided(id: string, on: string, more: object = {}): Act {
  return act({
    id: `decision/${id}`,
    kind: 'decision-recorded',
    on,
    decision: id,
    title: id,
    body: 'council',
    type: 'decision',
    outcome: 'adopted',
    participants: 'members',
    ...more,
  })
}

/** A sitting of the council of which nothing came, as far as is known. */
export function met(id: string, on: string, more: object = {}): Act {
  return act({
    id: `meeting/${id}`,
    kind: 'meeting-held',
    on,
    meeting: id,
    body: 'council',
    attendanceBasis: 'presumed',
    outcomes: [],
    outcomesKnown: 'none-found',
    ...more,
  })
}

export function exercised(id: string, on: string, more: object = {}): Act {
  return act({
    id: `exercise/${id}`,
    kind: 'exercise-held',
    on,
    exercise: id,
    name: id,
    type: 'drill',
    participantsKnown: 'yes',
    ...more,
  })
}

/** How complete the record of one kind of fact is in a year. */
export function covered(year: number, of: string, coverage: string, basis = 'the Journal'): Act {
  return act({ id: `coverage/${year}/${of}`, kind: 'coverage-stated', year, of, coverage, basis })
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
