/**
 * An action as it is spoken: its number stands beside it before a word is written, and it is in the register with the
 * key that ends it. Where it comes from is the meeting, and the item that is being taken.
 */

import { Button, makeStyles, tokens } from '@fluentui/react-components'
import type { KeyboardEvent } from 'react'
import type { Action, Origin } from '../../domain/action.ts'
import { type } from '../design/scale.ts'
import { AddingFoot, DetailsField, OwnersAndDue, useAdding, type AddingProps } from '../register/adding.tsx'
import { isKey } from '../register/keys.ts'
import { useWords } from '../words.tsx'

export interface NewActionProps extends AddingProps {
  readonly origin: Origin
  readonly onLeave: () => void
  readonly onAdded: (action: Action) => void
}

const useStyles = makeStyles({
  form: {
    ...type.row,
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 3fr) minmax(0, 2fr)',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    boxShadow: tokens.shadow8,
    '@media (max-width: 900px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  number: { ...type.stage, margin: '0', fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  side: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: '0' },
  details: { height: '100%', '& textarea': { minHeight: '72px', fontSize: tokens.fontSizeBase400 } },
  wide: { gridColumn: '1 / -1' },
})

export function NewAction(props: NewActionProps) {
  const { origin, onLeave, onAdded } = props
  const words = useWords()
  const styles = useStyles()
  const adding = useAdding(props, 'meeting.add', origin, (shown, another) => {
    onAdded(shown)
    if (!another) onLeave()
  })
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || !isKey('leave', event)) return
    event.preventDefault()
    onLeave()
  }
  return (
    // Ctrl+Enter saves and Escape leaves from any field in it; there are buttons too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className={styles.form}
      aria-label={words.say('meeting.turn.raise')}
      onKeyDownCapture={adding.onKeyDownCapture}
      onKeyDown={onKeyDown}
    >
      <p className={styles.number}>{adding.reference}</p>
      <DetailsField adding={adding} hint={words.say('add.enter')} className={styles.details} />
      <div className={styles.side}>
        <OwnersAndDue adding={adding} {...props} />
      </div>
      <div className={styles.wide}>
        <AddingFoot adding={adding} {...props} onDiscard={onLeave}>
          <Button appearance="subtle" title={words.say('acting.leaveKey')} onClick={onLeave}>
            {words.say('acting.leave')}
          </Button>
        </AddingFoot>
      </div>
    </section>
  )
}
