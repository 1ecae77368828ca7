import { type ActOf, byName, type ProposalView, standsOn } from '../../record/index.ts'
import { type Html, html } from '../html.ts'
import { positionWords } from '../negotiation-sentences.ts'
import { capitalised } from '../words.ts'

export type Mark = ActOf<'position-taken'>['position'] | 'none'

const unanswered = 'has not answered'

/** Each position has a form of its own, so that nothing hangs on its colour. */
const forms: { readonly [M in Mark]: Html } = {
  'no-objection': html`<circle cx="6" cy="6" r="5" class="fill"/>`,
  'ad-referendum': html`<circle cx="6" cy="6" r="4.5" class="line"/><path d="M6 1.5a4.5 4.5 0 0 0 0 9z" class="fill"/>`,
  'stands-aside': html`<path d="M1 6h10" class="line"/>`,
  reserves: html`<path d="M6 1.5 11 10.5H1z" class="line"/>`,
  objects: html`<path d="M2 2l8 8M10 2l-8 8" class="line"/>`,
  'does-not-take-part': html`<circle cx="6" cy="6" r="4.5" class="line"/><path d="M3 9l6-6" class="line"/>`,
  none: html`<circle cx="6" cy="6" r="4.5" class="line open"/>`,
}

function mark(is: Mark): Html {
  return html`<svg class="inline position ${is}" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">${forms[is]}</svg>`
}

/** Where everyone who has a say stands, a mark each; for whoever sees all of it. */
export function positionStrip(view: ProposalView): Html | undefined {
  const { seesAll, entitled, negotiation, circle } = view
  if (!seesAll || entitled.length === 0) return undefined
  const one = (id: string) => {
    const is = standsOn(negotiation, id)?.act.position
    const says = `${circle.called(id)}: ${is ? positionWords[is] : unanswered}`
    return html`<li title="${says}">${mark(is ?? 'none')}<span aria-hidden="true">${id}</span><span class="hidden">${says}</span></li>`
  }
  return html`<ul class="position-strip" aria-label="Positions on revision ${negotiation.current.number}">${byName(circle, entitled).map(one)}</ul>`
}

/** How many stand where, each line with its mark; what is in the way first. */
export function markCounts(by: ReadonlyMap<Mark, readonly string[]>, silent: string): Html[] {
  return inTheWayFirst.flatMap((is) => {
    const { length } = by.get(is) ?? []
    return length > 0 ? html`<li>${mark(is)} ${length} ${is === 'none' ? silent : positionWords[is]}</li>` : []
  })
}

const inTheWayFirst: readonly Mark[] = [
  'objects',
  'reserves',
  'ad-referendum',
  'none',
  'stands-aside',
  'does-not-take-part',
  'no-objection',
]

/** What the marks mean. */
export function markLegend(): Html {
  const all = Object.keys(forms) as Mark[]
  return html`<ul class="legend">${all.map((is) => html`<li>${mark(is)} ${is === 'none' ? unanswered : positionWords[is]}</li>`)}</ul>`
}

/** "No objection." */
export function positionSaid(is: ActOf<'position-taken'>['position']): string {
  return `${capitalised(positionWords[is])}.`
}
