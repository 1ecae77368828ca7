import { describe, expect, test } from 'vitest'
import type { Tone } from './lanes.ts'
import { type MapDot, type MapOptions, map } from './map.ts'

const options: MapOptions = { caption: 'Capitals on 4 May 2031', width: 420, height: 300, labels: 'names' }

function dot(name: string, latitude: number, longitude: number, rest: Partial<MapDot> = {}): MapDot {
  const id = name.toLowerCase()
  return { id, name, href: `/${id}`, latitude, longitude, tone: 'member', number: 1, title: `${name}: member`, ...rest }
}

const five = [
  dot('Arcadia', 50, 20, { number: 1 }),
  dot('Erewhon', 45, 100, { number: 2, tone: 'observer' }),
  dot('Laputa', 20, 60, { number: 3, tone: 'partner' }),
  dot('Lilliput', 10, 90, { number: 4, tone: 'guest' }),
  dot('Utopia', 30, 45, { number: 5, tone: 'past' }),
]

/** The middle of each dot, read back from the finger's target. */
function places(text: string): { x: number; y: number }[] {
  return [...text.matchAll(/<circle cx="([\d.-]+)" cy="([\d.-]+)"/g)].map(([, x, y]) => ({
    x: Number(x),
    y: Number(y),
  }))
}

describe('map', () => {
  test('every dot is a link with its title and its name', () => {
    const { text } = map(five, options)
    for (const { name, href, title } of five) {
      expect(text).toContain(`<a href="${href}"><title>${title}</title>`)
      expect(text).toMatch(new RegExp(`<text[^>]*>${name}</text>`))
    }
  })

  test('north is up and east is right, and all dots are inside the frame', () => {
    const [arcadia, erewhon, , lilliput] = places(map(five, options).text)
    expect(arcadia?.x).toBeLessThan(erewhon?.x ?? 0)
    expect(erewhon?.y).toBeLessThan(lilliput?.y ?? 0)
    for (const { x, y } of places(map(five, options).text)) {
      expect(x > 0 && x < options.width && y > 0 && y < options.height).toBe(true)
    }
  })

  test('the narrow form shows numbers, and says them in the title', () => {
    const { text } = map(five, { ...options, labels: 'numbers' })
    expect(text).toContain('<title>5. Utopia: member</title>')
    expect(text).toMatch(/<text[^>]*>5<\/text>/)
    expect(text).not.toMatch(/<text[^>]*>Utopia<\/text>/)
  })

  test('each tone has a shape of its own', () => {
    const tones: Tone[] = ['member', 'observer', 'partner', 'past', 'guest']
    const shapes = tones.map(
      (tone) => /class="tone-\w+" d="([^"]+)"/.exec(map([dot('Utopia', 0, 0, { tone })], options).text)?.[1],
    )
    expect(new Set(shapes.filter(Boolean)).size).toBe(5)
  })

  test('a doubtful dot is striped, and only that one', () => {
    const { text } = map([dot('Laputa', 10, 10, { uncertain: true }), dot('Utopia', 20, 20)], options)
    expect(text.match(/ doubtful"/g)).toHaveLength(1)
    expect(text).toContain('<pattern id="map-hatch-names"')
    expect(text.match(/fill="url\(#map-hatch-names\)"/g)).toHaveLength(1)
  })

  test('one dot stands in the middle, with a coast around it', () => {
    const { text } = map([dot('Utopia', 38, 24)], options)
    expect(places(text)).toEqual([{ x: 210, y: 150 }])
    expect(text).toMatch(/class="coast" d="M.{200,}"/)
  })

  test('without dots, or with dots around the globe, the whole world is shown', () => {
    const world = /class="coast" d="([^"]+)"/.exec(map([], options).text)?.[1]
    const opposite = map([dot('Arcadia', 0, 0), dot('Utopia', 0, 180), dot('Laputa', 80, 90)], options).text
    expect(world?.length).toBeGreaterThan(10_000)
    expect(opposite).toContain(world)
    for (const { x, y } of places(opposite)) expect(x >= 0 && x <= 420 && y >= 0 && y <= 300).toBe(true)
  })

  test('the picture is small, rounded, escaped and without inline style', () => {
    const { text } = map([...five, dot('<Utopia> & sons', 5, 50)], options)
    expect(text.length).toBeLessThan(40_000)
    expect(map([], options).text.length).toBeLessThan(40_000)
    expect(text).not.toMatch(/\d\.\d\d|NaN|Infinity|undefined|style=| on\w+=/)
    expect(text).not.toContain('<Utopia>')
    expect(text).toContain('role="group" aria-label="Capitals on 4 May 2031"')
  })
})
