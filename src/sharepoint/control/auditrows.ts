/** Entries of the audit as rows of Control's list, both ways. What is sealed is the text of `content` exactly. Pure. */

import { AUDIT } from '../controllists.ts'
import type { StoredRow } from '../table.ts'
import { readCells } from '../work/cells.ts'
import type { KeyedValues } from '../work/rows.ts'

export const AUDIT_COLUMNS = ['Title', ...AUDIT.columns.map(({ name }) => name)]

/** The title of an entry whose content and key were destroyed. */
export const DISPOSED = 'disposed'

export interface AuditContent {
  readonly id: string
  /** As it stands in its column, whatever somebody made of that. */
  readonly event: string
  readonly group: string
  readonly subject: string
  /** Object id of who did it; empty: the service by itself. */
  readonly person: string
  /** ISO instant. */
  readonly at: string
  /** Canonical JSON; empty once it was disposed of. */
  readonly content: string
  /** Base64url; empty once the content was disposed of. */
  readonly recordKey: string
  readonly seal: string
}

/** An entry's place in the chain; null until it has one. */
export interface AuditLink {
  readonly sequence: number
  readonly previous: string
  readonly hash: string
  readonly signature: string
}

export interface AuditEntry extends AuditContent {
  readonly title: string
  readonly link: AuditLink | null
}

export function parseAuditEntry(row: StoredRow): AuditEntry {
  const cells = readCells(row, AUDIT, [])
  const sequence = cells.number('Sequence')
  return {
    id: cells.text('Key'),
    title: cells.text('Title'),
    event: cells.text('Event'),
    group: cells.text('GroupKey'),
    subject: cells.text('Subject'),
    person: cells.text('ObjectId'),
    at: cells.text('At'),
    content: cells.text('Content'),
    recordKey: cells.text('RecordKey'),
    seal: cells.text('Seal'),
    link:
      sequence === 0
        ? null
        : {
            sequence,
            previous: cells.text('Previous'),
            hash: cells.text('Hash'),
            signature: cells.text('Signature'),
          },
  }
}

export function isDisposed({ content, recordKey }: Pick<AuditContent, 'content' | 'recordKey'>): boolean {
  return content === '' && recordKey === ''
}

/** What is left of an entry once it was disposed of: that it was there, when, and its place in the chain. */
export function disposedOf(entry: AuditEntry): AuditEntry {
  return { ...entry, title: DISPOSED, event: '', group: '', subject: '', person: '', content: '', recordKey: '' }
}

export function makeAuditContent(entry: AuditContent): KeyedValues {
  return {
    Key: entry.id,
    Title: entry.event || DISPOSED,
    Event: entry.event || null,
    GroupKey: entry.group || null,
    Subject: entry.subject || null,
    ObjectId: entry.person || null,
    At: entry.at,
    Content: entry.content,
    RecordKey: entry.recordKey,
    Seal: entry.seal,
  }
}

export function makeAuditLink(link: AuditLink): Readonly<Record<string, unknown>> {
  return { Sequence: link.sequence, Previous: link.previous, Hash: link.hash, Signature: link.signature }
}
