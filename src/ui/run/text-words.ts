import type { Language, TextFault } from '../../drafting/index.ts'
import { listed } from '../words.ts'

export const languageWords: { readonly [L in Language]: string } = { en: 'English', ru: 'Russian', zh: 'Chinese' }

/** The sentences of a text on its way: its paragraphs, revisions, amendments, and the steps that are taken with it. */
export const textWords = {
  text: (revision: number) => `The text, revision ${revision}`,
  older: (current: number) => `This is an older revision. The text is now at revision ${current}.`,
  current: 'The text as it stands',
  sideBySide: 'side by side',
  language: 'Language of the text',
  notIn: (language: string) => `Not there in ${language}.`,
  amendments: 'Other wordings proposed',
  amendedBy: (name: string, revision: number, current: number, isDecided: boolean) =>
    `${name} ${isDecided ? 'proposed' : 'proposes'}${revision === current ? '' : `, on revision ${revision}`}`,
  taken: 'This is what the paragraph says now.',
  accept: 'Take it into the next revision',
  relates: 'relates to it',
  revisions: 'Revisions',
  first: 'Proposed',
  revision: (number: number) => `Revision ${number}`,
  by: (name: string) => `by ${name}`,
  changes: (from: number, to: number) => `What changed from revision ${from} to ${to}`,
  titleChanged: 'The title',
  nothingIn: (language: string) => `Nothing changed in ${language}.`,
  same: 'unchanged',
  change: { changed: 'changed', added: 'added', removed: 'removed', same: 'unchanged' },
  moved: 'moved',
  renumbered: (was: string) => `was paragraph ${was}`,
  howMarked: 'What came in is underlined, what went out is struck through.',
  adopted: (underSilence: boolean, number: string | undefined) =>
    `Adopted${underSilence ? ' under silence' : ''}${number ? ` as ${number}` : ''}.`,
  history: 'What was done, the latest first',
  silences: 'Each time it was under silence',
  silence: (revision: number, from: string, until: string) => `Revision ${revision}, from ${from} until ${until}`,
  silenceEnded: {
    broken: 'broken; not adopted',
    'method-opposed': 'its use was opposed beforehand, so it was not used',
    'ended-by-change': 'ended when the text was changed',
    adopted: 'expired unbroken; adopted at that instant',
  },
  steps: 'What can be done with the text',
  revise: (number: number) => `Make revision ${number}`,
  reviseNote: 'Every position is asked for again on the new revision.',
  makeRevision: (number: number) => `Make revision ${number} of this`,
  why: 'Why, in a sentence',
  stale: (current: number, next: number) =>
    `Below is what you typed and, beside it, revision ${current} as it stands now. Bring the two together; then it becomes revision ${next}.`,
  nowSays: (current: number) => `What revision ${current} says`,
  title: (language: string) => `Title in ${language}`,
  wording: (language: string) => `Text in ${language}`,
  inAlso: (language: string) => `In ${language}`,
  wordingHint:
    'A paragraph begins with its number, “1. …”, with an empty line between. The number stays when others come and go.',
  amend: 'Propose another wording',
  takeBack: 'Withdraw this wording',
  confirm: 'Confirm',
  fromNote: (note: string, isConfirmed: boolean) =>
    `Entered by the Secretariat from ${note}${isConfirmed ? ', confirmed by the delegation' : ''}.`,
  amendWhy: 'Why',
  amendSeen: 'Everyone who may read the text sees it, and whose it is.',
  amendBreaks:
    'The text is put under silence: another wording breaks it like an objection, and everyone who may read the text sees it.',
  amendButton: (number: string) => `Propose it for paragraph ${number}`,
  forward: (body: string) => `Forward to the ${body}`,
  forwardNote: 'With points left open, the level above sees what is not agreed here.',
  openPoints: 'Points left open, a line each: the paragraph, then what is open (“2: the colour of the light”)',
  forwardTo: 'To',
  withdraw: 'Withdraw the proposal',
  withdrawSure: 'The negotiation ends, and what was said on it stays on record. It can be proposed anew.',
  withdrawReason: 'Reason',
  withdrawn: 'Yes, withdraw it',
  back: 'Back to the proposal',
  notOffered: (what: string, why: string) => `${what}: ${why}`,
  noteNumber: 'Number of the note',
  noteDate: 'Date of the note',
  onBehalf: 'On behalf of',
} as const

/** What is wrong with a text as typed, and which field it is in. */
export function faultSaid(fault: TextFault): { readonly field: string; readonly says: string } {
  if (fault.kind === 'empty')
    return { field: 'text.en', says: 'The text is missing: write at least one paragraph in English.' }
  const { language, numbers } = fault
  const field = `text.${language}`
  const which = `${numbers.length === 1 ? 'paragraph' : 'paragraphs'} ${listed(numbers)}`
  switch (fault.kind) {
    case 'twice':
      return {
        field,
        says: `In ${languageWords[language]} ${which} stand${numbers.length === 1 ? 's' : ''} twice: give each a number of its own.`,
      }
    case 'blank':
      return { field, says: `In ${languageWords[language]} nothing stands behind the number of ${which}.` }
    case 'missing':
      return {
        field,
        says: `In ${languageWords[language]} ${which} ${numbers.length === 1 ? 'is' : 'are'} missing, which another language has. Leave a language empty if it is not ready.`,
      }
  }
}
