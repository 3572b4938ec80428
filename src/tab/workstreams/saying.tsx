/**
 * What is said of a work stream in a quarter, while it is written: where it stands, and what is planned for the next one.
 * The words are kept until they are on record, in the room as in the dialog.
 */

import { Field, Textarea } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import type { Marking } from '../../domain/group.ts'
import { quarterKey, type QuarterStanding } from '../../domain/workstreamquarter.ts'
import type { useCollection } from '../outbox/useCollection.ts'
import { createDrafts } from '../register/drafts.ts'
import { PostedNotice, problemOf } from '../requests/PostedNotice.tsx'
import { usePosting, type Posted } from '../requests/posting.ts'
import type { Session } from '../session.ts'
import { useWords } from '../words.tsx'

/** Whose words they are, of what group, and how it is marked. */
export interface SayingPlace {
  readonly session: Session
  readonly group: string
  readonly marking: Marking
  readonly quarters: ReturnType<typeof useCollection<'quarters'>>
}

interface Written {
  readonly status: string
  readonly planned: string
}

export interface Saying {
  readonly written: Written
  readonly posted: Posted
  write(more: Partial<Written>): void
  /** True once it stands, or is kept until it can be sent. */
  save(): Promise<boolean>
  forget(): void
}

export function useSaying(
  { session, group, marking, quarters }: SayingPlace,
  id: string,
  { said, period }: QuarterStanding,
): Saying {
  const key = quarterKey(id, period.key)
  const drafts = useMemo(
    () => createDrafts(window.sessionStorage, session.person, group, () => session.clock.now()),
    [session, group],
  )
  const draft = `quarter.${key}`
  const [written, setWritten] = useState<Written>(() => ({
    status: said?.status ?? '',
    planned: said?.planned ?? '',
    ...drafts.read(draft),
  }))
  const [seen] = useState(said)
  const posting = usePosting(quarters.keeping)
  const forget = (): void => drafts.keep(draft, null, marking)
  return {
    written,
    posted: posting.posted,
    forget,
    write(more) {
      const next = { ...written, ...more }
      setWritten(next)
      drafts.keep(draft, next, marking)
    },
    async save() {
      if (written.status.trim() === '') {
        posting.refuse({ code: 'textMissing', field: 'status' })
        return false
      }
      const about = { key, workstream: id, quarter: period.key }
      const isKept = await posting.post({ kind: 'reportQuarter', ...about, ...written }, seen ?? undefined)
      if (isKept) forget()
      return isKept
    },
  }
}

/** Both fields, and what came of sending them. */
export function SayFields({ saying: { written, posted, write } }: { readonly saying: Saying }) {
  const words = useWords()
  return (
    <>
      <Field
        label={words.say('workstreams.status')}
        required
        validationMessage={problemOf(posted, 'status', words.refusal) ?? null}
      >
        <Textarea
          value={written.status}
          resize="vertical"
          rows={4}
          onChange={(_, { value }) => write({ status: value })}
        />
      </Field>
      <Field label={words.say('workstreams.planned')}>
        <Textarea
          value={written.planned}
          resize="vertical"
          rows={4}
          onChange={(_, { value }) => write({ planned: value })}
        />
      </Field>
      <PostedNotice posted={posted} fields={STATUS} />
    </>
  )
}

const STATUS = ['status'] as const
