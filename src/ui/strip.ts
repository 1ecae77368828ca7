import type { Day } from '../rules/dates.ts'
import { type Html, html } from './html.ts'
import { rounded, textWidth } from './labels.ts'
import { timeScale, within } from './lanes.ts'

export interface StripEvent {
  readonly on: Day
  readonly label: string
  readonly href: string
}

export interface StripOptions {
  readonly from: Day
  readonly to: Day
  readonly on: Day
  readonly caption: string
  readonly form: 'wide' | 'narrow'
}

interface Mark extends StripEvent {
  readonly x: number
}

interface Written {
  readonly mark: Mark
  /** The middle of the text. */
  readonly x: number
  readonly above: boolean
}

const forms = {
  wide: { width: 1040, left: 12, right: 1028, size: 12, line: 32, height: 62 },
  narrow: { width: 360, left: 12, right: 348, size: 14, line: 34, height: 68 },
} as const

/** The whole time at a glance: a dot for each event, and a seal where we stand. */
export function strip(events: readonly StripEvent[], options: StripOptions): Html {
  const form = forms[options.form]
  const x = timeScale(options, form)
  const marks = events
    .filter(({ on }) => options.from <= on && on <= options.to)
    .map((event) => ({ ...event, x: x(event.on) }))
    .toSorted((a, b) => a.x - b.x)
  const written = write(options.form === 'wide' ? marks : nearest(marks, options.on), options)
  const inside = options.from <= options.on && options.on <= options.to
  return html`<svg class="strip strip-${options.form}" viewBox="0 0 ${form.width} ${form.height}" width="100%" role="group" aria-label="${options.caption}">
<line class="rule" x1="${form.left - 8}" x2="${form.right + 8}" y1="${form.line}" y2="${form.line}" stroke-width="2"/>
${marks.map((mark) => html`${link(mark, marks, written, options)}\n`)}
${inside && html`<circle class="seal" cx="${x(options.on)}" cy="${form.line}" r="6" pointer-events="none"/>`}
</svg>`
}

/** In a narrow picture: what happened on the day itself, the last thing before it and the first after it. */
function nearest(marks: readonly Mark[], on: Day): Mark[] {
  const around = [
    marks.findLast((mark) => mark.on < on),
    marks.find((mark) => mark.on === on),
    marks.find((mark) => mark.on > on),
  ]
  return around.filter((mark) => mark !== undefined)
}

/** Above and below in turn, or wherever there is room; a label without room is dropped, its dot and title stay. */
function write(marks: readonly Mark[], { form, on }: StripOptions): Written[] {
  const { size, width } = forms[form]
  const written: Written[] = []
  // The chosen day comes first, so that its label is never the one dropped.
  for (const mark of marks.toSorted((a, b) => Number(b.on === on) - Number(a.on === on))) {
    const half = textWidth(mark.label, size) / 2
    const before = written.filter((other) => other.mark.x <= mark.x).toSorted((a, b) => b.mark.x - a.mark.x)[0]
    const turn = !before?.above
    // Centred on its dot, or beginning or ending at it.
    const places = [0, half - 4, 4 - half].flatMap((shift) =>
      [turn, !turn].map((above) => ({ mark, above, x: within(mark.x + shift, mark.label, size, width) })),
    )
    const place = places.find(({ above, x }) =>
      written.every((other) => {
        const apart = half + textWidth(other.mark.label, size) / 2 + 0.6 * size
        return other.above !== above || Math.abs(other.x - x) >= apart
      }),
    )
    if (place && 2 * half <= width) written.push(place)
  }
  return written
}

function link(mark: Mark, marks: readonly Mark[], written: readonly Written[], { form, on }: StripOptions): Html {
  const { size, line } = forms[form]
  const label = written.find((text) => text.mark === mark)
  const room = Math.min(...marks.filter((other) => other.x !== mark.x).map((other) => Math.abs(other.x - mark.x) / 2))
  const side = label?.above ? -1 : 1
  const tick =
    label &&
    html`<line class="leader" x1="${mark.x}" x2="${mark.x}" y1="${line + 5 * side}" y2="${line + 10 * side}" stroke="var(--ink-2)" stroke-width="0.6"/>`
  const text =
    label &&
    html`<text${mark.on === on && html` class="seal"`} x="${label.x}" y="${label.above ? line - 14 : rounded(line + 12 + size)}" font-size="${size}" text-anchor="middle">${mark.label}</text>`
  // The finger's target is larger than the dot, as far as the neighbours leave room.
  return html`<a href="${mark.href}"><title>${mark.on} ${mark.label}</title><circle cx="${mark.x}" cy="${line}" r="${rounded(Math.max(4, Math.min(12, room)))}" fill="transparent"/><circle class="event" cx="${mark.x}" cy="${line}" r="3.5" fill="var(--ink-2)"/>${tick}${text}</a>`
}
