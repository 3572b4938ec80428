/** The Audit room before the laptop's Teams: an auditor looks, takes out and verifies; who runs the group disposes. */

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Download, Frame } from 'playwright-core'
import { parseChainLine } from '../../src/chain/file.ts'
import { enterRoom } from '../../src/laptop/entering.ts'
import { onALaptop } from '../journeys/living.ts'
import { expectAccessible, type Window } from '../journeys/people.ts'

const ACCESS = { team: 'ocag-access', channel: 'Access' } as const

describe('who saw and changed what', () => {
  const teams = onALaptop()

  async function auditOf({ app, words }: Window): Promise<Frame> {
    const frame = await app()
    await enterRoom(frame, words, 'audit')
    await frame.getByRole('heading', { name: words.say('audit.title'), exact: true }).waitFor()
    return frame
  }
  const textOf = async (download: Download): Promise<string> => readFileSync(await download.path(), 'utf8')

  test('an auditor finds who looked, verifies it, and takes it out; that is on record too', async () => {
    const coordinator = await teams.as('iao', ACCESS)
    const people = await coordinator.app()
    await people.getByRole('button', { name: coordinator.words.say('shell.room.people') }).click()
    await people.getByRole('heading', { name: coordinator.words.say('people.title'), exact: true }).waitFor()
    await people
      .getByRole('button', { name: /^Information asset owner/i })
      .first()
      .waitFor()

    const auditor = await teams.as('auditor', ACCESS)
    const { page, words } = auditor
    const frame = await auditOf(auditor)
    const look = frame.getByRole('row').filter({ hasText: words.say('audit.operation.people.read') })
    await look.filter({ hasText: 'Owen Prothero' }).first().waitFor()
    await expectAccessible(frame)

    await frame.getByRole('button', { name: words.say('audit.filter') }).click()
    await frame.getByLabel(words.say('audit.operation'), { exact: true }).selectOption('people.read')
    await frame.getByLabel(words.say('audit.from'), { exact: true }).fill('tomorrowish')
    await frame.getByRole('button', { name: words.say('audit.search'), exact: true }).click()
    await frame.getByText(words.say('audit.dayUnreal')).waitFor()
    await frame.getByLabel(words.say('audit.from'), { exact: true }).fill('')
    await frame
      .getByLabel(words.say('audit.person'), { exact: true })
      .selectOption({ label: words.say('audit.service') })
    await frame.getByRole('button', { name: words.say('audit.search'), exact: true }).click()
    await frame.getByText(words.say('audit.none'), { exact: false }).waitFor()
    await frame.getByRole('button', { name: words.say('audit.clear') }).click()
    await look.first().waitFor()

    await frame.getByRole('button', { name: words.say('audit.verify'), exact: true }).click()
    await frame.getByText(/^Whole: \d+ entries$/).waitFor()
    await expectAccessible(frame)

    const take = async (format: 'csv' | 'chain'): Promise<string> => {
      await frame.getByRole('button', { name: words.say('audit.export'), exact: true }).click()
      const coming = page.waitForEvent('download')
      await frame.getByRole('menuitem', { name: words.say(`audit.export.${format}`) }).click()
      return textOf(await coming)
    }
    const csv = await take('csv')
    expect(csv).toContain('OFFICIAL-SENSITIVE')
    expect(csv).toContain(`Owen Prothero`)
    await frame.getByText(/entr(y was|ies were) exported/).waitFor()
    const chain = (await take('chain')).trimEnd().split('\n').map(parseChainLine)
    expect(chain.map((entry) => entry?.link?.sequence)).toEqual(chain.map((_, index) => index + 1))
    await frame.getByRole('button', { name: words.say('audit.filter') }).click()
    await frame.getByRole('button', { name: words.say('audit.view.retention') }).click()
    await frame.getByText(words.say('audit.retention.auditor'), { exact: false }).waitFor()
    await expect.poll(() => frame.getByRole('spinbutton').count()).toBe(0)
    await frame.getByRole('button', { name: words.say('audit.view.entries') }).click()
    await frame.getByRole('button', { name: words.say('audit.filter') }).click()
    await frame.getByRole('button', { name: words.say('audit.search'), exact: true }).click()
    const disclosed = frame.getByRole('row').filter({ hasText: words.say('audit.event.disclosure') })
    await disclosed
      .filter({ hasText: words.say('audit.toWhom', { name: 'Grace Adeyemi' }) })
      .first()
      .waitFor()
  })

  test('whoever runs the group says how long it is kept; on a phone, in Welsh', async () => {
    const owner = await teams.as('iao', { ...ACCESS, lang: 'cy' })
    const { page, words } = owner
    const frame = await auditOf(owner)
    const years = frame.getByRole('spinbutton', {
      name: words.say('audit.retention.years', { list: words.say('audit.list.prompts') }),
    })
    await years.fill('0')
    const save = frame.getByRole('button', { name: words.say('audit.retention.save') })
    expect(await save.getAttribute('aria-disabled')).toBe('true')
    await years.fill('4')
    await save.click()
    await expect.poll(() => save.getAttribute('aria-disabled')).toBe('true')
    await expect.poll(() => years.inputValue()).toBe('4')
    await page.setViewportSize({ width: 390, height: 844 })
    await expectAccessible(frame)
    const administrator = await teams.as('database', ACCESS)
    const theirs = await administrator.app()
    await theirs.getByRole('button', { name: administrator.words.say('shell.room.access'), exact: true }).waitFor()
    const room = theirs.getByRole('button', { name: administrator.words.say('shell.room.audit'), exact: true })
    expect(await room.count()).toBe(0)
  })
})
