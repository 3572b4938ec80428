/**
 * The whole life of a meeting, by its secretary: planned, held on the big screen (with a second hand in Welsh at the same
 * item, and a connection that drops), kept from closing while anything is in limbo, closed, confirmed on the chair's
 * phone, and the next one prepared.
 */

import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import type { Frame } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { onALaptopThatFallsIll } from './living.ts'
import { ARRIVES_WITHIN_MS, chatOf, expectAccessible, goToAWorkingDay, type Window } from './people.ts'

const GOVERNANCE = { team: 'csae-sgg', channel: 'Governance' } as const
const SAID = 'North Mercia can’t flag vehicles at all.'
const SAID_TOO = 'Nid oes gan Ddyffryn Taf faes ar ei gyfer.'

async function meetingsOf({ app, words }: Window): Promise<Frame> {
  const frame = await app()
  await frame.getByRole('button', { name: words.say('shell.room.meetings'), exact: true }).click()
  await frame.getByRole('heading', { level: 1, name: words.say('meeting.title') }).waitFor()
  return frame
}

/** As when somebody comes back to it: it looks at once, and not only at its next turn. */
async function wake(frame: Frame): Promise<void> {
  await frame.evaluate(() => {
    window.dispatchEvent(new Event('online'))
    window.dispatchEvent(new Event('visibilitychange'))
  })
}

describe('a meeting', () => {
  const ill = onALaptopThatFallsIll()

  test('is planned, held by two hands, closed, confirmed on a phone, and followed by the next', async () => {
    const secretary = await ill.teams.as('coordinator', { view: 'chat' })
    const { page, words } = secretary
    // The chair is written to on such a day; to move it on later would open every page anew.
    await goToAWorkingDay(page)
    await secretary.go(GOVERNANCE)
    const frame = await meetingsOf(secretary)
    const button = (name: string, exact = true) => frame.getByRole('button', { name, exact })
    await expectAccessible(frame)

    // Planned.
    await frame
      .getByRole('region', { name: words.say('meeting.status.planned') })
      .getByRole('button')
      .first()
      .click()
    const agenda = frame.getByRole('region', { name: words.say('meeting.agenda'), exact: true })
    const lines = agenda.getByRole('list').first().locator(':scope > li')
    await lines.first().waitFor()
    const before = await lines.count()
    await agenda.getByRole('textbox', { name: words.say('meeting.agenda.add') }).fill('Flagging reports')
    await page.keyboard.press('Enter')
    await expect.poll(() => lines.last().textContent()).toContain('Flagging reports')
    await button(words.say('meeting.agenda.up', { title: 'Flagging reports' })).focus()
    for (let place = before; place > 0; place--) {
      await page.keyboard.press('Alt+ArrowUp')
      await expect.poll(() => lines.nth(place - 1).textContent()).toContain('Flagging reports')
    }
    const present = words.say('meeting.attendance.present')
    const comes = frame.getByRole('group', { name: words.say('meeting.attendance.state', { name: 'Aisha Khan' }) })
    await comes.getByRole('button', { name: present }).click()
    await comes.getByRole('button', { name: present, pressed: true }).waitFor()
    await expectAccessible(frame)

    // Held.
    await button(words.say('meeting.begin')).click()
    const discussion = frame.getByRole('textbox', { name: words.say('meeting.discussion') })
    await frame
      .getByRole('region', { name: words.say('meeting.item', { number: 1, title: 'Flagging reports' }) })
      .waitFor()

    // A second hand, in Welsh, writes at the same item; whoever is second sees both and keeps both.
    const second = await ill.teams.as('coordinator', { ...GOVERNANCE, lang: 'cy' })
    const welsh = await meetingsOf(second)
    await welsh
      .getByRole('button', { name: second.words.say('meeting.goOn') })
      .last()
      .click()
    const theirs = welsh.getByRole('textbox', { name: second.words.say('meeting.discussion') })
    await theirs.fill(SAID_TOO)
    await discussion.fill(SAID)
    await Promise.any(
      [
        button(words.say('meeting.text.keepBoth')),
        welsh.getByRole('button', { name: second.words.say('meeting.text.keepBoth') }),
      ].map((both) => both.click()),
    )
    for (const each of [frame, welsh]) await wake(each)
    for (const field of [discussion, theirs]) {
      await expect.poll(() => field.inputValue(), { timeout: ARRIVES_WITHIN_MS }).toContain(SAID)
      await expect.poll(() => field.inputValue()).toContain(SAID_TOO)
    }
    await frame.getByRole('textbox', { name: words.say('meeting.decision.new') }).fill('All send theirs by March.')

    // An action has its number as it is spoken, and its item as its origin.
    await frame.getByRole('heading', { level: 2, name: /Flagging reports/ }).focus()
    await page.keyboard.press('n')
    const raising = frame.getByRole('region', { name: words.say('meeting.turn.raise') })
    const number = (await raising.getByText(/^\d+\/\d\d$/).textContent()) ?? ''
    await raising.getByRole('textbox', { name: words.say('add.details') }).fill('Each force to report on its flags')
    await page.keyboard.press('Enter')
    const agreed = frame.getByRole('complementary', { name: words.say('meeting.agreed') })
    await agreed.getByText(number, { exact: true }).waitFor()

    // Matters, each with one key; on through a dropped connection.
    const heading = frame.getByRole('heading', { level: 2 }).first()
    const settled = (count: number) => frame.getByText(new RegExp(`^${count} of \\d+ · `)).waitFor()
    const goOn = async (): Promise<void> => {
      const before = await heading.textContent()
      await page.keyboard.press('j')
      await expect.poll(() => heading.textContent()).not.toBe(before)
    }
    while (!/^\d+\/\d\d$/.test((await heading.textContent()) ?? '')) await goOn()
    await page.keyboard.press('r')
    await frame.getByRole('textbox', { name: new RegExp(words.say('acting.field.words')) }).fill('Hold it.')
    await page.keyboard.press('Enter')
    await settled(1)
    await expectAccessible(frame)
    await goOn()
    const discharged = (await heading.textContent()) ?? ''
    await page.keyboard.press('d')
    await frame.getByRole('textbox', { name: words.say('acting.field.evidence') }).fill('All have been seen.')
    const connect = ill.laptop.graph.faults.add({ match: { person: 'coordinator' }, fault: { kind: 'cutBefore' } })
    await page.keyboard.press('Control+Enter')
    await settled(2)
    await goOn()
    const extended = (await heading.textContent()) ?? ''
    await page.keyboard.press('e')
    await frame.getByRole('textbox', { name: words.say('acting.field.to') }).fill('end of July 2027')
    await frame.getByRole('textbox', { name: words.say('acting.field.reason') }).fill('The contract is late.')
    await page.keyboard.press('Control+Enter')
    await settled(3)
    // The register, out of sight, has such a bar of its own.
    const waiting = frame.getByText(/waits? to be sent/).filter({ visible: true })
    await waiting.first().waitFor()
    connect()
    await wake(frame)
    await expect.poll(() => waiting.count(), { timeout: ARRIVES_WITHIN_MS }).toBe(0)
    // The other hand sees it by itself.
    await wake(welsh)
    await welsh.getByText(/^3 o \d+ · /).waitFor({ timeout: ARRIVES_WITHIN_MS })
    await expectAccessible(welsh)

    // Not closed while anything is in limbo.
    await button(words.say('meeting.toClosing')).click()
    const close = button(words.say('meeting.closing.do'))
    await frame.getByRole('heading', { level: 2, name: /still in limbo/ }).waitFor()
    await expect.poll(() => close.getAttribute('aria-disabled')).toBe('true')
    await expectAccessible(frame)
    await frame.getByRole('button', { name: /^Retain all \d+ of them/ }).click()
    await frame.getByRole('heading', { level: 2, name: words.say('meeting.closing.clear') }).waitFor()
    await expect.poll(() => close.getAttribute('aria-disabled'), { timeout: 30_000 }).not.toBe('true')
    await close.click()
    const decided = frame.getByRole('region', { name: words.say('meeting.after.decided') })
    await decided.getByText(discharged, { exact: true }).waitFor()
    await decided.getByText(extended, { exact: true }).waitFor()
    await expectAccessible(frame)

    // Its papers, in either language whatever the page is in.
    const paper = async (kind: 'minutes' | 'actions', language: 'en' | 'cy'): Promise<string> => {
      const label = words.say('minutes.make.label', {
        paper: words.say(`minutes.make.${kind}`),
        language: words.say(`minutes.make.${language}`),
      })
      const [download] = await Promise.all([page.waitForEvent('download'), button(label).click()])
      const { 'word/document.xml': xml } = unzipSync(new Uint8Array(readFileSync(await download.path())))
      return strFromU8(xml ?? new Uint8Array())
    }
    const minutes = await paper('minutes', 'cy')
    for (const part of [SAID, SAID_TOO, 'All send theirs by March.', second.words.say('minutes.matters')]) {
      expect(minutes).toContain(part)
    }
    expect(minutes).not.toMatch(/>minutes\./)
    expect(await paper('actions', 'en')).toContain(number)

    // Confirmed by the chair, once, as one list, on a phone.
    const chair = await ill.teams.as('chair', { view: 'chat', device: 'phone' })
    const chat = await chatOf(chair)
    await chat
      .item(words.say('bot.kind.listWanted'))
      .getByRole('button', { name: words.say('bot.decide') })
      .click()
    const dialog = await chat.dialog()
    await expectAccessible(dialog)
    await dialog.getByRole('button', { name: words.say('confirm.all', { count: 2 }) }).click()
    await dialog.getByRole('heading', { name: words.say('confirm.done.title') }).waitFor()
    await wake(frame)
    await decided.getByText(/^Helen Marlowe confirmed/).waitFor({ timeout: 2 * ARRIVES_WITHIN_MS })

    // The next one is there, its agenda prepared.
    await frame
      .getByRole('region', { name: words.say('meeting.after.next') })
      .getByRole('button')
      .click()
    await expect.poll(() => lines.count()).toBeGreaterThan(2)
  }, 240_000)
})
