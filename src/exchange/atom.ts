import { type Entry, type Fold, type Organisation, targetsOf, titled } from '../record/index.ts'
import { editionOf } from './citation.ts'

/** What was entered into a register at one moment. */
export interface Batch {
  readonly recordedAt: string
  readonly first: Entry
  readonly last: Entry
  readonly added: number
  readonly corrected: readonly Entry[]
  readonly withdrawn: readonly Entry[]
}

/** The moments at which a register grew, the latest first. */
export function batchesOf(entries: readonly Entry[], most: number): Batch[] {
  const batches = [...Map.groupBy(entries, (entry) => entry.recordedAt)].slice(-most).reverse()
  return batches.map(([recordedAt, all]) => {
    const withdrawn = all.filter(({ act }) => act.kind === 'act-withdrawn')
    const corrected = all.filter(({ act }) => act.kind !== 'act-withdrawn' && targetsOf(act).length > 0)
    return {
      recordedAt,
      first: all[0] as Entry,
      last: all.at(-1) as Entry,
      added: all.length - withdrawn.length - corrected.length,
      corrected,
      withdrawn,
    }
  })
}

const mostBatches = 50
const mostNamed = 20

/**
 * The changes of a record as an Atom feed (RFC 4287): an entry for each moment at which its register grew.
 * @param address where the pages are: `https://example.org`
 * @param uuidOf makes a UUID from what is always the same for a moment, so that readers know an entry again
 */
export function atomFeed(fold: Fold, position: number, address: string, uuidOf: (text: string) => string): string {
  const id = fold.organisation
  const description = fold.at('9999-12-31' as never, position).description
  const home = `${address}/${id}`
  const batches = batchesOf(
    fold.entries(position).filter(({ act }) => act.kind !== 'sealed'),
    mostBatches,
  )
  const name = description?.names.en ?? id
  const iri = (text: string) => `urn:uuid:${uuidOf(text)}`
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<id>${iri(`feed ${id}`)}</id>
<title>${xml(titled(`${name}: what changed in the record`, description))}</title>
<subtitle>${xml(`Acts entered, corrected and withdrawn; nothing is overwritten. ${editionOf(id, description)}.`)}</subtitle>
<updated>${batches[0]?.recordedAt ?? '1970-01-01T00:00:00Z'}</updated>
<author><name>${xml(editionOf(id, description))}</name></author>
<link rel="self" type="application/atom+xml" href="${xml(`${home}/changes.atom`)}"/>
<link rel="alternate" type="text/html" href="${xml(`${home}/changes`)}"/>
${batches.map((batch) => entryOf(batch, home, iri, description)).join('')}</feed>
`
}

function entryOf(
  batch: Batch,
  home: string,
  iri: (text: string) => string,
  description: Organisation['description'],
): string {
  const { first, last, added, corrected, withdrawn, recordedAt } = batch
  const counts = [
    [added, 'entered'],
    [corrected.length, 'corrected'],
    [withdrawn.length, 'withdrawn'],
  ] as const
  const title = counts
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${count} ${count === 1 ? 'act' : 'acts'} ${what}`)
    .join(', ')
  const named = [
    ...corrected.map(({ id, act }) => `Corrected: ${id}. ${act.correction ?? 'The account was changed.'}`),
    ...withdrawn.map(({ act }) =>
      act.kind === 'act-withdrawn' ? `Withdrawn: ${act.withdraws.join(', ')}. ${act.reason}` : '',
    ),
  ]
  const more = named.length > mostNamed ? [`… and ${named.length - mostNamed} more.`] : []
  const span = first === last ? `position ${last.position}` : `positions ${first.position} to ${last.position}`
  const content = [`The register grew by ${span}.`, ...named.slice(0, mostNamed), ...more].join('\n')
  return `<entry>
<id>${iri(`${first.organisation} ${first.position} ${first.id} ${recordedAt}`)}</id>
<title>${xml(titled(title, description))}</title>
<updated>${recordedAt}</updated>
<link rel="alternate" type="text/html" href="${xml(`${home}/changes?known=${last.position}`)}"/>
<content type="text">${xml(content)}</content>
</entry>
`
}

/** Text for XML 1.0, which cannot hold control characters or half characters in any form. */
export function xml(text: string): string {
  return (
    text
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not stand in XML.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
      .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
  )
}
