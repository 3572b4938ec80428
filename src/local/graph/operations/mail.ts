/** Mail: it can be sent, and is kept for whoever looks after this server to read. Nothing ever leaves this computer. */

import { permissions, requirePermission } from '../access.ts'
import { objectBody, type Answer, type Call } from '../call.ts'
import { accessDenied, badRequest, GraphRefusal, invalidRequest } from '../refusal.ts'

/** Microsoft answers 202: taken, not delivered. */
export function sendMail(call: Call): Answer {
  const { caller, directory, store, params, now } = call
  requirePermission(caller, 'Mail.Send')
  const name = params['user'] ?? ''
  const person = directory.person(name)
  const from = person?.mail ?? directory.tenant.mailboxes?.find((each) => each.toLowerCase() === name.toLowerCase())
  if (from === undefined) {
    throw new GraphRefusal(404, 'ErrorInvalidUser', `The requested user '${name}' is invalid.`)
  }
  if (caller.kind === 'person' && person !== caller.person && !permissions(caller).has('Mail.Send.Shared')) {
    throw accessDenied()
  }
  const { message } = objectBody(call)
  if (typeof message !== 'object' || message === null) throw badRequest("The parameter 'Message' is missing.")
  const {
    subject = '',
    body,
    toRecipients,
  } = message as {
    readonly subject?: unknown
    readonly body?: { readonly contentType?: unknown; readonly content?: unknown }
    readonly toRecipients?: unknown
  }
  const to = addressesOf(toRecipients)
  if (to.length === 0) {
    throw new GraphRefusal(400, 'ErrorInvalidRecipients', 'At least one recipient is not valid.')
  }
  const { contentType = 'Text', content = '' } = body ?? {}
  if (typeof subject !== 'string' || typeof content !== 'string' || typeof contentType !== 'string') {
    throw invalidRequest('A mail has a subject and a body of text.')
  }
  store.mails.add({ from, to, subject, text: content, isHtml: contentType.toLowerCase() === 'html', at: now })
  return { status: 202 }
}

function addressesOf(recipients: unknown): readonly string[] {
  if (!Array.isArray(recipients)) return []
  return (recipients as { readonly emailAddress?: { readonly address?: unknown } }[]).flatMap(({ emailAddress }) =>
    typeof emailAddress?.address === 'string' && /^[^\s@]+@[^\s@]+$/.test(emailAddress.address)
      ? [emailAddress.address]
      : [],
  )
}
