import { lists, type Weighed, type WrittenClaim } from '../../analysis/index.ts'
import type { Refusal } from '../../rules/index.ts'
import { type Html, html } from '../html.ts'
import { type Page, type Place, to } from '../layout.ts'
import { words } from '../sentences.ts'
import { capitalised } from '../words.ts'
import { testSections, verdictSection } from './claim.ts'
import { verdictWords } from './verdicts.ts'

export interface OwnClaimView {
  /** As written, or the example. */
  readonly text: string
  readonly isExample: boolean
  readonly read: { readonly claim: WrittenClaim; readonly weighed: Weighed } | Refusal
}

/** A claim that a reader writes down; it stands in the address and in no record. */
export function ownClaimPage(view: OwnClaimView, place: Place): Page {
  const { read, text, isExample } = view
  const refused = 'refused' in read ? read : undefined
  const title =
    'refused' in read ? 'This claim cannot be read' : `“${read.claim.says}”: ${verdictWords[read.weighed.verdict]}`
  const body = html`<article class="essay"><section class="stack"><p class="crumb"><a href="${to(place, 'claims')}">${words.nav.claims}</a></p><h1>${isExample ? 'Write down a claim, and test it' : title}</h1><p class="lede">In YAML: what is said, and what must be so if it holds. It is kept nowhere but in the address of this page, which you can share.</p></section>
<form method="get" action="/${place.organisation.id}/claims/own" class="tight">${place.on ? html`<input type="hidden" name="on" value="${place.on}">` : undefined}${place.known ? html`<input type="hidden" name="known" value="${place.known}">` : undefined}<label for="claim"><b>The claim</b></label><textarea id="claim" name="claim" rows="${Math.min(24, text.split('\n').length + 1)}" spellcheck="false" autocapitalize="off"${refused ? html` aria-invalid="true" aria-describedby="fault"` : undefined}>${text}</textarea>${refused ? html`<p id="fault" class="fault" role="alert">${refused.message} ${refused.remedy}</p>` : undefined}<p><button class="button">Test it</button></p></form>
${'refused' in read ? undefined : html`${verdictSection(read.weighed, place, read.claim.on)}${testSections(read.weighed.now, place)}`}
${reference()}</article>`
  return { title, body, part: 'claims' }
}

/** What can be asked: the lists, and the fields of each. */
function reference(): Html {
  return html`<section class="tight"><h2>What can be asked</h2><p>A check has <code>says</code>, a <code>measure</code> and what it must be, <code>is</code>. A measure is <code>{count: LIST, where: {FIELD: …}}</code>, <code>{share: {FIELD: …}, of: LIST, where}</code>, <code>{distinct: FIELD, of: LIST}</code>, <code>{sum: FIELD, of: LIST}</code>, <code>{most: FIELD, of: LIST}</code>, <code>{value: FIELD, of: LIST, id}</code>, <code>{on: DAY, of: MEASURE}</code>, or <code>divide</code>, <code>minus</code>, <code>plus</code> of measures. A field is a value, one of several, or <code>is, not, anyOf, noneOf, includes, only, atLeast, atMost, moreThan, lessThan, from, to, withinYears, has, known</code>.</p>${Object.entries(lists).map(([name, list]) => html`<details><summary><code>${name}</code> ${capitalised(list.many)}</summary><table class="cards"><thead><tr><th scope="col">Field</th><th scope="col">What it is</th></tr></thead><tbody>${Object.entries(list.fields).map(([field, { is, type }]) => html`<tr><th scope="row"><code>${field}</code></th><td class="line">${is} <small>${type.replaceAll('-', ' ')}</small></td></tr>`)}</tbody></table></details>`)}</section>`
}
