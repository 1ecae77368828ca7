import type { FastifyInstance } from 'fastify'
import { type Replay, replay } from '../record/index.ts'
import type { Registry } from '../registry/index.ts'
import { refuse } from '../rules/index.ts'
import { practicePage } from '../ui/practice.ts'
import { csv } from './lists.ts'
import { servePage } from './page.ts'

export function servePractice(server: FastifyInstance, registry: Registry): void {
  servePage(server, registry, 'practice', ({ fold, place, moments }) => {
    // An organisation that runs itself keeps this off its public pages.
    if (place.description?.edition === 'working') {
      return refuse('unknown-page', 'This organisation does not show practice and rule on its public pages.')
    }
    const found = replay(fold, place.organisation.position, place.organisation.day)
    return {
      data: found,
      csv: () => csv(['finding', 'act', 'day', 'rule', 'article', 'reason'], rowsOf(found)),
      page: () => practicePage({ replay: found, moments }, place),
    }
  })
}

/** One row for each reason of each act; of a gap, one for each act that it concerns. */
function rowsOf({ departures, unusual, gaps }: Replay) {
  const remarks = (finding: string, list: Replay['departures']) =>
    list.flatMap(({ act, on, rule, reasons }) =>
      reasons.map(({ article, text }) => [finding, act, on ?? '', rule ?? '', article ?? '', text]),
    )
  return [
    ...remarks('departure', departures),
    ...remarks('unusual', unusual),
    ...gaps.flatMap(({ acts, rule, article, text }) =>
      acts.map((act) => ['cannot-be-judged', act, '', rule ?? '', article ?? '', text]),
    ),
  ]
}
