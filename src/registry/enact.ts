import {
  type Act,
  adoptedOn,
  Circle,
  canonical,
  type Entry,
  endOfTime,
  type Fold,
  type Moment,
  momentOf,
  type Ruling,
  rule,
  type Seat,
  seatId,
} from '../record/index.ts'
import { type Day, type Instant, isRefusal, type PartialDate, type Refusal, refuse } from '../rules/index.ts'
import type { Registry } from './registry.ts'

/**
 * The one way anything live changes. The id is the idempotency key: the same act sent twice is entered once. Another
 * process may append between check and append; then the record is read again and the act is checked again.
 *
 * @refuses 'read-only' an organisation compiled by others, in which nobody has a seat; a register without what is under seal
 * @refuses 'id-already-used' another act has this id
 * @refuses 'not-your-clock' a moment that the seat may not choose; and whatever `rule` refuses
 */
export async function enact(registry: Registry, organisation: string, sent: Act, seat: Seat): Promise<Entry | Refusal> {
  const entered = await enactOnce(registry, organisation, sent, seat)
  return isRefusal(entered) ? entered : entered.entry
}

/** What was entered, now or when the act was sent before. */
export interface Entered {
  readonly entry: Entry
  readonly isNew: boolean
}

/** The same, and whether it was entered now. */
export function enactOnce(registry: Registry, organisation: string, sent: Act, seat: Seat): Promise<Entered | Refusal> {
  return inTurn(registry, organisation, () => enactNow(registry, organisation, sent, seat))
}

/**
 * What the rules would say of an act now; nothing is entered.
 * @refuses what `enact` refuses
 */
export async function wouldEnact(
  registry: Registry,
  organisation: string,
  sent: Act,
  seat: Seat,
): Promise<{ readonly act: Act; readonly ruling: Ruling } | Refusal> {
  const damaged = await registry.keepUp(organisation)
  if (damaged) return damaged
  const checked = check(registry.record(organisation), sent, seat, registry.now())
  if (isRefusal(checked) || !('already' in checked)) return checked
  return { act: checked.already.act, ruling: checked.already.ruling }
}

async function enactNow(registry: Registry, organisation: string, sent: Act, seat: Seat): Promise<Entered | Refusal> {
  for (let tries = 1; ; tries += 1) {
    const damaged = await (tries === 1 ? registry.keepUp(organisation) : registry.catchUp(organisation))
    if (damaged) return damaged
    const record = registry.record(organisation)
    const checked = check(record, sent, seat, registry.now())
    if (isRefusal(checked)) return checked
    if ('already' in checked) return { entry: checked.already, isNew: false }
    const { act, ruling } = checked
    const entries = await registry.append(organisation, record.position, [
      { act, ruling, constitution: record.rulesChangedAt, seat },
    ])
    if (entries?.[0]) return { entry: entries[0], isNew: true }
  }
}

type Checked = { readonly already: Entry } | { readonly act: Act; readonly ruling: Ruling }

/** An act with its moment and what the rules say of it as the record stands; or that it is there already. */
function check(record: Fold, sent: Act, seat: Seat, now: Instant): Checked | Refusal {
  if (record.at(endOfTime).description?.edition === 'independent') return readOnly(record)
  const already = record.entry(sent.id)
  // Whoever did not enter it learns of an id only where its own act would be in order.
  const isOwn = already && (seat.kind === 'secretariat' || already.seat === seatId(seat))
  if (isOwn) {
    const same = sameAct(already, sent)
    return isRefusal(same) ? same : { already: same }
  }
  if (record.hasSealed) return mirrored()
  const moment = momentOf(record, sent, now, seat.kind === 'secretariat')
  if (isRefusal(moment)) return moment
  const act = { ...sent, ...moment, ...dayUnderSilence(record, sent, moment) } as Act
  const ruling = rule(record, act, seat)
  if (isRefusal(ruling)) return ruling
  return already ? idUsed(sent.id) : { act, ruling }
}

/** A decision taken under silence has the day on which that expired, where the sender says none. */
function dayUnderSilence(record: Fold, sent: Act, { at, on }: Moment): { on?: PartialDate } {
  if (sent.kind !== 'decision-recorded' || sent.on !== undefined) return {}
  const day = adoptedOn(new Circle(record.at(on as string as Day)), sent, at)
  return day === undefined ? {} : { on: day }
}

const turns = new WeakMap<Registry, Map<string, Promise<unknown>>>()

/** The acts of one organisation one after the other: two hundred at once would else check each other's work in vain. */
function inTurn<T>(registry: Registry, organisation: string, work: () => Promise<T>): Promise<T> {
  const queues = turns.get(registry) ?? new Map<string, Promise<unknown>>()
  turns.set(registry, queues)
  const result = (queues.get(organisation) ?? Promise.resolve()).then(work)
  const done = result
    .catch(() => {})
    .then(() => {
      if (queues.get(organisation) === done) queues.delete(organisation)
    })
  queues.set(organisation, done)
  return result
}

function readOnly(record: Fold): Refusal {
  const name = record.at(endOfTime).description?.names.en
  return refuse('read-only', `This edition of the ${name} was compiled by others; nobody has a seat in it.`, {
    remedy: `Nothing was entered. Take a seat in another organisation, or make an exercise of this one: chancery fork ${record.organisation}.`,
  })
}

function mirrored(): Refusal {
  return refuse(
    'read-only',
    'This is a copy of a register: what is under seal of it is not here, and nobody acts in it.',
    {
      remedy: 'Nothing was entered. Act where the register is kept whole.',
    },
  )
}

/** An act is told to whoever sent it, and to nobody else: not even where it stands. */
function sameAct(already: Entry, sent: Act): Entry | Refusal {
  const { at, on } = already.act
  if (canonical({ ...sent, at: sent.at ?? at, on: sent.on ?? on }) === canonical(already.act)) return already
  return idUsed(sent.id)
}

function idUsed(id: string): Refusal {
  return refuse('id-already-used', `"${id}" is the id of another act.`, {
    remedy: 'Nothing was entered. Send the act with a new id.',
  })
}
