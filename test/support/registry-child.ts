/**
 * A process of its own that uses a data folder, so that a test can end it at any moment or give it little room.
 * It says what it does, a JSON value a line. Run as: node registry-child.ts <what> <data folder> [more]
 */
import { rmSync } from 'node:fs'
import { enact, loadFolder, Registry } from '../../src/registry/index.ts'
import { isRefusal } from '../../src/rules/index.ts'
import { inSession, noteOf, sealedNote, secretariat } from './concord.ts'

const [what, dataFolder = '', more = ''] = process.argv.slice(2)
const say = (value: unknown) => process.stdout.write(`${JSON.stringify(value)}\n`)

const registry = await Registry.open({ dataFolder }, () => inSession)
if (isRefusal(registry)) {
  say(registry)
  process.exit()
}
say('open')

switch (what) {
  case 'hold':
    // Until it is ended.
    setInterval(() => {}, 60_000)
    break

  case 'load':
    say(await loadFolder(registry, more))
    await registry.close()
    break

  case 'enact':
    // Until it is ended: each act that was entered is said.
    for (let count = 1; ; count += 1) {
      const entry = await enact(registry, 'concord', noteOf(`${more}-${count}`), secretariat)
      say(entry)
    }

  case 'seal':
    // The same, with what is under seal: each stands in the register and in the table beside it.
    for (let count = 1; ; count += 1) {
      const entry = await enact(registry, 'concord', sealedNote(`${more}-${count}`), secretariat)
      say(entry)
    }

  case 'fill':
    say(await untilFull(registry))
    // What follows a failed write must fail too or succeed, in a moment; never hang.
    say(await tried(registry, 'after-full'))
    rmSync(more, { force: true })
    await registry.close()
    say('closed')
    await again()
    // The database that was given up has timers that would keep the process waiting.
    process.exit()
}

async function untilFull(registry: Registry) {
  for (let count = 1; ; count += 1) {
    const id = `big-${count}`
    const result = await tried(registry, id, 400_000)
    if ('error' in result) return { ...result, entered: count - 1 }
  }
}

/** An act of some size, of noise that no compression makes smaller. */
async function tried(registry: Registry, id: string, size = 1) {
  let what = ''
  while (what.length < size) what += Math.random().toString(36).slice(2)
  const started = Date.now()
  try {
    await enact(registry, 'concord', noteOf(id, what), secretariat)
    return { id }
  } catch (error) {
    return { id, error: (error as Error).message, afterMilliseconds: Date.now() - started }
  }
}

async function again() {
  const reopened = await Registry.open({ dataFolder }, () => inSession)
  if (isRefusal(reopened)) return say(reopened)
  say({ position: reopened.record('concord').position })
  say(await tried(reopened, 'with-room'))
  await reopened.close()
}
