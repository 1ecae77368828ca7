import type { LeadershipRow, PartName } from '../analysis/index.ts'
import { nameOf } from '../record/index.ts'
import { type Content, type Html, html } from './html.ts'
import { rounded } from './labels.ts'
import { type Place, to } from './layout.ts'
import { withQuery } from './narrowing.ts'
import { exact } from './numbers.ts'
import { stanceWords } from './sentences.ts'
import { capitalised, dateInWords, listed } from './words.ts'

/** What each part is called, and where what it counts stands: a section of the participant's page, or a list. */
export const partLabels: {
  readonly [P in PartName]: { readonly says: string; readonly short: string; readonly at: string }
} = {
  proposed: { says: 'Decisions and proposals it proposed', short: 'proposed', at: '#proposed' },
  programmesProposed: { says: 'Programmes it proposed', short: 'programmes proposed', at: '#programmes' },
  programmesLed: { says: 'Programmes it leads', short: 'programmes led', at: '#programmes' },
  meetingsHosted: { says: 'Meetings it hosted', short: 'meetings hosted', at: 'meetings' },
  meetingsChaired: { says: 'Meetings it chaired', short: 'meetings chaired', at: 'meetings' },
  offices: { says: 'Office-holders it put forward', short: 'office-holders', at: '#terms' },
  exercisesHosted: { says: 'Exercises it hosted', short: 'exercises hosted', at: '#exercises' },
  tookPart: { says: 'Exercises in which it took part', short: 'took part', at: '#exercises' },
  troopsStated: { says: 'Its strength is on record', short: 'strength on record', at: '#exercises' },
  observed: { says: 'Exercises it watched', short: 'watched', at: '#exercises' },
  absent: { says: 'Exercises from which it was absent', short: 'absent', at: '#exercises' },
  declined: { says: 'Exercises it refused, as attributed', short: 'refused', at: '#exercises' },
  differed: { says: 'Decisions with a stance of it, as attributed', short: 'stances', at: '#differed' },
  outside: { says: 'Decisions it stayed outside', short: 'outside decisions', at: '#differed' },
  programmesOutside: { says: 'Programmes it stays outside', short: 'outside programmes', at: '#programmes' },
}

/** Members one below the other with some of the parts, each over its base as a number and as a bar. */
export function partsTable(
  rows: readonly LeadershipRow[],
  names: readonly PartName[],
  place: Place,
  more: readonly { readonly heading: string; readonly cell: (row: LeadershipRow) => Content }[] = [],
): Html {
  // What is on record of nobody is no column of noughts.
  const shown = names.filter((name) => rows.some((row) => row.parts[name].of > 0))
  const left = names.filter((name) => !shown.includes(name))
  const missing =
    left.length > 0
      ? html`<p class="note">On record of nobody in these years: ${left.map((name) => partLabels[name].says.toLowerCase()).join('; ')}.</p>`
      : undefined
  if (shown.length === 0) return html`${missing}`
  const largest = new Map(shown.map((name) => [name, Math.max(1, ...rows.map((row) => row.parts[name].of))]))
  return html`<table class="cards"><thead><tr><th scope="col">Member</th>${shown.map((name) => html`<th scope="col">${partLabels[name].says}</th>`)}${more.map(({ heading }) => html`<th scope="col">${heading}</th>`)}</tr></thead><tbody>${rows.map(
    (row) =>
      html`<tr><th scope="row"><a href="${to(place, `participants/${row.participant}`)}">${nameOf(place.organisation, row.participant)}</a><br><small>${row.years} years${row.memberSince ? `, since ${dateInWords(row.memberSince)}` : undefined}</small></th>${shown.map((name) => html`<td data-label="${partLabels[name].short}">${partCell(row, name, largest.get(name) ?? 1, place)}</td>`)}${more.map(({ heading, cell }) => html`<td data-label="${heading.toLowerCase()}">${cell(row)}</td>`)}</tr>`,
  )}</tbody></table>${missing}`
}

const room = 88

/** The whole bar is the base, as long as the base is; the full part is what it did. */
function partCell(row: LeadershipRow, name: PartName, largest: number, place: Place): Html {
  const { did, of } = row.parts[name]
  if (of === 0) return html`<small>nothing on record</small>`
  const [base, full] = [rounded((room * of) / largest), rounded((room * did) / largest)]
  return html`${counted(row, name, place)} <small>of ${of}</small><svg class="squares" width="${room + 2}" height="8" viewBox="0 0 ${room + 2} 8" aria-hidden="true"><rect class="hollow" x="0.5" y="0.5" width="${Math.max(base, 0.5)}" height="7"/><rect class="tone-member" x="0.5" y="0.5" width="${full}" height="7"/></svg>`
}

function counted({ participant, parts }: LeadershipRow, name: PartName, place: Place): Content {
  const { did } = parts[name]
  if (did === 0) return '0'
  const { at } = partLabels[name]
  const href = at.startsWith('#')
    ? `${to(place, `participants/${participant}`)}${at}`
    : withQuery({ ...place, path: to(place, at, { on: undefined, known: undefined }) }, { by: participant })
  return html`<a href="${href}">${did}</a>`
}

/** The two side by side, part by part, each number over its own base. */
export function sideBySide(rows: readonly LeadershipRow[], place: Place): Html {
  const name = (row: LeadershipRow) => nameOf(place.organisation, row.participant)
  const line = (says: string, cell: (row: LeadershipRow) => Content) =>
    html`<tr><th scope="row">${says}</th>${rows.map((row) => html`<td class="number" data-label="${name(row)}">${cell(row)}</td>`)}</tr>`
  const none = rows.filter(({ memberSince }) => memberSince === undefined).map(name)
  const note =
    none.length > 0
      ? html`<p class="note">${listed(none)} ${none.length === 1 ? 'was' : 'were'} no member by this day, so nothing is counted here.</p>`
      : undefined
  return html`${note}<table class="cards"><thead><tr><th scope="col">While each was a member</th>${rows.map((row) => html`<th scope="col" class="number">${name(row)}</th>`)}</tr></thead><tbody>
${line('Years as a member', ({ years }) => years)}
${Object.entries(partLabels).map(([part, { says }]) => line(says, (row) => (row.parts[part as PartName].of === 0 ? html`<small>nothing on record</small>` : html`${counted(row, part as PartName, place)} <small>of ${row.parts[part as PartName].of}</small>`)))}
${line('Share of the budget, per cent', ({ percent }) => percent ?? html`<small>not on record</small>`)}
${line('Posts', ({ posts }) => posts ?? html`<small>not on record</small>`)}
${line('Largest contingent on record', (row) => largestOf(row, place))}
</tbody></table>`
}

export function largestOf({ largest }: LeadershipRow, place: Place): Content {
  if (!largest) return html`<small>not on record</small>`
  const name = place.organisation.exercise(largest.exercise)?.act.name ?? largest.exercise
  return html`${exact(largest.personnel)} <small><a href="${to(place, `exercises/${largest.exercise}`)}">${name}</a></small>`
}

/** "objected 2, not associated 1". */
export function stancesOf({ stances }: LeadershipRow): Content {
  const said = Object.entries(stances).map(
    ([stance, count]) => `${stanceWords[stance as keyof typeof stanceWords] ?? stance} ${count}`,
  )
  return said.length > 0 ? capitalised(said.join(', ')) : html`<small>none on record</small>`
}
