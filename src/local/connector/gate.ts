/**
 * The signing gate: lets a client from outside that can't sign, such as Microsoft's Agents Playground, talk with the
 * bot through its own connector. What it posts to `/outside/messages` is completed as Teams would (person, tenant,
 * recipient), signed by the local issuer for that client's service URL, and passed on; the bot's answer comes back.
 *
 * Whoever reaches it speaks as anybody in the tenant. So: this computer only, no browser page, service URLs on this
 * computer only, and never in a production build; the service takes its list of service URLs by configuration.
 */

import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import type { Person, Tenant } from '../tenant.ts'
import { post } from './courier.ts'
import type { Issuer } from './issuer.ts'
import type { Bot } from './roster.ts'

export interface GateOptions {
  readonly tenant: Tenant
  readonly bot: Bot
  readonly issuer: Issuer
  /** Where the bot listens. */
  readonly endpoint: () => string
  readonly patienceMs?: number
  readonly now?: () => number
}

export interface Gate {
  /** Answers `POST /outside/messages`. */
  fetch(request: Request, env?: Partial<HttpBindings>): Response | Promise<Response>
  /** Service URLs of the clients so far, as they wrote them: connectors that the bot may answer. */
  serviceUrls(): readonly string[]
}

interface Env {
  Bindings: Partial<HttpBindings>
}

type Fields = Readonly<Record<string, unknown>>

const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])
const SOCKETS: ReadonlySet<string> = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])
const TEAMS_PATIENCE_MS = 15_000

export function createGate(options: GateOptions): Gate {
  const { tenant, issuer, endpoint, patienceMs = TEAMS_PATIENCE_MS } = options
  const serviceUrls = new Set<string>()

  const app = new Hono<Env>()
  app.post('/outside/messages', async (c) => {
    const refuse = (status: 400 | 403 | 404, message: string): Response => c.json({ error: message }, status)
    const remote = c.env.incoming?.socket.remoteAddress
    const isHere = LOOPBACK.has(new URL(c.req.url).hostname) && (remote === undefined || SOCKETS.has(remote))
    if (!isHere || c.req.header('origin') !== undefined) return refuse(403, 'Programs on this computer only.')
    const activity = await readFields(c.req.raw)
    if (!activity || typeof activity['type'] !== 'string') return refuse(400, 'The body is no activity.')
    const serviceUrl = activity['serviceUrl']
    if (typeof serviceUrl !== 'string' || !isOnThisComputer(serviceUrl)) {
      return refuse(403, 'The serviceUrl has to be of this computer.')
    }
    const from = fieldsOf(activity['from'])
    const person = tenant.people.find((one) => one.objectId === from['aadObjectId'])
    if (!person) return refuse(404, `Nobody in ${tenant.displayName} has the aadObjectId that "from" names.`)

    serviceUrls.add(serviceUrl)
    const answer = await post(
      endpoint(),
      await issuer.sign(serviceUrl),
      complete(activity, person, options),
      patienceMs,
    )
    if (answer.kind === 'silent') return c.json({ error: `The bot did not answer: ${answer.reason}.` }, 502)
    const { status, body } = answer
    return body === undefined ? new Response(null, { status }) : Response.json(body, { status })
  })

  return {
    fetch: (request, env = {}) => app.fetch(request, env),
    serviceUrls: () => [...serviceUrls],
  }
}

/** Everything that Teams would have said and the client may have left out; what is the client's own stays. */
function complete(activity: Fields, person: Person, { tenant, bot, now = Date.now }: GateOptions): Fields {
  const { tenantId } = tenant
  const known = fieldsOf(activity['recipient'])['id']
  const recipient = { id: `28:${bot.appId}`, name: bot.name }
  const toBot = (account: unknown): unknown =>
    known !== undefined && fieldsOf(account)['id'] === known ? { ...fieldsOf(account), ...recipient } : account
  const { membersAdded, membersRemoved, entities } = activity
  const channelData = fieldsOf(activity['channelData'])
  return {
    id: `f:${crypto.randomUUID()}`,
    timestamp: new Date(now()).toISOString(),
    locale: person.language,
    ...activity,
    channelId: 'msteams',
    from: { ...fieldsOf(activity['from']), name: person.displayName, aadObjectId: person.objectId },
    recipient,
    conversation: { conversationType: 'personal', ...fieldsOf(activity['conversation']), tenantId },
    channelData: { ...channelData, tenant: { id: tenantId } },
    ...(Array.isArray(membersAdded) ? { membersAdded: membersAdded.map(toBot) } : {}),
    ...(Array.isArray(membersRemoved) ? { membersRemoved: membersRemoved.map(toBot) } : {}),
    ...(Array.isArray(entities) ? { entities: entities.map((one) => withMentioned(fieldsOf(one), toBot)) } : {}),
  }
}

function withMentioned(entity: Fields, toBot: (account: unknown) => unknown): Fields {
  return entity['mentioned'] === undefined ? entity : { ...entity, mentioned: toBot(entity['mentioned']) }
}

async function readFields(request: Request): Promise<Fields | null> {
  try {
    const body: unknown = await request.json()
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? { ...body } : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {}
}

function isOnThisComputer(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) && LOOPBACK.has(new URL(url).hostname)
}
