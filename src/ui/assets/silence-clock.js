// Counts down what is left of a silence procedure. The server's instants are the truth: this only shows them, by the time
// that has passed since the page was made, whatever the clock of this machine says.

const seen = new WeakMap()
const told = new WeakMap()

function show() {
  for (const element of document.querySelectorAll('[data-expires]')) {
    const { expires, now } = element.dataset
    const first = seen.get(element)
    if (first?.now !== now) seen.set(element, { now, since: performance.now() })
    const { since } = seen.get(element)
    const left = Date.parse(expires) - Date.parse(now) - (performance.now() - since)
    element.textContent = inWords(left)
    // The server says what became of it: the page is fetched again, once, when by the server's clock it is over.
    if (left <= 0 && told.get(element) !== now) {
      told.set(element, now)
      document.dispatchEvent(new Event('silence-over'))
    }
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
