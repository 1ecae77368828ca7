import {
  type Accession,
  type AccessionStep,
  dayOfEffect,
  isMemberOn,
  type Milestone,
  nameOf,
  wholeMonths,
} from '../record/index.ts'
import { addDays, type Day, daysBetween, earliest, isExact, latest, type PartialDate } from '../rules/index.ts'
import { type AccessionLane, accessionLanes, type Mark, type StatusSpan, signs } from './accession-lanes.ts'
import { actAddress, doubts, references, sentenceOf } from './acts.ts'
import { asOfForm } from './as-of.ts'
import { coverageOf } from './coverage-line.ts'
import { takeAway } from './decisions.ts'
import { type Content, type Html, html } from './html.ts'
import type { Tone } from './lanes.ts'
import { type Page, type Place, to } from './layout.ts'
import { periodInWords, statusLabel, words } from './sentences.ts'
import { capitalised, counted, dateInWords } from './words.ts'

const milestones: { readonly [M in Milestone]: string } = {
  application: 'application',
  opened: 'procedure opened',
  memorandum: 'memorandum signed',
  membership: 'membership',
  'not-agreed': 'not agreed',
}

export function accessionPage(all: readonly Accession[], place: Place, moments: Parameters<typeof asOfForm>[1]): Page {
  const { organisation } = place
  const members = all.filter((one) => isMemberOn(one, organisation.day))
  const others = all.filter((one) => !isMemberOn(one, organisation.day))
  const title =
    all.length === 0
      ? `No way to membership is on record up to ${dateInWords(organisation.day)}`
      : `${capitalised(counted(members.length, { one: 'participant', many: 'participants' }))} became ${members.length === 1 ? 'a member' : 'members'} after the founding; ${counted(others.length, { one: 'other has', many: 'others have' })} asked`
  const rules = organisation
    .rulesInForce()
    .filter((rule) => rule.computes?.kind === 'status' && isMemberStatus(rule.computes.status, place))
  const body = html`${asOfForm(place, moments)}<section class="stack"><h1>${title}</h1>${coverageOf(['statuses', 'steps'], place)}<p class="lede">How long it took from the first application on record, and how long each step. Where a date is only a month or a year, the time between is given as from the least to the most it can have been.</p></section>
${all.length > 0 ? html`<section class="tight"><h2>Side by side</h2>${picture(all, place)}${legend(all, place)}</section><section class="tight"><h2>As a table</h2>${table(all, place)}${takeAway(place, {}, 'As files')}</section>` : html`<p class="note">Nobody is on record as having applied for membership, or as having become a member after the founding, up to this day. <a href="${to(place, 'participants')}">Who belonged</a></p>`}
${rules.length > 0 ? html`<section class="tight"><h2>What the rules say on this day</h2><ul class="list">${rules.map((rule) => html`<li><span>${rule.says}</span><small><a href="${to(place, `register/${rule.id}`)}">${[rule.document, rule.article].filter(Boolean).join(', ')}</a></small></li>`)}</ul></section>` : undefined}
${all.map((one) => stepByStep(one, place))}
<section class="tight"><h2>What is counted as what</h2><p>Steps are written in the record as free text. A step toward membership counts as an application where its words speak of an application or a request, as the opening where they speak of starting the admission procedure, as the memorandum where one was signed; the step itself stands beside it, with its sources. Membership is the status itself. What was put to a body and not adopted is marked as not agreed. A wish that a source reports is not an application. How complete steps are: <a href="${to(place, 'coverage')}">coverage</a>.</p></section>`
  return { title, body, part: 'accession' }
}

function isMemberStatus(status: string, { organisation }: Place): boolean {
  return organisation.description?.statuses.some((one) => one.status === status && one.tone === 'member') === true
}

function picture(all: readonly Accession[], place: Place): Html {
  const { organisation } = place
  const covered = organisation.description ? latest(organisation.description.coveredTo) : organisation.day
  const ends = organisation.day > covered && organisation.day < addDays(covered, 3660) ? organisation.day : covered
  const starts = all.flatMap(({ steps, holdings }) => [
    ...steps.map((step) => earliest(step.on)),
    ...holdings.map((holding) => earliest(holding.from)),
  ])
  const begins = starts.sort()[0] ?? ends
  const options = {
    from: addDays(begins, -60),
    to: addDays(ends, 30),
    on: organisation.day,
    onLabel: dateInWords(organisation.day),
    caption: 'From application to membership, a lane for each participant',
  }
  const lanes = all.map((one) => laneOf(one, place, addDays(covered, 1)))
  return html`<figure class="tight years"><div class="wide-only">${accessionLanes(lanes, { ...options, form: 'wide' })}</div><div class="narrow-only">${accessionLanes(lanes, { ...options, form: 'narrow' })}</div></figure>`
}

function laneOf(one: Accession, place: Place, ends: Day): AccessionLane {
  const { organisation } = place
  const chain = chainOf(one)
  const shown = [...chain, ...one.notAgreed].sort((x, y) => (earliest(x.on) < earliest(y.on) ? -1 : 1))
  const marks = shown.map(
    (step): Mark => ({
      milestone: step.milestone ?? 'application',
      from: earliest(step.on),
      to: latest(step.on),
      title: `${dateInWords(step.on)}: ${sentenceOf(organisation, step.entry)}`,
      href: actAddress(place, step.entry),
      later: dayOfEffect(step.entry.act) > organisation.day,
    }),
  )
  const spans = one.holdings.flatMap((holding): StatusSpan[] => {
    const status = organisation.description?.statuses.find((s) => s.status === holding.status)
    const until = holding.to === undefined ? ends : latest(holding.to)
    const title = `${status?.en.one ?? holding.status} ${periodInWords(holding)}`
    return [
      { from: earliest(holding.from), to: until < ends ? until : ends, tone: (status?.tone ?? 'past') as Tone, title },
    ]
  })
  return {
    name: nameOf(organisation, one.participant),
    says: isMemberOn(one, organisation.day) || one.applications.length === 0 ? inAll(one, organisation.day) : 'asked',
    href: `#${one.participant}`,
    marks,
    between: shown.slice(1).map((step, index) => {
      const before = shown[index]
      return before ? lengthInWords(before.on, step.on) : undefined
    }),
    spans: spans.filter((span) => span.from < span.to),
  }
}

/** Applications, opening, memorandum and membership, in that order as far as on record. */
function chainOf({ applications, opened, memorandum, membership }: Accession): AccessionStep[] {
  return [...applications, opened, memorandum, membership].filter((step) => step !== undefined)
}

/** "9 to 10 years" from the first application on record, or where it stands. */
function inAll(one: Accession, day: Day): string {
  const [first] = one.applications
  if (!isMemberOn(one, day)) return first ? 'asked; not a member on this day' : 'not agreed'
  return first && one.membership ? lengthInWords(first.on, one.membership.on) : 'application not on record'
}

/**
 * The time between two dates in words: days up to 60, whole months below three years, then years; "9 to 10 months" where
 * a date is a month or a year and the two ends differ.
 */
export function lengthInWords(from: PartialDate, until: PartialDate): string {
  const exact = isExact(from) && isExact(until)
  const days = daysBetween(earliest(from), earliest(until))
  if (exact && days <= 60) return days === 1 ? '1 day' : `${Math.max(0, days)} days`
  const [least, most] = [wholeMonths(latest(from), earliest(until)), wholeMonths(earliest(from), latest(until))]
  if (most === 0) return 'less than a month'
  if (most < 36) return range(least, most, 'month')
  if (exact && most % 12 > 0)
    return `${range(Math.floor(most / 12), Math.floor(most / 12), 'year')} ${range(most % 12, most % 12, 'month')}`
  return range(Math.floor(least / 12), Math.floor(most / 12), 'year')
}

function range(least: number, most: number, unit: string): string {
  const units = most === 1 ? unit : `${unit}s`
  if (least === most) return `${most} ${units}`
  return least === 0 ? `up to ${most} ${units}` : `${least} to ${most} ${units}`
}

function legend(all: readonly Accession[], { organisation }: Place): Html {
  const held = new Set(all.flatMap(({ holdings }) => holdings.map((holding) => holding.status)))
  const statuses = Map.groupBy(
    (organisation.description?.statuses ?? []).filter(({ status }) => held.has(status)),
    (one) => one.tone,
  )
  const tones = [...statuses].map(
    ([tone, list]) =>
      html`<li><span class="swatch tone-${tone}"></span>${list.map((one) => one.en.one).join(', ')}</li>`,
  )
  const items = (Object.keys(signs) as Milestone[]).map(
    (one) => html`<li><span class="sign-key ${one}" aria-hidden="true">${signs[one]}</span> ${milestones[one]}</li>`,
  )
  return html`<ul class="legend">${items}<li><span class="swatch hatched"></span>the time that an inexact date may mean</li></ul><ul class="legend">${tones}<li class="dim-note">${words.laterIsPaler}</li></ul>`
}

function table(all: readonly Accession[], place: Place): Html {
  const { organisation } = place
  const cell = (label: string, step: AccessionStep | undefined, before: AccessionStep | undefined): Html => {
    if (!step) return html`<td data-label="${label}">not on record</td>`
    const isLater = dayOfEffect(step.entry.act) > organisation.day
    return html`<td data-label="${label}" class="${isLater ? 'later-act' : ''}"><a href="${actAddress(place, step.entry)}">${dateInWords(step.on)}</a>${isLater ? html` <span class="tag">after this day</span>` : undefined}${before && before !== step ? html`<br><small>${lengthInWords(before.on, step.on)} later${exactDays(before.on, step.on)}</small>` : undefined}</td>`
  }
  return html`<table class="cards"><thead><tr><th scope="col">Participant</th><th scope="col">First application</th><th scope="col">Procedure opened</th><th scope="col">Memorandum signed</th><th scope="col">Membership</th><th scope="col">In all</th></tr></thead><tbody>${all.map(
    (one) => {
      const [first] = one.applications
      const again = one.applications.slice(1)
      const { opened, memorandum, membership } = one
      return html`<tr><th scope="row"><a href="#${one.participant}">${nameOf(organisation, one.participant)}</a></th>${first ? html`<td data-label="first application"><a href="${actAddress(place, first.entry)}">${dateInWords(first.on)}</a>${again.map((step) => html`<br><small>again: <a href="${actAddress(place, step.entry)}">${dateInWords(step.on)}</a></small>`)}</td>` : html`<td data-label="first application">not on record</td>`}${cell('procedure opened', opened, first)}${cell('memorandum', memorandum, opened ?? first)}${cell('membership', membership, memorandum ?? opened ?? first)}<td data-label="in all">${inAll(one, organisation.day)}${refusalsOf(one, place)}</td></tr>`
    },
  )}</tbody></table>`
}

/** When it was put to a body and not agreed, up to the day. */
function refusalsOf({ notAgreed, applications }: Accession, place: Place): Content {
  const known = notAgreed.filter(({ entry }) => dayOfEffect(entry.act) <= place.organisation.day)
  if (known.length === 0) return undefined
  return html`<br><small>${applications.length > 0 ? 'not agreed: ' : undefined}${known.map((step, index) => html`${index > 0 ? ', ' : undefined}<a href="${actAddress(place, step.entry)}">${dateInWords(step.on)}</a>`)}</small>`
}

function exactDays(from: PartialDate, until: PartialDate): Content {
  const days = daysBetween(earliest(from), earliest(until))
  return isExact(from) && isExact(until) && days > 60 ? ` (${days} days)` : undefined
}

function stepByStep(one: Accession, place: Place): Html {
  const { organisation } = place
  const name = nameOf(organisation, one.participant)
  const [first] = one.applications
  const heading =
    isMemberOn(one, organisation.day) && first
      ? `${name}: ${inAll(one, organisation.day)} from the first application on record to membership`
      : `${name}: ${inAll(one, organisation.day)}`
  let before: AccessionStep | undefined
  const items = one.steps.map((step) => {
    const { act } = step.entry
    const since =
      step.milestone && before
        ? `${lengthInWords(before.on, step.on)} after the ${milestones[before.milestone ?? 'application']}${before.on.length < 10 || step.on.length < 10 ? '' : ` (${daysBetween(earliest(before.on), earliest(step.on))} days)`}`
        : undefined
    if (step.milestone) before = step
    const isLater = dayOfEffect(act) > organisation.day
    return html`<li class="${isLater ? 'later-act' : ''}"><span class="when">${dateInWords(step.on)}${isLater ? html` <span class="tag">after this day</span>` : undefined}</span><span><a href="${actAddress(place, step.entry)}">${'what' in act ? `${capitalised(act.what)}.` : sentenceOf(organisation, step.entry)}</a>${step.milestone ? html` <span class="tag${step.milestone === 'not-agreed' ? ' no' : ''}">${signs[step.milestone]} ${milestones[step.milestone]}</span>` : undefined}</span>${since ? html`<small>${since}</small>` : undefined}</li>`
  })
  const unsure = one.steps.flatMap(({ entry }) => entry.act.doubt)
  const sources = one.steps
    .flatMap(({ entry }) => entry.act.sources)
    .filter((reference, index, list) => list.findIndex((other) => other.source === reference.source) === index)
  const otherwise = one.holdings.filter((holding) => !isMemberStatus(holding.status, place))
  return html`<section class="tight" id="${one.participant}"><h2>${heading}</h2><p><a href="${to(place, `participants/${one.participant}`)}">Everything on record of ${name}</a>${otherwise.length > 0 ? html`. Other statuses: ${otherwise.map((holding, index) => html`${index > 0 ? ', ' : undefined}${statusLabel(organisation, holding.status).one} ${periodInWords(holding)}`)}` : undefined}.</p><ul class="list">${items}</ul>${unsure.length > 0 ? html`<p class="note">What is uncertain:</p>${doubts(unsure)}` : undefined}<details><summary><small>Where it is documented: ${counted(sources.length, { one: 'source', many: 'sources' })}</small></summary>${references(place, sources)}</details></section>`
}
