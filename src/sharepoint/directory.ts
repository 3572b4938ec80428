/**
 * The directory of the tenant: people by the beginning of their name or address, as whoever is signed in may see them,
 * and, for the service, whose account is still good. Guests are in it like everybody else.
 */

import type { GraphClient } from './client.ts'
import { beginsWith, path, query } from './odata.ts'

export interface DirectoryPerson {
  readonly objectId: string
  readonly name: string
  /** Their address, which tells two of one name apart. */
  readonly address: string
  readonly isGuest: boolean
}

/** `disabled` and `gone` have left; who isn't told of couldn't be asked about. */
export type AccountState = { readonly state: 'good' | 'disabled'; readonly name: string } | { readonly state: 'gone' }

const SHOWN = ['id', 'displayName', 'mail', 'userPrincipalName']
const SEARCHED = ['displayName', 'givenName', 'surname', 'mail']
const MOST = 12
/** How the address of a guest is written (Microsoft Entra B2B): it shows with `User.ReadBasic.All` too. */
const GUEST = '#EXT#'

/** Needs `User.ReadBasic.All`. Throws GraphFault. */
export async function searchPeople(
  client: GraphClient,
  words: string,
  signal?: AbortSignal,
): Promise<readonly DirectoryPerson[]> {
  const filter = beginsWith(SEARCHED, words.trim())
  const { value } = await client.send<{ readonly value: readonly Readonly<Record<string, unknown>>[] }>({
    method: 'GET',
    path: path('users') + query({ select: SHOWN, filter, top: MOST }),
    ...(signal ? { signal } : {}),
  })
  return value
    .map((user) => {
      const [objectId, name, mail, principal] = SHOWN.map((key) => textOf(user[key])) as [
        string,
        string,
        string,
        string,
      ]
      return { objectId, name, address: mail || principal, isGuest: principal.includes(GUEST) }
    })
    .filter(({ objectId, name }) => objectId !== '' && name !== '')
}

/** Needs `User.Read.All`. By object id. */
export async function readAccountStates(
  client: GraphClient,
  objectIds: readonly string[],
): Promise<ReadonlyMap<string, AccountState>> {
  const select = ['id', 'accountEnabled', 'displayName']
  const answers = await client.batch(
    objectIds.map((id) => ({ method: 'GET' as const, path: path('users', id) + query({ select }) })),
  )
  const states = new Map<string, AccountState>()
  for (const [index, { status, body }] of answers.entries()) {
    const id = objectIds[index] ?? ''
    if (status === 404) states.set(id, { state: 'gone' })
    if (status !== 200 || typeof body !== 'object' || body === null) continue
    const { accountEnabled, displayName } = body as Readonly<Record<string, unknown>>
    states.set(id, { state: accountEnabled === false ? 'disabled' : 'good', name: textOf(displayName) })
  }
  return states
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
