/** Of a framework that the group added: who did, from what; its coordinator takes it off again. */

import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { named } from '../../documents/export/assurance.ts'
import type { Framework } from '../../domain/framework.ts'
import { type } from '../design/scale.ts'
import type { useCollection } from '../outbox/useCollection.ts'
import { PostedNotice } from '../requests/PostedNotice.tsx'
import { usePosting } from '../requests/posting.ts'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  line: {
    ...type.label,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    margin: '0',
    color: tokens.colorNeutralForeground2,
  },
})

export interface OwnFrameworkProps {
  readonly framework: Framework
  readonly added: ReturnType<typeof useCollection<'frameworks'>>
  readonly mayChange: boolean
}

export function OwnFramework({ framework, added, mayChange }: OwnFrameworkProps) {
  const words = useWords()
  const styles = useStyles()
  const [isAsking, setIsAsking] = useState(false)
  const posting = usePosting(added.keeping)
  const content = added.values?.get(framework.key)
  if (!content) return null
  const { by, day, source } = content
  return (
    <>
      <p className={styles.line}>
        {words.say('assurance.framework.by', { name: by.name, day: words.day(day), source })}
        {mayChange && !isAsking && (
          <Button size="small" appearance="subtle" onClick={() => setIsAsking(true)}>
            {words.say('assurance.framework.withdraw')}
          </Button>
        )}
      </p>
      {isAsking && (
        <p className={styles.line} role="status">
          {words.say('assurance.framework.withdraw.why')}
          <Button
            size="small"
            onClick={() => void posting.post({ kind: 'withdrawFramework', key: framework.key }, content)}
          >
            {words.say('assurance.framework.withdraw.do', { framework: named(framework.title, words) })}
          </Button>
          <Button size="small" appearance="subtle" onClick={() => setIsAsking(false)}>
            {words.say('exporting.cancel')}
          </Button>
        </p>
      )}
      <PostedNotice posted={posting.posted} />
    </>
  )
}
