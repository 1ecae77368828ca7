import { type DecisionRule, decide } from '../rules/index.ts'
import { decisionRuleInWords } from './decision-rule.ts'
import { type Html, html } from './html.ts'
import type { Page } from './layout.ts'
import {
  addressOf,
  columnsOf,
  type FieldFault,
  type Read,
  stances,
  type Written,
  type WrittenRow,
} from './own-question.ts'
import { asJson, noVerdict, verdict } from './verdict.ts'

/** A question that a reader may start from. */
export interface Example {
  readonly id: string
  readonly says: string
}

interface View {
  readonly written: Written
  readonly read: Read
  readonly examples: readonly Example[]
  /** The modules that the script of the page needs, so that a browser need not find them one after the other. */
  readonly modules: readonly string[]
  /** Which example it is, unchanged. */
  readonly chosen: string | undefined
}

/** A rule, who takes part and where each stands, as a form; and what follows. Script only saves pressing the button. */
export function writeYourOwnPage({ written, read, examples, modules, chosen }: View): Page {
  const { question, faults } = { question: undefined, faults: [], ...read }
  // Faults name a row by its place, so empty rows go only from the end.
  const filled = written.rows.slice(0, 1 + written.rows.findLastIndex((row) => row.who + row.tags + row.weights !== ''))
  const rows = [...filled, ...Array<WrittenRow>(spare).fill(empty)]
  const columns = columnsOf(written)
  const without = [columns.tags ? '' : 'no-tags', columns.weights ? '' : 'no-weights'].join(' ')
  const body = html`<section class="stack"><p class="crumb"><a href="/organisations">Organisations kept here</a></p><h1>Write your own rule</h1>
<p class="lede">A rule, who takes part, and where each stands: here is what follows, on whom it turned, and why. The same evaluator decides for the organisations kept here.</p>
<nav class="ways examples" aria-label="Examples to start from"><span>Start from</span>${examples.map(({ id, says }) => html`<a href="/write-your-own?example=${id}" ${id === chosen ? html`aria-current="page"` : undefined}>${says}</a>`)}</nav></section>
<div class="cols own"><form method="get" action="/write-your-own" class="stack" id="own">
<div class="tight"><label for="rule"><b>The rule</b>, as JSON</label><textarea id="rule" name="rule" rows="${Math.min(16, written.rule.split('\n').length + 1)}" spellcheck="false" autocapitalize="off" ${marked('rule', faults)}>${written.rule}</textarea>${fault('rule', faults)}<p class="note" id="in-words" aria-live="polite">${question ? ruleInWords(question.rule) : undefined}</p><p class="note examples">Kinds of rule: consensus, majority, threshold, qualified, unopposed, all, any, quorum. Each has its fields and an example in <code>docs/decide.md</code>, in the source of this program.</p></div>
<div class="tight"><table class="own-rows ${without}"><caption><b>Who takes part</b>, and where each stands.</caption><thead><tr><th scope="col">Participant</th><th scope="col" class="tags">Tags</th><th scope="col" class="weights">Weights</th><th scope="col">Position</th></tr></thead><tbody>${rows.map((row, index) => rowFields(row, String(index), faults))}</tbody></table>
<template id="row">${rowFields(empty, 'INDEX', [])}</template></div>
<div class="tight"><label for="concerned"><b>Concerned</b>, where the rule leaves out whom the question is about</label><input type="text" id="concerned" name="concerned" value="${written.concerned}" ${marked('concerned', faults)}>${fault('concerned', faults)}</div>
<p class="own-buttons"><button class="button">Decide</button> <button class="button plain-button" type="button" id="more" hidden>Add a participant</button></p></form>
<div class="stack follows"><section class="tight verdict" id="verdict" aria-label="The result" aria-live="polite">${question ? verdict(decide(question)) : noVerdict}</section>
<section class="tight"><h2>Take it along</h2><p><a id="address" href="${addressOf({ ...written, rows: filled })}">The address of this question</a>, to share: everything is in it, and nothing is kept here.</p>
<details><summary>The question as JSON</summary><p class="note">For a terminal: save it and run <code>chancery decide - &lt; question.json</code>.</p><pre id="question">${question ? asJson(question) : ''}</pre></details></section></div></div>
${modules.map((address) => html`<link rel="modulepreload" href="${address}">`)}<script type="module" src="/assets/write-your-own.js"></script>`
  return { title: 'Write your own rule', body }
}

/** "Decides by consensus …": what the JSON says, for who does not read JSON. */
export function ruleInWords(rule: DecisionRule): string {
  return `In words: ${decisionRuleInWords(rule)}.`
}

/** Empty rows to fill in, so that a row can be added without script. */
const spare = 2
const empty: WrittenRow = { who: '', tags: '', weights: '', stands: 'for' }

function rowFields(row: WrittenRow, index: string, faults: readonly FieldFault[]): Html {
  const at = (field: string) => `${field}-${index}`
  const input = (field: 'who' | 'tags' | 'weights', label: string) =>
    html`<td data-label="${label}" class="${field}"><input type="text" id="${at(field)}" name="${field}" value="${row[field]}" placeholder=" " aria-label="${label}" autocomplete="off" ${marked(at(field), faults)}>${fault(at(field), faults)}</td>`
  const options = stances.map(
    ({ position, says }) =>
      html`<option value="${position}" ${position === row.stands ? html`selected` : undefined}>${says}</option>`,
  )
  return html`<tr>${input('who', 'Participant')}${input('tags', 'Tags')}${input('weights', 'Weights')}<td data-label="Position"><select id="${at('stands')}" name="stands" aria-label="Position" ${marked(at('stands'), faults)}>${options}</select>${fault(at('stands'), faults)}</td></tr>`
}

function marked(field: string, faults: readonly FieldFault[]): Html {
  const wrong = faults.some((one) => one.field === field)
  return html`aria-describedby="fault-${field}" ${wrong ? html`aria-invalid="true"` : undefined}`
}

function fault(field: string, faults: readonly FieldFault[]): Html {
  const messages = faults.filter((one) => one.field === field).map(({ message }) => message)
  return html`<small class="fault" id="fault-${field}">${messages.join(' ')}</small>`
}
