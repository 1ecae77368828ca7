import { Circle, endOfTime, type Fold, isDay, momentIn, timeIn, type WaitingItem, waitingFor } from '../record/index.ts'
import { type Accounts, type Addressee, type Post, type Registry, sendDue } from '../registry/index.ts'
import { type Day, dayIn, daysBetween, type Instant } from '../rules/index.ts'
import { letterFor } from '../ui/run/waiting-letters.ts'

/** The hour of the day, where the organisation sits, from which the daily letter is written. */
const dailyFromHour = 6
/** Days after which what is overdue is no longer written about by itself. */
const daysPursued = 7

/**
 * Writes down the letters that are due now: one for each thing that is due within a day, to whoever wants to know at
 * once; one a day with everything that waits, to whoever wants that. What was written before is not written again.
 * @param origin where browsers find the pages
 * @returns how many are new
 */
export async function writeLetters(registry: Registry, accounts: Accounts, origin: string): Promise<number> {
  const seats = new Map<string, Waits | undefined>()
  let written = 0
  for (const addressee of await accounts.mailings.addressees()) {
    const { organisation, seat } = addressee
    const key = JSON.stringify([organisation, seat])
    if (!seats.has(key)) seats.set(key, waitsOf(registry, addressee, origin))
    const waits = seats.get(key)
    if (!waits) continue
    for (const letter of lettersOf(waits, addressee, registry.now()))
      if (await accounts.outbox.write({ ...letter, account: addressee.account, organisation })) written += 1
  }
  return written
}

interface Waits {
  readonly items: readonly WaitingItem[]
  readonly day: Day
  readonly zone: string
  readonly write: (items: readonly WaitingItem[]) => { subject: string; text: string }
}

function waitsOf(registry: Registry, { organisation: id, seat }: Addressee, origin: string): Waits | undefined {
  const fold: Fold = registry.record(id)
  const { description } = fold.at(endOfTime)
  if (!description) return undefined
  const now = registry.now()
  const { at, on } = momentIn(fold, now)
  const day = on as string as Day
  const organisation = fold.at(day)
  const bodyOf = ({ decision }: WaitingItem) =>
    organisation.proposals().find(({ act }) => act.decision === decision)?.act.body
  const page = `${origin}/${id}/run/waiting`
  const of = { organisation, description, at, ownClock: timeIn(fold, now) !== now, page, bodyOf }
  const items = waitingFor(new Circle(organisation), seat, at)
  return { items, day, zone: description.timeZone ?? 'UTC', write: (which) => letterFor(which, of) }
}

function lettersOf({ items, day, zone, write }: Waits, { mailing, organisation, seat }: Addressee, now: Instant) {
  const about = JSON.stringify([organisation, seat])
  if (mailing === 'daily') {
    const there = dayIn(now, zone)
    if (items.length === 0 || hourIn(now, zone) < dailyFromHour) return []
    return [{ key: `daily ${about} ${there}`, ...write(items) }]
  }
  return items
    .filter((item) => isPressing(item, day))
    .map((item) => ({ key: `once ${about} ${item.id} ${item.due ?? ''}`, ...write([item]) }))
}

/** Due within a day, or to be done now; not what has long been overdue. */
function isPressing({ urgency, due }: WaitingItem, day: Day): boolean {
  if (due === undefined) return urgency === 'soon'
  if (urgency === 'open') return false
  return daysBetween((isDay(due) ? due : due.slice(0, 10)) as Day, day) <= daysPursued
}

function hourIn(now: Instant, timeZone: string): number {
  return Number(new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(new Date(now)))
}

export interface Mailing {
  readonly registry: Registry
  readonly accounts: Accounts
  readonly post: Post
  readonly origin: string
  /** Told what went wrong; a letter that was not taken is tried again by itself. */
  readonly onTrouble: (trouble: unknown) => void
}

/** Writes and sends letters now and every so often, one round after the other. @returns what ends it, once a round is over */
export function startMailing(mailing: Mailing, everyMs = 60_000): () => Promise<void> {
  const { registry, accounts, post, origin, onTrouble } = mailing
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let round: Promise<void> = Promise.resolve()
  const go = () => {
    round = (async () => {
      await writeLetters(registry, accounts, origin)
      const { trouble } = await sendDue(accounts, post, () => stopped)
      if (trouble !== undefined) onTrouble(trouble)
      await accounts.outbox.tidy()
    })()
      .catch(onTrouble)
      .then(() => {
        if (!stopped) timer = setTimeout(go, everyMs)
      })
  }
  go()
  return () => {
    stopped = true
    clearTimeout(timer)
    return round
  }
}
