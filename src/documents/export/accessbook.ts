/**
 * The access register as an Excel workbook: who stands how on its day, a row each, and on a second sheet everything that
 * had happened to them. What the file has, the service put on record as disclosed before it was made.
 */

import type { AccessStanding } from '../../domain/access.ts'
import type { Day } from '../../domain/day.ts'
import type { Words } from '../../words/words.ts'
import { cellText, makeParagraphs } from './cell.ts'
import { makeBook, type Sheet, type Value } from './sheets.ts'

export interface AccessRow {
  readonly resource: string
  readonly person: string
  readonly organisation: string
  readonly team: string
  readonly standing: AccessStanding
  readonly since: Day
  /** Why it stands so; empty where the standing says it all. */
  readonly why: string
  readonly reason: string
  readonly trained: Day | null
  readonly nominated: string
  readonly approver: string
  readonly assetOwner: string
  readonly account: string
  readonly runsOut: Day | null
  readonly history: readonly { readonly day: Day; readonly what: string; readonly by: string; readonly words: string }[]
}

export interface AccessBookOptions {
  readonly title: string
  readonly rows: readonly AccessRow[]
  /** The day that it stands on. */
  readonly day: Day
  readonly marking: string
  readonly words: Words
}

const [SHORT, MIDDLE, LONG] = [16, 26, 48]

const STANDING_COLUMNS = [
  ['person', MIDDLE],
  ['organisation', MIDDLE],
  ['team', SHORT],
  ['resource', MIDDLE],
  ['standing', MIDDLE],
  ['since', SHORT],
  ['why', LONG],
  ['reason', LONG],
  ['trained', SHORT],
  ['nominated', MIDDLE],
  ['approver', MIDDLE],
  ['assetOwner', MIDDLE],
  ['account', SHORT],
  ['runsOut', SHORT],
] as const

const HISTORY_COLUMNS = [
  ['person', MIDDLE],
  ['organisation', MIDDLE],
  ['day', SHORT],
  ['what', LONG],
  ['by', MIDDLE],
  ['words', LONG],
] as const

export function makeAccessBook({ title, rows, day, marking, words }: AccessBookOptions): Uint8Array {
  const named = [title, words.day(day)].join(' · ')
  const columns = (of: typeof STANDING_COLUMNS | typeof HISTORY_COLUMNS): Sheet['columns'] =>
    of.map(([key, width]) => ({ heading: words.say(`access.column.${key}`), width }))
  const plain = (text: string): string => cellText(makeParagraphs(text, words))
  const dayOf = (each: Day | null): Value => each && words.day(each)
  const standing = rows.map((row): Value[] => [
    row.person,
    row.organisation,
    row.team,
    row.resource,
    words.say(`access.standing.${row.standing}`),
    dayOf(row.since),
    row.why,
    plain(row.reason),
    dayOf(row.trained),
    row.nominated,
    row.approver,
    row.assetOwner,
    row.account,
    dayOf(row.runsOut),
  ])
  const history = rows.flatMap(({ person, organisation, history: events }) =>
    events.map((event): Value[] => [person, organisation, dayOf(event.day), event.what, event.by, plain(event.words)]),
  )
  const sheets = [
    { name: words.say('access.title'), title: named, columns: columns(STANDING_COLUMNS), rows: standing, totals: 0 },
    { name: words.say('access.history'), title: named, columns: columns(HISTORY_COLUMNS), rows: history, totals: 0 },
  ]
  return makeBook({ title: named, sheets, marking, words })
}
