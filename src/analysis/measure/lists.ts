import type { Organisation } from '../../record/index.ts'
import { type Day, type PartialDate, type Refusal, refuse } from '../../rules/index.ts'
import { aroundLists } from './around-lists.ts'
import type { Field, List, Stated } from './list.ts'
import { saidLists } from './said-lists.ts'
import { workLists } from './work-lists.ts'

/** Every list that can be counted, by its name. */
export const lists: Readonly<Record<string, List>> = { ...workLists, ...saidLists, ...aroundLists }

/** @refuses 'unknown-list' */
export function listNamed(name: string): List | Refusal {
  const found = Object.hasOwn(lists, name) ? lists[name] : undefined
  return (
    found ??
    refuse('unknown-list', `There is no list "${name}".`, { remedy: `There is ${Object.keys(lists).join(', ')}.` })
  )
}

/** @refuses 'unknown-field' */
export function fieldNamed(list: List, name: string): Field<Stated> | Refusal {
  const found = Object.hasOwn(list.fields, name) ? list.fields[name] : undefined
  return (
    found ??
    refuse('unknown-field', `A ${list.one} has no "${name}".`, {
      remedy: `It has ${Object.keys(list.fields).join(', ')}.`,
    })
  )
}

const days = new WeakMap<Organisation, Map<string, Organisation>>()

/** The same organisation on another day; asked about again, the same one, so that its lists are made once. */
export function onDayOf(organisation: Organisation, date: PartialDate | Day): Organisation {
  const known = days.get(organisation) ?? new Map<string, Organisation>()
  days.set(organisation, known)
  const there = known.get(date) ?? organisation.onDay(date)
  known.set(date, there)
  return there
}

/** Each list of an organisation is made once, however many measures ask for it. */
const made = new WeakMap<Organisation, Map<List, readonly Stated[]>>()

export function itemsOf(list: List, organisation: Organisation): readonly Stated[] {
  const ofIt = made.get(organisation) ?? new Map<List, readonly Stated[]>()
  made.set(organisation, ofIt)
  const items = ofIt.get(list) ?? list.items(organisation)
  ofIt.set(list, items)
  return items
}
