/** What the register says when it can't show itself, in the real tab, while the Graph that it reads from is ill. */

import type { Frame } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Fault } from '../../src/local/graph/faults.ts'
import { APPS } from '../../src/laptop/demonstration/tenant.ts'
import { onALaptopThatFallsIll } from '../journeys/living.ts'
import { expectAccessible, makeGroup, registerOf, type Place } from '../journeys/people.ts'
import { referenceOf } from '../journeys/told.ts'

const GOVERNANCE = { team: 'csae-sgg', channel: 'Governance' } as const
const CHALLENGE: Fault = {
  kind: 'claims',
  claims: '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}',
}

describe('the states of the register', () => {
  const ill = onALaptopThatFallsIll()
  const { teams } = ill
  const reference = referenceOf('csae-sgg', 'Map the places')

  /** Every request of this person's tab is answered so, from now on. */
  const strike = (person: string, fault: Fault): (() => void) =>
    ill.laptop.graph.faults.add({ match: { person, app: APPS.tab }, fault })

  async function open(person: string, place: Place = GOVERNANCE) {
    const window = await teams.as(person, place)
    return { ...window, frame: await window.app(), say: window.words.say }
  }

  test('while it is slow, grey rows stand in its place', async () => {
    strike('chair', { kind: 'slow', ms: 15_000 })
    const { frame, say } = await open('chair')
    await frame.getByLabel(say('register.state.loading')).waitFor()
    await expectAccessible(frame)
  })

  test('who isn’t let in is told whom to ask; once let in, they look again', async () => {
    const heal = strike('chair', { kind: 'status', status: 403 })
    const { frame, say } = await open('chair')
    await frame.getByRole('heading', { name: say('register.state.denied') }).waitFor()
    await expectAccessible(frame)
    heal()
    await frame.getByRole('button', { name: say('register.state.retry') }).click()
    await frame.getByRole('grid').waitFor()
  })

  test('a wait that SharePoint asks for runs down before one’s eyes, and then it goes on by itself', async () => {
    ill.laptop.graph.faults.add({
      match: { person: 'chair', app: APPS.tab },
      times: 4,
      fault: { kind: 'status', status: 429, retryAfter: 12 },
    })
    const { frame, say } = await open('chair')
    const timer = frame.getByRole('timer')
    const secondsIn = (text: string | null): number => Number(/\d+/.exec(text ?? '')?.[0])
    const told = await timer.textContent()
    const first = secondsIn(told)
    expect(first).toBeGreaterThan(1)
    expect(told).toBe(say('register.state.throttled', { seconds: first }))
    await expect.poll(async () => secondsIn(await timer.textContent())).toBeLessThan(first - 1)
    await expectAccessible(frame)
    await frame.getByRole('grid').waitFor({ timeout: 90_000 })
  }, 150_000)

  test('offline is said, and the register comes by itself when the connection does', async () => {
    const heal = strike('chair', { kind: 'cutBefore' })
    const { frame, say } = await open('chair')
    await frame.getByRole('heading', { name: say('register.state.offlineEmpty') }).waitFor()
    await expectAccessible(frame)
    heal()
    await frame.getByRole('grid').waitFor()
  })

  test('a fault gives the number that finds it in a log, to copy', async () => {
    strike('chair', { kind: 'status', status: 400 })
    const { frame, page, say } = await open('chair')
    await frame.getByRole('heading', { name: say('register.state.fault') }).waitFor()
    await expectAccessible(frame)
    const copy = frame.getByRole('button', { name: say('register.state.copyNumber') })
    await copy.click()
    await frame.getByRole('status').getByText(say('shell.copied')).waitFor()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toMatch(/^[\da-f-]{36}$/)
    await frame.getByText(copied, { exact: true }).waitFor()
  })

  test('a challenge asks the person to sign in; the claim goes to Graph, and the register opens', async () => {
    const heal = strike('chair', CHALLENGE)
    const { frame, page, say } = await open('chair')
    // To the browser the hand that steers it is a person who just clicked: the dialog may come by itself.
    const dialog = page.getByRole('dialog')
    const asked = frame.getByRole('heading', { name: say('register.state.signIn') })
    await expect.poll(async () => (await dialog.isVisible()) || (await asked.isVisible())).toBe(true)
    if (await dialog.isVisible()) await dialog.getByRole('button', { name: 'Cancel' }).click()
    await asked.waitFor()
    await expectAccessible(frame)
    heal()
    await frame.getByRole('button', { name: say('register.state.signInDo') }).click()
    await dialog.getByRole('button', { name: 'Continue' }).click()
    await frame.getByRole('grid').waitFor()
  })

  test('what is open stays where it is when Graph falls ill, behind a bar that says so', async () => {
    const { frame, say } = await open('chair')
    await frame.getByRole('grid').waitFor()
    strike('chair', { kind: 'status', status: 400 })
    await frame.getByText(say('register.state.faultBar', { requestId: 'X' }).split('X')[0] ?? '').waitFor()
    await frame.getByRole('grid').waitFor()
    await expectAccessible(frame)
  })

  test('a link opens an action by its number; one to nothing is a sentence, and the register is there', async () => {
    const place = { ...GOVERNANCE, tab: 'csae-sgg' }
    const found = await open('chair', { ...place, sub: reference })
    await found.frame.getByRole('heading', { level: 2, name: reference }).waitFor()
    const lost = await open('chair', { ...place, sub: '99/19' })
    await lost.frame.getByText(lost.say('register.state.actionMissing')).waitFor()
    await expectAccessible(lost.frame)
    await lost.frame.getByRole('button', { name: lost.say('register.state.actionMissingDo') }).click()
    await lost.frame.getByText(lost.say('register.state.actionMissing')).waitFor({ state: 'detached' })
    await lost.frame.getByRole('grid').waitFor()
  })

  test('the link that one copies opens the same action for somebody else, and nothing for who may not', async () => {
    const from = await open('chair')
    const action = await (await registerOf(from)).open('Map the places')
    await action.panel.getByRole('button', { name: from.say('panel.copyLink', { reference }) }).click()
    await action.panel.getByText(from.say('shell.copied')).waitFor()
    const link = await from.page.evaluate(() => navigator.clipboard.readText())
    expect(new URL(link).pathname).toMatch(/^\/l\/entity\/[\da-f-]+\/csae-sgg$/)
    expect(link).not.toContain('Map')

    const spoc = await teams.as('spoc-vale')
    await spoc.page.goto(link)
    await (await spoc.app()).getByRole('heading', { level: 2, name: reference }).waitFor()
    const outsider = await teams.as('outsider')
    await outsider.page.goto(link)
    await outsider.page.getByText('may not open it').or(outsider.page.getByText("can't open")).first().waitFor()
    await expect.poll(() => outsider.page.locator('iframe').count()).toBe(0)
  })

  test('the theme changes while one looks, and nothing of what one wrote is lost', async () => {
    const { frame, page, words } = await open('chair')
    const action = await (await registerOf({ page, words, app: async () => frame, go: async () => {} })).open('Map')
    const box = action.panel.getByRole('textbox', { name: words.say('composer.label') })
    await box.fill('Half a sentence')
    const ground = (): Promise<string> =>
      frame
        .locator('main')
        .first()
        .evaluate((main) => getComputedStyle(main).backgroundColor)
    const light = await ground()
    for (const theme of ['dark', 'contrast']) {
      const before = await ground()
      await page.locator('select[data-key="theme"]').selectOption(theme)
      await expect.poll(ground).not.toBe(before)
      await expectAccessible(frame)
    }
    await expect.poll(() => ground()).not.toBe(light)
    await expect.poll(() => box.inputValue()).toBe('Half a sentence')
  })

  test('a new register has three doors; the example can be tried, and nothing of it is kept', async () => {
    const place = { team: 'missing-children', channel: 'Working group' }
    const coordinator = await teams.as('coordinator', place)
    await makeGroup(coordinator, 'Missing Children Working Group', 'West Midlands')
    const { words } = coordinator
    const frame = await coordinator.app()
    for (const door of ['import', 'add', 'example'] as const) {
      await frame.getByRole('button', { name: words.say(`register.empty.${door}`) }).waitFor()
    }
    await expectAccessible(frame)
    const asked = ill.laptop.graph.requests.length

    await frame.getByRole('button', { name: words.say('register.empty.example') }).click()
    await frame.getByText(words.say('example.title')).waitFor()
    await frame.getByRole('grid').waitFor()
    await expectAccessible(frame)
    await frame.getByText(words.say('example.soon')).click()
    const panel = frame.getByRole('complementary').last()
    await panel.getByRole('textbox', { name: words.say('composer.label') }).fill('Tried out.')
    await panel.getByRole('button', { name: new RegExp(`^${words.say('composer.send')}`) }).click()
    await panel.getByRole('listitem').filter({ hasText: 'Tried out.' }).first().waitFor()
    await expectAccessible(frame)
    await frame.getByRole('button', { name: words.say('example.close') }).click()
    await frame.getByRole('heading', { name: words.say('register.empty.title') }).waitFor()
    const wrote = ill.laptop.graph.requests
      .slice(asked)
      .filter(({ app, method }) => app === APPS.tab && method !== 'GET')
    expect(wrote.filter(({ path }) => !path.endsWith('/$batch'))).toEqual([])
  })

  test.each(['settings', 'import'] as const)('the language can be switched on the page of %s too', async (which) => {
    const coordinator = await teams.as('coordinator', which === 'import' ? GOVERNANCE : { team: 'missing-children' })
    const { page, words } = coordinator
    let frame: Frame | null = null
    if (which === 'import') {
      frame = await coordinator.app()
      await frame.getByRole('button', { name: words.say('register.import') }).click()
    } else {
      await page
        .getByRole('button', { name: /^Add Matters Arising/ })
        .first()
        .click()
      frame = (await (await page.getByRole('dialog').locator('iframe').elementHandle())?.contentFrame()) ?? null
    }
    if (!frame) throw new Error('There is no app on the page.')
    await frame.getByRole('button', { name: 'Cymraeg' }).click()
    await frame.getByRole('button', { name: 'Hygyrchedd' }).waitFor()
    await expect.poll(() => frame.locator('html').getAttribute('lang')).toBe('cy-GB')
    await frame.getByRole('button', { name: 'English' }).click()
    await frame.getByRole('button', { name: 'Accessibility' }).waitFor()
  })
})
