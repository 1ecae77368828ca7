import { languages, writeVersion } from '../../drafting/index.ts'
import type { ProposalView } from '../../record/index.ts'
import type { Refusal } from '../../rules/index.ts'
import { type Content, type Html, html } from '../html.ts'
import { type Page, type Place, to } from '../layout.ts'
import { withTimes } from '../refusal.ts'
import { forwardForm, levelsUp, reviseForm } from './steps.ts'
import { languageWords, textWords as words } from './text-words.ts'
import { field, hidden, nothingTyped, type Typed } from './typed.ts'

/** The pages of the steps: what was typed is shown again, with the refusal above and beside the field. */
interface Again {
  readonly typed: Typed
  readonly refusal?: Refusal | undefined
}

export function revisePage(view: ProposalView, place: Place, { typed, refusal }: Again): Page {
  const { current } = view.negotiation
  const isStale = refusal?.refused === 'stale-revision'
  const form = reviseForm(view, place, typed)
  const body = isStale
    ? html`<p data-refused>${words.stale(current.number, current.number + 1)}</p><div class="cols even">${form}${asItIs(view)}</div>`
    : form
  return page(view, place, words.revise(current.number + 1), refusal, body)
}

function asItIs({ negotiation: { current } }: ProposalView): Html {
  const versions = languages.flatMap((language) => {
    const text = writeVersion(current.paragraphs, language)
    return text === ''
      ? []
      : [html`<h3>${languageWords[language]}</h3><pre class="said" lang="${language}">${text}</pre>`]
  })
  return html`<section class="tight" data-refused><h2>${words.nowSays(current.number)}</h2>${versions}</section>`
}

export function forwardPage(view: ProposalView, place: Place, { typed, refusal }: Again): Page {
  const [only] = levelsUp(view)
  const title = only ? words.forward(view.circle.called(only)) : 'Forward'
  return page(view, place, title, refusal, forwardForm(view, place, typed))
}

/** The step before withdrawing, which needs no script. */
export function withdrawPage(view: ProposalView, place: Place): Page {
  const { decision } = view.negotiation
  const body = html`<form method="post" action="/${place.organisation.id}/run/acts" class="own stack"><p>${words.withdrawSure}</p>${hidden('kind', 'proposal-withdrawn')}${hidden('decision', decision)}${hidden('back', to(place, `run/proposals/${decision}`))}${field(nothingTyped, { name: 'reason', label: words.withdrawReason })}<p><button class="button">${words.withdrawn}</button></p></form>`
  return page(view, place, words.withdraw, undefined, body)
}

function page(
  { negotiation }: ProposalView,
  place: Place,
  step: string,
  refusal: Refusal | undefined,
  form: Content,
): Page {
  const { decision, current } = negotiation
  const title = `${step}: ${current.title.en}`
  const back = to(place, `run/proposals/${decision}`)
  const body = html`<section class="stack"><p class="crumb"><a href="${back}">${words.back}</a></p><h1>${title}</h1>${refusalBox(refusal && withTimes(refusal, place))}${form}</section>`
  return { title, body, part: 'run' }
}

/** The program says no, above a form that keeps what was typed. */
export function refusalBox(refusal: Refusal | undefined): Html | undefined {
  if (!refusal) return undefined
  const { message, article, remedy } = refusal
  return html`<div class="aside refused" role="alert"><p><strong>${message}</strong>${article ? html` <small>${article}</small>` : undefined}</p>${remedy ? html`<p>${remedy}</p>` : undefined}</div>`
}
