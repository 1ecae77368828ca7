import type { Section } from './proposal.ts'

export const textSection: Section = () => undefined
