import { type ActOf, isFirm, type Organisation } from '../record/index.ts'
import { latest, type PartialDate } from '../rules/index.ts'

type Degree = ActOf<'coverage-stated'>['coverage']

/** Years, both included. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** How complete the record of one kind of fact is over a span of years. */
export interface KindOver {
  readonly of: string
  readonly name: string
  /** The years that are complete, or nearly so, and over: only their counts may be held against each other. */
  readonly firm: readonly number[]
  /** The years that are not, by how complete they are stated to be; `unfinished` is complete as far as it goes. */
  readonly loose: readonly { readonly coverage: Degree | 'not-stated' | 'unfinished'; readonly years: number[] }[]
}

/** Whether counts of some kinds of fact are firm over a span of years, and a sentence saying so. */
export interface Completeness {
  readonly span: Span
  readonly kinds: readonly KindOver[]
  /** Every kind in every year of the span; each kind or some in some years; in none; or nothing states it of any. */
  readonly counts: 'firm' | 'in-part' | 'not-firm' | 'not-stated'
  /** The years in which every one of the kinds is firm, so that one kind may be held against another. */
  readonly comparable: readonly number[]
  readonly says: string
}

/**
 * Whether what the record has of some kinds of fact may be counted. A count is firm where the record states that it is
 * complete, or nearly, for a year that is over by the organisation's day; of what nothing is stated no count is.
 * @param span the record's own years up to the day, if not said
 */
export function completeFor(
  organisation: Organisation,
  kinds: readonly string[],
  span: Span = yearsOf(organisation),
): Completeness {
  const stated = coverageOf(organisation)
  const over = lastWholeYear(organisation)
  const years = yearsBetween(span)
  const found = kinds.map((of): KindOver => {
    const degree = (year: number) => {
      const coverage = stated.get(`${year}/${of}`)
      if (!isFirm(coverage)) return coverage ?? 'not-stated'
      return year <= over ? 'firm' : 'unfinished'
    }
    const byDegree = Map.groupBy(years, degree)
    const { firm = [], ...loose } = Object.fromEntries(byDegree) as Partial<
      Record<KindOver['loose'][number]['coverage'] | 'firm', number[]>
    >
    return {
      of,
      name: kindOfFact(organisation, of),
      firm,
      loose: Object.entries(loose).map(([coverage, list]) => ({
        coverage: coverage as KindOver['loose'][number]['coverage'],
        years: list,
      })),
    }
  })
  const comparable = found.length === 0 ? [] : years.filter((year) => found.every(({ firm }) => firm.includes(year)))
  const counts = verdict(found, years)
  return { span, kinds: found, counts, comparable, says: sentence(found, counts, span) }
}

const made = new WeakMap<Organisation, ReadonlyMap<string, Degree>>()

/** How complete each kind of fact is stated to be, under year and kind: `2031/decisions`. Made once for an organisation. */
export function coverageOf(organisation: Organisation): ReadonlyMap<string, Degree> {
  const known = made.get(organisation)
  if (known) return known
  const stated = new Map(organisation.coverage().map((row) => [`${row.year}/${row.of}`, row.coverage]))
  made.set(organisation, stated)
  return stated
}

/** The years from the beginning of the record to the organisation's day, or to the end of the record before it. */
export function yearsOf({ description, day }: Organisation): Span {
  const year = Number(day.slice(0, 4))
  if (!description) return { from: year, to: year }
  const to = Math.min(Number(description.coveredTo.slice(0, 4)), year)
  return { from: Math.min(Number(description.begins.slice(0, 4)), to), to }
}

/**
 * The kinds of fact under which the coverage of meetings is stated: of all, or of those of a body. Of meetings that belong
 * to no series nothing is stated.
 */
export function kindsOfMeetings(organisation: Organisation, body?: string): string[] {
  const meetings = organisation.meetings().filter(({ act }) => body === undefined || act.body === body)
  return [...new Set(meetings.map(({ act }) => act.coveredAs ?? 'meetings-in-no-series'))]
}

/** The last year that was over by the day and that the record covers to its end. */
export function lastWholeYear({ description, day }: Organisation): number {
  const end = [day, latest((description?.coveredTo ?? day) as PartialDate)].sort()[0] ?? day
  return end.slice(5) === '12-31' ? Number(end.slice(0, 4)) : Number(end.slice(0, 4)) - 1
}

export function yearsBetween({ from, to }: Span): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)
}

function verdict(kinds: readonly KindOver[], years: readonly number[]): Completeness['counts'] {
  const isStated = ({ firm, loose }: KindOver) => firm.length + loose.filter(notUnstated).length > 0
  if (!kinds.some(isStated)) return 'not-stated'
  if (kinds.every(({ firm }) => firm.length === years.length)) return 'firm'
  return kinds.some(({ firm }) => firm.length > 0) ? 'in-part' : 'not-firm'
}

function notUnstated({ coverage }: KindOver['loose'][number]): boolean {
  return coverage !== 'not-stated'
}

/** What may be counted, in which years, and what that forbids. */
function sentence(kinds: readonly KindOver[], counts: Completeness['counts'], { from, to }: Span): string {
  const found = 'a count is one of what was found, and a rise or a fall may be one of the search'
  if (counts === 'not-stated') {
    const names = kinds.length > 0 ? listed(kinds.map(({ name }) => name)) : 'this'
    return `How complete the record of ${names} is, nothing states: ${found}.`
  }
  const firm = kinds.filter((kind) => kind.firm.length > 0)
  const never = kinds.filter((kind) => kind.firm.length === 0)
  const loose = never.filter((kind) => kind.loose.some(notUnstated))
  const unstated = never.filter((kind) => !loose.includes(kind))
  const names = (list: readonly KindOver[]) => listed(list.map(({ name }) => name))
  const withYears = ({ name, firm: years }: KindOver) =>
    years.length > to - from ? name : `${name} for ${yearsInWords(years)}`
  const inFull = `On record in full, or nearly: ${inOneBreath(firm.map(withYears))}.`
  const inNone = `Not in full in ${from === to ? from : `any year from ${from} to ${to}`}: ${names(loose)}.`
  const closing = {
    firm: 'These counts may be held against each other.',
    'in-part': `Only those counts may be held against each other; elsewhere ${found}.`,
    'not-firm': `So ${found}.`,
  }[counts]
  return [
    ...(firm.length > 0 ? [inFull] : []),
    ...(loose.length > 0 ? [inNone] : []),
    ...(unstated.length > 0 ? [`How complete it is for ${names(unstated)}, nothing states.`] : []),
    closing,
  ].join(' ')
}

function inOneBreath(items: readonly string[]): string {
  return items.some((item) => /(, | and )/.test(item)) ? items.join('; ') : listed(items)
}

/** What a kind of fact is called; the abbreviations of bodies keep their capitals. */
export function kindOfFact(organisation: Organisation, of: string): string {
  const capitals = new Set(organisation.bodies().flatMap(({ abbreviation }) => abbreviation ?? []))
  const named = (word: string) => (capitals.has(word.toUpperCase()) ? word.toUpperCase() : word)
  return of.split('-').map(named).join(' ')
}

/** "1996 to 2001 and 2016". */
export function yearsInWords(years: readonly number[]): string {
  const found: [first: number, last: number][] = []
  for (const year of years) {
    const before = found.at(-1)
    if (before && before[1] === year - 1) before[1] = year
    else found.push([year, year])
  }
  return listed(found.map(([first, last]) => (first === last ? String(first) : `${first} to ${last}`)))
}

function listed(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}
