import { type Decision, exerciseParts, type Involvement, programmeParts } from '../record/index.ts'
import { actAddress, wayTo } from './acts.ts'
import { wholeList } from './addresses.ts'
import { coverageOf } from './coverage-line.ts'
import { decisionTable } from './decisions.ts'
import { wayToQuestion } from './essays/about.ts'
import { handful } from './handful.ts'
import { type Content, type Html, html } from './html.ts'
import { instrumentTable } from './instruments.ts'
import { disputes, memberships, paragraphs, shares, terms } from './involvement-around.ts'
import { type Place, to } from './layout.ts'
import { meetingTable } from './meetings.ts'
import { type Section, section } from './section.ts'
import { bodyName, doubtKinds } from './sentences.ts'
import { capitalised, counted, dateInWords, daysInWords, numberInWords } from './words.ts'

/** What a participant did, in sections: first the counts, each leading to its section, then the sections. */
export function whatItDid(id: string, did: Involvement, place: Place): { counts: Html; sections: Html } {
  const all = [
    ...decisions(id, did, place),
    stances(did, place),
    programmes(id, did, place),
    exercises(id, did, place),
    instruments(id, did, place),
    chairs(id, did, place),
    terms(did, place),
    shares(did, place),
    disputes(id, did, place),
    paragraphs(did, place),
    memberships(did, place),
  ].filter((one) => one.count > 0)
  const day = dateInWords(place.organisation.day)
  const counts =
    all.length > 0
      ? html`<section class="tight"><h2>What it did, up to ${day}</h2>${coverageOf(['exercises', 'decisions', 'instruments', 'programmes', 'positions'], place)}<ul class="figures counts">${all.map(({ id: at, count, says }) => html`<li><a href="#${at}"><b>${count}</b><small>${count === 1 ? says.one : says.many}</small></a></li>`)}</ul><p class="note">Counts of what was found and names it; nobody is presumed.</p></section>`
      : html`<section class="tight"><h2>What it did, up to ${day}</h2><p class="note">No proposal, position, exercise, instrument, chair or dispute that names it is on record up to this day. Its statuses are below; choose another day above.</p></section>`
  return { counts, sections: html`${all.map(({ section }) => section)}` }
}

function decisions(id: string, { proposed, differed, concerned }: Involvement, place: Place): Section[] {
  const adopted = proposed.filter(({ act }) => act.outcome === 'adopted').length
  const whole = (says: string) => wholeList(place, 'decisions', id, says)
  const one = (
    at: string,
    list: readonly Decision[],
    says: Section['says'],
    heading: string,
    note: Content,
  ): Section => ({
    id: at,
    count: list.length,
    says,
    section: section(
      at,
      heading,
      note,
      handful(
        list,
        (some) => decisionTable(place, some),
        list.length > 5 ? whole('All that it proposed, differed on or that concerned it') : undefined,
      ),
    ),
  })
  return [
    one(
      'proposed',
      proposed,
      { one: 'proposal', many: 'proposals' },
      `It proposed ${numberInWords(proposed.length)}, of which ${numberInWords(adopted)} ${adopted === 1 ? 'is' : 'are'} known to have been adopted`,
      html`As far as a source says who proposed; for most decisions none does. ${wayToQuestion('leadership', place)}`,
    ),
    one(
      'differed',
      differed,
      { one: 'text on which it differed', many: 'texts on which it differed' },
      'Where it differed or stayed outside',
      'As attributed by the sources named with each.',
    ),
    one(
      'concerned',
      concerned,
      { one: 'decision that concerned it', many: 'decisions that concerned it' },
      'What concerned it',
      'Requests, admissions and statuses.',
    ),
  ]
}

function stances({ stances: all }: Involvement, place: Place): Section {
  const programmesById = new Map(
    place.organisation.listed('programme-recorded').map((programme) => [programme.act.programme, programme]),
  )
  const list = (some: Involvement['stances']) =>
    html`<ul class="list">${some.map((stance) => {
      const about = programmesById.get(stance.act.programme)
      return html`<li><span class="when">${dateInWords(stance.act.on)}</span><span>${about ? html`<a href="${wayTo(place, about)}">${about.act.title}</a>: ` : undefined}${stance.act.says}</span><small><a href="${actAddress(place, stance)}">${capitalised(stance.act.attribution)}</a></small></li>`
    })}</ul>`
  return {
    id: 'stances',
    count: all.length,
    says: { one: 'reported position', many: 'reported positions' },
    section: section(
      'stances',
      `${capitalised(counted(all.length, { one: 'position', many: 'positions' }))} that sources report`,
      'What a source says it held on something that is pursued, with who says so.',
      handful(all, list),
    ),
  }
}

const programmeWords = {
  proposed: 'proposed it',
  leads: 'leads it',
  outside: 'stays outside',
  'takes part': 'takes part',
}

function programmes(id: string, { programmes: all }: Involvement, place: Place): Section {
  const mine = all.filter(({ parts }) => parts.some((part) => part !== 'takes part'))
  const count = programmeParts
    .map((part) => ({ part, of: all.filter(({ parts }) => parts.includes(part)).length }))
    .filter(({ of }) => of > 0)
    .map(({ part, of }) => `${programmeWords[part].replace(' it', '')}: ${of}`)
  const table = (some: Involvement['programmes']) =>
    html`<table class="cards"><thead><tr><th scope="col">From</th><th scope="col">Programme</th><th scope="col">Its part</th><th scope="col">Stage, as last recorded</th></tr></thead><tbody>${some.map(({ programme, parts }) => html`<tr><td class="date">${dateInWords(programme.act.on)}</td><th scope="row"><a href="${wayTo(place, programme)}">${programme.act.title}</a></th><td>${parts.map((part) => programmeWords[part]).join(', ')}</td><td>${programme.act.stage.replaceAll('-', ' ')}</td></tr>`)}</tbody></table>`
  const others = all.filter((one) => !mine.includes(one))
  const whole = wholeList(place, 'programmes', id, 'Those that name it, in the list of programmes')
  return {
    id: 'programmes',
    count: all.length,
    says: { one: 'programme that names it', many: 'programmes that name it' },
    section: section(
      'programmes',
      'Programmes that it proposed, leads, stays outside or takes part in',
      `${capitalised(count.join(', '))}. Where a programme is that of the members of the day, nobody is named.`,
      html`${handful(mine, table)}${whole ? html`<p class="note"><a href="${whole.href}">${whole.says}</a></p>` : others.length > 0 ? html`<details><summary><small>${others.length} in which it takes part</small></summary>${table([...others].reverse())}</details>` : undefined}`,
    ),
  }
}

function exercises(id: string, { exercises: all }: Involvement, place: Place): Section {
  const counts = exerciseParts
    .map((part) => ({ part, of: all.filter(({ parts }) => parts.includes(part)).length }))
    .filter(({ of }) => of > 0)
    .map(({ part, of }) => `${part}: ${of}`)
  const table = (some: Involvement['exercises']) =>
    html`<table class="cards"><thead><tr><th scope="col">Date</th><th scope="col">Exercise</th><th scope="col">Its part</th></tr></thead><tbody>${some.map(
      ({ exercise, parts }) =>
        html`<tr><td class="date">${daysInWords(exercise.act.on, exercise.act.lastDay)}</td><th scope="row"><a href="${wayTo(place, exercise)}">${exercise.act.name}</a></th><td>${parts.map((part) => html`<span class="tag${['absent', 'declined', 'transit'].includes(part) ? ' wait' : ''}">${part}</span> `)}</td></tr>`,
    )}</tbody></table>`
  return {
    id: 'exercises',
    count: all.length,
    says: { one: 'exercise that names it', many: 'exercises that name it' },
    section: section(
      'exercises',
      `${capitalised(counted(all.length, { one: 'exercise names', many: 'exercises name' }))} it`,
      html`${capitalised(counts.join(', '))}.${all.some(({ parts }) => parts.includes('transit')) ? ' “Transit” is what a source says of passage to it; the exercise has the words.' : ''} ${wayToQuestion('exercising', place)}`,
      handful(all, table, wholeList(place, 'exercises', id, `All ${all.length}, in the list of exercises`)),
    ),
  }
}

function instruments(id: string, { instruments: all }: Involvement, place: Place): Section {
  const signed = all.filter((one) => one.signed).length
  const later = all.length - signed
  return {
    id: 'instruments',
    count: all.length,
    says: { one: 'instrument signed or joined', many: 'instruments signed or joined' },
    section: section(
      'instruments',
      `It signed ${counted(signed, { one: 'instrument', many: 'instruments' })}${later > 0 ? ` and is on record as a party to ${numberInWords(later)} that it did not sign` : ''}`,
      'Whether each is in force for it is mostly not published.',
      handful(
        all.map(({ instrument }) => instrument),
        (some) => instrumentTable(place, some),
        wholeList(place, 'instruments', id, `All ${all.length}, in the list of instruments`),
      ),
    ),
  }
}

function chairs(id: string, { chairs: all, chaired }: Involvement, place: Place): Section {
  const { organisation } = place
  const held = html`<ul class="list">${[...all].reverse().map((chair) => html`<li><span><a href="${actAddress(place, chair)}">${bodyName(organisation, chair.act.body)}</a>${chair.act.planned ? html` <span class="tag wait">planned</span>` : undefined}${[...new Set(chair.act.doubt.map((doubt) => doubt.kind))].map((kind) => html` <span class="tag wait">${doubtKinds[kind]}</span>`)}</span><small>${chair.act.to ? html`${dateInWords(chair.act.on)} to ${dateInWords(chair.act.to)}` : html`from ${dateInWords(chair.act.on)}`}</small></li>`)}</ul>`
  return {
    id: 'chairs',
    count: all.length + chaired.length,
    says: { one: 'chair held or meeting chaired', many: 'chairs held and meetings chaired' },
    section: section(
      'chairs',
      `In the chair: ${counted(all.length, { one: 'term', many: 'terms' })}, ${counted(chaired.length, { one: 'meeting', many: 'meetings' })}`,
      undefined,
      html`${all.length > 0 ? held : undefined}${chaired.length > 0 ? html`<h3>Meetings that it chaired</h3>${handful(chaired, (some) => meetingTable(place, some))}<p class="note"><a href="${wholeList(place, 'meetings', id, '')?.href ?? to(place, 'meetings')}">All meetings that name it</a></p>` : undefined}`,
    ),
  }
}
