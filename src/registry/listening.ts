import type { Database } from './database.ts'

/** Where it is said that something was entered, and that somebody no longer sits where they sat. */
export const channels = { register: 'chancery_register', seats: 'chancery_seats' } as const

/**
 * Hears what other processes say on a channel, on a connection of its own. When that is lost, as when the server was
 * restarted, another is made; whatever was said in between is for the caller to look up, who is called with nothing once
 * it hears again. A database that knows no `LISTEN` is tried again and again, which costs it one refused statement each time.
 *
 * @returns a function that stops it
 */
export function listen(
  { pool }: Database,
  channel: (typeof channels)[keyof typeof channels],
  onNews: (said?: string) => void,
  againAfterMilliseconds = 1_000,
): () => void {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let letGo = () => {}

  const again = () => {
    if (!stopped) timer = setTimeout(() => void begin(), againAfterMilliseconds).unref()
  }
  const begin = async () => {
    const client = await pool.connect().catch(again)
    if (!client) return
    if (stopped) return client.release()
    let held = true
    letGo = () => {
      if (!held) return
      held = false
      // Not put back among those that others are given.
      client.release(true)
      again()
    }
    client.on('error', letGo)
    client.on('end', letGo)
    client.on('notification', ({ payload }) => onNews(payload))
    await client.query(`listen ${channel}`).then(() => onNews(), letGo)
  }
  void begin()
  return () => {
    stopped = true
    clearTimeout(timer)
    letGo()
  }
}
