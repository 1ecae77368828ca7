import { type Place, to } from '../layout.ts'

/** A question asked of one thing, keeping the two clocks. */
export function aboutAddress(place: Place, question: string, about: string): string {
  const [path, clocks] = to(place, `questions/${question}`).split('?')
  return `${path}?about=${encodeURIComponent(about)}${clocks ? `&${clocks}` : ''}`
}
