import type { Matter, Pause, Step } from '../../analysis/index.ts'
import { nameOf } from '../../record/index.ts'
import { lengthInWords } from '../accession.ts'
import { actAddress, references, wayTo } from '../acts.ts'
import { commitmentTable, undatedNote } from '../commitments.ts'
import { outcomeTag } from '../decisions.ts'
import { dotLanes, dotSwatch, stripLegend } from '../dot-lanes.ts'
import { essay } from '../essay.ts'
import { type Content, type Html, html } from '../html.ts'
import { type Page, type Place, to } from '../layout.ts'
import { topicAddress } from '../paragraphs.ts'
import { coverageWord, onItsDay, outcomes, stageWords, stanceWords } from '../sentences.ts'
import { capitalised, counted, dateInWords, listed, numberInWords, whenInWords } from '../words.ts'
import { aboutAddress } from './about.ts'
import { decisiveLegend, dotOf, yearsOf } from './became.ts'

/** The rows of the picture, as they are called. */
const rowWords: Readonly<Record<Step['row'], string>> = {
  adopted: 'Adopted or signed',
  proposed: 'Proposed',
  'not-adopted': 'Not adopted',
  held: 'Positions',
  text: 'In key texts',
  around: 'Around it',
}
const rowOrder = ['proposed', 'adopted', 'not-adopted', 'held', 'text', 'around'] as const satisfies Step['row'][]

const heldWords = { ...stanceWords, outside: 'stayed outside' } as const

/** One matter from its first step to the last. */
export function matterPage(view: Matter, place: Place): Page {
  const { counts, first, last } = view
  return essay(
    {
      id: 'became',
      about: view.about,
      title: headline(view, place),
      lede: first
        ? html`${view.asks} ${capitalised(counted(counts.all, { one: 'step', many: 'steps' }))} on record${first === last ? undefined : html`, from ${dateInWords(first)} to ${dateInWords(last ?? first)}`}: ${tally(view)}. <a href="${all(place)}">All that is followed</a>`
        : html`${view.asks} Nothing of it is on record by ${dateInWords(place.organisation.day)}. <a href="${all(place)}">All that is followed</a>`,
      complete: completeness(view),
      sections:
        counts.all === 0
          ? []
          : [
              picture(view, place),
              stands(view, place),
              pace(view, place),
              proposed(view, place),
              resisted(view, place),
              reported(view, place),
              view.commitments.length > 0 &&
                html`<section class="tight"><h2>What was promised in its programmes</h2>${commitmentTable(place, view.commitments)}</section>`,
              steps(view, place),
            ].map((one) => one || undefined),
      method: view.described
        ? 'What belongs to the matter is listed in the record: programmes with their decisions and stances, decisions and what superseded them, meetings with all that was decided there, instruments, and paragraphs of key texts on its topics.'
        : 'The programme is followed by itself: its decisions and what superseded them, the meetings that it names, and the stances reported on it.',
      limits: [
        'What belongs to a matter is a selection; another may be made.',
        'A proposal and its adoption may be told by several sources as several steps; steps are not summed across matters.',
        'That a stance stands before an outcome does not say that it was the reason.',
      ],
    },
    place,
  )
}

function all(place: Place): string {
  return to(place, 'questions/became')
}

/** Of one programme its stage, where the day is the last of the record; otherwise what was adopted. */
function headline({ title, counts, standings, forward, first, decisive }: Matter, place: Place): string {
  if (counts.all === 0) return `${title}: nothing on record by ${dateInWords(place.organisation.day)}`
  const [only] = standings
  if (only && standings.length === 1 && !undatedNote(place))
    return `${title}: ${forward ? `put forward ${whenInWords(forward.on)}` : `on record from ${dateInWords(first ?? place.organisation.day)}`}, ${stageWords[only.stage]} as the record ends`
  const before = decisive.length
  return before === 0
    ? `${title}: nothing put before a body is on record`
    : `${title}: ${counted(before, { one: 'text or proposal', many: 'texts and proposals' })} on record, ${counts.adopted === 0 ? 'none' : numberInWords(counts.adopted)} adopted`
}

function tally({ counts }: Matter): string {
  return listed(rowOrder.filter((row) => counts[row] > 0).map((row) => `${counts[row]} ${tallyWords[row]}`))
}
const tallyWords: Readonly<Record<Step['row'], string>> = {
  adopted: 'adopted or signed',
  proposed: 'proposed without an adoption on record',
  'not-adopted': 'not adopted',
  held: 'positions, as attributed',
  text: 'paragraphs of key texts',
  around: 'around it',
}

/** How complete the record of decisions is over the years of the matter. */
function completeness({ coverage }: Matter): string {
  if (coverage.length === 0) return 'How complete the record of its years is, is not stated.'
  const groups = Map.groupBy(coverage, (year) => year.coverage ?? 'not-stated')
  const said = [...groups].map(
    ([how, years]) =>
      `${how === 'not-stated' ? 'not stated' : coverageWord(how)} for ${counted(years.length, { one: 'year', many: 'years' })}`,
  )
  const over = `The record of decisions over these ${coverage.length === 1 ? 'months' : `${coverage.length} years`}: ${listed(said)}.`
  const thin = coverage.some(({ coverage: how }) => how !== 'complete' && how !== 'nearly-complete')
  const gaps = thin
    ? 'So a time without a step is one in which none was found, and no rhythm can be read from it.'
    : 'So a time without a decision is one in which none was taken, as far as that goes.'
  return `${over} ${gaps} Positions are known where a source reports them; whoever is not named may have held something all the same.`
}

function picture(view: Matter, place: Place): Html {
  const rows = rowOrder
    .filter((row) => view.counts[row] > 0)
    .map((row) => ({
      label: rowWords[row],
      dots: view.steps.flatMap((step, index) =>
        step.row === row ? [{ ...dotOf(step), href: `#step-${index + 1}` }] : [],
      ),
    }))
  return html`<section class="tight"><h2>Through the years</h2><figure class="tight years">${dotLanes(rows, {
    caption: `${view.title}: steps by kind and year; the list below says what each is`,
    years: yearsOf(
      view.steps.map(({ on }) => on),
      place,
    ),
    on: place.organisation.day,
    coverage: view.coverage,
    id: 'matter',
  })}<figcaption><ul class="legend">${decisiveLegend()}<li>${dotSwatch('small')} anything else: a position, a paragraph, a meeting</li>${stripLegend()}</ul></figcaption></figure></section>`
}

function stands(view: Matter, place: Place): Html {
  const last = view.steps.at(-1)
  const decided = view.decisive.at(-1)
  return html`<section class="tight"><h2>Where it stands on ${dateInWords(place.organisation.day)}</h2>${undatedNote(place)}<dl class="facts">${
    undatedNote(place)
      ? undefined
      : view.standings.map(
          ({ programme, title, stage, stands: said }) =>
            html`<dt>${stageWords[stage]}</dt><dd><a href="${to(place, `programmes/${programme}`)}">${title}</a>${said ? html`: ${said}` : undefined}</dd>`,
        )
  }<dt>Last before a body</dt><dd>${decided ? line(decided, place) : 'nothing on record'}</dd>${last && last !== decided ? html`<dt>Last step</dt><dd>${line(last, place)}</dd>` : undefined}${view.topics.length > 0 ? html`<dt>In the texts</dt><dd>${view.topics.map((topic) => html`<p>${capitalised(topic)}: <a href="${aboutAddress(place, 'would-pass', topic)}">what would pass</a>, <a href="${aboutAddress(place, 'language', topic)}">stronger or weaker</a></p>`)}</dd>` : undefined}</dl></section>`
}

function line(step: Step, place: Place): Html {
  return html`${dateInWords(step.on)}: ${link(step, place)}${step.row === 'adopted' || step.row === 'proposed' || step.row === 'not-adopted' ? html` ${outcomeTag(step.row)}` : undefined}`
}

function pace({ forward, adopted, pauses, decisive }: Matter, place: Place): Html | undefined {
  if (decisive.length < 2 && !forward) return undefined
  const [longest, ...others] = pauses
  const lines: Content[] = [
    forward &&
      html`<dt>First put forward</dt><dd>${line(forward, place)}${forward.who.length > 0 ? html`, by ${people(forward, place)}` : undefined}</dd>`,
    forward &&
      html`<dt>First adopted from then on</dt><dd>${adopted ? html`${line(adopted, place)}${adopted === forward ? ', with that very step' : `, ${after(forward, adopted)}`}` : 'nothing on record'}</dd>`,
    longest && html`<dt>Longest without one</dt><dd>${pauseInWords(longest)}</dd>`,
    others.length > 0 &&
      html`<dt>Then</dt><dd>${others.slice(0, 2).map((one) => html`<p>${pauseInWords(one)}</p>`)}</dd>`,
  ]
  return html`<section class="tight"><h2>How long between</h2><dl class="facts">${lines}</dl><p class="note">Counted between texts and proposals before a body, as dated on record; where only a month or a year is known, as a range.</p></section>`
}

function after(from: Step, to_: Step): string {
  return from.on === to_.on ? 'on the same day' : `${lengthInWords(from.on, to_.on)} later`
}

function pauseInWords({ from, to: until }: Pause): string {
  return `${lengthInWords(from, until)}, from ${dateInWords(from)} to ${dateInWords(until)}`
}

function proposed(view: Matter, place: Place): Html {
  const { proposers } = view
  return html`<section class="tight"><h2>Who put it forward</h2>${
    proposers.length === 0
      ? html`<p class="note">No participant is on record as having put any of it forward.</p>`
      : html`<ul class="list">${proposers.map(({ participant, acts }) => html`<li><span>${person(participant, place)}</span><span>${acts.map((act, index) => html`${index > 0 && '; '}${stepLink(view, act, place)}`)}</span></li>`)}</ul>`
  }</section>`
}

function stepLink({ steps: list }: Matter, act: string, place: Place): Content {
  const index = list.findIndex((step) => step.act === act && step.putsForward)
  const step = list[index]
  return step && html`<a href="#step-${index + 1}">${says(step, place)}</a> <small>${dateInWords(step.on)}</small>`
}

function resisted({ resisted: list, steps: every }: Matter, place: Place): Html {
  return html`<section class="tight"><h2>Who held back, as attributed</h2>${
    list.length === 0
      ? html`<p class="note">Of no text in this matter does a source on record say that a participant objected, reserved its position or stayed outside.</p>`
      : html`<table class="cards"><thead><tr><th scope="col">Who</th><th scope="col">How</th><th scope="col">Of what</th><th scope="col">What came of that text</th><th scope="col">Who says so</th></tr></thead><tbody>${list.map(
          (step) =>
            html`<tr><th scope="row">${people(step, place)}</th><td>${step.heldAs && heldWords[step.heldAs]}${step.disputed && html` <span class="tag wait">disputed</span>`}</td><td class="line"><a href="#step-${every.indexOf(step) + 1}">${step.of?.title}</a> <small>${dateInWords(step.on)}</small></td><td>${step.of && outcomes[step.of.outcome]}</td><td class="line"><small>${step.attribution ? capitalised(step.attribution) : html`<a href="${to(place, `register/${step.act}`)}">the act</a>`}</small></td></tr>`,
        )}</tbody></table>`
  }</section>`
}

function reported({ reported: list }: Matter, place: Place): Html | undefined {
  if (list.length === 0) return undefined
  return html`<section class="tight"><h2>What each was last reported to hold of its programmes</h2><ul class="list">${list.map(
    ({ participant, last, earlier }) =>
      html`<li><span>${person(participant, place)} <small>${dateInWords(last.on)}</small></span><span>${capitalised(last.says)}</span><small>${last.attribution && capitalised(last.attribution)}${earlier > 0 ? `; ${counted(earlier, { one: 'earlier one', many: 'earlier ones' })} below` : undefined}</small></li>`,
  )}</ul><p class="note">In the words of the record, which does not sort them into for and against.</p></section>`
}

function steps({ steps: list }: Matter, place: Place): Html {
  return html`<section class="tight"><h2>${capitalised(counted(list.length, { one: 'step', many: 'steps' }))}, the earliest first</h2><ol class="numbered">${list.map((step, index) => item(step, index + 1, list, place))}</ol></section>`
}

function item(step: Step, number: number, list: readonly Step[], place: Place): Html {
  const entry = place.organisation.entry(step.act)
  // The first step of an act carries the anchor by which the list of all matters leads here.
  const isFirst = list.findIndex(({ act }) => act === step.act) === number - 1
  return html`<li id="step-${number}"><span class="no">${number}</span><span${isFirst && html` id="act-${step.act}"`}><span class="when">${dateInWords(step.on)}</span> · <small>${rowWords[step.row]}</small><br>${body(step, place)}${step.attribution && html`<br><small>${capitalised(step.attribution)}</small>`}${entry && html`<details><summary><small>Sources: ${entry.act.sources.length}</small></summary>${references(place, entry.act.sources)}<p class="note"><a href="${actAddress(place, entry)}">The act in the register</a></p></details>`}</span></li>`
}

function body(step: Step, place: Place): Html {
  const who = step.who.length > 0 ? people(step, place) : undefined
  switch (step.row) {
    case 'held':
      return html`${who}${step.heldAs ? html`: <strong>${heldWords[step.heldAs]}</strong>` : undefined}${step.says === step.of?.title ? undefined : html`: ${step.says}`}${step.of ? html` <small>on ${link(step, place, step.of.title)}, ${outcomes[step.of.outcome]}</small>` : undefined}`
    case 'text':
      return html`${link(step, place, step.text?.title)}: <strong>${step.text?.verb}</strong> <a href="${topicAddress(place, step.text?.topic ?? '')}">${step.text?.topic}</a>. ${step.says}${who ? html` <small>Names ${who}.</small>` : undefined}`
    case 'around':
      return html`${link(step, place)}${who ? html` <small>${who}</small>` : undefined}`
    default:
      return html`${link(step, place)} ${outcomeTag(step.row)}${who ? html` <small>proposed by ${who}</small>` : undefined}`
  }
}

function link(step: Step, place: Place, text: Content = says(step, place)): Html {
  const entry = place.organisation.entry(step.act)
  const act = entry?.act
  const way =
    act?.kind === 'paragraph-abstracted'
      ? to(place, `texts/${act.text}`)
      : act?.kind === 'position-taken'
        ? to(place, `decisions/${act.decision}`)
        : entry && wayTo(place, entry)
  return way ? html`<a href="${way}">${text}</a>` : html`${text}`
}

/** What a step is called where the view has only a word for it. */
function says(step: Step, place: Place): string {
  const entry = place.organisation.entry(step.act)
  const act = entry?.act
  if (act?.kind === 'meeting-held')
    return `${place.organisation.body(act.body)?.names.en ?? act.body}${act.city ? `, ${act.city}` : ''}`
  if (act?.kind === 'programme-recorded') return `${act.title}: on record from this day`
  if (act?.kind === 'status-granted') return `Granted: ${step.says.replaceAll('-', ' ')}`
  return capitalised(step.says)
}

function people(step: Step, place: Place): Content {
  const entry = place.organisation.entry(step.act)
  const day = entry ? onItsDay(place.organisation, entry) : place.organisation
  return step.who.map(
    (id, index) => html`${index > 0 && ', '}<a href="${to(place, `participants/${id}`)}">${nameOf(day, id)}</a>`,
  )
}

function person(id: string, place: Place): Html {
  return html`<a href="${to(place, `participants/${id}`)}">${nameOf(place.organisation, id)}</a>`
}
