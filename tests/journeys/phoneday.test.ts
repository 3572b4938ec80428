/**
 * A SPOC's day on a phone of 390 px, by touch: filters first, an update from a card's own menu, an extension asked, and
 * back to where one was. Nothing scrolls sideways, and what one touches is large enough.
 */

import type { Frame } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { onALaptop } from './living.ts'
import { expectAccessible } from './people.ts'

const PHONE = { team: 'csae-sgg', channel: 'Governance', device: 'phone' } as const
const WITHIN = { timeout: 60_000 } as const

describe('a day on a phone', () => {
  const teams = onALaptop()

  test('filters come first; an update and an extension go from a card, and one is back where one was', async () => {
    const spoc = await teams.as('spoc-vale', PHONE)
    const frame = await spoc.app()
    const { say } = spoc.words
    const cards = frame.getByRole('list', { name: /^Actions:/ })
    await cards.getByRole('listitem').first().waitFor(WITHIN)
    await expect.poll(() => frame.evaluate(() => window.innerWidth)).toBe(390)
    await expectFits(frame)
    await expectAccessible(frame)

    await frame.getByRole('button', { name: /^Everything \d+$/ }).tap()
    await frame.getByRole('list', { name: 'Actions: Everything' }).waitFor()
    await frame.getByRole('button', { name: say('view.filter'), exact: true }).tap()
    const filters = frame.getByRole('dialog', { name: say('view.filter') })
    await filters.getByRole('checkbox').first().waitFor()
    await expectFits(frame)
    await expectAccessible(frame)
    await filters.getByRole('checkbox', { name: say('status.RED'), exact: true }).tap()
    await filters.press('Escape')
    const chip = frame.locator('[data-chip]').filter({ hasText: say('status.RED') })
    await chip.waitFor()
    const late = cards.getByRole('listitem')
    await expect.poll(() => late.filter({ hasText: say('status.GREEN') }).count()).toBe(0)

    // The last one in sight, so that there is somewhere to come back to.
    const far = late.last()
    await far.scrollIntoViewIfNeeded()
    const quick = late.locator('[aria-haspopup=menu]').last()
    const reference = /\d+\/\d+/.exec((await quick.getAttribute('aria-label')) ?? '')?.[0] ?? ''
    expect(reference).not.toBe('')
    await quick.scrollIntoViewIfNeeded()
    const before = await scrolledTo(frame)
    await quick.tap()
    await frame.getByRole('menuitem', { name: say('composer.label') }).tap()

    const panel = frame.getByRole('complementary', { name: say('panel.label', { reference }) })
    const field = panel.getByRole('textbox', { name: say('composer.label') })
    await expect.poll(() => field.evaluate((element) => document.activeElement === element), WITHIN).toBe(true)
    await field.fill('Told from a phone')
    await panel.getByRole('button', { name: say('composer.send'), exact: true }).tap()
    await panel.getByRole('listitem').filter({ hasText: 'Told from a phone' }).first().waitFor(WITHIN)
    await expectFits(frame)
    await expectAccessible(frame)

    await panel.getByRole('button', { name: say('panel.back') }).tap()
    await chip.waitFor()
    await expect.poll(async () => Math.abs((await scrolledTo(frame)) - before)).toBeLessThan(8)

    await cards.getByRole('button', { name: say('register.quick', { reference }) }).tap()
    await frame.getByRole('menuitem', { name: say('acting.askExtension') }).tap()
    const form = frame.getByRole('complementary', { name: say('panel.label', { reference }) })
    await form.getByRole('textbox', { name: say('acting.field.to') }).fill('in 6 weeks')
    await form.getByRole('textbox', { name: say('acting.field.reason') }).fill('The signatures are late')
    await expectFits(frame)
    await expectAccessible(frame)
    await form.getByRole('button', { name: say('acting.save.askExtension'), exact: true }).tap()
    await form
      .getByText(/signatures are late/)
      .first()
      .waitFor(WITHIN)
    await form.getByRole('button', { name: say('panel.back') }).tap()
    await cards
      .getByRole('button', { name: new RegExp(reference) })
      .first()
      .waitFor()

    await frame.getByRole('button', { name: say('register.choose'), exact: true }).tap()
    const boxes = cards.getByRole('checkbox')
    await boxes.first().tap()
    await boxes.nth(1).tap()
    const bar = frame.getByRole('region', { name: say('bulk.bar') })
    await bar.getByText(say('bulk.selected', { count: 2 })).waitFor()
    await expectFits(frame)
    await expectAccessible(frame)
    await bar.getByRole('button', { name: say('acting.retain') }).tap()
    const keeping = frame.getByRole('complementary', { name: say('acting.retain') })
    await keeping.getByRole('button', { name: say('bulk.send.retain', { count: 2 }) }).tap()
    await frame
      .getByText(say('bulk.done', { count: 2 }))
      .first()
      .waitFor(WITHIN)
    await cards.getByRole('listitem').first().waitFor()
    await expect.poll(() => boxes.count()).toBe(0)
  }, 240_000)
})

async function expectFits(frame: Frame): Promise<void> {
  await expect
    .poll(() => frame.evaluate(() => document.documentElement.scrollWidth - window.innerWidth))
    .toBeLessThanOrEqual(0)
}

/** How far the list is scrolled. */
async function scrolledTo(frame: Frame): Promise<number> {
  return frame.evaluate(() => {
    let node: Element | null = document.querySelector('main, #root')
    for (const each of document.querySelectorAll('*')) if (each.scrollTop > 0 && each.querySelector('ul')) node = each
    return Math.round(node?.scrollTop ?? 0)
  })
}
