import type { Gap, Knowledge, Remark, Replay, Tally } from '../record/index.ts'
import type { Reason } from '../rules/index.ts'
import { actAddress, sentenceOf } from './acts.ts'
import { asOfForm } from './as-of.ts'
import { pageFiles } from './files.ts'
import { type Content, type Html, html } from './html.ts'
import { type Page, type Place, to } from './layout.ts'
import { words } from './sentences.ts'
import { capitalised, counted, dateInWords } from './words.ts'

export interface PracticeView {
  readonly replay: Replay
  readonly moments: readonly Knowledge[]
}

/** So many acts of a gap are named at once; the rest when asked for. */
const fewActs = 5

/** What was done, held against the rules of its day: soberly, and with what is missing as prominent as what was found. */
export function practicePage({ replay, moments }: PracticeView, place: Place): Page {
  const { departures, unusual, gaps, reviewed, inOrder } = replay
  const day = dateInWords(place.organisation.day)
  const missing = reviewed - inOrder - touched([...departures, ...unusual])
  const title =
    reviewed === 0
      ? 'No rule that computes bears on an act of this record'
      : `${capitalised(counted(departures.length, { one: 'departure', many: 'departures' }))} from a rule, ${counted(unusual.length, { one: 'act', many: 'acts' })} out of the ordinary, ${counted(gaps.length, { one: 'fact or rule', many: 'facts or rules' })} missing`
  const figures = [
    ['rules', reviewed, 'acts on which rules bear'],
    ['rules', inOrder, 'in order on every point'],
    ['departures', departures.length, 'departures'],
    ['unusual', unusual.length, 'unusual'],
    ['gaps', missing, 'cannot be judged on some point, and nothing else was found'],
  ] as const
  const body = html`<section class="stack"><h1>${title}</h1><p class="lede">Every act up to ${day} under the rules of its own day, with the facts on record. A <em>departure</em> is from a rule that says must; what a rule says <em>as a rule</em> may be otherwise, and is then called <em>unusual</em> and no more. None of this says whether an act is valid.</p></section>
${asOfForm(place, moments)}
<ul class="figures counts">${figures.map(([id, count, says]) => html`<li><a href="#${id}"><b>${count}</b><small>${says}</small></a></li>`)}</ul>
${section('departures', 'Departures', 'A rule that says must was not kept, by the facts on record.', remarkTable(departures, place))}
${section('unusual', 'Unusual', 'A rule says how it is done as a rule; here it was done otherwise.', remarkTable(unusual, place))}
${section('gaps', 'What cannot be judged, and for want of what', html`A fact or a rule is missing. Facts that were inferred count as missing: they prove nothing. <a href="${to(place, 'rules')}#gaps">Rules that are not known</a> · <a href="${to(place, 'coverage')}">${words.nav.coverage}</a>`, reviewed === 0 ? html`<p class="aside">No act is on record that a rule could be held against.</p>` : gapTable(gaps, place))}
${section('rules', 'Rule by rule', 'How many checks under each rule gave which finding; one act may be checked under several.', ruleTable(replay.rules, place))}
${section('without', 'Acts on which no rule bears', 'Nothing in the rules on record that computes speaks of acts of these kinds.', withoutRule(replay, place))}
${reviewed > 0 ? pageFiles(place) : undefined}<p class="note">The same from a terminal: <code>chancery replay ${place.organisation.id}</code></p>`
  return { title: words.nav.practice, body, part: 'practice' }
}

function section(id: string, heading: string, note: Content, body: Html): Html {
  return html`<section class="tight" id="${id}"><h2>${heading}</h2><p class="note">${note}</p>${body}</section>`
}

function touched(remarks: readonly Remark[]): number {
  return new Set(remarks.map(({ act }) => act)).size
}

export function remarkTable(remarks: readonly Remark[], place: Place): Html {
  if (remarks.length === 0) return html`<p class="aside">None was found.</p>`
  return html`<table class="cards"><thead><tr><th scope="col">Day</th><th scope="col">Act</th><th scope="col">What was found</th><th scope="col">Article</th></tr></thead><tbody>${remarks.map(
    (remark) =>
      html`<tr><td class="date" data-label="day">${remark.on ? dateInWords(remark.on) : 'every day'}</td><th scope="row">${actLink(remark.act, place)}</th><td data-label="found">${remark.reasons.map(({ text }) => html`<p>${text}</p>`)}</td><td data-label="article">${article(remark, remark.reasons, place)}</td></tr>`,
  )}</tbody></table>`
}

function gapTable(gaps: readonly Gap[], place: Place): Html {
  if (gaps.length === 0) return html`<p class="aside">Nothing is missing.</p>`
  return html`<table class="cards"><thead><tr><th scope="col">What is missing</th><th scope="col">Article</th><th scope="col" class="number">Acts</th><th scope="col">Which</th></tr></thead><tbody>${gaps.map(
    (gap) =>
      html`<tr><th scope="row">${gap.text}</th><td data-label="article">${article(gap, [gap], place)}</td><td class="number" data-label="acts">${gap.acts.length}</td><td data-label="which">${which(gap.acts, place)}</td></tr>`,
  )}</tbody></table>`
}

function which(acts: readonly string[], place: Place): Html {
  const list = html`<ul class="refs">${acts.map((act) => html`<li>${actLink(act, place)}</li>`)}</ul>`
  if (acts.length <= fewActs) return list
  return html`<details><summary>All ${acts.length}</summary>${list}</details>`
}

/** To the act itself, where its sources are, what the rules say of it, and the way to what it describes. */
function actLink(id: string, place: Place): Html {
  const entry = place.organisation.entry(id)
  if (!entry) return html`${id}`
  const says =
    entry.act.kind === 'decision-recorded' ? entry.act.title : sentenceOf(place.organisation, entry).replace(/\.$/, '')
  return html`<a href="${actAddress(place, entry)}">${says}</a>`
}

/** The article, as a link to the rule; nothing where no rule is known. */
function article({ rule }: { readonly rule?: string }, reasons: readonly Reason[], place: Place): Content {
  const cited = reasons.find((reason) => reason.article !== undefined)?.article
  if (rule === undefined) return cited ?? html`<span class="tag">no rule known</span>`
  return html`<a href="${to(place, `rules/${rule}`)}">${cited ?? rule}</a>`
}

function ruleTable(rules: readonly Tally[], place: Place): Html {
  if (rules.length === 0) return html`<p class="aside">No rule that computes bears on an act of the record.</p>`
  const says = new Map(place.organisation.listedThroughout('rule-stated').map(({ act }) => [act.rule, act]))
  return html`<table class="cards"><thead><tr><th scope="col">Rule</th><th scope="col" class="number">In order</th><th scope="col" class="number">Departures</th><th scope="col" class="number">Unusual</th><th scope="col" class="number">Cannot be judged</th></tr></thead><tbody>${rules.map(
    ({ rule, ...tally }) =>
      html`<tr><th scope="row"><a href="${to(place, `rules/${rule}`)}">${says.get(rule)?.says ?? rule}</a></th><td class="number" data-label="in order">${tally['in-order']}</td><td class="number" data-label="departures">${tally.departure}</td><td class="number" data-label="unusual">${tally.unusual}</td><td class="number" data-label="cannot be judged">${tally['cannot-be-judged']}</td></tr>`,
  )}</tbody></table>`
}

function withoutRule({ withoutRule: kinds }: Replay, place: Place): Html {
  if (kinds.length === 0) return html`<p class="aside">There are none in the record of ${place.organisation.id}.</p>`
  return html`<ul class="refs">${kinds.map(({ kind, acts }) => html`<li>${capitalised(kind.replaceAll('-', ' '))}: ${acts}</li>`)}</ul>`
}
