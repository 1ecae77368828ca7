import type { Wait } from '../../rules/index.ts'

/** What the words of a clause say, as far as they could be read. */
export interface ClauseRead {
  readonly count?: number
  readonly wait?: Wait
}

/**
 * Reads how many deposits a clause on entry into force needs, and how long it waits. English, in the phrases that
 * treaties use; a number may be in words or figures. What is not said in such a phrase is left out, never guessed.
 */
export function readClause(text: string): ClauseRead {
  const words = text
    .toLowerCase()
    .replace(/[\s/]+/g, ' ')
    .replace(/\((\d+)\) ?/g, '')
  const [count, wait] = [countIn(words), waitIn(words)]
  return { ...(count === undefined ? {} : { count }), ...(wait === undefined ? {} : { wait }) }
}

const upTo = 366
const small =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const irregular: Readonly<Record<string, string>> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
}

function cardinal(n: number): string {
  if (n < 20) return small[n - 1] as string
  if (n < 100) return `${tens[Math.floor(n / 10) - 2]}${n % 10 === 0 ? '' : `-${cardinal(n % 10)}`}`
  return `${cardinal(Math.floor(n / 100))} hundred${n % 100 === 0 ? '' : ` and ${cardinal(n % 100)}`}`
}

function ordinal(n: number): string {
  return cardinal(n).replace(/[a-z]+$/, (last) => irregular[last] ?? `${last.replace(/y$/, 'ie')}th`)
}

const numbers = new Map<string, number>()
for (let n = 1; n <= upTo; n += 1) for (const word of [cardinal(n), ordinal(n)]) numbers.set(word, n)
const spelt = (word: (n: number) => string) =>
  Array.from({ length: upTo }, (_, i) => word(i + 1).replaceAll('-', '[- ]'))
    .reverse()
    .join('|')
const cardinals = `(?:${spelt(cardinal)}|\\d+)`
const ordinals = `(?:${spelt(ordinal)}|\\d+(?:st|nd|rd|th))`
const numberOf = (word: string): number =>
  numbers.get(word.replace(/(y) (?=[a-z])/, '$1-')) ?? Number.parseInt(word, 10)

const deposited =
  'instruments?|ratifications?|acceptances?|approvals?|accessions?|notifications?|signatures?|states?|governments?|parties|party|members?|countries'
const kindsOfThem = '(?:(?:such|of|the|these|those|signatory|member|contracting|sovereign|participating|said) )*'
const counts = new RegExp(
  `\\b(?:(${ordinals}) ${kindsOfThem}(?:${deposited})|(${cardinals}) ${kindsOfThem}(?:${deposited}))\\b`,
)

function countIn(words: string): number | undefined {
  const [, nth, number] = counts.exec(words) ?? []
  const found = nth ?? number
  return found === undefined ? undefined : numberOf(found)
}

const lengths = 'days?|weeks?|months?|years?'
const after = '(?:after|following|from|subsequent to|later than)'
const end = '(?:(?:the )?(?:expiry|expiration|end) of )?(?:a |the )?(?:period of )?'
const waits: readonly { readonly phrase: RegExp; readonly wait: (number: number, unit: string) => Wait }[] = [
  {
    phrase: new RegExp(`\\bfirst day of the month ${after} ${end}(${cardinals}) (?:calendar )?(${lengths})\\b`),
    wait: (n, unit) => ({ after: period(n, unit), startOf: 'following-month' }),
  },
  {
    phrase: new RegExp(`\\bfirst day of the month ${after} the (${ordinals}) (day)\\b`),
    wait: (n, unit) => ({ after: period(n, unit), startOf: 'following-month' }),
  },
  {
    phrase: new RegExp(`\\bfirst day of the (${ordinals}) (?:calendar )?(month) ${after}`),
    wait: (n, unit) => ({ after: period(n, unit), startOf: 'month' }),
  },
  { phrase: new RegExp(`\\bfirst day of the (month) ${after}()`), wait: () => ({ startOf: 'following-month' }) },
  { phrase: new RegExp(`\\b(${ordinals}) (day) ${after}`), wait: (n, unit) => ({ after: period(n, unit) }) },
  {
    phrase: new RegExp(`\\b(${cardinals}) (?:calendar )?(${lengths}) ${after}`),
    wait: (n, unit) => ({ after: period(n, unit) }),
  },
  {
    phrase: /\b(?:on|upon|as from|as of|from|after|when|on the date of) (?:the )?(?:date|day|deposit|receipt)()()\b/,
    wait: () => ({}),
  },
]

/** The phrase that stands first decides; of two that begin together, the one listed first. */
function waitIn(words: string): Wait | undefined {
  const from = Math.max(words.search(/into (?:force|effect)/), 0)
  const found = waits
    .map(({ phrase, wait }) => ({ match: phrase.exec(words.slice(from)), wait }))
    .filter(({ match }) => match !== null)
    .sort((a, b) => (a.match?.index ?? 0) - (b.match?.index ?? 0))[0]
  return found?.match ? found.wait(numberOf(found.match[1] ?? ''), found.match[2] ?? '') : undefined
}

function period(number: number, unit: string): NonNullable<Wait['after']> {
  if (unit.startsWith('day')) return { days: number }
  if (unit.startsWith('week')) return { weeks: number }
  return unit.startsWith('month') ? { months: number } : { years: number }
}
