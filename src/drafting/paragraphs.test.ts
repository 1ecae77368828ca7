import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { languagesOf, nextNumber, readParagraphs, readVersion, writeVersion } from './paragraphs.ts'

const read = (typed: string) => readVersion(typed).map(({ number, text }) => [number, text])

describe('a version as it is typed', () => {
  test.each([
    [
      'numbered',
      '1. One.\n\n2. Two.',
      [
        ['1', 'One.'],
        ['2', 'Two.'],
      ],
    ],
    [
      'numbered without a line between',
      '1. One.\n2. Two.',
      [
        ['1', 'One.'],
        ['2', 'Two.'],
      ],
    ],
    [
      'unnumbered ones get the next number',
      'One.\n\nTwo.',
      [
        ['1', 'One.'],
        ['2', 'Two.'],
      ],
    ],
    [
      'after 2bis comes 3',
      '2bis. One.\n\nTwo.',
      [
        ['2bis', 'One.'],
        ['3', 'Two.'],
      ],
    ],
    [
      'after PP1 comes PP2',
      'PP1. Recalling.\n\nNoting.',
      [
        ['PP1', 'Recalling.'],
        ['PP2', 'Noting.'],
      ],
    ],
    ['a line without a gap goes on', '1. One\ngoes on.', [['1', 'One\ngoes on.']]],
    [
      'an indented line goes on, even after a gap and with a number',
      '1. One:\n   1. a\n\n   2. b',
      [['1', 'One:\n1. a\n\n2. b']],
    ],
    [
      'parts of a paragraph',
      '3.1. One.\n\n4(a). Two.',
      [
        ['3.1', 'One.'],
        ['4(a)', 'Two.'],
      ],
    ],
    [
      'Chinese, no space after the mark',
      '1、各港点灯。\n\n2．灯为绿色。',
      [
        ['1', '各港点灯。'],
        ['2', '灯为绿色。'],
      ],
    ],
    ['a tab after the number', '1\tOne.', [['1', 'One.']]],
    ['a year is no number', '2034. That was a year.', [['1', '2034. That was a year.']]],
    ['nor is a measure', '3.5 metres high.', [['1', '3.5 metres high.']]],
    [
      'as browsers send it',
      '1. One.\r\n\r\n2. Two.\r\n',
      [
        ['1', 'One.'],
        ['2', 'Two.'],
      ],
    ],
    ['nothing', ' \n\n', []],
  ])('%s', (_, typed, expected) => {
    expect(read(typed)).toEqual(expected)
  })
  test.each([
    [undefined, '1'],
    ['1', '2'],
    ['9', '10'],
    ['2bis', '3'],
    ['PP9', 'PP10'],
    ['3.1', '4'],
  ])('after %s comes %s', (number, next) => {
    expect(nextNumber(number)).toBe(next)
  })
})

describe('language versions are one text', () => {
  test('each paragraph in every language, in the order of English', () => {
    expect(readParagraphs({ en: '1. One.\n\n2. Two.', zh: '2. 二。\n\n1. 一。', ru: ' ' })).toEqual({
      paragraphs: [
        { number: '1', text: { en: 'One.', zh: '一。' } },
        { number: '2', text: { en: 'Two.', zh: '二。' } },
      ],
    })
  })
  test.each([
    ['nothing typed', { en: '' }, [{ kind: 'empty' }]],
    ['a number twice', { en: '1. One.\n\n1. Two.' }, [{ kind: 'twice', language: 'en', numbers: ['1'] }]],
    [
      'an unnumbered one that runs into a number',
      { en: '1. One.\n\nTwo.\n\n2. Three.' },
      [{ kind: 'twice', language: 'en', numbers: ['2'] }],
    ],
    ['a number with nothing behind it', { en: '1. One.\n\n2.' }, [{ kind: 'blank', language: 'en', numbers: ['2'] }]],
    [
      'one missing in Russian',
      { en: '1. One.\n\n2. Two.', ru: '1. Один.' },
      [{ kind: 'missing', language: 'ru', numbers: ['2'] }],
    ],
    [
      'one missing in English',
      { en: '1. One.', ru: '1. Один.\n\n2. Два.' },
      [{ kind: 'missing', language: 'en', numbers: ['2'] }],
    ],
    ['English not there at all', { zh: '1. 一。' }, [{ kind: 'missing', language: 'en', numbers: ['1'] }]],
  ] as const)('%s', (_, typed, faults) => {
    expect(readParagraphs(typed)).toEqual({ faults })
  })
})

describe('what is written can be read again', () => {
  const words = fc.stringMatching(/^[A-Za-z0-9一-龠а-я][A-Za-z0-9 .,:;()一-龠а-я]{0,30}$/).map((one) => one.trim())
  const said = fc.array(words, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'))
  const numbers = fc.uniqueArray(fc.stringMatching(/^([A-Z]{0,2}[1-9][0-9]?(bis)?|[1-9]\.[1-9]|[1-9]\([a-e]\))$/), {
    minLength: 1,
    maxLength: 8,
  })
  test('any numbered text, in two languages', () => {
    fc.assert(
      fc.property(numbers, fc.array(said, { minLength: 8, maxLength: 8 }), (all, texts) => {
        const paragraphs = all.map((number, index) => ({
          number,
          text: { en: texts[index] as string, ru: texts[7 - index] as string },
        }))
        const typed = { en: writeVersion(paragraphs, 'en'), ru: writeVersion(paragraphs, 'ru') }
        expect(readParagraphs(typed)).toEqual({ paragraphs })
        expect(languagesOf(paragraphs)).toEqual(['en', 'ru'])
        expect(writeVersion(paragraphs, 'zh')).toBe('')
      }),
    )
  })
})
