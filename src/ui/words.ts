import type { Day, Instant, PartialDate } from '../rules/index.ts'

/** January first. */
export const monthNames = 'January February March April May June July August September October November December'.split(
  ' ',
)
const small =
  'no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  )

/** "9 June 2017", "May 2010", "2012": as exact as the date is. */
export function dateInWords(date: PartialDate | Day): string {
  const year = date.slice(0, 4)
  if (date.length < 7) return year
  const month = monthNames[Number(date.slice(5, 7)) - 1]
  return date.length < 10 ? `${month} ${year}` : `${Number(date.slice(8))} ${month} ${year}`
}

/** The days in a sentence of a rule, "on 2010-06-11", as people write them. */
export function datesInWords(text: string): string {
  return text.replace(/\b\d{4}-\d\d-\d\d\b(?!T)/g, (day) => dateInWords(day as PartialDate))
}

/** "8–9 June 2017", "31 August to 1 September 2025", "2019 to 2021": a span whose last day is included. */
export function daysInWords(first: PartialDate, last: PartialDate | undefined): string {
  if (last === undefined) return dateInWords(first)
  const exact = first.length === 10 && last.length === 10
  if (exact && first.slice(0, 7) === last.slice(0, 7)) return `${Number(first.slice(8))}–${dateInWords(last)}`
  const sameYear = exact && first.slice(0, 4) === last.slice(0, 4)
  return `${sameYear ? dateInWords(first).slice(0, -5) : dateInWords(first)} to ${dateInWords(last)}`
}

/** "on 9 June 2017", "in May 2010". */
export function whenInWords(date: PartialDate | Day): string {
  return `${date.length === 10 ? 'on' : 'in'} ${dateInWords(date)}`
}

/** "21 November 2026, 21:39 UTC"; without the hour when it is midnight, which stands for the whole day. */
export function instantInWords(instant: Instant): string {
  const day = dateInWords(instant.slice(0, 10) as Day)
  const hour = instant.slice(11, 16)
  return hour === '00:00' ? day : `${day}, ${hour} UTC`
}

/** Spelt out to twenty, in figures above. */
export function numberInWords(count: number): string {
  return small[count] ?? String(count)
}

/** The same of a part of something: "none of seven". */
export function someInWords(count: number): string {
  return count === 0 ? 'none' : numberInWords(count)
}

/** "six members", "one observer". */
export function counted(count: number, { one, many }: { readonly one: string; readonly many: string }): string {
  return `${numberInWords(count)} ${count === 1 ? one : many}`
}

/** "Arcadia, Laputa and Utopia". */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}

/** More than these no sentence names one by one, and no list sets in a row each. */
export const aHandful = 12

/** Names while they can be read in a sentence; of more than a dozen how many: "57 delegations". */
export function listedOrCounted(names: readonly string[]): string {
  return names.length > aHandful ? `${names.length} delegations` : listed(names)
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** "a member", "an observer". */
export function withArticle(noun: string): string {
  // An abbreviation goes by the sound of its first letter: "an SOS", "a UN body".
  const soundsLikeVowel = /^[A-Z]{2}/.test(noun) ? /^[AEFHILMNORSX]/.test(noun) : /^[aeio]/i.test(noun)
  return `${soundsLikeVowel ? 'an' : 'a'} ${noun}`
}
