import { type Language, languages, type NumberedParagraph, wordChanges } from '../../drafting/index.ts'
import { type Dated, type ProposalView, wordingProposed, wouldBe } from '../../record/index.ts'
import { isRefusal } from '../../rules/index.ts'
import { type Html, html } from '../html.ts'
import type { Place } from '../layout.ts'
import { actForm, button, noteInWords } from './act-form.ts'
import { mayBreakNow } from './position-said.ts'
import { mayRevise, stepAddress } from './steps.ts'
import { spans } from './text-changes.ts'
import { amendmentsTo } from './text-marks.ts'
import { languageWords, textWords as words } from './text-words.ts'
import { choice, field, hidden, nothingTyped } from './typed.ts'

/** The other wordings proposed for a paragraph, beside it, and the way to propose one. */
export function amendments(view: ProposalView, place: Place, one: NumberedParagraph): Html | undefined {
  const there = amendmentsTo(view, one.number).map((amendment) => shown(view, place, one, amendment))
  const list =
    there.length > 0 ? html`<ul class="amendments" aria-label="${words.amendments}">${there}</ul>` : undefined
  return html`${list}${amendForm(view, place, one)}`
}

function shown(
  view: ProposalView,
  place: Place,
  one: NumberedParagraph,
  { id, act }: Dated<'amendment-proposed'>,
): Html {
  const { negotiation, circle } = view
  const proposed = wordingProposed(negotiation, act)
  const changed = languages.filter((language) => proposed[language] && proposed[language] !== one.text[language])
  const wording = (language: Language) =>
    html`<p class="said" lang="${language}">${spans(wordChanges(one.text[language] ?? '', proposed[language] ?? '', language))}</p>`
  const accept =
    changed.length > 0 && mayRevise(view)
      ? html`<form method="post" action="${stepAddress(place, negotiation.decision, 'accept')}">${hidden('amendment', id)}${hidden('revision', negotiation.current.number + 1)}<button class="button plain-button">${words.accept}</button></form>`
      : undefined
  const own = { participant: act.participant }
  const at = `p-${one.number}`
  const isMine = view.own === act.participant
  const note = act.fromNote
    ? html`<small>${words.fromNote(noteInWords(act.fromNote), negotiation.confirmed.has(id))}</small>`
    : undefined
  const confirm =
    isMine && act.fromNote && !negotiation.confirmed.has(id)
      ? actForm(view, place, { kind: 'entry-confirmed', ...own, confirms: id }, button(words.confirm), at)
      : undefined
  const isEnteredHere = view.seat.kind === 'secretariat' && act.fromNote !== undefined && !negotiation.confirmed.has(id)
  const mayWithdraw = (isMine || isEnteredHere) && !negotiation.decided && !negotiation.withdrawn
  const withdraw = mayWithdraw
    ? actForm(view, place, { kind: 'amendment-withdrawn', ...own, amendment: id }, button(words.takeBack, true), at)
    : undefined
  const offered = [accept, confirm, withdraw].filter((way) => way !== undefined)
  const ways = offered.length > 0 ? html`<div class="row-form">${offered}</div>` : undefined
  return html`<li><small>${words.amendedBy(circle.called(act.participant), act.revision, negotiation.current.number, negotiation.decided !== undefined)}${act.says ? `: ${act.says}` : ''}</small>${changed.length > 0 ? changed.map(wording) : html`<p class="note">${words.taken}</p>`}${note}${ways}</li>`
}

/** Whether another wording, proposed now by whoever reads the page, breaks the silence under which the text is put. */
function breaksSilence(view: ProposalView): boolean {
  return view.silenceRule?.amendmentBreaks === true && mayBreakNow(view, view.own)
}

function amendForm(view: ProposalView, place: Place, { number, text }: NumberedParagraph): Html | undefined {
  const { negotiation, circle, seat, entitled, own } = view
  const { decision, current } = negotiation
  const behalf = seat.kind === 'secretariat'
  const participant = behalf ? entitled[0] : own
  if (participant === undefined) return undefined
  const fromNote = behalf ? { number: '-', date: circle.organisation.day } : undefined
  const act = {
    kind: 'amendment-proposed',
    decision,
    participant,
    revision: current.number,
    paragraph: number,
    text,
    fromNote,
  } as const
  if (isRefusal(wouldBe(view, act))) return undefined
  const typed = nothingTyped.set(
    Object.fromEntries(languages.map((language) => [`text.${language}`, text[language] ?? ''])),
  )
  const there = languages.filter((language) => text[language] !== undefined)
  const who = behalf
    ? html`${choice(
        typed,
        { name: 'participant', label: words.onBehalf },
        entitled.map((id) => ({ value: id, says: circle.called(id) })),
      )}${field(typed, { name: 'fromNote.number', label: words.noteNumber, required: true })}${field(typed, { name: 'fromNote.date', label: words.noteDate, required: true, type: 'date' })}`
    : hidden('participant', participant)
  return html`<details class="act"><summary>${words.amend}</summary><form method="post" action="/${place.organisation.id}/run/acts" class="own stack">${hidden('kind', act.kind)}${hidden('decision', decision)}${hidden('revision', current.number)}${hidden('paragraph', number)}${hidden('back', `${place.path}#p-${number}`)}${who}
${there.map((language) => field(typed, { name: `text.${language}`, label: words.wording(languageWords[language]), lang: language, rows: 3, required: language === 'en' }))}${field(typed, { name: 'says', label: words.amendWhy })}<p class="note">${breaksSilence(view) ? words.amendBreaks : words.amendSeen}</p><p><button class="button">${words.amendButton(number)}</button></p></form></details>`
}
