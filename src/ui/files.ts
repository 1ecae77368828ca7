import { type Html, html } from './html.ts'
import { type Place, to } from './layout.ts'

/** The page as files. */
export function pageFiles(place: Place): Html {
  const address = (ending: string) =>
    to(place, place.path.split('/').slice(2).join('/')).replace(/^([^?]*)/, (path) => `${path}.${ending}`)
  return html`<p class="note">All of this as files: <a href="${address('csv')}">CSV</a>, <a href="${address('json')}">JSON</a>.</p>`
}
