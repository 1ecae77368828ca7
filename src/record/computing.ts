import type { ActOf } from './acts.ts'

/** What of a rule computes. */
export type Computes = NonNullable<ActOf<'rule-stated'>['computes']>

/** The bodies of which it speaks. The compiler asks for every kind: under a body forgotten here a rule bears on nothing. */
export function bodiesComputed(computes: Computes): readonly string[] {
  switch (computes.kind) {
    case 'status':
      return [computes.grantedBy]
    case 'body':
    case 'competence':
    case 'frequency':
    case 'convening':
      return [computes.body]
    case 'decides':
    case 'papers':
    case 'silence':
    case 'numbering':
    case 'ad-referendum':
      return computes.bodies
    case 'prepares':
      return [computes.body, computes.for]
    case 'right':
    case 'signature-order':
      return computes.bodies ?? []
    case 'chair':
      return computes.of ? [...computes.bodies, computes.of] : computes.bodies
    case 'rotation':
      return computes.chairOf ? [computes.chairOf] : []
    case 'leaving':
    case 'signed-before':
    case 'term':
    case 'apart':
    case 'entry-into-force':
      return []
  }
}

/** The statuses of which it speaks, for every kind likewise. */
export function statusesComputed(computes: Computes): readonly string[] {
  switch (computes.kind) {
    case 'status':
      return [computes.status, ...(computes.heldBefore ?? [])]
    case 'signed-before':
      return [computes.status]
    case 'decides':
      return computes.entitled ?? []
    case 'rotation':
      return computes.among
    case 'right':
      return computes.statuses
    case 'silence':
      return computes.mayBreak ?? []
    case 'body':
    case 'competence':
    case 'frequency':
    case 'convening':
    case 'papers':
    case 'prepares':
    case 'numbering':
    case 'signature-order':
    case 'ad-referendum':
    case 'chair':
    case 'leaving':
    case 'term':
    case 'apart':
    case 'entry-into-force':
      return []
  }
}
