import type { FastifyInstance } from 'fastify'
import { type Answering, type QuestionId, questionIds, questions, type ViewOf } from '../analysis/index.ts'
import type { Registry } from '../registry/index.ts'
import { isRefusal } from '../rules/index.ts'
import { essays } from '../ui/essays/index.ts'
import type { Page, Place } from '../ui/layout.ts'
import { notWeighed } from './not-weighed.ts'
import { servePage } from './page.ts'

/** The questions that are answered at length, each at `/ORG/questions/ID`; `?about=` narrows those asked of one thing. */
export function serveEssays(server: FastifyInstance, registry: Registry): void {
  for (const id of questionIds) serveEssay(server, registry, id)
}

function serveEssay<Id extends QuestionId>(server: FastifyInstance, registry: Registry, id: Id): void {
  servePage(server, registry, `questions/${id}`, ({ place, query }) => {
    const hidden = notWeighed(place)
    if (hidden) return hidden
    const answering: Answering = questions[id]
    const view = answering(place.organisation, { about: query.about })
    if (isRefusal(view)) return view
    const show: (view: ViewOf<Id>, place: Place) => Page = essays[id]
    return { data: view, page: () => show(view as ViewOf<Id>, place) }
  })
}
