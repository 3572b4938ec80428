/** A request to an organisation: answered on a card by whoever holds its post, and missed by its action until then. */

import { afterAll, beforeAll, expect, it } from 'vitest'
import { responseKey, type ResponseContent } from '../../../src/domain/request.ts'
import { openCollection } from '../../../src/sharepoint/work/collection.ts'
import { requestKind, responseKind } from '../../../src/sharepoint/work/requestrows.ts'
import { anId, aProposal, decide, endDeciding, read, registerOf, world } from '../deciders.ts'
import { CLOCK, personOf } from '../serviceworld.ts'
import { anInvoke, beginChatting, buttonsOf, connector, messageSaying, press, textOf } from './chatting.ts'

const SPOC = 'spoc-north'

beforeAll(() => beginChatting())
afterAll(endDeciding)

async function open(person: string) {
  const register = await registerOf(person)
  return {
    client: world.tab(person),
    siteId: world.siteId('missing'),
    person: personOf(person),
    clock: CLOCK,
    snapshot: () => register.snapshot(),
    as: () => 'coordinator' as const,
    pollSeconds: 3600,
  }
}

async function aRequest(title: string, action: string | null = null): Promise<string> {
  const requests = openCollection({ ...(await open('coordinator')), kind: requestKind })
  const id = anId()
  const asked = { title, words: 'One line will do.', action, organisations: ['north-mercia'], opens: null }
  const more = { due: '2026-11-20', fields: [], signOff: false, marking: null, return: null, period: null }
  const kept = await requests.submit({ kind: 'makeRequest', id, key: id, ...asked, ...more })
  requests.close()
  expect(kept.state).toBe('saved')
  return responseKey(id, 'north-mercia')
}

async function responseNow(key: string): Promise<ResponseContent | undefined> {
  const responses = openCollection({ ...(await open('coordinator')), kind: responseKind })
  await expect.poll(() => responses.freshness().state).toBe('fresh')
  const found = responses.values()?.get(key)
  responses.close()
  return found
}

it('is answered with words on the card, once; pressed by somebody else it stays as it is', async () => {
  const key = await aRequest('Which markers do you use?')
  const message = await messageSaying(SPOC, 'Which markers do you use?')
  expect(textOf(message.card)).toContain('Your answer is late')
  const card = await press(SPOC, message, 'open', { about: 'Which markers do you use?' })
  expect(buttonsOf(card.card)).toEqual(['update', 'nil', 'answer', 'formPass', 'formNotOurs', 'back'])
  expect(textOf(card.card)).toContain('One line will do.')

  const prompt = /"prompt":"([\w-]+)"/.exec(JSON.stringify(card.card))?.[1]
  const data = { action: 'update', prompt, text: 'Forged.' }
  await connector.post(anInvoke('spoc-coast', { action: { verb: 'update', data } }))
  await expect.poll(() => responseNow(key)).toBeUndefined()

  const answered = await press(SPOC, card, 'update', { typed: { text: 'PNC and our own.' } })
  expect(textOf(answered.card)).toMatch(/Your answer is with the group|Taken\./)
  await expect.poll(async () => (await responseNow(key))?.answer?.words, { timeout: 20_000 }).toBe('PNC and our own.')
  await expect
    .poll(() => responseNow(key))
    .toMatchObject({
      state: 'responded',
      answer: { by: { objectId: personOf(SPOC).objectId } },
      log: [{ kind: 'answered' }],
    })
  // Pressed again, by a hand that was slow.
  await press(SPOC, card, 'nil')
  await expect.poll(async () => (await responseNow(key))?.log).toHaveLength(1)
})

it('keeps its action from being discharged while it is missing, unless the chair says why', async () => {
  const { id, subject } = await aProposal()
  await aRequest('Send your policy', id)
  expect((await read('chair', subject)).lacking).toEqual([
    { title: 'Send your policy', organisations: ['North Mercia Police'] },
  ])
  expect((await decide('chair', subject)).refusal).toEqual({ code: 'reasonNeeded', field: 'reason' })
  expect((await decide('chair', subject, { reason: 'North has no such policy.' })).status).toBe(200)
})
