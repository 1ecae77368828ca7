import { type ActOf, type Organisation, stages } from '../../record/index.ts'
import { earliest, latest } from '../../rules/index.ts'
import {
  asTheRecordEnds,
  date,
  list,
  numeric,
  onceCome,
  prose,
  type Stated,
  word,
  wordAmong,
  words,
  yesOrNo,
} from './list.ts'
import { on, type Told, told, year } from './work-lists.ts'

/** What is pursued and said, as lists. */

const programmes = list<Told<'programme-recorded'>>({
  one: 'programme or proposal',
  many: 'programmes and proposals',
  items: (organisation) => told(organisation.listed('programme-recorded'), (act) => act.programme),
  coveredAs: () => ['programmes'],
  fields: {
    id: word('its id', ({ id }) => id),
    on: on(),
    year: year(),
    title: prose('its title', ({ act }) => act.title),
    type: word('of what kind', ({ act }) => act.type),
    stage: wordAmong(
      stages,
      'how far it has come, told of the day on which the record ends and of what is over',
      stageOn,
    ),
    stands: prose('where it stands, told of the day on which the record ends', ({ act }, organisation) =>
      asTheRecordEnds(act.stands, organisation),
    ),
    lastDay: date('until when', ({ act }) => act.lastDay),
    participants: words('those named, or members, interested', ({ act }) =>
      Array.isArray(act.participants) ? act.participants : [act.participants],
    ),
    outside: words('who stays outside', ({ act }) => act.outside ?? []),
    lead: word('who leads it', ({ act }) => act.lead),
    body: word('the body', ({ act }) => act.body),
    proposedBy: words('who proposed it', ({ act }) => act.proposedBy),
    commitments: numeric('how many commitments are on record', ({ act }) => act.commitments?.length ?? 0),
  },
})

/** A stage carries no date: before the record ends only what was over by then is known to have been so. */
function stageOn({ act }: Told<'programme-recorded'>, organisation: Organisation): string | undefined {
  const over = act.lastDay !== undefined && latest(act.lastDay) < organisation.day
  if (over && (act.stage === 'ended' || act.stage === 'replaced')) return act.stage
  return asTheRecordEnds(act.stage, organisation)
}

const stances = list<Told<'stance-reported'>>({
  one: 'reported stance',
  many: 'reported stances',
  items: (organisation) => told(organisation.listed('stance-reported'), (act) => act.id),
  fields: {
    id: word('its id', ({ id }) => id),
    on: on(),
    year: year(),
    programme: word('on which programme', ({ act }) => act.programme),
    participant: word('whose', ({ act }) => act.participant),
    says: prose('what it is', ({ act }) => act.says),
    attribution: prose('who says so', ({ act }) => act.attribution),
  },
})

const disputes = list<Told<'dispute-recorded'>>({
  one: 'dispute',
  many: 'disputes',
  items: (organisation) => told(organisation.listed('dispute-recorded'), (act) => act.dispute),
  fields: {
    id: word('its id', ({ id }) => id),
    on: on(),
    year: year(),
    between: words('between whom', ({ act }) => act.between),
    about: prose('about what', ({ act }) => act.about),
    outcome: prose('how it stands, told of the day on which the record ends', ({ act }, organisation) =>
      asTheRecordEnds(act.outcome, organisation),
    ),
    lastDay: date('until when', ({ act }, organisation) => onceCome(act.lastDay, organisation)),
    open: yesOrNo('whether it was open on the day', ({ act }, organisation) => isOpen(act, organisation), ['lastDay']),
  },
})

const developments = list<Told<'dispute-developed'>>({
  one: 'development of a dispute',
  many: 'developments of disputes',
  items: (organisation) => told(organisation.listed('dispute-developed'), (act) => act.id),
  fields: {
    dispute: word('of which dispute', ({ act }) => act.dispute),
    on: on(),
    year: year(),
    what: prose('what happened', ({ act }) => act.what),
  },
})

/** One that ended in the month or year of the day may be open or not. */
function isOpen({ lastDay }: ActOf<'dispute-recorded'>, { day }: Organisation): boolean | undefined {
  if (lastDay === undefined || earliest(lastDay) >= day) return true
  return latest(lastDay) < day ? false : undefined
}

interface Paragraph extends Stated {
  readonly act: ActOf<'paragraph-abstracted'>
  readonly text: ActOf<'text-described'>
}

/** The paragraphs of the key texts dated up to the day. */
function paragraphsOf(organisation: Organisation): Paragraph[] {
  const texts = new Map(
    organisation
      .listed('text-described')
      .flatMap(({ act }) => (earliest(act.date) <= organisation.day ? [[act.text, act] as const] : [])),
  )
  return organisation.listed('paragraph-abstracted').flatMap((entry) => {
    const text = texts.get(entry.act.text)
    return text ? [{ id: entry.act.id, entry, act: entry.act, text }] : []
  })
}

const paragraphs = list<Paragraph>({
  one: 'paragraph of a key text',
  many: 'paragraphs of key texts',
  items: paragraphsOf,
  fields: {
    id: word('its id', ({ id }) => id),
    on: date('the date of the text', ({ text }) => text.date),
    year: numeric('the year of the text', ({ text }) => Number(text.date.slice(0, 4))),
    text: word('of which text', ({ act }) => act.text),
    topic: word('on what', ({ act }) => act.topic),
    verb: word('what it does', ({ act }) => act.verb),
    says: prose('what it says, in our words', ({ act }) => act.says),
    names: words('the participants it names', ({ act }) => act.names ?? []),
    addressee: word('whom it addresses', ({ act }) => act.addressee),
  },
})

const statements = list<Told<'statement-reported'>>({
  one: 'statement by others',
  many: 'statements by others',
  items: (organisation) => told(organisation.listed('statement-reported'), (act) => act.statement),
  fields: {
    id: word('its id', ({ id }) => id),
    on: on(),
    year: year(),
    type: wordAmong(
      ['assessment', 'reply', 'outside-position'],
      'assessment, reply or outside-position',
      ({ act }) => act.type,
    ),
    by: word('by whom', ({ act }) => act.by),
    says: prose('what it says, in our words', ({ act }) => act.says),
    about: prose('about what', ({ act }) => act.about),
  },
})

const rules = list<Stated & { readonly act: ActOf<'rule-stated'> }>({
  one: 'rule in force',
  many: 'rules in force',
  ofTheDay: true,
  items: (organisation) =>
    organisation.rulesInForce().flatMap((act) => {
      const entry = organisation.entry(act.id)
      return entry ? [{ id: act.rule, act, entry }] : []
    }),
  fields: {
    id: word('its id', ({ id }) => id),
    document: prose('in which document', ({ act }) => act.document),
    strength: word('how binding it is', ({ act }) => act.strength),
    topic: word('on what', ({ act }) => act.topic),
    bodies: words('for which bodies', ({ act }) => act.bodies),
    says: prose('what it says, in our words', ({ act }) => act.says),
  },
})

export const saidLists = { programmes, stances, disputes, developments, paragraphs, statements, rules }
