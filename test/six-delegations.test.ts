import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Instant } from '../src/rules/index.ts'
import { startBrowser, type TestBrowser } from './support/browser.ts'
import { removeTemporaryFolders } from './support/folders.ts'
import { type SeatsHouse, seatsHouse } from './support/seats.ts'
import { type SeatWindow, seatWindow, takePosition } from './support/windows.ts'

// Six delegations and the Secretariat, each in a window of its own, take a text from experts to ministers by the pages
// alone. What one does shows in the others that may see it; what they may not see never reaches them.

const delegations = ['ARC', 'BRO', 'ERE', 'LIL', 'RUR', 'UTO'] as const
type Delegation = (typeof delegations)[number]

let house: SeatsHouse
let browser: TestBrowser
let url: string
let windows: Record<Delegation | 'SEC' | 'PUB', SeatWindow>
let proposal = ''
/** From a click in one window until another shows it, in milliseconds. */
const shownAfter: number[] = []

/** What Lilliput says to the chair alone. */
const secret = 'marker-of-lilliput'

beforeAll(async () => {
  ;[house, browser] = await Promise.all([seatsHouse({ openSeats: true }), startBrowser()])
  url = await house.server.listen({ host: '127.0.0.1', port: 0 })
  const seats = [...delegations.map((id) => [id, `delegation:${id}`]), ['SEC', 'secretariat'], ['PUB', 'public']]
  const opened = await Promise.all(
    seats.map(async ([id, seat]) => [id, await seatWindow(browser, url, 'concord', seat as string)]),
  )
  windows = Object.fromEntries(opened)
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
  removeTemporaryFolders()
})

const stands = (page: Page) => page.locator('#stands .stands')
const button = ({ page }: SeatWindow, name: string | RegExp) => page.getByRole('button', { name })

/** Each of the windows shows it by itself, nothing being loaded by hand. */
async function showsIn(ids: readonly (keyof typeof windows)[], has: (page: Page) => Promise<boolean>): Promise<void> {
  const since = performance.now()
  await Promise.all(
    ids.map((id) =>
      expect.poll(() => has(windows[id].page), { timeout: 15_000, interval: 50, message: `in ${id}` }).toBe(true),
    ),
  )
  shownAfter.push(performance.now() - since)
}
const says = (text: string) => async (page: Page) => (await page.locator('main').innerText()).includes(text)

/** The Secretariat sets the clock by the button beside what lies ahead. */
async function setClock(what: RegExp, to: 'One second before' | 'To the instant'): Promise<void> {
  const { SEC } = windows
  await SEC.to('/concord/run/clock')
  await SEC.press(SEC.page.locator('li', { hasText: what }).getByRole('button', { name: to }))
}

/** What waits for a seat: its page, asked for beside the one that its window shows. */
async function waitsFor(id: keyof typeof windows): Promise<string> {
  const response = await windows[id].page.request.get('/concord/run/waiting')
  return (await response.text()).replace(/<[^>]*>/g, '')
}

/** The register position of the last thing that a window was told of; a stream that has just begun says it as well. */
const toldTo = (id: keyof typeof windows) =>
  Math.max(0, ...windows[id].heard.map((said) => Number(said.split(' ')[1]) || 0))

/** Waits until what has been entered so far has reached them all: some streams may have begun only now. */
async function allToldTheSame(...ids: readonly (keyof typeof windows)[]): Promise<number> {
  await expect.poll(() => new Set(ids.map(toldTo)).size, { timeout: 20_000 }).toBe(1)
  return toldTo(ids[0] as keyof typeof windows)
}

/** What Lilliput said to the chair is in no page and no event of another delegation, until the decision is taken. */
async function secretIsKept(): Promise<void> {
  for (const id of ['ARC', 'BRO', 'ERE', 'RUR', 'PUB'] as const) {
    const { page, heard } = windows[id]
    expect({ id, knows: [await page.content(), ...heard].some((text) => text.includes(secret)) }).toEqual({
      id,
      knows: false,
    })
  }
  expect(await windows.LIL.page.content()).toContain(secret)
}

test('Arcadia proposes at the experts, in two languages, and it is on every table', async () => {
  const { ARC } = windows
  await Promise.all(delegations.slice(1).map((id) => windows[id].to('/concord/run')))
  await ARC.to('/concord/run/propose')
  const { page } = ARC
  await page.getByLabel('Body that decides').selectOption('experts>council')
  await page.getByLabel('Type of the matter').fill('programme')
  await page.getByLabel('Title in English').fill('Programme for the lights at sea')
  await page
    .getByLabel('Text in English')
    .fill('1. The lights at sea are kept burning.\n\n2. Each reports once a year.\n\n3. The costs are shared.')
  await page.locator('summary', { hasText: 'Russian' }).click()
  await page.getByLabel('Title in Russian').fill('Программа морских огней')
  await page
    .getByLabel('Text in Russian')
    .fill('1. Морские огни горят.\n\n2. Каждый докладывает раз в год.\n\n3. Расходы делятся.')
  await ARC.press(button(ARC, 'Propose it'))
  await showsIn(delegations.slice(1), says('Programme for the lights at sea'))
  proposal = new URL(page.url()).pathname
  expect(await page.locator('.draft').innerText()).toContain('Морские огни горят.')
  expect(await waitsFor('BRO')).toContain('You are asked where you stand on “Programme for the lights at sea”')
  await Promise.all([...delegations.slice(1), 'SEC' as const].map((id) => windows[id].to(proposal)))
  // To whoever may not read it, it is not there.
  await windows.PUB.to(proposal)
  expect(await windows.PUB.page.content()).not.toContain('lights at sea')
})

test('an objection and a reserve are seen by the chair and the Secretariat, and reach nobody else', async () => {
  const { ERE, LIL, UTO } = windows
  const others = ['ARC', 'BRO', 'RUR'] as const
  const before = await allToldTheSame(...others, 'UTO', 'SEC')
  await takePosition(ERE, 'objects', { wouldLift: 'Reports every two years, in paragraph 2.' })
  await takePosition(LIL, 'reserves', { says: `${secret}: our treasury looks at the costs.` })
  await showsIn(['UTO', 'SEC'], async (page) => (await page.locator('#positions').innerText()).includes(secret))
  expect(await stands(UTO.page).innerText()).toContain('Held by Erewhon (objects) and Lilliput (reserves its position)')
  expect(await waitsFor('UTO')).toContain('Lilliput')
  expect(others.map(toldTo)).toEqual(others.map(() => before))
  await secretIsKept()
})

test('Arcadia takes the amendment into revision 2; the objection and the reserve are lifted', async () => {
  const { ARC, ERE, LIL } = windows
  const second = ERE.page.locator('details', { hasText: 'Propose another wording' }).nth(1)
  await second.locator('summary').click()
  await second.getByLabel('Text in English').fill('Each reports every two years.')
  await ERE.press(second.getByRole('button'))
  await showsIn(['ARC', 'BRO', 'LIL', 'RUR', 'UTO', 'SEC'], says('Erewhon proposes'))
  await ARC.press(button(ARC, 'Take it into the next revision'))
  await showsIn(['BRO', 'ERE', 'LIL', 'RUR', 'UTO', 'SEC'], says('The text, revision 2'))
  // Erewhon changed one of two languages: the other is said to lag behind.
  expect(await ARC.page.locator('main').innerText()).toContain('The Russian of it does not follow yet.')
  expect(await LIL.page.locator('#positions').innerText()).toContain('On revision 1 it was: reserves its position')
  await Promise.all(['ARC', 'ERE', 'LIL', 'RUR'].map((id) => takePosition(windows[id as Delegation], 'no-objection')))
  await takePosition(windows.BRO, 'ad-referendum', { confirmBy: '2034-01-20' })
  expect(await waitsFor('BRO')).toContain('By 20 January 2034')
  await secretIsKept()
})

test('the chair forwards it with a point left open; Brobdingnag confirms; it is before the Council', async () => {
  const { BRO, UTO } = windows
  await takePosition(UTO, 'no-objection')
  await UTO.page.locator('summary', { hasText: 'Forward to' }).click()
  await UTO.page.getByLabel('Points left open').fill('3: how the costs are shared')
  await UTO.press(UTO.page.locator('form[action$="/forward"]').getByRole('button'))
  await showsIn(['ARC', 'BRO', 'RUR'], says('how the costs are shared'))
  await BRO.press(button(BRO, 'Confirm: no objection'))
  await showsIn(['UTO'], says('No objection 6'))
  await UTO.page.locator('summary', { hasText: 'Forward to' }).click()
  await UTO.press(UTO.page.locator('form[action$="/forward"]').getByRole('button'))
  await showsIn(['ARC', 'BRO', 'ERE', 'LIL', 'RUR', 'SEC'], says('here now, and decided here'))
})

test('silence is announced, opens by the clock, and one delegation breaks it', async () => {
  const { LIL, UTO } = windows
  await UTO.page.locator('summary', { hasText: 'Put revision 2 under silence' }).click()
  await UTO.press(button(UTO, 'Announce silence'))
  await showsIn(['ARC', 'LIL', 'RUR'], says('Revision 2 is to be under silence'))
  expect(await waitsFor('UTO')).toContain('oppose the use of silence')
  await setClock(/opens/, 'To the instant')
  // Nothing was entered on the text: it is the clock that every page follows.
  await showsIn(['ARC', 'BRO', 'ERE', 'LIL', 'RUR', 'UTO'], says('Revision 2 is under silence until'))
  const others = ['ARC', 'BRO', 'ERE', 'RUR'] as const
  const told = await allToldTheSame(...others)
  await LIL.page.locator('summary', { hasText: 'Break silence by an objection' }).click()
  const objection = LIL.page.locator('#silence details[open]').first()
  await objection.getByLabel('What would lift it').fill(`${secret}: a ceiling on the costs.`)
  await LIL.press(button(LIL, 'Break silence: object'))
  // Everyone to whom the text is open is told, and of nothing else: not where in the register it stands, nor by whom.
  await showsIn([...others, 'LIL', 'UTO'], says('Silence was broken'))
  expect(others.map(toldTo)).toEqual(others.map(() => told))
  const last = (id: Delegation) => windows[id].heard.at(-1)
  const decision = proposal.split('/').at(-1)
  expect(others.map(last)).toEqual(others.map(() => `changed ${told} {"about":["${decision}"]}`))
  // Who broke it is made known when it is over.
  for (const id of others) expect(await windows[id].page.locator('#silence').innerText()).not.toContain('Lilliput')
  expect(await windows.UTO.page.locator('#silence').innerText()).toContain('By Lilliput')
  await secretIsKept()
})

test('revision 3 goes under silence: not adopted one second before it expires, adopted at the instant', async () => {
  const { ARC, UTO } = windows
  await ARC.page.locator('summary', { hasText: 'Make revision 3' }).click()
  const form = ARC.page.locator('form[action$="/revise"]')
  await form
    .getByLabel('Text in English')
    .fill('1. The lights at sea are kept burning.\n\n2. Each reports every two years.\n\n3. The costs have a ceiling.')
  await ARC.press(form.getByRole('button'))
  await showsIn(['UTO', 'LIL'], says('The text, revision 3'))
  await UTO.page.locator('summary', { hasText: 'Put revision 3 under silence' }).click()
  await UTO.press(button(UTO, 'Announce silence'))
  await setClock(/opens/, 'To the instant')
  await setClock(/expires/, 'One second before')
  await showsIn(['ARC', 'LIL', 'UTO'], says('Revision 3 is under silence until'))
  expect(
    await UTO.page
      .locator('#silence')
      .getByRole('button', { name: /^Record it/ })
      .count(),
  ).toBe(0)
  // A second passes and nothing is entered: every page asks what has become of it by itself.
  house.clock.now = new Date(Date.parse(house.clock.now) + 1_000).toISOString() as Instant
  await showsIn(['ARC', 'LIL', 'RUR', 'UTO'], says('Adopted under silence at'))
  expect(await windows.LIL.page.locator('summary', { hasText: 'Break silence' }).count()).toBe(0)
  await secretIsKept()
  expect(await waitsFor('UTO')).toContain('It is adopted; that is to be recorded')
  await UTO.press(button(UTO, 'Record it as C/2034/1'))
  await showsIn(['ARC', 'BRO', 'ERE', 'LIL', 'RUR'], says('C/2034/1'))
})

test('another text in a meeting of the Council: one stays outside, one makes a reservation, and it is adopted', async () => {
  const { BRO, ERE, RUR, UTO, PUB } = windows
  await BRO.to('/concord/run/propose?way=council%3Ecouncil')
  await BRO.page.getByLabel('Type of the matter').fill('declaration')
  await BRO.page.getByLabel('Title in English').fill('Declaration on fair winds')
  await BRO.page.getByLabel('Text in English').fill('1. Fair winds are welcome.\n\n2. They are forecast together.')
  await BRO.press(button(BRO, 'Propose it'))
  const winds = new URL(BRO.page.url()).pathname
  await UTO.to('/concord/run/meetings')
  await UTO.press(UTO.page.locator('.ways').getByRole('link', { name: 'Council', exact: true }))
  await UTO.page.getByLabel('Declaration on fair winds').check()
  await UTO.press(button(UTO, 'Open the meeting'))
  const meeting = new URL(UTO.page.url()).pathname
  const present = async (id: Delegation) => {
    await windows[id].to(meeting)
    await windows[id].press(button(windows[id], /We are present/))
  }
  await Promise.all(delegations.map(present))
  await RUR.to(winds)
  await takePosition(RUR, 'does-not-take-part')
  await ERE.to(winds)
  await ERE.page.locator('summary', { hasText: 'Make a statement' }).click()
  const statement = ERE.page.locator('form', { has: ERE.page.locator('[value="statement-made"]') })
  await statement.getByRole('radio', { name: 'Reservation' }).check()
  await statement.getByLabel('What is stated').fill('No winds are forecast on feast days.')
  await ERE.press(statement.getByRole('button'))
  await Promise.all((['ERE', 'RUR'] as const).map((id) => windows[id].to(meeting)))
  await UTO.press(button(UTO, 'Put the question'))
  await showsIn(['ARC', 'ERE', 'LIL'], says('The question is put'))
  await UTO.press(button(UTO, 'Adopted, as C/2034/2'))
  await showsIn(['ARC', 'BRO', 'ERE', 'LIL', 'RUR'], says('Ruritania stayed outside'))
  await UTO.press(button(UTO, 'Close the meeting'))
  await UTO.press(button(UTO, 'Publish'))

  await RUR.to(winds)
  await RUR.press(button(RUR, 'Ruritania joins'))
  expect(await RUR.page.locator('#after').innerText()).toMatch(/Joined later\s+Ruritania/)
  await UTO.to(winds)
  await UTO.page.locator('summary', { hasText: 'Plan its signature' }).click()
  await UTO.page.getByLabel('By whom it is signed').fill('ministers')
  await UTO.page.getByLabel('In what form').fill('declaration')
  await UTO.press(UTO.page.locator('#after').getByRole('button', { name: 'Plan its signature' }))
  await RUR.to('/concord/run/signature')
  const signing = await RUR.page.locator('tbody th').allInnerTexts()
  expect(signing).toEqual(['Arcadia', 'Brobdingnag', 'Erewhon', 'Lilliput', 'Ruritania', 'Utopia'])

  await PUB.to(winds.replace('/run/proposals/', '/decisions/'))
  const record = await PUB.page.locator('main').innerText()
  expect(record).toContain('C/2034/2')
  expect(record).not.toContain('forecast')
  await PUB.to(meeting.replace('/run/', '/'))
  expect(await PUB.page.locator('main').innerText()).toContain('Declaration on fair winds')
  await PUB.to(proposal.replace('/run/proposals/', '/decisions/'))
  expect(await PUB.page.locator('main').innerText()).toContain('adopted under silence')
  expect(await PUB.page.content()).not.toContain('kept burning')
})

test('what is done in one window shows in the others within a second', () => {
  const middle = shownAfter.toSorted((a, b) => a - b)[Math.floor(shownAfter.length / 2)]
  expect(shownAfter.length).toBeGreaterThan(12)
  expect(middle).toBeLessThan(1_000)
})

test('propose, say where one stands, forward: without script', async () => {
  const plain = { javaScriptEnabled: false } as const
  const arcadia = await seatWindow(browser, url, 'concord', 'delegation:ARC', plain)
  await arcadia.to('/concord/run/propose')
  await arcadia.page.getByLabel('Body that decides').selectOption('coordinators>council')
  await arcadia.page.getByLabel('Type of the matter').fill('declaration')
  await arcadia.page.getByLabel('Title in English').fill('Declaration on ferries')
  await arcadia.page.getByLabel('Text in English').fill('1. Ferries run on time.')
  await arcadia.press(button(arcadia, 'Propose it'))
  await takePosition(arcadia, 'no-objection')
  expect(await arcadia.page.locator('#positions').innerText()).toContain('Arcadia: no objection')
  const chair = await seatWindow(browser, url, 'concord', 'delegation:UTO', plain)
  await chair.to(new URL(arcadia.page.url()).pathname)
  await chair.page.locator('summary', { hasText: 'Forward to' }).click()
  await chair.press(chair.page.locator('form[action$="/forward"]').getByRole('button'))
  expect(await chair.page.locator('.ladder [aria-current=step]').innerText()).toContain('Council')
})
