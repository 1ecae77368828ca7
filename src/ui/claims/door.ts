import { type Claim, questionIds } from '../../analysis/index.ts'
import type { Verdict } from '../../record/index.ts'
import { type Html, html } from '../html.ts'
import { type Place, to } from '../layout.ts'
import { numberInWords } from '../words.ts'
import { verdictTag } from './verdicts.ts'

/** A claim to begin with, another one each day. */
export interface ClaimOfTheDay {
  readonly claim: Claim
  readonly verdict: Verdict
  readonly of: number
}

/** The third door: what is said of the organisation, held against its record. */
export function testItDoor(claim: ClaimOfTheDay | undefined, place: Place): Html | undefined {
  if (place.description?.edition === 'working') return undefined
  const today = claim
    ? html`<p>Today’s claim: <a href="${to(place, `claims/${claim.claim.act.claim}`)}">“${claim.claim.act.says}”</a> ${verdictTag(claim.verdict)}</p>`
    : undefined
  return html`<div class="door"><h2>Test it</h2><p>What is said about the organisation, held against its record: what speaks for it, what against, and how complete the record is.</p>${today}<ul>${claim ? html`<li><a href="${to(place, 'claims')}">All ${claim.of} claims</a>, with their verdicts</li>` : undefined}<li><a href="${to(place, 'questions')}">Questions</a>: ten answered in a sentence, ${numberInWords(questionIds.length)} weighed at length</li><li><a href="${to(place, 'claims/own')}">A claim of your own</a></li></ul></div>`
}
