import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PEOPLE, TEAMS } from '../../../src/laptop/demonstration/tenant.ts'
import { openGraph, tenantWith, type Ask, type GraphWorld } from './graphworld.ts'

const READ = 'User.Read User.Read.All Group.Read.All TeamMember.Read.All Team.ReadBasic.All Channel.ReadBasic.All'
const { csae, roads } = TEAMS

let world: GraphWorld
let coordinator: Ask

beforeAll(async () => {
  world = await openGraph({ tenant: tenantWith(['TeamMember.Read.Group', 'Team.ReadBasic.All']) })
  coordinator = await world.as('coordinator', READ)
})
afterAll(() => world.close())

describe('people', () => {
  it('are who the token says', async () => {
    expect((await coordinator('GET', '/me')).body).toMatchObject({
      displayName: 'Priya Raman',
      jobTitle: 'Governance Secretary',
    })
    const { body } = await coordinator('GET', '/me?$select=id,mail')
    expect(Object.keys(body as object)).toEqual(['@odata.context', 'mail', 'id'])
  })

  it('are found by object id, by principal name and by search; a guest by the name the tenant gave', async () => {
    const guest = PEOPLE.find((person) => person.key === 'guest')
    for (const name of [guest?.objectId, encodeURIComponent(guest?.userPrincipalName ?? '')]) {
      expect((await coordinator('GET', `/users/${name}?$select=userType`)).body.userType).toBe('Guest')
    }
    const found = await coordinator('GET', "/users?$filter=startswith(displayName,'si')")
    expect(found.body.value.map((one: { displayName: string }) => one.displayName)).toEqual(['Siân Bevan'])
    const searched = await coordinator('GET', '/users?$search="displayName:marlowe"', undefined, {
      ConsistencyLevel: 'eventual',
    })
    expect(searched.body.value).toHaveLength(1)
    expect((await coordinator('GET', '/users/nobody')).body.error.code).toBe('Request_ResourceNotFound')
  })

  it('show names and addresses only to User.ReadBasic.All, and nothing without it', async () => {
    const basic = await world.as('chair', 'User.ReadBasic.All')
    const { body } = await basic('GET', `/users/${PEOPLE[0]?.objectId}?$select=displayName,jobTitle,accountEnabled`)
    expect(body).toEqual({ '@odata.context': expect.any(String) as string, displayName: 'Priya Raman' })
    const none = await world.as('chair', 'Sites.Read.All')
    expect((await none('GET', '/users')).body.error.code).toBe('Authorization_RequestDenied')
  })
})

describe('a group and its team', () => {
  it('have owners, members and a site', async () => {
    const { body: group } = await coordinator('GET', `/groups/${csae.id}`)
    expect(group).toMatchObject({ displayName: 'CSAE SGG', groupTypes: ['Unified'] })
    const { body: members } = await coordinator('GET', `/groups/${csae.id}/members`)
    expect(members.value).toHaveLength(csae.owners.length + csae.members.length)
    const { body: owners } = await coordinator('GET', `/groups/${csae.id}/owners?$select=id`)
    expect(owners.value).toEqual([{ '@odata.type': '#microsoft.graph.user', id: PEOPLE[0]?.objectId }])
    const sites = await world.as('coordinator', 'Sites.Read.All')
    expect((await sites('GET', `/groups/${csae.id}/sites/root`)).body.id).toBe(world.siteId(csae.sitePath))
    const outsider = await world.as('outsider', 'Sites.Read.All Group.Read.All')
    expect((await outsider('GET', `/groups/${csae.id}/sites/root`)).status).toBe(403)
  })

  it('tell who owns them and who is a guest', async () => {
    const { body } = await coordinator('GET', `/teams/${csae.id}/members`)
    const rolesOf = (name: string): string[] =>
      body.value.find((one: { displayName: string }) => one.displayName === name).roles as string[]
    expect([rolesOf('Priya Raman'), rolesOf('Helen Marlowe'), rolesOf('Tom Ashworth')]).toEqual([
      ['owner'],
      [],
      ['guest'],
    ])
    const [first] = body.value
    expect((await coordinator('GET', `/teams/${csae.id}/members/${first.id}`)).body.userId).toBe(first.userId)
    expect((await coordinator('GET', `/teams/${csae.id}/members/nobody`)).status).toBe(404)
  })

  it('are those that one belongs to', async () => {
    const { body } = await coordinator('GET', '/me/joinedTeams')
    expect(body.value.map((one: { id: string }) => one.id)).toEqual([csae.id, TEAMS.missing.id])
  })

  it('have channels, each with members and a folder', async () => {
    const { body } = await coordinator('GET', `/teams/${csae.id}/channels`)
    const channel = csae.channels[1]?.id ?? ''
    expect(body.value.map((one: { displayName: string }) => one.displayName)).toEqual(['General', 'Governance'])
    const address = `/teams/${csae.id}/channels/${encodeURIComponent(channel)}`
    expect((await coordinator('GET', address)).body).toMatchObject({ id: channel, membershipType: 'standard' })
    expect((await coordinator('GET', `${address}/members`)).body.value).toHaveLength(9)
    expect((await coordinator('GET', `${address}/filesFolder`)).body).toMatchObject({ name: 'Governance', folder: {} })
    expect((await coordinator('GET', `/teams/${csae.id}/channels/19:none@thread.tacv2`)).status).toBe(404)
  })

  it('are closed to who does not belong to them, and open to an application that may read their members', async () => {
    const stranger = await world.as('coordinator', 'TeamMember.Read.All Team.ReadBasic.All')
    expect((await stranger('GET', `/teams/${roads.id}/members`)).status).toBe(403)
    expect((await stranger('GET', `/teams/${roads.id}`)).status).toBe(403)
    expect((await stranger('GET', `/teams/${csae.id}`)).body).toMatchObject({ displayName: 'CSAE SGG' })
    expect((await stranger('GET', '/teams/no-such-team')).status).toBe(404)
    const application = await world.asApplication(['TeamMember.Read.Group'])
    expect((await application('GET', `/teams/${roads.id}/members`)).body.value).toHaveLength(1)
    expect((await application('GET', `/groups/${roads.id}/members`)).status).toBe(403)
    expect((await application('GET', '/me')).status).toBe(400)
    expect((await application('GET', '/me/joinedTeams')).status).toBe(400)
  })
})

it('an address that Graph does not have is refused by its last part', async () => {
  const { status, body } = await coordinator('GET', '/me/nothing')
  expect(status).toBe(400)
  expect(body.error.message).toBe("Resource not found for the segment 'nothing'.")
})
