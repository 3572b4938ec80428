/** Approve, Refuse, or not now; after an answer that never came, once more what was pressed. */

import { Button, makeStyles, tokens } from '@fluentui/react-components'
import type { DialogResult } from '../shell/teams.ts'
import { useWords } from '../words.tsx'
import type { Verdict } from './deciding.ts'

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  verdict: { flex: '1 1 110px' },
})

export interface VerdictButtonsProps {
  /** What is on its way; null: nothing. */
  readonly sending: Verdict | null
  /** It isn't known whether the last press arrived. */
  readonly isUnclear: boolean
  readonly onPress: (verdict: Verdict) => void
  readonly onAgain: () => void
  readonly onClose: ((said: DialogResult | null) => void) | null
}

export function VerdictButtons({ sending, isUnclear, onPress, onAgain, onClose }: VerdictButtonsProps) {
  const styles = useStyles()
  const words = useWords()
  return (
    <div className={styles.buttons}>
      {isUnclear ? (
        <Button appearance="primary" size="large" className={styles.verdict} onClick={onAgain}>
          {words.say('decide.again')}
        </Button>
      ) : (
        <>
          <Button
            appearance="primary"
            size="large"
            className={styles.verdict}
            disabledFocusable={sending !== null}
            onClick={() => onPress('approved')}
          >
            {words.say(sending === 'approved' ? 'decide.approving' : 'decide.approve')}
          </Button>
          <Button
            size="large"
            className={styles.verdict}
            disabledFocusable={sending !== null}
            onClick={() => onPress('refused')}
          >
            {words.say(sending === 'refused' ? 'decide.refusing' : 'decide.refuse')}
          </Button>
        </>
      )}
      {onClose && (
        <Button appearance="subtle" size="large" disabledFocusable={sending !== null} onClick={() => onClose(null)}>
          {words.say('decide.later')}
        </Button>
      )}
    </div>
  )
}
