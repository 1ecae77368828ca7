// Makes and uses passkeys, which no form can do. A form of this kind is hidden until the browser is found to be able to.
const able =
  window.PublicKeyCredential?.parseCreationOptionsFromJSON &&
  window.PublicKeyCredential.parseRequestOptionsFromJSON &&
  // A passkey is made for a name; an address in numbers has none.
  !/^[\d.]+$|^\[/.test(location.hostname)

for (const form of able ? document.querySelectorAll('form[data-passkey]') : []) {
  form.hidden = false
  for (const note of document.querySelectorAll('.no-passkey')) note.hidden = true
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const [button, trouble] = [form.querySelector('button'), form.querySelector('[role=alert]')]
    button.disabled = true
    trouble.textContent = ''
    run(form)
      .catch((error) => {
        // The browser's own words for "you said no" are long and technical.
        trouble.textContent =
          error.name === 'NotAllowedError' ? 'It was not confirmed on the device. Try again.' : error.message
      })
      .finally(() => {
        button.disabled = false
      })
  })
}

async function run(form) {
  const address = new URL(form.action).pathname
  const options = await send(`${address}/options`, Object.fromEntries(new FormData(form)))
  const credential =
    form.dataset.passkey === 'make'
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) })
  const { goesTo } = await send(address, { credential: credential.toJSON() })
  location.assign(goesTo)
}

async function send(address, values) {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(values),
  })
  const answer = await response.json()
  if (!response.ok) throw new Error([answer.message, answer.remedy].filter(Boolean).join(' '))
  return answer
}
