import type { Checked, CheckOutcome, Stated } from '../../analysis/index.ts'
import { countsByYear } from '../../record/index.ts'
import { isRefusal } from '../../rules/index.ts'
import { quoted } from '../essay.ts'
import { type Html, html } from '../html.ts'
import { type Place, to } from '../layout.ts'
import { thingLink } from '../referring.ts'
import { yearBars } from '../years.ts'
import { completenessInWords, conditionInWords, foundInWords, measureInWords } from './measure-words.ts'
import { outcomeWords } from './verdicts.ts'

/** Where facts settle it, nothing has to be answered from less. */
const asRecorded: ReadonlySet<CheckOutcome> = new Set(['holds-as-recorded', 'fails-as-recorded'])
/** So many things a check shows at once; the rest open on demand. */
const shownAtOnce = 8
/** From so many things in different years on there is something to see. */
const enoughToDraw = 4

/** One thing that must be so: what was asked, what the record gives, what it rests on, and how to get the number. */
export function checkSection(checked: Checked, place: Place): Html {
  const { check, outcome, measured } = checked
  const { says, tone } = outcomeWords[outcome]
  const { organisation } = place
  const body = isRefusal(measured)
    ? html`<p>${measured.message} ${measured.remedy}</p>`
    : html`<dl class="facts"><dt>Asked</dt><dd>${measureInWords(check.measure, organisation)}</dd><dt>It must be so</dt><dd>that this ${conditionInWords(check.is, organisation)}</dd><dt>On record</dt><dd><strong>${foundInWords(measured, check.measure, organisation)}</strong></dd></dl>
${measured.completeness.map((one) => html`<p class="note">${completenessInWords(one, organisation)}</p>`)}
${check.asRecorded && asRecorded.has(outcome) && checked.because === 'incomplete' ? html`<p class="note">Answered as far as it is on record: ${check.asRecorded}</p>` : undefined}
${checked.because === 'unverified' ? html`<p class="note">It rests on facts that are marked unverified, or on a number that the record does not give, so it proves nothing by itself.</p>` : undefined}
${picture(checked, place)}${evidence(measured.counted, 'What it rests on', place)}${evidence(measured.perhaps, 'What may or may not belong to it', place)}`
  return html`<section class="tight check"><h3>${check.says} <span class="tag ${tone}">${says}</span>${check.against ? html` <small>it can only speak against the claim, which falls with it</small>` : check.essential ? html` <small>the claim falls with it</small>` : undefined}</h3>${body}${command(checked, place)}</section>`
}

/** The number in a terminal, as of the day of the page. */
function command({ check }: Checked, { organisation, known }: Place): Html {
  const parts = ['chancery measure', organisation.id, quoted(JSON.stringify(check.measure)), `--on ${organisation.day}`]
  return html`<p class="note">In a terminal: <code class="command">${[...parts, ...(known ? [`--known ${organisation.position}`] : [])].join(' ')}</code></p>`
}

function evidence(items: readonly Stated[], title: string, place: Place): Html | undefined {
  if (items.length === 0) return undefined
  const unique = [...new Map(items.map((item) => [item.entry.position, item])).values()]
  const list = (some: readonly Stated[]) =>
    html`<ul class="list">${some.map(({ entry }) => html`<li><span>${thingLink(place, entry)}</span></li>`)}</ul>`
  const rest = unique.slice(shownAtOnce)
  return html`<h4>${title}</h4>${list(unique.slice(0, shownAtOnce))}${rest.length > 0 ? html`<details><summary>${rest.length} more</summary>${list(rest)}</details>` : undefined}`
}

/** Counted things by year, with how complete the record is drawn in. */
function picture({ check, measured }: Checked, place: Place): Html | undefined {
  if (isRefusal(measured) || !('count' in check.measure)) return undefined
  const dates = measured.counted.flatMap(({ entry: { act } }) => (act.on ? [act.on] : []))
  const years = new Set(dates.map((date) => date.slice(0, 4)))
  if (years.size < enoughToDraw) return undefined
  const of = coveredAs[check.measure.count]
  const counts = countsByYear(place.organisation, dates, of)
  return yearBars(counts, check.says, (year) => to(place, 'day', { on: `${year}-12-31` }))
}

const coveredAs: Readonly<Record<string, string>> = {
  decisions: 'decisions',
  instruments: 'instruments',
  exercises: 'exercises',
  programmes: 'programmes',
  admissions: 'statuses',
}
