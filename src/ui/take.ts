import { type Html, html } from './html.ts'
import { type Page, type Place, to } from './layout.ts'
import { words } from './sentences.ts'
import { dateInWords } from './words.ts'

export interface TakeView {
  readonly tables: readonly {
    readonly name: string
    readonly title: string
    readonly says: string
    readonly rows: number
  }[]
  readonly queries: readonly { readonly title: string; readonly sql: string }[]
  /** The hash that stands for the whole register; only where the page shows the head of it. */
  readonly root: string | undefined
}

/** The whole record to take away, and how to use it elsewhere. */
export function takePage({ tables, queries, root }: TakeView, place: Place): Page {
  const { organisation, description } = place
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  const full = tables.filter((table) => table.rows > 0).length
  const id = organisation.id
  const title = `The whole record fits in one file: ${grouped(rows)} rows in ${tables.length} tables`
  const covers = description
    ? `It covers ${dateInWords(description.begins)} to ${dateInWords(description.coveredTo)}, every day of it, whichever day this page is read on.`
    : undefined
  const file = (path: string) => to(place, path, { on: undefined })
  const body = html`<section class="stack"><h1>${title}</h1>
<p class="lede">What counts at register position ${organisation.position}, with the source of every fact. ${covers}</p></section>
<section class="doors" aria-label="Files">
${door('Data package', 'A ZIP with a CSV file for each table and datapackage.json, which says what every column means (Data Package 2.0). Opens in spreadsheets, R, Python, DuckDB.', file('package.zip'), 'Download the data package')}
${door('SQLite', 'The same tables in one database file, with a table readme and a table of questions to begin with.', file('record.sqlite'), 'Download the SQLite file')}
${door('The register', 'Every act in the order in which it was entered, a line each, in the bytes that are hashed. Another Chancery takes it in with its command import.', `/${id}/register.jsonl`, 'Download the register')}
</section>
<div class="cols"><section class="tight"><h2>Each page by itself</h2><p>Put an ending on the address of any page: <code>.json</code> for its data, <code>.csv</code> for the rows of a list, <code>.bib</code> for its citation, <code>.jsonld</code> for linked data. The two clocks <code>?on=</code> and <code>?known=</code> stay.</p>
<p><a href="/${id}/changes.atom">A feed of what changes in the record</a> (Atom): one entry for each time that something is entered, corrected or withdrawn.</p></section>
<section class="tight"><h2>Before you count</h2><p>The record is not equally complete for every kind of fact and year. The table coverage says how complete it is, and so does the page <a href="${to(place, 'coverage')}">${words.nav.coverage}</a></p>
<p>Licences stand in LICENCE.md inside the package, with the sources that state one of their own.</p>${root ? html`<p class="note">Root hash of the register at this position (SHA-256): <code>${root}</code>. Whoever has the same hash has the same record.</p>` : undefined}</section></div>
<section class="tight"><h2>What is in it</h2><p class="note">${full === tables.length ? 'Every table has rows.' : `${full} of ${tables.length} tables have rows here; of the others nothing is on record.`}</p><table class="cards"><thead><tr><th scope="col">Table</th><th scope="col" class="number">Rows</th><th scope="col">What it holds</th></tr></thead><tbody>${tables.map((table) => html`<tr><th scope="row" class="date"><code>${table.name}</code></th><td class="number" data-label="rows">${grouped(table.rows)}</td><td class="line">${table.says}</td></tr>`)}</tbody></table></section>
<section class="stack"><h2>Questions to begin with</h2>${queries.map((query) => html`<div class="tight"><h3>${query.title}</h3><pre>${query.sql}</pre></div>`)}</section>`
  return { title, body, part: 'take' }
}

function door(heading: string, says: string, href: string, go: string): Html {
  return html`<div class="door"><h2>${heading}</h2><p>${says}</p><p class="go"><a href="${href}" download>${go}</a></p></div>`
}

/** "16,951" */
function grouped(number: number): string {
  return number.toLocaleString('en-GB')
}
