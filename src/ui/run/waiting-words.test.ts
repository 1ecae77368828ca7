import { describe, expect, test } from 'vitest'
import type { WaitingItem } from '../../record/index.ts'
import { kindsForDelegations, kindsForTheChair } from '../../record/index.ts'
import type { Day, Instant } from '../../rules/index.ts'
import { dueInWords, waitingAt, waitingDoes, waitingSays } from './waiting-words.ts'

const at = '2034-01-10T10:00:00.000Z' as Instant
const today = '2034-01-10' as Day
const item = (more: Partial<WaitingItem>): WaitingItem => ({
  id: 'x',
  kind: 'position-asked',
  decision: 'lights',
  title: 'Harbour lights',
  since: at,
  changedAt: at,
  urgency: 'open',
  version: 1,
  revision: 2,
  ...more,
})
const naming = { called: (id: string) => id, of: () => '“Harbour lights”' }

describe('by when', () => {
  const cases = [
    ['2034-01-10T10:00:00.001Z', 'before 10 January 2034, 10:00 UTC (in less than a minute)'],
    ['2034-01-10T10:00:00.000Z', 'since 10 January 2034, 10:00 UTC (less than a minute ago)'],
    ['2034-01-12T13:00:00.000Z', 'before 12 January 2034, 13:00 UTC (in 2 days 3 hours)'],
    ['2034-01-09', 'by 9 January 2034, that day included (yesterday)'],
    ['2034-01-10', 'by 10 January 2034, that day included (today)'],
    ['2034-01-11', 'by 11 January 2034, that day included (tomorrow)'],
    ['2034-01-12', 'by 12 January 2034, that day included (in 2 days)'],
  ] as const
  test.each(cases)('%s: %s', (due, says) => {
    expect(dueInWords(due as Instant, at, today, 'UTC')).toBe(says)
  })
})

describe('what waits', () => {
  test.each([...kindsForDelegations, ...kindsForTheChair])('%s: a sentence, something to do, and where', (kind) => {
    const one = item({
      kind,
      participants: ['ARC', 'ERE'],
      paragraphs: ['2'],
      number: '17',
      body: 'council',
      what: 'It',
    })
    for (const text of [waitingSays(one, naming), waitingDoes(one), waitingAt(one)])
      expect(text).not.toMatch(/undefined|\bnull\b|^[a-z]+ |^$/)
    expect(waitingAt(one)).toMatch(/^run\/(notes|meetings#open|proposals\/lights#[a-z]+)$/)
  })
  test('where a meeting sits, it is done there; what came of a note where such things are', () => {
    expect(waitingAt(item({ kind: 'ready-to-put', meeting: 'm' }))).toBe('run/meetings/m')
    expect(waitingAt(item({ kind: 'entry-to-confirm', act: 'statement-made' }))).toBe('run/proposals/lights#statements')
    expect(waitingAt(item({ kind: 'entry-to-confirm', act: 'position-taken' }))).toBe('run/proposals/lights#positions')
  })
})
