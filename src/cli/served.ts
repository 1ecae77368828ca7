import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { decodeEntries, Fold } from '../record/index.ts'
import { type Records, rootHashOf } from '../registry/registry.ts'
import { isRefusal } from '../rules/index.ts'

const note = 'serving.json'

/** Notes in the data folder where its pages are served, for other commands to find. */
export function noteServed(dataFolder: string, url: string): void {
  writeFileSync(join(dataFolder, note), `${JSON.stringify({ url })}\n`)
}

export function noteNoLongerServed(dataFolder: string): void {
  rmSync(join(dataFolder, note), { force: true })
}

/** The record of one organisation, read from the process that serves it; `undefined` if none answers. */
export async function mirrorOfServed(dataFolder: string, organisation: string): Promise<Records | undefined> {
  try {
    const { url } = JSON.parse(readFileSync(join(dataFolder, note), 'utf8'))
    const response = await fetch(new URL(`/${encodeURIComponent(organisation)}/register.jsonl`, url), {
      signal: AbortSignal.timeout(5_000),
    })
    const lines = response.ok ? (await response.text()).split('\n').filter((line) => line !== '') : []
    const entries = decodeEntries(lines)
    const fold = new Fold(organisation, isRefusal(entries) ? [] : entries)
    const kept = (await (await fetch(new URL('/organisations.json', url))).json()) as { id: string }[]
    return {
      organisations: () => kept.map(({ id }) => id).sort(),
      record: () => fold,
      rootHash: () => rootHashOf(fold),
    }
  } catch {
    return undefined
  }
}
