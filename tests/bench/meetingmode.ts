/**
 * How a meeting on the big screen feels with 500 matters: from a key to the paint that shows what it did, beside the
 * register's own key to paint with the same actions in the same run.
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

const COUNT = 500
const BIG_SCREEN = { width: 1920, height: 1080 }
const ON = ['j', 'j', 'k', 'j', 'j', 'PageDown', 'PageUp', 'j', 'j']
const TYPED = ['z', 'k', 'q', 'j', 'x', 'Backspace', 'Backspace', 'Backspace', 'Backspace']
const LIMITS = { full: 50, slowed: 100 }

interface Measured {
  /** To the next matter, or back. */
  readonly on: readonly number[]
  /** To the form of a deed. */
  readonly begin: readonly number[]
}

export async function bench(): Promise<readonly Row[]> {
  const browser = await openRegisterBrowser(new URL('meetingmodepage.tsx', import.meta.url))
  try {
    const [meeting, register] = [await measureMeeting(browser, 1), await measureRegister(browser, 1)]
    const [slow, slowRegister] = [await measureMeeting(browser, 4), await measureRegister(browser, 4)]
    return [
      beside(`next matter, key to paint, ${COUNT} matters`, meeting.on, register),
      beside(`next matter, key to paint, ${COUNT} matters, processor ÷ 4`, slow.on, slowRegister),
      beside(`retain, key to its form, ${COUNT} matters`, meeting.begin, register),
      goal('next matter, the slowest key', Math.max(...meeting.on), LIMITS.full),
      goal('next matter, processor ÷ 4, the slowest key', Math.max(...slow.on), LIMITS.slowed),
    ]
  } finally {
    await browser.close()
  }
}

async function measureMeeting(browser: RegisterBrowser, slowed: number): Promise<Measured> {
  const page = await browser.open(`?view=meeting&count=${COUNT}`, BIG_SCREEN)
  try {
    await page.getByRole('button', { name: 'Go on with the meeting' }).click()
    await page.getByRole('toolbar').waitFor()
    await page.waitForTimeout(2000)
    await slow(page, slowed)
    const on: number[] = []
    for (const key of ON) on.push(await keyToPaint(page, key, 'h2'))
    const begin: number[] = []
    for (let turn = 0; turn < 4; turn++) {
      begin.push(await keyToPaint(page, 'r', 'h2, section section'))
      await page.keyboard.press('Escape')
      await page.waitForTimeout(300)
      await keyToPaint(page, 'j', 'h2')
    }
    return { on, begin }
  } finally {
    await page.context().close()
  }
}

async function measureRegister(browser: RegisterBrowser, slowed: number): Promise<readonly number[]> {
  const page = await browser.open(`?view=register&count=${COUNT}`, BIG_SCREEN)
  try {
    await page.getByRole('row').nth(3).waitFor()
    await page.waitForTimeout(2000)
    await page.getByRole('searchbox').focus()
    await slow(page, slowed)
    const times: number[] = []
    for (const key of TYPED) times.push(await keyToPaint(page, key, '[role=grid]'))
    return times
  } finally {
    await page.context().close()
  }
}

async function slow(page: Page, rate: number): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate })
}

/** From the event's own time to just after the first paint in which what the selector finds reads otherwise. */
async function keyToPaint(page: Page, key: string, selector: string): Promise<number> {
  const painted = await page.evaluateHandle((selector) => {
    const read = (): string =>
      [...document.querySelectorAll(selector)]
        .map((each) => each.getAttribute('aria-rowcount') ?? each.textContent)
        .join('\n')
    const before = read()
    return {
      took: new Promise<number>((resolve) => {
        const onKey = ({ timeStamp }: KeyboardEvent): void => {
          const look = (): void => {
            if (read() === before) return void requestAnimationFrame(look)
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
  }, selector)
  await page.keyboard.press(key)
  const took = await painted.evaluate(({ took }) => took)
  await page.waitForTimeout(300)
  return took
}

function beside(name: string, ours: readonly number[], register: readonly number[]): Row {
  const [own, other] = [median(ours), median(register)]
  return {
    name,
    figure: own,
    unit: 'ms',
    beside: `the register’s own key: ${Math.round(other)} ms`,
    ratio: own / other,
  }
}

function goal(name: string, figure: number, limit: number): Row {
  return { name, figure, unit: 'ms', beside: `the goal of ${limit} ms`, ratio: figure / limit }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
