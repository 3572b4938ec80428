/**
 * `npm run look`: a picture of every view in every theme, width and language, and a sheet of them all to look through
 * (.cache/look/index.html). They are taken of the real tab in the real host, with the demonstration in it.
 *
 *   npm run look -- --only register dark        the views, themes, widths and languages that these words name
 */

import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { chromium, type Browser, type Frame, type Page } from 'playwright-core'
import { createWords } from '../words/words.ts'
import { CHROMIUM_ARGUMENTS, setUpChromium } from './chromium.ts'
import { APPS } from './demonstration/tenant.ts'
import { runUntilEnded } from './ending.ts'
import { LAPTOP_PORTS, openLaptop, type Laptop } from './laptop.ts'
import { LOOKS, type Look } from './looks.ts'
import { findFree } from './ports.ts'
import { CACHE } from './places.ts'

const THEMES = ['light', 'dark', 'contrast'] as const
const LANGUAGES = ['en', 'cy'] as const
/** The last one is what 400 % zoom leaves of 1,280. */
const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
  { width: 320, height: 480 },
] as const

const FOLDER = join(CACHE, 'look')
const only = readOnly()

await runUntilEnded(async (closing) => {
  const found = setUpChromium()
  if (!found.ok) throw new Error(found.sentence)
  const data = mkdtempSync(join(tmpdir(), 'matters-look-'))
  closing(() => rmSync(data, { recursive: true, force: true }))
  const laptop = await openLaptop({ folder: data, port: await findFree(LAPTOP_PORTS), say: console.log }, closing)
  const browser = await chromium.launch({ executablePath: found.path, args: [...CHROMIUM_ARGUMENTS] })
  closing(() => browser.close())
  mkdirSync(FOLDER, { recursive: true })
  let failed = 0
  for (const look of LOOKS) {
    for (const language of LANGUAGES) {
      for (const theme of THEMES) {
        const shown = look.withTeams ? SIZES.slice(0, 2) : SIZES
        const sizes = shown.filter(({ width }) => isWanted([look.name, theme, String(width), language]))
        if (sizes.length === 0) continue
        try {
          await take(browser, laptop, { look, language, theme, sizes })
          console.log(`${look.name} ${theme} ${language}`)
        } catch (error) {
          failed += 1
          console.error(`${look.name} ${theme} ${language}: ${error instanceof Error ? error.message : String(error)}`)
        }
      }
    }
  }
  writeSheet()
  console.log(`Look at ${join(FOLDER, 'index.html')}`)
  process.exitCode = failed > 0 ? 1 : 0
  process.kill(process.pid, 'SIGTERM')
})

interface Shot {
  readonly look: Look
  readonly language: (typeof LANGUAGES)[number]
  readonly theme: (typeof THEMES)[number]
  readonly sizes: readonly (typeof SIZES)[number][]
}

/** Opened once at full width, as on a desktop, and then made narrower: a layout has to follow. */
async function take(browser: Browser, { url, graph }: Laptop, { look, language, theme, sizes }: Shot): Promise<void> {
  const context = await browser.newContext({ viewport: SIZES[0], reducedMotion: 'reduce' })
  const fault = look.fault && graph.faults.add({ match: { app: APPS.tab, person: look.as }, fault: look.fault })
  try {
    await context.route('https://res.cdn.office.net/**', (route) => route.abort())
    const page = await context.newPage()
    page.setDefaultTimeout(30_000)
    const asked = new URLSearchParams({ as: look.as, ...look.at, theme, lang: language })
    await page.goto(`${url}?${asked.toString()}`)
    await look.first({ page, app: () => appIn(page), words: createWords(language) })
    for (const size of sizes) {
      await (look.withTeams ? page.setViewportSize(size) : frameOnly(page, size))
      await page.waitForTimeout(350)
      const path = join(FOLDER, `${[look.name, theme, size.width, language].join('.')}.png`)
      await page.screenshot({ path, clip: { x: 0, y: 0, ...size } })
    }
  } finally {
    fault?.()
    await context.close()
  }
}

/** The app's frame, once it has said that it is ready. */
async function appIn(page: Page): Promise<Frame> {
  const element = await page.locator('iframe').last().elementHandle()
  const frame = await element?.contentFrame()
  if (!frame) throw new Error('There is no app on the page.')
  if ((await page.locator('.dialog').count()) === 0) await page.locator('#cover').waitFor({ state: 'hidden' })
  return frame
}

/** The app fills the picture: Teams around it is not ours to judge. */
async function frameOnly(page: Page, size: { readonly width: number; readonly height: number }): Promise<void> {
  await page.setViewportSize(size)
  await page
    .locator('iframe')
    .last()
    .evaluate((frame) => {
      frame.style.cssText = 'position: fixed; inset: 0; width: 100vw; height: 100vh; z-index: 9999; max-width: none'
    })
}

/** All pictures that are there, also those of an earlier run. */
function writeSheet(): void {
  const pictures = readdirSync(FOLDER).filter((name) => name.endsWith('.png'))
  const sections = LOOKS.map(({ name }) => {
    const figures = pictures
      .filter((picture) => picture.startsWith(`${name}.`))
      .toSorted()
      .map((picture) => {
        const caption = picture.slice(name.length + 1, -'.png'.length).replaceAll('.', ' ')
        return `<figure><a href="${picture}"><img loading="lazy" src="${picture}" alt=""></a><figcaption>${caption}</figcaption></figure>`
      })
    return figures.length === 0 ? '' : `<h2>${name}</h2><div>${figures.join('')}</div>`
  })
  writeFileSync(
    join(FOLDER, 'index.html'),
    `<!doctype html><meta charset="utf-8"><title>Every view</title><style>
body{font:14px system-ui;margin:2rem;background:#ddd}div{display:flex;flex-wrap:wrap;gap:1rem;align-items:start}
figure{margin:0}img{height:320px;box-shadow:0 1px 6px #0005}figcaption{padding:.25rem}
</style>${sections.join('\n')}`,
  )
}

function readOnly(): readonly string[] {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { only: { type: 'string', multiple: true } },
  })
  return [...(values.only ?? []), ...positionals]
}

/** Of the words that name a view at least one is this one's; the same for themes, widths and languages. */
function isWanted(parts: readonly [view: string, theme: string, width: string, language: string]): boolean {
  const kinds = [LOOKS.map(({ name }) => name), THEMES, SIZES.map(({ width }) => String(width)), LANGUAGES]
  return kinds.every((names: readonly string[], kind) => {
    const asked = only.filter((word) => names.includes(word))
    return asked.length === 0 || asked.includes(parts[kind] ?? '')
  })
}
