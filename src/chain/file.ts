/**
 * The chain as a file: one entry a line, as JSON, the oldest first. Whoever has the file and the service's public key can
 * verify it. Entries that aren't for its reader's eyes have their places in it, without content and key: the seal tells
 * nothing of either.
 */

import type { AuditEntry } from '../sharepoint/control/auditrows.ts'

/** @param isTheirs its reader may know its words */
export function makeChainLine(entry: AuditEntry, isTheirs: boolean): string {
  const { id, at, seal, link, content, recordKey } = entry
  return JSON.stringify({ ...link, id, at, seal, ...(isTheirs ? { content, recordKey } : {}) })
}

/** Null for what isn't an entry. */
export function parseChainLine(line: string): AuditEntry | null {
  let value: Readonly<Record<string, unknown>> | null
  try {
    value = JSON.parse(line) as typeof value
  } catch {
    return null
  }
  if (typeof value !== 'object' || value === null) return null
  const { sequence } = value
  const text = (name: string): string => {
    const found = value[name]
    return typeof found === 'string' ? found : ''
  }
  if (typeof sequence !== 'number' || text('id') === '') return null
  const content = text('content')
  return {
    id: text('id'),
    at: text('at'),
    content,
    recordKey: text('recordKey'),
    seal: text('seal'),
    link: { sequence, previous: text('previous'), hash: text('hash'), signature: text('signature') },
    // The columns beside the words aren't in the file: they are what the words say.
    ...columnsOf(content),
  }
}

function columnsOf(content: string): Pick<AuditEntry, 'title' | 'event' | 'group' | 'subject' | 'person'> {
  const nothing = { title: '', event: '', group: '', subject: '', person: '' }
  try {
    const said = JSON.parse(content) as Readonly<Record<string, unknown>> & { readonly by?: { objectId?: unknown } }
    const text = (value: unknown): string => (typeof value === 'string' ? value : '')
    const event = text(said['event'])
    const [group, subject] = [text(said['group']), text(said['subject'])]
    return { title: event, event, group, subject, person: text(said.by?.objectId) }
  } catch {
    return nothing
  }
}
