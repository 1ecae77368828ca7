import { type Html, html } from '../html.ts'
import type { Page } from '../layout.ts'
import type { SentKind } from './about.ts'
import { aboutActs, groupsOfActs, otherKinds } from './acts.ts'
import { fieldTable } from './fields.ts'
import { type Operation, operations } from './operations.ts'
import { codesOf, refusals } from './refusals.ts'

export interface ApiView {
  /** JSON Schemas by name, one for each kind of act. */
  readonly schemas: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  /** The pages that are there as data. */
  readonly pages: readonly { readonly path: string; readonly title: string }[]
}

/** The interface for people who write programs. */
export function apiPage({ schemas, pages }: ApiView): Page {
  const act = (kind: SentKind, level: 3 | 4) => actSection(kind, schemas[kind] ?? {}, level)
  const body = html`<section class="stack"><p class="crumb"><a href="/organisations">Organisations kept here</a></p><h1>Whatever a page can do, a program can</h1>
<p class="lede">An act is entered under the same rules as on the pages and refused in the same words. What a seat may not see is not there for its program either.</p>
<nav class="ways" aria-label="On this page"><a href="#token">A token</a><a href="#first">The first call</a><a href="#twice">Sent twice</a><a href="#operations">Operations</a><a href="#acts">Kinds of act</a><a href="#refusals">Refusals</a><a href="#pages">Pages as data</a><a href="/api/openapi.json">OpenAPI 3.1</a></nav></section>
<section class="tight" id="token"><h2>A token is for one seat</h2><p>Whoever manages a seat makes a token on the page of the delegation, <code>/concord/delegation</code>, and ends it there. It is shown once. A program that has it acts for that seat of that organisation, and for no other. Keep it as you keep a key, and out of addresses and of programs that others can read.</p></section>
<section class="tight" id="first"><h2>The first call</h2><pre>curl -H "Authorization: Bearer $TOKEN" http://localhost:3000/api/concord</pre><p>It says which seat the token is for, the time on the organisation’s clock, and how far the register goes. Then an act:</p><pre>curl -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" \\
  -H "Idempotency-Key: lights-1" \\
  -d '${written(aboutActs['position-taken'].example)}' \\
  http://localhost:3000/api/concord/acts</pre><p>The answer has the id under which the act is kept, its position in the register, its time, and what the rules said of it. To ask what they would say, and enter nothing, send it to <code>/api/concord/acts/ruling</code>. To follow what is entered: <code>curl -N</code> with the same header on <code>/api/concord/events</code>.</p></section>
<section class="tight" id="twice"><h2>Sent twice, entered once</h2><p>An act has an id: the field <code>id</code>, or the header <code>Idempotency-Key</code>. Where an answer was lost, send the same again. The first time is answered with 201, each further time with 200 and the same entry, and another act with that id is refused. A delegation’s ids are its own: <code>lights-1</code> of Arcadia is kept as <code>ARC~lights-1</code>, and no other delegation can find out whether it was used. Without an id an act gets one, and is entered each time that it is sent.</p><p>The day and the instant of an act are when it arrives; leave out <code>on</code> and <code>at</code>. Only the Secretariat places an act beside another, or corrects one.</p></section>
<section class="stack" id="operations"><h2>Operations</h2>${operations.map(operationSection)}</section>
<section class="stack" id="acts"><h2>Kinds of act</h2><p>Of each: who may send it, what it does, its own fields, and an example that can be sent as it is where the story has come so far.</p>${groupsOfActs.map(({ title, kinds }) => html`<h3>${title}</h3>${kinds.map((kind) => act(kind, 4))}`)}
<h3>What the Secretariat keeps besides</h3>${otherKinds.map((kind) => act(kind, 4))}</section>
<section class="tight" id="refusals"><h2>Refusals</h2><p>A refusal is JSON as well: <code>refused</code>, a code; <code>message</code>, what is wrong; where there is one, <code>article</code>, the rule on which it rests; and <code>remedy</code>, what can be done instead. Nothing was entered then.</p><table class="cards"><thead><tr><th scope="col" class="number">Status</th><th scope="col">Code</th><th scope="col">When</th></tr></thead><tbody>${Object.entries(refusals).map(([code, { status, says }]) => html`<tr><td class="number" data-label="status">${status}</td><th scope="row"><code>${code}</code></th><td class="line">${says}</td></tr>`)}</tbody></table></section>
<section class="tight" id="pages"><h2>Pages as data</h2><p>Every page of the record is there as data. Those of the record also read <code>?on=</code>, a day, and <code>?known=</code>, a position of the register.</p><ul class="plain">${pages.map(({ path, title }) => html`<li><code>${path}</code> <small>${title}</small></li>`)}</ul></section>`
  return { title: 'Whatever a page can do, a program can', body }
}

function operationSection({ id, method, path, title, says, parameters = [], answers, refuses }: Operation): Html {
  const codes = refuses.map((status) => html`<li>${status} <small>${codesOf(status).join(', ')}</small></li>`)
  return html`<article class="period" id="op-${id}"><h3><a href="#op-${id}">${title}</a></h3><p><code>${method.toUpperCase()} ${path}</code></p><p>${says}</p>${parameters.length > 0 ? html`<ul class="plain">${parameters.map((one) => html`<li><code>${one.name}</code> <small>${one.says}</small></li>`)}</ul>` : undefined}<ul class="plain">${Object.entries(answers).map(([status, meaning]) => html`<li>${status} <small>${meaning}</small></li>`)}</ul><details><summary><small>Refused with ${refuses.join(', ')}</small></summary><ul class="plain">${codes}</ul></details></article>`
}

function actSection(kind: SentKind, schema: Readonly<Record<string, unknown>>, level: 3 | 4): Html {
  const { who, does, by, example } = aboutActs[kind]
  const heading = html`<a href="#${kind}"><code>${kind}</code></a>`
  return html`<article class="period" id="${kind}">${level === 3 ? html`<h3>${heading}</h3>` : html`<h4>${heading}</h4>`}<p>${does}</p><p><small>Who may: ${who}</small></p><details><summary><small>Fields and an example</small></summary>${fieldTable(schema)}<p><small>Sent by <code>${by}</code></small></p><pre>${written(example)}</pre></details></article>`
}

function written(example: object): string {
  return JSON.stringify(example, null, 2)
}
