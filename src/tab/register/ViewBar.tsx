/** Over the rows: what they are filtered by, each value a chip that one takes away, and how they are shown. */

import { makeStyles, tokens } from '@fluentui/react-components'
import {
  BookmarkRegular,
  DismissRegular,
  FilterRegular,
  KeyboardRegular,
  MultiselectLtrRegular,
  OptionsRegular,
} from '@fluentui/react-icons'
import { useRef, type ReactNode } from 'react'
import type { Snapshot } from '../../domain/snapshot.ts'
import { FACETS, toggleFacet, type Facet, type GridView } from '../../domain/view.ts'
import { barButton, focusRing, hiddenFromEyes, type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import { Popup } from './Popup.tsx'
import { countFacet } from './facets.ts'
import { valueWords } from './facetwords.ts'
import { DisplayMenu, FilterMenu } from './panels.ts'
import type { Row } from './rows.ts'

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
  },
  chip: {
    ...type.label,
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    minHeight: '24px',
    maxWidth: '100%',
    padding: `0 ${tokens.spacingHorizontalS}`,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, color: tokens.colorNeutralForeground1Hover },
    ':focus-visible': focusRing,
  },
  keys: {
    display: 'grid',
    placeItems: 'center',
    width: '28px',
    height: '28px',
    marginLeft: 'auto',
    padding: '0',
    fontSize: tokens.fontSizeBase500,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover, color: tokens.colorNeutralForeground2Hover },
    ':focus-visible': focusRing,
    /** Where fingers are all there is, there are no keys. */
    '@media (hover: none)': { display: 'none' },
  },
  /** As the buttons beside it, which open something. */
  choose: {
    ...barButton,
    '&[aria-pressed=true]': {
      backgroundColor: tokens.colorSubtleBackgroundSelected,
      color: tokens.colorNeutralForeground2Selected,
    },
  },
  facet: { color: tokens.colorNeutralForeground2 },
  value: { fontWeight: tokens.fontWeightSemibold, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  count: { fontVariantNumeric: 'tabular-nums', color: tokens.colorNeutralForeground2 },
  hidden: hiddenFromEyes,
  clear: {
    ...type.label,
    minHeight: '24px',
    border: 'none',
    padding: `0 ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorBrandForegroundLink,
    cursor: 'pointer',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': focusRing,
  },
})

export interface ViewBarProps {
  readonly view: GridView
  readonly onView: (view: GridView) => void
  readonly all: readonly Row[]
  readonly snapshot: Pick<Snapshot, 'organisations' | 'meetings'>
  /** Room for the columns; null where there are none. */
  readonly width: number | null
  /** Folds all groups or none. */
  readonly onFoldAll: (fold: boolean) => void
  /** What keeps the view, and the name of the kept one that is shown. */
  readonly keeping: { readonly name: string | null; readonly form: ReactNode }
  /** Begins to choose by tapping, or ends it; null where there are boxes. */
  readonly choosing: { readonly on: boolean; readonly choose: (on: boolean) => void } | null
  /** Shows every key. */
  readonly onKeys: (button: HTMLElement) => void
}

export function ViewBar({ view, onView, all, snapshot, width, onFoldAll, keeping, choosing, onKeys }: ViewBarProps) {
  const words = useWords()
  const styles = useStyles()
  const bar = useRef<HTMLDivElement>(null)
  const filter = useRef<HTMLButtonElement>(null)
  /** The chip that was pressed goes, and the focus to the one in its place. */
  const change = (next: GridView, at: number): void => {
    onView(next)
    requestAnimationFrame(() => {
      const chips = bar.current?.querySelectorAll<HTMLElement>('[data-chip]')
      ;(chips?.[Math.min(at, chips.length - 1)] ?? filter.current)?.focus()
    })
  }
  const chosen = FACETS.flatMap((facet) => (view.facets[facet] ?? []).map((value) => [facet, value] as const))
  const facets = [...new Set(chosen.map(([facet]) => facet))]
  const counts = new Map<Facet, ReadonlyMap<string, number>>(
    facets.map((facet) => [facet, countFacet(all, view, facet)]),
  )
  const plain = { ...view, facets: {} }
  return (
    <div ref={bar} className={styles.bar} role="group" aria-label={words.say('view.bar')}>
      <Popup label={words.say('view.filter')} icon={<FilterRegular />} buttonRef={filter}>
        <FilterMenu view={view} onView={onView} all={all} snapshot={snapshot} />
      </Popup>
      <Popup label={words.say('view.display')} icon={<OptionsRegular />}>
        <DisplayMenu view={view} onView={onView} width={width} onFoldAll={onFoldAll} />
      </Popup>
      <Popup label={keeping.name ?? words.say('register.views.save')} icon={<BookmarkRegular />}>
        {keeping.form}
      </Popup>
      {choosing && (
        <button
          type="button"
          className={styles.choose}
          aria-pressed={choosing.on}
          onClick={() => choosing.choose(!choosing.on)}
        >
          <MultiselectLtrRegular aria-hidden="true" />
          {words.say('register.choose')}
        </button>
      )}
      {chosen.map(([facet, value], index) => (
        <Chip
          key={`${facet}:${value}`}
          of={words.say(`view.facet.${facet}`)}
          value={valueWords(facet, value, snapshot, words)}
          count={words.number(counts.get(facet)?.get(value) ?? 0)}
          onRemove={() => change(toggleFacet(view, facet, value), index)}
        />
      ))}
      {view.group && (
        <Chip
          of={words.say('view.group')}
          value={words.say(`view.group.${view.group}`)}
          onRemove={() => change({ ...view, group: null }, chosen.length)}
        />
      )}
      {chosen.length > 1 && (
        <button type="button" className={styles.clear} onClick={() => change(plain, 0)}>
          {words.say('view.filter.clear')}
        </button>
      )}
      <button
        type="button"
        className={styles.keys}
        aria-label={words.say('register.keys')}
        title={words.say('register.keys')}
        onClick={(event) => onKeys(event.currentTarget)}
      >
        <KeyboardRegular />
      </button>
    </div>
  )
}

interface ChipProps {
  readonly of: string
  readonly value: string
  readonly count?: string
  readonly onRemove: () => void
}

function Chip({ of, value, count, onRemove }: ChipProps) {
  const words = useWords()
  const styles = useStyles()
  return (
    <button type="button" data-chip="" className={styles.chip} onClick={onRemove}>
      <span className={styles.facet}>{of}</span> <span className={styles.value}>{value}</span>{' '}
      {count !== undefined && <span className={styles.count}>{count}</span>}{' '}
      <span className={styles.hidden}>{words.say('view.remove')}</span>
      <DismissRegular aria-hidden="true" />
    </button>
  )
}
