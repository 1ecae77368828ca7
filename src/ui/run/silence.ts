import { type ProposalView, silenceRisk } from '../../record/index.ts'
import type { Instant, SilenceFinding } from '../../rules/index.ts'
import { type Content, type Html, html } from '../html.ts'
import { type Place, to } from '../layout.ts'
import { listed, listedOrCounted } from '../words.ts'
import { isOpenStill } from './act-form.ts'
import type { Section } from './proposal.ts'
import { announceForm, breakForms, chairForms, opposeForm, recordForm } from './silence-forms.ts'
import { notice } from './silence-notice.ts'
import { settings } from './silence-settings.ts'
import { the, underSilence } from './stand.ts'
import { instantThere, timeLeft, timeZoneOf } from './times.ts'

/** Silence: adopted at a stated instant unless it is broken before. Offered only where the constitution has it. */
export const silenceSection: Section = (view, place) => {
  const { negotiation, silence, silenceRule } = view
  const { decided, withdrawn } = negotiation
  if (withdrawn || (decided && decided.act.adoption?.under !== 'silence')) return undefined
  if (!silenceRule) return shell(html`<p class="note">${none(view)}</p>`)
  const body = silence ? html`${stands(view, silence, place)}${forms(view, place, silence)}${notice(view)}` : undefined
  return shell(html`${body}${announcing(view, place)}${settings(view, silenceRule)}`)
}

function shell(body: Content): Html {
  return html`<section class="stack" id="silence"><h2>Silence</h2>${body}</section>`
}

function none({ circle, negotiation }: ProposalView): string {
  const { level, body } = negotiation
  const elsewhere =
    level === body ? '' : ' A text is put under silence, where the rules have it, by the body that decides.'
  return `No silence procedure is known for ${the(circle, level)}.${elsewhere}`
}

/** How it stands, with the exact instants; the server says what is, the counting in the page only shows it. */
function stands(view: ProposalView, finding: SilenceFinding, place: Place): Html {
  const { negotiation, at, circle } = view
  const { outcome, expiresAt, by } = finding
  const isRunning = outcome === 'running' && expiresAt !== undefined
  const left = isRunning
    ? html`<p><b data-expires="${expiresAt}" data-now="${at}">${timeLeft(at, expiresAt)}</b> left. An objection received at the instant of expiry is too late.</p><script type="module" src="/assets/silence-clock.js"></script>`
    : undefined
  const who = by && by.length > 0 ? ` By ${listed(by.map(circle.called))}.` : madeKnownAt(view, finding)
  return html`<p class="stands">${says(view, finding)}${who}</p>${left}${clockWay(view, finding, place)}${risk(view)}${decidedSays(view)}${negotiation.decided ? undefined : history(view)}`
}

/** Where an organisation has a clock of its own, nobody waits for days. */
function clockWay({ circle }: ProposalView, { outcome }: SilenceFinding, place: Place): Html | undefined {
  const { edition } = circle.organisation.description ?? {}
  if ((edition !== 'made-up' && edition !== 'exercise') || !['announced', 'running'].includes(outcome)) return undefined
  return html`<p class="note">The Secretariat may set <a href="${to(place, 'run/clock')}">the clock</a> forward.</p>`
}

/** Whoever may not know yet who broke it is told from when on. */
function madeKnownAt(
  { silenceRule, negotiation, circle, at }: ProposalView,
  { outcome, expiresAt }: SilenceFinding,
): string {
  const over = expiresAt ?? negotiation.silence?.expiresAt
  if (outcome !== 'broken' && outcome !== 'method-opposed') return ''
  if (silenceRule?.release !== 'when-over' || over === undefined || over <= at) return ''
  return ` By whom is made known at ${instantThere(over, timeZoneOf(circle.organisation))}.`
}

function says(view: ProposalView, finding: SilenceFinding): string {
  const { negotiation } = view
  const revision = negotiation.silence?.revision ?? negotiation.current.number
  if (finding.outcome === 'ended-by-change')
    return `Silence on revision ${revision} ended when the text was changed: nobody was silent on what it has become. Revision ${negotiation.current.number} is not under silence.`
  if (negotiation.decided) return `Revision ${revision} was adopted under silence.`
  return underSilence(finding, view)
}

function decidedSays({ negotiation, silence, circle }: ProposalView): Html | undefined {
  if (!negotiation.decided || silence?.expiresAt === undefined) return undefined
  return html`<p>Nobody who may break it had broken it when it expired, at ${instantThere(silence.expiresAt, timeZoneOf(circle.organisation))}.</p>`
}

/** Announced, extended, suspended, resumed: seen by everyone to whom the text is open. */
function history({ negotiation, circle }: ProposalView): Html | undefined {
  const { silence } = negotiation
  if (!silence) return undefined
  const zone = timeZoneOf(circle.organisation)
  const changes = silence.events.flatMap((event) => {
    const at = instantThere(event.at, zone)
    if (event.kind === 'extended') return [`extended at ${at}, until ${instantThere(event.until, zone)}`]
    return event.kind === 'suspended' || event.kind === 'resumed' ? [`${event.kind} at ${at}`] : []
  })
  const announced = `Announced at ${instantThere((silence.entry.act.at ?? silence.entry.recordedAt) as Instant, zone)}`
  return html`<p class="note">${[announced, ...changes].join('; ')}.</p>`
}

/** For the chair: who has said nothing while little time is left. */
function risk(view: ProposalView): Html | undefined {
  const silent = silenceRisk(view).map(view.circle.called)
  if (silent.length === 0) return undefined
  return html`<p class="aside">Less than a day is left, and nothing is on file from ${listedOrCounted(silent)}. Ask whether the text has reached ${silent.length === 1 ? 'it' : 'them'}.</p>`
}

function forms(view: ProposalView, place: Place, { outcome }: SilenceFinding): Content {
  if (view.negotiation.decided) return undefined
  switch (outcome) {
    case 'announced':
      return [opposeForm(view, place), chairForms(view, place, outcome)]
    case 'running':
      return [breakForms(view, place), chairForms(view, place, outcome)]
    case 'suspended':
      return chairForms(view, place, outcome)
    case 'adopted':
      return recordForm(view, place)
    default:
      return undefined
  }
}

/** Offered to the chair of the body that decides, where no silence stands. */
function announcing(view: ProposalView, place: Place): Html | undefined {
  const { chairs, negotiation, silence, circle } = view
  const standing = silence && ['announced', 'running', 'suspended', 'adopted'].includes(silence.outcome)
  if (!isOpenStill(view) || standing || !chairs) return undefined
  if (negotiation.level === negotiation.body) return announceForm(view, place)
  return html`<p class="note">${circle.called(negotiation.level)} prepares this text; it is forwarded before it is put under silence.</p>`
}
