/** A group with as many SPOCs as a test wants, each at their own post with one action that is theirs. */

import type { Day } from '../../../src/domain/day.ts'
import { CONTROL_SITE_PATH, TEAMS, TENANT_ID } from '../../../src/laptop/demonstration/tenant.ts'
import type { Person, Tenant } from '../../../src/local/tenant.ts'
import { makeAppointment } from '../../../src/sharepoint/control/rows.ts'
import { APPOINTMENTS } from '../../../src/sharepoint/controllists.ts'
import { ACTIONS } from '../../../src/sharepoint/lists.ts'
import { makeActionRow } from '../../../src/sharepoint/work/rows.ts'
import { KEY, type PromptWorld } from './promptworld.ts'
import { UNTOUCHED } from '../../domain/untouched.ts'

export const personKeyOf = (index: number): string => `one-of-many-${index}`
export const actionKeyOf = (index: number): string => `many-${index}-abcdefgh`
const objectIdOf = (index: number): string => `55555555-0000-4000-8000-${String(index).padStart(12, '0')}`

/** They are in the group's team, which has the app. */
export function withPeople(count: number): (tenant: Tenant) => Tenant {
  const people = Array.from({ length: count }, (_, index): Person => {
    const mail = `spoc-${index}@many.example`
    return {
      key: personKeyOf(index),
      objectId: objectIdOf(index),
      displayName: `Officer ${index}`,
      userPrincipalName: mail,
      mail,
      language: index % 5 === 0 ? 'cy-GB' : 'en-GB',
    }
  })
  return (tenant) => ({
    ...tenant,
    people: [...tenant.people, ...people],
    teams: tenant.teams.map((team) =>
      team.id === TEAMS.missing.id ? { ...team, members: [...team.members, ...people.map(({ key }) => key)] } : team,
    ),
  })
}

export function seedWork(world: PromptWorld, count: number, due: Day): void {
  const posts = Array.from({ length: count }, (_, index) =>
    makeAppointment({
      key: `many.${index}`,
      group: KEY,
      post: `many-${index}`,
      organisation: 'north-mercia',
      role: 'spoc',
      holder: { tenantId: TENANT_ID, objectId: objectIdOf(index), name: `Officer ${index}` },
      deputy: null,
      from: null,
      to: null,
    }),
  )
  const actions = Array.from({ length: count }, (_, index) =>
    makeActionRow(
      {
        ...UNTOUCHED,
        id: actionKeyOf(index),
        reference: `${index + 1}/30`,
        details: `Organisation ${index} to share how it checks what it records, and what came of the last check.`,
        owners: [{ post: `many-${index}` }],
        due: { kind: 'day', day: due, words: due },
        firstDue: { kind: 'day', day: due, words: due },
      },
      { organisations: new Map(), posts: new Map() },
    ),
  )
  const written = (row: object): Record<string, unknown> =>
    Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null))
  world.graph.seed(CONTROL_SITE_PATH, APPOINTMENTS.name, posts.map(written))
  world.graph.seed(TEAMS.missing.sitePath, ACTIONS.name, actions.map(written))
}
