/**
 * Something that waits for a decision, as it really stands: the action as it is now, what is asked of it and by whom.
 * Who asked is read from SharePoint's own record of who wrote the entry, never from the row: a row says what anybody in
 * the group wrote into it.
 */

import { createHash } from 'node:crypto'
import type { Action } from '../../domain/action.ts'
import { askedOf, type ApprovalKind, type Asked } from '../../domain/approval.ts'
import type { Person } from '../../domain/group.ts'
import type { DirectoryEntry } from '../../sharepoint/control/rows.ts'
import { parseUpdate, writerOf } from '../../sharepoint/work/rows.ts'
import type { Office } from '../office.ts'

export interface Matter {
  readonly action: Action
  readonly asked: Asked
  readonly askedBy: Person
  /** Of exactly what is decided on. */
  readonly hash: string
}

/** `discharge-<action>` apart. */
export function partsOfSubject(subject: string): { readonly kind: ApprovalKind; readonly action: string } {
  const at = subject.indexOf('-')
  return { kind: subject.slice(0, at) as ApprovalKind, action: subject.slice(at + 1) }
}

/** The action, and what is validly asked of it under this subject; null where nothing is. */
export async function readMatter(
  office: Office,
  group: DirectoryEntry,
  subject: string,
): Promise<{ readonly action: Action | null; readonly matter: Matter | null }> {
  const { action: id } = partsOfSubject(subject)
  const action = await office.registers.action(group, id)
  const asked = action && askedOf(action).find((each) => each.subject === subject)
  if (!action || !asked) return { action, matter: null }
  return { action, matter: await matterOf(office, group, action, asked) }
}

const EVENTS = { discharge: 'dischargeProposed', extension: 'extensionAsked' } as const

/** Null where the row says that something was asked, and no entry of its history bears it out. */
export async function matterOf(
  office: Office,
  group: DirectoryEntry,
  action: Action,
  asked: Asked,
): Promise<Matter | null> {
  if (asked.ask === '') return null
  const row = await office.registers.entryOf(group, `${asked.ask}.0`)
  const entry = row && parseUpdate(row, office.serviceApp).value?.update
  if (!entry || entry.action !== action.id || entry.event?.kind !== EVENTS[asked.kind]) return null
  const askedBy = writerOf(row, office.tenantId, office.serviceApp)
  return askedBy && { action, asked, askedBy, hash: hashOf(asked) }
}

/** SHA-256, base64url. */
export function hashOf({ content }: Pick<Asked, 'content'>): string {
  return createHash('sha256').update(content).digest('base64url')
}
