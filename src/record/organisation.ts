import { type Day, earliest, latest, type PartialDate } from '../rules/index.ts'
import type { ActKind, ActOf } from './acts.ts'
import type { Entry } from './entry.ts'
import type { Fold } from './fold.ts'
import { type Holding, type HoldingOnDay, holdingsOn, type Participant } from './participants.ts'
import { dayOfEffect, endOfTime, everyDay } from './place.ts'
import type { Referable } from './references.ts'
import type { Chronicled, ListedKind } from './things.ts'

/** An entry whose act is of one kind. */
export type Dated<K extends ActKind> = Entry & { readonly act: ActOf<K> }

/** One organisation as it stood at the end of a day, as known up to a register position. Every question starts here. */
export class Organisation {
  readonly day: Day
  readonly position: number
  readonly #fold: Fold

  constructor(fold: Fold, day: Day, position: number) {
    this.#fold = fold
    this.day = day
    this.position = position
  }

  get id(): string {
    return this.#fold.organisation
  }

  /** The same organisation, as known at the same position, on the first day that a date may mean. */
  onDay(date: PartialDate | Day): Organisation {
    return new Organisation(this.#fold, earliest(date as PartialDate), this.position)
  }

  /**
   * With what was entered under seal after the last open act, where the organisation is as known now: for what asks the gate
   * of every act.
   */
  get withSealed(): Organisation {
    const isNow = this.position >= this.#fold.openPosition
    return isNow ? new Organisation(this.#fold, this.day, this.#fold.position) : this
  }

  /** What it is called and what it says of itself; `undefined` until it has been described. */
  get description(): ActOf<'organisation-described'> | undefined {
    return this.#fold.state('organisation', 'it', endOfTime, this.position)
  }

  /** Everyone described in the record, with what had happened by this day. */
  participants(): Participant[] {
    return this.#fold
      .ids('participant')
      .map((id) => this.participant(id))
      .filter((participant) => participant.description !== undefined)
  }

  participant(id: string): Participant {
    return this.#fold.state('participant', id, this.day, this.position)
  }

  /** The same participant with everything known of it, before and after this day. */
  participantThroughout(id: string): Participant {
    return this.#fold.state('participant', id, endOfTime, this.position)
  }

  /**
   * Who holds which status on this day, in the order in which they came to it. `to` is the end as known, even when it
   * lies after this day.
   */
  holdings(): HoldingOnDay[] {
    return this.participants()
      .flatMap((participant) => holdingsOn(participant, this.day).map((holding) => this.#withEnd(holding)))
      .sort((a, b) => (a.from === b.from ? 0 : a.from < b.from ? -1 : 1))
  }

  /** Every status ever held, as known. */
  allHoldings(): Holding[] {
    return this.#fold.ids('participant').flatMap((id) => this.participantThroughout(id).holdings)
  }

  rules(): ActOf<'rule-stated'>[] {
    return this.#fold.ids('rule').flatMap((id) => this.#fold.state('rule', id, this.day, this.position) ?? [])
  }

  /**
   * The rules by which an act of this day is judged: begun by then and not yet at their end. A rule of which nobody
   * knows when it began is not among them.
   */
  rulesInForce(): ActOf<'rule-stated'>[] {
    return this.rules().filter((rule) => rule.on !== undefined && (rule.to === undefined || this.day < latest(rule.to)))
  }

  sources(): ActOf<'source-described'>[] {
    return this.#fold.ids('source').flatMap((id) => this.source(id) ?? [])
  }

  /** A source speaks of every day, so only what was known counts here. */
  source(id: string): ActOf<'source-described'> | undefined {
    return this.#fold.state('source', id, endOfTime, this.position)
  }

  /** The acts that cite a source, on any day. */
  citing(source: string): readonly Entry[] {
    return this.#fold.acts('citing', source, endOfTime, this.position)
  }

  /** The bodies described, in the order in which they were entered. */
  bodies(): ActOf<'body-described'>[] {
    return this.#fold.ids('body').flatMap((id) => this.body(id) ?? [])
  }

  body(id: string): ActOf<'body-described'> | undefined {
    return this.#fold.state('body', id, endOfTime, this.position)
  }

  /** Meetings up to this day, in order. */
  meetings(): Dated<'meeting-held'>[] {
    return this.#dated('meeting')
  }

  meeting(id: string): Dated<'meeting-held'> | undefined {
    return this.#fold.state('meeting', id, endOfTime, this.position) as Dated<'meeting-held'> | undefined
  }

  /** Decisions and proposals up to this day, in order. */
  decisions(): Dated<'decision-recorded'>[] {
    return this.#dated('decision')
  }

  /** The last decisions and proposals up to this day, the latest first. */
  latestDecisions(most: number): Dated<'decision-recorded'>[] {
    return this.#fold.latest('decision', this.day, this.position, most) as Dated<'decision-recorded'>[]
  }

  /** How many meetings, decisions, instruments or exercises there were in each year up to this day; nothing for years without. */
  totalsByYear(of: Chronicled): ReadonlyMap<number, number> {
    return this.#fold.byYear(of, this.day, this.position)
  }

  decision(id: string): Dated<'decision-recorded'> | undefined {
    return this.#fold.state('decision', id, endOfTime, this.position) as Dated<'decision-recorded'> | undefined
  }

  /** Instruments signed up to this day, in order. */
  instruments(): Dated<'instrument-signed'>[] {
    return this.#dated('instrument')
  }

  instrument(id: string): Dated<'instrument-signed'> | undefined {
    return this.#fold.state('instrument', id, endOfTime, this.position) as Dated<'instrument-signed'> | undefined
  }

  /** Exercises begun up to this day, in order. */
  exercises(): Dated<'exercise-held'>[] {
    return this.#dated('exercise')
  }

  exercise(id: string): Dated<'exercise-held'> | undefined {
    return this.#fold.state('exercise', id, endOfTime, this.position) as Dated<'exercise-held'> | undefined
  }

  /** The acts of one kind in order: of those with a date the ones up to this day, of those without every one known. */
  listed<K extends ListedKind>(kind: K): Dated<K>[] {
    return this.#fold.acts('kind', kind, this.day, this.position) as unknown as Dated<K>[]
  }

  /** The acts of one kind, on any day. */
  listedThroughout<K extends ListedKind>(kind: K): Dated<K>[] {
    return this.#fold.acts('kind', kind, endOfTime, this.position) as unknown as Dated<K>[]
  }

  /** The acts, on any day, that refer to a thing. */
  referringTo(thing: Referable, id: string): readonly Entry[] {
    return this.#fold.acts('referring', `${thing}/${id}`, endOfTime, this.position)
  }

  /** The positions taken on a decision up to this day, in order; of each participant the last one counts. */
  positionsOn(decision: string): Dated<'position-taken'>[] {
    return this.#fold.acts('position', decision, this.day, this.position) as Dated<'position-taken'>[]
  }

  /** What was done up to this day to a proposal, and to the decision that it became, in order; whoever may see it. */
  negotiated(decision: string): readonly Entry[] {
    return this.#fold.acts('negotiation', decision, this.day, this.position)
  }

  /** The proposals made, in order. */
  proposals(): Dated<'proposal-made'>[] {
    return this.#fold.acts('negotiation', 'proposals', this.day, this.position) as Dated<'proposal-made'>[]
  }

  /** The numbers given to decisions after they were taken. */
  numbered(): Dated<'decision-numbered'>[] {
    return this.#fold.acts('kind', 'decision-numbered', this.day, this.position) as Dated<'decision-numbered'>[]
  }

  /** The notes registered, in and out, in order. */
  notes(): Dated<'note-registered'>[] {
    return this.#fold.acts('negotiation', 'notes', this.day, this.position) as Dated<'note-registered'>[]
  }

  /** What was done at a meeting held live, in order. */
  atMeeting(meeting: string): readonly Entry[] {
    return this.#fold.acts('live-meeting', meeting, this.day, this.position)
  }

  /** Whether a meeting was held live, on whichever day. */
  hasSat(meeting: string): boolean {
    return this.#fold.acts('live-meeting', meeting, endOfTime, this.position).length > 0
  }

  /** The ids of the meetings held live. */
  liveMeetings(): string[] {
    return this.#fold.ids('live-meeting')
  }

  /** The meetings and decisions of a body up to this day, in order. */
  sittingsOf(body: string): readonly Entry[] {
    return this.#fold.acts('sitting', body, this.day, this.position)
  }

  /** The acts up to this day that name a participant, in order; nobody is presumed. */
  involving(participant: string): readonly Entry[] {
    return this.#fold.acts('involving', participant, this.day, this.position)
  }

  coverage(): ActOf<'coverage-stated'>[] {
    return this.#fold.ids('coverage').flatMap((id) => this.#fold.state('coverage', id, endOfTime, this.position) ?? [])
  }

  /** The dated acts of a span of days, both ends included, in order of effect. */
  actsBetween(from: Day, to: Day): Entry[] {
    const months = this.#months().filter((month) => month >= from.slice(0, 7) && month <= to)
    return months.flatMap((month) =>
      this.#fold.acts('month', month, to, this.position).filter((entry) => dayOfEffect(entry.act) >= from),
    )
  }

  /** Every dated act that counts, in order of effect. */
  acts(): Entry[] {
    return this.#months().flatMap((month) => this.#ofMonth(month))
  }

  /** The dated acts of this day but for rules and gaps, with the nearest few before and after it. */
  actsAround(few: number): Entry[] {
    const months = this.#months()
    const next = months.findIndex((month) => month > this.day)
    const split = next === -1 ? months.length : next
    const isEarlier = ({ act }: Entry) => dayOfEffect(act) < this.day
    // Rules begin by the dozen on one day and would crowd out what happened; they have a page of their own.
    const eventsOf = (month: string) =>
      this.#ofMonth(month).filter(({ act }) => act.kind !== 'rule-stated' && act.kind !== 'gap-stated')
    const before: Entry[] = []
    for (let index = split - 1, earlier = 0; index >= 0 && earlier < few; index -= 1) {
      const ofMonth = eventsOf(months[index] as string)
      earlier += ofMonth.filter(isEarlier).length
      before.unshift(...ofMonth)
    }
    const after: Entry[] = []
    for (let index = split; index < months.length && after.length < few; index += 1)
      after.push(...eventsOf(months[index] as string))
    const acts = [...before, ...after]
    const from = acts.findIndex((entry) => !isEarlier(entry))
    const to = acts.findIndex(({ act }) => dayOfEffect(act) > this.day)
    return acts.slice(Math.max(0, (from === -1 ? acts.length : from) - few), (to === -1 ? acts.length : to) + few)
  }

  /** The acts without a date, true of every day, in order of entry. */
  actsOfEveryDay(): readonly Entry[] {
    return this.#fold.acts('month', everyDay, endOfTime, this.position)
  }

  /** The entry with this id if it is open to everyone and had been recorded by this position, whether it still counts or not. */
  entry(id: string): Entry | undefined {
    const entry = this.#fold.openEntry(id)
    return entry && entry.position <= this.position ? entry : undefined
  }

  /** The months in which anything happened, in order. */
  #months(): string[] {
    const months = this.#fold.ids('month').filter((month) => month !== everyDay)
    return months.sort()
  }

  #ofMonth(month: string): readonly Entry[] {
    return this.#fold.acts('month', month, endOfTime, this.position)
  }

  #dated<K extends ActKind>(thing: Chronicled): Dated<K>[] {
    return this.#fold.latest(thing, this.day, this.position).reverse() as unknown as Dated<K>[]
  }

  #withEnd(holding: HoldingOnDay): HoldingOnDay {
    const known = this.participantThroughout(holding.participant).holdings
    const end = known.find((other) => other.grantedBy === holding.grantedBy)
    return end?.to === undefined ? holding : { ...holding, ...end, certainty: holding.certainty }
  }
}
