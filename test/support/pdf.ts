import { inflateSync } from 'node:zlib'

/** The words of a PDF as this browser writes it: runs of glyph numbers, each font with a table from glyphs to characters. */
export function textOfPdf(pdf: Buffer): string {
  const objects = new Map(
    [...pdf.toString('latin1').matchAll(/(\d+) 0 obj\b(.*?)endobj/gs)].map(([, id, text]) => [id, text ?? '']),
  )
  const referred = (text = '', name = '') => objects.get(new RegExp(`/${name} (\\d+) 0 R`).exec(text)?.[1] ?? '')
  const fonts = [...objects.values()].join('').matchAll(/\/(F\d+) (\d+) 0 R/g)
  const tables = new Map(
    [...fonts].map(([, name, id = '']) => [name, charactersOf(streamOf(referred(objects.get(id), 'ToUnicode')))]),
  )
  let text = ''
  for (const stream of [...objects.values()].map(streamOf)) {
    let table: Map<string, string> | undefined
    for (const [, font, glyphs = ''] of stream.matchAll(/\/(F\d+) [\d.]+ Tf|<([\dA-F]+)>/g)) {
      if (font) table = tables.get(font)
      const [code] = table?.keys() ?? []
      for (let at = 0; code && at < glyphs.length; at += code.length)
        text += table?.get(glyphs.slice(at, at + code.length)) ?? ''
    }
  }
  return text
}

function streamOf(object = ''): string {
  const bytes = /stream\r?\n(.*)\r?\nendstream/s.exec(object)?.[1]
  try {
    return bytes === undefined ? '' : inflateSync(Buffer.from(bytes, 'latin1')).toString('latin1')
  } catch {
    return ''
  }
}

/** `<29> <0049>` for one glyph, `<29> <2C> <0049>` for several in a row. */
function charactersOf(table: string): Map<string, string> {
  const characters = new Map<string, string>()
  for (const [, from = '', to = from, value = ''] of table.matchAll(
    /^<([\dA-F]+)>(?: <([\dA-F]+)>)? <([\dA-F]{4})>$/gm,
  )) {
    for (let code = Number.parseInt(from, 16); code <= Number.parseInt(to, 16); code++) {
      const key = code.toString(16).toUpperCase().padStart(from.length, '0')
      characters.set(key, String.fromCharCode(Number.parseInt(value, 16) + code - Number.parseInt(from, 16)))
    }
  }
  return characters
}

/** How many sheets a PDF has. */
export function sheetsOf(pdf: Buffer): number {
  return [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b(?!s)/g)].length
}
