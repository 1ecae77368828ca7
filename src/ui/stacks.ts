import { type Html, html } from './html.ts'
import { rounded, textWidth } from './labels.ts'
import { within } from './lanes.ts'

/** One part of a whole. */
export interface StackPart {
  readonly id: string
  readonly name: string
  readonly value: number
  /** The value as it is printed in the part. */
  readonly says: string
  readonly href: string
}

/** One whole: a year, a scale. */
export interface Stack {
  readonly label: string
  /** What stands with the label: the sum, that it is partial. */
  readonly says: string
  readonly parts: readonly StackPart[]
  /** What is known to be missing, drawn as a dashed frame. */
  readonly missing?: { readonly value: number; readonly says: string }
  readonly later?: boolean
}

const colours = 6
const wide = { width: 1040, height: 320, head: 34, gap: 10, size: 11.5 } as const
const narrow = { width: 360, row: 52, bar: 20, barAt: 22, size: 13 } as const

/** Wholes with their parts: columns side by side, and for a narrow screen bars one below the other. */
export function stacks(all: readonly Stack[], caption: string): Html {
  return html`<div class="wide-only">${columns(all, caption)}</div><div class="narrow-only">${rows(all, caption)}</div>`
}

function columns(all: readonly Stack[], caption: string): Html {
  const { width, height, head, gap, size } = wide
  const step = Math.min(205, (width - 4) / Math.max(1, all.length))
  const scale = height / Math.max(1e-9, ...all.map(whole))
  const foot = head + height
  const hueOf = hues(all)
  return html`<svg class="stacks stacks-wide" viewBox="0 0 ${width} ${foot + 26}" width="100%" role="group" aria-label="${caption}">
<line class="rule" x1="0" x2="${rounded(step * all.length)}" y1="${foot}" y2="${foot}"/>
${all.map((stack, index) => {
  const x = rounded(2 + index * step)
  const room = rounded(step - gap)
  const middle = rounded(x + room / 2)
  let y = foot
  const drawn = stack.parts.map((part) => {
    const size_ = part.value * scale
    y -= size_
    return piece(part, hueOf(part.id), {
      x,
      y: rounded(y),
      width: room,
      height: Math.max(0.6, rounded(size_ - (size_ > 3 ? 1 : 0))),
      label: size_ >= 13 ? fitting([`${part.name}: ${part.says}`, part.name, part.id], room - 6, size) : undefined,
      size,
    })
  })
  const rest = stack.missing && stack.missing.value * scale
  if (rest) y -= rest
  const frame =
    rest &&
    html`<g><title>${stack.missing?.says}</title><rect class="missing" x="${x + 1}" y="${rounded(y + 1)}" width="${rounded(room - 2)}" height="${rounded(rest - 2)}"/>${rest >= 14 && html`<text x="${middle}" y="${rounded(y + rest / 2 + 4)}" font-size="${size}" text-anchor="middle">${fitting([stack.missing?.says ?? '', 'not read'], room - 6, size)}</text>`}</g>`
  return html`<g${stack.later && html` class="later"`}>${drawn}${frame}<text class="strong" x="${within(middle, stack.says, size + 0.5, width)}" y="${rounded(y - 6)}" font-size="${size + 0.5}" text-anchor="middle">${fitting([stack.says, stack.says.split(',')[0] ?? ''], step - 2, size + 0.5)}</text><text x="${within(middle, stack.label, size + 0.5, width)}" y="${foot + 17}" font-size="${size + 0.5}" text-anchor="middle">${stack.label}</text></g>\n`
})}</svg>`
}

function rows(all: readonly Stack[], caption: string): Html {
  const { width, row, bar, barAt, size } = narrow
  const scale = (width - 4) / Math.max(1e-9, ...all.map(whole))
  const hueOf = hues(all)
  return html`<svg class="stacks stacks-narrow" viewBox="0 0 ${width} ${all.length * row}" width="100%" role="group" aria-label="${caption}">
${all.map((stack, index) => {
  const top = index * row
  let x = 2
  const drawn = stack.parts.map((part) => {
    const length = part.value * scale
    const at = x
    x += length
    return piece(part, hueOf(part.id), {
      x: rounded(at),
      y: top + barAt,
      width: Math.max(0.6, rounded(length - (length > 3 ? 1 : 0))),
      height: bar,
      label: fitting([`${part.name}: ${part.says}`, part.name, part.id], length - 5, size - 1),
      size: size - 1,
    })
  })
  const rest = stack.missing && stack.missing.value * scale
  const frame =
    rest &&
    html`<g><title>${stack.missing?.says}</title><rect class="missing" x="${rounded(x + 1)}" y="${top + barAt + 1}" width="${rounded(rest - 2)}" height="${bar - 2}"/></g>`
  return html`<g${stack.later && html` class="later"`}><text x="2" y="${top + 16}" font-size="${size}"><tspan class="strong" font-weight="600">${stack.label}</tspan> ${stack.says}</text>${drawn}${frame}</g>\n`
})}</svg>`
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly label: string | undefined
  readonly size: number
}

function piece(part: StackPart, hue: number, { x, y, width, height, label, size }: Box): Html {
  const says = `${part.name}: ${part.says}`
  const text =
    label &&
    html`<text class="${hue % 2 === 0 ? 'on-dark' : 'on-pale'}" x="${rounded(x + width / 2)}" y="${rounded(y + height / 2 + 0.36 * size)}" font-size="${size}" text-anchor="middle" pointer-events="none">${label}</text>`
  return html`<a href="${part.href}"><title>${says}</title><rect class="share-${hue}" x="${x}" y="${y}" width="${width}" height="${height}"/>${text}</a>`
}

/** The first of several wordings that has room. */
function fitting(wordings: readonly string[], room: number, size: number): string | undefined {
  return wordings.find((text) => text !== '' && textWidth(text, size) <= room)
}

/** Each part keeps its colour in every whole. */
function hues(all: readonly Stack[]): (id: string) => number {
  const ids = [...new Set(all.toReversed().flatMap(({ parts }) => parts.map(({ id }) => id)))]
  return (id) => ids.indexOf(id) % colours
}

function whole({ parts, missing }: Stack): number {
  return parts.reduce((sum, { value }) => sum + value, missing?.value ?? 0)
}
