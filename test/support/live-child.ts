/**
 * The program in a process of its own, so that a test can end it at any moment and start it again on the same port; with
 * two pages that follow the register. Each line that comes in is an act to enter; what became of it is said, a line of JSON.
 * Run as: node live-child.ts <data folder> <port>
 */
import { createInterface } from 'node:readline'
import { actSchema } from '../../src/record/index.ts'
import { enact, loadFolder, Registry } from '../../src/registry/index.ts'
import { servePage } from '../../src/routes/page.ts'
import { buildServer } from '../../src/routes/server.ts'
import { isRefusal } from '../../src/rules/index.ts'
import { html } from '../../src/ui/html.ts'
import { inSession, secretariat } from './concord.ts'
import { concord } from './folders.ts'

const [dataFolder = '', port] = process.argv.slice(2)
const say = (value: unknown) => process.stdout.write(`${JSON.stringify(value)}\n`)

const registry = await Registry.open({ dataFolder }, () => inSession)
if (isRefusal(registry)) throw new Error(registry.message)
const loaded = await loadFolder(registry, concord)
if (isRefusal(loaded)) throw new Error(loaded.message)
const server = await buildServer(registry)

for (const { path, about } of [
  { path: 'following', about: 'all' as const },
  { path: 'lighthouse', about: ['lighthouse'] },
]) {
  servePage(server, registry, path, ({ fold }) => ({
    data: {},
    page: () => {
      const newest = fold.entries().slice(-8).reverse()
      // The field "Second" goes when an act of this name has been entered.
      const second = fold.entry('close-second')
        ? undefined
        : html`<p><label>Second <input type="text" name="second"></label></p>`
      return {
        title: 'Following the register',
        live: { about },
        body: html`<h1>At position ${fold.position}</h1><ul class="newest">${newest.map(({ id }) => html`<li>${id}</li>`)}</ul>
<p><a href="/concord/">A link</a></p><details><summary>More</summary><p>What is more.</p></details>
<form action="/concord/sent" method="get"><p><label>First <textarea name="first"></textarea></label></p>${second}
<p><label>Position <select name="position"><option>for</option><option>against</option></select></label></p>
<p><label>Given <input type="text" name="given" value="${fold.position}"></label></p><button>Send</button></form>
<ol>${Array.from({ length: 80 }, (_, n) => html`<li>Line ${n}</li>`)}</ol>`,
      }
    },
  }))
}

say(await server.listen({ host: '127.0.0.1', port: Number(port) }))
for await (const line of createInterface({ input: process.stdin })) {
  say(await enact(registry, 'concord', actSchema.parse(JSON.parse(line)), secretariat))
}
