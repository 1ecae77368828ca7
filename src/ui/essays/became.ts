import type { Matter, MatterInShort, Matters, ProgrammeStanding, Step } from '../../analysis/index.ts'
import { earliest, type PartialDate } from '../../rules/index.ts'
import { undatedNote } from '../commitments.ts'
import { type Dot, type DotShape, dotLanes, dotSwatch, stripLegend } from '../dot-lanes.ts'
import { essay } from '../essay.ts'
import { type Content, type Html, html } from '../html.ts'
import { type Page, type Place, to } from '../layout.ts'
import { stageWords } from '../sentences.ts'
import { capitalised, counted, dateInWords } from '../words.ts'
import { aboutAddress } from './about.ts'
import { matterPage } from './matter.ts'

/** What became of each matter, or of one of them. */
export function becamePage(view: Matters | Matter, place: Place): Page {
  return 'about' in view ? matterPage(view, place) : mattersPage(view, place)
}

function mattersPage(view: Matters, place: Place): Page {
  const { matters } = view
  const begun = matters.filter(({ counts }) => counts.all > 0)
  const title =
    matters.length === 0
      ? 'No matter is followed here'
      : begun.length === 0
        ? `Of no matter followed here a step is on record by ${dateInWords(place.organisation.day)}`
        : `${capitalised(counted(begun.length, { one: 'matter', many: 'matters' }))} followed, in ${view.steps} different ${view.steps === 1 ? 'step' : 'steps'} on record`
  return essay(
    {
      id: 'became',
      title,
      lede:
        matters.length === 0
          ? 'What belongs together has not been written down here as matters to be followed. A programme can be followed by its own id.'
          : 'From the first step on record to the last: what was put forward, what a body made of it, who held what, and what the texts say.',
      complete:
        'What belongs to a matter is a selection from the record, and the record holds what sources tell. A year without a step is a year of which none was found, not a year in which nothing was done.',
      sections: [
        begun.length > 0 ? picture(view, begun, place) : undefined,
        table(matters, place),
        programmes(view, place),
      ],
      method:
        'A step is a decision, a proposal, a signature, a meeting, a stance, a paragraph or a development that belongs to the matter. What belongs to several matters stands with each of them, in the picture and in the table, and counts once in the heading; so the rows add up to more.',
      limits: [
        'How many steps a matter has says how much was found on it, not how much it matters.',
        'What came of a text stands as sources tell; that nothing is on record is not that nothing was done.',
      ],
    },
    place,
  )
}

function picture({ coverage }: Matters, begun: readonly MatterInShort[], place: Place): Html {
  const rows = begun.map((one) => ({
    label: one.title,
    href: aboutAddress(place, 'became', one.thread),
    dots: one.decisive.map((step) => ({
      ...dotOf(step),
      href: `${aboutAddress(place, 'became', one.thread)}#act-${step.act}`,
    })),
  }))
  return html`<section class="tight"><h2>What was put before a body, and what came of it</h2><figure class="tight years">${dotLanes(
    rows,
    {
      caption: 'Decisions and proposals of each matter by year; the table below has the counts',
      years: yearsOf(
        begun.flatMap(({ decisive }) => decisive.map(({ on }) => on)),
        place,
      ),
      on: place.organisation.day,
      coverage,
      id: 'matters',
    },
  )}<figcaption><ul class="legend">${decisiveLegend()}${stripLegend()}</ul></figcaption></figure></section>`
}

export function decisiveLegend(): Html {
  return html`<li>${dotSwatch('full')} adopted or signed</li><li>${dotSwatch('open')} proposed, no adoption on record</li><li>${dotSwatch('crossed')} not adopted</li><li>with a line through it: only the month or year is on record</li>`
}

const shapes: Readonly<Record<Step['row'], DotShape>> = {
  adopted: 'full',
  proposed: 'open',
  'not-adopted': 'crossed',
  held: 'small',
  text: 'small',
  around: 'small',
}

export function dotOf(step: Step): Omit<Dot, 'href'> {
  return { on: step.on, shape: shapes[step.row], title: `${dateInWords(step.on)}: ${step.says}` }
}

/** From the first year with a step to that of the day. */
export function yearsOf(dates: readonly PartialDate[], { organisation }: Place): [number, number] {
  const year = (date: string) => Number(date.slice(0, 4))
  const first = dates.map(earliest).sort()[0]
  return [year(first ?? organisation.day), year(organisation.day)]
}

function table(matters: readonly MatterInShort[], place: Place): Html | undefined {
  if (matters.length === 0) return undefined
  return html`<section class="tight"><h2>Where each stands</h2>${undatedNote(place)}<table class="cards"><thead><tr><th scope="col">What is asked</th><th scope="col">On record</th><th scope="col" class="number">Adopted</th><th scope="col" class="number">Not adopted</th><th scope="col" class="number">Proposed</th><th scope="col" class="number">Steps</th><th scope="col">Stage of its programmes</th></tr></thead><tbody>${matters.map(
    ({ thread, asks, counts, first, last, standings }) =>
      html`<tr><th scope="row"><a href="${aboutAddress(place, 'became', thread)}">${asks}</a></th><td class="date">${first && last ? html`${years(first, last)}` : html`nothing by this day`}</td><td class="number" data-label="adopted">${counts.adopted}</td><td class="number" data-label="not adopted">${counts['not-adopted']}</td><td class="number" data-label="proposed">${counts.proposed}</td><td class="number" data-label="steps">${counts.all}</td><td class="line"><small>${stages(standings, place)}</small></td></tr>`,
  )}</tbody></table></section>`
}

function years(first: PartialDate, last: PartialDate): string {
  const [from, until] = [first.slice(0, 4), last.slice(0, 4)]
  return from === until ? from : `${from} to ${until}`
}

/** The stage carries no date, so it is told only of the day on which the record ends. */
function stages(standings: readonly ProgrammeStanding[], place: Place): Content {
  if (standings.length === 0) return 'no programme belongs to it'
  if (undatedNote(place)) return 'not told of this day'
  return standings.map(
    ({ programme, title, stage }, index) =>
      html`${index > 0 && '; '}<a href="${to(place, `programmes/${programme}`)}">${title}</a>: ${stageWords[stage]}`,
  )
}

function programmes({ programmes: list }: Matters, place: Place): Html | undefined {
  if (list.length === 0) return undefined
  return html`<section class="tight"><h2>${capitalised(counted(list.length, { one: 'other programme', many: 'other programmes' }))}, each to be followed by itself</h2><ul class="people">${list.map(({ programme, title }) => html`<li><a href="${aboutAddress(place, 'became', programme)}">${title}</a></li>`)}</ul></section>`
}
