import { type Commitment, nameOf, type Standing } from '../record/index.ts'
import { latest } from '../rules/index.ts'
import { type Html, html } from './html.ts'
import { type Place, to } from './layout.ts'
import { onItsDay } from './sentences.ts'
import { capitalised, counted, dateInWords, listed } from './words.ts'

export const standings: { readonly [S in Standing]: string } = {
  over: 'date is past',
  ahead: 'date is ahead',
  'no-date': 'no date set',
}

/** What was promised, by whom and by when, and what a source says came of it. Whether that is keeping it is left to the reader. */
export function commitmentTable(
  place: Place,
  commitments: readonly Commitment[],
  { programme = true }: { readonly programme?: boolean } = {},
): Html {
  return html`<table class="cards"><thead><tr><th scope="col">What</th>${programme && html`<th scope="col">In</th>`}<th scope="col">By whom</th><th scope="col">Due</th><th scope="col">What came of it</th></tr></thead><tbody>${commitments.map(
    (one) =>
      html`<tr><th scope="row">${capitalised(one.what)}</th>${programme && html`<td data-label="in">${promisedIn(place, one)}</td>`}<td data-label="by">${byWhom(place, one)}</td><td class="date" data-label="due">${due(one)}</td><td class="line">${came(one)}</td></tr>`,
  )}</tbody></table>`
}

/** What of a record that carries no date cannot be said of an earlier day. */
export function undatedNote(place: Place): Html | undefined {
  const covered = place.organisation.description?.coveredTo
  if (!covered || place.organisation.day >= latest(covered)) return undefined
  return html`<p class="note">What came of a promise, and the stage of a programme, carry no date in the record: they are told as known when it ends, on ${dateInWords(covered)}, not as they were on ${dateInWords(place.organisation.day)}.</p>`
}

/** In the words of the record, which need not say twice that it is one. */
function came({ came: said }: Commitment): string {
  if (said === undefined) return 'Nothing on record'
  return said.includes('on record') ? capitalised(said) : `On record: ${said}`
}

/** "five dates past" */
export function datesPast(count: number): string {
  return `${counted(count, { one: 'date', many: 'dates' })} past`
}

/** The programme, or the paragraph of the decision, in which it was promised. */
function promisedIn(place: Place, { programme, decision, ...one }: Commitment): Html {
  if (programme) {
    return html`<a href="${to(place, `programmes/${programme.act.programme}`)}">${programme.act.title}</a>`
  }
  const paragraph = 'paragraph' in one ? html`, paragraph ${one.paragraph}` : undefined
  return html`<a href="${to(place, `decisions/${decision.act.decision}`)}">${decision.act.title}</a>${paragraph}`
}

function byWhom({ organisation }: Place, { by, programme, decision }: Commitment): string {
  const day = onItsDay(organisation, programme ?? decision)
  return Array.isArray(by) ? listed(by.map((id) => nameOf(day, id))) : by
}

function due({ due: date, dueSays, standing }: Commitment): Html {
  if (date === undefined) return html`${dueSays ?? 'no date set'}`
  const tag = standing === 'over' ? html`<span class="tag">past</span>` : html`<span class="tag">ahead</span>`
  return html`${dateInWords(date)}${dueSays && ` (${dueSays})`} ${tag}`
}
