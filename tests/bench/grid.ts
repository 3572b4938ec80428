/**
 * How the grid feels: from a key in the search field to the paint that shows what it finds, at full speed and with the
 * processor slowed four times; what it holds of memory; how much is loaded before the first rows. Beside it, on pages
 * of their own in the same run, Fluent's plain DataGrid and react-data-grid with the same rows.
 */

import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { CDPSession, Page } from 'playwright-core'
import { build, type Rolldown } from 'vite'
import { openRegisterBrowser, type RegisterBrowser } from '../tab/registerbrowser.ts'

interface Row {
  readonly name: string
  readonly figure: number
  readonly unit: string
  readonly beside?: string
  readonly ratio?: number
}

/** Each letter finds fewer, each Backspace more. */
const KEYS = ['z', 'k', 'q', 'j', 'x', ...Array.from({ length: 5 }, () => 'Backspace')]
/** Fluent's DataGrid takes its time. */
const PATIENCE = 300_000
const LIMITS = { key: 50, slowed: 100, heap: 60, load: 260 }

interface Measured {
  readonly keys: readonly number[]
  readonly heap: number
  /** Milliseconds of the processor for a key, all of the browser's processes together: steady on a busy computer. */
  readonly work: number
}

export async function bench(): Promise<readonly Row[]> {
  const browser = await openRegisterBrowser(new URL('gridpage.tsx', import.meta.url))
  try {
    const small = await measure(browser, 'ours', 5000, 1, KEYS)
    const fluent = await measure(browser, 'fluent', 5000, 1, ['z', 'Backspace'])
    const large = await measure(browser, 'ours', 50_000, 1, KEYS)
    const other = await measure(browser, 'datagrid', 50_000, 1, KEYS)
    const smallSlow = await measure(browser, 'ours', 5000, 4, KEYS)
    const largeSlow = await measure(browser, 'ours', 50_000, 4, KEYS)
    const otherSlow = await measure(browser, 'datagrid', 50_000, 4, KEYS)
    return [
      keyRow('5,000 actions', small, 'Fluent DataGrid', fluent),
      keyRow('5,000 actions, processor ÷ 4', smallSlow),
      keyRow('50,000 actions', large, 'react-data-grid', other),
      keyRow('50,000 actions, processor ÷ 4', largeSlow, 'react-data-grid', otherSlow),
      goalRow('key to paint, 50,000 actions, the slowest key', Math.max(...large.keys), 'ms', LIMITS.key),
      goalRow(
        'key to paint, 50,000 actions, processor ÷ 4, the slowest',
        Math.max(...largeSlow.keys),
        'ms',
        LIMITS.slowed,
      ),
      {
        name: 'processor time a key, 50,000 actions',
        figure: large.work,
        unit: 'ms',
        beside: `react-data-grid: ${Math.round(other.work)} ms`,
        ratio: large.work / other.work,
      },
      heapRow('5,000 actions', small, 'Fluent DataGrid', fluent),
      heapRow('50,000 actions', large, 'react-data-grid', other),
      goalRow('heap, 50,000 actions', large.heap, 'MB', LIMITS.heap),
      goalRow('first load, gzip', await firstLoad(), 'kB', LIMITS.load),
    ]
  } finally {
    await browser.close()
  }
}

async function measure(
  browser: RegisterBrowser,
  grid: string,
  count: number,
  slowed: number,
  keys: readonly string[],
): Promise<Measured> {
  const page = await browser.open(`?grid=${grid}&count=${count}`, undefined, PATIENCE)
  try {
    await page.getByRole('row').nth(3).waitFor()
    // What the page prepares while nobody waits is ready before anybody types.
    await page.waitForTimeout(3000)
    const session = await page.context().newCDPSession(page)
    const heap = await heapOf(session)
    await page.getByRole('searchbox').focus()
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowed })
    const times: number[] = []
    const before = await workedFor(page)
    for (const key of keys) times.push(await keyToPaint(page, key))
    return { keys: times, heap, work: ((await workedFor(page)) - before) / keys.length }
  } finally {
    await page.context().close()
  }
}

/** From the event's own time to just after the first paint with another number of rows than before. */
async function keyToPaint(page: Page, key: string): Promise<number> {
  const painted = page.evaluateHandle(() => {
    const countRows = (): string => {
      const grid = document.querySelector('[role=grid]')
      return grid?.getAttribute('aria-rowcount') ?? String(grid?.querySelectorAll('[role=row]').length ?? 0)
    }
    const before = countRows()
    return {
      took: new Promise<number>((resolve) => {
        const onKey = ({ timeStamp }: KeyboardEvent): void => {
          const look = (): void => {
            if (countRows() === before) return void requestAnimationFrame(look)
            // A task that is asked for in a frame runs once that frame is painted.
            const channel = new MessageChannel()
            channel.port1.addEventListener('message', () => resolve(performance.now() - timeStamp))
            channel.port1.start()
            channel.port2.postMessage(null)
          }
          requestAnimationFrame(look)
        }
        document.addEventListener('keydown', onKey, { capture: true, once: true })
      }),
    }
  })
  const waiting = await painted
  await page.keyboard.press(key)
  const took = await waiting.evaluate(({ took }) => took)
  await page.waitForTimeout(300)
  return took
}

/** Milliseconds that the browser's processes have worked. */
async function workedFor(page: Page): Promise<number> {
  const session = await page.context().browser()?.newBrowserCDPSession()
  if (!session) throw new Error('no browser')
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0)
}

async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.enable')
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = (await session.send('Runtime.getHeapUsage')) as { usedSize: number }
  return usedSize / 1e6
}

/** What a person loads before the first row of a channel, in English: what tests/tab/shellweight.test.ts keeps. */
async function firstLoad(): Promise<number> {
  const built = (await build({
    configFile: fileURLToPath(new URL('../../.config/vite.config.ts', import.meta.url)),
    logLevel: 'silent',
    build: { write: false },
  })) as Rolldown.RolldownOutput
  const chunks = built.output.flatMap((each) => (each.type === 'chunk' ? [each] : []))
  const first = new Set<Rolldown.OutputChunk>()
  const add = (chunk: Rolldown.OutputChunk | undefined): void => {
    if (!chunk || first.has(chunk)) return
    first.add(chunk)
    for (const imported of chunk.imports) add(chunks.find((each) => each.fileName === imported))
  }
  for (const name of ['index', 'ChannelPage', 'english']) {
    const chunk = chunks.find((each) => each.name === name)
    if (!chunk) throw new Error(`the build has no ${name}`)
    add(chunk)
  }
  return [...first].reduce((sum, { code }) => sum + gzipSync(code).length / 1000, 0)
}

function keyRow(what: string, ours: Measured, peer?: string, theirs?: Measured): Row {
  const [own, other] = [median(ours.keys), theirs ? median(theirs.keys) : Number.NaN]
  const row = { name: `key to paint, ${what}`, figure: own, unit: 'ms' }
  return theirs ? { ...row, beside: `${peer}: ${Math.round(other)} ms`, ratio: own / other } : row
}

function heapRow(what: string, ours: Measured, peer: string, theirs: Measured): Row {
  const beside = `${peer}: ${Math.round(theirs.heap)} MB`
  return { name: `heap, ${what}`, figure: ours.heap, unit: 'MB', beside, ratio: ours.heap / theirs.heap }
}

function goalRow(name: string, figure: number, unit: string, limit: number): Row {
  return { name, figure, unit, beside: `the goal of ${limit} ${unit}`, ratio: figure / limit }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
