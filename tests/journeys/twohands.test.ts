/**
 * Two people, one action, before the laptop's Teams: one works on without a connection, the other changes the same
 * words meanwhile; both versions stand beside each other and one decides. And what the tab says of each fault that a
 * change can meet on its way.
 */

import { describe, expect, test } from 'vitest'
import { APPS } from '../../src/laptop/demonstration/tenant.ts'
import type { Fault } from '../../src/local/graph/faults.ts'
import { onALaptopThatFallsIll } from './living.ts'
import { ARRIVES_WITHIN_MS, expectAccessible, registerOf, type Place } from './people.ts'

const GOVERNANCE = { team: 'csae-sgg', channel: 'Governance' } as const

describe('two hands on one action', () => {
  const ill = onALaptopThatFallsIll()
  const { teams } = ill

  async function open(person: string, place: Place = GOVERNANCE) {
    const window = await teams.as(person, place)
    const register = await registerOf(window)
    return { ...window, register, frame: register.frame, say: window.words.say }
  }

  test('one works on offline, the other is quicker; both versions stand there, and one decides', async () => {
    const priya = await open('coordinator')
    const helen = await open('chair')
    const reference = (await priya.register.rows().first().getByRole('gridcell').nth(1).innerText()).trim()
    const own = await priya.register.open(reference)
    const theirs = await helen.register.open(reference)

    const connect = ill.laptop.graph.faults.add({
      match: { person: 'coordinator', app: APPS.tab },
      fault: { kind: 'cutBefore' },
    })
    const reword = async ({ panel }: typeof own, { page, say }: typeof priya, words: string): Promise<void> => {
      await panel.getByRole('button', { name: say('acting.reword') }).click()
      await panel.getByRole('textbox', { name: say('acting.field.details') }).fill(words)
      await page.keyboard.press('Control+Enter')
      await panel.getByText(words).first().waitFor()
    }
    await reword(own, priya, 'As Priya words it')
    await priya.frame
      .getByText(priya.say('outbox.waits', { count: 1 }))
      .first()
      .waitFor()
    await expectAccessible(priya.frame)
    await reword(theirs, helen, 'As Helen words it')
    await helen.frame.getByText(helen.say('acting.saved.reword', { reference })).waitFor()

    connect()
    const alert = own.panel.getByRole('alert')
    await alert.waitFor({ timeout: ARRIVES_WITHIN_MS })
    const versions = alert.getByRole('group', { name: priya.say('acting.differs.details') })
    await versions.getByText('As Helen words it').waitFor()
    await versions.getByText('As Priya words it').waitFor()
    await alert.getByText(/Helen Marlowe changed it on /).waitFor()
    await priya.register.row(reference).getByText(priya.say('outbox.mark.held')).waitFor()
    await expectAccessible(priya.frame)

    await alert.getByRole('button', { name: priya.say('composer.stale.send') }).click()
    await priya.frame.getByText(priya.say('acting.saved.reword', { reference })).waitFor()
    await theirs.panel
      .getByText('As Priya words it')
      .first()
      .waitFor({ timeout: ARRIVES_WITHIN_MS + 5000 })
    // Nobody's words are gone: the history has what each replaced.
    await theirs.panel
      .getByText(/As Helen words it/)
      .first()
      .waitFor()
  }, 120_000)

  interface Met {
    readonly how: string
    readonly fault: Fault
    readonly told: RegExp
  }
  /** Two at a time, each by somebody of their own and on another action: most of it is waiting. */
  const FAULTS: readonly (readonly [Met, Met])[] = [
    [
      { how: 'the connection is cut', fault: { kind: 'cutBefore' }, told: /Waits until you are online\./ },
      {
        how: 'one may not write (403)',
        fault: { kind: 'status', status: 403 },
        told: /Not saved: you may read this register but not write in it\./,
      },
    ],
    [
      {
        how: 'SharePoint asks to wait (429)',
        fault: { kind: 'status', status: 429, retryAfter: 31 },
        told: /Waits: SharePoint is busy\./,
      },
      {
        how: 'SharePoint is busy (503)',
        fault: { kind: 'status', status: 503, retryAfter: 31 },
        told: /Waits: SharePoint is busy\./,
      },
    ],
    [
      {
        how: 'it is done, and answered 504',
        fault: { kind: 'timeoutAfterCommit' },
        told: /Waits: SharePoint didn’t answer as it should \([\da-f-]{36}\)/,
      },
      {
        how: 'a claim is asked for (401)',
        fault: { kind: 'claims', claims: '{"access_token":{"nbf":{"essential":true,"value":"1"}}}' },
        told: /Waits until you have signed in again\./,
      },
    ],
    [
      { how: 'the answer is cut off', fault: { kind: 'cutAfter' }, told: /Waits until you are online\./ },
      {
        how: 'SharePoint is at fault (500)',
        fault: { kind: 'status', status: 500 },
        told: /Waits: SharePoint didn’t answer as it should \([\da-f-]{36}\)/,
      },
    ],
  ]

  test.each(FAULTS.map(([one, other]) => ({ one, other })))(
    'an update while $one.how, or $other.how, is told, kept, and there once in the end',
    async ({ one, other }) => {
      await Promise.all([meets('spoc-north', 0, one), meets('spoc-vale', 1, other)])
    },
    180_000,
  )

  async function meets(person: 'spoc-north' | 'spoc-vale', index: number, { fault, told, how }: Met): Promise<void> {
    const { register, frame, page, say } = await open(person)
    const { panel } = await register.open(await register.rows().nth(index).getByRole('gridcell').nth(1).innerText())
    const words = `Said while ${how}`
    // Nothing of it is written: all that a command needs is a POST, or comes to one.
    const writes = fault.kind === 'timeoutAfterCommit' || fault.kind === 'cutAfter' ? 'PATCH' : 'POST'
    const heal = ill.laptop.graph.faults.add({
      match: { person, app: APPS.tab, method: writes },
      fault,
    })
    await panel.getByRole('textbox', { name: say('composer.label') }).fill(words)
    await panel.getByRole('button', { name: say('composer.send'), exact: true }).click()
    const entry = panel.getByRole('listitem').filter({ hasText: words })
    await entry.waitFor()
    if (fault.kind === 'timeoutAfterCommit' || fault.kind === 'cutAfter') {
      // Asked again at once, the store says that it is there: nobody has to be told anything.
      await entry.getByText(say('unsent.sending')).waitFor({ state: 'detached' })
      heal()
    } else {
      // To the browser the hand that steers it is a person who just clicked: the dialog may come by itself.
      const dialog = page.getByRole('dialog')
      await expect
        .poll(async () => (await panel.getByText(told).isVisible()) || (await dialog.isVisible()), {
          timeout: 60_000,
        })
        .toBe(true)
      if (await dialog.isVisible()) await dialog.getByRole('button', { name: 'Cancel' }).click()
      await panel.getByText(told).waitFor({ timeout: 60_000 })
      await entry.getByText(say('outbox.mark.waiting')).waitFor()
      await frame
        .getByText(
          say(fault.kind === 'status' && fault.status === 403 ? 'outbox.waits.denied' : 'outbox.waits', { count: 1 }),
        )
        .first()
        .waitFor()
      heal()
      if (fault.kind === 'status' && fault.retryAfter === undefined) {
        await panel.getByRole('button', { name: say('outbox.sendNow') }).click()
      }
      await entry.getByText(say('outbox.mark.waiting')).waitFor({ state: 'detached', timeout: 90_000 })
      // On its way again isn't there yet: the client itself waits for the last seconds of what it was asked to.
      if (fault.kind === 'status') {
        await entry.getByText(say('unsent.sending')).waitFor({ state: 'detached', timeout: 90_000 })
      }
    }
    await expect.poll(() => entry.count()).toBe(1)
    await expect.poll(() => frame.getByText(/wait to be sent|aren’t saved/).count()).toBe(0)
  }
})
