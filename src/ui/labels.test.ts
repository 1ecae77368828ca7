import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Box, dotRadius, type LabelPoint, labelBox, placeLabels, textWidth } from './labels.ts'

const frame = { width: 420, height: 300 }
const font = { size: 12 }
const point = (id: string, x: number, y: number, priority = 0): LabelPoint => ({ id, x, y, text: id, priority })

describe('labels', () => {
  test('a label with room stands right of its dot, without a leader', () => {
    const [label] = placeLabels([point('Utopia', 100, 100)], frame, font)
    expect(label).toMatchObject({ id: 'Utopia', anchor: 'start', x: 107 })
    expect(label?.leader).toBeUndefined()
  })

  test('a label at the right edge stands left of its dot', () => {
    expect(placeLabels([point('Utopia', 410, 100)], frame, font)[0]).toMatchObject({ anchor: 'end', x: 403 })
  })

  test('in a crowd every label is placed, some farther away with a leader', () => {
    const crowd = Array.from({ length: 6 }, (_, i) =>
      point(`Laputa ${i}`, 200 + 14 * (i % 3), 150 + 14 * Math.floor(i / 3)),
    )
    const labels = placeLabels(crowd, frame, font)
    expect(labels).toHaveLength(6)
    expect(labels.some((label) => label.leader)).toBe(true)
  })

  test('where there is room for one label, it goes to the greater priority', () => {
    const tight = { width: 86, height: 15 }
    const labels = placeLabels([point('Arcadia', 6, 7, 1), point('Erewhon', 80, 7, 2)], tight, font)
    expect(labels.map(({ id }) => id)).toEqual(['Erewhon'])
  })

  test('a label longer than the frame is left out', () => {
    expect(placeLabels([point('Lilliput', 10, 10)], { width: 40, height: 40 }, font)).toEqual([])
  })

  test('Chinese is counted as wide, a combining mark as nothing', () => {
    expect(textWidth('和平', 10)).toBe(20)
    expect(textWidth('e\u0301', 10)).toBe(textWidth('e', 10))
  })

  const small = { width: 240, height: 160 }
  const names = ['Arcadia', 'Erewhon', 'Laputa', 'Lilliput', 'Utopia', 'The United Islands of Laputa', '乌托邦', '7']
  // Not fc.double, which is as likely to be 0.0001 as 100.
  const tenths = (most: number) => fc.integer({ min: 0, max: 10 * most }).map((number) => number / 10)
  const crowds = fc
    .array(
      fc.record({
        x: tenths(small.width),
        y: tenths(small.height),
        text: fc.constantFrom(...names),
        priority: fc.nat(3),
      }),
      { maxLength: 30, size: 'max' },
    )
    .map((drafts) => drafts.map((draft, index) => ({ ...draft, id: String(index) })))

  test('no label covers another, a dot or a leader, or leaves the frame', () => {
    fc.assert(
      fc.property(crowds, (points) => {
        const labels = placeLabels(points, small, font)
        const boxes = labels.map((label) => {
          const text = points.find(({ id }) => id === label.id)?.text ?? ''
          return { label, box: labelBox(label, textWidth(text, font.size), font.size) }
        })
        for (const { label, box } of boxes) {
          expect(box.left >= 0 && box.right <= small.width && box.top >= 0 && box.bottom <= small.height).toBe(true)
          for (const dot of points) {
            expect(distance(box, dot)).toBeGreaterThanOrEqual(dotRadius - 1e-9)
            const passed = dot.id === label.id ? [] : along(label.leader)
            for (const { x, y } of passed)
              expect(Math.max(Math.abs(x - dot.x), Math.abs(y - dot.y))).toBeGreaterThan(dotRadius)
          }
          for (const other of boxes.filter((each) => each.label !== label)) {
            const apart = other.box.left >= box.right || other.box.right <= box.left
            expect(apart || other.box.top >= box.bottom || other.box.bottom <= box.top).toBe(true)
            for (const spot of along(other.label.leader)) expect(distance(box, spot)).toBeGreaterThan(0)
          }
        }
      }),
      { numRuns: 60 },
    )
  })
})

/** From a point to the nearest side of a box, the greater of across and down; 0 inside. */
function distance(box: Box, { x, y }: { readonly x: number; readonly y: number }): number {
  return Math.max(0, box.left - x, x - box.right, box.top - y, y - box.bottom)
}

function along(leader: { x1: number; y1: number; x2: number; y2: number } | undefined): { x: number; y: number }[] {
  if (!leader) return []
  const { x1, y1, x2, y2 } = leader
  return [0, 0.25, 0.5, 0.75, 1].map((part) => ({ x: x1 + part * (x2 - x1), y: y1 + part * (y2 - y1) }))
}
