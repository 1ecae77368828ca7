import type { Organisation } from '../record/index.ts'
import { type Html, html } from './html.ts'
import { type Place, to } from './layout.ts'
import { dateInWords } from './words.ts'

/** What there is to run in this house. */
export interface Doors {
  /** Whoever reaches these pages may take any seat and make exercises. */
  readonly openSeats: boolean
  /** Whether seats can be taken at all. */
  readonly hasSeats: boolean
  /** A made-up organisation to begin with. */
  readonly toTry: string | undefined
}

/** The second door of an organisation's first page: a seat in it or in a made-up one, an exercise, one's own. */
export function runItDoor(doors: Doors, place: Place): Html {
  const { organisation, description } = place
  const readOnly = description?.edition === 'independent'
  const seatIn = readOnly ? doors.toTry : organisation.id
  return html`<div class="door"><h2>Run it</h2><p>Take a seat and carry a text through the rules: what is in order is entered, what is not is refused with the rule it broke.</p>
<ul>${seat(doors, seatIn, readOnly)}${exercise(doors, place)}${itself}</ul></div>`
}

/** The same beside the list of all organisations, where no one of them is meant. */
export function runItSection(doors: Doors): Html {
  const any = html`<li><b>An exercise.</b> Any record can be played on from any of its days. ${doors.openSeats ? 'Open it and choose “an exercise from a day”.' : byTerminal('ORGANISATION', 'DAY')}</li>`
  return html`<section class="tight"><h2>Run one</h2><ul>${seat(doors, doors.toTry, true)}${any}${itself}</ul></section>`
}

function seat({ hasSeats }: Doors, organisation: string | undefined, isOther: boolean): Html | undefined {
  if (!hasSeats || organisation === undefined) return undefined
  const where = isOther
    ? html`in <a href="/${organisation}/">a made-up organisation</a>, where nothing can be spoilt`
    : 'here'
  return html`<li><a href="/${organisation}/seat">Take a seat</a> ${where}</li>`
}

function exercise({ openSeats }: Doors, place: Place): Html {
  const { organisation } = place
  const what = `begins as the record was on that day; what is done in it stays in it`
  if (openSeats) return html`<li><a href="${to(place, 'fork')}">An exercise from a day</a> ${what}</li>`
  return html`<li><b>An exercise from a day</b> ${what}. ${byTerminal(organisation.id, organisation.day)}</li>`
}

function byTerminal(organisation: string, day: string): Html {
  return html`Whoever keeps this house makes one: <code>chancery fork ${organisation} --on ${day} --as ID</code>`
}

const itself = html`<li><b>An organisation of your own</b> is a folder of four short files: <code>docs/write-a-constitution.md</code>, in the source of this program</li>`

/** Of what and since when, for a list of exercises. */
export function madeFrom(description: Organisation['description']): string | undefined {
  const { forkedFrom } = description ?? {}
  return forkedFrom && `From the record of “${forkedFrom.organisation}” as of ${dateInWords(forkedFrom.on)}.`
}
