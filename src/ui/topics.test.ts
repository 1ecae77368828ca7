import { expect, test } from 'vitest'
import { inBrief } from './topics.ts'

test.each([
  ['calls for', 'call for'],
  ['establishes', 'establish'],
  ['expresses concern', 'express concern'],
  ['opposes', 'oppose'],
  ['decides', 'decide'],
  ['shall not', 'shall not'],
  ['may', 'may'],
  ['discuss', 'discuss'],
])('%s in brief: %s', (verb, brief) => {
  expect(inBrief(verb)).toBe(brief)
})
