import type { Reader } from './suite.ts'

/** What a suite may name as its `reader`: one for each shape of facts. */
export const readers: Readonly<Record<string, Reader>> = {}
