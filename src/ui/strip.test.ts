import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day } from '../rules/dates.ts'
import { textWidth } from './labels.ts'
import { type StripEvent, type StripOptions, strip } from './strip.ts'

const day = (text: string) => text as Day
const options: StripOptions = {
  from: day('2000-01-01'),
  to: day('2030-01-01'),
  on: day('2014-09-12'),
  caption: 'The whole time',
  form: 'wide',
}
const event = (on: string, label: string): StripEvent => ({ on: day(on), label, href: `/on/${on}` })
const events = [
  event('2001-06-15', 'Founded'),
  event('2005-07-05', 'Laputa observes'),
  event('2014-09-12', 'Utopia meeting'),
  event('2017-06-09', 'Erewhon joins'),
  event('2024-07-04', 'Arcadia joins'),
]

function labels(text: string) {
  return [...text.matchAll(/<text[^>]* x="([\d.]+)" y="([\d.]+)" font-size="([\d.]+)"[^>]*>([^<]*)</g)].map(
    ([, x, y, size, label = '']) => ({ x: Number(x), y: Number(y), half: textWidth(label, Number(size)) / 2, label }),
  )
}

describe('strip', () => {
  test('every event is a link with its day and label, in the order of time', () => {
    const { text } = strip(events.toReversed(), options)
    expect([...text.matchAll(/<a href="\/on\/([^"]*)"><title>([^<]*)</g)].map(([, , title]) => title)).toEqual(
      events.map(({ on, label }) => `${on} ${label}`),
    )
  })

  test('labels stand above and below in turn', () => {
    const heights = labels(strip(events, options).text).map(({ y }) => y)
    expect(heights).toHaveLength(5)
    for (const [index, height] of heights.slice(1).entries()) expect(height).not.toBe(heights[index])
  })

  test('a label without room on its turn goes to the other side', () => {
    const long = event('2010-01-01', 'The long and winding meeting of Lilliput and Laputa')
    const { text } = strip([long, event('2010-06-01', 'Utopia'), event('2012-06-01', 'Founded')], options)
    const [above, below, other] = labels(text)
    expect(below?.y).toBeGreaterThan(above?.y ?? 0)
    expect(other).toMatchObject({ label: 'Founded', y: below?.y })
  })

  test('the chosen day has the seal, and its label is kept before others', () => {
    const crowd = ['2014-09-10', '2014-09-11', '2014-09-12', '2014-09-13', '2014-09-14', '2014-09-15', '2014-09-16']
    const { text } = strip(
      crowd.map((on) => event(on, `The meeting in Lilliput on ${on}`)),
      options,
    )
    expect(text).toMatch(/<circle class="seal"[^>]* r="6"/)
    expect(text).toMatch(/<text class="seal"[^>]*>The meeting in Lilliput on 2014-09-12</)
    expect(labels(text).length).toBeLessThan(crowd.length)
    expect(text.match(/class="event"/g)).toHaveLength(crowd.length)
  })

  test('the narrow form names the nearest event before and after', () => {
    const { text } = strip(events, { ...options, on: day('2010-01-01'), form: 'narrow' })
    expect(labels(text).map(({ label }) => label)).toEqual(['Laputa observes', 'Utopia meeting'])
    expect(text.match(/class="event"/g)).toHaveLength(5)
  })

  test('what lies outside the days shown is left out', () => {
    const { text } = strip(events, {
      ...options,
      from: day('2003-01-01'),
      to: day('2016-01-01'),
      on: day('2020-01-01'),
    })
    expect(labels(text).map(({ label }) => label)).toEqual(['Laputa observes', 'Utopia meeting'])
    expect(text).not.toContain('seal')
  })

  test('labels never overlap and never leave the picture', () => {
    const some = fc.array(
      fc.record({ days: fc.nat(10_950), label: fc.constantFrom('Founded', 'Laputa observes', '乌托邦') }),
    )
    fc.assert(
      fc.property(some, fc.constantFrom('wide', 'narrow'), (drafts, form) => {
        const drawn = drafts.map(({ days, label }) => ({ on: addDays(options.from, days), label, href: '/' }))
        const written = labels(strip(drawn, { ...options, form }).text)
        for (const [index, one] of written.entries()) {
          expect(one.x - one.half).toBeGreaterThan(-0.1)
          expect(one.x + one.half).toBeLessThan((form === 'wide' ? 1040 : 360) + 0.1)
          for (const other of written.slice(index + 1)) {
            expect(other.y !== one.y || Math.abs(other.x - one.x) >= one.half + other.half).toBe(true)
          }
        }
      }),
    )
  })

  test('rounded, escaped and without inline style', () => {
    const { text } = strip([event('2007-03-03', 'Utopia <& sons>')], options)
    expect(text).not.toMatch(/\d\.\d\d|NaN|Infinity|undefined|style=| on\w+=/)
    expect(text).not.toContain('<& sons>')
    expect(text).toContain('role="group" aria-label="The whole time"')
  })
})
