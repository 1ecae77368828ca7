import type { Section } from './proposal.ts'

export const meetingSection: Section = () => undefined
