import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import subsetFont from 'subset-font'

/*
 * The Chinese font comes in about a hundred files of some 50 kB, each for a range of characters, and the list of them
 * is longer than most pages. So a page lists those files alone that its own characters need; and a page with a name or
 * two in Chinese is given of each file those characters alone, some 1.5 kB.
 */

const folder = dirname(createRequire(import.meta.url).resolve('@fontsource-variable/noto-sans-sc/package.json'))
/** The font's files. */
export const chineseFiles = join(folder, 'files')
const blocks = readFileSync(join(folder, 'index.css'), 'utf8')
  .split(/(?=@font-face)/)
  .filter((block) => block.startsWith('@font-face'))
  .map((block) => block.slice(0, block.indexOf('}') + 1))

/** Below this stand letters, which the fonts of the page draw. */
const firstIdeograph = 0x2e80
/** From there on, with whatever is written as a pair: the engine looks through a page four times as quickly as a loop. */
const ideographs = /[\u2e80-\uffff]+/g
/** A page that needs more files than this is given them whole: cutting out takes some 50 ms each, once. */
const mostCutOut = 8
/** Of each character of the Chinese font, the block that draws it. */
const blockOf = new Map(blocks.flatMap((block, index) => charactersOf(block).map((character) => [character, index])))
/** The files cut out last, by block and characters. */
const cut = new Map<string, Promise<Buffer>>()
const mostKept = 500

/** Gives a page the fonts that its Chinese needs; a page without Chinese stays as it is. */
export function withChinese(page: string): string {
  if (!page.includes('lang="zh"')) return page
  const characters = chineseIn(page)
  const needed = blocksOf(characters)
  if (needed.length === 0) return page
  const address =
    needed.length > mostCutOut
      ? `/assets/zh/${needed.join('.')}.css`
      : `/assets/zh/${needed.join('.')}.css?of=${encodeURIComponent(characters)}`
  return page.replace('</head>', `<link rel="stylesheet" href="${address}"></head>`)
}

/**
 * The style sheet that an address such as `4.57.91` names, of whole files or of files cut to some characters;
 * nothing where it names no block.
 */
export function chineseStyle(named: string, of: string | undefined): string | undefined {
  if (!/^\d+(\.\d+)*$/.test(named)) return undefined
  const asked = [...new Set(named.split('.'))].map(Number)
  if (!asked.every((index) => blocks[index] !== undefined)) return undefined
  return asked
    .map((index) => {
      const cutTo = of === undefined ? '' : charactersFrom(index, of)
      const block = blocks[index] as string
      if (cutTo === '') return block.replace('url(./files/', 'url(/assets/fonts/noto-sans-sc/')
      return block
        .replace(/url\([^)]*\)/, `url("/assets/zh/${index}.woff2?of=${encodeURIComponent(cutTo)}")`)
        .replace(/unicode-range: [^;]+/, `unicode-range: ${[...cutTo].map(unicode).join(',')}`)
    })
    .join('\n')
}

/** One file of the font cut to some of its characters; nothing where it has none of them. */
export async function chineseFont(named: string, of: string): Promise<Buffer | undefined> {
  const index = Number(named)
  const file = /url\(\.\/files\/([^)]+)\)/.exec(blocks[index] ?? '')?.[1]
  const characters = charactersFrom(index, of)
  if (file === undefined || characters === '') return undefined
  const key = `${index} ${characters}`
  const kept = cut.get(key) ?? cutOut(file, characters)
  cut.delete(key)
  cut.set(key, kept)
  if (cut.size > mostKept) cut.delete(cut.keys().next().value as string)
  try {
    return await kept
  } catch (error) {
    cut.delete(key)
    throw error
  }
}

/** A cut holds up everything else, so between two of them pages are served for a while. */
const restMilliseconds = 25
let before: Promise<unknown> = Promise.resolve()

/** One cut after the other. */
function cutOut(file: string, characters: string): Promise<Buffer> {
  const cutting = before.then(() =>
    subsetFont(readFileSync(join(chineseFiles, file)), characters, { targetFormat: 'woff2' }),
  )
  before = cutting.catch(() => {}).then(() => setTimeout(restMilliseconds))
  return cutting
}

function unicode(character: string): string {
  return `U+${(character.codePointAt(0) as number).toString(16)}`
}

/** The characters of the Chinese font that a text has, each once and in order, so that pages with the same share an address. */
function chineseIn(text: string): string {
  const found = new Set<number>()
  for (const run of text.match(ideographs) ?? []) {
    for (const written of run) {
      const character = written.codePointAt(0) as number
      if (blockOf.has(character)) found.add(character)
    }
  }
  return String.fromCodePoint(...[...found].sort((a, b) => a - b))
}

function blocksOf(characters: string): number[] {
  const needed = new Set([...characters].map((one) => blockOf.get(one.codePointAt(0) as number) as number))
  return [...needed].sort((a, b) => a - b)
}

function charactersFrom(index: number, of: string): string {
  return [...chineseIn(of)].filter((one) => blockOf.get(one.codePointAt(0) as number) === index).join('')
}

function charactersOf(block: string): number[] {
  const ranges = /unicode-range: ([^;]+);/.exec(block)?.[1] ?? ''
  return ranges.split(',').flatMap((range) => {
    const [from = 0, to = from] = range
      .replace('U+', '')
      .split('-')
      .map((hex) => Number.parseInt(hex, 16))
    return Array.from({ length: to - from + 1 }, (_, offset) => from + offset).filter((one) => one >= firstIdeograph)
  })
}
