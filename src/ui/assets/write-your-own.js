// What follows from the form, at once, by the modules that decide on the server too. Without it the button does the same.
import { decide } from './modules/rules/decision.js'
import { isQuestion, questionFrom } from './modules/ui/own-question.js'
import { noVerdict, verdict } from './modules/ui/verdict.js'

const form = document.querySelector('#own')
const body = form.querySelector('.own-rows tbody')
const at = (id) => document.getElementById(id)

function written() {
  const fields = ['who', 'tags', 'weights', 'stands']
  const rows = [...body.rows].map((row) =>
    Object.fromEntries(fields.map((field) => [field, row.querySelector(`[name=${field}]`).value])),
  )
  return { rule: at('rule').value, concerned: at('concerned').value, rows }
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

function show() {
  const read = questionFrom(written())
  const sound = isQuestion(read)
  showFaults(sound ? [] : read)
  at('verdict').innerHTML = (sound ? verdict(decide(read)) : noVerdict).text
  at('question').textContent = sound ? JSON.stringify(read, null, 2) : ''
  at('address').href = `${form.action}?${new URLSearchParams(new FormData(form))}`
}

// A moment after the last key, so that a screen reader is told once.
let soon
form.addEventListener('input', () => {
  clearTimeout(soon)
  soon = setTimeout(show, 150)
})

at('more').hidden = false
at('more').addEventListener('click', () => {
  body.insertAdjacentHTML('beforeend', at('row').innerHTML.replaceAll('INDEX', String(body.rows.length)))
  body.rows[body.rows.length - 1].querySelector('input').focus()
})
show()
