import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ParagraphChange, textChanges, wordChanges } from './changes.ts'

const text = (...said: readonly (readonly [string, string])[]) => said.map(([number, en]) => ({ number, text: { en } }))
const says = (changes: readonly ParagraphChange[]) =>
  changes.map(({ number, change, moved, was }) =>
    [number, change, ...(moved ? ['moved'] : []), ...(was ? [`was ${was}`] : [])].join(' '),
  )

describe('what changed from one revision to the next', () => {
  const before = text(['1', 'Every harbour shows a light.'], ['2', 'The light is green.'], ['3', 'The cost is shared.'])
  test.each([
    ['nothing', before, ['1 same', '2 same', '3 same']],
    [
      'a wording',
      text(['1', 'Every harbour shows a light.'], ['2', 'The light is red.'], ['3', 'The cost is shared.']),
      ['1 same', '2 changed', '3 same'],
    ],
    [
      'one added',
      text(...[...before].map((p) => [p.number, p.text.en] as const), ['4', 'It is lit at dusk.']),
      ['1 same', '2 same', '3 same', '4 added'],
    ],
    [
      'one removed from the middle stands where it stood',
      text(['1', 'Every harbour shows a light.'], ['3', 'The cost is shared.']),
      ['1 same', '2 removed', '3 same'],
    ],
    [
      'the first removed',
      text(['2', 'The light is green.'], ['3', 'The cost is shared.']),
      ['1 removed', '2 same', '3 same'],
    ],
    [
      'one moved',
      text(['3', 'The cost is shared.'], ['1', 'Every harbour shows a light.'], ['2', 'The light is green.']),
      ['3 same moved', '1 same', '2 same'],
    ],
    [
      'one renumbered',
      text(['1', 'Every harbour shows a light.'], ['2', 'The light is green.'], ['4', 'The cost is shared.']),
      ['1 same', '2 same', '4 same was 3'],
    ],
    [
      'another in its place',
      text(['1', 'Every harbour shows a light.'], ['2', 'The light is green.'], ['4', 'Nobody pays.']),
      ['1 same', '2 same', '3 removed', '4 added'],
    ],
  ])('%s', (_, after, expected) => {
    expect(says(textChanges(before, after, 'en'))).toEqual(expected)
  })
})

describe('word by word', () => {
  const marked = (before: string, after: string, language: 'en' | 'ru' | 'zh') =>
    wordChanges(before, after, language)
      .map(({ kind, text: said }) => (kind === 'same' ? said : kind === 'inserted' ? `{+${said}+}` : `[-${said}-]`))
      .join('')
  test('in English', () => {
    expect(marked('The light is green.', 'The light is dark red.', 'en')).toBe('The light is [-green-]{+dark red+}.')
  })
  test('in Russian', () => {
    expect(marked('Огонь зелёный.', 'Огонь красный.', 'ru')).toBe('Огонь [-зелёный-]{+красный+}.')
  })
  test('in Chinese, which has no spaces', () => {
    expect(marked('费用由各国分担。', '费用由东道国分担。', 'zh')).toMatch(/^费用由.*分担。$/)
  })
  test('what is wholly other is one wording for another', () => {
    const [one, two] = ['a', 'b'].map((word) => Array.from({ length: 2000 }, (_, n) => `${word}${n}`).join(' '))
    expect(wordChanges(one as string, two as string, 'en').map(({ kind }) => kind)).toEqual(['deleted', 'inserted'])
  })
  test('without what came it is the earlier text, without what went the later one', () => {
    const said = fc.array(fc.constantFrom('the', 'light', ' ', '. ', '各国', '灯', 'зелёный', '2'), { maxLength: 30 })
    fc.assert(
      fc.property(said, said, (one, two) => {
        const [before, after] = [one.join(''), two.join('')]
        const spans = wordChanges(before, after, 'zh')
        const without = (kind: string) =>
          spans
            .filter((span) => span.kind !== kind)
            .map((span) => span.text)
            .join('')
        expect([without('inserted'), without('deleted')]).toEqual([before, after])
      }),
    )
  })
})
