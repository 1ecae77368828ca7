import type { Act } from './acts.ts'

/** What an act can describe or refer to by an id of its own. */
export type Referable =
  | 'meeting'
  | 'decision'
  | 'instrument'
  | 'exercise'
  | 'programme'
  | 'dispute'
  | 'text'
  | 'element'
  | 'neighbour'
  | 'document'
  | 'rule'
export interface Reference {
  readonly thing: Referable
  readonly id: string
}

/** The thing that an act describes, under the id by which other acts refer to it. */
export function describes(act: Act): Reference | undefined {
  switch (act.kind) {
    case 'meeting-held':
      return { thing: 'meeting', id: act.meeting }
    case 'decision-recorded':
      return { thing: 'decision', id: act.decision }
    case 'instrument-signed':
      return { thing: 'instrument', id: act.instrument }
    case 'exercise-held':
      return { thing: 'exercise', id: act.exercise }
    case 'programme-recorded':
      return { thing: 'programme', id: act.programme }
    case 'dispute-recorded':
      return { thing: 'dispute', id: act.dispute }
    case 'text-described':
      return { thing: 'text', id: act.text }
    case 'element-described':
      return { thing: 'element', id: act.element }
    case 'neighbour-described':
      return { thing: 'neighbour', id: act.neighbour }
    case 'document-described':
      return { thing: 'document', id: act.document }
    case 'rule-stated':
      return { thing: 'rule', id: act.rule }
    default:
      return undefined
  }
}

/** The things that an act refers to. Each must be described in the record. */
export function refersTo(act: Act): Reference[] {
  const all = (thing: Referable, ...ids: readonly (string | undefined)[]): Reference[] =>
    ids.flatMap((id) => (id === undefined ? [] : [{ thing, id }]))
  switch (act.kind) {
    case 'meeting-held':
      return all('meeting', act.inMarginsOf)
    case 'decision-recorded':
      return [...all('meeting', act.meeting), ...all('decision', act.supersededBy)]
    case 'position-taken':
    case 'statement-reported':
    case 'relation-established':
      return all('decision', act.decision)
    case 'claim-recorded':
      return [
        ...all('meeting', ...(act.meetings ?? [])),
        ...all('decision', ...(act.decisions ?? [])),
        ...all('instrument', ...(act.instruments ?? [])),
        ...all('exercise', ...(act.exercises ?? [])),
        ...all('programme', ...(act.programmes ?? [])),
        ...all('dispute', ...(act.disputes ?? [])),
        ...all('neighbour', ...(act.neighbours ?? [])),
      ]
    case 'connection-noted':
      return [...all('decision', act.decision), ...all('instrument', act.instrument)]
    case 'programme-recorded':
      return [
        ...all('meeting', act.approvedAt, act.preparedAt, ...(act.meetings ?? [])),
        ...all('decision', ...(act.decisions ?? [])),
      ]
    case 'stance-reported':
      return all('programme', act.programme)
    case 'dispute-recorded':
      return act.connections.flatMap(({ meeting, decision, instrument, exercise }) => [
        ...all('meeting', meeting),
        ...all('decision', decision),
        ...all('instrument', instrument),
        ...all('exercise', exercise),
      ])
    case 'dispute-developed':
      return all('dispute', act.dispute)
    case 'thread-described':
      return [
        ...all('programme', ...(act.programmes ?? [])),
        ...all('decision', ...(act.decisions ?? [])),
        ...all('meeting', ...(act.meetings ?? [])),
        ...all('instrument', ...(act.instruments ?? [])),
        ...all('dispute', ...(act.disputes ?? [])),
      ]
    case 'text-described':
      return [...all('decision', act.decision, ...(act.relatedDecisions ?? [])), ...all('instrument', act.instrument)]
    case 'paragraph-abstracted':
      return all('text', act.text)
    case 'definition-described':
      return [...all('instrument', act.instrument), ...all('element', ...act.elements.map((one) => one.element))]
    case 'chair-taken':
      return all('meeting', act.meeting)
    case 'feature-stated':
    case 'membership-recorded':
      return all('neighbour', act.neighbour)
    case 'bearing-noted':
      return [...all('programme', ...(act.programmes ?? [])), ...all('instrument', ...(act.instruments ?? []))]
    case 'document-described':
      return [...all('instrument', act.instrument), ...all('decision', act.decision), ...all('document', act.amends)]
    case 'rule-stated':
      return [...all('document', ...(act.documents ?? [])), ...all('rule', act.practiceOf)]
    case 'gap-stated':
      return [...all('document', ...(act.documents ?? [])), ...all('rule', ...(act.touches ?? []))]
    default:
      return []
  }
}
