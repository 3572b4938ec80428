/** At 400 % zoom a screen of 1,280 by 1,024 has room for 320 by 256: everything is there, one way to scroll, nothing covered. */

import type { Frame, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { onALaptop } from './living.ts'
import { expectAccessible, type Place, type Window } from './people.ts'
import { referenceOf } from './told.ts'

const ZOOMED = { width: 320, height: 256 }
const GOVERNANCE = { team: 'csae-sgg', channel: 'Governance' } as const
const STOPS = 24

describe('at 400 % zoom', () => {
  const teams = onALaptop()

  const reference = referenceOf('csae-sgg', 'Map the places')
  const card = ({ words }: Window): RegExp => new RegExp(`${reference}|${words.say('register.add')}`)

  /** What is opened before one looks. */
  const PAGES: readonly (readonly [string, Place, (window: Window, frame: Frame) => Promise<void>])[] = [
    ['the register', GOVERNANCE, async (window, frame) => frame.getByText(card(window)).first().waitFor()],
    [
      'an action',
      GOVERNANCE,
      async ({ words }, frame) => {
        await frame.getByText('Map the places').first().click()
        await frame.getByRole('textbox', { name: words.say('composer.label') }).waitFor()
      },
    ],
    ['My matters', { tab: 'mine' }, async (_, frame) => frame.getByRole('heading', { level: 2 }).first().waitFor()],
    [
      'the statement',
      GOVERNANCE,
      async ({ words }, frame) => frame.getByRole('button', { name: words.say('shell.accessibility') }).click(),
    ],
  ]

  test('something that lies over the focus, or is too wide, would be found', async () => {
    const window = await teams.as('spoc-vale', GOVERNANCE)
    const frame = await window.app()
    await frame.getByText(card(window)).first().waitFor()
    await zoom(window.page)
    await frame.evaluate(() => {
      const bar = document.createElement('div')
      bar.id = 'planted'
      bar.style.cssText = 'position: fixed; inset: 0; z-index: 99999; overflow-x: auto'
      const wide = document.createElement('p')
      wide.style.width = '900px'
      wide.textContent = 'wide'
      bar.append(wide)
      document.body.append(bar)
    })
    await frame.getByRole('searchbox').focus()
    await expect.poll(() => frame.evaluate(coveredFocus)).toContain('planted')
    await expect.poll(() => sideways(frame)).toEqual([expect.stringContaining('planted')])
  })

  describe.each(['en', 'cy'] as const)('in %s', (language) => {
    // The two where words have the least room.
    test.each(language === 'cy' ? PAGES.slice(0, 2) : PAGES)(
      '%s scrolls one way, and what has the focus is seen',
      async (_, place, open) => {
        const window = await teams.as('spoc-vale', { ...place, ...(language === 'cy' ? { lang: language } : {}) })
        const frame = await window.app()
        await open(window, frame)
        await zoom(window.page)
        await expect.poll(() => sideways(frame)).toEqual([])
        const covered: string[] = []
        const focused = new Set<string>()
        await frame.locator('body').press('Tab')
        for (let stop = 0; stop < STOPS; stop++) {
          const found = await frame.evaluate(coveredFocus)
          if (found !== null) covered.push(found)
          focused.add(await frame.evaluate(() => document.activeElement?.outerHTML ?? ''))
          await window.page.keyboard.press('Tab')
        }
        expect(covered).toEqual([])
        expect(focused.size).toBeGreaterThan(3)
        await expectAccessible(frame)
      },
    )
  })
})

/** The app's frame fills a window of that size, as if Teams around it weren't there. */
async function zoom(page: Page): Promise<void> {
  await page.setViewportSize(ZOOMED)
  await page
    .locator('iframe')
    .last()
    .evaluate((frame) => {
      frame.style.cssText = 'position: fixed; inset: 0; width: 100vw; height: 100vh; z-index: 9999; max-width: none'
      for (let inner: Element | null = frame; inner !== null; inner = inner.parentElement) {
        for (const beside of inner.parentElement?.children ?? []) if (beside !== inner) beside.setAttribute('inert', '')
      }
    })
}

/** What can be scrolled sideways, or stands out of the window. */
async function sideways(frame: Frame): Promise<readonly string[]> {
  return frame.evaluate(() =>
    [...document.querySelectorAll('body, body *')]
      .filter((element) => {
        const { overflowX } = getComputedStyle(element)
        return /auto|scroll/.test(overflowX) && element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  )
}

/** The focused element when its middle is out of the window or something lies over it; null when it is seen. */
function coveredFocus(): string | null {
  const element = document.activeElement
  if (!(element instanceof HTMLElement) || element === document.body) return null
  if (element.matches('[data-tabster-dummy]')) return null
  const { left, right, top, bottom } = element.getBoundingClientRect()
  const clamp = (value: number, most: number): number => Math.min(Math.max(value, 1), most - 1)
  const x = clamp((left + right) / 2, window.innerWidth)
  const y = clamp((Math.max(top, 0) + Math.min(bottom, window.innerHeight)) / 2, window.innerHeight)
  const there = document.elementFromPoint(x, y)
  const seen = there !== null && (element.contains(there) || there.contains(element) || labelled(element, there))
  return seen ? null : `${element.outerHTML.slice(0, 120)} under ${there?.outerHTML.slice(0, 80)}`

  function labelled(control: HTMLElement, at: Element): boolean {
    return at.closest('label')?.control === control || control.closest('label')?.contains(at) === true
  }
}
