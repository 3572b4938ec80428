/** One action, opened beside the grid: details large, its facts, parts and history, and the composer at the foot. */

import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { ArrowLeftRegular, ChevronDownRegular, ChevronUpRegular, DismissRegular } from '@fluentui/react-icons'
import { useEffect, useRef } from 'react'
import type { Action, ActionId } from '../../domain/action.ts'
import type { Day } from '../../domain/day.ts'
import type { ActionRegister, Snapshot } from '../../domain/snapshot.ts'
import { PassageText } from '../design/PassageText.tsx'
import { type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import { Composer } from './Composer.tsx'
import { Facts } from './Facts.tsx'
import { History } from './History.tsx'
import { Parts } from './Parts.tsx'
import type { Drafts } from './drafts.ts'
import type { Row } from './rows.ts'

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    minHeight: '0',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
  head: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  reference: { ...type.title, margin: '0', flexGrow: '1', minWidth: '0', ':focus': { outlineStyle: 'none' } },
  kind: { ...type.label, color: tokens.colorNeutralForeground2, marginLeft: tokens.spacingHorizontalS },
  position: {
    ...type.label,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
  /** Short windows (400 % zoom) scroll all of it, composer included. */
  scroll: { flexGrow: '1', minHeight: '0', overflowY: 'auto', display: 'flex', flexDirection: 'column' },
  body: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: '1',
    gap: tokens.spacingVerticalXXL,
    padding: tokens.spacingHorizontalL,
  },
  details: { ...type.reading, margin: '0', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  heading: {
    ...type.label,
    fontWeight: tokens.fontWeightSemibold,
    margin: '0',
    marginBottom: tokens.spacingVerticalS,
    color: tokens.colorNeutralForeground2,
  },
  foot: {
    position: 'sticky',
    bottom: '0',
    zIndex: '1',
    '@media (max-height: 560px)': { position: 'static' },
  },
})

export interface PanelProps {
  readonly register: ActionRegister
  readonly snapshot: Snapshot
  readonly row: Row
  readonly rows: readonly Row[]
  readonly today: Day
  readonly nextMeeting: Day | null
  readonly drafts: Drafts
  /** True where the panel takes the grid's place: it goes "back" instead of closing. */
  readonly instead: boolean
  /** Another object each time the person goes into the panel: it takes the focus then. Null: they only look. */
  readonly entered: object | null
  readonly onOpen: (id: ActionId | null) => void
  readonly onSaved: (action: Action, said?: string) => void
}

export function Panel(props: PanelProps) {
  const { register, snapshot, row, rows, today, nextMeeting, drafts, instead, entered, onOpen, onSaved } = props
  const words = useWords()
  const styles = useStyles()
  const title = useRef<HTMLHeadingElement>(null)
  const { action } = row
  const position = rows.findIndex((each) => each.action.id === action.id)
  const previous = position > 0 ? rows[position - 1] : undefined
  const next = position >= 0 ? rows[position + 1] : undefined

  useEffect(() => {
    if (entered) title.current?.focus({ preventScroll: true })
  }, [entered])

  return (
    <aside className={styles.panel} aria-label={words.say('panel.label', { reference: action.reference })}>
      <header className={styles.head}>
        {instead && (
          <Button
            appearance="subtle"
            icon={<ArrowLeftRegular />}
            aria-label={words.say('panel.back')}
            onClick={() => onOpen(null)}
          />
        )}
        <h2 ref={title} className={styles.reference} tabIndex={-1}>
          {action.reference}
          {action.kind !== 'action' && <span className={styles.kind}>{words.say(`kind.${action.kind}`)}</span>}
        </h2>
        {position >= 0 && (
          <span className={styles.position}>
            {words.say('panel.position', { position: position + 1, count: rows.length })}
          </span>
        )}
        <Button
          appearance="subtle"
          icon={<ChevronUpRegular />}
          aria-label={words.say('panel.previous')}
          disabledFocusable={!previous}
          onClick={() => previous && onOpen(previous.action.id)}
        />
        <Button
          appearance="subtle"
          icon={<ChevronDownRegular />}
          aria-label={words.say('panel.next')}
          disabledFocusable={!next}
          onClick={() => next && onOpen(next.action.id)}
        />
        {!instead && (
          <Button
            appearance="subtle"
            icon={<DismissRegular />}
            aria-label={words.say('panel.close')}
            onClick={() => onOpen(null)}
          />
        )}
      </header>
      <div className={styles.scroll} key={action.id}>
        <div className={styles.body}>
          <p className={styles.details}>
            <PassageText text={action.details} />
          </p>
          <Facts row={row} snapshot={snapshot} today={today} />
          {action.parts.length > 0 && (
            <section>
              <h3 className={styles.heading}>{words.say('panel.parts')}</h3>
              <Parts
                register={register}
                snapshot={snapshot}
                action={action}
                today={today}
                nextMeeting={nextMeeting}
                onSaved={onSaved}
              />
            </section>
          )}
          <section>
            <h3 className={styles.heading}>{words.say('panel.history')}</h3>
            <History register={register} snapshot={snapshot} action={action} today={today} />
          </section>
        </div>
        <div className={styles.foot}>
          <Composer
            register={register}
            snapshot={snapshot}
            action={action}
            today={today}
            nextMeeting={nextMeeting}
            drafts={drafts}
            onSaved={onSaved}
          />
        </div>
      </div>
    </aside>
  )
}
