import type { FastifyInstance } from 'fastify'
import {
  type Claim,
  claimNamed,
  claimsOf,
  onDayOf,
  readClaim,
  type WrittenClaim,
  weighed,
  weighedView,
  whenMade,
} from '../analysis/index.ts'
import { readWritten } from '../exchange/index.ts'
import type { Organisation } from '../record/index.ts'
import type { Registry } from '../registry/index.ts'
import { isRefusal, type PartialDate, type Refusal, refuse } from '../rules/index.ts'
import { claimPage } from '../ui/claims/claim.ts'
import { type ClaimRow, claimsPage } from '../ui/claims/claims.ts'
import { type OwnClaimView, ownClaimPage } from '../ui/claims/own.ts'
import { verdictWords } from '../ui/claims/verdicts.ts'
import { writtenOut } from '../ui/claims/written-out.ts'
import type { Choice } from '../ui/narrowing.ts'
import { capitalised } from '../ui/words.ts'
import { csv, neighbours } from './lists.ts'
import { notWeighed } from './not-weighed.ts'
import { type Ask, servePage } from './page.ts'

/** What a browser, a mail and a server in between still carry. */
const longest = 6_000

export function serveClaims(server: FastifyInstance, registry: Registry): void {
  servePage(server, registry, 'claims', ({ place, query }) => {
    const hidden = notWeighed(place)
    if (hidden) return hidden
    const all = claimsOf(place.organisation).map((claim) => rowOf(claim, place.organisation))
    const choices = choicesFor(all, query)
    const wrong = choices.find(({ chosen, options }) => chosen && !options.some(({ value }) => value === chosen))
    if (wrong)
      return refuse('unknown-choice', `No claim has "${wrong.chosen}" as ${wrong.label.toLowerCase()}.`, {
        remedy: 'Choose one from the list, or “any”.',
      })
    const rows = all.filter((row) => choices.every(({ name, chosen }) => !chosen || fieldOf[name]?.(row) === chosen))
    return {
      data: () => ({
        claims: rows.map(({ claim: { position, act }, weighed: { verdict, then, now } }) => ({
          position,
          ...act,
          verdict,
          then: { on: then.on, verdict: then.verdict },
          now: { on: now.on, verdict: now.verdict, reasons: now.reasons.map(({ text }) => text) },
        })),
      }),
      csv: () => asCsv(rows),
      page: () => claimsPage({ rows, all, choices }, place),
    }
  })
  servePage(server, registry, 'claims/own', (ask) => {
    const hidden = notWeighed(ask.place)
    if (hidden) return hidden
    const view = ownView(ask)
    if (isRefusal(view.read) && ask.place.path.endsWith('.json')) return view.read
    return { data: () => ownData(view), page: () => ownClaimPage(view, ask.place) }
  })
  servePage(server, registry, 'claims/*', ({ place, named }) => {
    const hidden = notWeighed(place)
    if (hidden) return hidden
    const { organisation } = place
    const claim = claimNamed(organisation, named)
    if (!claim)
      return refuse('unknown-claim', `The record has no claim "${named}".`, {
        remedy: `The list of claims has every one: /${organisation.id}/claims`,
      })
    const { weighed: found } = rowOf(claim, organisation)
    const beside = neighbours(organisation.listedThroughout('claim-recorded'), claim, () => true)
    return {
      data: () => ({ position: claim.position, act: claim.act, ...weighedView(found) }),
      page: () => claimPage({ claim, weighed: found, ...beside }, place),
    }
  })
}

function rowOf(claim: Claim, organisation: Organisation): ClaimRow {
  return { claim, weighed: weighed(claim.act.test, claim.act.on, onDayOf(organisation, organisation.day)) }
}

const fieldOf: Readonly<Record<string, (row: ClaimRow) => string>> = {
  topic: ({ claim }) => claim.act.topic,
  by: ({ claim }) => claim.act.by,
  verdict: ({ weighed: { verdict } }) => verdict,
}

function choicesFor(all: readonly ClaimRow[], query: Ask['query']): Choice[] {
  const choice = (name: 'topic' | 'by' | 'verdict', label: string, say: (value: string) => string = String): Choice => {
    const values = [...new Set(all.map((row) => fieldOf[name]?.(row) ?? ''))].sort()
    return { name, label, options: values.map((value) => ({ value, label: say(value) })), chosen: query[name] }
  }
  return [
    choice('topic', 'Topic', capitalised),
    choice('by', 'Said by'),
    choice('verdict', 'Verdict', (verdict) =>
      capitalised(verdictWords[verdict as keyof typeof verdictWords] ?? verdict),
    ),
  ]
}

/** A claim about another organisation is not answered as if it were about this one. */
function whenMadeHere(claim: WrittenClaim, organisation: Organisation): PartialDate | Refusal {
  const { organisation: about } = claim
  if (about === undefined || about === organisation.id) return whenMade(claim, organisation)
  return refuse(
    'other-organisation',
    `This claim is about "${about}", and would be held here against "${organisation.id}".`,
    {
      remedy: 'Leave `organisation` out, or open the page of the one that it is about.',
    },
  )
}

/** The claim in the address; without one, one on record as an example, or any at all. */
function ownView({ place, query }: Ask): OwnClaimView {
  const { organisation } = place
  const [first] = claimsOf(organisation)
  const text = query.claim ?? (first ? writtenOut(first.act) : anyClaim)
  const read = query.claim !== undefined && text.length > longest ? tooLong(text) : readText(text)
  if (isRefusal(read)) return { text, isExample: query.claim === undefined, read }
  const made = whenMadeHere(read, organisation)
  if (isRefusal(made)) return { text, isExample: query.claim === undefined, read: made }
  const found = weighed(read.test, made, onDayOf(organisation, organisation.day))
  return { text, isExample: query.claim === undefined, read: { claim: read, weighed: found } }
}

function readText(text: string): WrittenClaim | Refusal {
  const value = readWritten(text)
  return isRefusal(value) ? value : readClaim(value)
}

function tooLong(text: string): Refusal {
  return refuse(
    'address-too-long',
    `This claim has ${text.length} characters; at most ${longest} fit into an address.`,
    {
      remedy: 'Shorten it, or test it in a terminal: chancery claim FILE.',
    },
  )
}

function ownData({ read, text }: OwnClaimView): object {
  return isRefusal(read) ? { ...read, text } : { claim: read.claim, ...weighedView(read.weighed) }
}

/** Where no claim is on record, one that can be asked of any. */
const anyClaim = `says: It has adopted a hundred decisions.
test:
  checks:
    - says: At least a hundred decisions on record are adopted.
      measure: { count: decisions, where: { outcome: adopted } }
      is: { atLeast: 100 }
`

function asCsv(rows: readonly ClaimRow[]): string {
  return csv(
    ['claim', 'says', 'by', 'on', 'topic', 'testableBy', 'verdict', 'verdictThen', 'reasons', 'sources'],
    rows.map(({ claim: { act }, weighed: { verdict, then, now } }) => [
      act.claim,
      act.says,
      act.by,
      act.on,
      act.topic,
      act.testableBy,
      verdict,
      then.verdict,
      now.reasons.map(({ text }) => text).join(' '),
      act.sources.map(({ source }) => source).join(' '),
    ]),
  )
}
