import type { Position } from '../../src/rules/index.ts'

/** Positions as tests write them: `++-0` is two in favour, one against, one who abstains. */
export const positionOf: Readonly<Record<string, Position>> = {
  '+': 'for',
  '-': 'against',
  '0': 'abstains',
  '.': 'absent',
  '/': 'not-participating',
}
