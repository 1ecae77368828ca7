// What follows from the form, at once, by the very modules that decide on the server; without script the button does it.
// Only whether a rule is well written is asked of the server, which holds the one schema of rules.
import { decide } from './modules/rules/decision.js'
import { asJson, noVerdict, outOfReach, verdict } from './modules/ui/verdict.js'

const form = document.querySelector('#own')
const body = form.querySelector('.own-rows tbody')
const at = (id) => document.getElementById(id)
const query = () => new URLSearchParams(new FormData(form))

/** The last question that was well written; undefined while what is written is not. */
let question

function show() {
  const answer = question ? verdict(decide(question)) : noVerdict
  at('verdict').innerHTML = answer.text
  at('question').textContent = question ? asJson(question) : ''
  at('address').href = `${form.action}?${query()}`
}

function showFaults(faults) {
  for (const place of form.querySelectorAll('.fault')) {
    const field = place.id.slice('fault-'.length)
    const messages = faults.filter((one) => one.field === field).map(({ message }) => message)
    place.textContent = messages.join(' ')
    if (messages.length > 0) at(field).setAttribute('aria-invalid', 'true')
    else at(field).removeAttribute('aria-invalid')
  }
}

/** Positions as they are chosen now. */
function positions() {
  const standing = (row) => [row.querySelector('[name=who]').value.trim(), row.querySelector('[name=stands]').value]
  return Object.fromEntries([...body.rows].map(standing).filter(([who]) => who !== ''))
}

let asked = 0
async function read() {
  asked += 1
  const mine = asked
  try {
    const response = await fetch(`/write-your-own/reading.json?${query()}`)
    const answer = await response.json()
    // A later change has been asked about in the meantime.
    if (mine !== asked) return
    question = answer.question && { ...answer.question, positions: positions() }
    showFaults(answer.faults ?? [])
    at('in-words').textContent = answer.says ?? ''
    for (const [column, needed] of Object.entries(answer.columns ?? {}))
      form.querySelector('.own-rows').classList.toggle(`no-${column}`, !needed)
    show()
    if (answer.refused) at('verdict').textContent = `${answer.message} ${answer.remedy}`
  } catch {
    if (mine === asked) at('verdict').innerHTML = outOfReach.text
  }
}

let soon
form.addEventListener('input', ({ target }) => {
  clearTimeout(soon)
  if (target.name === 'stands' && question) {
    asked += 1
    question = { ...question, positions: positions() }
    show()
  } else {
    // A moment after the last key.
    soon = setTimeout(read, 200)
  }
})

at('more').hidden = false
at('more').addEventListener('click', () => {
  body.insertAdjacentHTML('beforeend', at('row').innerHTML.replaceAll('INDEX', String(body.rows.length)))
  body.rows[body.rows.length - 1].querySelector('input').focus()
})
read()
