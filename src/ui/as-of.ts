import { endOfTime, type Knowledge } from '../record/index.ts'
import { type Content, type Html, html } from './html.ts'
import { type Place, to } from './layout.ts'
import { words } from './sentences.ts'
import { instantInWords } from './words.ts'

/** The two clocks of a page as a form that works without script. */
export function asOfForm(place: Place, moments: readonly Knowledge[], steps: Content = undefined): Html {
  const { organisation, head } = place
  const shownDay = organisation.day === endOfTime ? '' : organisation.day
  const options = [...moments].reverse().map(({ position, recordedAt }) => {
    const latest = position === head
    const label = latest ? words.now : `${instantInWords(recordedAt)} (position ${position})`
    const chosen = position === organisation.position
    return html`<option value="${latest ? '' : position}" ${chosen ? html`selected` : undefined}>${label}</option>`
  })
  const listed = moments.some((moment) => moment.position === organisation.position)
  const other = listed
    ? undefined
    : html`<option value="${organisation.position}" selected>at position ${organisation.position}</option>`
  return html`<section class="asof" aria-label="The day and the state of knowledge"><form method="get" action="${place.path}" class="asof">
<label>${words.asStood} <input type="date" name="on" value="${shownDay}" min="1000-01-01" max="9999-12-30" required></label>
<label>${words.asKnown} <select name="known">${other}${options}</select></label><button class="button">${words.show}</button></form>
${steps ? html`<div class="steps">${steps}</div>` : undefined}</section>${earlier(place)}`
}

/** Says it when the page shows what the record said earlier. */
function earlier(place: Place): Html | undefined {
  const { organisation, head } = place
  if (organisation.position >= head) return undefined
  return html`<p class="aside">This is what the record said at position ${organisation.position}; it now has ${head}. <a href="${to(place, place.path.split('/').slice(2).join('/'), { known: undefined })}">Show what is known now</a>, or <a href="${to(place, 'changes', { known: undefined })}">what changed since</a>.</p>`
}
