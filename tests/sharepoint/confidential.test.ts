import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CollectionCommand } from '../../src/domain/collection.ts'
import { accept } from '../../src/domain/result.ts'
import { APPS, CONTROL_SITE_PATH, GRAPH_AUDIENCE, SITE_HOST } from '../../src/laptop/demonstration/tenant.ts'
import { createGraphClient } from '../../src/sharepoint/client.ts'
import {
  openConfidential,
  type Changing,
  type ConfidentialKind,
  type ConfidentialList,
} from '../../src/sharepoint/control/confidential.ts'
import type { List } from '../../src/sharepoint/lists.ts'
import { grantSite } from '../../src/sharepoint/provisioning/grants.ts'
import { provisionLists } from '../../src/sharepoint/provisioning/lists.ts'
import { findSite } from '../../src/sharepoint/sites.ts'
import { openListed } from '../../src/sharepoint/table.ts'
import { anId, aWorld, TODAY, type World } from './world.ts'

interface Note {
  readonly group: string
  readonly words: string
  readonly count: number
}
interface Say extends CollectionCommand {
  readonly kind: 'say'
  readonly words: string
}

const NOTES: List = {
  name: 'Matters Notes',
  description: 'Notes of a test.',
  columns: [
    { name: 'Key', kind: 'text', unique: true, description: 'Identity of the row.' },
    { name: 'GroupKey', kind: 'text', indexed: true, description: 'The group.' },
    { name: 'Words', kind: 'multiline', description: 'What was said.' },
    { name: 'Count', kind: 'number', description: 'How often.' },
    { name: 'Commits', kind: 'multiline', description: 'Ids of commands.' },
  ],
}

const noteKind: ConfidentialKind<Note, Say, 'nothingToChange'> = {
  list: NOTES,
  parse: (cells) => ({ group: cells.text('GroupKey'), words: cells.text('Words'), count: cells.number('Count') }),
  make: (key, { group, words, count }) => ({ Title: key, Key: key, GroupKey: group, Words: words, Count: count }),
  decide: ({ words }, now) =>
    words === now?.words
      ? { ok: false, error: { code: 'nothingToChange' } }
      : accept({ group: now?.group ?? 'ocag', words, count: (now?.count ?? 0) + 1 }),
  touches: () => ['words'],
}

describe('a list of Control', () => {
  let world: World
  let open: () => ConfidentialList<Note, Say, 'nothingToChange'>
  let siteId: string
  beforeAll(async () => {
    world = await aWorld()
    const administrator = world.administrator()
    siteId = (await findSite(administrator, SITE_HOST, CONTROL_SITE_PATH))?.id ?? ''
    await provisionLists(administrator, siteId, [NOTES], [])
    await grantSite(administrator, siteId, { id: APPS.service, name: 'service' }, ['write'])
    const client = createGraphClient({
      base: world.graph.url,
      sleep: async () => undefined,
      token: async () =>
        (await world.graph.signIn.appToken({ clientId: APPS.service, audience: GRAPH_AUDIENCE })).accessToken,
    })
    open = () => openConfidential({ client, siteId, kind: noteKind })
  })
  afterAll(() => world.close())

  const say = (key: string, words: string): Say => ({ kind: 'say', id: anId(), key, words })
  const changing = (more: Partial<Changing<Note>> = {}): Changing<Note> => ({
    actor: world.person('coordinator'),
    today: TODAY,
    at: `${TODAY}T09:00:00Z`,
    appointments: [],
    before: async () => undefined,
    ...more,
  })

  test('is read as it stands now by every instance', async () => {
    const [mine, theirs] = [open(), open()]
    const key = anId()
    expect((await theirs.of('ocag')).has(key)).toBe(false)
    expect(await mine.change('ocag', say(key, 'one'), changing())).toMatchObject({ state: 'saved' })
    expect((await theirs.of('ocag')).get(key)).toMatchObject({ words: 'one', count: 1 })
    expect((await theirs.of('another')).has(key)).toBe(false)
  })

  test('takes each command once, however often it comes', async () => {
    const list = open()
    const command = say(anId(), 'once')
    await Promise.all([list.change('ocag', command, changing()), open().change('ocag', command, changing())])
    expect(await list.change('ocag', command, changing())).toMatchObject({ state: 'saved', content: { count: 1 } })
  })

  test('asks an author whose ground was changed by somebody else', async () => {
    const list = open()
    const key = anId()
    const first = await list.change('ocag', say(key, 'first'), changing())
    const seen = first.state === 'saved' ? first.content : undefined
    await open().change('ocag', say(key, 'second'), changing())
    expect(await list.change('ocag', say(key, 'third'), changing(seen ? { seen } : {}))).toEqual({ state: 'stale' })
    expect((await list.of('ocag')).get(key)?.words).toBe('second')
  })

  test('says why not, and then nothing is logged or written', async () => {
    const list = open()
    const key = anId()
    await list.change('ocag', say(key, 'same'), changing())
    let logged = 0
    const before = async () => void (logged += 1)
    expect(await list.change('ocag', say(key, 'same'), changing({ before }))).toMatchObject({
      state: 'refused',
      refusal: { code: 'nothingToChange' },
    })
    expect(logged).toBe(0)
  })

  test('writes nothing where it could not be logged', async () => {
    const list = open()
    const key = anId()
    const before = () => Promise.reject(new Error('no log'))
    await expect(list.change('ocag', say(key, 'unlogged'), changing({ before }))).rejects.toThrow('no log')
    expect((await open().of('ocag')).has(key)).toBe(false)
  })

  test('is logged before it is written, and once though others come first', async () => {
    const list = open()
    const key = anId()
    let seen = 0
    let logged = 0
    const before = async () => {
      logged += 1
      seen = (await open().of('ocag')).has(key) ? 1 : 0
      // Somebody else comes first now.
      if (logged === 1) await open().change('ocag', say(key, 'other'), changing())
    }
    expect(await list.change('ocag', say(key, 'logged'), changing({ before }))).toMatchObject({
      state: 'saved',
      content: { count: 2 },
    })
    expect([seen, logged]).toEqual([0, 1])
  })

  test('lets no group reach into the row of another', async () => {
    const list = open()
    const key = anId()
    await list.change('ocag', say(key, 'ours'), changing())
    await expect(list.change('another', say(key, 'theirs'), changing())).rejects.toMatchObject({ code: 'otherGroup' })
  })

  test('goes on after its delta has grown too old', async () => {
    const list = open()
    const key = anId()
    await list.of('ocag')
    await open().change('ocag', say(key, 'late'), changing())
    const end = world.graph.faults.add({ match: { path: /\/delta/ }, times: 1, fault: { kind: 'gone' } })
    expect((await list.of('ocag')).get(key)?.words).toBe('late')
    end()
  })

  test('leaves out a row that somebody broke, and says which', async () => {
    const list = open()
    const table = await openListed(world.administrator(), siteId, NOTES)
    await table.append({ Key: '', Title: 'broken', GroupKey: 'ocag' })
    await list.of('ocag')
    expect(list.problems().map(({ code }) => code)).toContain('keyMissing')
  })
})
