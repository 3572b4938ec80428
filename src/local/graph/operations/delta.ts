/** What changed in a list since a token: the latest state of each item once, deletions included. */

import { contextOf, listOf, ok, type Answer, type Call } from '../call.ts'
import { malformedToken, resync } from '../refusal.ts'
import type { DeltaPosition } from '../store/items.ts'
import type { List } from '../store/lists.ts'
import { LARGEST_PAGE, listContext, shownItem } from './items.ts'
import { makeToken, parseToken } from './token.ts'

const PAGE = 200

interface DeltaToken extends DeltaPosition {
  readonly list: string
  readonly epoch: string
}

export function getDelta(call: Call): Answer {
  const { site, list } = listOf(call, 'read')
  const { store, query } = call
  const context = { '@odata.context': contextOf(call, `${listContext(site, list)}/items/$delta`) }
  if (query.token === 'latest') {
    return ok({ ...context, value: [], '@odata.deltaLink': link(call, list, store.items.latest(list)) })
  }
  const from = query.token === undefined ? { since: 0 } : positionOf(call, list, query.token)
  const round = store.items.delta(list, from, Math.min(query.top ?? PAGE, LARGEST_PAGE))
  if (!round) throw resync(startOf(call))
  const value = round.changes.map((change) => {
    if ('deleted' in change) return { id: String(change.deleted), deleted: { state: 'deleted' } }
    // SharePoint doesn't say here who changed it.
    const { lastModifiedBy: _, ...body } = shownItem(call, site, list, change.item)
    return body
  })
  const next = round.complete ? '@odata.deltaLink' : '@odata.nextLink'
  return ok({ ...context, value, [next]: link(call, list, round.next) })
}

/** Where an enumeration begins anew. */
export function startOf(call: Pick<Call, 'base' | 'path' | 'query'>): string {
  const shape = new URLSearchParams([...call.query.shape]).toString()
  return `${call.base}${call.path}${shape ? `?${shape}` : ''}`
}

function link(call: Call, list: List, position: DeltaPosition): string {
  const shape = new URLSearchParams([...call.query.shape])
  shape.set('token', makeToken('delta', { list: list.id, epoch: call.store.epoch(), ...position }))
  return `${call.base}${call.path}?${shape.toString()}`
}

function positionOf(call: Call, list: List, text: string): DeltaPosition {
  const token = parseToken('delta', text) as DeltaToken | undefined
  if (!token || typeof token.since !== 'number') throw malformedToken()
  // Another list or another set of data: the token means nothing here any more.
  if (token.list !== list.id || token.epoch !== call.store.epoch()) throw resync(startOf(call))
  return token
}
