import type { Circle, Note, Seat } from '../../record/index.ts'
import { sentenceOf } from '../acts.ts'
import { type Content, type Html, html } from '../html.ts'
import { type Page, type Place, to } from '../layout.ts'
import { dateInWords } from '../words.ts'
import { actForm, choice, field } from './after-form.ts'
import { noteWords as words } from './notes-words.ts'

export interface NotesView {
  readonly circle: Circle
  readonly seat: Seat
  readonly notes: readonly Note[]
  /** For the Secretariat: the number for the next note that goes out, and the proposals that a note may be about. */
  readonly next: string | undefined
  readonly proposals: readonly { readonly decision: string; readonly title: string }[]
  /** The titles of the proposals that the seat may see, by id. */
  readonly titles: ReadonlyMap<string, string>
  /** Whether positions are still taken on a proposal. */
  readonly mayEnter: (decision: string) => boolean
}

/** The register of notes, the latest first. */
export function notesPage(view: NotesView, place: Place): Page {
  const { seat, notes, circle } = view
  const title = seat.kind === 'delegation' ? words.title.own(circle.called(seat.participant)) : words.title.all
  const lede = words.lede[seat.kind === 'public' ? 'none' : seat.kind]
  const waiting = notes.filter(({ isWaiting }) => isWaiting).length
  const contacts =
    seat.kind !== 'public' && html`<p><a href="/${place.organisation.id}/delegation">${words.contacts}</a></p>`
  const body = html`<section class="stack"><h1>${title}</h1><p class="lede">${lede}</p>${waiting > 0 && html`<p class="stands">${words.waiting(waiting)}</p>`}${contacts}</section>
${seat.kind === 'public' ? undefined : register(view, place)}${seat.kind === 'secretariat' && form(view, place)}`
  return { title, body, part: 'run/notes', live: { about: 'all' } }
}

function register(view: NotesView, place: Place): Html {
  const { notes, circle, titles } = view
  if (notes.length === 0) return html`<p class="note">${words.none}</p>`
  const rows = notes.toReversed().map((note) => {
    const { act } = note.entry
    const title = act.decision === undefined ? undefined : titles.get(act.decision)
    const about =
      title !== undefined && html` <small><a href="${to(place, `run/proposals/${act.decision}`)}">${title}</a></small>`
    return html`<tr><td class="date">${dateInWords(act.date)}</td><td>${words.way[act.direction]}</td><th scope="row">${act.number} <small>${words.participant[act.direction]} ${circle.called(act.participant)}</small></th><td class="line">${act.says}${about}</td><td class="line">${entered(note, view, place)}${enterPosition(note, view, place)}</td></tr>`
  })
  return html`<table class="cards"><thead><tr><th scope="col">Date</th><th scope="col">Way</th><th scope="col">Note</th><th scope="col">${words.says}</th><th scope="col">${words.entered}</th></tr></thead><tbody>${rows}</tbody></table>`
}

/** What was entered from a note, and whether the delegation stands by it; it says so with one button. */
function entered({ entry: note, entered: all, isWaiting }: Note, { seat, circle }: NotesView, place: Place): Content {
  if (note.act.direction === 'out') return undefined
  if (all.length === 0) return isWaiting ? html`<span class="tag wait">${words.nothingYet}</span>` : words.nothing
  const own = seat.kind === 'delegation' && seat.participant === note.act.participant
  const items = all.map(({ entry, isConfirmed }) => {
    const tag = html`<span class="tag ${isConfirmed ? 'yes' : 'wait'}">${isConfirmed ? words.confirmed : words.notConfirmed}</span>`
    const decision = 'decision' in entry.act ? entry.act.decision : undefined
    const fixed = { kind: 'entry-confirmed', decision, participant: note.act.participant, confirms: entry.id }
    return html`<li>${sentenceOf(circle.organisation, entry)} ${tag}${own && !isConfirmed && actForm(place, fixed, undefined, words.confirm)}</li>`
  })
  return html`<ul class="plain">${items}</ul>`
}

/** For the Secretariat: the form for the position that a note gives, with what the register has of it filled in. */
function enterPosition({ entry, entered }: Note, { seat, mayEnter }: NotesView, place: Place): Html | undefined {
  const { direction, decision } = entry.act
  if (seat.kind !== 'secretariat' || direction !== 'in' || decision === undefined || !mayEnter(decision))
    return undefined
  if (entered.some((one) => one.entry.act.kind === 'position-taken')) return undefined
  const address = `${to(place, `run/proposals/${decision}`)}?${new URLSearchParams({ note: entry.id })}#positions`
  return html` <a href="${address}">${words.enterPosition}</a>`
}

function form({ circle, next, proposals }: NotesView, place: Place): Html {
  const { organisation } = circle
  const people = organisation
    .participants()
    .filter(({ id }) => circle.holdsStatus(id))
    .map(({ id }): [string, string] => [id, circle.called(id)])
    .sort(([, a], [, b]) => (a < b ? -1 : 1))
  const about = proposals.map(({ decision, title }): [string, string] => [decision, title])
  const ways = (['in', 'out'] as const).map((way): [string, string] => [way, words.direction[way]])
  const asked = html`${choice(words.directionAsked, 'direction', ways)}${field(words.number, 'number', { required: true })}<p class="note">${words.nextOut(next ?? '1')}</p><label>${words.date}<input type="date" name="date" value="${organisation.day}" required></label>${choice(words.participant.all, 'participant', people)}${choice(words.about, 'decision', [['', words.nothingInParticular], ...about])}${field(words.says, 'says', { required: true })}`
  return html`<section class="tight"><h2>${words.register}</h2>${actForm(place, { kind: 'note-registered' }, asked, words.register)}</section>`
}
