import { type Act, canonical, type Entry, endOfTime, type Fold, rule, type Seat } from '../record/index.ts'
import { dayIn, isRefusal, type Refusal, refuse } from '../rules/index.ts'
import type { Registry } from './registry.ts'

/**
 * The one way anything live changes. The id is the idempotency key: the same act sent twice is entered once. Another
 * act may land between check and append; then the record is read again and the act is checked again.
 *
 * @refuses 'id-already-used' another act has this id; and whatever `rule` refuses
 */
export async function enact(registry: Registry, organisation: string, sent: Act, seat: Seat): Promise<Entry | Refusal> {
  for (;;) {
    const damaged = await registry.catchUp(organisation)
    if (damaged) return damaged
    const record = registry.record(organisation)
    const already = record.entry(sent.id)
    if (already) return sameAct(already, sent)
    const act = stamped(registry, record, sent)
    const ruling = rule(record, act, seat)
    if (isRefusal(ruling)) return ruling
    const entries = await registry.append(organisation, record.position, [
      { act, ruling, constitution: record.rulesChangedAt },
    ])
    if (entries?.[0]) return entries[0]
  }
}

/** A live act happens now, on the day it is now where the organisation sits, unless it says otherwise. */
function stamped(registry: Registry, record: Fold, sent: Act): Act {
  const at = sent.at ?? registry.now()
  const timeZone = record.at(endOfTime).description?.timeZone ?? 'UTC'
  return { ...sent, at, on: sent.on ?? (dayIn(at, timeZone) as string as NonNullable<Act['on']>) } as Act
}

function sameAct(already: Entry, sent: Act): Entry | Refusal {
  const { at, on } = already.act
  if (canonical({ ...sent, at: sent.at ?? at, on: sent.on ?? on }) === canonical(already.act)) return already
  return refuse('id-already-used', `"${sent.id}" is the id of another act, at position ${already.position}.`, {
    remedy: 'Nothing was entered. Send the act with a new id.',
  })
}
