import { describe, expect, test } from 'vitest'
import { chineseFont, chineseStyle, withChinese } from './chinese.ts'

const page = (chinese: string) => `<html><head></head><body><b lang="zh">${chinese}</b></body></html>`
const linked = (html: string) => /href="\/assets\/zh\/([\d.]+)\.css(?:\?of=([^"]*))?"/.exec(html)

describe('a page is given the Chinese fonts that it needs', () => {
  test('none where it has no Chinese, or Chinese that no font draws', () => {
    expect(withChinese('<html><head></head><p lang="ru">мир</p></html>')).not.toContain('/assets/zh/')
    expect(withChinese(page('(none)'))).not.toContain('/assets/zh/')
  })
  test('the same address whatever the order and number of its characters', () => {
    expect(linked(withChinese(page('和平')))?.[0]).toBe(linked(withChinese(page('平和平')))?.[0])
  })
  test('a few characters are cut out, many are not', () => {
    expect(linked(withChinese(page('和平')))?.[2]).toBe(encodeURIComponent('和平'))
    const many = Array.from({ length: 3000 }, (_, index) => String.fromCodePoint(0x4e00 + 7 * index)).join('')
    const [, blocks, of] = linked(withChinese(page(many))) ?? []
    expect(of).toBeUndefined()
    expect(blocks?.split('.').length).toBeGreaterThan(8)
  })
})

describe('the address of a style sheet', () => {
  const [, blocks = ''] = linked(withChinese(page('和平'))) ?? []
  test('lists a font for each block, cut to the characters asked for', () => {
    const style = chineseStyle(blocks, '和平') ?? ''
    expect(style.match(/@font-face/g)).toHaveLength(blocks.split('.').length)
    expect(style).toContain('unicode-range: U+')
    expect(style).toContain('.woff2?of=')
  })
  test('or whole', () => expect(chineseStyle(blocks, undefined)).toContain('/assets/fonts/noto-sans-sc/'))
  for (const odd of ['', '999', '1.x', '-1', '1..2', '../..']) {
    test(`"${odd}" names nothing`, () => expect(chineseStyle(odd, undefined)).toBeUndefined())
  }
})

test('a font cut to a character is a small part of the whole', async () => {
  const [, block = ''] = linked(withChinese(page('和'))) ?? []
  const cut = await chineseFont(block, '和')
  expect(cut?.subarray(0, 4).toString()).toBe('wOF2')
  expect(cut?.length).toBeLessThan(4000)
  expect(await chineseFont(block, 'peace')).toBeUndefined()
  expect(await chineseFont('999', '和')).toBeUndefined()
})

test('between two cuts whoever else waits has a turn', async () => {
  const [, block = ''] = linked(withChinese(page('和'))) ?? []
  const inBlock = [...'一二三四五六七八九十人大中国'].filter((one) => linked(withChinese(page(one)))?.[1] === block)
  const done: string[] = []
  const cuts = inBlock.map((one) => chineseFont(block, `${one}和`).then(() => done.push('cut')))
  expect(cuts.length).toBeGreaterThan(2)
  const turns = (async () => {
    while (done.filter((one) => one === 'cut').length < cuts.length) {
      await new Promise((resolve) => setImmediate(resolve))
      if (done.at(-1) === 'cut') done.push('turn')
    }
  })()
  await Promise.all([...cuts, turns])
  expect(done.join(' ')).not.toContain('cut cut')
})
