/**
 * What Control keeps of access, incidents and guidance, as the service's operations read and change it. Every change
 * stands in the audit before it is written. Reading isn't logged here: who answers with what was read logs it first
 * (`office.consulted`).
 */

import type { ServiceRefusal } from '../contract/refusal.ts'
import type { Appointment } from '../domain/appointment.ts'
import type { Stored } from '../domain/collection.ts'
import type { ConfidentialRefusal } from '../domain/confidential.ts'
import type { Person } from '../domain/group.ts'
import type { AuditEventKind } from '../domain/record.ts'
import type { GraphClient } from '../sharepoint/client.ts'
import { openConfidential, type ConfidentialKind, type ConfidentialList } from '../sharepoint/control/confidential.ts'
import {
  CONFIDENTIAL,
  type ConfidentialCode,
  type ConfidentialCommand,
  type ConfidentialContent,
  type ConfidentialName,
} from '../sharepoint/control/kinds.ts'
import type { DirectoryEntry } from '../sharepoint/control/rows.ts'
import { instantOf, type Clock } from '../words/clock.ts'
import type { Answer } from './api.ts'
import type { Audit } from './audit/audit.ts'

/** Who changes something, where, and what that is called in the audit. */
export interface Asking {
  /** Null: the service by itself. */
  readonly by: Person | null
  readonly group: DirectoryEntry
  /** All of the group's, as read for this request. */
  readonly appointments: readonly Appointment[]
  /** As the policy names it. */
  readonly operation: string
  /** An alteration unless said. */
  readonly event?: AuditEventKind
}

export interface Confidential {
  /** All that a group has, by key, as it stands now. Throws a GraphFault where it can't be read. */
  of<Name extends ConfidentialName>(
    group: string,
    name: Name,
  ): Promise<ReadonlyMap<string, ConfidentialContent<Name> & Stored>>
  /**
   * Decides, logs, writes. Throws where it can't be logged or written; the same command is then asked again.
   *
   * @param seen as its author decided on it: `contentChanged` where that changed meanwhile
   */
  change<Name extends ConfidentialName>(
    asking: Asking,
    name: Name,
    command: ConfidentialCommand<Name>,
    seen?: ConfidentialContent<Name>,
  ): Promise<Answer<ConfidentialContent<Name> & Stored>>
  /** Takes away what isn't kept any longer. Not logged here: who disposes of it logs it first. */
  remove(name: ConfidentialName, keys: readonly string[]): Promise<void>
}

export interface ConfidentialOptions {
  readonly client: GraphClient
  readonly controlSite: string
  readonly clock: Clock
  readonly audit: Pick<Audit, 'append'>
  /** The service itself, as a person. */
  readonly service: Person
  /** Something of it is as this instance has just written it. */
  readonly onChanged: () => void
}

export function createConfidential(options: ConfidentialOptions): Confidential {
  const { client, controlSite, clock, audit, service, onChanged } = options
  const opened = new Map<string, unknown>()

  function listOf<Name extends ConfidentialName>(name: Name) {
    type List = ConfidentialList<ConfidentialContent<Name>, ConfidentialCommand<Name>, ConfidentialCode>
    const known = opened.get(name)
    if (known) return known as List
    // Each name's own kind: the compiler can't follow that through a table of several.
    const kind = CONFIDENTIAL[name] as unknown as ConfidentialKind<
      ConfidentialContent<Name>,
      ConfidentialCommand<Name>,
      ConfidentialCode
    >
    const list: List = openConfidential({ client, siteId: controlSite, kind })
    opened.set(name, list)
    return list
  }

  return {
    of: (group, name) => listOf(name).of(group),
    remove: (name, keys) => listOf(name).remove(keys),
    async change({ by, group, appointments, operation, event = 'alteration' }, name, command, seen) {
      const changed = await listOf(name).change(group.key, command, {
        actor: by ?? service,
        today: clock.today(),
        at: instantOf(clock.now()),
        appointments,
        ...(seen === undefined ? {} : { seen }),
        before: () =>
          audit.append({
            event,
            operation,
            group: group.key,
            subject: command.key,
            by,
            ids: [command.kind, command.id],
          }),
      })
      switch (changed.state) {
        case 'saved':
          onChanged()
          return { ok: true, value: changed.content }
        case 'stale':
          return { ok: false, error: { code: 'contentChanged' } }
        case 'refused':
          return { ok: false, error: told(changed.refusal) }
      }
    },
  }
}

/** Compiles while every code of theirs is one that the service answers with. */
function told(refusal: ConfidentialRefusal<ConfidentialCode>): ServiceRefusal {
  return refusal
}
