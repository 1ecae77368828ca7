import { describe, expect, test } from 'vitest'
import type { Day } from '../rules/index.ts'
import { type DisputeMark, disputeLanes } from './dispute-lanes.ts'

const day = (text: string) => text as Day
const mark = (from: string, to: string, later = false): DisputeMark => ({
  from: day(from),
  to: day(to),
  title: `${from} <event>`,
  href: '/concord/register/event',
  later,
})
const draw = (on: string, form: 'wide' | 'narrow', ...marks: DisputeMark[]) =>
  disputeLanes(
    [
      {
        name: 'Arcadia and Utopia',
        about: 'an island, its waters and everything that has ever been said about either of them in public',
        href: '/concord/disputes/island',
        from: day('2031-01-01'),
        to: day('2035-01-01'),
        marks,
      },
    ],
    { from: day('2030-01-01'), to: day('2036-01-01'), on: day(on), onLabel: on, caption: 'Disputes', form },
  ).text

describe('disputes over time', () => {
  test('the line is paler from the day on, and whole where the day lies before or after it', () => {
    const lines = (on: string) => [...draw(on, 'wide').matchAll(/class="(join[^"]*)"/g)].map((m) => m[1])
    expect(lines('2030-12-31')).toEqual(['join later'])
    expect(lines('2033-01-01')).toEqual(['join', 'join later'])
    expect(lines('2035-01-01')).toEqual(['join'])
  })
  test('a day is a dot, a year the time that it may mean', () => {
    const picture = draw('2035-12-31', 'wide', mark('2032-05-04', '2032-05-04'), mark('2033-01-01', '2033-12-31'))
    expect(picture.match(/<circle/g)).toHaveLength(1)
    expect(picture.match(/class="doubt"/g)).toHaveLength(1)
  })
  test('an event after the day is paler, and its words are safe', () => {
    const picture = draw('2032-05-03', 'wide', mark('2032-05-04', '2032-05-04', true))
    expect(picture).toContain('class="later"><title>2032-05-04 &#60;event&#62;</title>')
  })
  test('words that have no room are cut in the picture and whole in its title', () => {
    for (const form of ['wide', 'narrow'] as const) {
      const picture = draw('2035-12-31', form)
      expect(picture).toMatch(/an island[^<]*…<\/text>/)
      expect(picture).toContain('about either of them in public</title>')
    }
  })
})
