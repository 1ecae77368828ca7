import { byName, type Circle, type LiveMeeting, type Negotiation } from '../../record/index.ts'
import { computesInWords } from '../computes.ts'
import { type Html, html } from '../html.ts'
import { type Page, type Place, to } from '../layout.ts'
import { bodyName } from '../sentences.ts'
import { capitalised, dateInWords, datesInWords } from '../words.ts'
import { meetingForm } from './meeting-forms.ts'
import { meetingWords as words } from './meeting-words.ts'

/** The meetings that a seat may see, and the bodies of which it may open one. */
export interface MeetingsView {
  readonly circle: Circle
  readonly meetings: readonly LiveMeeting[]
  readonly mayOpen: readonly string[]
  /** The body of which a meeting is to be opened, where it is chosen. */
  readonly opening: Opening | undefined
}

export interface Opening {
  readonly body: string
  /** The number of the next meeting; nothing where that of the last one is not on record. */
  readonly number: number | undefined
  readonly chair: string | undefined
  readonly before: readonly Negotiation[]
}

export function meetingsPage(view: MeetingsView, place: Place): Page {
  const { meetings, mayOpen, opening } = view
  const rows = meetings.map((one) => {
    const { body, number, city } = one.opened.act
    const title = titleOf(one, place)
    const published = place.organisation.meeting(one.meeting)
    const tag = one.closed
      ? html`<span class="tag">${published ? words.published : words.closed}</span>`
      : html`<span class="tag yes">${words.sits}</span>`
    return html`<li class="${one.closed ? '' : 'here'}"><span class="when">${dateInWords(one.opened.act.on)}</span><span><a href="${to(place, `run/meetings/${one.meeting}`)}">${title}</a> ${tag}</span><small>${[city, words.format[one.format], number === undefined ? bodyName(place.organisation, body) : undefined].filter(Boolean).join(', ')}</small></li>`
  })
  const ways =
    mayOpen.length > 0
      ? html`<p class="ways">${words.openOf}${mayOpen.map((body) => html` <a href="${to(place, 'run/meetings')}?body=${body}#open" ${opening?.body === body ? html`aria-current="true"` : undefined}>${bodyName(place.organisation, body)}</a>`)}</p>`
      : html`<p class="note">${words.notForYou}</p>`
  const body = html`<section class="stack"><h1>${words.held}</h1><p class="lede">${words.heldWhy}</p>${ways}</section>
${opening ? openForm(opening, view.circle, place) : undefined}
<section class="tight">${rows.length > 0 ? html`<ul class="list">${rows}</ul>` : html`<p class="note">${words.none}</p>`}</section>`
  return { title: words.held, body, part: 'run/meetings', live: { about: 'all' } }
}

/** "Council, meeting 12". */
export function titleOf({ opened }: LiveMeeting, { organisation }: Place): string {
  const { body, number } = opened.act
  return `${bodyName(organisation, body)}${number === undefined ? '' : `, meeting ${number}`}`
}

function openForm({ body, number, chair, before }: Opening, circle: Circle, place: Place): Html {
  const holders = byName(
    circle,
    circle.organisation.holdings().map(({ participant }) => participant),
  )
  const choices = before.map(
    ({ decision, current }) =>
      html`<label class="tick"><input type="checkbox" name="items[]" value="${decision}"> ${current.title.en}</label>`,
  )
  const country = holders.map(
    (id) => html`<option value="${id}" ${id === chair ? html`selected` : undefined}>${circle.called(id)}</option>`,
  )
  const fields = html`<div class="narrowing"><label><span>Number</span> <input type="text" name="number" inputmode="numeric" size="4" value="${number}"></label>
<label><span>City</span> <input type="text" name="city"></label>
<label><span>Host</span> <select name="country"><option value="">not said</option>${country}</select></label>
<label><span>Papers sent on</span> <input type="date" name="papersOn"></label>
<label class="tick"><input type="checkbox" name="extraordinary" value="true"> extraordinary</label></div>
<fieldset class="tight"><legend>${words.formatWhy.narrow} ${words.formatWhy.expanded}</legend><div class="narrowing"><label class="tick"><input type="radio" name="format" value="expanded" checked> ${words.format.expanded}</label><label class="tick"><input type="radio" name="format" value="narrow"> ${words.format.narrow}</label></div></fieldset>
<fieldset class="tight"><legend>${words.fromProposals}</legend>${choices.length > 0 ? choices : html`<p class="note">${words.noProposals}</p>`}</fieldset>
<label class="tight"><span>${words.freeItems}</span> <textarea name="free" rows="3"></textarea></label>
${number === undefined && html`<p class="note">${words.numberNotKnown}</p>`}<p><button class="button">${words.opening}</button></p>`
  return html`<section class="cols" id="open"><div class="stack"><h2>${words.open(bodyName(place.organisation, body))}</h2>${meetingForm(place, 'open', { body }, fields, 'stack meeting-form')}</div>
<aside class="tight"><h2>${words.bears}</h2>${bearing(circle, body, place)}</aside></section>`
}

/** The rules on papers, on convening, on the chair and on how often a body meets. */
function bearing(circle: Circle, body: string, place: Place): Html {
  const rules = [
    ...circle.rules.of('papers').filter(({ computes }) => computes.bodies.includes(body)),
    ...circle.rules.of('convening').filter(({ computes }) => computes.body === body),
    ...circle.rules.of('chair').filter(({ computes }) => computes.bodies.includes(body)),
    ...circle.rules.of('frequency').filter(({ computes }) => computes.body === body),
  ]
  if (rules.length === 0) return html`<p class="note">${words.nothingBears}</p>`
  const chair = circle.whoChairs(body).at(-1)
  return html`<ul class="plain">${rules.map(({ rule, article, computes }) => html`<li>${capitalised(computesInWords(computes, place.organisation))} <small><a href="${to(place, `rules/${rule}`)}">${article}</a></small></li>`)}</ul>${chair ? html`<p class="note">${datesInWords(chair.text)}</p>` : undefined}`
}
