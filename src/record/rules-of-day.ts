import { type Day, earliest, latest, type Stated } from '../rules/index.ts'
import type { ActOf } from './acts.ts'
import type { Computes } from './computing.ts'
import type { Fold } from './fold.ts'
import type { Organisation } from './organisation.ts'
import { endOfTime, everyDay } from './place.ts'
import { firstWhere } from './sequence.ts'

type Rule = ActOf<'rule-stated'>

/** A rule that computes, with what every rule carries. */
export type Computing<K extends Computes['kind']> = Stated & {
  readonly computes: Extract<Computes, { kind: K }>
  /** The day since when this version of the rule has surely been in force. */
  readonly since: Day
}

/** The rules of an organisation that compute and are in force on a day, by what they compute. */
export class RulesOfDay {
  readonly #byKind: ReadonlyMap<Computes['kind'], readonly Computing<Computes['kind']>[]>
  readonly #deciding = new Map<string, Computing<'decides'> | Computing<'body'> | undefined>()

  constructor(inForce: readonly Rule[]) {
    const computing = inForce.flatMap((rule) => (rule.computes ? [stated(rule, rule.computes)] : []))
    this.#byKind = Map.groupBy(computing, ({ computes }) => computes.kind)
  }

  of<K extends Computes['kind']>(kind: K): readonly Computing<K>[] {
    return (this.#byKind.get(kind) ?? []) as unknown as readonly Computing<K>[]
  }

  /** How a body decides matters of a type: a rule for that type before one for all, and either before the body's own. */
  deciding(body: string, type?: string): Computing<'decides'> | Computing<'body'> | undefined {
    const key = `${body} ${type ?? ''}`
    if (!this.#deciding.has(key)) this.#deciding.set(key, this.#findDeciding(body, type))
    return this.#deciding.get(key)
  }

  #findDeciding(body: string, type: string | undefined): Computing<'decides'> | Computing<'body'> | undefined {
    const forBody = this.of('decides').filter(({ computes }) => computes.bodies.includes(body))
    return (
      forBody.find(({ computes }) => type !== undefined && computes.types?.includes(type)) ??
      forBody.find(({ computes }) => computes.types === undefined) ??
      this.of('body').find(({ computes }) => computes.body === body)
    )
  }
}

/** An article with its document, as reasons cite it. */
export function cited({ document, article }: Pick<Rule, 'document' | 'article'>): string {
  return article === undefined ? document : `${document}, ${article}`
}

function stated(rule: Rule, computes: Computes): Computing<Computes['kind']> {
  return {
    rule: rule.rule,
    strength: rule.strength,
    article: cited(rule),
    computes,
    since: rule.on ? latest(rule.on) : everyDay,
  }
}

/** The clauses on the entry into force of one instrument, whenever their rules begin: see `judgeInstrument`. */
export function clausesOn(instrument: string, organisation: Organisation): Computing<'entry-into-force'>[] {
  const all = new RulesOfDay(organisation.listedThroughout('rule-stated').map(({ act }) => act))
  return all.of('entry-into-force').filter(({ computes }) => computes.instruments.includes(instrument))
}

/**
 * The rules of any day, as known up to a position. They change on few days, so between two of these the same ones are
 * given again: a review of a million acts asks a million times.
 */
export function rulesThroughTime(fold: Fold, position: number): (organisation: Organisation) => RulesOfDay {
  const rules = fold.at(endOfTime, position).listedThroughout('rule-stated')
  const days = rules.flatMap(({ act }) => [...(act.on ? [earliest(act.on)] : []), ...(act.to ? [latest(act.to)] : [])])
  const changes = [...new Set(days)].sort()
  const known = new Map<number, RulesOfDay>()
  return (organisation) => {
    const span = firstWhere(changes.length, (index) => (changes[index] as Day) > organisation.day)
    const ofDay = known.get(span) ?? new RulesOfDay(organisation.rulesInForce())
    known.set(span, ofDay)
    return ofDay
  }
}
