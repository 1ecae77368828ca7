import { describes, type Entry, type Organisation, type Referable } from '../record/index.ts'
import { actAddress, sentenceOf } from './acts.ts'
import { type Html, html } from './html.ts'
import { isOpen, type Part, type Place, to } from './layout.ts'

const parts: { readonly [T in Referable]?: Part } = {
  meeting: 'meetings',
  decision: 'decisions',
  instrument: 'instruments',
  exercise: 'exercises',
  programme: 'programmes',
  dispute: 'disputes',
  text: 'texts',
  neighbour: 'neighbours',
}

/** The page of what an act describes; the act in the register where that has no page. */
export function pageOf(place: Place, entry: Entry): string {
  const described = describes(entry.act)
  const part = described && parts[described.thing]
  return part && isOpen(part) ? to(place, `${part}/${described.id}`) : actAddress(place, entry)
}

/** What an act describes, by its sentence without the full stop, as a link to its page. */
export function linkTo(place: Place, entry: Entry): Html {
  return html`<a href="${pageOf(place, entry)}">${sentenceOf(place.organisation, entry).replace(/\.$/, '')}</a>`
}

/** Participants by the names in use on a day, each a link. */
export function people(place: Place, ids: readonly string[], day: Organisation = place.organisation): Html[] {
  return ids.map(
    (id, index) =>
      html`${index === 0 ? undefined : index === ids.length - 1 ? ' and ' : ', '}<a href="${to(place, `participants/${id}`)}">${day.participant(id).names?.en ?? id}</a>`,
  )
}

/** The whole list of a part narrowed to one participant, where that part has pages. */
export function listNarrowed(place: Place, part: Part, by: string): string | undefined {
  if (!isOpen(part)) return undefined
  const list = to(place, part)
  return `${list}${list.includes('?') ? '&' : '?'}by=${encodeURIComponent(by)}`
}
