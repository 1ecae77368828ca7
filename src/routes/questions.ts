import type { FastifyInstance } from 'fastify'
import { questionsView } from '../record/index.ts'
import type { Registry } from '../registry/index.ts'
import { questionsPage } from '../ui/questions.ts'
import { servePage } from './page.ts'

export function serveQuestions(server: FastifyInstance, registry: Registry): void {
  servePage(server, registry, 'questions', ({ place }) => {
    const view = questionsView(place.organisation)
    return { data: view, page: () => questionsPage(view, place) }
  })
}
