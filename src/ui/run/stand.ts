import type { Section } from './proposal.ts'

export const standSection: Section = () => undefined
