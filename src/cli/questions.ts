import { createReadStream } from 'node:fs'
import type { Command } from 'commander'
import { isRefusal, namedTwice, type Refusal, refuse } from '../rules/index.ts'
import { answer, Stop, say } from './terminal.ts'

/** Answers one question as it came out of JSON, whatever it holds. */
export type Answering = (question: unknown) => object | Refusal

/** A command that answers questions from a file and needs no register. */
export function questionsCommand(
  program: Command,
  { name, says, schema, answering }: { name: string; says: string; schema: () => object; answering: Answering },
): void {
  program
    .command(name)
    .description(says)
    .argument('[file]', 'questions as JSON: an object, an array, or one in each line; - is standard input')
    .option('--schema', 'the JSON Schema of a question, and of an answer, instead')
    .action(async (file: string | undefined, options: { schema?: boolean }) => {
      if (options.schema) return answer(schema())
      if (file === undefined) throw new Stop('Name a file of questions, - for standard input, or --schema.', 2)
      return answerQuestions(file, answering)
    })
}

/**
 * Answers a file of questions on standard output, each in its place and with its `id`: one object by one object, an array
 * by an array, JSON Lines by JSON Lines. Lines are answered as they come, so that their number does not matter. A question
 * that cannot be answered gets its refusal with its `line` (in an array, its `item`), the rest are answered all the same,
 * and the exit code is 2.
 *
 * @param file  `-` is standard input. A name that ends in .jsonl or .ndjson has a question in each line; any other has
 *   where its first line is one.
 */
async function answerQuestions(file: string, answering: Answering): Promise<void> {
  const answers = new Answers(answering)
  for await (const text of answers.toFile(file)) {
    // Whoever read the answers has had enough of them.
    if (!(await write(text))) return
  }
  if (answers.refused === 0) return
  say(`${answers.refused} of ${answers.all} could not be answered; each refusal stands in its place.`)
  process.exitCode = 2
}

interface Line {
  readonly number: number
  readonly text: string
}

class Answers {
  all = 0
  refused = 0
  readonly #answering: Answering

  constructor(answering: Answering) {
    this.#answering = answering
  }

  /** Texts to be written one after the other. */
  async *toFile(file: string): AsyncGenerator<string> {
    let streams = /\.(jsonl|ndjson)$/i.test(file)
    const waiting: Line[] = []
    for await (const lines of linesOf(file)) {
      if (waiting.length === 0 && isObject(parse(lines[0]?.text))) streams = true
      if (streams) yield this.#toLines(lines)
      else waiting.push(...lines)
    }
    if (!streams) yield* this.#toWhole(waiting, file)
  }

  #toLines(lines: readonly Line[]): string {
    return lines.map((line) => `${JSON.stringify(this.#toLine(line))}\n`).join('')
  }

  #toLine({ text, number }: Line): object {
    const question = parse(text)
    return this.#to(question, { line: number }, question instanceof NotJson ? undefined : firstTwice(text, question))
  }

  /** A text that is one piece of JSON; or lines after all, of which the first is faulty. */
  *#toWhole(lines: readonly Line[], file: string): Generator<string> {
    if (lines.length === 0) throw new Stop(`${nameOf(file)} is empty. ${howTo}`, 2)
    const text = lines.map((line) => line.text).join('\n')
    const whole = parse(text)
    if (Array.isArray(whole)) {
      const twice = new Map([...namedTwice(text)].map((field) => splitAt(field)))
      yield '['
      for (const [index, question] of whole.entries()) {
        yield `${index > 0 ? ',' : ''}\n${JSON.stringify(this.#to(question, { item: index + 1 }, twice.get(index)))}`
      }
      yield '\n]\n'
    } else if (whole instanceof NotJson) {
      if (!lines.some((line) => isObject(parse(line.text)))) {
        throw new Stop(`${nameOf(file)} is not JSON: ${whole.why}. ${whole.remedy ?? howTo}`, 2)
      }
      yield this.#toLines(lines)
    } else
      yield `${JSON.stringify(this.#to(whole, { line: lines[0]?.number ?? 1 }, firstTwice(text, whole)), null, 2)}\n`
  }

  /** @param twice  a field that the question names twice */
  #to(question: unknown, place: { readonly line: number } | { readonly item: number }, twice?: string): object {
    this.all += 1
    const given =
      question instanceof NotJson
        ? question.refusal()
        : twice === undefined
          ? this.#answering(question)
          : refuse('named-twice', `${twice}: is written twice.`, { remedy: 'Keep the one that is meant.' })
    const id = isObject(question) && typeof question.id === 'string' ? { id: question.id } : {}
    if (!isRefusal(given)) return { ...id, ...given }
    this.refused += 1
    return { ...id, ...place, ...given }
  }
}

const howTo = 'Give one question as an object, several as an array, or one in each line.'

/** Text that is not JSON, where a question was looked for. */
class NotJson {
  readonly why: string
  /** Where the letters already went wrong. */
  readonly remedy: string | undefined

  constructor(error: unknown, text: string) {
    this.why = error instanceof Error ? error.message : String(error)
    this.remedy = /[\0\uFFFD]/.test(text) ? 'It seems to be in another encoding: save it as UTF-8.' : undefined
  }

  refusal(): Refusal {
    return refuse('not-json', `This line is not JSON: ${this.why}.`, {
      remedy: this.remedy ?? 'Write one object in each line.',
    })
  }
}

function parse(text = ''): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    return new NotJson(error, text)
  }
}

/** A field that a text names twice. None where the question, written out again, is the text but for its spaces. */
function firstTwice(text: string, question: unknown): string | undefined {
  const again = JSON.stringify(question)
  if (again === text || again.replaceAll(' ', '') === text.replaceAll(' ', '')) return undefined
  return namedTwice(text).next().value ?? undefined
}

/** "2.clause.count" as the place in a list and the field there. */
function splitAt(field: string): [number, string] {
  const [index, ...path] = field.split('.')
  return [Number(index), path.join('.')]
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof NotJson)
}

/** Lines that say something, as many at a time as came together; numbered from 1 with the empty ones. */
async function* linesOf(file: string): AsyncGenerator<readonly Line[]> {
  let rest = ''
  let number = 0
  const cut = (text: string): Line[] =>
    text.split('\n').flatMap((line) => {
      number += 1
      return line.trim() === '' ? [] : [{ number, text: line }]
    })
  for await (const chunk of chunksOf(file)) {
    const text = number === 0 && rest === '' ? chunk.replace(/^\uFEFF/, '') : chunk
    const end = text.lastIndexOf('\n')
    if (end < 0) {
      rest += text
      if (rest.length > longest)
        throw new Stop(`A line of ${nameOf(file)} is too long. Write one question in each line.`, 2)
      continue
    }
    const lines = cut(rest + text.slice(0, end))
    rest = text.slice(end + 1)
    if (lines.length > 0) yield lines
  }
  const last = cut(rest)
  if (last.length > 0) yield last
}

/** In characters; JavaScript holds somewhat more in one text. */
const longest = 400_000_000

async function* chunksOf(file: string): AsyncGenerator<string> {
  const stream = file === '-' ? process.stdin.setEncoding('utf8') : createReadStream(file, 'utf8')
  try {
    for await (const chunk of stream) yield chunk
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw new Stop(`There is nothing at ${file}. Name a file, or - for standard input.`)
    if (code === 'EISDIR') throw new Stop(`${file} is a folder. Name a file, or - for standard input.`)
    throw new Stop(`${nameOf(file)} cannot be read: ${message}.`)
  }
}

function nameOf(file: string): string {
  return file === '-' ? 'Standard input' : file
}

/** `false` where nobody reads any more, as when the answers go to `head`, or where they do not arrive. */
function write(text: string): Promise<boolean> {
  return new Promise((resolve) => {
    process.stdout.write(text, (error) => resolve(!error))
  })
}
