/** People who ask and decide, over HTTP and SharePoint as the tab does: what tests of decisions have in common. */

import { randomUUID } from 'node:crypto'
import { approvalEndpoints, type ApprovalDetail } from '../../src/contract/approvals.ts'
import type { Action } from '../../src/domain/action.ts'
import type { AddAction, Command } from '../../src/domain/command.ts'
import type { SwitchedRoom } from '../../src/domain/group.ts'
import { createOffice, type Office } from '../../src/service/office.ts'
import { createGraphClient } from '../../src/sharepoint/client.ts'
import { ACTIONS } from '../../src/sharepoint/lists.ts'
import { findLists, openTable } from '../../src/sharepoint/table.ts'
import { openActionRegister, type WorkRegister } from '../../src/sharepoint/work/register.ts'
import { ACTION_COLUMNS, makeAction } from '../../src/sharepoint/work/rows.ts'
import { save, until } from '../sharepoint/world.ts'
import {
  aGroup,
  aServiceWorld,
  CLOCK,
  endpoints,
  personOf,
  SERVICE_KEY,
  sharedDatabase,
  type Asked,
  type ServiceWorld,
  type WorldOptions,
} from './serviceworld.ts'

export const KEY = 'missing-children'
export const LATER = { kind: 'day', day: '2027-03-01', words: '1 March 2027' } as const

export let world: ServiceWorld
const registers = new Map<string, WorkRegister>()

/** A group with a chair, the chair's deputy, a director and a SPOC. */
export async function beginDeciding(
  options: WorldOptions = {},
  /** Before there is a group. */
  prepare: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  world = await aServiceWorld(options)
  await prepare()
  const control = await world.control()
  for (const [post, role, holder, deputy] of [
    ['chair', 'chair', 'chair', 'spoc-vale'],
    ['director', 'approver', 'spoc-coast', null],
    ['spoc-north', 'spoc', 'spoc-north', null],
  ] as const) {
    await control.appoint({
      key: `${KEY}.${post}`,
      group: KEY,
      post,
      organisation: 'north-mercia',
      role,
      holder: personOf(holder),
      deputy: deputy && personOf(deputy),
      from: null,
      to: null,
    })
  }
  // With the posts there already, whoever looks at the group from its first moment on sees them.
  await world.ask('coordinator', endpoints.makeGroup, {}, aGroup())
}

/** Exactly these rooms are on, whatever runs in the others. */
export async function switchOn(...rooms: readonly SwitchedRoom[]): Promise<void> {
  const control = await world.control()
  const group = await control.findGroup(KEY)
  if (!group || !(await control.amendGroup(group, { ...group.value, rooms }))) throw new Error('no group to switch')
}

export async function endDeciding(): Promise<void> {
  for (const register of registers.values()) register.close()
  await world.close()
}

/** The next thing this person does is based on what stands in SharePoint then. */
export function forgetRegister(person: string): void {
  registers.get(person)?.close()
  registers.delete(person)
}

export async function registerOf(person: string): Promise<WorkRegister> {
  const known = registers.get(person)
  if (known) return known
  const register = openActionRegister({
    client: world.tab(person),
    siteId: world.siteId('missing'),
    person: personOf(person),
    clock: CLOCK,
    as: () => (person === 'coordinator' ? 'coordinator' : 'member'),
    serviceAppId: world.configuration.serviceApp,
    pollSeconds: 3600,
  })
  registers.set(person, register)
  await until(register, 'fresh')
  return register
}

/** The service's own, without its HTTP: for what it does by itself. */
export async function anOffice(today: () => string = CLOCK.today): Promise<Office> {
  const { configuration, graph } = world
  return createOffice({
    client: createGraphClient({
      base: graph.url,
      token: async () =>
        (
          await graph.signIn.appToken({
            clientId: configuration.serviceApp,
            audience: configuration.graphAudience,
          })
        ).accessToken,
    }),
    controlSite: configuration.controlSite,
    clock: { now: CLOCK.now, today },
    log: () => {},
    database: await sharedDatabase(),
    tenantId: configuration.tenantId,
    serviceApp: configuration.serviceApp,
    privateKey: SERVICE_KEY,
  })
}

export const anId = (): string => randomUUID()
export const say = async (person: string, command: Command): Promise<Action> => save(await registerOf(person), command)

export async function anAction(more: Partial<AddAction> = {}): Promise<string> {
  const added = await say('coordinator', {
    kind: 'addAction',
    id: anId(),
    details: 'Share how recording is checked',
    actionKind: 'action',
    owners: [{ organisation: 'north-mercia' }],
    parts: [],
    due: { kind: 'day', day: '2026-12-10', words: '10 December 2026' },
    origin: { kind: 'typed' },
    ...more,
  })
  return added.id
}

export async function aProposal(by = 'spoc-north'): Promise<{ readonly id: string; readonly subject: string }> {
  const id = await anAction()
  await say(by, { kind: 'proposeDischarge', id: anId(), action: id, evidence: 'All have sent it.' })
  return { id, subject: `discharge-${id}` }
}

export async function anExtension(
  by = 'spoc-north',
  id?: string,
): Promise<{ readonly id: string; readonly subject: string }> {
  const action = id ?? (await anAction())
  await say(by, { kind: 'askExtension', id: anId(), action, to: LATER, reason: 'Two are away.' })
  return { id: action, subject: `extension-${action}` }
}

export async function read(person: string, subject: string): Promise<ApprovalDetail> {
  const { answer, refusal } = await world.ask(person, approvalEndpoints.approval, { key: KEY, subject })
  if (!answer) throw new Error(`not answered: ${JSON.stringify(refusal)}`)
  return answer
}

type Decided = Asked<{ decision: { id: string; verdict: string; by: string }; isNew: boolean }>
export async function decide(
  person: string,
  subject: string,
  more: { hash?: string; verdict?: 'approved' | 'refused'; reason?: string; commandId?: string } = {},
): Promise<Decided> {
  const hash = more.hash ?? (await read('chair', subject)).asked?.hash ?? 'x'.repeat(43)
  return world.ask(
    person,
    approvalEndpoints.decide,
    { key: KEY, subject },
    { commandId: anId(), verdict: 'approved', reason: '', ...more, hash },
  )
}

/** As anybody reads it from SharePoint now. */
export async function actionNow(id: string): Promise<Action> {
  const register = openActionRegister({
    client: world.tab('coordinator'),
    siteId: world.siteId('missing'),
    person: personOf('coordinator'),
    clock: CLOCK,
    pollSeconds: 3600,
  })
  await until(register, 'fresh')
  const action = register.snapshot()?.actions.get(id)
  register.close()
  if (!action) throw new Error('the action is gone')
  return action
}

/** Writes into the row as anybody in the group can, in SharePoint itself. */
export async function forge(
  id: string,
  change: (action: Action) => Parameters<typeof makeAction>[0],
  person = 'chair',
): Promise<void> {
  const client = world.tab(person)
  const siteId = world.siteId('missing')
  const list = (await findLists(client, siteId, [ACTIONS])).get(ACTIONS) ?? ''
  const table = openTable(client, siteId, list)
  const [row] = await table.find('Key', id, ACTION_COLUMNS)
  const action = await actionNow(id)
  if (!row) throw new Error('the row is gone')
  await table.patch(row, makeAction(change(action), { organisations: new Map(), posts: new Map() }))
}
