/**
 * The register on a page of its own, with the demonstration's actions, for register.test.ts:
 * `?theme=dark&language=cy&count=5000&marking=OFFICIAL&as=coordinator`. The test reaches the store as `window.store`.
 */

import { FluentProvider } from '@fluentui/react-components'
import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import { MARKINGS, ROLES, type MarkingLevel } from '../../src/domain/group.ts'
import { isShownTo } from '../../src/domain/savedview.ts'
import type { Snapshot, Submission } from '../../src/domain/snapshot.ts'
import { tellings } from '../../src/laptop/demonstration/telling.ts'
import { PEOPLE } from '../../src/laptop/demonstration/tenant.ts'
import { themeOf } from '../../src/tab/design/theme.ts'
import type { SubmitAll } from '../../src/tab/register/bulkrun.ts'
import { RegisterView } from '../../src/tab/register/RegisterView.tsx'
import { askBeforeLeaving } from '../../src/tab/outbox/leaving.ts'
import { createOutbox } from '../../src/tab/outbox/outbox.ts'
import { WordsProvider } from '../../src/tab/words.tsx'
import { createMemoryRegister, type MemoryRegister } from './memoryregister.ts'

declare global {
  interface Window {
    store: MemoryRegister
    letThrough: (count: number) => void
  }
}

/** The demonstration is told from its today; the page's clock stands there. */
const TODAY = '2026-11-24'
const clock = { now: () => Date.now(), today: () => TODAY }

const asked = new URLSearchParams(location.search)
const telling = tellings(TODAY)[0]
if (!telling) throw new Error('the demonstration has no group')
const level = (asked.get('marking') ?? telling.group.marking.level) as MarkingLevel
if (!MARKINGS.includes(level)) throw new Error('no such marking')

const personOf = (key: string) => {
  const person = PEOPLE.find((each) => each.key === key)
  if (!person) throw new Error(`no person ${key}`)
  return { tenantId: 't', objectId: person.objectId, name: person.displayName }
}
const me = personOf(asked.get('person') ?? 'spoc-north')

const empty: Snapshot = {
  group: { ...telling.group, marking: { ...telling.group.marking, level } },
  organisations: new Map(telling.organisations.map((each) => [each.key, each])),
  posts: new Map(telling.posts.map((each) => [each.key, each])),
  meetings: new Map(telling.meetings.map((each) => [each.key, each])),
  views: new Map(
    telling.views
      .map((each) => ({ ...each, owner: { ...each.owner, tenantId: me.tenantId }, version: '1' }))
      .filter((each) => isShownTo(each, me))
      .map((each) => [each.id, each]),
  ),
  actions: new Map(),
}

const as = asked.get('as') === 'coordinator' ? 'coordinator' : 'member'
window.store = createMemoryRegister(empty, me, TODAY, as)
const wanted = asked.get('count')
if (wanted !== '0') for (const { command, by, day } of telling.told) window.store.elsewhere(command, personOf(by), day)
// Many: the same actions again under further numbers, all of one snapshot.
if (Number(wanted) > 0) multiply(Number(wanted))

function multiply(count: number): void {
  const told = [...(window.store.snapshot()?.actions.values() ?? [])]
  const actions = window.store.snapshot()?.actions as Map<string, (typeof told)[number]>
  for (let index = actions.size; index < count; index += 1) {
    const source = told[index % told.length]
    if (!source) return
    const reference = `${(index % 900) + 100}/${String(10 + Math.floor(index / 900)).padStart(2, '0')}`
    actions.set(`copy-${index}`, { ...source, id: `copy-${index}`, reference, details: `${source.details} ${index}` })
  }
}

const outbox = createOutbox(window.store, { clock, as: () => as, storage: window.sessionStorage })
askBeforeLeaving(() => [outbox])

/** As `?histories=gone`: they can't be read; as `?histories=slow`: nobody lives to see it. */
async function histories() {
  if (asked.get('histories') === 'gone') throw new Error('unreachable')
  if (asked.get('histories') === 'slow') await new Promise(() => {})
  const ids = [...(window.store.snapshot()?.actions.keys() ?? [])]
  return new Map(await Promise.all(ids.map(async (id) => [id, await window.store.history(id)] as const)))
}

/** Each command's turn: at once, or as `?pace=hand` when the test lets it through. */
const turns: (() => void)[] = []
let through = asked.get('pace') === 'hand' ? 0 : Number.POSITIVE_INFINITY
window.letThrough = (count) => {
  through += count
  while (through > 0 && turns.length > 0) {
    through -= 1
    turns.shift()?.()
  }
}
function turn(): Promise<void> {
  return new Promise((resolve) => {
    turns.push(resolve)
    window.letThrough(0)
  })
}

/** One after the other, as the store does. */
const submitAll: SubmitAll = async (commands, { seen, signal, onProgress }) => {
  const submissions: Submission[] = []
  for (const command of commands) {
    await turn()
    submissions.push(
      signal.aborted
        ? { state: 'unsaved', because: 'fault', requestId: null }
        : await window.store.submit(command, seen.get(command.action)),
    )
    const done = submissions.filter((each) => each.state !== 'unsaved').length
    onProgress({ done, total: commands.length, perMinute: 0 })
  }
  return submissions
}

function Page() {
  const [open, setOpen] = useState<string | null>(asked.get('open'))
  const roles = ROLES.filter((role) => role === asked.get('as'))
  return (
    <FluentProvider theme={themeOf(asked.get('theme') ?? 'default')} style={{ height: '100dvh' }}>
      <WordsProvider language={asked.get('language') === 'cy' ? 'cy' : 'en'}>
        <main style={{ height: '100%' }}>
          <RegisterView
            register={outbox}
            clock={clock}
            roles={roles}
            openAction={open}
            onOpenAction={setOpen}
            onImport={() => {}}
            histories={histories}
            submitAll={submitAll}
            openView={asked.get('view')}
          />
        </main>
      </WordsProvider>
    </FluentProvider>
  )
}

const root = document.getElementById('root')
if (root) createRoot(root).render(<Page />)
