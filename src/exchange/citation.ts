import { exerciseSays, type Fold, type Organisation, titled } from '../record/index.ts'

/** How a page is cited: in words, and for a bibliography. */
export interface Citation {
  readonly text: string
  readonly bibtex: string
}

/** What a citation is made from. */
export interface Cited {
  readonly title: string
  readonly fold: Fold
  readonly place: {
    readonly organisation: Organisation
    readonly description: Organisation['description']
    /** `/concord/day` */
    readonly path: string
  }
  readonly query: Readonly<Record<string, string | undefined>>
  /** Where the pages are: `https://example.org`. */
  readonly address: string
  /** The hash that stands for the whole register; asked for where the page shows the head of it. */
  readonly rootHash: () => string
}

/**
 * The page as it stands: its address names the day and the register position, so that it can be read again as it was.
 * The date of access is left to the reader.
 */
export function citationOf({ title, fold, place, query, address, rootHash }: Cited): Citation {
  const { organisation, description } = place
  const { day, position } = organisation
  const asked = { ...query, on: day, known: String(position) }
  const search = new URLSearchParams(Object.entries(asked).filter((pair): pair is [string, string] => Boolean(pair[1])))
  // Braces and backslashes would end a field of BibTeX early.
  const url = `${address}${place.path}?${search}`.replace(/[{}\\\s]/g, encodeURIComponent)
  const stands = `as it stood on ${day}, as known at register position ${position}`
  const hash = position === fold.openPosition ? `, root hash ${rootHash()}` : ''
  const named = titled(title, description)
  const edition = editionOf(organisation.id, description)
  const recorded = fold.entries(position).at(-1)?.recordedAt.slice(0, 4)
  const fields = {
    author: `{${escaped(edition)}}`,
    title: `{${escaped(named)}}`,
    howpublished: `\\url{${url}}`,
    url,
    note: escaped(`${stands.charAt(0).toUpperCase()}${stands.slice(1)}${hash}`),
    ...(recorded ? { year: recorded } : {}),
  }
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}}`)
  return {
    text: `“${named}”, ${edition}, ${stands}${hash}, ${url} (accessed on …).`,
    bibtex: `@misc{${keyOf(place.path, day, position)},\n${lines.join(',\n')}\n}\n`,
  }
}

/** What the record calls itself: a page of an independent edition is not a page of the organisation. */
export function editionOf(id: string, description: Organisation['description']): string {
  const name = description?.names.en ?? id
  const kinds = {
    independent: 'independent and unofficial edition',
    working: 'own record',
    'made-up': 'made-up',
    exercise: exerciseSays(description).replace(/\.$/, ''),
  }
  return `${name} (${kinds[description?.edition ?? 'working']})`
}

function keyOf(path: string, day: string, position: number): string {
  const words = path.split(/[^A-Za-z0-9]+/).filter(Boolean)
  return [...words, day, `p${position}`].join('-').slice(0, 120)
}

/** Text as BibTeX reads it: what LaTeX would take for a command is written out. */
function escaped(text: string): string {
  const written: Record<string, string> = {
    '\\': '\\textbackslash{}',
    '~': '\\textasciitilde{}',
    '^': '\\textasciicircum{}',
  }
  return text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/[\\~^{}#$%&_]/g, (character) => written[character] ?? `\\${character}`)
}
