/**
 * The audit as a file among the person's downloads: what was looked for as Excel or CSV, or the chain itself. Loaded when
 * one is asked for. The service puts each part on record as a disclosure before it hands it out.
 */

import { auditEndpoints, type AuditEntryTold, type AuditFilter } from '../../contract/audit.ts'
import { makeCsv } from '../../documents/export/csv.ts'
import { makeBook, type Value } from '../../documents/export/sheets.ts'
import type { Day } from '../../domain/day.ts'
import type { Words } from '../../words/words.ts'
import { download } from '../exporting/making.ts'
import type { Session } from '../session.ts'
import { valueOf } from '../shell/fault.ts'
import { momentOf, namesIn, operationWords, toWords, whoWords, type Names } from './entrywords.ts'

export const EXPORT_FORMATS = ['excel', 'csv', 'chain'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

export interface SaveAuditOptions {
  readonly session: Pick<Session, 'api'>
  readonly group: string
  readonly groupName: string
  readonly marking: string
  readonly filter: AuditFilter
  readonly format: ExportFormat
  readonly today: Day
  readonly words: Words
  /** So many have come. */
  readonly onCount: (count: number) => void
}

/** How many entries it holds. Throws where the service doesn't answer, or won't. */
export async function saveAudit(options: SaveAuditOptions): Promise<number> {
  return options.format === 'chain' ? saveChain(options) : saveTable(options)
}

async function saveChain({ session, group, today, onCount }: SaveAuditOptions): Promise<number> {
  const lines: string[] = []
  for (let after: number | null = 0; after !== null;) {
    const part: { readonly lines: readonly string[]; readonly after: number | null } = valueOf(
      await session.api.ask(auditEndpoints.auditChain, { key: group }, { after }),
    )
    for (const line of part.lines) lines.push(`${line}\n`)
    after = part.after
    onCount(lines.length)
  }
  download(new Blob(lines, { type: 'application/x-ndjson' }), `${group}-audit-${today}.jsonl`)
  return lines.length
}

const COLUMNS = [
  ['place', 8],
  ['day', 18],
  ['time', 8],
  ['person', 26],
  ['personId', 38],
  ['event', 16],
  ['operation', 38],
  ['subject', 48],
  ['reference', 12],
  ['ids', 60],
  ['to', 26],
  ['state', 16],
] as const

async function saveTable(options: SaveAuditOptions): Promise<number> {
  const { session, group, groupName, marking, filter, format, today, words, onCount } = options
  const rows: Value[][] = []
  for (let after: number | null = 0; after !== null;) {
    const part: { entries: AuditEntryTold[]; names: { person: string; name: string }[]; after: number | null } =
      valueOf(await session.api.ask(auditEndpoints.auditExport, { key: group }, { ...filter, after }))
    const names = namesIn([part])
    rows.push(...part.entries.map((entry) => rowOf(entry, names, words)))
    after = part.after
    onCount(rows.length)
  }
  const title = [words.say('audit.export.title', { group: groupName }), words.day(today)].join(' · ')
  const columns = COLUMNS.map(([key, width]) => ({ heading: words.say(`audit.column.${key}`), width }))
  const name = `${group}-audit-${today}`
  if (format === 'csv') {
    const table = [[title, marking], columns.map(({ heading }) => heading), ...rows]
    download(new Blob([new Uint8Array(makeCsv(table))], { type: 'text/csv' }), `${name}.csv`)
    return rows.length
  }
  const sheet = { name: words.say('audit.title'), title: [title, marking].join(' · '), columns, rows, totals: 0 }
  const bytes = makeBook({ title, sheets: [sheet], marking, words })
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  download(new Blob([new Uint8Array(bytes)], { type }), `${name}.xlsx`)
  return rows.length
}

function rowOf(entry: AuditEntryTold, names: Names, words: Words): Value[] {
  const { day, time } = momentOf(entry.at)
  return [
    entry.sequence,
    words.day(day),
    time,
    whoWords(entry.person, names, words),
    entry.person,
    words.say(`audit.event.${entry.event}`),
    operationWords(entry.operation, words),
    entry.subject,
    entry.reference,
    entry.ids.join('\n'),
    entry.to && toWords(entry.to, names, words),
    words.say(`audit.state.${entry.state}`),
  ]
}
