import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareNames, inNameOrder } from './name-order.ts'

const named = (...names: readonly string[]) => names.map((name) => ({ participant: name, name }))

describe('the order of names in a language', () => {
  const cases = [
    { language: 'en', order: ['Arcadia', 'Erewhon', 'Laputa', 'Lilliput', 'Utopia'] },
    // Marks and capitals decide only between names of the same letters.
    { language: 'en', order: ['arcadia', 'Arcadia', 'Árcadia', 'Arcadias'] },
    { language: 'en', order: ['New Atlantis', 'Newark'] },
    // Digits are characters and not numbers.
    { language: 'en', order: ['Area 10', 'Area 9'] },
    { language: 'ru', order: ['Аркадия', 'Едгин', 'Лапута', 'Лилипутия', 'Утопия'] },
    { language: 'ru', order: ['Ежи', 'Ёлка', 'Ель', 'Жизнь'] },
    // By sound: Ā, É, Lā, Lǐ, Wū.
    { language: 'zh', order: ['阿卡迪亚', '厄瑞洪', '拉普塔', '利立浦特', '乌托邦'] },
  ]
  for (const { language, order } of cases) {
    test(`${language}: ${order.join(', ')}`, () => {
      expect(inNameOrder(named(...order.toReversed()), language).outcome).toEqual(order)
    })
  }
  test('no letter of the Russian alphabet is out of its place', () => {
    const alphabet = [...'абвгдеёжзийклмнопрстуфхцчшщъыьэюя']
    expect(inNameOrder(named(...alphabet.toReversed()), 'ru').outcome).toEqual(alphabet)
  })
  test('a language that this machine does not know is an error, never a quiet other order', () => {
    expect(() => compareNames('xx')).toThrow('does not know the order of names in "xx"')
  })
})

describe('the order says why', () => {
  const called = (id: string) => ({ LAP: 'Laputa', ARC: 'Arcadia' })[id] ?? id
  test('with the article', () => {
    expect(inNameOrder(named('Utopia'), 'en', { rule: { article: 'Rule 24' } }).reasons).toEqual([
      { article: 'Rule 24', text: 'In the order of names in English.' },
    ])
  })
  test('those without a name in it are last, by their ids', () => {
    const participants = [
      { participant: 'LAP', name: undefined },
      { participant: 'UTO', name: 'Утопия' },
      { participant: 'ARC', name: undefined },
    ]
    const { outcome, reasons } = inNameOrder(participants, 'ru', { called })
    expect(outcome).toEqual(['UTO', 'ARC', 'LAP'])
    expect(reasons.map(({ text }) => text)).toEqual([
      'In the order of names in Russian.',
      'No name in Russian is on record for Arcadia, Laputa, last for that reason alone.',
    ])
  })
  test('of one name twice the ids decide, whatever came first', () => {
    const two = [
      { participant: 'B', name: 'Utopia' },
      { participant: 'A', name: 'Utopia' },
    ]
    expect(inNameOrder(two, 'en').outcome).toEqual(['A', 'B'])
  })
  test('whoever is asked in whatever order, the order is the same and nobody is lost', () => {
    const anyone = fc.record({
      participant: fc.stringMatching(/^[A-Z]{3}$/),
      name: fc.option(fc.string({ unit: fc.constantFrom('а', 'б', 'Ё', 'é', 'z', ' ') }), { nil: undefined }),
    })
    const everyone = fc.uniqueArray(anyone, { selector: ({ participant }) => participant })
    fc.assert(
      fc.property(everyone, fc.constantFrom('en', 'ru', 'zh'), fc.func(fc.nat()), (all, language, key) => {
        const shuffled = all.toSorted((a, b) => key(a.participant) - key(b.participant))
        const { outcome } = inNameOrder(shuffled, language)
        expect(outcome).toEqual(inNameOrder(all, language).outcome)
        expect(outcome.toSorted()).toEqual(all.map(({ participant }) => participant).toSorted())
      }),
    )
  })
})
