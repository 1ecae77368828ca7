import { describe, expect, test } from 'vitest'
import { type Stack, stacks } from './stacks.ts'

const part = (id: string, value: number) => ({ id, name: `${id} & Sons`, value, says: String(value), href: `/x/${id}` })
const all: readonly Stack[] = [
  { label: '2031', says: '100', parts: [part('ARC', 60), part('UTO', 40)] },
  { label: '2032', says: '25 of 100', parts: [part('UTO', 25)], missing: { value: 75, says: '75.0 not read' } },
  { label: '2033', says: '100', parts: [part('UTO', 50), part('ARC', 50)], later: true },
]
const [wide = '', narrow = ''] = stacks(all, 'Shares').text.split('<div class="narrow-only">')

const rectangles = (svg: string, of: RegExp) =>
  [...svg.matchAll(/<rect class="([^"]+)" x="[\d.]+" y="[\d.]+" width="([\d.]+)" height="([\d.]+)"/g)]
    .map(([, name = '', width, height]) => ({ name, width: Number(width), height: Number(height) }))
    .filter(({ name }) => of.test(name))

describe('wholes and their parts', () => {
  test('every part is drawn in both forms, leads to its page and says what it is', () => {
    for (const form of [wide, narrow]) {
      expect(rectangles(form, /^share/)).toHaveLength(5)
      expect(form.match(/<a href="\/x\/UTO"><title>UTO &#38; Sons: 40<\/title>/g)).toHaveLength(1)
    }
  })
  test('a part keeps its colour in every whole', () => {
    const colours = [...wide.matchAll(/href="\/x\/(\w+)".*?class="(share-\d)"/gs)].map(
      ([, id, name]) => `${id} ${name}`,
    )
    expect(new Set(colours).size).toBe(2)
  })
  test('heights and lengths are in proportion, less the line between two parts', () => {
    const [sixty, forty] = rectangles(wide, /^share/)
    expect((sixty?.height ?? 0) + 1).toBeCloseTo(1.5 * ((forty?.height ?? 0) + 1), 0)
    const [long, short] = rectangles(narrow, /^share/)
    expect((long?.width ?? 0) + 1).toBeCloseTo(1.5 * ((short?.width ?? 0) + 1), 0)
  })
  test('what is missing has a frame of its own size, and only where something is', () => {
    const frames = rectangles(wide, /^missing$/)
    expect(frames).toHaveLength(1)
    expect((frames[0]?.height ?? 0) + 2).toBeCloseTo(240, 0)
    expect(wide).toContain('<title>75.0 not read</title>')
  })
  test('what comes after the day is paler', () => {
    expect(wide.match(/<g class="later">/g)).toHaveLength(1)
    expect(narrow.match(/<g class="later">/g)).toHaveLength(1)
  })
  test('nothing to draw is no fault', () => {
    expect(stacks([], 'Nothing').text).not.toMatch(/NaN|Infinity/)
  })
})
