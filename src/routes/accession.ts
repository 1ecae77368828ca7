import type { FastifyInstance } from 'fastify'
import { type Accession, type AccessionStep, accessions, lengthBetween, nameOf } from '../record/index.ts'
import type { Registry } from '../registry/index.ts'
import { accessionPage } from '../ui/accession.ts'
import { csv } from './lists.ts'
import { servePage } from './page.ts'

export function serveAccession(server: FastifyInstance, registry: Registry): void {
  servePage(server, registry, 'accession', ({ place, moments }) => {
    const { organisation } = place
    const all = accessions(organisation)
    const rows = all.map((one) => ({ ...asData(one), name: nameOf(organisation, one.participant) }))
    return {
      data: { accessions: rows },
      csv: () =>
        csv(
          [
            'participant',
            'name',
            'firstApplication',
            'procedureOpened',
            'memorandum',
            'membership',
            'atLeastDays',
            'atMostDays',
          ],
          rows.map((row) => [
            row.participant,
            row.name,
            row.applications[0]?.on,
            row.opened?.on,
            row.memorandum?.on,
            row.membership?.on,
            row.applicationToMembership?.atLeastDays,
            row.applicationToMembership?.atMostDays,
          ]),
        ),
      page: () => accessionPage(all, place, moments),
    }
  })
}

/** Each milestone with the act that says it; times in days, least and most. */
function asData({ participant, steps, applications, opened, memorandum, membership, notAgreed }: Accession) {
  const brief = ({ on, entry }: AccessionStep) => ({ on, act: entry.id })
  const some = (step: AccessionStep | undefined) => (step ? brief(step) : undefined)
  const [first] = applications
  return {
    participant,
    applications: applications.map(brief),
    opened: some(opened),
    memorandum: some(memorandum),
    membership: some(membership),
    notAgreed: notAgreed.map(brief),
    applicationToMembership: first && membership ? lengthBetween(first.on, membership.on) : undefined,
    steps: steps.map(({ entry, milestone }) => ({ ...entry.act, countedAs: milestone })),
  }
}
