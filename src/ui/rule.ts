import type { ActOf, NamedGap, Remark, Rule, RuleOnDay, Tally } from '../record/index.ts'
import { latest } from '../rules/index.ts'
import { doubts, references } from './acts.ts'
import { computesInWords } from './computes.ts'
import { type Content, type Html, html } from './html.ts'
import { type Page, type Place, to } from './layout.ts'
import { tryAddress } from './own-question.ts'
import { remarkTable } from './practice.ts'

import { whatRefersTo } from './referring.ts'
import { appliesInWords, gapTable, readingTag, ruleTable, strengths } from './rules.ts'
import { bodyName, statusLabel } from './sentences.ts'
import { capitalised, dateInWords, numberInWords } from './words.ts'

export interface RuleView {
  readonly id: string
  /** The version that applies on the day; where none does, the one nearest to it. */
  readonly shown: RuleOnDay
  readonly versions: readonly RuleOnDay[]
  /** Gaps on the day that touch it. */
  readonly gaps: readonly NamedGap[]
  /** Practices observed of it. */
  readonly practices: readonly RuleOnDay[]
  readonly practiceOf: RuleOnDay | undefined
  /** What reviews of single acts gave under it; nothing where none was checked. */
  readonly tally: Tally | undefined
  /** Departures from it, and what was unusual under it. */
  readonly remarks: readonly Remark[]
}

export function rulePage(view: RuleView, place: Place): Page {
  const { shown } = view
  const { act } = shown.rule
  const title = whereItStands(act)
  const body = html`<section class="stack"><p class="crumb"><a href="${to(place, 'rules')}">Rules</a>${act.topic ? html` · <a href="${narrowedTo(place, act.topic)}">${capitalised(act.topic)}</a>` : undefined}</p><h1>${title}</h1>
<p class="lede">${act.says}</p>${standingNote(shown, place)}</section>
<div class="cols"><section class="stack">${computed(act, place)}${parameters(act)}${rights(act, place)}
${versions(view, place)}
${practice(view, place)}
${view.gaps.length > 0 ? html`<section class="tight"><h2>${view.gaps.length === 1 ? 'A gap touches it' : `${capitalised(numberInWords(view.gaps.length))} gaps touch it`}</h2>${gapTable(view.gaps, place)}</section>` : undefined}
${whatRefersTo(place, 'rule', view.id, ['rule-stated', 'gap-stated'])}</section>
${aside(view, place)}</div>`
  return { title: `${title}: ${view.id.replaceAll('-', ' ')}`, body, part: 'rules' }
}

/** "Article 16, Rules of Procedure": the article first. */
export function whereItStands(act: ActOf<'rule-stated'>): string {
  return act.article ? `${capitalised(act.article)}, ${act.document}` : act.document
}

function narrowedTo(place: Place, topic: string): string {
  const list = to(place, 'rules')
  return `${list}${list.includes('?') ? '&' : '?'}topic=${encodeURIComponent(topic)}`
}

function standingNote({ rule, standing }: RuleOnDay, { organisation }: Place): Html | undefined {
  const day = dateInWords(organisation.day)
  if (standing === 'does-not-hold') {
    return html`<p class="aside">It does not apply on ${day}: it is on record as applying ${appliesInWords(rule.act).replace(/^since/, 'from')}.</p>`
  }
  if (standing === 'uncertain' && rule.act.on === undefined) {
    return html`<p class="aside">Whether it applies on ${day} is uncertain: since when it does is not known. No act is judged by it.</p>`
  }
  return standing === 'uncertain' ? html`<p class="aside">Whether it applies on ${day} is uncertain.</p>` : undefined
}

function computed({ computes, strength }: ActOf<'rule-stated'>, { organisation }: Place): Html {
  if (!computes) {
    const why =
      strength === 'practice' ? 'It was observed, not laid down.' : 'It is shown as text; no act is judged by it.'
    return html`<section class="tight"><h2>It does not compute</h2><p class="note">${why}</p></section>`
  }
  return html`<section class="tight"><h2>What of it computes</h2><p>${computesInWords(computes, organisation)}</p><details><summary><small>As data</small></summary><pre>${JSON.stringify(computes, null, 2)}</pre></details>${'decides' in computes ? html`<p class="note"><a href="${tryAddress(computes.decides, organisation)}">Try it with positions of your own</a></p>` : undefined}</section>`
}

function parameters({ parameters: all }: ActOf<'rule-stated'>): Html | undefined {
  if (!all) return undefined
  return html`<section class="tight"><h2>Numbers and days in it</h2><dl class="facts">${all.map(({ what, value, unit }) => html`<dt>${capitalised(what)}</dt><dd>${typeof value === 'string' && /^\d{4}(-\d\d)?(-\d\d)?$/.test(value) ? dateInWords(value as Parameters<typeof dateInWords>[0]) : value}${unit ? ` ${value === 1 ? unit.replace(/s$/, '') : unit}` : undefined}</dd>`)}</dl></section>`
}

function rights({ rights: all }: ActOf<'rule-stated'>, place: Place): Html | undefined {
  if (!all) return undefined
  return html`<section class="tight"><h2>Who may do what by it</h2><dl class="facts">${all.map(({ status, right, says }) => html`<dt>${capitalised(statusLabel(place.organisation, status).one)}</dt><dd>${right}: ${says}</dd>`)}</dl><p class="note"><a href="${to(place, 'rules/statuses')}">Beside the rights of the other statuses</a></p></section>`
}

function versions({ versions: all, shown }: RuleView, place: Place): Html {
  if (all.length === 1) {
    return html`<section class="tight"><h2>One version is on record</h2><p class="note">${capitalised(appliesInWords(shown.rule.act))}.</p></section>`
  }
  return html`<section class="tight"><h2>${capitalised(numberInWords(all.length))} versions through time</h2><ul class="list">${all.map(({ rule }) => html`<li class="${rule === shown.rule ? 'here' : ''}"><span class="when">${capitalised(appliesInWords(rule.act))}</span><span><a href="${to(place, `rules/${rule.act.rule}`, { on: rule.act.on && latest(rule.act.on) })}">${rule.act.says}</a></span><small>${whereItStands(rule.act)}</small></li>`)}</ul></section>`
}

/** How the acts on which the rule bears kept to it, by the facts on record. */
function reviewed({ tally, remarks, shown }: RuleView, place: Place): Html | undefined {
  if (!shown.rule.act.computes || place.description?.edition === 'working') return undefined
  if (!tally) return html`<p class="note">No act on record has been checked under it.</p>`
  const counts = [
    ['in order', tally['in-order']],
    ['departures', tally.departure],
    ['unusual', tally.unusual],
    ['cannot be judged', tally['cannot-be-judged']],
  ] as const
  return html`<ul class="figures">${counts.map(([says, count]) => html`<li><b>${count}</b><small>${says}</small></li>`)}</ul>${remarks.length > 0 ? remarkTable(remarks, place) : undefined}<p class="note"><a href="${to(place, 'practice')}">Practice and rule, as a whole</a></p>`
}

/** What was made of the rule; what reviews say of single acts belongs here too. */
function practice(view: RuleView, place: Place): Html {
  const { practices, practiceOf } = view
  if (practiceOf) {
    return html`<section class="tight"><h2>The rule whose practice it is</h2>${ruleTable([practiceOf], place, { document: true })}</section>`
  }
  return html`<section class="tight" id="practice"><h2>What practice made of it</h2>${reviewed(view, place)}${practices.length > 0 ? ruleTable(practices, place, { document: true }) : view.shown.rule.act.computes ? undefined : html`<p class="note">No practice is on record beside it.</p>`}</section>`
}

function aside({ id, shown: { rule, reading } }: RuleView, place: Place): Html {
  const { act } = rule
  const { organisation } = place
  const links = (ids: readonly string[], link: (id: string) => Html): Content =>
    ids.map((one, index) => html`${index > 0 ? ', ' : undefined}${link(one)}`)
  const documents = links(
    act.documents ?? [],
    (one) => html`<a href="${to(place, 'rules/documents')}#${one}">${titleOf(one, place)}</a>`,
  )
  const bodies = links(act.bodies ?? [], (one) =>
    organisation.body(one)
      ? html`<a href="${to(place, `bodies/${one}`)}">${bodyName(organisation, one)}</a>`
      : html`${bodyName(organisation, one)}`,
  )
  return html`<aside class="stack"><dl class="facts"><dt>Article</dt><dd>${act.article ? capitalised(act.article) : 'none is known'}</dd><dt>Document</dt><dd>${act.documents ? documents : act.document}</dd><dt>Strength</dt><dd>${strengths[act.strength]}</dd><dt>Applies</dt><dd>${appliesInWords(act)}</dd><dt>How it was read</dt><dd>${readingTag(reading)}</dd>${act.bodies ? html`<dt>Bears on</dt><dd>${bodies}</dd>` : undefined}<dt>Code</dt><dd>${id}</dd></dl>${act.note ? html`<p class="note">${act.note}</p>` : undefined}
<section class="tight" id="sources"><h3>Where it is documented</h3>${references(place, act.sources)}</section>${act.doubt.length > 0 ? html`<section class="tight"><h3>What is uncertain</h3>${doubts(act.doubt)}</section>` : undefined}${act.correction ? html`<section class="tight"><h3>Corrected</h3><p class="note">${act.correction}</p></section>` : undefined}<p class="note"><a href="${to(place, `register/${rule.id}`)}">The act in the register</a></p></aside>`
}

function titleOf(id: string, { organisation }: Place): string {
  const found = organisation.listed('document-described').find(({ act }) => act.document === id)
  return found?.act.title ?? id
}

/** Where a rule of another page is linked by its article. */
export function articleLink({ act }: Rule, place: Place): Html {
  return html`<a href="${to(place, `rules/${act.rule}`)}">${act.article ? capitalised(act.article) : act.strength === 'practice' ? 'practice' : 'no article known'}</a>`
}
