import { type ExerciseHeld, type ExercisingView, everyMemberTook, isKnown } from '../../analysis/index.ts'
import { nameOf } from '../../record/index.ts'
import { people } from '../addresses.ts'
import { essay } from '../essay.ts'
import { attendanceGrid, membersTable } from '../exercise-attendance.ts'
import { exerciseColumns } from '../exercise-columns.ts'
import { type Content, type Html, html } from '../html.ts'
import { type Page, type Place, to } from '../layout.ts'
import { exact } from '../numbers.ts'
import { coverageWord } from '../sentences.ts'
import { capitalised, counted, dateInWords, daysInWords, listed, numberInWords, someInWords } from '../words.ts'

export function exercisingPage(view: ExercisingView, place: Place): Page {
  const { counts, about } = view
  const known = view.exercises.filter(isKnown)
  const kind = about ? `${about.replaceAll('-', ' ')} ` : ''
  const title =
    counts.known > 0
      ? `Every member took part in ${someInWords(counts.everyMember)} of ${counted(counts.known, { one: `${kind}exercise`, many: `${kind}exercises` })} whose participants are known, and only two took part in ${someInWords(counts.ofTwo)}`
      : counts.all > 0
        ? `Of ${counted(counts.all, { one: `${kind}exercise`, many: `${kind}exercises` })} it is not known who took part`
        : 'No exercise is on record'
  const uncounted = view.exercises.filter((one) => !isKnown(one))
  const some = counts.all > 0
  return essay(
    {
      id: 'exercising',
      about,
      title,
      lede: some
        ? html`Of ${counts.all} on record by ${dateInWords(place.organisation.day)}, who took part is known of ${counts.known}. Of the other ${counts.all - counts.known} nobody is counted, present or absent: of ${counts.presumed} it is only presumed, of ${counts.notKnown} not known.`
        : `None was on record by ${dateInWords(place.organisation.day)}.`,
      complete: completeness(view),
      sections: [
        some ? kinds(view, place) : undefined,
        known.length > 0
          ? section('columns', byColumnHeading(known), exerciseColumns(view.exercises, view.years, place))
          : undefined,
        known.length > 0
          ? section('attendance', 'Who was there, exercise by exercise', attendanceGrid(known, place))
          : undefined,
        known.length > 0 && view.members.length > 0
          ? section(
              'members',
              'Each member, over the exercises held while it was one',
              membersTable(view.members, place),
            )
          : undefined,
        known.length > 0 ? ofTwo(known, view, place) : undefined,
        known.length > 0 ? stayedAway(known, place) : undefined,
        known.length > 0 ? troops(known, place) : undefined,
        some ? called(view.exercises, place) : undefined,
        uncounted.length > 0 ? notCounted(uncounted, place) : undefined,
      ],
      method: html`A member is whoever had the full status on the first day of the exercise. “Took part” and “watched” are as sources name each; a member that is named with neither, nor as absent or refusing, counts as one of which nothing is on record. “Of two” are those in which exactly two took part, or which the record itself calls bilateral. <a href="${to(place, 'exercises')}">All exercises, as a list and by participant and year</a>.`,
      limits: [
        'Taking part is counted, not what it amounted to: a team of three and a brigade count alike. Where a strength is on record it stands beside.',
        'That a member is not named does not mean that it stayed away, and nobody’s reason is ours.',
        ...(view.exercises.some(({ on }) => on.length < 10)
          ? ['Some dates are a month or a year; who was a member is then asked of its first day.']
          : []),
      ],
    },
    place,
  )
}

function section(id: string, heading: string, body: Content): Html {
  return html`<section class="tight" id="${id}"><h2>${heading}</h2>${body}</section>`
}

/** What the record forbids to conclude comes first. */
function completeness({ years, counts }: ExercisingView): Content {
  const stated = Map.groupBy(
    years.filter(({ coverage }) => coverage !== undefined),
    ({ coverage }) => coverage,
  )
  const said = [...stated].map(
    ([degree = 'none', list]) =>
      `${coverageWord(degree)} for ${counted(list.length, { one: 'year', many: 'years' })} (${runs(list.map(({ year }) => year))})`,
  )
  const open = years.some(({ firm }) => !firm)
  return html`${said.length > 0 ? `The record of exercises is ${listed(said)}; “none” means that nothing was found, not that nothing was held. ` : 'How complete the record of exercises is, nothing states. '}${open ? 'So how many there were in a year, and whether they grow more or fewer, cannot be concluded from these counts; what is counted here is who came to those on record. ' : undefined}${counts.all > 0 ? `Who took part is known of ${counts.known} of ${counts.all}.` : undefined}`
}

/** 2002, 2003 and 2005 as "2002 to 2003, 2005". */
function runs(years: readonly number[]): string {
  const found: { first: number; last: number }[] = []
  for (const year of years) {
    const before = found.at(-1)
    if (before && before.last === year - 1) before.last = year
    else found.push({ first: year, last: year })
  }
  return found.map(({ first, last }) => (first === last ? String(first) : `${first} to ${last}`)).join(', ')
}

function kinds({ kinds: all, about }: ExercisingView, place: Place): Html {
  const here = to(place, 'questions/exercising')
  const way = (type: string | undefined) =>
    type === undefined ? here : `${here}${here.includes('?') ? '&' : '?'}about=${encodeURIComponent(type)}`
  const link = (type: string | undefined, says: string) =>
    html`<a href="${way(type)}"${about === type ? html` aria-current="page"` : undefined}>${says}</a>`
  return html`<nav class="ways" aria-label="Kind of exercise">${link(undefined, 'Every kind')}${all.map(({ type, count }) => link(type, `${capitalised(type.replaceAll('-', ' '))} (${count})`))}</nav>`
}

function byColumnHeading(known: readonly ExerciseHeld[]): string {
  const [first, last] = [known.find(everyMemberTook), known.findLast(everyMemberTook)]
  if (!first || !last) return 'In none on record did every member take part'
  const named = (one: ExerciseHeld) => `${one.name}, ${dateInWords(one.on)}`
  return first === last
    ? `Every member is on record as taking part in one alone: ${named(first)}`
    : `Of those on record every member took part first in ${named(first)}, and last in ${named(last)}`
}

function ofTwo(known: readonly ExerciseHeld[], { counts }: ExercisingView, place: Place): Html {
  const list = known.filter((one) => one.ofTwo)
  if (list.length === 0)
    return section('of-two', 'Of two', html`<p class="note">In none on record did only two take part.</p>`)
  return section(
    'of-two',
    `Only two took part in ${numberInWords(list.length)}; ${counts.ofTwoNamed === list.length ? 'each' : someInWords(counts.ofTwoNamed)} is on record under a name that names the organisation`,
    html`<p class="note">What each is called on record, and on what that rests. That a name speaks of the organisation, of its framework or of its members watching is not the same, and is left to the words.</p>${namesTable(list, place)}`,
  )
}

function namesTable(list: readonly ExerciseHeld[], place: Place): Html {
  return html`<table class="cards"><thead><tr><th scope="col">Date</th><th scope="col">Exercise</th><th scope="col">Took part</th><th scope="col">Called</th><th scope="col">On what that rests</th></tr></thead><tbody>${list.map(
    (one) =>
      html`<tr><td class="date">${daysInWords(one.on, one.lastDay)}</td><th scope="row">${link(one, place)}</th><td data-label="took part">${took(one, place)}</td><td class="line">${one.label ? capitalised(one.label) : html`<small>not on record</small>`}</td><td class="line"><small>${one.labelBasis ? capitalised(one.labelBasis) : 'Not on record'}</small></td></tr>`,
  )}</tbody></table>`
}

function took(one: ExerciseHeld, place: Place): Content {
  if (!isKnown(one)) return one.participantsKnown === 'presumed' ? 'only presumed' : 'not known'
  const watched = one.observed.length > 0 ? html` <small>${one.observed.length} watching</small>` : undefined
  return one.took.length === 2
    ? html`${people(place, one.took, place.organisation.onDay(one.on))}${watched}`
    : html`${one.took.length}${watched}`
}

function link({ exercise, name }: ExerciseHeld, place: Place): Html {
  return html`<a href="${to(place, `exercises/${exercise}`)}">${name}</a>`
}

function called(all: readonly ExerciseHeld[], place: Place): Html {
  const without = all.filter(({ label }) => label === undefined).length
  return section(
    'called',
    'What each was called, and on what that rests',
    html`<p class="note">In the words of the record, in the order of time${without > 0 ? `; of ${without} no name of its kind is on record` : ''}.</p><details><summary>${all.length} exercises</summary>${namesTable(all, place)}</details>`,
  )
}

function stayedAway(known: readonly ExerciseHeld[], place: Place): Html {
  const rows = known.flatMap((one) => [
    ...one.declined.map((said) => ({ one, said, as: 'refused' })),
    ...one.absent.map((said) => ({ one, said, as: 'absent' })),
    ...one.transit.map((said) => ({ one, said, as: 'transit' })),
  ])
  const refused = rows.filter(({ as }) => as === 'refused').length
  const absent = rows.filter(({ as }) => as === 'absent').length
  const passage = rows.length - refused - absent
  if (rows.length === 0)
    return section(
      'away',
      'Nobody is on record as absent or as refusing',
      html`<p class="note">That a participant is not named does not mean that it stayed away.</p>`,
    )
  return section(
    'away',
    `${capitalised(counted(refused, { one: 'refusal', many: 'refusals' }))} and ${counted(absent, { one: 'absence', many: 'absences' })} are on record, as attributed${passage > 0 ? `, and ${counted(passage, { one: 'matter', many: 'matters' })} of passage` : ''}`,
    html`<table class="cards"><thead><tr><th scope="col">Date</th><th scope="col">Exercise</th><th scope="col">Who</th><th scope="col">What</th><th scope="col">Who says so</th></tr></thead><tbody>${rows.map(
      ({ one, said, as }) =>
        html`<tr><td class="date">${dateInWords(one.on)}</td><th scope="row">${link(one, place)}</th><td>${people(place, [said.participant], place.organisation.onDay(one.on))}</td><td class="line"><span class="tag wait">${as}</span> ${said.says ? capitalised(said.says) : html`<small>No reason is on record.</small>`}</td><td class="line"><small>${said.attribution ? capitalised(said.attribution) : html`<a href="${to(place, `exercises/${one.exercise}`)}">The sources of the exercise</a>`}</small></td></tr>`,
    )}</tbody></table>`,
  )
}

function troops(known: readonly ExerciseHeld[], place: Place): Html {
  const list = known.filter(({ personnel, contingents }) => personnel !== undefined || contingents.length > 0)
  if (list.length === 0)
    return section(
      'troops',
      'No strength is on record',
      html`<p class="note">How many came is on record for none of these.</p>`,
    )
  const name = (one: ExerciseHeld, id: string) => nameOf(place.organisation.onDay(one.on), id)
  const publishers = (one: ExerciseHeld) =>
    one.sources.map(
      (id, index) =>
        html`${index > 0 ? ', ' : undefined}<a href="${to(place, `sources/${id}`)}">${place.organisation.source(id)?.publisher ?? id}</a>`,
    )
  const whole = list.filter((one) => one.contingents.length === one.took.length).length
  return section(
    'troops',
    `A strength is on record for ${numberInWords(list.length)} of ${numberInWords(known.length)}, of every contingent for ${someInWords(whole)}`,
    html`<p class="note">As sources state it, none counted by us; where they differ, the difference stands beside. Contingents that are not on record are not nothing, so they are not added up, and no member’s total is given.</p><table class="cards"><thead><tr><th scope="col">Date</th><th scope="col">Exercise</th><th scope="col" class="number">In all</th><th scope="col">Contingents on record</th><th scope="col">Where sources differ</th><th scope="col">By whom</th></tr></thead><tbody>${list.map(
      (one) =>
        html`<tr><td class="date">${dateInWords(one.on)}</td><th scope="row">${link(one, place)}</th><td class="number" data-label="in all">${one.personnel === undefined ? html`<small>not known</small>` : exact(one.personnel)}</td><td class="line">${one.contingents.length > 0 ? html`${one.contingents.map(({ participant, personnel }) => `${name(one, participant)} ${exact(personnel)}`).join(', ')} <small>(${one.contingents.length} of ${one.took.length})</small>` : html`<small>none of ${one.took.length}</small>`}</td><td class="line"><small>${one.conflicts.join(' ')}</small></td><td class="line"><small>${publishers(one)}</small></td></tr>`,
    )}</tbody></table>`,
  )
}

function notCounted(list: readonly ExerciseHeld[], place: Place): Html {
  return section(
    'not-counted',
    `${capitalised(counted(list.length, { one: 'exercise is', many: 'exercises are' }))} counted for nobody`,
    html`<table class="cards"><thead><tr><th scope="col">Date</th><th scope="col">Exercise</th><th scope="col">Participants</th><th scope="col">Hosts</th></tr></thead><tbody>${list.map((one) => html`<tr><td class="date">${daysInWords(one.on, one.lastDay)}</td><th scope="row">${link(one, place)}</th><td>${one.participantsKnown === 'presumed' ? 'only presumed' : 'not known'}</td><td>${people(place, one.hosts, place.organisation.onDay(one.on))}</td></tr>`)}</tbody></table>`,
  )
}
