/** That a file is being made, and how much of it is written. */

import { makeStyles, ProgressBar, Spinner, tokens } from '@fluentui/react-components'
import { useWords } from '../words.tsx'
import type { Making } from './useMaking.ts'

const useStyles = makeStyles({
  line: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  progress: { width: '8rem' },
})

export function MakingLine({ share }: Pick<Making, 'share'>) {
  const words = useWords()
  const styles = useStyles()
  return (
    <span className={styles.line}>
      <Spinner size="tiny" label={words.say('exporting.making')} />
      {share !== null && (
        <ProgressBar className={styles.progress} value={share} aria-label={words.say('exporting.making')} />
      )}
    </span>
  )
}
