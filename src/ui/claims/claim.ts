import type { Claim, Tested, Weighed } from '../../analysis/index.ts'
import type { PartialDate } from '../../rules/index.ts'
import { doubts, references } from '../acts.ts'
import { people } from '../addresses.ts'
import { reproduced } from '../essay.ts'
import { type Html, html } from '../html.ts'
import { type Page, type Place, to } from '../layout.ts'
import { bodyName, words } from '../sentences.ts'
import { dateInWords, whenInWords } from '../words.ts'
import { checkSection } from './check.ts'
import { verdictTag, verdictWords } from './verdicts.ts'
import { writtenOut } from './written-out.ts'

export interface ClaimView {
  readonly claim: Claim
  readonly weighed: Weighed
  readonly previous: Claim | undefined
  readonly next: Claim | undefined
}

/** A claim held against the record: who says so, what speaks for and against, and how complete the record is for it. */
export function claimPage(view: ClaimView, place: Place): Page {
  const { claim, weighed } = view
  const { act } = claim
  const differs = act.read !== undefined && act.read.verdict !== weighed.verdict
  const own = `${to(place, 'claims/own')}${to(place, 'claims/own').includes('?') ? '&' : '?'}claim=${encodeURIComponent(writtenOut(act))}`
  const body = html`<article class="essay"><section class="stack"><p class="crumb"><a href="${to(place, 'claims')}">${words.nav.claims}</a> · ${act.topic}</p><h1 class="claimed">“${act.says}”</h1><p>Said by ${act.by}, ${dateInWords(act.on)}; in our words. ${source(claim, place)}</p></section>
${verdictSection(weighed, place, act.on)}
${testSections(weighed.now, place)}
${act.read ? readByHand(act.read, differs ? act.note : undefined, differs) : undefined}
<section class="tight"><h2>How it is tested</h2><p>By ${act.testableBy}. What must be so if the claim holds is asked of the record, and the verdict follows from the answers by one rule for all claims: what is missing from the record proves nothing.</p><p class="note"><a href="${own}">Change this claim and test it again</a></p>${reproduced(`chancery claim ${place.organisation.id}/${act.claim}${place.on ? ` --on ${place.organisation.day}` : ''}`, place)}</section>
${concerned(claim, place)}
<section class="tight"><h2>Where it is said</h2>${references(place, act.sources)}${act.doubt.length > 0 ? doubts(act.doubt) : undefined}${act.note && !differs ? html`<p class="note">${act.note}</p>` : undefined}<p class="note"><a href="${to(place, `register/${claim.id}`)}">The act in the register</a></p></section>
<nav class="pager" aria-label="Claims">${view.previous ? html`<a href="${to(place, `claims/${view.previous.act.claim}`)}" rel="prev">← ${view.previous.act.says}</a>` : undefined}${view.next ? html`<a href="${to(place, `claims/${view.next.act.claim}`)}" rel="next">${view.next.act.says} →</a>` : undefined}</nav></article>`
  return { title: `“${act.says}”: ${verdictWords[weighed.verdict]}`, body, part: 'claims' }
}

function source({ act }: Claim, place: Place): Html | undefined {
  const [first] = act.sources
  if (!first) return undefined
  return html`<a href="${to(place, `sources/${first.source}`)}">${place.organisation.source(first.source)?.title ?? first.source}</a>`
}

/** The verdict as of when it was said and as of the page's day, with the reasons. */
export function verdictSection({ verdict, then, now }: Weighed, place: Place, made?: PartialDate): Html {
  const day = (tested: Tested) => dateInWords(tested.on)
  const reasons = (tested: Tested) =>
    html`<ul class="plain">${tested.reasons.map(({ text }) => html`<li>${text}</li>`)}</ul>`
  const both = then !== now
  return html`<section class="verdict tight" aria-labelledby="verdict"><h2 id="verdict">As the record stands: ${verdictTag(verdict)}</h2>
<div class="cols">${both ? html`<section class="tight"><h3>As of when it was said, ${made ? dateInWords(made) : day(then)}: ${verdictTag(then.verdict)}</h3>${reasons(then)}</section>` : undefined}<section class="tight"><h3>As of ${day(now)}: ${verdictTag(now.verdict)}</h3>${reasons(now)}</section></div>
<p class="note">This holds a statement of fact against what is on record; it says nothing on the merit of anything, nor on whoever says it. <a href="${to(place, 'coverage')}">${words.nav.coverage}</a></p></section>`
}

export function testSections(tested: Tested, place: Place): Html | undefined {
  if (tested.checks.length === 0) return undefined
  return html`<section class="tight"><h2>${tested.verdict === 'opinion' ? 'What comes near it' : 'What must be so'}, and what is on record on ${dateInWords(place.organisation.day)}</h2>${tested.checks.map((checked) => checkSection(checked, place))}</section>`
}

/** The verdict of a reader; where the computed one differs, why: in the words of the claim, or by the rule for all. */
function readByHand(
  { verdict, says }: NonNullable<Claim['act']['read']>,
  note: string | undefined,
  differs: boolean,
): Html {
  const why =
    note ?? 'It counts nothing that is not on record here as a fact, and takes nothing that is missing for proof.'
  return html`<section class="tight"><h2>As read by hand: ${verdictTag(verdict)}</h2><p>${says}</p>${differs ? html`<p class="note">The verdict above is computed and differs. ${why}</p>` : undefined}</section>`
}

function concerned({ act }: Claim, place: Place): Html | undefined {
  const link = (path: string, name: string) => html`<a href="${to(place, path)}">${name}</a>`
  const { organisation } = place
  const things = [
    ...(act.bodies ?? []).map((id) => link(`bodies/${id}`, bodyName(organisation, id))),
    ...(act.meetings ?? []).map((id) => link(`meetings/${id}`, meetingName(id, place))),
    ...(act.decisions ?? []).map((id) => link(`decisions/${id}`, organisation.decision(id)?.act.title ?? id)),
    ...(act.instruments ?? []).map((id) => link(`instruments/${id}`, organisation.instrument(id)?.act.title ?? id)),
    ...(act.exercises ?? []).map((id) => link(`exercises/${id}`, organisation.exercise(id)?.act.name ?? id)),
    ...(act.programmes ?? []).map((id) => link(`programmes/${id}`, id.replaceAll('-', ' '))),
    ...(act.disputes ?? []).map((id) => link(`disputes/${id}`, id.replaceAll('-', ' '))),
    ...(act.neighbours ?? []).map((id) => link(`neighbours/${id}`, id)),
  ]
  if (things.length === 0 && !act.participants?.length) return undefined
  return html`<section class="tight"><h2>Whom and what it concerns</h2>${act.participants?.length ? html`<p>${people(place, act.participants)}</p>` : undefined}${things.length > 0 ? html`<ul class="plain">${things.map((thing) => html`<li>${thing}</li>`)}</ul>` : undefined}</section>`
}

function meetingName(id: string, { organisation }: Place): string {
  const meeting = organisation.meeting(id)
  return meeting
    ? [bodyName(organisation, meeting.act.body), meeting.act.city, whenInWords(meeting.act.on)]
        .filter(Boolean)
        .join(', ')
    : id
}
