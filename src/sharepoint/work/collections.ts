/**
 * Every collection that a group's site holds, by name. Its rows and rules are a script of their own, loaded with the
 * first page that shows it.
 */

import type { CollectionCommand } from '../../domain/collection.ts'
import type { CollectionKind } from './collection.ts'

const COLLECTIONS = {
  meetings: async () => (await import('./meetingrows.ts')).meetingKind,
  agenda: async () => (await import('./meetingrows.ts')).agendaKind,
  matters: async () => (await import('./meetingrows.ts')).matterKind,
  requests: async () => (await import('./requestrows.ts')).requestKind,
  responses: async () => (await import('./requestrows.ts')).responseKind,
  returns: async () => (await import('./returnrows.ts')).returnKind,
  circulations: async () => (await import('./returnrows.ts')).circulationKind,
  publications: async () => (await import('./publicationrows.ts')).publicationKind,
  workstreams: async () => (await import('./workstreamrows.ts')).workstreamKind,
  quarters: async () => (await import('./workstreamrows.ts')).quarterKind,
  coverages: async () => (await import('./coveragerows.ts')).coverageKind,
  frameworks: async () => (await import('./frameworkrows.ts')).frameworkKind,
  reports: async () => (await import('./reportrows.ts')).reportKind,
} as const

export type CollectionName = keyof typeof COLLECTIONS
type KindOf<Name extends CollectionName> = Awaited<ReturnType<(typeof COLLECTIONS)[Name]>>
/** Of several kinds it is one of each, not what would suit all of them. */
type HeldBy<Kind> =
  Kind extends CollectionKind<infer Content, infer Command> ? { content: Content; command: Command } : never
type Held<Name extends CollectionName> = HeldBy<KindOf<Name>>

export type ContentOf<Name extends CollectionName> = Extract<Held<Name>['content'], object>
export type CommandOf<Name extends CollectionName> = Extract<Held<Name>['command'], CollectionCommand>

export async function loadKind<Name extends CollectionName>(
  name: Name,
): Promise<CollectionKind<ContentOf<Name>, CommandOf<Name>>> {
  const load: () => Promise<unknown> = COLLECTIONS[name]
  return (await load()) as CollectionKind<ContentOf<Name>, CommandOf<Name>>
}
