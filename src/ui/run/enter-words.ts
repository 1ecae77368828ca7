import type { Ruling } from '../../record/index.ts'

/** The sentences of what the Secretariat enters beside the way to a decision. */
export const enterWords = {
  title: 'Enter something on the record',
  lede: 'What the Secretariat keeps besides proposals and meetings: who belongs, rules, instruments, offices, what was said and done elsewhere. The rules are asked first; what departs from one that says must is not entered.',
  one: (named: string) => `Enter: ${named}`,
  written: 'The act, field by field',
  hint: 'In YAML, as in a history file: a field a line. The day, the instant and an id are given when it is entered, where none stands here.',
  see: 'See what the rules say',
  enter: 'Enter it',
  example: 'An example, of a made-up organisation',
  fields: 'Every field of it:',
  program: 'as programs send it',
  found: {
    'in-order': 'It would be in order.',
    unusual: 'It would be unusual under a rule that says as a rule.',
    'cannot-be-judged': 'It cannot be judged.',
    'entered-as-history': 'It would be entered as history.',
    sealed: 'It would be kept under seal.',
  } satisfies { [F in Ruling['finding']]: string },
  notYet: 'Nothing has been entered yet.',
  unreadable: 'This cannot be read as fields',
  noFields: 'This holds no fields.',
  remedy: 'Write one field a line, such as `participant: ARC`.',
  ofTheSecretariat: 'This is entered by the Secretariat.',
  noKind: 'Nothing of this kind is entered here.',
  choose: 'Choose one of the list.',
  link: 'Enter something on the record …',
} as const
