/** The Assurance room on a page of its own, with two actions and a work stream, of which one answers something, for assurance.test.ts. */

import { FluentProvider } from '@fluentui/react-components'
import { Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import type { CollectionCommand } from '../../src/domain/collection.ts'
import { coverageKey } from '../../src/domain/coverage.ts'
import { SPR_2023 } from '../../src/domain/frameworks/spr2023.ts'
import { PROMPT_SETTINGS } from '../../src/domain/prompt.ts'
import type { Snapshot } from '../../src/domain/snapshot.ts'
import { csaeGroup, person } from '../../src/laptop/demonstration/groups.ts'
import { coverageKind } from '../../src/sharepoint/work/coveragerows.ts'
import { frameworkKind } from '../../src/sharepoint/work/frameworkrows.ts'
import { requestKind, responseKind } from '../../src/sharepoint/work/requestrows.ts'
import { returnKind } from '../../src/sharepoint/work/returnrows.ts'
import { quarterKind, workstreamKind } from '../../src/sharepoint/work/workstreamrows.ts'
import type { CollectionKind } from '../../src/sharepoint/work/collection.ts'
import { AssurancePage } from '../../src/tab/assurance/AssurancePage.tsx'
import type { CollectionName } from '../../src/tab/session.ts'
import { themeOf } from '../../src/tab/design/theme.ts'
import { createKeeping } from '../../src/tab/outbox/keeping.ts'
import { createOutbox } from '../../src/tab/outbox/outbox.ts'
import type { RoomProps } from '../../src/tab/shell/room.ts'
import { LaterWords, WordsProvider } from '../../src/tab/words.tsx'
import { anAction, aQuarter, aWorkstream } from '../domain/coverageworld.ts'
import { createMemoryCollection } from './memorycollection.ts'
import { createMemoryRegister } from './memoryregister.ts'

const TODAY = '2026-11-24'
const clock = { now: () => Date.now(), today: () => TODAY }
const me = person('coordinator')
const group = csaeGroup(TODAY)
const late = { kind: 'day', day: '2026-11-20', words: '20/11/2026' } as const

const snapshot: Snapshot = {
  group: group.group,
  organisations: new Map(group.organisations.map((each) => [each.key, each])),
  posts: new Map(group.posts.map((each) => [each.key, each])),
  meetings: new Map(),
  views: new Map(),
  actions: new Map(
    [
      anAction('1', { details: 'Agree the flag', due: late, firstDue: late }),
      anAction('2', { details: 'Read each other’s cases' }),
    ].map((each) => [each.id, each]),
  ),
}
const item = { kind: 'action', key: '1' } as const
const covered = { framework: SPR_2023.key, item, paragraphs: ['113'], evidence: 'Minutes', by: me, day: TODAY }

function keep<Content extends object, Command extends CollectionCommand>(
  kind: CollectionKind<Content, Command>,
  rows: Iterable<readonly [string, Content]> = [],
) {
  const collection = createMemoryCollection(kind, new Map(rows), {
    me,
    today: clock.today,
    as: 'coordinator',
    snapshot,
  })
  const as = (): 'coordinator' => 'coordinator'
  return createKeeping(collection, kind, {
    clock,
    person: me,
    snapshot: () => snapshot,
    as,
    name: kind.list.name,
    storage: null,
  })
}

const kept: Partial<Record<CollectionName, unknown>> = {
  coverages: keep(coverageKind, [[coverageKey(SPR_2023.key, item), covered]]),
  workstreams: keep(workstreamKind, [['homes', aWorkstream()]]),
  quarters: keep(quarterKind, [aQuarter('homes', '2026-Q3')]),
  returns: keep(returnKind),
  requests: keep(requestKind),
  frameworks: keep(frameworkKind),
  responses: keep(responseKind),
}
const props = {
  session: {
    clock,
    tokens: { signIn: async () => {} },
    api: { ask: async () => ({ ok: true, value: { value: PROMPT_SETTINGS } }) },
    openCollection: async (_site: string, name: CollectionName) => ({ keeping: kept[name], leave: () => {} }),
  },
  page: { kind: 'channel', group: group.group.key, siteId: 'site' },
  register: createOutbox(createMemoryRegister(snapshot, me, TODAY, 'coordinator'), {
    clock,
    as: () => 'coordinator',
    storage: null,
  }),
  roles: ['coordinator'],
  onOpenAction: () => {},
  onRoom: () => {},
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
