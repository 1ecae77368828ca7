import { counted } from '../words.ts'

/** The sentences of the table. */
export const tableWords = {
  title: 'The table',
  sits: (seat: string) => `As ${seat} sees it now.`,
  public: 'What is open to the public. Whoever takes a seat sees what is open to it.',
  nobody: (day: string) => `On ${day} nobody holds a status here`,
  covers: (first: string, last: string) => `The record covers ${first} to ${last}.`,
  nobodyRemedy:
    'Nobody can propose, take a position or be written to. Whoever keeps the folder enters in history/ who belongs today, and from when.',
  nothing: 'Nothing is before the organisation, as far as you may see',
  nothingPublic: 'A proposal is seen by those for whom it is meant, and by the public only where it was opened to it.',
  nothingSeated: 'A proposal begins with a text, a body that decides it and the level from which it climbs there.',
  takeASeat: 'Take a seat',
  propose: 'Propose something',
  before: (count: number) => `${counted(count, { one: 'text is', many: 'texts are' })} before the organisation`,
  underSilence: 'Under silence',
  decided: 'Decided lately',
  withdrawn: 'Withdrawn',
  sitsNow: 'What sits now',
  nobodySits: 'No meeting is open, as far as you may see.',
  allMeetings: 'Meetings held here',
  columns: { text: 'Text', stands: 'Where it stands', own: 'Your position', positions: 'Positions' },
  notSaid: 'Not said yet',
  noSay: 'No say here',
  answered: (some: number, all: number) =>
    some === all ? 'Everyone has answered.' : `${some} of ${all} have answered.`,
  revision: (number: number, proposers: string) => `Revision ${number}, proposed by ${proposers}`,
  silenceEnds: (until: string) => `Silence ends ${until}.`,
  decidedAll: 'All decisions',
} as const
