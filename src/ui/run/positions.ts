import type { Section } from './proposal.ts'

export const positionsSection: Section = () => undefined
