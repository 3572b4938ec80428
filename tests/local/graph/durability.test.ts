import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { APPS } from '../../../src/laptop/demonstration/tenant.ts'
import { DataInUseError } from '../../../src/local/sqlite.ts'
import { makeList, MANAGE, openGraph, SANDBOX, type Ask, type Reply } from './graphworld.ts'

const ITEMS = 50_000
const ROOT = new URL('../../../', import.meta.url)

let data: string
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'graph-'))
})
afterEach(() => rmSync(data, { recursive: true, force: true }))

describe('what was written', () => {
  it('is there after a restart: lists, items, versions, grants, tokens of delta and of people', async () => {
    const before = await openGraph({ data })
    const ask = await before.as('coordinator', MANAGE)
    const list = await makeList(before, ask, {
      displayName: 'Kept',
      columns: [{ name: 'Key', text: {}, indexed: true, enforceUniqueValues: true }],
    })
    const made = await ask('POST', `${list}/items`, { fields: { Key: 'k' } })
    await ask('PATCH', `${list}/items/1/fields`, { Key: 'l' })
    const administrator = await before.as('administrator', 'Sites.FullControl.All', APPS.administration)
    await administrator('POST', `/sites/${before.siteId(SANDBOX)}/permissions`, {
      roles: ['write'],
      grantedToIdentities: [{ application: { id: APPS.tab, displayName: 'Tab' } }],
    })
    const delta = await ask('GET', `${list}/items/delta?token=latest`)
    const keys = before.graph.signIn.jwks()
    await before.close()

    const after = await openGraph({ data })
    expect(after.graph.signIn.jwks()).toEqual(keys)
    const again = await after.as('coordinator', 'Sites.Selected', APPS.tab)
    expect((await again('GET', `${list}/items/1`)).body.createdDateTime).toBe(made.body.createdDateTime)
    expect((await again('GET', `${list}/items/1/versions`)).body.value).toHaveLength(2)
    expect((await again('POST', `${list}/items`, { fields: { Key: 'L' } })).status).toBe(400)
    const link = new URL(delta.body['@odata.deltaLink'] as string)
    const next = await again('GET', `${link.pathname.slice('/v1.0'.length)}${link.search}`)
    expect(next.body.value).toEqual([])
    await after.close()
  })

  it('is in one server only: a second one on the same folder says so', async () => {
    const first = await openGraph({ data })
    await expect(openGraph({ data })).rejects.toThrow(DataInUseError)
    await expect(openGraph({ data })).rejects.toThrow(/in use by another server/)
    await first.close()
    const second = await openGraph({ data })
    await second.close()
  })

  it('survives a server that is killed in the middle of writing: whatever was answered is there', async () => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', SERVER], {
      cwd: ROOT,
      env: { ...process.env, DATA: data },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    onTestFinished(() => {
      child.kill('SIGKILL')
    })
    const [origin] = (await once(createInterface(child.stdout), 'line')) as [string]
    const local = await fetch(`${origin}/local/token`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ person: 'coordinator', audience: 'graph', scope: MANAGE }),
    })
    const { access_token: token } = (await local.json()) as { access_token: string }
    const send = (path: string, body: object): Promise<Response> =>
      fetch(`${origin}/v1.0${path}`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      })
    const site = '/sites/local.sharepoint.com:/sites/sandbox:'
    await send(`${site}/lists`, { displayName: 'Cut' })
    let answered = 0
    const writing = (async () => {
      for (;;) {
        const response = await send(`${site}/lists/Cut/items`, { fields: { Title: 't' } })
        if (response.status !== 201) throw new Error(`answered ${response.status}`)
        answered += 1
        if (answered === 50) child.kill('SIGKILL')
      }
    })()
    await expect(writing).rejects.toThrow('fetch failed')

    const after = await openGraph({ data })
    const ask = await after.as('coordinator', MANAGE)
    const { body } = await ask('GET', `${site}/lists/Cut/items?$top=5000`)
    expect(body.value.length).toBeGreaterThanOrEqual(answered)
    expect(answered).toBeGreaterThanOrEqual(50)
    await after.close()
  })
})

describe(`a list of ${ITEMS} items`, () => {
  it('is paged, filtered by index, and followed by delta', async () => {
    const world = await openGraph({ data })
    const ask = await world.as('coordinator', MANAGE)
    const columns = [
      { name: 'Key', text: {}, indexed: true, enforceUniqueValues: true },
      { name: 'Due', text: {}, indexed: true },
    ]
    const list = await makeList(world, ask, { displayName: 'Many', columns })
    const rows = function* (): Generator<object> {
      for (let index = 0; index < ITEMS; index += 1) {
        yield { Title: `Item ${index}`, Key: `k${String(index).padStart(5, '0')}`, Due: `20${10 + (index % 20)}-01-01` }
      }
    }
    expect(world.graph.seed(SANDBOX, 'Many', rows() as Generator<Record<string, unknown>>)).toBe(ITEMS)

    const everything = await follow(ask, `${list}/items?$expand=fields($select=Key)&$top=5000`)
    expect(everything.pages).toBe(ITEMS / 5000)
    expect(everything.ids.size).toBe(ITEMS)

    const one = await ask('GET', `${list}/items?$filter=fields/Key eq 'K43210'`)
    expect(one.body.value).toMatchObject([{ id: '43211' }])
    const due = await follow(ask, `${list}/items?$filter=fields/Due eq '2012-01-01'&$top=1000`)
    expect(due.ids.size).toBe(ITEMS / 20)
    const ordered = await ask('GET', `${list}/items?$orderby=fields/Due desc&$top=3&$expand=fields($select=Due)`)
    expect(ordered.body.value.map((item: { fields: { Due: string } }) => item.fields.Due)).toEqual(
      Array.from({ length: 3 }, () => '2029-01-01'),
    )
    const scan = await ask('GET', `${list}/items?$filter=fields/Title eq 'Item 7'`, undefined, {
      Prefer: 'HonorNonIndexedQueriesWarningMayFailRandomly',
    })
    expect(scan.status).toBe(422)
    expect(scan.body.error).toMatchObject({ code: 'notSupported', innerError: { code: 'tooManyResources' } })

    const delta = await follow(ask, `${list}/items/delta?$top=5000`)
    expect(delta.ids.size).toBe(ITEMS)
    await ask('DELETE', `${list}/items/7`)
    const next = await ask('GET', delta.last.body['@odata.deltaLink'] as string)
    expect(next.body.value).toEqual([{ id: '7', deleted: { state: 'deleted' } }])
    await world.close()
  })
})

async function follow(ask: Ask, first: string): Promise<{ ids: Set<string>; pages: number; last: Reply }> {
  const ids = new Set<string>()
  let pages = 0
  let next: string | undefined = first
  let last: Reply | undefined
  while (next !== undefined) {
    last = await ask('GET', next)
    for (const item of last.body.value as { id: string }[]) ids.add(item.id)
    pages += 1
    next = last.body['@odata.nextLink'] as string | undefined
  }
  return { ids, pages, last: last as Reply }
}

/** A server of its own, to be killed. */
const SERVER = `
import { createGraph } from './src/local/graph/server.ts'
import { demonstrationTenant } from './src/laptop/demonstration/tenant.ts'
const graph = await createGraph({ tenant: demonstrationTenant(), port: 0, data: process.env.DATA, tokenRoute: true, throttle: 'off' })
console.log(graph.origin)
`
