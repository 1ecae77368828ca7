import {
  type Act,
  bodiesComputed,
  dayBegins,
  describes,
  involvedIn,
  participantsOf,
  refersTo,
  statusesComputed,
} from '../record/index.ts'
import type { FolderAct } from './folder.ts'
import type { Fault } from './yaml.ts'

/** What one act alone cannot show: ids used twice, and references to what is not there or comes later. */
export function crossCheck(acts: readonly FolderAct[]): Fault[] {
  const faults: Fault[] = []
  const byId = new Map<string, FolderAct & { readonly index: number }>()
  for (const [index, folderAct] of acts.entries()) {
    const first = byId.get(folderAct.act.id)
    if (first) faults.push({ file: folderAct.file, line: folderAct.line, message: usedTwice(folderAct.act, first) })
    byId.set(folderAct.act.id, { ...folderAct, index })
  }
  const statuses = acts
    .flatMap(({ act }) => (act.kind === 'organisation-described' ? act.statuses : []))
    .map((s) => s.status)
  const edition = acts.map(({ act }) => act).find((act) => act.kind === 'organisation-described')?.edition
  const bodiesAtWork = new Set(acts.flatMap(({ act }) => ('body' in act && act.body ? [act.body] : [])))
  const hasBodies = acts.some(({ act }) => act.kind === 'body-described')
  const described = new Set(
    acts.flatMap(({ act }) => {
      const thing = describes(act)
      return thing ? [`${thing.thing}/${thing.id}`] : []
    }),
  )
  const topics = new Set(acts.flatMap(({ act }) => (act.kind === 'paragraph-abstracted' ? [act.topic] : [])))
  for (const [index, { act, file, line, recordedAt }] of acts.entries()) {
    const fault = (message: string) => faults.push({ file, line, message: `${act.id}: ${message}` })
    // The loader writes withdrawals itself, from what is gone; one written here would be entered again at every start.
    if (act.kind === 'act-withdrawn') fault('a folder withdraws nothing. Remove the act itself; the register keeps it.')
    if (act.kind === 'organisation-described' && !isTimeZone(act.timeZone))
      fault(`timeZone "${act.timeZone}" is not the name of a time zone. Write one such as UTC or Asia/Tokyo.`)
    if (act.kind === 'clock-set' && edition !== 'made-up')
      fault(
        'only a made-up organisation has a clock of its own. Take "clock" out: this one lives by the time of the world.',
      )
    for (const source of new Set(sourcesIn(act))) {
      if (!byId.has(`source/${source}`)) fault(`source "${source}" is not in sources.yaml. Add it or correct the id.`)
    }
    if (act.on !== undefined && act.kind !== 'capital-located' && act.sources.length === 0) {
      fault('names no source. Every dated fact says where it is documented.')
    }
    for (const { thing, id } of refersTo(act)) {
      if (!described.has(`${thing}/${id}`)) fault(`${thing} "${id}" is not in this folder. Add it or correct the id.`)
    }
    for (const topic of act.kind === 'thread-described' ? (act.topics ?? []) : []) {
      if (!topics.has(topic)) fault(`topic "${topic}" is that of no paragraph. Correct it, or take it out.`)
    }
    for (const participant of participantsIn(act)) {
      if (!byId.has(`participant/${participant}`)) fault(`participant "${participant}" is not in participants.yaml.`)
    }
    // A folder without bodies.yaml names its bodies in its rules alone.
    for (const body of hasBodies && act.kind === 'rule-stated' && act.computes ? bodiesComputed(act.computes) : []) {
      if (!bodiesAtWork.has(body))
        fault(`body "${body}" is not in bodies.yaml, and no act names it. Add it or correct the id.`)
    }
    for (const status of statusesIn(act)) {
      if (!statuses.includes(status)) fault(`status "${status}" is none of ${statuses.join(', ')}.`)
    }
    for (const earlier of [...(act.replaces ?? []), act.after ?? dayBegins, act.carriesOut ?? dayBegins]) {
      const other = byId.get(earlier)
      if (earlier === dayBegins) continue
      if (!other) fault(`refers to "${earlier}", which is not in this folder.`)
      else if (other.recordedAt > recordedAt) fault(`refers to "${earlier}", which entered the edition later.`)
      else if (other.recordedAt === recordedAt && other.index >= index)
        fault(`refers to "${earlier}", which does not stand before it. Move it, or correct the id.`)
    }
  }
  return faults
}

function usedTwice({ id, kind }: Act, first: FolderAct): string {
  const twice = `id: "${id}" is also used at ${first.file}:${first.line}. Every act has its own.`
  return kind === 'rule-stated' && first.act.kind === 'rule-stated'
    ? `${twice} A further version of a rule takes one of its own, such as \`act: ${id}/2\`.`
    : twice
}

/** Every source that an act cites, for itself or for a part of it. */
function sourcesIn(act: Act): string[] {
  const parts = act.kind === 'decision-recorded' ? (act.stances ?? []) : []
  return [act, ...parts].flatMap((part) => part.sources ?? []).map((reference) => reference.source)
}

/** Every participant that an act names, those who voted and land neighbours included. */
function participantsIn(act: Act): string[] {
  if (act.kind === 'participant-described') return []
  const voted = act.kind === 'status-granted' ? Object.values(act.decided?.positions ?? {}).flat() : []
  return [...new Set([...participantsOf(act), ...involvedIn(act), ...voted])]
}

/** The statuses of which an act speaks. */
function statusesIn(act: Act): string[] {
  if (act.kind === 'status-granted') return [act.status]
  if (act.kind === 'step-taken') return [act.toward]
  if (act.kind === 'thread-described') return act.statuses ?? []
  if (act.kind !== 'rule-stated') return []
  const computed = act.computes ? statusesComputed(act.computes) : []
  return [...computed, ...(act.rights ?? []).map(({ status }) => status)]
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined
  } catch {
    return false
  }
}
