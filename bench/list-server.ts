/**
 * Serves the pages of a small made-up organisation with 300 sources, so that its list of sources has 300 rows, and says
 * where. Run by list.ts as: node list-server.ts <data folder>
 */
import { Registry } from '../src/registry/index.ts'
import { buildServer } from '../src/routes/server.ts'
import { isRefusal } from '../src/rules/index.ts'
import { organisation, plenary } from './plenary.ts'

const rows = 300
const opened = await Registry.open({ dataFolder: process.argv[2] ?? '' })
if (isRefusal(opened)) throw new Error(opened.message)
let sources = 0
const entries = plenary({ acts: 5_000, decisions: 200, meetings: 40 })
  .filter(({ act }) => act.kind !== 'source-described' || ++sources <= rows)
  .map((entry, index) => ({ ...entry, position: index + 1 }))
await opened.appendVerbatim(organisation, entries)
const server = await buildServer(opened)
console.log(await server.listen({ port: 0, host: '127.0.0.1' }))
