/**
 * A local Graph with the demonstration's tenant, and people who ask it things. Every answer that comes through here is
 * held against Microsoft's description, where that is at hand.
 */

import { expect } from 'vitest'
import { APPS, demonstrationTenant, SITE_HOST } from '../../../src/laptop/demonstration/tenant.ts'
import { canonicalPath } from '../../../src/local/graph/address.ts'
import { createDirectory } from '../../../src/local/graph/directory.ts'
import { createGraph, type GraphOptions, type LocalGraph } from '../../../src/local/graph/server.ts'
import type { Tenant } from '../../../src/local/tenant.ts'
import { hasDescription, mismatches } from './schema.ts'

export interface Reply {
  readonly status: number
  // A body is whatever was answered; tests say what they expect of it.
  readonly body: any
  readonly headers: Headers
}

export type Ask = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<Reply>

export interface GraphWorld {
  readonly graph: LocalGraph
  /** A person with scopes, through a program from elsewhere unless another application is named. */
  as(person: string, scopes: string, clientId?: string): Promise<Ask>
  asApplication(roles: readonly string[], clientId?: string): Promise<Ask>
  siteId(path: string): string
  close(): Promise<void>
}

export const SANDBOX = '/sites/sandbox'
export const MANAGE = 'Sites.Manage.All'

/** The outside program as an application of its own, with the roles that a test needs. */
export function tenantWith(roles: readonly string[] = []): Tenant {
  const tenant = demonstrationTenant()
  return {
    ...tenant,
    applications: tenant.applications.map((app) => (app.appId === APPS.outside ? { ...app, application: roles } : app)),
  }
}

export async function openGraph(options: Partial<GraphOptions> = {}): Promise<GraphWorld> {
  const graph = await createGraph({
    tenant: demonstrationTenant(),
    port: 0,
    throttle: 'off',
    tokenRoute: true,
    ...options,
  })
  const directory = createDirectory(options.tenant ?? demonstrationTenant())
  const siteId = (path: string): string => {
    const site = directory.siteAt(SITE_HOST, path)
    if (!site) throw new Error(`No site ${path}`)
    return site.id
  }

  interface Response {
    readonly id: string
    readonly status: number
    readonly body: unknown
  }
  const judge = (method: string, pathname: string, status: number, body: unknown): void => {
    if (!hasDescription) return
    const wrong = mismatches(method, canonicalPath(pathname, directory), status, body)
    expect(wrong ?? [], `${method} ${pathname} answers as Microsoft describes it`).toEqual([])
  }

  const asking =
    (token: string): Ask =>
    async (method, path, body, headers = {}) => {
      const response = await fetch(path.startsWith('http') ? path : `${graph.url}${path}`, {
        method,
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      const text = await response.text()
      const answered: unknown = text === '' ? undefined : JSON.parse(text)
      judge(method, new URL(response.url).pathname, response.status, sampled(answered))
      for (const { id, status, body: one } of (answered as { responses?: Response[] } | undefined)?.responses ?? []) {
        const request = (body as { requests: { id: string; method: string; url: string }[] }).requests.find(
          (candidate) => candidate.id === id,
        )
        if (request)
          judge(request.method, new URL(`${graph.url}/${request.url}`).pathname.replace('//', '/'), status, one)
      }
      return { status: response.status, body: answered, headers: response.headers }
    }

  return {
    graph,
    async as(person, scopes, clientId = APPS.outside) {
      const { accessToken } = await graph.signIn.personToken({
        person,
        clientId,
        audience: 'https://graph.microsoft.com',
        scopes: scopes.split(' '),
        consent: 'any',
      })
      return asking(accessToken)
    },
    async asApplication(roles, clientId = APPS.outside) {
      await graph.reset(tenantWith(roles))
      const { accessToken } = await graph.signIn.appToken({ clientId, audience: 'https://graph.microsoft.com' })
      return asking(accessToken)
    },
    siteId,
    close: () => graph.close(),
  }
}

/** A list with a column of each sort. */
export const LIST = {
  columns: [
    { name: 'Key', text: {}, indexed: true, enforceUniqueValues: true },
    { name: 'Due', text: { maxLength: 10 }, indexed: true },
    { name: 'Plain', text: {} },
    { name: 'Details', text: { allowMultipleLines: true } },
    { name: 'Count', number: {}, indexed: true },
    { name: 'Open', boolean: {}, indexed: true },
    { name: 'When', dateTime: { format: 'dateTime' }, indexed: true },
    { name: 'Kind', choice: { choices: ['one', 'two'] }, indexed: true },
    { name: 'Tags', choice: { choices: ['a', 'b'], displayAs: 'checkBoxes' } },
    { name: 'Owner', personOrGroup: {} },
    { name: 'Owners', personOrGroup: { allowMultipleSelection: true } },
    { name: 'Quiet', text: {}, hidden: true },
  ],
  list: { template: 'genericList' },
}

/** Of a long page the first items stand for all: they are made alike. */
function sampled(body: unknown): unknown {
  const { value } = (body ?? {}) as { value?: unknown }
  return Array.isArray(value) && value.length > 100 ? { ...(body as object), value: value.slice(0, 100) } : body
}

let made = 0

/** Address of a new list on the sandbox, with a title of its own unless it brings one. */
export async function makeList(world: GraphWorld, ask: Ask, list: object = LIST): Promise<string> {
  made += 1
  const site = `/sites/${world.siteId(SANDBOX)}`
  const { status, body } = await ask('POST', `${site}/lists`, { displayName: `List ${made}`, ...list })
  expect(status, JSON.stringify(body)).toBe(201)
  return `${site}/lists/${String(body.id)}`
}
