import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { factsAt, shippedFacts } from '../src/cli/conform/facts.ts'
import { readers } from '../src/cli/conform/readers.ts'
import { type Comparison, suitesIn } from '../src/cli/conform/suite.ts'

// Votes held against the rules of their day: made-up rows on each side of each boundary, and what travels along.

const folder = mkdtempSync(join(tmpdir(), 'chancery-votes-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const suite = (name: string) => {
  const found = suitesIn().find((one) => one.name === name)
  if (!found) throw new Error(`There is no suite ${name}.`)
  return found
}

let made = 0
/** What a suite makes of rows in the columns of its file. */
function compare(name: string, rows: readonly Record<string, string | number>[]): Comparison[] {
  const { files, reader, ...more } = suite(name)
  const file = files.votes
  if (!file) throw new Error('The suite has no file of votes.')
  const columns = [...Object.values(file.columns), ...Object.values(file.maybe)]
  const lines = rows.map((row) => columns.map((column) => row[column] ?? '').join(','))
  made += 1
  const at = join(folder, String(made))
  mkdirSync(at)
  writeFileSync(join(at, file.name), [columns.join(','), ...lines].join('\n'))
  const facts = factsAt(at, suite(name))
  const read = readers[reader]
  if (!facts || !read) throw new Error('The facts were not found.')
  return read({ files, reader, ...more }, facts)
}

describe('article 27: the Council by its counts', () => {
  const vote = (date: string, yes: number, no: number, vetoes = '') => ({
    symbol: 'S/1',
    date,
    yes,
    no,
    abstain: 0,
    p5_vetoes_independent: vetoes,
  })
  const cases = [
    { says: 'eight in favour are too few', ...vote('2003-03-20', 8, 0), outcome: 'not_adopted' },
    { says: 'nine are enough', ...vote('2003-03-20', 9, 0), outcome: 'adopted' },
    { says: 'nine with six against, none of them a veto', ...vote('2003-03-20', 9, 6), outcome: 'adopted' },
    { says: 'fourteen and a veto', ...vote('2003-03-20', 14, 1, 'Laputa'), outcome: 'vetoed' },
    { says: 'nine and three vetoes', ...vote('2003-03-20', 9, 3, 'Laputa; Utopia & Erewhon'), outcome: 'vetoed' },
    { says: 'eight and a veto: it failed without it', ...vote('2003-03-20', 8, 1, 'Laputa'), outcome: 'not_adopted' },
    { says: 'six of eleven are too few', ...vote('1950-06-25', 6, 0), outcome: 'not_adopted' },
    { says: 'seven of eleven are enough', ...vote('1950-06-25', 7, 1), outcome: 'adopted' },
    { says: 'seven of eleven and a veto', ...vote('1950-06-25', 7, 1, 'Laputa'), outcome: 'vetoed' },
    { says: 'seven on the last day of the first version', ...vote('1965-08-30', 7, 0), outcome: 'adopted' },
    { says: 'eight on the first day of the second', ...vote('1965-08-31', 8, 0), outcome: 'not_adopted' },
    { says: 'eight in 1966, the day not known', ...vote('1966', 8, 0), outcome: 'not_adopted' },
    { says: 'seven in 1965, the day not known: the year began so', ...vote('1965', 7, 0), outcome: 'adopted' },
    { says: 'nobody votes', ...vote('1965', 0, 0), outcome: 'not_adopted' },
  ]
  test.each(cases)('$says', ({ says, ...row }) => {
    expect(compare('security-council-tallies', [row])).toEqual([
      { id: `S/1, ${row.date}`, expected: row.outcome, got: row.outcome },
    ])
  })

  const faulty = [
    {
      says: 'adopted with a veto listed',
      row: { ...vote('2003-03-20', 12, 1, 'Laputa'), outcome: 'adopted' },
      got: 'vetoed',
      why: 'recorded as adopted although it lists as voting against: Laputa',
    },
    {
      says: 'vetoed with nobody listed',
      row: { ...vote('2003-03-20', 12, 1), outcome: 'vetoed' },
      got: 'adopted',
      why: 'recorded as vetoed, but no permanent-member is listed',
    },
    {
      says: 'adopted with too few',
      row: { ...vote('2003-03-20', 8, 1), outcome: 'adopted' },
      got: 'not_adopted',
      why: '8 in favour do not go together with adopted',
    },
    {
      says: 'more votes than seats',
      row: { ...vote('1950-06-25', 12, 1), outcome: 'not_adopted' },
      got: 'adopted',
      why: '13 votes where there were 11 seats',
    },
    {
      says: 'more vetoes than votes against',
      row: { ...vote('2003-03-20', 12, 0, 'Laputa'), outcome: 'adopted' },
      got: 'vetoed',
      why: 'names 1 against (Laputa) but counts 0',
    },
    {
      says: 'a year in which the rule changed',
      row: { ...vote('1965', 8, 0), outcome: 'not_adopted' },
      got: 'adopted',
      why: 'By the rules of the end of 1965 it is not_adopted.',
    },
    {
      says: 'a count that is none',
      row: { ...vote('2003-03-20', 12, 0), no: '?', outcome: 'adopted' },
      got: 'cannot be judged',
      why: 'against: "?" is not a count.',
    },
    {
      says: 'a date that is none',
      row: { ...vote('20 March', 12, 0), outcome: 'adopted' },
      got: 'cannot be judged',
      why: '20 March',
    },
  ]
  test.each(faulty)('a record that contradicts itself is told apart: $says', ({ row, got, why }) => {
    expect(compare('security-council-tallies', [row])).toMatchObject([{ got, why: expect.stringContaining(why) }])
  })
})

describe('article 27(3): the Council by who voted how', () => {
  const others = ['Arcadia', 'Erewhon', 'Laputa', 'Lilliput', 'Utopia', 'Brobdingnag', 'Luggnagg', 'Glubbdubdrib']
  const five = ['China', 'France', 'Russian Federation', 'United Kingdom', 'United States']
  const vote = (year: number, yes: string[], no: string[] = [], abstain: string[] = []) => ({
    id: '1',
    voting_on: 'S/1 Paragraph 5',
    year,
    yes_members: yes.join(';'),
    no_members: no.join(';'),
    abstain_members: abstain.join(';'),
  })
  const cases = [
    { says: 'nine with all five', ...vote(2003, [...five, ...others.slice(0, 4)]), outcome: 'adopted' },
    { says: 'eight with all five', ...vote(2003, [...five, ...others.slice(0, 3)]), outcome: 'not_adopted' },
    {
      says: 'a permanent member against',
      ...vote(2003, [...five.slice(1), ...others], ['China']),
      outcome: 'not_adopted',
    },
    {
      says: 'a permanent member against under an earlier name',
      ...vote(1972, [...five.slice(0, 2), ...others], ['Union of Soviet Socialist Republics']),
      outcome: 'not_adopted',
    },
    { says: 'another member against', ...vote(2003, [...five, ...others.slice(1)], ['Arcadia']), outcome: 'adopted' },
    {
      says: 'a permanent member abstains',
      ...vote(2003, [...five.slice(1), ...others], [], ['China']),
      outcome: 'adopted',
    },
    { says: 'a permanent member takes no part', ...vote(1974, [...five.slice(1), ...others]), outcome: 'adopted' },
    { says: 'seven of eleven', ...vote(1950, [...five.slice(1), ...others.slice(0, 3)]), outcome: 'adopted' },
    { says: 'six of eleven', ...vote(1950, [...five.slice(1), ...others.slice(0, 2)]), outcome: 'not_adopted' },
    {
      says: 'seven in the first year of the fifteen',
      ...vote(1966, [...five, 'Arcadia', 'Utopia']),
      outcome: 'not_adopted',
    },
    { says: 'nobody at all', ...vote(1950, []), outcome: 'not_adopted' },
  ]
  test.each(cases)('$says', ({ says, ...row }) => {
    const [comparison] = compare('security-council-members', [row])
    expect(comparison?.got, comparison?.why).toBe(row.outcome)
  })
})

describe('article 18: the Assembly', () => {
  const vote = (rule: string, yes: number, no: number, abstain = 0) => ({
    rcid: '1',
    session: 26,
    unres: 'R/1',
    rule,
    yes,
    no,
    abstain,
  })
  const cases = [
    { says: '18(2) exactly two thirds', ...vote('two_thirds', 40, 20, 50), outcome: 'adopted' },
    { says: '18(2) one short of two thirds', ...vote('two_thirds', 39, 20), outcome: 'not_adopted' },
    { says: '18(3) one more than half', ...vote('simple', 51, 50, 30), outcome: 'adopted' },
    { says: '18(3) exactly half is no majority', ...vote('simple', 50, 50), outcome: 'not_adopted' },
    { says: '18(3) everyone abstains', ...vote('simple', 0, 0, 50), outcome: 'not_adopted' },
  ]
  test.each(cases)('$says', ({ says, ...row }) => {
    const [comparison] = compare('general-assembly-two-thirds', [row])
    expect(comparison?.got, comparison?.why).toBe(row.outcome)
  })
  test('the names are taken where they agree with the counts, and otherwise the counts', () => {
    const agree = { ...vote('simple', 2, 1), votes: 'AA:Y;BB:N;CC:Y', outcome: 'adopted' }
    const differ = { ...vote('simple', 1, 2), votes: 'AA:Y;BB:N;CC:Y', outcome: 'adopted' }
    expect(compare('general-assembly-two-thirds', [agree, differ])).toMatchObject([
      { got: 'adopted' },
      { got: 'not_adopted', why: expect.stringContaining('Names and counts differ') },
    ])
  })
  test('a rule that the suite does not know cannot be judged', () => {
    const [comparison] = compare('general-assembly-two-thirds', [
      { ...vote('three_quarters', 3, 1), outcome: 'adopted' },
    ])
    expect(comparison).toMatchObject({ got: 'cannot be judged', why: expect.stringContaining('three_quarters') })
  })
  test('a roll call without evidence of its outcome is no evidence', () => {
    const row = { rcid: '1', unres: 'R/1', date: '1993-11-02', yes: 3, no: 1, abstain: 0, votes: '' }
    const rows = [row, { ...row, outcome: 'adopted' }]
    expect(compare('general-assembly-roll-calls', rows)).toEqual([
      { id: '1, R/1', expected: 'adopted', got: 'adopted' },
    ])
  })
})

test('what travels along is reproduced, each of them', () => {
  const two = suite('general-assembly-two-thirds')
  const facts = shippedFacts(two)
  const comparisons = facts && readers[two.reader]?.(two, facts)
  expect(comparisons).toHaveLength(5)
  expect(comparisons?.filter(({ expected, got }) => expected !== got)).toEqual([])
  expect(new Set(comparisons?.map(({ expected }) => expected))).toEqual(new Set(['adopted', 'not_adopted']))
})
