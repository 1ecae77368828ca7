import { exerciseSays, type Organisation, titled, type WaitingItem } from '../../record/index.ts'
import type { Instant } from '../../rules/index.ts'
import { bodyName } from '../sentences.ts'
import { counted } from '../words.ts'
import { the } from './stand.ts'
import { dueInWords } from './waiting-words.ts'

/**
 * What a letter says. It travels through machines of others: it holds no position, no text, no name of a delegation, and
 * of a proposal that is not public not its name.
 */

const says: { readonly [K in WaitingItem['kind']]: (proposal: string) => string } = {
  'position-asked': (it) => `A position is asked on ${it}`,
  'silence-runs': (it) => `Silence runs on ${it}`,
  'silence-announced': (it) => `${it} is to be put under silence`,
  'ad-referendum': (it) => `A date comes on ${it}`,
  'entry-to-confirm': (it) => `An entry waits to be confirmed on ${it}`,
  'own-position-stands': (it) => `Something is open on ${it}`,
  'amendment-to-own-text': (it) => `Something was put forward on ${it}`,
  'meeting-sits': () => 'A meeting is sitting',
  'procedures-open': (it) => `Procedures before signature are open on ${it}`,
  'commitment-due': (it) => `A commitment comes to its date under ${it}`,
  'ready-to-forward': (it) => `A step of the chair waits on ${it}`,
  'ready-to-put': (it) => `A step of the chair waits on ${it}`,
  'ready-to-decide': (it) => `A step of the chair waits on ${it}`,
  'open-points': (it) => `A step of the chair waits on ${it}`,
  'not-answered': (it) => `A date comes on ${it}`,
  'silence-expired': (it) => `Silence has expired on ${it}`,
  'number-missing': (it) => `A number is to be given to ${it}`,
  'record-not-published': () => 'The record of a meeting waits to be published',
  'note-without-act': (it) => `A note waits on ${it}`,
  'note-not-confirmed': (it) => `An entry waits to be confirmed on ${it}`,
}

/** What a letter calls a proposal. */
function openly({ title, audience, body }: WaitingItem, organisation: Organisation, decidesIn: Decides): string {
  if (title !== undefined && audience === 'public') return `“${title}”`
  const where = body ?? decidesIn
  return where === undefined
    ? 'a proposal'
    : `a proposal in ${the({ called: (id) => bodyName(organisation, id) }, where)}`
}

type Decides = string | undefined

export interface LetterOf {
  readonly organisation: Organisation
  readonly description: Organisation['description']
  readonly at: Instant
  /** Whether the organisation's clock is not the world's. */
  readonly ownClock: boolean
  /** Where the page is: `https://concord.example/concord/run/waiting`. */
  readonly page: string
  /** The body before which a proposal is. */
  readonly bodyOf: (item: WaitingItem) => string | undefined
}

export function letterFor(items: readonly WaitingItem[], of: LetterOf): { subject: string; text: string } {
  const { organisation, description, at, page } = of
  const zone = description?.timeZone ?? 'UTC'
  const name = description?.shortName ?? description?.names.en ?? organisation.id
  const lines = items.map((item) => {
    const what = says[item.kind](openly(item, organisation, of.bodyOf(item)))
    const due = item.due === undefined ? '' : `: ${dueInWords(item.due, at, organisation.day, zone)}`
    return `- ${what.charAt(0).toUpperCase()}${what.slice(1)}${due}.`
  })
  const count = counted(items.length, { one: 'thing waits', many: 'things wait' })
  const subject = titled(`${name}: ${count} for you`, description)
  const notes = [
    ...(description?.edition === 'exercise' ? [exerciseSays(description)] : []),
    ...(of.ownClock ? [ownClockSays(at, zone)] : []),
  ]
  const end = 'What it is about is on the page alone. There you also choose how often you are written to.'
  return { subject, text: [...notes, lines.join('\n'), `${page}`, end].join('\n\n').concat('\n') }
}

/** Said wherever times of a clock of its own leave the pages. */
export function ownClockSays(at: Instant, timeZone: string): string {
  return `Times are by the clock of this organisation, which is not the world’s: it shows ${at.slice(0, 16).replace('T', ', ')} UTC${timeZone === 'UTC' ? '' : `, and its days are those of ${timeZone}`}.`
}
