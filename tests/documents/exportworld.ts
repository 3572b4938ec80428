/** Registers as a group has them, made by the rules themselves, and what is the same of two of them. */

import fc from 'fast-check'
import type { Action, Update } from '../../src/domain/action.ts'
import type { Command, CommandId } from '../../src/domain/command.ts'
import { decide } from '../../src/domain/decide.ts'
import { parseDueWords } from '../../src/domain/duewords.ts'
import type { Organisation, Person, Post } from '../../src/domain/group.ts'
import { makeWithheld } from '../../src/domain/passage.ts'
import type { Snapshot } from '../../src/domain/snapshot.ts'
import { makeCommands } from '../../src/documents/commands.ts'
import type { Tracker } from '../../src/documents/export/table.ts'
import { cellText } from '../../src/documents/export/cell.ts'
import type { Table } from '../../src/documents/table.ts'
import { proposeImport, type ImportProposal } from '../../src/documents/tracker.ts'
import type { Words } from '../../src/words/words.ts'

export const TODAY = '2026-11-24'
export const COORDINATOR: Person = { tenantId: 't', objectId: 'c', name: 'Casey Penhaligon' }

const organisation = (key: string, name: string, shortName: string): Organisation => ({
  key,
  name,
  shortName,
  aliases: [],
  kind: 'force',
  nation: 'England',
  region: 'Shires',
})

export const ORGANISATIONS = [
  organisation('north-mercia', 'North Mercia', 'NMP'),
  organisation('severn-vale', 'Severn Vale', 'SVP'),
  organisation('taff-vale', 'Dyffryn Taf', 'DTP'),
  organisation('wms-rocu', 'West Midland Shires ROCU', 'ROCUWMS'),
]

export const POST: Post = {
  key: 'spoc-north',
  title: 'CSE SPOC, North Mercia',
  organisation: 'north-mercia',
  role: 'spoc',
  holder: COORDINATOR,
  deputy: null,
  from: null,
  to: null,
}

export const EMPTY: Snapshot = {
  group: {
    key: 'csae-sgg',
    name: 'CSAE SGG',
    nameWelsh: 'Grŵp Llywodraethu CSAE',
    marking: { level: 'OFFICIAL', handling: 'Group members only' },
    lateBy: 'current',
  },
  organisations: new Map(ORGANISATIONS.map((each) => [each.key, each])),
  posts: new Map([[POST.key, POST]]),
  meetings: new Map([['2026-12', { key: '2026-12', day: '2026-12-10', title: 'December', status: 'planned' }]]),
  views: new Map(),
  actions: new Map(),
}

export interface Held {
  readonly snapshot: Snapshot
  /** Newest first. */
  readonly histories: ReadonlyMap<string, readonly Update[]>
}

export const NOTHING: Held = { snapshot: EMPTY, histories: new Map() }

/** Carries commands out as a store would; throws when the rules refuse one. */
export function carryOut(held: Held, commands: readonly Command[], day = TODAY): Held {
  const histories = new Map(held.histories)
  const actions = new Map(held.snapshot.actions)
  const snapshot = { ...held.snapshot, actions }
  for (const command of commands) {
    const decided = decide(command, snapshot, { actor: COORDINATOR, today: day, as: 'service' })
    if (!decided.ok) throw new Error(`${command.kind}: ${JSON.stringify(decided.error)}`)
    for (const change of decided.value) {
      if (change.kind === 'createAction') {
        actions.set(change.action.id, { ...change.action, version: '1', createdBy: '', createdAt: '', modifiedAt: '' })
      } else if (change.kind === 'setAction') {
        actions.set(change.action, { ...(actions.get(change.action) as Action), ...change.fields })
      } else if (change.kind === 'appendUpdate') {
        const { update } = change
        const entry = { ...update, author: COORDINATOR.name, enteredAt: '' }
        const later = (each: Update): boolean => each.day > entry.day
        const known = histories.get(update.action) ?? []
        histories.set(update.action, [...known.filter(later), entry, ...known.filter((each) => !later(each))])
      }
    }
  }
  return { snapshot, histories }
}

export function idAt(prefix: string): (index: number) => CommandId {
  return (index) => `${prefix}-${String(index).padStart(8, '0')}`
}

/** The very cells, as a reader that loses nothing would give them. */
export function gridOf(tracker: Tracker): Table {
  const rows = [
    tracker.columns.map(({ heading }) => heading),
    ...tracker.rows.map((row) => tracker.columns.map(({ column }) => cellText(row.cells[column]))),
  ]
  return {
    sheet: null,
    caption: [],
    rows: rows.map((cells, index) => ({ row: index + 1, cells: cells.map((text) => ({ text })) })),
  }
}

export function propose(tables: readonly Table[], words: Words): ImportProposal {
  return proposeImport(tables, { words, today: TODAY })
}

/** The register that an import makes of an empty one. */
export function bringIn(tables: readonly Table[], words: Words): Held {
  const commands = makeCommands(propose(tables, words).actions, {
    batch: 'b',
    document: 'tracker',
    organisations: ORGANISATIONS,
    posts: [POST],
    makeId: idAt('in'),
  })
  return carryOut(NOTHING, commands)
}

/** What must come back: everything that a tracker has a place for. A due is what it means, however it is written. */
export function substanceOf({ snapshot, histories }: Held): object[] {
  const due = (each: Action['due']): object | null => each && { ...each, words: '' }
  return [...snapshot.actions.values()].map((action) => ({
    reference: action.reference,
    details: action.details,
    parts: action.parts.map((part) => ({ ...part, due: due(part.due) })),
    owners: action.owners,
    due: due(action.due),
    status: action.status,
    marking: action.marking,
    updates: (histories.get(action.id) ?? []).map(({ day, text, next, outcome }) => ({
      day,
      text,
      next: next && { ...next, due: due(next.due) },
      outcome,
    })),
  }))
}

const WORD = fc.constantFrom(
  ...'Forces to share their return with the regional group and circulate guidance before it is agreed; then (see 4/19) £20 & “safe online” =SUM -1 +44 @home ŵyr'.split(
    ' ',
  ),
)
const PHRASE = fc
  .array(WORD, { minLength: 2, maxLength: 9 })
  .map((each) => `${['Draft', 'Review', '=cmd', '- Note'][each.length % 4]} ${each.join(' ').replace(/;$/u, '')}`)
const WITHHELD = fc.constantFrom('Sensitive and irrelevant', '[redacted]', '█████', 'name of a child', 'Enw plentyn')
const PASSAGE = fc.oneof(
  { weight: 6, arbitrary: PHRASE },
  { weight: 1, arbitrary: fc.tuple(PHRASE, WITHHELD).map(([before, words]) => `${before} ${makeWithheld(words)}`) },
)
/** One paragraph or several; perhaps withheld. */
const TEXT = fc.oneof(
  { weight: 8, arbitrary: PASSAGE },
  { weight: 2, arbitrary: fc.array(PASSAGE, { minLength: 2, maxLength: 3 }).map((lines) => lines.join('\n')) },
  { weight: 1, arbitrary: fc.constant(makeWithheld('Sensitive and irrelevant')) },
)
const PAST = fc.date({ min: new Date('2017-01-01'), max: new Date('2026-11-24'), noInvalidDate: true })
const DAY = PAST.map((date) => date.toISOString().slice(0, 10))
const DUE = fc.option(
  fc
    .tuple(
      fc.constantFrom(
        '5 March 2027',
        '5/3',
        'next meeting',
        'end of February 2027',
        'within 6 weeks of 5 March 2026',
        'in 3 months',
        'Q2 2027',
        'until TDGs are formed',
        'Immediate',
        'June 2027 (subject to review)',
        'in two weeks, subject to review',
        'diwedd Mawrth 2027',
      ),
      DAY,
    )
    .map(([words, day]) => parseDueWords(words, day)),
)
const OWNER = fc.oneof(
  fc.constantFrom(...ORGANISATIONS.map(({ key }) => ({ organisation: key }))),
  fc.constant({ post: POST.key }),
  fc.constantFrom({ name: 'Kim Hale' }, { name: 'Ada Vaughan' }, { name: '=HYPERLINK("x")' }, { name: 'All forces' }),
)
const OWNERS = fc.uniqueArray(OWNER, { maxLength: 3, selector: (owner) => JSON.stringify(owner) })
const STEP = fc.record({ words: PASSAGE, owners: OWNERS, due: DUE })
const UPDATE = fc.oneof(
  fc.record({ day: DAY, text: TEXT, next: fc.constant(null), outcome: fc.constant(null) }),
  fc.record({
    day: DAY,
    text: fc.oneof(TEXT, fc.constant('')),
    next: STEP,
    outcome: fc.constantFrom('next', 'retain'),
  }),
  fc.record({ day: DAY, text: TEXT, next: fc.constant(null), outcome: fc.constant('discharge') }),
  fc.record({
    day: DAY,
    text: TEXT,
    next: fc.constantFrom('To retain for next SGG', 'Keep').map((words) => ({ words, owners: [], due: null })),
    outcome: fc.constant('retain'),
  }),
) as fc.Arbitrary<{ day: string; text: string; next: Update['next']; outcome: Update['outcome'] }>
const PARTS = fc
  .tuple(
    fc.constantFrom(['a', 'b', 'c', 'd'], ['1', '2', '3'], ['a'], ['b', 'd'], ['i', 'ii', 'iii']),
    fc.array(
      fc.record({ details: TEXT, owners: OWNERS, due: DUE, status: fc.constantFrom('open' as const, 'done' as const) }),
      { maxLength: 4 },
    ),
  )
  .map(([letters, parts]) =>
    parts.slice(0, letters.length).map((part, index) => ({ ...part, letter: letters[index] as string })),
  )
const MARKING = fc.constantFrom(null, null, null, { level: 'OFFICIAL-SENSITIVE' as const, handling: 'Chair only' })

/** Registers that trackers were brought into, in any state that a document can say. */
export const REGISTER: fc.Arbitrary<Held> = fc
  .array(
    fc.record({
      details: TEXT,
      parts: PARTS,
      owners: OWNERS,
      due: DUE,
      marking: MARKING,
      status: fc.constantFrom('open', 'open', 'dischargeProposed', 'discharged', 'closed'),
      updates: fc.array(UPDATE, { maxLength: 4 }),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((actions) =>
    carryOut(
      NOTHING,
      actions.map(({ status, updates, ...action }, index) => ({
        ...action,
        kind: 'addAction',
        id: idAt('gen')(index),
        actionKind: 'action',
        origin: { kind: 'document', words: 'tracker' },
        imported: { reference: `${index + 1}/26`, status: consistent(status, updates), updates },
      })),
    ),
  )

/** A document whose history ends in a discharge is of something discharged, or closed. */
function consistent(status: Action['status'], updates: readonly { day: string; outcome: Update['outcome'] }[]) {
  const last = updates.reduce<(typeof updates)[number] | null>(
    (latest, each) => (latest && latest.day > each.day ? latest : each),
    null,
  )
  return last?.outcome === 'discharge' && status !== 'closed' ? 'discharged' : status
}
