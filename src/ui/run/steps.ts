import { type Language, languages, writeVersion } from '../../drafting/index.ts'
import { levelsAhead, type ProposalView, wouldBe } from '../../record/index.ts'
import { isRefusal, type Reason, type Refusal } from '../../rules/index.ts'
import { type Html, html } from '../html.ts'
import { type Place, to } from '../layout.ts'
import { bodyName } from '../sentences.ts'
import { languageWords, textWords as words } from './text-words.ts'
import { choice, field, hidden, nothingTyped, type Typed } from './typed.ts'

/** The steps that have an address of their own under that of the proposal. */
export type Step = 'revise' | 'accept' | 'forward' | 'withdraw'

export function stepAddress(place: Place, decision: string, step: Step): string {
  return to(place, `run/proposals/${encodeURIComponent(decision)}/${step}`)
}

export function mayRevise(view: ProposalView): boolean {
  return !isRefusal(revising(view))
}

/** What the procedure would say of a next revision that says something else. */
export function revising(view: ProposalView): readonly Reason[] | Refusal {
  const { decision, current } = view.negotiation
  const title = { en: `${current.title.en}, otherwise` }
  const { paragraphs } = current
  return wouldBe(view, { kind: 'revision-made', decision, revision: current.number + 1, title, paragraphs })
}

/** What the procedure would say of forwarding it from here with a point left open. */
export function forwarding(view: ProposalView): readonly Reason[] | Refusal {
  const { negotiation } = view
  const { decision, current, body } = negotiation
  const to = levelsUp(view)[0] ?? body
  const openPoints = [{ says: '-' }]
  return wouldBe(view, { kind: 'proposal-forwarded', decision, revision: current.number, to, openPoints })
}

/** The levels to which it may go from here, of those that lead to the body that decides. */
export function levelsUp({ negotiation, nextLevels, circle }: ProposalView): readonly string[] {
  const { body } = negotiation
  return nextLevels.filter((id) => id === body || levelsAhead(circle, id, body).length > 0)
}

export function withdrawing(view: ProposalView): readonly Reason[] | Refusal {
  return wouldBe(view, { kind: 'proposal-withdrawn', decision: view.negotiation.decision })
}

/** What a seat may do with the text as a whole; of what the chair does, others are told whose it is. */
export function stepsSection(view: ProposalView, place: Place): Html | undefined {
  if (view.seat.kind === 'public') return undefined
  const forms = [reviseDetails(view, place), forwardDetails(view, place), withdrawLink(view, place)].filter(Boolean)
  if (forms.length === 0) return undefined
  return html`<section class="tight" id="steps"><h2>${words.steps}</h2>${forms}</section>`
}

function reviseDetails(view: ProposalView, place: Place): Html | undefined {
  if (!mayRevise(view)) return undefined
  const next = view.negotiation.current.number + 1
  return html`<details class="act"><summary>${words.revise(next)}</summary>${reviseForm(view, place, asItStands(view))}</details>`
}

/** The fields of a revision as the text stands. */
export function asItStands({ negotiation }: ProposalView): Typed {
  const { title, paragraphs, number } = negotiation.current
  const fields = languages.flatMap((language) => [
    [`title.${language}`, title[language] ?? ''] as const,
    [`text.${language}`, writeVersion(paragraphs, language)] as const,
  ])
  return nothingTyped.set({ ...Object.fromEntries(fields), revision: String(number + 1) })
}

export function reviseForm({ negotiation }: ProposalView, place: Place, typed: Typed): Html {
  const next = negotiation.current.number + 1
  return html`<form method="post" action="${stepAddress(place, negotiation.decision, 'revise')}" class="own stack"><p class="note">${words.reviseNote}</p>${hidden('revision', next)}
${textFields(typed)}${field(typed, { name: 'why', label: words.why })}<p><button class="button">${words.makeRevision(next)}</button></p></form>`
}

/** Title and text, in English first; other languages are opened where something is typed in them. */
export function textFields(typed: Typed): Html {
  const [english, ...others] = languages
  return html`${inLanguage(typed, english)}${others.map((language) => {
    const names = [`title.${language}`, `text.${language}`]
    const isUsed = names.some((name) => typed.one(name) !== '' || typed.faults.has(name))
    return html`<details class="act" ${isUsed ? html`open` : undefined}><summary>${words.inAlso(languageWords[language])}</summary><div class="own stack">${inLanguage(typed, language)}</div></details>`
  })}`
}

function inLanguage(typed: Typed, language: Language): Html {
  const name = languageWords[language]
  const isFirst = language === 'en'
  const rows = Math.min(24, Math.max(isFirst ? 8 : 6, typed.one(`text.${language}`).split('\n').length + 3))
  return html`${field(typed, { name: `title.${language}`, label: words.title(name), lang: language, required: isFirst })}${field(typed, { name: `text.${language}`, label: words.wording(name), hint: isFirst ? words.wordingHint : undefined, lang: language, rows, required: isFirst })}`
}

function forwardDetails(view: ProposalView, place: Place): Html | undefined {
  const [to] = levelsUp(view)
  if (to === undefined) return undefined
  const ruled = forwarding(view)
  const called = words.forward(bodyName(place.organisation, to))
  if (!isRefusal(ruled))
    return html`<details class="act"><summary>${called}</summary>${forwardForm(view, place, nothingTyped)}</details>`
  return ruled.refused === 'not-the-chair' ? notOffered(called, ruled) : undefined
}

export function forwardForm(view: ProposalView, place: Place, typed: Typed): Html {
  const { negotiation } = view
  const options = levelsUp(view).map((id) => ({ value: id, says: bodyName(place.organisation, id) }))
  const only =
    options.length === 1
      ? hidden('to', options[0]?.value ?? '')
      : choice(typed, { name: 'to', label: words.forwardTo }, options)
  const called = options.length === 1 ? (options[0]?.says ?? '') : ''
  return html`<form method="post" action="${stepAddress(place, negotiation.decision, 'forward')}" class="own stack"><p class="note">${words.forwardNote}</p>${hidden('revision', negotiation.current.number)}${only}${field(typed, { name: 'openPoints', label: words.openPoints, rows: 4 })}<p><button class="button">${called ? words.forward(called) : 'Forward'}</button></p></form>`
}

function withdrawLink(view: ProposalView, place: Place): Html | undefined {
  const { decision } = view.negotiation
  if (isRefusal(withdrawing(view))) return undefined
  return html`<p><a href="${stepAddress(place, decision, 'withdraw')}">${words.withdraw} …</a></p>`
}

/** Why a step that one would expect is not offered. */
function notOffered(what: string, { message, article, remedy }: Refusal): Html {
  return html`<p class="note">${what}: ${message} ${remedy}${article ? ` (${article})` : ''}</p>`
}
