import { type Html, html } from './html.ts'

const size = 9

/** A square for each of what is counted, hollow for what is in doubt; `widest` is the greatest count of any row beside it. */
export function unitSquares(sure: number, unsure: number, widest: number): Html | undefined {
  if (sure + unsure === 0) return undefined
  const squares = Array.from({ length: sure + unsure }, (_, at) => {
    const [mark, inset] = at < sure ? ['tone-member', 0] : ['hollow', 0.5]
    const side = size - 1.5 - 2 * inset
    return html`<rect class="${mark}" x="${at * size + inset}" y="${inset}" width="${side}" height="${side}"/>`
  })
  return html`<svg class="inline" viewBox="0 0 ${widest * size} ${size}" width="${widest * size}" height="${size}" role="img" aria-label="${sure} sure, ${unsure} in doubt">${squares}</svg>`
}
