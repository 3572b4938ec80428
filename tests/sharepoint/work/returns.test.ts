import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Circulate } from '../../../src/domain/circulation.ts'
import type { CollectionCommand } from '../../../src/domain/collection.ts'
import type { DecisionContext } from '../../../src/domain/step.ts'
import type { ReturnContent, ReturnDraft } from '../../../src/domain/return.ts'
import type { List } from '../../../src/sharepoint/lists.ts'
import { RETURNS } from '../../../src/sharepoint/worklists.ts'
import { openCollection, type CollectionKind, type WorkCollection } from '../../../src/sharepoint/work/collection.ts'
import { circulationKind, returnKind } from '../../../src/sharepoint/work/returnrows.ts'
import { findLists, openTable } from '../../../src/sharepoint/table.ts'
import type { WorkRegister } from '../../../src/sharepoint/work/register.ts'
import { anId, aWorld, until, type World } from '../world.ts'

const DRAFT: ReturnDraft = {
  title: 'Ffurflenni OCAG “chwarterol” & returns',
  titleWelsh: '',
  words: 'Incidents of the quarter,\nby category.',
  fields: [
    { key: 'incidents', title: 'Incidents', type: 'number', unit: null, required: true, min: 0, max: 500, choices: [] },
    {
      key: 'told',
      title: 'Told by',
      type: 'choice',
      unit: null,
      required: false,
      min: null,
      max: null,
      choices: ['A'],
    },
  ],
  organisations: ['north-mercia', 'taff-vale'],
  frequency: 'monthly',
  yearStart: 1,
  opens: { kind: 'on', date: 5 },
  dueAfter: 10,
  signOff: true,
  escalation: { afterDays: 3, to: { post: 'spoc-north' } },
  circulation: { kind: 'monthly', date: 20 },
  from: '2020-04-01',
}

describe('returns on a group’s own site', () => {
  let world: World
  let register: WorkRegister
  const opened: { close(): void }[] = []
  beforeAll(async () => {
    world = await aWorld()
    register = world.register('coordinator')
    await until(register, 'fresh')
  })
  afterAll(() => {
    for (const each of opened) each.close()
    return world.close()
  })

  async function open<Content extends object, Command extends CollectionCommand>(
    kind: CollectionKind<Content, Command>,
    as: DecisionContext['as'],
  ): Promise<WorkCollection<Content, Command>> {
    const collection = openCollection({
      client: world.client('coordinator'),
      siteId: world.siteId,
      kind,
      person: world.person('coordinator'),
      clock: world.clock,
      snapshot: () => register.snapshot(),
      as: () => as,
      pollSeconds: 3600,
    })
    opened.push(collection)
    await expect.poll(() => collection.freshness().state).toBe('fresh')
    return collection
  }
  const contentOf = (row: object | undefined): object => {
    const {
      version: _,
      createdBy: __,
      createdAt: ___,
      modifiedAt: ____,
      ...content
    } = row as ReturnContent & {
      version: string
      createdBy: string
      createdAt: string
      modifiedAt: string
    }
    return content
  }

  test('a definition is read as it was saved, with or without what it may leave out', async () => {
    const returns = await open(returnKind, 'coordinator')
    const [key, bare] = [anId(), anId()]
    await returns.submit({ kind: 'saveReturn', id: anId(), key, content: DRAFT })
    const spare: ReturnDraft = { ...DRAFT, words: '', fields: [], escalation: null, circulation: null }
    await returns.submit({ kind: 'saveReturn', id: anId(), key: bare, content: spare })
    await returns.submit({ kind: 'endReturn', id: anId(), key: bare, reason: 'Asked nationally' })
    const again = await open(returnKind, 'member')
    expect(contentOf(again.values()?.get(key))).toEqual({ ...DRAFT, ended: null })
    expect(contentOf(again.values()?.get(bare))).toEqual({
      ...spare,
      ended: { day: world.clock.today(), reason: 'Asked nationally' },
    })
  })

  test('one whose terms somebody broke in SharePoint asks nobody for anything', async () => {
    const returns = await open(returnKind, 'coordinator')
    const key = anId()
    await returns.submit({ kind: 'saveReturn', id: anId(), key, content: DRAFT })
    const client = world.client('coordinator')
    const table = openTable(client, world.siteId, (await lists(RETURNS)).get(RETURNS) ?? '')
    const [row] = await table.find('Key', key, ['Key'])
    if (!row) throw new Error('no row')
    await table.patch(row, { TermsData: '{"dueAfter":"soon"}' })
    const again = await open(returnKind, 'member')
    expect(again.values()?.has(key)).toBe(false)
    expect(again.problems()).toMatchObject([{ column: 'TermsData', code: 'dataBroken' }])
  })

  test('a circulation keeps who got what; of two of one occurrence one stands', async () => {
    const circulations = await open(circulationKind, 'service')
    const person = world.person('spoc-north')
    const copy = { organisation: 'north-mercia', person, post: 'spoc-north', state: null, at: null }
    const content = {
      return: 'ocag',
      period: 'ocag.2020-05',
      day: world.clock.today(),
      by: world.person('coordinator'),
      stood: [{ organisation: 'north-mercia', state: 'nil' as const, entry: 'x' }],
      copies: [copy],
    }
    const key = `ocag.2020-05.${anId()}`
    const circulate: Circulate = { kind: 'circulate', id: anId(), key, content }
    const other = await open(circulationKind, 'service')
    await Promise.all([
      circulations.submit(circulate),
      other.submit({ ...circulate, id: anId(), content: { ...content, by: null } }),
    ])
    const told = [{ person, state: 'sent' as const, at: '2020-06-01T09:00:00.000Z' }]
    await circulations.submit({ kind: 'recordCopies', id: anId(), key, told })
    const again = await open(circulationKind, 'member')
    const kept = again.values()?.get(key)
    expect([...(again.values()?.keys() ?? [])].filter((each) => each === key)).toHaveLength(1)
    expect(kept?.copies).toEqual([{ ...copy, state: 'sent', at: '2020-06-01T09:00:00.000Z' }])
    expect(kept?.stood).toEqual(content.stood)
  })

  async function lists(list: List) {
    return findLists(world.client('coordinator'), world.siteId, [list])
  }
})
