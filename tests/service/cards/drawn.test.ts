/**
 * The cards as they look: drawn by Microsoft's own renderer in a real browser, in each theme, as narrow as a phone is.
 * `MATTERS_LOOK=folder npm test -- tests/service/cards/drawn.test.ts` keeps the pictures.
 */

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { env } from 'node:process'
import { fileURLToPath } from 'node:url'
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import { type Browser, chromium, type Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHROMIUM_ARGUMENTS, findChromium } from '../../../src/laptop/chromium.ts'
import { makeItemCard, makeSettledCard } from '../../../src/service/cards/itemcard.ts'
import { makeDigest, makeListMessage, makeTalk } from '../../../src/service/cards/list.ts'
import { makeMessage } from '../../../src/service/cards/message.ts'
import { aGround, anAction, aPrompt, HOSTILE, person, TODAY } from './cardworld.ts'

const PAGE = fileURLToPath(new URL('./cardpage.tsx', import.meta.url))
const STYLES = ['page.css', 'talk.css'].map((name) =>
  fileURLToPath(new URL(`../../../src/local/teams/page/${name}`, import.meta.url)),
)
const THEMES = ['default', 'dark', 'contrast'] as const

let browser: Browser
let page: Page
let folder: string
const errors: string[] = []

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'matters-cards-'))
  await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      outDir: folder,
      lib: { entry: PAGE, formats: ['iife'], name: 'cards', fileName: 'cards' },
    },
  })
  const script = readdirSync(folder).find((name) => name.endsWith('.js')) ?? ''
  browser = await chromium.launch({ executablePath: findChromium() ?? 'chromium', args: CHROMIUM_ARGUMENTS })
  page = await browser.newPage({ viewport: { width: 360, height: 900 } })
  page.on('console', (message) => errors.push(message.text()))
  page.on('pageerror', (error) => errors.push(error.message))
  await page.setContent('<!doctype html><html><head></head><body></body></html>')
  for (const style of STYLES) await page.addStyleTag({ content: readFileSync(style, 'utf8') })
  await page.addStyleTag({ content: 'body { display: block; height: auto; overflow: auto; padding: 8px }' })
  await page.addScriptTag({ content: readFileSync(join(folder, script), 'utf8') })
}, 120_000)
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true })
})

const details =
  'Each force to send its quarterly figures on vigilante groups to the ROCU, with the incidents that it was told of'
const actions = [
  anAction({ id: 'action-1', details }),
  anAction({
    id: 'action-2',
    reference: '4/26',
    details: 'Agree the regional position on information sharing with the safeguarding partnerships',
    due: { kind: 'day', day: '2026-11-27', words: '' },
    status: 'dischargeProposed',
    discharge: {
      evidence: 'Agreed at the partnership board on 20 November; minutes circulated to every force.',
      proposedOn: TODAY,
      proposedBy: person('spoc'),
      decision: null,
    },
  }),
  anAction({
    id: 'action-3',
    reference: '7/26',
    details: 'Fill the vacant CSE SPOC post',
    due: { kind: 'nextMeeting', words: '' },
  }),
]
const prompts = [
  aPrompt({ id: 'p1', kind: 'approvalWanted', action: 'action-2', subject: 'discharge-action-2' }),
  aPrompt({ id: 'p2', part: 'a' }),
  aPrompt({ id: 'p3', kind: 'dueSoon', action: 'action-3', as: 'deputy' }),
  aPrompt({ id: 'p4', kind: 'vacancy', action: null }),
  aPrompt({ id: 'p5', kind: 'assigned' }),
  aPrompt({ id: 'p6', kind: 'accessWanted', action: null, subject: 'access-n1' }),
]
const answers = new Map([['p5', { verb: 'update', person: person('spoc'), day: TODAY, state: 'applied' } as const]])
const sensitive = { marking: { level: 'OFFICIAL-SENSITIVE' as const, handling: 'Group members only' } }

function cardsIn(language: 'en' | 'cy'): readonly (readonly [string, IAdaptiveCard])[] {
  const ground = aGround(actions, { language, answers })
  const marked = aGround(actions, { language, group: sensitive })
  const options = { colleagues: [person('a', 'Ruth Hollis'), person('b', 'Kofi Mensah')], problem: null }
  const item = prompts[1]!
  const place = ground.groups.get('sgg')!
  const { words, links } = ground
  return [
    ['message', makeMessage(prompts, ground).card],
    ['message above the threshold', makeMessage(prompts, marked).card],
    ['answer', makeItemCard(item, ground, { ...options, form: 'open' })],
    ['discharge', makeItemCard(item, ground, { ...options, form: 'formDischarge', problem: words.say('bot.changed') })],
    ['extension', makeItemCard(item, ground, { ...options, form: 'formExtension' })],
    ['pass on', makeItemCard(item, ground, { ...options, form: 'formPass' })],
    ['decide', makeItemCard(prompts[0]!, ground, { ...options, form: 'open' })],
    ['settled', makeSettledCard(prompts[4]!, ground)],
    [
      'list',
      makeListMessage(
        words.say('bot.list.overdue', { count: 3 }),
        actions.map((action) => ({ action, ...place })),
        ground,
        { isPublic: false },
      ).card,
    ],
    ['digest', makeDigest(place, { meeting: '2026-12-08', waiting: 1 }, ground).card],
    [
      'help',
      makeTalk(words, words.say('bot.help.title'), [words.say('bot.help.mine'), words.say('bot.help.help')], links)
        .card,
    ],
  ]
}

async function draw(card: IAdaptiveCard, theme: (typeof THEMES)[number]): Promise<void> {
  await page.evaluate(([json, name]) => window.draw(json, name), [card, theme] as const)
  await page.locator('.ac-adaptiveCard').waitFor()
}

describe('a card on a phone', () => {
  it.each(THEMES)('keeps within its width and shows all its words, in the theme %s', async (theme) => {
    for (const language of ['en', 'cy'] as const) {
      for (const [name, card] of cardsIn(language)) {
        await draw(card, theme)
        const wide = await page.evaluate(() => document.documentElement.scrollWidth)
        expect([name, wide]).toEqual([name, 360])
        for (const button of await page.locator('.ac-pushButton').all()) {
          expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(24)
        }
        if (env['MATTERS_LOOK']) {
          mkdirSync(env['MATTERS_LOOK'], { recursive: true })
          await page.screenshot({ path: join(env['MATTERS_LOOK'], `${name} ${language} ${theme}.png`), fullPage: true })
        }
      }
    }
    expect(errors).toEqual([])
  })

  it('shows hostile words as words: no link, no markup, no picture comes out of them', async () => {
    const ground = aGround([anAction({ details: HOSTILE, due: { kind: 'until', condition: HOSTILE, words: HOSTILE } })])
    await draw(makeMessage([aPrompt()], ground).card, 'default')
    expect(await page.locator('body').innerText()).toContain('[click](https://evil.example) **bold**')
    expect(await page.locator('.card a[href], .card img, .card strong, .card em, .card script').count()).toBe(0)
  })
})
