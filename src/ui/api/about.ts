import type { ActKind } from '../../record/index.ts'

/** What may be sent: every kind but that which the register makes itself. */
export type SentKind = Exclude<ActKind, 'sealed'>

/** Who may send an act of a kind, and what it does: for whoever writes a program. */
export interface About<K extends SentKind> {
  readonly who: string
  readonly does: string
  /** As it is sent, by the seat named; the day and the instant are given when it arrives. */
  readonly by: string
  readonly example: { readonly kind: K } & Readonly<Record<string, unknown>>
}
