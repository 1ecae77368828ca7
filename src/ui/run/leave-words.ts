/** The sentences of leaving the organisation. */
export const leaveWords = {
  title: (name: string) => `How ${name} would leave`,
  choose: 'On behalf of whom a note says that it leaves',
  whose: 'Whose note',
  nobody: 'Only who belongs can leave',
  nobodyWhy: 'Take the seat of a delegation that holds a status, or of the Secretariat.',
  until: (name: string, status: string) =>
    `${name} is ${status}. That it leaves is the gravest thing that is entered here: it ends that status on a day, after notice.`,
  rule: 'What the rules ask for',
  noRule: 'No rule on leaving is on record, so no notice is asked for that could be counted.',
  notice: (period: string, day: string) =>
    `Notice of at least ${period}: given today, it can take effect on ${day} at the earliest.`,
  follows: 'What follows, and when',
  fromThen: (name: string, day: string) => `On ${day}, at the beginning of that day, ${name} ceases to belong.`,
  untilThen: (name: string) => `Until then nothing changes: ${name} takes positions, is asked and is bound as before.`,
  positions: (name: string, bodies: string) => `From then on ${name} takes no positions in ${bodies}.`,
  chairs: (bodies: string) => `It has the chair of ${bodies}; who follows is said by the rules on the chair.`,
  instruments: 'Of the instruments that it signed this ends none: how each is left is said by its own clauses.',
  record: 'What it did and said stays on record. The notice is public at once.',
  whenAsked: 'The day on which it leaves',
  see: 'Go on to what would be entered',
  head: 'It is entered by the head of the delegation. You sit as a member.',
  sure: (name: string, day: string) => `${name} leaves on ${day}: is that to be entered?`,
  says: 'What the rules say of it',
  decided: (isOwn: boolean) =>
    isOwn ? 'My capital has decided this, and I am to enter it.' : 'The note says this, and I am to enter it.',
  enter: (name: string, day: string) => `Enter that ${name} leaves on ${day}`,
  notYet: 'Not now',
  given: (name: string, day: string) => `${name} leaves on ${day}`,
  givenOn: (day: string) => `Notice was given on ${day}.`,
  back: 'Take the notice back',
  backWhy: (day: string) =>
    `Until ${day} it can be taken back by the head of the delegation, or by the Secretariat from a note; no rule on record says otherwise. Both stay in the register: that notice was given, and that it was taken back.`,
  backReason: 'Why',
  backNot: 'It is taken back by the head of the delegation.',
  link: 'Leave the organisation …',
} as const
