import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { escaped, Html, html } from './html.ts'

const marks = ['<', '>', '"', "'", '&', '</script>', '<!--', '&amp;', '&#60;', ']]>', '\0', '\u2028', '国', '🕊']
/** Text in which the marks of HTML are as likely as letters. */
const anyText = fc
  .array(fc.oneof(fc.constantFrom(...marks), fc.string({ unit: 'grapheme' })))
  .map((parts) => parts.join(''))

/** What a browser reads where `escaped` wrote. */
function read(text: string): string {
  return text.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
}

describe('escaping', () => {
  const cases: [says: string, value: string, written: string][] = [
    ['a tag is no tag', '<script>', '&#60;script&#62;'],
    ['a quotation mark does not end an attribute', '" onclick="', '&#34; onclick=&#34;'],
    ['nor does an apostrophe', "' onclick='", '&#39; onclick=&#39;'],
    ['what looks escaped is escaped again', '&lt;', '&#38;lt;'],
    ['a null, which no page can hold, is shown as a sign', 'a\0b', 'a\uFFFDb'],
    ['letters of any script stay as they are', 'Утопия 乌托邦', 'Утопия 乌托邦'],
  ]
  for (const [says, value, written] of cases) {
    test(says, () => {
      expect(escaped(value)).toBe(written)
    })
  }

  test('nothing of any text survives that could begin or end a tag, an attribute or a reference', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(escaped(text).replace(/&#(34|38|39|60|62);/g, '')).not.toMatch(/[<>"'&\0]/)
      }),
    )
  })

  test('and a browser reads the same text again', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(read(escaped(text))).toBe(text.replaceAll('\0', '\uFFFD'))
      }),
    )
  })
})

describe('templates', () => {
  test('every string is escaped, wherever it stands', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (a, b, c) => {
        const { text } = html`<p title="${a}">${[b, [c]]}</p>`
        expect(text).toBe(`<p title="${escaped(a)}">${escaped(b)}${escaped(c)}</p>`)
      }),
    )
  })

  test('HTML is put in as it is, once', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(html`<b>${html`<i>${text}</i>`}</b>`.text).toBe(`<b><i>${escaped(text)}</i></b>`)
      }),
    )
  })

  test('nothing stands for what is missing, and 0 for nought', () => {
    expect(html`[${undefined}${null}${false}${[]}${''}${0}]`.text).toBe('[0]')
  })

  test('what only looks like HTML is escaped', () => {
    // As if data had come from JSON with the shape of the class.
    const forged = { text: '<script>', toString: () => '<script>' } as unknown as string
    expect(html`${forged}`.text).toBe('&#60;script&#62;')
    expect(html`${new Html('<b>')}`.text).toBe('<b>')
  })
})
