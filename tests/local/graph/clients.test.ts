import '@pnp/graph/lists/index.js'
import '@pnp/graph/list-item/index.js'
import '@pnp/graph/columns/index.js'
import '@pnp/graph/sites/index.js'
import '@pnp/graph/users/index.js'
import '@pnp/graph/batching.js'
import { graphfi, type GraphFI } from '@pnp/graph'
import { DefaultHeaders, DefaultInit } from '@pnp/graph/behaviors/defaults.js'
import { BearerToken, BrowserFetchWithRetry, DefaultParse } from '@pnp/queryable'
import {
  Client,
  HTTPMessageHandler,
  PageIterator,
  type Context,
  type Middleware,
} from '@microsoft/microsoft-graph-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { APPS, SITE_HOST } from '../../../src/laptop/demonstration/tenant.ts'
import { makeList, MANAGE, openGraph, SANDBOX, type GraphWorld } from './graphworld.ts'

const AUDIENCE = 'https://graph.microsoft.com'

let world: GraphWorld
let token: string

beforeAll(async () => {
  world = await openGraph()
  const scopes = [MANAGE, 'User.Read']
  const request = { person: 'coordinator', clientId: APPS.outside, audience: AUDIENCE, scopes, consent: 'any' } as const
  token = (await world.graph.signIn.personToken(request)).accessToken
})
afterAll(() => world.close())

const COLUMNS = { columns: [{ name: 'Key', text: {}, indexed: true, enforceUniqueValues: true }] }

describe("Microsoft's client", () => {
  /** It sends no token over plain HTTP by itself, so that its own step does. */
  class Bearer implements Middleware {
    readonly #next: Middleware = new HTTPMessageHandler()

    async execute(context: Context): Promise<void> {
      context.options = {
        ...context.options,
        headers: { ...(context.options?.headers as Record<string, string>), Authorization: `Bearer ${token}` },
      }
      await this.#next.execute(context)
    }
  }

  let client: Client
  beforeAll(() => {
    client = Client.initWithMiddleware({ middleware: new Bearer(), baseUrl: `${world.graph.origin}/` })
  })

  it('makes a list, writes, filters, pages and follows delta', async () => {
    const site = await client.api(`/sites/${SITE_HOST}:${SANDBOX}`).get()
    const list = await client
      .api(`/sites/${site.id}/lists`)
      .post({ displayName: 'By client', list: { template: 'genericList' }, ...COLUMNS })
    const items = `/sites/${site.id}/lists/${list.id}/items`
    for (const key of ['a', 'b', 'c']) await client.api(items).post({ fields: { Key: key, Title: key } })

    const found = await client.api(items).expand('fields($select=Key)').filter("fields/Key eq 'b'").get()
    expect(found.value).toMatchObject([{ id: '2', fields: { Key: 'b' } }])

    const first = await client.api(items).expand('fields').top(2).get()
    const paged: string[] = []
    const iterator = new PageIterator(
      {
        api: (address: string) => client.api(address.slice(world.graph.url.length)),
      } as unknown as Client,
      first,
      (item: { id: string }) => paged.push(item.id) > 0,
    )
    await iterator.iterate()
    expect(paged).toEqual(['1', '2', '3'])

    const changed = await client
      .api(`${items}/2/fields`)
      .header('If-Match', found.value[0].eTag as string)
      .update({ Title: 'B' })
    expect(changed.Title).toBe('B')
    const stale = client.api(`${items}/2/fields`).header('If-Match', found.value[0].eTag as string)
    await expect(stale.update({ Title: 'again' })).rejects.toMatchObject({ statusCode: 412, code: 'resourceModified' })
    await expect(client.api(items).post({ fields: { Key: 'A' } })).rejects.toMatchObject({ statusCode: 400 })

    const latest = await client.api(`${items}/delta(token='latest')`).get()
    await client.api(`${items}/3`).delete()
    const delta = await client.api((latest['@odata.deltaLink'] as string).slice(world.graph.url.length)).get()
    expect(delta.value).toEqual([{ id: '3', deleted: { state: 'deleted' } }])
  })
})

describe('PnPjs', () => {
  const graph = (): GraphFI =>
    graphfi().using(
      DefaultHeaders(),
      DefaultInit(world.graph.url),
      BrowserFetchWithRetry(),
      DefaultParse(),
      BearerToken(token),
    )

  it('reads who it is and finds the site by its address', async () => {
    expect((await graph().me()).displayName).toBe('Priya Raman')
    const site = await graph().sites.getByUrl(SITE_HOST, SANDBOX)
    expect((await site.select('displayName')()).displayName).toBe('Sandbox')
  })

  it('makes a list and a column, writes, filters, orders and pages', async () => {
    const site = graph().sites.getById(world.siteId(SANDBOX))
    const made = await site.lists.add({ displayName: 'By PnPjs', list: { template: 'genericList' } })
    const list = site.lists.getById(made.id as string)
    await list.columns.add({ name: 'Key', text: {}, indexed: true, enforceUniqueValues: true })
    for (const key of ['b', 'a', 'c']) await list.items.add({ fields: { Key: key, Title: `t ${key}` } } as never)

    const found = await list.items.filter("fields/Key eq 'a'").expand('fields($select=Key,Title)').select('id')()
    expect(found).toMatchObject([{ id: '2', fields: { Key: 'a', Title: 't a' } }])
    const ordered = await list.items.orderBy('fields/Key').expand('fields')()
    expect(ordered.map((item) => item.id)).toEqual(['2', '1', '3'])

    const paged: unknown[] = []
    for await (const page of list.items.top(2)) paged.push(...page)
    expect(paged).toHaveLength(3)

    await list.items.getById('1').update({ fields: { Title: 'changed' } })
    expect(await list.items.getById('1').versions()).toHaveLength(2)
    await list.items.getById('1').delete()
    expect(await list.items()).toHaveLength(2)
  })

  it('sends many reads as one batch', async () => {
    const address = await makeList(world, await world.as('coordinator', MANAGE), COLUMNS)
    const listId = address.split('/').at(-1) ?? ''
    const [batched, execute] = graph().batched()
    const site = batched.sites.getById(world.siteId(SANDBOX))
    const names: Promise<string | null | undefined>[] = [
      site.lists
        .getById(listId)()
        .then((list) => list.id),
      site().then((one) => one.displayName),
      batched.me().then((me) => me.displayName),
    ]
    await execute()
    expect(await Promise.all(names)).toEqual([listId, 'Sandbox', 'Priya Raman'])
    expect(world.graph.requests.slice(-3).every((one) => one.batched)).toBe(true)
  })
})
