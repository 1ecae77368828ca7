import type { ForSignature } from '../../record/index.ts'
import type { Instant } from '../../rules/index.ts'
import { html } from '../html.ts'
import { type Page, type Place, to } from '../layout.ts'
import { bodyName } from '../sentences.ts'
import { capitalised, counted } from '../words.ts'
import { signatureTable } from './after-signature.ts'
import { instantThere, timeZoneOf } from './times.ts'

/** The list of documents for signature, to be printed and laid on the table. */
export function signaturePage(
  list: readonly ForSignature[],
  called: (id: string) => string,
  at: Instant,
  place: Place,
): Page {
  const count = capitalised(counted(list.length, { one: 'document', many: 'documents' }))
  const ready = list.filter(({ isReady }) => isReady).length
  const title = list.length === 0 ? 'No document is planned for signature' : `${count} for signature`
  const documents = list.map((one) => {
    const { negotiation, isReady } = one
    const { current, number, body, decision } = negotiation
    return html`<section class="stack document"><h2><a href="${to(place, `run/proposals/${decision}`)}">${number ? `${number}: ` : ''}${current.title.en}</a> <span class="tag ${isReady ? 'yes' : 'wait'}">${isReady ? 'ready to be signed' : 'not ready'}</span></h2><p class="note">${bodyName(place.organisation, body)}${number ? undefined : ', no number yet'}</p>${signatureTable(one, called, place)}</section>`
  })
  const says =
    list.length === 0
      ? 'Once the chair or the Secretariat plans the signature of a decision, it stands here for everyone to whom its text is open.'
      : `${ready === 0 ? 'None' : capitalised(counted(ready, { one: 'of them', many: 'of them' }))} can be signed as of ${instantThere(at, timeZoneOf(place.organisation))}. A document is ready when every language version is, and every capital is through its internal procedures.`
  const body = html`<section class="stack"><p class="crumb"><a href="${to(place, 'run')}">The table</a></p><h1>${title}</h1><p class="lede">${says}</p></section>${documents}`
  return { title, body, part: 'run', live: { about: 'all' } }
}
