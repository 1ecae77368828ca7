import type { Instant } from '../../rules/index.ts'
import { html } from '../html.ts'
import { type Page, type Place, to } from '../layout.ts'
import { capitalised } from '../words.ts'

/** An instant to which the clock may be set, and what then happens. */
export interface Mark {
  readonly shows: Instant
  readonly what: string
  /** The same without the name of the text: why the clock was set is public, and the text may not be. */
  readonly openly: string
}

export interface ClockView {
  readonly at: Instant
  /** Whether this organisation has a clock of its own at all. */
  readonly own: boolean
  readonly maySet: boolean
  readonly marks: readonly Mark[]
}

/** What time it is in the organisation, and, where it is its own, the way to set it forward. */
export function clockPage({ at, own, maySet, marks }: ClockView, place: Place): Page {
  const timeZone = place.description?.timeZone ?? 'UTC'
  const title = `It is ${whenThere(at, timeZone)}`
  const why = own
    ? 'This organisation has a clock of its own. It runs as every clock does, and the Secretariat may set it forward, so that days of silence can be played in a minute; never back.'
    : 'This organisation lives by the clock of the world, and nobody sets it.'
  const button = (shows: string, what: string, label: string) =>
    html`<form class="inline" method="post" action="${to(place, 'run/acts', {})}"><input type="hidden" name="kind" value="clock-set"><input type="hidden" name="shows" value="${shows}"><input type="hidden" name="why" value="${what}"><input type="hidden" name="back" value="${`/${place.organisation.id}/run/clock`}"><button class="button plain-button">${label}</button></form>`
  const later = (hours: number) => new Date(Date.parse(at) + hours * 3_600_000).toISOString()
  const steps = html`<div class="seats">${button(later(1), 'An hour is passed over.', 'An hour forward')}${button(later(24), 'A day is passed over.', 'A day forward')}${button(later(168), 'A week is passed over.', 'A week forward')}</div>`
  const known = marks.map(
    ({ shows, what, openly }) =>
      html`<li class="tight"><span>${capitalised(what)}: ${whenThere(shows, timeZone)}</span><div class="seats">${button(secondBefore(shows), `To one second before ${openly}.`, 'One second before')} ${button(shows, `To the instant at which ${openly}.`, 'To the instant')}</div></li>`,
  )
  const form = html`<form class="narrow stack" method="post" action="${to(place, 'run/acts', {})}"><input type="hidden" name="kind" value="clock-set"><input type="hidden" name="back" value="${`/${place.organisation.id}/run/clock`}"><label>To (in ${timeZone})<input type="datetime-local" name="shows" step="1" required></label><label>Why<input type="text" name="why" maxlength="200" value="The time between is passed over." required></label><p><button class="button">Set it forward</button></p></form>`
  const setting = maySet
    ? html`<section class="stack"><h2>Set it forward</h2>${steps}${marks.length > 0 ? html`<ul class="plain">${known}</ul>` : undefined}${form}</section>`
    : own
      ? html`${marks.length > 0 ? html`<section class="tight"><h2>What lies ahead</h2><ul class="plain">${marks.map(({ shows, what }) => html`<li>${capitalised(what)}: ${whenThere(shows, timeZone)}</li>`)}</ul></section>` : undefined}<p class="note">The Secretariat sets it, and you do not sit there: <a href="${to(place, 'seat')}">who sits where</a>.</p>`
      : undefined
  const body = html`<section class="stack"><h1>${title}</h1><p class="lede">${why}</p></section>${setting}`
  return { title, body, part: 'run/clock', live: { about: 'all' } }
}

/** The last instant before, where "one second before" is what a rule turns on. */
function secondBefore(shows: Instant): string {
  return new Date(Date.parse(shows) - 1000).toISOString()
}

/** "Monday, 9 January 2034, 09:00:12 UTC". */
export function whenThere(at: Instant, timeZone: string): string {
  const words = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).format(Date.parse(at))
  return `${words.replace(' at ', ', ')} (${timeZone})`
}
