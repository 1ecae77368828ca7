import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** A process that a test started; only the test ends it. */
export interface Child {
  /** The next value that it says; `undefined` when it has ended and said all. */
  next(): Promise<unknown>
  /** Ends it at once, as `kill -9` does, and waits until it is gone. */
  kill(): Promise<void>
  /** Waits until it ends by itself; everything it said that was not read yet. */
  rest(): Promise<unknown[]>
}

const script = fileURLToPath(new URL('./registry-child.ts', import.meta.url))

/** Starts `registry-child.ts`. With `fileSizeLimit`, in blocks of 512 bytes, it can write no larger file. */
export function registryChild(args: readonly string[], fileSizeLimit?: number): Child {
  const node = [process.execPath, script, ...args]
  const command = fileSizeLimit ? ['sh', '-c', `ulimit -f ${fileSizeLimit}; exec "$@"`, 'sh', ...node] : node
  const child = spawn(command[0] as string, command.slice(1), { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const next = async () => {
    const { value, done } = await lines.next()
    return done ? undefined : JSON.parse(value)
  }
  return {
    next,
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
    rest: async () => {
      const said: unknown[] = []
      for (let value = await next(); value !== undefined; value = await next()) said.push(value)
      await ended
      return said
    },
  }
}
