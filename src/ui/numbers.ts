const large = [
  { from: 1e12, word: 'trillion' },
  { from: 1e9, word: 'billion' },
  { from: 1e6, word: 'million' },
] as const

/** For reading, three figures exact: "3.39 billion", "1,234", "0.81". */
export function readable(value: number): string {
  const size = large.find(({ from }) => Math.abs(value) >= from)
  if (size) return `${rounded(value / size.from)} ${size.word}`
  return Math.abs(value) >= 1000 ? exact(Math.round(value)) : rounded(value)
}

/** As it stands in the source, with its thousands set apart: "1,443,497,378". */
export function exact(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: 6 })
}

/** A part of a whole in per cent: "41.7", "under 0.1". */
export function percentOf(part: number, whole: number): string {
  if (whole === 0) return '0'
  const percent = (100 * part) / whole
  return percent > 0 && percent < 0.05 ? 'under 0.1' : percent.toFixed(1)
}

function rounded(value: number): string {
  return String(Number(value.toPrecision(3)))
}
