/**
 * Nested app authentication, as msal-browser's bridge speaks it: JSON text in, JSON text out. The decision and the
 * token are the server's; what the server wants to know from the person is asked by the `ask` given here, one question
 * at a time. An answer always comes: an unanswered bridge hangs msal for ever.
 */

import type { BridgeError, Question, TokenAnswer, TokenRequest } from '../tokens.ts'
import type { HostView } from '../view.ts'

export type Ask = (question: Question) => Promise<boolean>

interface BridgeRequest {
  readonly method: string
  readonly requestId: string
  readonly tokenParams?: { readonly clientId: string; readonly scope: string; readonly claims?: string }
}

/** @param view of the person whose frame is asking */
export async function answerBridge(text: string, view: HostView, ask: Ask): Promise<string> {
  const request = JSON.parse(text) as BridgeRequest
  const answer = await decide(request, view, ask)
  return JSON.stringify({ messageType: 'NestedAppAuthResponse', requestId: request.requestId, ...answer })
}

async function decide(request: BridgeRequest, view: HostView, ask: Ask): Promise<Record<string, unknown>> {
  const { method, tokenParams } = request
  if (method === 'GetInitContext') return { success: true, initContext: initContext(view) }
  if ((method !== 'GetToken' && method !== 'GetTokenPopup') || !tokenParams) {
    // oxlint-disable-next-line no-console -- as for any message that the host doesn't know
    console.error(`The Teams host has no handler for the authentication method "${method}"`)
    return failure({ status: 'PERSISTENT_ERROR', code: 'unknown_method', description: `No method ${method}` })
  }
  const wanted: TokenRequest = {
    person: view.person.key,
    clientId: tokenParams.clientId,
    scope: tokenParams.scope,
    ...(tokenParams.claims === undefined ? {} : { claims: tokenParams.claims }),
    isInteractive: method === 'GetTokenPopup',
  }
  let answer = await requestToken(wanted)
  while (answer?.kind === 'question') {
    const { question } = answer
    const isAgreed = await ask(question)
    if (!isAgreed) {
      return failure({ status: 'USER_CANCEL', code: 'access_denied', description: 'The person closed the dialog.' })
    }
    answer = await requestToken({ ...wanted, answered: question.kind })
  }
  if (answer === null) return { success: false, error: { status: 'NO_NETWORK', description: 'No answer' } }
  if (answer.kind === 'error') return failure(answer.error)
  return { success: true, token: answer.token, account: answer.account }
}

/** `authentication.getAuthToken`: a token for the API that the app's manifest names, or the reason for none. */
export async function authToken(
  view: HostView,
  claims: string | undefined,
): Promise<readonly [true, string] | readonly [false, string]> {
  const info = view.app.webApplicationInfo
  if (!info) return [false, 'App resource defined in manifest and iframe origin do not match']
  const answer = await requestToken({
    person: view.person.key,
    clientId: info.id,
    scope: `${info.resource}/access_as_user`,
    isInteractive: false,
    ...(claims === undefined ? {} : { claims }),
  })
  if (answer?.kind === 'token') return [true, String(answer.token['access_token'])]
  return [false, answer?.kind === 'error' ? (answer.error.subError ?? answer.error.code) : 'internal_error']
}

/** Null when the host's own server doesn't answer. */
async function requestToken(request: TokenRequest): Promise<TokenAnswer | null> {
  try {
    const response = await fetch('/local/naa', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(request),
    })
    if (response.ok) return (await response.json()) as TokenAnswer
    const description = `The local sign-in answered ${response.status}: ${await response.text()}`
    return { kind: 'error', error: { status: 'PERSISTENT_ERROR', code: 'server_error', description } }
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

function failure(error: BridgeError): Record<string, unknown> {
  return { success: false, error }
}

function initContext(view: HostView): Record<string, unknown> {
  const { tenantId, person } = view
  return {
    sdkName: 'local-teams-host',
    sdkVersion: '1.0.0',
    capabilities: { queryAccount: false },
    accountContext: {
      homeAccountId: `${person.objectId}.${tenantId}`,
      environment: 'login.microsoftonline.com',
      tenantId,
    },
  }
}
