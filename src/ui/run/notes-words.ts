/** The sentences of the register of notes. */
export const noteWords = {
  title: { all: 'Notes in and out', own: (name: string) => `Notes from and to ${name}` },
  lede: {
    secretariat:
      'What capitals say on paper is registered here, and what was entered from it stands beside it until the delegation confirms it.',
    delegation:
      'The notes of your capital as the Secretariat registered them, and what it entered from them in your name. Confirm each entry, or speak for yourselves.',
    none: 'Notes are seen by the Secretariat, and by the delegation from which they came or to which they went.',
  },
  contacts: 'Whom to write to',
  none: 'No note is registered.',
  register: 'Register a note',
  direction: { in: 'came in', out: 'went out' },
  way: { in: 'In', out: 'Out' },
  directionAsked: 'Which way',
  number: 'Its number',
  nextOut: (number: string) => `The next number for a note that goes out is ${number}.`,
  date: 'Its date',
  participant: { all: 'From whom, or to whom', in: 'from', out: 'to' },
  about: 'About which proposal',
  nothingInParticular: 'no proposal in particular',
  says: 'In a few words',
  entered: 'Entered from it',
  nothingYet: 'nothing entered yet',
  nothing: 'nothing',
  enterPosition: 'Enter the position it gives',
  confirmed: 'confirmed',
  notConfirmed: 'not confirmed yet',
  confirm: 'This is what our note says',
  waiting: (count: number) =>
    count === 1
      ? 'From one note about a proposal nothing has been entered yet.'
      : `From ${count} notes about proposals nothing has been entered yet.`,
} as const
