/** Who acts, and for whom. The chair is no seat of its own: a delegation's seat acts as chair where its participant is. */
export type Seat =
  | { readonly kind: 'secretariat' }
  | {
      readonly kind: 'delegation'
      readonly participant: string
      /** Who sits there without being its head: one of its members, or a program that its head did not let in. */
      readonly role?: 'member'
    }
  | { readonly kind: 'public' }

/** A seat as one word, for a form, a key or a column: `secretariat`, `delegation:ARC`, `public`. */
export function seatId(seat: Seat): string {
  return seat.kind === 'delegation' ? `delegation:${seat.participant}` : seat.kind
}

/** The seat that `seatId` wrote; nothing for any other text. */
export function readSeat(text: string): Seat | undefined {
  if (text === 'secretariat' || text === 'public') return { kind: text }
  const participant = /^delegation:(.+)$/s.exec(text)?.[1]
  return participant === undefined ? undefined : { kind: 'delegation', participant }
}
