import type { Constitution, Knowledge, NamedGap, Reading, RuleOnDay } from '../record/index.ts'
import { earliest } from '../rules/index.ts'
import { doubtTag } from './acts.ts'
import { asOfForm } from './as-of.ts'
import { takeAway } from './decisions.ts'
import { emptyNote } from './delivery.ts'
import { type Content, type Html, html } from './html.ts'
import { type Page, type Place, to } from './layout.ts'
import { type Choice, narrowingForm, type Query } from './narrowing.ts'
import { evidences } from './sentences.ts'
import { capitalised, counted, dateInWords, numberInWords } from './words.ts'

export const ruleCount = { one: 'rule', many: 'rules' }

export const strengths: { readonly [S in RuleOnDay['rule']['act']['strength']]: string } = {
  must: 'must',
  'as-a-rule': 'as a rule',
  practice: 'practice',
}

/** The pages on rules, by the last part of their address; no rule may be called so. */
export const rulePages = {
  statuses: 'Who may do what',
  bodies: 'What each body decides, and how',
  changes: 'What changed when',
  documents: 'The basic documents',
} as const

/** The rules under one document. */
export interface RuleGroup {
  readonly title: string
  /** The code of the document, where it is described. */
  readonly document: string | undefined
  readonly rules: readonly RuleOnDay[]
}

export interface RulesView {
  readonly constitution: Constitution
  /** Those asked for, under their documents. */
  readonly groups: readonly RuleGroup[]
  readonly gaps: readonly NamedGap[]
  readonly query: Query
  readonly choices: readonly Choice[]
}

export function rulesPage(view: RulesView, place: Place, moments: readonly Knowledge[]): Page {
  const { inForce, gaps } = view.constitution
  const day = dateInWords(place.organisation.day)
  const shown = view.groups.flatMap(({ rules }) => rules)
  const narrowed = Object.values(view.query).some((value) => value !== undefined)
  const title =
    inForce.length + gaps.length === 0
      ? `No rule is on record for ${day}`
      : `${capitalised(counted(inForce.length, ruleCount))} on ${day}${gaps.length > 0 ? `; ${numberInWords(gaps.length)} found missing` : ''}`
  const body = html`${asOfForm(place, moments, undefined)}
<section class="stack"><h1>${title}</h1>${inForce.length > 0 ? lede(inForce, place) : html`<p class="lede">Nothing that was found in a document is said to have applied on this day.</p>${emptyNote(place)}`}${rulesNavigation(place, '')}</section>
${counts(view.constitution)}
${narrowingForm(place, view.choices)}
<section class="stack" id="rules"><h2>${narrowed ? `${capitalised(numberInWords(shown.length))} of ${counted(inForce.length, ruleCount)}, by document and article` : 'By document and article'}</h2>${shown.length > 0 ? view.groups.map((group) => groupSection(group, place)) : html`<p class="note">${inForce.length > 0 ? 'No rule answers to all of these. Choose “any” for one of them.' : 'None.'}</p>`}${takeAway(place, view.query)}</section>
${gapsSection(view.gaps, place)}
${otherDays(view.constitution, place)}`
  return { title, body, part: 'rules' }
}

function lede(inForce: readonly RuleOnDay[], place: Place): Html {
  const computing = inForce.filter(({ rule }) => rule.act.computes).length
  return html`<p class="lede">Each in our own words, with the article it stands in and how near to the text we came: ${readingsInWords(inForce)}. ${computing === 0 ? 'None of them computes' : `${capitalised(numberInWords(computing))} of them ${computing === 1 ? 'computes' : 'compute'}: what was done can be held against ${computing === 1 ? 'it' : 'them'}`}; the rest is shown as text. <a href="${to(place, 'coverage')}">How complete the record is</a></p>`
}

/** "50 read at the place named, 5 at second hand": how well rules were read. */
export function readingsInWords(rules: readonly RuleOnDay[]): string {
  const ways: readonly Reading[] = ['read', 'partial', 'secondary', 'located', 'not-stated']
  return ways
    .map((way) => ({ way, count: rules.filter(({ reading }) => reading === way).length }))
    .filter(({ count }) => count > 0)
    .map(({ way, count }) => `${count} ${way === 'not-stated' ? 'without a word on it' : evidences[way]}`)
    .join(', ')
}

/** The pages on rules beside this one. */
export function rulesNavigation(place: Place, here: '' | keyof typeof rulePages): Html {
  const link = (path: string, says: string) =>
    html`<a href="${to(place, path)}" ${path === (here === '' ? 'rules' : `rules/${here}`) ? html`aria-current="page"` : undefined}>${says}</a>`
  return html`<nav class="pages" aria-label="Pages on rules">${link('rules', 'By document and article')}${Object.entries(rulePages).map(([path, says]) => link(`rules/${path}`, says))}</nav>`
}

function counts({ inForce, gaps }: Constitution): Html | undefined {
  if (inForce.length + gaps.length === 0) return undefined
  const figure = (count: number, says: string, href: string) =>
    html`<li><a href="${href}"><b>${count}</b><small>${says}</small></a></li>`
  const strong = (strength: string) => inForce.filter(({ rule }) => rule.act.strength === strength).length
  const doubtful = inForce.filter(({ rule }) => rule.act.doubt.length > 0).length
  return html`<ul class="figures">${figure(strong('must'), 'say must', '#rules')}${figure(strong('as-a-rule'), 'say as a rule', '#rules')}${strong('practice') > 0 ? figure(strong('practice'), 'practices observed', '#rules') : undefined}${figure(doubtful, 'carry a doubt', '#rules')}${figure(gaps.length, 'rules missing', '#gaps')}</ul>`
}

function groupSection({ title, document, rules }: RuleGroup, place: Place): Html {
  const heading = document ? html`<a href="${to(place, 'rules/documents')}#${document}">${title}</a>` : title
  return html`<section class="tight"><h3>${heading}</h3>${ruleTable(rules, place, { inLine: true })}</section>`
}

/** Rules as a table: the article first, the rule as the way to its sources. */
export function ruleTable(
  rules: readonly RuleOnDay[],
  place: Place,
  { document = false, inLine = false }: { readonly document?: boolean; readonly inLine?: boolean } = {},
): Html {
  return html`<table class="cards rules${inLine ? ' in-line' : ''}"><thead><tr><th scope="col">Article</th><th scope="col">Rule</th><th scope="col">Strength</th><th scope="col">Applies</th><th scope="col">How it was read</th><th scope="col" class="number">Sources</th></tr></thead><tbody>${rules.map((one) => ruleRow(one, place, document))}</tbody></table>`
}

function ruleRow({ rule, standing, reading }: RuleOnDay, place: Place, document: boolean): Html {
  const { act } = rule
  const sources = new Set(act.sources.map(({ source }) => source)).size
  const address = ruleAddress(place, act.rule)
  const where = [document ? act.document : undefined, act.article].filter(Boolean).join(', ')
  const computes = act.computes ? html` <span class="tag yes">computes</span>` : undefined
  const doubtful = doubtTag(act.doubt.filter(({ field }) => field !== 'says'))
  const uncertain =
    standing === 'uncertain' && act.on !== undefined ? html` <span class="tag wait">uncertain</span>` : undefined
  return html`<tr><td class="article"><a href="${address}">${where ? capitalised(where) : act.strength === 'practice' ? 'Practice' : 'No article known'}</a></td><th scope="row">${act.says}${computes}</th><td>${strengths[act.strength]}</td><td data-label="applies">${appliesInWords(act)}${uncertain}</td><td>${readingTag(reading)}${doubtful}</td><td class="number" data-label="sources"><a href="${address}#sources">${sources}</a></td></tr>`
}

/** "since 19 September 2003", "2004 to 2025", "since when is not known". */
export function appliesInWords({ on, to: end }: Pick<RuleOnDay['rule']['act'], 'on' | 'to'>): string {
  if (on === undefined) return end ? `until ${dateInWords(end)}, since when is not known` : 'since when is not known'
  return end ? `${dateInWords(on)} to ${dateInWords(end)}` : `since ${dateInWords(on)}`
}

export function readingTag(reading: Reading): Html {
  return reading === 'read' ? html`${evidences.read}` : html`<span class="tag wait">${evidences[reading]}</span>`
}

export function ruleAddress(place: Place, id: string): string {
  return to(place, `rules/${id}`)
}

function gapsSection(gaps: readonly NamedGap[], place: Place): Html {
  return html`<section class="tight" id="gaps"><h2>${gaps.length > 0 ? `${capitalised(counted(gaps.length, { one: 'rule is', many: 'rules are' }))} missing` : 'What is missing'}</h2>${gaps.length > 0 ? html`<p class="note">Looked for and not found, or known to exist and not read. What would need them is not judged.</p>${gapTable(gaps, place, true)}` : html`<p class="note">No gap has been named here. That does not mean that there is none.</p>`}</section>`
}

export function gapTable(gaps: readonly NamedGap[], place: Place, inLine = false): Html {
  return html`<table class="cards gaps${inLine ? ' in-line' : ''}"><thead><tr><th scope="col">On</th><th scope="col">What is missing</th><th scope="col">What cannot be judged</th><th scope="col">Missing</th><th scope="col">Touches</th></tr></thead><tbody>${gaps.map(
    (gap) => {
      const { act } = gap
      const touches: Content = (act.touches ?? []).map(
        (id, index) => html`${index > 0 ? ', ' : undefined}<a href="${ruleAddress(place, id)}">${ruleName(id)}</a>`,
      )
      return html`<tr id="gap-${act.gap}"><td class="article">${capitalised(act.topic)}</td><th scope="row">${act.missing}${act.note ? html` <small>${act.note}</small>` : undefined} <small><a href="${to(place, `register/${gap.id}`)}">${act.sources.length > 0 ? counted(new Set(act.sources.map(({ source }) => source)).size, { one: 'source', many: 'sources' }) : 'in the register'}</a></small></th><td class="line" data-label="cannot be judged:">${act.prevents}</td><td data-label="missing">${act.on === undefined && act.to === undefined ? 'throughout' : act.on === undefined ? `until ${dateInWords(act.to as NonNullable<typeof act.to>)}` : appliesInWords(act)}</td><td data-label="${act.touches && 'touches'}">${touches}</td></tr>`
    },
  )}</tbody></table>`
}

/** What a rule is called where there is no room for its words. */
export function ruleName(id: string): string {
  return id.replaceAll('-', ' ')
}

function otherDays({ ended, later }: Constitution, place: Place): Html | undefined {
  if (ended.length + later.length === 0) return undefined
  const part = (rules: readonly RuleOnDay[], says: string) =>
    rules.length === 0
      ? undefined
      : html`<details><summary>${says} (${rules.length})</summary>${ruleTable(
          rules.toSorted((a, b) => (dateOf(a) < dateOf(b) ? -1 : 1)),
          place,
          { document: true },
        )}</details>`
  return html`<section class="tight"><h2>On other days</h2>${part(ended, 'No longer applied on this day')}${part(later, 'Did not apply yet')}</section>`
}

function dateOf({ rule: { act } }: RuleOnDay): string {
  return act.on === undefined ? '' : earliest(act.on)
}
