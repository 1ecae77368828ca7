import type { ActOf, RuleOnDay } from '../record/index.ts'
import { doubtTag } from './acts.ts'
import { mannerInWords } from './computes.ts'
import { takeAway } from './decisions.ts'
import { type Content, type Html, html } from './html.ts'
import { type Page, type Place, to } from './layout.ts'
import { articleLink } from './rule.ts'
import { rulesNavigation } from './rules.ts'
import { bodyName } from './sentences.ts'
import { capitalised, counted, numberInWords } from './words.ts'

/** A body with the rules that bear on it on the day. */
export interface BodyRules {
  readonly id: string
  readonly description: ActOf<'body-described'> | undefined
  /** The rules by which its decisions are judged. */
  readonly decides: readonly RuleOnDay[]
  readonly rules: readonly RuleOnDay[]
}

/** What each body decides, and how. */
export function ruleBodiesPage(rows: readonly BodyRules[], place: Place): Page {
  const computing = rows.filter(({ decides }) => decides.length > 0).length
  const title =
    rows.length === 0
      ? 'No body is on record'
      : `${capitalised(counted(rows.length, { one: 'body', many: 'bodies' }))}; how ${computing === 0 ? 'they decide is not kept as a rule' : `${rows.length === 1 ? 'it decides' : `${numberInWords(computing)} of them ${computing === 1 ? 'decides' : 'decide'}`} is kept as a rule that computes`}`
  const body = html`<section class="stack"><h1>${title}</h1><p class="lede">What each may decide, how, who has the chair, how often it meets and to whom it reports, with the article. What each has done is on <a href="${to(place, 'bodies')}">the page of bodies</a>.</p>${rulesNavigation(place, 'bodies')}</section>
${rows.map((row) => bodySection(row, place))}
${rows.length > 0 ? takeAway(place, {}, 'All of it') : undefined}`
  return { title, body, part: 'rules' }
}

function bodySection({ id, description, decides, rules }: BodyRules, place: Place): Html {
  const powers = description?.powers ?? []
  const fact = (label: string, value: Content) =>
    html`<dt>${label}</dt><dd>${value || html`<span class="unknown">no rule known</span>`}</dd>`
  const text = (value: string | undefined) => value && capitalised(value)
  const how =
    decides.length > 0
      ? html`${decides.map(({ rule }) => {
          const { computes } = rule.act
          const says =
            computes?.kind === 'body' || computes?.kind === 'decides' ? mannerInWords(computes, place.organisation) : ''
          return html`<p>${says} <small>${articleLink(rule, place)}, ${rule.act.document}</small></p>`
        })}`
      : text(description?.decides)
  const name = bodyName(place.organisation, id)
  const heading = description ? html`<a href="${to(place, `bodies/${id}`)}">${name}</a>` : name
  const above = description?.under
    ? html`<a href="${to(place, `bodies/${description.under}`)}">${bodyName(place.organisation, description.under)}</a>`
    : text(description?.reportsTo)
  return html`<section class="subject tight" id="${id}"><h2>${heading}</h2><div class="cols"><dl class="facts">${description?.article ? fact('Article', text(description.article)) : undefined}${fact('Decides', how)}${fact('Chair', text(description?.chairRule))}${fact('Meets', text(description?.frequency))}${fact('Reports to', above ?? 'none on record')}${description ? html`<dt>As described</dt><dd><a href="${to(place, `bodies/${id}`)}">with its sources</a>${doubtTag(description.doubt)}</dd>` : undefined}</dl><div class="tight">${powers.length > 0 ? html`<p class="note">What it may do</p><ul>${powers.map((power) => html`<li>${capitalised(power)}</li>`)}</ul>` : html`<p class="note">What it may do is not on record.</p>`}</div></div>${rules.length > 0 ? html`<details><summary>${capitalised(counted(rules.length, { one: 'rule bears', many: 'rules bear' }))} on it</summary><ul class="list">${rules.map(({ rule }) => html`<li><span>${rule.act.says}</span><small>${articleLink(rule, place)}, ${rule.act.document}</small></li>`)}</ul></details>` : undefined}</section>`
}
