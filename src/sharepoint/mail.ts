/**
 * E-mail by Graph, from one mailbox that an administrator let the service use (`Mail.Send`, limited to it by an
 * application access policy), and what has to be known of somebody's account to write to them at all.
 */

import type { GraphClient } from './client.ts'
import { path, query } from './odata.ts'

export interface Mail {
  /** Object id or address of the mailbox that sends. */
  readonly mailbox: string
  readonly to: string
  readonly subject: string
  /** Plain text. */
  readonly text: string
}

/** Throws a GraphFault; `unclear` where it may have been sent. */
export async function sendMail(client: GraphClient, { mailbox, to, subject, text }: Mail): Promise<void> {
  await client.send({
    method: 'POST',
    path: path('users', mailbox, 'sendMail'),
    body: {
      message: {
        subject,
        body: { contentType: 'Text', content: text },
        toRecipients: [{ emailAddress: { address: to } }],
      },
      saveToSentItems: false,
    },
  })
}

export interface Account {
  readonly isEnabled: boolean
  readonly mail: string | null
  /** For example `cy-GB`. */
  readonly language: string | null
}

/** By object id; who isn't in this tenant's directory is left out. */
export async function readAccounts(
  client: GraphClient,
  objectIds: readonly string[],
): Promise<ReadonlyMap<string, Account>> {
  const answers = await client.batch(
    objectIds.map((id) => ({
      method: 'GET' as const,
      path: path('users', id) + query({ select: ['id', 'accountEnabled', 'mail', 'preferredLanguage'] }),
    })),
  )
  const accounts = new Map<string, Account>()
  for (const [index, { status, body }] of answers.entries()) {
    const id = objectIds[index]
    if (status !== 200 || id === undefined || typeof body !== 'object' || body === null) continue
    const { accountEnabled, mail, preferredLanguage } = body as Readonly<Record<string, unknown>>
    accounts.set(id, {
      isEnabled: accountEnabled !== false,
      mail: textOrNull(mail),
      language: textOrNull(preferredLanguage),
    })
  }
  return accounts
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
