import type { PairOfMembers } from '../analysis/index.ts'
import { type GeneralVotes, isEnough, nameOf } from '../record/index.ts'
import { pairAddress } from './disputes.ts'
import { type Html, html } from './html.ts'
import { rounded } from './labels.ts'
import type { Place } from './layout.ts'
import { percentOf } from './numbers.ts'
import { percent } from './votes.ts'

/** A dot for each pair of members on the whole scale from nothing to all, with where all pairs together stand. */
export function voteDots(
  pairs: readonly PairOfMembers[],
  general: GeneralVotes,
  chosen: readonly [string, string] | undefined,
  place: Place,
): Html {
  const drawn = (width: number) => picture(pairs, general, chosen, place, width)
  return html`<figure class="tight years"><div class="wide-only">${drawn(1040)}</div><div class="narrow-only">${drawn(360)}</div>
<figcaption><ul class="legend"><li><svg class="inline" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true"><circle class="tone-member" cx="6" cy="6" r="5"/></svg> a pair of members</li>${chosen ? html`<li><svg class="inline" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true"><circle class="open" cx="6" cy="6" r="4.5"/></svg> the pair compared below</li>` : undefined}<li><svg class="inline" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true"><line class="span" x1="6" x2="6" y1="1" y2="11"/></svg> all pairs together</li></ul></figcaption></figure>`
}

function picture(
  pairs: readonly PairOfMembers[],
  general: GeneralVotes,
  chosen: readonly [string, string] | undefined,
  place: Place,
  width: number,
): Html {
  const wide = width > 500
  const [left, right, radius] = [14, width - 18, wide ? 5 : 3.5]
  const x = (share: number) => rounded(left + (right - left) * share)
  const bin = (share: number) => Math.round(((right - left) * share) / (2 * radius + 1))
  const shown = pairs.flatMap(({ between, votes }) =>
    isEnough(votes) ? [{ between, votes, share: votes.same / votes.both }] : [],
  )
  const stacks = Map.groupBy(shown, ({ share }) => bin(share))
  const tallest = Math.max(1, ...[...stacks.values()].map((list) => list.length))
  const foot = 10 + tallest * (2 * radius + 1)
  const isChosen = (between: readonly string[]) => chosen?.every((id) => between.includes(id)) === true
  return html`<svg class="bars" viewBox="0 0 ${width} ${foot + 24}" width="100%" role="group" aria-label="Pairs of members by share of votes alike">
<line class="rule" x1="${left}" x2="${right}" y1="${foot}" y2="${foot}"/>
${[0, 25, 50, 75, 100].map((share) => html`<line class="rule" x1="${x(share / 100)}" x2="${x(share / 100)}" y1="${foot}" y2="${foot + 5}"/><text x="${x(share / 100)}" y="${foot + 18}" font-size="12" text-anchor="middle">${share} %</text>`)}
${general.telling ? html`<line class="span" x1="${x(general.same / general.both)}" x2="${x(general.same / general.both)}" y1="2" y2="${foot}"><title>All pairs together: ${percentOf(general.same, general.both)} per cent</title></line>` : undefined}
${[...stacks].map(([at, list]) =>
  list.map(({ between, votes }, index) => {
    const says = `${between.map((id) => nameOf(place.organisation, id)).join(' and ')}: ${votes.same} of ${votes.both} votes alike, ${percent(votes)} per cent`
    const spot = rounded(left + at * (2 * radius + 1))
    return html`<a href="${pairAddress(place, ...between)}#votes" aria-label="${says}"><title>${says}</title><circle class="${isChosen(between) ? 'open' : 'tone-member'}" cx="${spot}" cy="${rounded(foot - radius - 1 - index * (2 * radius + 1))}" r="${radius}"/></a>`
  }),
)}</svg>`
}
