/** What an action hangs together with, as sentences: its own links with their answers, and those of others to it. */

import { Link as TextLink, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { DeleteRegular, MailInboxRegular } from '@fluentui/react-icons'
import { useMemo, type ReactNode } from 'react'
import type { Action, ActionId, Link } from '../../domain/action.ts'
import type { Day } from '../../domain/day.ts'
import { plainText } from '../../domain/passage.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { PassageText } from '../design/PassageText.tsx'
import { type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import { DeedButton, FormAt, useReveals } from './acting.tsx'
import { linkWords } from './linkwords.ts'

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: '0',
    padding: '0',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingHorizontalSNudge,
  },
  link: { ...type.row, overflowWrap: 'anywhere' },
  line: { display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalXS, minHeight: '24px' },
  words: { flexGrow: '1', minWidth: '0', paddingTop: tokens.spacingVerticalXXS },
  beside: { ...type.label, color: tokens.colorNeutralForeground2 },
})

export interface LinksProps {
  readonly action: Action
  readonly snapshot: Snapshot
  /** Links of others to this action. */
  readonly linked: ReturnType<typeof useLinked>
  readonly today: Day
  readonly onOpen: (id: ActionId) => void
}

export function Links({ action, snapshot, linked, today, onOpen }: LinksProps) {
  const words = useWords()
  const styles = useStyles()
  const reveals = useReveals()
  const opening = (target: Action | undefined, children: ReactNode): ReactNode =>
    target ? (
      <TextLink as="button" title={plainText(target.details)} onClick={() => onOpen(target.id)}>
        {children}
      </TextLink>
    ) : (
      children
    )
  return (
    <ul className={styles.list}>
      {action.links.map((link) => {
        const target = 'action' in link.target ? snapshot.actions.get(link.target.action) : undefined
        return (
          <li key={link.id} className={mergeClasses(styles.link, reveals)}>
            <div className={styles.line}>
              <div className={styles.words}>
                {opening(target, <PassageText text={linkWords(link, snapshot, words)} />)}
                <div className={styles.beside}>
                  {link.answer ? (
                    <PassageText
                      text={words.say('panel.link.answered', {
                        answer: link.answer.words,
                        day: words.shortDay(link.answer.day, today),
                      })}
                    />
                  ) : (
                    isAwaited(link) && words.say('acting.link.awaited')
                  )}
                </div>
              </div>
              {link.answer === null && isAwaited(link) && (
                <DeedButton deed="answerLink" about={link.id} icon={<MailInboxRegular />} />
              )}
              <DeedButton deed="removeLink" about={link.id} icon={<DeleteRegular />} />
            </div>
            <FormAt place={`link ${link.id}`} />
          </li>
        )
      })}
      {linked.map(({ from, link }) => (
        <li key={link.id} className={styles.link}>
          <div className={styles.words}>
            {opening(from, words.say(`acting.link.linked.${link.kind}`, { from: from.reference }))}
          </div>
        </li>
      ))}
    </ul>
  )
}

/** What another group does is over when it says so, whether or not anybody waits for it. */
function isAwaited({ kind, target }: Link): boolean {
  return kind === 'waitsFor' || kind === 'referredTo' || (kind === 'alignedWith' && 'group' in target)
}

/** Links of other actions to this one. */
export function useLinked(
  id: ActionId,
  { actions }: Snapshot,
): readonly { readonly from: Action; readonly link: Link }[] {
  return useMemo(() => {
    const found = []
    for (const from of actions.values()) {
      for (const link of from.links)
        if ('action' in link.target && link.target.action === id) found.push({ from, link })
    }
    return found
  }, [id, actions])
}
