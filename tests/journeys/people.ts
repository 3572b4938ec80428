/**
 * People before the laptop's Teams, each in a window of their own: what they do and see, in their words. Everything is
 * real: Chromium, the host page, the tab, the service, Graph. An error on any console fails the journey, but for the
 * one that teams-js causes itself by asking a CDN for a list.
 */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import { chromium, type Browser, type BrowserContext, type Frame, type Locator, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { isWorkingDay } from '../../src/domain/calendar.ts'
import { CHROMIUM_ARGUMENTS, findChromium } from '../../src/laptop/chromium.ts'
import { createWords, type Words } from '../../src/words/words.ts'

export const PATIENCE_MS = 30_000
/** Promised: what one person writes, another sees without a reload. */
export const ARRIVES_WITHIN_MS = 20_000
/** What is asked is looked for every few seconds, and then sent. */
export const PROMPTED_WITHIN_MS = 90_000

const CDN = 'https://res.cdn.office.net/'
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export interface Window {
  readonly page: Page
  readonly words: Words
  /** The frame that the app runs in, once it has said that it is ready. */
  readonly app: () => Promise<Frame>
  go(place: Place): Promise<void>
}

export interface Place {
  readonly team?: string
  readonly channel?: string
  readonly tab?: string
  readonly sub?: string
  readonly view?: 'chat'
  readonly theme?: 'dark' | 'contrast'
  readonly lang?: 'cy'
  readonly device?: 'phone'
}

export interface Teams {
  /** A window in which one is this person. */
  as(person: string, place?: Place): Promise<Window>
  /** Everything closed, and nothing complained of but what was to be expected. */
  settle(expected?: RegExp): Promise<void>
  close(): Promise<void>
}

export async function openTeams(url: () => string): Promise<Teams> {
  const browser: Browser = await chromium.launch({
    executablePath: findChromium() ?? 'chromium',
    args: [...CHROMIUM_ARGUMENTS],
  })
  let contexts: BrowserContext[] = []
  let complaints: string[] = []

  return {
    async as(person, place = {}) {
      const viewport = place.device === 'phone' ? { width: 820, height: 1000 } : { width: 1440, height: 900 }
      const context = await browser.newContext({
        viewport,
        hasTouch: place.device === 'phone',
        permissions: ['clipboard-read', 'clipboard-write'],
      })
      contexts.push(context)
      await context.route(`${CDN}**`, (route) => route.abort())
      const page = await context.newPage()
      page.setDefaultTimeout(PATIENCE_MS)
      page.on('pageerror', (error) => complaints.push(`${person}: ${error.message}`))
      page.on('console', (message) => {
        if (message.type() !== 'error' || message.location().url.startsWith(CDN)) return
        complaints.push(`${person}: ${message.text()}`)
      })
      const window: Window = {
        page,
        words: createWords(place.lang ?? 'en'),
        app: () => appIn(page),
        async go(to) {
          await page.goto(new URL(`/?${new URLSearchParams({ as: person, ...to })}`, url()).href)
          // Only then does the window know whose it is, and whoever follows a link in it is that person still.
          await page.waitForFunction((who) => sessionStorage.getItem('person') === who, person)
        },
      }
      await window.go(place)
      return window
    },
    async settle(expected) {
      for (const context of contexts) await context.close()
      contexts = []
      const heard = complaints
      complaints = []
      expect(heard.filter((complaint) => !expected?.test(complaint))).toEqual([])
    },
    close: () => browser.close(),
  }
}

async function appIn(page: Page): Promise<Frame> {
  const element = await page.locator('iframe').last().elementHandle()
  const frame = await element?.contentFrame()
  if (!frame) throw new Error('There is no app on the page.')
  await page.locator('#cover').waitFor({ state: 'hidden' })
  return frame
}

/** A group's register, as it stands in the frame. */
export interface Register {
  readonly frame: Frame
  rows(): Locator
  row(words: string | RegExp): Locator
  /** Opens an action beside the grid. */
  open(words: string | RegExp): Promise<Action>
  choose(view: 'late' | 'dueNext' | 'waiting' | 'open' | 'all'): Promise<void>
  search(words: string): Promise<void>
}

/** An action's panel. */
export interface Action {
  readonly panel: Locator
  /** An update with, perhaps, a next step; resolves when it is saved. */
  say(update: string, next?: string): Promise<void>
  proposeDischarge(evidence: string): Promise<void>
}

export async function registerOf({ app, words }: Window): Promise<Register> {
  const frame = await app()
  const search = frame.getByRole('searchbox', { name: words.say('register.search') })
  await search.waitFor()
  const rows = (): Locator =>
    frame
      .getByRole('grid')
      .getByRole('row')
      .filter({ has: frame.getByRole('gridcell') })
  const row = (text: string | RegExp): Locator => rows().filter({ hasText: text }).first()
  return {
    frame,
    rows,
    row,
    async open(text) {
      await row(text).click()
      const panel = frame.getByRole('complementary').last()
      await panel.getByRole('heading', { level: 2 }).waitFor()
      return actionIn(panel, words)
    },
    async choose(view) {
      const name = words.say(`register.view.${view}`)
      await frame.getByRole('button', { name: new RegExp(`^${name} [\\d,]+$`) }).click()
    },
    async search(text) {
      await search.fill(text)
    },
  }
}

export function actionIn(panel: Locator, words: Words): Action {
  return {
    panel,
    async say(update, next) {
      await panel.getByRole('textbox', { name: words.say('composer.label') }).fill(update)
      if (next !== undefined) {
        await panel.getByRole('button', { name: words.say('composer.addNext'), exact: true }).click()
        await panel.getByRole('textbox', { name: words.say('composer.next') }).fill(next)
      }
      await panel.getByRole('button', { name: new RegExp(`^${words.say('composer.send')}`) }).click()
      await panel.getByRole('listitem').filter({ hasText: update }).first().waitFor()
    },
    async proposeDischarge(evidence) {
      await panel.getByRole('textbox', { name: words.say('composer.label') }).click()
      await panel.getByRole('button', { name: words.say('composer.propose'), exact: true }).click()
      await panel.getByRole('textbox', { name: words.say('acting.field.evidence') }).fill(evidence)
      await panel.getByRole('button', { name: words.say('acting.save.proposeDischarge'), exact: true }).click()
      await panel.getByRole('listitem').filter({ hasText: evidence }).first().waitFor()
    },
  }
}

/** The chat with the bot. */
export interface Chat {
  /** The latest message's: of the day, or for answering one thing of it. */
  readonly card: Locator
  /** What the message of the day says of one thing, by all these words in it. */
  item(...words: readonly (string | RegExp)[]): Locator
  /** The dialog that a button of a card opened, once it asks or tells something. */
  dialog(): Promise<Frame>
  /** Once it is gone and what it handed in is answered: until then the card takes no other press. */
  dialogGone(): Promise<void>
}

/** Once the day's message is there: before its hour, or on a day without one, it is that of the next working day. */
export async function chatOf({ page }: Window): Promise<Chat> {
  const card = page.locator('#talk .card').last()
  const patience = isWorkingDay(await dayOn(page)) ? ARRIVES_WITHIN_MS : 0
  if (!(await isThere(card, patience))) {
    await goToAWorkingDay(page)
    await card.waitFor({ timeout: PROMPTED_WITHIN_MS })
  }
  const items = card.locator('.ac-container .ac-container')
  return {
    card,
    item: (...words) => words.reduce((found, hasText) => found.filter({ hasText }), items).last(),
    dialog: () => dialogOf(page),
    async dialogGone() {
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await expect.poll(() => card.getAttribute('aria-busy')).not.toBe('true')
    },
  }
}

async function isThere(card: Locator, patience: number): Promise<boolean> {
  if (patience === 0) return (await card.count()) > 0
  return card.waitFor({ timeout: patience }).then(
    () => true,
    () => false,
  )
}

/** Moves the laptop's day on to the next one on which people are written to, and past everybody's hour. */
export async function goToAWorkingDay(page: Page): Promise<void> {
  do {
    const before = await dayOn(page)
    await page.locator('[data-key="today 1"]').click()
    await expect.poll(() => dayOn(page)).not.toBe(before)
  } while (!isWorkingDay(await dayOn(page)))
}

/** The day that the app believes it is, as the bar shows it. */
async function dayOn(page: Page): Promise<string> {
  return (await page.locator('.today time').getAttribute('datetime')) ?? ''
}

/** The dialog's frame above the page, once it asks or tells something. */
export async function dialogOf(page: Page): Promise<Frame> {
  const element = await page.getByRole('dialog').locator('iframe').elementHandle()
  const frame = await element?.contentFrame()
  if (!frame) throw new Error('There is no dialog.')
  await frame.getByRole('heading', { level: 1 }).waitFor()
  return frame
}

/** axe finds nothing, in the page or in the frame; Fluent's own focus keepers are left out. */
export async function expectAccessible(where: Page | Frame): Promise<void> {
  if (!(await where.evaluate(() => 'axe' in globalThis))) await where.evaluate(axe)
  // An app in a frame is no page: the first heading is its host's, as it is Teams'.
  const enabled = !('parentFrame' in where)
  const violations = await where.evaluate(async (isPage) => {
    const { axe: checker } = globalThis as unknown as {
      axe: { run(context: object, options: object): Promise<AxeResults> }
    }
    // A colour on its way to another is neither: what a transition passes through isn't judged.
    const onTheWay = document.getAnimations().filter((animation) => animation instanceof CSSTransition)
    await Promise.allSettled(onTheWay.map((transition) => transition.finished))
    const results = await checker.run(
      { exclude: ['[data-tabster-dummy]', 'iframe'] },
      // What passes isn't asked about, and to name each element of it is most of the work.
      { rules: { 'page-has-heading-one': { enabled: isPage } }, resultTypes: ['violations'] },
    )
    return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
  }, enabled)
  expect(violations).toEqual([])
}

/** Adds the app to the channel that the window shows, as a group of that name with the forces of a region. */
export async function makeGroup(window: Window, name: string, region: string): Promise<void> {
  const { page, words } = window
  await page
    .getByRole('button', { name: /^Add Matters Arising/ })
    .first()
    .click()
  const dialog = page.getByRole('dialog')
  const form = dialog.frameLocator('iframe')
  await form.getByRole('textbox', { name: words.say('configure.name'), exact: true }).fill(name)
  const regions = form.getByRole('combobox', { name: words.say('configure.organisations.region') })
  await regions.click()
  await form.getByRole('option', { name: region, exact: true }).click()
  const frame = await (await dialog.locator('iframe').elementHandle())?.contentFrame()
  if (frame) await expectAccessible(frame)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.waitFor({ state: 'detached' })
}

/** Pastes a tracker into the register that the window shows, looks at the review, and brings it in. */
export async function bringIn(window: Window, tracker: string, count: number): Promise<void> {
  const { page, words } = window
  const frame = await window.app()
  await frame.getByRole('button', { name: words.say('register.empty.import') }).click()
  await page.evaluate((text) => navigator.clipboard.writeText(text), tracker)
  await frame.getByRole('textbox', { name: words.say('importing.paste') }).click()
  await page.keyboard.press('Control+V')
  const bring = frame.getByRole('button', { name: words.say('importing.bring', { count }), exact: true })
  await bring.waitFor()
  await expectAccessible(frame)
  await bring.click()
  await frame.getByText(words.say('importing.done.title', { count })).waitFor()
  await frame.getByRole('button', { name: words.say('importing.open') }).click()
}
