/**
 * Actions and updates as rows of their lists, both ways. Pure. What people read in SharePoint (owners, due, next step in
 * words) is written beside what we read; where the two differ, because somebody edited the words there, ours counts.
 */

import {
  EVENT_KINDS,
  KINDS,
  OUTCOMES,
  STATUSES,
  type Action,
  type ActionContent,
  type HistoryEvent,
  type Latest,
  type NextStep,
  type Owner,
  type Update,
  type UpdateContent,
} from '../../domain/action.ts'
import type { CommandId } from '../../domain/command.ts'
import { lastDayOf } from '../../domain/due.ts'
import type { Organisation, Person, Post } from '../../domain/group.ts'
import { ownerWords } from '../../domain/owner.ts'
import { parseReference } from '../../domain/reference.ts'
import { ACTIONS, UPDATES } from '../lists.ts'
import type { StoredRow } from '../table.ts'
import { makeData, readCells, type Cells, type Memory, type RowProblem } from './cells.ts'
import * as shapes from './shapes.ts'

export type Values = Readonly<Record<string, string | number | null>>

/** The values of a whole row. */
export interface KeyedValues extends Values {
  readonly Key: string
}

/** What owners are called, for the columns that people read. */
export interface Names {
  readonly organisations: ReadonlyMap<string, Organisation>
  readonly posts: ReadonlyMap<string, Post>
}

/** The columns that the register reads of every action; `Commits` only where an action is opened or written. */
export const ACTION_COLUMNS = [
  'Title',
  'Key',
  'Reference',
  'Kind',
  'Details',
  'Status',
  'UpdateCount',
  'OwnersData',
  'PartsData',
  'DueData',
  'FirstDueData',
  'ExtensionsData',
  'DischargeData',
  'ClosingData',
  'ExtensionAskedData',
  'MilestonesData',
  'LinksData',
  'RetainedFor',
  'OverrideData',
  'OriginData',
  'MarkingData',
  'LatestData',
] as const

export const ACTION_COLUMNS_WITH_COMMITS = [...ACTION_COLUMNS, 'Commits'] as const

export const UPDATE_COLUMNS = [
  'Title',
  'Key',
  'ActionKey',
  'Day',
  'Words',
  'NextStepData',
  'Outcome',
  'Event',
  'EventData',
  'Organisation',
  'Meeting',
  'Supersedes',
  'OnBehalfOf',
  'OnBehalfOfData',
] as const

export interface Parsed<Value> {
  /** Null: the row is none of ours, or can't be told from others. */
  readonly value: Value | null
  readonly problems: readonly RowProblem[]
}

/** One for all the actions that have none. */
const NONE: readonly never[] = []

/** @param memory of rows read before, for who reads very many */
export function parseAction(row: StoredRow, memory?: Memory): Parsed<Action> {
  const problems: RowProblem[] = []
  const cells = readCells(row, ACTIONS, problems, memory)
  const id = cells.text('Key')
  if (id === '') {
    cells.problem('Key', 'keyMissing')
    return { value: null, problems }
  }
  const reference = cells.text('Reference') || cells.text('Title')
  if (!parseReference(reference)) cells.problem('Reference', 'referenceInvalid')
  const due = cells.data('DueData', shapes.due)
  const action: Action = {
    id,
    reference,
    kind: cells.choice('Kind', KINDS, 'action'),
    details: cells.words('Details'),
    parts: cells.data('PartsData', shapes.parts) ?? NONE,
    owners: cells.data('OwnersData', shapes.owners) ?? NONE,
    due,
    firstDue: cells.data('FirstDueData', shapes.due),
    extensions: cells.data('ExtensionsData', shapes.extensions) ?? NONE,
    status: cells.choice('Status', STATUSES, 'open'),
    discharge: cells.data('DischargeData', shapes.discharge),
    closing: cells.data('ClosingData', shapes.closing),
    extensionAsked: cells.data('ExtensionAskedData', shapes.extensionAsked),
    milestones: cells.data('MilestonesData', shapes.milestones) ?? NONE,
    links: cells.data('LinksData', shapes.links) ?? NONE,
    retainedFor: cells.textOrNull('RetainedFor'),
    override: cells.data('OverrideData', shapes.override),
    origin: cells.data('OriginData', shapes.origin) ?? { kind: 'typed' },
    marking: cells.data('MarkingData', shapes.marking),
    latest: lean(cells.data('LatestData', shapes.latest), memory),
    updateCount: cells.number('UpdateCount'),
    version: row.version,
    createdBy: row.createdBy,
    createdAt: row.createdAt,
    modifiedAt: row.modifiedAt,
  }
  return { value: action, problems }
}

/** Next steps differ from row to row, their owners hardly. */
function lean(latest: Latest | null, memory: Memory | undefined): Latest | null {
  if (!latest?.next || !memory) return latest
  const { words, owners, due } = latest.next
  return { day: latest.day, outcome: latest.outcome, next: { words, owners: memory.value(owners), due } }
}

/** The columns for these fields of an action; fields that aren't given are left as they are. */
export function makeAction(fields: Partial<ActionContent>, names: Names): Values {
  const values: Record<string, string | number | null> = {}
  if (fields.id !== undefined) values['Key'] = fields.id
  if (fields.reference !== undefined) {
    values['Title'] = fields.reference
    values['Reference'] = fields.reference
  }
  if (fields.kind !== undefined) values['Kind'] = fields.kind
  if (fields.details !== undefined) values['Details'] = fields.details
  if (fields.status !== undefined) values['Status'] = fields.status
  if (fields.retainedFor !== undefined) values['RetainedFor'] = fields.retainedFor
  if (fields.updateCount !== undefined) values['UpdateCount'] = fields.updateCount
  if (fields.owners !== undefined) values['Owners'] = wordsOf(fields.owners, names) || null
  if (fields.due !== undefined) {
    values['Due'] = fields.due?.words ?? null
    values['DueDay'] = fields.due ? lastDayOf(fields.due, null) : null
  }
  if (fields.latest !== undefined) values['NextStep'] = fields.latest?.next?.words ?? null
  for (const [field, column] of DATA_COLUMNS) {
    if (fields[field] !== undefined) values[column] = makeData(fields[field])
  }
  return values
}

/** The whole row of a new action, which acknowledges the command that made it. */
export function makeActionRow(action: ActionContent, names: Names): KeyedValues {
  return { ...makeAction(action, names), Key: action.id, Commits: makeCommits([action.id]) }
}

export interface ParsedUpdate {
  readonly update: Update
  /** The command that wrote it: it counts once the action's row acknowledges that. */
  readonly command: CommandId
}

/** @param serviceAppId the application whose rows may say on whose behalf they were written */
export function parseUpdate(row: StoredRow, serviceAppId?: string): Parsed<ParsedUpdate> {
  const problems: RowProblem[] = []
  const cells = readCells(row, UPDATES, problems)
  const id = cells.text('Key')
  const action = cells.text('ActionKey')
  if (id === '' || action === '') {
    cells.problem(id === '' ? 'Key' : 'ActionKey', 'keyMissing')
    return { value: null, problems }
  }
  const day = cells.day('Day')
  if (cells.text('Day') === '') cells.problem('Day', 'dayInvalid')
  const byService = row.createdByApplication !== null && row.createdByApplication === serviceAppId
  const update: Update = {
    id,
    action,
    day: day ?? row.createdAt.slice(0, 10),
    text: cells.text('Words'),
    next: cells.data('NextStepData', shapes.nextStep),
    outcome: cells.choiceOrNull('Outcome', OUTCOMES),
    event: parseEvent(cells),
    organisation: cells.textOrNull('Organisation'),
    meeting: cells.textOrNull('Meeting'),
    supersedes: cells.textOrNull('Supersedes'),
    author: (byService ? cells.textOrNull('OnBehalfOf') : null) ?? row.createdBy,
    enteredAt: row.createdAt,
  }
  return { value: { update, command: id.replace(/\.\d+$/, '') }, problems }
}

/**
 * Who wrote a row of the history, by ids: SharePoint's own, or, in a row of the service, whom it wrote for. Null where
 * an application wrote by itself.
 *
 * @param tenantId the tenant whose site it is: everybody who writes there has an id in it
 */
export function writerOf(row: StoredRow, tenantId: string, serviceAppId: string): Person | null {
  if (row.createdById !== null) return { tenantId, objectId: row.createdById, name: row.createdBy }
  if (row.createdByApplication !== serviceAppId) return null
  return readCells(row, UPDATES, []).data('OnBehalfOfData', shapes.person)
}

/**
 * @param reference the action's, as a title for people
 * @param onBehalfOf whom the service writes for; null: whoever's token it is
 */
export function makeUpdate(
  update: UpdateContent,
  reference: string,
  names: Names,
  onBehalfOf: Person | null = null,
): KeyedValues {
  return {
    Key: update.id,
    Title: `${reference} ${update.day}`,
    ActionKey: update.action,
    Day: update.day,
    Words: update.text || null,
    NextStep: update.next ? nextStepWords(update.next, names) : null,
    NextStepData: makeData(update.next),
    Outcome: update.outcome,
    Event: update.event?.kind ?? null,
    EventData: makeData(update.event?.values ?? null),
    Organisation: update.organisation,
    Meeting: update.meeting,
    Supersedes: update.supersedes,
    ...(onBehalfOf ? { OnBehalfOf: onBehalfOf.name, OnBehalfOfData: makeData(onBehalfOf) } : {}),
  }
}

/** The commands that an action's row acknowledges, oldest first. */
export function parseCommits(row: StoredRow): string[] {
  return readCells(row, ACTIONS, []).lines('Commits')
}

export function makeCommits(commands: readonly CommandId[]): string {
  return commands.join('\n')
}

const DATA_COLUMNS = [
  ['owners', 'OwnersData'],
  ['parts', 'PartsData'],
  ['due', 'DueData'],
  ['firstDue', 'FirstDueData'],
  ['extensions', 'ExtensionsData'],
  ['discharge', 'DischargeData'],
  ['closing', 'ClosingData'],
  ['extensionAsked', 'ExtensionAskedData'],
  ['milestones', 'MilestonesData'],
  ['links', 'LinksData'],
  ['override', 'OverrideData'],
  ['origin', 'OriginData'],
  ['marking', 'MarkingData'],
  ['latest', 'LatestData'],
] as const

function nextStepWords(next: NextStep, names: Names): string {
  const owners = wordsOf(next.owners, names)
  return [next.words, owners === '' ? '' : `(${owners})`, next.due?.words ?? '']
    .filter((words) => words !== '')
    .join(' ')
}

function wordsOf(owners: readonly Owner[], names: Names): string {
  return owners.map((owner) => ownerWords(owner, names)).join('; ')
}

function parseEvent(cells: Cells): HistoryEvent | null {
  const kind = cells.choiceOrNull('Event', EVENT_KINDS)
  return kind && { kind, values: cells.data('EventData', shapes.eventValues) ?? {} }
}
