import { groupsOf, type LiveMeeting, type ProposalView, standsOn } from '../../record/index.ts'
import { type Content, type Html, html } from '../html.ts'
import { type Page, type Place, to } from '../layout.ts'
import { bodyName } from '../sentences.ts'
import { aHandful, capitalised, dateInWords, listed } from '../words.ts'
import { markCounts, markLegend, positionSaid, positionStrip } from './marks.ts'
import { standingSentence } from './stand.ts'
import { type TableGroup, tableGroups } from './table-groups.ts'
import { tableWords as words } from './table-words.ts'
import { instantThere, timeZoneOf } from './times.ts'

/** The table: every proposal that the seat may see, by where it is, and what sits now. */
export function tablePage(views: readonly ProposalView[], sitting: readonly LiveMeeting[], place: Place): Page {
  const groups = tableGroups(views)
  const seesSome = views.some(({ seesAll }) => seesAll)
  const lede = place.seat ? words.sits(place.seat.name) : words.public
  const left =
    groups.length > 0
      ? html`${groups.map((group) => groupSection(group, place))}${seesSome ? markLegend() : undefined}`
      : empty(place)
  const body = html`<section class="stack"><h1>${before(groups)}</h1><p class="note">${lede}</p></section>
<div class="cols the-table"><div class="stack">${left}</div><div class="stack">${whatSits(sitting, place)}${groups.length > 0 ? ways(place) : undefined}</div></div>`
  return { title: words.title, body, part: 'run', live: { about: 'all' } }
}

/** How many texts are under way. */
function before(groups: readonly TableGroup[]): string {
  const open = groups.filter(({ at }) => at !== 'decided' && at !== 'withdrawn').flatMap(({ views }) => views).length
  return open === 0 ? words.nothing : capitalised(words.before(open))
}

function heading({ at }: TableGroup, place: Place): string {
  if (at === 'silence') return words.underSilence
  if (at === 'decided') return words.decided
  if (at === 'withdrawn') return words.withdrawn
  return bodyName(place.organisation, at.level)
}

function groupSection(group: TableGroup, place: Place): Html {
  const title = heading(group, place)
  const isOpen = group.at !== 'decided' && group.at !== 'withdrawn'
  const hasOwn = isOpen && group.views.some(({ own }) => own !== undefined)
  const hasStrip = group.views.some(({ seesAll }) => seesAll)
  const { columns } = words
  const head = html`<thead><tr><th scope="col">${columns.text}</th><th scope="col">${columns.stands}</th>${hasOwn ? html`<th scope="col">${columns.own}</th>` : undefined}${hasStrip ? html`<th scope="col">${columns.positions}</th>` : undefined}</tr></thead>`
  const rows = group.views.map(
    (view) =>
      html`<tr ${isOpen && spreads(view) ? html`class="above"` : undefined}><th scope="row">${name(view, place)}</th><td class="line">${stands(view, place)}</td>${hasOwn ? html`<td class="line" data-label="${columns.own}:">${own(view)}</td>` : undefined}${hasStrip ? html`<td class="line">${spreads(view) ? stood(view) : strip(view, isOpen)}</td>` : undefined}</tr>${isOpen && spreads(view) ? html`<tr><td class="line" colspan="${hasOwn ? 4 : 3}">${positionStrip(view)}</td></tr>` : undefined}`,
  )
  const all =
    group.at === 'decided'
      ? html`<p class="note"><a href="${to(place, 'decisions')}">${words.decidedAll}</a></p>`
      : undefined
  return html`<section class="tight"><h2>${title}</h2><table class="cards on-table">${head}<tbody>${rows}</tbody></table>${all}</section>`
}

function name({ negotiation, circle }: ProposalView, place: Place): Html {
  const { decision, current, proposal } = negotiation
  const by = listed(proposal.act.proposedBy.map(circle.called))
  return html`<a href="${to(place, `run/proposals/${decision}`)}">${current.title.en}</a> <small>${words.revision(current.number, by)}</small>`
}

function stands(view: ProposalView, place: Place): Content {
  const { text } = standingSentence(view)
  const ends = view.silence?.expiresAt
  const isRunning = view.silence?.outcome === 'running' || view.silence?.outcome === 'announced'
  if (!ends || !isRunning) return text
  const until = instantThere(ends, timeZoneOf(place))
  return text.includes(until) ? text : html`${text} <small>${words.silenceEnds(until)}</small>`
}

function own({ mine, hasSay, own: participant }: ProposalView): Content {
  if (participant === undefined) return undefined
  if (mine) return positionSaid(mine.act.position)
  return html`<span class="tag ${hasSay ? 'wait' : ''}">${hasSay ? words.notSaid : words.noSay}</span>`
}

/** Whether so many have a say that they are counted, and their marks take a line of their own while it is open. */
function spreads({ seesAll, entitled }: ProposalView): boolean {
  return seesAll && entitled.length > aHandful
}

/** How many stand where, what is in the way first. */
function stood({ entitled, negotiation }: ProposalView): Content {
  const by = Map.groupBy(entitled, (id) => standsOn(negotiation, id)?.act.position ?? 'none')
  return html`<ul class="plain">${markCounts(by, negotiation.decided ? 'said nothing' : 'not answered')}</ul>`
}

function strip(view: ProposalView, isOpen: boolean): Content {
  if (!view.seesAll) return undefined
  const { entitled, negotiation } = view
  const answered = entitled.filter((id) => standsOn(negotiation, id)).length
  return html`${positionStrip(view)}${isOpen ? html`<small>${words.answered(answered, entitled.length)}</small>` : undefined}`
}

function whatSits(sitting: readonly LiveMeeting[], place: Place): Html {
  const one = ({ meeting, opened, format }: LiveMeeting) => {
    const { body, number, city } = opened.act
    const called = `${capitalised(bodyName(place.organisation, body))}${number ? `, meeting ${number}` : ''}`
    return html`<li><a href="${to(place, `run/meetings/${meeting}`)}">${called}</a> <small>${city ? `${city}, ` : ''}${format} sitting</small></li>`
  }
  const list =
    sitting.length > 0
      ? html`<ul class="plain">${sitting.map(one)}</ul>`
      : html`<p class="note">${words.nobodySits}</p>`
  return html`<section class="tight"><h2>${words.sitsNow}</h2>${list}</section>`
}

function ways(place: Place): Html {
  return place.seat
    ? html`<p><a class="button" href="${to(place, 'run/propose')}">${words.propose}</a></p>`
    : html`<p><a class="button" href="${to(place, 'seat')}">${words.takeASeat}</a></p>`
}

/** A record whose days are not those on which it is run leaves every list of delegations empty, and should say so. */
export function nobodyBelongs({ organisation, description }: Place): Html | undefined {
  if (groupsOf(organisation).some(({ holdings }) => holdings.length > 0)) return undefined
  const { begins, coveredTo } = description ?? {}
  const covers = begins && coveredTo ? words.covers(dateInWords(begins), dateInWords(coveredTo)) : ''
  return html`<section class="tight" id="nobody"><h2>${words.nobody(dateInWords(organisation.day))}</h2><p>${covers} ${words.nobodyRemedy}</p></section>`
}

function empty(place: Place): Html {
  const how = place.seat ? words.nothingSeated : words.nothingPublic
  return html`${nobodyBelongs(place)}<section class="tight"><p>${how}</p>${ways(place)}</section>`
}
