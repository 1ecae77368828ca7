import { numbersGiven } from '../../record/index.ts'
import type { Live } from '../live.ts'
import { always, date, id, list, oneOf, refers, table, text, whole, yesNo } from '../table.ts'

const act = always(refers('acts.act', 'The act that says so.'))
const participant = always(refers('participants.participant', 'Who.'))
const place = always(whole('Its place in the list, from 1.'))

/** What the organisation does: it meets and decides. */
export const work = [
  table({
    name: 'bodies',
    title: 'Bodies',
    says: 'The bodies described. Meetings and decisions may name other formats, which have no row here.',
    key: ['body'],
    columns: {
      body: always(id('Its id.')),
      name_en: always(text('In English.')),
      name_ru: text('In Russian.'),
      name_zh: text('In Chinese.'),
      abbreviation: text('Its abbreviation.'),
      type: always(id('What kind of body it is.')),
      established: date('Since when.'),
      seat: text('Where it sits.'),
      composition: text('Of whom it consists.'),
      decides: text('How it decides.'),
      under: refers('bodies.body', 'The body to which it reports.'),
      act,
    },
    rowsFrom: ({ of }: Live) =>
      of('body-described').map(({ act: it }) => ({
        body: it.body,
        name_en: it.names.en,
        name_ru: it.names.ru,
        name_zh: it.names.zh,
        abbreviation: it.abbreviation,
        type: it.type,
        established: it.established,
        seat: it.seat,
        composition: it.composition,
        decides: it.decides,
        under: it.under,
        act: it.id,
      })),
  }),
  table({
    name: 'meetings',
    title: 'Meetings',
    says: 'One sitting of a body, or one meeting in the margins of another.',
    key: ['meeting'],
    columns: {
      meeting: always(id('Its id.')),
      from_date: always(date('The first day.')),
      last_day: date('The last day of a meeting of several.'),
      body: always(id('Which body or format met.')),
      number: whole('Its number, where it has one.'),
      city: text('Where.'),
      country: refers('participants.participant', 'In whose country.'),
      chair: refers('participants.participant', 'Who was in the chair.'),
      format: text('In which format.'),
      extraordinary: yesNo('Whether it was extraordinary.'),
      planned: yesNo('Announced, and not known to have been held.'),
      in_margins_of: refers('meetings.meeting', 'The meeting in whose margins it took place.'),
      attendance_basis: always(
        oneOf(
          ['named', 'partly-named', 'all-members-per-source', 'presumed', 'none-recorded'],
          'On what the attendance rests; who is presumed has no row in attendance.',
        ),
      ),
      outcomes_known: always(oneOf(['complete', 'partial', 'none-found'], 'How far its outcomes are known.')),
      act,
    },
    rowsFrom: ({ of }: Live) =>
      of('meeting-held').map(({ act: it }) => ({
        meeting: it.meeting,
        from_date: it.on,
        last_day: it.lastDay,
        body: it.body,
        number: it.number,
        city: it.city,
        country: it.country,
        chair: it.chair,
        format: it.format,
        extraordinary: it.extraordinary,
        planned: it.planned,
        in_margins_of: it.inMarginsOf,
        attendance_basis: it.attendanceBasis,
        outcomes_known: it.outcomesKnown,
        act: it.id,
      })),
  }),
  table({
    name: 'attendance',
    title: 'Attendance',
    says: 'Whom a source names as having attended. Nobody is presumed.',
    key: ['meeting', 'participant'],
    columns: {
      meeting: always(refers('meetings.meeting', 'The meeting.')),
      participant,
      as_what: always(id('As what.')),
      level: text('Who came, by office.'),
    },
    rowsFrom: ({ of }: Live) =>
      of('meeting-held').flatMap(({ act: it }) =>
        (it.attendance ?? []).map((one) => ({
          meeting: it.meeting,
          participant: one.participant,
          as_what: one.as,
          level: one.level,
        })),
      ),
  }),
  table({
    name: 'meeting_outcomes',
    title: 'Outcomes of meetings',
    says: 'What came of a meeting, in our own words.',
    key: ['meeting', 'number'],
    columns: {
      meeting: always(refers('meetings.meeting', 'The meeting.')),
      number: place,
      says: always(text('The outcome.')),
    },
    rowsFrom: ({ of }: Live) =>
      of('meeting-held').flatMap(({ act: it }) =>
        it.outcomes.map((says, index) => ({ meeting: it.meeting, number: index + 1, says })),
      ),
  }),
  table({
    name: 'decisions',
    title: 'Decisions and proposals',
    says: 'What was decided or proposed, adopted or not.',
    key: ['decision'],
    columns: {
      decision: always(id('Its id.')),
      on_date: always(date('When.')),
      title: always(text('Its title.')),
      number: text('Its number, as the organisation gave it, with it or later.'),
      body: always(id('Which body decided.')),
      meeting: refers('meetings.meeting', 'At which meeting.'),
      type: always(id('What kind of decision it is.')),
      outcome: always(oneOf(['adopted', 'not-adopted', 'proposed'], 'What came of it.')),
      takes_part: always(
        oneOf(
          ['named', 'members', 'all', 'interested'],
          'Who takes part: those named in decision_parts, the members of the day, all, or those members who wish.',
        ),
      ),
      superseded_by: refers('decisions.decision', 'The decision that took its place.'),
      counterparty: text('With whom.'),
      adopted_revision: whole('For one taken here, the revision of the text on which it was taken.'),
      taken_under: oneOf(['meeting', 'silence'], 'For one taken here, under which procedure.'),
      act,
    },
    rowsFrom: ({ of, organisation }: Live) => {
      const numbers = numbersGiven(organisation)
      return of('decision-recorded').map(({ act: it }) => ({
        decision: it.decision,
        on_date: it.on,
        title: it.title,
        number: it.number ?? numbers.get(it.decision),
        body: it.body,
        meeting: it.meeting,
        type: it.type,
        outcome: it.outcome,
        takes_part: typeof it.participants === 'string' ? it.participants : 'named',
        superseded_by: it.supersededBy,
        counterparty: it.counterparty,
        adopted_revision: it.adoption?.revision,
        taken_under: it.adoption?.under,
        act: it.id,
      }))
    },
  }),
  table({
    name: 'decision_numbers',
    title: 'Numbers given to decisions',
    says: 'Numbers that decisions got after they were taken.',
    key: ['decision'],
    columns: {
      decision: always(refers('decisions.decision', 'The decision.')),
      number: always(text('The number.')),
      on_date: always(date('When it was given.')),
      meeting: id('At which meeting.'),
      act,
    },
    rowsFrom: ({ of }: Live) =>
      of('decision-numbered').map(({ act: it }) => ({
        decision: it.decision,
        number: it.number,
        on_date: it.on,
        meeting: it.meeting,
        act: it.id,
      })),
  }),
  table({
    name: 'decision_joinings',
    title: 'Joinings of decisions',
    says: 'Who stayed outside a decision, or was not meant by it, and joined it later.',
    key: ['decision', 'participant'],
    columns: {
      decision: always(refers('decisions.decision', 'The decision.')),
      participant,
      on_date: always(date('When.')),
      says: text('In its own words.'),
      note_number: text('The number of the note from which it was entered.'),
      note_date: date('The date of that note.'),
      act,
    },
    rowsFrom: ({ of }: Live) =>
      of('decision-joined').map(({ act: it }) => ({
        decision: it.decision,
        participant: it.participant,
        on_date: it.on,
        says: it.says,
        note_number: it.fromNote?.number,
        note_date: it.fromNote?.date,
        act: it.id,
      })),
  }),
  table({
    name: 'decision_parts',
    title: 'Parts in decisions',
    says: 'Who is named with a decision, and as what.',
    key: ['decision', 'participant', 'part'],
    columns: {
      decision: always(refers('decisions.decision', 'The decision.')),
      participant,
      part: always(oneOf(['takes-part', 'proposed', 'outside', 'concerned'], 'In which part.')),
    },
    rowsFrom: ({ of }: Live) =>
      of('decision-recorded').flatMap(({ act: it }) => {
        const as = (part: string, who: readonly string[] = []) =>
          who.map((one) => ({ decision: it.decision, participant: one, part }))
        return [
          ...as('takes-part', typeof it.participants === 'string' ? [] : it.participants),
          ...as('proposed', it.proposedBy),
          ...as('outside', it.outside),
          ...as('concerned', it.concerns),
        ]
      }),
  }),
  table({
    name: 'stances',
    title: 'Stances on decisions',
    says: 'What a source says of a participant and a decision: who objected, stood apart or did not endorse, and who says so.',
    key: ['decision', 'number'],
    columns: {
      decision: always(refers('decisions.decision', 'The decision.')),
      number: place,
      participant,
      stance: always(
        oneOf(
          ['objected', 'reservation', 'not-associated', 'not-endorsed', 'national-law-limit', 'reported-resistance'],
          'Which stance.',
        ),
      ),
      about: always(text('About what.')),
      attribution: always(text('Who says so.')),
      disputed: text('What speaks against it.'),
      unverified: yesNo('Whether it is not verified.'),
      sources: list('Codes of its own sources; without any, those of the act.'),
      act,
    },
    rowsFrom: ({ of }: Live) =>
      of('decision-recorded').flatMap(({ act: it }) =>
        (it.stances ?? []).map((one, index) => ({
          decision: it.decision,
          number: index + 1,
          participant: one.participant,
          stance: one.stance,
          about: one.about,
          attribution: one.attribution,
          disputed: one.disputed,
          unverified: one.unverified,
          sources: one.sources?.map((s) => s.source).join(' '),
          act: it.id,
        })),
      ),
  }),
  table({
    name: 'positions',
    title: 'Positions',
    says: 'Positions taken on what is before a body; of each participant the last one counts.',
    key: ['act'],
    columns: {
      decision: always(id('On what.')),
      participant,
      on_date: always(date('When.')),
      position: always(
        oneOf(
          ['no-objection', 'ad-referendum', 'stands-aside', 'reserves', 'objects', 'does-not-take-part'],
          'Which position.',
        ),
      ),
      says: text('In its own words.'),
      act,
    },
    rowsFrom: ({ of }: Live) =>
      of('position-taken').map(({ act: it }) => ({
        decision: it.decision,
        participant: it.participant,
        on_date: it.on,
        position: it.position,
        says: it.says,
        act: it.id,
      })),
  }),
]
