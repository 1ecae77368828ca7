import { editions, encodeEntry, tones } from '../../record/index.ts'
import type { Live } from '../live.ts'
import {
  always,
  date,
  id,
  instant,
  json,
  list,
  number,
  oneOf,
  refers,
  table,
  text,
  url,
  whole,
  yesNo,
} from '../table.ts'

const act = always(refers('acts.act', 'The act that says so.'))
const names = { name_en: always(text('In English.')), name_ru: text('In Russian.'), name_zh: text('In Chinese.') }
const named = (name: { en: string; ru?: string | undefined; zh?: string | undefined }) => ({
  name_en: name.en,
  name_ru: name.ru,
  name_zh: name.zh,
})

/** What describes the organisation, its participants, rules and sources, and the register itself. */
export const describing = [
  table({
    name: 'organisation',
    title: 'The organisation',
    says: 'What the organisation says of itself, or is said of it: one row.',
    key: ['organisation'],
    columns: {
      organisation: always(id('The id under which it is kept.')),
      ...names,
      short_name: always(text('Its short name.')),
      edition: always(oneOf(editions, 'Who compiled this record; or that it is an exercise, and no State’s position.')),
      introduction: text('What it is, in a few sentences.'),
      begins: always(date('The first day of the record.')),
      covered_to: always(date('The last day that the record covers.')),
      forked_from: text('Of an exercise: the record it began from.'),
      forked_on: date('Of an exercise: the last day it shares with that record.'),
      act,
    },
    rowsFrom: ({ of, organisation }: Live) =>
      of('organisation-described').map(({ act: it }) => ({
        organisation: organisation.id,
        ...named(it.names),
        short_name: it.shortName,
        edition: it.edition,
        introduction: it.introduction.join(' '),
        begins: it.begins,
        covered_to: it.coveredTo,
        forked_from: it.forkedFrom?.organisation,
        forked_on: it.forkedFrom?.on,
        act: it.id,
      })),
  }),
  table({
    name: 'status_kinds',
    title: 'Kinds of status',
    says: 'What a participant may be to the organisation, in the order in which it lists them.',
    key: ['status'],
    columns: {
      status: always(id('The kind of status.')),
      place: always(whole('Its place in the order, from 1.')),
      tone: always(oneOf(tones, 'How close to membership it is.')),
      name_en: always(text('One who holds it, in English.')),
      name_ru: text('In Russian.'),
      name_zh: text('In Chinese.'),
    },
    rowsFrom: ({ of }: Live) =>
      (of('organisation-described').at(-1)?.act.statuses ?? []).map((it, index) => ({
        status: it.status,
        place: index + 1,
        tone: it.tone,
        name_en: it.en.one,
        name_ru: it.ru?.one,
        name_zh: it.zh?.one,
      })),
  }),
  table({
    name: 'participants',
    title: 'Participants',
    says: 'States and international organisations described in the record, whether they ever held a status or not.',
    key: ['participant'],
    columns: {
      participant: always(id('Its code.')),
      type: always(oneOf(['state', 'organisation'], 'A State or an international organisation.')),
      ...names,
      act,
    },
    rowsFrom: ({ of }: Live) =>
      of('participant-described').map(({ act: it }) => ({
        participant: it.participant,
        type: it.type,
        ...named(it.names),
        act: it.id,
      })),
  }),
  table({
    name: 'participant_names',
    title: 'Later names',
    says: 'Names that came into use on a date; before it the name in participants was in use.',
    key: ['act'],
    columns: {
      participant: always(refers('participants.participant', 'Who.')),
      from_date: always(date('From when.')),
      ...names,
      act,
    },
    rowsFrom: ({ of }: Live) =>
      of('participant-named').map(({ act: it }) => ({
        participant: it.participant,
        from_date: it.on,
        ...named(it.names),
        act: it.id,
      })),
  }),
  table({
    name: 'capitals',
    title: 'Capitals',
    says: 'Where capitals lie, and land neighbours as a reference set gives them: routes in practice, no view on any border.',
    key: ['act'],
    columns: {
      participant: always(refers('participants.participant', 'Whose.')),
      from_date: date('From when; empty where it is true of every day.'),
      capital: always(text('Its name.')),
      latitude: always(number('Degrees north.')),
      longitude: always(number('Degrees east.')),
      neighbours: list('Codes of land neighbours; not all of them are participants.'),
      act,
    },
    rowsFrom: ({ of }: Live) =>
      of('capital-located').map(({ act: it }) => ({
        participant: it.participant,
        from_date: it.on,
        capital: it.capital,
        latitude: it.latitude,
        longitude: it.longitude,
        neighbours: it.neighbours?.join(' '),
        act: it.id,
      })),
  }),
  table({
    name: 'clock_settings',
    title: 'The clock',
    says: 'To what the clock of a made-up organisation or an exercise was set, and why.',
    key: ['act'],
    columns: {
      shows: always(instant('What it then showed.')),
      why: always(text('Why it was set.')),
      on_date: date('On which day.'),
      act,
    },
    rowsFrom: ({ of }: Live) =>
      of('clock-set').map(({ act: it }) => ({ shows: it.shows, why: it.why, on_date: it.on, act: it.id })),
  }),
  table({
    name: 'coverage',
    title: 'Coverage',
    says: 'How complete the record is, by kind of fact and year. Read it before counting anything.',
    key: ['year', 'of'],
    columns: {
      year: always(whole('The year.')),
      of: always(id('The kind of fact.')),
      coverage: always(
        oneOf(['complete', 'nearly-complete', 'landmarks-only', 'sample', 'none'], 'How complete it is.'),
      ),
      basis: always(text('On what that rests.')),
      act,
    },
    rowsFrom: ({ of }: Live) =>
      of('coverage-stated').map(({ act: it }) => ({
        year: it.year,
        of: it.of,
        coverage: it.coverage,
        basis: it.basis,
        act: it.id,
      })),
  }),
  table({
    name: 'sources',
    title: 'Sources',
    says: 'Where facts are documented.',
    key: ['source'],
    columns: {
      source: always(id('Its code.')),
      title: always(text('Its title.')),
      publisher: always(text('Who published it.')),
      url: url('Its address, where it has one.'),
      date: date('Its date.'),
      language: always(text('Its language.')),
      licence: text('Its own licence, where one was found.'),
      note: text('A note on it.'),
      act,
    },
    rowsFrom: ({ of }: Live) =>
      of('source-described').map(({ act: it }) => ({
        source: it.source,
        title: it.title,
        publisher: it.publisher,
        url: it.url ?? undefined,
        date: it.date ?? undefined,
        language: it.language,
        licence: it.licence,
        note: it.note,
        act: it.id,
      })),
  }),
  table({
    name: 'source_references',
    title: 'Source references',
    says: 'Which act rests on which source, and how well the place was read. A row of any table finds its sources here by its act.',
    key: ['act', 'number'],
    columns: {
      act,
      number: always(whole('Its place among the references of the act, from 1.')),
      source: always(refers('sources.source', 'The source.')),
      locator: text('Where in it.'),
      evidence: oneOf(['read', 'partial', 'secondary', 'located'], 'How well the place was read.'),
      covers: oneOf(['this-act', 'procedure'], 'Whether it documents the act itself or a longer account.'),
    },
    rowsFrom: ({ acts }: Live) =>
      acts.flatMap(({ act: it }) =>
        it.sources.map((one, index) => ({
          act: it.id,
          number: index + 1,
          source: one.source,
          locator: one.locator,
          evidence: one.evidence,
          covers: one.covers,
        })),
      ),
  }),
  table({
    name: 'doubts',
    title: 'Doubts',
    says: 'What is uncertain about an act: not verified, inferred, or told differently by several sources.',
    key: ['act', 'number'],
    columns: {
      act,
      number: always(whole('Its place among the doubts of the act, from 1.')),
      field: always(text('Which field is doubtful, as it is called in the act.')),
      kind: always(oneOf(['unverified', 'inferred', 'conflict'], 'How.')),
      note: always(text('Why.')),
    },
    rowsFrom: ({ acts }: Live) =>
      acts.flatMap(({ act: it }) =>
        it.doubt.map((one, index) => ({
          act: it.id,
          number: index + 1,
          field: one.field,
          kind: one.kind,
          note: one.note,
        })),
      ),
  }),
  table({
    name: 'acts',
    title: 'The register',
    says: 'Every act in the register up to this position, corrected and withdrawn ones included, whole: nothing that the record says is missing from this table.',
    key: ['act'],
    columns: {
      act: always(id('Its id.')),
      position: always(whole('Its place in the register, from 1.')),
      kind: always(id('What kind of act it is.')),
      on_date: date('When it took effect; empty where it is true of every day.'),
      recorded_at: always(instant('When it was entered.')),
      counts: always(yesNo('Whether it still counts: neither replaced nor withdrawn.')),
      note: text('A note on it.'),
      entry: always(json('The entry as it is stored and hashed.')),
    },
    rowsFrom: ({ acts, entries }: Live) => {
      const counting = new Set(acts.map((entry) => entry.id))
      return entries.map((entry) => ({
        act: entry.id,
        position: entry.position,
        kind: entry.act.kind,
        on_date: entry.act.on,
        recorded_at: entry.recordedAt,
        counts: counting.has(entry.id),
        note: entry.act.note,
        entry: encodeEntry(entry),
      }))
    },
  }),
]
