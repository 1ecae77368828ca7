import type { Section } from './proposal.ts'

export const afterSection: Section = () => undefined
