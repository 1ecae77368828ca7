import type { PartialDate, SilenceEvent, SilenceProcedure } from '../rules/index.ts'
import type { Paragraph } from './acts/negotiation.ts'
import type { ActOf } from './acts.ts'
import type { Entry } from './entry.ts'
import type { Dated, Organisation } from './organisation.ts'

/** One revision of a text; the proposal itself is the first. */
export interface Revision {
  readonly number: number
  readonly title: ActOf<'proposal-made'>['title']
  readonly paragraphs: readonly Paragraph[]
  readonly why?: string
  readonly entry: Dated<'proposal-made'> | Dated<'revision-made'>
}

/** What one delegation has said of it, in order; the last one counts, and only on the revision on which it was taken. */
export type Taken = Dated<'position-taken'>

/** A proposal from when it was made until it is decided, and the decision afterwards: all that was done to it, in order. */
export interface Negotiation {
  readonly decision: string
  /** As its proposers stand: who said that it does not propose it is not among them. */
  readonly proposal: Dated<'proposal-made'>
  /** Of those named as proposing from a note, who confirmed it. */
  readonly proposersConfirmed: ReadonlySet<string>
  /** The body that is to decide, and the one where it is now. */
  readonly body: string
  readonly level: string
  readonly audience: ActOf<'proposal-made'>['audience']
  readonly revisions: readonly Revision[]
  readonly current: Revision
  readonly forwarded: readonly Dated<'proposal-forwarded'>[]
  /** Every position of every participant, in order. */
  readonly positions: ReadonlyMap<string, readonly Taken[]>
  /** The acts entered from notes that the delegation has confirmed. */
  readonly confirmed: ReadonlySet<string>
  /** Those who let whoever sees the text see where they stand. */
  readonly released: ReadonlySet<string>
  /** Statements that stand. */
  readonly statements: readonly Dated<'statement-made'>[]
  /** Other wordings that stand. */
  readonly amendments: readonly Dated<'amendment-proposed'>[]
  /** Each time it was put under silence, in order; and the last one, where there is one. */
  readonly silences: readonly Silence[]
  readonly silence?: Silence
  /** The last time the chair put it to a meeting. */
  readonly put?: Dated<'question-put'>
  readonly withdrawn?: Dated<'proposal-withdrawn'>
  readonly decided?: Dated<'decision-recorded'>
  readonly number?: string
  readonly joined: readonly Dated<'decision-joined'>[]
  readonly signature?: Dated<'signature-planned'>
  readonly languagesReady: ReadonlySet<string>
  readonly proceduresCompleted: ReadonlySet<string>
  readonly commitments: readonly Dated<'commitment-made'>[]
  /** All that was done to it, in order. */
  readonly entries: readonly Entry[]
}

/** A text under silence, with everything that bears on it; who may break it is for the rule and the day to say. */
export interface Silence extends Omit<SilenceProcedure, 'entitled' | 'events'> {
  readonly revision: number
  /** With the day of each, on which it is asked who was entitled. */
  readonly events: readonly (SilenceEvent & { readonly on: PartialDate })[]
  readonly entry: Dated<'silence-opened'>
}

/** The proposals on record, in the order in which they were made. */
export function negotiations(organisation: Organisation): Negotiation[] {
  const ids = new Set(organisation.proposals().map(({ act }) => act.decision))
  return [...ids].flatMap((id) => negotiationOf(organisation, id) ?? [])
}

/**
 * What became of one proposal so far; nothing where none has this id.
 *
 * @param isSeen leaves out what is not to be seen
 */
export function negotiationOf(
  organisation: Organisation,
  decision: string,
  isSeen: (entry: Entry) => boolean = () => true,
): Negotiation | undefined {
  const entries = organisation.negotiated(decision).filter(isSeen)
  const of = byKind(entries)
  const made = of('proposal-made').at(0)
  if (!made) return undefined
  const proposal = asItStands(made, of('proposing-denied'))
  const confirmations = of('entry-confirmed')
  const revisions = revisionsOf(proposal, of('revision-made'))
  const forwarded = of('proposal-forwarded')
  const withdrawnStatements = new Set(of('statement-withdrawn').map(({ act }) => act.statement))
  const withdrawnAmendments = new Set(of('amendment-withdrawn').map(({ act }) => act.amendment))
  const level = forwarded.at(-1)?.act.to ?? proposal.act.level
  const put = of('question-put').at(-1)
  const withdrawn = of('proposal-withdrawn').at(-1)
  const decided = of('decision-recorded').findLast(({ act }) => act.outcome !== 'proposed')
  const number = of('decision-numbered').at(-1)?.act.number ?? decided?.act.number
  const signature = of('signature-planned').at(-1)
  const silences = silencesOf(entries)
  const silence = silences.at(-1)
  return {
    decision,
    proposal,
    body: proposal.act.body,
    level,
    audience: of('decision-released').at(-1)?.act.to ?? proposal.act.audience,
    revisions,
    current: revisions.at(-1) as Revision,
    forwarded,
    positions: Map.groupBy(of('position-taken'), ({ act }) => act.participant),
    proposersConfirmed: new Set(
      confirmations.filter(({ act }) => act.confirms === made.id).map(({ act }) => act.participant),
    ),
    confirmed: new Set(confirmations.map(({ act }) => act.confirms).filter((id) => id !== made.id)),
    released: new Set(of('position-released').map(({ act }) => act.participant)),
    statements: of('statement-made').filter(({ id }) => !withdrawnStatements.has(id)),
    amendments: of('amendment-proposed').filter(({ id }) => !withdrawnAmendments.has(id)),
    silences,
    ...(silence ? { silence } : {}),
    ...(put ? { put } : {}),
    ...(withdrawn ? { withdrawn } : {}),
    ...(decided ? { decided } : {}),
    ...(number ? { number } : {}),
    joined: of('decision-joined'),
    ...(signature ? { signature } : {}),
    languagesReady: new Set(of('text-ready').map(({ act }) => act.language)),
    proceduresCompleted: new Set(of('procedures-completed').map(({ act }) => act.participant)),
    commitments: of('commitment-made'),
    entries,
  }
}

function asItStands(
  made: Dated<'proposal-made'>,
  denials: readonly Dated<'proposing-denied'>[],
): Dated<'proposal-made'> {
  if (denials.length === 0) return made
  const denied = denials.map(({ act }) => act.participant)
  const proposedBy = made.act.proposedBy.filter((id) => !denied.includes(id))
  return { ...made, act: { ...made.act, proposedBy } }
}

/** Those named as proposing from a note who have not said yet whether they do. */
export function proposersUnconfirmed({ proposal, proposersConfirmed }: Negotiation): readonly string[] {
  const { fromNote, proposedBy } = proposal.act
  return fromNote ? proposedBy.filter((id) => !proposersConfirmed.has(id)) : []
}

/** Where a participant stands on the current revision; nothing said on it leaves it open. */
export function standsOn(negotiation: Negotiation, participant: string): Taken | undefined {
  const last = negotiation.positions.get(participant)?.at(-1)
  return last && (last.act.revision ?? 1) === negotiation.current.number ? last : undefined
}

/**
 * What an amendment would have a paragraph say, in the languages in which it says something else than the revision on
 * which it was made: the form sends every version, and one that was left as it was is not proposed.
 */
export function wordingProposed(
  { revisions }: Negotiation,
  { revision, paragraph, text }: ActOf<'amendment-proposed'>,
): Paragraph['text'] {
  const there = revisions
    .find(({ number }) => number === revision)
    ?.paragraphs.find(({ number }) => number === paragraph)
  const proposed = Object.entries(text).filter(([language, is]) => there?.text[language as keyof typeof text] !== is)
  return Object.fromEntries(proposed) as Paragraph['text']
}

/** What a participant answered at a meeting since the question was put there; what it said before is no answer to it. */
export function answeredAt(
  { positions, put, current }: Negotiation,
  meeting: string,
  participant: string,
): Taken | undefined {
  if (put?.act.meeting !== meeting || put.act.revision !== current.number) return undefined
  return positions.get(participant)?.findLast(({ act, position }) => act.meeting === meeting && position > put.position)
}

/** Where a participant stood on the revision before, for whoever is asked again. */
export function stoodBefore(negotiation: Negotiation, participant: string): Taken | undefined {
  return negotiation.positions.get(participant)?.findLast(({ act }) => (act.revision ?? 1) < negotiation.current.number)
}

/** Gives the entries of one kind, in order. */
function byKind(entries: readonly Entry[]): <K extends Entry['act']['kind']>(kind: K) => Dated<K>[] {
  const kinds = Map.groupBy(entries, ({ act }) => act.kind)
  return <K extends Entry['act']['kind']>(kind: K) => (kinds.get(kind) ?? []) as unknown as Dated<K>[]
}

function revisionsOf(proposal: Dated<'proposal-made'>, later: readonly Dated<'revision-made'>[]): Revision[] {
  const { title, paragraphs } = proposal.act
  const revisions: Revision[] = [{ number: 1, title, paragraphs, entry: proposal }]
  for (const entry of later) {
    const { revision, title: changed, paragraphs: text, why } = entry.act
    const before = revisions.at(-1) as Revision
    revisions.push({
      number: revision,
      title: changed ?? before.title,
      paragraphs: text,
      ...(why ? { why } : {}),
      entry,
    })
  }
  return revisions
}

/** Each silence with what came after it was announced and before the next was. */
function silencesOf(entries: readonly Entry[]): Silence[] {
  const silences: (Silence & { events: (SilenceEvent & { on: PartialDate })[] })[] = []
  for (const entry of entries) {
    if (entry.act.kind === 'silence-opened') {
      const { revision, opensAt, expiresAt } = entry.act
      silences.push({ revision, opensAt, expiresAt, entry: entry as Dated<'silence-opened'>, events: [] })
      continue
    }
    const event = silences.length > 0 ? eventOf(entry) : undefined
    if (event && entry.act.on) silences.at(-1)?.events.push({ ...event, on: entry.act.on })
  }
  return silences
}

function eventOf({ act, recordedAt }: Entry): SilenceEvent | undefined {
  const at = act.at ?? recordedAt
  switch (act.kind) {
    case 'silence-opposed':
      return { at, kind: 'opposes-method', by: act.participant }
    case 'position-taken':
      return act.position === 'objects' ? { at, kind: 'objection', by: act.participant } : undefined
    case 'amendment-proposed':
      return { at, kind: 'amendment', by: act.participant }
    case 'silence-extended':
      return { at, kind: 'extended', until: act.until }
    case 'silence-suspended':
      return { at, kind: 'suspended' }
    case 'silence-resumed':
      return { at, kind: 'resumed' }
    case 'revision-made':
      return { at, kind: 'text-changed' }
    default:
      return undefined
  }
}
