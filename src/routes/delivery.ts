import type { FastifyInstance } from 'fastify'
import {
  type Answers,
  intoForce,
  namedFor,
  narrow,
  notAdopted,
  type Organisation,
  outcomesByKind,
  outcomesOf,
  outputByYear,
  outputKinds,
  promisedBy,
  proposers,
  type YearCount,
} from '../record/index.ts'
import type { Registry } from '../registry/index.ts'
import { isRefusal } from '../rules/index.ts'
import { standings } from '../ui/commitments.ts'
import { type CommitmentItem, commitmentsPage } from '../ui/commitments-page.ts'
import { deliveryPage } from '../ui/delivery.ts'
import { intoForcePage } from '../ui/into-force.ts'
import { notAdoptedPage } from '../ui/not-adopted.ts'
import { proposersPage } from '../ui/proposers.ts'
import { csv, type Listing, listOf } from './lists.ts'
import { servePage } from './page.ts'

/** From said to done: one page in brief and four below it. */
export function serveDelivery(server: FastifyInstance, registry: Registry): void {
  servePage(server, registry, 'delivery', ({ place }) => {
    const { organisation } = place
    const decisions = organisation.decisions()
    const view = {
      outcomes: outcomesOf(decisions),
      byKind: outcomesByKind(decisions),
      output: outputByYear(organisation),
      intoForce: intoForce(organisation),
      commitments: promisedBy(organisation),
      proposers: proposers(organisation),
      notAdopted: notAdopted(organisation),
    }
    return {
      data: { outcomes: view.outcomes, byKind: view.byKind, output: view.output },
      csv: () =>
        csv(
          ['year', ...outputKinds.flatMap((kind) => [kind, `${kind}OfThatOnACompleteRecord`])],
          (view.output[0]?.cells ?? []).map(({ year }, index) => [
            year,
            ...view.output.flatMap(({ cells }) => [cells[index]?.count, cells[index]?.firm]),
          ]),
        ),
      page: () => deliveryPage(view, place),
    }
  })
  servePage(server, registry, 'delivery/instruments', ({ place }) => {
    const all = intoForce(place.organisation)
    const data = all.map(({ instrument: { act }, standing, days }) => ({
      instrument: act.instrument,
      title: act.title,
      signed: act.on,
      inForceOn: act.inForceOn,
      standing,
      days,
      sources: act.sources,
    }))
    return {
      data: { instruments: data },
      csv: () =>
        csv(
          ['instrument', 'title', 'signed', 'inForceOn', 'standing', 'daysAtLeast', 'daysAtMost', 'sources'],
          data.map((one) => [
            one.instrument,
            one.title,
            one.signed,
            one.inForceOn,
            one.standing,
            one.days?.least,
            one.days?.most,
            one.sources.map((s) => s.source).join(' '),
          ]),
        ),
      page: () => intoForcePage(all, place),
    }
  })
  serveCommitments(server, registry)
  servePage(server, registry, 'delivery/proposers', ({ place }) => {
    const view = proposers(place.organisation)
    const rows = view.rows.map(({ programmes, ...row }) => ({
      ...row,
      programmes: programmes.map(({ act }) => ({ programme: act.programme, stage: act.stage })),
    }))
    return {
      data: { ...view, rows },
      csv: () =>
        csv(
          ['participant', 'decisionsAndProposals', 'adopted', 'notAdopted', 'proposed', 'programmes'],
          rows.map(({ participant, decisions, programmes }) => [
            participant,
            decisions.all,
            decisions.adopted,
            decisions['not-adopted'],
            decisions.proposed,
            programmes.map(({ programme }) => programme).join(' '),
          ]),
        ),
      page: () => proposersPage(view, place),
    }
  })
  servePage(server, registry, 'delivery/not-adopted', ({ place }) => {
    const decisions = notAdopted(place.organisation)
    return {
      data: { decisions: decisions.map(({ position, act }) => ({ position, ...act })) },
      csv: () =>
        csv(
          [
            'decision',
            'date',
            'title',
            'body',
            'proposedBy',
            'participant',
            'stance',
            'about',
            'attribution',
            'sources',
          ],
          decisions.flatMap(({ act }) => {
            const facts = [act.decision, act.on, act.title, act.body, act.proposedBy?.join(' ')]
            const sources = act.sources.map((s) => s.source).join(' ')
            const stances = act.stances ?? []
            if (stances.length === 0) return [[...facts, '', '', '', '', sources]]
            return stances.map((one) => [...facts, one.participant, one.stance, one.about, one.attribution, sources])
          }),
        ),
      page: () => notAdoptedPage(decisions, place),
    }
  })
}

function serveCommitments(server: FastifyInstance, registry: Registry): void {
  servePage(server, registry, 'delivery/commitments', (ask) => {
    const { organisation } = ask.place
    const asked = listing(organisation)
    const view = listOf(ask, asked)
    if (isRefusal(view)) return view
    const { year: _, ...anyYear } = view.query
    const due = dueByYear(narrow(asked.all, anyYear, asked.answers), organisation.day)
    const data = view.whole.map(({ commitment: { programme, decision, ...one } }) => ({
      ...one,
      programme: programme?.act.programme,
      decision: decision?.act.decision,
    }))
    return {
      data: { total: view.total, due: due.map(({ year, count }) => ({ year, count })), commitments: data },
      csv: () =>
        csv(
          ['programme', 'what', 'by', 'due', 'dueSays', 'standing', 'came', 'decision'],
          data.map((one) => [
            one.programme,
            one.what,
            Array.isArray(one.by) ? one.by.join(' ') : one.by,
            one.due,
            one.dueSays,
            one.standing,
            one.came,
            one.decision,
          ]),
        ),
      page: () => commitmentsPage({ ...view, due }, ask.place),
    }
  })
}

const ofCommitments: Answers<CommitmentItem> = {
  type: ({ commitment: { programme, decision } }) => (programme ?? decision).act.type,
  outcome: ({ commitment }) => commitment.standing,
  by: ({ commitment }) => namedFor(commitment),
}

/** The latest date first, and what has none at the end: lists are turned round. */
function listing(organisation: Organisation): Listing<CommitmentItem> {
  const items = promisedBy(organisation).map((commitment) => ({
    act: { on: commitment.due ?? '' },
    commitment,
  }))
  return {
    all: [...items.filter(({ act }) => act.on === ''), ...items.filter(({ act }) => act.on !== '')],
    answers: ofCommitments,
    fields: [
      { name: 'type', label: 'Kind', say: (type) => type.replaceAll('-', ' ') },
      { name: 'outcome', label: 'Date', say: (standing) => standings[standing as keyof typeof standings] },
    ],
    byLabel: 'Participant named',
    coverage: () => undefined,
    counts: () => ['commitments'],
  }
}

/** From the first year in which something was due to the last, whether or not the record covers them. */
function dueByYear(items: readonly CommitmentItem[], day: string): YearCount[] {
  const years = items.flatMap(({ act }) => (act.on === '' ? [] : [Number(act.on.slice(0, 4))]))
  if (years.length === 0) return []
  const first = Math.min(...years)
  return Array.from({ length: Math.max(...years) - first + 1 }, (_, index) => ({
    year: first + index,
    count: years.filter((year) => year === first + index).length,
    coverage: undefined,
    basis: undefined,
    over: `${first + index}-12-31` <= day,
  }))
}
