import type { Live } from '../live.ts'
import { always, date, id, oneOf, refers, table, text, whole } from '../table.ts'

const act = always(refers('acts.act', 'The act that says so.'))
const participant = always(refers('participants.participant', 'Who.'))
const place = always(whole('Its place in the list, from 1.'))

/** What goes on over years: programmes with what was promised, and disputes between participants. */
export const pursued = [
  table({
    name: 'programmes',
    title: 'Programmes',
    says: 'Strategies, mechanisms, institutions and proposals, with how far they have come as sources say.',
    key: ['programme'],
    columns: {
      programme: always(id('Its id.')),
      title: always(text('Its title.')),
      type: always(id('What kind of programme it is.')),
      from_date: always(date('From when.')),
      last_day: date('The last day, month or year for which it was made.'),
      stage: always(id('How far it has come.')),
      stands: text('Where it stands, in words.'),
      takes_part: always(
        oneOf(
          ['named', 'members', 'interested'],
          'Who takes part: those named in programme_parts, the members of the day, or those members who wish.',
        ),
      ),
      lead: refers('participants.participant', 'Which participant leads it.'),
      led_by: text('Who leads it, in words.'),
      body: id('Which body.'),
      proposer: text('Who proposed it, where that is no participant.'),
      proposed_by_basis: text('On what it rests who proposed it.'),
      approved_at: refers('meetings.meeting', 'The meeting that approved it.'),
      prepared_at: refers('meetings.meeting', 'The meeting that prepared it.'),
      act,
    },
    rowsFrom: ({ of }: Live) =>
      of('programme-recorded').map(({ act: it }) => ({
        programme: it.programme,
        title: it.title,
        type: it.type,
        from_date: it.on,
        last_day: it.lastDay,
        stage: it.stage,
        stands: it.stands,
        takes_part: typeof it.participants === 'string' ? it.participants : 'named',
        lead: it.lead,
        led_by: it.ledBy,
        body: it.body,
        proposer: it.proposer,
        proposed_by_basis: it.proposedByBasis,
        approved_at: it.approvedAt,
        prepared_at: it.preparedAt,
        act: it.id,
      })),
  }),
  table({
    name: 'programme_parts',
    title: 'Parts in programmes',
    says: 'Who is named with a programme, and as what.',
    key: ['programme', 'participant', 'part'],
    columns: {
      programme: always(refers('programmes.programme', 'The programme.')),
      participant,
      part: always(oneOf(['takes-part', 'proposed', 'outside'], 'In which part.')),
    },
    rowsFrom: ({ of }: Live) =>
      of('programme-recorded').flatMap(({ act: it }) => {
        const as = (part: string, who: readonly string[] = []) =>
          who.map((one) => ({ programme: it.programme, participant: one, part }))
        return [
          ...as('takes-part', typeof it.participants === 'string' ? [] : it.participants),
          ...as('proposed', it.proposedBy),
          ...as('outside', it.outside),
        ]
      }),
  }),
  table({
    name: 'programme_decisions',
    title: 'Decisions on programmes',
    says: 'Which decisions belong to a programme.',
    key: ['programme', 'decision'],
    columns: {
      programme: always(refers('programmes.programme', 'The programme.')),
      decision: always(refers('decisions.decision', 'The decision.')),
    },
    rowsFrom: ({ of }: Live) =>
      of('programme-recorded').flatMap(({ act: it }) =>
        (it.decisions ?? []).map((decision) => ({ programme: it.programme, decision })),
      ),
  }),
  table({
    name: 'programme_meetings',
    title: 'Meetings on programmes',
    says: 'Which further meetings belong to a programme.',
    key: ['programme', 'meeting'],
    columns: {
      programme: always(refers('programmes.programme', 'The programme.')),
      meeting: always(refers('meetings.meeting', 'The meeting.')),
    },
    rowsFrom: ({ of }: Live) =>
      of('programme-recorded').flatMap(({ act: it }) =>
        (it.meetings ?? []).map((meeting) => ({ programme: it.programme, meeting })),
      ),
  }),
  table({
    name: 'commitments',
    title: 'Commitments',
    says: 'Who is to do what by when, and what a source says became of it.',
    key: ['programme', 'number'],
    columns: {
      programme: always(refers('programmes.programme', 'The programme.')),
      number: place,
      what: always(text('What.')),
      by_whom: always(text('By whom: codes of participants, or words.')),
      due: date('By when.'),
      due_says: text('By when, in words.'),
      came: text('What is said to have become of it.'),
      act,
    },
    rowsFrom: ({ of }: Live) =>
      of('programme-recorded').flatMap(({ act: it }) =>
        (it.commitments ?? []).map((one, index) => ({
          programme: it.programme,
          number: index + 1,
          what: one.what,
          by_whom: typeof one.by === 'string' ? one.by : one.by.join(' '),
          due: one.due,
          due_says: one.dueSays,
          came: one.came,
          act: it.id,
        })),
      ),
  }),
  table({
    name: 'reported_stances',
    title: 'Reported stances',
    says: 'What a source says a participant held of a programme.',
    key: ['act'],
    columns: {
      programme: always(refers('programmes.programme', 'Of what.')),
      participant,
      on_date: always(date('When.')),
      says: always(text('What it held.')),
      attribution: always(text('Who says so.')),
      act,
    },
    rowsFrom: ({ of }: Live) =>
      of('stance-reported').map(({ act: it }) => ({
        programme: it.programme,
        participant: it.participant,
        on_date: it.on,
        says: it.says,
        attribution: it.attribution,
        act: it.id,
      })),
  }),
  table({
    name: 'disputes',
    title: 'Disputes',
    says: 'Disputes between participants, in neutral words.',
    key: ['dispute'],
    columns: {
      dispute: always(id('Its id.')),
      about: always(text('About what.')),
      from_date: always(date('Since when.')),
      last_day: date('Until when.'),
      outcome: always(text('What came of it.')),
      act,
    },
    rowsFrom: ({ of }: Live) =>
      of('dispute-recorded').map(({ act: it }) => ({
        dispute: it.dispute,
        about: it.about,
        from_date: it.on,
        last_day: it.lastDay,
        outcome: it.outcome,
        act: it.id,
      })),
  }),
  table({
    name: 'threads',
    title: 'Matters followed',
    says: 'Matters that are followed from their first step to the last.',
    key: ['thread'],
    columns: {
      thread: always(id('Its id.')),
      title: always(text('Its title.')),
      asks: always(text('What is asked of it.')),
      act,
    },
    rowsFrom: ({ of }: Live) =>
      of('thread-described').map(({ act: it }) => ({
        thread: it.thread,
        title: it.title,
        asks: it.asks,
        act: it.id,
      })),
  }),
  table({
    name: 'thread_things',
    title: 'What belongs to the matters followed',
    says: 'The programmes, decisions and other things that belong to a matter.',
    key: ['thread', 'thing', 'named'],
    columns: {
      thread: always(refers('threads.thread', 'The matter.')),
      thing: always(
        oneOf(
          ['programme', 'decision', 'meeting', 'instrument', 'dispute', 'topic', 'status'],
          'What kind of thing it is.',
        ),
      ),
      named: always(text('Its id; of a topic its name.')),
    },
    rowsFrom: ({ of }: Live) =>
      of('thread-described').flatMap(({ act: it }) => {
        const as = (thing: string, all: readonly string[] = []) =>
          all.map((named) => ({ thread: it.thread, thing, named }))
        return [
          ...as('programme', it.programmes),
          ...as('decision', it.decisions),
          ...as('meeting', it.meetings),
          ...as('instrument', it.instruments),
          ...as('dispute', it.disputes),
          ...as('topic', it.topics),
          ...as('status', it.statuses),
        ]
      }),
  }),
  table({
    name: 'dispute_parties',
    title: 'Parties to disputes',
    says: 'Between whom.',
    key: ['dispute', 'participant'],
    columns: { dispute: always(refers('disputes.dispute', 'The dispute.')), participant },
    rowsFrom: ({ of }: Live) =>
      of('dispute-recorded').flatMap(({ act: it }) =>
        it.between.map((one) => ({ dispute: it.dispute, participant: one })),
      ),
  }),
  table({
    name: 'dispute_connections',
    title: 'Where disputes met the organisation’s work',
    says: 'Meetings, decisions, instruments and exercises that a dispute touched.',
    key: ['dispute', 'number'],
    columns: {
      dispute: always(refers('disputes.dispute', 'The dispute.')),
      number: place,
      what: always(text('How.')),
      meeting: refers('meetings.meeting', 'Which meeting.'),
      decision: refers('decisions.decision', 'Which decision.'),
      instrument: refers('instruments.instrument', 'Which instrument.'),
      exercise: refers('exercises.exercise', 'Which exercise.'),
    },
    rowsFrom: ({ of }: Live) =>
      of('dispute-recorded').flatMap(({ act: it }) =>
        it.connections.map((one, index) => ({
          dispute: it.dispute,
          number: index + 1,
          what: one.what,
          meeting: one.meeting,
          decision: one.decision,
          instrument: one.instrument,
          exercise: one.exercise,
        })),
      ),
  }),
  table({
    name: 'dispute_events',
    title: 'Events in disputes',
    says: 'What happened in a dispute, and when.',
    key: ['act'],
    columns: {
      dispute: always(refers('disputes.dispute', 'The dispute.')),
      on_date: always(date('When.')),
      what: always(text('What happened.')),
      act,
    },
    rowsFrom: ({ of }: Live) =>
      of('dispute-developed').map(({ act: it }) => ({
        dispute: it.dispute,
        on_date: it.on,
        what: it.what,
        act: it.id,
      })),
  }),
]
