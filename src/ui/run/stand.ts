import {
  byName,
  type Circle,
  type Lift,
  levelOf,
  liftOf,
  type Projected,
  type ProposalView,
  proposalStanding,
  type Stand,
  stillOutside,
  type Taken,
} from '../../record/index.ts'
import { because, type Instant, type PartialDate, type Reason, type SilenceFinding } from '../../rules/index.ts'
import { decisionRuleInWords } from '../decision-rule.ts'
import { type Html, html } from '../html.ts'
import { counted, dateInWords, datesInWords, listed, listedOrCounted, numberInWords, whenInWords } from '../words.ts'
import { positionIn } from './position-words.ts'
import type { Section } from './proposal.ts'
import { instantThere, timesInWords, timeZoneOf } from './times.ts'

export type Tone = 'ready' | 'waits' | 'held' | 'announced' | 'silence' | 'decided' | 'withdrawn'

export interface StandingSentence {
  readonly text: string
  readonly reasons: readonly Reason[]
  readonly tone: Tone
}

/**
 * Where a proposal stands, in words, as far as the seat may know. What would become of it is said as that, "would be
 * adopted if it were put now"; "adopted" stands only where it was.
 */
export function standingSentence(view: ProposalView): StandingSentence {
  const standing = proposalStanding(view)
  const say = (tone: Tone, text: string, reasons: readonly Reason[] = []) => ({ text, reasons, tone })
  switch (standing.is) {
    case 'withdrawn':
      return say('withdrawn', `Withdrawn ${whenInWords(standing.on as PartialDate)} by whoever proposed it.`)
    case 'adopted': {
      const number = standing.number ? ` as ${standing.number}` : ', not numbered yet'
      const how = standing.under === 'silence' ? ' under silence' : ''
      const said = `Adopted${how} ${whenInWords(standing.on as PartialDate)}${number}.`
      return say('decided', joined(said, outsideSays(view)))
    }
    case 'not-adopted':
      return say('decided', `Not adopted ${whenInWords(standing.on as PartialDate)}.`)
    case 'silence': {
      const { outcome } = standing.finding
      const tone = outcome === 'adopted' ? 'decided' : outcome === 'announced' ? 'announced' : 'silence'
      return say(tone, underSilence(standing.finding, view), silenceReasons(view))
    }
    case 'before-a-body':
      return say('waits', joined(silenceOver(standing.over), beforeABody(view, standing.asked)), whereFrom(view))
    case 'projected': {
      const { how, reasons, over, stand } = standing
      const tone = how === 'ready' ? 'ready' : how === 'waits' || how === 'no-rule' ? 'waits' : 'held'
      return say(
        tone,
        joined(silenceOver(over), projectedText(view, standing), carriedSays(view, stand)),
        onceEach(reasons.map(outOfSession)),
      )
    }
  }
}

/** Who is outside a decision that was adopted, which everyone to whom it is open sees. */
function outsideSays({ circle, negotiation, own }: ProposalView): string | undefined {
  const outside = byName(circle, stillOutside(negotiation))
  if (outside.length === 0) return undefined
  const may = own !== undefined && outside.includes(own) ? `, and may join it` : ''
  return `${listed(outside.map(circle.called))} ${outside.length === 1 ? 'is' : 'are'} outside it${may}.`
}

function joined(...sentences: readonly (string | undefined)[]): string {
  return sentences.filter(Boolean).join(' ')
}

/** How silence stands, for everyone to whom the text is open. */
export function underSilence({ outcome, expiresAt }: SilenceFinding, view: ProposalView): string {
  const { negotiation, circle } = view
  const zone = timeZoneOf(circle.organisation)
  const until = expiresAt ? instantThere(expiresAt, zone) : ''
  const revision = `Revision ${negotiation.silence?.revision ?? negotiation.current.number}`
  switch (outcome) {
    case 'announced': {
      const opens = instantThere(negotiation.silence?.opensAt as Instant, zone)
      return `${revision} is to be under silence from ${opens} until ${until}. It is not adopted.`
    }
    case 'running':
      return `${revision} is under silence until ${until}: it is adopted at that instant unless silence is broken before.`
    case 'suspended':
      return `Silence on ${revision.toLowerCase()} is suspended. It is not adopted; what is left runs on when the chair resumes it.`
    case 'adopted':
      return `Adopted under silence at ${until}. The decision is not recorded yet, which changes nothing.`
    default: {
      const over = silenceOver({ outcome, reasons: [] }) ?? ''
      // Of the revision that is read now nothing is said by that.
      if (negotiation.silence?.revision === negotiation.current.number) return over
      return over.replace('Silence was', `Silence on ${revision.toLowerCase()} was`)
    }
  }
}

function silenceOver(finding: SilenceFinding | undefined): string | undefined {
  switch (finding?.outcome) {
    case 'broken':
      return 'Silence was broken: the text is not adopted.'
    case 'method-opposed':
      return 'The use of silence was opposed beforehand: the text is not under silence, and not adopted.'
    default:
      return undefined
  }
}

/** The article on silence, with what it says of this text. */
function silenceReasons({ silenceRule, circle, negotiation }: ProposalView): readonly Reason[] {
  if (!silenceRule) return []
  return [because(`${capital(the(circle, negotiation.level))} may put a text under silence.`, silenceRule.article)]
}

/** For whoever does not see where everyone stands: this, the own position, and nothing of anyone else's. */
function beforeABody(view: ProposalView, asked: boolean): string {
  const { circle, negotiation, mine, own, hasSay } = view
  const { level, body, current } = negotiation
  const forBody = level === body ? '' : `, which prepares it for ${the(circle, body)}`
  const where = `Revision ${current.number} is before ${the(circle, level)}${forBody}.`
  if (own === undefined || (!hasSay && !mine)) return where
  if (mine) {
    const said = positionIn(view)[mine.act.position]
    const date = mine.act.confirmBy ? `, to be confirmed by ${dateInWords(mine.act.confirmBy as PartialDate)}` : ''
    const before = levelOf(negotiation, mine)
    const below = before === level ? '' : `, said in ${the(circle, before)}; it holds here`
    return `${where} ${circle.called(own)}: ${said}${date}${below}.`
  }
  return asked ? `${where} ${circle.called(own)} is asked where it stands.` : where
}

/** How the body where it is decides, with the article. */
function whereFrom({ circle, negotiation }: ProposalView): readonly Reason[] {
  const { level, proposal } = negotiation
  const rule = circle.rules.deciding(level, proposal.act.type)
  const name = capital(the(circle, level))
  if (!rule) return [because(`How ${the(circle, level)} decides is not on record for this day.`)]
  const how = decisionRuleInWords(rule.computes.decides)
  return [because(`${name} ${level === negotiation.body ? 'decides' : 'agrees on a text'} ${how}.`, rule.article)]
}

function projectedText(view: ProposalView, standing: Projected): string {
  const { circle, negotiation } = view
  const { how, next, isPut, stand, votes, more } = standing
  const { current, level, body } = negotiation
  const put = isPut ? `The chair has put revision ${current.number} to the meeting.` : undefined
  const rest = stillToAnswer(view, standing)
  switch (how) {
    case 'ready': {
      const where = next === 'meeting' ? `put to ${the(circle, body)}` : `forwarded to ${nextIn(view)}`
      if (next === 'forward')
        return joined(put, `Ready to be ${where}: nothing is in its way in ${the(circle, level)}. It is not adopted.`)
      const why = votes ? 'the positions on file carry it' : 'nobody objecting'
      return joined(
        put,
        `Ready to be ${where}: it would be adopted if it were put now, ${why}. It is not adopted.`,
        wouldStayOutside(view, stand),
        votes ? rest : undefined,
      )
    }
    case 'waits':
      return joined(put, `Nobody objects to revision ${current.number} so far.`, rest)
    case 'held': {
      const holders = stand.heldBy.map((one) => holder(view, one))
      const held = holders.length > 0 ? `Held by ${listed(holders)}.` : undefined
      const short = votes ? shortBy(more) : undefined
      return joined(put, held, short, rest)
    }
    case 'no-quorum':
      return joined(
        put,
        `Nothing would be decided if it were put now: ${the(circle, level)} would have no quorum.`,
        rest,
      )
    case 'no-rule':
      return joined(
        put,
        `What would become of it is not computed: how ${the(circle, level)} decides is not on record for this day.`,
      )
  }
}

function wouldStayOutside({ circle }: ProposalView, { outside }: Stand): string | undefined {
  if (outside.length === 0) return undefined
  return `${listed(byName(circle, outside).map(circle.called))} would stay outside it.`
}

/** Positions that were taken where the text was before and hold where it is. */
function carriedSays({ circle, negotiation }: ProposalView, { carried, entitled }: Stand): string | undefined {
  if (carried.length === 0) return undefined
  const levels = [...new Set(carried.map((one) => the(circle, levelOf(negotiation, one))))]
  const who = byName(
    circle,
    carried.map(({ act }) => act.participant),
  ).map(circle.called)
  const whose = carried.length === entitled.length ? 'everyone' : listed(who)
  return `What ${whose} said in ${listed(levels)} holds here until it is said otherwise.`
}

/** "Erewhon (objects, paragraph 3)". */
function holder(view: ProposalView, { act }: Taken): string {
  const on = act.paragraphs ? `, ${inParagraphs(act.paragraphs)}` : ''
  return `${view.circle.called(act.participant)} (${positionIn(view)[act.position]}${on})`
}

export function inParagraphs(paragraphs: readonly string[]): string {
  return `${paragraphs.length === 1 ? 'paragraph' : 'paragraphs'} ${listed(paragraphs)}`
}

function shortBy(more: number | undefined): string {
  if (more === undefined) return 'It would not be adopted if it were put now, whoever else were in favour.'
  return `It would not be adopted if it were put now: ${numberInWords(more)} more in favour ${more === 1 ? 'is' : 'are'} needed.`
}

/** Who has not answered, and who agreed ad referendum until when. */
function stillToAnswer({ circle, negotiation }: ProposalView, { stand }: Projected): string | undefined {
  const { unanswered, adReferendum } = stand
  const silent = byName(circle, unanswered).map(circle.called)
  const has = silent.length === 1 ? 'has' : 'have'
  const missing =
    silent.length > 0
      ? `${listedOrCounted(silent)} ${has} not said where it stands on revision ${negotiation.current.number}.`
      : undefined
  const toConfirm = adReferendum.map(({ act }) => {
    const date = act.confirmBy ? `, to be confirmed by ${dateInWords(act.confirmBy as PartialDate)}` : ''
    return `${circle.called(act.participant)} agreed ad referendum${date}.`
  })
  return (
    joined(silent.length > 1 ? missing?.replace('where it stands', 'where they stand') : missing, ...toConfirm) ||
    undefined
  )
}

function nextIn({ circle, nextLevels, negotiation }: ProposalView): string {
  const names = nextLevels.length > 0 ? nextLevels : [negotiation.body]
  return names.map((id) => the(circle, id)).join(' or ')
}

/** "the Council". */
export function the({ called }: Pick<Circle, 'called'>, body: string): string {
  return `the ${called(body)}`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Presence is of a meeting: of a text that goes round on paper it would only puzzle that nobody was present. */
function outOfSession({ text, ...rest }: Reason): Reason {
  return { ...rest, text: text.replace(/ Nobody was present\.$/, '') }
}

/** Without the same sentence twice. */
function onceEach(reasons: readonly Reason[]): readonly Reason[] {
  return reasons.filter(({ text }, index) => reasons.findIndex((one) => one.text === text) === index)
}

const toneClass: { readonly [T in Tone]: string } = {
  ready: 'yes',
  waits: 'wait',
  held: 'no',
  announced: 'wait',
  silence: 'wait',
  decided: '',
  withdrawn: '',
}

const toneTag: { readonly [T in Tone]: string } = {
  ready: 'ready to be put',
  waits: 'waits',
  held: 'held',
  announced: 'silence announced',
  silence: 'under silence',
  decided: 'decided',
  withdrawn: 'withdrawn',
}

/** Where it stands: one sentence, why, and what would lift what stands in the way. */
export const standSection: Section = (view) => {
  const { text, reasons, tone } = standingSentence(view)
  const lift = view.stand && !view.negotiation.decided ? liftOf(view.circle, view.negotiation, view.stand) : undefined
  const forward = tone === 'ready' && view.negotiation.level !== view.negotiation.body
  const tag = forward ? 'ready to be forwarded' : toneTag[tone]
  return html`<section class="stack" id="stands"><h2>Where it stands</h2><p class="stands"><span class="tag ${toneClass[tone]}">${tag}</span> ${text}</p>${reasonList(reasons, timeZoneOf(view.circle.organisation))}${nextWay(view)}${lift ? liftSays(view, lift) : undefined}</section>`
}

/** To where on the page the seat does next what is asked of it: on a narrow screen that is far below. */
function nextWay({ negotiation, hasSay, mine, own, silence }: ProposalView): Html | undefined {
  const way = (to: string, says: string) => html`<p class="ways only-here"><a href="#${to}">${says}</a></p>`
  if (negotiation.withdrawn) return undefined
  if (negotiation.decided) {
    const mayJoin = own !== undefined && stillOutside(negotiation).includes(own)
    return way('after', mayJoin ? 'What follows, and the way to join' : 'What follows from it')
  }
  if (silence && ['announced', 'running', 'adopted'].includes(silence.outcome))
    return way('silence', 'Silence, and what can be done')
  return hasSay && !mine ? way('positions', 'Say where you stand') : undefined
}

/** Reasons with their articles; what was at an instant is said by the clock of a zone. */
export function reasonList(reasons: readonly Reason[], timeZone: string): Html | undefined {
  if (reasons.length === 0) return undefined
  return html`<ul class="refs">${reasons.map(({ text, article }) => html`<li>${datesInWords(timesInWords(text, timeZone))}${article ? html` <span>(${article})</span>` : undefined}</li>`)}</ul>`
}

function liftSays(view: ProposalView, { paragraphs, holders, unsaid }: Lift): Html {
  const { circle } = view
  const who = listed(holders.map(({ act }) => circle.called(act.participant)))
  const on = paragraphs.length > 0 ? ` It turns on ${inParagraphs(paragraphs)}.` : ''
  const lines = holders.map(({ act }) => {
    const said = act.wouldLift ? html`<q>${act.wouldLift}</q>` : 'has not said what would lift it'
    return html`<li><b>${circle.called(act.participant)}</b>${act.paragraphs ? html` <small>${inParagraphs(act.paragraphs)}</small>` : undefined} ${said}</li>`
  })
  const missing =
    unsaid.length > 0
      ? html`<p class="note">Ask ${listed(unsaid.map(circle.called))}: neither paragraph nor condition was named.</p>`
      : undefined
  const what =
    holders.length === 1
      ? `what ${who} holds`
      : `what ${counted(holders.length, { one: 'delegation holds', many: 'delegations hold' })}`
  return html`<div class="tight"><h3>What would lift it</h3><p>The smallest change is one that settles ${what}.${on}</p><ul class="plain">${lines}</ul>${missing}</div>`
}
