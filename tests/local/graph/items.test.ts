import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LIST, makeList, MANAGE, openGraph, type Ask, type GraphWorld } from './graphworld.ts'

let world: GraphWorld
let ask: Ask

beforeAll(async () => {
  world = await openGraph()
  ask = await world.as('coordinator', MANAGE)
})
afterAll(() => world.close())

describe('an item', () => {
  it('is created with its fields, by whom the token says, and found again', async () => {
    const list = await makeList(world, ask)
    const made = await ask('POST', `${list}/items`, {
      fields: { Title: 'First', Key: 'a', Count: 2, Open: true },
      createdBy: { user: { displayName: 'Somebody else' } },
    })
    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({
      id: '1',
      createdBy: { user: { displayName: 'Priya Raman', email: 'priya.raman@rocu.wmshires.example' } },
      contentType: { name: 'Item' },
      fields: { id: '1', Title: 'First', Key: 'a', Count: 2, Open: true },
    })
    expect(made.headers.get('Location')).toContain('/items/1')
    const { body } = await ask('GET', `${list}/items/1?$expand=fields($select=Title,Count)`)
    expect(body.fields).toEqual({ '@odata.etag': made.body.eTag, Title: 'First', Count: 2 })
    const bare = await ask('GET', `${list}/items/1`)
    expect(bare.body).not.toHaveProperty('fields')
  })

  it('keeps the fields that a change leaves out, and loses the one set to null', async () => {
    const list = await makeList(world, ask)
    await ask('POST', `${list}/items`, { fields: { Title: 'First', Plain: 'p', Due: '2020-03-05' } })
    const changed = await ask('PATCH', `${list}/items/1/fields`, { Plain: 'q', Due: null })
    expect(changed.status).toBe(200)
    expect(changed.body).toMatchObject({ Title: 'First', Plain: 'q' })
    expect(changed.body).not.toHaveProperty('Due')
    const whole = await ask('PATCH', `${list}/items/1?$expand=fields($select=Title)`, { fields: { Title: 'Second' } })
    expect(whole.body.fields.Title).toBe('Second')
  })

  it('is changed and deleted only at the version that If-Match names', async () => {
    const list = await makeList(world, ask)
    const made = await ask('POST', `${list}/items`, { fields: { Title: 'First' } })
    const old = { 'If-Match': made.body.eTag as string }
    const changed = await ask('PATCH', `${list}/items/1/fields`, { Title: 'Second' }, old)
    expect(changed.status).toBe(200)
    for (const [method, path, body] of [
      ['PATCH', `${list}/items/1/fields`, { Title: 'Third' }],
      ['PATCH', `${list}/items/1`, { fields: { Title: 'Third' } }],
      ['DELETE', `${list}/items/1`, undefined],
    ] as const) {
      const refused = await ask(method, path, body, old)
      expect(refused.status).toBe(412)
      expect(refused.body.error.code).toBe('resourceModified')
    }
    expect((await ask('GET', `${list}/items/1/fields`)).body.Title).toBe('Second')
    expect((await ask('PATCH', `${list}/items/1/fields`, { Title: 'Any' }, { 'If-Match': '*' })).status).toBe(200)
    expect((await ask('PATCH', `${list}/items/1/fields`, { Title: 'None' })).status).toBe(200)
    expect((await ask('DELETE', `${list}/items/1`)).status).toBe(204)
    expect((await ask('GET', `${list}/items/1`)).body.error.code).toBe('itemNotFound')
  })

  it('has its number for ever: a deleted one is not given again', async () => {
    const list = await makeList(world, ask)
    await ask('POST', `${list}/items`, { fields: { Title: 'a' } })
    await ask('DELETE', `${list}/items/1`)
    expect((await ask('POST', `${list}/items`, { fields: { Title: 'b' } })).body.id).toBe('2')
  })

  it('can not take the key of another, in any case; a deleted one frees it', async () => {
    const list = await makeList(world, ask)
    await ask('POST', `${list}/items`, { fields: { Key: 'abc' } })
    await ask('POST', `${list}/items`, { fields: { Key: 'other' } })
    await ask('POST', `${list}/items`, { fields: { Title: 'without a key' } })
    expect((await ask('POST', `${list}/items`, { fields: { Title: 'another without' } })).status).toBe(201)
    for (const reply of [
      await ask('POST', `${list}/items`, { fields: { Key: 'ABC' } }),
      await ask('PATCH', `${list}/items/2/fields`, { Key: 'abc' }),
    ]) {
      expect(reply.status).toBe(400)
      expect(reply.body.error.message).toMatch(/unique constraints/)
    }
    await ask('DELETE', `${list}/items/1`)
    expect((await ask('PATCH', `${list}/items/2/fields`, { Key: 'abc' })).status).toBe(200)
  })

  it('keeps several choices, people and days as SharePoint shows them', async () => {
    const list = await makeList(world, ask)
    const made = await ask('POST', `${list}/items`, {
      fields: {
        'Tags@odata.type': 'Collection(Edm.String)',
        Tags: ['a', 'b'],
        OwnerLookupId: '6',
        'OwnersLookupId@odata.type': 'Collection(Edm.Int32)',
        OwnersLookupId: [6, 7],
        When: '2020-03-05T10:00:00.789+01:00',
        Quiet: 'unheard',
      },
    })
    expect(made.body.fields).toMatchObject({
      Tags: ['a', 'b'],
      OwnerLookupId: '6',
      When: '2020-03-05T09:00:00Z',
      Owners: [
        { LookupId: 6, LookupValue: 'Priya Raman', Email: 'priya.raman@rocu.wmshires.example' },
        { LookupId: 7, LookupValue: 'Helen Marlowe', Email: expect.any(String) as string },
      ],
      AuthorLookupId: '6',
    })
    expect(made.body.fields).not.toHaveProperty('Quiet')
    expect((await ask('GET', `${list}/items/1/fields?$select=Quiet`)).body.Quiet).toBe('unheard')
  })

  it.each([
    ['a field that the list has not', { Nowhere: 1 }, /'Nowhere' is not recognized/],
    ['a number that is text', { Count: 'three' }, /Count/],
    ['a text that is a number', { Plain: 3 }, /Plain/],
    ['a truth that is none', { Open: 'yes' }, /Open/],
    ['a text that is too long for its column', { Due: '2020-03-05T00' }, /Due/],
    ['a day that is none', { When: 'soon' }, /When/],
    ['several choices without their type', { Tags: ['a'] }, /Collection\(Edm.String\)/],
    ['a person whom nobody knows', { OwnerLookupId: '999' }, /999/],
    ['what SharePoint itself keeps', { Created: '2020-03-05T00:00:00Z' }, /read-only/],
    ['a row of more than 8,000 bytes', Object.fromEntries(wide().map((name) => [name, 'x'.repeat(255)])), /8000 bytes/],
  ])('is refused with %s', async (_, fields, message) => {
    const columns = [...LIST.columns, ...wide().map((name) => ({ name, text: {} }))]
    const list = await makeList(world, ask, { columns })
    const { status, body } = await ask('POST', `${list}/items`, { fields })
    expect(status).toBe(400)
    expect(body.error.code).toBe('invalidRequest')
    expect(body.error.message).toMatch(message)
    expect((await ask('GET', `${list}/items`)).body.value).toEqual([])
  })

  it('has versions, newest first, and any of them can be brought back', async () => {
    const list = await makeList(world, ask)
    await ask('POST', `${list}/items`, { fields: { Title: 'one', Plain: 'p' } })
    await ask('PATCH', `${list}/items/1/fields`, { Title: 'two', Plain: null })
    const { body } = await ask('GET', `${list}/items/1/versions`)
    expect(body.value.map((one: { id: string }) => one.id)).toEqual(['2.0', '1.0'])
    const first = await ask('GET', `${list}/items/1/versions/1.0`)
    expect(first.body.fields).toMatchObject({ Title: 'one', Plain: 'p' })
    expect((await ask('GET', `${list}/items/1/versions/2.0/fields`)).body.Title).toBe('two')
    expect((await ask('POST', `${list}/items/1/versions/1.0/restoreVersion`)).status).toBe(204)
    expect((await ask('GET', `${list}/items/1/fields`)).body).toMatchObject({ Title: 'one', Plain: 'p' })
    expect((await ask('GET', `${list}/items/1/versions`)).body.value).toHaveLength(3)
    expect((await ask('GET', `${list}/items/1/versions/9.0`)).status).toBe(404)
  })

  it('returns no append-only text, which SharePoint shows in its own pages only', async () => {
    const log = { name: 'Log', text: { allowMultipleLines: true, appendChangesToExistingText: true } }
    const list = await makeList(world, ask, { columns: [log] })
    const made = await ask('POST', `${list}/items`, { fields: { Log: 'first' } })
    expect(made.body.fields).not.toHaveProperty('Log')
    expect((await ask('GET', `${list}/items/1/fields?$select=Log`)).body).not.toHaveProperty('Log')
  })
})

function wide(): string[] {
  return Array.from({ length: 16 }, (_, index) => `Wide${index}`)
}
