import { nameOf, type Pair, type Side, type Subject } from '../record/index.ts'
import { actAddress, references, wayTo } from './acts.ts'
import { type Html, html } from './html.ts'
import type { Place } from './layout.ts'
import { outcomes, stanceWords } from './sentences.ts'
import { capitalised, dateInWords, listed } from './words.ts'

const partWords = { proposed: 'proposed it', leads: 'leads it', outside: 'stays outside' } as const

/** Subjects one below the other, on each what the two are reported to have held side by side. */
export function subjects({ both, between }: Pair, place: Place): Html {
  const jump = html`<ul class="pages">${both.map((subject, index) => html`<li><a href="#subject-${index + 1}">${subjectName(subject)}</a></li>`)}</ul>`
  return html`${both.length > 3 ? jump : undefined}${both.map(
    (subject, index) =>
      html`<article class="tight subject" id="subject-${index + 1}"><h3><a href="${wayTo(place, subject.about)}">${subjectName(subject)}</a> <small>${aboutIt(subject)}</small></h3><div class="beside">${subject.sides.map((side, which) => sideBox(side, between[which] ?? '', subject, place))}</div></article>`,
  )}`
}

/** What one of the two is reported to have held, where nothing is on record of the other. */
export function subjectsOfOne({ one, between }: Pair, place: Place): Html {
  return html`<ul class="list">${one.map((subject) => {
    const which =
      subject.sides[0].stances.length + subject.sides[0].recorded.length + subject.sides[0].as.length > 0 ? 0 : 1
    const side = subject.sides[which]
    const said = [
      ...side.as.map((part) => partWords[part]),
      ...side.stances.map(({ act }) => `${dateInWords(act.on)}: ${act.says} (${act.attribution})`),
      ...side.recorded.map((stance) => `${stanceWords[stance.stance]}: ${stance.about} (${stance.attribution})`),
    ]
    return html`<li><span><a href="${wayTo(place, subject.about)}">${subjectName(subject)}</a> <small>${aboutIt(subject)}</small></span><span>${nameOf(place.organisation, between[which])}: ${said.join('; ')}</span></li>`
  })}</ul>`
}

export function subjectName({ about }: Subject): string {
  return about.act.title
}

function aboutIt({ about }: Subject): string {
  const { act } = about
  if (act.kind === 'decision-recorded') return `${dateInWords(act.on)}, ${act.type}, ${outcomes[act.outcome]}`
  return `since ${dateInWords(act.on)}, ${act.type.replaceAll('-', ' ')}`
}

function sideBox(side: Side, id: string, { about }: Subject, place: Place): Html {
  const { organisation } = place
  return html`<div><h4>${nameOf(organisation, id)}</h4>${side.as.length > 0 ? html`<p>${capitalised(listed(side.as.map((part) => partWords[part])))} <small>(<a href="${actAddress(place, about)}">as recorded</a>)</small></p>` : undefined}${side.stances.map(
    (stance) =>
      html`<p><span class="when">${dateInWords(stance.act.on)}</span><br>${capitalised(stance.act.says)}<br><small><a href="${actAddress(place, stance)}">${capitalised(stance.act.attribution)}</a></small></p>`,
  )}${side.recorded.map(
    (stance) =>
      html`<p><strong>${capitalised(stanceWords[stance.stance])}</strong>${stance.unverified ? html` <span class="tag wait">unverified</span>` : undefined}${stance.disputed ? html` <span class="tag wait">disputed</span>` : undefined}: ${stance.about}<br><small><a href="${actAddress(place, about)}">${capitalised(stance.attribution)}</a></small></p>${stance.sources ? references(place, stance.sources) : undefined}`,
  )}</div>`
}
