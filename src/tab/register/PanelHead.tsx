/** Which action is open, and the ways on: the previous and the next one, all that may be done to it, and out. */

import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { ArrowLeftRegular, ChevronDownRegular, ChevronUpRegular, DismissRegular } from '@fluentui/react-icons'
import type { ReactNode, Ref } from 'react'
import type { ActionId } from '../../domain/action.ts'
import { CopyButton } from '../design/CopyButton.tsx'
import { hiddenFromEyes, oneLine, type } from '../design/scale.ts'
import { useActionLink } from '../shell/link.ts'
import { useWords } from '../words.tsx'
import type { Row } from './rows.ts'

const useStyles = makeStyles({
  head: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  reference: {
    ...type.title,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalS,
    margin: '0',
    flexGrow: '1',
    minWidth: '0',
    ':focus': { outlineStyle: 'none' },
  },
  // Under the number where there is no room beside it.
  kind: { ...type.label, ...oneLine, color: tokens.colorNeutralForeground2 },
  position: {
    ...type.label,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
  hidden: hiddenFromEyes,
})

export interface PanelHeadProps {
  readonly row: Row
  readonly rows: readonly Row[]
  /** The panel stands in the grid's place: it goes "back" instead of closing. */
  readonly instead: boolean
  readonly title: Ref<HTMLHeadingElement>
  readonly menu: ReactNode
  readonly onOpen: (id: ActionId | null) => void
}

export function PanelHead(props: PanelHeadProps) {
  const { row, rows, instead, title, menu, onOpen } = props
  const { action } = row
  const words = useWords()
  const styles = useStyles()
  const { position, previous, next } = neighboursOf(row, rows)
  const linkTo = useActionLink()
  return (
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
      <span role="status" className={styles.position}>
        <span className={styles.hidden}>{action.reference}, </span>
        {position >= 0 && words.say('panel.position', { position: position + 1, count: rows.length })}
      </span>
      <Button
        appearance="subtle"
        icon={<ChevronUpRegular />}
        aria-label={words.say('panel.previous')}
        title={`${words.say('panel.previous')} (K)`}
        disabledFocusable={!previous}
        onClick={() => previous && onOpen(previous.action.id)}
      />
      <Button
        appearance="subtle"
        icon={<ChevronDownRegular />}
        aria-label={words.say('panel.next')}
        title={`${words.say('panel.next')} (J)`}
        disabledFocusable={!next}
        onClick={() => next && onOpen(next.action.id)}
      />
      {linkTo && (
        <CopyButton
          kind="link"
          text={linkTo(action.id)}
          label={words.say('panel.copyLink', { reference: action.reference })}
        />
      )}
      {menu}
      {!instead && (
        <Button
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label={words.say('panel.close')}
          onClick={() => onOpen(null)}
        />
      )}
    </header>
  )
}

/** Beside an action in the list as it is shown; position −1 where it isn't in that. */
export function neighboursOf(
  { action }: Row,
  rows: readonly Row[],
): { readonly position: number; readonly previous: Row | undefined; readonly next: Row | undefined } {
  const position = rows.findIndex((each) => each.action.id === action.id)
  return { position, previous: rows[position - 1], next: position < 0 ? undefined : rows[position + 1] }
}
