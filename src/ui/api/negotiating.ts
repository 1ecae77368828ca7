import type { NegotiationKind } from '../../record/index.ts'
import type { About } from './about.ts'

// The examples are one story of a made-up organisation, from a proposal to what follows a decision.

const decision = 'harbour-lights'
const chair = 'The chair of the body where the text is, or the Secretariat.'
const chairDeciding = 'The chair of the body that decides, or the Secretariat.'
const own = 'The delegation itself; the Secretariat from a note, named in “fromNote”.'
const paragraph = (number: string, en: string) => ({ number, text: { en } })

export const aboutNegotiating = {
  'proposal-made': {
    who: 'A delegation that may propose in the body where it begins, for itself; the Secretariat for one or several, from their note, named in “fromNote”.',
    does: 'Puts a text before the organisation: to the body that decides, beginning there or in a body that prepares for it.',
    by: 'delegation:ARC',
    example: {
      kind: 'proposal-made',
      decision,
      body: 'council',
      level: 'experts',
      title: { en: 'Harbour lights' },
      type: 'decision',
      paragraphs: [paragraph('1', 'Every harbour shows a light.'), paragraph('2', 'The light is green.')],
      proposedBy: ['ARC'],
    },
  },
  'amendment-proposed': {
    who: own,
    does: 'Puts another wording beside a paragraph. Where the rule on silence says so, it breaks silence.',
    by: 'delegation:ERE',
    example: {
      kind: 'amendment-proposed',
      id: 'lights-amendment',
      decision,
      participant: 'ERE',
      revision: 1,
      paragraph: '2',
      text: { en: 'The light is green or white.' },
    },
  },
  'amendment-withdrawn': {
    who: 'Whoever proposed the wording; the Secretariat where it entered it from a note that is not confirmed.',
    does: 'Withdraws another wording. “amendment” is the id under which it is kept. Silence that it broke stays broken.',
    by: 'delegation:ERE',
    example: { kind: 'amendment-withdrawn', decision, participant: 'ERE', amendment: 'ERE~lights-amendment' },
  },
  'revision-made': {
    who: 'Whoever proposed the text, the chair of the body where it is, or the Secretariat.',
    does: 'Circulates the next revision. Every position is asked for again.',
    by: 'delegation:ARC',
    example: {
      kind: 'revision-made',
      decision,
      revision: 2,
      paragraphs: [paragraph('1', 'Every harbour shows a light.'), paragraph('2', 'The light is green or white.')],
      why: 'Takes in the wording of Erewhon.',
    },
  },
  'statement-made': {
    who: own,
    does: 'Makes a statement of a legal kind. Reservations, and not being associated, are stated before the decision.',
    by: 'delegation:LIL',
    example: {
      kind: 'statement-made',
      id: 'lights-statement',
      decision,
      participant: 'LIL',
      type: 'interpretative',
      paragraphs: ['1'],
      says: 'A harbour is a place where ships of more than ten tons land.',
    },
  },
  'statement-withdrawn': {
    who: 'Whoever made the statement; the Secretariat where it entered it from a note that is not confirmed.',
    does: 'Withdraws a statement. “statement” is the id under which it is kept.',
    by: 'delegation:LIL',
    example: { kind: 'statement-withdrawn', decision, participant: 'LIL', statement: 'LIL~lights-statement' },
  },
  'position-released': {
    who: 'The delegation itself, and nobody for it.',
    does: 'Lets whoever sees the text see where the delegation stands on it.',
    by: 'delegation:ERE',
    example: { kind: 'position-released', decision, participant: 'ERE' },
  },
  'proposal-forwarded': {
    who: chair,
    does: 'Sends the text as it stands to a body for which this one prepares, with the points that are open. Positions on it hold there until their delegations say otherwise.',
    by: 'delegation:UTO',
    example: {
      kind: 'proposal-forwarded',
      decision,
      revision: 2,
      to: 'coordinators',
      openPoints: [{ paragraph: '2', says: 'Whether white lights are needed.' }],
    },
  },
  'note-registered': {
    who: 'The Secretariat.',
    does: 'Keeps a note that came in or went out. It is seen by the delegation whose note it is and by the Secretariat.',
    by: 'secretariat',
    example: {
      kind: 'note-registered',
      direction: 'in',
      number: '7',
      date: '2034-01-09',
      participant: 'ERE',
      decision,
      says: 'Erewhon has no objection.',
    },
  },
  'entry-confirmed': {
    who: 'The delegation for which it was entered.',
    does: 'Confirms what the Secretariat entered for a delegation from its note. “confirms” is the id of that act.',
    by: 'delegation:ERE',
    example: { kind: 'entry-confirmed', decision, participant: 'ERE', confirms: 'position-from-note-7' },
  },
  'proposing-denied': {
    who: 'A delegation that the Secretariat named as proposing from a note, before it has confirmed that.',
    does: 'Says that it does not propose the text, which others go on proposing.',
    by: 'delegation:LIL',
    example: {
      kind: 'proposing-denied',
      decision: 'joint-note',
      participant: 'LIL',
      says: 'We did not sign that note.',
    },
  },
  'silence-opened': {
    who: 'The chair of the body that decides, or the Secretariat, where the constitution has a rule on silence.',
    does: 'Puts the text under silence: it is adopted when silence expires unless an objection is received before.',
    by: 'delegation:UTO',
    example: {
      kind: 'silence-opened',
      decision,
      revision: 2,
      opensAt: '2034-01-10T09:00:00Z',
      expiresAt: '2034-01-13T09:00:00Z',
    },
  },
  'silence-opposed': {
    who: 'Whoever may break silence, before it opens and where the method needs consent.',
    does: 'Opposes the use of silence, and not the text.',
    by: 'delegation:RUR',
    example: { kind: 'silence-opposed', decision, participant: 'RUR', says: 'This is for a meeting.' },
  },
  'silence-extended': {
    who: chair,
    does: 'Lets silence that has not expired run to a later instant.',
    by: 'delegation:UTO',
    example: { kind: 'silence-extended', decision, until: '2034-01-14T09:00:00Z' },
  },
  'silence-suspended': {
    who: chair,
    does: 'Stops the time of silence. It can still be broken.',
    by: 'delegation:UTO',
    example: { kind: 'silence-suspended', decision, why: 'A holiday in two capitals.' },
  },
  'silence-resumed': {
    who: chair,
    does: 'Lets the time of silence run on.',
    by: 'delegation:UTO',
    example: { kind: 'silence-resumed', decision },
  },
  'proposal-withdrawn': {
    who: 'Whoever proposed it, or the Secretariat for them.',
    does: 'Takes a proposal back. It can be proposed anew.',
    by: 'delegation:ARC',
    example: { kind: 'proposal-withdrawn', decision: 'quiet-bells', reason: 'Overtaken by events.' },
  },
  'meeting-opened': {
    who: 'The chair of the body, or the Secretariat.',
    does: 'Opens a meeting with its agenda.',
    by: 'delegation:UTO',
    example: {
      kind: 'meeting-opened',
      meeting: 'council-january',
      body: 'council',
      format: 'expanded',
      agenda: [{ title: 'Harbour lights', decision }],
    },
  },
  'presence-noted': {
    who: 'A delegation of itself; the chair of the body, or the Secretariat, of any.',
    does: 'Notes who is there, and as what, or who is not.',
    by: 'delegation:ARC',
    example: {
      kind: 'presence-noted',
      meeting: 'council-january',
      participant: 'ARC',
      presence: 'present',
      level: 'minister',
    },
  },
  'sitting-changed': {
    who: 'The chair of the meeting, or the Secretariat.',
    does: 'Goes on in narrow or in expanded sitting.',
    by: 'delegation:UTO',
    example: { kind: 'sitting-changed', meeting: 'council-january', format: 'narrow' },
  },
  'minutes-noted': {
    who: 'A delegation that is present, for itself; the chair of the meeting, or the Secretariat.',
    does: 'Has something said entered in the record of the meeting.',
    by: 'delegation:ARC',
    example: {
      kind: 'minutes-noted',
      meeting: 'council-january',
      participant: 'ARC',
      says: 'Arcadia thanks those who worked on the text.',
    },
  },
  'question-put': {
    who: 'The chair of the meeting, or the Secretariat.',
    does: 'Asks whether the text as it stands can be adopted.',
    by: 'delegation:UTO',
    example: { kind: 'question-put', meeting: 'council-january', decision, revision: 2 },
  },
  'meeting-closed': {
    who: 'The chair of the meeting, or the Secretariat.',
    does: 'Closes the meeting.',
    by: 'delegation:UTO',
    example: { kind: 'meeting-closed', meeting: 'council-january' },
  },
  'decision-numbered': {
    who: chairDeciding,
    does: 'Gives a decision the number that is due by the scheme of the body.',
    by: 'delegation:UTO',
    example: { kind: 'decision-numbered', decision, number: 'C/2034/1' },
  },
  'decision-joined': {
    who: own,
    does: 'Joins a decision from which the participant had stayed outside.',
    by: 'delegation:BRO',
    example: { kind: 'decision-joined', decision, participant: 'BRO' },
  },
  'decision-released': {
    who: chairDeciding,
    does: 'Opens the text of a decision and what was said on it to others.',
    by: 'delegation:UTO',
    example: { kind: 'decision-released', decision, to: 'participants' },
  },
  'signature-planned': {
    who: chairDeciding,
    does: 'Says by whom, in what form and in which languages a decision is to be signed.',
    by: 'delegation:UTO',
    example: { kind: 'signature-planned', decision, level: 'ministers', form: 'protocol', languages: ['en', 'ru'] },
  },
  'text-ready': {
    who: chairDeciding,
    does: 'Says that a language version is ready for signature.',
    by: 'delegation:UTO',
    example: { kind: 'text-ready', decision, language: 'ru' },
  },
  'procedures-completed': {
    who: own,
    does: 'Says that a capital has done what its law asks before it signs.',
    by: 'delegation:ARC',
    example: { kind: 'procedures-completed', decision, participant: 'ARC' },
  },
  'commitment-made': {
    who: chairDeciding,
    does: 'Keeps who does what by when, from a paragraph of a decision.',
    by: 'delegation:UTO',
    example: {
      kind: 'commitment-made',
      decision,
      commitment: 'lights-lit',
      paragraph: '1',
      who: ['ARC', 'LIL'],
      what: 'Light their harbours.',
      due: '2034-06',
    },
  },
} satisfies { readonly [K in NegotiationKind]: About<K> }
