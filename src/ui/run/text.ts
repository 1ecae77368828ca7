import { type Language, languagesOf, type NumberedParagraph, textChanges, wordChanges } from '../../drafting/index.ts'
import type { ProposalView, Revision } from '../../record/index.ts'
import { type Content, type Html, html } from '../html.ts'
import type { Place } from '../layout.ts'
import { amendments } from './amendments.ts'
import { changedParagraphs, spans } from './text-changes.ts'
import { paragraphMarks } from './text-marks.ts'
import { revisionList } from './text-revisions.ts'
import { languageWords, textWords as words } from './text-words.ts'

/** How the text is asked for: in which languages, at which revision; the one that stands, in all of them, otherwise. */
export interface Reading {
  readonly lang?: string | undefined
  readonly revision?: string | undefined
}

/** The text in numbered paragraphs with what stands beside them, its revisions and what changed. */
export function textSection(view: ProposalView, place: Place, reading: Reading = {}): Html {
  const { negotiation } = view
  const { revisions, current } = negotiation
  const shown = revisions.find(({ number }) => String(number) === reading.revision) ?? current
  const there = languagesOf(shown.paragraphs)
  const chosen = there.filter((language) => language === reading.lang)
  const languages = chosen.length > 0 ? chosen : there
  const isCurrent = shown === current
  const paragraphs = shown.paragraphs.map((one) => paragraph(view, place, one, languages, isCurrent))
  const older = isCurrent
    ? undefined
    : html`<p class="aside">${words.older(current.number)} <a href="${at(place, { lang: reading.lang }, 'text')}">${words.current}</a></p>`
  return html`<section class="tight" id="text"><h2>${words.text(shown.number)}</h2>${older}${switcher(place, there, reading)}
${titles(shown, languages)}<ol class="draft">${paragraphs}</ol></section>
${changes(view, shown, languages)}${revisionList(view, place, shown)}`
}

/** The address of this page with another reading. */
export function at({ path }: Place, reading: Reading, anchor: string): string {
  const asked = Object.entries(reading).filter((pair): pair is [string, string] => Boolean(pair[1]))
  return `${path}${asked.length > 0 ? `?${new URLSearchParams(asked)}` : ''}#${anchor}`
}

function switcher(place: Place, there: readonly Language[], reading: Reading): Html | undefined {
  if (there.length < 2) return undefined
  const isChosen = there.some((language) => language === reading.lang)
  const link = (lang: string | undefined, says: string) =>
    html`<a href="${at(place, { ...reading, lang }, 'text')}" ${(isChosen ? reading.lang : undefined) === lang ? html`aria-current="true"` : undefined}>${says}</a>`
  return html`<nav class="pages" aria-label="${words.language}">${link(undefined, words.sideBySide)}${there.map((language) => link(language, languageWords[language]))}</nav>`
}

/** The titles in the other languages; in English it is the heading of the page. */
function titles({ title }: Revision, languages: readonly Language[]): Html | undefined {
  const others = languages.filter((language) => language !== 'en' && title[language])
  return others.length > 0
    ? html`<p class="draft-title">${others.map((language) => html`<span lang="${language}">${title[language]}</span> `)}</p>`
    : undefined
}

function paragraph(
  view: ProposalView,
  place: Place,
  { number, text }: NumberedParagraph,
  languages: readonly Language[],
  isCurrent: boolean,
): Html {
  const wording = (language: Language) =>
    text[language]
      ? html`<p lang="${language}">${text[language]}</p>`
      : html`<p class="note">${words.notIn(languageWords[language])}</p>`
  const beside: Content = isCurrent
    ? html`${paragraphMarks(view, number)}${amendments(view, place, { number, text })}`
    : undefined
  return html`<li id="p-${number}"><a class="no" href="#p-${number}" aria-label="Paragraph ${number}">${number}</a><div class="wordings across-${languages.length}">${languages.map(wording)}</div>${beside}</li>`
}

function changes(view: ProposalView, shown: Revision, languages: readonly Language[]): Html | undefined {
  const { revisions } = view.negotiation
  const before = revisions[revisions.indexOf(shown) - 1]
  if (!before) return undefined
  const all = languages.map((language) => ({
    language,
    title:
      before.title[language] === shown.title[language]
        ? undefined
        : spans(wordChanges(before.title[language] ?? '', shown.title[language] ?? '', language)),
    paragraphs: textChanges(before.paragraphs, shown.paragraphs, language),
  }))
  return html`<section class="tight" id="changes"><h2>${words.changes(before.number, shown.number)}</h2>${shown.why ? html`<p>${shown.why}</p>` : undefined}<p class="note">${words.howMarked}</p>${all.map((one) => changedParagraphs(one, languages.length > 1))}</section>`
}
