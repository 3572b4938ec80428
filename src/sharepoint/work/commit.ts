/**
 * The commit rule. Graph has no transaction, so an action's own row is the point at which a command counts: first the
 * rows of its history are added, each under the command's id and an ordinal (unique: adding twice is adding once), then
 * the action's row is written, based on the version that was decided on, and acknowledges the id. Until it does, what
 * was added is not shown; submitting the command again finishes it.
 */

import type { Action, ActionId, UpdateContent } from '../../domain/action.ts'
import { isOvertaken, type AddAction, type Command } from '../../domain/command.ts'
import type { Change } from '../../domain/change.ts'
import { decide } from '../../domain/decide.ts'
import type { Person } from '../../domain/group.ts'
import type { Refusal } from '../../domain/result.ts'
import type { Snapshot, Submission } from '../../domain/snapshot.ts'
import type { DecisionContext } from '../../domain/step.ts'
import type { GraphClient } from '../client.ts'
import { GraphFault, stateOf } from '../fault.ts'
import type { StoredRow, Table } from '../table.ts'
import {
  ACTION_COLUMNS_WITH_COMMITS,
  makeAction,
  makeActionRow,
  makeCommits,
  makeUpdate,
  parseCommits,
  type KeyedValues,
} from './rows.ts'

export interface Ground {
  readonly client: GraphClient
  readonly actions: Table
  readonly updates: Table
  snapshot(): Snapshot
  context(): DecisionContext
  itemOf(action: ActionId): string | null
  /** Whom the service writes for; left out: whoever's token it is. */
  readonly onBehalfOf?: Person
  /** Takes rows in; the action of the last, as it is now known. */
  learn(rows: readonly StoredRow[]): Action | null
}

/** How often others may come first before we give up for now. */
const ATTEMPTS = 8

/** Decides and writes one command. Faults of the store become `unsaved`; everything else that is thrown is a mistake of ours. */
export async function submit(ground: Ground, command: Command, seen: Action | undefined): Promise<Submission> {
  const doubt: Doubt = { isOpen: false }
  try {
    return command.kind === 'addAction' ? await add(ground, command, doubt) : await change(ground, command, seen, doubt)
  } catch (fault) {
    if (!(fault instanceof GraphFault)) throw fault
    return { state: 'unsaved', because: stateOf(fault), requestId: fault.requestId, inDoubt: doubt.isOpen }
  }
}

/** Whether the commit point was written is not known: no answer came, and nothing could be read since. */
interface Doubt {
  isOpen: boolean
}

async function change(
  ground: Ground,
  command: Exclude<Command, AddAction>,
  seen: Action | undefined,
  doubt: Doubt,
): Promise<Submission> {
  let base = seen
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const row = await readAction(ground, command.action)
    const now = row && ground.learn([row])
    if (!row || !now) return refused({ code: 'actionUnknown' })
    const commits = parseCommits(row)
    if (commits.includes(command.id)) return { state: 'saved', action: now }
    doubt.isOpen = false
    if (base && isOvertaken(command, base, now)) return { state: 'stale', seen: base, now }
    base = now

    const decided = decide(command, holdingOf(ground.snapshot(), now), ground.context())
    if (!decided.ok) return refused(decided.error)
    await appendUpdates(ground, updatesOf(decided.value), now.reference)
    const values = {
      ...makeAction(fieldsOf(decided.value), ground.snapshot()),
      Commits: makeCommits([...commits, command.id]),
    }
    const patched = await unlessUnclear(ground.actions.patch(row, values))
    if (patched === 'gone') return refused({ code: 'actionUnknown' })
    if (patched === 'unclear') doubt.isOpen = true
    if (patched === 'conflict' || patched === 'unclear') continue
    const action = ground.learn([patched])
    if (action) return { state: 'saved', action }
  }
  return { state: 'unsaved', because: 'fault', requestId: null, inDoubt: doubt.isOpen }
}

async function add(ground: Ground, command: AddAction, doubt: Doubt): Promise<Submission> {
  for (let attempt = 0; attempt < ATTEMPTS * 2; attempt++) {
    const known = ground.snapshot().actions.get(command.id)
    if (known) return { state: 'saved', action: known }
    const decided = decide(command, ground.snapshot(), ground.context())
    if (!decided.ok) {
      const [row] = await ground.actions.find('Key', command.id, ACTION_COLUMNS_WITH_COMMITS)
      const there = row ? ground.learn([row]) : null
      return there ? { state: 'saved', action: there } : refused(decided.error)
    }
    const created = decided.value.find((each) => each.kind === 'createAction')
    if (!created) throw new TypeError('an action was added without a row of its own')
    const { reference } = created.action
    await appendUpdates(ground, updatesOf(decided.value), reference)
    const appended = await inDoubt(doubt, ground.actions.append(makeActionRow(created.action, ground.snapshot())))
    if (appended.state !== 'refused') {
      const action = ground.learn([appended.row])
      if (!action) throw appendedNothing(appended.row)
      return { state: 'saved', action }
    }
    const [taken] = await ground.actions.find('Reference', reference, ACTION_COLUMNS_WITH_COMMITS)
    if (!taken) throw appended.fault
    ground.learn([taken])
    if (command.imported) return refused({ code: 'referenceTaken', field: 'reference', values: { reference } })
  }
  return { state: 'unsaved', because: 'fault', requestId: null }
}

/** The action's row as it is now, with the commands that it acknowledges. */
export async function readAction(
  ground: Pick<Ground, 'actions' | 'itemOf'>,
  action: ActionId,
): Promise<StoredRow | null> {
  const item = ground.itemOf(action)
  const row = item === null ? null : await ground.actions.get(item, ACTION_COLUMNS_WITH_COMMITS)
  if (row) return row
  const [found] = await ground.actions.find('Key', action, ACTION_COLUMNS_WITH_COMMITS)
  return found ?? null
}

/** Adds the rows of a history. Many go in batches; each that is in doubt is then settled by its key. */
async function appendUpdates(ground: Ground, updates: readonly UpdateContent[], reference: string): Promise<void> {
  let rows = updates.map((update) => makeUpdate(update, reference, ground.snapshot(), ground.onBehalfOf))
  if (rows.length > 1) {
    const answers = await ground.client.batch(rows.map((row) => ground.updates.requests.append(row)))
    rows = rows.filter((_, index) => answers[index]?.status !== 201)
  }
  for (const row of rows) await appendUpdate(ground.updates, row)
}

/** A row left by an earlier attempt of the same command is taken over; it doesn't count yet, so it may be put right. */
export async function appendUpdate(updates: Table, values: KeyedValues): Promise<void> {
  const appended = await updates.append(values)
  if (appended.state === 'refused') throw appended.fault
  if (appended.state === 'made') return
  const isSame = Object.entries(values).every(([column, value]) => (appended.row.fields[column] ?? null) === value)
  if (!isSame) await updates.patch(appended.row, values)
}

function updatesOf(changes: readonly Change[]): UpdateContent[] {
  return changes.flatMap((change) => (change.kind === 'appendUpdate' ? [change.update] : []))
}

function fieldsOf(changes: readonly Change[]): Extract<Change, { kind: 'setAction' }>['fields'] {
  return Object.assign({}, ...changes.map((change) => (change.kind === 'setAction' ? change.fields : {})))
}

function holdingOf(snapshot: Snapshot, action: Action): Snapshot {
  return { ...snapshot, actions: new Map(snapshot.actions).set(action.id, action) }
}

async function unlessUnclear<Value>(writing: Promise<Value>): Promise<Value | 'unclear'> {
  try {
    return await writing
  } catch (fault) {
    if (fault instanceof GraphFault && fault.unclear) return 'unclear'
    throw fault
  }
}

/** A write that may have been carried out leaves a doubt behind. */
async function inDoubt<Value>(doubt: Doubt, writing: Promise<Value>): Promise<Value> {
  try {
    return await writing
  } catch (fault) {
    doubt.isOpen = fault instanceof GraphFault && fault.unclear
    throw fault
  }
}

function refused(refusal: Refusal): Submission {
  return { state: 'refused', refusal }
}

function appendedNothing(row: StoredRow): GraphFault {
  return new GraphFault({ status: 0, code: 'rowUnreadable', message: `the row ${row.id} has no key` })
}
