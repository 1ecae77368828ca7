import { languages } from '../drafting/index.ts'
import { type ProposalView, wordingProposed } from '../record/index.ts'
import { type Refusal, refuse } from '../rules/index.ts'
import { proposeWords } from '../ui/run/propose-words.ts'
import { languageWords } from '../ui/run/text-words.ts'
import type { Typed } from '../ui/run/typed.ts'
import { listed } from '../ui/words.ts'
import { paragraphsFrom, type ReadForm } from './proposal-form.ts'
import { versionsOf } from './typed.ts'

type Read = ReadForm<Record<string, unknown>>

/** A revision from the fields of its form. Its number is the one that was next when the form was made. */
export function revisionFrom(typed: Typed, { negotiation }: ProposalView): Read {
  const faults = new Map<string, string>()
  const title = versionsOf(typed, 'title')
  if (title.en === undefined) faults.set('title.en', proposeWords.faults.title)
  const paragraphs = paragraphsFrom(typed, faults)
  if (faults.size > 0) return { faults }
  const why = typed.one('why').trim()
  const revision = numberOf(typed.one('revision'))
  const { decision } = negotiation
  return { act: { kind: 'revision-made', decision, revision, title, paragraphs, ...(why === '' ? {} : { why }) } }
}

/** Forwarding: a line of the field is a point left open, with its paragraph where it names one. */
export function forwardingFrom(typed: Typed, { negotiation }: ProposalView): Read {
  const { decision, current } = negotiation
  const openPoints = readOpenPoints(
    typed.one('openPoints'),
    current.paragraphs.map(({ number }) => number),
  )
  return {
    act: {
      kind: 'proposal-forwarded',
      decision,
      revision: numberOf(typed.one('revision')),
      to: typed.one('to'),
      openPoints,
    },
  }
}

export interface OpenPoint {
  readonly paragraph?: string
  readonly says: string
}

/** "2: the colour of the light", "2. …"; a line that begins with no number of the text is a point on the whole. */
export function readOpenPoints(typed: string, numbers: readonly string[]): readonly OpenPoint[] {
  return typed.split('\n').flatMap((line) => {
    const said = line.trim()
    if (said === '') return []
    const [, number, rest] = /^(?:¶\s*)?([A-Za-z0-9.()]{1,12}?)\s*(?:[:：]|\.(?=\s))\s*(.+)$/.exec(said) ?? []
    return number && rest && numbers.includes(number) ? [{ paragraph: number, says: rest }] : [{ says: said }]
  })
}

/** An amendment taken into the next revision: its wording in place of the paragraph's, language by language. */
export function acceptedFrom(typed: Typed, { negotiation, circle }: ProposalView): Read | Refusal {
  const amendment = negotiation.amendments.find(({ id }) => id === typed.one('amendment'))
  const { current, decision } = negotiation
  const there = amendment && current.paragraphs.find(({ number }) => number === amendment.act.paragraph)
  if (!amendment || !there) {
    return refuse('unknown-amendment', 'No such amendment stands beside the text.', {
      remedy: 'The paragraph may have gone since; look at the proposal again.',
    })
  }
  const { participant, paragraph } = amendment.act
  const text = wordingProposed(negotiation, amendment.act)
  const behind = languages.filter((language) => {
    const [was, is] = [there.text[language], text[language]]
    return was !== undefined && (is === undefined || is === was)
  })
  const note =
    behind.length > 0
      ? ` The ${listed(behind.map((language) => languageWords[language]))} of it ${behind.length === 1 ? 'does' : 'do'} not follow yet.`
      : ''
  const why = `Paragraph ${paragraph} as ${circle.called(participant)} proposed it.${note}`
  const paragraphs = current.paragraphs.map((one) => (one === there ? { ...one, text: { ...one.text, ...text } } : one))
  return { act: { kind: 'revision-made', decision, revision: numberOf(typed.one('revision')), paragraphs, why } }
}

/** What is no number is none, and is refused where the act is read. */
function numberOf(text: string): number {
  return /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN
}
