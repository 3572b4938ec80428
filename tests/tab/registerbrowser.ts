/** Builds the register's page (or another one) as the tab is built, serves it on loopback and opens it in the system's Chromium. */

import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { basename, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from 'playwright-core'
import { builtOf, type Build } from '../../src/laptop/builds.ts'
import { CHROMIUM_ARGUMENTS, findChromium } from '../../src/laptop/chromium.ts'
import { ROOT } from '../../src/laptop/places.ts'

export interface Size {
  readonly width: number
  readonly height: number
}

export interface RegisterBrowser {
  readonly url: string
  /** A page with the register in it; what it logged as an error or warning fails `noComplaints`. */
  open(query?: string, size?: Size, patience?: number): Promise<Page>
  /**
   * Shows it to a test in a window that the next one finds as if it were new, for a new one takes a process of its own;
   * where the test fails, nobody finds it.
   */
  visit(query: string, see: (page: Page) => Promise<void>, size?: Size): Promise<void>
  /** Everything that a page complained about so far. */
  readonly complaints: readonly string[]
  close(): Promise<void>
}

const DESKTOP: Size = { width: 1280, height: 800 }
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

const REGISTER = new URL('registerpage.tsx', import.meta.url)

export async function openRegisterBrowser(page = REGISTER): Promise<RegisterBrowser> {
  const folder = await builtOf(pageOf(fileURLToPath(page)))
  // Read now: what is built while these tests run is another page.
  const files = new Map<string, Buffer>(
    globSync('**/*.*', { cwd: folder }).map((name) => [`/${name}`, readFileSync(join(folder, name))] as const),
  )

  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    const name = path === '/' ? '/index.html' : path
    if (name === '/nothing') return void response.writeHead(200, { 'content-type': 'text/html' }).end()
    const file = files.get(name)
    if (!file) return void response.writeHead(name === '/favicon.ico' ? 204 : 404).end()
    response.writeHead(200, { 'content-type': TYPES[extname(name)] ?? 'application/octet-stream' })
    response.end(file)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const executablePath = findChromium()
  if (executablePath === null) throw new Error('the browser tests need Chromium')
  const browser = await chromium.launch({ executablePath, args: [...CHROMIUM_ARGUMENTS] })
  const complaints: string[] = []

  async function open(query = '', size: Size = DESKTOP, patience = 30_000): Promise<Page> {
    const context = await browser.newContext({ viewport: size, reducedMotion: 'reduce' })
    const page = await context.newPage()
    page.setDefaultTimeout(patience)
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(String(error)))
    await show(page, query)
    return page
  }
  async function show(page: Page, query: string): Promise<void> {
    await page.goto(url + query)
    await page.getByRole('main').waitFor()
  }

  let left: Page | null = null
  return {
    url,
    complaints,
    open,
    async visit(query, see, size = DESKTOP) {
      const known = left
      left = null
      if (known) {
        await known.setViewportSize(size)
        await show(known, query)
      }
      const page = known ?? (await open(query, size))
      try {
        await see(page)
      } catch (error) {
        await page.context().close()
        throw error
      }
      await forget(page, url)
      left = page
    },
    async close() {
      await browser.close()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Leaves nothing of what was done in a window: what it keeps, what hears its dialogs, where the pointer stood. */
async function forget(page: Page, url: string): Promise<void> {
  await page.removeAllListeners('dialog', { behavior: 'wait' })
  await page.mouse.move(0, 0)
  // What a page keeps as it goes is there once it has gone.
  await page.goto(`${url}nothing`)
  await page.evaluate(() => {
    sessionStorage.clear()
    localStorage.clear()
  })
}

/** Built once for all the files of tests that open it. */
function pageOf(entry: string): Build {
  return {
    name: `page-${basename(entry, '.tsx')}`,
    sources: [
      'src/{tab,domain,words,contract,documents,sharepoint,laptop/demonstration}/**/*',
      'tests/**/*page.tsx',
      'tests/tab/memoryregister.ts',
      'tests/tab/registerbrowser.ts',
      'tests/domain/untouched.ts',
      'package-lock.json',
    ],
    async run(outDir) {
      const { build } = await import('vite')
      const { default: react } = await import('@vitejs/plugin-react')
      // Under Vitest's own NODE_ENV it would be React's development build, which people never meet and which is slower.
      const environment = process.env['NODE_ENV']
      process.env['NODE_ENV'] = 'production'
      await build({
        configFile: false,
        root: ROOT,
        logLevel: 'error',
        plugins: [react()],
        build: { outDir, emptyOutDir: true, rolldownOptions: { input: entry, output: { entryFileNames: 'page.js' } } },
      })
      // Assigned, “undefined” would be a word, and what is built next React's development build.
      if (environment === undefined) delete process.env['NODE_ENV']
      else process.env['NODE_ENV'] = environment
      const styles = globSync('**/*.css', { cwd: outDir })
        .map((name) => `<link rel="stylesheet" href="/${name}">`)
        .join('')
      const html =
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Register</title>' +
        '<meta name="viewport" content="width=device-width"><style>body{margin:0}</style>' +
        styles +
        '<div id="root"></div><script type="module" src="/page.js"></script></html>'
      writeFileSync(join(outDir, 'index.html'), html)
    },
  }
}

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
/** What axe finds on the page, each with its element. */
export async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.addScriptTag({ path: AXE })
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: {
        run(
          context: object,
          options: object,
        ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>
      }
    }
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
    const ran = await axe.run(
      // Fluent's own focus guards.
      { include: [['main']], exclude: [['[data-tabster-dummy]']] },
      // What passes isn't asked about, and to name each element of it is most of the work.
      { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] },
    )
    return ran.violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
    )
  })
}
