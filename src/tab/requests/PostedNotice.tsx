/** How a command went, where it didn't go as wanted and no field says so. */

import { makeStyles, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useWords } from '../words.tsx'
import type { Posted } from './posting.ts'

const useStyles = makeStyles({ bar: { flexShrink: '0' } })

export interface PostedNoticeProps {
  readonly posted: Posted
  /** Fields that show their own refusals; a field's parts count too. */
  readonly fields?: readonly string[]
}

const NO_FIELDS: readonly string[] = []

export function PostedNotice({ posted, fields = NO_FIELDS }: PostedNoticeProps) {
  const words = useWords()
  const styles = useStyles()
  if (posted.state === 'idle' || posted.state === 'sending') return null
  if (posted.state === 'refused') {
    const { field } = posted.refusal
    if (field !== undefined && fields.some((each) => field === each || field.startsWith(`${each}.`))) return null
    return (
      <MessageBar intent="error" layout="multiline" className={styles.bar}>
        <MessageBarBody>{words.refusal(posted.refusal)}</MessageBarBody>
      </MessageBar>
    )
  }
  return (
    <MessageBar intent="warning" layout="multiline" className={styles.bar}>
      <MessageBarBody>{words.say(`requests.posted.${posted.state}`)}</MessageBarBody>
    </MessageBar>
  )
}

/** What is wrong with one field, beside it. */
export function problemOf(posted: Posted, field: string, say: (refusal: { readonly code: string }) => string) {
  return posted.state === 'refused' && posted.refusal.field === field ? say(posted.refusal) : undefined
}
