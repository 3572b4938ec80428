import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { addressOf } from '../../src/contract/endpoint.ts'
import { endpoints } from '../../src/contract/endpoints.ts'
import { parseRefusal, SERVICE_REFUSALS } from '../../src/contract/refusal.ts'
import { REFUSALS } from '../../src/domain/result.ts'

const organisation = {
  key: 'north',
  name: 'North Shire',
  shortName: 'NS',
  aliases: ['N. Shire'],
  kind: 'force',
  nation: 'England',
  region: '',
}

const post = {
  key: 'north-spoc',
  title: 'CSE SPOC',
  organisation: 'north',
  role: 'spoc',
  holder: { tenantId: 't', objectId: 'o', name: 'Pat Lowe' },
  deputy: null,
  from: '2026-01-31',
  to: null,
}

const command = {
  commandId: 'abcdefghijklmnopqrstuv',
  teamId: '33333333-0000-4000-8000-000000000003',
  channelId: '19:missingchildren@thread.tacv2',
  key: 'missing-children',
  name: 'Missing Children Working Group',
  nameWelsh: 'Gweithgor Plant ar Goll',
  marking: { level: 'OFFICIAL-SENSITIVE', handling: 'Group members only' },
  lateBy: 'first',
  organisations: [organisation],
  posts: [post],
}

/** Path of the first input that was refused, or null. */
function refusedField(input: unknown): string | null {
  const read = v.safeParse(endpoints.makeGroup.request!, input)
  return read.success ? null : (v.getDotPath(read.issues[0]) ?? '')
}

describe('a request to make a group', () => {
  it('is read as it was written, but for spaces around words', () => {
    const read = v.parse(endpoints.makeGroup.request!, { ...command, name: '  Missing Children Working Group ' })
    expect(read).toEqual(command)
  })

  it.each<[string, Record<string, unknown>]>([
    ['commandId', { commandId: 'short' }],
    ['commandId', { commandId: undefined }],
    ['teamId', { teamId: '../../groups' }],
    ['channelId', { channelId: '19:a b@thread.tacv2' }],
    ['key', { key: 'Missing Children' }],
    ['key', { key: "x' or 1 eq 1" }],
    ['name', { name: '   ' }],
    ['name', { name: 'two\nlines' }],
    ['name', { name: 'x'.repeat(121) }],
    ['marking.level', { marking: { level: 'SECRET' } }],
    ['lateBy', { lateBy: 'never' }],
    ['organisations.0.kind', { organisations: [{ ...organisation, kind: 'army' }], posts: [] }],
    ['organisations.1', { organisations: [organisation, organisation] }],
    ['posts.0.from', { posts: [{ ...post, from: '2026-02-30' }] }],
    ['posts.0.role', { posts: [{ ...post, role: 'king' }] }],
    ['posts.1', { posts: [post, post] }],
    ['posts', { posts: [{ ...post, organisation: 'south' }] }],
    ['roles', { roles: { me: ['chair'] } }],
  ])('is refused with its field: %s of %j', (field, change) => {
    expect(refusedField({ ...command, ...change })).toBe(field)
  })
})

describe('addresses', () => {
  it('carry parameters encoded, so that none can leave its place', () => {
    const address = addressOf(endpoints.channel, { teamId: 'a/../b', channelId: '19:x@thread.tacv2' })
    expect(address).toBe('/api/channels/a%2F..%2Fb/19%3Ax%40thread.tacv2')
  })
})

describe('refusals', () => {
  it('are read from an answer, and from nothing else', () => {
    const refusal = { code: 'siteNotGranted', values: { team: 'Missing Children' }, field: 'teamId' }
    expect(parseRefusal({ refusal })).toEqual(refusal)
    expect(parseRefusal({ refusal: { code: 'somethingNewer' } })).toBeNull()
    expect(parseRefusal('<html>502 Bad Gateway</html>')).toBeNull()
    expect(parseRefusal(null)).toBeNull()
  })

  it("never share a code with the rules', so that one code has one sentence", () => {
    const shared = Object.keys(SERVICE_REFUSALS).filter((code) => (REFUSALS as readonly string[]).includes(code))
    expect(shared).toEqual([])
  })
})
