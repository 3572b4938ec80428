/**
 * Writes to people and channels through the Bot Connector, and says exactly what became of it: sending isn't idempotent,
 * so nothing is ever replayed here. Whoever sends decides by the outcome. Hides conversations, tokens and status codes.
 *
 * Source of the outcomes: Microsoft, "Optimize your bot with rate limiting in Teams" and "Proactive messages", and what
 * was observed of "delivered, then 502".
 */

import type { IAdaptiveCard } from '@microsoft/teams.cards'
import { personKey } from '../../domain/appointment.ts'
import type { Person } from '../../domain/group.ts'
import { TokenFault } from '../apptoken.ts'
import type { Conversing } from '../prompts/pace.ts'
import type { Conversations } from './conversations.ts'

/** Where a message stands: enough to edit it. */
export interface Place {
  readonly serviceUrl: string
  readonly conversationId: string
  readonly activityId: string
}

export type Recipient =
  | { readonly person: Pick<Person, 'tenantId' | 'objectId'> }
  | { readonly channelId: string; readonly teamId: string }

export interface OutgoingMessage {
  readonly card: IAdaptiveCard
  /** What a toast and a list of chats say. */
  readonly summary: string
}

export type Sent =
  | { readonly state: 'sent'; readonly place: Place }
  /** They haven't the app, blocked it, or aren't there. */
  | { readonly state: 'unreachable' }
  /** Nothing was sent: the connector asked to wait. */
  | { readonly state: 'wait'; readonly seconds: number }
  /** Nothing was sent: it was refused before anything could be taken. */
  | { readonly state: 'notSent' }
  /** It may have been delivered, or not. */
  | { readonly state: 'ambiguous' }

export interface Messenger {
  /** Throws a ConnectorFault where the message itself is wrong. */
  send(to: Recipient, message: OutgoingMessage): Promise<Sent>
  /** May be repeated freely. `gone`: there is nothing to edit any more; `later`: try again. */
  update(place: Place, message: OutgoingMessage): Promise<'updated' | 'gone' | 'later'>
}

/** Thrown for what no waiting mends: a message that the connector doesn't take. */
export class ConnectorFault extends Error {
  readonly status: number

  constructor(status: number, cause: unknown) {
    super(`the connector refused the message: ${status}`, { cause })
    this.name = 'ConnectorFault'
    this.status = status
  }
}

export interface MessengerOptions {
  /** The conversations of a connector, with the bot's token and a time-out. */
  readonly at: (serviceUrl: string) => Conversing
  readonly conversations: Conversations
  /** For people whose own service URL isn't known yet. */
  readonly connector: string
  readonly isServiceUrl: (url: string) => boolean
}

type Outcome = Exclude<Sent, { state: 'sent' }>
type Conversation = Omit<Place, 'activityId'>

/** Seconds to wait where the connector doesn't say. */
const USUAL_WAIT = 5

export function createMessenger({ at, conversations, connector, isServiceUrl }: MessengerOptions): Messenger {
  /** The conversation with a person, opened if need be: that shows them nothing, so it may fail without harm. */
  async function openFor(person: Pick<Person, 'tenantId' | 'objectId'>): Promise<Conversation | Outcome> {
    const key = personKey(person)
    const known = await conversations.find(key)
    if (known && isServiceUrl(known.serviceUrl)) return known
    try {
      const made = await at(connector).create({
        tenantId: person.tenantId,
        members: [{ id: person.objectId, name: '', role: 'user' }],
        channelData: { tenant: { id: person.tenantId } },
      })
      const serviceUrl = made.serviceUrl && isServiceUrl(made.serviceUrl) ? made.serviceUrl : connector
      const conversation = { serviceUrl, conversationId: made.id }
      await conversations.keep(key, conversation)
      return conversation
    } catch (fault) {
      const outcome = outcomeOf(fault, [400, 403, 404])
      return outcome.state === 'ambiguous' ? { state: 'notSent' } : outcome
    }
  }

  async function sendToPerson(
    person: Pick<Person, 'tenantId' | 'objectId'>,
    message: OutgoingMessage,
    isAgain = false,
  ): Promise<Sent> {
    const opened = await openFor(person)
    if ('state' in opened) return opened
    try {
      const { id } = await at(opened.serviceUrl).createActivity(opened.conversationId, activityOf(message))
      return { state: 'sent', place: { ...opened, activityId: id } }
    } catch (fault) {
      if (statusOf(fault) === 404 && !isAgain) {
        // A conversation from before the app was taken away and added again.
        await conversations.forget(personKey(person))
        return sendToPerson(person, message, true)
      }
      return outcomeOf(fault, [403, 404])
    }
  }

  async function sendToChannel(channelId: string, teamId: string, message: OutgoingMessage): Promise<Sent> {
    const known = await conversations.find(teamKey(teamId))
    const serviceUrl = known && isServiceUrl(known.serviceUrl) ? known.serviceUrl : connector
    try {
      const { id, activityId } = await at(serviceUrl).create({
        activity: activityOf(message),
        channelData: { channel: { id: channelId } },
      })
      return { state: 'sent', place: { serviceUrl, conversationId: id, activityId } }
    } catch (fault) {
      return outcomeOf(fault, [403, 404])
    }
  }

  return {
    send: (to, message) =>
      'person' in to ? sendToPerson(to.person, message) : sendToChannel(to.channelId, to.teamId, message),
    async update({ serviceUrl, conversationId, activityId }, message) {
      if (!isServiceUrl(serviceUrl)) return 'gone'
      try {
        await at(serviceUrl).updateActivity(conversationId, activityId, activityOf(message))
        return 'updated'
      } catch (fault) {
        return outcomeOf(fault, [403, 404]).state === 'unreachable' ? 'gone' : 'later'
      }
    },
  }
}

/** What a team's own conversation is kept under. */
export function teamKey(teamId: string): string {
  return `team/${teamId}`
}

function activityOf({ card, summary }: OutgoingMessage) {
  return {
    type: 'message' as const,
    summary,
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive' as const, content: card }],
  }
}

/** @param unreachable the statuses that say that this recipient can't be written to */
function outcomeOf(fault: unknown, unreachable: readonly number[]): Outcome {
  if (fault instanceof TokenFault) return { state: 'notSent' }
  const status = statusOf(fault)
  if (status === null) return wasNeverTaken(fault) ? { state: 'notSent' } : { state: 'ambiguous' }
  if (status === 429) return { state: 'wait', seconds: waitOf(fault) }
  if (unreachable.includes(status)) return { state: 'unreachable' }
  if (status === 401 || status === 412) return { state: 'notSent' }
  if (status >= 500) return { state: 'ambiguous' }
  throw new ConnectorFault(status, fault)
}

/** The SDK throws what its HTTP client does: only these fields are relied on. */
interface HttpFault {
  readonly code?: unknown
  readonly response?: { readonly status?: unknown; readonly headers?: Readonly<Record<string, unknown>> }
}

function statusOf(fault: unknown): number | null {
  const { response } = faultOf(fault)
  return typeof response?.status === 'number' ? response.status : null
}

/** Nobody listened: not a byte of the message went out. */
function wasNeverTaken(fault: unknown): boolean {
  return ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'].includes(String(faultOf(fault).code))
}

function waitOf(fault: unknown): number {
  const seconds = Number(faultOf(fault).response?.headers?.['retry-after'])
  return Number.isFinite(seconds) && seconds > 0 ? Math.ceil(seconds) : USUAL_WAIT
}

function faultOf(fault: unknown): HttpFault {
  return typeof fault === 'object' && fault !== null ? fault : {}
}
