import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LIST, makeList, MANAGE, openGraph, SANDBOX, type Ask, type GraphWorld } from './graphworld.ts'

let world: GraphWorld
let ask: Ask
let site: string

beforeAll(async () => {
  world = await openGraph()
  ask = await world.as('coordinator', MANAGE)
  site = `/sites/${world.siteId(SANDBOX)}`
})
afterAll(() => world.close())

describe('a site', () => {
  it.each([
    '/sites/local.sharepoint.com:/sites/sandbox',
    '/sites/local.sharepoint.com:/sites/sandbox:',
    '/sites/local.sharepoint.com%3A/sites/sandbox',
    "/sites/root/getByPath(path='/sites/sandbox')",
    '/sites/root:/sites/Sandbox',
  ])('is found at %s', async (address) => {
    expect((await ask('GET', address)).body).toMatchObject({ id: world.siteId(SANDBOX), displayName: 'Sandbox' })
  })

  it('shows its lists below its own address too', async () => {
    await makeList(world, ask, { displayName: 'Below' })
    const { body } = await ask('GET', '/sites/local.sharepoint.com:/sites/sandbox:/lists/Below')
    expect(body.displayName).toBe('Below')
    expect((await ask('GET', `${site}?$expand=lists`)).body.lists).toContainEqual(
      expect.objectContaining({ displayName: 'Below' }),
    )
  })

  it('is found by search only by who may open it', async () => {
    const found = await ask('GET', '/sites?search=sgg')
    expect(found.body.value.map((one: { displayName: string }) => one.displayName)).toEqual(['CSAE SGG'])
    const outsider = await world.as('outsider', MANAGE)
    expect((await outsider('GET', '/sites?search=sgg')).body.value).toEqual([])
  })

  it('has the columns that every list has', async () => {
    const { body } = await ask('GET', `${site}/columns?$select=name`)
    expect(body.value).toContainEqual({ name: 'Author' })
  })

  it('that is not there is not found', async () => {
    for (const address of ['/sites/local.sharepoint.com:/sites/nowhere', '/sites/a:/%zz', '/sites/%zz']) {
      expect((await ask('GET', address)).body.error.code).toBe('itemNotFound')
    }
  })
})

describe('a list', () => {
  it('is made with its columns and found by id and by name', async () => {
    const list = await makeList(world, ask, { ...LIST, displayName: 'Both ways', description: 'd' })
    const { body } = await ask('GET', `${site}/lists/both ways?$expand=columns`)
    expect(body).toMatchObject({ displayName: 'Both ways', description: 'd', list: { template: 'genericList' } })
    expect(list).toContain(body.id)
    const key = body.columns.find((column: { name: string }) => column.name === 'Key')
    expect(key).toMatchObject({ indexed: true, enforceUniqueValues: true, text: { maxLength: 255 } })
  })

  it('is renamed and removed with all that is in it', async () => {
    const list = await makeList(world, ask)
    await ask('POST', `${list}/items`, { fields: { Key: 'k' } })
    expect((await ask('PATCH', list, { displayName: 'Renamed' })).body.displayName).toBe('Renamed')
    expect((await ask('DELETE', `${site}/lists/Renamed`)).status).toBe(204)
    expect((await ask('GET', `${list}/items`)).status).toBe(404)
    const again = await makeList(world, ask, { ...LIST, displayName: 'Renamed' })
    expect((await ask('POST', `${again}/items`, { fields: { Key: 'k' } })).status).toBe(201)
  })

  it('that is hidden is listed only to who asks for system lists', async () => {
    await makeList(world, ask, { displayName: 'Unseen', list: { template: 'genericList', hidden: true } })
    const names = async (options: string): Promise<string[]> =>
      (await ask('GET', `${site}/lists${options}`)).body.value.map((one: { displayName: string }) => one.displayName)
    expect(await names('')).not.toContain('Unseen')
    expect(await names('?$select=displayName,system')).toContain('Unseen')
  })

  it('is found by a filter on its title and on nothing else', async () => {
    await makeList(world, ask, { displayName: 'Sought' })
    expect((await ask('GET', `${site}/lists?$filter=displayName eq 'sought'`)).body.value).toHaveLength(1)
    expect((await ask('GET', `${site}/lists?$filter=name eq 'sought'`)).status).toBe(400)
  })

  it.each([
    ['a title that is taken', { displayName: 'Taken' }, 409],
    ['no title', { columns: [] }, 400],
    ['a name of its own', { name: 'n', displayName: 'x' }, 400],
    ['a template that is no list', { displayName: 'x', list: { template: 'documentLibrary' } }, 400],
    [
      'two columns of one name',
      {
        displayName: 'x',
        columns: [
          { name: 'A', text: {} },
          { name: 'a', text: {} },
        ],
      },
      409,
    ],
    ['a column without a type', { displayName: 'x', columns: [{ name: 'A' }] }, 400],
    ['a column whose name is no name', { displayName: 'x', columns: [{ name: "A') --", text: {} }] }, 400],
    [
      'unique values without an index',
      { displayName: 'x', columns: [{ name: 'A', text: {}, enforceUniqueValues: true }] },
      400,
    ],
  ])('is refused with %s, and nothing of it stays', async (_, body, status) => {
    await ask('POST', `${site}/lists`, { displayName: 'Taken' })
    expect((await ask('POST', `${site}/lists`, body)).status).toBe(status)
    expect((await ask('GET', `${site}/lists/x`)).status).toBe(404)
    const next = await makeList(world, ask, { displayName: 'After', columns: [{ name: 'Fresh', text: {} }] })
    const { body: columns } = await ask('GET', `${next}/columns?$filter=name eq 'Fresh'`)
    expect(columns.value).toHaveLength(1)
    await ask('DELETE', next)
  })

  it('has the content types of its items', async () => {
    const list = await makeList(world, ask)
    const { body } = await ask('GET', `${list}/contentTypes`)
    const { body: item } = await ask('POST', `${list}/items`, { fields: {} })
    expect(body.value.map((one: { id: string }) => one.id)).toContain(item.contentType.id)
  })
})

describe('a column', () => {
  it('is added, changed and removed', async () => {
    const list = await makeList(world, ask, { columns: [] })
    const { status, body } = await ask('POST', `${list}/columns`, {
      name: 'Later',
      text: {},
      displayName: 'Said later',
    })
    expect(status).toBe(201)
    expect((await ask('GET', `${list}/columns/${body.id}`)).body.displayName).toBe('Said later')
    const changed = await ask('PATCH', `${list}/columns/Later`, { indexed: true, text: { maxLength: 10 } })
    expect(changed.body).toMatchObject({ indexed: true, text: { maxLength: 10 } })
    expect((await ask('DELETE', `${list}/columns/Later`)).status).toBe(204)
    expect((await ask('POST', `${list}/items`, { fields: { Later: 'x' } })).status).toBe(400)
  })

  it('can not become unique while values repeat', async () => {
    const list = await makeList(world, ask, { columns: [{ name: 'Code', text: {} }] })
    for (const code of ['a', 'a']) await ask('POST', `${list}/items`, { fields: { Code: code } })
    const unique = { indexed: true, enforceUniqueValues: true }
    expect((await ask('PATCH', `${list}/columns/Code`, unique)).body.error.message).toMatch(/unique/)
    expect((await ask('GET', `${list}/columns/Code`)).body).toMatchObject({
      indexed: false,
      enforceUniqueValues: false,
    })
    await ask('PATCH', `${list}/items/2/fields`, { Code: 'b' })
    expect((await ask('PATCH', `${list}/columns/Code`, unique)).status).toBe(200)
    expect((await ask('POST', `${list}/items`, { fields: { Code: 'A' } })).status).toBe(400)
  })

  it('fills in its default', async () => {
    const columns = [{ name: 'Level', choice: { choices: ['low'] }, defaultValue: { value: 'low' } }]
    const list = await makeList(world, ask, { columns })
    expect((await ask('POST', `${list}/items`, { fields: {} })).body.fields.Level).toBe('low')
  })

  it.each([
    ['GET', 200],
    ['PATCH', 403],
    ['DELETE', 400],
  ])('that SharePoint brings is there to read: %s gives %i', async (method, status) => {
    const list = await makeList(world, ask)
    const body = method === 'PATCH' ? { displayName: 'x' } : undefined
    expect((await ask(method, `${list}/columns/Author`, body)).status).toBe(status)
  })

  it('keeps its type', async () => {
    const list = await makeList(world, ask)
    expect((await ask('PATCH', `${list}/columns/Plain`, { number: {} })).status).toBe(400)
  })
})
