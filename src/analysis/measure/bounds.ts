import type { Bounds } from './condition.ts'

/** Of a number of which nothing is known. */
export const anything: Bounds = { least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY }

/** Between what a quotient lies, wherever the two numbers do. What may be divided by nought may come to anything. */
export function quotient(above: Bounds, below: Bounds): Bounds {
  if (below.least <= 0 && below.most >= 0) return anything
  // Whatever is divided by more and more comes to nought.
  const over = (top: number, bottom: number) => (Number.isFinite(bottom) ? top / bottom : 0)
  const corners = [above.least, above.most].flatMap((top) => [over(top, below.least), over(top, below.most)])
  return { least: Math.min(...corners), most: Math.max(...corners) }
}
