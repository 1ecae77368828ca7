/**
 * A text on its way, as the rules say it in words, and written from these alone: Rule 17 (silence of 72 hours, broken by an
 * objection or an amendment received before it ends, prevented by whoever objects to the method beforehand), consensus,
 * and that a position is one on a revision. Times are milliseconds.
 */
export class Model {
  revision = 1
  decided: 'meeting' | 'silence' | 'not-adopted' | undefined
  withdrawn = false
  put: number | undefined
  /** The last word of each, and of which revision it was said. */
  readonly said = new Map<string, { readonly is: string; readonly revision: number }>()
  /** Who was noted last as present at the meeting. */
  readonly present = new Set<string>()
  readonly leftFrom = new Map<string, string>()
  silence: Silence | undefined

  readonly full: readonly string[]

  constructor(full: readonly string[]) {
    this.full = full
  }

  /** A full participant on the day of an instant. */
  isFull(participant: string, at: number): boolean {
    const left = this.leftFrom.get(participant)
    const day = new Date(at).toISOString().slice(0, 10)
    return this.full.includes(participant) && (left === undefined || day < left)
  }

  /** A full participant is in the room: an absence of objection is worth who could have objected. */
  anyoneThere(at: number): boolean {
    return [...this.present].some((one) => this.isFull(one, at))
  }

  stands(participant: string): string | undefined {
    const last = this.said.get(participant)
    return last?.revision === this.revision ? last.is : undefined
  }

  /** Full participants that hold the text up: they object, reserve, or await their capital. */
  holding(at: number): string[] {
    return this.full.filter((one) => this.isFull(one, at) && ['objects', 'reserves'].includes(this.stands(one) ?? ''))
  }

  speaks(participant: string, is: string, at: number): void {
    this.said.set(participant, { is, revision: this.revision })
    if (is === 'objects') this.breaks(participant, at)
  }

  breaks(participant: string, at: number): void {
    if (this.silence && this.isFull(participant, at) && this.silenceAt(at) !== 'adopted') this.end('broken')
  }

  opposes(participant: string, at: number): void {
    if (this.silence && this.isFull(participant, at) && at < this.silence.opensAt) this.end('method-opposed')
  }

  revised(): void {
    this.revision += 1
    this.end('ended-by-change')
  }

  suspended(at: number): void {
    const { silence } = this
    if (silence && !silence.ended) silence.left = silence.expiresAt - Math.max(at, silence.opensAt)
  }

  resumed(at: number): void {
    const { silence } = this
    if (!silence || silence.left === undefined) return
    silence.expiresAt = Math.max(at, silence.opensAt) + silence.left
    silence.left = undefined
  }

  silenceAt(at: number): string | undefined {
    const { silence } = this
    if (!silence) return undefined
    if (silence.ended) return silence.ended
    if (silence.left !== undefined) return 'suspended'
    if (at < silence.opensAt) return 'announced'
    return at < silence.expiresAt ? 'running' : 'adopted'
  }

  private end(how: string): void {
    if (this.silence && !this.silence.ended) this.silence.ended = how
  }
}

export interface Silence {
  readonly opensAt: number
  expiresAt: number
  /** What was left when it was suspended. */
  left?: number | undefined
  ended?: string
}
