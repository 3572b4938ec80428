import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demonstrationTenant } from '../../../src/laptop/demonstration/tenant.ts'
import { probe } from '../../../src/laptop/probing.ts'
import { graphApp } from '../../../src/local/graph/app.ts'
import { COVERAGE } from '../../../src/local/graph/coverage.ts'
import { createDirectory } from '../../../src/local/graph/directory.ts'
import { createFaults } from '../../../src/local/graph/faults.ts'
import { OBSERVED } from '../../../src/local/graph/observed.ts'
import { ROUTES } from '../../../src/local/graph/routes.ts'
import { openStore } from '../../../src/local/graph/store/store.ts'
import { createThrottle } from '../../../src/local/graph/throttle.ts'
import { makeList, MANAGE, openGraph, SANDBOX, type GraphWorld } from './graphworld.ts'
import { hasDescription, mismatches } from './schema.ts'

let world: GraphWorld
beforeAll(async () => {
  world = await openGraph()
})
afterAll(() => world.close())

describe('the table of coverage', () => {
  it('names the routes and nothing else, each once', () => {
    expect(COVERAGE.map((one) => one.route).toSorted()).toEqual(['batch', ...ROUTES.map((one) => one.id)].toSorted())
  })

  it('stands for what HTTP answers', () => {
    const app = graphApp({
      directory: createDirectory(demonstrationTenant()),
      signIn: world.graph.signIn,
      store: openStore(),
      faults: createFaults(),
      throttle: createThrottle('off'),
      now: Date.now,
      latencyMs: 0,
      record: () => undefined,
    })
    expect(app.routes.map(({ method, path }) => `${method} ${path}`).toSorted()).toEqual(
      ['POST /$batch', ...ROUTES.map(({ method, path }) => `${method} ${path}`)].toSorted(),
    )
  })

  it.each(COVERAGE)('names a test of $route that there is', ({ test: [file, name] }) => {
    const source = readFileSync(new URL(file, import.meta.url), 'utf8')
    expect(source).toContain(`'${name}'`)
  })

  it('says of each partial route what is missing', () => {
    expect(COVERAGE.filter((one) => one.status === 'partial' && one.note === '')).toEqual([])
  })
})

describe('what is only observed', () => {
  it('is named once each', () => {
    expect(new Set(OBSERVED.map((one) => one.id)).size).toBe(OBSERVED.length)
  })

  it('holds here, every claim of it, large ones too, and leaves no list behind', async () => {
    const ask = await world.as('coordinator', MANAGE)
    const site = world.siteId(SANDBOX)
    const lists = async (): Promise<unknown[]> => (await ask('GET', `/sites/${site}/lists`)).body.value
    const before = await lists()
    const { accessToken: token } = await world.graph.signIn.personToken({
      person: 'coordinator',
      clientId: 'probe',
      audience: 'https://graph.microsoft.com',
      scopes: [MANAGE],
      consent: 'any',
    })
    const findings = []
    for await (const finding of probe({ base: world.graph.url, token, site, large: true })) findings.push(finding)
    expect(findings.filter((one) => one.outcome !== 'holds')).toEqual([])
    expect(findings).toHaveLength(OBSERVED.length)
    expect(await lists()).toEqual(before)
  })

  it('is found out where it does not hold', async () => {
    const ask = await world.as('coordinator', MANAGE)
    await makeList(world, ask)
    const claim = { id: 'wrong', claim: 'A list has no items path.', source: 'nobody' }
    const steps = [{ method: 'GET', path: '{list}/items', expect: { status: 404 } }] as const
    const { accessToken: token } = await world.graph.signIn.personToken({
      person: 'coordinator',
      clientId: 'probe',
      audience: 'https://graph.microsoft.com',
      scopes: [MANAGE],
      consent: 'any',
    })
    const target = { base: world.graph.url, token, site: world.siteId(SANDBOX), large: false }
    const large = { ...claim, id: 'large', check: { columns: [], items: 5001, steps } }
    const findings = []
    for await (const finding of probe(target, [{ ...claim, check: { columns: [], steps } }, large]))
      findings.push(finding)
    expect(findings).toMatchObject([
      { outcome: 'differs', instead: expect.stringContaining('status 404 was expected') as string },
      { outcome: 'left out' },
    ])
  })
})

describe.skipIf(!hasDescription)("Microsoft's description (skipped where ../shared is missing)", () => {
  const path = '/sites/a/lists/b/items/1'

  it.each([
    ['a wrong type', { id: '1', createdDateTime: 5 }],
    ['a property that there is not', { id: '1', titel: 'x' }],
    ['a property that there is not, deep', { id: '1', contentType: { id: '1', nome: 'x' } }],
  ])('judges: %s is found', (_, body) => {
    expect(mismatches('GET', path, 200, body)).not.toEqual([])
  })

  it('judges: what is right passes, and what it does not describe is said to be so', () => {
    expect(mismatches('GET', path, 200, { '@odata.etag': 'x', id: '1', fields: { anything: 1 } })).toEqual([])
    expect(mismatches('GET', '/nowhere', 200, {})).toBeUndefined()
  })

  it('describes every route but those that it is known to leave out', () => {
    const undescribed = ROUTES.filter(
      ({ method, path: template }) => mismatches(method, template.replaceAll(/:\w+/g, 'x'), 404, {}) === undefined,
    )
    expect(undescribed.map((one) => one.id)).toEqual(['drive.put', 'users.sendMail', 'groups.owners'])
  })
})
