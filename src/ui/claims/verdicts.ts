import type { CheckOutcome } from '../../analysis/index.ts'
import type { Verdict } from '../../record/index.ts'
import { type Html, html } from '../html.ts'

/** What each verdict is called. */
export const verdictWords: { readonly [V in Verdict]: string } = {
  supported: 'supported',
  'partly-supported': 'partly supported',
  contradicted: 'contradicted',
  outdated: 'outdated',
  'not-enough-record': 'not enough record',
  opinion: 'opinion, not testable',
}

const tones: { readonly [V in Verdict]: string } = {
  supported: 'yes',
  'partly-supported': 'wait',
  contradicted: 'no',
  // It held when it was said: that is no fault of whoever said it.
  outdated: 'wait',
  'not-enough-record': '',
  opinion: '',
}

export function verdictTag(verdict: Verdict): Html {
  return html`<span class="tag ${tones[verdict]}">${verdictWords[verdict]}</span>`
}

export const outcomeWords: { readonly [O in CheckOutcome]: { readonly says: string; readonly tone: string } } = {
  holds: { says: 'so, by facts on record', tone: 'yes' },
  'holds-as-recorded': { says: 'so, as far as it is on record', tone: 'wait' },
  fails: { says: 'not so', tone: 'no' },
  'fails-as-recorded': { says: 'not so, as far as it is on record', tone: 'wait' },
  'cannot-be-told': { says: 'the record cannot say', tone: '' },
}
