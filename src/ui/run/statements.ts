import type { Section } from './proposal.ts'

export const statementsSection: Section = () => undefined
