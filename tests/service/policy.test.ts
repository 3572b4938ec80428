import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { approvalEndpoints } from '../../src/contract/approvals.ts'
import type { Role } from '../../src/domain/group.ts'
import { mayDo, POLICY, type Operation } from '../../src/service/policy.ts'
import { CONTROL_LISTS, WORK_LISTS } from '../../src/sharepoint/lists.ts'
import { findLists } from '../../src/sharepoint/table.ts'
import { anAction, anId, aProposal, beginDeciding, decide, endDeciding, KEY, read, world } from './deciders.ts'
import { endpoints, personOf } from './serviceworld.ts'

/** Everybody of the demonstration, with what they are in the group that these tests make; null: not in its team. */
const PEOPLE: Readonly<Record<string, readonly Role[] | null>> = {
  coordinator: ['coordinator'],
  chair: ['chair'],
  // The chair's deputy.
  'spoc-vale': ['chair'],
  'spoc-coast': ['approver'],
  'spoc-north': ['spoc'],
  'spoc-welsh': [],
  outsider: null,
  guest: null,
  administrator: null,
}

beforeAll(() => beginDeciding())
afterAll(endDeciding)

/** Whether the service let them; a refusal of another kind than "you may not" means that it did. */
type Attempt = (person: string) => Promise<boolean>

const MAY_NOT: ReadonlySet<string | undefined> = new Set([
  'groupUnknown',
  'notCoordinator',
  'notApprover',
  'notYourWork',
  'signInNeeded',
])
const isLet = (answer: { readonly refusal: { readonly code: string } | null }): boolean =>
  !MAY_NOT.has(answer.refusal?.code)

const ATTEMPTS: Readonly<Record<Operation, Attempt>> = {
  async 'register.read'(person) {
    return (await findLists(world.tab(person), world.siteId('missing'), WORK_LISTS).catch(() => null)) !== null
  },
  async 'register.write'(person) {
    const client = world.tab(person)
    const site = world.siteId('missing')
    const ids = await findLists(client, site, WORK_LISTS).catch(() => null)
    const list = [...(ids ?? [])].find(([{ name }]) => name === 'Matters Actions')?.[1]
    if (list === undefined) return false
    const body = { fields: { Title: 'x', Key: anId(), Reference: `${Math.floor(Math.random() * 9000) + 1000}/26` } }
    return client.send({ method: 'POST', path: `/sites/${site}/lists/${list}/items`, body }).then(
      () => true,
      () => false,
    )
  },
  async 'approval.read'(person) {
    const { subject } = await aProposal()
    return isLet(await world.ask(person, approvalEndpoints.approval, { key: KEY, subject }))
  },
  async 'approval.decide'(person) {
    const { subject } = await aProposal('spoc-welsh')
    const { asked } = await read('chair', subject)
    const answer = await decide(person, subject, { hash: asked?.hash ?? '' })
    return answer.status === 200
  },
  async 'import.confirm'(person) {
    return isLet(await world.ask(person, endpoints.confirmImport, { key: KEY, batch: 'batch-0001' }))
  },
  async 'settings.read'(person) {
    return isLet(await world.ask(person, approvalEndpoints.settings, { key: KEY }))
  },
  async 'settings.change'(person) {
    const { answer } = await world.ask('coordinator', approvalEndpoints.settings, { key: KEY })
    if (!answer) throw new Error('no settings')
    return isLet(await world.ask(person, approvalEndpoints.setSettings, { key: KEY }, answer))
  },
  async 'unreached.read'(person) {
    return isLet(await world.ask(person, approvalEndpoints.unreached, { key: KEY }))
  },
  async 'work.pass'(person) {
    const action = await anAction()
    const request = { commandId: anId(), to: personOf('spoc-welsh'), words: '' }
    const answer = await world.ask(person, approvalEndpoints.passOn, { key: KEY, action }, request)
    // A reader may; whose work it isn't, is told so.
    return answer.refusal?.code !== 'groupUnknown'
  },
}

describe.each(Object.keys(POLICY) as Operation[])('%s', (operation) => {
  test.each(Object.entries(PEOPLE))('by %s, who is %j, is as the table has it', async (person, roles) => {
    const expected = roles !== null && mayDo(operation, new Set(roles))
    expect(await ATTEMPTS[operation](person)).toBe(expected)
  })
})

describe('Control', () => {
  test.each(Object.keys(PEOPLE))('gives nothing to %s with the tab’s token', async (person) => {
    const client = world.tab(person)
    const site = world.configuration.controlSite
    await expect(findLists(client, site, CONTROL_LISTS)).rejects.toMatchObject({ status: 403 })
    const administrator = await findLists(world.administrator, site, CONTROL_LISTS)
    for (const id of administrator.values()) {
      const path = `/sites/${site}/lists/${id}/items`
      await expect(client.send({ method: 'GET', path })).rejects.toMatchObject({ status: 403 })
      const writing = client.send({ method: 'POST', path, body: { fields: { Title: 'x', Key: anId() } } })
      await expect(writing).rejects.toMatchObject({ status: 403 })
    }
  })
})
