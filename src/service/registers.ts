/**
 * The registers of the groups as the service sees them: opened with its own token when first asked for, kept fresh
 * while it runs. What it writes there for a person says so (product: "Who writes what").
 */

import type { ActionId, Update } from '../domain/action.ts'
import type { Command } from '../domain/command.ts'
import type { Meeting, Organisation, Person } from '../domain/group.ts'
import type { Snapshot, Submission } from '../domain/snapshot.ts'
import type { DecisionContext } from '../domain/step.ts'
import type { Action } from '../domain/action.ts'
import type { GraphClient } from '../sharepoint/client.ts'
import { GraphFault } from '../sharepoint/fault.ts'
import type { StoredRow } from '../sharepoint/table.ts'
import { readAction, submit, type Ground } from '../sharepoint/work/commit.ts'
import type { Author } from '../sharepoint/work/collection.ts'
import { readHistories } from '../sharepoint/work/histories.ts'
import { openActionRegister, type WorkRegister } from '../sharepoint/work/register.ts'
import { parseAction, UPDATE_COLUMNS } from '../sharepoint/work/rows.ts'
import { instantOf, type Clock } from '../words/clock.ts'

/** Where a group works. */
export interface Place {
  readonly siteId: string
}

export interface Registers {
  /** All rows are here, perhaps as of some seconds ago. Throws a GraphFault where they can't be read. */
  snapshot(place: Place): Promise<Snapshot>
  /** All rows as of a look that begins now. Throws a GraphFault where none succeeds. */
  current(place: Place): Promise<Snapshot>
  /** Takes in the meetings as they were just found, or made. */
  learnMeetings(place: Place, meetings: Iterable<Meeting>): void
  learnOrganisations(place: Place, organisations: Iterable<Organisation>): void
  /** The action as it stands now, or null. */
  action(place: Place, id: ActionId): Promise<Action | null>
  /** The row of an action's history that has this id, or null. */
  entryOf(place: Place, id: string): Promise<StoredRow | null>
  history(place: Place, id: ActionId): Promise<readonly Update[]>
  /** Of all actions, newest first. */
  histories(place: Place): Promise<ReadonlyMap<ActionId, readonly Update[]>>
  /** @param seen as its author decided on it: compared on what the command touches */
  submitAs(author: Author, place: Place, command: Command, seen?: Action): Promise<Submission>
  /** Called after each change of any register. */
  subscribe(listener: () => void): () => void
  close(): void
}

export interface RegistersOptions {
  readonly client: GraphClient
  readonly clock: Clock
  readonly tenantId: string
  readonly serviceApp: string
  readonly pollSeconds?: number
}

/** How long a register may take to open before whoever asks is told to come again. */
const PATIENCE_MS = 30_000

export function createRegisters(options: RegistersOptions): Registers {
  const { client, clock, tenantId, serviceApp, pollSeconds = 15 } = options
  const open = new Map<string, WorkRegister>()
  const listeners = new Set<() => void>()
  const service: Person = { tenantId, objectId: serviceApp, name: 'Matters Arising' }

  function registerOf({ siteId }: Place): WorkRegister {
    const known = open.get(siteId)
    if (known) return known
    const register = openActionRegister({
      client,
      siteId,
      person: service,
      clock,
      as: () => 'service',
      serviceAppId: serviceApp,
      pollSeconds,
    })
    register.subscribe(() => {
      for (const listener of listeners) listener()
    })
    open.set(siteId, register)
    return register
  }

  async function groundOf(place: Place): Promise<Ground> {
    const register = registerOf(place)
    const until = clock.now() + PATIENCE_MS
    for (;;) {
      const ground = await register.ground()
      if (ground) return ground
      const { state } = register.freshness()
      if (state === 'denied') throw new GraphFault({ status: 403, code: 'accessDenied', message: 'the site is closed' })
      if (clock.now() > until) throw new GraphFault({ status: 0, code: 'unreachable', message: 'the site is not here' })
      await new Promise((resolve) => {
        setTimeout(resolve, 50)
      })
    }
  }

  /** Until what the register holds is at least as new as this instant. */
  async function untilFresh(place: Place, since: string): Promise<void> {
    const register = registerOf(place)
    const until = clock.now() + PATIENCE_MS
    register.setVisible(true)
    for (;;) {
      const now = register.freshness()
      if (now.state === 'fresh' && now.asOf >= since) return
      if (clock.now() > until) throw new GraphFault({ status: 0, code: 'unreachable', message: 'the site is not here' })
      await new Promise((resolve) => {
        setTimeout(resolve, 50)
      })
    }
  }

  return {
    async current(place) {
      await untilFresh(place, instantOf(clock.now()))
      return (await groundOf(place)).snapshot()
    },
    learnMeetings: (place, meetings) => registerOf(place).learnMeetings(meetings),
    learnOrganisations: (place, organisations) => registerOf(place).learnOrganisations(organisations),
    snapshot: async (place) => (await groundOf(place)).snapshot(),
    async action(place, id) {
      const ground = await groundOf(place)
      const row = await readAction(ground, id)
      if (!row) return null
      ground.learn([row])
      return parseAction(row).value
    },
    async entryOf(place, id) {
      const ground = await groundOf(place)
      return (await ground.updates.find('Key', id, UPDATE_COLUMNS))[0] ?? null
    },
    history: async (place, id) => {
      await groundOf(place)
      return registerOf(place).history(id)
    },
    async histories(place) {
      await groundOf(place)
      return readHistories(registerOf(place), serviceApp)
    },
    async submitAs({ person, as }, place, command, seen) {
      const ground = await groundOf(place)
      const context = (): DecisionContext => ({ actor: person, today: clock.today(), as })
      return submit({ ...ground, context, onBehalfOf: person }, command, seen)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close() {
      for (const register of open.values()) register.close()
      listeners.clear()
    },
  }
}
