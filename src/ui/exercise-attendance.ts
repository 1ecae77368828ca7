import type { ExerciseHeld, MemberExercising } from '../analysis/index.ts'
import { nameOf } from '../record/index.ts'
import { withYear } from './exercise-columns.ts'
import { type Html, html } from './html.ts'
import { type Place, to } from './layout.ts'

/** Who stood how to each exercise: a row for each, a column for each participant that any of them names. */
export function attendanceGrid(known: readonly ExerciseHeld[], place: Place): Html {
  const ids = [
    ...new Set([
      ...known.flatMap(({ members }) => members),
      ...known.flatMap(({ took, observed }) => [...took, ...observed]),
    ]),
  ]
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Exercises and who was there"><table class="grid-coverage attendance"><thead><tr><th scope="col">Exercise</th>${ids.map((id) => html`<th scope="col"><abbr title="${nameOf(place.organisation, id)}">${id}</abbr></th>`)}</tr></thead><tbody>${known.map(
    (one) =>
      html`<tr><th scope="row"><a href="${to(place, `exercises/${one.exercise}`)}">${shortened(withYear(one))}</a></th>${ids.map((id) => html`<td>${cell(one, id, place)}</td>`)}</tr>`,
  )}</tbody></table></div>
<ul class="legend"><li><span class="tally took" aria-hidden="true">+</span> took part</li><li><span class="tally observed" aria-hidden="true">o</span> watched</li><li><span class="tally away" aria-hidden="true">–</span> named as absent</li><li><span class="tally away" aria-hidden="true">×</span> refused, as attributed</li><li><span class="tally" aria-hidden="true">?</span> a member of which nothing is on record there</li><li>empty: no member that day, or not surely one, and not named</li></ul>`
}

function cell(one: ExerciseHeld, id: string, place: Place): Html | undefined {
  const [sign, look, says] = one.took.includes(id)
    ? ['+', 'took', 'took part']
    : one.observed.includes(id)
      ? ['o', 'observed', 'watched']
      : one.declined.some(({ participant }) => participant === id)
        ? ['×', 'away', 'refused, as attributed']
        : one.absent.some(({ participant }) => participant === id)
          ? ['–', 'away', 'absent']
          : one.notNamed.includes(id)
            ? ['?', '', 'nothing on record']
            : []
  if (says === undefined) return undefined
  const title = `${one.name}, ${nameOf(place.organisation.onDay(one.on), id)}: ${says}`
  return html`<span class="tally ${look}" role="img" aria-label="${title}" title="${title}">${sign}</span>`
}

function shortened(name: string): string {
  const letters = [...name]
  return letters.length > 34 ? `${letters.slice(0, 32).join('').trimEnd()}…` : name
}

/** Each member over its own base; in the order in which they became members. */
export function membersTable(members: readonly MemberExercising[], place: Place): Html {
  const number = (count: number, label: string) => html`<td class="number" data-label="${label}">${count}</td>`
  return html`<p class="note">In the order in which they became members; nobody is ranked. The base differs: whoever came later could take part in fewer. Exercises whose participants are not known, or only presumed, are left out, also of those hosted: <a href="${to(place, 'questions/leadership')}#hosting">what each hosted in all</a>.</p><table class="cards"><thead><tr><th scope="col">Member</th><th scope="col" class="number">Held while it was one</th><th scope="col" class="number">Took part</th><th scope="col" class="number">Watched</th><th scope="col" class="number">Absent</th><th scope="col" class="number">Refused</th><th scope="col" class="number">Nothing on record</th><th scope="col" class="number">Hosted</th></tr></thead><tbody>${members.map(
    (one) =>
      html`<tr><th scope="row"><a href="${to(place, `participants/${one.participant}`)}#exercises">${nameOf(place.organisation, one.participant)}</a></th>${number(one.of, 'held')}<td class="number" data-label="took part">${one.of === 0 ? html`<small>none held yet</small>` : html`${one.took} <small>of ${one.of}</small>`}</td>${number(one.observed, 'watched')}${number(one.absent, 'absent')}${number(one.declined, 'refused')}${number(one.notNamed, 'nothing on record')}${number(one.hosted, 'hosted')}</tr>`,
  )}</tbody></table>`
}
