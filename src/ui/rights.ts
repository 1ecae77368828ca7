import type { ActOf, NamedGap, Right, RightRow, RuleOnDay } from '../record/index.ts'
import { takeAway } from './decisions.ts'
import { emptyNote } from './delivery.ts'
import { type Html, html } from './html.ts'
import { type Page, type Place, to } from './layout.ts'
import { articleLink, whereItStands } from './rule.ts'
import { gapTable, rulesNavigation } from './rules.ts'
import { bodyName, statusLabel } from './sentences.ts'
import { capitalised, counted, dateInWords } from './words.ts'

export interface RightsView {
  /** The statuses asked about, in the order of the organisation. */
  readonly statuses: readonly string[]
  readonly rows: readonly RightRow[]
  /** The rules that say who grants a status. */
  readonly grants: readonly RuleOnDay[]
  /** What is missing on statuses. */
  readonly gaps: readonly NamedGap[]
}

/** Who may do what, by status. */
export function rightsPage(view: RightsView, place: Place): Page {
  const { statuses, rows, grants, gaps } = view
  const day = dateInWords(place.organisation.day)
  const known = statuses.reduce((sum, status) => sum + rows.filter((row) => row.byStatus.has(status)).length, 0)
  const cells = statuses.length * rows.length
  const title =
    rows.length + grants.length === 0
      ? `What a status gives is not on record for ${day}`
      : cells === 0
        ? `Who grants a status on ${day}; of what it gives no rule is on record`
        : `What a status gives on ${day}: of ${cells} questions rules answer ${known}`
  const body = html`<section class="stack"><h1>${title}</h1><p class="lede">${cells > 0 ? 'Each cell names the rule it rests on. “No rule known” means that none was found: not that something is allowed, and not that it is forbidden.' : 'No rule that was found says what those who hold a status may do.'}</p>${rulesNavigation(place, 'statuses')}${rows.length + grants.length === 0 ? emptyNote(place) : undefined}</section>
${grants.length > 0 ? grantSection(grants, place) : undefined}
${cells > 0 ? html`<section class="tight"><h2>By right and status</h2><div class="wide-only too-wide">${wideTable(view, place)}</div><div class="narrow-only too-wide">${narrowLists(view, place)}</div>${takeAway(place, {}, 'All of it')}</section>` : undefined}
${gaps.length > 0 ? html`<section class="tight"><h2>What is missing on these</h2>${gapTable(gaps, place)}</section>` : undefined}`
  return { title, body, part: 'rules' }
}

function grantSection(grants: readonly RuleOnDay[], place: Place): Html {
  return html`<section class="tight"><h2>Who grants a status</h2><table class="cards"><thead><tr><th scope="col">Status</th><th scope="col">Granted by</th><th scope="col">To those who were</th><th scope="col">Article</th></tr></thead><tbody>${grants.map(
    ({ rule }) => {
      const computes = rule.act.computes as Extract<ActOf<'rule-stated'>['computes'], { kind: 'status' }>
      const before = (computes.heldBefore ?? []).map((status) => statusLabel(place.organisation, status).one)
      return html`<tr><th scope="row">${capitalised(statusLabel(place.organisation, computes.status).one)}</th><td data-label="granted by">${bodyName(place.organisation, computes.grantedBy)}</td><td data-label="${before.length > 0 && 'to those who were'}">${before.length > 0 ? before.join(', ') : undefined}</td><td><a href="${to(place, `rules/${rule.act.rule}`)}">${whereItStands(rule.act)}</a></td></tr>`
    },
  )}</tbody></table></section>`
}

function wideTable({ statuses, rows }: RightsView, place: Place): Html {
  const label = (status: string) => capitalised(statusLabel(place.organisation, status).one)
  return html`<table class="rights"><thead><tr><td></td>${statuses.map((status) => html`<th scope="col">${label(status)}</th>`)}</tr></thead><tbody>${rows.map(({ right, byStatus }) => html`<tr><th scope="row">${right}</th>${statuses.map((status) => html`<td>${cell(byStatus.get(status), place)}</td>`)}</tr>`)}</tbody></table>`
}

/** The same by status, for a narrow screen and a sheet. */
function narrowLists({ statuses, rows }: RightsView, place: Place): Html {
  return html`${statuses.map((status) => {
    const label = statusLabel(place.organisation, status)
    const known = rows.filter(({ byStatus }) => byStatus.has(status))
    const unknown = rows.filter(({ byStatus }) => !byStatus.has(status))
    return html`<section class="subject"><h3>${capitalised(label.one)}</h3><dl class="facts">${known.map(({ right, byStatus }) => html`<dt>${right}</dt><dd>${cell(byStatus.get(status), place)}</dd>`)}</dl>${unknown.length > 0 ? html`<p class="note">No rule known on ${counted(unknown.length, { one: 'right', many: 'rights' })}: ${unknown.map(({ right }) => right.charAt(0).toLowerCase() + right.slice(1)).join('; ')}.</p>` : undefined}</section>`
  })}`
}

export const mayWords: { readonly [M in Right['may']]: string } = {
  yes: 'yes',
  no: 'no',
  'on-conditions': 'on conditions',
}

const tones: { readonly [M in Right['may']]: string } = { yes: 'yes', no: 'no', 'on-conditions': 'wait' }

function cell(rights: readonly Right[] | undefined, place: Place): Html {
  if (!rights) return html`<span class="unknown">no rule known</span>`
  return html`<ul class="plain">${rights.map(({ may, says, rule }) => html`<li><span class="tag ${tones[may]}">${mayWords[may]}</span> ${says}<br><small>${articleLink(rule, place)}, ${rule.act.document}</small></li>`)}</ul>`
}
