export interface LabelPoint {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly text: string
  /** The greater is placed first, and so gets the better place. */
  readonly priority: number
}

export type Anchor = 'start' | 'middle' | 'end'

/** Where a text stands: `y` is its baseline. With a leader where it does not stand beside its dot. */
export interface PlacedLabel {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly anchor: Anchor
  readonly leader?: { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number }
}

export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

interface Frame {
  readonly width: number
  readonly height: number
}

/** One of the places a label may take. */
interface Place {
  readonly label: PlacedLabel
  /** The less the better: how far from the dot, how crowded. */
  readonly cost: number
  /** What the label and its leader cover. */
  readonly covers: readonly Box[]
}

/** Half the side of the square that is kept free around a dot. */
export const dotRadius = 5

/**
 * Places labels so that none covers another, a dot or a leader, and none leaves the frame. A label that fits nowhere is
 * left out: its dot still has a title, and the list beside the picture has its name.
 */
export function placeLabels(
  points: readonly LabelPoint[],
  frame: Frame,
  font: { readonly size: number },
): PlacedLabel[] {
  const places = new Map(points.map((point) => [point, placesFor(point, points, frame, font.size)]))
  let order = points.toSorted((a, b) => b.priority - a.priority)
  let best: Attempt | undefined
  // Whoever fares worst goes first in the next attempt; the cheapest attempt is kept.
  for (let tries = 1; tries <= 16; tries++) {
    const tried = attempt(order, places)
    if (!best || tried.cost < best.cost) best = tried
    const [worst] = order.toSorted((a, b) => costOf(b, tried.taken) - costOf(a, tried.taken))
    if (!worst || worst === order[0]) break
    order = [worst, ...order.filter((point) => point !== worst)]
  }
  return points.flatMap((point) => best?.taken.get(point)?.label ?? [])
}

export function labelBox(label: PlacedLabel, width: number, size: number): Box {
  const left = label.x - width * { start: 0, middle: 0.5, end: 1 }[label.anchor]
  return { left, top: label.y - 0.85 * size, right: left + width, bottom: label.y + 0.25 * size }
}

export function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

/** About as wide as the widest of the usual sans faces would set it: a label may be narrower than this, hardly wider. */
export function textWidth(text: string, size: number): number {
  let ems = 0
  for (const character of text) {
    if (/[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60\u{20000}-\u{3ffff}]/u.test(character))
      ems += 1
    else if (/[WШЩ—…]/.test(character)) ems += 1.05
    else if (/[mwMжшщюыфЖЮЫФМ]/.test(character)) ems += 0.92
    else if (/\p{Lu}/u.test(character)) ems += 0.76
    else if (/[0-9]/.test(character)) ems += 0.67
    else if (/[iljtfr .,:;'’·|()-]/.test(character)) ems += 0.4
    else if (!/\p{Mn}/u.test(character)) ems += 0.62
  }
  return ems * size
}

/** To one decimal: a tenth of a pixel is finer than the eye, and the pages stay small. */
export function rounded(number: number): number {
  return Math.round(number * 10) / 10 || 0
}

interface Attempt {
  readonly taken: ReadonlyMap<LabelPoint, Place>
  readonly cost: number
}

function attempt(order: readonly LabelPoint[], places: ReadonlyMap<LabelPoint, readonly Place[]>): Attempt {
  const taken = new Map<LabelPoint, Place>()
  // Looked at twice: a label moves where a neighbour has made room, or comes in where it was left out.
  for (const point of [...order, ...order]) {
    taken.delete(point)
    const others = [...taken.values()].flatMap(({ covers }) => covers)
    const free = places.get(point)?.find(({ covers }) => !covers.some((box) => others.some((o) => overlaps(box, o))))
    if (free) taken.set(point, free)
  }
  return { taken, cost: order.reduce((sum, point) => sum + costOf(point, taken), 0) }
}

function costOf(point: LabelPoint, taken: Attempt['taken']): number {
  return taken.get(point)?.cost ?? 500 + 100 * point.priority
}

/** Every place inside the frame and clear of all dots, the best first. */
function placesFor(point: LabelPoint, points: readonly LabelPoint[], frame: Frame, size: number): Place[] {
  const others = points.filter((other) => other !== point).map(dotBox)
  const width = textWidth(point.text, size)
  return [...candidates(point, size)]
    .flatMap(({ label, cost }): Place[] => {
      const box = labelBox(label, width, size)
      const inside = box.left >= 0 && box.top >= 0 && box.right <= frame.width && box.bottom <= frame.height
      if (!inside || overlaps(box, dotBox(point)) || others.some((dot) => overlaps(box, dot))) return []
      const held = crumbs(label)
      if (others.some((dot) => held.some((crumb) => overlaps(crumb, dot)))) return []
      // A label that nearly touches another dot would be read as that dot's.
      const crowd = others.filter((dot) => overlaps(grown(box, 4), dot)).length
      return [{ label, covers: [box, ...held], cost: cost + 15 * crowd }]
    })
    .sort((a, b) => a.cost - b.cost)
}

/** Right of the dot is best, then left, above, below, then aslant; then ever farther away, held by a leader. */
function* candidates(point: LabelPoint, size: number): Generator<Omit<Place, 'covers'>, void> {
  const { id, x, y } = point
  for (const gap of [2, 9, 16, 24, 34, 46, 60, 80]) {
    const turns = gap === 2 ? 8 : 16
    for (let turn = 0; turn < turns; turn++) {
      const [cos, sin] = [Math.cos((2 * Math.PI * turn) / turns), Math.sin((2 * Math.PI * turn) / turns)]
      const anchor = cos > 0.3 ? 'start' : cos < -0.3 ? 'end' : 'middle'
      const [atX, atY] = [rounded(x + cos * (dotRadius + gap)), rounded(y + sin * (dotRadius + gap))]
      // The middle of the box lies 0.3 of the size above the baseline; the box is 1.1 of the size high.
      const at = { id, anchor, x: atX, y: rounded(atY + (0.3 + 0.55 * sin) * size) } as const
      const leader = { x1: rounded(x + cos * dotRadius), y1: rounded(y + sin * dotRadius), x2: atX, y2: atY }
      const cost = 2 * gap + (cos < -0.3 ? 2 : 0) + (Math.abs(sin) > 0.3 ? 3 : 0) + (Math.abs(cos * sin) > 0.3 ? 2 : 0)
      yield { label: gap === 2 ? at : { ...at, leader }, cost }
    }
  }
}

/** A leader as a chain of small boxes, so that everything in the way of a label is a box. */
function crumbs({ leader }: PlacedLabel): Box[] {
  if (!leader) return []
  const { x1, y1, x2, y2 } = leader
  const count = Math.ceil(Math.hypot(x2 - x1, y2 - y1) / 2)
  return Array.from({ length: count + 1 }, (_, step) => {
    const [x, y] = [x1 + ((x2 - x1) * step) / count, y1 + ((y2 - y1) * step) / count]
    return { left: x - 1, top: y - 1, right: x + 1, bottom: y + 1 }
  })
}

function dotBox({ x, y }: { readonly x: number; readonly y: number }): Box {
  return grown({ left: x, top: y, right: x, bottom: y }, dotRadius)
}

function grown({ left, top, right, bottom }: Box, by: number): Box {
  return { left: left - by, top: top - by, right: right + by, bottom: bottom + by }
}
