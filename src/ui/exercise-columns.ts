import type { ExerciseHeld, YearOfExercises } from '../analysis/index.ts'
import { nameOf } from '../record/index.ts'
import { type Html, html } from './html.ts'
import { rounded, textWidth } from './labels.ts'
import { type Place, to } from './layout.ts'
import { counted, dateInWords, listed } from './words.ts'

/** How one participant stands to an exercise, as it is drawn. */
const marks = ['took', 'observed', 'away', 'not-named', 'other'] as const
type Mark = (typeof marks)[number]

const markWords: { readonly [M in Mark]: string } = {
  took: 'member that took part',
  observed: 'member that watched',
  away: 'member named as absent or as refusing',
  'not-named': 'member of which the record says nothing there',
  other: 'took part, and was no member that day or not surely one',
}

/** A place in the row: an exercise, or a year of which none is on record. */
type Slot = { readonly year: number; readonly firm: boolean; readonly one: ExerciseHeld | undefined }

/**
 * A square for each member of the day at each exercise, and above them whoever else took part. An exercise of which the
 * participants are not known, or only presumed, has its place in the row and no squares; a year without one has a gap. The
 * line at the foot is dotted where the record of the year is not complete.
 */
export function exerciseColumns(
  exercises: readonly ExerciseHeld[],
  years: readonly YearOfExercises[],
  place: Place,
): Html {
  const slots = slotsOf(exercises, years)
  return html`<figure class="tight years"><div class="wide-only">${columns(slots, place)}</div><div class="narrow-only">${rows(slots, place)}</div>
<figcaption><ul class="legend">${marks.map((mark) => html`<li><svg class="inline" viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">${square(mark, 1, 1, 12)}</svg> ${markWords[mark]}</li>`)}<li><svg class="inline" viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">${unknown(1, 1, 12)}</svg> participants not known, or only presumed: nobody is counted</li><li>a column is an exercise, not a year; a dash is a year of which none is on record</li>${slots.some(({ firm }) => !firm) ? html`<li><svg class="inline" viewBox="0 0 20 10" width="20" height="10" aria-hidden="true"><line class="foot open" x1="1" x2="19" y1="5" y2="5"/></svg> the record of the year has landmarks only: others may be missing</li>` : undefined}</ul></figcaption></figure>`
}

function slotsOf(exercises: readonly ExerciseHeld[], years: readonly YearOfExercises[]): Slot[] {
  const firm = new Set(years.filter((year) => year.firm).map(({ year }) => year))
  const yearOf = ({ on }: ExerciseHeld) => Number(on.slice(0, 4))
  return exercises.flatMap((one, index): Slot[] => {
    const before = exercises[index - 1]
    const from = before ? yearOf(before) + 1 : yearOf(one)
    const without = Array.from({ length: Math.max(0, yearOf(one) - from) }, (_, step) => from + step)
    const slot = (year: number, held: ExerciseHeld | undefined) => ({ year, firm: firm.has(year), one: held })
    return [...without.map((year) => slot(year, undefined)), slot(yearOf(one), one)]
  })
}

const caption = 'Exercises in the order of time, with a square for each member of the day'

function columns(slots: readonly Slot[], place: Place): Html {
  const width = 1040
  const [left, head, size] = [4, 8, 11]
  const step = Math.min(34, (width - 2 * left) / Math.max(1, slots.length))
  const side = Math.min(15, step - 5)
  const pitch = side + 3
  const most = Math.max(1, ...slots.map(({ one }) => (one ? squaresOf(one).length : 0)))
  const foot = head + most * pitch + 4
  return html`<svg class="bars" viewBox="0 0 ${width} ${foot + 24}" width="100%" role="group" aria-label="${caption}">
${slots.map(({ year, firm, one }, index) => {
  const at = left + index * step
  const x = rounded(at + (step - side) / 2)
  const middle = x + side / 2
  // A year is written at its first exercise; all are shortened where a whole one has no room.
  const label = slots[index - 1]?.year === year ? undefined : `${step < 34 ? `’${String(year).slice(2)}` : year}`
  const top = (nth: number) => rounded(foot - (nth + 1) * pitch)
  return html`<line class="foot${firm ? '' : ' open'}" x1="${rounded(at + 1)}" x2="${rounded(at + step - 1)}" y1="${foot + 2}" y2="${foot + 2}"/>${
    one
      ? html`<a href="${to(place, `exercises/${one.exercise}`)}" aria-label="${saysOf(one, place)}"><title>${saysOf(one, place)}</title><rect class="ghost" x="${rounded(x - 2)}" y="${head}" width="${rounded(side + 4)}" height="${rounded(foot - head)}"/>${one.participantsKnown === 'yes' ? squaresOf(one).map((mark, nth) => square(mark, x, top(nth) - (mark === 'other' ? 3 : 0), side)) : unknown(x, top(0), side)}</a>`
      : html`<g><title>${year}: none on record</title><text x="${rounded(middle)}" y="${rounded(foot - 4)}" font-size="${size}" text-anchor="middle">–</text></g>`
  }${label && html`<text x="${rounded(Math.max(middle, textWidth(label, size) / 2))}" y="${foot + 18}" font-size="${size}" text-anchor="middle">${label}</text>`}
`
})}</svg>`
}

function rows(slots: readonly Slot[], place: Place): Html {
  const [width, row, size] = [360, 40, 13]
  const most = Math.max(1, ...slots.map(({ one }) => (one ? squaresOf(one).length : 0)))
  const side = Math.min(15, (width - 12) / most - 3)
  return html`<svg class="bars" viewBox="0 0 ${width} ${slots.length * row + 4}" width="100%" role="group" aria-label="${caption}">
${slots.map(({ year, one }, index) => {
  const y = index * row
  if (!one) return html`<text x="2" y="${y + 24}" font-size="${size}">${year}: none on record</text>`
  const name = [...withYear(one)]
  // Whoever says aloud what stands there means this link: its name has the words as they are shown, cut or not.
  const cut = name.slice(0, 45).join('')
  const fits = name.length > 44 ? cut.replace(/\s*\S*$/, '') : cut
  const label = `${name.join('')}. ${saysOf(one, place)}`
  return html`<a href="${to(place, `exercises/${one.exercise}`)}" aria-label="${label}"><title>${saysOf(one, place)}</title><text x="2" y="${y + 13}" font-size="${size}">${fits}</text>${one.participantsKnown === 'yes' ? squaresOf(one).map((mark, at) => square(mark, rounded(2 + at * (side + 3) + (mark === 'other' ? 4 : 0)), y + 19, side)) : unknown(2, y + 19, side)}</a>
`
})}</svg>`
}

/** Members first, those that took part at the foot; then others that took part. */
function squaresOf({ participantsKnown, members, took, observed, absent, declined, notNamed }: ExerciseHeld): Mark[] {
  if (participantsKnown !== 'yes') return []
  const away = new Set([...absent, ...declined].map(({ participant }) => participant))
  const marked = (is: (id: string) => boolean, mark: Mark): Mark[] => members.filter(is).map(() => mark)
  return [
    ...marked((id) => took.includes(id), 'took'),
    ...marked((id) => !took.includes(id) && observed.includes(id), 'observed'),
    ...marked((id) => !took.includes(id) && !observed.includes(id) && away.has(id), 'away'),
    ...marked((id) => notNamed.includes(id), 'not-named'),
    ...took.filter((id) => !members.includes(id)).map((): Mark => 'other'),
  ]
}

function square(mark: Mark, x: number, y: number, side: number): Html {
  const box = html`x="${rounded(x + 0.5)}" y="${rounded(y + 0.5)}" width="${rounded(side - 1)}" height="${rounded(side - 1)}"`
  const [middle, right] = [rounded(side / 2), rounded(side - 1)]
  switch (mark) {
    case 'took':
      return html`<rect class="tone-member" ${box}/>`
    case 'other':
      return html`<rect class="tone-partner" ${box}/>`
    case 'observed':
      return html`<rect class="hollow" ${box}/><circle class="event" cx="${rounded(x + middle)}" cy="${rounded(y + middle)}" r="${rounded(side / 6)}"/>`
    case 'away':
      return html`<rect class="hollow" ${box}/><path class="cross" d="M${rounded(x + 0.5)} ${rounded(y + 0.5)}l${right} ${right}m0 -${right}l-${right} ${right}"/>`
    case 'not-named':
      return html`<rect class="rule" ${box}/>`
  }
}

function unknown(x: number, y: number, side: number): Html {
  return html`<rect class="missing" x="${rounded(x + 0.5)}" y="${rounded(y + 0.5)}" width="${rounded(side - 1)}" height="${rounded(side - 1)}"/><text x="${rounded(x + side / 2)}" y="${rounded(y + side / 2 + 4)}" font-size="10" text-anchor="middle">?</text>`
}

/** Its name with its year, which most names have in them. */
export function withYear({ name, on }: ExerciseHeld): string {
  const year = on.slice(0, 4)
  return name.includes(year) ? name : `${year} ${name}`
}

/** The whole column in words. */
export function saysOf(one: ExerciseHeld, place: Place): string {
  const day = place.organisation.onDay(one.on)
  const names = (ids: readonly string[]) => listed(ids.map((id) => nameOf(day, id)))
  const head = `${one.name}, ${dateInWords(one.on)}`
  if (one.participantsKnown !== 'yes')
    return `${head}: who took part is ${one.participantsKnown === 'presumed' ? 'only presumed' : 'not known'}`
  const members = one.took.filter((id) => one.members.includes(id)).length
  const away = [...one.absent, ...one.declined].map(({ participant }) => participant)
  return [
    `${head}: ${members} of ${counted(one.members.length, { one: 'member', many: 'members' })} took part`,
    ...(one.took.length > members
      ? [
          `besides ${names(one.took.filter((id) => !one.members.includes(id)))}${one.perhapsMembers ? `; ${names(one.perhapsMembers)} perhaps a member by then` : ''}`,
        ]
      : []),
    ...(one.observed.length > 0 ? [`watched: ${names(one.observed)}`] : []),
    ...(away.length > 0 ? [`absent or refusing: ${names(away)}`] : []),
    ...(one.notNamed.length > 0 ? [`nothing on record of ${names(one.notNamed)}`] : []),
  ].join('; ')
}
