/**
 * Opening as a person sees it: the real tab in the laptop's Teams, in Chromium, with 50 ms before each answer of Graph.
 * From the address of the page to the first row painted (a new browser profile: nothing cached, sign-in included), to
 * all rows, and how long the page was ever held up while they came.
 */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser } from 'playwright-core'
import { CHROMIUM_ARGUMENTS, findChromium } from '../../src/laptop/chromium.ts'
import type { Closer } from '../../src/laptop/ending.ts'
import { LAPTOP_PORTS, openLaptop, type Laptop } from '../../src/laptop/laptop.ts'
import { findFree } from '../../src/laptop/ports.ts'
import { seedActions } from '../sharepoint/manyrows.ts'

interface Row {
  readonly name: string
  readonly figure: number
  readonly unit: string
  readonly beside?: string
  readonly ratio?: number
}

const SIZES = [5000, 50_000] as const
const PATIENCE_MS = 180_000
/** As the tab says it in English. */
const LOADING = /^Loading the register:/
/** References of years that the demonstration has none of. */
const APART = 540_000

export async function bench(): Promise<readonly Row[]> {
  const closers: Closer[] = []
  const folder = mkdtempSync(join(tmpdir(), 'matters-opening-'))
  try {
    const port = await findFree(LAPTOP_PORTS)
    const laptop = await openLaptop({ folder, port, say: () => undefined }, (closer) => closers.push(closer))
    const browser = await chromium.launch({
      executablePath: findChromium() ?? 'chromium',
      args: [...CHROMIUM_ARGUMENTS, '--enable-precise-memory-info'],
    })
    closers.push(() => browser.close())
    laptop.graph.faults.add({ match: {}, fault: { kind: 'slow', ms: 50 } })
    const rows: Row[] = []
    let there = 0
    for (const size of SIZES) {
      seedActions(laptop, size - there, APART + there)
      there = size
      await open(browser, laptop)
      rows.push(...figures(size, await open(browser, laptop)))
    }
    return rows
  } finally {
    for (const close of closers.toReversed()) await close()
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Opened {
  /** Milliseconds from the address to the first row on the screen; of those, until the tab's first question to Graph. */
  readonly first: number
  readonly asked: number
  readonly all: number
  /** Round trips to Graph before the first row. */
  readonly trips: number
  /** The longest task after the first row. */
  readonly longest: number
  readonly heap: number
}

/** What a frame notes of itself; it is there before any script of the page. */
interface Noted {
  first: number
  readonly long: { readonly start: number; readonly duration: number }[]
}

async function open(browser: Browser, laptop: Laptop): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  try {
    await context.route('https://res.cdn.office.net/**', (route) => route.abort())
    const page = await context.newPage()
    await page.addInitScript(() => {
      const noted: Noted = { first: 0, long: [] }
      Object.assign(globalThis, { noted })
      new PerformanceObserver((list) => {
        for (const { startTime, duration } of list.getEntries()) noted.long.push({ start: startTime, duration })
      }).observe({ type: 'longtask', buffered: true })
      const look = (): void => {
        const row = document.querySelector('[role="row"][aria-rowindex="2"]')
        // The next frame is the one that shows it.
        if (row) requestAnimationFrame(() => (noted.first = performance.timeOrigin + performance.now()))
        else requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    })
    const from = Date.now()
    await page.goto(`${laptop.url}?as=chair`)
    const element = await page.locator('iframe').last().elementHandle()
    const frame = await element?.contentFrame()
    if (!frame) throw new Error('no tab')
    await frame.waitForFunction(() => (globalThis as unknown as { noted: Noted }).noted.first > 0, null, {
      timeout: PATIENCE_MS,
    })
    await frame.getByText(LOADING).waitFor({ state: 'hidden', timeout: PATIENCE_MS })
    const all = Date.now() - from
    await (await context.newCDPSession(page)).send('HeapProfiler.collectGarbage')
    const { noted, origin, graph, heap } = await frame.evaluate((base) => {
      const asked = performance.getEntriesByType('resource').filter((entry) => entry.name.startsWith(base))
      const graph = asked.map((entry) => ({ start: entry.startTime, end: entry.startTime + entry.duration }))
      const { memory } = performance as unknown as { memory: { usedJSHeapSize: number } }
      const { noted } = globalThis as unknown as { noted: Noted }
      return { noted, origin: performance.timeOrigin, graph, heap: memory.usedJSHeapSize }
    }, laptop.graph.url)
    const firstAt = noted.first - origin
    return {
      first: noted.first - from,
      asked: origin + Math.min(...graph.map(({ start }) => start)) - from,
      all,
      trips: tripsIn(graph.filter(({ end }) => end <= firstAt)),
      longest: Math.max(0, ...noted.long.filter(({ start }) => start > firstAt).map(({ duration }) => duration)),
      heap,
    }
  } finally {
    await context.close()
  }
}

/** Requests that overlap are one round trip. */
function tripsIn(requests: readonly { readonly start: number; readonly end: number }[]): number {
  let [trips, until] = [0, -Infinity]
  for (const { start, end } of requests.toSorted((a, b) => a.start - b.start)) {
    if (start >= until) trips += 1
    until = Math.max(until, end)
  }
  return trips
}

function figures(size: number, opened: Opened): Row[] {
  const what = `the tab with ${size.toLocaleString('en-GB')} actions, in Chromium`
  return [
    { name: `${what}: first row painted`, figure: Math.round(opened.first), unit: 'ms' },
    {
      name: `${what}: of that, after it first asked Graph`,
      figure: Math.round(opened.first - opened.asked),
      unit: 'ms',
    },
    {
      name: `${what}: round trips before it`,
      figure: opened.trips,
      unit: 'trips',
      beside: 'at most 2',
      ratio: opened.trips / 2,
    },
    { name: `${what}: all rows`, figure: opened.all, unit: 'ms' },
    { name: `${what}: longest the page was held up after it`, figure: Math.round(opened.longest), unit: 'ms' },
    {
      name: `${what}: heap then`,
      figure: Math.round(opened.heap / 1e5) / 10,
      unit: 'MB',
      beside: 'goal: 60 MB',
      ratio: opened.heap / 60e6,
    },
  ]
}
