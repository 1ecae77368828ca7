import { isRefusal, type Refusal } from '../rules/finding.ts'

/** Ends a command with a message for the person and an exit code. */
export class Stop extends Error {
  readonly exitCode: number
  constructor(message: string, exitCode = 1) {
    super(message)
    this.exitCode = exitCode
  }
}

/** To the person. Answers go to standard output, so that they can be piped; everything else comes here. */
export function say(message: string): void {
  console.error(message)
}

/** Says it when what was written did not arrive, as on a full disk; whoever has read enough of it is no fault. */
export function watchOutput(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return
    say(`The answers could not be written: ${error.message}.`)
    process.exitCode = 1
  })
}

export function answer(value: unknown): void {
  console.log(JSON.stringify(value, null, 2))
}

export function stopIfRefused<T>(result: T | Refusal): T {
  if (!isRefusal(result)) return result
  throw new Stop([result.message, result.remedy].filter(Boolean).join('\n'))
}
