import { type Act, actSchema, type Entry, type Seat } from '../../src/record/index.ts'
import { enact, loadFolder, type Registry } from '../../src/registry/index.ts'
import { type Instant, isRefusal, type Refusal } from '../../src/rules/index.ts'
import { ok } from './databases.ts'
import { concord } from './folders.ts'
import { of, position, proposal } from './negotiating.ts'

const six = ['ARC', 'BRO', 'ERE', 'LIL', 'RUR', 'UTO']
const source = { sources: [{ source: 'rules-of-procedure' }] }

/** The Concord grown to so many full participants. */
export async function crowd(registry: Registry, size: number): Promise<readonly string[]> {
  await ok(loadFolder(registry, concord))
  const others = Array.from({ length: size - six.length }, (_, index) => `P${String(index + 1).padStart(3, '0')}`)
  const acts = others.flatMap((participant) => [
    { id: `${participant}-is`, kind: 'participant-described', participant, type: 'state', names: { en: participant } },
    { id: `${participant}-full`, kind: 'status-granted', on: '2033-12-20', participant, status: 'full-participant' },
  ])
  const submissions = acts.map((one) => ({
    act: actSchema.parse({ history: true, ...source, ...one }),
    ruling: { finding: 'entered-as-history' } as const,
    constitution: 0,
  }))
  await registry.append('concord', registry.record('concord').position, submissions)
  return [...six, ...others]
}

export type Answer = Entry | Refusal

/** An act as it comes in, without a moment of its own. */
export function send(registry: Registry, seat: Seat, essentials: Record<string, unknown>): Promise<Answer> {
  const { on: _, ...act } = actSchema.parse({ on: '2034-01-09', ...essentials }) as Act
  return enact(registry, 'concord', act as Act, seat)
}

export async function must(answer: Promise<Answer>): Promise<Entry> {
  const entry = await answer
  if (isRefusal(entry)) throw new Error(`${entry.refused}: ${entry.message}`)
  return entry
}

/** Two proposals: one put to a meeting, one under silence that expires at an instant of the organisation's clock. */
export async function twoTexts(registry: Registry, opensAt: Instant, expiresAt: Instant): Promise<void> {
  const chair = of('UTO')
  for (const decision of ['lights', 'quiet'])
    await must(send(registry, of('ARC'), { id: `${decision}-made`, ...proposal({ level: 'council', decision }) }))
  await must(
    send(registry, chair, { id: 'm', kind: 'meeting-opened', meeting: 'm', body: 'council', format: 'expanded' }),
  )
  const present = { kind: 'presence-noted', meeting: 'm', participant: 'UTO', presence: 'present' }
  await must(send(registry, chair, { id: 'p', ...present }))
  await must(send(registry, chair, { id: 'q', kind: 'question-put', meeting: 'm', decision: 'lights', revision: 1 }))
  await must(
    send(registry, chair, { id: 's', kind: 'silence-opened', decision: 'quiet', revision: 1, opensAt, expiresAt }),
  )
}

export const says = (participant: string, decision: string, is: string) => ({
  id: `${decision}-${participant}`,
  ...position(participant, is, { decision }),
})
