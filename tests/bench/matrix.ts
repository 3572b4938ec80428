/**
 * How the matrix feels: 43 organisations by 40 requests, from when it begins to draw to its first paint, and from a key
 * to the paint that shows where one is. Beside it, in the same run, the same words as a plain HTML table.
 */

import type { Page } from 'playwright-core'
import { openRegisterBrowser, type RegisterBrowser } from '../tab/registerbrowser.ts'

interface Row {
  readonly name: string
  readonly figure: number
  readonly unit: string
  readonly beside?: string
  readonly ratio?: number
}

const TIMES = 5
const KEYS = ['ArrowDown', 'ArrowRight', 'n', 'Control+End', 'm', 'Control+Home', 'n', 'm']

export async function bench(): Promise<readonly Row[]> {
  const browser = await openRegisterBrowser(new URL('matrixpage.tsx', import.meta.url))
  try {
    const matrix = await firstPaint(browser, 'matrix')
    const table = await firstPaint(browser, 'table')
    const keys = await keyToPaint(browser)
    return [
      {
        name: 'first paint, 43 × 40',
        figure: matrix,
        unit: 'ms',
        beside: `a plain table: ${Math.round(table)} ms`,
        ratio: matrix / table,
      },
      { name: 'key to paint, the middle one', figure: middle(keys), unit: 'ms' },
      { name: 'key to paint, the slowest', figure: Math.max(...keys), unit: 'ms' },
    ]
  } finally {
    await browser.close()
  }
}

async function firstPaint(browser: RegisterBrowser, show: string): Promise<number> {
  const times: number[] = []
  for (let time = 0; time < TIMES; time++) {
    const page = await browser.open(`?show=${show}`)
    times.push(await (await page.waitForFunction(() => window.painted)).evaluate((took) => took ?? 0))
    await page.context().close()
  }
  return middle(times)
}

async function keyToPaint(browser: RegisterBrowser): Promise<readonly number[]> {
  const page = await browser.open('?show=matrix')
  await page.locator('[data-at="1.1"]').focus()
  const times: number[] = []
  for (const key of KEYS) times.push(await pressed(page, key))
  await page.context().close()
  return times
}

/** From the event's own time to just after the paint that follows it. */
async function pressed(page: Page, key: string): Promise<number> {
  const painted = await page.evaluateHandle(() => ({
    took: new Promise<number>((resolve) => {
      const onKey = ({ timeStamp, key: name }: KeyboardEvent): void => {
        if (name === 'Control') return
        document.removeEventListener('keydown', onKey, { capture: true })
        requestAnimationFrame(() => {
          // A task that is asked for in a frame runs once that frame is painted.
          const channel = new MessageChannel()
          channel.port1.addEventListener('message', () => resolve(performance.now() - timeStamp))
          channel.port1.start()
          channel.port2.postMessage(null)
        })
      }
      document.addEventListener('keydown', onKey, { capture: true })
    }),
  }))
  await page.keyboard.press(key)
  const took = await painted.evaluate(({ took: after }) => after)
  await page.waitForTimeout(200)
  return took
}

function middle(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
}
