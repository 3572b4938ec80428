/** The Assurance room on a page of its own, with two actions of which one answers something, for assurance.test.ts. */

import { FluentProvider } from '@fluentui/react-components'
import { Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import type { Action } from '../../src/domain/action.ts'
import { coverageKey } from '../../src/domain/coverage.ts'
import { SPR_2023 } from '../../src/domain/frameworks/spr2023.ts'
import type { Snapshot } from '../../src/domain/snapshot.ts'
import { csaeGroup, person } from '../../src/laptop/demonstration/groups.ts'
import { coverageKind } from '../../src/sharepoint/work/coveragerows.ts'
import { AssurancePage } from '../../src/tab/assurance/AssurancePage.tsx'
import { themeOf } from '../../src/tab/design/theme.ts'
import { createKeeping } from '../../src/tab/outbox/keeping.ts'
import { createOutbox } from '../../src/tab/outbox/outbox.ts'
import type { RoomProps } from '../../src/tab/shell/room.ts'
import { LaterWords, WordsProvider } from '../../src/tab/words.tsx'
import { UNTOUCHED } from '../domain/untouched.ts'
import { createMemoryCollection } from './memorycollection.ts'
import { createMemoryRegister } from './memoryregister.ts'

const TODAY = '2026-11-24'
const clock = { now: () => Date.now(), today: () => TODAY }
const me = person('coordinator')
const group = csaeGroup(TODAY)
const late = { kind: 'day', day: '2026-11-20', words: '20/11/2026' } as const

function anAction(id: string, details: string, over: Partial<Action> = {}): Action {
  const stored = { version: '1', createdBy: me.name, createdAt: `${TODAY}T09:00:00Z`, modifiedAt: '' }
  return { ...UNTOUCHED, ...stored, id, reference: `${id}/26`, details, ...over }
}

const snapshot: Snapshot = {
  group: group.group,
  organisations: new Map(group.organisations.map((each) => [each.key, each])),
  posts: new Map(group.posts.map((each) => [each.key, each])),
  meetings: new Map(),
  views: new Map(),
  actions: new Map(
    [anAction('1', 'Agree the flag', { due: late, firstDue: late }), anAction('2', 'Read each other’s cases')].map(
      (each) => [each.id, each],
    ),
  ),
}
const covered = { framework: SPR_2023.key, item: '1', paragraphs: ['113'], evidence: 'Minutes', by: me, day: TODAY }
const collection = createMemoryCollection(coverageKind, new Map([[coverageKey(SPR_2023.key, '1'), covered]]), {
  me,
  today: clock.today,
  as: 'coordinator',
  snapshot,
})
const keeping = createKeeping(collection, coverageKind, {
  clock,
  person: me,
  snapshot: () => snapshot,
  as: () => 'coordinator',
  name: 'coverages',
  storage: null,
})
const props = {
  session: {
    clock,
    tokens: { signIn: async () => {} },
    openCollection: async () => ({ keeping, leave: () => {} }),
  },
  page: { kind: 'channel', group: group.group.key, siteId: 'site' },
  register: createOutbox(createMemoryRegister(snapshot, me, TODAY, 'coordinator'), {
    clock,
    as: () => 'coordinator',
    storage: null,
  }),
  roles: ['coordinator'],
  onOpenAction: () => {},
} as unknown as RoomProps

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <FluentProvider theme={themeOf('default')} style={{ minHeight: '100dvh' }}>
      <WordsProvider language="en">
        <main>
          <Suspense fallback={null}>
            <LaterWords>
              <AssurancePage {...props} />
            </LaterWords>
          </Suspense>
        </main>
      </WordsProvider>
    </FluentProvider>,
  )
}
