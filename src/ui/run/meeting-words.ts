import type { ActOf, Attending } from '../../record/index.ts'
import type { Instant } from '../../rules/index.ts'
import type { Place } from '../layout.ts'
import { positionWords } from '../negotiation-sentences.ts'

type Position = ActOf<'position-taken'>['position']

/** The sentences of the pages of a meeting. */
export const meetingWords = {
  meeting: 'In a meeting',
  noneSits: (body: string) => `No meeting of the ${body} sits now.`,
  held: 'Meetings held here',
  heldWhy:
    'A meeting is opened by the chair of its body or by the Secretariat. Its record is drafted as it goes, and is published when it is over.',
  none: 'No meeting has been held here that you may see.',
  sits: 'sits now',
  closed: 'closed',
  published: 'published',
  open: (body: string) => `Open a meeting of the ${body}`,
  openOf: 'Open a meeting of',
  notForYou: 'A meeting is opened by the chair of its body, or by the Secretariat.',
  bears: 'What bears on it',
  nothingBears: 'No rule on record speaks of papers, of convening or of the chair of this body.',
  format: { narrow: 'narrow sitting', expanded: 'expanded sitting' },
  formatWhy: {
    narrow: 'Narrow: the heads of delegation alone.',
    expanded: 'Expanded: with those who accompany them.',
  },
  agenda: 'Agenda',
  fromProposals: 'Proposals before it',
  noProposals: 'No proposal is before this body now.',
  freeItems: 'Other items, one a line',
  numberNotKnown:
    'The last meeting of this body has no number on record, so none is proposed. Give it one if you know it.',
  opening: 'Open the meeting',
  present: 'Who is present',
  wasPresent: 'Who was present',
  here: 'present',
  away: 'absent',
  notNoted: 'not noted',
  noteHere: 'Present',
  noteAway: 'Absent',
  noteAll: (count: number) => `All ${count} who take positions are present`,
  asWhat: 'rank, if wanted',
  asWhatWhy: 'as what (a foreign minister, say), if that is to be noted',
  iAmHere: 'We are present',
  iLeave: 'We leave',
  put: 'Put the question',
  putRevision: (revision: number) => `Put revision ${revision} to the meeting`,
  isPut: 'The question is put',
  takes: (rule: string) => `It is decided ${rule}.`,
  noRule: 'How this body decides is not on record.',
  silenceAdopts: 'Nobody is asked to say yes: where nobody objects, the text is adopted. Whoever objects says so.',
  rollCall: 'Answered one by one, in the order of names. Everyone in the room hears each answer.',
  youStand: {
    objects: { says: 'You object.', goBack: 'Lift it: no objection' },
    reserves: { says: 'You reserve your position, which holds the text.', goBack: 'Lift it: no objection' },
    'ad-referendum': { says: 'You agree ad referendum, subject to your capital.', goBack: 'Confirm: no objection' },
    'stands-aside': { says: 'You stand aside, which holds nothing up.', goBack: 'Take part: no objection' },
    'does-not-take-part': {
      says: 'You stay outside: you are not asked, and if it is adopted it does not bind you.',
      goBack: 'Take part: no objection',
    },
  } satisfies Record<Exclude<Position, 'no-objection'>, { readonly says: string; readonly goBack: string }>,
  nothingSaid: 'You have not objected. You need not say anything.',
  object: 'Object',
  stayOutside: 'Stay outside',
  moreOnText: 'Stand aside, reserve, agree ad referendum, or make a statement: on the page of the text',
  why: 'why (optional)',
  noteFirst: 'Note your presence first, then you may answer.',
  calledOut: 'called out',
  saidItself: 'by the delegation',
  notThere: 'not in the room',
  questions: 'Questions put, and who stood where',
  saidNothing: 'Said nothing',
  othersNotOpen: 'Where others stand is not open to you; what is said before everyone, or opened, is here.',
  notDecidedHere: 'Nothing was decided on it at this meeting.',
  notDecidedYet: 'Nothing is decided on it yet.',
  result: 'What the positions give',
  turnsOn: (names: string) => `It turns on ${names}.`,
  outcome: {
    adopted: 'Adopted, if it is entered now',
    'not-adopted': 'Not adopted, if it is entered now',
    'no-quorum': 'No quorum: nothing can be decided',
    open: 'Open: it turns on what is reserved or agreed ad referendum',
    'no-rule': 'No rule: nothing can be decided',
  },
  nobodyThere: 'Nobody is there: nothing can be decided',
  nobodyNoted:
    'Nothing is decided where nobody who has a say is noted as present. Note who is there first: an absence of objection is worth who could have objected.',
  adopt: 'Adopted',
  adoptNumbered: (number: string) => `Adopted, as ${number}`,
  refuse: 'Not adopted',
  goOn: 'Or go on with the text: the question stays open until its outcome is entered.',
  notCalled: (names: string) => `Not answered yet: ${names}.`,
  outside: (names: string) => `Outside, not asked and not bound: ${names}.`,
  decided: { adopted: 'Adopted', 'not-adopted': 'Not adopted', proposed: 'Proposed' },
  minutes: 'For the record',
  minutesWhy: 'A line for the record of the meeting: who said what.',
  saidBy: 'said by',
  onItem: 'on',
  nobodyInParticular: 'nobody in particular',
  enter: 'Enter',
  change: { narrow: 'Go into narrow sitting', expanded: 'Go into expanded sitting' },
  close: 'Close the meeting',
  closeOpen: 'A question that is still open lapses with the meeting.',
  publish: 'Publish',
  publishWhy:
    'It is entered in the public record as it is here: when and where, who was noted as present, what was decided. What was on the agenda and not decided stays here.',
  publishedAs: 'In the public record',
  draft: 'Draft, grows as the meeting goes',
  record: 'Record',
  recordLink: 'The record of the meeting',
  recordWhy: 'Made from what was entered, as far as you may see it.',
  statements: 'Statements',
  text: 'the text',
  order: 'The order of seats and of speaking',
} as const

/** By what right somebody is there. */
export const attendsAs: { readonly [A in Attending['by']]: string } = {
  'take-positions': 'takes positions',
  attend: 'attends',
  'attend-open-meetings': 'attends open meetings',
}

/** The three answers to a roll-call; elsewhere the words of consensus. */
export function answerWords(position: Position, byRollCall: boolean): string {
  const answers: { readonly [P in Position]?: string } = {
    'no-objection': 'for',
    objects: 'against',
    'stands-aside': 'abstains',
  }
  return (byRollCall ? answers[position] : undefined) ?? positionWords[position]
}

/** "10:05", where the organisation sits. */
export function timeThere(instant: Instant, { description }: Place): string {
  const timeZone = description?.timeZone ?? 'UTC'
  return new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    new Date(instant),
  )
}
