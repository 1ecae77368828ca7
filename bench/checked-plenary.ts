import type { Act, Entry } from '../src/record/index.ts'
import type { Instant } from '../src/rules/index.ts'
import { chanceFrom, dateOf } from './plenary.ts'

/** A register of acts on each of which a rule bears, and which of them break one, known because they were made so. */
export interface CheckedRegister {
  readonly entries: readonly Entry[]
  readonly outOfOrder: ReadonlySet<string>
}

export const organisation = 'checked-plenary'
const [members, observers, aDecision] = [193, 20, 24] as const
const [firstDay, days] = [2_000, 25_000] as const

/**
 * The Checked Plenary: 193 members, 20 observers, one body that decides by consensus. Every act is a meeting, a decision
 * or a position; one in twenty is out of order: a meeting chaired by somebody else than the host, or whose papers came
 * late; a decision adopted against an objection; a position of an observer.
 *
 * @param seed the same seed gives the same register
 */
export function checkedPlenary(acts: number, seed = 1): CheckedRegister {
  const chance = chanceFrom(seed)
  const upTo = (limit: number) => Math.floor(chance() * limit)
  const written: Act[] = described()
  const outOfOrder = new Set<string>()
  const write = (act: object) => written.push(historical(act))
  const isWrong = (id: string) => {
    if (upTo(20) > 0) return false
    outOfOrder.add(id)
    return true
  }
  let count = 0
  for (let meeting = 0; count < acts; meeting += 1) {
    const day = firstDay + upTo(days)
    count += writeMeeting(`m-${meeting}`, day)
    for (let index = 0; index < 5 && count < acts; index += 1) count += writeDecision(`d-${meeting}-${index}`, day)
  }
  return { entries: written.map(entered), outOfOrder }

  function writeMeeting(id: string, day: number): number {
    const [host, wrong] = [upTo(members), isWrong(id)]
    const late = wrong && upTo(2) === 0
    write({
      id,
      kind: 'meeting-held',
      on: dateOf(day),
      meeting: id,
      body: 'plenary',
      country: memberAt(host),
      chair: memberAt(wrong && !late ? (host + 1) % members : host),
      papersOn: dateOf(day - (late ? 13 : 14 + upTo(20))),
      attendanceBasis: 'none-recorded',
      outcomes: [],
      outcomesKnown: 'partial',
    })
    return 1
  }

  function writeDecision(id: string, day: number): number {
    const wrong = isWrong(id)
    const opposed = wrong || upTo(8) === 0
    const from = upTo(members)
    const objector = upTo(aDecision)
    for (let index = 0; index < aDecision; index += 1) {
      const position = `${id}-${index}`
      const foreign = index !== objector && isWrong(position)
      write({
        id: position,
        kind: 'position-taken',
        on: dateOf(day),
        decision: id,
        participant: foreign ? observerAt(upTo(observers)) : memberAt((from + index) % members),
        position: index === objector && opposed ? 'objects' : upTo(9) === 0 ? 'stands-aside' : 'no-objection',
      })
    }
    write({
      id,
      kind: 'decision-recorded',
      on: dateOf(day),
      decision: id,
      title: `On matter ${id}`,
      body: 'plenary',
      type: 'resolution',
      outcome: opposed && !wrong ? 'not-adopted' : 'adopted',
      participants: 'members',
    })
    return aDecision + 1
  }
}

const sources = [{ source: 'records', locator: 'page 1', evidence: 'read' }]
const historical = (act: object) => ({ version: 1, doubt: [], history: true, sources, ...act }) as unknown as Act
const memberAt = (index: number) => `M${String(index + 1).padStart(3, '0')}`
const observerAt = (index: number) => `O${String(index + 1).padStart(3, '0')}`

function entered(act: Act, index: number): Entry {
  return {
    position: index + 1,
    id: act.id,
    organisation,
    recordedAt: new Date(Date.UTC(2040, 0, 1) + index).toISOString() as Instant,
    act,
    ruling: { finding: 'entered-as-history' },
    constitution: 0,
  }
}

/** The organisation, its three rules, and who holds which status from the first day on. */
function described(): Act[] {
  const status = (name: string) => ({ status: name, tone: name, en: { one: name, many: `${name}s` } })
  const rule = (id: string, article: string, computes: object) => ({
    id: `rule/${id}`,
    kind: 'rule-stated',
    rule: id,
    on: dateOf(0),
    document: 'Rules',
    article,
    strength: 'must',
    says: `As ${article} has it.`,
    computes,
  })
  const names = [
    ...Array.from({ length: members }, (_, index) => [memberAt(index), 'member']),
    ...Array.from({ length: observers }, (_, index) => [observerAt(index), 'observer']),
  ] as [string, string][]
  return [
    {
      id: 'organisation',
      kind: 'organisation-described',
      names: { en: 'The Checked Plenary' },
      shortName: 'Checked Plenary',
      edition: 'made-up',
      introduction: ['An organisation made up to measure with.'],
      timeZone: 'UTC',
      begins: dateOf(0),
      coveredTo: dateOf(firstDay + days),
      statuses: [status('member'), status('observer')],
    },
    rule('deciding', 'Rule 1', {
      kind: 'decides',
      bodies: ['plenary'],
      entitled: ['member'],
      decides: { kind: 'consensus' },
    }),
    rule('chair', 'Rule 2', { kind: 'chair', bodies: ['plenary'], is: 'host' }),
    rule('papers', 'Rule 3', { kind: 'papers', bodies: ['plenary'], before: { weeks: 2 } }),
    ...names.flatMap(([participant, held]) => [
      {
        id: `participant/${participant}`,
        kind: 'participant-described',
        participant,
        type: 'state',
        names: { en: participant },
      },
      {
        id: `${participant}-${held}`,
        kind: 'status-granted',
        on: dateOf(1),
        participant,
        status: held,
        founding: true,
      },
    ]),
  ].map(historical)
}
