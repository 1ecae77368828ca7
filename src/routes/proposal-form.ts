import { createHash, randomUUID } from 'node:crypto'
import { type NumberedParagraph, readParagraphs } from '../drafting/index.ts'
import { type Seat, type Way, waysToPropose } from '../record/index.ts'
import { isRefusal, parsePartialDate, type Refusal } from '../rules/index.ts'
import { proposeWords as words } from '../ui/run/propose-words.ts'
import { faultSaid } from '../ui/run/text-words.ts'
import type { Typed } from '../ui/run/typed.ts'
import type { RunAsk } from './run-page.ts'
import { versionsOf } from './typed.ts'

/** What was wrong, by field; or the act. */
export type ReadForm<A> = { readonly act: A } | { readonly faults: ReadonlyMap<string, string> }

/** A proposal from the fields of its form. */
export function proposalFrom(typed: Typed, { seat, circle }: RunAsk): ReadForm<Record<string, unknown>> {
  const faults = new Map<string, string>()
  const say = (field: string, says: string | undefined | false) => says && faults.set(field, says)
  const way = wayAsked(typed)
  say('way', !way && words.faults.way)
  const type = typeAsked(typed)
  say('type', !type ? words.faults.type : !/^[A-Za-z0-9][A-Za-z0-9-]*$/.test(type) && words.faults.type2)
  const title = versionsOf(typed, 'title')
  say('title.en', title.en === undefined && words.faults.title)
  const paragraphs = paragraphsFrom(typed, faults)
  const proposedBy = proposersOf(typed, seat)
  say('proposedBy', proposedBy.length === 0 && words.faults.nobody)
  const note = noteFrom(typed, seat, say)
  const interested = typed.all('interested')
  const some = typed.one('meantFor') === 'some'
  say('interested', some && interested.length === 0 && words.faults.some)
  if (faults.size > 0) return { faults }
  const id = idAsked(typed)
  const basis = typed.one('basis').trim()
  const concerns = typed.all('concerns')
  const act = {
    id,
    kind: 'proposal-made',
    decision: decisionId(title.en as string, `${circle.organisation.id} ${id}`),
    ...way,
    type,
    title,
    paragraphs,
    proposedBy,
    meantFor: some ? interested : 'all',
    audience: typed.one('audience') || 'body',
    ...(basis === '' ? {} : { basis }),
    ...(concerns.length === 0 ? {} : { concerns }),
    ...(note ? { fromNote: note } : {}),
  }
  return { act }
}

/** The paragraphs of all languages; what is wrong with them is noted by field. */
export function paragraphsFrom(typed: Typed, faults: Map<string, string>): readonly NumberedParagraph[] {
  const read = readParagraphs({ en: typed.one('text.en'), ru: typed.one('text.ru'), zh: typed.one('text.zh') })
  if ('paragraphs' in read) return read.paragraphs
  for (const fault of read.faults) {
    const { field, says } = faultSaid(fault)
    faults.set(field, [faults.get(field), says].filter(Boolean).join(' '))
  }
  return []
}

/** `way=experts>council`, or the two apart. */
export function wayAsked(typed: Typed): Way | undefined {
  const [level, body] = typed.one('way').split('>')
  if (level && body) return { body, level }
  const apart = typed.one('body')
  return apart ? { body: apart, level: typed.one('level') || apart } : undefined
}

/** The way asked for, or the first there is, as the form names it. */
export function wayShown(typed: Typed, { circle }: RunAsk): string | undefined {
  const way = wayAsked(typed) ?? waysToPropose(circle)[0]
  return way && `${way.level}>${way.body}`
}

export function typeAsked(typed: Typed): string {
  return typed.one('type').trim().toLowerCase().replaceAll(/\s+/g, '-')
}

/** A delegation proposes for itself alone: nobody is bound by another's word. */
export function proposersOf(typed: Typed, seat: Seat): readonly string[] {
  if (seat.kind === 'delegation') return [seat.participant]
  return seat.kind === 'secretariat' ? typed.all('proposedBy') : []
}

function noteFrom(typed: Typed, seat: Seat, say: (field: string, says: string | false) => void) {
  if (seat.kind !== 'secretariat') return undefined
  const [number, date] = [typed.one('fromNote.number').trim(), typed.one('fromNote.date').trim()]
  say('fromNote.number', number === '' && words.faults.note)
  say('fromNote.date', isRefusal(parsePartialDate(date)) && words.faults.noteDate)
  return { number, date }
}

/** The id of the form, so that one sent twice is entered once; a new one where it is none of ours. */
export function idAsked(typed: Typed): string {
  const id = typed.one('act')
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? id : randomUUID()
}

/** Readable, and like no other: the title, and six characters that follow from the id of the act, which is random. */
export function decisionId(title: string, seed: string): string {
  const plain = title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
  const short = wholeWords(plain.replaceAll(/^-+|-+$/g, ''), 48) || 'proposal'
  const digits = BigInt(`0x${createHash('sha256').update(seed).digest('hex')}`).toString(36)
  return `${short}-${digits.slice(-6)}`
}

/** The words that fit, none of them cut; but a first word that does not fit is. */
function wholeWords(hyphened: string, most: number): string {
  if (hyphened.length <= most) return hyphened
  return hyphened
    .slice(0, most + 1)
    .replace(/-[^-]*$/, '')
    .slice(0, most)
}

/** Beside which field a refusal of a proposal stands. */
export function fieldRefused({ refused, message }: Refusal): string | undefined {
  if (refused === 'unreadable-act') {
    const field = /^([\w.[\]]+):/.exec(message)?.[1] ?? ''
    return field.startsWith('paragraphs') ? 'text.en' : field
  }
  if (['may-not-propose', 'not-competent', 'not-on-the-ladder', 'unknown-body'].includes(refused)) return 'way'
  return undefined
}
