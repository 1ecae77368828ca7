import { endOfTime, exerciseSays, type Fold, fileNamed, titled } from '../record/index.ts'
import { tableAsCsv } from './csv.ts'
import type { Column, Table } from './table.ts'
import type { File } from './zip.ts'

/** What a package is made from. Hashes are given by whoever calls. */
export interface Packed {
  readonly fold: Fold
  readonly position: number
  readonly tables: readonly Table[]
  /** The hash that stands for the register up to the position. */
  readonly rootHash: string
  readonly sha256: (text: string) => string
}

const profiles = 'https://datapackage.org/profiles/2.0'

/**
 * The whole record as a data package: a description, a word to the reader, the licences, a file for each table. No
 * clock: the same register and position make the same bytes.
 *
 * @source Data Package 2.0 with Table Schema 2.0 (datapackage.org, 26 June 2024)
 */
export function packageOf(packed: Packed): File[] {
  const data = packed.tables.map((table) => ({ path: fileOf(packed, table.name), text: tableAsCsv(table), table }))
  const descriptor = descriptorOf(packed, data)
  return [
    { path: 'datapackage.json', text: `${JSON.stringify(descriptor, null, 2)}\n` },
    { path: 'README.md', text: readme(packed) },
    { path: 'LICENCE.md', text: licence(packed) },
    ...data.map(({ path, text }) => ({ path, text })),
  ]
}

function descriptorOf(packed: Packed, data: readonly (File & { table: Table })[]) {
  const { fold, position } = packed
  const created = fold.entries(position).at(-1)?.recordedAt
  return {
    $schema: `${profiles}/datapackage.json`,
    name: fileNamed(`${fold.organisation}-record`.toLowerCase(), descriptionOf(packed)),
    title: titleOf(packed),
    description: `${whatItIs(packed)} Read README.md first.`,
    version: String(position),
    ...(created ? { created } : {}),
    contributors: [{ title: compilers(packed), roles: ['compiler'] }],
    licenses: [{ path: 'LICENCE.md', title: 'As stated in LICENCE.md' }],
    sources: rowsOf(packed, 'sources').map(({ title, publisher, url }) => ({
      title: `${title}, ${publisher}`,
      ...(url ? { path: url } : {}),
    })),
    resources: data.map(({ path, text, table }) => ({
      name: table.name,
      type: 'table',
      path,
      title: table.title,
      description: table.says,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      bytes: new TextEncoder().encode(text).length,
      hash: `sha256:${packed.sha256(text)}`,
      ...ownLicences(packed, table),
      schema: schemaOf(table),
    })),
  }
}

/** The schema of one table: the type of each column, the key, and the tables that its columns refer to. */
export function schemaOf(table: Table) {
  const references = Object.entries(table.columns).flatMap(([name, { refers }]) =>
    refers
      ? {
          fields: [name],
          // Within one table the standard wants no name of a resource.
          reference: { ...(refers.table === table.name ? {} : { resource: refers.table }), fields: [refers.column] },
        }
      : [],
  )
  return {
    $schema: `${profiles}/tableschema.json`,
    fields: Object.entries(table.columns).map(([name, column]) => field(name, column)),
    missingValues: [''],
    primaryKey: table.key,
    ...(references.length > 0 ? { foreignKeys: references } : {}),
  }
}

const types: { readonly [T in Column['type']]: { readonly type: string; readonly format?: string } } = {
  text: { type: 'string' },
  id: { type: 'string' },
  list: { type: 'string' },
  date: { type: 'string' },
  url: { type: 'string', format: 'uri' },
  instant: { type: 'datetime' },
  whole: { type: 'integer' },
  number: { type: 'number' },
  'yes-no': { type: 'boolean' },
  json: { type: 'object' },
}

function field(name: string, { type, says, required, oneOf }: Column) {
  const constraints = {
    ...(required ? { required } : {}),
    ...(oneOf ? { enum: oneOf } : {}),
    ...(type === 'date' ? { pattern: '[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?' } : {}),
  }
  return {
    name,
    ...types[type],
    description: says,
    ...(Object.keys(constraints).length > 0 ? { constraints } : {}),
  }
}

function rowsOf({ tables }: Packed, name: string) {
  return tables.find((table) => table.name === name)?.rows ?? []
}

function descriptionOf({ fold }: Packed) {
  return fold.at(endOfTime).description
}

function fileOf(packed: Packed, table: string): string {
  return `data/${fileNamed(`${table}.csv`, descriptionOf(packed))}`
}

function titleOf(packed: Packed): string {
  const title = `The record of the ${nameOf(packed)}, as known at register position ${packed.position}`
  return titled(title, descriptionOf(packed))
}

function nameOf(packed: Packed): string {
  return String(rowsOf(packed, 'organisation')[0]?.name_en ?? packed.fold.organisation)
}

function edition(packed: Packed) {
  return rowsOf(packed, 'organisation')[0]?.edition
}

function compilers(packed: Packed): string {
  if (edition(packed) === 'independent') return `The compilers of this independent edition`
  if (edition(packed) === 'exercise') return 'Those who took part in the exercise'
  return edition(packed) === 'working' ? nameOf(packed) : 'The makers of this made-up organisation'
}

function whatItIs(packed: Packed): string {
  const name = nameOf(packed)
  if (edition(packed) === 'independent')
    return `An independent and unofficial record of the ${name}, compiled from public sources; it is not a publication of the ${name}.`
  if (edition(packed) === 'exercise') return exerciseSays(descriptionOf(packed))
  return edition(packed) === 'working'
    ? `The record of the ${name}, kept by itself.`
    : `The record of the ${name}, a made-up organisation; none of its States exists.`
}

function readme(packed: Packed): string {
  const [{ begins, covered_to: coveredTo } = {}] = rowsOf(packed, 'organisation')
  return `# ${titleOf(packed)}

${whatItIs(packed)}

- The record covers ${begins} to ${coveredTo}. How complete it is differs by kind of fact and year: see ${fileOf(packed, 'coverage')} before counting anything.
- It is what was known at position ${packed.position} of the register. What was corrected or withdrawn by then stands in ${fileOf(packed, 'acts')} alone.
- The root hash of the register up to that position (RFC 9162, SHA-256) is ${packed.rootHash}.
- Dates are days (2017-06-09), months (2017-06) or years (2017), as exact as the source. A period runs from its first day to the first day on which it no longer holds.
- Nobody is presumed: attendance and parts are those that a source names. Where the members of the day are meant, a column says so.
- Every fact leads to its act (column \`act\`), every act to its sources (${fileOf(packed, 'source_references')}) and to what is doubtful about it (${fileOf(packed, 'doubts')}).
- Names are those in use on the date shown; nothing here implies an opinion on the status of any territory.
- Text that begins with =, +, -, @ or a tab has an apostrophe before it, so that no spreadsheet runs it as a formula.

datapackage.json describes every table and column (Data Package 2.0). Licences are in LICENCE.md.

| table | rows | what it holds |
|---|---|---|
${packed.tables.map((table) => `| ${table.name} | ${table.rows.length} | ${table.says} |`).join('\n')}
`
}

function licence(packed: Packed): string {
  const own = packed.tables.flatMap((table) => licencesIn(packed, table).map((one) => ({ ...one, table: table.name })))
  const lines = [...Map.groupBy(own, (one) => one.source)].map(
    ([source, uses]) => `- ${source} (${uses.map((one) => one.table).join(', ')}): ${uses[0]?.licence}`,
  )
  const facts =
    edition(packed) === 'working'
      ? `How this record may be used is for the ${nameOf(packed)} to say.`
      : 'The facts are told in words of our own. They come with the program Chancery under the Apache License 2.0 (https://www.apache.org/licenses/LICENSE-2.0), unless whoever keeps this installation says otherwise.'
  return `# Licence

${facts}
${lines.length > 0 ? `\nThese sources state a licence or conditions of their own. Follow them for rows that rest on them. First the source, then the tables that draw on it:\n\n${lines.join('\n')}\n` : ''}
The sources themselves belong to their publishers; only facts were taken from them.
`
}

/** The licences of sources on which rows of a table rest. */
function licencesIn(packed: Packed, table: Table): { source: string; licence: string }[] {
  if (!table.columns.act || ['acts', 'sources', 'source_references', 'doubts'].includes(table.name)) return []
  const acts = new Set(table.rows.map((row) => row.act))
  const cited = new Set(
    rowsOf(packed, 'source_references').flatMap((row) => (acts.has(row.act) ? String(row.source) : [])),
  )
  return rowsOf(packed, 'sources').flatMap(({ source, licence }) =>
    licence && cited.has(String(source)) ? { source: String(source), licence: String(licence) } : [],
  )
}

function ownLicences(packed: Packed, table: Table) {
  const licences = licencesIn(packed, table)
  if (licences.length === 0) return {}
  return {
    licenses: licences.map(({ source, licence }) => ({ path: 'LICENCE.md', title: `${licence} (from ${source})` })),
  }
}
