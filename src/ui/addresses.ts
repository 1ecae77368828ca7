import type { Entry, Organisation } from '../record/index.ts'
import { sentenceOf, wayTo } from './acts.ts'
import { type Html, html } from './html.ts'
import { isOpen, type Part, type Place, to } from './layout.ts'

/** What an act describes, by its title or its sentence, as a link to its page. */
export function linkTo(place: Place, entry: Entry): Html {
  const says =
    entry.act.kind === 'decision-recorded' ? entry.act.title : sentenceOf(place.organisation, entry).replace(/\.$/, '')
  return html`<a href="${wayTo(place, entry)}">${says}</a>`
}

/** Participants by the names in use on a day, each a link. */
export function people(place: Place, ids: readonly string[], day: Organisation = place.organisation): Html[] {
  return ids.map(
    (id, index) =>
      html`${index === 0 ? undefined : index === ids.length - 1 ? ' and ' : ', '}<a href="${to(place, `participants/${id}`)}">${day.participant(id).names?.en ?? id}</a>`,
  )
}

/** The way to the whole list of a part narrowed to one participant; nowhere where that part has no pages. */
export function wholeList(
  place: Place,
  part: Part,
  by: string,
  says: string,
): { readonly href: string; readonly says: string } | undefined {
  if (!isOpen(part)) return undefined
  const list = to(place, part)
  return { href: `${list}${list.includes('?') ? '&' : '?'}by=${encodeURIComponent(by)}`, says }
}
