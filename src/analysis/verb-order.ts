/**
 * How much a sentence of a text commits whoever adopts it, by its verb. The order is ours, from what each verb does: it is
 * one of kinds of sentence, not of weight in the world. A verb that is not here has no place in it.
 */
export const rungs = [
  {
    rung: 1,
    name: 'observes',
    why: 'Says how things are or what is thought of them; nobody is bound and nothing is asked.',
  },
  { rung: 2, name: 'takes a side', why: 'Is for something or against it, or stands again by what was said before.' },
  { rung: 3, name: 'asks', why: 'Names what somebody is wanted to do, and leaves it to them.' },
  { rung: 4, name: 'undertakes', why: 'Says what those who adopt it will do themselves.' },
  { rung: 5, name: 'decides or binds', why: 'Is done with the text itself, or is laid down as a duty.' },
] as const satisfies readonly { rung: number; name: string; why: string }[]
export type Rung = (typeof rungs)[number]['rung']

/** Within a rung only verbs of one scale can be held against each other, by their step in it. */
interface Place {
  readonly rung: Rung
  readonly scale: string
  readonly step: number
}

const order: Readonly<Record<string, Place>> = {
  notes: { rung: 1, scale: 'observing', step: 1 },
  considers: { rung: 1, scale: 'observing', step: 2 },
  welcomes: { rung: 2, scale: 'for', step: 1 },
  supports: { rung: 2, scale: 'for', step: 2 },
  reaffirms: { rung: 2, scale: 'again', step: 1 },
  'expresses concern': { rung: 2, scale: 'against', step: 1 },
  opposes: { rung: 2, scale: 'against', step: 2 },
  condemns: { rung: 2, scale: 'against', step: 3 },
  invites: { rung: 3, scale: 'asking', step: 1 },
  proposes: { rung: 3, scale: 'asking', step: 1 },
  'calls for': { rung: 3, scale: 'asking', step: 2 },
  will: { rung: 4, scale: 'undertaking', step: 1 },
  decides: { rung: 5, scale: 'acting', step: 1 },
  establishes: { rung: 5, scale: 'acting', step: 1 },
  shall: { rung: 5, scale: 'binding', step: 1 },
  'shall not': { rung: 5, scale: 'binding', step: 1 },
}

/** The verbs of a rung, the weaker of one scale first. */
export function verbsOf(rung: Rung): string[] {
  return Object.entries(order).flatMap(([verb, place]) => (place.rung === rung ? [verb] : []))
}

/** The rung of a verb; nothing for one that has no place in the order, such as one that permits or defines. */
export function rungOf(verb: string): Rung | undefined {
  return Object.hasOwn(order, verb) ? order[verb]?.rung : undefined
}

/** The highest rung of some verbs; nothing where none of them has one. */
export function highest(verbs: readonly string[]): Rung | undefined {
  const known = verbs.flatMap((verb) => rungOf(verb) ?? [])
  return known.length > 0 ? (Math.max(...known) as Rung) : undefined
}

export type Against = 'stronger' | 'weaker' | 'same' | 'not-comparable'

/**
 * What some verbs are beside those before them, by the strongest of each: of one rung the step decides where both are of
 * one scale; otherwise they are the same. Not comparable where either has no verb in the order.
 */
export function heldAgainst(now: readonly string[], before: readonly string[]): Against {
  const [here, there] = [highest(now), highest(before)]
  if (here === undefined || there === undefined) return 'not-comparable'
  if (here !== there) return here > there ? 'stronger' : 'weaker'
  const [a, b] = [topOf(now, here), topOf(before, there)]
  if (a.scale === undefined || a.scale !== b.scale || a.step === b.step) return 'same'
  return a.step > b.step ? 'stronger' : 'weaker'
}

/** The scale of the verbs on a rung, where they are all of one, and the furthest step. */
function topOf(verbs: readonly string[], rung: Rung): { readonly scale: string | undefined; readonly step: number } {
  const places = verbs.flatMap((verb) => (rungOf(verb) === rung ? (order[verb] ?? []) : []))
  const scales = [...new Set(places.map(({ scale }) => scale))]
  return { scale: scales.length === 1 ? scales[0] : undefined, step: Math.max(...places.map(({ step }) => step)) }
}
