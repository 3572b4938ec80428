/**
 * Writes the views that people keep: one row each, so each write is whole or not there. A row that changed since its
 * author saw it is never overwritten; a command that was carried out already is found so.
 */

import { canonical } from '../../domain/canonical.ts'
import type { ViewCommand } from '../../domain/command.ts'
import type { Change } from '../../domain/change.ts'
import { decide } from '../../domain/decide.ts'
import type { SavedView, ViewId } from '../../domain/savedview.ts'
import type { Snapshot, ViewSubmission } from '../../domain/snapshot.ts'
import type { DecisionContext } from '../../domain/step.ts'
import { makeView } from '../../domain/view.ts'
import { GraphFault, stateOf } from '../fault.ts'
import { VIEWS } from '../lists.ts'
import type { StoredRow, Table } from '../table.ts'
import { columnsOf, makeSavedView, parseSavedView } from './settings.ts'

export interface ViewGround {
  /** Null where the site has no list for them: the rules refuse then. */
  readonly views: Table | null
  snapshot(): Snapshot
  context(): DecisionContext
  /** Takes a row in as it is now; null: it is gone. */
  learnView(id: ViewId, row: StoredRow | null): void
}

/** How often others may come first before we give up for now. */
const ATTEMPTS = 4

export async function submitView(
  ground: ViewGround,
  command: ViewCommand,
  seen: SavedView | undefined,
): Promise<ViewSubmission> {
  try {
    return await write(ground, command, seen)
  } catch (fault) {
    if (!(fault instanceof GraphFault)) throw fault
    return { state: 'unsaved', because: stateOf(fault), requestId: fault.requestId }
  }
}

async function write(ground: ViewGround, command: ViewCommand, seen: SavedView | undefined): Promise<ViewSubmission> {
  const id = command.view ?? command.id
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const row = command.view === null ? null : await read(ground, id)
    const now = row && parseSavedView(row, ground.context().actor)
    if (now && isAsAsked(now, command)) return saved(ground, id, row)
    if (seen && isChanged(seen, now)) {
      ground.learnView(id, row)
      return command.kind === 'removeView' && !row ? { state: 'saved' } : { state: 'stale', now }
    }
    const decided = decide(command, holding(ground.snapshot(), id, now), ground.context())
    if (!decided.ok) return { state: 'refused', refusal: decided.error }
    const [change] = decided.value
    if (!change) return saved(ground, id, row)
    const written = await carryOut(ground, row, change)
    if (written !== 'again') return saved(ground, id, written)
  }
  return { state: 'unsaved', because: 'fault', requestId: null }
}

/** The row as it then is, null where it is gone. */
async function carryOut(
  { views }: ViewGround,
  row: StoredRow | null,
  change: Change,
): Promise<StoredRow | null | 'again'> {
  if (!views) return null
  if (change.kind === 'dropView') {
    if (row && (await unlessUnclear(views.remove(row))) !== 'removed') return 'again'
    return null
  }
  if (change.kind !== 'putView') throw new TypeError(`${change.kind} is no change of a view`)
  const values = makeSavedView(change.view)
  if (row) {
    const patched = await unlessUnclear(views.patch(row, values))
    return typeof patched === 'string' ? 'again' : patched
  }
  const appended = await views.append(values)
  if (appended.state === 'refused') throw appended.fault
  return appended.row
}

async function read({ views }: ViewGround, id: ViewId): Promise<StoredRow | null> {
  const [row] = views ? await views.find('Key', id, columnsOf(VIEWS)) : []
  return row ?? null
}

function saved(ground: ViewGround, id: ViewId, row: StoredRow | null): ViewSubmission {
  ground.learnView(id, row)
  return { state: 'saved' }
}

function isAsAsked(now: SavedView, command: ViewCommand): boolean {
  if (command.kind === 'removeView') return false
  return canonical(said(now)) === canonical(said({ ...command, name: command.name.trim() }))
}

function isChanged(seen: SavedView, now: SavedView | null): boolean {
  return now === null || canonical(said(seen)) !== canonical(said(now))
}

function said({ name, scope, content }: Pick<SavedView, 'name' | 'scope' | 'content'>) {
  return { name, scope, content: makeView(content) }
}

function holding(snapshot: Snapshot, id: ViewId, now: SavedView | null): Snapshot {
  if (snapshot.views === null) return snapshot
  const views = new Map(snapshot.views)
  if (now) views.set(id, now)
  else views.delete(id)
  return { ...snapshot, views }
}

async function unlessUnclear<Value>(writing: Promise<Value>): Promise<Value | 'unclear'> {
  try {
    return await writing
  } catch (fault) {
    if (fault instanceof GraphFault && fault.unclear) return 'unclear'
    throw fault
  }
}
