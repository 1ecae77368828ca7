import { isRefusal, type Refusal } from '../rules/index.ts'
import type { Checked, Tested, Weighed } from './claim.ts'
import type { Bounds } from './measure/condition.ts'
import type { Measured } from './measure/measure.ts'

/** What a measure came to, to be given out: `null` is a bound that nobody knows. */
export function measuredView(found: Measured | Refusal) {
  if (isRefusal(found)) return found
  const bounds = (some: Bounds | undefined) => some && { least: finite(some.least), most: finite(some.most) }
  return {
    value: found.value ?? null,
    surely: bounds(found.bounds),
    withUnverified: bounds(found.withUnverified),
    rests: found.counted.map(({ id, entry }) => ({ id, act: entry.id })),
    ...(found.outOf ? { outOf: found.outOf.length } : {}),
    perhaps: found.perhaps.map(({ id, entry }) => ({ id, act: entry.id })),
    completeness: found.completeness,
  }
}

function finite(number: number): number | null {
  return Number.isFinite(number) ? number : null
}

function checkedView({ check, outcome, because, measured }: Checked) {
  return { ...check, outcome, ...(because ? { because } : {}), found: measuredView(measured) }
}

export function testedView({ on, verdict, reasons, checks }: Tested) {
  return { on, verdict, reasons: reasons.map(({ text }) => text), checks: checks.map(checkedView) }
}

export function weighedView({ verdict, then, now }: Weighed) {
  return { verdict, then: testedView(then), now: testedView(now) }
}
