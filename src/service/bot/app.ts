/**
 * The bot's endpoint: Microsoft's library (`@microsoft/teams.apps`) behind our own filter and our own HTTP server. Hides
 * activities and their answers: a handler is given who did what, where, in which language, and gives cards. What a
 * handler throws never reaches Teams: the person is told that nothing was changed.
 */

import { PUBLIC, withOverrides, type InvokeResponse } from '@microsoft/teams.api'
import { App, type HttpRouteHandler } from '@microsoft/teams.apps'
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { Person } from '../../domain/group.ts'
import type { Language } from '../../words/dates.ts'
import { createWords } from '../../words/words.ts'
import { createApplicationToken } from '../apptoken.ts'
import type { BotConfiguration } from '../configuration.ts'
import { traceOf, type Log } from '../log.ts'
import type { Conversations } from './conversations.ts'
import { paced, type Pace } from '../prompts/pace.ts'
import { createActivityFilter, createServiceUrlCheck, type Inbound } from './filter.ts'
import { openConnectorKeys } from './keys.ts'
import { createMessenger, type Messenger, type OutgoingMessage } from './messenger.ts'
import { QUIET } from './quiet.ts'

/** Who did something, where. */
export interface Turn {
  readonly person: Person
  /** What their Teams speaks. */
  readonly language: Language
  readonly serviceUrl: string
  /** Without the thread. */
  readonly conversationId: string
  /** The message whose button it was, or null. */
  readonly messageId: string | null
  readonly isPersonal: boolean
  /** The team's group id in Entra, and the channel: null in a personal chat. */
  readonly team: { readonly teamId: string; readonly channelId: string } | null
}

/** A button, pressed. */
export interface Press extends Turn {
  readonly verb: string
  /** What the card carried and what was typed: all of it doubtful. */
  readonly data: Readonly<Record<string, unknown>>
}

/** A page of the tab, to be opened as a dialog. */
export interface Dialog {
  readonly url: string
  readonly title: string
}

/** What the bot does. Faults are thrown. */
export interface BotHandlers {
  press(press: Press): Promise<IAdaptiveCard>
  /** Text: why there is nothing to open. */
  openDialog(press: Press): Promise<Dialog | string>
  /** Something became of what a dialog was about: told once it is closed. */
  dialogClosed(press: Press): void
  /** @param text without the mention of the bot */
  said(turn: Turn, text: string): Promise<OutgoingMessage>
  /** Null: nothing to say. */
  added(turn: Turn): Promise<OutgoingMessage | null>
  removed(turn: Turn): Promise<void>
}

export interface Bot {
  readonly messenger: Messenger
  readonly isServiceUrl: (url: string) => boolean
  /** Answers `POST /api/messages`. */
  fetch(request: Request): Promise<Response>
}

export interface BotOptions extends BotConfiguration {
  readonly authority: string
  readonly tenantId: string
  readonly thumbprint?: string
  readonly fetch: typeof fetch
  /** The wall clock, milliseconds. */
  readonly now: () => number
  readonly log: Log
  readonly conversations: Conversations
  readonly handlers: BotHandlers
  /** Whatever the bot sends by itself goes when there is room for it. */
  readonly pace: Pick<Pace, 'enter'>
  /** Further addresses below which a connector may be; asked each time. */
  readonly moreServiceUrls?: () => readonly string[]
}

/** The connector answers within a second or not at all. */
const CONNECTOR_TIMEOUT = 15_000
const CARD = 'application/vnd.microsoft.card.adaptive' as const

export async function createBot(options: BotOptions): Promise<Bot> {
  const { app: botApp, log, now, handlers, conversations, connector } = options
  const isServiceUrl = createServiceUrlCheck(() => [...options.serviceUrls, ...(options.moreServiceUrls?.() ?? [])])
  const verify = createActivityFilter({
    botApp,
    keys: openConnectorKeys({ metadata: options.metadata, fetch: options.fetch, now }),
    tenants: options.tenants,
    isServiceUrl,
    now,
  })
  const token = createApplicationToken({
    authority: options.authority,
    tenantId: options.tenantId,
    clientId: botApp,
    privateKey: options.privateKey,
    ...(options.thumbprint === undefined ? {} : { thumbprint: options.thumbprint }),
    audience: options.audience,
    fetch: options.fetch,
    now,
  })
  let handle: HttpRouteHandler | null = null
  const app = new App({
    clientId: botApp,
    tenantId: options.tenantId,
    token: () => token(),
    // Said, or the environment could switch it on.
    dangerouslyAllowUnauthenticatedRequests: false,
    cloud: withOverrides(PUBLIC, { openIdMetadataUrl: options.metadata, loginEndpoint: options.authority }),
    serviceUrl: connector,
    client: { timeout: CONNECTOR_TIMEOUT, interceptors: [{ request: keepOnConnectors(isServiceUrl) }] },
    httpServerAdapter: {
      registerRoute(_method, path, handler) {
        if (path === '/api/messages') handle = handler
      },
    },
    logger: QUIET,
  })
  const messenger = createMessenger({
    at: (serviceUrl) => paced(app.api.clone({ serviceUrl }).conversations, options.pace),
    conversations,
    connector,
    isServiceUrl,
  })

  app.on('card.action', async ({ activity }): Promise<InvokeResponse<'adaptiveCard/action'>['body']> => {
    const turn = turnOf(activity)
    const { verb, data } = activity.value.action
    const value = await kept(turn, () => handlers.press({ ...turn, verb: verb ?? '', data: data ?? {} }))
    return typeof value === 'string'
      ? { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value }
      : ({ statusCode: 200, type: CARD, value } as never)
  })
  app.on('dialog.open', async ({ activity }): Promise<InvokeResponse<'task/fetch'>['body']> => {
    const turn = turnOf(activity)
    const data = (activity.value.data ?? {}) as Record<string, unknown>
    const opened = await kept(turn, () => handlers.openDialog({ ...turn, verb: textOf(data['action']), data }))
    if (typeof opened === 'string') return { task: { type: 'message', value: opened } }
    const { url, title } = opened
    return { task: { type: 'continue', value: { url, fallbackUrl: url, title, width: 'medium', height: 'large' } } }
  })
  app.on('dialog.submit', ({ activity }): undefined => {
    const data = activity.value.data as unknown
    if (typeof data !== 'object' || data === null) return
    handlers.dialogClosed({ ...turnOf(activity), verb: 'settled', data: data as Record<string, unknown> })
  })
  app.on('message', async ({ activity, send }) => {
    const turn = turnOf(activity)
    const answer = await kept(turn, () => handlers.said(turn, withoutMention(activity.text ?? '')))
    await kept(turn, () => send(typeof answer === 'string' ? answer : messageOf(answer)))
  })
  app.on('install.add', async ({ activity, send }) => {
    const turn = turnOf(activity)
    const answer = await kept(turn, () => handlers.added(turn))
    if (answer !== null && typeof answer !== 'string') await kept(turn, () => send(messageOf(answer)))
  })
  app.on('install.remove', async ({ activity }) => {
    const turn = turnOf(activity)
    await kept(turn, () => handlers.removed(turn))
  })
  await app.initialize()

  /** What the work gives; or, where it failed, words that say so. */
  async function kept<Value>(turn: Turn, work: () => Promise<Value>): Promise<Value | string> {
    try {
      return await work()
    } catch (fault) {
      log({ level: 'error', event: 'botFault', person: turn.person.objectId, ...traceOf(fault) })
      return createWords(turn.language).say('bot.fault')
    }
  }

  return {
    messenger,
    isServiceUrl,
    async fetch(request) {
      const body: unknown = await request.json().catch(() => undefined)
      const accepted = await verify(request.headers.get('authorization') ?? undefined, body)
      if (!accepted.ok) {
        log({ level: 'warning', event: 'activityRefused', problem: accepted.error })
        return Response.json({}, { status: accepted.error === 'body' ? 400 : 401 })
      }
      if (handle === null) throw new Error('the library registered no route')
      const began = now()
      const answer = await handle({ body, headers: Object.fromEntries(request.headers) })
      logActivity(accepted.value, answer.status, now() - began)
      return Response.json(answer.body ?? {}, { status: answer.status })
    },
  }

  function logActivity({ type, isPersonal }: Inbound, status: number, milliseconds: number): void {
    log({ level: status >= 500 ? 'error' : 'info', event: 'activity', type, isPersonal, status, milliseconds })
  }
}

/** What the library's own types leave open. */
interface Activity {
  readonly serviceUrl?: string
  readonly replyToId?: string
  readonly locale?: string
  readonly from: { readonly aadObjectId?: string; readonly name?: string }
  readonly conversation: { readonly id: string; readonly tenantId?: string; readonly conversationType?: string }
  readonly channelData?: {
    readonly tenant?: { readonly id?: string }
    readonly team?: { readonly aadGroupId?: string }
    readonly channel?: { readonly id?: string }
  }
}

function turnOf(of: object): Turn {
  const activity = of as Activity
  const { from, conversation, channelData, serviceUrl = '', locale = '' } = activity
  const [conversationId = ''] = conversation.id.split(';')
  const teamId = channelData?.team?.aadGroupId
  return {
    person: {
      tenantId: conversation.tenantId ?? channelData?.tenant?.id ?? '',
      objectId: from.aadObjectId ?? '',
      name: from.name ?? '',
    },
    language: /^cy\b/i.test(locale) ? 'cy' : 'en',
    serviceUrl,
    conversationId,
    messageId: activity.replyToId ?? null,
    isPersonal: (conversation.conversationType ?? 'personal') === 'personal',
    team: teamId === undefined ? null : { teamId, channelId: channelData?.channel?.id ?? conversationId },
  }
}

function messageOf({ card, summary }: OutgoingMessage) {
  return { type: 'message' as const, summary, attachments: [{ contentType: CARD, content: card }] }
}

/** Teams writes a mention as `<at>Name</at>`; whatever was typed has its own angle brackets escaped. */
function withoutMention(text: string): string {
  return text.replaceAll(/<at[^>]*>[^<]*<\/at>/g, ' ').trim()
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** The library's HTTP client carries the bot's token: to connectors only, and no redirect is followed. */
function keepOnConnectors(isServiceUrl: (url: string) => boolean) {
  return <Config extends { url?: string; maxRedirects?: number }>({ config }: { readonly config: Config }): Config => {
    if (!isServiceUrl(config.url ?? '')) throw new TypeError('the bot calls connectors only')
    config.maxRedirects = 0
    return config
  }
}
