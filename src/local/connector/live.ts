/** Tells windows that are open what has just happened in a person's chats and channels. Keeps nothing. */

import type { PersonKey } from '../tenant.ts'
import type { Message } from './store.ts'

export type LiveEvent =
  | { readonly kind: 'posted' | 'edited'; readonly message: Message }
  | { readonly kind: 'deleted'; readonly base: string; readonly id: string }
  | { readonly kind: 'typing'; readonly base: string; readonly thread: string | null }
  /** Who has the app, who blocked it, what has been read. */
  | { readonly kind: 'state' }

export interface Live {
  subscribe(person: PersonKey, listener: (event: LiveEvent) => void): () => void
  tell(people: readonly PersonKey[], event: LiveEvent): void
}

export function createLive(): Live {
  const listeners = new Map<PersonKey, Set<(event: LiveEvent) => void>>()
  return {
    subscribe(person, listener) {
      const own = listeners.get(person) ?? new Set()
      listeners.set(person, own.add(listener))
      return () => own.delete(listener)
    },
    tell(people, event) {
      for (const person of people) for (const listener of listeners.get(person) ?? []) listener(event)
    },
  }
}
