import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadFolder, Registry } from '../src/registry/index.ts'
import { buildServer } from '../src/routes/server.ts'
import { isRefusal } from '../src/rules/index.ts'
import { startBrowser, type TestBrowser } from './support/browser.ts'
import { concord } from './support/folders.ts'
import { proposal } from './support/negotiating.ts'
import { textOf } from './support/pages.ts'

// Meetings held here: who sees what of them, and one from its opening until it stands in the public record.

let server: FastifyInstance
let registry: Registry
let url: string
const dataFolder = mkdtempSync(join(tmpdir(), 'chancery-meetings-'))
const seats = new Map<string, string>()

beforeAll(async () => {
  const opened = await Registry.open({ dataFolder, databaseUrl: undefined })
  if (isRefusal(opened)) throw new Error(opened.message)
  registry = opened
  await loadFolder(registry, concord)
  server = await buildServer(registry, { openSeats: true })
  url = await server.listen({ host: '127.0.0.1', port: 0 })
  for (const seat of ['secretariat', ...['ARC', 'BEN', 'ERE', 'LIL', 'UTO'].map((id) => `delegation:${id}`)]) {
    const form = new URLSearchParams({ seat }).toString()
    const { cookies } = await server.inject({
      method: 'POST',
      url: '/concord/seat',
      headers: fromForm(),
      payload: form,
    })
    seats.set(seat, cookies.map(({ name, value }) => `${name}=${value}`).join('; '))
  }
})
afterAll(async () => {
  await server?.close()
  await registry?.close()
  rmSync(dataFolder, { recursive: true, force: true })
})

function fromForm(seat?: string): Record<string, string> {
  const cookie = seats.get(seat ?? '')
  return {
    'sec-fetch-site': 'same-origin',
    'content-type': 'application/x-www-form-urlencoded',
    ...(cookie ? { cookie } : {}),
  }
}

async function read(seat: string | undefined, path: string) {
  const cookie = seats.get(seat ?? '')
  const { statusCode, body } = await server.inject({ url: `/concord/${path}`, headers: cookie ? { cookie } : {} })
  return { code: statusCode, text: textOf(body), body }
}

/** Sends a form as a browser without script does. */
async function send(seat: string | undefined, path: string, fields: Record<string, string>) {
  const payload = new URLSearchParams(fields).toString()
  const { statusCode, headers, body } = await server.inject({
    method: 'POST',
    url: `/concord/run/${path}`,
    headers: fromForm(seat),
    payload,
  })
  return { code: statusCode, goesTo: headers.location, text: textOf(body) }
}

/** Enters an act as a program does. */
async function enter(seat: string, act: object) {
  const { statusCode, body } = await server.inject({
    method: 'POST',
    url: '/concord/run/acts',
    headers: { ...fromForm(seat), 'content-type': 'application/json' },
    payload: JSON.stringify(act),
  })
  expect(statusCode, body).toBe(201)
}

const [chair, arcadia, erewhon] = ['delegation:UTO', 'delegation:ARC', 'delegation:ERE']

describe('a meeting of the Coordinators, by seat', () => {
  const there = 'run/meetings/coordinators-1'
  beforeAll(async () => {
    await enter(
      arcadia,
      proposal({ decision: 'piers', body: 'coordinators', level: 'coordinators', title: { en: 'Piers' } }),
    )
  })
  test('only whoever has the chair, and the Secretariat, are offered to open one', async () => {
    expect((await read(chair, 'run/meetings?body=coordinators')).text).toContain('Open the meeting')
    expect((await read('secretariat', 'run/meetings?body=coordinators')).text).toContain('Piers')
    for (const seat of [arcadia, 'delegation:BEN', undefined]) {
      const { text } = await read(seat, 'run/meetings?body=coordinators')
      expect(text, seat).toContain('A meeting is opened by the chair of its body, or by the Secretariat.')
      expect(text, seat).not.toContain('Open the meeting')
    }
    const sent = await send(arcadia, 'meetings/open', { body: 'coordinators' })
    expect(sent).toMatchObject({ code: 403, text: expect.stringContaining('Utopia has the chair.') })
    expect(await send(chair, 'meetings/open', { body: 'coordinators', number: 'one' })).toMatchObject({ code: 400 })
    expect(await send(chair, 'meetings/open', { body: 'nobody' })).toMatchObject({ code: 404 })
  })
  test('opened by the form, with a proposal and another item', async () => {
    const form = {
      body: 'coordinators',
      number: '1',
      city: 'Lantern Bay',
      'items[]': 'piers',
      free: 'Other matters\n\n',
      format: 'narrow',
    }
    expect(await send(chair, 'meetings/open', form)).toMatchObject({ code: 303, goesTo: `/concord/${there}` })
    expect((await read(arcadia, 'run/meetings')).text).toContain('sits now')
    const { text } = await read(chair, there)
    for (const said of ['narrow sitting', 'Lantern Bay', 'Piers', 'Other matters', 'Put the question', 'Rule 24']) {
      expect(text).toContain(said)
    }
    expect((await read(chair, 'run/proposals/piers')).text).toContain('Put the question')
    expect((await read(arcadia, 'run/proposals/piers')).text).not.toContain('Put the question')
    expect(await send(chair, 'meetings/open', form)).toMatchObject({ code: 409 })
  })
  test('who sees it: those who attend; to others it is not there', async () => {
    for (const seat of [arcadia, 'delegation:BEN', 'secretariat', chair]) {
      expect((await read(seat, there)).code, seat).toBe(200)
      expect((await read(seat, `${there}/record`)).text, seat).toContain('Draft, grows as the meeting goes')
    }
    for (const path of [there, `${there}.json`, `${there}/record`, `${there}/record.json`, 'run/meetings/none']) {
      expect((await read(undefined, path)).code, path).toBe(404)
    }
    expect((await read(undefined, 'run/meetings.json')).body).not.toContain('coordinators-1')
  })
  test('what one delegation says nobody but it, the chair and the Secretariat can learn', async () => {
    const acts = { kind: 'presence-noted', meeting: 'coordinators-1', presence: 'present', back: `/concord/${there}` }
    for (const seat of [arcadia, erewhon]) {
      const participant = seat.slice(-3)
      expect(await send(seat, 'acts', { ...acts, participant })).toMatchObject({
        code: 303,
        goesTo: `/concord/${there}`,
      })
    }
    await send(chair, 'acts', { kind: 'question-put', meeting: 'coordinators-1', decision: 'piers', revision: '1' })
    const pages = [there, `${there}.json`, `${there}/record`, `${there}/record.json`, 'run/proposals/piers']
    const asSeenBy = async (seat: string) => {
      const all = await Promise.all(pages.map((path) => read(seat, path)))
      return all.map(({ body }) => body.replace(/"at": "[^"]*"|data-since="\d+"|position \d+/g, ''))
    }
    const [before, associate] = [await asSeenBy(arcadia), await asSeenBy('delegation:BEN')]
    const objection = {
      kind: 'position-taken',
      meeting: 'coordinators-1',
      decision: 'piers',
      participant: 'ERE',
      revision: '1',
    }
    await send(erewhon, 'acts', { ...objection, position: 'objects', says: 'Not in fog.' })
    expect(await asSeenBy(arcadia)).toEqual(before)
    expect(await asSeenBy('delegation:BEN')).toEqual(associate)
    for (const seat of [chair, 'secretariat']) {
      const { text } = await read(seat, there)
      expect(text, seat).toContain('Not in fog.')
      expect(text, seat).toContain('It turns on Erewhon.')
    }
    expect((await read(erewhon, there)).text).toContain('You object.')
    const adopt = { meeting: 'coordinators-1', decision: 'piers', outcome: 'adopted' }
    expect(await send(arcadia, 'meetings/decide', adopt)).toMatchObject({ code: 403 })
    expect(await send(chair, 'meetings/decide', adopt)).toMatchObject({
      text: expect.stringContaining('Erewhon objected.'),
    })
    expect(await send(undefined, 'meetings/decide', adopt)).toMatchObject({ code: 404 })
  })
  test('published when it is closed, and by its chair', async () => {
    const publish = { meeting: 'coordinators-1' }
    expect(await send(chair, 'meetings/publish', publish)).toMatchObject({ code: 409 })
    await send(chair, 'acts', { kind: 'meeting-closed', meeting: 'coordinators-1' })
    expect(await send(arcadia, 'meetings/publish', publish)).toMatchObject({ code: 403 })
    expect((await read(undefined, 'meetings/coordinators-1')).code).toBe(404)
    expect(await send(chair, 'meetings/publish', publish)).toMatchObject({ code: 303 })
    const { text } = await read(undefined, 'meetings/coordinators-1')
    expect(text).toContain('Lantern Bay')
    expect(text).toContain('Arcadia')
    // What was not decided stays among those who were there.
    expect(text).not.toContain('Piers')
  })
})

describe('in a browser', () => {
  let browser: TestBrowser
  beforeAll(async () => {
    browser = await startBrowser()
  })
  afterAll(() => browser?.close())

  async function sit(seat: string, javaScriptEnabled = true): Promise<Page> {
    const context = await browser.browser.newContext({ baseURL: url, javaScriptEnabled })
    context.setDefaultTimeout(15_000)
    const page = await context.newPage()
    await page.goto('/concord/seat')
    await page.locator(`button[value="${seat}"]`).click()
    return page
  }

  test('opened, two are present, one objects and lifts it, adopted, closed, published', async () => {
    await enter(arcadia, proposal({ level: 'council' }))
    const uto = await sit(chair)
    const ere = await sit(erewhon)
    // Without script everything is there as well.
    const arc = await sit(arcadia, false)

    await uto.goto('/concord/run/meetings?body=council')
    await uto.getByLabel('City').fill('Lantern Bay')
    await uto.getByLabel('Harbour lights').check()
    await uto.getByRole('button', { name: 'Open the meeting' }).click()
    const address = '/concord/run/meetings/council-12'
    await uto.waitForURL(`**${address}`)

    for (const page of [arc, ere]) {
      await page.goto(address)
      await page.getByRole('button', { name: /We are present/ }).click()
      await page.getByRole('button', { name: /We leave/ }).waitFor()
    }
    await uto.getByRole('button', { name: 'Put the question' }).click()
    // The page of Erewhon follows the meeting by itself.
    await ere.getByPlaceholder('why').first().fill('Not in fog.')
    await ere.getByRole('button', { name: 'Erewhon: Object' }).click()
    await uto.getByText('It turns on Erewhon.').waitFor()
    expect(await uto.getByRole('button', { name: /^Adopted/ }).count()).toBe(0)
    await arc.goto(address)
    expect(await arc.getByText('Not in fog.').count()).toBe(0)
    await ere.getByRole('button', { name: /Lift it/ }).click()
    await uto.getByRole('button', { name: 'Adopted, as C/2034/1' }).click()
    await ere.getByRole('link', { name: 'C/2034/1' }).waitFor()

    await uto.getByRole('button', { name: 'Close the meeting' }).click()
    await uto.getByRole('button', { name: 'Publish' }).click()
    await uto.getByRole('link', { name: /9 January 2034|January 2034/ }).waitFor()
    await arc.goto(`${address}/record`)
    const record = await arc.locator('main').innerText()
    expect(record).toMatch(/^.*Record/s)
    expect(record).toContain('Harbour lights: adopted, C/2034/1.')
    const reader = await (await browser.browser.newContext({ baseURL: url })).newPage()
    await reader.goto('/concord/meetings')
    await reader.getByRole('link', { name: 'Council, meeting 12' }).first().click()
    expect(await reader.locator('main').innerText()).toContain('Harbour lights: adopted, C/2034/1')
  })

  test('the chair notes all who take positions at once; of whom something is noted it stays', async () => {
    const there = 'run/meetings/experts-31'
    await send(chair, 'meetings/open', { body: 'experts', number: '31' })
    const acts = { kind: 'presence-noted', meeting: 'experts-31' }
    await send(chair, 'acts', { ...acts, participant: 'LIL', presence: 'absent' })
    expect(await send(arcadia, 'meetings/present', { meeting: 'experts-31' })).toMatchObject({ code: 403 })
    expect((await read(arcadia, there)).text).not.toMatch(/All \w+ who take positions are present/)
    const present = async () =>
      JSON.parse((await read(chair, `${there}.json`)).body).attending.filter(
        ({ presence }: { presence?: string }) => presence === 'present',
      )
    expect(await present()).toEqual([])
    expect((await read(chair, there)).text).toContain('All 5 who take positions are present')
    const sent = await send(chair, 'meetings/present', { meeting: 'experts-31' })
    expect(sent).toMatchObject({ code: 303, goesTo: `/concord/${there}` })
    const noted = await present()
    expect(noted.map(({ participant }: { participant: string }) => participant).sort()).toEqual([
      'ARC',
      'BRO',
      'ERE',
      'RUR',
      'UTO',
    ])
    expect((await read(chair, there)).text).not.toContain('who take positions are present')
    expect(await send(chair, 'meetings/present', { meeting: 'none' })).toMatchObject({ code: 404 })
  })

  test('nothing is wider than a narrow screen or a sheet', async () => {
    const uto = await sit(chair)
    await enter(
      arcadia,
      proposal({ decision: 'levy', body: 'assembly', level: 'assembly', type: 'budget', title: { en: 'A levy' } }),
    )
    await send(chair, 'meetings/open', { body: 'assembly', number: '8', 'items[]': 'levy' })
    for (const participant of ['ARC', 'ERE', 'UTO']) {
      await send('secretariat', 'acts', {
        kind: 'presence-noted',
        meeting: 'assembly-8',
        participant,
        presence: 'present',
      })
    }
    await send(chair, 'acts', { kind: 'question-put', meeting: 'assembly-8', decision: 'levy', revision: '1' })
    for (const width of [390, 672, 1280]) {
      await uto.setViewportSize({ width, height: 844 })
      for (const path of [
        'run/meetings/experts-31',
        'run/meetings/assembly-8',
        'run/meetings/assembly-8/record',
        'run/meetings?body=council',
      ]) {
        await uto.goto(`/concord/${path}`)
        const over = await uto.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
        expect(over, `${path} at ${width}`).toBe(0)
      }
    }
    expect((await read(arcadia, 'run/meetings/assembly-8')).text).toContain('Everyone in the room hears each answer.')
  })
})
