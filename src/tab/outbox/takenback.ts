/** What was taken back goes where it was written: its draft is there again, and its form opens. */

import { useState } from 'react'
import type { ActionId } from '../../domain/action.ts'
import { aboutOf } from '../../domain/command.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import type { Drafts } from '../register/drafts.ts'
import { useWords } from '../words.tsx'
import type { Form, Unsent } from './unsent.ts'

export interface Resumed {
  readonly form: Form
  readonly about: ActionId
  /** Grows: what was taken back twice is begun twice. */
  readonly turn: number
}

export interface TakenBackOptions {
  readonly drafts: Drafts
  readonly snapshot: Snapshot
  readonly openAction: ActionId | null
  readonly say: (said: string) => void
  readonly open: (id: ActionId, enter: boolean) => void
  readonly add: () => void
}

export function useTakenBack({ drafts, snapshot, openAction, say, open, add }: TakenBackOptions): {
  readonly resumed: Resumed | null
  readonly takeBack: (item: Unsent) => void
} {
  const words = useWords()
  const [resumed, setResumed] = useState<Resumed | null>(null)
  // Gone on to something else: what was taken back has its draft.
  if (resumed && resumed.about !== openAction) setResumed(null)
  return {
    resumed,
    takeBack(item) {
      const { form, command } = item
      const about = aboutOf(command)
      if (!form) return say(words.say('unsent.discarded'))
      const marking = snapshot.actions.get(about)?.marking ?? item.seen?.marking ?? snapshot.group.marking
      drafts.keep(form.key, joined(form.draft, drafts.read(form.key)), marking)
      setResumed((last) => ({ form, about, turn: (last?.turn ?? 0) + 1 }))
      say(words.say('unsent.takenBack'))
      if (command.kind === 'addAction') add()
      // A form takes the focus itself.
      else open(about, form.begun === null)
    },
  }
}

/** What was written there meanwhile isn't pushed aside: it follows. */
function joined(draft: object, meanwhile: object | null): object {
  const [before, after] = [textIn(draft), meanwhile && textIn(meanwhile)]
  if (before === null || after === null || after === '') return draft
  return { ...draft, text: `${before}\n${after}` }
}

function textIn(draft: object): string | null {
  return 'text' in draft && typeof draft.text === 'string' ? draft.text : null
}
