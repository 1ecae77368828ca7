import type { DocumentView } from '../record/index.ts'
import { earliest } from '../rules/index.ts'
import { doubts, references } from './acts.ts'
import { takeAway } from './decisions.ts'
import { emptyNote } from './delivery.ts'
import { type Content, type Html, html } from './html.ts'
import { type Page, type Place, to } from './layout.ts'
import { articleLink } from './rule.ts'
import { readingsInWords, ruleCount, rulesNavigation } from './rules.ts'
import { capitalised, counted, dateInWords } from './words.ts'

/** The basic documents, each with the rules that rest on it. */
export function ruleDocumentsPage(documents: readonly DocumentView[], place: Place): Page {
  const { organisation } = place
  const bearing = documents.filter(({ inForce }) => inForce.length > 0).length
  const title =
    documents.length === 0
      ? 'No basic document is on record'
      : `${capitalised(counted(documents.length, { one: 'basic document', many: 'basic documents' }))}; rules on ${dateInWords(organisation.day)} rest on ${bearing === documents.length ? 'all of them' : bearing}`
  const body = html`<section class="stack"><h1>${title}</h1><p class="lede">What the rules rest on, the oldest first: each document with its date, whether it is on record as being in force, and how much of it was read.</p>${rulesNavigation(place, 'documents')}${documents.length === 0 ? emptyNote(place) : undefined}</section>
${documents.map((one) => documentSection(one, place))}
${documents.length > 0 ? takeAway(place, {}, 'All of it') : undefined}`
  return { title, body, part: 'rules' }
}

function documentSection(view: DocumentView, place: Place): Html {
  const { id, title, document, inForce, all, gaps } = view
  const act = document?.act
  const fact = (label: string, value: Content) => (value ? html`<dt>${label}</dt><dd>${value}</dd>` : undefined)
  const later = act?.date && earliest(act.date) > place.organisation.day
  const amends = act?.amends
  return html`<section class="subject tight" id="${id.replaceAll(/[^A-Za-z0-9-]+/g, '-')}"><h2>${title}${later ? html` <small>after the day you are on</small>` : undefined}</h2><div class="cols"><div class="tight"><dl class="facts">${act ? html`${fact('Kind', capitalised(act.type.replaceAll('-', ' ')))}${fact('Date', act.date ? dateInWords(act.date) : 'not known')}` : undefined}${fact('In force', standingOf(view, place))}${fact('Changes', amends && html`<a href="#${amends}">${titleOf(place, amends)}</a>`)}${fact('Rules', `${capitalised(counted(inForce.length, ruleCount))} on this day${all.length > inForce.length ? `, ${all.length} on all days` : ''}`)}${fact('How they were read', inForce.length > 0 && capitalised(readingsInWords(inForce)))}</dl>${act?.note ? html`<p class="note">${act.note}</p>` : undefined}${inForce.length > 0 ? html`<details><summary>${capitalised(counted(inForce.length, ruleCount))}</summary><ul class="list">${inForce.map(({ rule }) => html`<li><span>${rule.act.says}</span><small>${articleLink(rule, place)}</small></li>`)}</ul></details>` : undefined}${gaps.length > 0 ? html`<p class="note">Missing: ${gaps.map(({ act: gap }, index) => html`${index > 0 ? ' ' : undefined}<a href="${to(place, 'rules')}#gap-${gap.gap}">${gap.missing}</a>`)}</p>` : undefined}</div><aside class="tight">${act ? html`<p class="note">Where it is documented</p>${references(place, act.sources)}${doubts(act.doubt)}` : html`<p class="note">The record has rules of it and does not describe it.</p>`}</aside></div></section>`
}

/** Whether it is in force, as far as the instrument or the decision on record says so. */
function standingOf({ document }: DocumentView, place: Place): Content {
  if (!document) return 'not known'
  const { instrument, decision, type } = document.act
  const signed = instrument ? place.organisation.instrument(instrument)?.act : undefined
  if (signed) {
    const link = html`<a href="${to(place, `instruments/${signed.instrument}`)}">the instrument</a>`
    return signed.inForceOn
      ? html`since ${dateInWords(signed.inForceOn)}, as a source of ${link} dates it`
      : html`not known; ${link}, signed on ${dateInWords(signed.on)}`
  }
  const adopted = decision ? place.organisation.decision(decision)?.act : undefined
  if (adopted)
    return html`adopted on ${dateInWords(adopted.on)}: <a href="${to(place, `decisions/${adopted.decision}`)}">the decision</a>`
  return type === 'practice' ? undefined : 'not known'
}

function titleOf({ organisation }: Place, id: string): string {
  const found = organisation.listedThroughout('document-described').find(({ act }) => act.document === id)
  return found?.act.title ?? id
}
