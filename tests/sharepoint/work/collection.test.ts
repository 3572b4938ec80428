import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { CollectionCommand } from '../../../src/domain/collection.ts'
import { accept, refuse } from '../../../src/domain/result.ts'
import type { List } from '../../../src/sharepoint/lists.ts'
import { provisionLists } from '../../../src/sharepoint/provisioning/lists.ts'
import { openCollection, type CollectionKind, type WorkCollection } from '../../../src/sharepoint/work/collection.ts'
import { findLists, openTable } from '../../../src/sharepoint/table.ts'
import type { WorkRegister } from '../../../src/sharepoint/work/register.ts'
import { anId, aTicker, aWorld, until, type Ticker, type World } from '../world.ts'

/** A sheet of paper on which two people write: a heading and a remark. */
interface Sheet {
  readonly heading: string
  readonly remark: string
}
type SheetCommand = CollectionCommand &
  ({ readonly kind: 'begin' | 'head'; readonly heading: string } | { readonly kind: 'remark'; readonly remark: string })

const SHEETS: List = {
  name: 'Matters Sheets',
  description: 'Sheets of paper.',
  columns: [
    { name: 'Key', kind: 'text', unique: true, description: 'Identity.' },
    { name: 'Remark', kind: 'multiline', description: 'What was remarked.' },
    { name: 'Commits', kind: 'multiline', description: 'Ids of commands.' },
  ],
}

const KIND: CollectionKind<Sheet, SheetCommand> = {
  list: SHEETS,
  parse: (cells) => {
    const heading = cells.words('Title')
    return heading === '' ? null : { heading, remark: cells.text('Remark') }
  },
  make: (key, { heading, remark }) => ({ Key: key, Title: heading, Remark: remark || null }),
  decide(command, now) {
    switch (command.kind) {
      case 'begin':
        return now ? refuse('nothingChanged') : accept({ heading: command.heading, remark: '' })
      case 'head':
        return now ? accept({ ...now, heading: command.heading }) : refuse('actionUnknown')
      case 'remark':
        return now ? accept({ ...now, remark: command.remark }) : refuse('actionUnknown')
    }
  },
  touches: ({ kind }) => (kind === 'remark' ? ['remark'] : ['heading']),
}

describe('a collection', () => {
  let world: World
  let registers: Map<string, WorkRegister>
  const opened: WorkCollection<Sheet, SheetCommand>[] = []
  beforeAll(async () => {
    world = await aWorld()
    await provisionLists(world.administrator(), world.siteId, [SHEETS], [])
    registers = new Map()
    for (const key of ['coordinator', 'chair']) {
      const register = world.register(key)
      await until(register, 'fresh')
      registers.set(key, register)
    }
  })
  afterEach(() => {
    world.graph.faults.clear()
    for (const each of opened.splice(0)) each.close()
  })
  afterAll(() => world.close())

  async function open(key: string, ticker?: Ticker): Promise<WorkCollection<Sheet, SheetCommand>> {
    const collection = openCollection({
      client: world.client(key),
      siteId: world.siteId,
      kind: KIND,
      person: world.person(key),
      clock: world.clock,
      snapshot: () => registers.get(key)?.snapshot() ?? null,
      ...(ticker ? { wait: ticker.wait } : { pollSeconds: 3600 }),
    })
    opened.push(collection)
    await expect.poll(() => collection.freshness().state).toBe('fresh')
    return collection
  }
  const begun = (heading = 'Paper'): SheetCommand & { kind: 'begin' } => {
    const id = anId()
    return { kind: 'begin', id, key: id, heading }
  }
  const heading = (key: string, words: string): SheetCommand => ({ kind: 'head', id: anId(), key, heading: words })
  const remark = (key: string, words: string): SheetCommand => ({ kind: 'remark', id: anId(), key, remark: words })

  test('what one writes is there at once, and at the next poll for whoever else looks', async () => {
    const ticker = aTicker()
    const [mine, theirs] = [await open('coordinator'), await open('chair', ticker)]
    const command = begun()
    expect(await mine.submit(command)).toMatchObject({ state: 'saved', content: { heading: 'Paper' } })
    expect(mine.values()?.get(command.key)).toMatchObject({
      heading: 'Paper',
      createdBy: world.person('coordinator').name,
    })
    await ticker.tick()
    expect(theirs.values()?.get(command.key)?.heading).toBe('Paper')
    expect((await open('chair')).values()?.get(command.key)?.heading).toBe('Paper')
  })

  test('two at once on different parts both stand, and neither is asked', async () => {
    const [mine, theirs] = [await open('coordinator'), await open('chair')]
    const command = begun()
    await mine.submit(command)
    const seen = mine.values()?.get(command.key)
    const ends = await Promise.all([
      mine.submit(heading(command.key, 'Agenda'), seen),
      theirs.submit(remark(command.key, 'Read it'), seen),
    ])
    expect(ends.map(({ state }) => state)).toEqual(['saved', 'saved'])
    expect((await open('chair')).values()?.get(command.key)).toMatchObject({ heading: 'Agenda', remark: 'Read it' })
  })

  test('two on the same part: the second sees both versions, and nothing of theirs is written', async () => {
    const [mine, theirs] = [await open('coordinator'), await open('chair')]
    const command = begun()
    await mine.submit(command)
    const seen = mine.values()?.get(command.key)
    expect(await mine.submit(remark(command.key, 'One'), seen)).toMatchObject({ state: 'saved' })
    expect(await theirs.submit(remark(command.key, 'Two'), seen)).toMatchObject({
      state: 'stale',
      seen: { remark: '' },
      now: { remark: 'One' },
    })
    expect((await open('chair')).values()?.get(command.key)?.remark).toBe('One')
  })

  test.each(['cutAfter', 'timeoutAfterCommit', 'cutBefore'] as const)(
    'a command whose answer is lost (%s) is carried out once, however often it is sent',
    async (kind) => {
      const mine = await open('coordinator')
      const command = begun()
      world.graph.faults.add({ match: { method: 'POST', path: /items$/ }, times: 1, fault: { kind } })
      const first = await mine.submit(command)
      const again = await mine.submit(command)
      expect([first.state, again.state]).toEqual(['saved', 'saved'])
      const change = remark(command.key, 'Read it')
      world.graph.faults.add({ match: { method: 'PATCH' }, times: 1, fault: { kind } })
      const seen = mine.values()?.get(command.key)
      const changed = await mine.submit(change, seen)
      expect((changed.state === 'saved' ? changed : await mine.submit(change, seen)).state).toBe('saved')
      const client = world.client('coordinator')
      const id = (await findLists(client, world.siteId, [SHEETS])).get(SHEETS) ?? ''
      const rows = await openTable(client, world.siteId, id).find('Key', command.key, ['Key', 'Commits'])
      expect(rows).toHaveLength(1)
      expect(rows[0]?.fields['Commits']).toBe([command.id, change.id].join('\n'))
    },
  )

  test('what the rules refuse is not written, and a row that somebody broke is never overwritten', async () => {
    const mine = await open('coordinator')
    const command = begun()
    await mine.submit(command)
    expect(await mine.submit({ ...begun(), key: command.key })).toMatchObject({ refusal: { code: 'nothingChanged' } })
    const client = world.client('coordinator')
    const id = (await findLists(client, world.siteId, [SHEETS])).get(SHEETS) ?? ''
    const table = openTable(client, world.siteId, id)
    const [row] = await table.find('Key', command.key, ['Title'])
    if (!row) throw new Error('no row')
    await table.patch(row, { Title: null })
    expect(await mine.submit(remark(command.key, 'x'))).toMatchObject({ refusal: { code: 'rowBroken' } })
    expect(mine.problems()).toMatchObject([{ list: SHEETS.name, column: 'Title', code: 'textMissing' }])
  })

  test('a site that was made before there was the list says which one is missing', async () => {
    const collection = openCollection({
      client: world.client('coordinator'),
      siteId: world.siteId,
      kind: { ...KIND, list: { ...SHEETS, name: 'Matters Parchments' } },
      person: world.person('coordinator'),
      clock: world.clock,
      snapshot: () => null,
    })
    opened.push(collection)
    await expect
      .poll(() => collection.freshness())
      .toMatchObject({ state: 'fault', code: 'listMissing', message: expect.stringContaining('Parchments') })
    expect(collection.values()).toBeNull()
  })
})
