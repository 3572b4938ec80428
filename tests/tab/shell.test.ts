import { describe, expect, test } from 'vitest'
import { readConfiguration, serviceAppOf } from '../../src/tab/configuration.ts'
import { makeContentSecurityPolicy } from '../../src/tab/policy.ts'
import { TabFault, within } from '../../src/tab/shell/fault.ts'
import { makeId } from '../../src/tab/shell/id.ts'
import { makePage, makeViewSubPage, parsePage, parseSubPage, type Page } from '../../src/tab/shell/page.ts'
import { parseLanguage } from '../../src/tab/shell/teams.ts'

const FILLED = {
  tabClientId: 'tab',
  serviceBase: 'https://service.example/',
  serviceScope: 'api://service/access_as_user',
  appId: 'app',
}

/** As much of a document as holds the configuration element. */
function pageWith(text: string | null): Document {
  return { getElementById: () => (text === null ? null : { textContent: text }) } as unknown as Document
}

describe('the configuration of the tab', () => {
  test('what is left out has its production value', () => {
    expect(readConfiguration(pageWith(JSON.stringify(FILLED)))).toEqual({
      ...FILLED,
      serviceBase: 'https://service.example',
      graphBase: 'https://graph.microsoft.com/v1.0',
      hostOrigins: [],
      daysAhead: 0,
    })
  })

  test('everything missing or wrong is named at once', () => {
    const read = () => readConfiguration(pageWith('{"serviceBase":"nowhere","appId":"app"}'))
    expect(read).toThrow(TabFault)
    expect(read).toThrow(/tabClientId.*serviceBase.*serviceScope/)
  })

  test.each([
    ['api://0b7c1a52-9f0d-4e43-8a7e-3d2f6b5c4e10/access_as_user', '0b7c1a52-9f0d-4e43-8a7e-3d2f6b5c4e10'],
    ['api://tab.example/0B7C1A52-9F0D-4E43-8A7E-3D2F6B5C4E10/access_as_user', '0b7c1a52-9f0d-4e43-8a7e-3d2f6b5c4e10'],
    ['api://service/access_as_user', undefined],
  ])('the scope %s names the service %s', (serviceScope, service) => {
    expect(serviceAppOf({ serviceScope })).toBe(service)
  })

  test.each([null, '', 'no JSON', '[]'])('%j is a fault, not a crash', (text) => {
    expect(() => readConfiguration(pageWith(text))).toThrow(TabFault)
  })
})

describe('the policy that the tab is served with', () => {
  const policy = makeContentSecurityPolicy({
    graphBase: 'https://graph.microsoft.com/v1.0',
    serviceBase: 'https://service.example/base',
  })

  test('nothing inline and nothing evaluated runs', () => {
    expect(policy).not.toMatch(/unsafe-|\*;|https:;/)
    expect(policy).toContain("script-src 'self';")
  })

  test('words go to Graph and the service, and nowhere else but the list of hosts of teams-js', () => {
    expect(/connect-src ([^;]+)/.exec(policy)?.[1]?.split(' ')).toEqual([
      "'self'",
      'https://graph.microsoft.com',
      'https://service.example',
      'https://res.cdn.office.net',
    ])
  })

  test('in production only Teams may frame it; a laptop adds its own host', () => {
    const frames = (text: string): string => /frame-ancestors ([^;]+)/.exec(text)?.[1] ?? ''
    expect(frames(policy)).toBe('https://*.cloud.microsoft https://teams.microsoft.com https://*.teams.microsoft.com')
    const local = makeContentSecurityPolicy({
      graphBase: 'http://localhost:5302/v1.0',
      serviceBase: 'http://localhost:5303',
      hostOrigins: ['http://localhost:5300'],
    })
    expect(frames(local)).toMatch(/ http:\/\/localhost:5300$/)
  })
})

describe('the address of a page', () => {
  const pages: readonly Page[] = [
    { kind: 'mine' },
    { kind: 'configure' },
    { kind: 'answer', group: 'csae-sgg', siteId: 'contoso.sharepoint.com,1-2,3&4', action: '5f0&c' },
    { kind: 'respond', group: 'csae-sgg', siteId: 'contoso.sharepoint.com,1-2,3&4', response: 'r1.north' },
    { kind: 'decide', group: 'csae-sgg', subject: 'discharge-5f0&c' },
    { kind: 'channel', group: 'csae-sgg', siteId: 'contoso.sharepoint.com,1-2,3&4' },
  ]

  test.each(pages)('of $kind is read as it was made', (page) => {
    expect(parsePage(makePage(page))).toEqual(page)
  })

  test('a link asks for an action or for a kept view, whatever their ids', () => {
    expect(parseSubPage(null)).toEqual({ action: null, view: null, room: null })
    expect(parseSubPage('Xy_-0123456789abcdefgh')).toEqual({ action: 'Xy_-0123456789abcdefgh', view: null, room: null })
    expect(parseSubPage(makeViewSubPage('view-to-decide'))).toEqual({
      action: null,
      view: 'view-to-decide',
      room: null,
    })
  })

  test.each(['', '?page=other', '?page=channel', '?page=channel&group=a', '?page=channel&site=b'])(
    '%j says nothing that we know',
    (search) => {
      expect(parsePage(search)).toBeNull()
    },
  )
})

describe('the shell', () => {
  test('every kind of Welsh is Welsh, whatever else English', () => {
    expect(['cy', 'cy-GB', 'CY-gb', 'en-GB', 'fr', 'cym', undefined].map(parseLanguage)).toEqual([
      'cy',
      'cy',
      'cy',
      'en',
      'en',
      'en',
      'en',
    ])
  })

  test('a wait that nobody ends is ended with the fault that says which', async () => {
    const never = new Promise<never>(() => {})
    await expect(within(1, 'signInSlow', never)).rejects.toMatchObject({ code: 'signInSlow' })
    await expect(within(60_000, 'signInSlow', Promise.resolve(1))).resolves.toBe(1)
  })

  test('ids of commands are 128 bits in 22 characters, and differ', () => {
    const ids = Array.from({ length: 200 }, makeId)
    for (const id of ids) expect(id).toMatch(/^[\w-]{22}$/)
    expect(new Set(ids).size).toBe(200)
  })
})
