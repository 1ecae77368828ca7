// A form by which a seat acts is sent by script, and the page shows what came of it in place. Without script, and where
// this one does not know what to do, the browser sends it as it always did.
import { isRepeated, isSamePage, longestWait, sendingWords, sendsAct, Unanswered } from './modules/ui/sending.js'

/** Not randomUUID: a page of a ministry's own network may come without TLS, and then it is not there. */
const newId = () =>
  `by-page-${[...crypto.getRandomValues(new Uint8Array(16))].map((one) => one.toString(16).padStart(2, '0')).join('')}`

/** What tells a form from the others of the page: a field of the same name may stand in many of them. */
export function formKey(form) {
  if (!form) return ''
  const own = [...form.querySelectorAll('input[type=hidden]')].filter(
    ({ name }) => !['back', 'revision'].includes(name),
  )
  return [form.id || form.getAttribute('action'), ...own.map(({ name, value }) => `${name}=${value}`)].join('\n')
}

/** Opens or closes whatever folds away around an element. */
export function setAround(element, open) {
  for (let one = element.closest('details'); one; one = one.parentElement.closest('details')) one.open = open
}

/**
 * @param page what can be done with it: its `main`, `show` a page that was sent, `say` a sentence, and what to do when it is `released`
 * @returns `isUnderWay`, and `replace`: puts back what is told beside a form when the page has been brought up to date
 */
export function sendForms({ main, show, say, released }) {
  const unanswered = new Unanswered(newId)
  let isUnderWay = false
  let clicks = 0
  let told

  document.addEventListener('click', ({ detail }) => (clicks = detail), { capture: true })

  document.addEventListener('submit', (event) => {
    const { target: form, submitter } = event
    if (event.defaultPrevented || !main().contains(form) || !isOurs(form, submitter)) return
    event.preventDefault()
    if (isUnderWay || isRepeated(clicks)) return
    send(form, submitter)
  })

  async function send(form, submitter) {
    const action = form.getAttribute('action')
    const fields = fieldsOf(form, submitter)
    const sent = `${action}\n${fields}`
    const id = unanswered.idOf(sent)
    isUnderWay = true
    form.setAttribute('aria-busy', 'true')
    main().setAttribute('aria-busy', 'true')
    try {
      const response = await fetch(action, {
        method: 'POST',
        body: new URLSearchParams([...fields, ['id', id]]),
        headers: { 'in-place': location.pathname + location.search },
        cache: 'no-store',
        signal: AbortSignal.timeout(longestWait),
      })
      const there = response.headers.get('content-location')
      const page = new DOMParser().parseFromString(await response.text(), 'text/html')
      if (response.status < 500) unanswered.answered(sent)
      untell()
      if (there === null) tell(form, refusalIn(page))
      else if (!isSamePage(there, location.pathname + location.search)) return location.assign(there)
      else if (!response.ok || !page.querySelector('main')) return location.reload()
      else arrive(form, String(fieldsOf(form, submitter)) === String(fields), page, there)
    } catch {
      untell()
      tell(form, [paragraph(sendingWords.unanswered)])
    }
    isUnderWay = false
    form.removeAttribute('aria-busy')
    main().removeAttribute('aria-busy')
    released()
  }

  /** The page as it is now. What was sent is no longer the reader's own; what was written meanwhile is. */
  function arrive(form, isAsSent, page, there) {
    const wasHere = form.contains(document.activeElement) || document.activeElement === document.body
    if (isAsSent) HTMLFormElement.prototype.reset.call(form)
    setAround(form, false)
    // Said first: what is shown is measured by the browser once, with this line in it.
    say(sendingWords.entered(new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })))
    show(page)
    if (wasHere) goTo(there.split('#')[1])
  }

  /** To the heading of what the form led back to, as after a page was loaded there. */
  function goTo(id) {
    const part = (id && main().querySelector(`#${CSS.escape(id)}`)) || main()
    const heading = part.querySelector('h1, h2, h3') ?? part
    heading.tabIndex = -1
    heading.focus({ preventScroll: true })
    const { top, bottom } = heading.getBoundingClientRect()
    if (top < 0 || bottom > innerHeight) heading.scrollIntoView({ block: 'start', behavior: 'instant' })
  }

  /** Beside the form, which stays as it was written. */
  function tell(form, content) {
    const aside = document.createElement('div')
    aside.className = 'aside refused tight'
    aside.setAttribute('role', 'alert')
    told = { aside, key: formKey(form) }
    const live = form.isConnected ? form : [...main().querySelectorAll('form')].find((one) => formKey(one) === told.key)
    if (live) live.before(aside)
    else main().prepend(aside)
    // Filled once it is there, so that it is read out; the focus stays on the button by which it is sent again.
    aside.append(...content)
    aside.scrollIntoView({ block: 'nearest', behavior: 'instant' })
  }

  function untell() {
    told?.aside.remove()
    told = undefined
  }

  return {
    isUnderWay: () => isUnderWay,
    replace() {
      if (!told || told.aside.isConnected) return
      const form = [...main().querySelectorAll('form')].find((one) => formKey(one) === told.key)
      if (!form) return untell()
      form.before(told.aside)
      setAround(form, true)
    },
  }
}

function isOurs(form, submitter) {
  const method = (form.getAttribute('method') ?? '').toLowerCase()
  const goesElsewhere = ['formaction', 'formmethod', 'formtarget'].some((name) => submitter?.hasAttribute(name))
  if (method !== 'post' || goesElsewhere || form.querySelector('input[type=file]')) return false
  return sendsAct(form.getAttribute('action') ?? '')
}

function fieldsOf(form, submitter) {
  const fields = [...new FormData(form)].map(([name, value]) => [name, String(value)])
  if (submitter?.name) fields.push([submitter.name, submitter.value])
  return fields
}

/** What a page that says no says of it: the refusal, what is wrong with which field, and how things stand now. */
function refusalIn(page) {
  const said = [...page.querySelectorAll('.refused > *, [data-refused]')].map((one) => {
    const same = document.importNode(one, true)
    same.classList.remove('lede')
    if (one.localName !== 'h1') return same
    const first = paragraph('')
    const strong = document.createElement('strong')
    strong.textContent = one.textContent
    first.append(strong)
    return first
  })
  const faults = [...page.querySelectorAll('main .fault')].map((fault) => {
    const label = fault.parentElement.firstElementChild?.textContent.trim()
    return paragraph(label ? `${label}: ${fault.textContent}` : fault.textContent)
  })
  return [...(said.length > 0 ? said : [paragraph(sendingWords.refused)]), ...faults, paragraph(sendingWords.kept)]
}

function paragraph(text) {
  const element = document.createElement('p')
  element.textContent = text
  return element
}
