import type { ActOf, Dated } from '../record/index.ts'
import { nameOf } from '../record/index.ts'
import { actAddress } from './acts.ts'
import type { DecisionView } from './decisions.ts'
import { type Html, html } from './html.ts'
import { type Place, to } from './layout.ts'
import { onItsDay } from './sentences.ts'
import { dateInWords } from './words.ts'

type Taken = Dated<'position-taken'>

const words: Readonly<Record<ActOf<'position-taken'>['position'], string>> = {
  'no-objection': 'no objection',
  'ad-referendum': 'agrees ad referendum',
  'stands-aside': 'stands aside',
  reserves: 'reserves its position',
  objects: 'objects',
  'does-not-take-part': 'does not take part',
}

/** Where each participant stood, in the order of the body; of one that spoke twice the last counts, and stands last. */
export function positionsTaken(
  { positions: taken, inOrder }: Pick<DecisionView, 'positions' | 'inOrder'>,
  place: Place,
): Html | undefined {
  if (taken.length === 0) return undefined
  const last = new Map(taken.map((one) => [one.act.participant, one]))
  const ordered = inOrder([...last.keys()]).flatMap((id) => taken.filter(({ act }) => act.participant === id))
  return html`<section class="tight"><h2>Positions on record</h2><ul class="list">${ordered.map((one) => item(one, last.get(one.act.participant) === one, place))}</ul><p class="note">Of whoever is not named here no position is on record. <a href="${to(place, 'practice')}">What the rules make of it</a></p></section>`
}

function item(one: Taken, counts: boolean, place: Place): Html {
  const { act } = one
  const name = nameOf(onItsDay(place.organisation, one), act.participant)
  return html`<li><span><a href="${to(place, `participants/${act.participant}`)}">${name}</a>: <strong>${words[act.position]}</strong>${counts ? undefined : html` <span class="tag wait">changed later</span>`}</span>${act.says ? html`<span>${act.says}</span>` : undefined}<small>${dateInWords(act.on)} · <a href="${actAddress(place, one)}">the act</a></small></li>`
}
