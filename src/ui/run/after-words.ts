import type { ActOf, Audience } from '../../record/index.ts'

type Ending = 'adopted' | 'not-adopted'

/** The sentences of what comes after a decision: its number, joining, signature, commitments, who may read it. */
export const afterWords = {
  became: {
    adopted: (day: string, number: string | undefined) => `Adopted ${day}${number ? `: ${number}` : ', no number yet'}`,
    'not-adopted': (day: string) => `Not adopted ${day}`,
  } satisfies Record<Ending, unknown>,
  identity: (title: string) => `Until it is numbered it goes by its title: “${title}”.`,
  under: {
    meeting: (body: string) => `Taken by the ${body} at a meeting.`,
    silence: (body: string, number: string | undefined) =>
      `Taken by the ${body} under silence${number ? '' : '; it is announced, and numbered, at the next meeting'}.`,
  } satisfies Record<NonNullable<ActOf<'decision-recorded'>['adoption']>['under'], unknown>,
  onRecord: 'What the public record says of it',
  number: (number: string) => `Give it the number ${number}`,
  numberWhy: 'A number is given once and never changed.',
  numberedBy: (chair: string) => `It is numbered by ${chair}, or by the Secretariat.`,
  noScheme: 'No scheme of numbers is on record for this body, so none is given.',
  whoIsIn: 'Who takes part',
  takesPart: 'Takes part',
  outside: 'Outside',
  joined: 'Joined later',
  nobody: 'nobody',
  join: (name: string) => `${name} joins`,
  joinMeans: (name: string) =>
    `From the day on which it joins, ${name} takes part in the decision like everyone else: it is among those who sign, and the decision binds it. That it joined is public. It is one act and is not taken back here.`,
  joinSays: 'A word with it, if wanted; it is public as well',
  joinFor: 'Enter from a note that somebody joins',
  signature: 'Signature',
  notPlanned: 'No signature is planned.',
  plan: 'Plan its signature',
  planAnew: 'Plan it anew',
  level: 'By whom it is signed',
  levelHint: 'heads of State, ministers of transport',
  form: 'In what form',
  formHint: 'treaty, protocol, memorandum',
  languages: 'In which languages',
  atMeeting: 'At which meeting (its id, if it has one)',
  order: 'Who signs, in order',
  list: 'All documents for signature',
  ready: 'ready',
  notReady: 'not ready',
  markReady: (language: string) => `The text in ${language} is ready`,
  complete: 'internal procedures complete',
  notComplete: 'internal procedures not complete',
  ownComplete: (name: string) => `${name} has completed its internal procedures`,
  completeFor: 'Enter from a note that a capital has completed its procedures',
  commitments: 'Who is to do what by when',
  noCommitments: 'Nothing is on record that anybody is to do.',
  commitmentsGo: 'They stand with what was promised, once the text is open to the public.',
  addCommitment: 'Add what somebody is to do',
  who: 'Who',
  whoElse: 'or in words',
  what: 'What',
  due: 'By when (a day, a month or a year)',
  paragraph: 'From paragraph',
  readers: 'Who may read it',
  readersAre: (whom: string) => `The text, and who stood where on it, are open to ${whom}.`,
  stub: 'Everyone else has its title, number, body and day, who stayed outside and who joined.',
  open: (whom: string) => `Open it to ${whom}`,
  openMeans: (whom: string) =>
    `The text, the positions taken and what was said on it can then be read by ${whom}. What was opened is not closed again.`,
  openSure: 'Yes, this is meant',
  fromNote: 'From the note',
  noteNumber: 'Number of the note',
  noteDate: 'Its date',
  enter: 'Enter it',
} as const

export const audienceWords: { readonly [A in Audience]: string } = {
  public: 'everyone',
  participants: 'everyone who holds a status',
  body: 'whoever takes part in the body or has its papers',
  secretariat: 'the Secretariat alone',
}

/** Languages by their codes, as texts have them. */
export const languageWords: Readonly<Record<string, string>> = { en: 'English', ru: 'Russian', zh: 'Chinese' }

export function inLanguage(code: string): string {
  return languageWords[code] ?? code
}
