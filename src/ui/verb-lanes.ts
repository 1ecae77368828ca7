import { type Day, earliest, type PartialDate } from '../rules/index.ts'
import { type Html, html } from './html.ts'
import { rounded, textWidth } from './labels.ts'
import { timeScale, within } from './lanes.ts'

/** A text on a topic: when, and with which verbs. */
export interface VerbMark {
  readonly on: PartialDate
  readonly label: string
  readonly href: string
  /** `read`: a paragraph with this verb was read, at least in part; otherwise it is known at second hand or located only. */
  readonly verbs: readonly { readonly verb: string; readonly read: boolean }[]
}

export interface VerbLanesOptions {
  readonly caption: string
  /** The dates of all texts, also of those without a word on the topic: ticks at the foot. */
  readonly all: readonly PartialDate[]
}

/** The narrow form has the verb above its lane. */
const forms = {
  wide: { width: 1040, right: 1024, row: 26, line: 13, size: 13, radius: 5.5 },
  narrow: { width: 360, right: 350, row: 40, line: 28, size: 14, radius: 6 },
} as const

/** One lane for each verb in the order of first use, a dot for each text that has it: never a ranking. */
export function verbLanes(marks: readonly VerbMark[], options: VerbLanesOptions): Html {
  return html`<figure class="tight verb-lanes"><div class="wide-only">${picture(marks, options, 'wide')}</div><div class="narrow-only">${picture(marks, options, 'narrow')}</div>
<figcaption><ul class="legend"><li><svg class="inline" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true"><circle class="tone-member" cx="6" cy="6" r="5"/></svg> read, at least in part</li><li><svg class="inline" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true"><circle class="open" cx="6" cy="6" r="4.5"/></svg> at second hand, or located only</li><li><svg class="inline" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true"><line class="tick" x1="6" x2="6" y1="1" y2="11"/></svg> a key text</li></ul></figcaption></figure>`
}

function picture(marks: readonly VerbMark[], { caption, all }: VerbLanesOptions, name: 'wide' | 'narrow'): Html {
  const form = forms[name]
  const verbs = [...new Set(marks.flatMap((mark) => mark.verbs.map(({ verb }) => verb)))]
  const longest = Math.max(0, ...verbs.map((verb) => textWidth(verb, form.size)))
  const left = name === 'wide' ? Math.ceil(longest) + 30 : 12
  const days = all.map(earliest)
  const [first, last] = [yearOf(days[0]), yearOf(days.at(-1)) + 1]
  const x = timeScale({ from: `${first}-01-01` as Day, to: `${last}-01-01` as Day }, { left, right: form.right })
  const head = 24
  const foot = head + verbs.length * form.row
  const step = last - first > (name === 'wide' ? 14 : 8) ? 5 : 1
  const grid = Array.from({ length: last - first + 1 }, (_, index) => first + index).filter((year) => year % step === 0)
  const height = foot + 18
  return html`<svg class="verbs" viewBox="0 0 ${form.width} ${height}" width="100%" role="group" aria-label="${caption}">
${grid.map((year) => html`<line class="rule" x1="${x(`${year}-01-01` as Day)}" x2="${x(`${year}-01-01` as Day)}" y1="${head - 6}" y2="${foot}"/><text x="${within(x(`${year}-01-01` as Day), String(year), form.size, form.width)}" y="${head - 11}" font-size="${form.size - 1}" text-anchor="middle">${year}</text>`)}
${[...new Set(days)].map((day) => html`<line class="tick" x1="${x(day)}" x2="${x(day)}" y1="${foot + 4}" y2="${foot + 13}"/>`)}
${verbs.map((verb, index) => {
  const y = head + index * form.row + form.line
  const label =
    name === 'wide'
      ? html`<text class="strong" x="${left - 18}" y="${rounded(y + 0.35 * form.size)}" font-size="${form.size}" text-anchor="end">${verb}</text>`
      : html`<text class="strong lane-label" x="4" y="${y - 11}" font-size="${form.size}">${verb}</text>`
  return html`<line class="rule" x1="${left - 8}" x2="${form.right}" y1="${y}" y2="${y}"/>${label}${dots(verb, marks).map(({ mark, title, read }) => html`<a href="${mark.href}" aria-label="${title}"><title>${title}</title><circle cx="${x(earliest(mark.on))}" cy="${y}" r="12" fill="transparent"/><circle class="${read ? 'tone-member' : 'open'}" cx="${x(earliest(mark.on))}" cy="${y}" r="${form.radius}"/></a>`)}`
})}</svg>`
}

/** Texts of one day share a dot, which leads to the first of them. */
function dots(verb: string, marks: readonly VerbMark[]): { mark: VerbMark; title: string; read: boolean }[] {
  const having = marks.filter((mark) => mark.verbs.some((one) => one.verb === verb))
  return [...Map.groupBy(having, (mark) => mark.on).values()].flatMap((ofDay) => {
    const [mark] = ofDay
    const read = ofDay.some((one) => one.verbs.some((two) => two.verb === verb && two.read))
    return mark ? [{ mark, title: `${verb}: ${ofDay.map((one) => one.label).join('; ')}`, read }] : []
  })
}

function yearOf(day: Day | undefined): number {
  return Number((day ?? '').slice(0, 4))
}
