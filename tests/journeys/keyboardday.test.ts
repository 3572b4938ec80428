/**
 * A coordinator's day without a mouse: brings a log in, finds what is late and why, writes to three actions, and decides
 * where a second person was quicker. Every key is pressed as a person would; nothing is clicked or focused by the script.
 */

import type { Frame, Locator } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { APPS } from '../../src/laptop/demonstration/tenant.ts'
import { onALaptopThatFallsIll } from './living.ts'
import { expectAccessible, makeGroup, registerOf, type Window } from './people.ts'

const PLACE = { team: 'missing-children', channel: 'Working group' } as const
/** More than anybody would press. */
const TABS = 60
const WITHIN = { timeout: 60_000 } as const

const LOG = [
  'Ref\tAction\tUpdate\tOwner\tDue date',
  '1/25\tForces to say how a missing child is found again\t4/3/2025: Two have\tROCU\t30/4/2025',
  '2/25\tA list of places where children were found\t4/3/2025: Eleven places\tMarches\t29/5/2025',
  '3/25\tSay who answers at night\t4/3/2025: Each control room does\tSevern Vale\t30/6/2025',
  '4/25\tFind a new SPOC\t\tNorth Mercia\tnext meeting',
  '5/25\tShare the profile with schools\t\tROCU\t',
].join('\n')

describe('a day by keyboard', () => {
  const ill = onALaptopThatFallsIll()
  const { teams } = ill

  test('a log comes in; what is late is found, told why and written to; two hands meet and one decides', async () => {
    const priya = await teams.as('coordinator', PLACE)
    await makeGroup(priya, 'Missing Children Working Group', 'West Midlands')
    const { page, words } = priya
    const { keyboard } = page
    const { say } = words
    const frame = await priya.app()
    await bringInByKeys(priya, frame)

    await frame.getByRole('searchbox', { name: say('register.search') }).waitFor(WITHIN)
    await tabTo(priya, frame.getByRole('button', { name: /^Late 3$/ }))
    await keyboard.press('Enter')
    const grid = frame.getByRole('grid', { name: 'Actions: Late' })
    await grid.waitFor()
    await expect.poll(() => grid.getAttribute('aria-rowcount')).toBe('4')
    await tabTo(priya, grid.getByRole('row').nth(1))
    await keyboard.press('ArrowRight')
    await expect.poll(() => told(frame)).toMatch(/It was due 30 April 2025, .+ ago\./)
    await keyboard.press('ArrowLeft')
    await expectAccessible(frame)

    const panel = frame.getByRole('complementary').last()
    for (const [turn, reference] of ['1/25', '2/25', '3/25'].entries()) {
      await keyboard.press('u')
      const field = frame
        .getByRole('complementary', { name: say('panel.label', { reference }) })
        .getByRole('textbox', { name: say('composer.label') })
      await expect.poll(() => hasFocus(field), WITHIN).toBe(true)
      await keyboard.type(`Asked again by keyboard, turn ${turn}`)
      await keyboard.press('Control+Enter')
      await frame.getByText(say('composer.sent', { reference })).waitFor(WITHIN)
      await panel
        .getByRole('listitem')
        .filter({ hasText: `turn ${turn}` })
        .first()
        .waitFor()
      await keyboard.press('Escape')
      const heading = panel.getByRole('heading', { level: 2, name: reference })
      await expect.poll(() => hasFocus(heading)).toBe(true)
      if (turn < 2) await keyboard.press('j')
    }
    await expectAccessible(frame)
    await keyboard.press('Escape')
    await expect.poll(() => focusedRow(frame)).toContain('3/25')

    await twoHands(priya, frame)
  }, 240_000)

  async function twoHands(priya: Window, frame: Frame): Promise<void> {
    const { keyboard } = priya.page
    const { say } = priya.words
    const helen = await teams.as('chair', PLACE)
    const theirs = await (await registerOf(helen)).open('3/25')
    const connect = ill.laptop.graph.faults.add({
      match: { person: 'coordinator', app: APPS.tab },
      fault: { kind: 'cutBefore' },
    })
    await keyboard.press('Enter')
    const panel = frame.getByRole('complementary', { name: say('panel.label', { reference: '3/25' }) })
    await tabTo(priya, panel.getByRole('button', { name: say('acting.reword') }))
    await keyboard.press('Enter')
    await expect.poll(() => hasFocus(panel.getByRole('textbox', { name: say('acting.field.details') }))).toBe(true)
    await keyboard.press('Control+a')
    await keyboard.type('Say who answers, as Priya words it')
    await keyboard.press('Control+Enter')
    await frame
      .getByText(say('outbox.waits', { count: 1 }))
      .first()
      .waitFor(WITHIN)

    await theirs.panel.getByRole('button', { name: say('acting.reword') }).click()
    await theirs.panel
      .getByRole('textbox', { name: say('acting.field.details') })
      .fill('Say who answers, as Helen words it')
    await helen.page.keyboard.press('Control+Enter')
    const hers = await helen.app()
    await hers.getByText(say('acting.saved.reword', { reference: '3/25' })).waitFor(WITHIN)

    connect()
    const alert = panel.getByRole('alert')
    await alert.waitFor(WITHIN)
    const versions = alert.getByRole('group', { name: say('acting.differs.details') })
    await versions.getByText('as Helen words it').waitFor()
    await versions.getByText('as Priya words it').waitFor()
    await expectAccessible(frame)
    await tabTo(priya, alert.getByRole('button', { name: say('composer.stale.send') }))
    await keyboard.press('Enter')
    await theirs.panel.getByText('Say who answers, as Priya words it').first().waitFor(WITHIN)
  }
})

async function bringInByKeys(window: Window, frame: Frame): Promise<void> {
  const { page, words } = window
  const { keyboard } = page
  const { say } = words
  await frame.getByRole('button', { name: say('register.empty.import') }).waitFor()
  await tabTo(window, frame.getByRole('button', { name: say('register.empty.import') }))
  await keyboard.press('Enter')
  const paste = frame.getByRole('textbox', { name: say('importing.paste') })
  await paste.waitFor()
  await tabTo(window, paste)
  await page.evaluate((text) => navigator.clipboard.writeText(text), LOG)
  await keyboard.press('Control+V')
  const bring = frame.getByRole('button', { name: say('importing.bring', { count: 5 }), exact: true })
  await bring.waitFor(WITHIN)
  await expectAccessible(frame)
  await tabTo(window, bring)
  await keyboard.press('Enter')
  await frame.getByText(say('importing.done.title', { count: 5 })).waitFor(WITHIN)
  await tabTo(window, frame.getByRole('button', { name: say('importing.open') }))
  await keyboard.press('Enter')
}

/** Presses Tab until it has the focus. */
async function tabTo({ page }: Window, what: Locator): Promise<void> {
  await what.waitFor()
  for (let press = 0; press < TABS; press += 1) {
    if (await hasFocus(what)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never came to ${String(what)}`)
}

async function hasFocus(what: Locator): Promise<boolean> {
  if ((await what.count()) !== 1) return false
  return what.evaluate((element) => document.hasFocus() && document.activeElement === element)
}

async function focusedRow(frame: Frame): Promise<string> {
  return frame.evaluate(() => document.activeElement?.closest('[role=row]')?.textContent ?? '')
}

/** What a screen reader says beside what has the focus. */
async function told(frame: Frame): Promise<string> {
  return frame.evaluate(() =>
    (document.activeElement?.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' '),
  )
}
