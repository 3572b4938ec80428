/**
 * The day before a board: a work stream says where it stands, the register's health is looked at, the report is read,
 * taken out and put on record with the board that was told; and all of it once more on a phone in Welsh.
 */

import type { Frame } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { SwitchedRoom } from '../../src/domain/group.ts'
import { enterRoom } from '../../src/laptop/entering.ts'
import { createClock } from '../../src/words/clock.ts'
import { onALaptop } from './living.ts'
import { expectAccessible, type Window } from './people.ts'

const GOVERNANCE = { team: 'csae-sgg', channel: 'Governance' } as const

const PLAN = `9. Keep Things Found
9.1
Policing Objective: Keep Things Found
Work Stream: To label the shelves
Chief Officer Lead: ACC Ada Vaughan
SMT Lead: Supt. Owen Pryce
Current status: Labels were ordered.
Progress planned for next quarter: Put them on.
Newly identified barriers/risks/issues and any mitigating factors: The glue; tape is used instead.
Policing Objective: Keep Things Found
Work Stream: The bicycles
Current status: Counted.
`

const LOG = `Found bicycles
A force report by HM Audit
Published 1 April 2025
Recommendations & Areas for Improvement\t\tStatus\tDue Date\tComment
1\tRecommendation The force should oil them.\tAMBER\tDecember 2027\tUnder way.
`

type Entered = 'report' | 'health' | 'workstreams' | 'recommendations'

describe('the day before a board', () => {
  const teams = onALaptop()

  test('is prepared at a desk, and read on a phone in Welsh', async () => {
    const desk = await teams.as('coordinator', GOVERNANCE)
    const { words, page } = desk
    const frame = await desk.app()

    await enter(frame, desk, 'workstreams')
    const stream = frame.getByRole('article', { name: /One list of homes/ })
    await stream.getByRole('button', { name: words.say('workstreams.chase') }).click()
    await stream.getByText(/^Chased on/).waitFor()
    await stream.getByRole('button', { name: words.say('workstreams.say') }).click()
    await stream.getByRole('textbox', { name: words.say('workstreams.status') }).fill('All five councils send theirs.')
    await stream.getByRole('button', { name: words.say('workstreams.save') }).click()
    await stream.getByRole('button', { name: words.say('workstreams.change') }).waitFor()
    await stream.getByText('All five councils send theirs.').filter({ visible: true }).waitFor()
    await stream.getByText(/^Chased on/).waitFor({ state: 'detached' })
    await stream.getByRole('button', { name: words.say('workstreams.barrier.raise') }).click()
    await stream
      .getByRole('textbox', { name: words.say('workstreams.barrier.words') })
      .fill('One of them sends it as a picture.')
    await stream.getByRole('button', { name: words.say('workstreams.save') }).click()
    await stream.getByText(words.say('workstreams.barriers.open', { count: 1 })).waitFor()
    await expectAccessible(frame)

    await frame.getByRole('button', { name: words.say('workstreams.bring') }).click()
    const document = { name: 'plan.txt', mimeType: 'text/plain', buffer: Buffer.from(PLAN) }
    await frame.locator('input[type=file]').setInputFiles(document)
    await frame.getByText('The bicycles has no SMT lead').filter({ visible: true }).waitFor()
    const bring = frame.getByRole('button', { name: words.say('importing.look.bring') })
    await expect.poll(() => bring.isDisabled()).toBe(true)
    await frame.getByLabel(words.say('workstreams.document.day')).fill(createClock().today())
    await expectAccessible(frame)
    await bring.click()
    const brought = frame.getByRole('article', { name: '9.1 To label the shelves' })
    await brought.getByText('Labels were ordered.').filter({ visible: true }).waitFor()
    await brought.getByText('The glue; tape is used instead.').filter({ visible: true }).waitFor()

    await enter(frame, desk, 'recommendations')
    await frame.getByRole('button', { name: words.say('recommendations.bring') }).click()
    const log = { name: 'log.txt', mimeType: 'text/plain', buffer: Buffer.from(LOG) }
    await frame.locator('input[type=file]').setInputFiles(log)
    const seenTo = frame.getByRole('combobox', { name: words.say('recommendations.log.owners') })
    await seenTo.click()
    await seenTo.fill('Marches')
    await frame
      .getByRole('option', { name: /^Marches/ })
      .first()
      .click()
    await expectAccessible(frame)
    await bring.click()
    await frame
      .getByRole('button', { name: words.say('recommendations.log.back') })
      .filter({ visible: true })
      .click()
    const oiled = frame.getByRole('listitem').filter({ hasText: 'The force should oil them.' })
    await oiled.getByText('Under way.').filter({ visible: true }).waitFor()
    await oiled
      .getByText(/Marches/)
      .filter({ visible: true })
      .waitFor()

    await enter(frame, desk, 'health')
    await frame.getByRole('button', { name: /^WMS ROCU: / }).click()
    await expectAccessible(frame)

    await enter(frame, desk, 'report')
    const counts = frame.getByRole('region', { name: words.say('report.counts') }).first()
    await frame
      .getByRole('button', { name: words.say('report.table') })
      .first()
      .click()
    await counts.getByRole('rowheader', { name: words.say('report.total') }).waitFor()
    await expectAccessible(frame)
    // On paper it is as long as it is, bears its marking, and says nothing of how one gets about on a screen.
    await page.emulateMedia({ media: 'print' })
    await expect.poll(() => frame.getByRole('navigation').first().isVisible()).toBe(false)
    await expect.poll(() => frame.locator('.printed').evaluate(reach)).toBe('whole')
    await frame.getByText('OFFICIAL-SENSITIVE – Group members only').filter({ visible: true }).waitFor()
    await page.emulateMedia({ media: null })
    const taken = page.waitForEvent('download')
    await frame.getByRole('button', { name: words.say('report.takeOut') }).click()
    await frame.getByRole('menuitem', { name: `${words.say('report.word')}, ${words.say('report.inWelsh')}` }).click()
    expect((await taken).suggestedFilename()).toMatch(/^csae-sgg-report-[\d-]+\.docx$/)
    await frame.getByRole('button', { name: words.say('report.record'), exact: true }).click()
    await frame.getByRole('button', { name: words.say('report.tell'), exact: true }).click()
    await frame.getByRole('textbox', { name: words.say('report.tell.board') }).fill('Regional Strategic Board')
    await frame.getByRole('button', { name: words.say('report.tell.save') }).click()
    await frame.getByText(/^Told: Regional Strategic Board/).waitFor()

    const phone = await teams.as('chair', { ...GOVERNANCE, device: 'phone', lang: 'cy' })
    const held = await phone.app()
    for (const room of ['report', 'health', 'workstreams'] as const) {
      await enter(held, phone, room)
      await expectAccessible(held)
    }
    await held.getByText('One of them sends it as a picture.').filter({ visible: true }).waitFor()
  }, 240_000)
})

/** Whether nothing above it cuts it off. */
function reach(printed: Element): string {
  for (let above = printed.parentElement; above; above = above.parentElement) {
    if (above.clientHeight + 1 < printed.clientHeight && getComputedStyle(above).overflowY !== 'visible') {
      return `cut by ${above.tagName} ${above.className}`
    }
  }
  return 'whole'
}

/** One of the rooms that are switched on, once its heading is there. */
async function enter(frame: Frame, { words }: Window, name: SwitchedRoom): Promise<void> {
  await enterRoom(frame, words, name)
  await frame
    .getByRole('heading', { level: 1, name: words.say(`${name as Entered}.title`) })
    .filter({ visible: true })
    .waitFor()
}
