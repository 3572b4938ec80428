/**
 * Hands a command about a request or a response to its collection and tells how it went. What can be kept shows at once
 * and is the collection's to send; what can't stays in its form, without losing a word.
 */

import { useRef, useState } from 'react'
import type { CollectionCommand, Kept } from '../../domain/collection.ts'
import type { Refusal } from '../../domain/result.ts'
import type { Keeping } from '../outbox/keeping.ts'
import { newCommandId } from '../register/sending.ts'

export type Posted =
  | { readonly state: 'idle' | 'sending' }
  | { readonly state: 'refused'; readonly refusal: Refusal }
  /** It waits for the connection, and is sent then. */
  | { readonly state: 'waiting' }
  /** Somebody changed what it touches; sent again it is on what is there now. */
  | { readonly state: 'overtaken' }

type WithoutId<Command> = Command extends unknown ? Omit<Command, 'id'> : never

export interface Posting<Content, Command> {
  readonly posted: Posted
  /** True where it is saved, or kept until it can be. */
  post(command: WithoutId<Command>, seen?: Content): Promise<boolean>
  /** Says what is wrong before anything is sent; null: nothing any more. */
  refuse(refusal: Refusal | null): void
}

export function usePosting<Content extends object, Command extends CollectionCommand>(
  keeping: Pick<Keeping<Content, Command>, 'post'> | null,
): Posting<Content, Command> {
  const [posted, setPosted] = useState<Posted>({ state: 'idle' })
  /** What was overtaken is sent again on what its author has been shown. */
  const now = useRef<Content | null>(null)
  return {
    posted,
    refuse: (refusal) => setPosted(refusal ? { state: 'refused', refusal } : { state: 'idle' }),
    async post(command, seen) {
      if (!keeping || posted.state === 'sending') return false
      setPosted({ state: 'sending' })
      const base = now.current ?? seen
      let kept: Kept<Content>
      try {
        kept = await keeping.post({ ...command, id: newCommandId() } as unknown as Command, base)
      } catch (fault) {
        setPosted({ state: 'idle' })
        throw fault
      }
      now.current = null
      switch (kept.state) {
        case 'saved':
          setPosted({ state: 'idle' })
          return true
        case 'unsaved':
          setPosted({ state: 'waiting' })
          return true
        case 'refused':
          setPosted({ state: 'refused', refusal: kept.refusal })
          return false
        case 'stale':
          now.current = kept.now
          setPosted({ state: 'overtaken' })
          return false
      }
    },
  }
}
