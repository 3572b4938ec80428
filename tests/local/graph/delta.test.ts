import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeList, MANAGE, openGraph, type Ask, type GraphWorld, type Reply } from './graphworld.ts'

let world: GraphWorld
let ask: Ask

beforeAll(async () => {
  world = await openGraph()
  ask = await world.as('coordinator', MANAGE)
})
afterAll(() => world.close())

const linkOf = ({ body }: Reply): string => body['@odata.deltaLink'] as string
const idsOf = ({ body }: Reply): string[] => body.value.map((item: { id: string }) => item.id) as string[]

async function filled(count: number): Promise<string> {
  const list = await makeList(world, ask)
  for (let index = 1; index <= count; index += 1) await ask('POST', `${list}/items`, { fields: { Title: `t${index}` } })
  return list
}

describe('delta', () => {
  it('tells everything first, then only what changed, each once and as it now is', async () => {
    const list = await filled(3)
    const first = await ask('GET', `${list}/items/delta?$expand=fields($select=Title)`)
    expect(idsOf(first)).toEqual(['1', '2', '3'])
    await ask('PATCH', `${list}/items/2/fields`, { Title: 'once' })
    await ask('PATCH', `${list}/items/2/fields`, { Title: 'twice' })
    await ask('DELETE', `${list}/items/1`)
    await ask('POST', `${list}/items`, { fields: { Title: 'new' } })
    const second = await ask('GET', linkOf(first))
    expect(second.body.value).toEqual([
      expect.objectContaining({ id: '2', fields: expect.objectContaining({ Title: 'twice' }) as object }),
      { id: '1', deleted: { state: 'deleted' } },
      expect.objectContaining({ id: '4', fields: expect.objectContaining({ Title: 'new' }) as object }),
    ])
    expect((await ask('GET', linkOf(second))).body.value).toEqual([])
  })

  it('does not tell who changed an item', async () => {
    const list = await filled(1)
    const { body } = await ask('GET', `${list}/items/delta`)
    expect(body.value[0]).toHaveProperty('createdBy')
    expect(body.value[0]).not.toHaveProperty('lastModifiedBy')
  })

  it.each(["delta(token='latest')", 'delta?token=latest', 'microsoft.graph.delta(token=%27latest%27)'])(
    '%s is empty and tells what comes after it',
    async (latest) => {
      const list = await filled(2)
      const now = await ask('GET', `${list}/items/${latest}`)
      expect(now.body.value).toEqual([])
      await ask('DELETE', `${list}/items/2`)
      expect(idsOf(await ask('GET', linkOf(now)))).toEqual(['2'])
    },
  )

  it('takes a token in the address as well as in the query', async () => {
    const list = await filled(1)
    const token = new URL(linkOf(await ask('GET', `${list}/items/delta()`))).searchParams.get('token') ?? ''
    await ask('POST', `${list}/items`, { fields: { Title: 'new' } })
    expect(idsOf(await ask('GET', `${list}/items/delta(token='${token}')`))).toEqual(['2'])
  })

  it('loses nothing that changes while its pages are read', async () => {
    const list = await filled(4)
    const first = await ask('GET', `${list}/items/delta?$top=2`)
    await ask('PATCH', `${list}/items/1/fields`, { Title: 'seen already' })
    await ask('PATCH', `${list}/items/4/fields`, { Title: 'not seen yet' })
    await ask('DELETE', `${list}/items/3`)
    const second = await ask('GET', first.body['@odata.nextLink'] as string)
    const third = await ask('GET', linkOf(second))
    const fourth = await ask('GET', third.body['@odata.nextLink'] as string)
    expect([...idsOf(first), ...idsOf(second)]).toEqual(['1', '2'])
    expect([...idsOf(third), ...idsOf(fourth)]).toEqual(['1', '4', '3'])
    expect(fourth.body.value).toContainEqual({ id: '3', deleted: { state: 'deleted' } })
    expect(linkOf(third)).toBeUndefined()
    expect((await ask('GET', linkOf(fourth))).body.value).toEqual([])
  })

  it('asks to start again, and says where, when the data are others than the token knows', async () => {
    const list = await filled(1)
    const other = await filled(1)
    const token = new URL(linkOf(await ask('GET', `${list}/items/delta`))).searchParams.get('token') ?? ''
    const gone = await ask('GET', `${other}/items/delta?$expand=fields&token=${token}`)
    expect(gone.status).toBe(410)
    expect(gone.body.error.code).toBe('resyncChangesApplyDifferences')
    const again = await ask('GET', gone.headers.get('Location') ?? '')
    expect(idsOf(again)).toEqual(['1'])
    expect(again.body.value[0].fields).toBeDefined()
  })

  it('refuses a token that is none', async () => {
    const list = await filled(1)
    expect((await ask('GET', `${list}/items/delta?token=rubbish`)).body.error.message).toMatch(/malformed/)
  })
})
