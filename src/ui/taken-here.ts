import { nameOf, type PublicSide } from '../record/index.ts'
import type { DecisionView } from './decisions.ts'
import { type Content, type Html, html } from './html.ts'
import { type Place, to } from './layout.ts'
import { statementWords } from './negotiation-sentences.ts'
import { bodyName } from './sentences.ts'
import { listed, whenInWords } from './words.ts'

/** The public side of a decision that was taken here. */

export const howTaken = {
  meeting: 'taken at a meeting, on positions that delegations entered here',
  silence: 'adopted under silence: the text was put under it and nobody broke it',
} as const

/** Its number: given with it, given later, or none yet. */
export function numberOf({ decision: { act }, side }: Pick<DecisionView, 'decision' | 'side'>): Content {
  if (act.number) return act.number
  if (side.numbered) return html`${side.numbered.act.number} <small>given ${whenInWords(side.numbered.act.on)}</small>`
  return act.adoption && act.outcome === 'adopted' ? 'none yet; it goes by its title until one is given' : 'not known'
}

/** Why a decision has no meeting on record. */
export function noMeeting({ adoption, meeting }: DecisionView['decision']['act']): string {
  if (adoption?.under === 'silence') return 'none: it was adopted under silence'
  return adoption && meeting ? 'held here; its record is not published yet' : 'not on record'
}

/** Who joined it after it was taken. */
export function joinedLater({ joined }: PublicSide, place: Place): Html | undefined {
  if (joined.length === 0) return undefined
  const who = joined.map(({ act }) => {
    const says = act.says ? ` (“${act.says}”)` : ''
    return `${nameOf(place.organisation.onDay(act.on), act.participant)} ${whenInWords(act.on)}${says}`
  })
  return html`<p>Joined later: ${listed(who)}.</p>`
}

/** Its text and what was said with it, where they are open; else, who may read it. */
export function textHere({ decision: { act }, side }: DecisionView, place: Place): Html | undefined {
  if (!act.adoption || act.history) return undefined
  const address = to(place, `run/proposals/${act.decision}`, { on: undefined, known: undefined })
  const second = html`<a href="${address}">how it came about</a>`
  if (!side.text) {
    const what = act.outcome === 'adopted' ? 'adopted' : 'put'
    return html`<section class="tight"><h2>Its text is not public</h2><p class="note">Of what was ${what} here, the title, the body, the day, the number, who stayed outside and who joined are for everyone. Whoever may read more finds there ${second}.</p>${whereOpened(act, place)}</section>`
  }
  const { revision, statements } = side.text
  const paragraphs = revision.paragraphs.map((one) => html`<li><p><b>${one.number}</b> ${one.text.en}</p></li>`)
  const day = place.organisation.onDay(act.on)
  const said = statements.map(
    (one) =>
      html`<li><span><strong>${nameOf(day, one.act.participant)}</strong>, ${statementWords[one.act.type]}${one.act.paragraphs && ` (${one.act.paragraphs.join(', ')})`}</span><span class="says">${one.act.says}</span></li>`,
  )
  return html`<section class="tight"><h2>The text${act.outcome === 'adopted' ? ' as adopted' : ''}</h2><ol class="plain adopted">${paragraphs}</ol>${said.length > 0 && html`<h3>Said with it</h3><ul class="list">${said}</ul>`}<p class="note">Revision ${revision.number}; open to the public, as is ${second}.</p></section>`
}

/** For whoever sits: who opens the text to more readers, and where. */
function whereOpened({ outcome, body, decision }: DecisionView['decision']['act'], place: Place): Html | undefined {
  if (!place.seat || outcome !== 'adopted') return undefined
  const at = `${to(place, `run/proposals/${decision}`, { on: undefined, known: undefined })}#readers`
  return html`<p>${taken.openedBy(bodyName(place.organisation, body))} <a href="${at}">${taken.openedAt}</a></p>`
}

const taken = {
  openedBy: (body: string) => `It is opened to more readers by the chair of the ${body}, or by the Secretariat:`,
  openedAt: 'Who may read it',
} as const
