import type { Live } from '../live.ts'
import { always, date, id, oneOf, refers, table, text, whole, yesNo } from '../table.ts'

const act = always(refers('acts.act', 'The act that says so.'))
const participant = always(refers('participants.participant', 'Who.'))

/** What was signed and what was exercised. */
export const done = [
  table({
    name: 'instruments',
    title: 'Instruments',
    says: 'Treaties and other texts that were signed. Entry into force is as a source states it; nothing is computed.',
    key: ['instrument'],
    columns: {
      instrument: always(id('Its id.')),
      title: always(text('Its title.')),
      type: always(id('What kind of text it is.')),
      signed_on: always(date('When it was signed.')),
      place: text('Where.'),
      in_force_on: date('Since when it is in force, as stated.'),
      clause: text('The clause on entry into force, in our own words.'),
      clause_verified: yesNo('Whether that clause was read in the text itself.'),
      depositary: text('Who keeps it.'),
      accession: text('Who may accede.'),
      act,
    },
    rowsFrom: ({ of }: Live) =>
      of('instrument-signed').map(({ act: it }) => ({
        instrument: it.instrument,
        title: it.title,
        type: it.type,
        signed_on: it.on,
        place: it.place,
        in_force_on: it.inForceOn,
        clause: it.clause?.says,
        clause_verified: it.clause?.verified,
        depositary: it.depositary,
        accession: it.accession,
        act: it.id,
      })),
  }),
  table({
    name: 'parties',
    title: 'Signatories and parties',
    says: 'Who signed an instrument, and what is known of deposit and entry into force for each.',
    key: ['instrument', 'participant'],
    columns: {
      instrument: always(refers('instruments.instrument', 'The instrument.')),
      participant,
      signatory: always(yesNo('Whether it is named as a signatory.')),
      signed_on: date('When it signed, where that differs or is stated for it.'),
      deposited_on: date('When it deposited its instrument.'),
      in_force_on: date('Since when it is in force for it.'),
      note: text('A note on it.'),
    },
    rowsFrom: ({ of }: Live) =>
      of('instrument-signed').flatMap(({ act: it }) => {
        const all = new Set([...it.signatories, ...(it.parties ?? []).map((one) => one.participant)])
        return [...all].map((one) => {
          const party = it.parties?.find((other) => other.participant === one)
          return {
            instrument: it.instrument,
            participant: one,
            signatory: it.signatories.includes(one),
            signed_on: party?.signedOn,
            deposited_on: party?.depositedOn,
            in_force_on: party?.inForceOn,
            note: party?.note,
          }
        })
      }),
  }),
  table({
    name: 'exercises',
    title: 'Exercises',
    says: 'Exercises held, with what they were officially called.',
    key: ['exercise'],
    columns: {
      exercise: always(id('Its id.')),
      name: always(text('Its name.')),
      type: always(id('What kind of exercise it was.')),
      from_date: always(date('The first day.')),
      last_day: date('The last day.'),
      places: text('Where; several places stand apart by a semicolon.'),
      label: text('What it was officially called.'),
      label_basis: text('On what that rests.'),
      bilateral: yesNo('Whether only two took part.'),
      participants_known: always(oneOf(['yes', 'presumed', 'no'], 'Whether it is known who took part.')),
      personnel: whole('Personnel in all.'),
      scenario: text('What was exercised.'),
      result: text('What is said of its result.'),
      act,
    },
    rowsFrom: ({ of }: Live) =>
      of('exercise-held').map(({ act: it }) => ({
        exercise: it.exercise,
        name: it.name,
        type: it.type,
        from_date: it.on,
        last_day: it.lastDay,
        places: it.places?.join('; '),
        label: it.label,
        label_basis: it.labelBasis,
        bilateral: it.bilateral,
        participants_known: it.participantsKnown,
        personnel: it.personnel,
        scenario: it.scenario,
        result: it.result,
        act: it.id,
      })),
  }),
  table({
    name: 'forces',
    title: 'Forces',
    says: 'Who took part in an exercise or observed it.',
    key: ['exercise', 'participant', 'as_what'],
    columns: {
      exercise: always(refers('exercises.exercise', 'The exercise.')),
      participant,
      as_what: always(text('As what.')),
      personnel: whole('With how many personnel.'),
    },
    rowsFrom: ({ of }: Live) =>
      of('exercise-held').flatMap(({ act: it }) =>
        (it.forces ?? []).map((one) => ({
          exercise: it.exercise,
          participant: one.participant,
          as_what: one.as,
          personnel: one.personnel,
        })),
      ),
  }),
  table({
    name: 'exercise_parts',
    title: 'Other parts in exercises',
    says: 'Who hosted an exercise, was absent from it, declined, or is named for transit.',
    key: ['exercise', 'participant', 'part'],
    columns: {
      exercise: always(refers('exercises.exercise', 'The exercise.')),
      participant,
      part: always(oneOf(['host', 'absent', 'declined', 'transit'], 'In which part.')),
      says: text('The reason, or what is said of it.'),
      attribution: text('Who says so.'),
    },
    rowsFrom: ({ of }: Live) =>
      of('exercise-held').flatMap(({ act: it }) => {
        const as = (
          part: string,
          one: { participant: string; reason?: string | undefined; says?: string; attribution?: string | undefined },
        ) => ({
          exercise: it.exercise,
          participant: one.participant,
          part,
          says: one.says ?? one.reason,
          attribution: one.attribution,
        })
        return [
          ...(it.hosts ?? []).map((one) => as('host', { participant: one })),
          ...(it.absent ?? []).map((one) => as('absent', one)),
          ...(it.declined ?? []).map((one) => as('declined', one)),
          ...(it.transit ?? []).map((one) => as('transit', one)),
        ]
      }),
  }),
]
