import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSeat, type Seat, seatId } from './seat.ts'

const anySeat: fc.Arbitrary<Seat> = fc.oneof(
  fc.constant<Seat>({ kind: 'secretariat' }),
  fc.constant<Seat>({ kind: 'public' }),
  fc.string({ minLength: 1, unit: 'binary' }).map((participant): Seat => ({ kind: 'delegation', participant })),
)

test('a seat is read back as it was written', () => {
  fc.assert(
    fc.property(anySeat, (seat) => {
      expect(readSeat(seatId(seat))).toEqual(seat)
    }),
  )
})

test.each(['', 'delegation', 'delegation:', 'Secretariat', 'secretariat ', 'chair', ' delegation:ARC'])(
  '"%s" is no seat',
  (text) => expect(readSeat(text)).toBeUndefined(),
)
