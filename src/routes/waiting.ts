import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Act, changesFor, seatId, waitingFor } from '../record/index.ts'
import type { Registry } from '../registry/index.ts'
import { refuse } from '../rules/index.ts'
import { type Mailing, mailings, type WaitingView, waitingPage } from '../ui/run/waiting.ts'
import { changeInWords, openNaming, waitingAt, waitingDoes, waitingSays } from '../ui/run/waiting-words.ts'
import { fieldsOf } from './forms.ts'
import { wantsData } from './gate.ts'
import { refused, showPage } from './page.ts'
import { type RunAsk, runAsked, serveRunPage } from './run-page.ts'
import { type Sitting, seatOf } from './seat-of.ts'
import { ownOrigin } from './seating.ts'
import { serveWaitingFeeds, titlesFor } from './waiting-feeds.ts'

/** What waits for whoever sits, its private addresses and its letters. */
export function serveWaiting(server: FastifyInstance, registry: Registry): void {
  serveRunPage(server, registry, 'run/waiting', async (ask, request) => {
    const view = await viewOf(ask, await seatOf(request), request)
    return { data: () => dataOf(view, ask), page: () => waitingPage(view, ask.place) }
  })
  serveWaitingFeeds(server, registry)
  // Whoever loads the page anew after making an address is back where it was made.
  for (const path of ['feeds', 'mail'])
    server.get(`/:organisation/run/waiting/${path}`, (request, reply) =>
      reply.redirect(`/${(request.params as { organisation: string }).organisation}/run/waiting`, 303),
    )
  server.post('/:organisation/run/waiting/feeds', (request, reply) =>
    bySeat(registry, request, reply, async (ask, sitting) => {
      const { feedKeys } = request.server.seating.accounts
      const { label, end } = fieldsOf(request)
      const [organisation, account] = [ask.fold.organisation, sitting.account?.id]
      if (end) {
        await feedKeys.end(end, organisation, ask.seat, account)
        return reply.redirect(`/${organisation}/run/waiting#feeds`, 303)
      }
      if (!label) return refused(reply, labelMissing, 400, wantsData(request), ask.place)
      const key = await feedKeys.make({ organisation, seat: ask.seat, label, account })
      const at = (ending: string) => `${ownOrigin(request)}/${organisation}/run/waiting.${ending}?key=${key}`
      const view = { ...(await viewOf(ask, sitting, request)), fresh: { atom: at('atom'), ics: at('ics') } }
      if (wantsData(request)) return reply.header('cache-control', 'no-store').code(201).send(view.fresh)
      // It is not loaded anew by itself: what is shown once would be gone.
      const { live: _, ...page } = waitingPage(view, ask.place)
      return showPage(reply, { ...page, personal: true }, ask.place)
    }),
  )
  server.post('/:organisation/run/waiting/mail', (request, reply) =>
    bySeat(registry, request, reply, async (ask, { account }) => {
      const { accounts, sendsLetters } = request.server.seating
      if (!sendsLetters || !account) return refused(reply, noLetters, 409, wantsData(request), ask.place)
      const { mailing = '', email = '' } = fieldsOf(request)
      const wanted = mailings.find((one) => one === mailing)
      if (!wanted) return refused(reply, unreadableChoice, 400, wantsData(request), ask.place)
      if (!isAddress(email) && (wanted !== 'none' || email !== ''))
        return refused(reply, unreadableAddress, 400, wantsData(request), ask.place)
      const { organisation } = ask.fold
      await accounts.mailings.choose(account.id, organisation, ask.seat, wanted, email || null)
      return reply.redirect(`/${organisation}/run/waiting#mail`, 303)
    }),
  )
}

/** @refuses 'not-your-act' the public, and a program, which acts for a seat and has no calendar */
async function bySeat(
  registry: Registry,
  request: FastifyRequest,
  reply: FastifyReply,
  work: (ask: RunAsk, sitting: Sitting) => Promise<FastifyReply>,
): Promise<FastifyReply> {
  const asData = wantsData(request)
  const ask = await runAsked(registry, request, reply)
  if ('refusal' in ask) return refused(reply, ask.refusal, ask.code, asData, ask.place)
  const sitting = await seatOf(request)
  if (ask.seat.kind === 'public' || sitting.via !== 'session') return refused(reply, noSeat, 403, asData, ask.place)
  return work(ask, sitting)
}

async function viewOf(ask: RunAsk, sitting: Sitting, request: FastifyRequest): Promise<WaitingView> {
  const { fold, circle, seat, at } = ask
  const { accounts, sendsLetters } = request.server.seating
  const common = {
    seat,
    at,
    items: waitingFor(circle, seat, at),
    changes: seat.kind === 'public' ? [] : changesFor(fold, circle, seat, 0, at),
    called: circle.called,
    titleOf: titlesFor(circle, seat, at),
  }
  if (seat.kind === 'public' || sitting.via !== 'session') return { ...common, feeds: [] }
  const keys = await accounts.feedKeys.of(fold.organisation, seat, sitting.account?.id)
  const feeds = keys.map(({ id, label, createdAt }) => ({ id, label, made: createdAt }))
  const undelivered = seat.kind === 'secretariat' ? await accounts.outbox.givenUp(fold.organisation) : undefined
  if (!sendsLetters || !sitting.account) return { ...common, feeds, undelivered }
  const { id } = sitting.account
  const chosen: Mailing = await accounts.mailings.chosen(id, fold.organisation, seat)
  const address = (await accounts.people.find(id))?.email ?? null
  return { ...common, feeds, undelivered, mail: { chosen, address } }
}

function dataOf(view: WaitingView, { place }: RunAsk): object {
  const naming = openNaming(place.organisation, view.called)
  return {
    seat: seatId(view.seat),
    waiting: view.items.map((item) => ({
      ...item,
      says: waitingSays(item, naming),
      does: waitingDoes(item),
      at: `/${place.organisation.id}/${waitingAt(item)}`,
    })),
    // Without positions: from the gaps between them one would count what others did.
    changes: view.changes.map(({ act, recordedAt }) => ({
      at: act.at ?? recordedAt,
      kind: act.kind,
      ...('decision' in act && act.decision !== undefined ? { decision: act.decision } : {}),
      says: changeInWords({ act }, place.organisation, titleIn(view, act)),
    })),
    ...(view.undelivered ? { undelivered: view.undelivered } : {}),
  }
}

function titleIn({ titleOf }: WaitingView, act: Act): string | undefined {
  return 'decision' in act && typeof act.decision === 'string' ? titleOf(act.decision) : undefined
}

/** An address for mail: nothing in it that could be read as a second one, or as a line of its own. */
function isAddress(text: string): boolean {
  return text.length <= 200 && /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+$/.test(text)
}

const noSeat = refuse('not-your-act', 'Only whoever sits in a seat makes its private addresses, or is written to.', {
  remedy: 'Take a seat, or sign in to yours.',
})
const labelMissing = refuse('unreadable-form', 'For which calendar or reader the addresses are is missing.', {
  remedy: 'Write a few words by which you know them again.',
})
const noLetters = refuse('no-letters', 'This server sends no letters to whoever sits here without an account.', {
  remedy: 'Sign in to your account, or subscribe to the private addresses.',
})
const unreadableChoice = refuse('unreadable-form', 'How often you want to be written to was not said.', {
  remedy: 'Choose one of the three.',
})
const unreadableAddress = refuse('unreadable-form', 'This is no address for e-mail.', {
  remedy: 'Write one address such as name@ministry.example, or choose no letters.',
})
