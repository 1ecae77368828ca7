import { z } from 'zod'
import { audiences, statementTypes } from './acts/negotiation.ts'
import { names } from './acts.ts'
import { levelOf } from './carried.ts'
import { proposersUnconfirmed } from './negotiation.ts'
import type { ProposalView } from './proposal-view.ts'

/** A proposal as data: what a page of it is made of, as far as the seat may see, and nothing else. */

const instant = z.string().describe('An instant in UTC')
const participant = z.string().describe('The id of a participant')
const reason = z.strictObject({ text: z.string(), article: z.string().optional() })
const paragraphs = z.array(z.strictObject({ number: z.string(), text: names }))
const fromNote = z.strictObject({ number: z.string(), date: z.string() })
const positions = [
  'no-objection',
  'ad-referendum',
  'stands-aside',
  'reserves',
  'objects',
  'does-not-take-part',
] as const

/** Where a proposal is on its way. */
export const proposalStages = [
  'negotiated',
  'silence-announced',
  'under-silence',
  'silence-suspended',
  'silence-over',
  'put-to-a-meeting',
  'adopted',
  'not-adopted',
  'withdrawn',
] as const

const position = z.strictObject({
  id: z.string().describe('The id of the act'),
  at: instant,
  participant,
  position: z.enum(positions),
  revision: z.int(),
  level: z
    .string()
    .describe('The body before which the text was then; it holds at the next until its delegation says otherwise'),
  says: z.string().optional(),
  confirmBy: z.string().optional(),
  paragraphs: z.array(z.string()).optional(),
  wouldLift: z.string().optional(),
  fromNote: fromNote.optional(),
  confirmed: z.boolean().optional().describe('Of one entered from a note: whether the delegation has confirmed it'),
})

export const proposalSummarySchema = z.strictObject({
  decision: z.string().describe('The id of the proposal, which the decision keeps'),
  title: names,
  type: z.string(),
  body: z.string().describe('The body that decides'),
  level: z.string().describe('The body where it is now'),
  revision: z.int(),
  stage: z.enum(proposalStages),
  proposedBy: z.array(participant),
  proposersUnconfirmed: z
    .array(participant)
    .optional()
    .describe('Named as proposing from a note, without having said yet whether they do'),
  number: z.string().optional(),
})
export type ProposalSummary = z.infer<typeof proposalSummarySchema>

export const proposalDataSchema = proposalSummarySchema.extend({
  audience: z.enum(audiences),
  concerns: z.array(participant).optional(),
  meantFor: z.union([z.literal('all'), z.array(participant)]),
  basis: z.string().optional(),
  revisions: z.array(
    z.strictObject({
      number: z.int(),
      at: instant,
      title: names,
      paragraphs,
      why: z.string().optional(),
    }),
  ),
  forwarded: z.array(
    z.strictObject({
      at: instant,
      to: z.string(),
      revision: z.int(),
      openPoints: z.array(z.strictObject({ paragraph: z.string().optional(), says: z.string() })),
    }),
  ),
  positions: z.array(position).describe('Every position that the seat may see, in order; the last of each counts'),
  released: z.array(participant).describe('Those who opened their positions'),
  statements: z.array(
    z.strictObject({
      id: z.string(),
      at: instant,
      participant,
      type: z.enum(statementTypes),
      paragraphs: z.array(z.string()).optional(),
      says: z.string(),
      fromNote: fromNote.optional(),
    }),
  ),
  amendments: z.array(
    z.strictObject({
      id: z.string(),
      at: instant,
      participant,
      revision: z.int(),
      paragraph: z.string(),
      text: names,
      says: z.string().optional(),
    }),
  ),
  silence: z
    .strictObject({
      revision: z.int(),
      opensAt: instant,
      expiresAt: instant,
      outcome: z.string().optional().describe('How it stands at the instant of the answer'),
      by: z.array(participant).optional().describe('Who broke it, where the seat may know'),
      reasons: z.array(reason),
    })
    .optional(),
  silences: z
    .array(
      z.strictObject({
        revision: z.int(),
        opensAt: instant,
        expiresAt: instant,
        outcome: z.string(),
        by: z.array(participant).optional(),
      }),
    )
    .describe('Each time it was put under silence, in order, and how that stands or ended'),
  put: z.strictObject({ at: instant, meeting: z.string(), revision: z.int() }).optional(),
  withdrawn: z.strictObject({ at: instant, reason: z.string().optional() }).optional(),
  decided: z
    .strictObject({
      at: instant,
      outcome: z.enum(['adopted', 'not-adopted']),
      under: z.enum(['meeting', 'silence']).optional(),
      revision: z.int().optional(),
      outside: z.array(participant),
    })
    .optional(),
  joined: z.array(z.strictObject({ at: instant, participant, says: z.string().optional() })),
  commitments: z.array(
    z.strictObject({
      commitment: z.string(),
      paragraph: z.string(),
      who: z.union([z.array(participant), z.string()]),
      what: z.string(),
      due: z.string().optional(),
    }),
  ),
  signature: z
    .strictObject({ level: z.string(), form: z.string(), languages: z.array(z.string()), ready: z.array(z.string()) })
    .optional(),
  proceduresCompleted: z.array(participant),
  entitled: z.array(participant).describe('Who has a say where the text is now'),
  mayBreakSilence: z.array(participant),
  nextLevels: z.array(z.string()).describe('The bodies to which it can be forwarded from here'),
  chair: z.array(reason).describe('Who has the chair where the text is, and why'),
  numberDue: z.string().optional().describe('The number that the next decision of the body gets'),
  stand: z
    .strictObject({
      outcome: z.enum(['adopted', 'not-adopted', 'no-quorum', 'open', 'no-rule']),
      heldBy: z.array(participant),
      adReferendum: z.array(participant),
      unanswered: z.array(participant),
      outside: z.array(participant),
      reasons: z.array(reason),
    })
    .optional()
    .describe('What would become of it now; for the chair and the Secretariat, and for all once it is decided'),
  you: z
    .strictObject({
      chairs: z.boolean().describe('Whether you act for the chair where the text is'),
      hasSay: z.boolean(),
      position: position.optional().describe('Your last position on the current revision'),
      positionBefore: position.optional().describe('Your last position on an earlier revision'),
    })
    .describe('What is so for the seat that asks'),
})
export type ProposalData = z.infer<typeof proposalDataSchema>

export function proposalSummary(view: ProposalView): ProposalSummary {
  const { decision, proposal, body, level, current, number } = view.negotiation
  const { type, proposedBy } = proposal.act
  const unconfirmed = proposersUnconfirmed(view.negotiation)
  return {
    decision,
    title: current.title,
    type,
    body,
    level,
    revision: current.number,
    stage: stageOf(view),
    proposedBy,
    ...(unconfirmed.length > 0 ? { proposersUnconfirmed: [...unconfirmed] } : {}),
    ...(number === undefined ? {} : { number }),
  }
}

export function proposalData(view: ProposalView): ProposalData {
  const { negotiation, silence, stand, mine, mineBefore } = view
  const { proposal, decided, put, withdrawn, signature } = negotiation
  const { concerns, meantFor, basis } = proposal.act
  const who = (taken: readonly { readonly act: { readonly participant: string } }[]) =>
    taken.map(({ act }) => act.participant)
  const taken = [...negotiation.positions.values()].flat().sort((a, b) => a.position - b.position)
  const of = (one: (typeof taken)[number]) => positionOf(one, negotiation)
  const data = {
    ...proposalSummary(view),
    audience: negotiation.audience,
    concerns,
    meantFor,
    basis,
    revisions: negotiation.revisions.map(({ number, title, paragraphs, why, entry }) => ({
      number,
      at: momentOf(entry),
      title,
      paragraphs,
      why,
    })),
    forwarded: negotiation.forwarded.map((entry) => {
      const { to, revision, openPoints } = entry.act
      return { at: momentOf(entry), to, revision, openPoints }
    }),
    positions: taken.map(of),
    released: [...negotiation.released],
    statements: negotiation.statements.map((entry) => {
      const { participant, type, paragraphs, says, fromNote } = entry.act
      return { id: entry.id, at: momentOf(entry), participant, type, paragraphs, says, fromNote }
    }),
    amendments: negotiation.amendments.map((entry) => {
      const { participant, revision, paragraph, text, says } = entry.act
      return { id: entry.id, at: momentOf(entry), participant, revision, paragraph, text, says }
    }),
    silence: negotiation.silence && {
      revision: negotiation.silence.revision,
      opensAt: negotiation.silence.opensAt,
      expiresAt: silence?.expiresAt ?? negotiation.silence.expiresAt,
      outcome: silence?.outcome,
      by: silence?.by,
      reasons: silence?.reasons ?? [],
    },
    silences: view.silences.map(({ silence: { revision, opensAt, expiresAt }, finding }) => ({
      revision,
      opensAt,
      expiresAt: finding.expiresAt ?? expiresAt,
      outcome: finding.outcome,
      by: finding.by,
    })),
    put: put && { at: momentOf(put), meeting: put.act.meeting, revision: put.act.revision },
    withdrawn: withdrawn && { at: momentOf(withdrawn), reason: withdrawn.act.reason },
    decided: decided && {
      at: momentOf(decided),
      outcome: decided.act.outcome,
      under: decided.act.adoption?.under,
      revision: decided.act.adoption?.revision,
      outside: decided.act.outside ?? [],
    },
    joined: negotiation.joined.map((entry) => ({
      at: momentOf(entry),
      participant: entry.act.participant,
      says: entry.act.says,
    })),
    commitments: negotiation.commitments.map(({ act: { commitment, paragraph, who: by, what, due } }) => ({
      commitment,
      paragraph,
      who: by,
      what,
      due,
    })),
    signature: signature && {
      level: signature.act.level,
      form: signature.act.form,
      languages: signature.act.languages,
      ready: [...negotiation.languagesReady],
    },
    proceduresCompleted: [...negotiation.proceduresCompleted],
    entitled: view.entitled,
    mayBreakSilence: view.mayBreak,
    nextLevels: view.nextLevels,
    chair: view.chairReasons,
    numberDue: view.numberDue?.number,
    stand: stand && {
      outcome: stand.outcome,
      heldBy: who(stand.heldBy),
      adReferendum: who(stand.adReferendum),
      unanswered: stand.unanswered,
      outside: stand.outside,
      reasons: stand.reasons,
    },
    you: {
      chairs: view.chairs,
      hasSay: view.hasSay,
      position: mine && of(mine),
      positionBefore: mineBefore && of(mineBefore),
    },
  }
  return written(data) as ProposalData
}

function positionOf(entry: NonNullable<ProposalView['mine']>, negotiation: ProposalView['negotiation']) {
  const { participant, position, revision = 1, says, confirmBy, paragraphs, wouldLift, fromNote } = entry.act
  const isConfirmed = fromNote && negotiation.confirmed.has(entry.id)
  const what = {
    participant,
    position,
    revision,
    level: levelOf(negotiation, entry),
    says,
    confirmBy,
    paragraphs,
    wouldLift,
    fromNote,
  }
  return { id: entry.id, at: momentOf(entry), ...what, confirmed: isConfirmed }
}

function momentOf({ act, recordedAt }: { readonly act: { readonly at?: string | undefined }; recordedAt: string }) {
  return act.at ?? recordedAt
}

/** As it is written as JSON: without what is not there. */
function written(data: object): unknown {
  return JSON.parse(JSON.stringify(data))
}

function stageOf({ negotiation, silence, at }: ProposalView): ProposalSummary['stage'] {
  const { withdrawn, decided, put, current } = negotiation
  if (withdrawn) return 'withdrawn'
  if (decided) return decided.act.outcome === 'adopted' ? 'adopted' : 'not-adopted'
  switch (silence?.outcome) {
    case 'announced':
      return 'silence-announced'
    case 'running':
      return 'under-silence'
    case 'suspended':
      return 'silence-suspended'
    case 'adopted':
      return silence.expiresAt !== undefined && silence.expiresAt <= at ? 'silence-over' : 'under-silence'
  }
  return put && put.act.revision === current.number ? 'put-to-a-meeting' : 'negotiated'
}
