import { levelsInOrder, type ProposalView, standsOn } from '../../record/index.ts'
import { standingSentence } from './stand.ts'

/** Where proposals are, as the table groups them. */
export interface TableGroup {
  readonly at: { readonly level: string } | 'silence' | 'decided' | 'withdrawn'
  readonly views: readonly ProposalView[]
}

/** How many of those that are over are shown. */
const mostOver = 10

/** By the levels of the ladder, lowest first; then under silence; then what was decided lately, and withdrawn, latest first. */
export function tableGroups(views: readonly ProposalView[]): readonly TableGroup[] {
  const circle = views[0]?.circle
  if (!circle) return []
  const by = Map.groupBy(views, whereIs)
  const levels = new Set([...levelsInOrder(circle), ...views.map(({ negotiation }) => negotiation.level)])
  const over = (at: 'decided' | 'withdrawn') => ({ at, views: (by.get(at) ?? []).toReversed().slice(0, mostOver) })
  const groups: readonly TableGroup[] = [
    ...[...levels].map((level) => ({ at: { level }, views: by.get(`at ${level}`) ?? [] })),
    { at: 'silence', views: by.get('silence') ?? [] },
    over('decided'),
    over('withdrawn'),
  ]
  return groups.filter((group) => group.views.length > 0)
}

function whereIs({ negotiation, silence }: ProposalView): string {
  if (negotiation.withdrawn) return 'withdrawn'
  if (negotiation.decided || silence?.outcome === 'adopted') return 'decided'
  const isUnder = silence && ['announced', 'running', 'suspended'].includes(silence.outcome)
  return isUnder ? 'silence' : `at ${negotiation.level}`
}

/** One row of the table as data: what the seat may see of it, and nothing else. */
export function rowData(view: ProposalView) {
  const { negotiation, mine, own, silence, seesAll, entitled } = view
  const { decision, current, level, body, proposal, number } = negotiation
  return {
    decision,
    title: current.title,
    revision: current.number,
    type: proposal.act.type,
    body,
    level,
    proposedBy: proposal.act.proposedBy,
    number,
    stands: standingSentence(view).text,
    ...(own === undefined ? {} : { own: mine?.act.position ?? null }),
    ...(silence ? { silence: { outcome: silence.outcome, expiresAt: silence.expiresAt } } : {}),
    ...(seesAll
      ? {
          positions: entitled.map((id) => ({
            participant: id,
            position: standsOn(negotiation, id)?.act.position ?? null,
          })),
        }
      : {}),
  }
}
