import { Circle, dayThere, type Entry, type Fold, type Seat, timeIn, visible } from '../record/index.ts'
import type { Registry } from '../registry/index.ts'
import type { Day } from '../rules/index.ts'

/** Whether a seat may see an entry, as the record stands now: the one gate, asked by whatever follows the register. */
export function mayHearIn(registry: Registry): (entry: Entry, seat: Seat) => boolean {
  const circles = new Map<string, { readonly fold: Fold; readonly position: number; readonly circle: Circle }>()
  return (entry, seat) => {
    const fold = registry.record(entry.organisation)
    const at = timeIn(fold, registry.now())
    let known = circles.get(entry.organisation)
    if (!known || known.fold !== fold || known.position !== fold.position) {
      const circle = new Circle(fold.at(dayThere(fold, at) as string as Day))
      known = { fold, position: fold.position, circle }
      circles.set(entry.organisation, known)
    }
    return visible(known.circle, entry, seat, at)
  }
}
