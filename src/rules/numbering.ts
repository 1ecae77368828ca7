/**
 * A scheme of numbers, such as `C/{year}/{n}`: `{n}` is the running number and stands once; `{year}`, of four digits, may
 * stand once, and the numbers then begin anew each year.
 */
export function isScheme(scheme: string): boolean {
  const fields = scheme.match(/\{[^{}]*\}/g) ?? []
  const rest = scheme.replaceAll('{n}', '').replaceAll('{year}', '')
  return (
    fields.filter((field) => field === '{n}').length === 1 &&
    fields.filter((field) => field === '{year}').length <= 1 &&
    !/[{}]/.test(rest)
  )
}

/** Whether a number is one of a scheme. A running number has no leading zero: "DEC.7", never "DEC.07". */
export function fitsScheme(scheme: string, number: string): boolean {
  return readNumber(scheme, number) !== undefined
}

/**
 * The number that comes next: one more than the largest of the year, or of all where the scheme has no year. A number
 * once taken is never given again, and what was skipped stays skipped.
 *
 * @param taken numbers on record in any order; those that do not fit the scheme count for nothing
 */
export function nextNumber(scheme: string, taken: readonly string[], year: number): string {
  const ofYear = taken
    .flatMap((number) => readNumber(scheme, number) ?? [])
    .filter((one) => one.year === undefined || one.year === year)
  const next = ofYear.reduce((largest, { n }) => Math.max(largest, n), 0) + 1
  return scheme.replace('{year}', String(year).padStart(4, '0')).replace('{n}', String(next))
}

/** Any character but a letter or a digit may mean something in a pattern: it is written by its code. */
function literally(character: string): string {
  return `\\u{${character.codePointAt(0)?.toString(16)}}`
}

function readNumber(scheme: string, number: string): { readonly n: number; readonly year?: number } | undefined {
  if (!isScheme(scheme)) return undefined
  // Nine digits at most: beyond that it is no running number of decisions, and arithmetic would soon be inexact.
  const pattern = scheme
    .split(/(\{n\}|\{year\})/)
    .map((part) =>
      part === '{n}'
        ? '(?<n>[1-9]\\d{0,8})'
        : part === '{year}'
          ? '(?<year>\\d{4})'
          : part.replace(/[^\p{L}\p{N}]/gu, literally),
    )
    .join('')
  const { n, year } = new RegExp(`^${pattern}$`, 'u').exec(number)?.groups ?? {}
  if (n === undefined) return undefined
  return year === undefined ? { n: Number(n) } : { n: Number(n), year: Number(year) }
}
