import {
  type Feature,
  type FeatureTable,
  type Holding,
  type Knowledge,
  type Membership,
  type MembershipOnDay,
  type Neighbour,
  nameOf,
  type Overlap,
} from '../record/index.ts'
import { asOfForm } from './as-of.ts'
import { matrix } from './belongs.ts'
import { askedAtLength } from './essays/about.ts'
import { featureSection } from './features.ts'
import { pageFiles } from './files.ts'
import { type Html, html } from './html.ts'
import { type Page, type Place, to } from './layout.ts'
import { overlapSection } from './overlap.ts'
import { words } from './sentences.ts'
import { capitalised, counted, dateInWords, numberInWords } from './words.ts'

export interface NeighboursView {
  readonly neighbours: readonly Neighbour[]
  /** Everyone with a status on the day. */
  readonly holdings: readonly Holding[]
  readonly onDay: readonly MembershipOnDay[]
  readonly all: readonly Membership[]
  readonly unverified: number
  /** Whether a membership counts as belonging in full. */
  readonly full: (entry: Membership) => boolean
  readonly overlap: Overlap
  readonly features: FeatureTable
  readonly moments: readonly Knowledge[]
}

export function neighboursPage(view: NeighboursView, place: Place): Page {
  const { neighbours, onDay } = view
  const title = heading(view, place)
  const body = html`<section class="stack"><h1>${title}</h1><p class="lede">Other organisations, treaties, forums and foreign presences in which its participants take part, from when to when, as what. What ties the organisation itself to others is on <a href="${to(place, 'relations')}">${words.nav.relations}</a>.</p>${askedAtLength(place, 'neighbourhood', 'alliance')}</section>
${asOfForm(place, view.moments)}
${
  neighbours.length === 0
    ? html`<p class="aside">No other organisation is described in this record. <a href="${to(place, 'participants')}">Its participants</a> and <a href="${to(place, 'coverage')}">how complete the record is</a> say what is.</p>`
    : html`<p class="aside">${howSure(view)}</p>
<section class="tight"><h2>Who belongs where on ${dateInWords(place.organisation.day)}</h2>${onDay.length > 0 ? matrix(view, place) : html`<p class="note">No membership is on record for this day. Choose a later one.</p>`}</section>
${overlapSection(view.overlap, place)}
${featureSection(view.features, place)}
${pageFiles(place)}`
}`
  return { title, body, part: 'neighbours' }
}

/** The neighbour to which most of the participants with a status belong in full. */
function heading({ neighbours, holdings, onDay, full }: NeighboursView, place: Place): string {
  const when = dateInWords(place.organisation.day)
  const there = new Set(holdings.map(({ participant }) => participant))
  const counts = neighbours.map((neighbour) => {
    const held = onDay.filter(({ entry }) => entry.act.neighbour === neighbour.act.neighbour && full(entry))
    return {
      neighbour,
      who: new Set(held.map(({ entry }) => entry.act.participant).filter((id) => there.has(id))).size,
    }
  })
  const some = counts.filter(({ who }) => who > 0).sort((a, b) => b.who - a.who)
  const [most] = some
  if (!most) return `Who belonged elsewhere on ${when} is not on record`
  return `${capitalised(counted(some.length, { one: 'neighbour', many: 'neighbours' }))} on ${when}; ${most.who === there.size ? 'all' : `${numberInWords(most.who)} of`} ${numberInWords(there.size)} participants in the ${most.neighbour.act.names.en}`
}

function howSure({ all, unverified }: NeighboursView): string {
  return `Of ${all.length} memberships on record ${unverified} are marked unverified, in whole or in a date: much of this is general knowledge, not read in a source, and is shown so. Who is not listed is not on record; that is not proof of the contrary.`
}

/** The abbreviation by which the record knows a neighbour, with its name. */
export function neighbourLink({ act }: Neighbour, place: Place, short = false): Html {
  const href = to(place, `neighbours/${act.neighbour}`)
  return short
    ? html`<a href="${href}"><abbr title="${act.names.en}">${act.neighbour}</abbr></a>`
    : html`<a href="${href}">${act.names.en}</a>`
}

/** "member", "observer, from May 2010; frozen since February 2024": how a participant belongs on the day. */
export function wayInWords({ entry, certainty, frozen, unverified }: MembershipOnDay): string {
  const { act } = entry
  return [
    act.as,
    act.from ? `from ${dateInWords(act.from)}` : 'from a date not on record',
    ...(act.to ? [`to ${dateInWords(act.to)}`] : []),
    ...(frozen && act.frozenFrom ? [`frozen since ${dateInWords(act.frozenFrom)}`] : []),
    ...(certainty === 'uncertain' ? ['uncertain on this day'] : []),
    ...(unverified ? ['unverified'] : []),
  ].join(', ')
}

export function personLink(participant: string, place: Place): Html {
  return html`<a href="${to(place, `participants/${participant}`)}">${nameOf(place.organisation, participant)}</a>`
}

export function featureInWords({ act }: Feature): string {
  return act.value === 'partial' ? 'partly' : act.value
}
