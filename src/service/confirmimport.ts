/**
 * Confirms the discharges and extensions that came with an import: a decision by the coordinator on exactly what they
 * brought in, whose id is then written on each. What other people wrote into the list stays a claim, whatever batch it
 * names.
 */

import type { ImportConfirmed } from '../contract/endpoints.ts'
import type { Action, Discharge, ImportedExtension } from '../domain/action.ts'
import { canonical } from '../domain/canonical.ts'
import { LONGEST_TEXT } from '../domain/check.ts'
import { isImported, makeTold } from '../domain/deadline.ts'
import type { Person } from '../domain/group.ts'
import { isClaimed } from '../domain/status.ts'
import type { Decision, DirectoryEntry } from '../sharepoint/control/rows.ts'
import { GraphFault } from '../sharepoint/fault.ts'
import { ACTIONS, UPDATES } from '../sharepoint/lists.ts'
import { openListed, type StoredRow, type Table } from '../sharepoint/table.ts'
import { ACTION_COLUMNS, makeAction, parseAction, UPDATE_COLUMNS } from '../sharepoint/work/rows.ts'
import { instantOf } from '../words/clock.ts'
import type { Answer } from './api.ts'
import { standingIn } from './group.ts'
import { hashOf, idOf } from './ids.ts'
import { makeConfirmedLine, tellsOf } from './importedextensions.ts'
import type { Office } from './office.ts'
import { mayDo } from './policy.ts'

/** What of an action came with the batch, by its caller's own hand. */
interface Imported {
  readonly row: StoredRow
  readonly action: Action
  readonly isDischarged: boolean
  readonly extensions: readonly ImportedExtension[]
}

interface About {
  readonly batch: string
  readonly caller: Person
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
  const standing = await standingIn(office, caller, key)
  if (!standing.ok) return standing
  const { group, roles } = standing.value
  if (!mayDo('import.confirm', 'import', roles)) return { ok: false, error: { code: 'notCoordinator' } }

  const control = await office.control()
  const actions = await openListed(office.client, group.siteId, ACTIONS)
  const imported = await readImported(office, group, actions, { batch, caller })
  let left = 0
  for (const share of sharesOf(imported)) {
    const unconfirmed = share.filter(isUnconfirmed)
    if (unconfirmed.length === 0) continue
    const decision = decisionOn(share, { group: key, batch, caller, at: instantOf(office.clock.now()) })
    await control.record(decision)
    const unwritten = await confirmRows(actions, unconfirmed, decision.id)
    const rows = unconfirmed.length - unwritten
    office.log({ level: 'info', event: 'importConfirmed', decision: decision.id, rows })
    left += unwritten
  }
  if (left > 0) return { ok: false, error: { code: 'rowsChanged' } }
  const confirmed = imported.filter(({ isDischarged }) => isDischarged).length
  const extensions = imported.reduce((sum, each) => sum + each.extensions.length, 0)
  return { ok: true, value: { confirmed, extensions } }
}

/** Confirmed or not, by their keys. */
async function readImported(
  office: Office,
  group: DirectoryEntry,
  actions: Table,
  about: About,
): Promise<readonly Imported[]> {
  const found: Imported[] = []
  for await (const page of actions.pages(ACTION_COLUMNS)) {
    for (const row of page) {
      const action = parseAction(row).value
      if (action) found.push({ row, action, ...partsOf(row, action, about) })
    }
  }
  const claims = found.filter(({ isDischarged, extensions }) => isDischarged || extensions.length > 0)
  const isTold = await readTold(office, group, claims, about.caller)
  return claims
    .map((each) => ({ ...each, extensions: each.extensions.filter((extension) => isTold(each.action, extension)) }))
    .filter(({ isDischarged, extensions }) => isDischarged || extensions.length > 0)
    .toSorted((a, b) => (a.action.id < b.action.id ? -1 : 1))
}

function partsOf(
  row: StoredRow,
  { status, origin, extensions }: Action,
  { batch, caller }: About,
): Pick<Imported, 'isDischarged' | 'extensions'> {
  const isOf = origin.kind === 'document' && origin.batch === batch && row.createdById === caller.objectId
  return {
    isDischarged: isOf && status === 'discharged',
    extensions: extensions.filter(isImported).filter((each) => each.batch === batch),
  }
}

/** Which extensions an entry of the history tells of that the caller wrote: rows say what anybody wrote into them. */
async function readTold(
  office: Office,
  group: DirectoryEntry,
  claims: readonly Imported[],
  caller: Person,
): Promise<(action: Action, extension: ImportedExtension) => boolean> {
  const entries = new Map<string, StoredRow>()
  const wanted = new Set(claims.flatMap(({ extensions }) => extensions.map(({ entry }) => entry)))
  if (wanted.size > 0) {
    const updates = await openListed(office.client, group.siteId, UPDATES)
    for await (const page of updates.pages(UPDATE_COLUMNS)) {
      for (const row of page) {
        const key = row.fields['Key']
        if (typeof key === 'string' && wanted.has(key) && row.createdById === caller.objectId) entries.set(key, row)
      }
    }
  }
  return (action, extension) => {
    const row = entries.get(extension.entry)
    return row !== undefined && tellsOf(row, action.id, extension)
  }
}

/** As many as one decision has room to name. */
function sharesOf(imported: readonly Imported[]): Imported[][] {
  const shares: Imported[][] = []
  let room = 0
  for (const each of imported) {
    const length = lineOf(each).length + 1
    if (length > room) {
      shares.push([])
      room = LONGEST_TEXT
    }
    shares.at(-1)?.push(each)
    room -= length
  }
  return shares
}

/**
 * One decision for a share. Its id follows from what it is about, so that a confirmation that broke off goes on
 * under the same one; another state of the rows is another decision.
 */
function decisionOn(
  share: readonly Imported[],
  { group, batch, caller, at }: About & { readonly group: string; readonly at: string },
): Decision {
  const hash = hashOf(canonical(share.map(substanceOf)))
  return {
    id: idOf(group, batch, hash),
    kind: 'import',
    group,
    subject: batch,
    hash,
    by: caller,
    at,
    words: share.map(lineOf).join('\n'),
    verdict: 'approved',
    asked: null,
    outcome: null,
  }
}

function lineOf({ action, extensions }: Imported): string {
  return makeConfirmedLine(action.id, extensions)
}

/** What is confirmed: what a discharge rests on, and what each extension says, but not the confirmation itself. */
function substanceOf({ action, isDischarged, extensions }: Imported): unknown {
  const { id, reference, details, parts, status, discharge } = action
  const ended = isDischarged ? { details, parts, status, evidence: discharge?.evidence ?? '' } : {}
  return { id, reference, ...ended, extensions: extensions.map(makeTold) }
}

function isUnconfirmed({ action, isDischarged, extensions }: Imported): boolean {
  return (isDischarged && isClaimed(action)) || extensions.some(({ decision }) => decision === null)
}

/** Writes the decision's id on each row. Gives how many wouldn't have it, because their substance changed meanwhile. */
async function confirmRows(actions: Table, imported: readonly Imported[], decision: string): Promise<number> {
  let left = 0
  for (const known of imported) if (!(await confirmRow(actions, known, decision))) left += 1
  return left
}

async function confirmRow(actions: Table, known: Imported, decision: string): Promise<boolean> {
  const decidedOn = canonical(substanceOf(known))
  let now = known
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const written = await writeDecision(actions, now, decision)
    if (written) return true
    const row = await actions.get(known.row.id, ACTION_COLUMNS)
    const action = row && parseAction(row).value
    if (!row || !action) return false
    now = { ...known, row, action, extensions: sameOf(action, known) }
    if (canonical(substanceOf(now)) !== decidedOn) return false
    if (!isUnconfirmed(now)) return true
  }
  return false
}

/** The extensions that were decided on, as they stand now. */
function sameOf({ extensions }: Action, known: Imported): readonly ImportedExtension[] {
  const entries = new Set(known.extensions.map(({ entry }) => entry))
  return extensions.filter(isImported).filter(({ entry }) => entries.has(entry))
}

/** False when the row isn't what it was, or it isn't known whether it was written: it is to be read again. */
async function writeDecision(
  actions: Table,
  { row, action, isDischarged, extensions }: Imported,
  decision: string,
): Promise<boolean> {
  const discharge: Discharge = {
    evidence: '',
    proposedOn: action.latest?.day ?? row.createdAt.slice(0, 10),
    proposedBy: null,
    ...action.discharge,
    decision,
  }
  const confirmed = new Set<unknown>(extensions)
  const fields = {
    ...(isDischarged ? { discharge } : {}),
    ...(extensions.length > 0
      ? { extensions: action.extensions.map((each) => (confirmed.has(each) ? { ...each, decision } : each)) }
      : {}),
  }
  try {
    const patched = await actions.patch(row, makeAction(fields, NO_NAMES))
    return patched !== 'conflict' && patched !== 'gone'
  } catch (fault) {
    if (fault instanceof GraphFault && fault.unclear) return false
    throw fault
  }
}
