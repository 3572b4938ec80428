/** What everybody tries with the access register of a group that has a resource, and nobody yet who may use it. */

import { accessEndpoints } from '../../src/contract/access.ts'
import type { Office } from '../../src/service/office.ts'
import { anId, KEY, world } from './deciders.ts'
import { personOf, TODAY, type Asked } from './serviceworld.ts'

const NOBODY = 'no-such-nomination'
export const RESOURCE = 'ocag-database'

/** By an asset owner whom nobody has appointed: whoever comes later finds it there. */
export async function aResource(office: Office, group = KEY, first = '2026-09-01'): Promise<void> {
  const entry = (await (await office.control()).findGroup(group))?.value
  if (!entry) throw new Error(`no group ${group}`)
  const by = personOf('outsider')
  const post = { key: 'owner', group, post: 'owner', organisation: 'wms-rocu', deputy: null, from: null, to: null }
  const saved = await office.confidential.change(
    {
      by,
      group: entry,
      appointments: [{ ...post, role: 'assetOwner' as const, holder: by }],
      operation: 'access.setUp',
    },
    'resources',
    {
      kind: 'saveResource',
      id: `resource-${group}`,
      key: `${group}.${RESOURCE}`,
      content: {
        group,
        key: RESOURCE,
        name: 'OCAG database',
        nameWelsh: 'Cronfa ddata OCAG',
        teams: ['POLIT', 'Intelligence'],
        reviews: { first, months: 3, dueAfter: 14 },
      },
    },
  )
  if (!saved.ok) throw new Error(saved.error.code)
}

export const nominating = (person = 'spoc-welsh', organisation = 'north-mercia') =>
  ({
    commandId: anId(),
    resource: RESOURCE,
    organisation,
    person: personOf(person),
    team: 'POLIT',
    reason: 'Online investigations',
    trained: TODAY,
  }) as const

type Try = (person: string) => Promise<Asked<unknown>>

/** Over the API; refused for another reason than who asks, they may. */
export const ACCESS_TRIES = {
  'access.read': (person) => world.ask(person, accessEndpoints.access, { key: KEY }),
  'access.export': (person) =>
    world.ask(person, accessEndpoints.exportAccess, { key: KEY }, { commandId: anId(), day: null, to: 'The auditor' }),
  'access.nominate': (person) => world.ask(person, accessEndpoints.nominate, { key: KEY }, nominating()),
  'access.decide': (person) =>
    world.ask(
      person,
      accessEndpoints.decideAccess,
      { key: KEY, nomination: NOBODY },
      { commandId: anId(), hash: 'x'.repeat(43), verdict: 'approved', words: '' },
    ),
  'access.confirm': (person) =>
    world.ask(
      person,
      accessEndpoints.changeAccess,
      { key: KEY, nomination: NOBODY },
      { kind: 'confirmClosed', commandId: anId() },
    ),
  'access.end': (person) =>
    world.ask(
      person,
      accessEndpoints.changeAccess,
      { key: KEY, nomination: NOBODY },
      { kind: 'revoke', commandId: anId(), words: '' },
    ),
  'access.askBack': (person) =>
    world.ask(
      person,
      accessEndpoints.changeAccess,
      { key: KEY, nomination: NOBODY },
      { kind: 'askBack', commandId: anId(), words: 'Back from leave' },
    ),
  'access.review': (person) =>
    world.ask(
      person,
      accessEndpoints.answerReview,
      { key: KEY, review: 'no-such-review' },
      {
        commandId: anId(),
        people: [{ nomination: NOBODY, answer: 'keep', words: '' }],
        availability: 'In the briefing room',
      },
    ),
  'access.reconcile': (person) =>
    world.ask(
      person,
      accessEndpoints.reconcile,
      { key: KEY },
      { commandId: anId(), resource: RESOURCE, accounts: [{ account: 'a', name: 'A', isEnabled: true }] },
    ),
  'access.setUp': (person) =>
    world.ask(
      person,
      accessEndpoints.saveResource,
      { key: KEY, resource: 'other' },
      {
        commandId: anId(),
        name: 'Other',
        nameWelsh: '',
        teams: ['POLIT'],
        reviews: { first: TODAY, months: 3, dueAfter: 14 },
      },
    ),
} as const satisfies Readonly<Record<string, Try>>
