import { Circle, dayThere, type Entry, type Fold, type Seat, timeIn, toldOf, visible } from '../record/index.ts'
import type { Registry } from '../registry/index.ts'
import type { Day, Instant } from '../rules/index.ts'
import type { Hearing } from './live-audience.ts'

/** What a seat may hear of entries, as the record stands now: the one gate, asked by whatever follows the register. */
export function hearingIn(registry: Registry): Hearing {
  const circles = new Map<string, { readonly fold: Fold; readonly position: number; readonly circle: Circle }>()
  const now = (organisation: string): { circle: Circle; at: Instant } => {
    const fold = registry.record(organisation)
    const at = timeIn(fold, registry.now())
    const day = dayThere(fold, at) as string as Day
    let known = circles.get(organisation)
    if (known?.fold !== fold || known.position !== fold.position || known.circle.organisation.day !== day) {
      const circle = new Circle(fold.at(day))
      known = { fold, position: fold.position, circle }
      circles.set(organisation, known)
    }
    return { circle: known.circle, at }
  }
  const asked =
    <Answer>(ask: (circle: Circle, entry: Entry, seat: Seat, at: Instant) => Answer) =>
    (entry: Entry, seat: Seat) => {
      const { circle, at } = now(entry.organisation)
      return ask(circle, entry, seat, at)
    }
  return { mayHear: asked(visible), toldOf: asked(toldOf) }
}
