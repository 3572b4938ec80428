/**
 * Control is nobody's but the service's: what is told of it is logged first, with a person's own token nobody reaches it,
 * and whoever has lost a post is refused at their next request.
 */

import http from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { accessEndpoints } from '../../src/contract/access.ts'
import { allEndpoints } from '../../src/contract/all.ts'
import { approvalEndpoints } from '../../src/contract/approvals.ts'
import { auditEndpoints, type AuditFilter } from '../../src/contract/audit.ts'
import { addressOf } from '../../src/contract/endpoint.ts'
import { disclosureEndpoints } from '../../src/contract/disclosure.ts'
import { guidanceEndpoints } from '../../src/contract/guidance.ts'
import { incidentEndpoints } from '../../src/contract/incidents.ts'
import { meetingEndpoints } from '../../src/contract/meetings.ts'
import { peopleEndpoints } from '../../src/contract/people.ts'
import type { Role } from '../../src/domain/group.ts'
import { putList } from '../../src/service/meetings/lists.ts'
import type { Office } from '../../src/service/office.ts'
import { AUDIT, CONTROL_LISTS, NOMINATIONS } from '../../src/sharepoint/controllists.ts'
import { findLists } from '../../src/sharepoint/table.ts'
import { openCollection } from '../../src/sharepoint/work/collection.ts'
import { meetingKind } from '../../src/sharepoint/work/meetingrows.ts'
import { aResource, nominating, RESOURCE } from './accesstries.ts'
import {
  anId,
  anOffice,
  aProposal,
  beginDeciding,
  decide,
  endDeciding,
  KEY,
  registerOf,
  switchOn,
  world,
} from './deciders.ts'
import { CLOCK, endpoints, personOf, sharedDatabase, TODAY } from './serviceworld.ts'

const AUDITOR = 'spoc-marches'
const ANY: AuditFilter = { from: null, to: null, event: null, operation: null, person: null, subject: null }
const ROOMS = ['access', 'incidents', 'guidance', 'report', 'audit'] as const
let office: Office
/** Of the list of the audit. */
let auditList: string

beforeAll(async () => {
  await beginDeciding({ service: { pollSeconds: 0.25 } })
  await switchOn(...ROOMS)
  office = await anOffice()
  await appoint('auditor', 'auditor', AUDITOR)
  auditList = (await findLists(world.administrator, world.configuration.controlSite, [AUDIT])).get(AUDIT) ?? ''
})
afterAll(async () => {
  office.registers.close()
  office.collections.close()
  await endDeciding()
})
beforeEach(() => world.graph.faults.clear())

async function appoint(post: string, role: Role, holder: string): Promise<void> {
  const more = { organisation: 'north-mercia', deputy: null, from: null, to: null }
  const control = await world.control()
  await control.appoint({ key: `${KEY}.${post}`, group: KEY, post, role, holder: personOf(holder), ...more })
}

async function groupEntry() {
  const found = await (await world.control()).findGroup(KEY)
  if (!found) throw new Error('there is no group')
  return found.value
}

let resource: Promise<void> | null = null
async function withResource(): Promise<{ key: string }> {
  await (resource ??= aResource(office))
  return { key: KEY }
}

let nominated: Promise<string> | null = null
function aNomination(): Promise<string> {
  nominated ??= (async () => {
    const { answer, refusal } = await world.ask(
      'spoc-north',
      accessEndpoints.nominate,
      await withResource(),
      nominating(),
    )
    if (!answer) throw new Error(refusal?.code)
    return answer.key
  })()
  return nominated
}

let review: Promise<string> | null = null
function aReview(): Promise<string> {
  review ??= (async () => {
    await withResource()
    const asking = { by: null, group: await groupEntry(), appointments: [], operation: 'access.openReview' }
    const days = { scheduled: TODAY, opens: TODAY, due: '2026-12-08' }
    const of = {
      group: KEY,
      resource: RESOURCE,
      organisation: 'north-mercia',
      people: [{ nomination: 'n', person: personOf('spoc-welsh') }],
    }
    const key = `review-${anId()}`
    const opened = await office.confidential.change(asking, 'accessReviews', {
      kind: 'openReview',
      id: key,
      key,
      ...days,
      ...of,
    })
    expect(opened).toMatchObject({ ok: true })
    return key
  })()
  return review
}

describe('what is told of Control', () => {
  /** Everything that tells somebody something that only Control knows. */
  const TOLD: Readonly<Record<string, { readonly operation: string; readonly ask: () => Promise<Told> }>> = {
    'what waits for decisions': {
      operation: 'approval.list',
      ask: async () => ({ endpoint: approvalEndpoints.approvals, about: {}, by: 'chair' }),
    },
    'what a decision rests on': {
      operation: 'approval.read',
      ask: async () => {
        const { subject } = await aProposal()
        return { endpoint: approvalEndpoints.approval, about: { key: KEY, subject }, by: 'chair' }
      },
    },
    'a meeting’s list': {
      operation: 'list.read',
      ask: async () => ({
        endpoint: meetingEndpoints.meetingList,
        about: { key: KEY, meeting: await aList() },
        by: 'chair',
      }),
    },
    'who holds which post': {
      operation: 'people.read',
      ask: async () => ({ endpoint: peopleEndpoints.people, about: { key: KEY }, by: 'spoc-north' }),
    },
    'whom no message reached': {
      operation: 'unreached.read',
      ask: async () => ({ endpoint: approvalEndpoints.unreached, about: { key: KEY }, by: 'coordinator' }),
    },
    'the audit': {
      operation: 'audit.read',
      ask: async () => ({
        endpoint: auditEndpoints.auditSearch,
        about: { key: KEY },
        by: AUDITOR,
        request: { ...ANY, before: null },
      }),
    },
    'the audit, taken out': {
      operation: 'audit.export',
      ask: async () => ({
        endpoint: auditEndpoints.auditExport,
        about: { key: KEY },
        by: AUDITOR,
        request: { ...ANY, after: 0 },
      }),
    },
    'whether it is whole': {
      operation: 'audit.verify',
      ask: async () => ({ endpoint: auditEndpoints.auditVerify, about: { key: KEY }, by: AUDITOR }),
    },
    'how long things are kept': {
      operation: 'audit.retention',
      ask: async () => ({ endpoint: auditEndpoints.retention, about: { key: KEY }, by: AUDITOR }),
    },
    'the access register': {
      operation: 'access.read',
      ask: async () => ({ endpoint: accessEndpoints.access, about: await withResource(), by: 'spoc-north' }),
    },
    'the access register of a past day': {
      operation: 'access.read',
      ask: async () => ({
        endpoint: accessEndpoints.accessOn,
        about: { ...(await withResource()), day: TODAY },
        by: 'spoc-north',
      }),
    },
    'one nomination': {
      operation: 'access.read',
      ask: async () => ({
        endpoint: accessEndpoints.nomination,
        about: { key: KEY, nomination: await aNomination() },
        by: 'spoc-north',
      }),
    },
    'an access review': {
      operation: 'access.read',
      ask: async () => ({
        endpoint: accessEndpoints.accessReview,
        about: { key: KEY, review: await aReview() },
        by: 'spoc-coast',
      }),
    },
    'the access register, taken out': {
      operation: 'access.export',
      ask: async () => ({
        endpoint: accessEndpoints.exportAccess,
        about: await withResource(),
        by: AUDITOR,
        request: { commandId: anId(), day: null, to: 'The database’s administrator' },
      }),
    },
    incidents: {
      operation: 'incident.read',
      ask: async () => ({
        endpoint: incidentEndpoints.incidents,
        about: { key: KEY, seen: 'nothing' },
        by: 'spoc-north',
      }),
    },
    'incidents, taken out': {
      operation: 'incident.export',
      ask: async () => ({
        endpoint: incidentEndpoints.exportIncidents,
        about: { key: KEY },
        by: 'spoc-north',
        request: { commandId: anId(), to: 'The board' },
      }),
    },
    'what an incident is told with': {
      operation: 'profile.read',
      ask: async () => ({ endpoint: incidentEndpoints.incidentForm, about: { key: KEY }, by: 'spoc-north' }),
    },
    'requests for disclosure': {
      operation: 'disclosure.read',
      ask: async () => ({ endpoint: disclosureEndpoints.disclosures, about: { key: KEY }, by: 'coordinator' }),
    },
    guidance: {
      operation: 'guidance.read',
      ask: async () => ({ endpoint: guidanceEndpoints.guidance, about: { key: KEY }, by: 'spoc-north' }),
    },
  }

  /** Read, and not logged: what a person chose or is told of themselves, and what Teams says of a channel. */
  const THEIR_OWN = ['me', 'channel', 'settings', 'preferences']
  /** Counts for a return that asks for them: tests/service/incidents.test.ts. */
  const ELSEWHERE = ['incidentFigures']

  test('is everything that can be read: whoever adds something to read says here what it is logged as', async () => {
    const asked = await Promise.all(Object.values(TOLD).map(async ({ ask }) => (await ask()).endpoint.path))
    const reads = Object.entries(allEndpoints).filter(([, { method }]) => method === 'GET')
    const missing = reads.filter(
      ([name, { path }]) => !asked.includes(path) && ![...THEIR_OWN, ...ELSEWHERE].includes(name),
    )
    expect(missing.map(([name]) => name)).toEqual([])
  })

  /** Each once, with what it is asked about. */
  async function asks() {
    return Promise.all(
      Object.entries(TOLD).map(async ([what, { operation, ask }]) => ({ what, operation, ...(await ask()) })),
    )
  }

  test('is logged though everybody hangs up before the answer', async () => {
    const asked = await asks()
    const logged = (): Promise<number[]> => Promise.all(asked.map(({ operation, by }) => countOf(operation, by)))
    const before = await logged()
    await Promise.all(asked.map(hangUpOn))
    const alike = (each: { operation: string; by: string }): number =>
      asked.filter(({ operation, by }) => operation === each.operation && by === each.by).length
    const after = asked.map((each, index) => (before[index] ?? 0) + alike(each))
    await expect.poll(logged, { interval: 50 }).toEqual(after)
  })

  test('isn’t told where it can’t be logged', async () => {
    const asked = await asks()
    const isEntry = new RegExp(`/lists/${auditList}/items$`)
    world.graph.faults.add({ match: { method: 'POST', path: isEntry }, fault: { kind: 'status', status: 403 } })
    const answers = asked.map(async ({ what, endpoint, about, by, request }) => {
      const { status, answer } = await world.ask(by, endpoint, about, request)
      return [what, status, answer]
    })
    expect(await Promise.all(answers)).toEqual(asked.map(({ what }) => [what, 500, null]))
  })
})

/** Sends all of the request, and is gone. */
async function hangUpOn({ endpoint, about, by, request }: Told): Promise<void> {
  const headers = { authorization: `Bearer ${await world.token(by)}`, 'content-type': 'application/json' }
  const body = request === undefined ? '' : JSON.stringify(request)
  await new Promise<void>((resolve) => {
    const asking = http.request(world.service.url + addressOf(endpoint, about), {
      method: endpoint.method,
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      agent: false,
    })
    asking.on('error', () => resolve())
    asking.on('response', () => {
      throw new Error('it was answered before anybody could hang up')
    })
    asking.on('finish', () => {
      asking.destroy()
      resolve()
    })
    asking.end(body)
  })
}

interface Told {
  readonly endpoint: Parameters<typeof world.ask>[1]
  readonly about: Readonly<Record<string, string>>
  readonly by: string
  readonly request?: unknown
}

describe('a room', () => {
  const without = async (room: (typeof ROOMS)[number]) => {
    const rooms = { seen: [...ROOMS], rooms: ROOMS.filter((each) => each !== room) }
    return (await world.ask('chair', endpoints.setRooms, { key: KEY }, rooms)).refusal
  }

  test('isn’t switched off while something runs in it, and that somebody was told so is logged', async () => {
    await aNomination()
    const before = await countOf('rooms.change', 'chair')
    expect(await without('access')).toEqual({ code: 'accessRuns', values: { count: 1 } })
    expect(await countOf('rooms.change', 'chair')).toBe(before + 1)

    const about = { key: KEY, guidance: `g-${anId()}` }
    const draft = { title: 'x', titleWelsh: '', text: 'x', textWelsh: '', validFrom: null, approver: 'chair' }
    const write = { kind: 'write', commandId: anId(), number: 1, seen: null, draft } as const
    const { answer } = await world.ask('coordinator', guidanceEndpoints.changeGuidance, about, write)
    const seen = answer?.guidance.find(({ key }) => key === about.guidance)?.versions[0]?.hash ?? ''
    const submit = { commandId: anId(), number: 1, seen, bodies: [] }
    await world.ask('coordinator', guidanceEndpoints.changeGuidance, about, { kind: 'submit', ...submit })
    expect(await without('guidance')).toEqual({ code: 'guidanceRuns', values: { count: 1 } })

    const request = { reference: 'FOI 1', authority: 'x', received: TODAY, scope: 'x', language: 'en' } as const
    const asked = { kind: 'write', commandId: anId(), draft: request } as const
    const ofRequest = { key: KEY, disclosure: `d-${anId()}` }
    await world.ask('coordinator', disclosureEndpoints.changeDisclosure, ofRequest, asked)
    expect(await without('report')).toEqual({ code: 'disclosureRuns', values: { count: 1 } })

    // Nothing runs in the others.
    expect(await without('incidents')).toBe(null)
    await switchOn(...ROOMS)
  })
})

test('what waits for decisions is logged where each group’s auditor looks', async () => {
  const { subject } = await aProposal()
  await expect
    .poll(async () => {
      const { answer } = await world.ask('chair', approvalEndpoints.approvals, {})
      return answer?.entries.map((each) => each.subject)
    })
    .toContain(subject)
  const looks = { ...ANY, operation: 'approval.list', person: personOf('chair').objectId, before: null }
  const { answer } = await world.ask(AUDITOR, auditEndpoints.auditSearch, { key: KEY }, looks)
  expect(answer?.entries[0]?.ids).toContain(subject)
})

test('what is asked of somebody on Control is among what waits for them, and is logged there', async () => {
  const nomination = await aNomination()
  const askedOf = async (person: string) => (await world.ask(person, approvalEndpoints.approvals, {})).answer?.asked
  const asked = { group: KEY, area: 'access', about: nomination, kind: 'accessWanted', title: 'OCAG database' }
  expect(await askedOf('spoc-coast')).toContainEqual(expect.objectContaining(asked))
  expect((await askedOf('spoc-north'))?.filter(({ area }) => area === 'access')).toEqual([])
  const looks = { ...ANY, operation: 'approval.list', person: personOf('spoc-coast').objectId, before: null }
  const { answer } = await world.ask(AUDITOR, auditEndpoints.auditSearch, { key: KEY }, looks)
  expect(answer?.entries[0]?.ids).toContain(`access-${nomination}`)
})

let meeting: Promise<string> | null = null
/** A list of a meeting that waits for the chair. */
function aList(): Promise<string> {
  meeting ??= (async () => {
    const { subject } = await aProposal()
    const key = `meeting-${anId()}`
    const register = await registerOf('coordinator')
    const meetings = openCollection({
      client: world.tab('coordinator'),
      siteId: world.siteId('missing'),
      kind: meetingKind,
      person: personOf('coordinator'),
      clock: CLOCK,
      as: () => 'coordinator',
      snapshot: () => register.snapshot(),
      pollSeconds: 3600,
    })
    const kept = await meetings.submit({ kind: 'planMeeting', id: anId(), key, day: TODAY, title: 'November' })
    meetings.close()
    expect(kept.state).toBe('saved')
    await putList(
      office,
      KEY,
      { meeting: key, hash: 'h', items: [{ subject, hash: 'x' }], by: personOf('coordinator'), day: TODAY },
      anId(),
    )
    const about = { key: KEY, meeting: key }
    await expect.poll(async () => (await world.ask('chair', meetingEndpoints.meetingList, about)).status).toBe(200)
    return key
  })()
  return meeting
}

const countOf = async (operation: string, by: string): Promise<number> => {
  const [row] = await (
    await sharedDatabase()
  ).query<{ count: string }>('select count(*) as count from matters.audit_entry where operation = $1 and person = $2', [
    operation,
    personOf(by).objectId,
  ])
  return Number(row?.count)
}

describe('a person with every right on Work, and the tab’s token', () => {
  // Owner of the team, and everything that one can be in the group.
  const OWNER = 'coordinator'

  test('gets nothing of Control from Graph, by any way that leads there', async () => {
    const client = world.tab(OWNER)
    const site = world.configuration.controlSite
    await withResource()
    const ids = await findLists(world.administrator, site, CONTROL_LISTS)
    const list = ids.get(NOMINATIONS) ?? ''
    const ways = [
      `/sites/${site}`,
      `/sites/${site}/lists`,
      `/sites/${site}/columns`,
      `/sites/${site}/permissions`,
      ...[...ids.values()].flatMap((id) => [
        `/sites/${site}/lists/${id}`,
        `/sites/${site}/lists/${id}/columns`,
        `/sites/${site}/lists/${id}/items?$expand=fields`,
        `/sites/${site}/lists/${id}/items/delta`,
        `/sites/${site}/lists/${id}/items/1?$expand=fields`,
        `/sites/${site}/lists/${id}/items/1/versions`,
      ]),
    ]
    const told = async (path: string): Promise<number> =>
      client.send({ method: 'GET', path }).then(
        () => 200,
        ({ status }: { readonly status: number }) => status,
      )
    const statuses = await Promise.all(ways.map(async (path) => [path, await told(path)] as const))
    expect(statuses.filter(([, status]) => status !== 403)).toEqual([])
    const batch = await client.batch([{ method: 'GET', path: `/sites/${site}/lists/${list}/items` }])
    expect(batch.map(({ status }) => status)).toEqual([403])
    const body = { fields: { Title: 'x', Key: anId() } }
    const writes = [
      { method: 'POST', path: `/sites/${site}/lists/${list}/items`, body },
      { method: 'PATCH', path: `/sites/${site}/lists/${list}/items/1/fields`, body: { Title: 'x' } },
      { method: 'DELETE', path: `/sites/${site}/lists/${list}/items/1` },
      { method: 'POST', path: `/sites/${site}/lists`, body: { displayName: 'x', list: { template: 'genericList' } } },
    ] as const
    for (const request of writes) await expect(client.send(request)).rejects.toMatchObject({ status: 403 })
    // The same client does read the group’s own site.
    expect(await told(`/sites/${world.siteId('missing')}/lists`)).toBe(200)
  })

  test('nor does the site come up where they look for sites', async () => {
    const found = await world
      .tab(OWNER)
      .send<{ value: readonly { id: string }[] }>({ method: 'GET', path: '/sites?search=*' })
      .catch(() => ({ value: [] }))
    expect(found.value.map(({ id }) => id)).not.toContain(world.configuration.controlSite)
  })
})

describe('who isn’t in the group, or isn’t any more what they were', () => {
  const ABOUT = {
    key: KEY,
    subject: 'discharge-00000001',
    batch: 'batch-0001',
    meeting: 'meeting-x',
    day: TODAY,
    nomination: 'nomination-x',
    review: 'review-x',
    seen: 'nothing',
    request: 'request-x',
    organisation: 'north-mercia',
  }
  const OF_GROUP = Object.entries(allEndpoints).filter(
    ([, { path, request }]) => path.includes('/:key/') && request === null,
  )

  test('is told by none of its addresses that there is such a group', async () => {
    const codes = OF_GROUP.map(async ([name, endpoint]) => {
      const { refusal } = await world.ask('outsider', endpoint as (typeof allEndpoints)['people'], ABOUT)
      return [name, refusal?.code]
    })
    expect(await Promise.all(codes)).toEqual(OF_GROUP.map(([name]) => [name, 'groupUnknown']))
  })

  test('an auditor whose post has ended is refused at their next request, whatever it is', async () => {
    await appoint('auditor-for-a-while', 'auditor', 'spoc-vale')
    const codes = async (): Promise<(string | null)[]> => {
      const asks = [
        world.ask('spoc-vale', auditEndpoints.auditSearch, { key: KEY }, { ...ANY, before: null }),
        world.ask('spoc-vale', auditEndpoints.auditExport, { key: KEY }, { ...ANY, after: 0 }),
        world.ask('spoc-vale', auditEndpoints.auditChain, { key: KEY }, { after: 0 }),
        world.ask('spoc-vale', auditEndpoints.auditVerify, { key: KEY }),
        world.ask('spoc-vale', auditEndpoints.retention, { key: KEY }),
        world.ask('spoc-vale', accessEndpoints.exportAccess, { key: KEY }, { commandId: anId(), day: null, to: 'x' }),
      ]
      return (await Promise.all(asks)).map(({ refusal }) => refusal?.code ?? null)
    }
    await withResource()
    expect(new Set(await codes())).toEqual(new Set([null]))
    await end('auditor-for-a-while')
    expect(new Set(await codes())).toEqual(new Set(['notAllowed']))
  })

  test('who decided a moment ago decides nothing once their post has ended', async () => {
    await appoint('chair-for-a-while', 'chair', 'spoc-welsh')
    const { subject } = await aProposal()
    expect((await decide('spoc-welsh', subject)).status).toBe(200)
    const { subject: next } = await aProposal()
    await end('chair-for-a-while')
    expect((await decide('spoc-welsh', next)).refusal?.code).toBe('notApprover')
  })

  async function end(post: string): Promise<void> {
    const control = await world.control()
    const row = (await control.appointments(KEY)).find(({ value }) => value.post === post)
    if (!row) throw new Error(`no post ${post}`)
    expect(await control.amend(row, { ...row.value, to: '2026-11-23' })).toBe(true)
  }
})
