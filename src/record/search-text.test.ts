import { describe, expect, test } from 'vitest'
import { act } from '../../test/support/registers.ts'
import { askedWords, searchTextOf, writtenWords } from './search-text.ts'

const namesOf = (id: string) => (id === 'UTO' ? ['Utopia', 'Утопия', '乌托邦'] : [])

describe('what of an act is searched', () => {
  test('a title, what it says with its doubts and notes, and the names of those concerned, but no code', () => {
    const text = searchTextOf(
      act({
        id: 'decision/roads',
        kind: 'decision-recorded',
        on: '2031-06-02',
        decision: 'roads',
        title: 'Programme of roads',
        body: 'council',
        type: 'programme',
        outcome: 'adopted',
        participants: 'members',
        proposedBy: ['UTO'],
        stances: [{ participant: 'UTO', stance: 'reservation', about: 'tolls', attribution: 'as the journal reports' }],
        doubt: [{ field: 'on', kind: 'conflict', note: 'Two days are given' }],
        note: 'Read in full.',
      }),
      namesOf,
    )
    expect(text).toEqual({
      title: 'Programme of roads.',
      says: 'Two days are given. Read in full. tolls. as the journal reports.',
      names: 'conflict decision recorded programme Utopia Утопия 乌托邦 reservation',
    })
  })
  test('who is described is called by every name', () => {
    const described = { id: 'p', kind: 'participant-described', participant: 'LAP', type: 'state' }
    const text = searchTextOf(act({ ...described, names: { en: 'Laputa', ru: 'Лапута' } }), namesOf)
    expect(text.title).toBe('Laputa. Лапута.')
  })
})

describe('words for the index', () => {
  const written = [
    {
      says: 'small letters, without signs',
      text: "The State's No. 5: 59/48",
      words: 'the state s no 5 59 48',
      han: '',
    },
    { says: 'Latin accents go', text: 'Lapütä Érewhon', words: 'laputa erewhon', han: '' },
    { says: 'ё is е, й stays й', text: 'Ёлка Край', words: 'елка край', han: '' },
    { says: 'Chinese as characters and pairs', text: '打击恐怖', words: '', han: '打 击 恐 怖 打击 击恐 恐怖' },
    { says: 'languages side by side', text: '2001年 Concord', words: '2001 concord', han: '年' },
    { says: 'signs and pictures alone are no words', text: '% \0 😀 ’', words: '', han: '' },
    { says: 'what is too long for a word is left out', text: `road ${'x'.repeat(61)}`, words: 'road', han: '' },
    { says: 'the longest word', text: 'x'.repeat(60), words: 'x'.repeat(60), han: '' },
  ]
  for (const { says, text, ...words } of written) test(says, () => expect(writtenWords(text)).toEqual(words))
  test('Chinese that is asked for is cut into words, so that no pair straddles two', () => {
    expect(askedWords('候鸟保护').han.split(' ')).not.toContain('鸟保')
    expect(askedWords('候鸟保护').han.split(' ')).toEqual(expect.arrayContaining(['候鸟', '保护']))
    expect(askedWords('路').han).toBe('路')
  })
})
