import { type Html, html } from './html.ts'
import { rounded, textWidth } from './labels.ts'

/** One part of a bar: `fill` is its look, told from others without colour too. */
export interface Part {
  readonly fill: 'full' | 'pale' | 'hatched' | 'dotted' | 'hollow' | 'dashed'
  readonly name: string
  readonly count: number
  /** What stands in it; the count if not said, and nothing if ''. */
  readonly label?: string
}

export interface Proportion {
  readonly name: string
  readonly href: string
  /** What the bar is all of: "338 facts". */
  readonly base: string
  readonly parts: readonly Part[]
  /** Somebody's part is not on record, so that the bar ends open: what is drawn is not all of it. */
  readonly open?: boolean
}

/** How much of a bar's room its open end takes. */
const openEnd = 16

const forms = {
  wide: { width: 1040, left: 190, right: 900, row: 24, bar: 14, barAt: 5, size: 12.5 },
  narrow: { width: 360, left: 4, right: 356, row: 42, bar: 14, barAt: 22, size: 13 },
} as const

/**
 * Bars that each stand for the whole of one thing, however many it is: how many stands at the end of each, so that no
 * share is read without its base. With `scaled`, the length of a bar is how many it is, from zero.
 */
export function proportions(rows: readonly Proportion[], caption: string, { scaled = false } = {}): Html {
  return html`<div class="wide-only">${picture(rows, caption, 'wide', scaled)}</div><div class="narrow-only">${picture(rows, caption, 'narrow', scaled)}</div>`
}

function picture(rows: readonly Proportion[], caption: string, form: keyof typeof forms, scaled: boolean): Html {
  const { width, left, right, row, bar, barAt, size } = forms[form]
  const most = Math.max(1, ...rows.map(sumOf))
  const id = `parts-${form}-${caption.replaceAll(/\W+/g, '-').toLowerCase()}`
  return html`<svg class="bars" viewBox="0 0 ${width} ${rows.length * row + 6}" width="100%" role="group" aria-label="${caption}"><defs><pattern id="${id}-hatched" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="2" height="5" class="tone-member"/></pattern><pattern id="${id}-dotted" width="4" height="4" patternUnits="userSpaceOnUse"><circle cx="1.5" cy="1.5" r="0.9" class="event"/></pattern></defs>
${rows.map((one, index) => {
  const sum = sumOf(one)
  const scale = sum === 0 ? 0 : (right - left - (one.open ? openEnd : 0)) / (scaled ? most : sum)
  const y = index * row + barAt
  let x = left
  const drawn = one.parts.map((part) => {
    const at = x
    x += part.count * scale
    return part.count === 0 ? undefined : piece(part, { x: at, y, width: part.count * scale, bar, size, id })
  })
  const [nameAt, endAt] = form === 'wide' ? [y + bar - 3, rounded((scaled ? x : right) + 8)] : [y - 6, right]
  return html`<g><a href="${one.href}"><text class="strong" x="${form === 'wide' ? left - 10 : left}" y="${nameAt}" font-size="${size}"${form === 'wide' && html` text-anchor="end"`}>${one.name}</text></a>${drawn}${one.open && html`<rect class="missing" x="${rounded(x + 1)}" y="${y}" width="${openEnd - 2}" height="${bar}"/>`}<text x="${endAt}" y="${nameAt}" font-size="${size}"${form === 'narrow' && html` text-anchor="end"`}>${one.base}</text></g>\n`
})}</svg>`
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly bar: number
  readonly size: number
  readonly id: string
}

function piece({ fill, name, count, label = String(count) }: Part, { x, y, width, bar, size, id }: Box): Html {
  const box = html`x="${rounded(x)}" y="${y}" width="${Math.max(0.8, rounded(width - 1))}" height="${bar}"`
  const shape = {
    full: html`<rect ${box} class="tone-member"/>`,
    pale: html`<rect ${box} class="tone-observer"/>`,
    hatched: html`<rect ${box} fill="url(#${id}-hatched)"/>`,
    dotted: html`<rect ${box} fill="url(#${id}-dotted)"/>`,
    hollow: html`<rect ${box} class="hollow"/>`,
    dashed: html`<rect ${box} class="missing"/>`,
  }[fill]
  const room = width > textWidth(label, size) + 8
  const said =
    room &&
    label !== '' &&
    html`<text class="${fill === 'full' || fill === 'pale' ? 'on-dark' : 'lane-label strong'}" x="${rounded(x + width / 2)}" y="${y + bar - 3}" font-size="${size - 1.5}" text-anchor="middle" pointer-events="none">${label}</text>`
  return html`<g><title>${label === String(count) ? `${name}: ${count}` : name}</title>${shape}${said}</g>`
}

/** What the looks stand for. */
export function proportionLegend(parts: readonly { readonly fill: Part['fill']; readonly name: string }[]): Html {
  return html`<ul class="legend">${parts.map(({ fill, name }) => html`<li><span class="swatch part-${fill}"></span>${name}</li>`)}</ul>`
}

function sumOf({ parts }: Proportion): number {
  return parts.reduce((sum, { count }) => sum + count, 0)
}
