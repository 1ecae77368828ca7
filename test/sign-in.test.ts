import type { AddressInfo } from 'node:net'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Seat, seatId } from '../src/record/index.ts'
import { startBrowser, type TestBrowser } from './support/browser.ts'
import { removeTemporaryFolders } from './support/folders.ts'
import { type IdentityProvider, startIdentityProvider } from './support/identity-provider.ts'
import { type SeatsHouse, seatsHouse } from './support/seats.ts'

// Being let in and signing in again, in a browser: by passkey with the browser's own virtual authenticator, and at a
// real provider of OpenID Connect on loopback.

const arcadia: Seat = { kind: 'delegation', participant: 'ARC' }
let browser: TestBrowser
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  removeTemporaryFolders()
})

/** An address with a name: passkeys are made for one. */
async function listening(house: SeatsHouse): Promise<string> {
  await house.server.listen({ host: '127.0.0.1', port: 0 })
  return `http://localhost:${(house.server.server.address() as AddressInfo).port}`
}

async function contextFor(url: string, javaScriptEnabled = true): Promise<BrowserContext> {
  const context = await browser.browser.newContext({ baseURL: url, javaScriptEnabled })
  context.setDefaultTimeout(10_000)
  // The provider's own pages ask for a font of others; nothing leaves this machine.
  await context.route(
    (address) => !/^(localhost|127\.0\.0\.1)$/.test(address.hostname),
    (route) => route.abort(),
  )
  return context
}

async function withAuthenticator(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

/** Run in the page: the device answers one challenge, and the answer is sent three times. */
const answersTwice = `(async () => {
  const send = (address, values) =>
    fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(values) })
  const options = await (await send('/sign-in/passkey/options', {})).json()
  const answer = await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) })
  const credential = answer.toJSON()
  const first = await send('/sign-in/passkey', { credential })
  const again = await send('/sign-in/passkey', { credential })
  await send('/sign-in/passkey/options', {})
  const toAnother = await send('/sign-in/passkey', { credential })
  return [first.status, again.status, toAnother.status]
})()`

const invite = async (house: SeatsHouse, seat = arcadia) =>
  `/invitation/${await house.accounts.invitations.make({ organisation: 'concord', seat, role: 'head', validHours: 1 })}`

describe('by passkey', () => {
  let house: SeatsHouse
  let url: string
  beforeAll(async () => {
    house = await seatsHouse()
    url = await listening(house)
  })
  afterAll(() => house?.close())

  test('an invitation is accepted with a passkey, and the passkey signs in again', async () => {
    const context = await contextFor(url)
    const page = await context.newPage()
    const trouble: string[] = []
    page.on('console', (message) => trouble.push(message.text()))
    await withAuthenticator(page)
    await page.goto(await invite(house))
    await page.locator('#name-passkey').fill('Ada of Arcadia')
    await page.getByRole('button', { name: 'Accept with a passkey' }).click()
    await page.waitForURL('**/concord/seat')
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('You sit as Arcadia')
    const [person] = await house.accounts.people.ofSeat('concord', arcadia)
    expect(person?.name).toBe('Ada of Arcadia')
    const [passkey] = await house.accounts.passkeys.ofAccount(person?.id ?? '')
    expect(passkey).toMatchObject({ transports: ['internal'] })

    await page.goto('/account')
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await page.waitForURL('**/sign-in')
    await page.goto('/concord/seat')
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('You are here as the public')

    await page.goto('/sign-in')
    await page.getByRole('button', { name: 'Sign in by passkey' }).click()
    await page.waitForURL('**/concord/seat')
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('You sit as Arcadia')
    expect((await house.accounts.passkeys.ofAccount(person?.id ?? ''))[0]?.counter).toBeGreaterThan(
      passkey?.counter ?? 0,
    )

    // Once the account has been erased the device still has its half, and it opens nothing.
    await page.goto('/account')
    await page.getByLabel('Erase everything that is kept of me').check()
    await page.getByRole('button', { name: 'Erase' }).click()
    await page.waitForURL('**/organisations')
    await page.goto('/sign-in')
    expect(trouble).toEqual([])
    await page.getByRole('button', { name: 'Sign in by passkey' }).click()
    expect(await page.getByRole('alert').innerText()).toContain('This passkey could not be verified.')
    await context.close()
  })

  test('who came in without a passkey makes one, and removes it', async () => {
    const context = await contextFor(url)
    const page = await context.newPage()
    await withAuthenticator(page)
    await page.goto(await invite(house))
    await page.locator('#name-plain').fill('Bea')
    await page.getByRole('button', { name: 'Accept without a passkey' }).click()
    await page.goto('/account')
    await page.getByRole('button', { name: 'Make a passkey' }).click()
    await page.getByRole('button', { name: 'Remove' }).waitFor()
    await page.getByRole('button', { name: 'Remove' }).click()
    await page.getByText('You have no passkey').waitFor()
    await context.close()
  })

  test('an answer to another challenge, or to none, signs nobody in', async () => {
    const context = await contextFor(url)
    const page = await context.newPage()
    await withAuthenticator(page)
    await page.goto(await invite(house))
    await page.locator('#name-passkey').fill('Cleo')
    await page.getByRole('button', { name: 'Accept with a passkey' }).click()
    await page.waitForURL('**/concord/seat')
    await context.clearCookies()
    await page.goto('/sign-in')
    // The answer of the device, sent twice: the challenge is used up by the first.
    const codes = await page.evaluate(answersTwice)
    expect(codes).toEqual([200, 403, 403])
    await context.close()
  })

  test('without script the pages work, and say what a passkey needs', async () => {
    const context = await contextFor(url, false)
    const page = await context.newPage()
    await page.goto('/sign-in')
    expect(await page.getByRole('button', { name: 'Sign in by passkey' }).isVisible()).toBe(false)
    expect(await page.getByText('A passkey needs script').isVisible()).toBe(true)
    await page.goto(await invite(house))
    await page.locator('#name-plain').fill('Dora')
    await page.getByRole('button', { name: 'Accept without a passkey' }).click()
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('You sit as Arcadia')
    await page.getByRole('button', { name: 'leave' }).click()
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('You are here as the public')
    await page.getByRole('button', { name: 'Arcadia' }).click()
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('You sit as Arcadia')
    await context.close()
  })
})

describe('at a provider of OpenID Connect', () => {
  let house: SeatsHouse
  let provider: IdentityProvider
  let url: string
  beforeAll(async () => {
    // The provider wants to know the house's address, and the house the provider's.
    const { createServer } = await import('node:net')
    const port = await new Promise<number>((resolve) => {
      const probe = createServer().listen(0, '127.0.0.1', () => {
        const { port } = probe.address() as AddressInfo
        probe.close(() => resolve(port))
      })
    })
    url = `http://localhost:${port}`
    provider = await startIdentityProvider(url)
    house = await seatsHouse({ oidc: provider.settings })
    await house.server.listen({ host: '127.0.0.1', port })
  })
  afterAll(async () => {
    await house?.close()
    await provider?.close()
  })

  async function signInThere(page: Page, as: string): Promise<void> {
    await page.locator('input[name=login]').fill(as)
    await page.locator('input[name=password]').fill('anything')
    await page.locator('button[type=submit]').click()
    await page.locator('button[type=submit]').click()
  }

  test('an invitation is accepted by signing in there, and so one signs in again; a stranger is not let in', async () => {
    const context = await contextFor(url)
    const page = await context.newPage()
    const link = await invite(house)
    await page.goto(link)
    await page.getByRole('link', { name: /^Accept and sign in at/ }).click()
    await signInThere(page, 'ada')
    await page.waitForURL('**/concord/seat')
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('You sit as Arcadia')
    const [person] = await house.accounts.people.ofSeat('concord', arcadia)
    expect(person?.name).toBe('Name of ada')
    await page.goto('/account')
    expect(await page.locator('main').innerText()).toContain(new URL(provider.settings.issuer).host)
    await page.getByRole('button', { name: 'Sign out everywhere' }).click()
    await context.close()

    const again = await contextFor(url)
    const second = await again.newPage()
    await second.goto('/sign-in')
    await second.getByRole('link', { name: /^Sign in at/ }).click()
    await signInThere(second, 'ada')
    await second.waitForURL('**/concord/seat')
    expect(await house.accounts.people.ofSeat('concord', arcadia)).toHaveLength(1)
    await again.close()

    const other = await contextFor(url)
    const stranger = await other.newPage()
    await stranger.goto('/sign-in')
    await stranger.getByRole('link', { name: /^Sign in at/ }).click()
    await signInThere(stranger, 'stranger')
    await stranger.getByText('Nobody here has invited you yet.').waitFor()
    // The link was used by Ada; signing in does not open it a second time.
    await stranger.goto(link)
    await stranger.getByText('This invitation has been used').waitFor()
    await other.close()
  })

  /** Somebody signs in at the provider and comes back without what the house gave them to remember: so nothing is used up. */
  async function comesBack(as: string) {
    const context = await contextFor(url)
    const page = await context.newPage()
    await page.goto(await invite(house))
    await page.getByRole('link', { name: /^Accept and sign in at/ }).click()
    const remembered = (await context.cookies()).filter(({ name }) => name.startsWith('chancery'))
    await context.clearCookies({ name: /^chancery/ })
    await signInThere(page, as)
    await page.getByText('This sign-in was not begun in this browser').waitFor()
    const address = page.url()
    expect(address).toMatch(/code=.*state=|state=.*code=/)
    const returns = async (to: string) => {
      await context.addCookies(remembered)
      return (await page.goto(to))?.url().replace(url, '')
    }
    return { context, page, address, returns }
  }

  test('what comes back is believed in the browser where it was begun', async () => {
    const { context, address, returns } = await comesBack('bea')
    expect(await returns(address)).toBe('/concord/seat')
    await context.close()
  })

  test('but with another state it is not, and is then used up', async () => {
    const { context, page, address, returns } = await comesBack('cleo')
    await returns(address.replace(/state=[^&]+/, 'state=forged'))
    expect(await page.locator('main').innerText()).toContain('The sign-in could not be completed.')
    await returns(address)
    expect(await page.locator('main').innerText()).toContain('This sign-in was not begun in this browser')
    expect((await context.cookies()).map(({ name }) => name)).not.toContain('chancery')
    await context.close()
  })

  test('and in the browser of somebody who began another it is not', async () => {
    const { context, address } = await comesBack('mallory')
    const victim = await contextFor(url)
    const page = await victim.newPage()
    await page.goto('/sign-in/oidc')
    expect((await victim.cookies()).map(({ name }) => name)).toContain('chancery-step')
    expect((await page.goto(address))?.status()).toBe(403)
    expect((await victim.cookies()).map(({ name }) => name)).not.toContain('chancery')
    await victim.close()
    await context.close()
  })

  test('a name alone is not enough where there is a provider', async () => {
    const visitor = house.visitor()
    const link = await invite(house)
    expect((await visitor.post(link, { name: 'Somebody' })).statusCode).toBe(403)
    expect(await visitor.sitsIn()).toBe(seatId({ kind: 'public' }))
    expect((await visitor.get(link)).statusCode).toBe(200)
  })
})
