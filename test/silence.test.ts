import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

async function chancery(input: string): Promise<{ answers: unknown; code: number | null }> {
  const child = spawn(process.execPath, [join(root, 'bin', 'chancery.js'), 'silence', '-'], { stdio: 'pipe' })
  child.stdin.end(input)
  const [out, code] = await Promise.all([
    text(child.stdout),
    new Promise<number | null>((resolve) => child.on('close', resolve)),
  ])
  return { answers: JSON.parse(out), code }
}

describe('chancery silence', () => {
  const document = readFileSync(join(root, 'docs', 'silence.md'), 'utf8')
  const [question, answer] = [...document.matchAll(/^```json\n([\s\S]*?)^```/gm)].map(([, block]) =>
    JSON.parse(block as string),
  )
  test('the example of docs/silence.md is answered as it says', async () => {
    expect(await chancery(JSON.stringify([question]))).toEqual({ answers: [answer], code: 0 })
  })
  test('a faulty question is refused in its place, the rest are answered', async () => {
    const late = { ...question, id: 'late', expiresAt: question.opensAt }
    const short = { ...question, id: 'short', expiresAt: '2031-05-04T09:59Z' }
    const odd = { ...question, id: 'odd', at: 'tomorrow' }
    const { answers, code } = await chancery(JSON.stringify([late, short, odd, question]))
    expect(answers).toMatchObject([
      { refused: 'unreadable-question', message: expect.stringContaining('expiresAt') },
      { refused: 'period-too-short', article: 'Rule 17', remedy: expect.stringContaining('2031-05-04T10:00:00.000Z') },
      { refused: 'unreadable-question', message: expect.stringContaining('"tomorrow" is not a time') },
      answer,
    ])
    expect(code).toBe(2)
  })
})
