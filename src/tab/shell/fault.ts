/**
 * What can go wrong between the tab and the world around it. Thrown; caught by the error boundary or by who can offer
 * something better. Codes become words in `shell.fault.<code>`.
 */

import type { ServiceRefusal } from '../../contract/refusal.ts'
import type { Result } from '../../domain/result.ts'

export const TAB_FAULTS = [
  /** The page stands alone, or its parent doesn't answer as Teams does. */
  'outsideTeams',
  /** Teams offers no nested sign-in here; without it msal would try another way in silence. */
  'signInUnsupported',
  'signInSlow',
  'signInFailed',
  /** Teams is signed in as somebody else than when the page was opened. */
  'personChanged',
  'configuration',
  /** The address of the page says nothing that we know. */
  'addressUnknown',
  'offline',
  'service',
] as const
export type TabFaultCode = (typeof TAB_FAULTS)[number]

export class TabFault extends Error {
  readonly code: TabFaultCode
  /** What finds it in somebody's log, where there is something. */
  readonly requestId: string | null

  constructor(code: TabFaultCode, details: { message?: string; requestId?: string | null; cause?: unknown } = {}) {
    super(details.message ?? code, { cause: details.cause })
    this.name = 'TabFault'
    this.code = code
    this.requestId = details.requestId ?? null
  }
}

/** Thrown where a person has to act before a token can be had: an answer to it is `Tokens.signIn`, after a click. */
export class SignInNeeded extends Error {
  constructor(cause?: unknown) {
    super('the person has to sign in', { cause })
    this.name = 'SignInNeeded'
  }
}

/** What the service answered. Throws where it refused: nothing can be shown without. */
export function valueOf<Value>(answer: Result<Value, ServiceRefusal>): Value {
  if (answer.ok) return answer.value
  throw new TabFault('service', { message: answer.error.code })
}

/** Ends a wait that nobody else would end. */
export async function within<Value>(milliseconds: number, code: TabFaultCode, work: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new TabFault(code, { message: `no answer within ${milliseconds / 1000} s` }))
    }, milliseconds)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
