/** What isn't saved yet, one thing a line, in the order in which it was done: whose action, its words, how it stands. */

import { Button, Link, makeStyles, tokens } from '@fluentui/react-components'
import type { ActionId } from '../../domain/action.ts'
import { aboutOf } from '../../domain/command.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { oneLine, type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import type { OutboxRegister } from './outbox.ts'
import { isHeld } from './pump.ts'
import type { Unsent } from './unsent.ts'
import { deedWords, standingWords, textOf } from './unsentwords.ts'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: '0', padding: `${tokens.spacingVerticalXS} 0` },
  item: {
    ...type.row,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    ':not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  },
  what: { flex: '1 1 260px', minWidth: '0' },
  reference: { fontWeight: tokens.fontWeightSemibold },
  line: { ...oneLine },
  standing: { ...type.label, color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalXS },
})

export interface OutboxListProps {
  readonly register: OutboxRegister
  readonly snapshot: Snapshot
  readonly unsent: readonly Unsent[]
  readonly onOpen: (action: ActionId) => void
  readonly onTakeBack: (item: Unsent) => void
}

export function OutboxList({ register, snapshot, unsent, onOpen, onTakeBack }: OutboxListProps) {
  const words = useWords()
  const styles = useStyles()
  const takeBack = (item: Unsent): void => {
    const back = register.takeBack(item.command.id)
    if (back) onTakeBack(back)
  }
  return (
    <ul className={styles.list} aria-label={words.say('unsent.list')}>
      {unsent.map((item) => {
        const about = aboutOf(item.command)
        const reference = (snapshot.actions.get(about) ?? item.seen)?.reference ?? ''
        const what = `${reference} ${deedWords(item.command, words)}`
        return (
          <li key={item.command.id} className={styles.item}>
            <div className={styles.what}>
              <div className={styles.line}>
                <span className={styles.reference}>
                  {isHeld(item) || !snapshot.actions.has(about) ? (
                    reference
                  ) : (
                    <Link as="button" onClick={() => onOpen(about)}>
                      {reference}
                    </Link>
                  )}
                </span>{' '}
                {[deedWords(item.command, words), textOf(item.command, snapshot, words)].filter(Boolean).join(': ')}
              </div>
              <div className={styles.standing}>{standingWords(item, reference, words)}</div>
            </div>
            <div className={styles.buttons}>
              {item.standing.state === 'stale' && (
                <Button size="small" appearance="primary" onClick={() => onOpen(about)}>
                  {words.say('unsent.open')}
                </Button>
              )}
              <Button
                size="small"
                disabledFocusable={item.inDoubt || item.standing.state === 'sending'}
                aria-label={words.say('unsent.takeBack.label', { what })}
                onClick={() => takeBack(item)}
              >
                {words.say('unsent.takeBack')}
              </Button>
            </div>
          </li>
        )
      })}
    </ul>
  )
}
