/**
 * The returns on a page of their own, with the demonstration's, for returns.test.ts:
 * `?theme=dark&language=cy&as=coordinator&count=0`. What is circulated is noted as `window.circulated`.
 */

import { FluentProvider } from '@fluentui/react-components'
import { Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { ROLES } from '../../src/domain/group.ts'
import type { Snapshot } from '../../src/domain/snapshot.ts'
import { csaeGroup, person } from '../../src/laptop/demonstration/groups.ts'
import { tellReturns } from '../../src/laptop/demonstration/returns.ts'
import { loadKind, type CollectionName } from '../../src/sharepoint/work/collections.ts'
import { themeOf } from '../../src/tab/design/theme.ts'
import { createKeeping } from '../../src/tab/outbox/keeping.ts'
import { createOutbox } from '../../src/tab/outbox/outbox.ts'
import { ReturnsView, type ReturnsViewProps } from '../../src/tab/returns/ReturnsView.tsx'
import { LaterWords, WordsProvider } from '../../src/tab/words.tsx'
import { createMemoryCollection } from './memorycollection.ts'
import { createMemoryRegister } from './memoryregister.ts'

declare global {
  interface Window {
    circulated: unknown[]
  }
}

const TODAY = '2026-11-24'
const clock = { now: () => Date.now(), today: () => TODAY }
const asked = new URLSearchParams(location.search)
const me = person('coordinator')
const as = asked.get('as') === 'coordinator' ? 'coordinator' : 'member'
const group = csaeGroup(TODAY)
const snapshot: Snapshot = {
  group: group.group,
  organisations: new Map(group.organisations.map((each) => [each.key, each])),
  posts: new Map(group.posts.map((each) => [each.key, each])),
  meetings: new Map(),
  views: new Map(),
  actions: new Map(),
}
const register = createOutbox(createMemoryRegister(snapshot, me, TODAY, as), { clock, as: () => as, storage: null })
const told = tellReturns(TODAY)
window.circulated = []

async function open(name: CollectionName) {
  const kind = await loadKind(name)
  const rows =
    asked.get('count') === '0' ? new Map() : (told as unknown as Record<string, ReadonlyMap<string, object>>)[name]
  const ground = { me, today: clock.today, as, snapshot } as const
  const collection = createMemoryCollection(kind, (rows ?? new Map()) as never, ground)
  return createKeeping(collection, kind, {
    clock,
    person: me,
    snapshot: () => snapshot,
    as: () => as,
    name,
    storage: null,
  })
}
const opened = new Map<CollectionName, ReturnType<typeof open>>()

const session = {
  clock,
  api: {
    async ask(_: unknown, parameters: unknown, request: unknown) {
      window.circulated.push({ parameters, request })
      return { ok: true, value: { circulation: 'c', people: 5 } }
    },
  },
  async openCollection(_: string, name: CollectionName) {
    const opening = opened.get(name) ?? open(name)
    opened.set(name, opening)
    return { keeping: await opening, leave: () => {} }
  },
} as unknown as ReturnsViewProps['session']

function Page() {
  return (
    <FluentProvider theme={themeOf(asked.get('theme') ?? 'default')} style={{ minHeight: '100dvh' }}>
      <WordsProvider language={asked.get('language') === 'cy' ? 'cy' : 'en'}>
        <main>
          <Suspense fallback={null}>
            <LaterWords>
              <ReturnsView
                session={session}
                page={{ kind: 'channel', group: group.group.key, siteId: 'site' }}
                register={register}
                roles={ROLES.filter((role) => role === asked.get('as'))}
                asked={asked.get('asked')}
                countsIncidents
              />
            </LaterWords>
          </Suspense>
        </main>
      </WordsProvider>
    </FluentProvider>
  )
}

const root = document.getElementById('root')
if (root) createRoot(root).render(<Page />)
