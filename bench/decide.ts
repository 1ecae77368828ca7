/**
 * Decisions a second, with reasons: of this program, of json-logic-js and of json-rules-engine, and of a loop written for
 * the one rule. See README.md. Run as: node bench/decide.ts [--rounds 5] [--milliseconds 100]
 */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import {
  type Decision,
  decide,
  isRefusal,
  type Position,
  positionCodes,
  prepare,
  readQuestion,
} from '../src/rules/index.ts'
import { countsOf, factsOf, type Member, participants, type Told, told } from './decide-rules.ts'
import { chanceFrom } from './plenary.ts'

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '5' }, milliseconds: { type: 'string', default: '100' } },
})
const [rounds, milliseconds] = [Number(values.rounds), Number(values.milliseconds)]
/** How many different questions are asked in turn. */
const asked = 256
const names = Object.keys(positionCodes) as Position[]

/** Answers one of the questions, by its number; what it returns tells whether it was adopted. */
type Contender = (question: number) => boolean | Promise<boolean>

interface Engines {
  readonly apply: (rule: object, data: object) => unknown
  readonly Engine: new (rules: object[]) => { run(facts: object): Promise<{ events: readonly unknown[] }> }
}

const folder = mkdtempSync(join(tmpdir(), 'chancery-bench-'))
try {
  cpSync(join(import.meta.dirname, 'decide'), folder, { recursive: true })
  execFileSync('npm', ['install', '--no-audit', '--no-fund'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
  const installed = (name: string, file: string) => import(join(folder, 'node_modules', name, file))
  const { default: logic } = await installed('json-logic-js', 'logic.js')
  const { Engine } = await installed('json-rules-engine', join('dist', 'index.js'))
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}`)
  for (const size of [27, 193]) {
    for (const one of told) await compare(one, size, { apply: logic.apply, Engine })
  }
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}

/** One after the other, round by round, so that whatever else the machine does disturbs all alike. */
async function compare(one: Told, size: number, engines: Engines): Promise<void> {
  const contenders = contendersFor(one, size, engines)
  const [[, first]] = Object.entries(contenders) as [[string, Contender]]
  for (let question = 0; question < asked; question += 1) {
    for (const [name, contender] of Object.entries(contenders)) {
      if ((await contender(question)) !== first(question))
        throw new Error(`${name} decides question ${question} otherwise.`)
    }
  }
  const rates = new Map(Object.keys(contenders).map((name) => [name, [] as number[]]))
  for (let round = 0; round <= rounds; round += 1) {
    // The first round is for the compiler.
    for (const [name, contender] of Object.entries(contenders)) {
      const rate = await rateOf(contender)
      if (round > 0) rates.get(name)?.push(rate)
    }
  }
  const ours = rates.get('with reasons') ?? []
  console.log(`\n${one.name}, ${size} participants [load ${loadavg()[0]?.toFixed(1)}]`)
  for (const [name, list] of rates) {
    const ratio = middle(list.map((rate, round) => (ours[round] as number) / rate))
    console.log(
      `  ${name.padEnd(44)} ${perSecond(middle(list)).padStart(10)} a second of a processor, ${ratio.toFixed(ratio < 10 ? 1 : 0)} times as long`,
    )
  }
}

function contendersFor(
  { rule, logic, logicOnCounts, conditions, loop }: Told,
  size: number,
  { apply, Engine }: Engines,
): Record<string, Contender> {
  const entitled = participants(size)
  const chance = chanceFrom(size)
  const questions = Array.from({ length: asked }, (_, number) => {
    // From nearly all in favour to few, so that each rule is met and not met.
    const codes = Uint8Array.from(entitled, () => (chance() < 1 - number / asked / 1.5 ? 1 : Math.floor(chance() * 5)))
    const named = Array.from(codes, (code) => names[code] as Position)
    const members = entitled.map(({ tags, weights }, i) => ({
      position: named[i] as string,
      permanent: tags?.includes('permanent') ?? false,
      people: weights?.people ?? 0,
    }))
    const positions = Object.fromEntries(entitled.map(({ id }, i) => [id, named[i] as Position]))
    return {
      codes,
      members,
      question: { rule, entitled, positions },
      line: JSON.stringify({ rule, entitled, positions }),
    }
  })
  const question = (number: number) => questions[number] as (typeof questions)[number]
  const prepared = prepare(rule, entitled)
  const engine = new Engine([{ conditions, event: { type: 'adopted' } }])
  return {
    'with reasons': (number) => prepared(question(number).codes).outcome === 'adopted',
    'with reasons, their text read': (number) => {
      const decision = prepared(question(number).codes)
      return textIn(decision) > 0 && decision.outcome === 'adopted'
    },
    'with text, and on whom it turned': (number) => {
      const decision = prepared(question(number).codes)
      return textIn(decision) + decision.decisive.length > 0 && decision.outcome === 'adopted'
    },
    'decide, all of it from names': (number) => decide(question(number).question).outcome === 'adopted',
    'decide, from JSON to JSON': (number) => {
      const written = readQuestion(JSON.parse(question(number).line))
      if (isRefusal(written)) throw new Error(written.message)
      return JSON.stringify(decide(written)).startsWith('{"outcome":"adopted"')
    },
    'json-logic-js, the rule counts': (number) => apply(logic, question(number)) === true,
    'json-logic-js, counts made by a loop': (number) => {
      const { codes, members } = question(number)
      return apply(logicOnCounts, countsOf(codes, members)) === true
    },
    'json-rules-engine, counts made by a loop': async (number) => {
      const { codes, members } = question(number)
      return (await engine.run(factsOf(countsOf(codes, members)))).events.length > 0
    },
    'a loop written for the rule, no reasons': (number) => {
      const { codes, members } = question(number) as { codes: Uint8Array; members: readonly Member[] }
      return loop(codes, members)
    },
  }
}

/** Reads every reason. */
function textIn({ reasons }: Decision): number {
  let length = 0
  for (const reason of reasons) length += reason.text.length
  return length
}

/** Answers a second of a processor, over about as many of its milliseconds as asked for: steadier than the clock where others work too. */
async function rateOf(contender: Contender): Promise<number> {
  let [answers, adopted] = [0, 0]
  const start = process.cpuUsage()
  for (;;) {
    for (let question = 0; question < asked; question += 1) {
      const answer = contender(question)
      if (answer instanceof Promise ? await answer : answer) adopted += 1
    }
    answers += asked
    const { user, system } = process.cpuUsage(start)
    const spent = (user + system) / 1000
    if (spent >= milliseconds && adopted > 0) return (1000 * answers) / spent
  }
}

function middle(list: readonly number[]): number {
  return [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0
}

function perSecond(rate: number): string {
  return Math.round(rate).toLocaleString('en')
}
