import { byName, type ProposalView } from '../../record/index.ts'
import { clockInWords, type SilenceRule } from '../../rules/index.ts'
import { type Html, html } from '../html.ts'
import { listedOrCounted } from '../words.ts'

/** The seven settings of a body's rule on silence, in words. */
export function settings({ circle, mayBreak }: ProposalView, rule: SilenceRule): Html {
  const who = listedOrCounted(byName(circle, mayBreak).map(circle.called)) || 'nobody'
  const rows = [
    [
      'It runs',
      rule.period === 'announced'
        ? 'until the instant that the chair names; no shortest time is on record'
        : `at least ${clockInWords(rule.period)}`,
    ],
    ['It is announced', rule.announcedAt ? 'at a meeting that sits' : 'by the chair at any time'],
    ['It is broken', rule.medium ?? 'by an objection to the chair'],
    ['By', who],
    ['An amendment', rule.amendmentBreaks ? 'breaks it like an objection' : 'does not break it; an objection does'],
    ['Who broke it', released[rule.release]],
    [
      'Its use',
      rule.methodNeedsConsent
        ? 'may be opposed between its announcement and its opening; then it is not used'
        : 'needs nobody’s consent',
    ],
  ] as const
  return html`<details><summary>The rule on silence${rule.article ? ` (${rule.article})` : ''}</summary><dl class="facts">${rows.map(([term, says]) => html`<dt>${term}</dt><dd>${says}</dd>`)}</dl></details>`
}

const released: { readonly [R in SilenceRule['release']]: string } = {
  'at-once': 'is made known at once to everyone to whom the text is open',
  'when-over': 'is made known when the time announced is over',
  never: 'is not made known; that it was broken is',
}
