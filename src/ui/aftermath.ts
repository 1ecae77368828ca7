import { type Decision, type Entry, standingOf } from '../record/index.ts'
import { type Content, type Html, html } from './html.ts'
import { type Place, to } from './layout.ts'
import { thingLink } from './referring.ts'
import { stageWords } from './sentences.ts'
import { counted, dateInWords } from './words.ts'

/**
 * What is on record of what became of decisions: the instrument and whether it is in force, the programme and how far it
 * has come, the text by paragraph, what took their place. Nothing further on record is said as such.
 */
export function whatCameOf(place: Place, decisions: readonly Decision[]): Html | undefined {
  const followed = decisions.map((decision) => ({ decision, came: followUps(place, decision) }))
  const some = followed.filter(({ came }) => came.length > 0)
  if (decisions.length === 0) return undefined
  const rest = decisions.length - some.length
  return html`<section class="tight"><h2>What came of it</h2>${
    some.length > 0
      ? html`<dl class="facts">${some.map(({ decision, came }) => html`<dt><a href="${to(place, `decisions/${decision.act.decision}`)}">${decision.act.title}</a></dt><dd>${came.map((one) => html`<p>${one}</p>`)}</dd>`)}</dl>`
      : undefined
  }${rest > 0 ? html`<p class="note">${some.length > 0 ? `Of ${counted(rest, { one: 'other decision', many: 'other decisions' })}` : 'Of what was decided'} nothing further is on record; that does not mean that nothing came of it.</p>` : undefined}</section>`
}

function followUps(place: Place, { act }: Decision): Content[] {
  const later = act.supersededBy ? place.organisation.decision(act.supersededBy) : undefined
  return [
    ...place.organisation.referringTo('decision', act.decision).flatMap((entry) => followUp(place, entry) ?? []),
    ...(later ? [html`Superseded by ${thingLink(place, later)}`] : []),
  ]
}

/** What an act that refers to a decision says of what became of it; `undefined` where it says nothing of that. */
function followUp(place: Place, entry: Entry): Content | undefined {
  const { organisation } = place
  const { act } = entry
  switch (act.kind) {
    case 'connection-noted': {
      const instrument = organisation.instrument(act.instrument)
      return instrument && html`Instrument: ${thingLink(place, instrument)}, ${standing(place, instrument)}`
    }
    case 'programme-recorded':
      return html`Programme: ${thingLink(place, entry)}, ${stageWords[act.stage]}${act.stands ? ` (${act.stands})` : undefined}`
    case 'text-described':
      return act.decision ? html`Key text by paragraph: ${thingLink(place, entry)}` : undefined
    case 'relation-established':
      return html`With ${act.with}: <a href="${to(place, `register/${entry.id}`)}">${act.type.replaceAll('-', ' ')}</a>`
    default:
      return undefined
  }
}

function standing(place: Place, instrument: NonNullable<ReturnType<Place['organisation']['instrument']>>): string {
  const { act } = instrument
  if (standingOf(instrument, place.organisation) === 'in-force' && act.inForceOn)
    return `in force since ${dateInWords(act.inForceOn)}`
  return act.inForceOn ? `in force from ${dateInWords(act.inForceOn)}` : 'entry into force not on record'
}
