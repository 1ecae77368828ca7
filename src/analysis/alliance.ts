import { type Feature, featureTable, type Neighbour, type Organisation } from '../record/index.ts'

/** What one organisation has of what a full security organisation may have, as far as it is on record. */
export interface Endowment {
  readonly neighbour: Neighbour
  readonly values: readonly (Feature | undefined)[]
  readonly has: number
  readonly partly: number
  readonly lacks: number
  readonly unknown: number
}

export interface AllianceView {
  readonly features: readonly string[]
  /** The organisation itself first. */
  readonly endowments: readonly Endowment[]
}

/** Whether it is becoming an alliance: what it and others have of what makes one, element by element. */
export function alliance(organisation: Organisation): AllianceView {
  const { neighbours, rows } = featureTable(organisation)
  const endowments = neighbours.map((neighbour, index) => {
    const values = rows.map((row) => row.values[index])
    const count = (value: Feature['act']['value'] | undefined) =>
      values.filter((feature) => feature?.act.value === value).length
    return {
      neighbour,
      values,
      has: count('yes'),
      partly: count('partial'),
      lacks: count('no'),
      unknown: count(undefined),
    }
  })
  return { features: rows.map(({ feature }) => feature), endowments }
}
