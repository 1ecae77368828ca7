import {
  type Act,
  canonical,
  type Entry,
  endOfTime,
  type Fold,
  momentOf,
  rule,
  type Seat,
  seatId,
} from '../record/index.ts'
import { isRefusal, type Refusal, refuse } from '../rules/index.ts'
import type { Registry } from './registry.ts'

/**
 * The one way anything live changes. The id is the idempotency key: the same act sent twice is entered once. Another
 * process may append between check and append; then the record is read again and the act is checked again.
 *
 * @refuses 'read-only' an organisation compiled by others, in which nobody has a seat; a register without what is under seal
 * @refuses 'id-already-used' another act has this id
 * @refuses 'not-your-clock' a moment that the seat may not choose; and whatever `rule` refuses
 */
export function enact(registry: Registry, organisation: string, sent: Act, seat: Seat): Promise<Entry | Refusal> {
  return inTurn(registry, organisation, () => enactNow(registry, organisation, sent, seat))
}

async function enactNow(registry: Registry, organisation: string, sent: Act, seat: Seat): Promise<Entry | Refusal> {
  for (;;) {
    const damaged = await registry.catchUp(organisation)
    if (damaged) return damaged
    const record = registry.record(organisation)
    if (record.at(endOfTime).description?.edition === 'independent') return readOnly(record)
    const already = record.entry(sent.id)
    if (already) return sameAct(already, sent, seat)
    if (record.hasSealed) return mirrored()
    const moment = momentOf(record, sent, registry.now(), seat.kind === 'secretariat')
    if (isRefusal(moment)) return moment
    const act = { ...sent, ...moment } as Act
    const ruling = rule(record, act, seat)
    if (isRefusal(ruling)) return ruling
    const entries = await registry.append(organisation, record.position, [
      { act, ruling, constitution: record.rulesChangedAt, seat },
    ])
    if (entries?.[0]) return entries[0]
  }
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
function sameAct(already: Entry, sent: Act, seat: Seat): Entry | Refusal {
  if (already.seat !== undefined && already.seat !== seatId(seat)) return taken(sent)
  const { at, on } = already.act
  if (canonical({ ...sent, at: sent.at ?? at, on: sent.on ?? on }) === canonical(already.act)) return already
  return taken(sent)
}

function taken({ id }: Act): Refusal {
  return refuse('id-already-used', `"${id}" is the id of another act.`, {
    remedy: 'Nothing was entered. Send the act with a new id.',
  })
}
