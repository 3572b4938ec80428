/** The actions on a phone: one column of cards in the page's own scrolling, so that nothing above them is in the way. */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useVirtualizer } from '@tanstack/react-virtual'
import { MoreHorizontalRegular } from '@fluentui/react-icons'
import { lazy, Suspense, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import type { ActionId } from '../../domain/action.ts'
import { isOpen } from '../../domain/status.ts'
import { PassageText } from '../design/PassageText.tsx'
import { StatusMark } from '../design/StatusMark.tsx'
import { focusRing, oneLine, type } from '../design/scale.ts'
import { UnsavedMark } from '../outbox/UnsavedMark.tsx'
import { LaterWords, useWords } from '../words.tsx'
import { FoldMark } from './FoldMark.tsx'
import type { Into } from './entering.ts'
import type { Lines, Section } from './lines.ts'
import type { Row } from './rows.ts'

const QuickMenu = lazy(async () => ({ default: (await import('./QuickMenu.tsx')).QuickMenu }))

const useStyles = makeStyles({
  list: { position: 'relative' },
  item: { position: 'absolute', left: '0', right: '0', top: '0', paddingBottom: tokens.spacingVerticalS },
  card: {
    ...type.row,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    width: '100%',
    padding: tokens.spacingHorizontalM,
    textAlign: 'left',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    cursor: 'pointer',
    ':focus-visible': focusRing,
  },
  /** With the card's own padding as high as a thumb needs it. */
  foot: {
    minHeight: '32px',
    marginBottom: `calc(-1 * ${tokens.spacingVerticalM})`,
    paddingRight: tokens.spacingHorizontalXXXL,
  },
  whole: { position: 'relative' },
  more: {
    position: 'absolute',
    right: '0',
    bottom: '0',
    width: '44px',
    height: '44px',
    display: 'grid',
    placeItems: 'center',
    padding: '0',
    fontSize: tokens.fontSizeBase500,
    border: 'none',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    cursor: 'pointer',
    ':focus-visible': focusRing,
  },
  line: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalM },
  reference: { fontWeight: tokens.fontWeightSemibold, flexGrow: '1', whiteSpace: 'nowrap' },
  due: { ...oneLine, maxWidth: '60%' },
  late: { color: 'var(--statusTextRED)', fontWeight: tokens.fontWeightSemibold },
  details: {
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: '2',
    overflow: 'hidden',
    overflowWrap: 'anywhere',
  },
  owners: { ...type.label, ...oneLine, color: tokens.colorNeutralForeground2 },
  heading: {
    ...type.row,
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    width: '100%',
    minHeight: '40px',
    padding: `0 ${tokens.spacingHorizontalXS}`,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    cursor: 'pointer',
    ':focus-visible': focusRing,
  },
  title: { ...oneLine, fontWeight: tokens.fontWeightSemibold },
  lateCount: {
    ...type.label,
    flexShrink: '0',
    color: 'var(--statusTextRED)',
    fontWeight: tokens.fontWeightSemibold,
  },
  claimed: {
    ...type.label,
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: '10px',
    paddingInline: tokens.spacingHorizontalSNudge,
  },
})

export interface CardsProps {
  readonly lines: Lines
  readonly titleOf: (section: Section) => string
  readonly label: string
  /** With it, what stands above the cards takes more or fewer lines. */
  readonly width: number
  /** What scrolls: the whole view. */
  readonly scroller: RefObject<HTMLElement | null>
  readonly onFold: (group: string) => void
  readonly onOpen: (id: ActionId, enter: boolean | Into) => void
}

export function Cards({ lines, titleOf, label, width, scroller, onFold, onOpen }: CardsProps) {
  const styles = useStyles()
  const list = useRef<HTMLUListElement>(null)
  const [margin, setMargin] = useState(0)
  useLayoutEffect(() => setMargin(list.current?.offsetTop ?? 0), [width, lines])
  const virtualizer = useVirtualizer({
    count: lines.count,
    getScrollElement: () => scroller.current,
    estimateSize: () => 128,
    getItemKey: (index) => keyOf(lines, index),
    overscan: 6,
    scrollMargin: margin,
  })
  return (
    <ul
      ref={list}
      className={styles.list}
      aria-label={label}
      style={{ height: `${virtualizer.getTotalSize()}px`, margin: 0, padding: 0, listStyle: 'none' }}
    >
      {virtualizer.getVirtualItems().map((item) => {
        const line = lines.at(item.index)
        if (!line) return null
        return (
          <li
            key={item.key}
            ref={virtualizer.measureElement}
            data-index={item.index}
            className={styles.item}
            aria-setsize={lines.count}
            aria-posinset={item.index + 1}
            style={{ transform: `translateY(${item.start - margin}px)` }}
          >
            {line.kind === 'heading' ? (
              <Heading
                section={line.section}
                title={titleOf(line.section)}
                folded={line.folded}
                onFold={() => onFold(line.section.value)}
              />
            ) : (
              <Card row={line.row} onOpen={(into) => onOpen(line.row.action.id, into)} />
            )}
          </li>
        )
      })}
    </ul>
  )
}

function Card({ row, onOpen }: { readonly row: Row; readonly onOpen: (into: Into) => void }) {
  const words = useWords()
  const styles = useStyles()
  /** The button of the menu that is open. */
  const [menu, setMenu] = useState<HTMLElement | null>(null)
  const { action } = row
  return (
    <div className={styles.whole}>
      <button type="button" className={styles.card} onClick={() => onOpen('head')}>
        <span className={styles.line}>
          <StatusMark standing={row.standing} />
          <span className={styles.reference}>{action.reference}</span>
          <span className={mergeClasses(styles.due, row.late && styles.late)}>{row.due}</span>
        </span>
        <span className={styles.details}>
          <PassageText text={action.details} />
        </span>
        <span className={mergeClasses(styles.line, styles.foot)}>
          <span className={styles.owners}>{row.owners}</span>
          <UnsavedMark action={action.id} />
          {row.claimed && <span className={styles.claimed}>{words.say('status.claimed')}</span>}
        </span>
      </button>
      {isOpen(action) && (
        <button
          type="button"
          className={styles.more}
          aria-haspopup="menu"
          aria-expanded={menu !== null}
          aria-label={words.say('register.quick', { reference: action.reference })}
          onClick={(event) => setMenu(menu ? null : event.currentTarget)}
        >
          <MoreHorizontalRegular />
        </button>
      )}
      {menu && (
        <Suspense fallback={null}>
          <LaterWords>
            <QuickMenu action={action} target={menu} onPick={onOpen} onClose={() => setMenu(null)} />
          </LaterWords>
        </Suspense>
      )}
    </div>
  )
}

interface HeadingProps {
  readonly section: Section
  readonly title: string
  readonly folded: boolean
  readonly onFold: () => void
}

function Heading({ section, title, folded, onFold }: HeadingProps) {
  const words = useWords()
  const styles = useStyles()
  return (
    <button type="button" className={styles.heading} aria-expanded={!folded} onClick={onFold}>
      <FoldMark folded={folded} />
      <span className={styles.title}>{title}</span>{' '}
      <span className={styles.owners}>{words.number(section.rows.length)}</span>{' '}
      {section.late > 0 && (
        <span className={styles.lateCount}>{words.say('view.late', { count: words.number(section.late) })}</span>
      )}
    </button>
  )
}

function keyOf(lines: Lines, index: number): string | number {
  const line = lines.at(index)
  if (!line) return index
  return line.kind === 'heading' ? `#${line.section.value}` : `${line.group ?? ''}/${line.row.action.id}`
}
