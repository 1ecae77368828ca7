import {
  type Act,
  canonical,
  compare,
  dayBegins,
  dayOfEffect,
  type Entry,
  everyDay,
  type Fold,
} from '../record/index.ts'
import type { Day, Instant } from '../rules/index.ts'
import { type FolderAct, versionMark } from './folder.ts'

/** An act to append so that the register says what the folder says. */
export interface Planned {
  readonly act: Act
  /** When it entered the edition; absent for corrections and withdrawals found by comparing, which are new now. */
  readonly recordedAt?: Instant
}

/**
 * What to append so that the register agrees with the folder: new acts as they are; for a changed one a correction; for
 * one that is gone a withdrawal; for one that moved within its day a correction that places it. Nothing when they agree.
 *
 * A pure function, and of a kind that two clones agree: acts are taken by the date on which they entered the edition,
 * then in the order of the files, so a clone that loaded each edition in turn has the register of one that loads the last.
 */
export function plan(fold: Fold, folder: readonly FolderAct[]): Planned[] {
  const versions = new Versions(fold)
  const days = new Days(fold, versions, folder)
  const byId = new Map(folder.map(({ act }) => [act.id, act]))
  const planned: Planned[] = []
  for (const { act, recordedAt } of [...folder].sort(byEdition)) {
    const replaces = act.replaces?.map((id) => versions.current(id) ?? id)
    const isNew = !versions.isThere(act.id)
    const changed = !isNew && !versions.agrees(act, replaces ?? [])
    if (!isNew && !changed && !days.moved.has(act.id)) continue
    // What an act replaced stays replaced when the act is corrected; withdrawing it is what brings that back.
    const letsGo = changed && versions.takesOut(act.id).some((base) => !takenOut(act.id, byId).has(base))
    if (letsGo) planned.push({ act: versions.withdraw(act.id, 'It no longer replaces what it replaced.') })
    const corrected = isNew || letsGo ? [] : [versions.current(act.id) as string]
    const replaced = [...corrected, ...(replaces ?? [])]
    const id = versions.next(act.id)
    const after = days.place(act, id, corrected.length > 0)
    const { after: _, replaces: __, ...said } = act
    const version = {
      ...said,
      id,
      ...(after ? { after } : {}),
      ...(replaced.length > 0 ? { replaces: replaced } : {}),
    } as Act
    versions.note(act.id, version)
    planned.push(isNew && id === act.id ? { act: version, recordedAt } : { act: version })
  }
  for (const base of versions.there().filter((id) => !byId.has(id))) {
    planned.push({ act: versions.withdraw(base, 'It no longer stands in the folder of the organisation.') })
  }
  return planned
}

function byEdition(a: FolderAct, b: FolderAct): number {
  return a.recordedAt === b.recordedAt ? 0 : a.recordedAt < b.recordedAt ? -1 : 1
}

/** The acts that one of the folder replaces, and those that they replace. */
function takenOut(id: string, folder: ReadonlyMap<string, Act>, found = new Set<string>()): Set<string> {
  for (const earlier of folder.get(id)?.replaces ?? []) {
    if (!found.has(earlier)) takenOut(earlier, folder, found.add(earlier))
  }
  return found
}

/** The versions that the register has of each act of the folder: `X`, then `X~2`, `X~3`. */
class Versions {
  readonly #ids = new Map<string, string[]>()
  readonly #acts = new Map<string, Act>()
  readonly #withdrawn = new Set<string>()

  constructor(fold: Fold) {
    for (const { act } of fold.allEntries()) {
      if (!act.history) continue
      if (act.kind !== 'act-withdrawn') this.note(baseOf(act.id), act)
      else for (const id of act.withdraws) this.#withdrawn.add(id)
    }
  }

  note(base: string, act: Act): void {
    this.#ids.set(base, [...(this.#ids.get(base) ?? []), act.id])
    this.#acts.set(act.id, act)
  }

  current(base: string): string | undefined {
    return this.#ids.get(base)?.at(-1)
  }

  isThere(base: string): boolean {
    const current = this.current(base)
    return current !== undefined && !this.#withdrawn.has(current)
  }

  there(): string[] {
    return [...this.#ids.keys()].filter((base) => this.isThere(base))
  }

  next(base: string): string {
    const count = this.#ids.get(base)?.length ?? 0
    return count === 0 ? base : `${base}${versionMark}${count + 1}`
  }

  /** Whether the register's current version says the same, of the world and of what it replaces. */
  agrees(act: Act, replaces: readonly string[]): boolean {
    const current = this.#acts.get(this.current(act.id) as string) as Act
    const replacesOthers = (current.replaces ?? []).filter((id) => baseOf(id) !== act.id)
    return saidBy(current) === saidBy(act) && canonical(replacesOthers) === canonical(replaces)
  }

  /** The other acts that the versions of an act in the register take out of the record, directly or by what they replace. */
  takesOut(base: string): string[] {
    const found = new Set(this.#standing(base))
    for (const id of found) for (const earlier of this.#acts.get(id)?.replaces ?? []) found.add(earlier)
    return [...new Set([...found].map(baseOf))].filter((other) => other !== base)
  }

  withdraw(base: string, reason: string): Act {
    const withdraws = this.#standing(base)
    for (const id of withdraws) this.#withdrawn.add(id)
    const count = (this.#ids.get(base) as string[]).length
    return {
      version: 1,
      sources: [],
      doubt: [],
      history: true,
      id: `${base}${versionMark}withdrawn-${count}`,
      kind: 'act-withdrawn',
      withdraws,
      reason,
    }
  }

  #standing(base: string): string[] {
    return (this.#ids.get(base) ?? []).filter((id) => !this.#withdrawn.has(id))
  }
}

/** The order of the acts of each day: as the files want it, and as the register will have it. */
class Days {
  /** Ids whose place among those already in the register is no longer what the files say. */
  readonly moved = new Set<string>()
  readonly #versions: Versions
  readonly #wanted = new Map<Day, string[]>()
  readonly #actual = new Map<Day, string[]>()

  constructor(fold: Fold, versions: Versions, folder: readonly FolderAct[]) {
    this.#versions = versions
    for (const { act } of folder) want(this.#wanted, act)
    const standing = versions.there().flatMap((base) => fold.entry(versions.current(base) as string) ?? [])
    for (const entry of standing.sort((a, b) => compareIn(fold, a, b))) {
      const day = dayOfEffect(entry.act)
      if (day !== everyDay) this.#actual.set(day, [...(this.#actual.get(day) ?? []), baseOf(entry.id)])
    }
    for (const [day, wanted] of this.#wanted) this.#findMoved(wanted, this.#actual.get(day) ?? [])
  }

  /** Notes the act in its day and says after which version it must be placed; `undefined` if its own place is right. */
  place(act: Act, id: string, corrects: boolean): string | undefined {
    const day = dayOfEffect(act)
    if (day === everyDay) return undefined
    const before = this.#actual.get(day) ?? []
    // A correction keeps the place of what it corrects, but one that carries out a decision goes next to the decision.
    const keepsPlace = corrects && !act.carriesOut
    const staysWhereItIs = before.includes(act.id) && !this.moved.has(act.id) && keepsPlace
    for (const [other, ids] of this.#actual)
      if (!staysWhereItIs)
        this.#actual.set(
          other,
          ids.filter((x) => x !== act.id),
        )
    if (staysWhereItIs) return undefined
    const others = this.#actual.get(day) ?? []
    const wanted = this.#wanted.get(day) as string[]
    this.moved.delete(act.id)
    // What has still to move is no place to stand next to.
    const settled = others.filter((other) => !this.moved.has(other))
    const predecessor = wanted.slice(0, wanted.indexOf(act.id)).findLast((other) => settled.includes(other))
    const index = predecessor === undefined ? 0 : others.indexOf(predecessor) + 1
    this.#actual.set(day, others.toSpliced(index, 0, act.id))
    const comesLast = id === act.id && !act.replaces && index === others.length
    if (comesLast && (!act.carriesOut || others.length === 0)) return undefined
    return predecessor === undefined ? dayBegins : (this.#versions.current(predecessor) as string)
  }

  #findMoved(wanted: readonly string[], actual: readonly string[]): void {
    let last = -1
    for (const base of wanted) {
      const at = actual.indexOf(base)
      if (at === -1) continue
      if (at < last) this.moved.add(base)
      else last = at
    }
  }
}

function want(days: Map<Day, string[]>, act: Act): void {
  const day = dayOfEffect(act)
  const ids = days.get(day) ?? []
  const anchor = ids.indexOf(act.after ?? '')
  const index = act.after === dayBegins ? 0 : anchor === -1 ? ids.length : anchor + 1
  days.set(day, ids.toSpliced(index, 0, act.id))
}

function compareIn(fold: Fold, a: Entry, b: Entry): number {
  const [left, right] = [fold.placed(a.id), fold.placed(b.id)]
  return left && right ? compare(left, right) : 0
}

/** What an act says, without what the loader adds: its version's id, its place, what it replaces. */
function saidBy(act: Act): string {
  const { id: _, after: __, replaces: ___, history: ____, ...said } = act
  return canonical(said)
}

function baseOf(id: string): string {
  return id.split(versionMark)[0] as string
}
