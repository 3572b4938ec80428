/**
 * A request under the Freedom of Information Act, from a desk: the coordinator chooses rows, withholds a row and some
 * words, sees the copy as it will read and asks for its release; the chair releases it in Welsh; the file has none of it.
 */

import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import type { Frame } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { enterRoom } from '../../src/laptop/entering.ts'
import { onALaptop } from './living.ts'
import { expectAccessible, type Window } from './people.ts'

const GOVERNANCE = { team: 'csae-sgg', channel: 'Governance' } as const

describe('a copy for disclosure', () => {
  const teams = onALaptop()

  test('is prepared by the coordinator, released by the chair, and taken out without what is withheld', async () => {
    const coordinator = await teams.as('coordinator', GOVERNANCE)
    const { say } = coordinator.words
    const desk = await enter(coordinator)

    // A ground of the group's own, to withhold on below.
    await desk.getByRole('button', { name: say('disclosure.all') }).click()
    await desk.getByRole('button', { name: say('disclosure.grounds'), exact: true }).click()
    await desk.getByRole('button', { name: say('disclosure.grounds.add') }).click()
    const ground = 'Commercial interests (section 43)'
    await desk.getByRole('textbox', { name: say('disclosure.grounds.en') }).fill(ground)
    await desk.getByRole('button', { name: say('disclosure.save'), exact: true }).click()
    await desk.getByText(say('disclosure.grounds.missing')).waitFor()
    await desk.getByRole('textbox', { name: say('disclosure.grounds.cy') }).fill('Buddiannau masnachol (adran 43)')
    await desk.getByRole('button', { name: say('disclosure.save'), exact: true }).click()
    await desk.getByRole('listitem').filter({ hasText: ground }).waitFor()
    await expectAccessible(desk)
    await desk.getByRole('button', { name: say('disclosure.all') }).click()
    await desk.getByRole('button', { name: /2026\/0412/ }).click()
    await desk.getByRole('button', { name: say('disclosure.rows.choose') }).click()
    await desk.getByRole('button', { name: /^Take (?:these|this)/ }).click()
    const table = desk.getByRole('region', { name: /^Action tracker/ })
    const rowAt = (place: number) => table.getByRole('row').nth(place)
    await rowAt(2).waitFor()

    // Words that are selected in the first row, then the whole of the second.
    const secret = await rowAt(1)
      .locator('[data-column="details"]')
      .evaluate((cell) => {
        const text = cell.querySelector('span')?.firstChild
        if (!text) throw new Error('no words')
        const [from, to] = [4, 24]
        const range = document.createRange()
        range.setStart(text, from)
        range.setEnd(text, to)
        getSelection()?.removeAllRanges()
        getSelection()?.addRange(range)
        return range.toString().trim()
      })
    const number = (place: number) => rowAt(place).getByRole('rowheader').innerText()
    const [first, second] = [await number(1), await number(2)]
    const gone = (await rowAt(2).locator('[data-column="details"]').innerText()).split('\n')[0] ?? ''
    const withhold = async (reference: string): Promise<void> => {
      const name = say('disclosure.withhold.title', { reference })
      await desk.getByRole('button', { name, exact: true }).click()
      const form = desk.getByRole('form', { name, exact: true })
      await form.getByRole('combobox', { name: say('disclosure.withhold.ground') }).selectOption({ label: ground })
      await form.getByRole('button', { name: say('disclosure.withhold.do') }).click()
      await form.waitFor({ state: 'detached' })
    }
    await withhold(first)
    await withhold(second)
    await desk.getByRole('listitem').filter({ hasText: second }).filter({ hasText: ground }).waitFor()
    await expectAccessible(desk)
    await desk.getByRole('switch', { name: say('disclosure.asCopy') }).click()
    await expect.poll(() => rowAt(2).innerText()).toContain('Sensitive and irrelevant')
    expect(await rowAt(2).innerText()).toContain(second)
    expect(await rowAt(1).innerText()).not.toContain(secret)
    await desk.getByRole('button', { name: say('disclosure.ask'), exact: true }).click()
    await desk.getByRole('button', { name: say('disclosure.takeBack') }).waitFor()
    await desk.getByText(say('disclosure.whyNot.notApprover'), { exact: true }).waitFor()

    const chair = await teams.as('chair', { ...GOVERNANCE, lang: 'cy' })
    const cadeirydd = chair.words.say
    const deciding = await enter(chair)
    const button = deciding.getByRole('button', { name: cadeirydd('disclosure.do.release'), exact: true })
    await button.click()
    await deciding.getByText(cadeirydd('disclosure.form.missing'), { exact: true }).waitFor()
    await deciding.getByRole('textbox', { name: cadeirydd('disclosure.to') }).fill('The person who asked')
    await button.click()
    const take = deciding.getByRole('button', {
      name: cadeirydd('disclosure.take', { format: cadeirydd('report.word') }),
      exact: true,
    })
    await take.waitFor()
    await expectAccessible(deciding)
    const coming = chair.page.waitForEvent('download')
    await take.click()
    const file = await (await coming).path()
    const text = Object.values(unzipSync(readFileSync(file)))
      .map((part) => strFromU8(part))
      .join('\n')
    expect(text).toContain('Sensitive and irrelevant')
    for (const reference of [first, second]) expect(text).toContain(reference)
    for (const each of [secret, gone]) expect(text).not.toContain(each)
  }, 180_000)
})

/** The request of the demonstration. */
async function enter({ app, words }: Window): Promise<Frame> {
  const { say } = words
  const frame = await app()
  await enterRoom(frame, words, 'report')
  await frame.getByRole('button', { name: say('disclosure.open'), exact: true }).click()
  await frame.getByRole('button', { name: /2026\/0412/ }).click()
  await frame.getByRole('heading', { name: say('disclosure.originators') }).waitFor()
  return frame
}
