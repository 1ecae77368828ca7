// A page that follows the register: when something it shows has changed it is fetched again, and what the reader has
// written, opened or reached stays. Without script the page is as it was when it was asked for.

import { among, changesIn, isAlike, put } from './differing.js'
import { concerns, keep, keepOpen, liveWords, patience, waitFor } from './modules/ui/live.js'
import { formKey, sendForms, setAround } from './sending.js'

const main = () => document.querySelector('main')
const address = () => `/${location.pathname.split('/')[1]}/live`

// Made at once: a region that comes together with its first words is not read out.
const region = document.createElement('div')
region.className = 'live'
const said = document.createElement('p')
said.className = 'live-said'
said.setAttribute('role', 'status')
region.append(said)
main().before(region)
let isLost = false
function say(words) {
  said.textContent = words
  region.classList.toggle('lost', isLost)
}

// The register.

let source
let lastHeard = main().dataset.since ?? ''
let losses = 0
let soon

function connect() {
  source = new EventSource(`${address()}?since=${lastHeard}`)
  source.addEventListener('here', hear)
  source.addEventListener('changed', (event) => {
    hear(event)
    const { live, about = '' } = main().dataset
    if (concerns(JSON.parse(event.data).about, { all: live === 'all', about: about.split(' ') })) refresh()
  })
  source.addEventListener('error', () => {
    losses += 1
    // Said when it lasts: a moment's interruption needs no words.
    if (losses === 2) {
      isLost = true
      say(liveWords.lost)
    }
    // The browser tries again by itself unless it was refused.
    if (source.readyState === EventSource.CLOSED) soon = setTimeout(connect, patience(losses))
  })
}

function hear(event) {
  lastHeard = event.lastEventId
  if (losses === 0) return
  losses = 0
  const wasLost = isLost
  isLost = false
  if (wasLost) say(liveWords.back)
  // It may be another server by now, with other pages.
  refresh()
}

function disconnect() {
  clearTimeout(soon)
  source?.close()
  source = undefined
}

// A page nobody looks at holds no connection: a browser has few for each server, and many pages may be open.
document.addEventListener('visibilitychange', () => {
  if (document.hidden) return disconnect()
  if (!source) connect()
  if (isWanted) refresh()
})

// What hangs on an instant alone changes without anything being entered. The server's instants count, by the time that
// passes since it gave them, whatever the clock of this machine says; and what has become of it the server says.

/** No timer waits longer. In milliseconds. */
const longest = 2 ** 31 - 1
let turning

function awaitTurn() {
  clearTimeout(turning)
  const { turns, now } = main().dataset
  if (turns) turning = setTimeout(refresh, Math.min(longest, Date.parse(turns) - Date.parse(now)))
}

// The page.

let isWanted = false
let isUnderWay = false
let isComposing = false
let lastAt = Number.NEGATIVE_INFINITY
let failures = 0
let timer
/** What the server gave of the parts that are brought up to date; the page itself also has what the reader did. */
const served = new Map([main(), document.querySelector('body > footer')].map((part) => [part, part?.cloneNode(true)]))
/** How often an act of the reader's own was shown: what was asked for before is older. */
let arrivals = 0

const sending = sendForms({ main, show: arrive, say, released: () => isWanted && refresh() })

function refresh() {
  isWanted = true
  if (document.hidden || isUnderWay || isComposing || timer || sending.isUnderWay()) return
  timer = setTimeout(fetchAgain, waitFor(lastAt, performance.now()))
}

async function fetchAgain() {
  timer = undefined
  isWanted = false
  isUnderWay = true
  lastAt = performance.now()
  const before = arrivals
  try {
    const response = await fetch(location.href, { cache: 'no-store' })
    // Too often, or not now: what is there stays until it can be answered.
    if (response.status >= 500 || response.status === 429) throw new Error('The server cannot answer now.')
    const page = new DOMParser().parseFromString(await response.text(), 'text/html')
    if (isComposing || sending.isUnderWay() || arrivals > before) isWanted = true
    else if (show(page) && !isLost) say(liveWords.upToDate(clock()))
    failures = 0
  } catch {
    failures += 1
    if (failures === 2 && !isLost) say(liveWords.unread)
    setTimeout(refresh, patience(failures))
  }
  isUnderWay = false
  if (isWanted) refresh()
}

// Half a character of a script that is composed from several keys would be lost.
document.addEventListener('compositionstart', () => {
  isComposing = true
})
document.addEventListener('compositionend', () => {
  isComposing = false
  if (isWanted) refresh()
})

const clock = () => new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })

/** What came of an act of the reader's own. */
function arrive(page) {
  arrivals += 1
  lastAt = performance.now()
  show(page)
}

/** Gives whether anything has changed. */
function show(page) {
  const [old, fresh] = [main(), page.querySelector('main')]
  if (!fresh) return false
  for (const name of ['live', 'about', 'since', 'turns', 'now']) {
    if (fresh.dataset[name] === undefined) delete old.dataset[name]
    else old.dataset[name] = fresh.dataset[name]
  }
  awaitTurn()
  if (isAlike(served.get(old), fresh)) return false
  for (const link of page.querySelectorAll('head link[rel=stylesheet]')) {
    const has = [...document.head.querySelectorAll('link[rel=stylesheet]')].some((one) => one.href === link.href)
    if (!has) document.head.append(document.importNode(link))
  }
  document.title = page.title
  const [x, y] = [scrollX, scrollY]
  const lost = bringUpToDate(old, fresh)
  const [footer, freshFooter] = [document.querySelector('body > footer'), page.querySelector('body > footer')]
  if (footer && freshFooter) bringUpToDate(footer, freshFooter)
  sending.replace()
  scrollTo({ left: x, top: y, behavior: 'instant' })
  for (const one of lost) keepInView(one)
  return true
}

/**
 * Gives a part of the page the content that the server gives it now, where that is another than before. Gives what the
 * reader had written that has no place any more.
 */
function bringUpToDate(old, fresh) {
  const changes = changesIn(old, served.get(old), fresh)
  served.set(old, fresh)
  const gone = changes.flatMap((change) => change.gone)
  // Read while it stands in the page: what has been taken out has no labels.
  const written = controls(gone)
  const before = written.map(asField)
  const inView = written.map((control) => control.checkVisibility?.() ?? true)
  const opened = among(gone, 'details').map(asOpen)
  const focus = focusIn(gone, written)
  const come = changes.flatMap(put)
  const after = controls(come)
  const { set, lost } = keep(before, after.map(asField))
  for (const { index, value } of set) fill(after[index], value)
  const openNow = among(come, 'details')
  const open = keepOpen(opened, openNow.map(asOpen))
  for (const [index, one] of openNow.entries()) one.open = open[index]
  // What is being written is not put away because its form stands elsewhere now.
  for (const { index, from } of set) if (inView[from]) setAround(after[index], true)
  restoreFocus(old, after, focus)
  return lost
}

const asOpen = (one) => ({ key: one.id || (one.querySelector('summary')?.textContent ?? ''), open: one.open })

/** What a reader can write into or choose; a button, a hidden value and a file are the server's or the browser's. */
const controls = (nodes) =>
  among(nodes, 'input, textarea, select').filter(
    ({ type }) => !['hidden', 'submit', 'button', 'reset', 'image', 'file'].includes(type),
  )
const ticks = ({ type }) => type === 'checkbox' || type === 'radio'
const chosen = (options) => options.map(({ value }) => value).join('\n')

function asField(control) {
  const { form, id, name, type } = control
  const key = [formKey(form), id || name, ticks(control) ? control.value : ''].join('\n')
  const label = [...(control.labels ?? [])].map((one) => one.firstChild?.textContent.trim()).join(' ') || name
  if (ticks(control)) {
    return { key, label, value: control.checked ? 'on' : '', given: control.defaultChecked ? 'on' : '', secret: true }
  }
  if (control.localName !== 'select') {
    return { key, label, value: control.value, given: control.defaultValue, secret: type === 'password' }
  }
  const options = [...control.options]
  const selected = options.filter(({ defaultSelected }) => defaultSelected)
  // A list of which the server has chosen nothing stands at its first.
  const given = chosen(selected.length === 0 && type === 'select-one' ? options.slice(0, 1) : selected)
  const value = chosen([...control.selectedOptions])
  return { key, label, value, given, ...(type === 'select-one' ? { choices: options.map((one) => one.value) } : {}) }
}

function fill(control, value) {
  if (ticks(control)) control.checked = value === 'on'
  else if (control.type === 'select-multiple')
    for (const option of control.options) option.selected = value.split('\n').includes(option.value)
  else control.value = value
}

/** Where the reader is: in which field and where in it, or on which link or button. */
function focusIn(gone, written) {
  const active = document.activeElement
  if (!gone.some((node) => node.contains(active))) return undefined
  const { id, localName } = active
  const text = active.textContent
  const field = written.includes(active) ? asField(active).key : undefined
  const nth = field === undefined ? 0 : written.filter((one) => asField(one).key === field).indexOf(active)
  return { id, localName, text, href: active.getAttribute('href'), field, nth, range: rangeIn(active) }
}

function restoreFocus(root, after, focus) {
  if (!focus) return
  const { id, localName, text, href, field, nth, range } = focus
  const same = (one) => one.textContent === text && one.getAttribute('href') === href
  const found =
    field !== undefined
      ? after.filter((one) => asField(one).key === field)[nth]
      : (id && root.querySelector(`#${CSS.escape(id)}`)) || [...root.querySelectorAll(localName)].find(same)
  if (!found) return
  found.focus({ preventScroll: true })
  if (range) found.setSelectionRange(...range)
}

/** Fields of some types, as of numbers and dates, know no place in their text. */
function rangeIn({ selectionStart, selectionEnd, selectionDirection }) {
  return typeof selectionStart === 'number' ? [selectionStart, selectionEnd, selectionDirection] : undefined
}

function keepInView({ label, value }) {
  const aside = document.createElement('aside')
  aside.className = 'aside live-kept'
  aside.setAttribute('aria-label', label)
  const words = document.createElement('p')
  words.textContent = liveWords.kept(label)
  const text = document.createElement('pre')
  text.textContent = value
  const done = document.createElement('button')
  done.type = 'button'
  done.className = 'button plain-button'
  done.textContent = liveWords.done
  done.addEventListener('click', () => aside.remove())
  aside.append(words, text, done)
  main().before(aside)
}

awaitTurn()
if (!document.hidden) connect()
