/** A SPOC is prompted, and answers on the card: what stands in the register then, and what must not. */

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { approvalEndpoints } from '../../../src/contract/approvals.ts'
import type { Action, Update } from '../../../src/domain/action.ts'
import type { AnswerContent } from '../../../src/service/bot/answering.ts'
import { createAnswerRows } from '../../../src/service/bot/answerrows.ts'
import { createSeal } from '../../../src/service/bot/seal.ts'
import { actionNow, anId, endDeciding, KEY, registerOf, say, world } from '../deciders.ts'
import { personOf, sharedDatabase } from '../serviceworld.ts'
import {
  aLateAction,
  anInvoke,
  baseOf,
  beginChatting,
  buttonsOf,
  cardOf,
  connector,
  handled,
  messageSaying,
  messagesOf,
  openTask,
  press,
  textOf,
  type Drawn,
} from './chatting.ts'

beforeAll(() => beginChatting())
afterAll(endDeciding)
beforeEach(() => {
  connector.faults.clear()
  world.graph.faults.clear()
})

const SPOC = 'spoc-north'
const SOON = { timeout: 30_000, interval: 100 }
/** Where SharePoint takes its time the card says so first, and the rest afterwards. */
const DONE = /Updated\. Your words are in the register\.|Taken\. It will stand in the register in a moment\./
let number = 0

/** An action of theirs with its message, and the card for answering it, open. */
async function prompted(): Promise<{ action: Action; details: string; message: Drawn; open: Drawn }> {
  const details = `Figures number ${(number += 1)}`
  const action = await aLateAction(details)
  const message = await messageSaying(SPOC, details)
  const open = await press(SPOC, message, 'open', { about: details })
  return { action, details, message, open }
}

async function historyOf({ id }: Pick<Action, 'id'>): Promise<readonly Update[]> {
  return (await registerOf('coordinator')).history(id)
}
const textsOf = async (action: Action): Promise<readonly string[]> => (await historyOf(action)).map(({ text }) => text)

describe('an answer on a card', () => {
  it('stands in the register in its author’s name, logged; the message loses its button', async () => {
    const { action, details, open } = await prompted()
    expect(buttonsOf(open.card)).toContain('update')
    const done = await press(SPOC, open, 'update', { typed: { text: 'Half of them are in.', next: 'Ask the rest' } })
    expect(textOf(done.card)).toMatch(DONE)
    await expect.poll(() => textsOf(action), SOON).toHaveLength(1)
    const [entry] = await historyOf(action)
    expect(entry).toMatchObject({
      text: 'Half of them are in.',
      next: { words: 'Ask the rest' },
      author: personOf(SPOC).name,
    })
    await expect
      .poll(handled, SOON)
      .toContainEqual({ verb: 'update', state: 'applied', sealed: null, prompt: expect.any(String) })
    expect(world.lines.some((line) => line.includes('Half of them'))).toBe(false)
    await expect
      .poll(
        () => {
          const card = cardOf(messagesOf(SPOC).findLast((each) => textOf(cardOf(each)).includes(details))!)
          return textOf(card).includes('Updated. Your words')
        },
        { timeout: 20_000, interval: 100 },
      )
      .toBe(true)
  })

  it('says nothing to report, proposes discharge, asks for more time: each as it is', async () => {
    const nothing = await prompted()
    await press(SPOC, nothing.open, 'nil')
    await expect.poll(() => textsOf(nothing.action)).toEqual(['Nothing to report.'])

    const done = await prompted()
    const form = await press(SPOC, done.open, 'formDischarge')
    const proposed = await press(SPOC, form, 'proposeDischarge', { typed: { evidence: 'All four have sent theirs.' } })
    expect(textOf(proposed.card)).toContain('Discharge proposed. The chair decides.')
    await expect
      .poll(() => actionNow(done.action.id))
      .toMatchObject({
        status: 'dischargeProposed',
        discharge: { evidence: 'All four have sent theirs.', proposedBy: { objectId: personOf(SPOC).objectId } },
      })

    const late = await prompted()
    const asking = await press(SPOC, late.open, 'formExtension')
    await press(SPOC, asking, 'askExtension', { typed: { to: '2027-01-29', reason: 'Two are on leave.' } })
    await expect
      .poll(async () => (await actionNow(late.action.id)).extensionAsked)
      .toMatchObject({
        to: { kind: 'day', day: '2027-01-29' },
        reason: 'Two are on leave.',
      })
  })

  it('asks for what is missing, and keeps what was typed', async () => {
    const { action, open } = await prompted()
    const empty = await press(SPOC, open, 'update', { typed: { text: '  ', next: 'Ask again' } })
    expect(textOf(empty.card)).toContain('Say what has happened')
    expect(JSON.stringify(empty.card)).toContain('"value":"Ask again"')
    const form = await press(SPOC, empty, 'formExtension')
    const past = await press(SPOC, form, 'askExtension', { typed: { to: '2026-11-01', reason: 'x' } })
    expect(buttonsOf(past.card)).toContain('askExtension')
    await expect.poll(async () => (await actionNow(action.id)).extensionAsked).toBeNull()
    await expect.poll(() => textsOf(action)).toEqual([])
  })

  it('is there once, however often it is pressed and under whatever id it comes again', async () => {
    const { action, open } = await prompted()
    connector.faults.add({ match: { operation: 'invoke' }, times: 1, fault: { kind: 'resend' } })
    const typed = { text: 'Once.' }
    const answers = await Promise.all([
      press(SPOC, open, 'update', { typed }),
      press(SPOC, open, 'update', { typed }),
      press(SPOC, open, 'update', { typed: { text: 'Twice.' } }),
    ])
    expect(answers.every(({ answer }) => answer.kind === 'card')).toBe(true)
    await expect.poll(() => textsOf(action), { timeout: 20_000, interval: 100 }).toHaveLength(1)
    const again = async (): Promise<object> => (await press(SPOC, open, 'update', { typed: { text: 'Later.' } })).card
    await expect.poll(async () => textOf(await again()), SOON).toContain('Updated. Your words')
    expect(buttonsOf(await again())).toEqual(['back'])
    await expect.poll(() => textsOf(action)).toHaveLength(1)
  })
})

describe('nothing changes', () => {
  const dataOf = (open: Drawn, verb = 'update'): { verb: string; data: Record<string, unknown> } => {
    const found = JSON.stringify(open.card).match(/"prompt":"([\w-]+)"/)?.[1]
    return { verb, data: { action: verb, prompt: found, text: 'Not mine to say.' } }
  }

  it('when somebody else sends it, from their own chat or from a copy of this one', async () => {
    const { action, details, open } = await prompted()
    for (const conversation of [baseOf('spoc-vale'), baseOf(SPOC)]) {
      const sent = await connector.post(anInvoke('spoc-vale', { conversation, action: dataOf(open) }))
      expect(sent).toMatchObject({ kind: 'answered', status: 200 })
      expect(JSON.stringify(sent)).toContain('This isn’t put to you, or not any more.')
      expect(JSON.stringify(sent)).not.toContain(details)
    }
    const elsewhere = await connector.post(anInvoke(SPOC, { conversation: baseOf('chair'), action: dataOf(open) }))
    expect(JSON.stringify(elsewhere)).toContain('This isn’t put to you')
    await expect.poll(() => textsOf(action)).toEqual([])
  })

  it('with an id that no prompt has, or none, or a verb that there isn’t', async () => {
    const { action, open } = await prompted()
    for (const data of [{ prompt: 'x'.repeat(24) }, {}, { prompt: "' or true --" }, { prompt: ['x'] }]) {
      const sent = await connector.post(anInvoke(SPOC, { action: { verb: 'update', data } }))
      expect(JSON.stringify(sent)).toContain('can’t be answered here any more')
    }
    const odd = await connector.post(anInvoke(SPOC, { action: dataOf(open, 'recordDischarge') }))
    expect(JSON.stringify(odd)).toContain('What has happened?')
    await expect.poll(() => textsOf(action)).toEqual([])
    await expect.poll(async () => (await actionNow(action.id)).status).toBe('open')
  })

  it('once the matter is closed: the card says how it stands', async () => {
    const { action, open } = await prompted()
    await say('coordinator', { kind: 'close', id: anId(), action: action.id, reason: 'overtaken', words: '' })
    await expect
      .poll(async () => textOf((await press(SPOC, open, 'update', { typed: { text: 'Too late.' } })).card), {
        timeout: 30_000,
        interval: 100,
      })
      .toContain('Nothing is left to answer: Closed.')
    await expect.poll(() => textsOf(action)).not.toContain('Too late.')
  })

  it('when it isn’t what was shown: it is shown as it is now, and what was typed stays', async () => {
    const { action, details, open } = await prompted()
    await say('coordinator', { kind: 'reword', id: anId(), action: action.id, details: `${details}, and by whom` })
    let card = open
    await expect
      .poll(
        async () => {
          card = await press(SPOC, open, 'formDischarge')
          return textOf(card.card)
        },
        { timeout: 30_000, interval: 100 },
      )
      .toContain('and by whom')
    const opened = await press(SPOC, card, 'proposeDischarge', { typed: { evidence: 'It is all there.' } })
    // What was on the screen now is what is answered.
    expect(textOf(opened.card)).toContain('Discharge proposed')
  })

  it('for whoever no longer holds the post', async () => {
    const { action, details, open } = await prompted()
    const control = await world.control()
    const held = (await control.appointments(KEY)).find(({ value }) => value.post === 'spoc-north')
    await control.amend(held!, { ...held!.value, holder: personOf('spoc-coast') })
    try {
      await expect
        .poll(async () => textOf((await press(SPOC, open, 'update', { typed: { text: 'Still me?' } })).card), {
          timeout: 15_000,
          interval: 100,
        })
        .toContain('not any more')
      expect(textOf((await press(SPOC, open, 'formDischarge')).card)).not.toContain(details)
      await expect.poll(() => textsOf(action)).toEqual([])
    } finally {
      const now = (await control.appointments(KEY)).find(({ value }) => value.post === 'spoc-north')
      await control.amend(now!, held!.value)
    }
  })
})

describe('a choice made in the tab', () => {
  it('holds at once: the next thing somebody is told is in the language that they chose', async () => {
    const choose = async (language: 'cy' | null): Promise<void> => {
      const { answer } = await world.ask(SPOC, approvalEndpoints.preferences, {})
      const value = { at: null, daysOff: [], away: null, language }
      const request = { value, version: answer?.version ?? null }
      expect(await world.ask(SPOC, approvalEndpoints.setPreferences, {}, request)).toMatchObject({ status: 200 })
    }
    const { message } = await prompted()
    expect(textOf(message.card)).toContain('Answer')
    await choose('cy')
    try {
      const { details } = await aLateAction('Ffigurau yn Gymraeg')
      const { card } = await messageSaying(SPOC, details)
      expect(textOf(card)).toContain('Ateb')
      expect(textOf(card)).not.toContain('Answer')
    } finally {
      await choose(null)
    }
  })
})

describe('work that goes elsewhere', () => {
  it('is passed on to a colleague, who is asked; whoever passed it on stays accountable', async () => {
    const { action, details, open } = await prompted()
    const form = await press(SPOC, open, 'formPass')
    const colleague = personOf('spoc-marches').objectId
    expect(JSON.stringify(form.card)).toContain(colleague)
    const typed = { person: colleague, words: 'Could you?' }
    const passed = await press(SPOC, form, 'passOn', { typed })
    expect(textOf(passed.card)).toMatch(/Passed on\.|Taken\. It will/)
    const message = await messageSaying('spoc-marches', details)
    const theirs = await press('spoc-marches', message, 'open', { about: details })
    expect(buttonsOf(theirs.card)).not.toContain('formPass')
    await press('spoc-marches', theirs, 'update', { typed: { text: 'On it.' } })
    await expect.poll(() => textsOf(action)).toEqual(['On it.'])
  })

  it('is passed on to nobody outside the team', async () => {
    const { open } = await prompted()
    const form = await press(SPOC, open, 'formPass')
    const outside = await press(SPOC, form, 'passOn', { typed: { person: personOf('outsider').objectId } })
    expect(textOf(outside.card)).toContain('Choose who is to do it.')
    expect(buttonsOf(outside.card)).toContain('passOn')
  })

  it('is said to be nobody’s of theirs: the coordinator hears', async () => {
    const { details, open } = await prompted()
    const form = await press(SPOC, open, 'formNotOurs')
    expect(textOf((await press(SPOC, form, 'notOurs', { typed: { words: 'The ROCU’s, I think.' } })).card)).toContain(
      'The coordinator knows',
    )
    const told = await messageSaying('coordinator', details)
    expect(textOf(told.card)).toContain('Somebody says it isn’t theirs')
  })
})

describe('what waits for a decision', () => {
  it('opens the page that asks the service, for the chair alone', async () => {
    const { action, details, open } = await prompted()
    const form = await press(SPOC, open, 'formDischarge')
    await press(SPOC, form, 'proposeDischarge', { typed: { evidence: 'It is done.' } })
    const message = await messageSaying('chair', details)
    expect(textOf(message.card)).toContain('Waits for your decision')
    const page = await openTask('chair', message, 'decide', details)
    expect(page).toMatchObject({ kind: 'page', title: action.reference })
    expect(page.kind === 'page' && page.url).toBe(
      `${world.configuration.tabOrigin}/?page=decide&group=${KEY}&subject=discharge-${action.id}`,
    )
  })
})

describe('an answer that was taken', () => {
  it('is told so while SharePoint is slow, and stands there once, whatever was cut', async () => {
    const { action, open } = await prompted()
    const match = { app: world.configuration.serviceApp }
    const heal = world.graph.faults.add({ match: { ...match, method: 'POST' }, fault: { kind: 'slow', ms: 6000 } })
    world.graph.faults.add({
      match: { ...match, method: 'PATCH' },
      times: 1,
      fault: { kind: 'timeoutAfterCommit' },
    })
    const taken = await press(SPOC, open, 'update', { typed: { text: 'Slowly but surely.' } })
    expect(textOf(taken.card)).toContain('Taken. It will stand in the register in a moment.')
    heal()
    await expect.poll(() => textsOf(action), { timeout: 30_000, interval: 100 }).toEqual(['Slowly but surely.'])
    world.graph.faults.clear()
    await expect
      .poll(async () => (await handled()).every(({ state }) => state === 'applied'), { timeout: 20_000, interval: 100 })
      .toBe(true)
    await expect.poll(() => textsOf(action)).toEqual(['Slowly but surely.'])
  })

  it('by an instance that ended there and then, is carried on by another; its words were sealed', async () => {
    const { action, open } = await prompted()
    const prompt = /"prompt":"([\w-]+)"/.exec(JSON.stringify(open.card))?.[1] ?? ''
    const content: AnswerContent = {
      verb: 'update',
      group: KEY,
      action: action.id,
      by: personOf(SPOC),
      day: '2026-11-24',
      text: 'Written before the end.',
      next: '',
      to: null,
      colleague: null,
      organisation: null,
    }
    const rows = createAnswerRows(await sharedDatabase())
    const sealed = createSeal(world.configuration.privateKey).close(JSON.stringify(content))
    expect(sealed).not.toContain('Written')
    const by = personOf(SPOC)
    const answer = { id: anId(), prompt, verb: 'update', by, hash: '', day: content.day, sealed } as const
    expect(await rows.take(answer)).toBe(true)
    expect(await rows.take({ ...answer, id: anId() })).toBe(false)
    await expect.poll(() => textsOf(action), { timeout: 30_000, interval: 100 }).toEqual(['Written before the end.'])
    const late = async (): Promise<object> =>
      (await press(SPOC, open, 'update', { typed: { text: 'And again.' } })).card
    await expect.poll(async () => textOf(await late()), SOON).toContain('Updated.')
    await expect.poll(() => textsOf(action)).toHaveLength(1)
  })
})
