/**
 * Hands a command to the outbox and tells how it went. What is accepted shows at once and is no longer the form's: the
 * outbox keeps its words. What isn't stays in the form, without losing a word: while it is not known to be saved, the
 * same command can be sent again; after a change of its words it is a new one.
 */

import { useState } from 'react'
import type { Action } from '../../domain/action.ts'
import type { Command, CommandId } from '../../domain/command.ts'
import type { Refusal } from '../../domain/result.ts'
import type { Submission } from '../../domain/snapshot.ts'
import type { OutboxRegister } from '../outbox/outbox.ts'
import type { Form } from '../outbox/unsent.ts'

export type Sending =
  | { readonly state: 'idle' }
  | { readonly state: 'sending' }
  | Exclude<Submission, { state: 'saved' | 'stale' }>
  /** What was sent tells which of the differences matter. */
  | (Extract<Submission, { state: 'stale' }> & { readonly command: Command })

export interface Post {
  readonly command: Command
  /** The action as its author saw it. */
  readonly seen?: Action
  /** Where its words go when it is taken back. */
  readonly form?: Form
  /** Called once it is saved, whatever is shown by then. */
  readonly onSaved: (action: Action) => void
}

export interface Sender {
  readonly sending: Sending
  /** Gives the action as it now shows, or null where the words stay; why stands in `sending`. */
  readonly post: (what: Post) => Promise<Action | null>
  /** Says what is wrong before anything is sent. */
  readonly refuse: (refusal: Refusal) => void
  readonly reset: () => void
}

export function useSender(register: OutboxRegister): Sender {
  const [sending, setSending] = useState<Sending>({ state: 'idle' })
  return {
    sending,
    refuse: (refusal) => setSending({ state: 'refused', refusal }),
    reset: () => setSending({ state: 'idle' }),
    async post({ command, seen, form, onSaved }) {
      setSending({ state: 'sending' })
      try {
        const posting = await register.post(command, seen, form)
        switch (posting.state) {
          case 'posted':
            void posting.ended.then((submission) => submission?.state === 'saved' && onSaved(submission.action))
            break
          case 'saved':
            onSaved(posting.action)
            break
          case 'stale':
            setSending({ ...posting, command })
            return null
          case 'refused':
          case 'unsaved':
            setSending(posting)
            return null
        }
        setSending({ state: 'idle' })
        return posting.action
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
