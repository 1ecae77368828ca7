import type { FastifyInstance } from 'fastify'
import { type Change, type DayView, dayView, holdingView, type Organisation } from '../record/index.ts'
import type { Registry } from '../registry/index.ts'
import { dayPage } from '../ui/day.ts'
import { changeInWords, dayHeading } from '../ui/sentences.ts'
import { servePage } from './page.ts'

export function serveDay(server: FastifyInstance, registry: Registry): void {
  servePage(server, registry, 'day', ({ place, moments }) => {
    const { organisation } = place
    const view = dayView(organisation)
    const data = {
      heading: dayHeading(view, organisation),
      stage: view.stage,
      ...groupsData(organisation, view),
      previous: changeData(organisation, view.previous),
      today: changeData(organisation, view.today),
      next: changeData(organisation, view.next),
      around: view.around.map(({ position, act }) => ({ position, ...act })),
      rules: view.rules.map(({ what, rule }) => ({ what, rule: rule.act.rule, act: rule.id })),
      periods: organisation.allHoldings().map((holding) => holdingView(organisation, holding)),
    }
    return { data, page: () => dayPage(view, place, moments) }
  })
}

/** Who held which status, as data. */
export function groupsData(organisation: Organisation, view: DayView) {
  return {
    groups: view.groups.map(({ status, holdings }) => ({
      status: status.status,
      count: holdings.length,
      uncertain: holdings.filter((holding) => holding.certainty === 'uncertain').length,
      holdings: holdings.map((holding) => ({ ...holdingView(organisation, holding), certainty: holding.certainty })),
    })),
  }
}

function changeData(organisation: Organisation, change: Change | undefined) {
  if (!change) return null
  const on = organisation.onDay(change.on)
  return {
    on: change.on,
    says: changeInWords(on, change),
    granted: change.granted.map((holding) => holdingView(on, holding)),
    ended: change.ended.map((holding) => holdingView(on, holding)),
  }
}
