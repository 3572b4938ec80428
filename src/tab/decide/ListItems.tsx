/** The things on a meeting's list, each with its own words, and ticked where it is confirmed. */

import { Badge, Checkbox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CalendarClock20Regular, CheckmarkCircle20Regular } from '@fluentui/react-icons'
import { useId } from 'react'
import type { ListItem } from '../../contract/meetings.ts'
import { PassageText } from '../design/PassageText.tsx'
import { hiddenFromEyes, type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import { Lacking } from './Lacking.tsx'

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    margin: '0',
    padding: '0',
    listStyleType: 'none',
  },
  item: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM} ${tokens.spacingHorizontalXS}`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  refused: { border: `1px dashed ${tokens.colorNeutralStroke1}`, backgroundColor: tokens.colorNeutralBackground3 },
  kind: { display: 'flex', padding: tokens.spacingHorizontalS, color: tokens.colorNeutralForeground2 },
  body: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, minWidth: '0' },
  name: {
    ...type.row,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    margin: '0',
    paddingTop: tokens.spacingVerticalSNudge,
    fontWeight: tokens.fontWeightSemibold,
  },
  label: { cursor: 'pointer' },
  // Whole: nobody confirms what they can't read.
  details: { ...type.row, margin: '0', overflowWrap: 'anywhere', color: tokens.colorNeutralForeground2 },
  dues: { ...type.row, margin: '0', fontWeight: tokens.fontWeightSemibold },
  words: { ...type.row, margin: '0', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  hidden: hiddenFromEyes,
})

export interface ListItemsProps {
  readonly items: readonly ListItem[]
  /** Subjects that aren't confirmed; null where nothing can be chosen any more. */
  readonly except: ReadonlySet<string> | null
  readonly onExcept: ((subject: string, isExcept: boolean) => void) | null
}

export function ListItems({ items, except, onExcept }: ListItemsProps) {
  const styles = useStyles()
  const words = useWords()
  return (
    <ol className={styles.list} aria-label={words.say('confirm.list')}>
      {items.map((item) => (
        <Item
          key={item.subject}
          item={item}
          isExcept={except?.has(item.subject) ?? false}
          onExcept={item.state === 'asked' ? onExcept : null}
        />
      ))}
    </ol>
  )
}

function Item({
  item,
  isExcept,
  onExcept,
}: {
  readonly item: ListItem
  readonly isExcept: boolean
  readonly onExcept: ListItemsProps['onExcept']
}) {
  const styles = useStyles()
  const words = useWords()
  const id = useId()
  const { subject, kind, reference, details, state } = item
  const name = words.say(`confirm.${kind}`, { reference })
  const dues = { from: item.from || words.say('decide.noDue'), to: item.to ?? '' }
  return (
    <li className={mergeClasses(styles.item, isExcept && styles.refused)}>
      {onExcept ? (
        <Checkbox
          id={id}
          size="large"
          checked={!isExcept}
          aria-labelledby={`${id}-name`}
          onChange={(_, data) => onExcept(subject, data.checked !== true)}
        />
      ) : (
        <span className={styles.kind} aria-hidden>
          {kind === 'discharge' ? <CheckmarkCircle20Regular /> : <CalendarClock20Regular />}
        </span>
      )}
      <div className={styles.body}>
        <h2 className={styles.name}>
          <label id={`${id}-name`} className={styles.label} htmlFor={id}>
            {name}
          </label>
          {isExcept && <Badge appearance="outline">{words.say('confirm.refused')}</Badge>}
          {state !== 'asked' && (
            <Badge appearance={state === 'approved' ? 'tint' : 'outline'}>{words.say(`confirm.${state}`)}</Badge>
          )}
        </h2>
        <p className={styles.details}>
          <PassageText text={details} />
        </p>
        {kind === 'extension' && (
          <p className={styles.dues}>
            <span aria-hidden>
              {dues.from} → {dues.to}
            </span>
            <span className={styles.hidden}>{words.say('confirm.untilLabel', dues)}</span>
          </p>
        )}
        <Lacking lacking={item.lacking} />
        {item.words !== '' && (
          <p className={styles.words}>
            <PassageText text={item.words} />
          </p>
        )}
      </div>
    </li>
  )
}
