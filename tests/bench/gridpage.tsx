/**
 * One grid alone on a page, for grid.ts: `?grid=ours|fluent|datagrid&count=50000`. The others get the same texts in
 * the same columns, and filter as their own documentation does: rows that hold what is typed, and nothing else to do.
 */

import 'react-data-grid/lib/styles.css'
import {
  createTableColumn,
  DataGrid as FluentGrid,
  DataGridBody,
  DataGridCell,
  DataGridHeader,
  DataGridHeaderCell,
  DataGridRow,
  FluentProvider,
  Input,
} from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { DataGrid } from 'react-data-grid'
import type { ActionContent } from '../../src/domain/action.ts'
import { addDays } from '../../src/domain/day.ts'
import type { Snapshot } from '../../src/domain/snapshot.ts'
import { tellings } from '../../src/laptop/demonstration/telling.ts'
import { createHolding } from '../../src/sharepoint/work/holding.ts'
import { makeActionRow } from '../../src/sharepoint/work/rows.ts'
import { themeOf } from '../../src/tab/design/theme.ts'
import { createOutbox } from '../../src/tab/outbox/outbox.ts'
import { RegisterView } from '../../src/tab/register/RegisterView.tsx'
import { createRowMaker } from '../../src/tab/register/rows.ts'
import { WordsProvider } from '../../src/tab/words.tsx'
import { createWords } from '../../src/words/words.ts'
import { createMemoryRegister } from '../tab/memoryregister.ts'
import { UNTOUCHED } from '../domain/untouched.ts'

const TODAY = '2026-11-24'
const ME = { tenantId: 't', objectId: 'me', name: 'Me' }
const clock = { now: () => Date.now(), today: () => TODAY }
const asked = new URLSearchParams(location.search)

/** As many rows as SharePoint hands out at once. */
const PAGE = 2000

const COLUMNS = ['status', 'reference', 'details', 'next', 'owners', 'due', 'updated'] as const
type Texts = Readonly<Record<(typeof COLUMNS)[number] | 'id' | 'text', string>>

function aSnapshot(count: number): Snapshot {
  const telling = tellings(TODAY)[0]
  if (!telling) throw new Error('the demonstration has no group')
  const owners = telling.organisations.map((each) => each.key)
  const names = { organisations: new Map(telling.organisations.map((each) => [each.key, each])), posts: new Map() }
  // As read from the store, in pages: what the register really holds of each.
  const holding = createHolding()
  const at = { createdBy: 'Somebody', createdById: null, createdByApplication: null, modifiedAt: `${TODAY}T10:00:00Z` }
  for (let from = 0; from < count; from += PAGE) {
    const page = Array.from({ length: Math.min(PAGE, count - from) }, (_, index) => ({
      ...at,
      id: String(from + index + 1),
      version: `"${from + index},2"`,
      createdAt: `${addDays(TODAY, -(((from + index) * 11) % 200) - 30)}T10:00:00Z`,
      fields: makeActionRow(anAction(from + index, owners), names),
    }))
    holding.put(JSON.parse(JSON.stringify(page)) as typeof page)
  }
  return {
    group: telling.group,
    organisations: new Map(telling.organisations.map((each) => [each.key, each])),
    posts: new Map(telling.posts.map((each) => [each.key, each])),
    meetings: new Map(telling.meetings.map((each) => [each.key, each])),
    views: new Map(),
    actions: holding.actions(),
  }
}

/** What is typed a letter at a time finds four, three, two fifths of them … and stands in no other word. */
const WORD = 'zkqjx'
const VERBS = ['Circulate', 'Review', 'Ask each force for', 'Bring back', 'Write up', 'Share', 'Find an owner for']
const THINGS = [
  'the debrief form',
  'return home interviews',
  'the problem profile',
  'the list of premises',
  'its process',
]

function anAction(index: number, owners: readonly string[]): ActionContent {
  const part = (list: readonly string[], turn: number): string => list[(index * 7 + turn) % list.length] ?? ''
  const due = addDays(TODAY, ((index * 37) % 500) - 120)
  const owner = { organisation: part(owners, 0) }
  const mark = WORD.slice(0, index % 6)
  return {
    ...UNTOUCHED,
    id: `action-${index}`,
    reference: `${(index % 900) + 1}/${String(10 + (Math.floor(index / 900) % 17)).padStart(2, '0')}`,
    kind: index % 9 === 0 ? 'recommendation' : 'action',
    details: `${part(VERBS, 1)} ${part(THINGS, 2)} and ${part(THINGS, 3)}, so that all forces do it alike; matter ${index} ${mark}`,
    owners: index % 4 === 0 ? [owner, { organisation: part(owners, 1) }] : [owner],
    due: { kind: 'day', day: due, words: due },
    firstDue: { kind: 'day', day: due, words: due },
    status: index % 50 === 1 ? 'dischargeProposed' : 'open',
    latest: {
      day: addDays(TODAY, -((index * 11) % 200)),
      outcome: 'next',
      next: { words: `${part(VERBS, 4)} ${part(THINGS, 5)} for ${index}`, owners: [owner], due: null },
    },
    updateCount: 2,
  }
}

function Ours({ snapshot }: { readonly snapshot: Snapshot }) {
  const [register] = useState(() =>
    createOutbox(createMemoryRegister(snapshot, ME, TODAY), { clock, as: () => 'member', storage: sessionStorage }),
  )
  const [open, setOpen] = useState<string | null>(null)
  return (
    <RegisterView
      register={register}
      clock={clock}
      roles={[]}
      openAction={open}
      onOpenAction={setOpen}
      onImport={() => {}}
    />
  )
}

function textsOf(snapshot: Snapshot): readonly Texts[] {
  return createRowMaker(
    createWords('en'),
    TODAY,
    ME,
  )(snapshot).rows.map((row) => ({
    id: row.action.id,
    status: row.colour,
    reference: row.action.reference,
    details: row.action.details,
    next: row.next,
    owners: row.owners,
    due: row.due,
    updated: row.updated,
    text: `${row.action.reference} ${row.action.details} ${row.next} ${row.owners}`.toLowerCase(),
  }))
}

function Other({ texts, fluent }: { readonly texts: readonly Texts[]; readonly fluent: boolean }) {
  const [query, setQuery] = useState('')
  const rows = useMemo(() => texts.filter(({ text }) => text.includes(query.toLowerCase())), [texts, query])
  return (
    <div style={{ height: '100%', display: 'flex', flexDirection: 'column' }}>
      <Input type="search" value={query} onChange={(_, { value }) => setQuery(value)} />
      <div style={{ flexGrow: 1, minHeight: 0, overflow: 'auto' }}>
        {fluent ? <Fluent rows={rows} /> : <Plain rows={rows} />}
      </div>
    </div>
  )
}

const fluentColumns = COLUMNS.map((columnId) =>
  createTableColumn<Texts>({
    columnId,
    compare: (a, b) => a[columnId].localeCompare(b[columnId]),
    renderHeaderCell: () => columnId,
    renderCell: (row) => row[columnId],
  }),
)

function Fluent({ rows }: { readonly rows: readonly Texts[] }) {
  return (
    <FluentGrid items={[...rows]} columns={fluentColumns} sortable getRowId={(row: Texts) => row.id}>
      <DataGridHeader>
        <DataGridRow>
          {({ renderHeaderCell }) => <DataGridHeaderCell>{renderHeaderCell()}</DataGridHeaderCell>}
        </DataGridRow>
      </DataGridHeader>
      <DataGridBody<Texts>>
        {({ item, rowId }) => (
          <DataGridRow<Texts> key={rowId}>
            {({ renderCell }) => <DataGridCell>{renderCell(item)}</DataGridCell>}
          </DataGridRow>
        )}
      </DataGridBody>
    </FluentGrid>
  )
}

/** As wide as ours, so that all of them are drawn. */
const plainColumns = COLUMNS.map((key) => ({
  key,
  name: key,
  sortable: true,
  width: key === 'details' ? '5fr' : key === 'next' ? '3fr' : 110,
}))

function Plain({ rows }: { readonly rows: readonly Texts[] }) {
  return (
    <DataGrid columns={plainColumns} rows={rows} rowKeyGetter={(row: Texts) => row.id} style={{ height: '100%' }} />
  )
}

const snapshot = aSnapshot(Number(asked.get('count')))
const grid = asked.get('grid')
const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <FluentProvider theme={themeOf('default')} style={{ height: '100dvh' }}>
      <WordsProvider language="en">
        <main style={{ height: '100%' }}>
          {grid === 'ours' ? (
            <Ours snapshot={snapshot} />
          ) : (
            <Other texts={textsOf(snapshot)} fluent={grid === 'fluent'} />
          )}
        </main>
      </WordsProvider>
    </FluentProvider>,
  )
}
