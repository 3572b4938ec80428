/**
 * What only a Graph on a laptop has, for tests and outside clients in other processes: a token for anybody, faults and
 * throttling on demand, and the requests so far. Mounted only where it is asked for; never part of a production build.
 */

import { Hono } from 'hono'
import { GRAPH_AUDIENCE } from '../signin/signin.ts'
import { SignInError } from '../signin/claims.ts'
import type { Fault } from './faults.ts'
import type { House, RequestRecord } from './pipeline.ts'

/** The application that programs from elsewhere come as. */
export const OUTSIDE_CLIENT = '11111111-aaaa-4000-8000-000000000003'

interface TokenRequest {
  readonly person?: string
  readonly application?: string
  /** `graph`, `service`, or an audience as it stands. */
  readonly audience?: string
  /** Separated by spaces; any, since nobody consents here. */
  readonly scope?: string
}

interface FaultRequest {
  readonly match?: { method?: string; path?: string; app?: string; person?: string }
  readonly times?: number
  readonly after?: number
  readonly fault?: Fault
}

export function localRoutes(house: House, requests: readonly RequestRecord[]): Hono {
  const routes = new Hono()
  routes.onError((error, c) => {
    // What a script sends by mistake: text that is no JSON, or a pattern that is none.
    if (error instanceof SyntaxError || error instanceof TypeError) return c.json({ error: error.message }, 400)
    throw error
  })

  routes.post('/local/token', async (c) => {
    const { person, application, audience = 'graph', scope = '' } = await c.req.json<TokenRequest>()
    const aud = audienceOf(house, audience)
    try {
      if (application !== undefined) {
        const { accessToken, expiresIn } = await house.signIn.appToken({ clientId: application, audience: aud })
        return c.json({ access_token: accessToken, expires_in: expiresIn, token_type: 'Bearer' })
      }
      const token = await house.signIn.personToken({
        person: person ?? '',
        clientId: OUTSIDE_CLIENT,
        audience: aud,
        scopes: scope.split(' ').filter(Boolean),
        consent: 'any',
      })
      return c.json({
        access_token: token.accessToken,
        expires_in: token.expiresIn,
        token_type: 'Bearer',
        scope: token.scope,
      })
    } catch (error) {
      if (!(error instanceof SignInError)) throw error
      return c.json({ error: error.code, error_description: error.message }, 400)
    }
  })

  routes.post('/local/faults', async (c) => {
    const { match = {}, fault, times, after } = await c.req.json<FaultRequest>()
    if (!fault?.kind) return c.json({ error: 'A fault needs a kind.' }, 400)
    const { path, ...rest } = match
    house.faults.add({
      match: { ...rest, ...(path === undefined ? {} : { path: new RegExp(path) }) },
      fault,
      ...(times === undefined ? {} : { times }),
      ...(after === undefined ? {} : { after }),
    })
    return c.body(null, 204)
  })

  routes.delete('/local/faults', (c) => {
    house.faults.clear()
    return c.body(null, 204)
  })

  routes.post('/local/throttle', async (c) => {
    const { unitsPerMinute } = await c.req.json<{ readonly unitsPerMinute?: unknown }>()
    if (unitsPerMinute !== 'off' && !(typeof unitsPerMinute === 'number' && unitsPerMinute > 0)) {
      return c.json({ error: 'unitsPerMinute is a number above nought (a small tenant has 1250), or "off".' }, 400)
    }
    house.throttle.limit(unitsPerMinute)
    return c.body(null, 204)
  })

  routes.get('/local/requests', (c) => c.json({ value: requests }))

  return routes
}

function audienceOf({ directory }: House, name: string): string {
  if (name === 'graph') return GRAPH_AUDIENCE
  if (name !== 'service') return name
  return directory.tenant.applications.find((app) => app.exposes)?.exposes?.audience ?? name
}
