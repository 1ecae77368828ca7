import type { ActKind, ActOf, NegotiationKind } from '../record/index.ts'
import type { Instant } from '../rules/index.ts'
import { dateInWords } from './words.ts'

/** The sentences for what is done on the way to a decision. */

type Say<K extends ActKind> = (
  act: ActOf<K>,
  name: (participant: string) => string,
  status: (status: string) => string,
  body: (body: string) => string,
  when: (instant: Instant) => string,
) => string

export const positionWords: { readonly [P in ActOf<'position-taken'>['position']]: string } = {
  'no-objection': 'no objection',
  'ad-referendum': 'agreed ad referendum',
  'stands-aside': 'stands aside',
  reserves: 'reserves its position',
  objects: 'objects',
  'does-not-take-part': 'does not take part',
}

export const statementWords: { readonly [T in ActOf<'statement-made'>['type']]: string } = {
  interpretative: 'interpretative statement',
  reservation: 'reservation',
  explanation: 'explanation of position',
  'not-associated': 'not associated with a paragraph',
}

export const negotiationSentences = {
  'proposal-made': (act) => `${act.title.en}: proposed.`,
  'revision-made': (act) => `Revision ${act.revision} was circulated.`,
  'proposal-forwarded': (act, _name, _status, body) =>
    act.openPoints.length > 0
      ? `Forwarded to the ${body(act.to)} with points left open.`
      : `Agreed at this level and forwarded to the ${body(act.to)}.`,
  'proposal-withdrawn': () => 'The proposal was withdrawn.',
  'entry-confirmed': (act, name) => `${name(act.participant)} confirmed what had been entered for it from a note.`,
  'proposing-denied': (act, name) =>
    `${name(act.participant)} said that it does not propose it${act.says ? `: ${act.says}` : '.'}`,
  'position-released': (act, name) => `${name(act.participant)} opened its positions to whoever sees the text.`,
  'statement-made': (act, name) => `${name(act.participant)}, ${statementWords[act.type]}: ${act.says}`,
  'statement-withdrawn': (act, name) => `${name(act.participant)} withdrew a statement.`,
  'amendment-proposed': (act, name) =>
    `${name(act.participant)} proposed another wording of paragraph ${act.paragraph}.`,
  'amendment-withdrawn': (act, name) => `${name(act.participant)} withdrew a wording that it had proposed.`,
  'silence-opened': (act, _name, _status, _body, when) =>
    `Revision ${act.revision} was put under silence until ${when(act.expiresAt)}.`,
  'silence-opposed': (act, name) => `${name(act.participant)} opposed the use of silence.`,
  'silence-extended': (act, _name, _status, _body, when) => `Silence was extended until ${when(act.until)}.`,
  'silence-suspended': () => 'Silence was suspended.',
  'silence-resumed': () => 'Silence was resumed.',
  'meeting-opened': (act, _name, _status, body) => `${body(act.body)}: the meeting was opened.`,
  'presence-noted': (act, name) => `${name(act.participant)} was noted as ${act.presence} at a meeting.`,
  'sitting-changed': (act) => `The meeting went on in ${act.format} sitting.`,
  'minutes-noted': (act, name) => `${act.participant ? `${name(act.participant)}: ` : ''}${act.says}`,
  'question-put': (act) => `The chair put revision ${act.revision} to the meeting.`,
  'meeting-closed': () => 'The meeting was closed.',
  'decision-numbered': (act) => `${act.decision}: numbered ${act.number}.`,
  'decision-joined': (act, name) => `${name(act.participant)} joined a decision from which it had stayed outside.`,
  'decision-released': (act) => `The text was opened to ${act.to === 'public' ? 'the public' : act.to}.`,
  'text-ready': (act) => `The text in ${act.language} is ready.`,
  'procedures-completed': (act, name) => `${name(act.participant)} completed its internal procedures.`,
  'signature-planned': (act) => `To be signed as a ${act.form} by ${act.level}.`,
  'commitment-made': (act, name) =>
    `${Array.isArray(act.who) ? act.who.map(name).join(', ') : act.who}: ${act.what}${act.due ? `, by ${dateInWords(act.due)}` : ''}.`,
  'note-registered': (act, name) =>
    `Note ${act.number} ${act.direction === 'in' ? 'from' : 'to'} ${name(act.participant)}: ${act.says}`,
  sealed: () => 'An act that is not open to everyone.',
} satisfies { [K in NegotiationKind | 'sealed']: Say<K> }
