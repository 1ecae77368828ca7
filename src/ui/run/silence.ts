import type { Section } from './proposal.ts'

export const silenceSection: Section = () => undefined
