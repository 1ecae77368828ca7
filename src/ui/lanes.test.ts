import { describe, expect, test } from 'vitest'
import type { Day } from '../rules/dates.ts'
import { type LaneOptions, type LaneSpan, lanes, type Tone } from './lanes.ts'

const day = (text: string) => text as Day
const options: LaneOptions = {
  from: day('2000-01-01'),
  to: day('2030-01-01'),
  on: day('2014-09-12'),
  onLabel: '12 September 2014',
  caption: 'Who belonged',
  form: 'wide',
}

function span(from: string, to: string, tone: Tone = 'member', rest: Partial<LaneSpan> = {}): LaneSpan {
  return { from: day(from), to: day(to), tone, title: `${tone} from ${from}`, ...rest }
}

function drawn(spans: LaneSpan[], rest: Partial<LaneOptions> = {}, name = 'Utopia') {
  return lanes([{ id: 'utopia', name, href: '/utopia', spans }], { ...options, ...rest }).text
}

/** The bars as drawn: class, left, width. */
function bars(text: string) {
  return [...text.matchAll(/<rect class="(tone-[^"]*)" x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/g)].map(
    ([, tone, x, width]) => ({ tone, left: Number(x), right: Number(x) + Number(width) }),
  )
}

describe('lanes', () => {
  test('what comes after the chosen day is paler', () => {
    const [before, after, ...more] = bars(drawn([span('2010-01-01', '2020-01-01')]))
    expect(before?.tone).toBe('tone-member')
    expect(after?.tone).toBe('tone-member later')
    expect(after?.left).toBeCloseTo(before?.right ?? 0, 5)
    expect(more).toEqual([])
  })

  test('a span that begins on the chosen day is not later, one that begins the day after is', () => {
    const [today, tomorrow] = bars(drawn([span('2014-09-12', '2014-09-13'), span('2014-09-13', '2014-09-14', 'guest')]))
    expect([today?.tone, tomorrow?.tone]).toEqual(['tone-member', 'tone-guest later'])
  })

  test('a span of one day is two pixels wide, also on the last day', () => {
    for (const [from, to] of [
      ['2005-01-01', '2005-01-02'],
      ['2029-12-31', '2030-01-01'],
    ] as const) {
      const [bar] = bars(drawn([span(from, to)]))
      expect((bar?.right ?? 0) - (bar?.left ?? 0)).toBeCloseTo(2, 5)
      expect(bar?.right).toBeLessThanOrEqual(1028)
    }
  })

  test('between two statuses there is a gap of one pixel', () => {
    const [observer, member] = bars(
      drawn([span('2005-07-05', '2010-06-09', 'observer'), span('2010-06-09', '2012-01-01')]),
    )
    expect((member?.left ?? 0) - (observer?.right ?? 0)).toBeCloseTo(1, 5)
  })

  test('days in doubt are striped, the others are not', () => {
    const uncertainFrom = [{ from: day('2004-01-01'), to: day('2005-01-01') }]
    const text = drawn([span('2002-01-01', '2008-01-01', 'partner', { uncertainFrom })])
    expect(bars(text).map(({ tone }) => tone)).toEqual(['tone-partner', 'tone-partner doubtful', 'tone-partner'])
    expect(text.match(/fill="url\(#lanes-hatch-wide\)"/g)).toHaveLength(1)
    expect(text).toContain('<pattern id="lanes-hatch-wide"')
  })

  test('a short doubt is wide enough to be seen, a doubt outside the span is not drawn', () => {
    const short = [{ from: day('2002-01-01'), to: day('2002-01-02') }]
    const [doubt] = bars(drawn([span('2002-01-01', '2008-01-01', 'member', { uncertainFrom: short })]))
    expect(doubt?.tone).toBe('tone-member doubtful')
    expect((doubt?.right ?? 0) - (doubt?.left ?? 0)).toBeCloseTo(4, 5)
    const outside = [{ from: day('2008-01-01'), to: day('2009-01-01') }]
    expect(drawn([span('2002-01-01', '2008-01-01', 'member', { uncertainFrom: outside })])).not.toContain('doubtful')
  })

  test('the line and the label of the chosen day, none outside the picture', () => {
    expect(drawn([])).toMatch(/<text class="seal"[^>]*>12 September 2014</)
    expect(drawn([], { on: day('1999-12-31') })).not.toContain('class="seal"')
  })

  const steps: { from: string; to: string; form: LaneOptions['form']; years: string[] }[] = [
    { from: '2001-06-15', to: '2004-02-01', form: 'wide', years: ['2002', '2003', '2004'] },
    {
      from: '2000-01-01',
      to: '2030-01-01',
      form: 'wide',
      years: ['2000', '2005', '2010', '2015', '2020', '2025', '2030'],
    },
    { from: '2000-01-01', to: '2030-01-01', form: 'narrow', years: ['2000', '2010', '2020', '2030'] },
    { from: '2002-02-01', to: '2002-09-01', form: 'wide', years: ['2002'] },
  ]
  for (const { from, to, form, years } of steps) {
    test(`years from ${from} to ${to}, ${form}`, () => {
      const text = drawn([], { from: day(from), to: day(to), form })
      expect([...text.matchAll(/>(\d{4})<\/text>/g)].map(([, year]) => year)).toEqual(years)
    })
  }

  test('a name too long for its room is cut, and whole in its title', () => {
    const long = 'The United Islands of Laputa and Balnibarbi'
    expect(drawn([], {}, long)).toMatch(
      /<title>The United Islands of Laputa and Balnibarbi<\/title><text[^>]*>The United[^<]*…</,
    )
    expect(drawn([], {}, 'Utopia')).toMatch(/<a href="\/utopia"><text[^>]*>Utopia</)
    expect(drawn([], { form: 'narrow' }, long)).toContain(`>${long}</text>`)
  })

  test('rounded, escaped, titled and without inline style', () => {
    const text = drawn([span('2003-03-03', '2009-09-09')], {}, 'Utopia <& sons>')
    expect(text).not.toMatch(/\d\.\d\d|NaN|undefined|style=| on\w+=/)
    expect(text).not.toContain('<& sons>')
    expect(text).toContain('<title>member from 2003-03-03</title>')
    expect(text).toContain('role="group" aria-label="Who belonged"')
  })
})
