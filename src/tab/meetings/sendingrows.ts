/**
 * Hands a command about a meeting's row to its keeping, and tells the room what went wrong where no field does: refused,
 * or changed by somebody else meanwhile. What waits for the connection is no trouble: it is listed.
 */

import { useState } from 'react'
import type { CollectionCommand, Kept } from '../../domain/collection.ts'
import type { CommandId } from '../../domain/command.ts'
import type { Refusal } from '../../domain/result.ts'
import type { Keeping } from '../outbox/keeping.ts'
import { newCommandId } from '../register/sending.ts'
import type { TextKept } from './KeptText.tsx'

export type Trouble = { readonly state: 'refused'; readonly refusal: Refusal } | { readonly state: 'stale' }

export interface RowSender<Content extends object, Command extends CollectionCommand> {
  /** Without its id, which is made here. True where it shows. */
  readonly send: (command: Untold<Command>, seen?: Content) => Promise<boolean>
  readonly trouble: Trouble | null
  readonly forget: () => void
}

export type Untold<Command> = Command extends CollectionCommand ? Omit<Command, 'id'> : never

export function useRowSender<Content extends object, Command extends CollectionCommand>(
  keeping: Keeping<Content, Command>,
): RowSender<Content, Command> {
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  return {
    trouble,
    forget: () => setTrouble(null),
    async send(command, seen) {
      setTrouble(null)
      const id = newCommandId()
      const kept = await keeping.post({ ...command, id } as unknown as Command, seen)
      letGo(keeping, id, kept)
      if (kept.state === 'saved' || kept.state === 'unsaved') return true
      if (kept.state === 'refused' && kept.refusal.code === 'nothingChanged') return true
      setTrouble(kept.state === 'stale' ? { state: 'stale' } : kept)
      return false
    },
  }
}

/** What was decided against isn't kept in the outbox too: whoever sent it has it before their eyes. */
function letGo<Content extends object>(
  keeping: Pick<Keeping<Content, CollectionCommand>, 'takeBack'>,
  id: CommandId,
  { state }: Kept<Content>,
): void {
  if (state === 'refused' || state === 'stale') keeping.takeBack(id)
}

/** Words that are kept as one writes; `now` is read where another's came first. */
export async function keepText<Content extends object, Command extends CollectionCommand>(
  keeping: Keeping<Content, Command>,
  command: Untold<Command>,
  seen: Content | undefined,
  textOf: (row: Content | null) => string,
): Promise<TextKept> {
  const whole = { ...command, id: newCommandId() } as unknown as Command
  const { id, key } = whole
  const kept = await keeping.post(whole, seen)
  letGo(keeping, id, kept)
  switch (kept.state) {
    case 'saved':
      return { state: 'saved' }
    case 'unsaved':
      return { state: 'waits' }
    case 'stale':
      return { state: 'stale', now: textOf(kept.now) }
    case 'refused':
      if (kept.refusal.code === 'nothingChanged') return { state: 'saved' }
      if (kept.refusal.code !== 'changedMeanwhile') return { state: 'refused', refusal: kept.refusal }
      return { state: 'stale', now: textOf(keeping.values()?.get(key) ?? null) }
  }
}
