/** The parts of the host page that need no browser: places, links, capabilities, placeholders, words. */

import { describe, expect, test } from 'vitest'
import { fillUrl, type Scene } from '../../../src/local/teams/page/context.ts'
import { makeDeepLink, parseDeepLink, placeOfLink } from '../../../src/local/teams/page/deeplink.ts'
import { renderMarkdown } from '../../../src/local/teams/page/markdown.ts'
import { makeQuery, parsePlace, type Place, resolvePlace } from '../../../src/local/teams/page/place.ts'
import { makeRuntime } from '../../../src/local/teams/page/runtime.ts'
import { dayInWords } from '../../../src/local/teams/page/today.ts'
import { fill, WORDS } from '../../../src/local/teams/page/words.ts'
import { type HostApp, viewFor } from '../../../src/local/teams/view.ts'
import { APP_ID, governance, missingChildren, tenant } from './world.ts'

const HOST = 'http://localhost:5300'
const app: HostApp = {
  id: APP_ID,
  name: { en: 'Probe', cy: 'Profiedydd' },
  personalTab: { entityId: 'mine', contentUrl: 'http://localhost:5301/', name: { en: 'Mine', cy: 'Fy rhai' } },
  channelTab: { configurationUrl: 'http://localhost:5301/configure' },
  tabOrigin: 'http://localhost:5301',
}
const pinned = [
  {
    teamId: governance.id,
    channelId: governance.channels[1]!.id,
    entityId: 'register',
    name: 'Register',
    contentUrl: 'http://localhost:5301/channel',
  },
]
const seenBy = (person: string) => viewFor(person, tenant, app, pinned)!
const at = (query: string): Place => parsePlace(query)

describe('a place', () => {
  test.each([
    '/?as=chair&theme=dark&lang=cy&device=phone&team=governance&channel=Work&tab=register&sub=1%2F19',
    '/?as=chair&tab=mine',
    '/?as=chair&view=chat&sub=1795771484510',
    '/?team=governance&channel=Work&view=posts',
    '/',
  ])('written and read is the same: %s', (url) => {
    expect(makeQuery(parsePlace(new URL(url, HOST).search))).toBe(url)
  })

  test('with settings that do not exist falls back to the plain ones', () => {
    expect(at('?theme=pink&lang=fr&device=watch')).toMatchObject({
      theme: 'default',
      language: null,
      device: 'desktop',
    })
    expect(at('?theme=light').theme).toBe('default')
  })

  test('names a team and a channel by id or by name', () => {
    const { id, channels } = governance
    for (const query of [
      '?team=governance',
      `?team=${id}&channel=${encodeURIComponent(channels[1]!.id)}`,
      '?team=governance&channel=Work',
    ]) {
      expect(resolvePlace(at(query), seenBy('chair'))).toMatchObject({
        kind: 'channel',
        channel: { id: channels[1]!.id },
        tab: { entityId: 'register' },
      })
    }
  })

  test('left open is the first channel with the app, else the personal app, else nothing', () => {
    expect(resolvePlace(at(''), seenBy('chair'))).toMatchObject({ kind: 'channel', tab: { entityId: 'register' } })
    expect(resolvePlace(at(''), seenBy('newcomer'))).toEqual({ kind: 'personal' })
    const { personalTab: _personal, ...channelOnly } = app
    const view = viewFor('newcomer', tenant, channelOnly, [])!
    expect(resolvePlace(at(''), view)).toEqual({ kind: 'nothing' })
  })

  test.each(['?team=roads', '?team=governance&channel=Nowhere', '?team=governance&tab=nothing', '?tab=nothing'])(
    'that this person has not got can’t be reached: %s',
    (query) => {
      expect(resolvePlace(at(query), seenBy('chair'))).toEqual({ kind: 'unreachable' })
    },
  )
})

describe('a deep link', () => {
  const link = {
    appId: APP_ID,
    pageId: 'register',
    subPageId: '7/19 (1) & "more"',
    channelId: governance.channels[1]!.id,
  }

  test('made and read is the same', () => {
    expect(parseDeepLink(makeDeepLink({ ...link, label: 'A', webUrl: 'https://x.example/' }, HOST), HOST)).toEqual(link)
  })

  test.each([
    ['a page elsewhere', `https://evil.example/l/entity/${APP_ID}/register`],
    ['Teams without encryption', `http://teams.microsoft.com/l/entity/${APP_ID}/register`],
    ['another link of Teams', 'https://teams.microsoft.com/l/chat/0/0?users=x'],
    ['no page', `https://teams.microsoft.com/l/entity/${APP_ID}`],
    ['no link', 'nonsense'],
  ])('%s is none', (_what, text) => {
    expect(parseDeepLink(text, HOST)).toBeNull()
  })

  test('with an unreadable context still opens its page', () => {
    const text = `https://teams.microsoft.com/l/entity/${APP_ID}/register?context=%7Bbroken`
    expect(parseDeepLink(text, HOST)).toEqual({ appId: APP_ID, pageId: 'register' })
  })

  test('leads only where the person may go', () => {
    expect(placeOfLink(link, seenBy('chair'))).toEqual({
      team: 'governance',
      channel: 'Work',
      tab: 'register',
      sub: link.subPageId,
      view: null,
    })
    expect(placeOfLink(link, seenBy('outsider'))).toHaveProperty('reason')
    expect(placeOfLink({ ...link, channelId: missingChildren.channels[0]!.id }, seenBy('chair'))).toHaveProperty(
      'reason',
    )
  })
})

describe('markdown', () => {
  test.each([
    ['**late** and *very*', '<p><strong>late</strong> and <em>very</em></p>'],
    ['one\ntwo\n\nthree', '<p>one<br>two</p><p>three</p>'],
    ['- one\n- two\nafter', '<ul><li>one</li><li>two</li></ul><p>after</p>'],
    ['3. three', '<ol start="3"><li>three</li></ol>'],
    ['[here](https://a.example/?b=1&c=2)', '<p><a href="https://a.example/?b=1&amp;c=2" target="_blank">here</a></p>'],
    ['[here](javascript:alert)', '<p>[here](javascript:alert)</p>'],
    ['\\*\\*not\\*\\* \\[a link\\](https://a.example)', '<p>**not** [a link](https://a.example)</p>'],
    ['<b onclick="x">&amp;', '<p>&lt;b onclick=&quot;x&quot;&gt;&amp;amp;</p>'],
    ['a_snake_case and 2*3*4', '<p>a_snake_case and 2*3*4</p>'],
  ])('%j becomes %s', (text, html) => {
    expect(renderMarkdown(text)).toBe(html)
  })
})

test('the day is told in both languages', () => {
  expect(dayInWords('2026-11-27', 'en')).toBe('Fri 27 Nov 2026')
  expect(dayInWords('2026-08-02', 'cy')).toBe('Sul 2 Awst 2026')
})

describe('a capability', () => {
  const supports = (...funcs: string[]) => makeRuntime(new Set(funcs))['supports']

  test('is advertised only when every message that it leads to is answered', () => {
    expect(supports('tasks.startTask')).toEqual({})
    expect(supports('tasks.startTask', 'tasks.completeTask')).toEqual({ dialog: { url: {} } })
    expect(supports('tasks.startTask', 'tasks.completeTask', 'tasks.updateTask')).toEqual({
      dialog: { url: {}, update: {} },
    })
  })

  test('of nested sign-in is what recommends its channel', () => {
    expect(makeRuntime(new Set())).toMatchObject({ isNAAChannelRecommended: false, supports: {} })
    expect(makeRuntime(new Set(['nestedAppAuth.execute']))).toMatchObject({
      apiVersion: 4,
      isNAAChannelRecommended: true,
      isLegacyTeams: false,
      supports: { nestedAppAuth: {} },
    })
  })
})

test('the placeholders of a manifest are filled in both spellings, encoded, and unknown ones are left alone', () => {
  const scene: Scene = {
    view: seenBy('chair'),
    frameContext: 'content',
    entityId: 'register',
    subEntityId: '1/19',
    team: seenBy('chair').teams[0]!,
    channel: governance.channels[1]!,
    theme: 'dark',
    language: 'cy',
    device: 'phone',
    sessionId: 's',
  }
  const url = 'x?l={locale}&t={app.theme}&c={channel.id}&g={groupId}&s={page.subPageId}&u={unknown}&k={isFullScreen}'
  expect(fillUrl(url, scene)).toBe(
    `x?l=cy-gb&t=dark&c=19%3Agovernance%40thread.tacv2&g=${governance.id}&s=1%2F19&u={unknown}&k={isFullScreen}`,
  )
  expect(fillUrl('x?c={channelId}', { ...scene, channel: null, team: null })).toBe('x?c=')
})

test('every word is there in both languages, with the same values to fill in', () => {
  const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).toSorted()
  for (const [key, text] of Object.entries(WORDS.en)) {
    const welsh = WORDS.cy[key as keyof typeof WORDS.cy]
    expect(welsh, key).not.toBe('')
    expect(holes(welsh), key).toEqual(holes(text))
  }
  expect(fill('{a} and {b}', { a: 1 })).toBe('1 and {b}')
})
