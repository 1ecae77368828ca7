import type { MeetingOutput } from '../analysis/index.ts'
import { type Html, html } from './html.ts'
import { rounded } from './labels.ts'
import { within } from './lanes.ts'
import { type Place, to } from './layout.ts'
import { dateInWords } from './words.ts'

const knownWords = { complete: 'in full', partial: 'in part', 'none-found': 'not found' } as const

/**
 * The meetings of one body in order, with what each is on record as having adopted, on a scale from nothing: a full bar
 * where the outcomes are known in full, a hatched one where in part; where none was found, a dotted line and no bar.
 */
export function meetingBars(meetings: readonly MeetingOutput[], caption: string, id: string, place: Place): Html {
  return html`<div class="wide-only">${picture(meetings, caption, id, place, 1040)}</div><div class="narrow-only">${picture(meetings, caption, id, place, 360)}</div>`
}

function picture(meetings: readonly MeetingOutput[], caption: string, id: string, place: Place, width: number): Html {
  const wide = width > 500
  const [left, right, unit, size] = [4, width - 4, wide ? 5 : 4, wide ? 11.5 : 12]
  const step = Math.min(60, (right - left) / Math.max(1, meetings.length))
  const peak = Math.max(1, ...meetings.map(({ decisions }) => decisions.adopted))
  const foot = 20 + unit * peak
  const barWidth = rounded(step * 0.72)
  const pattern = `${id}-meetings-${width}`
  const every = Math.ceil(meetings.length / (wide ? 36 : 9))
  return html`<svg class="bars" viewBox="0 0 ${width} ${foot + 24}" width="100%" role="group" aria-label="${caption}"><defs><pattern id="${pattern}" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="2" height="5" class="tone-member"/></pattern></defs>
${meetings.map(({ meeting, on, outcomesKnown, decisions: { adopted } }, index) => {
  const x = rounded(left + index * step + step * 0.14)
  const middle = rounded(x + barWidth / 2)
  const height = unit * adopted
  const title = `${dateInWords(on as Parameters<typeof dateInWords>[0])}: ${adopted} adopted on record; outcomes known ${knownWords[outcomesKnown]}`
  const fill = outcomesKnown === 'complete' ? html` class="tone-member"` : html` fill="url(#${pattern})"`
  const number = (wide || adopted === peak) && (adopted > 0 || outcomesKnown === 'complete')
  return html`<a href="${to(place, `meetings/${meeting}`)}" aria-label="${title}"><title>${title}</title><rect x="${x}" y="14" width="${barWidth}" height="${foot - 14}" class="ghost"/>${height > 0 && html`<rect x="${x}" y="${foot - height}" width="${barWidth}" height="${height}"${fill}/>`}${number && html`<text x="${middle}" y="${foot - height - 4}" font-size="${size - 1}" text-anchor="middle">${adopted}</text>`}<line class="${outcomesKnown === 'complete' ? 'foot' : 'foot open'}" x1="${x}" x2="${rounded(x + barWidth)}" y1="${foot + 1}" y2="${foot + 1}"/></a>${index % every === 0 && html`<text x="${within(middle, on.slice(0, 4), size, width)}" y="${foot + 17}" font-size="${size}" text-anchor="middle">${wide && meetings.length > 20 && index % 2 === 1 ? `’${on.slice(2, 4)}` : on.slice(0, 4)}</text>`}\n`
})}</svg>`
}

export const meetingBarsLegend = html`<ul class="legend"><li><span class="swatch tone-member"></span>outcomes known in full</li><li><span class="swatch hatched"></span>known in part: at least as many</li><li>dotted line and no bar: no decision found, which is not none</li></ul>`
