import type { NeighbourhoodView } from '../../analysis/index.ts'
import { essay } from '../essay.ts'
import { type Html, html } from '../html.ts'
import { type Page, type Place, to } from '../layout.ts'
import { words } from '../sentences.ts'
import { counted, dateInWords } from '../words.ts'
import { crowdSection, overlapYears } from './neighbourhood-members.ts'
import { sharedSection } from './neighbourhood-shared.ts'
import { abilitySection, tieSection } from './neighbourhood-ties.ts'

export function neighbourhoodPage(view: NeighbourhoodView, place: Place): Page {
  const { neighbours } = view
  return essay(
    {
      id: 'neighbourhood',
      title: titleOf(view),
      lede: html`In which other organisations and arrangements its members also are, by date; which of them share most members; what each can do that this one cannot, and the reverse; and what ties them. Who belongs where, one by one, is on <a href="${to(place, 'neighbours')}">${words.nav.neighbours}</a>.`,
      complete: complete(view),
      sections:
        neighbours === 0
          ? [
              html`<section class="tight"><p class="aside">No other organisation is described in this record, so there is nothing to compare. <a href="${to(place, 'participants')}">Its participants</a> and <a href="${to(place, 'relations')}">its relations</a> are what there is.</p></section>`,
              tieSection(view, place),
            ]
          : [
              overlapYears(view, place),
              crowdSection(view, place),
              sharedSection(view, place),
              abilitySection(view, place),
              tieSection(view, place),
              unanswered(),
            ],
      method:
        'Whoever belongs in full is counted: a member, a participant, a party; where a neighbour knows nothing of the kind, whoever takes part. A membership counts from the earliest day that its beginning may mean and until the day on which it ended; one without a beginning counts as uncertain. A frozen one is still listed, and counts.',
      limits: [
        'Only States and organisations that this record describes are counted. Whoever else belongs to a neighbour is in no number here, so two neighbours may share more than is shown.',
        'A treaty and the organisation that carries it out count as two neighbours where the record describes both.',
        'A body to which nearly every State belongs shares members with everyone: beside every number in common stands how many are in either.',
        'Being in the same organisation is no agreement on anything, and no number here ranks one above another.',
      ],
    },
    place,
  )
}

function titleOf({ day, members, crowds, neighbours }: NeighbourhoodView): string {
  const when = dateInWords(day)
  if (neighbours === 0) return 'What else its members belong to is not on record'
  if (members.length === 0) return `It had no members on ${when}, so nobody was elsewhere too`
  const sizes = crowds.map((one) => one.in.length)
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)]
  const all = sizes.reduce((sum, size) => sum + size, 0)
  if (all === 0) return `Nothing else that its members belonged to on ${when} is on record`
  const unsure = crowds.reduce((sum, one) => sum + one.unsure, 0)
  const range = least === most ? String(most) : `${least} to ${most}`
  return `On ${when} its ${counted(members.length, { one: 'member was', many: 'members were' })} each in ${range} of ${neighbours} neighbours on record; ${unsure === 0 ? 'none' : unsure} of these ${all} memberships ${unsure === 1 ? 'is' : 'are'} unverified or uncertain`
}

function complete({ memberships: { all, unverified, undated }, neighbours }: NeighbourhoodView): Html {
  if (all === 0) return html`No membership elsewhere is on record, which is no proof that there is none.`
  return html`Of ${all} memberships in ${neighbours} neighbours ${unverified} are marked unverified, in whole or in a date, and ${undated} have no beginning on record: much of this is general knowledge, not read in a source. It is hatched or marked with ? wherever it is shown. How complete the memberships are is stated for no year and no neighbour: whoever is not listed may belong all the same, and a rise from one year to the next may be one of what was found.`
}

function unanswered(): Html {
  return html`<section class="tight" id="open"><h2>What cannot be concluded</h2><ul class="plain"><li>That whoever is not shown in a neighbour does not belong to it.</li><li>That members act together elsewhere, or bring what was agreed there here.</li><li>That two organisations do the same work because they have the same members, or compete because they do.</li><li>That an element had elsewhere would be used for this organisation, or is missed by it.</li><li>That no tie exists where none is on record: how complete the record of relations is has not been stated for any year.</li></ul></section>`
}
