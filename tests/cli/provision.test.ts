import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runMatters } from '../../src/cli/matters.ts'
import {
  APPS,
  CONTROL_SITE_PATH,
  demonstrationTenant,
  GRAPH_AUDIENCE,
  SITE_HOST,
  TEAMS,
} from '../../src/laptop/demonstration/tenant.ts'
import { createGraph, type LocalGraph } from '../../src/local/graph/server.ts'
import { createGraphClient, type GraphClient } from '../../src/sharepoint/client.ts'
import { openControl } from '../../src/sharepoint/control/control.ts'
import type { Deployed } from '../../src/sharepoint/provisioning/deployment.ts'
import { grantSite, readGrant } from '../../src/sharepoint/provisioning/grants.ts'

const CONTROL = `https://${SITE_HOST}${CONTROL_SITE_PATH}`
const MISSING = `https://${SITE_HOST}${TEAMS.missing.sitePath}`

let graph: LocalGraph

beforeEach(async () => {
  graph = await createGraph({ tenant: demonstrationTenant(), port: 0, throttle: 'off' })
})
afterEach(() => graph.close())

async function tokenOf(person: string, clientId: string, scopes: string[]): Promise<string> {
  return (await graph.signIn.personToken({ person, clientId, audience: GRAPH_AUDIENCE, scopes })).accessToken
}

const asAdministrator = (): Promise<string> => tokenOf('administrator', APPS.administration, ['Sites.FullControl.All'])
const client = (): GraphClient => createGraphClient({ base: graph.url, token: asAdministrator })

async function matters(
  words: string,
  token?: string,
): Promise<{ code: number; out: string; error: string; deployed: Deployed }> {
  let out = ''
  let error = ''
  const code = await runMatters(
    `provision --tab-app ${APPS.tab} --service-app ${APPS.service} ${words}`.trim().split(/\s+/),
    {
      env: { MATTERS_GRAPH_BASE: graph.url, MATTERS_TOKEN: token ?? (await asAdministrator()) },
      write: (text) => (out += text),
      writeError: (text) => (error += text),
      ask: () => Promise.resolve(null),
    },
  )
  return { code, out, error, deployed: out.startsWith('{') ? (JSON.parse(out) as Deployed) : (null as never) }
}

describe('matters provision', () => {
  it('grants each application what it needs on the named sites, and nothing on others', async () => {
    const { code, deployed } = await matters(`--control ${CONTROL} --site ${MISSING} --json`)
    expect(code).toBe(0)
    const grants = async (siteId: string, app: string) => readGrant(client(), siteId, app)
    const [site] = deployed.sites
    expect(await grants(site?.id ?? '', APPS.tab)).toEqual(['write'])
    expect(await grants(site?.id ?? '', APPS.service)).toEqual(['manage'])
    expect(await grants(deployed.controlSite?.id ?? '', APPS.tab)).toBeNull()
    expect(await grants(deployed.controlSite?.id ?? '', APPS.service)).toEqual(['manage'])

    const tab = createGraphClient({
      base: graph.url,
      token: () => tokenOf('coordinator', APPS.tab, ['Sites.Selected']),
    })
    const lists = (id: string) => tab.send({ method: 'GET', path: `/sites/${id}/lists` })
    await expect(lists(site?.id ?? '')).resolves.toBeDefined()
    await expect(lists(deployed.controlSite?.id ?? '')).rejects.toMatchObject({ status: 403 })
  })

  it('makes Control’s lists, and prints what the service must be told', async () => {
    const { code, out } = await matters(`--control ${CONTROL}`)
    expect(code).toBe(0)
    expect(out).toMatch(/made +list Matters Groups/)
    expect(out).toMatch(/MATTERS_CONTROL_SITE is local\.sharepoint\.com,[\w-]+,[\w-]+\n$/)
  })

  it('changes nothing when it is run again', async () => {
    await matters(`--control ${CONTROL} --site ${MISSING}`)
    const { code, deployed } = await matters(`--control ${CONTROL} --site ${MISSING} --json`)
    expect(code).toBe(0)
    expect(deployed.did.filter(({ state }) => state !== 'there')).toEqual([])
  })

  it('makes a grant what it should be when it was too much', async () => {
    const { deployed } = await matters(`--site ${MISSING} --json`)
    const [site] = deployed.sites
    await grantSite(client(), site?.id ?? '', { id: APPS.tab, name: 'tab' }, ['fullcontrol'])
    const again = await matters(`--site ${MISSING} --json`)
    expect(again.deployed.did).toContainEqual(expect.objectContaining({ what: 'grant', state: 'changed' }))
    expect(await readGrant(client(), site?.id ?? '', APPS.tab)).toEqual(['write'])
  })

  it('brings the lists of groups in the directory up to date, also those of sites that aren’t named', async () => {
    const { deployed } = await matters(`--control ${CONTROL} --site ${MISSING} --json`)
    const control = await openControl({ client: client(), siteId: deployed.controlSite?.id ?? '' })
    await control.addGroup({
      key: 'missing',
      name: 'Missing',
      marking: { level: 'OFFICIAL' },
      siteId: deployed.sites[0]?.id ?? '',
      teamId: TEAMS.missing.id,
      channelId: TEAMS.missing.channels[1]?.id ?? '',
      commandId: 'a-command-of-old',
    })
    const again = await matters(`--control ${CONTROL} --json`)
    expect(again.deployed.did).toContainEqual({
      what: 'list',
      site: deployed.sites[0]?.id,
      where: 'Matters Actions',
      state: 'made',
    })
  })

  it('writes nothing when one of the sites isn’t there, and names each that isn’t', async () => {
    const { code, error, out } = await matters(`--site ${MISSING} --site ${MISSING}-typo --site nonsense`)
    expect(code).toBe(1)
    expect(error).toContain(`${MISSING}-typo isn’t a site`)
    expect(error).toContain('nonsense isn’t a site')
    expect(out).toBe('')
    expect(graph.requests.filter(({ method }) => method !== 'GET')).toEqual([])
  })

  it('doesn’t let the Control site be a group’s as well', async () => {
    const { code, error } = await matters(`--control ${CONTROL} --site ${CONTROL}`)
    expect([code, error]).toEqual([1, expect.stringContaining('is the Control site')])
  })

  it('says when the tab has a grant on Control, as it must not', async () => {
    const { deployed } = await matters(`--control ${CONTROL} --json`)
    await grantSite(client(), deployed.controlSite?.id ?? '', { id: APPS.tab, name: 'tab' }, ['read'])
    const { code, error } = await matters(`--control ${CONTROL}`)
    expect([code, error]).toEqual([1, expect.stringContaining('It must have none there')])
  })

  it('says so when the token isn’t an administrator’s', async () => {
    const token = await tokenOf('coordinator', APPS.administration, ['Sites.Manage.All'])
    const { code, error } = await matters(`--site ${MISSING}`, token)
    expect([code, error]).toEqual([1, expect.stringContaining('may not change')])
  })

  it('asks for what it wasn’t told, in Welsh where that is wanted', async () => {
    expect(await matters(`--site ${MISSING}`, ' ')).toMatchObject({
      code: 1,
      error: expect.stringContaining('MATTERS_TOKEN'),
    })
    expect(await matters('')).toMatchObject({ code: 1, error: expect.stringContaining('--control') })
    expect((await matters(`--language cy --control ${CONTROL}`)).out).toContain('gwnaed')
  })
})
