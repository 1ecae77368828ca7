import type { FastifyInstance } from 'fastify'
import { claimsOf, weighed } from '../analysis/index.ts'
import { corrections, dayView, endOfTime, exerciseMark, type Fold, type Organisation } from '../record/index.ts'
import type { Registry } from '../registry/index.ts'
import type { Instant } from '../rules/index.ts'
import type { ClaimOfTheDay } from '../ui/claims/door.ts'
import { type FirstView, firstPage } from '../ui/first.ts'
import { bare } from '../ui/layout.ts'
import { organisationsPage } from '../ui/organisations.ts'
import type { Doors } from '../ui/run-it.ts'
import { withChinese } from './chinese.ts'
import { groupsData } from './day.ts'
import { servePage } from './page.ts'

export function serveFirst(server: FastifyInstance, registry: Registry, { openSeats = false } = {}): void {
  const doors = (): Doors => ({
    openSeats,
    // Where there are no seats yet, nothing leads to one.
    hasSeats: server.hasRoute({ method: 'GET', url: '/:organisation/seat' }),
    toTry: described(registry).find(({ description }) => description?.edition === 'made-up')?.fold.organisation,
  })
  // The front of the house: what is not made up before what is, and of these the fullest record. An exercise comes last.
  server.get('/', (_request, reply) => {
    const [first] = described(registry)
    return first ? reply.redirect(`/${first.fold.organisation}/`) : reply.redirect('/organisations')
  })
  server.get('/organisations', (_request, reply) => {
    const page = organisationsPage(
      described(registry).map(({ fold, description }) => ({
        id: fold.organisation,
        description,
        acts: fold.openPosition,
      })),
      doors(),
    )
    return reply.type('text/html; charset=utf-8').send(withChinese(bare(page.title, page.body).text))
  })
  server.get('/organisations.json', () =>
    described(registry).map(({ fold, description }) => ({
      id: fold.organisation,
      names: description?.names,
      ...exerciseMark(description),
      edition: description?.edition,
      position: fold.openPosition,
    })),
  )
  servePage(server, registry, '', ({ fold, place, moments }) => {
    const { organisation } = place
    const view: FirstView = {
      day: dayView(organisation),
      participants: organisation.participants().length,
      sources: organisation.sources().length,
      rules: organisation.rulesInForce().length,
      meetings: organisation.meetings().length,
      decisions: organisation.decisions().length,
      instruments: organisation.instruments().length,
      exercises: organisation.exercises().length,
      programmes: organisation.listed('programme-recorded').length,
      texts: organisation.listed('text-described').length,
      paragraphs: organisation.listed('paragraph-abstracted').length,
      stances: organisation.listed('stance-reported').length,
      disputes: organisation.listed('dispute-recorded').length,
      statements: organisation.listed('statement-reported').length,
      neighbours: organisation.listed('neighbour-described').filter(({ act }) => !act.itself).length,
      figures: organisation.listed('figure-stated').length,
      corrections: corrections(organisation, fold.corrections()).filter((one) => !one.ofRemarks).length,
      claim: claimOfTheDay(organisation, registry.now()),
    }
    const { description } = organisation
    const { day, claim, ...counts } = view
    const data = {
      description,
      ...counts,
      claim: claim && { claim: claim.claim.act.claim, says: claim.claim.act.says, verdict: claim.verdict },
      ...groupsData(organisation, day),
    }
    return { data, page: () => firstPage(view, place, moments, doors()) }
  })
}

/** Another one each day of the world, whichever day the page shows. */
function claimOfTheDay(organisation: Organisation, now: Instant): ClaimOfTheDay | undefined {
  const claims = claimsOf(organisation)
  const days = Math.floor(Date.parse(now) / 86_400_000)
  const claim = claims[days % Math.max(1, claims.length)]
  if (!claim) return undefined
  return { claim, verdict: weighed(claim.act.test, claim.act.on, organisation).verdict, of: claims.length }
}

function described(registry: Registry) {
  const all = registry.organisations().map((id) => registry.record(id))
  const withDescription = all.map((fold: Fold) => ({ fold, description: fold.at(endOfTime).description }))
  const ranks = { independent: 0, working: 0, 'made-up': 1, exercise: 2 }
  const rank = ({ description }: (typeof withDescription)[number]) => ranks[description?.edition ?? 'working']
  return withDescription.sort((a, b) => rank(a) - rank(b) || b.fold.openPosition - a.fold.openPosition)
}
