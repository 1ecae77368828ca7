import type { FastifyInstance } from 'fastify'
import { encodeEntry, judgedKinds, review } from '../record/index.ts'
import type { Registry } from '../registry/index.ts'
import { hashOf } from '../registry/register.ts'
import { refuse } from '../rules/index.ts'
import { entryPage, registerPage } from '../ui/register.ts'
import { sendLines } from './lines.ts'
import { servePage } from './page.ts'

const perPage = 100

export function serveRegister(server: FastifyInstance, registry: Registry): void {
  servePage(server, registry, 'register', ({ fold, place, query }) => {
    // That something is under seal is shown here and nowhere else.
    const position = query.known ? place.organisation.position : fold.position
    const of = Math.max(1, Math.ceil(position / perPage))
    const number = Number(query.page ?? 1)
    if (!Number.isInteger(number) || number < 1 || number > of) {
      return refuse('no-such-page', `The register has no page "${query.page}".`, {
        remedy: `It has pages 1 to ${of}.`,
      })
    }
    const entries = fold.entries(Math.min(position, number * perPage), (number - 1) * perPage)
    const root = registry.rootHash(fold.organisation)
    return {
      data: { hash: root, page: number, pages: of, entries },
      page: () => registerPage(entries, { number, of, root }, place),
    }
  })
  // Before the pages of single entries, whose ids may hold a dot.
  server.get('/:organisation/register.jsonl', (request, reply) => {
    const { organisation } = request.params as { organisation: string }
    const record = registry.record(organisation)
    const entries = record.entries()
    if (entries.length === 0) return reply.callNotFound()
    return sendLines(reply, record, 'register', entries.map(encodeEntry))
  })
  servePage(server, registry, 'register/*', ({ fold, place, named, query }) => {
    const { organisation } = place
    const entry = organisation.entry(named) ?? (query.known ? undefined : fold.openEntry(named))
    if (!entry) {
      return refuse('unknown-act', `The register has no act "${named}" up to position ${organisation.position}.`, {
        remedy: 'Ids are written as in the register; capitals and small letters differ.',
      })
    }
    const bytes = encodeEntry(entry)
    const reviewed = judgedKinds.has(entry.act.kind) && place.description?.edition !== 'working'
    const against = fold.against(entry.id, organisation.position)
    const view = {
      entry,
      counts: fold.counts(entry.id) || against.length === 0,
      review: reviewed ? review(fold, entry, organisation.position) : undefined,
      against,
      bytes,
      hash: hashOf(bytes),
    }
    return {
      data: {
        entry,
        counts: view.counts,
        hash: view.hash,
        against: against.map((e) => e.id),
        review: view.review && { finding: view.review.finding, checks: view.review.checks },
      },
      page: () => entryPage(view, place),
    }
  })
}
