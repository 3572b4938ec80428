import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findFree, isFree } from '../../src/laptop/ports.ts'
import { runToEnd, start, temporaryFolder, type Running } from '../journeys/laptop.ts'

describe('npm start', () => {
  const folder = temporaryFolder()
  let running: Running

  beforeAll(async () => {
    running = await start('start', folder.path)
  })

  afterAll(async () => {
    await running.stop()
    folder.remove()
  })

  const at = (more: number, path = '/'): string => `http://localhost:${running.port + more}${path}`

  test('says where it is, and answers on four ports', async () => {
    expect(running.said().trim().split('\n').at(-1)).toBe(`Matters Arising is ready: ${at(0)}`)
    expect((await fetch(at(0))).status).toBe(200)
    expect((await fetch(at(1))).status).toBe(200)
    expect((await fetch(at(2, '/v1.0/me'))).status).toBe(401)
    expect(await (await fetch(at(3, '/healthz'))).json()).toEqual({ healthy: true })
  })

  test('tells the tab where Graph and the service are, and lets only Teams and its own host frame it', async () => {
    const page = await fetch(at(1))
    const configuration = /id="configuration">([^<]*)</.exec(await page.text())?.[1] ?? ''
    expect(JSON.parse(configuration)).toMatchObject({ graphBase: at(2, '/v1.0'), hostOrigins: [at(0).slice(0, -1)] })
    const policy = page.headers.get('content-security-policy') ?? ''
    const frames = policy.split('; ').find((directive) => directive.startsWith('frame-ancestors'))
    expect(frames?.split(' ').filter((origin) => origin.startsWith('http:'))).toEqual([at(0).slice(0, -1)])
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe')
  })

  test('hands out no tokens', async () => {
    const answer = await fetch(at(2, '/local/token'), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ person: 'coordinator', audience: 'graph', scope: 'Sites.Manage.All' }),
    })
    expect(answer.status).toBe(404)
  })

  test.each([0, 1, 2, 3])('answers only to this machine’s name on port N+%i', async (more) => {
    const { get } = await import('node:http')
    const request = get({ port: running.port + more, host: '127.0.0.1', headers: { host: 'matters.example' } })
    const [response] = (await once(request, 'response')) as [{ statusCode: number }]
    expect(response.statusCode).toBeGreaterThanOrEqual(400)
    request.destroy()
  })

  test('a second start on the same data is one clear sentence', async () => {
    const port = await findFree(4)
    const { code, said } = await runToEnd('start', '--port', String(port), '--data', folder.path, '--no-open')
    expect(said).toBe(`Matters Arising is already running on the data in ${folder.path}.\n`)
    expect(code).toBe(1)
  })
})

describe('a start that can’t be', () => {
  test('because a port is in use names the port', async () => {
    const port = await findFree(4)
    const server = createServer().listen(port + 1, '127.0.0.1')
    await once(server, 'listening')
    const folder = temporaryFolder()
    const { code, said } = await runToEnd('start', '--port', String(port), '--data', folder.path, '--no-open')
    server.close()
    expect(said).toContain(`Port ${port + 1} is in use`)
    expect(said.trim().split('\n').length).toBe(1)
    expect(code).toBe(1)
  })

  test.each([
    [['--port', 'eighty'], '"eighty" is not'],
    [['--port', '65534'], '--port is a number from 1 to 65532'],
    [['--prot', '5400'], "Unknown option '--prot'"],
    [['surplus'], 'surplus'],
  ])('because of %j says what is wrong with it', async (args, words) => {
    const { code, said } = await runToEnd('start', ...args)
    expect(said).toContain(words)
    expect(said.trim().split('\n').length).toBe(1)
    expect(code).toBe(1)
  })

  test('in a folder that holds something else leaves it alone', async () => {
    const folder = temporaryFolder()
    mkdirSync(folder.path)
    writeFileSync(join(folder.path, 'thesis.txt'), 'mine')
    const port = await findFree(1)
    const { code, said } = await runToEnd('graph', '--port', String(port), '--data', folder.path, '--fresh')
    folder.remove()
    expect(said).toContain('holds something else')
    expect(code).toBe(1)
  })
})

describe('npm run graph', () => {
  const folder = temporaryFolder()
  afterAll(() => folder.remove())

  test('hands out tokens, keeps its data through a restart, and begins again when told', async () => {
    const sandbox = '/sites/local.sharepoint.com:/sites/sandbox'
    const first = await start('graph', folder.path)
    expect(first.said().trim().split('\n').at(-1)).toBe(`Graph is ready: http://localhost:${first.port}/v1.0`)
    const made = await ask(first, `${sandbox}:/lists`, { displayName: 'Kept', list: { template: 'genericList' } })
    expect(made.status).toBe(201)
    expect((await first.stop('SIGINT')).code).toBe(0)

    const second = await start('graph', folder.path)
    expect(second.said()).not.toContain('Telling')
    expect(await listNames(second, sandbox)).toContain('Kept')
    expect((await second.stop()).code).toBe(0)

    const third = await start('graph', folder.path, '--fresh')
    expect(await listNames(third, sandbox)).not.toContain('Kept')
    expect(await listNames(third, '/sites/local.sharepoint.com:/sites/csae-sgg')).toContain('Matters Actions')
    expect((await third.stop()).code).toBe(0)
  })

  test('killed without warning it leaves nothing running, and its data can be opened again', async () => {
    const killed = await start('graph', folder.path)
    await killed.stop('SIGKILL')
    await expect.poll(() => isFree(killed.port), { timeout: 20_000 }).toBe(true)
    const again = await start('graph', folder.path)
    expect((await again.stop()).code).toBe(0)
  })

  async function ask(running: Running, path: string, body?: object): Promise<Response> {
    const asked = await fetch(`http://localhost:${running.port}/local/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ person: 'coordinator', audience: 'graph', scope: 'Sites.Manage.All' }),
    })
    const { access_token: token } = (await asked.json()) as { access_token: string }
    return fetch(running.url + path, {
      method: body ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
  }

  async function listNames(running: Running, site: string): Promise<string[]> {
    const answer = await ask(running, `${site}:/lists`)
    const { value } = (await answer.json()) as { value: { displayName: string }[] }
    return value.map((list) => list.displayName)
  }
})
