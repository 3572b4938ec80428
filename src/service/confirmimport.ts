/**
 * Confirms the discharges that came with an import: one decision by the coordinator on exactly the rows they brought
 * in, whose id is then written on each. What other people wrote into the list stays a claim, whatever batch it names.
 */

import { createHash } from 'node:crypto'
import type { ImportConfirmed } from '../contract/endpoints.ts'
import type { Action, Discharge } from '../domain/action.ts'
import { canonical } from '../domain/canonical.ts'
import { LONGEST_TEXT } from '../domain/check.ts'
import type { Person } from '../domain/group.ts'
import { isClaimed } from '../domain/status.ts'
import type { Decision } from '../sharepoint/control/rows.ts'
import { GraphFault } from '../sharepoint/fault.ts'
import { ACTIONS } from '../sharepoint/lists.ts'
import { findLists, openTable, type StoredRow, type Table } from '../sharepoint/table.ts'
import { ACTION_COLUMNS, makeAction, parseAction } from '../sharepoint/work/rows.ts'
import { instantOf } from '../words/clock.ts'
import type { Answer } from './api.ts'
import { rolesOf } from './group.ts'
import type { Office } from './office.ts'
import { mayDo } from './policy.ts'

interface Imported {
  readonly row: StoredRow
  readonly action: Action
}

const NO_NAMES = { organisations: new Map(), posts: new Map() } as const
const ATTEMPTS = 3

export function confirmImport(
  office: Office,
  caller: Person,
  about: { readonly key: string; readonly batch: string },
): Promise<Answer<ImportConfirmed>> {
  return office.inTurn(() => confirmAlone(office, caller, about))
}

async function confirmAlone(
  office: Office,
  caller: Person,
  { key, batch }: { readonly key: string; readonly batch: string },
): Promise<Answer<ImportConfirmed>> {
  const control = await office.control()
  const group = (await control.findGroup(key))?.value
  const isReader = group !== undefined && (await office.readers.footing(caller, group)).isReader
  if (!isReader) return { ok: false, error: { code: 'groupUnknown', field: 'key' } }
  const held = (await control.appointmentsOf(caller)).filter((each) => each.group === key)
  if (!mayDo('import.confirm', 'import', rolesOf(caller, held, office.clock.today())))
    return { ok: false, error: { code: 'notCoordinator' } }

  const actions = await openActions(office, group.siteId)
  const imported = await readImported(actions, batch, caller)
  const unconfirmed = imported.filter(({ action }) => isClaimed(action))
  if (unconfirmed.length > 0) {
    const decision = decisionOn(imported, { group: key, batch, caller, at: instantOf(office.clock.now()) })
    await control.record(decision)
    const left = await confirmRows(actions, unconfirmed, decision.id)
    office.log({ level: 'info', event: 'importConfirmed', decision: decision.id, rows: unconfirmed.length - left })
    if (left > 0) return { ok: false, error: { code: 'rowsChanged' } }
  }
  return { ok: true, value: { confirmed: imported.length } }
}

async function openActions(office: Office, siteId: string): Promise<Table> {
  const listId = (await findLists(office.client, siteId, [ACTIONS])).get(ACTIONS)
  if (listId === undefined) throw new GraphFault({ status: 0, code: 'listMissing', message: ACTIONS.name })
  return openTable(office.client, siteId, listId)
}

/** The discharged rows that this person brought in with this batch, confirmed or not, by their keys. */
async function readImported(actions: Table, batch: string, caller: Person): Promise<readonly Imported[]> {
  const rows = await actions.find('Status', 'discharged', ACTION_COLUMNS)
  return rows
    .flatMap((row) => {
      const action = row.createdById === caller.objectId ? parseAction(row).value : null
      return action?.origin.kind === 'document' && action.origin.batch === batch ? [{ row, action }] : []
    })
    .toSorted((a, b) => (a.action.id < b.action.id ? -1 : 1))
}

/**
 * One decision for the batch. Its id follows from what it is about, so that a confirmation that broke off goes on
 * under the same one; another state of the rows is another decision.
 */
function decisionOn(
  imported: readonly Imported[],
  about: { readonly group: string; readonly batch: string; readonly caller: Person; readonly at: string },
): Decision {
  const state = imported.map(({ action }) => substanceOf(action))
  const hash = createHash('sha256').update(canonical(state)).digest('base64url')
  const id = createHash('sha256')
    .update(canonical([about.group, about.batch, hash]))
    .digest('base64url')
    .slice(0, 22)
  return {
    id,
    kind: 'import',
    group: about.group,
    subject: about.batch,
    hash,
    by: about.caller,
    at: about.at,
    words: makeIdList(imported),
    verdict: 'approved',
    asked: null,
    outcome: null,
  }
}

/** As many as a cell holds; the hash binds all of them. */
function makeIdList(imported: readonly Imported[]): string {
  const ids = imported.map(({ action }) => action.id).join('\n')
  return ids.length <= LONGEST_TEXT ? ids : ids.slice(0, ids.lastIndexOf('\n', LONGEST_TEXT))
}

/** What is confirmed: the action and what its discharge rests on, but not the confirmation itself. */
function substanceOf(action: Action): unknown {
  const { id, reference, details, parts, status, discharge } = action
  return { id, reference, details, parts, status, evidence: discharge?.evidence ?? '' }
}

/** Writes the decision's id on each row. Gives how many wouldn't have it, because their substance changed meanwhile. */
async function confirmRows(actions: Table, imported: readonly Imported[], decision: string): Promise<number> {
  let left = 0
  for (const known of imported) if (!(await confirmRow(actions, known, decision))) left += 1
  return left
}

async function confirmRow(actions: Table, known: Imported, decision: string): Promise<boolean> {
  const decidedOn = canonical(substanceOf(known.action))
  let { row, action } = known
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const written = await writeDecision(actions, row, action, decision)
    if (written) return true
    const now = await actions.get(row.id, ACTION_COLUMNS)
    const read = now && parseAction(now).value
    if (!now || !read || canonical(substanceOf(read)) !== decidedOn) return false
    if (!isClaimed(read)) return true
    row = now
    action = read
  }
  return false
}

/** False when the row isn't what it was, or it isn't known whether it was written: it is to be read again. */
async function writeDecision(actions: Table, row: StoredRow, action: Action, decision: string): Promise<boolean> {
  const discharge: Discharge = {
    evidence: '',
    proposedOn: action.latest?.day ?? row.createdAt.slice(0, 10),
    proposedBy: null,
    ...action.discharge,
    decision,
  }
  try {
    const patched = await actions.patch(row, makeAction({ discharge }, NO_NAMES))
    return patched !== 'conflict' && patched !== 'gone'
  } catch (fault) {
    if (fault instanceof GraphFault && fault.unclear) return false
    throw fault
  }
}
