import type { Language, ParagraphChange, Span } from '../../drafting/index.ts'
import { type Html, html } from '../html.ts'
import { capitalised, listed } from '../words.ts'
import { languageWords, textWords as words } from './text-words.ts'

interface Changed {
  readonly language: Language
  readonly title: Html | undefined
  readonly paragraphs: readonly ParagraphChange[]
}

/** What changed in one language, paragraph by paragraph; those that stayed are named in a line. */
export function changedParagraphs({ language, title, paragraphs }: Changed, isNamed: boolean): Html {
  const touched = paragraphs.filter(isTouched)
  const same = paragraphs.filter((one) => !isTouched(one)).map(({ number }) => number)
  const heading = isNamed ? html`<h3>${languageWords[language]}</h3>` : undefined
  if (touched.length === 0 && !title)
    return html`${heading}<p class="note">${words.nothingIn(languageWords[language])}</p>`
  return html`${heading}<ol class="draft changed" lang="${language}">${title ? html`<li><span class="no" lang="en">${words.titleChanged}</span><p>${title}</p></li>` : undefined}${touched.map(changed)}</ol>${same.length > 0 ? html`<p class="note">${capitalised(words.same)}: ${listed(same)}.</p>` : undefined}`
}

function isTouched({ change, moved, was }: ParagraphChange): boolean {
  return change !== 'same' || moved === true || was !== undefined
}

function changed({ number, change, moved, was, spans: said }: ParagraphChange): Html {
  const how = [
    change === 'same' ? undefined : words.change[change],
    moved ? words.moved : undefined,
    was === undefined ? undefined : words.renumbered(was),
  ].filter((one) => one !== undefined)
  return html`<li><span class="no" lang="en">${number}</span><small lang="en">${how.join(', ')}</small><p>${spans(said)}</p></li>`
}

/** Words that stayed, came and went, marked by line and by element. */
export function spans(said: readonly Span[]): Html {
  const one = ({ kind, text }: Span) =>
    kind === 'inserted' ? html`<ins>${text}</ins>` : kind === 'deleted' ? html`<del>${text}</del>` : text
  return html`${said.map(one)}`
}
