import { type Change, type DayView, dayOfEffect, type Knowledge, nameOf } from '../record/index.ts'
import { addDays, daysBetween, earliest, isExact, latest } from '../rules/index.ts'
import { actList } from './acts.ts'
import { asOfForm } from './as-of.ts'
import { holdersOf, lanesOf, mapOf } from './belonging.ts'
import { type Content, type Html, html } from './html.ts'
import { type Page, type Place, to } from './layout.ts'
import { changeInBrief, changeInWords, dateOfChange, dayHeading, words } from './sentences.ts'
import { strip } from './strip.ts'
import { capitalised, counted, dateInWords, listed, whenInWords } from './words.ts'

/** The organisation on a day. */
export function dayPage(view: DayView, place: Place, moments: readonly Knowledge[]): Page {
  const { organisation } = place
  const description = organisation.description
  const begins = description ? earliest(description.begins) : view.on
  const ends = description ? latest(description.coveredTo) : view.on
  const title = dayHeading(view, organisation)
  const picture = mapOf(place, view.groups)
  const body = html`${asOfForm(place, moments, stepLinks(view, place))}
${timeline(view, place, begins, ends)}
<div class="cols"><section class="stack"><p class="crumb">${dateInWords(view.on)}</p><h1>${title}</h1>
${lede(view, place)}${uncertain(view, place)}
${figures(view, place)}
<section class="tight"><h2>${words.aroundDay}</h2>${view.around.length > 0 ? actList(place, view.around, { isHere: (entry) => dayOfEffect(entry.act) === view.on }) : html`<p class="note">No act is on record.</p>`}${rulesOfDay(view, place)}</section></section>
<aside class="stack">${picture}${holdersOf(place, view.groups, picture !== undefined)}</aside></div>
<section class="tight"><h2>${words.beforeAfter}</h2>${lanesOf(place, begins, ends)}</section>`
  const dated = title.includes(dateInWords(view.on)) ? title : `${title} on ${dateInWords(view.on)}`
  return { title: view.stage === 'after-the-record' ? title : dated, body, part: 'day' }
}

function stepLinks({ previous, next }: DayView, place: Place): Content {
  return html`${previous ? html`<a href="${on(place, previous)}" rel="prev">← ${dateInWords(dateOfChange(previous))}</a>` : undefined}${next ? html`<a href="${on(place, next)}" rel="next">${dateInWords(dateOfChange(next))} →</a>` : undefined}`
}

function timeline(view: DayView, place: Place, begins: DayView['on'], ends: DayView['on']): Html | undefined {
  if (view.changes.length === 0 || view.stage === 'before-it-began') return undefined
  const events = view.changes.map((change) => ({
    on: change.on,
    label: changeInBrief(place.organisation.onDay(change.on), change),
    href: on(place, change),
  }))
  const later = view.on > ends && daysBetween(ends, view.on) < 3660 ? view.on : ends
  const options = { from: begins, to: addDays(later, 1), on: view.on, caption: 'Days on which who belonged changed' }
  return html`<nav aria-label="${options.caption}"><div class="wide-only">${strip(events, { ...options, form: 'wide' })}</div><div class="narrow-only">${strip(events, { ...options, form: 'narrow' })}</div></nav>`
}

/** What happened on the day, or where it stands between two changes. */
function lede(view: DayView, place: Place): Html {
  const inWords = (change: Change) => changeInWords(place.organisation.onDay(change.on), change)
  const dated = (change: Change) => html`<a href="${on(place, change)}">${whenInWords(dateOfChange(change))}</a>`
  const { previous, next, today } = view
  if (view.stage === 'before-it-began') {
    const first = next ? html` It begins ${dated(next)}: ${inWords(next)}.` : undefined
    return html`<p class="lede">The day lies before anything on this record.${first}</p>`
  }
  const covered = place.organisation.description?.coveredTo
  const last = previous ? html`The last change came ${dated(previous)}: ${inWords(previous)}.` : undefined
  if (view.stage === 'after-the-record' && covered) {
    return html`<p class="lede"><strong>The record ends on ${dateInWords(covered)}</strong>; what came later is not in it, and this page shows how things stood then. ${last}</p>`
  }
  const came =
    today &&
    html`${isExact(dateOfChange(today)) ? 'On this day' : html`${capitalised(whenInWords(dateOfChange(today)))}, perhaps on this day,`} ${inWords(today)}.`
  const before = !today && last ? html`Nothing changed on this day. ${last}` : undefined
  const after = next ? html` The next came ${dated(next)}: ${inWords(next)}.` : html` No later change is on record.`
  return html`<p class="lede">${came}${before}${after}</p>`
}

/** Rules that begin, change or end on the day; they are many at once, and have a page of their own. */
function rulesOfDay({ rules, on }: DayView, place: Place): Html | undefined {
  if (rules.length === 0) return undefined
  const verbs = { begins: 'begin', changes: 'change', ends: 'end' } as const
  const counts = Object.entries(verbs).flatMap(([what, verb]) => {
    const count = rules.filter((one) => one.what === what).length
    return count === 0 ? [] : [`${counted(count, { one: 'rule', many: 'rules' })} ${count === 1 ? what : verb}`]
  })
  return html`<p><a href="${to(place, 'rules/changes')}#d-${on}">${capitalised(listed(counts))} on this day</a></p>`
}

function uncertain(view: DayView, place: Place): Html | undefined {
  const unsure = view.groups.flatMap(({ status, holdings }) =>
    holdings.filter((holding) => holding.certainty === 'uncertain').map((holding) => ({ status, holding })),
  )
  if (unsure.length === 0) return undefined
  const names = listed(
    unsure.map(
      ({ status, holding }) =>
        `${nameOf(place.organisation, holding.participant)} (${status.en.one} from ${dateInWords(holding.from)}${holding.to ? ` to ${dateInWords(holding.to)}` : ''})`,
    ),
  )
  return html`<p class="aside">Uncertain on this day, and counted: ${names}. The sources give no more exact date.</p>`
}

function figures(view: DayView, place: Place): Html | undefined {
  if (view.groups.length === 0) return undefined
  const items = view.groups.map(
    ({ status, holdings }) =>
      html`<li><a href="#${status.status}"><b>${holdings.length}</b><small>${holdings.length === 1 ? status.en.one : status.en.many}</small></a></li>`,
  )
  const sources = new Set(
    view.groups.flatMap((group) => group.holdings.flatMap((h) => h.grantedBy.act.sources.map((s) => s.source))),
  ).size
  const said =
    sources > 0
      ? html`<li><a href="${to(place, 'coverage')}"><b>${sources}</b><small>sources for these<br>statuses</small></a></li>`
      : undefined
  return html`<ul class="figures">${items}${said}</ul>`
}

function on(place: Place, change: Change): string {
  return to(place, 'day', { on: change.on })
}
