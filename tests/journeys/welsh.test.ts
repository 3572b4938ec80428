/**
 * A day in Welsh, in a browser that has no Welsh: Chromium would print English days, months and plurals without a word.
 * What the page says is held against what the catalogue says in Node, which has Welsh.
 */

import { describe, expect, test } from 'vitest'
import { onALaptop } from './living.ts'
import { expectAccessible, registerOf } from './people.ts'
import { referenceOf } from './told.ts'

const MONTHS = 'Ionawr|Chwefror|Mawrth|Ebrill|Mai|Mehefin|Gorffennaf|Awst|Medi|Hydref|Tachwedd|Rhagfyr'
const ENGLISH =
  /\b(January|February|March|April|June|July|August|September|October|November|December|ago|yesterday|tomorrow|weeks?|months?|days?|late|actions?|meeting of)\b/i
/** How long ago, as a row says it: each number with the form of its noun. */
const AGO =
  /^(heddiw|ddoe|2 (ddiwrnod|fis|flynedd)|1 (diwrnod|wythnos|mis|flwyddyn)|\d+ (diwrnod|wythnos|mis|blynedd|mlynedd))( yn ôl)?$/

describe('a day in Welsh', () => {
  const teams = onALaptop()

  test('the browser itself has no Welsh to lend', async () => {
    const { page } = await teams.as('spoc-welsh')
    const told = await page.evaluate(() =>
      new Intl.DateTimeFormat('cy', { month: 'long' }).format(new Date(2026, 2, 1)),
    )
    expect(told).not.toBe('Mawrth')
  })

  test('ages of rows, counts of what is found, dates and weekdays of an action are Welsh', async () => {
    const spoc = await teams.as('spoc-welsh', { lang: 'cy', team: 'csae-sgg', channel: 'Governance' })
    const { words } = spoc
    // Beside a list of views there is room for the ages from here on.
    await spoc.page.setViewportSize({ width: 1680, height: 900 })
    const register = await registerOf(spoc)
    await register.choose('all')
    await register.row('Map the places').waitFor()
    const agesShown = () =>
      register.rows().evaluateAll((rows) => rows.map((row) => row.lastElementChild?.textContent ?? ''))
    await expect.poll(async () => (await agesShown()).length).toBeGreaterThan(10)
    const ages = await agesShown()
    for (const age of ages.filter((each) => each !== '')) expect(age).toMatch(AGO)

    const { frame } = register
    for (const sought of ['Ffurflenni cydsynio', 'OCAG', 'zebra']) {
      await register.search(sought)
      await expect.poll(async () => (await frame.getByRole('status').allTextContents()).join(' ')).toContain(' o ')
    }
    await register.search('')
    const headers = await frame.getByRole('columnheader').allTextContents()
    expect(headers.join(' ')).not.toMatch(ENGLISH)

    const { panel } = await register.open('Map the places')
    await panel.getByRole('list').last().waitFor()
    const dated = panel.getByText(new RegExp(`\\d+ (${MONTHS}) \\d{4}`))
    await expect.poll(() => dated.count()).toBeGreaterThan(2)
    const days = await dated.allTextContents()
    for (const day of days) expect(day).not.toMatch(/\b(January|March|May|June|July|September|December)\b/)
    await expectAccessible(frame)

    const reference = referenceOf('csae-sgg', 'Map the places')
    await panel.getByRole('button', { name: words.say('panel.copyLink', { reference }) }).click()
    await panel.getByText(words.say('shell.copied')).waitFor()
  })

  test('every form of the noun that Welsh counts by is said', async () => {
    const { words } = await teams.as('spoc-welsh', { lang: 'cy' })
    const told = [0, 1, 2, 3, 6, 7].map((count) => words.say('register.count', { count }))
    expect(told).toEqual([
      'Dim camau gweithredu',
      '1 cam gweithredu',
      '2 gam gweithredu',
      '3 cham gweithredu',
      '6 cham gweithredu',
      '7 cam gweithredu',
    ])
  })

  test('the accessibility statement is Welsh to its last date', async () => {
    const spoc = await teams.as('spoc-welsh', { lang: 'cy', team: 'csae-sgg', channel: 'Governance' })
    const frame = await spoc.app()
    await frame.getByRole('button', { name: spoc.words.say('shell.accessibility') }).click()
    const statement = frame.getByRole('article')
    await statement
      .getByText(/\d+ Tachwedd 2026/)
      .first()
      .waitFor()
    await expect.poll(() => statement.textContent()).not.toMatch(/\b(January|November|the|and)\b/)
    await expectAccessible(frame)
  })
})
