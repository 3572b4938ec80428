/**
 * One request as an operation sees it: who asks, what for, and what there is to answer from. An operation takes a
 * call and returns an answer; HTTP, tokens, throttling and faults happen around it.
 */

import { levelOn, reaches, requireLevel, type Caller, type Level } from './access.ts'
import type { Directory, DirectorySite } from './directory.ts'
import type { Query } from './query.ts'
import { accessDenied, invalidRequest, itemNotFound, modified } from './refusal.ts'
import type { List, Stamp } from './store/lists.ts'
import { wholeSeconds } from './store/column.ts'
import type { Store } from './store/store.ts'

export interface Call {
  readonly caller: Caller
  readonly directory: Directory
  readonly store: Store
  /** Parts of the address by their names in routes.ts, decoded. */
  readonly params: Readonly<Record<string, string>>
  readonly query: Query
  readonly header: (name: string) => string | undefined
  readonly body: unknown
  /** For example `http://localhost:5302/v1.0`. */
  readonly base: string
  /** Address of this request below the base, without its query. */
  readonly path: string
  /** Milliseconds since 1970. */
  readonly now: number
}

export interface Answer {
  readonly status: number
  readonly body?: Readonly<Record<string, unknown>>
  readonly headers?: Readonly<Record<string, string>>
}

export type Operation = (call: Call) => Answer

export const ok = (body: Readonly<Record<string, unknown>>, headers: Record<string, string> = {}): Answer => ({
  status: 200,
  body,
  headers,
})
export const created = (body: Readonly<Record<string, unknown>>, headers: Record<string, string> = {}): Answer => ({
  status: 201,
  body,
  headers,
})
export const noContent: Answer = { status: 204 }

/** A collection that fits one page. */
export function collection(call: Call, context: string, value: readonly object[]): Answer {
  return ok({ '@odata.context': contextOf(call, context), value })
}

export function contextOf(call: Call, context: string): string {
  return `${call.base}/$metadata#${context}`
}

/** The site of the address, if the caller has the level there: an unknown one is 404, a closed one 403. */
export function siteOf(call: Call, level: Level): DirectorySite {
  const { directory, caller, store, params } = call
  const site = directory.site(params['site'] ?? '')
  if (!site) throw itemNotFound('Requested site could not be found')
  requireLevel(level, site, caller, directory, store)
  return site
}

export function listOf(call: Call, level: Level): { site: DirectorySite; list: List } {
  const site = siteOf(call, 'read')
  const list = call.store.lists.find(site.id, call.params['list'] ?? '')
  if (!list) throw itemNotFound('The specified list was not found')
  if (!reaches(levelOn(site, call.caller, call.directory, call.store), level)) throw accessDenied()
  return { site, list }
}

/** When and by whom, as kept with what is written. */
export function stampOf(call: Call): Stamp {
  return { at: wholeSeconds(call.now), by: JSON.stringify(identityOf(call.caller)) }
}

/** Who the token says is writing: never what the body says. */
function identityOf(caller: Caller): object {
  if (caller.kind === 'application') {
    return { application: { id: caller.appId, displayName: caller.application.displayName } }
  }
  const { person } = caller
  return { user: { email: person.mail, id: person.objectId, displayName: person.displayName } }
}

/** Throws 412 when the client says which version it means and that isn't the present one. */
export function requireMatch(call: Call, eTag: string): void {
  const asked = call.header('if-match')
  if (asked === undefined || asked.trim() === '*') return
  const tags = asked.split(/,(?=\s*(?:W\/)?")/).map((tag) => tag.trim().replace(/^W\//, ''))
  if (!tags.includes(eTag)) throw modified()
}

export function objectBody(call: Call): Readonly<Record<string, unknown>> {
  const { body } = call
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw invalidRequest('The request body must be a JSON object.')
  }
  return body as Readonly<Record<string, unknown>>
}
