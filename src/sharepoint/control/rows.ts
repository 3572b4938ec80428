/** The directory, appointments and decisions as rows of Control's lists, both ways. Pure. */

import * as v from 'valibot'
import type { Discharge, GrantedExtension } from '../../domain/action.ts'
import type { Appointment } from '../../domain/appointment.ts'
import { isDay, type Day } from '../../domain/day.ts'
import { MARKINGS, ROLES, SWITCHED_ROOMS, type Group, type Person, type SwitchedRoom } from '../../domain/group.ts'
import type { PostPlan } from '../../domain/peoplechange.ts'
import { VERDICTS, type Verdict } from '../../domain/record.ts'
import { APPOINTMENTS, DECISIONS, GROUPS } from '../controllists.ts'
import type { List } from '../lists.ts'
import type { StoredRow } from '../table.ts'
import { makeData, readCells, type Cells, type RowProblem } from '../work/cells.ts'
import type { KeyedValues } from '../work/rows.ts'
import { discharge, grantedExtension, person } from '../work/shapes.ts'

/** A group as the directory knows it. */
export interface DirectoryEntry {
  readonly key: string
  readonly name: string
  readonly nameWelsh?: string
  readonly marking: Group['marking']
  /** Switched on in its channel; left out: none. */
  readonly rooms?: readonly SwitchedRoom[]
  readonly siteId: string
  readonly teamId: string
  readonly channelId: string
  /** The command that made the group. */
  readonly commandId: string
}

/** A decision by one person on one exact state of a subject. */
export interface Decision {
  readonly id: string
  /** What was decided: `import`, `discharge`, `extension`. */
  readonly kind: string
  readonly group: string
  /** Key of what was decided on. */
  readonly subject: string
  /** Hash of the exact state. */
  readonly hash: string
  readonly by: Person
  /** ISO instant. */
  readonly at: string
  readonly words: string
  readonly verdict: Verdict
  /** Null: nobody asked for it (an import that its coordinator confirms). */
  readonly asked: { readonly by: Person | null; readonly on: Day; readonly command: string } | null
  /** What an approval makes of the action; null: nothing of its own. */
  readonly outcome:
    | { readonly discharge: Discharge }
    | { readonly extension: GrantedExtension }
    | PostOutcome
    | ListOutcome
    | null
}

/** What the chair said of each thing on a meeting's list. */
export interface ListOutcome {
  readonly list: readonly {
    readonly subject: string
    readonly hash: string
    readonly verdict: 'approved' | 'refused'
  }[]
}

/** What a change of a post makes of its appointments. */
export interface PostOutcome {
  readonly post: PostPlan & {
    /** Of a post that is new, and of one whose outside lead changes; null: as it was. */
    readonly title: string | null
    readonly lead: string | null
  }
}

const day = v.pipe(v.string(), v.check(isDay))

const askedShape: v.GenericSchema<unknown, NonNullable<Decision['asked']>> = v.object({
  by: v.nullable(person),
  on: day,
  command: v.string(),
})

const outcomeShape: v.GenericSchema<unknown, NonNullable<Decision['outcome']>> = v.union([
  v.strictObject({ discharge }),
  v.strictObject({ extension: grantedExtension }),
  v.strictObject({
    list: v.array(
      v.strictObject({ subject: v.string(), hash: v.string(), verdict: v.picklist(['approved', 'refused']) }),
    ),
  }),
  v.strictObject({
    post: v.strictObject({
      appointments: v.array(
        v.strictObject({
          key: v.string(),
          group: v.string(),
          post: v.string(),
          organisation: v.string(),
          role: v.picklist(ROLES),
          holder: v.nullable(person),
          deputy: v.nullable(person),
          from: v.nullable(day),
          to: v.nullable(day),
        }),
      ),
      handOver: v.nullable(
        v.strictObject({ appointment: v.string(), day, from: v.nullable(person), to: v.nullable(person) }),
      ),
      title: v.nullable(v.string()),
      lead: v.nullable(v.string()),
    }),
  }),
])

export const GROUP_COLUMNS = columns(GROUPS)
export const APPOINTMENT_COLUMNS = columns(APPOINTMENTS)
export const DECISION_COLUMNS = columns(DECISIONS)

/** Null, with its problem noted, where a row can't be read: nobody gets a right from half a row. */
export function parseEntry(row: StoredRow, problems: RowProblem[]): DirectoryEntry | null {
  const found: RowProblem[] = []
  const cells = readCells(row, GROUPS, found)
  const nameWelsh = cells.text('NameWelsh')
  const handling = cells.text('Handling')
  const rooms = SWITCHED_ROOMS.filter((room) => cells.text('Rooms').split(' ').includes(room))
  const entry: DirectoryEntry = {
    key: cells.words('Key'),
    name: cells.words('Title'),
    ...(nameWelsh === '' ? {} : { nameWelsh }),
    marking: {
      level: cells.choice('Marking', MARKINGS, 'OFFICIAL-SENSITIVE'),
      ...(handling === '' ? {} : { handling }),
    },
    ...(rooms.length === 0 ? {} : { rooms }),
    siteId: cells.words('SiteId'),
    teamId: cells.words('TeamId'),
    channelId: cells.words('ChannelId'),
    commandId: cells.text('CommandId'),
  }
  return whole(entry, found, problems)
}

export function makeEntry(entry: DirectoryEntry): KeyedValues {
  return {
    Key: entry.key,
    Title: entry.name,
    NameWelsh: entry.nameWelsh ?? null,
    Marking: entry.marking.level,
    Handling: entry.marking.handling ?? null,
    Rooms: entry.rooms?.join(' ') ?? null,
    SiteId: entry.siteId,
    TeamId: entry.teamId,
    ChannelId: entry.channelId,
    CommandId: entry.commandId,
  }
}

export function parseAppointment(row: StoredRow, problems: RowProblem[]): Appointment | null {
  const found: RowProblem[] = []
  const cells = readCells(row, APPOINTMENTS, found)
  const appointment: Appointment = {
    key: cells.words('Key'),
    group: cells.words('GroupKey'),
    post: cells.words('PostKey'),
    organisation: cells.text('Organisation'),
    role: cells.choice('Role', ROLES, 'spoc'),
    holder: parsePerson(cells, 'TenantId', 'ObjectId', 'PersonName'),
    deputy: parsePerson(cells, 'DeputyTenantId', 'DeputyObjectId', 'DeputyName'),
    from: cells.day('FromDay'),
    to: cells.day('ToDay'),
  }
  return whole(appointment, found, problems)
}

export function makeAppointment(appointment: Appointment): KeyedValues {
  const { holder, deputy } = appointment
  return {
    Key: appointment.key,
    Title: `${appointment.group} ${appointment.post}`,
    GroupKey: appointment.group,
    PostKey: appointment.post,
    Organisation: appointment.organisation || null,
    Role: appointment.role,
    TenantId: holder?.tenantId ?? null,
    ObjectId: holder?.objectId ?? null,
    PersonName: holder?.name ?? null,
    DeputyTenantId: deputy?.tenantId ?? null,
    DeputyObjectId: deputy?.objectId ?? null,
    DeputyName: deputy?.name ?? null,
    FromDay: appointment.from,
    ToDay: appointment.to,
  }
}

export function parseDecision(row: StoredRow, problems: RowProblem[]): Decision | null {
  const found: RowProblem[] = []
  const cells = readCells(row, DECISIONS, found)
  const by = cells.data('ByData', person)
  if (!by && found.length === 0) cells.problem('ByData', 'dataBroken')
  const decision = {
    id: cells.words('Key'),
    kind: cells.words('Kind'),
    group: cells.words('GroupKey'),
    subject: cells.words('Subject'),
    hash: cells.words('Hash'),
    at: cells.words('At'),
    words: cells.text('Words'),
    verdict: cells.choiceOrNull('Verdict', VERDICTS) ?? 'approved',
    asked: cells.data('AskedData', askedShape),
    outcome: cells.data('OutcomeData', outcomeShape),
  }
  return by && whole({ ...decision, by }, found, problems)
}

export function makeDecision(decision: Decision): KeyedValues {
  return {
    Key: decision.id,
    Title: `${decision.kind} ${decision.group}`,
    Kind: decision.kind,
    GroupKey: decision.group,
    Subject: decision.subject,
    Hash: decision.hash,
    ByData: makeData(decision.by),
    At: decision.at,
    Words: decision.words || null,
    Verdict: decision.verdict,
    AskedData: makeData(decision.asked),
    OutcomeData: makeData(decision.outcome),
  }
}

function columns(list: List): readonly string[] {
  return ['Title', ...list.columns.map((column) => column.name)]
}

function parsePerson(cells: Cells, tenant: string, object: string, name: string): Person | null {
  const [tenantId, objectId] = [cells.text(tenant), cells.text(object)]
  return tenantId === '' || objectId === '' ? null : { tenantId, objectId, name: cells.text(name) }
}

function whole<Value>(value: Value, found: readonly RowProblem[], problems: RowProblem[]): Value | null {
  problems.push(...found)
  return found.length === 0 ? value : null
}
