import type { Precedent, Stand, Step, TopicPrecedents } from '../../analysis/index.ts'
import { nameOf } from '../../record/index.ts'
import { decisionRuleInWords } from '../decision-rule.ts'
import { outcomeTag } from '../decisions.ts'
import { type DotRow, type DotShape, dotLanes, dotSwatch } from '../dot-lanes.ts'
import { type Content, type Html, html } from '../html.ts'
import { type Place, to } from '../layout.ts'
import { textAddress, topicAddress } from '../paragraphs.ts'
import { bodyName, stanceWords } from '../sentences.ts'
import { capitalised, counted, dateInWords, listed } from '../words.ts'
import { yearsOf } from './became.ts'

const heldWords = { ...stanceWords, outside: 'stayed outside' } as const

/** Each verb with how often it got through and where last. */
export function through({ through: verbs, about }: TopicPrecedents, place: Place): Html {
  return html`<section class="tight"><h2>What got through, by verb</h2><table class="cards"><thead><tr><th scope="col">Verb</th><th scope="col" class="number">Texts</th><th scope="col" class="number">Paragraphs</th><th scope="col">First</th><th scope="col">Last in</th></tr></thead><tbody>${verbs.map(
    ({ verb, texts, paragraphs, first, last }) =>
      html`<tr><th scope="row">${verb}</th><td class="number" data-label="texts">${texts}</td><td class="number" data-label="paragraphs">${paragraphs}</td><td data-label="first">${first.slice(0, 4)}</td><td class="line"><a href="${topicAddress(place, about, `#t-${last.text}`)}">${last.title}</a> <small>${dateInWords(last.on)}</small> · <a href="${textAddress(place, last.text)}"><small>the text</small></a></td></tr>`,
  )}</tbody></table><p class="note">Each was part of a text that was adopted or signed as a whole.</p></section>`
}

/** How the bodies that decided on it decide on this day. */
export function deciding({ deciding: all }: TopicPrecedents, place: Place): Html {
  return html`<section class="tight"><h2>What decides</h2>${
    all.length === 0
      ? html`<p class="note">No decision on the topic is on record, so no body and no rule can be named.</p>`
      : html`<ul class="list">${all.map(
          ({ body, types, rule, article, decides }) =>
            html`<li><span><a href="${to(place, `bodies/${body}`)}">${bodyName(place.organisation, body)}</a> <small>${listed(types.map((type) => type.replaceAll('-', ' ')))}</small></span>${rule && decides ? html`<span>decides ${decisionRuleInWords(decides)} <a href="${to(place, `rules/${rule}`)}"><cite>${article}</cite></a></span>` : html`<span>By which rule it decides is not on record for this day.</span>`}</li>`,
        )}</ul>`
  }</section>`
}

/** Where each stands as last recorded: a picture of when, and the table of what. */
export function stands({ stands: all, matters }: TopicPrecedents, place: Place): Html {
  if (matters.length === 0)
    return html`<section class="tight"><h2>Who stood where is not gathered</h2><p class="note">No matter follows this topic, so no stance is held against it here. <a href="${to(place, 'delivery/not-adopted')}">Everything that was not adopted</a></p></section>`
  const some = all.filter(({ as }) => as !== 'none')
  const none = all.filter(({ as }) => as === 'none')
  return html`<section class="tight"><h2>Where each last stood, as attributed</h2>${some.length > 0 ? html`${picture(some, place)}<table class="cards"><thead><tr><th scope="col">Who</th><th scope="col">Last on a text before a body</th><th scope="col">What came of that text</th><th scope="col">Last in words</th></tr></thead><tbody>${some.map((stand) => standRow(stand, place))}</tbody></table>` : html`<p class="note">No stance of anybody is on record.</p>`}${none.length > 0 ? html`<p><strong>No stance on record:</strong> ${none.map(({ participant }, index) => html`${index > 0 && ', '}${person(participant, place)}`)}. That is not agreement.</p>` : undefined}</section>`
}

function picture(some: readonly Stand[], place: Place): Html {
  const rows: DotRow[] = some.map(({ participant, last, said }) => ({
    label: nameOf(place.organisation, participant),
    href: to(place, `participants/${participant}`),
    dots: [last, said]
      .filter((step) => step !== undefined)
      .toSorted((a, b) => (a.on < b.on ? -1 : 1))
      .map((step) => ({
        on: step.on,
        shape: shapeOf(step),
        title: `${nameOf(place.organisation, participant)}, ${dateInWords(step.on)}: ${howSaid(step)}`,
        href: to(place, `register/${step.act}`),
      })),
  }))
  const dates = some.flatMap(({ last, said }) => [last, said].flatMap((step) => step?.on ?? []))
  return html`<figure class="tight years">${dotLanes(rows, {
    caption: 'The last stances of each participant by year; the table below says what they were',
    years: yearsOf(dates, place),
    on: place.organisation.day,
    coverage: [],
    id: 'stands',
  })}<figcaption><ul class="legend"><li>${dotSwatch('crossed')} objected, or reported resistance</li><li>${dotSwatch('open')} stayed outside, not associated or endorsed, or reserved</li><li>${dotSwatch('small')} in words</li></ul></figcaption></figure>`
}

function shapeOf({ heldAs }: Step): DotShape {
  if (heldAs === undefined) return 'small'
  return heldAs === 'objected' || heldAs === 'reported-resistance' ? 'crossed' : 'open'
}

function howSaid({ heldAs, says, of }: Step): string {
  return heldAs ? `${heldWords[heldAs]}${of ? `, ${of.title}` : ''}` : says
}

function standRow({ participant, last, said, as }: Stand, place: Place): Html {
  return html`<tr><th scope="row">${person(participant, place)}${as === 'against' && html`<br><span class="tag no">against</span>`}${as === 'spoke-since' && html`<br><span class="tag wait">spoke since</span>`}</th><td class="line">${last ? html`<strong>${last.heldAs && heldWords[last.heldAs]}</strong>: ${ofWhat(last, place)} <small>${dateInWords(last.on)}${last.attribution && html`; ${last.attribution}`}${last.disputed && '; disputed'}</small>` : html`<small>none on record</small>`}</td><td>${last?.of && outcomeTag(last.of.outcome)}</td><td class="line">${said ? html`${capitalised(said.says)} <small>${dateInWords(said.on)}${said.attribution && html`; ${said.attribution}`}</small> <a href="${to(place, `register/${said.act}`)}"><small>source</small></a>` : html`<small>nothing on record</small>`}</td></tr>`
}

function ofWhat({ of, says }: Step, place: Place): Html {
  return of ? html`<a href="${to(place, `decisions/${of.decision}`)}">${of.title}</a>` : html`${says}`
}

/** What the rules make of it when those who were last against are so again. */
export function againAgain({ stands: all, deciding: rules, matters }: TopicPrecedents, place: Place): Html | undefined {
  if (matters.length === 0) return undefined
  const against = all.filter(({ as }) => as === 'against')
  if (against.length === 0)
    return html`<section class="tight"><h2>Nobody’s last stance on record is against</h2><p>So the record names no place where agreement would break. It does not show that there is none: ${counted(all.filter(({ as }) => as === 'none').length, { one: 'participant has', many: 'participants have' })} no stance on record at all.</p></section>`
  const told = rules.filter(({ again }) => again !== undefined)
  return html`<section class="tight"><h2>If it were said again</h2><p>With ${listed(against.map(({ participant }) => nameOf(place.organisation, participant)))} against once more, each on its own text, and everybody else in favour, the rules in force on ${dateInWords(place.organisation.day)} give:</p>${told.length > 0 ? html`<ul class="list">${told.map(({ body, again }) => html`<li><span>${bodyName(place.organisation, body)}: <strong>${again?.outcome.replaceAll('-', ' ')}</strong></span>${again?.reasons.map(({ text, article }) => html`<span>${text}${article && html` <cite>${article}</cite>`}</span>`)}</li>`)}</ul>` : html`<p class="note">Nothing: whoever was against has no say in these bodies on this day, or no rule is on record.</p>`}<p class="note">An objection to one text is not one to another on the same topic. This says what a rule would do, not what anybody will.</p></section>`
}

/** What was put forward and not adopted, or not yet. */
export function notAdopted({ precedents, matters }: TopicPrecedents, place: Place): Html | undefined {
  if (matters.length === 0) return undefined
  const list = precedents.filter(({ outcome }) => outcome !== 'adopted')
  return html`<section class="tight"><h2>${list.length === 0 ? 'Nothing put forward and left is on record' : `${capitalised(counted(list.length, { one: 'request or draft', many: 'requests and drafts' }))} not adopted, or without an adoption on record`}</h2>${list.length > 0 ? precedentTable(list, place) : html`<p class="note">What failed without a report is not here.</p>`}</section>`
}

/** What was adopted with somebody apart: a way in which a text got through all the same. */
export function adoptedApart({ precedents }: TopicPrecedents, place: Place): Html | undefined {
  const list = precedents.filter(({ outcome, held }) => outcome === 'adopted' && held.some(({ heldAs }) => heldAs))
  if (list.length === 0) return undefined
  return html`<section class="tight"><h2>${capitalised(counted(list.length, { one: 'text', many: 'texts' }))} adopted with somebody apart</h2>${precedentTable(list, place)}</section>`
}

function precedentTable(list: readonly Precedent[], place: Place): Html {
  return html`<table class="cards"><thead><tr><th scope="col">Date</th><th scope="col">What</th><th scope="col">Proposed by</th><th scope="col">Who held what, as attributed</th></tr></thead><tbody>${list.map(
    ({ decision, title, on, outcome, proposedBy, held, since }) =>
      html`<tr><td class="date">${dateInWords(on)}</td><th scope="row"><a href="${to(place, `decisions/${decision}`)}">${title}</a> ${outcomeTag(outcome)}${since ? html`<br><small>since: <a href="${to(place, `decisions/${since.decision}`)}">${since.title}</a>, ${dateInWords(since.on)}</small>` : undefined}</th><td data-label="by">${people(proposedBy, place)}</td><td class="line">${held.length > 0 ? html`<ul class="plain">${held.map((step) => html`<li>${people(step.who, place)}: ${step.heldAs ? heldWords[step.heldAs] : step.says} <small>${step.attribution}</small></li>`)}</ul>` : html`<small>not on record</small>`}</td></tr>`,
  )}</tbody></table>`
}

function people(ids: readonly string[], place: Place): Content {
  return ids.map((id, index) => html`${index > 0 && ', '}${person(id, place)}`)
}

function person(id: string, place: Place): Html {
  return html`<a href="${to(place, `participants/${id}`)}">${nameOf(place.organisation, id)}</a>`
}
