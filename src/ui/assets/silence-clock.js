// Counts down what is left of a silence procedure. The server's instants are the truth: this only shows them, by the time
// that has passed since the page was made, whatever the clock of this machine says. What becomes of it then the page asks.

const seen = new WeakMap()

function show() {
  for (const element of document.querySelectorAll('[data-expires]')) {
    const { expires, now } = element.dataset
    const first = seen.get(element)
    if (first?.now !== now) seen.set(element, { now, since: performance.now() })
    const { since } = seen.get(element)
    const left = Date.parse(expires) - Date.parse(now) - (performance.now() - since)
    element.textContent = inWords(left)
  }
}

function inWords(milliseconds) {
  if (milliseconds <= 0) return '0 seconds'
  const seconds = Math.floor(milliseconds / 1000)
  const [days, hours, minutes] = [
    Math.floor(seconds / 86400),
    Math.floor(seconds / 3600) % 24,
    Math.floor(seconds / 60) % 60,
  ]
  const two = (count) => String(count).padStart(2, '0')
  const clock = `${two(hours)}:${two(minutes)}:${two(seconds % 60)}`
  return days > 0 ? `${days} ${days === 1 ? 'day' : 'days'} ${clock}` : clock
}

show()
setInterval(show, 1000)
