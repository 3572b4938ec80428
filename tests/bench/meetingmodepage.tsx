/**
 * The register, or a meeting that is being held, alone on a page with as many open actions as asked, for meetingmode.ts:
 * `?view=meeting|register&count=500`. Both are the whole thing over a store in memory.
 */

import { FluentProvider } from '@fluentui/react-components'
import { Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import type { Action } from '../../src/domain/action.ts'
import { addDays } from '../../src/domain/day.ts'
import type { AgendaItem } from '../../src/domain/meetingagenda.ts'
import type { MeetingContent } from '../../src/domain/meeting.ts'
import type { Snapshot } from '../../src/domain/snapshot.ts'
import { csaeGroup, person } from '../../src/laptop/demonstration/groups.ts'
import { loadKind, type CollectionName } from '../../src/sharepoint/work/collections.ts'
import { themeOf } from '../../src/tab/design/theme.ts'
import { MeetingsPage } from '../../src/tab/meetings/MeetingsPage.tsx'
import { createKeeping } from '../../src/tab/outbox/keeping.ts'
import { createOutbox } from '../../src/tab/outbox/outbox.ts'
import { RegisterView } from '../../src/tab/register/RegisterView.tsx'
import type { RoomProps } from '../../src/tab/shell/room.ts'
import { LaterWords, WordsProvider } from '../../src/tab/words.tsx'
import { UNTOUCHED } from '../domain/untouched.ts'
import { createMemoryCollection } from '../tab/memorycollection.ts'
import { createMemoryRegister } from '../tab/memoryregister.ts'

const TODAY = '2026-11-24'
const KEY = 'meeting-held'
const clock = { now: () => Date.now(), today: () => TODAY }
const asked = new URLSearchParams(location.search)
const me = person('coordinator')
const group = csaeGroup(TODAY)
const owners = group.organisations.map(({ key }) => ({ organisation: key }))

function anAction(index: number): Action {
  const due = addDays(TODAY, ((index * 37) % 300) - 200)
  return {
    ...UNTOUCHED,
    id: `action-${String(index).padStart(8, '0')}`,
    reference: `${(index % 400) + 1}/${20 + Math.floor(index / 400)}`,
    kind: 'action',
    details: `Each force to write up how it finds what matter ${index} is about, so that all do it alike ${'zkqjx'.slice(0, index % 6)}`,
    owners: [owners[index % owners.length] ?? { name: 'Nobody' }],
    due: { kind: 'day', day: due, words: due },
    firstDue: { kind: 'day', day: due, words: due },
    status: 'open',
    latest: { day: addDays(TODAY, -90), outcome: 'next', next: { words: 'Bring it back', owners: [], due: null } },
    updateCount: 1,
    version: `"${index},1"`,
    createdBy: 'Somebody',
    createdAt: `${TODAY}T10:00:00Z`,
    modifiedAt: `${TODAY}T10:00:00Z`,
  }
}

const meeting: MeetingContent = {
  key: KEY,
  day: TODAY,
  title: 'Meeting',
  status: 'open',
  starts: null,
  ends: null,
  place: '',
  link: '',
  secretary: null,
  attendance: [],
  closedOn: null,
}
const later: MeetingContent = { ...meeting, key: 'meeting-later', day: addDays(TODAY, 91), status: 'planned' }
const matters: AgendaItem = {
  key: 'matters',
  meeting: KEY,
  kind: 'matters',
  place: 1,
  title: 'Matters arising',
  presenter: null,
  papers: [],
  discussion: '',
  decisions: [],
  takes: [],
  withdrawn: false,
}
const snapshot: Snapshot = {
  group: group.group,
  organisations: new Map(group.organisations.map((each) => [each.key, each])),
  posts: new Map(group.posts.map((each) => [each.key, each])),
  meetings: new Map([meeting, later].map((each) => [each.key, each])),
  views: new Map(),
  actions: new Map(
    Array.from({ length: Number(asked.get('count')) }, (_, index) => anAction(index)).map((each) => [each.id, each]),
  ),
}
const ground = { me, today: clock.today, as: 'coordinator', snapshot } as const
const register = createOutbox(createMemoryRegister(snapshot, me, TODAY, 'coordinator'), {
  clock,
  as: () => 'coordinator',
  storage: null,
})
const ROWS: Partial<Record<CollectionName, ReadonlyMap<string, object>>> = {
  meetings: new Map([meeting, later].map((each) => [each.key, each])),
  agenda: new Map([[matters.key, matters]]),
}

async function open(name: CollectionName) {
  const kind = await loadKind(name)
  const collection = createMemoryCollection(kind, (ROWS[name] ?? new Map()) as never, ground)
  return createKeeping(collection, kind, {
    clock,
    person: me,
    snapshot: () => snapshot,
    as: () => 'coordinator',
    name,
    storage: null,
  })
}
const opened = new Map<CollectionName, ReturnType<typeof open>>()
const session = {
  clock,
  tokens: { subscribe: () => () => {}, waiting: () => null },
  async openCollection(_: string, name: CollectionName) {
    const opening = opened.get(name) ?? open(name)
    opened.set(name, opening)
    return { keeping: await opening, leave: () => {} }
  },
} as unknown as RoomProps['session']

function Page() {
  if (asked.get('view') === 'register') {
    return (
      <RegisterView
        register={register}
        clock={clock}
        roles={['coordinator']}
        openAction={null}
        onOpenAction={() => {}}
        onImport={() => {}}
      />
    )
  }
  return (
    <MeetingsPage
      session={session}
      page={{ kind: 'channel', group: group.group.key, siteId: 'site' }}
      register={register}
      roles={['coordinator']}
      asked={KEY}
      onOpenAction={() => {}}
      onRoom={() => {}}
      linkTo={() => ''}
      onWhole={() => {}}
    />
  )
}

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <FluentProvider theme={themeOf('default')} style={{ height: '100dvh' }}>
      <WordsProvider language="en">
        <main style={{ height: '100%' }}>
          <Suspense fallback={null}>
            <LaterWords>
              <Page />
            </LaterWords>
          </Suspense>
        </main>
      </WordsProvider>
    </FluentProvider>,
  )
}
