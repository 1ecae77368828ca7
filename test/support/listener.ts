import { get } from 'node:http'
import { expect } from 'vitest'

/** An event as it came: `changed 12 {"about":["budget"]}`. */
export interface Listener {
  readonly events: string[]
  /** Everything that came, heartbeats too. */
  text(): string
  readonly code: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  /** Whether the server has closed it. */
  isClosed(): boolean
  /** Waits until so many events have come. */
  until(count: number): Promise<readonly string[]>
  /** Reads no more, as a reader whose network is stuck. */
  pause(): void
  leave(): void
}

/** Somebody who follows an organisation, over a real connection. */
export function listen(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Listener> {
  return new Promise((resolve, reject) => {
    const request = get(url, { headers, agent: false }, (response) => {
      let text = ''
      let closed = false
      const events: string[] = []
      response.setEncoding('utf8').on('data', (more: string) => {
        text += more
        const complete = text.split('\n\n').slice(0, -1)
        const said = complete.filter((block) => block.includes('event: '))
        for (const block of said.slice(events.length)) events.push(inOneLine(block))
      })
      response.on('close', () => {
        closed = true
      })
      response.on('error', () => {})
      resolve({
        events,
        text: () => text,
        code: response.statusCode ?? 0,
        headers: response.headers,
        isClosed: () => closed,
        until: async (count) => {
          await expect.poll(() => events.length, { timeout: 5_000, interval: 5 }).toBeGreaterThanOrEqual(count)
          return events
        },
        pause: () => response.socket.pause(),
        leave: () => request.destroy(),
      })
    })
    request.on('error', reject)
  })
}

function inOneLine(block: string): string {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1]
  return ['event', 'id', 'data'].map(field).join(' ')
}
