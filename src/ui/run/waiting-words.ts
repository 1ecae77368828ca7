import { type ActKind, type ActOf, type Entry, isDay, type Organisation, type WaitingItem } from '../../record/index.ts'
import { type Day, daysBetween, type Instant, type Reason } from '../../rules/index.ts'
import { positionWords } from '../negotiation-sentences.ts'
import { bodyName, sentence } from '../sentences.ts'
import { dateInWords, datesInWords, listed, listedOrCounted } from '../words.ts'
import { inParagraphs, the } from './stand.ts'
import { instantThere, timeLeft, timesInWords } from './times.ts'

/** The sentences of what waits: for the page, the feeds and the letters. */

/** Names as they are on the day; `of` says how a proposal is called. */
export interface Naming {
  readonly called: (id: string) => string
  readonly of: (item: WaitingItem) => string
}

/** Names for whoever may see the item. */
export function openNaming(organisation: Organisation, called: (id: string) => string): Naming {
  return {
    called: (id) => (organisation.body(id) ? the({ called: () => bodyName(organisation, id) }, id) : called(id)),
    of: ({ title }) => (title === undefined ? 'a proposal' : `“${title}”`),
  }
}

type Says = (item: WaitingItem, naming: Naming) => string

/** What waits, in one sentence. The compiler asks for every kind. */
const says: { readonly [K in WaitingItem['kind']]: Says } = {
  'position-asked': (item, { of }) =>
    item.again
      ? `Revision ${item.revision} of ${of(item)} asks again where you stand${item.stands ? `; on the one before it was: ${position(item.stands)}` : ''}.`
      : `You are asked where you stand on ${of(item)}, revision ${item.revision}.`,
  'silence-runs': (item, { of }) =>
    `Silence runs on ${of(item)}, revision ${item.revision}, and no position of yours is on file. Silence until the end counts as no objection.`,
  'silence-announced': (item, { of }) =>
    `${of(item)} is to be put under silence. Until it opens you may oppose the use of silence.`,
  'ad-referendum': (item, { of }) => `You agreed to ${of(item)} ad referendum; your capital has yet to confirm it.`,
  'entry-to-confirm': (item, { of }) =>
    item.act === 'proposal-made'
      ? `From your note ${item.number} the Secretariat entered that you propose ${of(item)}. Confirm it, or say that you do not.`
      : `From your note ${item.number} the Secretariat entered ${actWords(item.act)} on ${of(item)}. Confirm it, or say what is so.`,
  'own-position-stands': (item, { of }) =>
    `${item.stands === 'objects' ? 'Your objection' : 'Your reserve'} to ${of(item)} stands${within(item)}; the text has not been revised since.`,
  'amendment-to-own-text': (item, naming) =>
    `${names(item, naming)} proposed another wording for ${inParagraphs(item.paragraphs ?? [])} of ${naming.of(item)}, which you proposed.`,
  'meeting-sits': (item, { called }) =>
    item.presence === 'noted'
      ? `A meeting of ${called(item.body ?? '')} is sitting, and you are noted as present.`
      : `A meeting of ${called(item.body ?? '')} is sitting, and you are not noted as present yet.`,
  'procedures-open': (item, { of }) =>
    `Before ${of(item)} is signed, your capital says that its own procedures are completed.`,
  'commitment-due': (item, { of }) => `You have undertaken, by ${of(item)}${within(item)}: ${item.what}`,
  'ready-to-forward': (item, { of, called }) =>
    `${of(item)} is agreed in ${called(item.body ?? '')}, with all answers in. It can be forwarded.`,
  'ready-to-put': (item, { of, called }) =>
    `Everyone has answered, and nothing holds ${of(item)}. It can be put to ${called(item.body ?? '')}.`,
  'ready-to-decide': (item, { of }) => `${of(item)} was put, and nothing holds it. The decision can be recorded.`,
  'open-points': (item, { of, called }) =>
    `${of(item)} came to ${called(item.body ?? '')} with points left open${within(item)}.`,
  'not-answered': (item, naming) =>
    `On ${naming.of(item)}, revision ${item.revision}, nothing has come from ${listedOrCounted((item.participants ?? []).map(naming.called))}.`,
  'silence-expired': (item, { of }) =>
    `Silence on ${of(item)} expired and nobody had broken it. It is adopted; that is to be recorded.`,
  'number-missing': (item, { of }) => `${of(item)} is adopted and has no number. The next one is ${item.number}.`,
  'record-not-published': (item, { called }) =>
    `A meeting of ${called(item.body ?? '')} was closed. Its record is not published yet.`,
  'note-without-act': (item, naming) =>
    `Note ${item.number} came in from ${names(item, naming)} on ${naming.of(item)}, and nothing has been entered from it.`,
  'note-not-confirmed': (item, naming) =>
    `${names(item, naming)} has not confirmed in seven days what was entered for it on ${naming.of(item)} from note ${item.number}.`,
}

/** What is to be done, on the link to where it is done. */
const does: { readonly [K in WaitingItem['kind']]: string } = {
  'position-asked': 'Say where you stand',
  'silence-runs': 'Say where you stand, or object',
  'silence-announced': 'Read it, or oppose the use of silence',
  'ad-referendum': 'Confirm, or say otherwise',
  'entry-to-confirm': 'Confirm it, or put it right',
  'own-position-stands': 'Look at it again',
  'amendment-to-own-text': 'Read it, or revise the text',
  'meeting-sits': 'Go to the meeting',
  'procedures-open': 'Say that they are completed',
  'commitment-due': 'Read the decision',
  'ready-to-forward': 'Forward it',
  'ready-to-put': 'Put it to a meeting',
  'ready-to-decide': 'Record the decision',
  'open-points': 'Read the points',
  'not-answered': 'See who has answered',
  'silence-expired': 'Record the decision',
  'number-missing': 'Number it',
  'record-not-published': 'Publish the record',
  'note-without-act': 'Enter what it says',
  'note-not-confirmed': 'See what was entered',
}

/** Where on the page of the proposal it is done. */
const places: { readonly [K in WaitingItem['kind']]?: string } = {
  'silence-announced': 'silence',
  'silence-expired': 'silence',
  'amendment-to-own-text': 'text',
  'procedures-open': 'after',
  'commitment-due': 'after',
  'number-missing': 'after',
  'ready-to-forward': 'steps',
  'open-points': 'stands',
}

export function waitingSays(item: WaitingItem, naming: Naming): string {
  const text = says[item.kind](item, naming)
  return text.charAt(0).toUpperCase() + text.slice(1)
}

export function waitingDoes(item: WaitingItem): string {
  return does[item.kind]
}

/** The path, from the organisation on, where it is done: `run/proposals/lights#positions`. */
export function waitingAt(item: WaitingItem): string {
  const { kind, decision, meeting, act } = item
  if (kind === 'note-without-act') return 'run/notes'
  if (kind === 'ready-to-put' && meeting === undefined) return 'run/meetings#open'
  if (meeting !== undefined) return `run/meetings/${meeting}`
  if (kind === 'entry-to-confirm' && act === 'statement-made') return `run/proposals/${decision}#statements`
  if (kind === 'entry-to-confirm' && act === 'proposal-made') return `run/proposals/${decision}#particulars`
  if (kind === 'entry-to-confirm' && act !== 'position-taken') return 'run/notes'
  return `run/proposals/${decision}#${places[kind] ?? 'positions'}`
}

/** By when, on the clock where the organisation sits, and how long that is from now. */
export function dueInWords(due: Instant | Day, at: Instant, today: Day, timeZone: string): string {
  if (isDay(due)) return `by ${dateInWords(due)}, that day included (${daysFrom(today, due)})`
  const when = instantThere(due, timeZone)
  return due > at ? `before ${when} (in ${timeLeft(at, due)})` : `since ${when} (${timeLeft(due, at)} ago)`
}

/** The reasons of an item that name an article, with their dates in words. */
export function reasonsInWords({ reasons = [] }: WaitingItem, timeZone: string): readonly Reason[] {
  return reasons
    .filter(({ article }) => article !== undefined)
    .map((reason) => ({
      ...reason,
      text: datesInWords(timesInWords(reason.text, timeZone)),
    }))
}

/** What was done, with the proposal of which it was: its title as the seat may see it. */
export function changeInWords(
  { act }: Pick<Entry, 'act'>,
  organisation: Organisation,
  title: string | undefined,
): string {
  const text = datesInWords(act.kind === 'decision-recorded' ? decided(act) : sentence(organisation, act))
  return title === undefined || text.includes(title) ? text : `${title}: ${text}`
}

/** What became of it: the title alone, by which others call a decision, would not say that it was taken. */
function decided({ title, outcome, number, adoption }: ActOf<'decision-recorded'>): string {
  const how = adoption?.under === 'silence' ? ' under silence' : ''
  return `${title}: ${outcome === 'adopted' ? `adopted${how}` : outcome.replaceAll('-', ' ')}${number ? ` as ${number}` : ''}.`
}

function daysFrom(today: Day, due: Day): string {
  const days = daysBetween(today, due)
  if (days === 0) return 'today'
  if (Math.abs(days) === 1) return days > 0 ? 'tomorrow' : 'yesterday'
  return days > 0 ? `in ${days} days` : `${-days} days ago`
}

function position(stands: string): string {
  return positionWords[stands as ActOf<'position-taken'>['position']] ?? stands
}

function within({ paragraphs }: WaitingItem): string {
  return paragraphs && paragraphs.length > 0 ? ` on ${inParagraphs(paragraphs)}` : ''
}

function names({ participants = [] }: WaitingItem, { called }: Naming): string {
  return listed(participants.map(called))
}

function actWords(act: string | undefined): string {
  const words: { readonly [K in ActKind]?: string } = {
    'position-taken': 'a position',
    'statement-made': 'a statement',
    'amendment-proposed': 'an amendment',
    'silence-opposed': 'opposition to the use of silence',
    'decision-joined': 'that you join the decision',
    'procedures-completed': 'that your procedures are completed',
  }
  return words[act as ActKind] ?? 'an act'
}
