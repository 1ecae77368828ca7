import type { Live } from '../live.ts'
import { always, date, id, oneOf, refers, table, text, yesNo } from '../table.ts'

const act = always(refers('acts.act', 'The act that says so.'))

/** What the texts say, and what is said of the organisation. */
export const said = [
  table({
    name: 'texts',
    title: 'Key texts',
    says: 'Texts of which paragraphs are on record in our own words.',
    key: ['text'],
    columns: {
      text: always(id('Its id.')),
      title: always(text('Its title.')),
      date: always(date('Its date.')),
      decision: refers('decisions.decision', 'The decision by which it was adopted.'),
      instrument: refers('instruments.instrument', 'The instrument that it is.'),
      act,
    },
    rowsFrom: ({ of }: Live) =>
      of('text-described').map(({ act: it }) => ({
        text: it.text,
        title: it.title,
        date: it.date,
        decision: it.decision,
        instrument: it.instrument,
        act: it.id,
      })),
  }),
  table({
    name: 'paragraphs',
    title: 'Paragraphs',
    says: 'What a paragraph of a text says, in our own words, never the wording itself.',
    key: ['act'],
    columns: {
      text: always(refers('texts.text', 'The text.')),
      paragraph: always(text('Its number in the text, or a letter where the numbering was not read.')),
      topic: always(id('Its topic.')),
      says: always(text('What it says.')),
      verb: always(text('What it does: decides, calls for, welcomes …')),
      addressee: text('Whom it addresses.'),
      due: date('By when.'),
      due_says: text('By when, in words.'),
      act,
    },
    rowsFrom: ({ of }: Live) =>
      of('paragraph-abstracted').map(({ act: it }) => ({
        text: it.text,
        paragraph: it.paragraph,
        topic: it.topic,
        says: it.says,
        verb: it.verb,
        addressee: it.addressee,
        due: it.due,
        due_says: it.dueSays,
        act: it.id,
      })),
  }),
  table({
    name: 'paragraph_names',
    title: 'Participants named in paragraphs',
    says: 'Which participants a paragraph names.',
    key: ['act', 'participant'],
    columns: {
      act: always(refers('paragraphs.act', 'The paragraph.')),
      participant: always(refers('participants.participant', 'Who.')),
    },
    rowsFrom: ({ of }: Live) =>
      of('paragraph-abstracted').flatMap(({ act: it }) =>
        (it.names ?? []).map((one) => ({ act: it.id, participant: one })),
      ),
  }),
  table({
    name: 'elements',
    title: 'Elements of definitions',
    says: 'What a definition may consist of.',
    key: ['element'],
    columns: { element: always(id('Its id.')), meaning: always(text('What it means.')), act },
    rowsFrom: ({ of }: Live) =>
      of('element-described').map(({ act: it }) => ({ element: it.element, meaning: it.meaning, act: it.id })),
  }),
  table({
    name: 'definitions',
    title: 'Definitions',
    says: 'How documents define a concept, or that they do not.',
    key: ['definition'],
    columns: {
      definition: always(id('Its id.')),
      concept: always(text('What is defined.')),
      document: always(text('Where.')),
      instrument: refers('instruments.instrument', 'The organisation’s own instrument that defines it.'),
      date: date('The date of the document.'),
      defines: always(yesNo('Whether it defines it at all.')),
      act,
    },
    rowsFrom: ({ of }: Live) =>
      of('definition-described').map(({ act: it }) => ({
        definition: it.definition,
        concept: it.concept,
        document: it.document,
        instrument: it.instrument,
        date: it.date,
        defines: it.defines,
        act: it.id,
      })),
  }),
  table({
    name: 'definition_elements',
    title: 'What definitions consist of',
    says: 'How far an element is part of a definition.',
    key: ['definition', 'element'],
    columns: {
      definition: always(refers('definitions.definition', 'The definition.')),
      element: always(refers('elements.element', 'The element.')),
      presence: always(oneOf(['present', 'partial', 'absent', 'not-seen'], 'How far it is there.')),
    },
    rowsFrom: ({ of }: Live) =>
      of('definition-described').flatMap(({ act: it }) =>
        it.elements.map((one) => ({ definition: it.definition, element: one.element, presence: one.presence })),
      ),
  }),
  table({
    name: 'statements',
    title: 'Statements',
    says: 'What somebody outside, or the organisation in reply, has said of it.',
    key: ['statement'],
    columns: {
      statement: always(id('Its id.')),
      on_date: always(date('When.')),
      type: always(oneOf(['assessment', 'reply', 'outside-position'], 'What kind of statement it is.')),
      said_by: always(text('Who said it.')),
      by_type: text('Who that is.'),
      says: always(text('What was said, in our own words.')),
      about: text('About what.'),
      place: text('Where.'),
      attribution: text('Who reports it.'),
      last_day: date('Until when.'),
      decision: refers('decisions.decision', 'On which decision.'),
      act,
    },
    rowsFrom: ({ of }: Live) =>
      of('statement-reported').map(({ act: it }) => ({
        statement: it.statement,
        on_date: it.on,
        type: it.type,
        said_by: it.by,
        by_type: it.byType,
        says: it.says,
        about: it.about,
        place: it.place,
        attribution: it.attribution,
        last_day: it.lastDay,
        decision: it.decision,
        act: it.id,
      })),
  }),
]
