import type { Claim, Weighed } from '../../analysis/index.ts'
import { type Verdict, verdicts } from '../../record/index.ts'
import { reproduced } from '../essay.ts'
import { pageFiles } from '../files.ts'
import { type Html, html } from '../html.ts'
import { type Page, type Place, to } from '../layout.ts'
import { type Choice, narrowingForm, withQuery } from '../narrowing.ts'
import { words } from '../sentences.ts'
import { capitalised, counted, dateInWords, numberInWords, someInWords } from '../words.ts'
import { verdictTag, verdictWords } from './verdicts.ts'

export interface ClaimRow {
  readonly claim: Claim
  readonly weighed: Weighed
}

export interface ClaimsView {
  /** Those asked for. */
  readonly rows: readonly ClaimRow[]
  readonly all: readonly ClaimRow[]
  readonly choices: readonly Choice[]
}

/** Every claim with its verdict, by topic, by who says it and by verdict. */
export function claimsPage(view: ClaimsView, place: Place): Page {
  const { rows, all } = view
  const day = dateInWords(place.organisation.day)
  const title = heading(view, place)
  const body = html`<section class="stack"><h1>${title}</h1><p class="lede">What is said of the organisation, in our words, and what the record as it stood on ${day} makes of it. A claim of fact is held against the record, as of when it was made and as of the day of this page; the judgement is yours.</p></section>
<section class="tight complete"><h2>How complete this is</h2><p>The claims are those of the articles named: a selection, not a sample of what is said. A verdict rests on what is on record; what is missing proves nothing, and where the record is thin the verdict says so. <a href="${to(place, 'coverage')}">${words.nav.coverage}</a></p></section>
${
  all.length === 0
    ? html`<p class="note">No claim is on record up to this day. <a href="${to(place, 'claims/own')}">Write one down and test it</a>, or choose a later day.</p>`
    : html`${tally(view, place)}${narrowingForm(place, view.choices)}
${rows.length === 0 ? html`<p class="note">No claim answers to all of these. Choose “any” for one of them.</p>` : table(rows, place)}`
}
<section class="tight"><h2>A claim of your own</h2><p><a href="${to(place, 'claims/own')}">Write down what you have heard or read, with what would have to be so</a>, and share its address.</p>${reproduced(`chancery claims ${place.organisation.id}${place.on ? ` --on ${place.organisation.day}` : ''}`, place)}${all.length > 0 ? pageFiles(place) : undefined}</section>`
  return { title, body, part: 'claims' }
}

function heading({ rows, all }: ClaimsView, place: Place): string {
  if (all.length === 0) return `No claim is on record up to ${dateInWords(place.organisation.day)}`
  const count = (verdict: Verdict) => rows.filter(({ weighed }) => weighed.verdict === verdict).length
  const once = count('outdated')
  const verdict = `the record supports ${someInWords(count('supported'))}, ${someInWords(count('partly-supported'))} in part, and contradicts ${someInWords(count('contradicted'))}`
  return `${capitalised(counted(rows.length, { one: 'claim', many: 'claims' }))}: ${verdict}${once > 0 ? `; ${numberInWords(once)} held when made and no longer ${once === 1 ? 'does' : 'do'}` : ''}`
}

/** Who says how much of what: verdicts across, those who say it down. */
function tally({ all }: ClaimsView, place: Place): Html {
  const by = Map.groupBy(all, ({ claim }) => claim.act.by)
  const there = verdicts.filter((verdict) => all.some(({ weighed }) => weighed.verdict === verdict))
  const cell = (rows: readonly ClaimRow[], verdict: Verdict, who?: string) => {
    const count = rows.filter(({ weighed }) => weighed.verdict === verdict).length
    const label = verdictWords[verdict]
    return html`<td class="number" data-label="${capitalised(label)}">${count === 0 ? '–' : html`<a href="${withQuery(place, { by: who, verdict })}">${count}</a>`}</td>`
  }
  return html`<section class="tight"><h2>By who says it</h2><table class="cards"><thead><tr><th scope="col">Said by</th>${there.map((verdict) => html`<th scope="col" class="number">${capitalised(verdictWords[verdict])}</th>`)}<th scope="col" class="number">All</th></tr></thead><tbody>${[...by].map(([who, rows]) => html`<tr><th scope="row"><a href="${withQuery(place, { by: who })}">${who}</a></th>${there.map((verdict) => cell(rows, verdict, who))}<td class="number" data-label="All">${rows.length}</td></tr>`)}<tr><th scope="row">Together</th>${there.map((verdict) => cell(all, verdict))}<td class="number" data-label="All">${all.length}</td></tr></tbody></table></section>`
}

function table(rows: readonly ClaimRow[], place: Place): Html {
  const byTopic = [...Map.groupBy(rows, ({ claim }) => claim.act.topic)].sort(([a], [b]) => a.localeCompare(b, 'en'))
  return html`${byTopic.map(([topic, ofTopic]) => html`<section class="tight"><h2>${capitalised(topic)}</h2><table class="cards claims"><thead><tr><th scope="col">What is claimed</th><th scope="col">Said by</th><th scope="col">Verdict</th></tr></thead><tbody>${ofTopic.map(({ claim: { act }, weighed }) => html`<tr><td class="line"><a href="${to(place, `claims/${act.claim}`)}">${act.says}</a></td><td data-label="Said by">${act.by}, ${dateInWords(act.on)}</td><td data-label="Verdict">${verdictTag(weighed.verdict)}</td></tr>`)}</tbody></table></section>`)}`
}
