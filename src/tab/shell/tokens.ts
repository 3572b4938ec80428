/**
 * Tokens of the person whom Teams is signed in as, by nested app authentication. Hides msal: its silent fallback to an
 * ordinary sign-in, its bridge without time-outs, and accounts of earlier persons. A dialog is opened only in answer
 * to a click; otherwise `SignInNeeded` is thrown and `waiting()` turns true. Tokens stay in memory.
 */

import {
  AuthError,
  BrowserCacheLocation,
  createNestablePublicClientApplication,
  InteractionRequiredAuthError,
  type AuthenticationResult,
  type IPublicClientApplication,
} from '@azure/msal-browser'
import { SignInNeeded, TabFault, within } from './fault.ts'

export interface Tokens {
  /** An access token. Throws SignInNeeded, or a TabFault. */
  token(scopes: readonly string[], options?: { claims?: string }): Promise<string>
  /** True while the person has to act. */
  readonly waiting: () => boolean
  /** Opens the dialog: only in answer to a click. Throws SignInNeeded when it is cancelled. */
  signIn(): Promise<void>
  readonly subscribe: (listener: () => void) => () => void
}

const SILENT_MILLISECONDS = 20_000
/** A person reads, chooses an account, finds their phone. */
const DIALOG_MILLISECONDS = 300_000

/** @param person whom Teams says we are shown to: a token of anybody else is refused */
export async function openTokens(
  clientId: string,
  person: { readonly tenantId: string; readonly objectId: string },
): Promise<Tokens> {
  if (!('nestedAppAuthBridge' in window) || !window.nestedAppAuthBridge) throw new TabFault('signInUnsupported')
  const application = await within(
    SILENT_MILLISECONDS,
    'signInSlow',
    createNestablePublicClientApplication({
      auth: { clientId, authority: `https://login.microsoftonline.com/${person.tenantId}` },
      cache: { cacheLocation: BrowserCacheLocation.MemoryStorage },
    }),
  )
  return makeTokens(application, person)
}

interface Wanted {
  readonly scopes: string[]
  readonly claims?: string
}

function makeTokens(
  application: IPublicClientApplication,
  person: { readonly tenantId: string; readonly objectId: string },
): Tokens {
  let wanted: Wanted | null = null
  let dialog: Promise<string> | null = null
  const listeners = new Set<() => void>()
  const want = (next: Wanted | null): void => {
    wanted = next
    for (const listener of listeners) listener()
  }

  const accessToken = (result: AuthenticationResult): string => {
    const { tenantId, localAccountId } = result.account
    if (tenantId !== person.tenantId || localAccountId !== person.objectId) throw new TabFault('personChanged')
    return result.accessToken
  }

  /** One dialog at a time, however many requests wait for it. */
  const ask = (request: Wanted): Promise<string> => {
    dialog ??= within(DIALOG_MILLISECONDS, 'signInSlow', application.acquireTokenPopup({ ...request }))
      .then((result) => {
        want(null)
        return accessToken(result)
      })
      .catch((cause: unknown) => {
        // Whatever went wrong with it, the person is still to act: the button stays, and opens it again.
        want(request)
        throw faultOf(cause)
      })
      .finally(() => {
        dialog = null
      })
    return dialog
  }

  return {
    async token(scopes, { claims } = {}) {
      const request: Wanted = { scopes: [...scopes], ...(claims === undefined ? {} : { claims }) }
      try {
        return accessToken(
          await within(SILENT_MILLISECONDS, 'signInSlow', application.acquireTokenSilent({ ...request })),
        )
      } catch (cause) {
        const fault = faultOf(cause)
        if (!(fault instanceof SignInNeeded)) throw fault
        if (dialog === null && navigator.userActivation.isActive) return await ask(request)
        want(request)
        throw fault
      }
    },
    waiting: () => wanted !== null,
    async signIn() {
      if (wanted !== null) await ask(wanted)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** What msal's errors mean for a person; the codes are those of the nested bridge and of msal itself. */
function faultOf(cause: unknown): Error {
  if (cause instanceof TabFault || cause instanceof SignInNeeded) return cause
  if (cause instanceof InteractionRequiredAuthError) return new SignInNeeded(cause)
  if (!(cause instanceof AuthError)) return new TabFault('signInFailed', { cause })
  // The nested bridge spells it with one l, msal's own dialogs with two.
  if (/^user_?cancell?ed$/i.test(cause.errorCode)) return new SignInNeeded(cause)
  if (cause.errorCode === 'no_network_connectivity') return new TabFault('offline', { cause })
  return new TabFault('signInFailed', { message: cause.errorCode, requestId: cause.correlationId || null, cause })
}
