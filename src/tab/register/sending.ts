/**
 * Sends a command and tells how it went, without losing a word: while it is not known to be saved, the same command can
 * be sent again; after a change of its words it is a new one.
 */

import { useState } from 'react'
import type { Action } from '../../domain/action.ts'
import type { Command, CommandId } from '../../domain/command.ts'
import type { Refusal } from '../../domain/result.ts'
import type { ActionRegister, Submission } from '../../domain/snapshot.ts'

export type Sending =
  | { readonly state: 'idle' }
  | { readonly state: 'sending' }
  | Exclude<Submission, { state: 'saved' | 'stale' }>
  /** What was sent tells which of the differences matter. */
  | (Extract<Submission, { state: 'stale' }> & { readonly command: Command })

export interface Sender {
  readonly sending: Sending
  /** Gives the action as saved, or null where it isn't; why stands in `sending`. */
  readonly send: (command: Command, seen?: Action) => Promise<Action | null>
  /** Says what is wrong before anything is sent. */
  readonly refuse: (refusal: Refusal) => void
  readonly reset: () => void
}

export function useSender(register: ActionRegister, onSaved?: (action: Action) => void): Sender {
  const [sending, setSending] = useState<Sending>({ state: 'idle' })
  return {
    sending,
    refuse: (refusal) => setSending({ state: 'refused', refusal }),
    reset: () => setSending({ state: 'idle' }),
    async send(command, seen) {
      setSending({ state: 'sending' })
      try {
        const submission = await register.submit(command, seen)
        if (submission.state !== 'saved') {
          setSending(submission.state === 'stale' ? { ...submission, command } : submission)
          return null
        }
        setSending({ state: 'idle' })
        onSaved?.(submission.action)
        return submission.action
      } catch (fault) {
        // The words stay in their fields whatever happened; the fault goes on to the page's own boundary.
        setSending({ state: 'unsaved', because: 'fault', requestId: null })
        throw fault
      }
    },
  }
}

/** 128 random bits in 22 characters of base64url. */
export function newCommandId(): CommandId {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}
