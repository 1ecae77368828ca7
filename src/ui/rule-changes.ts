import type { RuleChange } from '../record/index.ts'
import { earliest, latest, type PartialDate } from '../rules/index.ts'
import { doubtTag } from './acts.ts'
import { takeAway } from './decisions.ts'
import { emptyNote } from './delivery.ts'
import { type Html, html } from './html.ts'
import { type Page, type Place, to } from './layout.ts'
import { whereItStands } from './rule.ts'
import { rulesNavigation } from './rules.ts'
import { capitalised, counted, dateInWords } from './words.ts'

export interface RuleChangesView {
  /** The newest first. */
  readonly changes: readonly RuleChange[]
  /** Rules of which nobody knows when they began. */
  readonly undated: number
}

/** What changed when, among the rules. */
export function ruleChangesPage({ changes, undated }: RuleChangesView, place: Place): Page {
  const { day } = place.organisation
  const days = [...Map.groupBy(changes, ({ on }) => on)]
  const past = changes.filter(({ on }) => earliest(on) <= day)
  const last = past[0]
  const title =
    changes.length === 0
      ? 'No change of a rule is on record'
      : last
        ? `Rules last changed on ${dateInWords(last.on)}, as far as is on record by ${dateInWords(day)}`
        : `No rule had begun by ${dateInWords(day)}`
  const body = html`<section class="stack"><h1>${title}</h1><p class="lede">${changes.length > 0 ? `${capitalised(counted(changes.length, { one: 'beginning, change or end', many: 'beginnings, changes and ends' }))} of rules on ${counted(days.length, { one: 'day', many: 'days' })}, the newest first.${undated > 0 ? ` ${capitalised(counted(undated, { one: 'rule is', many: 'rules are' }))} not among them: since when they apply is not known.` : ''}` : 'Rules that began, changed or ended would be listed here.'}</p>${rulesNavigation(place, 'changes')}${changes.length === 0 ? emptyNote(place) : undefined}</section>
${days.map(([on, list]) => daySection(on, list, place))}
${changes.length > 0 ? takeAway(place, {}, 'All of it') : undefined}`
  return { title, body, part: 'rules' }
}

const whatWords: { readonly [W in RuleChange['what']]: string } = {
  begins: 'begins',
  changes: 'changes',
  ends: 'ends',
}
const tones: { readonly [W in RuleChange['what']]: string } = { begins: 'yes', changes: 'wait', ends: 'no' }

/** A rule that began some time in a year is surely there at its end. */
function lastDayOf(date: PartialDate | undefined): string | undefined {
  return date && latest(date)
}

function daySection(on: RuleChange['on'], list: readonly RuleChange[], place: Place): Html {
  const isLater = earliest(on) > place.organisation.day
  const heading =
    on.length === 10 ? html`<a href="${to(place, 'rules', { on })}">${dateInWords(on)}</a>` : dateInWords(on)
  return html`<section class="tight" id="d-${on}"><h2>${heading}${isLater ? html` <small>after the day you are on</small>` : undefined}</h2><ul class="list">${list.map(({ what, rule, before }) => html`<li class="${isLater ? 'later-act' : ''}"><span><span class="tag ${tones[what]}">${whatWords[what]}</span> ${rule.act.says}${doubtTag(rule.act.doubt.filter(({ field }) => field === (what === 'ends' ? 'to' : 'from')))}</span>${before ? html`<small>Before: ${before.act.says}</small>` : undefined}<small><a href="${to(place, `rules/${rule.act.rule}`, { on: lastDayOf(what === 'ends' ? rule.act.on : on) })}">${whereItStands(rule.act)}</a></small></li>`)}</ul></section>`
}
