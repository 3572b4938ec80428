/** Writes a new action beside the grid: what, by whom, by when. Its number is given when it is saved. */

import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import type { Action, Origin } from '../../domain/action.ts'
import { type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import { AddingFoot, DetailsField, OwnersAndDue, useAdding, type AddingProps } from './adding.tsx'

export interface AddPanelProps extends AddingProps {
  readonly onClose: () => void
  /** It is in the register, though not saved yet, and no other is being written. */
  readonly onAdded: (action: Action) => void
}

const TYPED: Origin = { kind: 'typed' }

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    overflowY: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
  head: {
    display: 'flex',
    alignItems: 'center',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  title: { ...type.title, margin: '0', flexGrow: '1' },
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalL,
  },
  text: { '& textarea': { minHeight: '96px' } },
})

export function AddPanel(props: AddPanelProps) {
  const { onClose, onAdded } = props
  const words = useWords()
  const styles = useStyles()
  const adding = useAdding(props, 'add', TYPED, (shown, another) => {
    if (!another) onAdded(shown)
  })
  const { reference, onKeyDownCapture } = adding
  return (
    // Ctrl+Enter saves from any field in it; there is a button too.
    <aside className={styles.panel} aria-label={words.say('add.title')} onKeyDownCapture={onKeyDownCapture}>
      <header className={styles.head}>
        <h2 className={styles.title}>{words.say('add.title')}</h2>
        <Button appearance="subtle" icon={<DismissRegular />} aria-label={words.say('panel.close')} onClick={onClose} />
      </header>
      <div className={styles.form}>
        <DetailsField
          adding={adding}
          hint={`${words.say('add.reference', { reference })} ${words.say('add.enter')}`}
          className={styles.text}
        />
        <OwnersAndDue adding={adding} {...props} />
        <AddingFoot adding={adding} {...props} onDiscard={onClose} />
      </div>
    </aside>
  )
}
