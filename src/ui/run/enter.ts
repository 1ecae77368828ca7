import { stringify } from 'yaml'
import type { Ruling } from '../../record/index.ts'
import { isRefusal, type Refusal } from '../../rules/index.ts'
import type { SentKind } from '../api/about.ts'
import { aboutActs, otherKinds } from '../api/acts.ts'
import { type Html, html } from '../html.ts'
import { type Page, type Place, to } from '../layout.ts'
import { capitalised } from '../words.ts'
import { enterWords as words } from './enter-words.ts'
import { because } from './meeting-forms.ts'
import { refusalBox } from './step-pages.ts'

/** What the Secretariat enters that no other form is for, and decisions that were taken elsewhere. */
export const enteredHere: readonly SentKind[] = ['decision-recorded', ...otherKinds]

export interface EnterView {
  readonly kind: SentKind
  /** As it was written. */
  readonly written: string
  /** What the rules say of it, once that was asked; or why it was not entered. */
  readonly ruled?: Ruling | Refusal | undefined
  /** The id that the act is given where it says none, so that sent twice it is entered once. */
  readonly id: string
}

/** Everything that may be entered here, with what it does. */
export function enterListPage(place: Place): Page {
  const rows = enteredHere.map(
    (kind) =>
      html`<li><a href="${addressOf(place, kind)}">${named(kind)}</a> <small>${aboutActs[kind].does}</small></li>`,
  )
  const body = html`<section class="stack"><h1>${words.title}</h1><p class="lede">${words.lede}</p></section><ul class="list">${rows}</ul>`
  return { title: words.title, body, part: 'seat', personal: true }
}

/** One act, written down field by field; the rules may be asked before anything is entered. */
export function enterPage({ kind, written, ruled, id }: EnterView, place: Place): Page {
  const title = words.one(named(kind))
  const { does, example } = aboutActs[kind]
  const { kind: _, ...fields } = example
  const rows = Math.max(10, written.split('\n').length + 2)
  const form = html`<form method="post" action="${addressOf(place, kind)}" class="own stack"><input type="hidden" name="id" value="${id}"><label class="field"><span>${words.written}</span><small>${words.hint}</small><textarea name="written" rows="${rows}" spellcheck="false" autocapitalize="off" required>${written.startsWith('\n') ? '\n' : ''}${written}</textarea></label><p class="ways"><button class="button plain-button" name="see" value="rules">${words.see}</button> <button class="button">${words.enter}</button></p></form>`
  const beside = html`<section class="tight"><h2>${words.example}</h2><pre>${stringify(fields)}</pre><p class="note">${words.fields} <a href="/api#${kind}">${words.program}</a></p></section>`
  const body = html`<section class="stack"><p class="crumb"><a href="${to(place, 'run/enter')}">${words.title}</a></p><h1>${title}</h1><p class="lede">${does}</p>${said(ruled)}</section><div class="cols even">${form}${beside}</div>`
  return { title, body, part: 'seat', personal: true }
}

function said(ruled: EnterView['ruled']): Html | undefined {
  if (ruled === undefined || isRefusal(ruled)) return refusalBox(ruled)
  const reasons = 'reasons' in ruled ? ruled.reasons : []
  return html`<div class="aside tight" role="status"><p><strong>${words.found[ruled.finding]}</strong> ${words.notYet}</p>${because(reasons)}</div>`
}

/** "Status granted". */
const named = (kind: SentKind) => capitalised(kind.replaceAll('-', ' '))

const addressOf = (place: Place, kind: SentKind) => `${to(place, 'run/enter')}?kind=${kind}`
