/**
 * The tab's side of the service's API (src/contract): every question with the person's own token. What the service
 * refuses is a value; what fails is thrown. Never decides anything itself.
 */

import * as v from 'valibot'
import { addressOf, type Endpoint } from '../contract/endpoint.ts'
import {
  endpoints,
  type ChannelAnswer,
  type GroupMade,
  type ImportConfirmed,
  type MakeGroup,
  type Me,
} from '../contract/endpoints.ts'
import { parseRefusal, type ServiceRefusal } from '../contract/refusal.ts'
import { accept, type Result } from '../domain/result.ts'
import { SignInNeeded, TabFault } from './shell/fault.ts'

export interface Api {
  /** Whatever else it answers: a page brings the endpoint along, so that nobody loads it before. */
  ask: <Parameter extends string, Request, Answer>(
    endpoint: Endpoint<Parameter, Request, Answer>,
    parameters: Readonly<Record<Parameter, string>>,
    request?: Request,
  ) => Promise<Result<Answer, ServiceRefusal>>
  me(): Promise<Result<Me, ServiceRefusal>>
  channel(teamId: string, channelId: string): Promise<Result<ChannelAnswer, ServiceRefusal>>
  makeGroup(request: MakeGroup): Promise<Result<GroupMade, ServiceRefusal>>
  confirmImport(group: string, batch: string): Promise<Result<ImportConfirmed, ServiceRefusal>>
}

export interface ApiOptions {
  readonly base: string
  readonly token: (options?: { claims?: string }) => Promise<string>
}

/** Making a group makes lists in SharePoint, one after the other. */
const PATIENCE_MILLISECONDS = 120_000

export function createApi({ base, token }: ApiOptions): Api {
  async function ask<Parameter extends string, Request, Answer>(
    endpoint: Endpoint<Parameter, Request, Answer>,
    parameters: Readonly<Record<Parameter, string>>,
    request?: Request,
  ): Promise<Result<Answer, ServiceRefusal>> {
    const response = await send(base + addressOf(endpoint, parameters), {
      method: endpoint.method,
      headers: {
        authorization: `Bearer ${await token()}`,
        ...(request === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(request === undefined ? {} : { body: JSON.stringify(request) }),
    })
    const requestId = response.headers.get('request-id')
    const body = await bodyOf(response)
    if (response.ok) {
      const answer = v.safeParse(endpoint.answer, body)
      if (answer.success) return accept(answer.output)
      throw new TabFault('service', { message: `${endpoint.path} answered in another shape`, requestId })
    }
    const refusal = parseRefusal(body)
    if (refusal?.code === 'signInNeeded') throw new SignInNeeded()
    if (refusal === null || refusal.code === 'serviceFault') {
      const id = refusal?.values?.['id']
      throw new TabFault('service', {
        message: `${endpoint.path} answered ${response.status}`,
        requestId: id === undefined ? requestId : String(id),
      })
    }
    return { ok: false, error: refusal }
  }

  return {
    ask,
    me: () => ask(endpoints.me, {}),
    channel: (teamId, channelId) => ask(endpoints.channel, { teamId, channelId }),
    makeGroup: (request) => ask(endpoints.makeGroup, {}, request),
    confirmImport: (key, batch) => ask(endpoints.confirmImport, { key, batch }),
  }
}

async function send(address: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(address, { ...request, signal: AbortSignal.timeout(PATIENCE_MILLISECONDS), redirect: 'error' })
  } catch (cause) {
    throw new TabFault('offline', { message: 'the service gave no answer', cause })
  }
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text()
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
