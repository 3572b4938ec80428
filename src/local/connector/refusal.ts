/**
 * How the connector says no: the codes and the shape of the real service's errors (Microsoft's table of status codes
 * for bots in Teams). One error class; the routes turn it into an answer.
 */

export type RefusalCode =
  | 'BadSyntax'
  | 'BadArgument'
  | 'BotNotInConversationRoster'
  | 'ConversationBlockedByUser'
  | 'NotEnoughPermissions'
  | 'ForbiddenOperationException'
  | 'ConversationNotFound'
  | 'ActivityNotFoundInConversation'
  | 'PreconditionFailed'
  | 'MessageSizeTooBig'
  | 'Throttled'
  | 'ServiceError'
  | 'GatewayTimeout'

export class Refusal extends Error {
  readonly status: number
  readonly code: RefusalCode
  readonly headers: Readonly<Record<string, string>>

  constructor(status: number, code: RefusalCode, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message)
    this.name = 'Refusal'
    this.status = status
    this.code = code
    this.headers = headers
  }

  body(): object {
    return { error: { code: this.code, message: this.message } }
  }
}

/** What a request without a good token is told; this one answer has no `error`. */
export const UNAUTHORIZED = { message: 'Authorization has been denied for this request.' }

export function badSyntax(message: string): Refusal {
  return new Refusal(400, 'BadSyntax', message)
}

export function notInRoster(): Refusal {
  return new Refusal(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.')
}

export function blockedByUser(): Refusal {
  return new Refusal(403, 'ConversationBlockedByUser', 'User blocked the conversation with the bot.')
}

export function conversationNotFound(): Refusal {
  return new Refusal(404, 'ConversationNotFound', 'Conversation not found.')
}

export function activityNotFound(): Refusal {
  return new Refusal(404, 'ActivityNotFoundInConversation', 'The activity was not found in the conversation.')
}

export function tooBig(): Refusal {
  return new Refusal(413, 'MessageSizeTooBig', 'Message size too large.')
}

/** @param seconds whole seconds until the same request would pass */
export function throttled(seconds: number): Refusal {
  return new Refusal(429, 'Throttled', 'Too many requests.', { 'Retry-After': String(seconds) })
}

const CODES: Readonly<Record<number, RefusalCode>> = {
  400: 'BadArgument',
  403: 'BotNotInConversationRoster',
  404: 'ConversationNotFound',
  412: 'PreconditionFailed',
  413: 'MessageSizeTooBig',
  429: 'Throttled',
  504: 'GatewayTimeout',
}

/** A refusal that a fault asks for, in the words of its status. */
export function refusalOf(status: number, code: RefusalCode | undefined, retryAfter: number | undefined): Refusal {
  const headers = retryAfter === undefined ? undefined : { 'Retry-After': String(retryAfter) }
  return new Refusal(status, code ?? CODES[status] ?? 'ServiceError', `Answered ${status} on demand.`, headers)
}
