/** Who acts, and for whom. The chair is no seat of its own: whoever has the chair of a body sits in a delegation. */
export type Seat =
  | { readonly kind: 'secretariat' }
  | { readonly kind: 'delegation'; readonly participant: string }
  | { readonly kind: 'public' }

/** One word for a seat: `secretariat`, `delegation:ARC`, `public`. */
export function seatId(seat: Seat): string {
  return seat.kind === 'delegation' ? `delegation:${seat.participant}` : seat.kind
}

/** The inverse of `seatId`. */
export function readSeat(text: string): Seat | undefined {
  if (text === 'secretariat' || text === 'public') return { kind: text }
  const participant = /^delegation:(.{1,160})$/.exec(text)?.[1]
  return participant === undefined ? undefined : { kind: 'delegation', participant }
}
