/** The languages in which a text is kept, English first: the others follow its order. */
export const languages = ['en', 'ru', 'zh'] as const
export type Language = (typeof languages)[number]

/** One numbered paragraph in the language versions there are. */
export interface NumberedParagraph {
  readonly number: string
  readonly text: Versions & { readonly en: string }
}
export type Versions = { readonly [L in Language]?: string | undefined }

/** What keeps typed texts from being one text in several languages. */
export type TextFault =
  | { readonly kind: 'empty' }
  /** Numbers that stand more than once in one version. */
  | { readonly kind: 'twice'; readonly language: Language; readonly numbers: readonly string[] }
  /** Numbers with nothing behind them. */
  | { readonly kind: 'blank'; readonly language: Language; readonly numbers: readonly string[] }
  /** Numbers that other versions have and this one has not. */
  | { readonly kind: 'missing'; readonly language: Language; readonly numbers: readonly string[] }

export type ReadText =
  | { readonly paragraphs: readonly NumberedParagraph[] }
  | { readonly faults: readonly [TextFault, ...TextFault[]] }

interface Read {
  readonly number: string
  readonly text: string
}

/** `1`, `2bis`, `PP1`, `3.1`, `4(a)`: at most three digits, so that a year is none. */
const numbering = String.raw`[A-Za-z]{0,4}\d{1,3}(?:bis|ter|quater|[a-z])?(?:\.\d{1,2}|\([a-z0-9]{1,3}\))*`
const begins = new RegExp(String.raw`^(${numbering})(?:\.(?=\s|$)|[．、]|\t)\s*(.*)$`)

/**
 * One language version as it is typed. A line that begins with a number and a full stop begins a paragraph, and so does
 * whatever follows an empty line; without a number it gets the next one. An indented line goes on with the paragraph.
 */
export function readVersion(typed: string): readonly Read[] {
  const found: { number: string; lines: string[] }[] = []
  let afterGap = true
  for (const line of typed.replaceAll(/\r\n?/g, '\n').split('\n')) {
    const said = line.trim()
    if (said === '') {
      afterGap = true
      continue
    }
    const last = found.at(-1)
    const goesOn = last !== undefined && /^[ \t]/.test(line)
    const [, number, rest = ''] = goesOn ? [] : (begins.exec(said) ?? [])
    if (number !== undefined) found.push({ number, lines: rest === '' ? [] : [rest] })
    else if (last && (goesOn || !afterGap))
      last.lines.push(...(afterGap && last.lines.length > 0 ? ['', said] : [said]))
    else found.push({ number: nextNumber(last?.number), lines: [said] })
    afterGap = false
  }
  return found.map(({ number, lines }) => ({ number, text: lines.join('\n') }))
}

/** The number after another: after 2 and 2bis comes 3, after PP1 comes PP2. */
export function nextNumber(number: string | undefined): string {
  const [, letters = '', digits = '0'] = /^([A-Za-z]*)(\d+)/.exec(number ?? '') ?? []
  return `${letters}${Number(digits) + 1}`
}

/** The language versions as one text. A version in which nothing is typed is not there; one that is has every number. */
export function readParagraphs(typed: Versions): ReadText {
  const versions = languages.flatMap((language) => {
    const paragraphs = readVersion(typed[language] ?? '')
    return paragraphs.length > 0 || language === 'en' ? [{ language, paragraphs }] : []
  })
  const [first, ...more] = versions.flatMap((version) => faultsOf(version, versions))
  if (first) return { faults: [first, ...more] }
  const [english, ...others] = versions
  if (!english || english.paragraphs.length === 0) return { faults: [{ kind: 'empty' }] }
  const paragraphs = english.paragraphs.map(({ number, text }) => {
    const same = others.flatMap(({ language, paragraphs: there }) =>
      there.flatMap((one) => (one.number === number ? [[language, one.text] as const] : [])),
    )
    return { number, text: { en: text, ...Object.fromEntries(same) } }
  })
  return { paragraphs }
}

interface Version {
  readonly language: Language
  readonly paragraphs: readonly Read[]
}

function faultsOf({ language, paragraphs }: Version, versions: readonly Version[]): TextFault[] {
  const numbers = paragraphs.map(({ number }) => number)
  const twice = [...new Set(numbers.filter((number, index) => numbers.indexOf(number) !== index))]
  const blank = paragraphs.filter(({ text }) => text === '').map(({ number }) => number)
  const all = new Set(versions.flatMap((version) => version.paragraphs.map(({ number }) => number)))
  const missing = [...all].filter((number) => !numbers.includes(number))
  const faults: TextFault[] = []
  if (twice.length > 0) faults.push({ kind: 'twice', language, numbers: twice })
  if (blank.length > 0) faults.push({ kind: 'blank', language, numbers: blank })
  if (missing.length > 0) faults.push({ kind: 'missing', language, numbers: missing })
  return faults
}

/** One language version as it would be typed; nothing where no paragraph has it. */
export function writeVersion(paragraphs: readonly NumberedParagraph[], language: Language): string {
  return paragraphs
    .flatMap(({ number, text }) => {
      const [first, ...more] = text[language]?.split('\n') ?? []
      if (first === undefined) return []
      return [[`${number}. ${first}`, ...more.map((line) => (line === '' ? '' : `   ${line}`))].join('\n')]
    })
    .join('\n\n')
}

/** The languages in which at least one paragraph stands. */
export function languagesOf(paragraphs: readonly NumberedParagraph[]): readonly Language[] {
  return languages.filter((language) => paragraphs.some(({ text }) => text[language] !== undefined))
}
