/** The answers that an action still lacks, before its discharge is approved without them. */

import { makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components'
import type { ApprovalDetail } from '../../contract/approvals.ts'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  list: { margin: `${tokens.spacingVerticalXS} 0 0`, paddingLeft: tokens.spacingHorizontalL },
})

export function Lacking({ lacking }: Pick<ApprovalDetail, 'lacking'>) {
  const styles = useStyles()
  const words = useWords()
  if (lacking.length === 0) return null
  const count = lacking.reduce((sum, { organisations }) => sum + organisations.length, 0)
  return (
    <MessageBar intent="warning" layout="multiline" politeness="polite">
      <MessageBarBody>
        {words.say('decide.lacking', { count })}
        <ul className={styles.list}>
          {lacking.map(({ title, organisations }) => (
            <li key={title}>
              {title}: {words.list(organisations)}
            </li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  )
}
