import { nameOf, type Scheme } from '../record/index.ts'
import { earliest } from '../rules/index.ts'
import { actAddress, doubtTag } from './acts.ts'
import { wayToQuestion } from './essays/about.ts'
import { type Html, html } from './html.ts'
import { type Place, to } from './layout.ts'
import { type Stack, stacks } from './stacks.ts'
import { counted, dateInWords } from './words.ts'

/** Who pays what share of the budget under each scale, as a picture and a table that prints what is not known. */
export function budgetSection(schemes: readonly Scheme[], place: Place): Html {
  const unread = schemes.filter(({ complete }) => !complete)
  return html`<section class="tight" id="budget"><h2>Who pays what share</h2><p>In per cent of a common budget whose total is not on record, under ${counted(schemes.length, { one: 'scale', many: 'scales' })}. In force on ${dateInWords(place.organisation.day)}: ${sharesInForce(schemes, place)}. ${wayToQuestion('leadership', place)}</p>
${schemes.filter(({ onDay }) => onDay !== 'does-not-hold').map(({ entry }) => entry.act.note && html`<p class="note">${entry.act.note}</p>`)}
<figure class="tight years">${stacks(
    schemes.map((scheme) => stack(scheme, participantsIn(schemes), place)),
    'Shares in the budget by participant under each scale',
  )}<figcaption><small>Each column or bar is one scale and stands for a hundred per cent; a dashed frame stands for shares that were not read.</small></figcaption></figure>
${table(schemes, place)}
${unread.map(({ entry, sum, notRead }) => html`<p class="note"><a href="${actAddress(place, entry)}">${entry.act.document}</a>: the shares on record add up to ${sum} of 100.${notRead.length > 0 ? ` Not read: ${notRead.map((id) => nameOf(place.organisation, id)).join(', ')}.` : ''}</p>`)}</section>`
}

/** The scale in force on the day, or those that may be. */
export function sharesInForce(schemes: readonly Scheme[], place: Place): Html {
  const now = schemes.filter(({ onDay }) => onDay !== 'does-not-hold')
  if (now.length === 0) return html`no scale is on record`
  return html`${now.map(({ entry, onDay }, i) => html`${i > 0 ? ' or ' : undefined}<a href="${actAddress(place, entry)}">${entry.act.document}</a>${onDay === 'uncertain' ? html` <span class="tag wait">uncertain</span>` : undefined}${doubtTag(entry.act.doubt)}`)}`
}

/** The shares of the scale that surely is in force, in one line: "Arcadia 60, Utopia 40". */
export function sharesInShort(schemes: readonly Scheme[], place: Place): string | undefined {
  const now = schemes.find(({ onDay }) => onDay === 'holds')
  if (!now) return undefined
  const said = now.entry.act.shares
    .toSorted((a, b) => b.percent - a.percent)
    .map(({ participant, percent }) => `${nameOf(place.organisation, participant)} ${percent}`)
  return `${said.join(', ')}${now.complete ? '' : '; the others were not read'}`
}

/** The order of the participants, the same in picture and table: the largest share in any scale first. */
function participantsIn(schemes: readonly Scheme[]): string[] {
  const most = new Map<string, number>()
  for (const { participant, percent } of schemes.flatMap(({ entry }) => entry.act.shares))
    most.set(participant, Math.max(percent, most.get(participant) ?? 0))
  return [...most].sort((a, b) => b[1] - a[1]).map(([participant]) => participant)
}

function stack({ entry, sum, complete }: Scheme, order: readonly string[], place: Place): Stack {
  const { organisation } = place
  const { act } = entry
  const inDoubt = act.doubt.some(({ field, kind }) => field === 'it as a whole' && kind === 'unverified')
  return {
    label: periodOf(act),
    says: `${complete ? `${sum} per cent` : `${sum} of 100 on record`}${inDoubt ? ', unverified' : ''}`,
    parts: act.shares
      .toSorted((a, b) => order.indexOf(a.participant) - order.indexOf(b.participant))
      .map(({ participant, percent }) => ({
        id: participant,
        name: nameOf(organisation, participant),
        value: percent,
        says: String(percent),
        href: to(place, `participants/${participant}`),
      })),
    ...(complete ? {} : { missing: { value: 100 - sum, says: `${(100 - sum).toFixed(1)} not read` } }),
    later: act.from !== undefined && earliest(act.from) > organisation.day,
  }
}

function periodOf({ from, to: end }: Scheme['entry']['act']): string {
  const years = [from, end].map((date) => date?.slice(0, 4))
  if (from && end) return `${years[0]} to ${years[1]}`
  if (from) return `from ${years[0]}`
  return end ? `? to ${years[1]}` : 'dates not on record'
}

function table(schemes: readonly Scheme[], place: Place): Html {
  const { organisation } = place
  const people = [...participantsIn(schemes), ...schemes.flatMap(({ notRead }) => notRead)]
  const rows = [...new Set(people)]
  const cell = ({ entry, notRead }: Scheme, participant: string) => {
    const share = entry.act.shares.find((one) => one.participant === participant)
    const posts = entry.act.posts?.find((one) => one.participant === participant)
    const known = share ? String(share.percent) : notRead.includes(participant) ? html`<small>not read</small>` : '–'
    return html`<td class="number">${known}${posts ? html`<br><small>${counted(posts.posts, { one: 'post', many: 'posts' })}</small>` : undefined}</td>`
  }
  return html`<p class="note">Per cent. On the day in “to” a scale no longer applies. A dash: no share on that scale.</p><div class="scroll" tabindex="0" role="region" aria-label="Shares by participant and scale"><table><thead><tr><th scope="col">Participant</th>${schemes.map(({ entry }) => html`<th scope="col" class="number"><a href="${actAddress(place, entry)}">${periodOf(entry.act)}</a>${doubtTag(entry.act.doubt)}${entry.act.from && earliest(entry.act.from) > organisation.day ? html` <span class="tag">after this day</span>` : undefined}</th>`)}</tr></thead><tbody>${rows.map((participant) => html`<tr><th scope="row"><a href="${to(place, `participants/${participant}`)}">${nameOf(organisation, participant)}</a></th>${schemes.map((scheme) => cell(scheme, participant))}</tr>`)}
<tr><th scope="row">Sum on record</th>${schemes.map(({ sum }) => html`<td class="number">${sum}</td>`)}</tr></tbody></table></div>
<details><summary><small>The documents</small></summary><ul class="refs">${schemes.map(({ entry }) => html`<li><a href="${actAddress(place, entry)}">${entry.act.document}</a>: from ${entry.act.from ? dateInWords(entry.act.from) : 'a day not on record'}, to ${entry.act.to ? dateInWords(entry.act.to) : 'no end on record'}.${doubtTag(entry.act.doubt)} ${entry.act.note}</li>`)}</ul></details>`
}
