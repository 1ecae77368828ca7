import type { Act } from './acts.ts'

/** What of an act is searched: what it is called, what it says, and with it the names of those it concerns and the words of its kind. */
export interface SearchText {
  readonly title: string
  readonly says: string
  readonly names: string
}

const titles = new Set(['title', 'name', 'concept', 'shortName', 'holder', 'with'])
const sayings = new Set(
  'says what by meeting about outcomes note correction reason scenario result label labelBasis attribution disputed stands came dueSays document article meaning addressee effect place places city powers composition chairRule frequency decides seat abbreviation publisher basis clause depositary amendments accession terms topic verb introduction proposer proposedByBasis level outcome words feature missing prevents right'.split(
    ' ',
  ),
)
/** Fields that hold words in one kind of act and a code in another. */
const either = new Set(['by', 'outcome', 'meeting'])
const kinds = new Set(['kind', 'status', 'toward', 'stage', 'type', 'stance', 'position'])

/** @param namesOf every name of a participant, in every language known */
export function searchTextOf(act: Act, namesOf: (participant: string) => readonly string[]): SearchText {
  const found = { title: [] as string[], says: [] as string[], names: new Set<string>() }
  const walk = (value: unknown, key: string) => {
    if (typeof value === 'string') {
      const names = namesOf(value)
      if (names.length > 0) for (const name of names) found.names.add(name)
      else if (titles.has(key)) found.title.push(value)
      else if (kinds.has(key)) found.names.add(value.replaceAll('-', ' '))
      else if (sayings.has(key) && !(either.has(key) && /^[a-z0-9-]+$/.test(value))) found.says.push(value)
    } else if (Array.isArray(value)) for (const one of value) walk(one, key)
    else if (key === 'names' && value && typeof value === 'object') found.title.push(...Object.values(value as object))
    else if (value && typeof value === 'object') for (const [name, one] of Object.entries(value)) walk(one, name)
  }
  walk(act, '')
  const sentences = (parts: readonly string[]) => parts.map((part) => part.replace(/[^.!?…]$/, '$&.')).join(' ')
  return { title: sentences(found.title), says: sentences(found.says), names: [...found.names].join(' ') }
}

/** Text made ready for a full-text index: words in one form of their letters, and Chinese apart, cut into pieces. */
export interface Words {
  readonly words: string
  readonly han: string
}

const han = /\p{Script=Han}+/gu

/** What is written: of Chinese, which writes no spaces, every character and every pair of neighbours. */
export function writtenWords(text: string): Words {
  const pieces = (text.match(han) ?? []).flatMap((run) => [...run, ...pairs(run)])
  return { words: plainWords(text), han: [...new Set(pieces)].join(' ') }
}

/**
 * What is asked: Chinese is cut into words first, since a pair that straddles two words may stand nowhere. The two
 * sides differ on purpose.
 */
export function askedWords(text: string): Words {
  const cut = new Intl.Segmenter('zh', { granularity: 'word' })
  const words = (text.match(han) ?? []).flatMap((run) => [...cut.segment(run)].map(({ segment }) => segment))
  const pieces = words.flatMap((word) => ([...word].length === 1 ? [word] : pairs(word)))
  return { words: plainWords(text), han: [...new Set(pieces)].join(' ') }
}

function pairs(run: string): string[] {
  const characters = [...run]
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`)
}

/**
 * Runs of letters and digits, in small letters, ё as е, Latin letters without accents. The database is not asked to do
 * this: where it was made without a language it leaves Cyrillic capitals as they are.
 */
function plainWords(text: string): string {
  const plain = text
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(han, ' ')
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length <= 60).join(' ')
}
